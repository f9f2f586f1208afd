"""What a sentence says and its passages do not: the form in which every rule tells it."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date

from quoteproof.diagnostics.finding import Code
from quoteproof.model.vocabulary import StatementKind
from quoteproof.scrutiny.facts.ground import Footing, Ground
from quoteproof.scrutiny.prose.reading import Reading

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Miss:
    """Words of a sentence (``text[start:end]``) that its passages do not carry, and the passage."""

    code: Code
    start: int
    end: int
    message: str
    ground: Ground | None = None

    @classmethod
    def of_words(
        cls, code: Code, reading: Reading, span: Span, message: str, ground: Ground | None = None
    ) -> Miss:
        """A miss of ``reading.words[first:last]``."""
        first, last = span
        words = reading.words
        return cls(code, words[first].start, words[last - 1].end, message, ground)


@dataclass(frozen=True, slots=True)
class Setting:
    """What a sentence is compared with, and how.

    `counted` and `of_all` have the reports and the publishers that it cites, and all there are.
    `own_reasoning` is that of an assessment, which counts and reckons: only its names and what it
    quotes are looked up. `titles` are those of the agreements, by their words.
    """

    footing: Footing
    as_of: tuple[date, date]
    kind: StatementKind = StatementKind.FACT
    english: bool = True
    presence_only: bool = False
    excused: tuple[str, ...] = ()
    counted: tuple[int, int] | None = None
    of_all: tuple[int, int] = (0, 0)
    background: bool = False
    own_reasoning: bool = False
    titles: Mapping[str, Collection[str]] = field(default_factory=dict)


def spans_of(text: str, phrases: tuple[str, ...]) -> tuple[Span, ...]:
    """Where phrases stand in a text."""
    return tuple(
        match.span()
        for phrase in phrases
        for match in re.finditer(rf"(?<!\w){re.escape(phrase)}(?!\w)", text)
    )


def inside(place: Span, spans: tuple[Span, ...]) -> bool:
    """Whether a place lies within one of the spans."""
    return any(first <= place[0] and place[1] <= last for first, last in spans)

"""Where the passages speak of the same thing as a clause of the sentence."""

from __future__ import annotations

from dataclasses import dataclass

from quoteproof.scrutiny.facts.ground import Ground
from quoteproof.scrutiny.prose.clauses import Span, clauses, content
from quoteproof.scrutiny.prose.reading import Reading

_LEAST = 2
_PART = 0.5


@dataclass(frozen=True, slots=True)
class Alike:
    """A clause of a passage that shares most of its words with a clause of the sentence."""

    ground: Ground
    span: Span
    shared: frozenset[str]


def clauses_alike(reading: Reading, span: Span, grounds: tuple[Ground, ...]) -> list[Alike]:
    """The clauses of the passages that share two words of content, and half of the shorter."""
    ours = content(reading.words, span)
    found = []
    for ground in grounds:
        words = ground.reading.words
        for clause in clauses(words, (0, len(words))):
            theirs = content(words, clause)
            shared = ours & theirs
            if len(shared) >= max(_LEAST, _PART * min(len(ours), len(theirs))):
                found.append(Alike(ground, clause, shared))
    return found

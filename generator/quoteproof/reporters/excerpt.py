"""What to show of a file for a finding: the lines, and where in them the words that are meant are.

A finding has a place and words: those that it names itself, or else those that its message puts in
“quotation marks”. They are looked for from the place on; where none is found the place itself is
meant, for a message may name words of another file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from quoteproof.diagnostics.finding import Finding, Related

REACH = 12
"""So many lines from the place on are looked through: a quote may be written over several."""

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a file by its number, without its break, and the spans in it that are meant."""

    number: int
    text: str
    marks: tuple[Span, ...]


def excerpt(lines: Sequence[str], told: Finding | Related) -> list[Line]:
    """The lines of a file in which something is meant; [] if it has no such place."""
    place = told.location
    if not 1 <= place.line <= len(lines) or place.column > len(lines[place.line - 1]) + 1:
        return []
    reach, start = lines[place.line - 1 : place.line - 1 + REACH], place.column - 1
    spans = list(_found("\n".join(reach), start, told.words or _quoted(told.message)))
    if not spans:
        return [Line(place.line, reach[0], (_thing_at(reach[0], start),))]
    return list(_marked(reach, sorted(spans), place.line))


_QUOTED = re.compile("“([^“”]+)”")
_THING = re.compile(r"[\w-]+|\S")
_TURNED = re.compile(r"\\?['’‘\"“”]")
_CUT = "…"


def _quoted(message: str) -> list[str]:
    return _QUOTED.findall(message)


def _thing_at(line: str, start: int) -> Span:
    """The word or sign at a place; a cell for what is missing there."""
    match = _THING.match(line, start)
    return match.span() if match else (start, start + 1)


def _found(text: str, start: int, words: Iterable[str]) -> Iterator[Span]:
    """The first span of each of the words from `start` on."""
    for wanted in words:
        match = _pattern(wanted).search(text, start)
        if match:
            yield match.span()


def _pattern(words: str) -> re.Pattern[str]:
    """Whole words with any white space between them, and any shape of quotation marks in them.

    Of words that a message cuts short, what it has of them.
    """
    whole = words.removesuffix(_CUT)
    parts = (_TURNED.sub("['’‘\"“”]", re.escape(part)) for part in whole.split())
    end = r"(?!\w)" if whole == words else ""
    return re.compile(r"(?<!\w)" + r"\s+".join(parts) + end)


def _marked(lines: Sequence[str], spans: Sequence[Span], number: int) -> Iterator[Line]:
    """The lines that a span touches, each with its part of it; indents are part of none."""
    starts = accumulate((len(line) + 1 for line in lines), initial=0)
    for index, (line, start) in enumerate(zip(lines, starts, strict=False)):
        indent = len(line) - len(line.lstrip())
        within = ((max(a - start, indent), min(b - start, len(line))) for a, b in spans)
        marks = tuple((a, b) for a, b in within if a < b)
        if marks:
            yield Line(number + index, line, marks)

"""A source's text with the passages in it marked: paragraphs of lines of pieces."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from quoteproof.model.documents import Document
from quoteproof.model.verified import Passage, VerifiedSource
from quoteproof.pages.links import entry_id
from quoteproof.pages.rights import shows_quotes, shows_whole_text

_WRAPPED_AT = 120
"""Lines longer than this were not broken to fit a width: each is a paragraph of its own."""


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of text."""

    text: str
    kind: Literal["words"] = "words"


@dataclass(frozen=True, slots=True)
class Opens:
    """A mark begins; `id` is the passage's permanent id, `resumed` says that it began before."""

    id: str
    resumed: bool = False
    kind: Literal["opens"] = "opens"


@dataclass(frozen=True, slots=True)
class Closes:
    """The mark opened last ends."""

    kind: Literal["closes"] = "closes"


@dataclass(frozen=True, slots=True)
class Number:
    """A passage ends here: its number in the list of passages, and the HTML id of its entry."""

    number: int
    entry: str
    kind: Literal["number"] = "number"


Piece = Words | Opens | Closes | Number


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the source with its number, from 1."""

    number: int
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that belong together; `omitted` says that something before them is not shown."""

    omitted: bool
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class MarkedText:
    """The text of a source as far as it may be shown."""

    paragraphs: tuple[Paragraph, ...]
    omitted_at_end: bool


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Where a passage or part of one stands in a line."""

    start: int
    end: int
    number: int
    id: str
    begins: bool
    ends: bool


def marked_text(source: VerifiedSource) -> MarkedText:
    """The text with its passages marked; no paragraph where none may be shown."""
    if not shows_quotes(source.source):
        return MarkedText((), False)
    raw = source.document.raw
    stretches = list(_stretches(source.passages, raw))
    paragraphs: list[Paragraph] = []
    omitted = False
    for lines in _paragraphs(source.document):
        start, end = lines[0][1], lines[-1][2]
        quoted = any(s.start < end and start < s.end for s in stretches)
        if quoted or shows_whole_text(source.source):
            paragraphs.append(
                Paragraph(
                    omitted, tuple(Line(n, _pieces(raw, a, b, stretches)) for n, a, b in lines)
                )
            )
        omitted = not (quoted or shows_whole_text(source.source))
    return MarkedText(tuple(paragraphs), omitted)


def _paragraphs(document: Document) -> Iterator[list[tuple[int, int, int]]]:
    """Lines that belong together, each as its number, start and end in the raw text."""
    block: list[tuple[int, int, int]] = []
    count = document.lines.line_count
    starts = [document.lines.offset(number, 1) for number in range(1, count + 1)]
    for number, (start, next_start) in enumerate(pairwise([*starts, len(document.raw)]), 1):
        line = document.raw[start:next_start].rstrip("\r\n")
        if line.strip():
            block.append((number, start, start + len(line)))
        elif block:
            yield from _unwrapped(block)
            block = []
    if block:
        yield from _unwrapped(block)


def _unwrapped(block: list[tuple[int, int, int]]) -> Iterator[list[tuple[int, int, int]]]:
    if all(end - start <= _WRAPPED_AT for _, start, end in block):
        yield block
    else:
        yield from ([line] for line in block)


def _stretches(passages: Sequence[Passage], raw: str) -> Iterator[_Stretch]:
    for number, passage in enumerate(passages, 1):
        parts = passage.anchor.parts
        for place, part in enumerate(parts):
            words = raw[part.start : part.end]
            start = part.start + len(words) - len(words.lstrip())
            end = part.end - len(words) + len(words.rstrip())
            yield _Stretch(start, end, number, passage.id, place == 0, place == len(parts) - 1)


def _number(stretch: _Stretch) -> int:
    return stretch.number


def _pieces(raw: str, start: int, end: int, stretches: Sequence[_Stretch]) -> tuple[Piece, ...]:
    """A line cut at every place where a mark begins or ends, so that marks only ever nest.

    Where two passages overlap without one holding the other, the one that ends first closes the
    other for a moment.
    """
    here = [s for s in stretches if s.start < end and start < s.end]
    cuts = sorted({start, end, *(c for s in here for c in (s.start, s.end) if start < c < end)})
    open_now: list[_Stretch] = []
    pieces: list[Piece] = []
    for cut, following in zip(cuts, [*cuts[1:], end], strict=True):
        ending = [s for s in open_now if s.end <= cut]
        if ending:
            keep = next(i for i, s in enumerate(open_now) if s in ending)
            pieces.extend(Closes() for _ in open_now[keep:])
            pieces.extend(
                Number(s.number, entry_id(s.id)) for s in sorted(ending, key=_number) if s.ends
            )
            resumed = [s for s in open_now[keep:] if s not in ending]
            open_now = [*open_now[:keep], *resumed]
            pieces.extend(Opens(s.id, resumed=True) for s in resumed)
        beginning = [s for s in here if max(s.start, start) == cut and cut < end]
        for stretch in sorted(beginning, key=lambda s: (-s.end, s.number)):
            begins = stretch.begins and stretch.start == cut
            pieces.append(Opens(stretch.id, resumed=not begins))
            open_now.append(stretch)
        if cut < following:
            pieces.append(Words(raw[cut:following]))
    pieces.extend(Closes() for _ in open_now)
    return tuple(pieces)

"""Passages that several texts share word for word, in time that grows with the texts alone.

Every tenth run of ten words of a text is remembered; whatever twenty words two texts share holds
one of those whole, and is found when the other text is read along.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

SHARED_WORDS = 20
"""How many words in a row are no coincidence."""

_BLOCK = SHARED_WORDS // 2
_OWNERS = 4
"""How many places of the same ten words are compared; more of them are page furniture."""
_WORD = re.compile(r"[^\W_]+")


class Stretch(NamedTuple):
    """A part of a text, in code points of its raw form."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Shared:
    """The same words in two texts; the second is the one that was read later."""

    first: Stretch
    second: Stretch
    words: int


@dataclass(frozen=True, slots=True)
class _Words:
    id: str
    words: list[str]
    places: list[tuple[int, int]]

    def stretch(self, begin: int, end: int) -> Stretch:
        return Stretch(self.id, self.places[begin][0], self.places[end - 1][1])


def shared_passages(texts: Mapping[str, str]) -> tuple[Shared, ...]:
    """Every run of at least twenty words that two of the texts share, by the order of the texts.

    Case and all that is no letter or digit make no difference. Of a passage in many texts, each
    text is told together with a few of those before it.
    """
    owners: dict[tuple[str, ...], list[tuple[int, int]]] = defaultdict(list)
    read: list[_Words] = []
    found: list[Shared] = []
    for id, raw in texts.items():
        matches = list(_WORD.finditer(raw))
        this = _Words(id, [m[0].casefold() for m in matches], [m.span() for m in matches])
        found.extend(_shared_with(this, read, owners))
        for start in range(0, len(this.words) - _BLOCK + 1, _BLOCK):
            block = owners[tuple(this.words[start : start + _BLOCK])]
            if len(block) < _OWNERS:
                block.append((len(read), start))
        read.append(this)
    return tuple(found)


def _shared_with(
    this: _Words,
    read: list[_Words],
    owners: Mapping[tuple[str, ...], list[tuple[int, int]]],
) -> Iterator[Shared]:
    """The runs that a text shares with those read before, each once."""
    reached: dict[tuple[int, int], int] = {}
    for start in range(len(this.words) - _BLOCK + 1):
        for other, at in owners.get(tuple(this.words[start : start + _BLOCK]), ()):
            shift = (other, at - start)
            if reached.get(shift, -1) > start:
                continue
            begin, end = _widened(this.words, read[other].words, start, at)
            reached[shift] = end
            if end - begin >= SHARED_WORDS:
                move = at - start
                yield Shared(
                    read[other].stretch(begin + move, end + move),
                    this.stretch(begin, end),
                    end - begin,
                )


def _widened(these: list[str], those: list[str], start: int, at: int) -> tuple[int, int]:
    """The longest run of equal words around two equal blocks, in the first of the two texts."""
    move = at - start
    begin, end = start, start + _BLOCK
    while begin > 0 and begin + move > 0 and these[begin - 1] == those[begin + move - 1]:
        begin -= 1
    while end < len(these) and end + move < len(those) and these[end] == those[end + move]:
        end += 1
    return begin, end


def words_outside(raw: str, start: int, end: int, quoted: Iterable[tuple[int, int]]) -> int:
    """How many words of ``raw[start:end]`` stand outside the quoted stretches."""
    inside = [(a, b) for a, b in quoted if a < end and b > start]
    return sum(
        not any(a <= match.start() < b for a, b in inside)
        for match in _WORD.finditer(raw, start, end)
    )

"""A text as it is read once, and compared many times."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from quoteproof.scrutiny.prose.dates import Kind, When, whens
from quoteproof.scrutiny.prose.names import Gazetteer, Mention, key, mentions
from quoteproof.scrutiny.prose.numbers import Number, numbers, said_otherwise
from quoteproof.scrutiny.prose.polarity import Manner, manner
from quoteproof.scrutiny.prose.words import Word, words


@dataclass(frozen=True, slots=True)
class Reading:
    """What an English text says, in parts that can be compared."""

    text: str
    words: tuple[Word, ...]
    whens: tuple[When, ...]
    numbers: tuple[Number, ...]
    said_otherwise: tuple[Number, ...]
    """Numbers that it says in other words, or in two parts."""
    mentions: tuple[Mention, ...]
    manner: Manner
    lows: frozenset[str]
    """Its words in lower case."""
    keys: frozenset[str]
    """Of all its words, as names are compared."""
    stems: Mapping[str, tuple[int, ...]]
    """Where each stem stands among the words."""

    def shown(self, first: int, last: int) -> str:
        """The words from one place to another, as they stand."""
        return self.text[self.words[first].start : self.words[last - 1].end]


def read(text: str, known: Gazetteer) -> Reading:
    """Read an English text."""
    found = words(text)
    times = whens(text)
    taken = tuple((when.start, when.end) for when in times)
    fixed = tuple((t.start, t.end) for t in times if t.kind is not Kind.RELATIVE)
    counted = numbers(text, fixed)
    places: dict[str, list[int]] = {}
    for at, word in enumerate(found):
        places.setdefault(word.stem, []).append(at)
    return Reading(
        text,
        found,
        times,
        counted,
        said_otherwise(text, counted),
        tuple(mentions(found, known, taken)),
        manner(found),
        frozenset(word.low for word in found),
        frozenset(key(word.text) for word in found),
        {stem: tuple(at) for stem, at in places.items()},
    )

"""A text as it is read once, and compared many times."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from quoteproof.scrutiny.prose.dates import Kind, When, whens
from quoteproof.scrutiny.prose.names import Gazetteer, Mention, key, mentions
from quoteproof.scrutiny.prose.numbers import Number, numbers, said_otherwise
from quoteproof.scrutiny.prose.polarity import Manner, manner
from quoteproof.scrutiny.prose.words import Word, words


@dataclass(frozen=True, eq=False)
class Reading:
    """What an English text says, in parts that can be compared; each is read when it is wanted."""

    text: str
    _known: Gazetteer

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Its words."""
        return words(self.text)

    @cached_property
    def whens(self) -> tuple[When, ...]:
        """Its dates and times."""
        return whens(self.text)

    @cached_property
    def numbers(self) -> tuple[Number, ...]:
        """Its numbers, but for those of dates."""
        fixed = (when for when in self.whens if when.kind is not Kind.RELATIVE)
        return numbers(self.text, tuple((when.start, when.end) for when in fixed))

    @cached_property
    def said_otherwise(self) -> tuple[Number, ...]:
        """Numbers that it says in other words, or in two parts."""
        return said_otherwise(self.text, self.numbers)

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """The names in it."""
        taken = [(when.start, when.end) for when in self.whens]
        return tuple(mentions(self.words, self._known, taken))

    @cached_property
    def manner(self) -> Manner:
        """How each of its words is said."""
        named = (at for m in self.mentions if m.entities for at in range(m.first, m.last))
        return manner(self.words, frozenset(named))

    @cached_property
    def lows(self) -> frozenset[str]:
        """Its words in lower case."""
        return frozenset([word.low for word in self.words])

    @cached_property
    def keys(self) -> frozenset[str]:
        """Of all its words, as names are compared."""
        return frozenset([key(word.text) for word in self.words])

    @cached_property
    def stems(self) -> Mapping[str, tuple[int, ...]]:
        """Where each stem stands among the words."""
        places: dict[str, tuple[int, ...]] = {}
        for at, word in enumerate(self.words):
            places[word.stem] = (*places.get(word.stem, ()), at)
        return places

    def shown(self, first: int, last: int) -> str:
        """The words from one place to another, as they stand."""
        return self.text[self.words[first].start : self.words[last - 1].end]


def read(text: str, known: Gazetteer) -> Reading:
    """Read an English text."""
    return Reading(text, known)

"""Proper names in English prose: which words are names, and which names are one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache

from babel import Locale

from quoteproof.scrutiny.prose.words import Word

# What no rule of endings makes of the name of a country (or of a part of the world).
_IRREGULAR = """
afghanistan afghan afghans; america american americans; argentina argentine argentines; austria
austrian; belgium belgian; bosnia bosnian; brazil brazilian; britain british briton britons uk;
burma burmese; canada canadian; catalonia catalan; china chinese; congo congolese; croatia croat
croats croatian; cyprus cypriot cypriots; czechia czech czechs; denmark danish dane danes; england
english; europe european europeans; finland finnish finn finns; france french; germany german
germans; greece greek greeks; greenland greenlandic; hungary hungarian; iceland icelandic; india
indian; iraq iraqi; ireland irish; israel israeli; italy italian; jewry jewish jews; kazakhstan
kazakh; kurdistan kurdish kurd kurds; kyrgyzstan kyrgyz; lebanon lebanese; lithuania lithuanian;
luxembourg luxembourgish; malta maltese; mexico mexican; monaco monegasque; mongolia mongol; myanmar
burmese; netherlands dutch holland; norway norwegian; palestine palestinian; peru peruvian;
philippines filipino filipinos philippine; poland polish pole poles; portugal portuguese; russia
russian russians; saudi saudis; scotland scottish scots; serbia serb serbs serbian; slovakia slovak
slovaks; slovenia slovene slovenes; spain spanish spaniards; sweden swedish swede swedes;
switzerland swiss; syria syrian; tajikistan tajik; thailand thai; turkey turkish turk turks turkiye;
turkmenistan turkmen; ukraine ukrainian; uzbekistan uzbek; vietnam vietnamese; wales welsh; yemen
yemeni
"""
_ENDINGS = ("n", "an", "ian", "ean", "i", "ese", "ish", "er")


@cache
def _countries() -> Mapping[str, str]:
    """The plain name of the country by each adjective and name of its people."""
    known: dict[str, str] = {}
    for name in Locale("en").territories.values():
        plain = fold(name)
        if plain.isalpha() and len(plain) > 3:
            bases = {plain, plain[:-1]} if plain[-1] in "aeoy" else {plain}
            for base in bases:
                for ending in _ENDINGS:
                    known.setdefault(base + ending, plain)
                    known.setdefault(base + ending + "s", plain)
    for entry in _IRREGULAR.split(";"):
        country, *others = entry.split()
        known.update(dict.fromkeys((country, *others), country))
    return known


def fold(name: str) -> str:
    """A name without accents, in lower case."""
    if name.isascii():
        return name.lower()
    parts = unicodedata.normalize("NFD", name.replace("ı", "i"))
    return "".join(c for c in parts if not unicodedata.combining(c)).lower()


@lru_cache(maxsize=100_000)
def key(word: str) -> str:
    """What a name is compared by: *Turkish*, *Turkey's* and *Türkiye* are one."""
    plain = fold(word.replace("’", "'"))
    plain = plain.removesuffix("'s").removesuffix("'")
    if plain.startswith(("north", "south")):
        plain = plain.replace("-", "").replace(" ", "").removesuffix("ern")
    return _countries().get(plain, _SPELLINGS.get(plain, plain))


_SPELLINGS = {
    "defence": "defense", "centre": "center", "organisation": "organization", "harbour": "harbor",
    "labour": "labor", "transportation": "transport", "st": "saint",
}  # fmt: skip


@lru_cache(maxsize=50_000)
def bases(word: str) -> frozenset[str]:
    """The names that a word may be made from, as *Norrvikian* from *Norrvik*; itself with them."""
    plain = key(word)
    found = {plain, plain.removesuffix("s")}
    if plain.endswith("ies"):
        found.add(f"{plain[:-3]}y")
    for ending in _ENDINGS:
        if plain.endswith(ending) and len(plain) - len(ending) >= 4:
            stem = plain.removesuffix(ending)
            found |= {stem, stem + "a", stem + "e", stem + "y", stem + "o"}
    return frozenset(found)


def demonyms(name: str) -> frozenset[str]:
    """What may be made of a name: *Norrvikian* and the like of *Norrvik*."""
    short = name[:-1] if name[-1] in "aeoy" else name
    return frozenset(base + ending for base in (name, short) for ending in _ENDINGS)


@dataclass(frozen=True, slots=True)
class Mention:
    """A name at ``words[first:last]``, with what it may stand for (ids, empty if nobody knows)."""

    first: int
    last: int
    entities: frozenset[str]
    keys: tuple[str, ...]
    """Of its words that have a capital."""


_NOBODY: tuple[int, frozenset[str]] = (0, frozenset())


@dataclass(slots=True)
class Gazetteer:
    """The names that a briefing knows, looked up by their words.

    One of a single document has what is known `beyond` it, too.
    """

    beyond: Gazetteer | None = None
    _names: dict[tuple[str, ...], set[str]] = field(default_factory=dict)
    """What each name stands for, by its words."""
    _sizes: dict[str, tuple[int, ...]] = field(default_factory=dict)
    """How many words the names have that begin with a word, the longest first."""

    def add(self, name_words: Iterable[Word], entity: str) -> None:
        """Let a name stand for something."""
        taken = tuple(name_words)
        lows = tuple(word.low for word in taken)
        if lows and lows[0] in ("the", "a", "an"):
            lows = lows[1:]
        if not lows:
            return
        self._names.setdefault(lows, set()).add(entity)
        sizes = {len(lows), *self._sizes.get(lows[0], ())}
        self._sizes[lows[0]] = tuple(sorted(sizes, reverse=True))

    def may_begin(self, low: str) -> bool:
        """Whether any name begins with this word."""
        return low in self._sizes or (self.beyond is not None and self.beyond.may_begin(low))

    def longest(self, lows: tuple[str, ...], at: int) -> tuple[int, frozenset[str]]:
        """How many words the longest known name that begins there has, and what it stands for."""
        found = self.beyond.longest(lows, at) if self.beyond else _NOBODY
        for size in self._sizes.get(lows[at], ()):
            name = lows[at : at + size]  # or what is left of the text
            if name in self._names and len(name) >= found[0]:
                also = found[1] if found[0] == len(name) else frozenset[str]()
                return len(name), also | self._names[name]
        return found


SORTS_OF_PLACE = frozenset(
    "river lake mount mountain cape bay gulf strait sea ocean island isle islands province "
    "district city town village county region canal bridge port harbor valley street road square "
    "dam municipality commune parish hamlet canton governorate prefecture suburb "
    "neighbourhood".split()
)
"""Words that say, beside a name, what sort of place it is."""

# Words that are written with a capital and name nobody.
_NOT_NAMES = frozenset(
    "I Mr Mrs Ms Dr President Minister Prime Foreign Defence Defense General Secretary King Queen "
    "Sir Lord Lady Western West East North South Northern Southern Eastern God Internet "
    "January February March April May June July August September October November December "
    "State States Party Parties "
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday AM PM OK".split()
)
_ROMAN = re.compile(r"[IVX]{2,}")
"""*Phase III* is a number, which other texts write in digits."""
_PARTS = frozenset(
    "article section clause paragraph annex chapter rule phase stage point schedule appendix "
    "part item chart figure table".split()
)
"""Of a document: none is a name by itself, with a number or without."""
_TITLES = frozenset(fold(word) for word in _NOT_NAMES)


def mentions(
    text_words: tuple[Word, ...], known: Gazetteer, taken: Iterable[tuple[int, int]] = ()
) -> Iterator[Mention]:
    """The names among the words, known ones first; not those inside the spans `taken` (dates)."""
    lows = tuple(word.low for word in text_words)
    spans = tuple(taken)
    at = 0
    while at < len(text_words):
        word = text_words[at]
        size, entities = known.longest(lows, at) if known.may_begin(word.low) else _NOBODY
        if size and any(
            w.is_capitalised and not (w.opens and size == 1 and not _proper(w, known))
            for w in text_words[at : at + size]
        ):
            capitals = tuple(key(w.text) for w in text_words[at : at + size] if w.is_capitalised)
            yield Mention(at, at + size, entities, capitals)
            at += size
            continue
        if size:
            yield Mention(at, at + size, entities, ())
        if (
            word.is_capitalised
            and len(word.text) > 1
            and word.low not in ("the", "a", "an")
            and word.low not in _TITLES
            and not _ROMAN.fullmatch(word.text)
            and word.low not in _PARTS
            and not any(a <= word.start < b for a, b in spans)
            and (not word.opens or _proper(word, known))
        ):
            yield Mention(at, at + 1, entities, (key(word.text),))
        at += 1


def _proper(word: Word, known: Gazetteer) -> bool:
    """Whether a word that stands first in its sentence is a name all the same."""
    plain = key(word.text)
    if not word.is_content:
        return False
    if known.longest((word.low,), 0)[0]:
        return True
    return plain != fold(word.text).removesuffix("'s") or plain in countries()


@cache
def countries() -> frozenset[str]:
    """The keys of the names of countries."""
    return frozenset(_countries().values())

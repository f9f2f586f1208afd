"""Which names a text binds to which words: who does what, to whom, and where."""

from __future__ import annotations

from collections.abc import Mapping

from quoteproof.scrutiny.prose.names import Mention
from quoteproof.scrutiny.prose.reading import Reading
from quoteproof.scrutiny.prose.words import PAST_FORMS, Word

Side = tuple[Mention, frozenset[str]]
"""A name, and the ids and keys of what it may stand for."""
Bonds = dict[tuple[str, str], list[Side]]
"""The names bound to each word, by the kind of bond and the word's stem.

`before` stands before it (*Turkish posts*, *Akar said*), `done to` before it in the passive (*posts
were encircled*); a preposition has the name after it (*talks in Ankara*).
"""
Sides = dict[str, list[tuple[Side, Side]]]
"""Who does it and to whom, by the verb's stem."""

_LINKS = frozenset("in at of by from to on against with near between for via through into".split())
_BE = frozenset("is are was were be been being".split())
_HELPERS = _BE | frozenset(
    "has have had will would shall should may might can could must did does do not never also only "
    "then already still again both".split()
)
_ARTICLES = frozenset("the a an of no its their his her".split())
_FAR = 12
"""How many words a name may stand before or after the verb that it goes with."""


def bonds_of(reading: Reading, names: Mapping[int, frozenset[str]]) -> Bonds:
    """What names are bound to which words; `names` has what each may stand for."""
    found: Bonds = {}
    words = reading.words
    mentions = [m for m in reading.mentions if m.first in names]
    named = {at for m in mentions for at in range(m.first, m.last)}
    chain = _chain(reading, mentions)
    for mention in mentions:
        side = (mention, names[mention.first])
        first, last = chain.get(mention.first, (mention, mention))
        if not _after_preposition(words, first.first):
            _bind_after(found, reading, last.last, named, side)
            if last is not mention:
                _bind_after(found, reading, mention.last, named, side)
        for number in reading.numbers:
            if 0 <= words[mention.first].start - number.end <= 1:
                found.setdefault(("number", str(number.value)), []).append(side)
        link = first.first - 1
        while link >= 0 and words[link].low in ("the", "a", "an") and not words[link + 1].breaks:
            link -= 1
        if link < 0 or words[link + 1].breaks:
            continue
        if words[link].low in _LINKS and link > 0:
            word = words[link - 1]
            plain = link - 1 not in named or not word.is_capitalised
            if word.is_content and plain and not words[link].breaks:
                found.setdefault((words[link].low, word.stem), []).append(side)
        elif first is mention and link not in named and _is_verb(reading, link):
            found.setdefault(("done to", words[link].stem), []).append(side)
    return found


_WHERE = frozenset("in at near from".split())


def _after_preposition(
    words: tuple[Word, ...], at: int, prepositions: frozenset[str] = _WHERE
) -> bool:
    """Whether a name stands after a preposition, and so does nothing: *growers in Kelda say*."""
    while (
        at > 0
        and not words[at].breaks
        and (words[at - 1].low in ("the", "a", "an") or words[at - 1].is_capitalised)
    ):
        at -= 1
    return at > 0 and words[at - 1].low in prepositions and not words[at].breaks


def _chain(reading: Reading, mentions: list[Mention]) -> dict[int, tuple[Mention, Mention]]:
    """The first and the last name of the list that each is in, by the place of its first word.

    The *Moscow* of *Moscow-backed* is in none.
    """
    plain = [m for m in mentions if not _only_describes(reading, m)]
    lists: list[list[Mention]] = []
    for mention in plain:
        if lists and _joined(reading, lists[-1], mention):
            lists[-1].append(mention)
        else:
            lists.append([mention])
    return {m.first: (members[0], members[-1]) for members in lists for m in members}


def _only_describes(reading: Reading, mention: Mention) -> bool:
    """Whether a hyphen ties a name to a participle: *Russian-backed*."""
    if mention.last >= len(reading.words):
        return False
    end, following = reading.words[mention.last - 1].end, reading.words[mention.last]
    return following.start - end == 1 and following.low.endswith("ed")


def _bind_after(found: Bonds, reading: Reading, at: int, named: set[int], side: Side) -> None:
    words = reading.words
    passive = False
    plain = not _after_preposition(words, side[0].first, _LINKS)
    if plain and at + 1 < len(words) and words[at].low in ("which", "who") and words[at].breaks:
        at += 1  # *Turkey and Russia, which back*
    elif at + 1 < len(words) and words[at].breaks and words[at + 1].low == "by":
        past = words[at].low.endswith("ed") or words[at].low in PAST_FORMS
        if past:  # *Damascus, backed by*
            found.setdefault(("done to", words[at].stem), []).append(side)
        return
    while at < len(words) and not words[at].breaks and _helps(words, at):
        passive = passive or words[at].low in _BE
        at += 1
    if at >= len(words) or words[at].breaks or at in named or not words[at].is_content:
        return
    past = words[at].low.endswith("ed") or words[at].low in PAST_FORMS
    found.setdefault(("done to" if passive and past else "before", words[at].stem), []).append(side)


def _helps(words: tuple[Word, ...], at: int) -> bool:
    """Whether a word only helps the verb after it: *is*, *will*, *largely*, the *to* of *is to*."""
    low = words[at].low
    if low == "to":
        return at > 0 and words[at - 1].low in (*_BE, "due", "set")
    return low in _HELPERS or low.endswith("ly") or low in ("due", "set")


def _joined(reading: Reading, members: list[Mention], other: Mention) -> bool:
    """Whether a name goes on a list: *Turkey and Russia*, *Iranian forces and Russian power*."""
    one = members[-1]
    gap = reading.words[one.last : other.first]
    between = reading.text[reading.words[one.last - 1].end : reading.words[other.first].start]
    if between in ("-", ", ", "–", "/"):
        return True
    lows = [word.low for word in gap]
    if len(lows) > 2 and lows[-1].endswith("ed"):
        lows = lows[:-2]  # *and the Moscow-backed*
    if lows[-1:] and lows[-1] in ("the", "his", "her", "its", "their", "a", "an"):
        lows.pop()
    if lows == ["and"] and gap[0].breaks:
        return len(members) > 1  # *Moscow, Ankara, and Tehran*
    return (
        0 < len(lows) <= 3
        and lows[-1] in ("and", "or")
        and not any(word.breaks for word in gap)
        and not any(low in _HELPERS or low in _LINKS for low in lows[:-1])
    )


def sides_of(reading: Reading, names: Mapping[int, frozenset[str]]) -> Sides:
    """The names before and after each verb, as who does it and to whom; *by* turns them round."""
    mentions = [m for m in reading.mentions if m.first in names]
    found: Sides = {}
    if len(mentions) < 2:
        return found
    for at, word in enumerate(reading.words):
        if not _is_verb(reading, at):
            continue
        left = next((m for m in reversed(mentions) if m.last <= at), None)
        right = next((m for m in mentions if m.first > at), None)
        if left is not None and is_possessive(reading, left):
            continue
        if left is None or right is None or at - left.last > _FAR or right.first - at > _FAR:
            continue
        if any(_stops(reading, w) for w in reading.words[left.last : right.first + 1]):
            continue
        before, after = (left, names[left.first]), (right, names[right.first])
        if not before[1].isdisjoint(after[1]):
            continue
        following = [w.low for w in reading.words[at + 1 : right.first]]
        helped = any(w.low in _BE for w in reading.words[max(0, at - 3) : at])
        past = word.low.endswith("ed") or word.low in PAST_FORMS
        passive = (
            past
            and "by" in following
            and (helped or following[0] == "by" or not reading.manner.finite[at])
        )
        found.setdefault(word.stem, []).append((after, before) if passive else (before, after))
    return found


def is_possessive(reading: Reading, mention: Mention) -> bool:
    """Whether a name says whose something is: *Turkey's*."""
    return reading.words[mention.last - 1].text.endswith(("'s", "’s", "s'", "s’"))


def _is_verb(reading: Reading, at: int) -> bool:
    word = reading.words[at]
    if not word.is_content or word.is_capitalised or word.low.endswith("ly"):
        return False
    if reading.manner.finite[at] or reading.manner.mood[at] or word.low.endswith("ing"):
        return True
    before = reading.words[at - 1].low if at else ""
    if before in ("to", "which", "who", "and", "not"):
        return True
    return word.low.endswith("s") and not word.low.endswith("ss") and before not in _ARTICLES


def _stops(reading: Reading, word: Word) -> bool:
    before = reading.text[max(0, word.start - 3) : word.start]
    return word.breaks and before.rstrip(' "”’)')[-1:] in (".", "!", "?", ";")

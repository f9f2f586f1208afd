"""The words by which a document calls somebody whom it has named in full: *the Company*."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quoteproof.scrutiny.prose.names import Gazetteer
from quoteproof.scrutiny.prose.words import Word, words

_DEFINED = re.compile(
    r"\s\((?:hereinafter |hereafter |in short |for short )?"
    r"(?:[\"“‘'](?:the )?(?P<quoted>\w[\w -]*)[\"”’']|the (?P<plain>\w+)|(?P<initials>[A-Z]{2,})"
    r"|(?P<role>applicant|respondent|claimant|defendant|complainant|appellant))\)"
)
"""*Tarrow Water (“the Company”)*, *the Ministry (the respondent)*, *the Mission (JMM)*."""
_TOGETHER = re.compile(r",?\s(?:together|jointly|both)\s[\"“](?:the )?(?P<term>\w+s)[\"”]")
_MEANS = re.compile(r"[\"“](?:the )?(?P<term>\w[\w -]*)[\"”] means (?:the )?")
"""*“Buyer” means Belmora Gas*."""
_PARTY = re.compile(
    r"(?m)^(?P<role>Applicant|Respondent|Claimant|Defendant|Complainant|Appellant|Plaintiff"
    r"|Buyer|Seller|Client|Contractor): (?:the )?(?P<who>[^\n]+)"
)
"""*Applicant: the Dock Workers' Union*."""
_REACH = 120
"""How many letters before the brackets the name may begin."""
_REACH_OF_SEVERAL = 400
_FEW = 6
"""How many words may stand between two that are named together."""


def defined(text: str, known: Gazetteer) -> Iterator[tuple[str, str]]:
    """The terms that a text defines for somebody known, with the ids of who that is.

    Who is meant stands right before the brackets, or has the term as a word of its name. *The
    Parties* are those who stand side by side there, and each of them is a *Party*.
    """
    for match in _DEFINED.finditer(text):
        term = match["quoted"] or match["plain"] or match["initials"] or match["role"]
        if term.endswith("s") and not term.isupper():
            yield from _several(term, text[: match.start()], known)
            continue
        before: frozenset[str] = frozenset()
        bearing: frozenset[str] = frozenset()
        some = words(text[max(0, match.start() - _REACH) : match.start()])
        for first, last, actors in _actors(some, known):
            if term.lower() in (word.low for word in some[first:last]):
                bearing = actors
            if last == len(some):
                before = actors
        yield from ((term, id) for id in sorted(bearing or before))
    for match in _TOGETHER.finditer(text):
        yield from _several(match["term"], text[: match.start()], known)
    for match in _PARTY.finditer(text):
        found = _actors(words(match["who"]), known)
        yield from ((match["role"], id) for first, _, ids in found if not first for id in ids)
    for match in _MEANS.finditer(text):
        found = _actors(words(text[match.end() : match.end() + _REACH]), known)
        yield from ((match["term"], id) for first, _, ids in found if not first for id in ids)


def shortened(text: str, known: Gazetteer) -> Iterator[tuple[str, str]]:
    """First words by which a text calls those that it names in full, too: *Northline*.

    Only what is no name of anybody else, and begins no other name of the text.
    """
    some = words(text)
    bearers: dict[str, set[str]] = {}
    inside: set[int] = set()
    for first, last, actors in _actors(some, known):
        inside.update(range(first, last))
        short = some[first]
        begins = last - first > 1 and not any(word.low in _OF for word in some[first:last])
        if begins and short.is_capitalised and not known.longest((short.low,), 0)[0]:
            bearers.setdefault(short.low, set()).update(actors)
    alone = {word.low for at, word in enumerate(some) if at not in inside and word.is_capitalised}
    for low in sorted(bearers.keys() & alone):
        if len(bearers[low]) == 1:
            yield low, next(iter(bearers[low]))


_OF = frozenset("of for".split())


def _several(term: str, before: str, known: Gazetteer) -> Iterator[tuple[str, str]]:
    """The terms for those who stand side by side at the end of a text, and for each of them."""
    start = max(0, len(before) - _REACH_OF_SEVERAL)
    some = words(before[start:])
    together: set[str] = set()
    begins = len(some)
    for first, last, actors in reversed(list(_actors(some, known))):
        gap = [word.low for word in some[last:begins]]
        near = len(gap) <= _FEW and "and" in gap
        if together and not (near or "represented" in gap or len(gap) < _FEW / 2):
            break
        together |= actors
        begins = first
    singular = f"{term[:-3]}y" if term.endswith("ies") else term[:-1]
    if len(together) > 1:
        yield from ((name, id) for name in (term, singular) for id in sorted(together))


def _actors(some: tuple[Word, ...], known: Gazetteer) -> Iterator[tuple[int, int, frozenset[str]]]:
    """The places of the names of actors among some words, and their ids."""
    lows = tuple(word.low for word in some)
    at = 0
    while at < len(lows):
        size, ids = known.longest(lows, at)
        actors = frozenset(id for id in ids if id.startswith("actor:"))
        if actors:
            yield at, at + size, actors
        at += size or 1


_MARK = re.compile(r"[\"“”„]")


def in_quotation(text: str, at: int) -> bool:
    """Whether a place of a text is within quotation marks; the text may begin within some."""
    marks = [match.start() for match in _MARK.finditer(text)]
    if not marks:
        return False
    first = marks[0]
    closes = text[first] == "”" or (
        first > 0 and not text[first - 1].isspace() and not text[first + 1 : first + 2].isalnum()
    )
    return (sum(mark < at for mark in marks) + closes) % 2 == 1

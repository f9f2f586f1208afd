"""The words by which a document calls somebody whom it has named in full: *the Company*."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quoteproof.scrutiny.prose.names import Gazetteer
from quoteproof.scrutiny.prose.words import words

_DEFINED = re.compile(
    r"\s\((?:hereinafter |hereafter |in short |for short )?"
    r"(?:[\"“‘'](?:the )?(?P<quoted>\w[\w -]*)[\"”’']|the (?P<plain>\w+)|(?P<initials>[A-Z]{2,}))\)"
)
"""*Tarrow Water (“the Company”)*, *the Ministry (the respondent)*, *the Mission (JMM)*."""
_REACH = 120
"""How many letters before the brackets the name may begin."""


def defined(text: str, known: Gazetteer) -> Iterator[tuple[str, str]]:
    """The terms that a text defines for somebody known, with the ids of who that is.

    Who is meant stands right before the brackets, or has the term as a word of its name.
    """
    for match in _DEFINED.finditer(text):
        term = match["quoted"] or match["plain"] or match["initials"]
        if term.endswith("s") and not term.isupper():
            continue  # *the Parties*, *the applicants* are several
        lows = tuple(w.low for w in words(text[max(0, match.start() - _REACH) : match.start()]))
        before: frozenset[str] = frozenset()
        bearing: frozenset[str] = frozenset()
        at = 0
        while at < len(lows):
            size, ids = known.longest(lows, at)
            actors = frozenset(id for id in ids if id.startswith("actor:"))
            if actors and term.lower() in lows[at : at + size]:
                bearing = actors
            if actors and at + size == len(lows):
                before = actors
            at += size or 1
        yield from ((term, id) for id in sorted(bearing or before))


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

"""Text in the cells of a terminal: how many it takes, and how it is broken into rows.

The standard library knows which characters are wide and which take no cell of their own; a
dependency would add only the newest emoji sequences, about which terminals disagree.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from quoteproof.text.characters import visible

_TAB = "    "
_SOFT_HYPHEN = "\xad"


def shown(text: str) -> str:
    """The text on one line, with nothing in it that moves a cursor: what is unseen becomes a sign.

    A tab takes four cells wherever it stands.
    """
    return visible(text).replace("\n", "␊").replace("\t", _TAB)


def width(text: str) -> int:
    """How many cells a text takes that is as `shown` makes it."""
    if text.isascii():
        return len(text)
    return sum(map(_cells, text))


def runs_right_to_left(text: str) -> bool:
    """Whether a terminal may show some of the text in another order than it is stored."""
    return any(unicodedata.bidirectional(char) in ("R", "AL", "AN") for char in text)


def rows(text: str, cells: int, start: int = 0) -> Iterator[tuple[int, int]]:
    """The spans of a text from `start` on that fit into rows of so many cells.

    `text` as it is stored: a character takes the cells of its sign. It is broken after spaces where
    it can be; the spans leave nothing out, and one character too wide has a row of its own.
    """
    broken_at, used = start, 0
    for index, char in enumerate(text[start:], start):
        needed = width(shown(char))
        while used + needed > cells and index > start and not char.isspace():
            end = broken_at if broken_at > start else index
            yield start, end
            start, used = end, width(shown(text[end:index]))
        used += needed
        if char.isspace():
            broken_at = index + 1
    yield start, len(text)


def wrapped(text: str, cells: int) -> list[str]:
    """The rows of a message, as `shown`, without the spaces at which it was broken."""
    return [shown(text[start:end]).strip() for start, end in rows(text, max(cells, 1))]


def _cells(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf") and char != _SOFT_HYPHEN:
        return 0
    if "\u1160" <= char <= "\u11ff":  # vowels and ends of Hangul syllables join their beginning
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1

"""How wide words will be when a browser draws them, and where to break them.

A figure is made before anyone knows the reader's font, so this errs on the wide side: the widths
are Arial's, the widest of the faces that the site falls back to.
"""

from __future__ import annotations

import unicodedata

_NARROW = frozenset("ijl'|!.,:;·’‘ ")
_SLIM = frozenset('ftrI()[]/-“”"')
_WIDE = frozenset("mwMW—%@…")


def text_width(text: str, size: int) -> int:
    """The width of a line of text in a sans-serif face of this size, rounded up."""
    return -(-sum(map(_thousandths, text)) * size // 1000)


def wrapped(text: str, size: int, room: int) -> tuple[str, ...]:
    """The text in lines that fit into the room, at least one; a longer word is cut."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".lstrip()
        if text_width(longer, size) <= room:
            lines[-1] = longer
            continue
        if lines[-1]:
            lines.append("")
        for char in word:
            if lines[-1] and text_width(lines[-1] + char, size) > room:
                lines.append("")
            lines[-1] += char
    return tuple(lines)


def _thousandths(char: str) -> int:
    if char in _NARROW:
        return 290
    if char in _SLIM:
        return 360
    if char in _WIDE:
        return 870
    if unicodedata.combining(char):
        return 0
    if unicodedata.east_asian_width(char) in "WF":
        return 1000
    if char.isupper():
        return 710
    return 570

"""Characters that a reader cannot see, or that change what one sees, and how to show them."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class TroubleKind(StrEnum):
    """What is the matter with a character."""

    BOM = "byte-order-mark"
    """U+FEFF: at the start it marks the encoding, elsewhere it is an invisible no-break space."""
    CONTROL = "control"
    """C0 and C1 control characters and DEL, except tab and line breaks."""
    BIDI = "bidirectional"
    """Embeddings, overrides and isolates, which can show words in another order than they stand.

    Plain direction marks (U+200E, U+200F, U+061C) are common in Arabic and Hebrew, and harmless.
    """
    CARRIAGE_RETURN = "carriage-return"
    """CR LF or a lone CR as a line break."""
    NONCHARACTER = "noncharacter"
    """Code points that never stand for a character, surrogates among them: UTF-8 cannot hold those,
    but an escape in YAML or JSON can."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """One troublesome character (CR LF counts as one) and its offset in code points."""

    kind: TroubleKind
    offset: int
    character: str
    name: str
    """Such as ``U+202E RIGHT-TO-LEFT OVERRIDE``."""


def troublesome(text: str) -> Iterator[Trouble]:
    """All troublesome characters of a text, in order. Any text will do."""
    if not _ANY_TROUBLE.search(text):  # nearly always so
        return
    for match in _TROUBLESOME.finditer(text):
        kind = TroubleKind[match.lastgroup or ""]
        yield Trouble(kind, match.start(), match[0], _name(match[0]))


def visible(text: str) -> str:
    """The text with its troublesome characters as visible signs that do nothing.

    Control characters below U+0080 become their pictures (``␀``, ``␍``), others their code points
    in brackets (``[U+202E]``). Tabs and line feeds stay. There is no way back: a text may hold such
    signs of its own.
    """
    return _TROUBLESOME.sub(lambda match: "".join(map(_sign, match[0])), text)


_NONCHARACTERS = "\ufdd0-\ufdef\ud800-\udfff" + "".join(
    f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
)
_CONTROLS = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
_BIDI = "\u202a-\u202e\u2066-\u2069"
_TROUBLESOME = re.compile(
    r"(?P<CARRIAGE_RETURN>\r\n?)"
    f"|(?P<CONTROL>[{_CONTROLS}])"
    "|(?P<BOM>\ufeff)"
    f"|(?P<BIDI>[{_BIDI}])"
    f"|(?P<NONCHARACTER>[{_NONCHARACTERS}])"
)
_ANY_TROUBLE = re.compile(f"[\r{_CONTROLS}\ufeff{_BIDI}{_NONCHARACTERS}]")
_PICTURES = {chr(code): chr(0x2400 + code) for code in range(32)} | {"\x7f": "\u2421"}


def _name(characters: str) -> str:
    return " ".join(f"U+{ord(char):04X} {_word_for(char)}" for char in characters)


def _word_for(char: str) -> str:
    picture = _PICTURES.get(char)
    if picture:  # the database names no control character, but it does name its picture
        return unicodedata.name(picture).removeprefix("SYMBOL FOR ")
    by_category = {"Cc": "C1 control", "Cn": "noncharacter", "Cs": "surrogate"}
    return unicodedata.name(char, "") or by_category[unicodedata.category(char)]


def _sign(char: str) -> str:
    if char == "\n":
        return char
    return _PICTURES.get(char) or f"[U+{ord(char):04X}]"

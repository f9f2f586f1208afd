"""The named normalisations after which quote and source are compared, and the way back.

They even out how text was typeset, copied or typed, and nothing that a reader would call a
different wording: letters, case, figures, accents and punctuation marks have to agree.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from functools import cache

WHITE_SPACE = (
    "\t\n\v\f\r \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000"
)
"""The characters with the Unicode property White_Space."""

INVISIBLE = "\xad\u200b\u2060\ufeff"
"""Soft hyphen, zero-width space, word joiner, byte order mark: they only steer line breaks.

Joiners (U+200C, U+200D) are not among them: in Persian or Hindi they change what is written.
"""

_SINGLE_MARKS = "‘’‚‛‹›′`´\u1fef\u1ffd\u02bb\u02bc\u05f3\uff07"
_DOUBLE_MARKS = "“”„‟«»″〝〞〟\u05f4\uff02"
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u058a\u05be\ufe58\ufe63\uff0d"

_LONGEST_CLUSTER = 64
"""Letters with more marks than this stay as they are: no script needs thirty (UAX #15, Stream-Safe
Text Format), and composing takes time that grows with the square of their number."""


@dataclass(frozen=True, slots=True)
class Normalisation:
    """One kind of difference that does not count between a quote and its source."""

    name: str
    description: str
    """A sentence for the page on the method."""
    example: tuple[str, str]
    """As written, and as compared."""


NORMALISATIONS = (
    Normalisation(
        "white-space",
        "Any run of spaces, tabs, line breaks, no-break spaces and other white space "
        "counts as one space.",
        ("four days\nof talks", "four days of talks"),
    ),
    Normalisation(
        "invisible-breaks",
        "Characters that print nothing and only steer where a line may break (soft hyphen, "
        "zero-width space, word joiner, byte order mark) are left out.",
        ("cease\u00adfire", "ceasefire"),
    ),
    Normalisation(
        "quotation-marks",
        "Typographic quotation marks, apostrophes, guillemets and primes count as the straight "
        "ones, single as single and double as double.",
        ("“rare calm” in Syria’s war", '"rare calm" in Syria\'s war'),
    ),
    Normalisation(
        "dashes",
        "Hyphens of every kind, en dashes, em dashes and minus signs count as a hyphen.",
        ("5–14 March", "5-14 March"),
    ),
    Normalisation(
        "ellipses",
        "The ellipsis character counts as three full stops.",
        ("to cut all…", "to cut all..."),
    ),
    Normalisation(
        "composition",
        "A letter followed by its accents counts as the accented letter (Unicode NFC).",
        ("I\u0307dlib", "İdlib"),
    ),
)
"""All of them, in the order in which they are applied and named."""


@dataclass(frozen=True, slots=True)
class NormalisedText:
    """A text as it is compared, which knows where each stretch of it stands in the raw text.

    All offsets are code points. Made by `normalise`.
    """

    raw: str
    text: str
    _stages: tuple[_Stage, ...] = field(repr=False)

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """The shortest span of `raw` that holds all of ``text[start:end]``.

        Invisible characters at its edges are left outside. Raises ValueError for an empty span and
        for one that leaves the text.
        """
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"no span of the text: {start}-{end} of {len(self.text)}")
        for stage in reversed(self._stages):
            start, end = stage.origin_of_start(start)[0], stage.origin_of_end(end)[0]
        return start, end

    def on_raw_boundaries(self, start: int, end: int) -> bool:
        """Whether ``text[start:end]`` is made of whole characters of `raw`.

        One dot of three that were an ellipsis is not, nor is a part of a recomposed cluster.
        Raises ValueError as `raw_span` does.
        """
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"no span of the text: {start}-{end} of {len(self.text)}")
        for stage in reversed(self._stages):
            start, starts_whole = stage.origin_of_start(start)
            end, ends_whole = stage.origin_of_end(end)
            if not (starts_whole and ends_whole):
                return False
        return True


def normalise(raw: str) -> NormalisedText:
    """The text with all `NORMALISATIONS` applied. Normalising a second time changes nothing."""
    text, simplified = _simplify(raw, _odd_characters())
    text, composed = _compose(text)
    return NormalisedText(raw, text, tuple(s for s in (simplified, composed) if s.starts))


def normalisations_between(raw: str, quote: str) -> tuple[str, ...]:
    """The names of the normalisations without which two texts would differ, in their usual order.

    () if the texts are identical. They must be equal once normalised; for others the answer
    means nothing.
    """
    if raw == quote:
        return ()
    names = [kind.name for kind in NORMALISATIONS if _touches(kind.name, raw + "a" + quote)]
    if len(names) == 1:
        return (names[0],)
    return tuple(name for name in names if _all_but(name, raw) != _all_but(name, quote))


@dataclass(frozen=True, slots=True)
class _Stage:
    """The places where one pass over a text changed its length: parallel arrays, in order.

    ``result[starts[i]:ends[i]]`` came from ``origin[origin_starts[i]:origin_ends[i]]``; what lies
    between was kept character by character.
    """

    starts: array[int] = field(default_factory=lambda: array("I"))
    ends: array[int] = field(default_factory=lambda: array("I"))
    origin_starts: array[int] = field(default_factory=lambda: array("I"))
    origin_ends: array[int] = field(default_factory=lambda: array("I"))

    def add(self, start: int, end: int, origin_start: int, origin_end: int) -> None:
        self.starts.append(start)
        self.ends.append(end)
        self.origin_starts.append(origin_start)
        self.origin_ends.append(origin_end)

    def origin_of_start(self, position: int) -> tuple[int, bool]:
        """Where the character that starts at `position` starts, and whether it starts there."""
        edit = bisect_right(self.starts, position) - 1
        if edit < 0:
            return position, True
        if position < self.ends[edit]:
            return self.origin_starts[edit], position == self.starts[edit]
        return self.origin_ends[edit] + position - self.ends[edit], True

    def origin_of_end(self, position: int) -> tuple[int, bool]:
        """Where the character that ends at `position` ends, and whether it ends there."""
        edit = bisect_left(self.starts, position) - 1
        if edit < 0:
            return position, True
        if position <= self.ends[edit]:
            return self.origin_ends[edit], position == self.ends[edit]
        return self.origin_ends[edit] + position - self.ends[edit], True


_BY_NAME = {
    "white-space": dict.fromkeys(WHITE_SPACE, " "),
    "invisible-breaks": dict.fromkeys(INVISIBLE, ""),
    "quotation-marks": dict.fromkeys(_SINGLE_MARKS, "'") | dict.fromkeys(_DOUBLE_MARKS, '"'),
    "dashes": dict.fromkeys(_DASHES, "-"),
    "ellipses": {"…": "..."},
}
_REPLACEMENTS = {char: new for table in _BY_NAME.values() for char, new in table.items()}
_WHITE = re.compile(f"[{WHITE_SPACE}]")
_TOUCHED = {name: re.compile(f"[{''.join(table)}]") for name, table in _BY_NAME.items()} | {
    "white-space": re.compile(f"[{WHITE_SPACE.replace(' ', '')}]|  ")
}


@cache
def _odd_characters(without: str = "") -> re.Pattern[str]:
    """What the normalisations of single characters and runs of white space replace."""
    tables = {name: "".join(table) for name, table in _BY_NAME.items() if name != without}
    runs = tables.get("white-space", "") + tables.get("invisible-breaks", "")
    singles = "".join(tables.values()).replace(" ", "")
    return re.compile(f"[{re.escape(runs)}]{{2,}}|[{re.escape(singles)}]")


def _simplify(text: str, odd: re.Pattern[str]) -> tuple[str, _Stage]:
    stage = _Stage()
    pieces: list[str] = []
    done = length = 0
    for match in odd.finditer(text):
        start, end = match.span()
        old = match.group()
        new = _REPLACEMENTS.get(old)
        if new is None:
            new = " " if _WHITE.search(old) else ""
        pieces += text[done:start], new
        length += start - done + len(new)
        if len(new) != end - start:
            stage.add(length - len(new), length, start, end)
        done = end
    return "".join((*pieces, text[done:])) if pieces else text, stage


def _compose(text: str) -> tuple[str, _Stage]:
    stage = _Stage()
    if unicodedata.is_normalized("NFC", text):
        return text, stage
    pieces: list[str] = []
    done = length = 0
    for match in _clusters().finditer(text):
        start, end = match.span()
        old = match.group()
        if end - start > _LONGEST_CLUSTER or unicodedata.is_normalized("NFC", old):
            continue
        new = unicodedata.normalize("NFC", old)
        pieces += text[done:start], new
        length += start - done + len(new)
        stage.add(length - len(new), length, start, end)
        done = end
    return "".join((*pieces, text[done:])), stage


@cache
def _clusters() -> re.Pattern[str]:
    """A letter with the marks (or the Hangul vowel and final) that may compose with it.

    Found by asking the database for every character, which takes some tens of milliseconds: only
    texts that are not NFC as they stand pay for it.
    """
    joining = {*range(0x1161, 0x1176), *range(0x11A8, 0x11C3)}  # Hangul composes by rule
    unstable: set[int] = set()
    for code in range(0x300, 0x30000):  # beyond plane 2 nothing decomposes and nothing combines
        char = chr(code)
        decomposition = unicodedata.decomposition(char)
        if unicodedata.combining(char):
            joining.add(code)
        elif decomposition and not decomposition.startswith("<"):
            pair = [int(part, 16) for part in decomposition.split()]
            joining.update(pair[1:])
            if unicodedata.combining(chr(pair[0])):
                joining.add(code)
            elif not unicodedata.is_normalized("NFC", char):
                unstable.add(code)
    marks, lone = _character_class(joining), _character_class(unstable - joining)
    return re.compile(f"[^ {marks}]?[{marks}]+|[{lone}]")


def _character_class(codes: set[int]) -> str:
    ranges: list[list[int]] = []
    for code in sorted(codes):
        if ranges and ranges[-1][1] == code - 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return "".join(f"{chr(first)}-{chr(last)}" for first, last in ranges)


def _touches(name: str, text: str) -> bool:
    """Whether a normalisation might change the text, on its own or after the ones before it."""
    if name == "composition":
        return not unicodedata.is_normalized("NFC", text) or _touches("invisible-breaks", text)
    return _TOUCHED[name].search(text) is not None


def _all_but(name: str, text: str) -> str:
    text, _ = _simplify(text, _odd_characters(without=name))
    return text if name == "composition" else _compose(text)[0]

"""Where words and numbers begin and end, so that no quote is cut out of the middle of one.

A quote of *6 Turkish* out of *36 Turkish* stands in the source letter by letter, and is false.
"""

import re
import unicodedata
from dataclasses import dataclass
from typing import Literal

from quoteproof.text.normalise import INVISIBLE

UNSPACED = (
    "\u0e00-\u0eff"  # Thai, Lao
    "\u1000-\u109f\ua9e0-\ua9ff\uaa60-\uaa7f"  # Myanmar
    "\u1780-\u17ff\u19e0-\u19ff"  # Khmer
    "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"  # Han
    "\U00020000-\U000323af"
    "\u3040-\u30ff\u31f0-\u31ff\uff66-\uff9f\U0001aff0-\U0001b16f"  # Hiragana, Katakana
)
"""Scripts that write words without spaces between them, as ranges for a regular expression."""


@dataclass(frozen=True, slots=True)
class WordCut:
    """A span that begins or ends inside a word or a number."""

    edge: Literal["start", "end"]
    word: str
    """The whole word or number, as it stands (see `span_of_words` for very long ones)."""


def cuts_word(raw: str, start: int, end: int) -> WordCut | None:
    """The word or number that ``raw[start:end]`` cuts into, its start looked at first, else None.

    Letters, digits, marks and joiners that touch belong together, and so do digits around a
    separator (*2,400*, *01:00*, *1/2*; groups of three also around a narrow or no-break space).
    Hyphens part words: *Turkish* may be quoted out of *Russian-Turkish*. So do apostrophes, except
    before the endings of English (*can't*, *we'll*), since *can* is not what *can't* says; the
    possessive *'s* may be left out. Between letters of scripts without spaces any place will do.
    """
    if _inside_word(raw, start, ending=False):
        return WordCut("start", _word_around(raw, start, start + 1))
    if _inside_word(raw, end, ending=True):
        return WordCut("end", _word_around(raw, end - 1, end))
    return None


def span_of_words(raw: str, start: int, end: int) -> tuple[int, int]:
    """The span widened to whole words and numbers, by at most 200 code points on either side."""
    for _ in range(_LONGEST_WORD):
        if not _inside_word(raw, start, ending=False):
            break
        start -= 1
    for _ in range(_LONGEST_WORD):
        if not _inside_word(raw, end, ending=True):
            break
        end += 1
    return start, end


_LONGEST_WORD = 200
_APOSTROPHES = "'’\u02bc\uff07"
_ENDINGS = {"s", "t", "d", "m", "re", "ve", "ll"}
_SEPARATORS = ".,:/'’\u066b\u066c"
_THIN_SPACES = "\xa0\u2009\u202f"
_JOINERS = "\u200c\u200d"
_UNSPACED = re.compile(f"[{UNSPACED}]")
_THREE_DIGITS = re.compile(r"\d{3}(?!\d)")
_ENDING = re.compile(r"[^\W\d_]{1,3}")


def _inside_word(raw: str, place: int, *, ending: bool) -> bool:
    """Whether the place between two code points is no place for a quote to begin, or to end."""
    if not 0 < place < len(raw):
        return False
    left, right = raw[place - 1], raw[place]
    if left == " " or right == " ":
        return False  # nearly always so
    if left in INVISIBLE or right in INVISIBLE:
        return _inside_word(*_without_invisible(raw, place), ending=ending)
    if left.isdecimal() and right.isdecimal():
        return True
    if unicodedata.category(right).startswith("M") or left in _JOINERS or right in _JOINERS:
        return not left.isspace()
    if _parts_number(raw, place):
        return True
    if left in _APOSTROPHES or right in _APOSTROPHES:
        return _parts_ending(raw, place, ending=ending)
    if _in_word(left) and _in_word(right):
        return not (_UNSPACED.match(left) or _UNSPACED.match(right))
    return False


def _without_invisible(raw: str, place: int) -> tuple[str, int]:
    """The surroundings of a place as they are seen; they suffice to tell words apart."""
    before = "".join(char for char in raw[max(place - 50, 0) : place] if char not in INVISIBLE)
    after = "".join(char for char in raw[place : place + 50] if char not in INVISIBLE)
    return before + after, len(before)


def _in_word(char: str) -> bool:
    return char.isalnum() or unicodedata.category(char).startswith("M")


def _parts_number(raw: str, place: int) -> bool:
    """Whether a separator with digits around it stands just before or after the place."""
    for middle in (place - 1, place):
        if not 0 < middle < len(raw) - 1 or not raw[middle - 1].isdecimal():
            continue
        if raw[middle] in _SEPARATORS and raw[middle + 1].isdecimal():
            return True
        if raw[middle] in _THIN_SPACES and _THREE_DIGITS.match(raw, middle + 1):
            return True
    return False


def _parts_ending(raw: str, place: int, *, ending: bool) -> bool:
    """Whether the place would part an English ending such as *'t* from its word."""
    before = raw[place] in _APOSTROPHES
    apostrophe = place if before else place - 1
    if apostrophe == 0 or not _in_word(raw[apostrophe - 1]):
        return False
    letters = _ENDING.match(raw, apostrophe + 1)
    if not letters or letters[0].lower() not in _ENDINGS:
        return False
    possessive = letters[0].lower() == "s"
    return not (possessive and before and ending)


def _word_around(raw: str, start: int, end: int) -> str:
    start, end = span_of_words(raw, start, end)
    return raw[start:end]

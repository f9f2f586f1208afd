"""Whether a number of a passage is the sentence's, in whatever form, or one that it rounds."""

from __future__ import annotations

import re
from fractions import Fraction

from quoteproof.scrutiny.facts.ground import Ground
from quoteproof.scrutiny.prose.numbers import Hedge, Number
from quoteproof.scrutiny.prose.reading import Reading
from quoteproof.scrutiny.prose.units import UNITS, same_measure
from quoteproof.scrutiny.prose.words import PAST_FORMS, forms

Given = list[tuple[Number, Ground]]
"""The numbers of the passages."""


def noun_after(reading: Reading, number: Number) -> str:
    """The stem of the word that a number counts, if it directly follows."""
    for word in reading.words:
        if word.start >= number.end:
            verb = word.low in PAST_FORMS or word.low.endswith("ed")
            return word.stem if word.is_content and not word.breaks and not verb else ""
    return ""


def is_same(reading: Reading, number: Number, other: Number, ground: Ground) -> bool:
    """Whether a number of a passage is the sentence's, or is so in another unit or form."""
    if number.vague or other.vague:
        return _is_vaguely(number, other)
    if number.ordinal != other.ordinal and nth(reading, number) == nth(ground.reading, other) > 0:
        return True
    if number.ordinal or other.ordinal:
        return number.value == other.value and (
            number.ordinal == other.ordinal or _in_turn(reading, number, ground.reading, other)
        )
    if number.unit and other.unit:
        return same_measure(number.value, number.unit, other.value, other.unit)
    if "percent" in (number.unit, other.unit):
        share, part = (number, other) if number.unit else (other, number)
        if part.value < 1:  # a third is 33 per cent
            return abs(share.value - part.value * 100) < Fraction(1, 2)
        if share.value >= 100:  # twice as much is 200 per cent of it
            return share.value == part.value * 100
    if number.value * _scale_behind(reading, number) != other.value:
        return False
    if number.unit and not other.unit:
        return not noun_after(ground.reading, other)
    if other.unit != "percent" and any(n.unit == other.unit for n in reading.numbers if n.unit):
        return True  # *of 60 million litres, 27 million go to the town*
    return not other.unit or not noun_after(reading, number)


def _scale_behind(reading: Reading, number: Number) -> int:
    """The million of what a number is a part of: *2.2 of the town's 9 million marks*; else 1."""
    match = (
        None if number.unit or number.value >= _THOUSAND else _PART.match(reading.text, number.end)
    )
    return {"million": 10**6, "billion": 10**9}[match[1]] if match else 1


_THOUSAND = 1000
_PART = re.compile(
    r"\sof\s(?:the|its|their|his|her|a|an)\s[^.;,\d]{0,30}\d[\d.,]*\s(million|billion)\b"
)


def nth(reading: Reading, number: Number) -> Fraction:
    """3 of *the third*, and of *a third* that may be the one after the second; 0 of other parts."""
    if number.ordinal:
        return number.value
    shown = reading.text[number.start : number.end].lower()
    part = shown.startswith(("a ", "a-", "one ")) and not reading.text.startswith(" of", number.end)
    return 1 / number.value if part and 0 < number.value < 1 else Fraction(0)


def _in_turn(reading: Reading, number: Number, theirs: Reading, other: Number) -> bool:
    """Whether a number counts to where another stands: *the fourth day*, *four days*, *No. 4*."""
    nouns = {
        forms(n.unit)[1] if n.unit else noun_after(r, n)
        for r, n in ((reading, number), (theirs, other))
    }
    return (
        len(nouns) == 1
        or "" in nouns
        or any(
            _NUMBERED.search(r.text, 0, n.start) for r, n in ((reading, number), (theirs, other))
        )
    )


_NUMBERED = re.compile(r"(?:\bno\.?|\bnr\.?|\bnumber|#)\s?$", re.IGNORECASE)


_SCORES = {
    "tens": 20, "dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2000,
    "millions": 2 * 10**6, "billions": 2 * 10**9,
}  # fmt: skip


def _is_vaguely(number: Number, other: Number) -> bool:
    """*Dozens* are *dozens*, or any number that is as large."""
    return number.vague == other.vague or (
        not other.vague and not other.unit and other.value >= _SCORES[number.vague]
    )


_NEAR = Fraction(1, 10)
"""How far, in parts of itself, a rounded number may be from the one that it stands for."""


def is_rounded(reading: Reading, number: Number, other: Number, ground: Ground) -> bool:
    """Whether a number that says *nearly* or *more than* is a rounder form of another one."""
    if number.hedge is Hedge.NONE or number.vague or other.vague or number.ordinal or other.ordinal:
        return False
    if _figures(number.value) >= _figures(other.value):
        return False
    one, two = in_percent(number), in_percent(other)
    if one[1] and two[1]:
        if UNITS[one[1]] != UNITS[two[1]]:
            return False
    elif one[1] != two[1] or (
        number.value < 100 and noun_after(reading, number) != noun_after(ground.reading, other)
    ):
        return False
    away = two[0] - one[0]
    match number.hedge:
        case Hedge.LESS | Hedge.NEARLY | Hedge.AT_MOST:
            return -_NEAR * one[0] <= away <= 0
        case Hedge.MORE | Hedge.AT_LEAST:
            return 0 <= away <= _NEAR * one[0]
        case _:
            return abs(away) <= _NEAR / 2 * one[0]


def in_percent(number: Number) -> tuple[Fraction, str]:
    """A number and its unit; a share below one as percent."""
    if not number.unit and 0 < number.value < 1:
        return number.value * 100, "percent"
    return number.value, number.unit


def _figures(value: Fraction) -> int:
    """How many digits a number needs; a fraction such as two thirds counts as a round one."""
    if value.denominator in (3, 4, 5, 6, 7, 8, 9) and value < 1:
        return 1
    return len(f"{float(value):.10g}".replace(".", "").strip("0"))

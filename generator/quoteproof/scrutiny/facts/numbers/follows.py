"""What can be seen at a glance from the numbers and dates that one passage has side by side.

What else is worked out has to be declared.
"""

from __future__ import annotations

import re
from collections import Counter
from fractions import Fraction
from itertools import combinations, pairwise

from quoteproof.scrutiny.facts.ground import Ground
from quoteproof.scrutiny.facts.miss import Setting
from quoteproof.scrutiny.facts.numbers.same import in_percent, noun_after
from quoteproof.scrutiny.prose.dates import Kind
from quoteproof.scrutiny.prose.numbers import Number
from quoteproof.scrutiny.prose.reading import Reading
from quoteproof.scrutiny.prose.units import TIME_UNITS, UNITS

_CHANGE = re.compile(
    r"\b(?:rose|risen|rise|rising|fell|fallen|fall|grew|grown|growth|increas\w+|decreas\w+|declin\w+"
    r"|drop\w*|reduc\w+|cut|cuts|more|less|fewer|higher|lower|up|down|below|above|gain\w*|lost)\b",
    re.IGNORECASE,
)
_APART = re.compile(r"\s(?:later|earlier|before|after|ago)\b")
_BY = re.compile(r"\bby\s(?:\w+\s)?$")
_THAN = re.compile(
    r"\s(?:\w+\s)?(?:more|less|fewer|higher|lower|longer|shorter|above|below|over|under|short)\b"
)
_AGAIN = re.compile(r"\b(?:again|once more|a second time)\b")
_OTHER = re.compile(r"\b(?:other|another|remaining)\s$", re.IGNORECASE)
_OTHERS = re.compile(r"\s(?:\w+\s)?(?:others|remain|remained|remaining)\b")


def at_a_glance(reading: Reading, number: Number, setting: Setting) -> bool:
    """Whether a number follows from numbers and dates that one passage has side by side.

    The days of *1-19 June*, a rise in per cent or in points, what is left of a whole, a half.
    """
    return not number.ordinal and any(
        _is_difference(reading, number, ground)
        or _is_again(reading, number, ground)
        or (
            _is_length(reading, number, ground)
            if number.unit in TIME_UNITS
            else _is_rest(reading, number, ground)
            or _is_ratio(number, ground)
            or (_CHANGE.search(reading.text) is not None and _is_change(number, ground))
        )
        for ground in setting.footing.grounds
    )


def _is_length(reading: Reading, number: Number, ground: Ground) -> bool:
    """Whether it is a span of time between days or hours that a passage has."""
    days = number.value * round(UNITS[number.unit][1]) / 86400
    far = _APART.match(reading.text, number.end) is not None
    if days == 1 and any(abs(when.low) == 1 for when in ground.reading.whens):
        return True  # *tomorrow*
    if days < 1:
        return days in _hours(ground)
    if number.unit.startswith("day") and number.value == _days_listed(reading, number, ground) > 1:
        return True  # *on two days, 15 on 10 May and nine on 12 May*
    if number.unit.startswith("month") and number.value == _months_listed(ground) > 1:
        return True
    return days in _lengths(ground, far) or (far and days in _from_own_days(reading, ground))


def _days_listed(reading: Reading, number: Number, ground: Ground) -> int:
    """How many days a sentence tells behind a number, up to the next semicolon."""
    ends = _PART_ENDS.search(reading.text, number.end)
    last = ends.start() if ends else len(reading.text)
    days = (when.days(ground.issued) for when in reading.whens if number.end < when.start < last)
    return len({day for some in days for day, _ in some})


_PART_ENDS = re.compile(r";|[.?!](?:\s|$)")


def _from_own_days(reading: Reading, ground: Ground) -> set[int]:
    """How far the days of a passage lie from those of the sentence: *on 3 May, a day before*."""
    ours, theirs = (
        [day for when in one.whens if when.kind is Kind.DAY for day, _ in when.days(ground.issued)]
        for one in (reading, ground.reading)
    )
    return {abs((one - other).days) for one in ours for other in theirs if one != other}


def _months_listed(ground: Ground) -> int:
    """How many months a passage lists: three in *October, November and December*."""
    months = [when for when in ground.reading.whens if when.kind is Kind.MONTH]
    gaps = [ground.reading.text[a.end : b.start] for a, b in pairwise(months)]
    listed = next((at for at, gap in enumerate(gaps) if not _LISTED.fullmatch(gap)), len(gaps))
    return min(listed + 1, len(months))


_LISTED = re.compile(r",\s(?:and\s)?|\sand\s")


def _hours(ground: Ground) -> set[Fraction]:
    """How long it is, as a part of a day, from one time of day to the next one of a passage."""
    clocks = [when for when in ground.reading.whens if when.kind is Kind.CLOCK]
    return {
        Fraction((then.minutes - first.minutes) % half, 1440)
        for first, then in pairwise(clocks)
        if first.minutes is not None and then.minutes is not None
        for half in [720 if first.twelve or then.twelve else 1440]
    }


def _is_again(reading: Reading, number: Number, ground: Ground) -> bool:
    """Whether it is *twice* for what a passage has once *and again*, or at two hours."""
    said = reading.text[number.start : number.end].lower()
    clocks = [when for when in ground.reading.whens if when.kind is Kind.CLOCK]
    return said == "twice" and (
        len(clocks) == _TWO or _AGAIN.search(ground.reading.text) is not None
    )


def _is_difference(reading: Reading, number: Number, ground: Ground) -> bool:
    """Whether it says by how much one number of a passage is more than another."""
    unit = "percent" if number.unit == "percentage" else number.unit
    return (
        number.unit == "percentage"
        or _BY.search(reading.text, 0, number.start) is not None
        or _THAN.match(reading.text, number.end) is not None
    ) and any(
        abs(one.value - other.value) == number.value
        for one, other in combinations(_amounts(ground), 2)
        if unit in (one.unit, other.unit) and {one.unit, other.unit} <= {unit, ""}
    )


def _is_rest(reading: Reading, number: Number, ground: Ground) -> bool:
    """Whether it is what is left: *the other seven* of 16, a share that makes up the hundred."""
    amounts = _amounts(ground)
    shares = [one.value for one in amounts if one.unit == "percent"]
    if number.unit == "percent" and len(shares) > 1:
        return number.value == 100 - sum(shares)
    return bool(
        _OTHER.search(reading.text, 0, number.start) or _OTHERS.match(reading.text, number.end)
    ) and any(
        abs(one.value - other.value) == number.value
        for one, other in combinations(amounts, 2)
        if {one.unit, other.unit} <= {number.unit, ""}
    )


def _is_ratio(number: Number, ground: Ground) -> bool:
    """Whether it is the part that one number of a passage is of another: *half*, of six of 12."""
    return number.value < 1 and any(
        one.value == number.value * other.value
        for one in _amounts(ground)
        for other in _amounts(ground)
        if one.unit == other.unit
    )


def _amounts(ground: Ground) -> list[Number]:
    """The numbers of a passage that say how much or how many."""
    return [n for n in ground.reading.numbers if n.value and not n.ordinal and not n.vague]


def _is_change(number: Number, ground: Ground) -> bool:
    """Whether it is, in per cent, how much one number of a passage is more than another."""
    share, unit = in_percent(number)
    given = [other for other in _amounts(ground) if other.unit != "percent"]
    return unit == "percent" and any(
        abs(abs(new.value - old.value) / old.value * 100 - share) < Fraction(1, 2)
        for old in given
        for new in given
        if old is not new and (not old.unit or not new.unit or old.unit == new.unit)
    )


_FROM_TO = re.compile(r"\s?(?:to|and|until|till|through|[-–—])\s?(?:the\s)?", re.IGNORECASE)


def _lengths(ground: Ground, far: bool) -> set[int]:
    """How many days the ranges of dates in a passage take, first and last day included.

    With `far`, the distance between any two of its dates that follow each other.
    """
    found: set[int] = set()
    times = [when for when in ground.reading.whens if when.kind is Kind.DAY]
    for one, other in pairwise(times):
        between = _FROM_TO.fullmatch(ground.reading.text, one.end, other.start)
        if not far and one.start != other.start and not between:
            continue
        for first, _ in one.days(ground.issued):
            for last, _ in other.days(ground.issued):
                length = (last - first).days
                found.add(abs(length) if far else length + 1)
    return found


def is_listed(reading: Reading, number: Number, grounds: tuple[Ground, ...]) -> bool:
    """Whether it counts what is listed: *three parties*, and then a colon and their names.

    Or what the passages list, and call by another word or by none: *the best of three*.
    """
    if number.unit or number.ordinal or number.value.denominator != 1:
        return False
    noun = noun_after(reading, number)
    own = _COLON.match(reading.text, number.end)
    if own and number.value == _length_of_list(own[1]):
        return True
    apposed = _APPOSED.match(reading.text, number.end)
    if apposed and number.value == len(_BETWEEN_NAMES.findall(apposed[1])) + 1:
        return True
    if 1 < number.value == _length_of_numbers(reading, number.start):
        return True
    if any(_is_with_others(number, ground) for ground in grounds):
        return True
    with_one_each = _AND_ONE_EACH.match(reading.text, number.end)
    if with_one_each and any(
        number.value + len(_EACH_ONE.findall(with_one_each[0]))
        == _length_of_names(ground.reading.text)
        for ground in grounds
    ):
        return True
    if noun and any(number.value == _how_many_named(noun, ground) for ground in grounds):
        return True
    if not noun:
        values = Counter(other.unit for ground in grounds for other in _amounts(ground))
        return _OF.search(reading.text, 0, number.start) is not None and (
            number.value in values.values()
        )
    if any(noun in ground.reading.stems for ground in grounds) and any(
        number.value == _length_of_names(ground.reading.text) for ground in grounds
    ):
        return True
    return not any(noun in ground.reading.stems for ground in grounds) and (
        number.value == len(grounds)
        or any(number.value <= _length_of_list(g.reading.text) for g in grounds)
    )


def _is_with_others(number: Number, ground: Ground) -> bool:
    """Whether a passage names one, and tells how many others: *Hill School and one other*."""
    return number.value == _TWO and _AND_ONE_OTHER.search(ground.reading.text) is not None


_AND_ONE_OTHER = re.compile(r"\b[A-Z][\w’'-]*\sand\s(?:one\sother|another)\b")


_AND_ONE_EACH = re.compile(r"\s\w+(?:(?:,|,?\sand)\san?\s\w+)+")
_EACH_ONE = re.compile(r"(?:,|\sand)\san?\s")
"""*Two companies, a union and a cooperative*: with the number of the first, how many there are."""


def _how_many_named(noun: str, ground: Ground) -> int:
    """How many names of a passage have a noun: *the Quay Union and the Union of Hauliers*."""
    words = ground.reading.words
    spans = {
        (mention.first, mention.last)
        for mention in ground.reading.mentions
        if mention.last - mention.first > 1 and words[mention.last - 1].stem == noun
    }
    spans |= {
        (at, at + 3)
        for at in ground.reading.stems.get(noun, ())
        if words[at].is_capitalised
        and [word.low for word in words[at + 1 : at + 2]] == ["of"]
        and any(word.is_capitalised for word in words[at + 2 : at + 3])
    }
    return len({ground.reading.shown(*span) for span in spans})


def _length_of_numbers(reading: Reading, end: int) -> int:
    """How many numbers stand in a list before a place: *1,563, 864 and 1,877 in three convoys*."""
    before = [number for number in reading.numbers if number.end <= end]
    gaps = [reading.text[a.end : b.start] for a, b in pairwise(before)]
    listed = 0
    for gap in reversed(gaps):
        if not _LISTED.fullmatch(gap):
            break
        listed += 1
    return listed + 1 if listed > 1 else 0


_COLON = re.compile(r"[^.:;]{0,80}:\s([^.:;]+)")
_OF = re.compile(r"\bof\s$")
_LIST = re.compile(r"(?:[^,;:.]{2,60},\s)+[^,;:.]{2,60},?\s(?:and|or)\s|[^,;:.]{2,60}\sand\s")
_BRACKETS = re.compile(r"\s\([^)]*\)")


def _length_of_list(text: str) -> int:
    """How many things the longest list of a text has: *A, B and C* three; 0 if it has none."""
    lists = _LIST.finditer(_BRACKETS.sub("", text))
    return max((found[0].rstrip(" andor").rstrip(",").count(",") + 2 for found in lists), default=0)


_NAME = r"(?:[Tt]he\s)?[A-Z][\w’'-]*(?:\s(?:(?:of|for)\s(?:the\s)?)?[A-Z][\w’'-]*)*"
_LIST_OF_NAMES = re.compile(rf"(?:{_NAME},\s)+{_NAME},?\sand\s{_NAME}")

_APPOSED = re.compile(rf"\s[a-z][\w\s’'-]*,\s({_NAME}(?:,\s{_NAME})*,?\sand\s{_NAME})")
_BETWEEN_NAMES = re.compile(r",?\sand\s(?=[A-Z])|,\s(?=[A-Z])")
"""*Two operators, Telvan and Northlink*."""


def _length_of_names(text: str) -> int:
    """How many names stand in the longest list of three or more; 0 if there is none."""
    lists = (found[0] for found in _LIST_OF_NAMES.finditer(_BRACKETS.sub("", text)))
    return max((len(re.split(r",\s(?:and\s)?|\sand\s", found)) for found in lists), default=0)


def is_rank(reading: Reading, number: Number, grounds: tuple[Ground, ...]) -> bool:
    """Whether a passage lists at least so many: *the third candidate*, *came third*."""
    noun = noun_after(reading, number)
    if (
        number.ordinal
        and number.value == _TWO
        and any(not _ANOTHER.isdisjoint(ground.reading.lows) for ground in grounds)
    ):
        return True  # *a second man*, for *another*
    if not number.ordinal or not (noun or _RANKED.search(reading.text, 0, number.start)):
        return False
    return any(
        len(ground.reading.stems.get(noun, ()) if noun else ground.reading.numbers) >= number.value
        for ground in grounds
    )


_TWO = 2
_ANOTHER = frozenset(("another", "other"))
_RANKED = re.compile(
    r"\b(?:c[ao]me|was|were|finish\w+|plac\w+|rank\w+)\s(?:in\s)?(?:the\s)?$", re.IGNORECASE
)

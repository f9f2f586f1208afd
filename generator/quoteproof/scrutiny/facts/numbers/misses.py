"""The numbers of a sentence that stand in no passage, and the counts of reports that are wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quoteproof.diagnostics import codes
from quoteproof.scrutiny.facts.ground import Ground, Library
from quoteproof.scrutiny.facts.hedges import hedge_misses
from quoteproof.scrutiny.facts.miss import Miss, Setting, Span, inside
from quoteproof.scrutiny.facts.numbers.follows import at_a_glance, is_listed, is_rank
from quoteproof.scrutiny.facts.numbers.headings import in_heading
from quoteproof.scrutiny.facts.numbers.rates import rates_missed
from quoteproof.scrutiny.facts.numbers.reports import counted, miscounted, vague_counts
from quoteproof.scrutiny.facts.numbers.same import Given, is_rounded, is_same, noun_after, nth
from quoteproof.scrutiny.prose.numbers import Hedge, Number
from quoteproof.scrutiny.prose.reading import Reading
from quoteproof.scrutiny.prose.units import MONEY, TIME_UNITS, UNITS


def number_misses(
    library: Library, reading: Reading, setting: Setting, excused: tuple[Span, ...]
) -> Iterator[Miss]:
    """The numbers that stand in no passage, and the counts of reports that are wrong."""
    yield from rates_missed(reading, setting, excused)
    yield from _units_missed(reading, setting.footing.grounds)
    yield from vague_counts(reading, setting)
    grounds = setting.footing.grounds
    given = [(number, ground) for ground in grounds for number in ground.reading.numbers]
    named = _named(reading)
    counts: dict[str, list[Number]] = {"report": [], "publisher": []}
    for number in reading.numbers:
        place = number.start, number.end
        if any(a <= place[0] < b for a, b in excused) or inside(place, named):
            continue
        if _is_in_title(reading, number, setting):
            continue
        same = [other for other in given if is_same(reading, number, *other)]
        if not any(other.unit for other, _ in same) and _is_other_measure(number.unit, grounds):
            same = []
        noun = noun_after(reading, number)
        what = counted(reading, number)
        if what and not any(noun_after(g.reading, n) == noun for n, g in same):
            counts[what].append(number)
        elif same:
            yield from hedge_misses(reading, number, same)
        elif not (
            _is_idle(reading, number, setting)
            or _told_otherwise(reading, number, given, grounds)
            or at_a_glance(reading, number, setting)
            or is_rank(reading, number, grounds)
            or _counts_on(reading, number)
            or is_listed(reading, number, grounds)
            or in_heading(library, reading, number, setting)
        ):
            yield Miss(
                codes.NUMBER_NOT_CARRIED,
                number.start,
                number.end,
                f"“{reading.text[number.start : number.end]}” stands in no passage that is cited "
                f"here{_instead(number, given)}.",
            )
    if setting.counted:
        yield from miscounted(reading, counts, setting)


def _units_missed(reading: Reading, grounds: tuple[Ground, ...]) -> Iterator[Miss]:
    """Units that stand before their number, or without one: *metre 31*, for *kilometre 31*."""
    counted = tuple((number.start, number.end) for number in reading.numbers)
    for word in reading.words:
        if (
            word.low in UNITS
            and len(word.low) > 2
            and not inside((word.start, word.end), counted)
            and not any(word.stem in ground.reading.stems for ground in grounds)
            and _is_other_measure(word.low, grounds)
        ):
            yield Miss(
                codes.NUMBER_NOT_CARRIED,
                word.start,
                word.end,
                f"“{word.text}” stands in no passage that is cited here.",
            )


def _is_other_measure(unit: str, grounds: tuple[Ground, ...]) -> bool:
    """Whether the passages measure such things in other units only: *in tonnes*, not kilograms."""
    if unit not in UNITS or UNITS[unit][0] == "time":
        return False
    units = {low for ground in grounds for low in ground.reading.lows if low in UNITS}
    units |= {n.unit for ground in grounds for n in ground.reading.numbers if n.unit in UNITS}
    sort, size = _measure(unit)
    sizes = {theirs for kind, theirs in map(_measure, units) if kind == sort}
    return bool(sizes) and size not in sizes


def _measure(unit: str) -> tuple[str, object]:
    """What a unit measures, and how large it is; of money, whose."""
    sort, size = UNITS[unit]
    return ("money", sort) if sort in MONEY else (sort, size)


def _is_in_title(reading: Reading, number: Number, setting: Setting) -> bool:
    """Whether a source has the number in its title, behind the same word: *Case 88/2017*."""
    before = next((w for w in reversed(reading.words) if w.end < number.start), None)
    if before is None or not before.is_capitalised or number.unit:
        return False
    title = re.compile(rf"\b{re.escape(reading.text[before.start : number.end])}\b")
    return any(title.search(source.title) for source in setting.footing.sources)


def _told_otherwise(
    reading: Reading, number: Number, given: Given, grounds: tuple[Ground, ...]
) -> bool:
    """Whether a number is told in other words or rounded, or is a part of one that is told."""
    otherwise = [(n, ground) for ground in grounds for n in ground.reading.said_otherwise]
    return (
        _is_day(reading, number, grounds)
        or any(is_same(reading, number, *other) for other in otherwise)
        or any(is_rounded(reading, number, *other) for other in given + otherwise)
        or any(
            whole.start <= number.start
            and number.end <= whole.end
            and any(is_same(reading, whole, *other) for other in given + otherwise)
            for whole in reading.said_otherwise
        )
    )


def _is_day(reading: Reading, number: Number, grounds: tuple[Ground, ...]) -> bool:
    """Whether it is a day of the month that a passage has: *from the 17th to the 23rd*."""
    return (
        number.ordinal
        and reading.text[number.start].isdigit()
        and any(when.day == number.value for g in grounds for when in g.reading.whens)
    )


def _named(reading: Reading) -> tuple[Span, ...]:
    """The places of names of several words: a number in one is looked up with the name."""
    return tuple(
        (reading.words[m.first].start, reading.words[m.last - 1].end)
        for m in reading.mentions
        if m.last - m.first > 1
    )


def _is_idle(reading: Reading, number: Number, setting: Setting) -> bool:
    """Whether a number counts nothing that a passage would have to count.

    *The first test*, *one man*, *within a week*; *the two presidents*, *all three accounts* of
    those that are named or cited; *half of that*, of a number that was told before.
    """
    hedged = number.hedge is not Hedge.NONE and number.unit in TIME_UNITS
    measured = number.unit not in TIME_UNITS and any(
        UNITS[other.unit][0] == UNITS[number.unit][0]
        for ground in setting.footing.grounds
        for other in ground.reading.numbers
        if other.unit and number.unit
    )  # *within a kilometre*, where a passage has *one mile*
    idle = number.article and not hedged and not measured
    if idle or (number.value == 1 and not number.unit):
        return True
    if number.ordinal and number.value == 2 and _IN_TURN.search(reading.text, 0, number.end):
        return True  # *the first are appointments, the second files*
    if number.value < 1 and _POINTS_BACK.match(reading.text, number.end):
        return True
    if _PERIOD.match(reading.text, number.start if number.ordinal else number.start - 7):
        return not any(_PERIOD.search(g.reading.text) for g in setting.footing.grounds)
    if number.value == 2 or number.value == len(setting.footing.sources):
        before = [word.low for word in reading.words if word.end <= number.start][-1:]
        plain = not number.unit and not number.ordinal
        return plain and before in (["the"], ["these"], ["those"], ["all"])
    return False


def _counts_on(reading: Reading, number: Number) -> bool:
    """Whether it goes on from one before it: *two left, a third stayed*, *second and third*."""
    a_third = _A.search(reading.text, 0, number.end)
    return any(
        nth(reading, number) == before.value + 1
        and (_AND.fullmatch(reading.text, before.end, number.start) if before.ordinal else a_third)
        for before in reading.numbers
        if before.end < number.start
    )


_IN_TURN = re.compile(r"\b[Tt]he first (?!of\b)[^.;]*, (?:and )?the second$")
_AND = re.compile(r"\s(?:and|or|to)\s(?:the\s)?")
_A = re.compile(r"\ban?\s[\w-]+$", re.IGNORECASE)
_PERIOD = re.compile(
    r"\s?(?:first|second|third|fourth|last)\s(?:half|quarter)\sof\b", re.IGNORECASE
)
"""*The first half of 2023* is as well *the six months to 30 June*."""
_POINTS_BACK = re.compile(r"\s(?:of\s)?(?:that|this|it|which|these|those)\b", re.IGNORECASE)


def _instead(number: Number, given: Given) -> str:
    alike = {
        ground.reading.text[other.start : other.end]
        for other, ground in given
        if bool(other.unit) == bool(number.unit)
    }
    return f", where “{alike.pop()}” stands" if len(alike) == 1 else ""

"""The times that a sentence may rest on: those of its passages, and of their sources."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from quoteproof.model.vocabulary import StatementKind
from quoteproof.scrutiny.facts.ground import Ground
from quoteproof.scrutiny.facts.miss import Setting
from quoteproof.scrutiny.prose.dates import Kind, When
from quoteproof.scrutiny.prose.units import UNITS

Days = tuple[date, date]
Away = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Times:
    """The times that a footing gives."""

    days: frozenset[date]
    spans: frozenset[Days]
    weekdays: frozenset[int]
    clocks: tuple[tuple[int, bool], ...]
    """Minutes after midnight; whether they may as well be twelve hours later."""
    years: frozenset[int]
    ranges: frozenset[Days]
    """Those told by their first and last day."""
    relative: frozenset[Away]
    """How far, in days, *last month* and *a year earlier* are."""


def times_of(setting: Setting, *, worked_out: bool = True, issued: bool = True) -> Times:
    """What the passages say, and what can be worked out from two things that they say.

    And when the sources were issued, unless `issued` is left out.
    """
    spans: set[Days] = set()
    weekdays: set[int] = set()
    clocks: set[tuple[int, bool]] = set()
    years: set[int] = set()
    relative: set[Away] = set()
    ranges: set[Days] = set()
    periods: set[Days] = set()
    for ground in setting.footing.grounds:
        spans.update(span for when in ground.named_before for span in when.days(ground.issued))
        for when in ground.reading.whens:
            spans.update(ground.days(when))
            if when.kind is Kind.RELATIVE and when.low * when.high > 0:
                relative.add((when.low, when.high))
            if when.weekday is not None:
                weekdays.add(when.weekday)
            if when.minutes is not None:
                clocks.add((when.minutes, when.twelve))
        ranges |= _ranges(ground)
        years.update(int(n.value) for n in ground.reading.numbers if 1000 < n.value < 3000)
        if worked_out:
            periods |= _quarters(ground) | _first_months(ground) | _weeks(ground)
            spans |= _weeks_away(ground) | _next_weekdays(ground, setting)
            spans |= _nights(ground)
            clocks |= _dotted(ground)
            weekdays.update(
                day
                for words, days in _WEEKDAYS_TOLD
                if not words.isdisjoint(ground.reading.lows)
                for day in days
            )
    spans.update((day, day) for ends in ranges for day in ends)
    for source in setting.footing.sources if issued else ():
        first = source.issued.earliest
        if first.moment.hour or first.moment.minute:
            clocks.add((first.moment.hour * 60 + first.moment.minute, False))
        spans.add((first.first().date(), source.issued.last.last().date()))
    if setting.kind not in (StatementKind.FACT, StatementKind.ATTRIBUTED_CLAIM):
        spans.add(setting.as_of)
    if worked_out:
        spans |= _years_away(setting, spans) | _same_period(setting, spans)
        spans |= _weekdays_beside(setting, spans)
    days = {first for first, last in spans if first == last}
    weekdays |= {day.weekday() for day in days}
    if worked_out:
        days |= _counted_from(setting, days)
    ends = {span for span in spans | periods if (span[1] - span[0]).days < 366} - _vague(setting)
    days |= {day for span in ends for day in span}
    years |= {day.year for span in spans | periods for day in span}
    return Times(
        frozenset(days),
        frozenset(spans),
        frozenset(weekdays),
        tuple(clocks),
        frozenset(years),
        frozenset(ranges | periods),
        frozenset(relative),
    )


def _vague(setting: Setting) -> set[Days]:
    """The weeks that passages speak of roughly, whose first and last day nobody has named."""
    return {
        (first, last)
        for ground in setting.footing.grounds
        for when in ground.reading.whens
        if when.kind is Kind.RELATIVE and not when.unit
        for first, last in when.days(ground.issued)
        if (last - first).days > 1
    }


_WEEKS_AWAY = (
    ((-1,), re.compile(r"\b(?:last|previous) week\b")),
    ((1,), re.compile(r"\b(?:next|coming|following) week\b")),
    (range(-4, 5), re.compile(r"\b(?:first|second|third|fourth|last) \w+day (?:of|in)\b")),
)
"""How many weeks away from its writing the weekdays of a passage may be, where it speaks so."""
_WEEKDAYS_TOLD = (
    (frozenset(("weekdays", "weekday", "workdays")), range(5)),
    (frozenset(("weekend", "weekends")), (5, 6)),
    (frozenset(("daily", "everyday")), range(7)),
)


def _nights(ground: Ground) -> set[Days]:
    """The day on which *the night a week ago* began, if it ended on that day."""
    return {
        (first - timedelta(1),) * 2
        for when in ground.reading.whens
        if when.kind is Kind.RELATIVE and ground.reading.text.endswith("night ", 0, when.start)
        for first, last in when.days(ground.issued)
        if first == last
    }


def _weeks_away(ground: Ground) -> set[Days]:
    """The weekdays of a passage in the weeks that it speaks of."""
    return {
        (day + timedelta(weeks=week),) * 2
        for some, pattern in _WEEKS_AWAY
        if pattern.search(ground.reading.text)
        for when in ground.reading.whens
        if when.kind is Kind.WEEKDAY and when.day is None
        for day, _ in when.days(ground.issued)
        for week in some
    }


def _weeks(ground: Ground) -> set[Days]:
    """The weeks, from Monday to Sunday, that a passage calls the last, this or the next one."""
    steps = {"last": -1, "previous": -1, "past": -1, "this": 0, "next": 1, "coming": 1}
    return {
        (monday, monday + timedelta(6))
        for match in _WEEK.finditer(ground.reading.text)
        for day in ground.issued
        for monday in [day + timedelta(7 * steps[match[1].lower()] - day.weekday())]
    }


_WEEK = re.compile(r"\b(last|previous|past|this|next|coming) week\b", re.IGNORECASE)


def _next_weekdays(ground: Ground, setting: Setting) -> set[Days]:
    """The weekdays of a passage that follow within a week on a date that its source gives.

    Of a date less than a week before the source, they are those before the day of writing; on
    which *somebody said on Monday*, too.
    """
    dates = {
        day
        for other in setting.footing.grounds
        if other.source == ground.source
        for when in other.reading.whens
        if when.kind is Kind.DAY
        for day, _ in when.days(other.issued)
        if day < ground.issued[0] - timedelta(7)
    }
    return {
        (day + timedelta((when.weekday - day.weekday()) % 7),) * 2
        for when in ground.reading.whens
        if when.kind is Kind.WEEKDAY and when.weekday is not None and when.day is None
        if not _SAID.search(ground.reading.text, 0, when.start)
        for day in dates
    }


_SAID = re.compile(
    r"(?<!had )\b(?:said,?\s(?:on\s)?|(?:issued|published|announced)\b[^.,;]{0,40}\bon\s)$"
)


def _dotted(ground: Ground) -> set[tuple[int, bool]]:
    """The times of day that a passage's decimal numbers may be: *6.30 on Wednesday*."""
    values = (number.value for number in ground.reading.numbers if number.value.denominator > 1)
    return {(int(n) * 60 + round(n % 1 * 100), n < 13) for n in values if n < 24}


_QUARTER = re.compile(
    r"\b(?:(?P<nth>first|second|third|fourth|last)\s(?P<part>quarter|half)|Q(?P<q>[1-4])"
    r"|H(?P<h>[12]))\b",
    re.IGNORECASE,
)
_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4}


def _quarters(ground: Ground) -> set[Days]:
    """The quarters and halves of years that a passage names, in the years that it may mean."""
    found: set[Days] = set()
    whens = ground.reading.whens
    for match in _QUARTER.finditer(ground.reading.text):
        years = {day.year for when in whens for days in when.days(ground.issued) for day in days}
        years |= {ground.issued[0].year - 1, ground.issued[1].year}
        half = match["h"] or (match["part"] or "").lower() == "half"
        of = 2 if half else 4
        nth = int(match["q"] or match["h"] or _NTH.get((match["nth"] or "").lower(), of))
        if nth <= of:
            last = 12 // of * nth
            found |= {
                (date(year, last - 12 // of + 1, 1), date(year, last, monthrange(year, last)[1]))
                for year in years
            }
    return found


def _first_months(ground: Ground) -> set[Days]:
    """The months of a passage's *first four months of the year*, in the years that it may mean."""
    text, numbers = ground.reading.text, ground.reading.numbers
    years = {ground.issued[0].year, ground.issued[1].year}
    years |= {int(n.value) for n in numbers if 1000 < n.value < 3000}
    return {
        (date(year, 1, 1), date(year, last, monthrange(year, last)[1]))
        for number in numbers
        if number.unit == "months" and number.value in range(2, 12)
        if text.endswith("first ", 0, number.start)
        for last in [int(number.value)]
        for year in years
    }


_YEARS_AWAY = (
    (-12, re.compile(r"\b(?:(?:a|one|the) year (?:before|earlier)|previous year|last year"
                     r"|on the year|year-on-year)")),
    (12, re.compile(r"\b(?:(?:a|one|the) year (?:after|later)|following year|next year)")),
    (-1, re.compile(r"\b(?:(?:a|one|the) month (?:before|earlier)|previous month|last month"
                    r"|on the month|month-on-month)")),
)  # fmt: skip
"""How many months lie between a time that a passage names and the one that it compares it with."""


_FROM_TO = re.compile(
    r"\s?(?:to|and|until|till|through|[-–—])\s?(?:the\s)?"
    r"(?:(?:morning|afternoon|evening|night)\sof\s)?",
    re.IGNORECASE,
)


def are_together(text: str, one: When, other: When) -> bool:
    """Whether two days are told in one breath: *from 3 May to 5 May*, *3 and 4 May*."""
    return one.start == other.start or bool(_FROM_TO.fullmatch(text, one.end, other.start))


def _ranges(ground: Ground) -> set[Days]:
    """From when until when, as a passage has it."""
    whens = [when for when in ground.reading.whens if when.kind in (Kind.DAY, Kind.MONTH)]
    return {
        (first, last)
        for one, other in pairwise(whens)
        if are_together(ground.reading.text, one, other)
        for first, _ in replace(one, year=one.year or other.year).days(ground.issued)
        for _, last in other.days(ground.issued)
        if first < last
    }


def _years_away(setting: Setting, spans: set[Days]) -> set[Days]:
    """The same dates of the year or month before or after, where a passage speaks of it."""
    return {
        (_months_away(first, away), _months_away(last, away))
        for away, pattern in _YEARS_AWAY
        if any(pattern.search(ground.reading.text) for ground in setting.footing.grounds)
        for first, last in spans
    }


def _same_period(setting: Setting, spans: set[Days]) -> set[Days]:
    """The same days of the years that a passage names: *in the same period of 2020*."""
    years = {
        int(match[1])
        for ground in setting.footing.grounds
        for match in _SAME_PERIOD.finditer(ground.reading.text)
    }
    return {
        (_months_away(first, away), _months_away(last, away))
        for year in years
        for first, last in spans
        for away in [12 * (year - first.year)]
    }


_SAME_PERIOD = re.compile(r"\b[Ss]ame\s\w+\s(?:of|in)\s((?:19|20)\d\d)\b")


def _weekdays_beside(setting: Setting, spans: set[Days]) -> set[Days]:
    """The weekdays that a passage tells as before or after something: *the Friday before the vote*.

    They lie within a week of some day that is told.
    """
    return {
        (day + timedelta(way * ((way * (when.weekday - day.weekday()) - 1) % 7 + 1)),) * 2
        for ground in setting.footing.grounds
        for match in _WEEKDAY_BESIDE.finditer(ground.reading.text)
        for when in ground.reading.whens
        if when.kind is Kind.WEEKDAY and when.weekday is not None and when.day is None
        if match.start() <= when.start < match.end()
        for way in [-1 if match[1].lower() in ("before", "preceding") else 1]
        for day, last in spans
        if day == last
    }


_WEEKDAY_BESIDE = re.compile(
    r"\b(?:(?:the\s)?\w+days?(?:,|\sand)?\s)?(?:the\s)?\w+days?\s"
    r"(before|preceding|after|following)\s(?:the|that|its|their|his|her)\b",
    re.IGNORECASE,
)


def _months_away(day: date, away: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + away, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _counted_from(setting: Setting, days: set[date]) -> set[date]:
    """The days that lie so long before or after one that the passages have, as they say.

    Of *on Tuesday, a day after the vote*, the vote was the day before.
    """
    away = {
        -when.low if _is_behind_a_day(ground, when.start) else when.low
        for ground in setting.footing.grounds
        for when in ground.reading.whens
        if when.kind is Kind.RELATIVE and when.unit == "day"
    } | {
        (-way if _is_behind_a_day(ground, number.start) else way)
        * (int(number.value) * UNITS[number.unit][1] // 86400)
        for ground in setting.footing.grounds
        for number in (*ground.reading.numbers, *ground.reading.said_otherwise)
        if number.unit.rstrip("s") in ("day", "week", "fortnight") and number.value < 1000
        for way in _ways(ground.reading.text, number.end)
    }
    return {day + timedelta(distance) for distance in away for day in days}


def _is_behind_a_day(ground: Ground, start: int) -> bool:
    return any(
        when.kind in (Kind.DAY, Kind.WEEKDAY) and ground.reading.text[when.end : start] == ", "
        for when in ground.reading.whens
    )


_AFTER = re.compile(r"\s(?:after|following|later)\b", re.IGNORECASE)
_BEFORE = re.compile(r"\s(?:before|ahead|earlier)\b", re.IGNORECASE)
_THAN = re.compile(r"\s(?:later|earlier)\sthan\b", re.IGNORECASE)


def _ways(text: str, end: int) -> tuple[int, ...]:
    """1 or -1 where a span of time is told to lie after or before something.

    Both where either day may be meant: *nine days later than planned*.
    """
    if _THAN.match(text, end):
        return 1, -1
    return (1,) if _AFTER.match(text, end) else (-1,) if _BEFORE.match(text, end) else ()

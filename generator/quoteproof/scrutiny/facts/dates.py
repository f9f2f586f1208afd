"""Whether the dates and times of day of a sentence follow from what it cites."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache, partial
from itertools import pairwise

from quoteproof.diagnostics import codes
from quoteproof.model.vocabulary import StatementKind
from quoteproof.scrutiny.facts.ground import Ground
from quoteproof.scrutiny.facts.miss import Miss, Setting, Span, inside
from quoteproof.scrutiny.prose.dates import WEEKDAYS, Kind, When
from quoteproof.scrutiny.prose.reading import Reading
from quoteproof.scrutiny.prose.units import UNITS


def date_misses(reading: Reading, setting: Setting, excused: tuple[Span, ...]) -> Iterator[Miss]:
    """The dates that follow from no passage, nor from the date of a source."""
    if not reading.whens:
        return
    times = cache(partial(_times, setting))  # most sentences need only what is not worked out
    own_days = [when for when in reading.whens if when.kind is Kind.DAY]
    for when in reading.whens:
        if inside((when.start, when.end), excused) or _is_counted(reading, when):
            continue
        if when.kind is Kind.WEEKDAY:
            beside = next((d for d in own_days if 0 <= d.start - when.end <= 2), None)
            beside = beside or next((d for d in own_days if 0 <= when.start - d.end <= 3), None)
            if beside is not None:
                yield from _weekday_missed(reading, when, beside, setting)
                continue
        told = _told(when, times(worked_out=False)) or _told(when, times())
        if not told or _is_only_of_source(reading, when, times):
            shown = reading.text[when.start : when.end]
            shown = shown if when.kind is Kind.CLOCK else shown.rstrip(" .")
            yield Miss(
                codes.DATE_NOT_CARRIED,
                when.start,
                when.start + len(shown),
                f"“{shown}” follows from no passage that is cited here, nor from the date of its "
                "source.",
            )


def _is_only_of_source(reading: Reading, when: When, times: Callable[..., _Times]) -> bool:
    """Whether a day is that of a source alone, where the passages tell of another day.

    That is the day when somebody said or published something: *on 6 March the ministry said*.
    """
    if when.kind is not Kind.DAY or _SAID.search(reading.text, *_around(reading.text, when)):
        return False
    own = times(issued=False)
    return bool(own.days) and not _told(when, own)


_SAID = re.compile(
    r"\b(?:sa(?:y|ys|id)|t(?:ell|ells|old)|wr(?:ites?|ote)|reports?|reported|announce\w*|publish\w*"
    r"|issue[ds]?|dated?|statement|account|communiqu\w+|release|note|notice|letter|bulletin|edition"
    r"|document|article|speak|spoke|as of|since|by|until|from|to)\b",
    re.IGNORECASE,
)


def _around(text: str, when: When) -> Span:
    """Some words before and after a time."""
    return max(0, when.start - 40), min(len(text), when.end + 40)


def _is_counted(reading: Reading, when: When) -> bool:
    """Whether it is a number that tells how far a time is: *three weeks later*."""
    return when.kind is Kind.RELATIVE and any(
        when.start <= number.start < when.end and number.value > 1 for number in reading.numbers
    )


Days = tuple[date, date]
Away = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Times:
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


def _times(setting: Setting, *, worked_out: bool = True, issued: bool = True) -> _Times:
    """What the passages say, and what can be worked out from two things that they say.

    And when the sources were issued, unless `issued` is left out.
    """
    spans: set[Days] = set()
    weekdays: set[int] = set()
    clocks: set[tuple[int, bool]] = set()
    years: set[int] = set()
    relative: set[Away] = set()
    ranges: set[Days] = set()
    for ground in setting.footing.grounds:
        spans.update(span for when in ground.named_before for span in when.days(ground.issued))
        for when in ground.reading.whens:
            spans.update(when.days(ground.issued))
            if when.kind is Kind.RELATIVE and when.low * when.high > 0:
                relative.add((when.low, when.high))
            if when.weekday is not None:
                weekdays.add(when.weekday)
            if when.minutes is not None:
                clocks.add((when.minutes, when.twelve))
        ranges |= _ranges(ground)
        years.update(int(n.value) for n in ground.reading.numbers if 1000 < n.value < 3000)
        if worked_out:
            ranges |= _quarters(ground)
            spans |= _weeks_away(ground)
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
        spans |= _years_away(setting, spans)
    days = {first for first, last in spans if first == last}
    weekdays |= {day.weekday() for day in days}
    if worked_out:
        days |= _counted_from(setting, days)
    days |= {day for first, last in spans if (last - first).days < 366 for day in (first, last)}
    years |= {day.year for span in spans for day in span}
    return _Times(
        frozenset(days),
        frozenset(spans),
        frozenset(weekdays),
        tuple(clocks),
        frozenset(years),
        frozenset(ranges),
        frozenset(relative),
    )


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


def _weeks_away(ground: Ground) -> set[Days]:
    """The weekdays of a passage in the weeks that it speaks of."""
    return {
        (day + timedelta(weeks=week),) * 2
        for some, pattern in _WEEKS_AWAY
        if pattern.search(ground.reading.text)
        for when in ground.reading.whens
        if when.kind is Kind.WEEKDAY
        for day, _ in when.days(ground.issued)
        for week in some
    }


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


_YEARS_AWAY = (
    (-12, re.compile(r"\b(?:(?:a|one|the) year (?:before|earlier)|previous year|last year"
                     r"|on the year|year-on-year)")),
    (12, re.compile(r"\b(?:(?:a|one|the) year (?:after|later)|following year|next year)")),
    (-1, re.compile(r"\b(?:(?:a|one|the) month (?:before|earlier)|previous month|last month"
                    r"|on the month|month-on-month)")),
)  # fmt: skip
"""How many months lie between a time that a passage names and the one that it compares it with."""


_FROM_TO = re.compile(r"\s?(?:to|and|until|till|through|[-–—])\s?(?:the\s)?", re.IGNORECASE)


def _ranges(ground: Ground) -> set[Days]:
    """From when until when, as a passage has it."""
    whens = [when for when in ground.reading.whens if when.kind in (Kind.DAY, Kind.MONTH)]
    return {
        (first, last)
        for one, other in pairwise(whens)
        if _FROM_TO.fullmatch(ground.reading.text, one.end, other.start)
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


def _months_away(day: date, away: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + away, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _counted_from(setting: Setting, days: set[date]) -> set[date]:
    """The days that lie so long before or after one that the passages have, as they say."""
    away = {
        when.low
        for ground in setting.footing.grounds
        for when in ground.reading.whens
        if when.kind is Kind.RELATIVE and when.unit == "day"
    } | {
        way * (int(number.value) * UNITS[number.unit][1] // 86400)
        for ground in setting.footing.grounds
        for number in (*ground.reading.numbers, *ground.reading.said_otherwise)
        if number.unit.rstrip("s") in ("day", "week", "fortnight") and number.value < 1000
        for way in _ways(ground.reading.text, number.end)
    }
    return {day + timedelta(distance) for distance in away for day in days}


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


def _told(when: When, times: _Times) -> bool:
    """Whether a time of the sentence is one that its footing gives."""
    match when.kind:
        case Kind.DAY:
            return any(
                (day.day, day.month) == (when.day, when.month) and when.year in (None, day.year)
                for day in times.days
            )
        case Kind.WEEKDAY:
            return when.weekday in times.weekdays
        case Kind.CLOCK:
            return any(
                (when.minutes or 0) % half == minutes % half
                for minutes, twelve in times.clocks
                for half in [720 if twelve or when.twelve else 1440]
            )
        case Kind.YEAR:
            return when.year in times.years
        case Kind.MONTH:
            month = date(when.year or 1, when.month or 1, 1)
            within = (
                first.replace(day=1) <= month.replace(year=when.year or year) <= last
                for first, last in times.ranges
                for year in {first.year, last.year}
            )
            return any(within) or any(
                (last - first).days < 63
                and first.replace(day=1) <= month.replace(year=when.year or year) <= last
                for first, last in times.spans
                for year in {first.year, last.year}
            )
        case Kind.RELATIVE:  # of *the day after* a sentence does not say after what
            return not (_is_far(when) and times.relative) or (
                any(_as_far((when.low, when.high), other) for other in times.relative)
                or (when.unit == "apart" and _lie_so_far(when, times))
            )


def _lie_so_far(when: When, times: _Times) -> bool:
    """Whether two times that are told lie as far from each other as *a week later* says."""
    days = [first for first, last in times.spans if first == last]
    far = abs(when.low + when.high) // 2
    if far > 360 and any(year + 1 in times.years for year in times.years):
        return True
    return any(
        abs(abs((other - one).days) - far) <= far // 10 + 1 for one in days for other in days
    )


def _is_far(when: When) -> bool:
    """Whether it is *last month* and the like: no day before or after, and not *this* month."""
    apart = when.low * when.high > 0 and when.unit != "season"
    return apart and max(abs(when.low), abs(when.high)) > 1


def _as_far(one: Away, other: Away) -> bool:
    """Whether two relative times may be one, as *a year earlier* and *last year* are."""
    far, as_far = (abs(low + high) for low, high in (one, other))
    meet = one[0] <= other[1] and other[0] <= one[1]
    return one == other or (meet and max(far, as_far) <= 2 * min(far, as_far))


def _weekday_missed(reading: Reading, when: When, day: When, setting: Setting) -> Iterator[Miss]:
    possible = {span[0] for ground in setting.footing.grounds for span in day.days(ground.issued)}
    pairs = (
        (one, other)
        for ground in setting.footing.grounds
        for one in ground.reading.whens
        for other in ground.reading.whens
        if one.weekday == when.weekday and (other.month, other.day) == (day.month, day.day)
    )
    if any(0 <= o.start - w.end <= 3 or 0 <= w.start - o.end <= 3 for w, o in pairs):
        return  # the source itself puts the two together
    if possible and all(date_.weekday() != when.weekday for date_ in possible):
        right = WEEKDAYS[min(possible).weekday()]
        shown = reading.text[day.start : day.end]
        yield Miss(
            codes.WEEKDAY_AND_DATE,
            when.start,
            when.end,
            f"“{shown}” was a {right}, and no {reading.text[when.start : when.end]}.",
        )

"""What a sentence says and its footing does not, in the words of both."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise

from quoteproof.diagnostics import codes
from quoteproof.model.vocabulary import StatementKind
from quoteproof.scrutiny.ground import Footing, Ground, Library
from quoteproof.scrutiny.hedges import hedge_misses
from quoteproof.scrutiny.manner import manner_misses
from quoteproof.scrutiny.miss import Miss, Setting
from quoteproof.scrutiny.parties import party_misses
from quoteproof.scrutiny.prose.dates import WEEKDAYS, Kind, When
from quoteproof.scrutiny.prose.names import Mention, bases, key
from quoteproof.scrutiny.prose.numbers import Hedge, Number, digits, numbers
from quoteproof.scrutiny.prose.reading import Reading
from quoteproof.scrutiny.prose.roles import ROLES
from quoteproof.scrutiny.prose.units import UNITS, same_measure
from quoteproof.scrutiny.prose.words import PAST_FORMS, stems

__all__ = ["Miss", "Setting", "misses"]


def misses(library: Library, text: str, setting: Setting) -> Iterator[Miss]:
    """All that a text says and its footing does not carry."""
    if not setting.english:
        yield from _digits_missed(text, setting)
        return
    reading = library.read(text)
    excused = _excused_spans(text, setting.excused)
    if setting.own_reasoning:
        yield from _names_missed(library, reading, setting)
        yield from _quotes_missed(reading, setting)
        return
    if not setting.background:
        yield from _dates_missed(reading, setting, excused)
        yield from _numbers_missed(reading, setting, excused)
        yield from _vague_counts(reading)
        yield from _names_missed(library, reading, setting)
        yield from _roles_missed(library, reading, setting)
    yield from _quotes_missed(reading, setting)
    if not setting.background:
        yield from manner_misses(reading, setting)
        if not setting.presence_only:
            yield from party_misses(library, reading, setting)


def _excused_spans(text: str, excused: tuple[str, ...]) -> tuple[tuple[int, int], ...]:
    return tuple(
        match.span() for phrase in excused for match in re.finditer(re.escape(phrase), text)
    )


def _inside(start: int, end: int, spans: tuple[tuple[int, int], ...]) -> bool:
    return any(first <= start and end <= last for first, last in spans)


# Digits, in any language

_MANY_DIGITS = 13
"""Numbers below this are often words in one text and digits in the other."""


def _digits_missed(text: str, setting: Setting) -> Iterator[Miss]:
    known: set[str] = set()
    for ground in setting.footing.grounds:
        known.update(digits(ground.reading.text))
        known.update(str(ground.issued[0].year))
    for day in (*setting.as_of, *(d for g in setting.footing.grounds for d in g.issued)):
        known |= {str(n).strip("0") for n in (day.year, day.month, day.day)}
    for plain, shown in digits(text).items():
        if int(plain) < _MANY_DIGITS or plain in known or not setting.footing.grounds:
            continue
        place = text.find(shown)
        yield Miss(
            codes.NUMBER_NOT_CARRIED,
            place,
            place + len(shown),
            f"“{shown}” stands in no passage that is cited here.",
            codes.NUMBER_NOT_CARRIED.mend,
        )


# Dates


@dataclass(frozen=True, slots=True)
class _Times:
    """The times that a footing gives."""

    days: frozenset[date]
    spans: frozenset[tuple[date, date]]
    weekdays: frozenset[int]
    minutes: frozenset[int]
    years: frozenset[int]
    relative: tuple[When, ...]


_OF_REPORTS = re.compile(
    r"\b(?:reports?|articles?|dated?|wrote|writes|published|issued?|prints?|page|documents?|picture"
    r"|statement|release|note)\b",
    re.IGNORECASE,
)
"""Words that let a sentence tell the date of a source itself."""


def _times(setting: Setting, *, of_reports: bool) -> _Times:
    days: set[date] = set()
    spans: set[tuple[date, date]] = set()
    weekdays: set[int] = set()
    minutes: set[int] = set()
    years: set[int] = set()
    relative: list[When] = []
    for ground in setting.footing.grounds:
        for when in ground.reading.whens:
            for span in when.days(ground.issued):
                spans.add(span)
                if span[0] == span[1]:
                    days.add(span[0])
                    weekdays.add(span[0].weekday())
            if when.weekday is not None:
                weekdays.add(when.weekday)
            if when.minutes is not None:
                minutes.add(when.minutes)
            if when.year is not None:
                years.add(when.year)
            if when.kind is Kind.RELATIVE:
                relative.append(when)
        years.update(int(n.value) for n in ground.reading.numbers if 1000 < n.value < 3000)
    for source in setting.footing.sources if of_reports else ():
        first = source.issued.earliest
        if source.issued.latest is None:
            days.add(first.first().date())
            if first.moment.hour or first.moment.minute:
                minutes.add(first.moment.hour * 60 + first.moment.minute)
        spans.add((first.first().date(), source.issued.last.last().date()))
    if setting.as_of[0] == setting.as_of[1] and (
        setting.weak or setting.kind not in (StatementKind.FACT, StatementKind.ATTRIBUTED_CLAIM)
    ):
        days.add(setting.as_of[0])
    days |= _counted_from(setting, days)
    spans.add(setting.as_of)
    years |= {day.year for span in spans for day in span}
    return _Times(
        frozenset(days), frozenset(spans), frozenset(weekdays), frozenset(minutes),
        frozenset(years), tuple(relative),
    )  # fmt: skip


def _dates_missed(
    reading: Reading, setting: Setting, excused: tuple[tuple[int, int], ...]
) -> Iterator[Miss]:
    if not reading.whens:
        return
    times = _times(
        setting, of_reports=setting.issue_dates or _OF_REPORTS.search(reading.text) is not None
    )
    own_days = [when for when in reading.whens if when.kind is Kind.DAY]
    for when in reading.whens:
        shown = reading.text[when.start : when.end].strip()
        if _inside(when.start, when.end, excused):
            continue
        if when.kind is Kind.WEEKDAY:
            beside = next((d for d in own_days if 0 <= d.start - when.end <= 2), None)
            beside = beside or next((d for d in own_days if 0 <= when.start - d.end <= 3), None)
            if beside is not None:
                yield from _weekday_missed(reading, when, beside, setting)
                continue
        if not _told(when, times, setting, reading):
            yield Miss(
                codes.DATE_NOT_CARRIED,
                when.start,
                when.end,
                f"“{shown}” follows from no passage that is cited here, nor from the date of its "
                "source.",
                codes.DATE_NOT_CARRIED.mend,
            )


def _weekday_missed(reading: Reading, when: When, day: When, setting: Setting) -> Iterator[Miss]:
    issued = [ground.issued for ground in setting.footing.grounds] or [setting.as_of]
    possible = {s[0] for span in issued for s in day.days(span)}
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
            codes.WEEKDAY_AND_DATE.mend,
        )


def _as_far(when: When, other: When) -> bool:
    """Whether two relative times may be one; of years, *a year earlier* and *last year* are."""
    if (other.low, other.high) == (when.low, when.high):
        return True
    return min(-when.low, -other.low) > 300 and when.low <= other.high and other.low <= when.high


_AFTER_EVENT = re.compile(r"\s(?:after|following|from|later|of)\b", re.IGNORECASE)
_OF_DAYS = {"day": 1, "week": 7, "fortnight": 14}


def _counted_from(setting: Setting, days: set[date]) -> set[date]:
    """The days that lie *ten days after* one that the passages have."""
    return {
        day + timedelta(int(number.value) * _OF_DAYS[number.unit.removesuffix("s")])
        for ground in setting.footing.grounds
        for number in ground.reading.numbers
        if number.unit.removesuffix("s") in _OF_DAYS
        and number.value < 1000
        and _AFTER_EVENT.match(ground.reading.text, number.end)
        for day in days
    }


def _told(when: When, times: _Times, setting: Setting, reading: Reading) -> bool:
    """Whether a time of the sentence is one that its footing gives."""
    match when.kind:
        case Kind.DAY:
            return any(
                day.day == when.day
                and day.month == when.month
                and (when.year is None or day.year == when.year)
                for day in times.days
            )
        case Kind.WEEKDAY:
            return when.weekday in times.weekdays or any(
                day.issued[0] == day.issued[1]
                and day.issued[0].weekday() == when.weekday
                and re.search(r"\b(?:report|article|dated|published)\b", reading.text) is not None
                for day in setting.footing.grounds
            )
        case Kind.CLOCK:
            return when.minutes in times.minutes or (
                when.minutes is not None
                and when.minutes % 720 in {m % 720 for m in times.minutes}
                and not re.search(r"m", reading.text[when.start : when.end], re.IGNORECASE)
            )
        case Kind.YEAR:
            return when.year in times.years
        case Kind.MONTH:
            return any(
                (last - first).days < 63
                and (first.month == when.month or last.month == when.month)
                and (when.year is None or when.year in (first.year, last.year))
                for first, last in times.spans
            )
        case Kind.RELATIVE:
            if any(_as_far(when, other) for other in times.relative):
                return True
            shown = reading.text[when.start : when.end]
            if shown.endswith(("later", "earlier", "day", "before", "after")):
                # From another day than that of writing: it may be any two days, or a span, told.
                days = {(two - one).days for one in times.days for two in times.days}
                return any(when.low <= length <= when.high for length in days - {0}) or any(
                    _same_number(number, other)
                    for number in numbers(shown.replace("a ", "one "))
                    for ground in setting.footing.grounds
                    for other in ground.reading.numbers
                )
            return any(
                first <= day <= last
                for ground in setting.footing.grounds
                for first, last in when.days(ground.issued)
                for day in times.days
            ) or not (times.days or times.relative)


# Numbers

_REPORTS = stems("report account source document article text")
_PUBLISHERS = stems("publisher outlet")


def _numbers_missed(
    reading: Reading, setting: Setting, excused: tuple[tuple[int, int], ...]
) -> Iterator[Miss]:
    yield from _rates_missed(reading, setting, excused)
    if not reading.numbers:
        return
    counts: dict[str, list[Number]] = {"report": [], "publisher": []}
    given = [
        (number, ground) for ground in setting.footing.grounds for number in ground.reading.numbers
    ]
    times = _times(setting, of_reports=True)
    for number in reading.numbers:
        if _inside(number.start, number.end, excused):
            continue
        counted = _counted(reading, number)
        if counted:
            counts[counted].append(number)
            continue
        shown = reading.text[number.start : number.end]
        if number.ordinal and number.value == 1:
            continue  # *the first test*: most often an order of our own
        same = [(n, g) for n, g in given if _same_number(number, n) or _unit_left_out(number, n, g)]
        if not same and _two_of_a_pair(reading, number, setting):
            continue
        if not same and any(_carried_otherwise(reading, number, n, g) for n, g in given):
            continue
        if not same and _worked_out(reading, number, setting):
            continue
        if not same and not (number.value in times.years and not number.unit):
            if number.unit and UNITS[number.unit][0] == "time" and _span_of_days(number, times):
                continue
            yield Miss(
                codes.NUMBER_NOT_CARRIED,
                number.start,
                number.end,
                f"“{shown}” stands in no passage that is cited here{_instead(number, given)}.",
                codes.NUMBER_NOT_CARRIED.mend,
            )
            continue
        yield from hedge_misses(reading, number, same)
        if not setting.presence_only:
            yield from _counts_missed(reading, number, given)
    if setting.counted:
        yield from _miscounted(reading, counts, setting)


_RATE = re.compile(
    r"(?<=\w)\s(?:a|an|per|every|each)\s(hour|day|week|month|year)\b"
    r"(?!\s(?:before|after|later|earlier|ago|ahead|off|of)\b)"
)
_NO_RATE = re.compile(
    r"\b(?:half|for|in|within|after|about|by|over|of|than|to|at|once|the|not|is|was)$"
)


def _rates_missed(
    reading: Reading, setting: Setting, excused: tuple[tuple[int, int], ...]
) -> Iterator[Miss]:
    """*Crossings a week* where the passages have them a day."""
    for match in _RATE.finditer(reading.text):
        many = any(0 <= match.start() - n.end <= 30 for n in reading.numbers)
        if (
            not many
            or _inside(*match.span(), excused)
            or _NO_RATE.search(reading.text[: match.start()])
        ):
            continue
        unit = match[1]
        adverb = {"day": "daily", "year": "annual"}.get(unit, unit + "ly")
        theirs = re.compile(
            rf"\b(?:an?|per|every|each|one)[\s-]{unit}\b|/{unit[0]}|\b{adverb}|[km]p{unit[0]}\b"
        )
        if not any(theirs.search(ground.reading.text) for ground in setting.footing.grounds):
            yield Miss(
                codes.NUMBER_NOT_CARRIED,
                match.start() + 1,
                match.end(),
                f"“{match[0].strip()}” stands in no passage that is cited here.",
                codes.NUMBER_NOT_CARRIED.mend,
            )


_VAGUE_COUNT = re.compile(
    r"\b(?:some|many|most|few|several|every|each)\s(?:of\sthe\s)?(?:\w+\s)?"
    r"(?:reports?|accounts?|sources?|documents?|publishers?|outlets?)\b(?!\sof\b)",
    re.IGNORECASE,
)


def _vague_counts(reading: Reading) -> Iterator[Miss]:
    """*Some report* can be looked up by nobody."""
    for match in _VAGUE_COUNT.finditer(reading.text):
        yield Miss(
            codes.REPORTS_MISCOUNTED,
            match.start(),
            match.end(),
            f"“{match[0]}” does not say how many.",
            codes.REPORTS_MISCOUNTED.mend,
        )


def _instead(number: Number, given: list[tuple[Number, Ground]]) -> str:
    alike = [
        ground.reading.text[other.start : other.end]
        for other, ground in given
        if bool(other.unit) == bool(number.unit)
    ]
    return f", where “{alike[0]}” stands" if len(set(alike)) == 1 else ""


def _span_of_days(number: Number, times: _Times) -> bool:
    """*One day* may be the day that *tomorrow* speaks of."""
    return number.value == 1 and any(abs(when.low) == 1 for when in times.relative)


def _two_of_a_pair(reading: Reading, number: Number, setting: Setting) -> bool:
    """Whether *the two presidents* may be two whom a passage names together."""
    before = [word.low for word in reading.words if word.end <= number.start][-1:]
    if (
        number.value != 2
        or number.unit
        or number.ordinal
        or before not in (["the"], ["these"], ["those"], ["of"])
    ):
        return False
    return any(
        len({m.keys for m in ground.reading.mentions if m.keys}) >= 2
        for ground in setting.footing.grounds
    )


def _unit_left_out(number: Number, other: Number, ground: Ground) -> bool:
    """Whether a passage has the number alone: *they lasted three, from 10 to 12 October*."""
    if float(other.value) in _lengths(ground) and UNITS.get(number.unit, ("", 0))[1] != 86400:
        return False  # *they lasted three, from 10 to 12 October*
    return (
        bool(number.unit)
        and not other.unit
        and not other.ordinal
        and number.value == other.value
        and not _noun_after(ground.reading, other)
    )


_LABEL = re.compile(
    r"(?:\b(?:no\.?|nr\.?|number)|№|#|\()\s?$|\b(?!In\b|On\b|At\b)[A-Z]?[a-z]+\s$", re.I
)
_POINTS_BACK = re.compile(r"\sof\s(?:that|this|it|which|these|those)\b", re.IGNORECASE)
_NEAR = Fraction(1, 10)
"""How far, in parts of itself, a rounded number may be from the one that it stands for."""


def _carried_otherwise(reading: Reading, number: Number, other: Number, ground: Ground) -> bool:
    """Whether a number of a passage is the sentence's in another form.

    *The fourth report* for *report No. 4*, *instead of 75* for *75 litres*, *less than two fifths*
    for *39 %*.
    """
    if number.vague or other.vague:
        return False
    if number.ordinal != other.ordinal:
        label, where = (other, ground.reading) if number.ordinal else (number, reading)
        return (
            number.value == other.value
            and not label.unit
            and _LABEL.search(where.text, max(0, label.start - 24), label.start) is not None
            and not _noun_after(where, label)
        )
    if number.ordinal:
        return False
    if not number.unit and other.unit and number.value == other.value:
        return not _noun_after(reading, number)
    return _rounded(reading, number, other, ground)


def _rounded(reading: Reading, number: Number, other: Number, ground: Ground) -> bool:
    """Whether a number that says *nearly* or *more than* is a rounder form of another one."""
    if number.hedge is Hedge.NONE or _figures(number.value) >= _figures(other.value):
        return False
    one, two = _part_of(number), _part_of(other)
    if number.unit and other.unit and one == (number.value, number.unit):
        if UNITS[number.unit] != UNITS[other.unit]:
            return False
    elif one[1] != two[1] or (
        not one[1]
        and number.value < 100
        and _noun_after(reading, number) != _noun_after(ground.reading, other)
    ):
        return False
    if not one[0] or abs(two[0] - one[0]) > _NEAR * one[0]:
        return False
    match number.hedge:
        case Hedge.LESS | Hedge.NEARLY | Hedge.AT_MOST:
            return two[0] <= one[0]
        case Hedge.MORE | Hedge.AT_LEAST:
            return two[0] >= one[0]
        case _:
            return abs(two[0] - one[0]) <= _NEAR / 2 * one[0]


def _part_of(number: Number) -> tuple[Fraction, str]:
    """A number and its unit; a share below one as percent."""
    if not number.unit and 0 < number.value < 1:
        return number.value * 100, "percent"
    return number.value, number.unit


def _figures(value: Fraction) -> int:
    """How many digits a number needs; a fraction such as two thirds counts as a round one."""
    if value.denominator in (3, 4, 5, 6, 7, 8, 9) and value < 1:
        return 1
    return len(f"{float(value):.10g}".replace(".", "").strip("0"))


_CHANGE = re.compile(
    r"\b(?:rose|risen|rise|rising|fell|fallen|fall|grew|grown|growth|increas\w+|decreas\w+|declin\w+"
    r"|drop\w*|reduc\w+|cut|cuts|more|less|fewer|higher|lower|up|down|below|above|gain\w*|lost)\b",
    re.IGNORECASE,
)


def _worked_out(reading: Reading, number: Number, setting: Setting) -> bool:
    """Whether a number follows at a glance from numbers and dates that one passage has together.

    The days of *1-19 June*, a rise in per cent, *half of that*, *one* where a passage has *a man*.
    """
    grounds = setting.footing.grounds
    if _POINTS_BACK.match(reading.text, number.end):
        return True
    if number.value == 1 and not number.unit and not number.ordinal:
        ones = frozenset(("one", "a", "an", "single"))
        return any(not ones.isdisjoint(g.reading.lows) for g in grounds)
    if number.unit and UNITS[number.unit][0] == "time":
        length = float(number.value) * UNITS[number.unit][1] / 86400
        return length >= 2 and any(length in _lengths(g) for g in grounds)
    share, unit = _part_of(number)
    if unit == "percent" and _CHANGE.search(reading.text):
        return any(_is_change(share, g) for g in grounds)
    return False


def _is_change(share: Fraction, ground: Ground) -> bool:
    given = [n for n in ground.reading.numbers if n.value and not n.ordinal and n.unit != "percent"]
    return any(
        abs(abs(new.value - old.value) / old.value * 100 - share) < Fraction(1, 2)
        for old in given
        for new in given
        if old is not new and (not old.unit or not new.unit or old.unit == new.unit)
    )


_FROM_TO = re.compile(r"\s?(?:to|and|until|till|through|[-–—])\s?(?:the\s)?", re.IGNORECASE)


def _lengths(ground: Ground) -> set[float]:
    """How many days the ranges of dates in a passage take, with and without the last day."""
    found: set[float] = set()
    times = [when for when in ground.reading.whens if when.kind is Kind.DAY]
    for one, other in pairwise(times):
        together = one.start == other.start or _FROM_TO.fullmatch(
            ground.reading.text, one.end, other.start
        )
        if not together:
            continue
        for first, _ in one.days(ground.issued):
            for last, _ in other.days(ground.issued):
                found |= {float((last - first).days), float((last - first).days + 1)}
    return found


def _same_number(number: Number, other: Number) -> bool:
    if number.ordinal != other.ordinal:
        return False
    if number.vague or other.vague:
        return number.vague == other.vague
    if number.unit and other.unit:
        return same_measure(number.value, number.unit, other.value, other.unit)
    if "percent" in (number.unit, other.unit):  # a fifth is 20 per cent
        share, part = (number, other) if number.unit else (other, number)
        return part.value < 1 and not part.unit and share.value == part.value * 100
    if number.unit or other.unit:
        return False
    return number.value == other.value


def _counted(reading: Reading, number: Number) -> str:
    """`report` or `publisher` if that is what the number counts, else ""."""
    if number.unit or number.vague or number.ordinal:
        return ""
    following = [w for w in reading.words if w.start >= number.end][:5]
    before = [w.low for w in reading.words if w.end <= number.start][-2:]
    for at, word in enumerate(following):
        if word.breaks:
            break
        if word.stem in _REPORTS:
            return "report"
        if word.stem in _PUBLISHERS:
            return "publisher"
        if (
            at == 0
            and word.low not in ("of", "the", "dated", "news")
            and not word.low.endswith("ed")
        ):
            break
    if before[-1:] in (["all"], ["All"]) and following and not _is_noun(following[0].low):
        return "report"
    return ""


def _is_noun(low: str) -> bool:
    """Whether what follows *all five* is what they are; verbs of saying and the like are not."""
    return low not in (
        "say put fit speak give have tell agree name report call place date count mention describe "
        "differ and of are were have carry quote that who which in from".split()
    )


def _miscounted(
    reading: Reading, counts: dict[str, list[Number]], setting: Setting
) -> Iterator[Miss]:
    """The largest count of reports in a sentence is of those that it cites, or of all there are."""
    assert setting.counted is not None
    for at, (what, found) in enumerate(counts.items()):
        if not found:
            continue
        cited, there_are = setting.counted[at], setting.of_all[at]
        vague = [n for n in found if n.hedge is Hedge.ABOUT]
        parts = len(found) > 1 and not vague and all(n.value <= cited for n in found)
        if parts and sum(n.value for n in found) >= cited:
            continue
        if what == "publisher" and len(counts["report"]) > 1:
            right_by_parts = all(n.value <= cited for n in found)
            if right_by_parts:
                continue
        largest = max(found, key=lambda number: number.value)
        right = {cited}
        words = {
            w.low for w in reading.words if w.end <= largest.start and w.start >= largest.start - 12
        }
        if words & {"the", "of", "all"}:
            right.add(there_are)
        wrong = [n for n in found if n.value > max(right)]
        if int(largest.value) not in right or wrong or vague:
            number = (wrong or vague or [largest])[0]
            shown = reading.text[number.start : number.end]
            yield Miss(
                codes.REPORTS_MISCOUNTED,
                number.start,
                number.end,
                f"“{shown}” {what}s are counted, and {cited} cited here.",
                codes.REPORTS_MISCOUNTED.mend,
            )


def _counts_missed(
    reading: Reading, number: Number, given: list[tuple[Number, Ground]]
) -> Iterator[Miss]:
    """A number before a word that the passages count too, and count otherwise."""
    noun = _noun_after(reading, number)
    if not noun or number.unit or number.ordinal:
        return
    theirs = [
        (n, g)
        for n, g in given
        if not n.unit and not n.ordinal and not n.vague and noun == _noun_after(g.reading, n)
    ]
    free = any(_same_number(number, n) and not _noun_after(g.reading, n) for n, g in given)
    if theirs and not free and not any(_same_number(number, n) for n, _ in theirs):
        other, ground = theirs[0]
        yield Miss(
            codes.NUMBER_NOT_CARRIED,
            number.start,
            number.end,
            f"“{reading.text[number.start : number.end]}” is said here of what the passage counts "
            f"as “{ground.reading.text[other.start : other.end]}”.",
            codes.NUMBER_NOT_CARRIED.mend,
            ground,
        )


def _noun_after(reading: Reading, number: Number) -> str:
    for word in reading.words:
        if word.start >= number.end:
            verb = word.low in PAST_FORMS or word.low.endswith("ed")
            return word.stem if word.is_content and not word.breaks and not verb else ""
    return ""


# Names

_WHERE = frozenset("in at near to from towards toward around outside inside across into".split())


_BYLINE = re.compile(
    r"\b(?:byline|under|name|author|writer|signed|carries|written|staff)\b", re.IGNORECASE
)


_BEFORE_VERBS = frozenset("to we i they you".split())
"""After these a word such as *judge* or *pilot* is a verb."""


def _roles_missed(library: Library, reading: Reading, setting: Setting) -> Iterator[Miss]:
    """A minister has to be a minister in the passages, or in the fields of their speakers."""
    for at, word in enumerate(reading.words):
        group = ROLES.get(word.low)
        if group is None or (at and reading.words[at - 1].low in _BEFORE_VERBS):
            continue
        if any(m.first <= at < m.last and m.last - m.first > 1 for m in reading.mentions):
            continue  # a part of a name, which is looked up as one
        known = any(
            ROLES.get(other) == group
            for ground in setting.footing.grounds
            for other in ground.reading.lows
        ) or any(group in library.roles_of(entity) for entity in setting.footing.entities)
        if not known:
            yield Miss(
                codes.NAME_NOT_CARRIED,
                word.start,
                word.end,
                f"“{word.text}” stands in no passage that is cited here, nor in the fields of its "
                "source or speaker.",
                codes.NAME_NOT_CARRIED.mend,
            )


def _names_missed(library: Library, reading: Reading, setting: Setting) -> Iterator[Miss]:
    for mention in reading.mentions:
        if _only_class(reading, mention):
            continue
        if mention.keys and not _named(library, reading, mention, setting):
            shown = reading.shown(mention.first, mention.last)
            place = any(entity.startswith("place:") for entity in mention.entities) and _is_place(
                reading, mention
            )
            code = codes.PLACE_NOT_CARRIED if place else codes.NAME_NOT_CARRIED
            yield Miss(
                code,
                reading.words[mention.first].start,
                reading.words[mention.last - 1].end,
                f"“{shown}” stands in no passage that is cited here, nor in the fields of its "
                "source.",
                code.mend,
            )


_CLASSES = frozenset(
    "river lake mount mountain cape bay gulf strait sea ocean island isle islands province "
    "district city town village county region canal bridge port harbor valley street road square "
    "dam".split()
)


def _only_class(reading: Reading, mention: Mention) -> bool:
    """Whether a word only says what sort of thing the name beside it is: *the River Tarnel*."""
    if mention.last - mention.first != 1 or mention.keys[:1] not in [(c,) for c in _CLASSES]:
        return False
    words = reading.words
    beside = words[max(0, mention.first - 1) : mention.first] + words[mention.last :][:1]
    return any(word.is_capitalised for word in beside)


def _is_place(reading: Reading, mention: Mention) -> bool:
    return mention.first > 0 and reading.words[mention.first - 1].low in _WHERE


def _named(library: Library, reading: Reading, mention: Mention, setting: Setting) -> bool:
    footing = setting.footing
    ids = {entity.partition("@")[0] for entity in mention.entities}
    place = any(entity.startswith("place:") for entity in ids)
    if not place and all(name in footing.fields for name in mention.keys):
        return True
    if _BYLINE.search(reading.text) and all(name in footing.bylines for name in mention.keys):
        return True
    if all(_stands(name, footing.keys) for name in mention.keys) and (
        mention.last - mention.first == 1 or _together(reading, mention, footing)
    ):
        return True
    if any(entity.startswith("place:") for entity in ids) and _is_place(reading, mention):
        return bool(ids & footing.entities & {i for i in ids if i.startswith("place:")})
    if ids & footing.entities:
        return True
    return all(
        _stands(name, footing.keys) or _beside_its_actor(library, reading, mention, name, footing)
        for name in mention.keys
    )


def _together(reading: Reading, mention: Mention, footing: Footing) -> bool:
    """Whether all the words of a name stand in one passage, or in the fields of the sources."""
    wanted = [
        key(word.text)
        for word in reading.words[mention.first : mention.last]
        if word.is_content or word.is_capitalised
    ]
    return any(
        all(_stands(name, ground.reading.keys) for name in wanted) for ground in footing.grounds
    )


def _stands(name: str, keys: frozenset[str]) -> bool:
    return name in keys or not keys.isdisjoint(bases(name))


def _beside_its_actor(
    library: Library, reading: Reading, mention: Mention, name: str, footing: Footing
) -> bool:
    """Whether a name belongs to the public role or the names of an actor named just beside it."""
    for other in reading.mentions:
        near = min(abs(other.first - mention.last), abs(mention.first - other.last)) <= 4
        if not near or other is mention:
            continue
        for entity in other.entities:
            plain = entity.partition("@")[0]
            if plain in footing.entities and name in library.words_of(plain):
                return True
    return False


# Quoted words

_QUOTED = re.compile(r"[\"“„]([^\"“”„]+)[\"”]|(?<!\w)['‘]([^'‘’]{3,})['’](?!\w)")
_LETTERS = re.compile(r"[^\W_]+")


def _quotes_missed(reading: Reading, setting: Setting) -> Iterator[Miss]:
    """Words in quotation marks have to be a passage's own, letter for letter."""
    if not setting.footing.grounds or setting.weak:
        return
    texts: list[str] | None = None
    for match in _QUOTED.finditer(reading.text):
        if texts is None:
            texts = [_plain(g.reading.text) for g in setting.footing.grounds]
        quoted = _plain(match[1] or match[2])
        if quoted.strip() and not any(quoted in text for text in texts):
            yield Miss(
                codes.QUOTED_WORDS,
                match.start(),
                match.end(),
                f"“{match[1] or match[2]}” stands in quotation marks here, and in no passage that "
                "is cited here.",
                codes.QUOTED_WORDS.mend,
            )


def _plain(text: str) -> str:
    return f" {' '.join(_LETTERS.findall(text.lower()))} "

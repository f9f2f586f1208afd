"""The dates that follow from no passage, and the weekdays that are not those of their dates."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import cache, partial
from itertools import pairwise

from quoteproof.diagnostics import codes
from quoteproof.scrutiny.facts.dates.another import another_day, is_dateline
from quoteproof.scrutiny.facts.dates.beside import another_days_hour
from quoteproof.scrutiny.facts.dates.given import Times, are_together, times_of
from quoteproof.scrutiny.facts.dates.saying import document_of, is_of_saying, is_past
from quoteproof.scrutiny.facts.dates.told import is_told
from quoteproof.scrutiny.facts.miss import Miss, Setting, Span, inside
from quoteproof.scrutiny.prose.clauses import sentences
from quoteproof.scrutiny.prose.dates import WEEKDAYS, Kind, When
from quoteproof.scrutiny.prose.reading import Reading


def date_misses(reading: Reading, setting: Setting, excused: tuple[Span, ...]) -> Iterator[Miss]:
    """The dates that follow from no passage, nor from the date of a source."""
    if not reading.whens:
        return
    times = cache(partial(times_of, setting))  # most sentences need only what is not worked out
    own_days = [when for when in reading.whens if when.kind is Kind.DAY]
    for when in reading.whens:
        if inside((when.start, when.end), excused) or _is_counted(reading, when):
            continue
        if when.kind is Kind.WEEKDAY:
            beside = next((day for day in own_days if _stand_together(reading, when, day)), None)
            if beside is not None:
                yield from _weekday_missed(reading, when, beside, setting)
                continue
        told = is_told(when, times(worked_out=False)) or (
            is_told(when, times()) and not _is_of_document(reading, when, setting)
        )
        shown = reading.text[when.start : when.end]
        shown = shown if when.kind is Kind.CLOCK else shown.rstrip(" .")
        place = when.start, when.start + len(shown)
        if (
            not told
            or _is_other_turn(reading, when, setting)
            or _is_only_of_source(reading, when, times, setting)
            or _is_off_its_range(reading, when, times, setting)
            or _is_after_all(reading, when, setting)
        ):
            yield Miss(
                codes.DATE_NOT_CARRIED,
                *place,
                f"“{shown}” follows from no passage that is cited here, nor from the date of its "
                "source.",
            )
        elif when.kind is Kind.DAY and own_days.count(when) > 1:
            message = f"“{shown}” names the same day twice."
            yield Miss(codes.DATE_NOT_CARRIED, *place, message)
        elif when.kind is Kind.DAY and (
            ground := another_day(reading, when, setting.footing.grounds)
        ):
            message = f"“{shown}” is said here, and the passage tells the same of another day."
            yield Miss(codes.DATE_NOT_CARRIED, *place, message, ground)
        elif when.kind is Kind.DAY and (
            ground := another_days_hour(reading, when, setting.footing.grounds)
        ):
            message = f"“{shown}” is said here, and the passage has that time of another day."
            yield Miss(codes.DATE_NOT_CARRIED, *place, message, ground)


def _is_other_turn(reading: Reading, when: When, setting: Setting) -> bool:
    """Whether it is a weekday of every week, where the passages have another: *each Friday*."""
    if when.kind is not Kind.WEEKDAY or not _EVERY.search(reading.text, 0, when.start):
        return False
    theirs = [
        other.weekday
        for ground in setting.footing.grounds
        for other in ground.reading.whens
        if other.kind is Kind.WEEKDAY and _EVERY.search(ground.reading.text, 0, other.start)
    ]
    return bool(theirs) and when.weekday not in theirs


_EVERY = re.compile(r"\b(?:each|every)\s(?:\w+day(?:,|\sand|\sor)\s)*$", re.IGNORECASE)


def _is_only_of_source(
    reading: Reading, when: When, times: Callable[..., Times], setting: Setting
) -> bool:
    """Whether a day is that of a source alone, where the passages tell of another day.

    That is the day when somebody said or published something: *on 6 March the ministry said*.
    """
    if when.kind is not Kind.DAY or (
        is_of_saying(reading, when) and not _is_other_state(reading, when, setting)
    ):
        return False
    own = times(issued=False)
    told_of = _OF_DAY.search(reading.text, 0, when.start)  # *the agreement of 3 May*
    if _is_event(reading) and is_told(when, own) and not told_of:
        less = _without_datelines(setting)
        own = own if less is setting else times_of(less, issued=False)
    return bool(own.days) and not is_told(when, own)


_OF_DAY = re.compile(
    r"\b(?:agreement|judgment|ruling|resolution|decision|contract|treaty|accord|memorandum|protocol)\s(?:of|dated)\s(?:\w+day,?\s)?$",
    re.IGNORECASE,
)


def _is_event(reading: Reading) -> bool:
    """Whether a text is more than a date, and does not reckon: *one day off*."""
    return len(reading.words) > _DATE_ALONE and not any(
        number.unit.rstrip("s") in ("day", "week") for number in reading.numbers
    )


_DATE_ALONE = 4
"""How many words a weekday, a day, a month and a year are."""


def _without_datelines(setting: Setting) -> Setting:
    """Without the passages that only tell when a source was issued, if all of it tells its days.

    For a dateline gives the day of what stands behind it without a day.
    """
    footing = setting.footing
    lines = [
        ground for ground in footing.grounds if is_dateline(ground, (0, len(ground.reading.words)))
    ]
    less = tuple(
        ground
        for ground in footing.grounds
        if ground not in lines
        or not all(
            _tells_its_days(other.reading)
            for other in footing.grounds
            if other.source == ground.source and other not in lines
        )
    )
    if less and len(less) < len(footing.grounds):
        return replace(setting, footing=replace(footing, grounds=less))
    return setting


def _tells_its_days(reading: Reading) -> bool:
    """Whether each sentence of a passage names a day."""
    kinds = (Kind.DAY, Kind.WEEKDAY, Kind.RELATIVE)
    starts = [when.start for when in reading.whens if when.kind in kinds]
    return all(
        any(reading.words[first].start <= start < reading.words[last - 1].end for start in starts)
        for first, last in sentences(reading.words)
    )


def _is_other_state(reading: Reading, when: When, setting: Setting) -> bool:
    """Whether it tells how things stand *as of* a day, and a passage as of another one."""
    return bool(_AS_OF.search(reading.text, 0, when.start)) and any(
        _AS_OF.search(ground.reading.text, 0, other.start)
        for ground in setting.footing.grounds
        for other in ground.reading.whens
        if other.kind is Kind.DAY
    )


_AS_OF = re.compile(
    r"\bas (?:of|at)\s(?:[\d:.]+(?:\s[ap]\.?m\.?|\shours)?|noon|midnight|\s|on|\w+day|,)*$",
    re.IGNORECASE,
)


def _is_off_its_range(
    reading: Reading, when: When, times: Callable[..., Times], setting: Setting
) -> bool:
    """Whether a day is told with another that the passages tell with a third: *from 3 to 5 May*.

    Or with one that the passages name, and is itself only the day of a source, where they name a
    third on its side.
    """
    days = [other for other in reading.whens if other.kind is Kind.DAY]
    for pair in pairwise(days):
        if when not in pair or not are_together(reading.text, *pair):
            continue
        end, own = pair.index(when), times(issued=False)
        other = pair[1 - end]
        named = _named_days(setting)
        if any(_are_same(other, span[1 - end]) and span[end] in named for span in own.ranges):
            return not any(_are_same(when, day) for day in named)
        if not is_told(when, own) and is_told(other, own):
            known = [day for day in own.days if _are_same(other, day)]
            beyond = {day for day in own.days if (day < min(known), day > max(known))[end]}
            return any(not any(_are_same(one, day) for one in days) for day in beyond)
    return False


def _are_same(when: When, day: date) -> bool:
    return (when.day, when.month) == (day.day, day.month)


def _named_days(setting: Setting) -> set[date]:
    """The days that the passages name, in whatever way."""
    return {
        first
        for ground in setting.footing.grounds
        for when in ground.reading.whens
        for first, last in ground.days(when)
        if first == last
    }


def _is_of_document(reading: Reading, when: When, setting: Setting) -> bool:
    """Whether a day is that of a document, and no passage that names such a one counts days."""
    document = document_of(reading, when)
    return bool(document) and not any(
        document in ground.reading.lows and (ground.named_before or ground.reading.numbers)
        for ground in setting.footing.grounds
    )


def _is_after_all(reading: Reading, when: When, setting: Setting) -> bool:
    """Whether what is told as past is of a day after all that is cited, which no passage names."""
    grounds = setting.footing.grounds
    last = max(ground.issued[1] for ground in grounds)
    return (
        when.kind is Kind.DAY
        and all(day > last for ground in grounds for day, _ in when.days(ground.issued))
        and not any(
            (other.day, other.month) == (when.day, when.month)
            for ground in grounds
            for other in ground.reading.whens
        )
        and is_past(reading, when)
    )


def _is_counted(reading: Reading, when: When) -> bool:
    """Whether it is a number that tells how far a time is: *three weeks later*."""
    return when.kind is Kind.RELATIVE and any(
        when.start <= number.start < when.end and number.value > 1 for number in reading.numbers
    )


def _stand_together(reading: Reading, weekday: When, day: When) -> bool:
    """Whether a weekday and a date name one day: *Friday, 3 May*, *Friday night, 3 May*."""
    between = reading.text[min(weekday.end, day.end) : max(weekday.start, day.start)]
    return len(between) < 4 or _PART_OF_DAY.fullmatch(between) is not None


_PART_OF_DAY = re.compile(r"\s(?:morning|afternoon|evening|night),?\s(?:on\s)?")


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

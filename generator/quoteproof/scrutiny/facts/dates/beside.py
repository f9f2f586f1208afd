"""The time of day that stands beside a day: *18:00 on 9 March*, *Thursday night*."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from quoteproof.scrutiny.facts.ground import Ground
from quoteproof.scrutiny.prose.dates import Kind, When
from quoteproof.scrutiny.prose.reading import Reading
from quoteproof.scrutiny.prose.units import TIME_UNITS

_DAYS = (Kind.DAY, Kind.WEEKDAY, Kind.RELATIVE)
_PART = re.compile(r"(?:\b|(?<=\bto))(?:morning|afternoon|evening|night)\b")
_THEN_DAY = re.compile(
    r"(?:\s(?:hours|hrs|local\stime|GMT|UTC|CET))?,?\s(?:(?:on|of)\s)?(?:the\s)?(?:\w+day,?\s)?"
)
_PART_OF_DAY = re.compile(r"\s(?:on|of)\s(?:the\s)?(?:\w+day,?\s)?")
_THEN_HOUR = re.compile(r",?\s(?:at\s)?")
_THEN_PART = re.compile(r"\s(?:in\sthe\s)?")
_BEFORE = re.compile(r"\b(?:evening|night) before\b")
_NOON = 720
_ALONE = (None,)
_ON_ANOTHER_DAY = frozenset(
    "same later earlier next following previous daily every each overnight".split()
)
"""Words of a passage that may carry a time of day on to another day."""


@dataclass(frozen=True, slots=True)
class _Hour:
    """A time of day, by the clock or as a part of the day, and the day beside it."""

    clock: When | None
    part: str
    day: When | None

    def may_be(self, other: _Hour) -> bool:
        """Whether two times of day may be one; that of a clock may be in any part of the day."""
        if self.clock is None or other.clock is None:
            return self.part == other.part or not (self.part and other.part)
        half = 720 if self.clock.twelve or other.clock.twelve else 1440
        return (self.clock.minutes or 0) % half == (other.clock.minutes or 0) % half


def another_days_hour(reading: Reading, when: When, grounds: tuple[Ground, ...]) -> Ground | None:
    """The passage that has the time of day beside a day with another day, if none may have it so.

    It may where the day or the time of day stands alone, or one day is counted from another.
    """
    ours = [hour for hour in _hours(reading) if hour.day is when]
    if len(ours) != 1 or _is_of_list(reading, when) or any(map(_counts, grounds)):
        return None
    if ours[0].clock and not (ours[0].clock.minutes or 0) % _NOON:
        return None  # midnight belongs to two days
    found: Ground | None = None
    for ground in grounds:
        hours = tuple(_hours(ground.reading))
        alone = [w for w in ground.reading.whens if not any(hour.day is w for hour in hours)]
        same = [hour for hour in hours if hour.may_be(ours[0])]
        if any(
            day is None or _may_be(when, day, ground)
            for day in (*alone, *(hour.day for hour in same))
            if day is None or day.kind in _DAYS
        ):
            return None
        if any(hour.part == ours[0].part for hour in same):
            found = found or ground
    return found


def _hours(reading: Reading) -> Iterator[_Hour]:
    """The times of day of a text, each with every day that stands beside it."""
    text, days = reading.text, [when for when in reading.whens if when.kind in _DAYS]
    for clock in reading.whens:
        if clock.kind is Kind.CLOCK:
            beside = [
                day
                for day in days
                if _THEN_DAY.fullmatch(text, clock.end, day.start)
                or _THEN_HOUR.fullmatch(text, day.end, clock.start)
            ]
            yield from (_Hour(clock, "", day) for day in beside or _ALONE)
    for part in _PART.finditer(text):
        beside = [
            day
            for day in days
            if day.start <= part.start() < day.end
            or _THEN_PART.fullmatch(text, day.end, part.start())
            or _PART_OF_DAY.fullmatch(text, part.end(), day.start)
        ]
        yield from (_Hour(None, part[0], day) for day in beside or _ALONE)


def _is_of_list(reading: Reading, when: When) -> bool:
    """Whether a day is one of several told together: *the night of 3 to 4 May*."""
    return sum(other.start == when.start for other in reading.whens) > 1


def _counts(ground: Ground) -> bool:
    """Whether a passage tells how long something lasts, or points to another day."""
    return (
        bool(ground.named_before)
        or not _ON_ANOTHER_DAY.isdisjoint(ground.reading.lows)
        or _BEFORE.search(ground.reading.text) is not None
        or any(number.unit.rstrip("s") in TIME_UNITS for number in ground.reading.numbers)
    )


def _may_be(when: When, other: When, ground: Ground) -> bool:
    """Whether a time of a passage may be a day, or a week in which it lies."""
    return any(
        (day.day, day.month) == (when.day, when.month) and when.year in (None, day.year)
        for first, last in other.days(ground.issued)
        for day in (first + timedelta(n) for n in range(min((last - first).days, 31) + 1))
    )

"""Dates as exact as they are known: a year, a month, a day or a minute."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class DateWords:
    """What a language adds to the numbers of a date."""

    months: tuple[str, ...]
    """As they stand after a day."""
    alone: tuple[str, ...]
    """As they stand without one."""
    year_mark: str
    """What follows the year."""


ENGLISH = DateWords(_MONTHS, _MONTHS, "")
_FORM = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2})(?:T([0-9]{2}):([0-9]{2}))?)?)?")


class Precision(StrEnum):
    """How exactly a date is known, finest last."""

    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    MINUTE = "minute"


_BY_LENGTH = {4: Precision.YEAR, 7: Precision.MONTH, 10: Precision.DAY, 16: Precision.MINUTE}


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A year, month, day or minute of the Gregorian calendar, without a time zone.

    `str` gives the ISO form that `parse` reads. Dates are not ordered by themselves, since a year
    and a day in it are neither earlier nor later: compare `first` and `last`.
    """

    moment: datetime
    """Its first minute."""
    precision: Precision

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read ``2020``, ``2020-03``, ``2020-03-05`` or ``2020-03-06T00:01``, else ValueError."""
        form = _FORM.fullmatch(text)
        if not form:
            raise ValueError(
                f"{_shown(text)} is not a date: write 2020, 2020-03, 2020-03-05 or 2020-03-06T00:01"
            )
        given = [int(number) for number in form.groups() if number is not None]
        year, month, day, hour, minute = (*given, *(0, 1, 1, 0, 0)[len(given) :])
        if year == 0:
            raise ValueError(f"{_shown(text)} is not a date: years run from 0001 to 9999")
        if not 1 <= month <= 12:
            raise ValueError(f"{_shown(text)} is not a date: there is no month {month:02}")
        if not 1 <= day <= monthrange(year, month)[1]:
            days = monthrange(year, month)[1]
            raise ValueError(
                f"{_shown(text)} is not a date: {_MONTHS[month - 1]} {year} has {days} days"
            )
        if hour > 23 or minute > 59:
            raise ValueError(f"{_shown(text)} is not a date: times run from 00:00 to 23:59")
        return cls(datetime(year, month, day, hour, minute), _BY_LENGTH[len(text)])

    def first(self) -> datetime:
        """Its first instant, without a time zone."""
        return self.moment

    def last(self) -> datetime:
        """Its last instant, to the microsecond, without a time zone."""
        moment, month, day = self.moment, self.moment.month, self.moment.day
        if self.precision is Precision.MINUTE:
            return moment.replace(second=59, microsecond=999_999)
        if self.precision is Precision.YEAR:
            month = 12
        if self.precision is not Precision.DAY:
            day = monthrange(moment.year, month)[1]
        return moment.replace(
            month=month, day=day, hour=23, minute=59, second=59, microsecond=999_999
        )

    def __str__(self) -> str:
        iso = self.moment.isoformat()
        return next(iso[:length] for length, p in _BY_LENGTH.items() if p is self.precision)

    def display(self, words: DateWords = ENGLISH) -> str:
        """Such as ``2020``, ``March 2020``, ``5 March 2020`` or ``6 March 2020, 00:01``."""
        day = _day(self, words)
        return f"{day}, {_time(self)}" if _time(self) else day


def display_span(earliest: PartialDate, latest: PartialDate, words: DateWords = ENGLISH) -> str:
    """Such as ``5–14 March 2020`` or ``28 February – 5 March 2020``; one date if the two are equal.

    Raises ValueError if the latest ends before the earliest begins.
    """
    if latest.last() < earliest.first():
        raise ValueError(f"{latest} is before {earliest}")
    begins, ends = earliest.display(words), latest.display(words)
    if earliest == latest:
        return begins
    first, last, precision = earliest.moment, latest.moment, earliest.precision
    if precision is not latest.precision:
        return f"{begins} – {ends}"
    if precision is Precision.YEAR:
        return f"{first.year}–{ends}"
    if first.year != last.year:
        return f"{begins} – {ends}"
    if precision is Precision.MONTH:
        return f"{words.alone[first.month - 1]}–{ends}"
    if precision is Precision.DAY and first.month == last.month:
        return f"{first.day}–{ends}"
    if precision is Precision.DAY:
        return f"{first.day} {words.months[first.month - 1]} – {ends}"
    if first.date() == last.date():
        return f"{begins}–{_time(latest)}"
    return f"{begins} – {ends}"


def _day(date: PartialDate, words: DateWords) -> str:
    year = f"{date.moment.year}{words.year_mark}"
    if date.precision is Precision.YEAR:
        return year
    if date.precision is Precision.MONTH:
        return f"{words.alone[date.moment.month - 1]} {year}"
    return f"{date.moment.day} {words.months[date.moment.month - 1]} {year}"


def _time(date: PartialDate) -> str:
    return f"{date.moment:%H:%M}" if date.precision is Precision.MINUTE else ""


def _shown(text: str) -> str:
    return repr(text if len(text) <= 40 else f"{text[:40]}…")

"""Whether a time of the sentence is one that its footing gives."""

from __future__ import annotations

from datetime import date

from quoteproof.scrutiny.facts.dates.given import Away, Times
from quoteproof.scrutiny.prose.dates import Kind, When


def is_told(when: When, times: Times) -> bool:
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


def _lie_so_far(when: When, times: Times) -> bool:
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

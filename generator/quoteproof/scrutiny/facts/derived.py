"""Whether what a statement works out follows from what its passages say."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from quoteproof.diagnostics import codes
from quoteproof.diagnostics.finding import Code
from quoteproof.model.summaries import Derived
from quoteproof.model.vocabulary import Derivation
from quoteproof.scrutiny.facts import carried
from quoteproof.scrutiny.facts.ground import Footing, Library
from quoteproof.scrutiny.facts.miss import Setting
from quoteproof.scrutiny.prose.numbers import Hedge, Number
from quoteproof.scrutiny.prose.units import UNITS, same_measure


def unproved(
    library: Library, derived: Derived, text: str, footing: Footing, setting: Setting
) -> Iterator[tuple[Code, str, str]]:
    """What is wrong with a derivation: a code, what to say, and how to mend it."""
    if derived.text not in text:
        yield (
            codes.DERIVED_UNFOUNDED,
            f"“{derived.text}” is said to be derived, and the statement does not have it.",
            codes.DERIVED_UNFOUNDED.mend,
        )
        return
    if derived.how is not Derivation.COUNT:
        plain = Setting(
            footing=footing,
            as_of=setting.as_of,
            english=setting.english,
            presence_only=True,
        )
        for part in derived.of:
            for miss in carried.misses(library, part, plain):
                if miss.code is codes.QUANTIFIER_DIFFERS:
                    continue  # what is worked out from *about 40* is about right
                yield codes.DERIVED_UNFOUNDED, f"Of “{part}”: {miss.message}", miss.code.mend
    problem = _wrong(library, derived, setting)
    if problem:
        yield codes.DERIVED_WRONG, problem, codes.DERIVED_WRONG.mend


def _wrong(library: Library, derived: Derived, setting: Setting) -> str:
    """Why the result does not follow; "" if it does."""
    result = _first_number(library, derived.text)
    if result is None and derived.how in (Derivation.SPAN, Derivation.SUM):
        return _wrong_day(library, derived, setting)
    if result is None:
        return f"There is no number in “{derived.text}”."
    if derived.how is Derivation.COUNT:
        return _unless(result.value == len(derived.of), derived, str(len(derived.of)))
    if derived.how is Derivation.SPAN or _is_between_days(library, derived, result, setting):
        return _wrong_span(library, derived, result, setting)
    parts = [_first_number(library, part) for part in derived.of]
    values = [part for part in parts if part is not None]
    if len(values) < len(parts):
        return f"There is no number in “{derived.of[parts.index(None)]}”."
    first, *others = (part.value for part in values)
    match derived.how:
        case Derivation.SUM:
            total = first + sum(others)
            return _unless(result.value == total, derived, _shown(total))
        case Derivation.DIFFERENCE:
            rest = first - sum(others)
            return _unless(result.value == rest, derived, _shown(rest))
        case Derivation.SHARE:
            if len(values) != 2 or not others[0]:
                return "A share is worked out from a part and a whole."
            if any(_is_portion(part) for part in values) and not _is_portion(result):
                part = first * others[0]  # *one third of 18 million*
                percent = any(value.unit == "percent" for value in values)
                part = part / 100 if percent else part
                return _unless(result.value == part, derived, _shown(part))
            return _wrong_share(derived, result, first / others[0] * 100)
        case Derivation.CHANGE:
            if len(values) != 2 or not first:
                return "A change is worked out from what was and what is."
            away = abs(others[0] - first)
            if result.unit == "percent":
                return _wrong_share(derived, result, away / first * 100)
            return _unless(result.value == away, derived, _shown(away))
        case Derivation.CONVERSION:
            unit, other = result.unit, values[0].unit
            if not unit or not other or UNITS[unit][0] != UNITS[other][0]:
                return "The two are not measures of the same kind."
            near = same_measure(result.value, unit, first, other)
            right = float(first) * UNITS[other][1] / UNITS[unit][1]
            return _unless(near, derived, f"{right:.4g} {unit}")


def _is_between_days(library: Library, derived: Derived, result: Number, setting: Setting) -> bool:
    """Whether a difference is one of days: that is a span."""
    return (
        derived.how is Derivation.DIFFERENCE
        and bool(result.unit)
        and UNITS[result.unit][0] == "time"
        and all(_first_day(library, part, setting) for part in derived.of)
    )


def _is_portion(number: Number) -> bool:
    """Whether a number says how much of something: *a third*, *40 per cent*."""
    return number.unit == "percent" or (not number.unit and 0 < number.value < 1)


def _wrong_share(derived: Derived, result: Number, share: Fraction) -> str:
    told = result.value * (1 if result.unit == "percent" else 100)
    give = Fraction(1, 2) if result.unit else Fraction(1)
    if result.hedge is not Hedge.NONE:
        give = Fraction(3, 2)
    return _unless(abs(share - told) <= give, derived, f"{float(share):.1f} per cent")


def _unless(right: bool, derived: Derived, value: str) -> str:
    made = ", ".join(f"“{part}”" for part in derived.of)
    return "" if right else f"The {derived.how} of {made} is {value}, and not “{derived.text}”."


def _wrong_span(library: Library, derived: Derived, result: Number, setting: Setting) -> str:
    if not result.unit or UNITS[result.unit][0] != "time":
        return f"“{derived.text}” names no unit of time."
    size = UNITS[result.unit][1] / 86400
    hours = [_first_hour(library, part) for part in derived.of]
    if len(hours) == 2 and None not in hours:
        minutes = (hours[1] - hours[0]) % 1440  # type: ignore[operator]
        right = abs(minutes / 1440 / size - float(result.value)) < 0.01
        return _unless(right, derived, f"{minutes} minutes")
    days = [_first_day(library, part, setting) for part in derived.of]
    if None in days or len(days) < 2:
        return "A span is worked out from two dates or more, or from two times of day."
    length = (days[-1] - days[0]).days  # type: ignore[operator]
    clocks = [_clock(library, part) for part in (derived.of[0], derived.of[-1])]
    if None not in clocks:  # *06:00 on 18 March*
        length += (clocks[1] - clocks[0]) / 1440  # type: ignore[operator]
    span = abs(length) / size
    right = abs(span - float(result.value)) < (0.5 if size > 1 else 0.01)
    if size == 1 and None in clocks:  # *on each of the days from 28 September to 14 October*
        right |= result.value == abs(length) + 1
    return _unless(right, derived, f"{abs(length):.4g} days")


def _wrong_day(library: Library, derived: Derived, setting: Setting) -> str:
    """Why a day is not so long after another as is told; "" if it is."""
    told = _first_day(library, derived.text, setting)
    days = [day for part in derived.of if (day := _first_day(library, part, setting))]
    spans = [
        number
        for part in derived.of
        for number in library.read(part).numbers
        if number.unit and UNITS[number.unit][0] == "time"
    ]
    if told is None:
        return f"There is no number in “{derived.text}”."
    if not days or not spans:
        return "A day is worked out from another day and a span of time."
    length = sum(float(number.value) * UNITS[number.unit][1] for number in spans) / 86400
    away = abs((told - days[0]).days)
    return _unless(abs(away - length) < 1, derived, f"{length:.0f} days from {days[0]}")


def _first_number(library: Library, text: str) -> Number | None:
    reading = library.read(f"in {text}")  # *a week* is a number after a preposition
    found = [*reading.numbers, *reading.said_otherwise]
    if found:  # *8 hours and 35 minutes* is one, and so is *half an hour*
        return min(found, key=lambda number: (number.start, -number.end))
    if text.strip().lower() == "one":
        return Number(Fraction(1), 0, 3)
    return None


def _first_hour(library: Library, text: str) -> int | None:
    """The minutes after midnight of a time of day that stands without a date."""
    return _clock(library, text) if len(library.read(text).whens) == 1 else None


def _clock(library: Library, text: str) -> int | None:
    """The minutes after midnight of a time of day, beside a date or not."""
    minutes = (when.minutes for when in library.read(text).whens)
    return next((found for found in minutes if found is not None), None)


def _first_day(library: Library, text: str, setting: Setting) -> date | None:
    for when in library.read(text).whens:
        for span in when.days(setting.as_of):
            return span[0]
    return None


def _shown(value: Fraction) -> str:
    return f"{float(value):,.10g}"

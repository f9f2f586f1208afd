"""Whether a bound of the sentence is the opposite of its passages' bound, for one number."""

from __future__ import annotations

from collections.abc import Iterator

from quoteproof.diagnostics import codes
from quoteproof.scrutiny.facts.ground import Ground
from quoteproof.scrutiny.facts.miss import Miss
from quoteproof.scrutiny.prose.numbers import Hedge, Number
from quoteproof.scrutiny.prose.polarity import Sense
from quoteproof.scrutiny.prose.reading import Reading

_OPPOSITE = {
    Hedge.AT_LEAST: {Hedge.AT_MOST},
    Hedge.AT_MOST: {Hedge.AT_LEAST},
    Hedge.MORE: {Hedge.LESS, Hedge.NEARLY, Hedge.ABOUT},
    Hedge.LESS: {Hedge.MORE, Hedge.ABOUT},
    Hedge.NEARLY: {Hedge.MORE},
}
"""The bounds of a passage that a sentence's bound contradicts.

*At least three* and *fewer than three* are no such pair: the one is asked for where the other is a
fault. Nor is a number with a bound and one without, for a verb may set it (*exceeded one year*).
"""


def hedge_misses(
    reading: Reading, number: Number, same: list[tuple[Number, Ground]]
) -> Iterator[Miss]:
    """Where a number is *at least 40*, and every passage that has it says *at most 40*."""
    opposite = _OPPOSITE.get(number.hedge, set())
    if not same or number.ordinal or not all(other.hedge in opposite for other, _ in same):
        return
    if _is_denied(reading, number) or any(_is_denied(g.reading, other) for other, g in same):
        return
    other, ground = same[0]
    start = number.hedge_start if number.hedge_start >= 0 else number.start
    theirs = other.hedge_start if other.hedge_start >= 0 else other.start
    yield Miss(
        codes.QUANTIFIER_DIFFERS,
        start,
        number.end,
        f"“{reading.text[start : number.end]}” is said here, and "
        f"“{ground.reading.text[theirs : other.end]}” in the passage.",
        ground,
    )


def _is_denied(reading: Reading, number: Number) -> bool:
    """Whether words before a number deny it: *could not be done in less than four days*."""
    bound = number.hedge_start if number.hedge_start >= 0 else number.start
    negative = reading.manner.where[Sense.NEGATIVE]
    return any(bound - 80 < reading.words[at].start < bound for at in negative)

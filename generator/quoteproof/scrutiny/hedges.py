"""Whether a number is as exact, as high or as low as its passages say."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quoteproof.diagnostics import codes
from quoteproof.scrutiny.ground import Ground
from quoteproof.scrutiny.miss import Miss
from quoteproof.scrutiny.prose.numbers import Hedge, Number
from quoteproof.scrutiny.prose.reading import Reading

_COMPATIBLE = {
    (Hedge.ABOUT, Hedge.NEARLY), (Hedge.MORE, Hedge.AT_LEAST), (Hedge.AT_LEAST, Hedge.MORE),
    (Hedge.LESS, Hedge.NEARLY), (Hedge.NEARLY, Hedge.LESS),
}  # fmt: skip
"""What a sentence may say where its passage says the other."""


def hedge_misses(
    reading: Reading, number: Number, same: list[tuple[Number, Ground]]
) -> Iterator[Miss]:
    """Where a number is *about 40* or *at least 40*, and in no passage that has it is so meant."""
    if not same or number.ordinal:
        return
    if any(n.hedge is number.hedge or (number.hedge, n.hedge) in _COMPATIBLE for n, _ in same):
        return
    if any(_hedged_otherwise(number, n, ground) for n, ground in same):
        return
    other, ground = same[0]
    if number.hedge is Hedge.NONE and other.hedge is Hedge.ABOUT and number.vague:
        return
    start = number.hedge_start if number.hedge_start >= 0 else number.start
    theirs = other.hedge_start if other.hedge_start >= 0 else other.start
    yield Miss(
        codes.QUANTIFIER_DIFFERS,
        start,
        number.end,
        f"“{reading.text[start : number.end]}” is said here, and "
        f"“{ground.reading.text[theirs : other.end]}” in the passage.",
        codes.QUANTIFIER_DIFFERS.mend,
        ground,
    )


_LIMITS = {
    Hedge.AT_MOST: re.compile(r"\b(?:limit|cap|ceiling|maxim|exceed|restrict|most)", re.IGNORECASE),
    Hedge.AT_LEAST: re.compile(r"\b(?:minim|floor|least)", re.IGNORECASE),
}


def _hedged_otherwise(number: Number, other: Number, ground: Ground) -> bool:
    """Whether a passage limits a number by a verb, or has it in brackets, as converted."""
    limits = _LIMITS.get(number.hedge)
    if limits is not None and limits.search(ground.reading.text):
        return True
    return number.hedge is Hedge.ABOUT and ground.reading.text[: other.start].endswith("(")

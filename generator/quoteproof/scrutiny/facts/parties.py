"""Who does what to whom: whether a sentence has it the other way round than its passages."""

from __future__ import annotations

from collections.abc import Iterator

from quoteproof.diagnostics import codes
from quoteproof.scrutiny.facts.bound import bound_otherwise
from quoteproof.scrutiny.facts.crossed import crossed
from quoteproof.scrutiny.facts.ground import Library
from quoteproof.scrutiny.facts.miss import Miss, Setting
from quoteproof.scrutiny.facts.speakers import speaker_misses
from quoteproof.scrutiny.prose.binding import Side
from quoteproof.scrutiny.prose.reading import Reading


def party_misses(library: Library, reading: Reading, setting: Setting) -> Iterator[Miss]:
    """Those who do, say or suffer here what others do in the passages.

    The rules go from the narrowest to the widest; one says enough of a sentence.
    """
    found = [
        *bound_otherwise(library, reading, setting),
        *speaker_misses(library, reading, setting),
    ]
    for rule in () if found else (_reversals, crossed):
        found = found or list(rule(library, reading, setting))
    yield from found


def _reversals(library: Library, reading: Reading, setting: Setting) -> Iterator[Miss]:
    for stem, occurrences in library.sides(reading).items():
        theirs = [
            (ground, pair)
            for ground in setting.footing.grounds
            for pair in library.sides(ground.reading).get(stem, ())
        ]
        for left, right in occurrences:
            if _is_place(left) or _is_place(right):
                continue  # *in Sorrin, on the Tarnel*: neither does anything to the other
            turned = [
                ground
                for ground, (before, after) in theirs
                if _same(left, after) and _same(right, before)
            ]
            if not turned or any(
                _same(left, before) or _same(right, after) for _, (before, after) in theirs
            ):
                continue
            first, last = sorted((left[0], right[0]), key=lambda mention: mention.first)
            yield Miss.of_words(
                codes.PARTIES_TURNED,
                reading,
                (first.first, last.last),
                f"“{reading.shown(first.first, first.last)}” and "
                f"“{reading.shown(last.first, last.last)}” stand the other way round in the "
                f"passage, about “{stem}…”.",
                turned[0],
            )
            return


def _is_place(side: Side) -> bool:
    return any(id.startswith("place:") for id in side[1]) and not any(
        id.startswith("actor:") for id in side[1]
    )


def _same(one: Side, other: Side) -> bool:
    return not one[1].isdisjoint(other[1])

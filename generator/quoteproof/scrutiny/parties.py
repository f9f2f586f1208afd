"""Who does what to whom: whether a sentence has it the other way round than its passages."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quoteproof.diagnostics import codes
from quoteproof.scrutiny.ground import Library
from quoteproof.scrutiny.manner import REPORTING, SAYING
from quoteproof.scrutiny.miss import Miss, Setting
from quoteproof.scrutiny.prose.binding import Side
from quoteproof.scrutiny.prose.names import Mention
from quoteproof.scrutiny.prose.reading import Reading


def party_misses(library: Library, reading: Reading, setting: Setting) -> Iterator[Miss]:
    """Names that the passages bind to other words than the sentence does."""
    told = False
    for miss in (
        *_bound_otherwise(library, reading, setting),
        *_unheard(library, reading, setting),
    ):
        told = True
        yield miss
    if not told:
        yield from _reversals(library, reading, setting)


def _bound_otherwise(library: Library, reading: Reading, setting: Setting) -> Iterator[Miss]:
    grounds = setting.footing.grounds
    theirs_of = [(ground, library.bonds(ground.reading)) for ground in grounds]
    ours = frozenset(name for name in setting.footing.entities if name.startswith("publisher:"))
    speakers = frozenset(f"actor:{id}" for ground in grounds for id in ground.speakers)
    told: set[int] = set()
    for (kind, stem), sides in library.bonds(reading).items():
        theirs = [
            (ground, side) for ground, bonds in theirs_of for side in bonds.get((kind, stem), ())
        ]
        if not theirs:
            continue
        for mention, names in sides:
            if mention.first in told or names & ours:
                continue
            if kind == "before" and stem in REPORTING and names & speakers:
                continue
            if any(
                library.one_for_other(names, other) or _shortened(reading, mention, g.reading, m)
                for g, (m, other) in theirs
            ):
                continue
            if mention.keys and all(name in setting.footing.fields for name in mention.keys):
                continue
            told.add(mention.first)
            ground, (other, _) = theirs[0]
            yield Miss(
                codes.PARTIES_TURNED,
                reading.words[mention.first].start,
                reading.words[mention.last - 1].end,
                f"“{reading.shown(mention.first, mention.last)}” stands here where the passage has "
                f"“{ground.reading.shown(other.first, other.last)}”, about “{stem}…”.",
                codes.PARTIES_TURNED.mend,
                ground,
            )


_TOGETHER = re.compile(
    r"\b(?:both|sides|parties|they|he|she)\b[^.;]{0,20}\b(?:said|says?|told|added|stressed)\b",
    re.IGNORECASE,
)
"""Words with which anyone named before may speak."""


def _shortened(one: Reading, mention: Mention, other: Reading, there: Mention) -> bool:
    """Whether one of two names is the other's last word: *the council*, *the Island Council*."""
    if mention.keys and there.keys:
        return False
    last, last_there = one.words[mention.last - 1], other.words[there.last - 1]
    return last.stem == last_there.stem


def _unheard(library: Library, reading: Reading, setting: Setting) -> Iterator[Miss]:
    """Who is said to say something, and speaks in no passage."""
    grounds = setting.footing.grounds
    heard = {f"actor:{id}" for ground in grounds for id in ground.speakers}
    heard |= setting.footing.owners
    heard |= {name for name in setting.footing.entities if name.startswith("publisher:")}
    for ground in grounds:
        together = _TOGETHER.search(ground.reading.text) is not None
        for (kind, stem), sides in library.bonds(ground.reading).items():
            if (
                together
                or (kind in ("before", "done to") and stem in REPORTING)
                or kind in ("to", "by")
            ):
                heard.update(name for _, names in sides for name in names)
    for (kind, stem), sides in library.bonds(reading).items():
        if kind != "before" or stem not in SAYING:
            continue
        for mention, names in sides:
            if not any(name.startswith("actor:") for name in names):
                continue  # a name that nobody knows is told of by itself
            if not library.one_for_other(names, frozenset(heard)) and not all(
                name in setting.footing.fields for name in mention.keys or ("",)
            ):
                yield Miss(
                    codes.PARTIES_TURNED,
                    reading.words[mention.first].start,
                    reading.words[mention.last - 1].end,
                    f"“{reading.shown(mention.first, mention.last)}” speaks in no passage that is "
                    "cited here.",
                    codes.PARTIES_TURNED.mend,
                )


def _reversals(library: Library, reading: Reading, setting: Setting) -> Iterator[Miss]:
    for stem, occurrences in library.sides(reading).items():
        theirs = [
            (ground, pair)
            for ground in setting.footing.grounds
            for pair in library.sides(ground.reading).get(stem, ())
        ]
        for left, right in occurrences:
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
            yield Miss(
                codes.PARTIES_TURNED,
                reading.words[first.first].start,
                reading.words[last.last - 1].end,
                f"“{reading.shown(first.first, first.last)}” and "
                f"“{reading.shown(last.first, last.last)}” stand the other way round in the "
                f"passage, about “{stem}…”.",
                codes.PARTIES_TURNED.mend,
                turned[0],
            )
            return


def _same(one: Side, other: Side) -> bool:
    return not one[1].isdisjoint(other[1])

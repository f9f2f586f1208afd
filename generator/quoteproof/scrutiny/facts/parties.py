"""Who does what to whom: whether a sentence has it the other way round than its passages."""

from __future__ import annotations

from collections.abc import Iterator

from quoteproof.diagnostics import codes
from quoteproof.scrutiny.facts.ground import Ground, Library
from quoteproof.scrutiny.facts.miss import Miss, Setting
from quoteproof.scrutiny.facts.speakers import SPEECH, is_governed, speaker_misses
from quoteproof.scrutiny.prose.binding import Side, is_possessive, link_before
from quoteproof.scrutiny.prose.clauses import sentence_of
from quoteproof.scrutiny.prose.names import Mention, key
from quoteproof.scrutiny.prose.polarity import REPORTING
from quoteproof.scrutiny.prose.reading import Reading


def party_misses(library: Library, reading: Reading, setting: Setting) -> Iterator[Miss]:
    """Names that the passages bind to other words than the sentence does."""
    found = [
        *_bound_otherwise(library, reading, setting),
        *speaker_misses(library, reading, setting),
    ]
    yield from found or _reversals(library, reading, setting)


Theirs = list[tuple[Ground, Side]]
"""The names that the passages bind to a word, and where."""


def _bound_otherwise(library: Library, reading: Reading, setting: Setting) -> Iterator[Miss]:
    """Names that the sentence binds to a word to which the passages bind others."""
    bonds_of = [(ground, library.bonds(ground.reading)) for ground in setting.footing.grounds]
    told: set[int] = set()
    for (kind, stem), sides in library.bonds(reading).items():
        done = kind == "before" and _is_done(reading, stem)
        theirs = [
            (ground, side)
            for ground, bonds in bonds_of
            for same in (("before", "by") if done else (kind,))
            for side in bonds.get((same, stem), ())
        ]
        if not theirs or any(
            _is_joined(ground.reading, m) or _is_term(ground.reading, m)
            for ground, (m, _) in theirs
        ):
            continue
        meet = any(library.one_for_other(names, o) for _, names in sides for _, (_, o) in theirs)
        for mention, names in sides:
            if (
                mention.first in told
                or (done and is_governed(reading, mention))
                or ((meet or kind == "before") and _is_place_of(mention, names, theirs))
                or any(_is_one(library, reading, (mention, names), g, t) for g, t in theirs)
                or _stands_so(library, kind, stem, names, setting)
                or _left_out(library, reading, (mention, names), setting)
                or _speaks_for_itself(kind, stem, (mention, names), theirs, setting)
            ):
                continue
            told.add(mention.first)
            ground, (other, _) = theirs[0]
            yield Miss.of_words(
                codes.PARTIES_TURNED,
                reading,
                (mention.first, mention.last),
                f"“{reading.shown(mention.first, mention.last)}” stands here where the passage has "
                f"“{ground.reading.shown(other.first, other.last)}”, about “{stem}…”.",
                ground,
            )


def _is_done(reading: Reading, stem: str) -> bool:
    """Whether it is a verb here: *the court ruled* may be *it was ruled by the court*."""
    return any(reading.manner.finite[at] for at in reading.stems.get(stem, ()))


def _stands_so(
    library: Library, kind: str, stem: str, names: frozenset[str], setting: Setting
) -> bool:
    """Whether a passage has a name after the same preposition, in a sentence with the same word.

    *We call on Kestria to …, and on Sarmond to …*; *shall meet every Sunday in Dresk*.
    """
    for ground in setting.footing.grounds:
        reading = ground.reading
        theirs = library.names(reading)
        for at in reading.stems.get(stem, ()):
            first, last = sentence_of(reading.words, at)
            if any(
                first <= mention.first < last
                and link_before(reading, mention.first) == kind
                and library.one_for_other(names, theirs.get(mention.first, frozenset()))
                for mention in reading.mentions
            ):
                return True
    return False


def _is_place_of(mention: Mention, names: frozenset[str], theirs: Theirs) -> bool:
    """Whether it is a place that the passage has, too: *in Tarnmoor and in the town of Osk*."""
    return any(name.startswith("place:") for name in names) and any(
        mention.keys and ground.reading.keys.issuperset(mention.keys) for ground, _ in theirs
    )


def _is_one(library: Library, reading: Reading, ours: Side, ground: Ground, side: Side) -> bool:
    """Whether a name of the sentence and one of a passage stand for the same."""
    return library.one_for_other(ours[1], side[1]) or _shortened(
        reading, ours[0], ground.reading, side[0]
    )


def _left_out(library: Library, reading: Reading, ours: Side, setting: Setting) -> bool:
    """Whether it is whose and not what, as in the passage: *Turkey's had done so*."""
    if not is_possessive(reading, ours[0]):
        return False
    return any(
        is_possessive(ground.reading, mention)
        and not ours[1].isdisjoint(library.names(ground.reading).get(mention.first, ()))
        for ground in setting.footing.grounds
        for mention in ground.reading.mentions
    )


def _speaks_for_itself(kind: str, stem: str, ours: Side, theirs: Theirs, setting: Setting) -> bool:
    """Whether a name does here what whoever publishes or speaks may do without being named."""
    mention, names = ours
    footing = setting.footing
    speaks = kind == "before" and stem in SPEECH
    if speaks and any(name in footing.entities for name in names if name.startswith("publisher:")):
        return True
    speakers = footing.speakers
    if (kind == "before" and stem in REPORTING and names & speakers) or (
        kind == "of" and mention.entities & speakers
    ):
        return True
    of_fields = bool(mention.keys) and footing.fields.issuperset(mention.keys)
    return (
        kind in ("before", "by", "from")
        and of_fields
        and (speaks or any(footing.fields.intersection(m.keys) for _, (m, _) in theirs))
    )


def _is_joined(reading: Reading, mention: Mention) -> bool:
    """Whether somebody without a name stands beside it: *their union and the port company*."""
    before = [word.low for word in reading.words[max(0, mention.first - 6) : mention.first]]
    possessive = next((at for at, low in enumerate(before) if low in _POSSESSIVES), len(before))
    return "and" in before[possessive:]


def _is_term(reading: Reading, mention: Mention) -> bool:
    """Whether it stands for whoever agreed: *each Party*, *the Parties*."""
    (*_, last) = reading.words[mention.first : mention.last]
    return last.low in ("party", "parties", "side", "sides")


_POSSESSIVES = frozenset("their its his her our".split())


def _shortened(one: Reading, mention: Mention, other: Reading, there: Mention) -> bool:
    """Whether one of two names is short for the other: *the Council*, *CWS*, *the Governor*."""
    ours, theirs = one.words[mention.first : mention.last], other.words[there.first : there.last]
    shared = {key(w.text) for w in ours if w.is_content} & {key(w.text) for w in theirs}
    short = min((mention.last - mention.first), (there.last - there.first)) == 1
    initials = ["".join(w.text[0] for w in some) for some in (ours, theirs)]
    return bool(shared and short) or initials[0] == theirs[0].text or initials[1] == ours[0].text


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

"""Who does what to whom: whether a sentence has it the other way round than its passages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from quoteproof.diagnostics import codes
from quoteproof.scrutiny.facts.denial import REPORTING
from quoteproof.scrutiny.facts.ground import Library
from quoteproof.scrutiny.facts.miss import Miss, Setting
from quoteproof.scrutiny.prose.binding import Side, is_possessive
from quoteproof.scrutiny.prose.names import Mention
from quoteproof.scrutiny.prose.reading import Reading
from quoteproof.scrutiny.prose.words import stems


def party_misses(library: Library, reading: Reading, setting: Setting) -> Iterator[Miss]:
    """Names that the passages bind to other words than the sentence does."""
    told = False
    for miss in (
        *_bound_otherwise(library, reading, setting),
        *_unheard(library, reading, setting),
        *_cited_by_whom(library, reading, setting),
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

    def done(stem: str) -> bool:
        """Whether it is a verb here: *the court ruled* may be *it was ruled by the court*."""
        return any(reading.manner.finite[at] for at in reading.stems.get(stem, ()))

    for (kind, stem), sides in library.bonds(reading).items():
        theirs = [
            (ground, side)
            for ground, bonds in theirs_of
            for same in (("before", "by") if kind == "before" and done(stem) else (kind,))
            for side in bonds.get((same, stem), ())
        ]
        if not theirs or any(
            _is_joined(ground.reading, m) or _is_term(ground.reading, m)
            for ground, (m, _) in theirs
        ):
            continue
        for mention, names in sides:
            own_words = kind == "before" and stem in _SPEECH
            if mention.first in told or (names & ours and own_words):
                continue
            if kind == "before" and done(stem) and _is_governed(reading, mention):
                continue
            if is_possessive(reading, mention) and any(
                not names.isdisjoint(other) and is_possessive(g.reading, m)
                for g, bonds in theirs_of
                for m in g.reading.mentions
                for other in (library.names(g.reading).get(m.first, frozenset()),)
            ):
                continue  # *Turkey's had done so*: what is left out is the same
            if kind == "before" and stem in REPORTING and names & speakers:
                continue
            if any(
                library.one_for_other(names, other) or _shortened(reading, mention, g.reading, m)
                for g, (m, other) in theirs
            ):
                continue
            fields = setting.footing.fields
            if (
                mention.keys
                and fields.issuperset(mention.keys)
                and (own_words or any(fields.intersection(m.keys) for _, (m, _) in theirs))
            ):
                continue
            told.add(mention.first)
            ground, (other, _) = theirs[0]
            yield Miss(
                codes.PARTIES_TURNED,
                reading.words[mention.first].start,
                reading.words[mention.last - 1].end,
                f"“{reading.shown(mention.first, mention.last)}” stands here where the passage has "
                f"“{ground.reading.shown(other.first, other.last)}”, about “{stem}…”.",
                ground,
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
_SAYING = stems("say tell add deny stress warn confirm")
_TOGETHER = re.compile(
    r"\b(?:both|sides|parties|they|he|she)\b[^.;]{0,20}\b(?:said|says?|told|added|stressed)\b",
    re.IGNORECASE,
)
"""Words with which anyone named before may speak."""


def _shortened(one: Reading, mention: Mention, other: Reading, there: Mention) -> bool:
    """Whether one of two names is short for the other: *the Council*, *CWS*, *the Governor*."""
    ours, theirs = one.words[mention.first : mention.last], other.words[there.first : there.last]
    shared = {w.stem for w in ours if w.is_content} & {w.stem for w in theirs if w.is_content}
    short = min((mention.last - mention.first), (there.last - there.first)) == 1
    initials = ["".join(w.text[0] for w in some) for some in (ours, theirs)]
    return bool(shared and short) or initials[0] == theirs[0].text or initials[1] == ours[0].text


_SPEECH = REPORTING | stems(
    "deny accuse argue claim insist maintain welcome reject promise ask demand recommend propose "
    "warn urge estimate believe expect want hope complain criticise blame admit acknowledge "
    "declare vow"
)
"""Stems of verbs whose subject speaks, or may be quoted."""


def _unheard(library: Library, reading: Reading, setting: Setting) -> Iterator[Miss]:
    """Who is said to say something, and speaks in no passage."""
    if not any(kind == "before" and stem in _SAYING for kind, stem in library.bonds(reading)):
        return
    grounds = setting.footing.grounds
    heard = {f"actor:{id}" for ground in grounds for id in ground.speakers}
    for ground in grounds:
        together = _TOGETHER.search(ground.reading.text) is not None
        for (kind, stem), sides in library.bonds(ground.reading).items():
            if together or stem in _SPEECH or kind in ("to", "by"):
                heard.update(name for _, names in sides for name in names)
    if not heard and all(REPORTING.isdisjoint(ground.reading.stems) for ground in grounds):
        return  # nobody is said to speak: the source itself does
    heard |= setting.footing.owners
    heard |= {name for name in setting.footing.entities if name.startswith("publisher:")}
    for (kind, stem), sides in library.bonds(reading).items():
        if kind != "before" or stem not in _SAYING:
            continue
        for mention, names in sides:
            if not any(name.startswith("actor:") for name in names):
                continue  # a name that nobody knows is told of by itself
            if _is_governed(reading, mention):
                continue
            if not library.one_for_other(names, frozenset(heard)) and not all(
                name in setting.footing.fields for name in mention.keys or ("",)
            ):
                yield Miss(
                    codes.PARTIES_TURNED,
                    reading.words[mention.first].start,
                    reading.words[mention.last - 1].end,
                    f"“{reading.shown(mention.first, mention.last)}” speaks in no passage that is "
                    "cited here.",
                )


_SAYS = r"(?:says?|said|reports?|reported|writes?|wrote)"
_OUTER_LAST = re.compile(
    rf",? as (?:cited|quoted|reported) by (?:the )?|,? {_SAYS}\b[^.;]*, {_SAYS} (?:the )?", re.I
)
"""Between two names: the second tells what the first says."""
_OUTER_FIRST = re.compile(rf",? (?:cites|quotes) (?:the )?|,? {_SAYS} that (?:the )?", re.I)
"""Between two names: the first tells what the second says, if a verb of saying follows."""


def _cited_by_whom(library: Library, reading: Reading, setting: Setting) -> Iterator[Miss]:
    """Where one tells what another says, the other way round: whoever tells it is the publisher."""
    publishers = {name for name in setting.footing.entities if name.startswith("publisher:")}
    publishers |= setting.footing.owners
    names = library.names(reading)
    for one, other in pairwise(m for m in reading.mentions if m.first in names):
        last, first = reading.words[one.last - 1].end, reading.words[other.first].start
        between, after = reading.text[last:first], reading.words[other.last : other.last + 1]
        if _OUTER_LAST.fullmatch(between):
            outer, inner = other, one
        elif _OUTER_FIRST.fullmatch(between) and (
            "that" not in between or any(word.stem in REPORTING for word in after)
        ):
            outer, inner = one, other
        else:
            continue
        if names[inner.first] & publishers and not names[outer.first] & publishers:
            yield Miss(
                codes.PARTIES_TURNED,
                reading.words[one.first].start,
                reading.words[other.last - 1].end,
                f"“{reading.shown(inner.first, inner.last)}” publishes what is cited here, and "
                f"“{reading.shown(outer.first, outer.last)}” does not: which of them tells what "
                "the other says?",
            )


_PREPOSITIONS = frozenset("of against with for by to between on over".split())


def _is_governed(reading: Reading, mention: Mention) -> bool:
    """Whether somebody else is meant: *the group leader of the Highland List said*."""
    before = [word.low for word in reading.words[max(0, mention.first - 2) : mention.first]]
    if before[-1:] == ["the"]:
        before.pop()
    return not _PREPOSITIONS.isdisjoint(before[-1:])


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
                turned[0],
            )
            return


def _same(one: Side, other: Side) -> bool:
    return not one[1].isdisjoint(other[1])

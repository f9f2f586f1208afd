"""Whether a sentence denies, or tells as done or to come, what its passages do not so."""

from __future__ import annotations

from collections.abc import Iterator

from quoteproof.diagnostics import codes
from quoteproof.model.vocabulary import StatementKind
from quoteproof.scrutiny.facts.alike import Alike, clauses_alike
from quoteproof.scrutiny.facts.denial import REPORTING, denial_misses
from quoteproof.scrutiny.facts.ground import Ground
from quoteproof.scrutiny.facts.miss import Miss, Setting
from quoteproof.scrutiny.facts.silence import silence_misses
from quoteproof.scrutiny.prose.clauses import Span, clause_of, content, sentence_of, sentences
from quoteproof.scrutiny.prose.polarity import MODALS, Mood, Sense, denies, is_past
from quoteproof.scrutiny.prose.reading import Reading

Place = tuple[Ground, int]
"""A passage, and the place of a word in it."""


def manner_misses(reading: Reading, setting: Setting) -> Iterator[Miss]:
    """Denials and moods that the passages do not have, or have otherwise."""
    grounds = setting.footing.grounds
    told = setting.kind in (StatementKind.FACT, StatementKind.ATTRIBUTED_CLAIM)
    if told and grounds and not setting.presence_only:
        yield from denial_misses(reading, grounds)
        yield from silence_misses(reading, grounds)
        yield from _mood_misses(reading, grounds)


def _mood_misses(reading: Reading, grounds: tuple[Ground, ...]) -> Iterator[Miss]:
    """The first verb that is told as certain, possible or to come, and by no passage is so."""
    manner = reading.manner
    for at, word in enumerate(reading.words):
        if not (manner.modal[at] or manner.finite[at]) or _is_asked(reading, at):
            continue
        possible = manner.mood[at] is Mood.POSSIBLE
        if manner.modal[at] and not (possible and _is_denied(reading, at)):
            sense = Sense.POSSIBLE if possible else Sense.COMING
            found = _in_other_mood(reading, at, sense, grounds)
            what = "may be" if possible else "is to come or must be"
        elif word.stem in REPORTING:
            continue
        elif manner.finite[at] and is_past(word) and not _is_participle(reading, at):
            found = _only_after_modals(reading, at, grounds)
            what = "has been"
        else:
            continue
        if found is not None:
            yield _miss(reading, at, what, found)
            return


def _miss(reading: Reading, at: int, what: str, found: Place) -> Miss:
    ground, place = found
    first = _with_modal(reading, at)
    theirs = "no passage does"
    if ground.reading.words[place].stem == reading.words[at].stem:
        shown = ground.reading.shown(_with_modal(ground.reading, place), place + 1)
        theirs = f"the passage says “{shown}”"
    return Miss(
        codes.MOOD_DIFFERS,
        reading.words[first].start,
        reading.words[at].end,
        f"“{reading.shown(first, at + 1)}” speaks of what {what}, and {theirs}.",
        ground,
    )


def _with_modal(reading: Reading, at: int) -> int:
    """The first of the helping words before a verb."""
    first = at
    while first > max(0, at - 3) and not reading.words[first].breaks:
        if reading.words[first - 1].is_content:
            break
        first -= 1
    return first


def _in_other_mood(
    reading: Reading, at: int, sense: Sense, grounds: tuple[Ground, ...]
) -> Place | None:
    """Where the passages have a verb in another mood than the sentence, and never in that one.

    Where they have it not at all, a sentence about the same that has no word of this mood's sense.
    """
    there, alike = _places(reading, at, grounds)
    if there:
        return None if any(_may_agree(reading, place, sense) for place in there) else there[0]
    if alike:
        agree = any(_clause_may_agree(one, reading, sense) for one in alike)
        return None if agree else (alike[0].ground, alike[0].span[0])
    about = content(reading.words, clause_of(reading.words, at))
    spans = [(ground, span) for ground in grounds for span in sentences(ground.reading.words)]
    related = [(g, span) for g, span in spans if about & content(g.reading.words, span)] or spans
    if any(a <= at < b for g, (a, b) in related for at in g.reading.manner.where[sense]):
        return None
    return next(((ground, span[0]) for ground, span in related), None)


def _places(
    reading: Reading, at: int, grounds: tuple[Ground, ...]
) -> tuple[list[Place], list[Alike]]:
    """Where the passages have a word, in clauses like its own if there are any; and those."""
    stem = reading.words[at].stem
    alike = clauses_alike(reading, clause_of(reading.words, at), grounds)
    near = [
        (one.ground, place)
        for one in alike
        for place in one.ground.reading.stems.get(stem, ())
        if one.span[0] <= place < one.span[1]
    ]
    far = [(ground, place) for ground in grounds for place in ground.reading.stems.get(stem, ())]
    there = near or far
    return [one for one in there if _is_verb(*one)] or there, alike


def _is_verb(ground: Ground, at: int) -> bool:
    """Whether a word is told as a verb: not *the signing of a text*."""
    manner = ground.reading.manner
    return bool(manner.mood[at]) or manner.finite[at]


def _clause_may_agree(alike: Alike, ours: Reading, sense: Sense) -> bool:
    """Whether the sentence of a clause may be meant in the mood of a sense."""
    theirs = alike.ground.reading
    first, last = alike.span
    modals = _modals(theirs, alike.span)
    only_may = modals and all(mood is Mood.POSSIBLE for mood in modals)
    if sense is Sense.COMING and only_may and not _is_denied(theirs, first):
        return False
    if any(_fits(mood, sense) for mood in theirs.manner.mood[first:last]):
        return True
    first, last = sentence_of(theirs.words, first)[0], sentence_of(theirs.words, last - 1)[1]
    return any(first <= at < last for at in theirs.manner.where[sense])


def _modals(reading: Reading, span: Span) -> list[Mood]:
    return [MODALS[word.low] for word in reading.words[slice(*span)] if word.low in MODALS]


def _fits(mood: Mood, sense: Sense) -> bool:
    return bool(mood & (Mood.POSSIBLE if sense is Sense.POSSIBLE else Mood.COMING | Mood.DUTY))


def _may_agree(reading: Reading, there: Place, sense: Sense) -> bool:
    """Whether a passage's verb may be meant in the mood of a sense, or has no plain mood."""
    theirs, place = there[0].reading, there[1]
    mood = theirs.manner.mood[place]
    if _fits(mood, sense):
        return True
    if not _is_verb(*there):
        clause = clause_of(theirs.words, place)
        moods = _modals(theirs, clause)
        return (
            not moods
            or any(_fits(mood, sense) for mood in moods)
            or _is_denied(theirs, place)
            or _has_sense(theirs, clause, reading, sense)
        )
    if sense is Sense.POSSIBLE and _is_denied(theirs, place):
        return True  # *must not* is *may not*
    if theirs.manner.modal[place] and mood is Mood.POSSIBLE:
        return False
    first, last = clause_of(theirs.words, place)
    governing = max(0, first - 2), last if sense is Sense.POSSIBLE else place
    return _has_sense(theirs, governing, reading, sense)


def _only_after_modals(reading: Reading, at: int, grounds: tuple[Ground, ...]) -> Place | None:
    """Where the passages have a verb after *will*, *may* or *must*, if they have it so only."""
    there, alike = _places(reading, at, grounds)
    if not there:
        to_come = [one for one in alike if _is_all_to_come(one)]
        return (alike[0].ground, alike[0].span[0]) if alike and to_come == alike else None
    for ground, place in there:
        manner = ground.reading.manner
        if not manner.mood[place] & (Mood.COMING | Mood.DUTY | Mood.POSSIBLE) or _is_able(
            ground.reading, place
        ):
            return None
        if _is_denied(reading, at):
            return None
    own = clause_of(reading.words, at)
    if not there or _has_sense(reading, own, there[0][0].reading, Sense.COMING, Sense.POSSIBLE):
        return None
    return there[0]


def _is_all_to_come(alike: Alike) -> bool:
    """Whether a clause has a plain *will* or *shall*, and tells nothing as done."""
    reading, span = alike.ground.reading, alike.span
    coming = any(word.low in ("will", "shall") for word in reading.words[slice(*span)])
    done = any(reading.manner.finite[slice(*span)])
    return coming and not done and not _is_denied(reading, span[0])


def _has_sense(one: Reading, span: Span, other: Reading, *senses: Sense) -> bool:
    """Whether a span has words of these senses that the other text does not have."""
    first, last = span
    return any(
        first <= at < last and one.words[at].stem not in other.stems
        for sense in senses
        for at in one.manner.where[sense]
    )


def _is_asked(reading: Reading, at: int) -> bool:
    """Whether a clause asks or sets a condition: *whether it will*, *unless it is*."""
    first = max(0, clause_of(reading.words, at)[0] - 1)
    return any(word.low in ("whether", "if", "unless", "until") for word in reading.words[first:at])


def _is_denied(reading: Reading, at: int) -> bool:
    return any(denies(reading.words, here) for here in range(*clause_of(reading.words, at)))


def _is_able(reading: Reading, at: int) -> bool:
    """Whether a *can* is of what something is able to do: *what the lake can hold*."""
    return any(word.low in ("can", "could") for word in reading.words[max(0, at - 4) : at])


def _is_participle(reading: Reading, at: int) -> bool:
    """Whether a past form may be of today, or to come: *is divided*, *as refused*.

    So it may be after an earlier *must* of its sentence: *shifts must be cut and rosters posted*.
    """
    before = reading.words[max(clause_of(reading.words, at)[0], at - 3) : at]
    if any(word.low in ("is", "are", "be", "being", "'s") for word in before):
        return True
    if any(word.low in ("has", "have", "had", "was", "were") for word in before):
        return False
    first = sentence_of(reading.words, at)[0]
    return before[-1:] == () or before[-1].low == "as" or any(reading.manner.modal[first:at])

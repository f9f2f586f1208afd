"""Whether a sentence denies, or tells as done or to come, what its passages do not so."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, pairwise

from quoteproof.diagnostics import codes
from quoteproof.model.vocabulary import StatementKind
from quoteproof.scrutiny.facts.affirmed import wrongly_affirmed
from quoteproof.scrutiny.facts.alike import Alike, clauses_alike
from quoteproof.scrutiny.facts.denied import wrongly_denied
from quoteproof.scrutiny.facts.ground import Footing, Ground
from quoteproof.scrutiny.facts.miss import Miss, Setting
from quoteproof.scrutiny.facts.scope import before_aside, tells_of_plans, was_announced
from quoteproof.scrutiny.facts.silence import silence_misses
from quoteproof.scrutiny.prose.clauses import Span, clause_of, content, sentence_of
from quoteproof.scrutiny.prose.dates import Kind, When
from quoteproof.scrutiny.prose.polarity import (
    HELPERS,
    REPORTING,
    Mood,
    Sense,
    denies,
    is_past,
    modal_mood,
    senses,
)
from quoteproof.scrutiny.prose.reading import Reading
from quoteproof.scrutiny.prose.words import CLAUSE_WORDS, Word, stems

_END = 10**6
_SAID = stems("say state announce stress add note order find argue claim insist warn")
"""Verbs of saying that are not used without what is said, unless they stand behind it."""
_HELD = stems("hold rule decide conclude")
"""What a court does with what is said before it: *…, the court held.*"""
_JOINING = frozenset("and or but nor then so".split()) | CLAUSE_WORDS
_CASES = frozenset("whether if unless until".split())
_TIMES = frozenset("until till once after before unless".split())
"""Words that begin a case, and a time; after those of time English has no *will*."""
_WHEN = _TIMES | {"when", "if"}
_DRAFTED = stems("draft plan propose proposal bill expect intend intention")
"""Where passages have these, what they say may not have been said yet."""
_BOUNDING = frozenset("only if unless until either or".split())
"""Words with which *shall* and *may* come to the same: *may fire only if*, *shall fire only if*."""
_ABLE = frozenset("able free entitled allowed permitted eligible".split())
_ENTITLED = stems("entitle allow permit permission free right able option may can could might")
_WISHED = stems(
    "hope wish expect predict forecast ask urge propose proposal demand request require want seek"
)
"""Verbs after which a past form may tell of what is to come: *demanded that it was opened*."""
_NOW = stems(
    "want wish expect hope believe fear intend regard consider doubt welcome regret accept reject "
    "deny propose inform answer reply"
)
"""Verbs that do what they say, or tell what is felt: their present tells of nothing to come."""
_BEFORE = frozenset("before until unless".split())
_SENSED = stems("see hear feel smell")
_RULING = stems("declare annul quash uphold")
"""Verbs that a ruling does by what it says: *the paragraph is void*."""
_CHARGED = stems("charge task entrust mandate instruct assign empower")
_EXPLAINING = stems("point recall explain maintain insist argue concede acknowledge")
_WOULD = frozenset(("would", "wouldn't"))
_AFTERWARDS = frozenset("later afterwards eventually subsequently then soon".split())
_PRESENT_HELPERS = frozenset("is are be being 's".split())
_PAST_HELPERS = frozenset("has have had was were".split())

Place = tuple[Ground, int]
"""A passage, and the place of a word in it."""


def manner_misses(reading: Reading, setting: Setting) -> Iterator[Miss]:
    """Denials and moods that the passages do not have, or have otherwise."""
    grounds = setting.footing.grounds
    told = setting.kind in (StatementKind.FACT, StatementKind.ATTRIBUTED_CLAIM)
    if told and grounds and not setting.presence_only:
        yield from _denial_misses(reading, grounds)
        yield from silence_misses(reading, grounds)
        yield from _mood_misses(reading, setting.footing)


def _denial_misses(reading: Reading, grounds: tuple[Ground, ...]) -> Iterator[Miss]:
    """A *not* too many or left out; of those that stand side by side, the first alone."""
    told: list[Miss] = []
    for miss in chain(wrongly_denied(reading, grounds), wrongly_affirmed(reading, grounds)):
        if not any(miss.start <= one.end + 1 and one.start <= miss.end + 1 for one in told):
            told.append(miss)
            yield miss


def _mood_misses(reading: Reading, footing: Footing) -> Iterator[Miss]:
    """The first verb that is told as certain, possible or to come, and by no passage is so."""
    grounds = footing.grounds
    for at in range(len(reading.words)):
        if reading.manner.modal[at]:
            possible = reading.manner.mood[at] is Mood.POSSIBLE
            found = _wrong_modal(reading, at, footing)
            what = "may be" if possible else "is to come or must be"
        elif reading.manner.finite[at]:
            found = _wrong_past(reading, at, grounds)
            what = "has been"
        else:
            continue
        if found is not None:
            yield _miss(reading, at, what, found)
            return


def _wrong_modal(reading: Reading, at: int, footing: Footing) -> Place | None:
    """Where the passages have what is told with *will*, *must* or *may* otherwise."""
    grounds = footing.grounds
    found = (
        _in_plain_case(reading, at, grounds)
        or _on_a_day_gone(reading, at, grounds)
        or _has_been_told(reading, at, footing)
    )
    if found is not None or _is_asked(reading, at) or _has_own_sense(reading, at):
        return found
    mood = reading.manner.mood[at]
    if mood is Mood.POSSIBLE and reading.words[clause_of(reading.words, at)[0]].low in _BEFORE:
        return None  # *before anyone may dig*: nobody may without leave
    if _is_denied(reading, at) and (mood is Mood.POSSIBLE or mood & Mood.DUTY):
        return _has_been_said(reading, at, grounds)  # *may not* is *must not*
    sense = Sense.POSSIBLE if mood is Mood.POSSIBLE else Sense.COMING
    return _in_other_mood(reading, at, sense, grounds) or _has_been_said(reading, at, grounds)


def _wrong_past(reading: Reading, at: int, grounds: tuple[Ground, ...]) -> Place | None:
    """Where the passages have what is told as done only as what is to come."""
    word = reading.words[at]
    if word.stem in REPORTING | _RULING | _EXPLAINING or not is_past(word):
        return None
    if _is_asked(reading, at) or _is_participle(reading, at):
        return None
    if tells_of_plans(reading.words, sentence_of(reading.words, at)):
        return None  # *brought in more than it had announced*
    if any(reading.words[other - 1].low == "to" for other in reading.stems[word.stem] if other):
        return None  # *left it unanswered and tried to leave*
    return _only_after_modals(reading, at, grounds)


def _miss(reading: Reading, at: int, what: str, found: Place) -> Miss:
    ground, place = found
    first = _with_modal(reading, at)
    theirs = "no passage does"
    if ground.reading.words[place].stem == reading.words[at].stem:
        shown = ground.reading.shown(_with_modal(ground.reading, place), place + 1)
        theirs = f"the passage says “{shown}”"
    return Miss.of_words(
        codes.MOOD_DIFFERS,
        reading,
        (first, at + 1),
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

    Where they have it not at all, a clause about the same that tells of the past, or passages that
    tell of it and have no word of this mood's sense.
    """
    if was_announced(reading.words, at):
        return None
    there, alike = _places(reading, at, grounds)
    if there:
        agree = any(
            _may_agree(reading, place, sense)
            or _is_supposed(reading, at, place)
            or (sense is Sense.COMING and _is_still_to_come(reading, at, place))
            or (sense is Sense.COMING and _is_so(place))
            for place in there
        ) or _is_elsewhere_so(reading, at, sense, grounds)
        return None if agree else there[0]
    if reading.manner.mood[at] is Mood.DUTY and any(
        modal_mood(word) for ground in grounds for word in ground.reading.words
    ):
        return None  # *may leave with notice*: to leave, it must give notice
    if any(_fits(modal_mood(word), sense) for ground in grounds for word in ground.reading.words):
        return None
    if alike:
        agree = any(_clause_may_agree(one, reading, sense) for one in alike)
        return None if agree else (alike[0].ground, alike[0].span[0])
    if any(ground.reading.manner.where[sense] for ground in grounds):
        return None
    past = (ground for ground in grounds if _tells_of_past(ground.reading, (0, _END)))
    return next(((ground, 0) for ground in past), None)


def _is_elsewhere_so(reading: Reading, at: int, sense: Sense, grounds: tuple[Ground, ...]) -> bool:
    """Whether another passage has the verb in that very mood, about some of the same things."""
    ours = content(reading.words, sentence_of(reading.words, at))
    return sense is Sense.POSSIBLE and any(
        ground.reading.manner.mood[place] is Mood.POSSIBLE
        and len(ours & content(ground.reading.words, sentence_of(ground.reading.words, place))) > 1
        for ground in grounds
        for place in ground.reading.stems.get(reading.words[at].stem, ())
    )


def _is_supposed(reading: Reading, at: int, there: Place) -> bool:
    """Whether a passage says what holds in a case, for what *would* or then *will* be so.

    *It does not suspend it*: it would not; *is ready once it is asked*: once asked, it will be.
    """
    theirs, place = there[0].reading, there[1]
    lows = {word.low for word in reading.words[max(0, at - 3) : at]}
    case = not _WHEN.isdisjoint(word.low for word in reading.words)
    first = clause_of(theirs.words, place)[0]
    near = {word.low for word in theirs.words[max(first, place - 3) : place]}
    return (
        ("would" in lows or ("will" in lows and case and not theirs.manner.mood[place]))
        and not is_past(theirs.words[place])
        and near.isdisjoint(_PAST_HELPERS | {"did"})
    )


def _is_so(there: Place) -> bool:
    """Whether a passage says that it is not so: *its findings are not binding*, nor will be."""
    theirs, place = there[0].reading, there[1]
    lows = [word.low for word in theirs.words[max(0, place - 2) : place]]
    return lows in (["is", "not"], ["are", "not"]) and not is_past(theirs.words[place])


def _is_still_to_come(reading: Reading, at: int, there: Place) -> bool:
    """Whether a passage only says that it was not done by then: *did not finish by May*."""
    theirs, place = there[0].reading, there[1]
    lows = [word.low for word in theirs.words[max(0, place - 3) : place]]
    return ("did", "not") in pairwise(lows) and not _is_denied(reading, at)


def _tells_of_past(reading: Reading, span: Span) -> bool:
    """Whether a part of a text has a past tense, or a *may* or *will* of its own."""
    words, finite = reading.words, reading.manner.finite
    return any(
        words[at].low in _PAST_HELPERS
        or (
            finite[at]
            and is_past(words[at])
            and not any(word.low in _PRESENT_HELPERS for word in words[max(0, at - 3) : at])
        )
        for at in range(span[0], min(span[1], len(words)))
    )


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
    """Whether a word is told as a verb: not *the signing of a text*, *a record signed by him*."""
    manner = ground.reading.manner
    if _is_done_by(ground.reading, at):
        return False
    return bool(manner.mood[at]) or manner.finite[at]


def _is_done_by(reading: Reading, at: int) -> bool:
    """Whether a participle stands behind what it tells of: *a record signed by its captain*."""
    words = reading.words
    near = {word.low for word in words[max(clause_of(words, at)[0], at - 3) : at]}
    by_somebody = is_past(words[at]) and [w.low for w in words[at + 1 : at + 2]] == ["by"]
    return by_somebody and near.isdisjoint(HELPERS) and words[at - 1].is_content


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
    if not modals and not _tells_of_past(theirs, alike.span):
        return True  # *an objection does not suspend it*: it would leave it in force
    first, last = sentence_of(theirs.words, first)[0], sentence_of(theirs.words, last - 1)[1]
    return any(
        first <= at < last and (modal_mood(word) or word.stem not in ours.stems)
        for at in theirs.manner.where[sense]
        for word in theirs.words[at : at + 1]
    )


def _modals(reading: Reading, span: Span) -> list[Mood]:
    return [modal_mood(word) for word in reading.words[slice(*span)] if modal_mood(word)]


def _fits(mood: Mood, sense: Sense) -> bool:
    return bool(mood & (Mood.POSSIBLE if sense is Sense.POSSIBLE else Mood.COMING | Mood.DUTY))


def _may_agree(reading: Reading, there: Place, sense: Sense) -> bool:
    """Whether a passage's verb may be meant in the mood of a sense, or has no plain mood."""
    theirs, place = there[0].reading, there[1]
    mood = theirs.manner.mood[place]
    if _fits(mood, sense) or _is_meant(theirs, place, sense):
        return True
    if _is_had_done(theirs, place, sense):
        return True
    if _is_done_by(theirs, place):
        return True  # *observers appointed by the state*: it may appoint them
    if not _is_verb(*there):
        clause = clause_of(theirs.words, place)
        if sense is Sense.COMING and "having" in _before(theirs, place):
            return False  # *denied having taken part*
        if sense is Sense.COMING and _is_done_now(theirs, place):
            return False
        moods = _modals(theirs, clause)
        if sense is Sense.COMING and _only_may(theirs, clause, reading):
            return False  # *may make use of it*
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
    if sense is Sense.POSSIBLE and theirs.manner.modal[place] and mood & Mood.DUTY:
        unseen = {word.low for word in theirs.words[first:last]} - reading.lows
        return not unseen.isdisjoint(_BOUNDING)
    if sense is Sense.COMING and _is_done(theirs, place):
        before = [w for w in theirs.words[first:place] if w.stem not in reading.stems]
        return any(word.stem in _WISHED or modal_mood(word) for word in before)
    ordered = theirs.words[first].low == "that" and first - 1 in theirs.manner.where[sense]
    if sense is Sense.COMING and ordered:
        return True  # *ordered that it be counted*
    first = max(sentence_of(theirs.words, place)[0], first - 2)
    return _has_sense(theirs, (first, last if sense is Sense.POSSIBLE else place), reading, sense)


def _is_done_now(reading: Reading, at: int) -> bool:
    """Whether a present tense tells of what is done by saying it, or felt: *expects*, *denies*."""
    word = reading.words[at]
    plain = word.low.endswith("s") and reading.words[at - 1].low not in ("the", "its", "their")
    return plain and word.stem in _NOW and not _modals(reading, clause_of(reading.words, at))


def _is_had_done(reading: Reading, at: int, sense: Sense) -> bool:
    """Whether somebody *should have it watched*, and so it should be."""
    first = clause_of(reading.words, at)[0]
    return is_past(reading.words[at]) and any(
        _fits(modal_mood(modal), sense) and have.low == "have" and whom.low in _DETERMINERS
        for modal, have, whom in zip(
            reading.words[first:at],
            reading.words[first + 1 : at],
            reading.words[first + 2 : at],
            strict=False,
        )
    )


_DETERMINERS = frozenset("the a an its their his her all both each".split())


def _before(reading: Reading, at: int) -> set[str]:
    """The words right before a word, in its clause."""
    first = max(clause_of(reading.words, at)[0], at - 3)
    return {word.low for word in reading.words[first:at]}


def _is_meant(reading: Reading, at: int, sense: Sense) -> bool:
    """Whether *may do so* or *will not* stands there for what it is that one may or will do."""
    first, last = sentence_of(reading.words, at)
    return any(
        _fits(modal_mood(reading.words[here]), sense)
        and (
            [word.low for word in reading.words[here + 1 : here + 3]] == ["do", "so"]
            or [word.low for word in reading.words[here + 1 : clause_of(reading.words, here)[1]]]
            in (["not"], ["not", "be"])
        )
        for here in range(first, last)
    )


def _only_may(theirs: Reading, span: Span, ours: Reading) -> bool:
    """Whether a clause has no modal verb but *may*, and neither a *not* nor an *only*."""
    modals = _modals(theirs, span)
    lows = {word.low for word in theirs.words[slice(*span)]}
    return (
        bool(modals)
        and all(mood is Mood.POSSIBLE for mood in modals)
        and lows.isdisjoint(_BOUNDING)
        and not any(denies(theirs.words, at) for at in range(*span))
        and not any(word.stem in _ENTITLED for word in ours.words)
    )


def _is_done(reading: Reading, at: int) -> bool:
    """Whether a verb is told as done: *was signed*, *had been offered*, *that they signed*."""
    if not (reading.manner.finite[at] and is_past(reading.words[at])):
        return False
    first = clause_of(reading.words, at)[0]
    near = {word.low for word in reading.words[max(first, at - 3) : at]}
    if not near.isdisjoint(_PAST_HELPERS):
        return True
    return reading.words[first].low == "that" and near.isdisjoint(_PRESENT_HELPERS)


def _only_after_modals(reading: Reading, at: int, grounds: tuple[Ground, ...]) -> Place | None:
    """Where the passages have a verb after *will*, *may* or *must*, if they have it so only."""
    there, alike = _places(reading, at, grounds)
    if not there:
        word = reading.words[at]
        if Sense.COMING in senses(word.low, word.stem) or word.stem in _CHARGED:
            return None  # *required*: what is to come is said by the verb itself
        to_come = [one for one in alike if _is_all_to_come(one)]
        return (alike[0].ground, alike[0].span[0]) if alike and to_come == alike else None
    stem = reading.words[at].stem
    if any(_is_told(ground.reading, stem) or _is_made(ground.reading, stem) for ground in grounds):
        return None
    for ground, place in there:
        manner = ground.reading.manner
        if (
            not manner.mood[place] & (Mood.COMING | Mood.DUTY | Mood.POSSIBLE)
            or _is_able(ground.reading, place)
            or _had_to(ground.reading, place)
            or _is_decided(ground.reading, place)
        ):
            return None
        if _is_denied(reading, at):
            return None
    own = clause_of(reading.words, at)[0], at
    if _has_sense(reading, own, there[0][0].reading, Sense.COMING, Sense.POSSIBLE):
        return None
    return there[0]


def _is_made(theirs: Reading, stem: str) -> bool:
    """Whether a passage tells of a verb by its noun: *inspections were made*."""
    return any(
        noun.stem == f"{stem}ion" and was.low in ("was", "were") and done.low in _MADE
        for noun, was, done in zip(theirs.words, theirs.words[1:], theirs.words[2:], strict=False)
    )


_MADE = frozenset("made held carried conducted done".split())


def _is_told(theirs: Reading, stem: str) -> bool:
    """Whether a passage tells something with a verb as done, of whatever it may be."""
    return any(
        is_past(theirs.words[at]) and theirs.manner.finite[at] and not theirs.manner.mood[at]
        for at in theirs.stems.get(stem, ())
    )


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


def _has_been_said(reading: Reading, at: int, grounds: tuple[Ground, ...]) -> Place | None:
    """Where the passages have what somebody *will order* or *will say*: then it has been said.

    It stands before (*…, the court will order.*), or behind (*will order that …*).
    """
    words = reading.words
    if words[at].stem not in _SAID | _HELD or words[at - 1].low != "will":
        return None
    if any(not _DRAFTED.isdisjoint(g.reading.stems) or _is_to_come(g, words[at]) for g in grounds):
        return None
    first = clause_of(words, at)[0]
    that = next((here for here in range(at + 1, len(words)) if words[here].low == "that"), None)
    if that is not None and not any(w.breaks or modal_mood(w) for w in words[at + 1 : that]):
        alike = clauses_alike(reading, clause_of(words, that), grounds)
        return (alike[0].ground, alike[0].span[0]) if alike else None
    behind = words[first].breaks and not words[first].opens and words[first].low not in _JOINING
    ends = at + 1 == len(words) or words[at + 1].breaks
    return (grounds[0], 0) if behind and ends else None


def _has_been_told(reading: Reading, at: int, footing: Footing) -> Place | None:
    """Where who speaks in the passages, or publishes them, *will find* what they tell there."""
    words, grounds = reading.words, footing.grounds
    subject = [m for m in reading.mentions if m.last == at - 1]
    if (
        words[at].stem not in _SAID | _FOUND
        or words[at - 1].low != "will"
        or not any(m.entities & (footing.owners | footing.speakers) for m in subject)
        or any(
            not _DRAFTED.isdisjoint(g.reading.stems) or _is_to_come(g, words[at]) for g in grounds
        )
    ):
        return None
    alike = clauses_alike(reading, clause_of(words, at), grounds)
    to_come = any(any(one.ground.reading.manner.mood[slice(*one.span)]) for one in alike)
    return None if to_come and words[at].stem not in _SAID else (grounds[0], 0)


_FOUND = stems(
    "see find observe establish count record deny refuse reject hold reach hear estimate believe "
    "consider conclude answer reply inform"
)
"""Verbs for what somebody tells of themselves; *will report* may be a duty."""


def _is_to_come(ground: Ground, word: Word) -> bool:
    """Whether a passage has a verb itself as what is to come, or may be."""
    moods = (ground.reading.manner.mood[at] for at in ground.reading.stems.get(word.stem, ()))
    return any(moods)


def _in_plain_case(reading: Reading, at: int, grounds: tuple[Ground, ...]) -> Place | None:
    """Where the sentence has *until it will be approved*: after such words English has no *will*.

    But *said when it will be*, and what a passage says so itself.
    """
    if not _will_be(reading, at):
        return None
    cases = _begun_by(reading, at) & _WHEN
    first = _begins_at(reading, at)[-1]
    another = any(  # *if there is no water the growers will return*
        reading.manner.finite[here] or reading.words[here].low in _PRESENT_HELPERS | _PAST_HELPERS
        for here in range(first + 1, at - 1)
        if reading.words[here].low != "be"
    )
    if not cases or another or (cases <= _ASKING and _is_reported(reading, at)):
        return None
    if any(
        _will_be(ground.reading, place)
        and (
            _begun_by(ground.reading, place) & cases
            or ground.reading.words[place].stem == reading.words[at].stem
        )
        for ground in grounds
        for place in range(len(ground.reading.words))
        if ground.reading.manner.modal[place]
    ):
        return None
    return grounds[0], 0


def _will_be(reading: Reading, at: int) -> bool:
    """Whether a *will* stands right before a verb, or before its *be*."""
    lows = [word.low for word in reading.words[max(0, at - 2) : at]]
    return lows[-1:] == ["will"] or lows == ["will", "be"]


def _begun_by(reading: Reading, at: int) -> frozenset[str]:
    """The word that begins the clause of a word; *once* and *unless* may stand within it."""
    words = reading.words
    first, *within = _begins_at(reading, at)
    like_once = first > 0 and (words[first - 1].low, words[first].low) in _LIKE_ONCE
    begins = "once" if like_once else words[first].low
    return frozenset({begins, *(words[here].low for here in within)})


def _begins_at(reading: Reading, at: int) -> list[int]:
    """Where the clause of a word begins, and where an *once* or *unless* within it stands."""
    words, first = reading.words, clause_of(reading.words, at)[0]
    return [first] + [
        here
        for here in range(first, at)
        if words[here].low in _WITHIN_CLAUSES and words[here + 1].low not in ("again", "more", "a")
    ]


_LIKE_ONCE = frozenset((("soon", "as"), ("long", "as"), ("provided", "that")))


_WITHIN_CLAUSES = frozenset("once unless till".split())


def _is_reported(reading: Reading, at: int) -> bool:
    """Whether a clause is what somebody says or asks: *it did not say when it will open*."""
    first = clause_of(reading.words, at)[0]
    before = reading.words[max(0, first - 3) : first]
    if not before:  # *When it will open is not said*
        return reading.words[first].low == "when"
    return any(word.stem in REPORTING | _ASKED | _A_TIME for word in before)


_ASKING = frozenset(("if", "when"))
_ASKED = stems(
    "ask know decide settle clear unclear see wonder question doubt open determine explain give "
    "indicate check announce specify fix"
)
_A_TIME = stems("day date time year month week hour moment next future")
"""*The day when it will open*."""


def _on_a_day_gone(reading: Reading, at: int, grounds: tuple[Ground, ...]) -> Place | None:
    """Where a *will* is told of a day before any of the passages was written.

    Or before those were that tell of this day.
    """
    if not _will_be(reading, at):
        return None
    first, last = clause_of(reading.words, at)
    start, end = reading.words[first].start, reading.words[last - 1].end
    whens = [w for w in reading.whens if w.kind is Kind.DAY and start <= w.start < end]
    days = [day for w in whens if w.year for day, _ in w.days(None)]
    if days and all(day < ground.issued[0] for ground in grounds for day in days):
        return grounds[0], 0
    if (
        not whens
        or any(_is_to_come(ground, reading.words[at]) for ground in grounds)
        or reading.words[first].low == "since"
        or any(is_past(word) for word in reading.words[first:last] if word != reading.words[at])
    ):
        return None  # *on 5 June it said it will*, *will apply the terms agreed on 5 June*
    telling = [ground for ground in grounds if all(_tells_of(ground, w) for w in whens)]
    gone = [g for g in telling for w in whens if all(d < g.issued[0] for d, _ in w.days(g.issued))]
    return (telling[0], 0) if telling and len(gone) == len(telling) * len(whens) else None


def _tells_of(ground: Ground, when: When) -> bool:
    """Whether a passage has the day of an expression."""
    day = when.days(ground.issued)
    return any(
        theirs.kind is not Kind.CLOCK and any(d in day for d in theirs.days(ground.issued))
        for theirs in ground.reading.whens
    )


def _is_asked(reading: Reading, at: int) -> bool:
    """Whether a clause asks or sets a condition: *whether it will*, *unless it is*."""
    return _case_of(reading, at, _CASES)


def _case_of(reading: Reading, at: int, cases: frozenset[str]) -> bool:
    """Whether one of these words stands before a verb in its clause."""
    first = max(0, clause_of(reading.words, at)[0] - 1)
    if any(word.low in cases for word in reading.words[first:at]):
        return True
    before = before_aside(reading.words, first + 1)
    return before > 0 and reading.words[clause_of(reading.words, before)[0]].low in cases


def _is_denied(reading: Reading, at: int) -> bool:
    return any(denies(reading.words, here) for here in range(*clause_of(reading.words, at)))


def _has_own_sense(reading: Reading, at: int) -> bool:
    """Whether a modal verb tells something else than what is to come, or may be.

    That somebody did not wish to (*would not say*), was to blame (*should have asked*), or did so
    afterwards (*who would leave a week later*); *will be able to* is *may*.
    """
    words = reading.words
    first, last = max(0, at - 3), clause_of(words, at)[1]
    before = {word.low for word in words[first:at]}
    around = before | {word.low for word in words[at:last]}
    if words[at].stem in _SENSED and not before.isdisjoint(("can", "could")):
        return True
    if words[at].low in _ABLE or ("should" in before and "have" in around):
        return True
    if words[at].stem in REPORTING and not before.isdisjoint(_WOULD) and _is_denied(reading, at):
        return True
    return "would" in before and not around.isdisjoint(_AFTERWARDS)


def _is_able(reading: Reading, at: int) -> bool:
    """Whether a *can* is of what something is able to do: *what the lake can hold*."""
    return any(word.low in ("can", "could") for word in reading.words[max(0, at - 4) : at])


def _had_to(reading: Reading, at: int) -> bool:
    """Whether something *had to be done*, and so was."""
    lows = [word.low for word in reading.words[max(0, at - 3) : at]]
    return ("had", "to") in pairwise(lows)


def _is_decided(reading: Reading, at: int) -> bool:
    """Whether somebody has *decided to suspend it*, and so suspended it by saying so."""
    lows = [word.low for word in reading.words[max(0, at - 2) : at]]
    return lows == ["decided", "to"] and reading.words[at].stem in _BY_SAYING


_BY_SAYING = stems(
    "suspend close ban forbid extend appoint award approve reject fine grant end cancel withdraw "
    "postpone adjourn dismiss lift release impose annul accept"
)
"""What a decision does, and nobody has to do behind it."""


def _is_participle(reading: Reading, at: int) -> bool:
    """Whether a past form may be of today, or to come: *is divided*, *as refused*.

    So it may be after an earlier *must* of its sentence: *shifts must be cut and rosters posted*.
    """
    before = reading.words[max(clause_of(reading.words, at)[0], at - 3) : at]
    if any(word.low in _PRESENT_HELPERS for word in before):
        return True
    first = sentence_of(reading.words, at)[0]
    lows = [word.low for word in reading.words[max(first, at - 5) : at]]
    if ("to", "have") in pairwise(lows):
        return True  # *has to have it observed*
    if any(word.low in ("has", "have", "had", "was", "were") for word in before):
        return False
    if any(reading.manner.mood[first:at]):
        return True  # *are to secure the arms handed over*, *hoped to see it applied*
    return before[-1:] == () or before[-1].low == "as"

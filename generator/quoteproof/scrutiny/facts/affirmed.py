"""What a sentence affirms, and its passages deny: a *not* is left out (`FCT201`).

What the passages have only with a *not* has to come with some word of denial in the sentence.
"""

from __future__ import annotations

from collections.abc import Iterator

from quoteproof.diagnostics import codes
from quoteproof.scrutiny.facts.alike import clauses_alike
from quoteproof.scrutiny.facts.ground import Ground
from quoteproof.scrutiny.facts.miss import Miss
from quoteproof.scrutiny.facts.scope import (
    CONTRADICTING,
    DENY,
    DETERMINERS,
    denied_word,
    is_denied,
    is_shared,
    left_over,
    next_stem,
    told_of,
    up_to,
    was_announced,
)
from quoteproof.scrutiny.prose.clauses import Span, clause_of, content, sentence_of
from quoteproof.scrutiny.prose.polarity import (
    HELPERS,
    REPORTING,
    Mood,
    Sense,
    denies,
    is_negative_form,
    is_not,
)
from quoteproof.scrutiny.prose.reading import Reading
from quoteproof.scrutiny.prose.words import Word, stems

_LOST = {
    "some": frozenset(("no", "not", "none")),
    "somebody": frozenset(("nobody",)),
    "something": frozenset(("nothing",)),
    "with": frozenset(("without", "no")),
}
"""Words that affirm, and those that deny in their place."""
_REFUTED = stems("deny false untrue refute foundation baseless")
_CLAIMED = REPORTING | stems("claim accuse accusation allege allegation rumour suggest suggestion")
_OMITTED = frozenset("omitted removed deleted withheld out".split())
_WHOLE = frozenset("neither none nobody nothing".split())
_ARTICLES = frozenset(("a", "an", "the"))


def wrongly_affirmed(reading: Reading, grounds: tuple[Ground, ...]) -> Iterator[Miss]:
    """One miss of each sort: a *some* for a *no*, a *not* left out, a stressed *did*."""
    for rule in _some_for_none, _said_thats, _nots_left_out, _nots_between, _stressed:
        yield from rule(reading, grounds)


def _some_for_none(reading: Reading, grounds: tuple[Ground, ...]) -> Iterator[Miss]:
    """*Some evidence* or *with evidence*, where the passages have *no* and *without*."""
    words = reading.words
    for at in range(len(words) - 1):
        lost = _LOST.get(words[at].low)
        after = next_stem(reading, at)
        owned = words[at + 1].low == "or" or any(
            word.text.endswith(("'s", "’s")) for word in words[at + 1 : at + 3]
        )
        about = any(n.start == words[at + 1].start and not n.ordinal for n in reading.numbers)
        if lost is None or not after or owned or about or is_not(words[at + 1]):
            continue  # *with no* is no *with*, *some 36 hours* are about so many
        if words[at].low == "with" and _OMITTED & {w.low for w in words[at + 2 : at + 6]}:
            continue  # *with the names left out*
        denied = is_denied(reading, at)
        if denied and words[at].low != "with":
            continue
        if denied:
            lost = lost - {"no"}  # *not claimed with a receipt*, for *no receipt*
        kept = lost | {words[at].low}
        beside = [
            (ground, place)
            for ground in grounds
            for place, there in enumerate(ground.reading.words)
            if there.low in kept
            and next_stem(ground.reading, place) == after
            and ("without" not in lost or there.low != "no" or denies(ground.reading.words, place))
        ]
        if denied and not beside:
            continue
        if beside:
            found = None if any(not _is_lost(reading, *one, lost) for one in beside) else beside[0]
        else:
            found = _only_denied(reading, at, after, grounds)
        if found is not None:
            theirs = found[0].reading.words[found[1]].low
            yield _affirmed(reading, (at, at + 2), theirs, found[0])
            return


def _is_lost(reading: Reading, ground: Ground, at: int, lost: frozenset[str]) -> bool:
    """Whether a word denies, and is no *without* that goes with a *not*: *not without leave*."""
    theirs = ground.reading
    return theirs.words[at].low in lost and (
        theirs.words[at].low != "without"
        or all(
            not is_not(theirs.words[other]) or is_shared(theirs, other, reading)
            for other in range(*clause_of(theirs.words, at))
        )
    )


def _only_denied(
    reading: Reading, at: int, stem: str, grounds: tuple[Ground, ...]
) -> tuple[Ground, int] | None:
    """A *no* or *without* before a word that the passages have only so; none in the sentence."""
    places = [(g, there) for g in grounds for there in g.reading.stems.get(stem, ())]
    nots = [(ground, _only_not(ground.reading, there)) for ground, there in places]
    sentence = sentence_of(reading.words, at)
    if not nots or left_over(reading, sentence, nots[0][0].reading, Sense.NEGATIVE):
        return None
    found = [(ground, here) for ground, here in nots if here is not None]
    return found[0] if len(found) == len(nots) else None


def _only_not(reading: Reading, at: int) -> int | None:
    """The place of the *no* or *without* before a word, where its sentence has no other."""
    words = reading.words
    nots = [
        here
        for here in range(*sentence_of(words, at))
        if is_not(words[here]) or words[here].low == "without"
    ]
    first = clause_of(words, at)[0]
    return nots[0] if len(nots) == 1 and first <= nots[0] < at else None


def _said_thats(reading: Reading, grounds: tuple[Ground, ...]) -> Iterator[Miss]:
    """*Said that*, where the passages have what was said only as what somebody denied."""
    words = reading.words
    for at in range(len(words) - 2):
        if words[at].stem not in REPORTING or words[at + 1].low != "that":
            continue
        span = at + 2, clause_of(words, at + 2)[1]
        about = told_of(reading, span, grounds)
        theirs = [_told(ground.reading.words[slice(*some)]) for ground, some in about]
        if (
            theirs
            and all(_REFUTED & some and not (_CLAIMED & some) for some in theirs)
            and not any(is_not(word) or word.stem in CONTRADICTING for word in words)
        ):
            yield _affirmed(reading, (at, at + 1), "denied", about[0][0])
            return


def _told(words: tuple[Word, ...]) -> set[str]:
    """The stems of some words, but for a *denied* that is a refusal: *denied a patrol passage*."""
    after = (*(word.low for word in words[1:]), "")
    pairs = zip(words, after, strict=True)
    return {word.stem for word, low in pairs if not (word.stem in DENY and low in DETERMINERS)}


def _nots_left_out(reading: Reading, grounds: tuple[Ground, ...]) -> Iterator[Miss]:
    """What the passages have only with a *not*, and the sentence without any word of denial."""
    for ground in grounds:
        theirs = ground.reading
        for at, word in enumerate(theirs.words):
            head = denied_word(theirs, at) if denies(theirs.words, at) else None
            if head is None:
                continue
            here = tuple(
                at
                for at in reading.stems.get(theirs.words[head].stem, ())
                if not _is_left_behind(reading, at)
                and not was_announced(reading.words, at)
                and not (_is_supposed(theirs.words, head) and not _is_supposed(reading.words, at))
            )
            both = here and all(_is_supposed(reading.words, at) for at in here)
            if both and _is_supposed(theirs.words, head) and "without" in reading.lows:
                continue  # *without leave it ends; if leave is given, it goes on*
            if word.low == "no" and "none" in reading.lows:
                continue  # *the law requires notice, and none was given*
            if word.low == "no" and any(reading.words[o - 1].low in _ARTICLES for o in here if o):
                continue  # *the village has no doctor*: they see a doctor in the town
            if here and _is_left_out(reading, here, theirs, at, head, grounds):
                shown = theirs.shown(at, head + 1)
                yield _affirmed(reading, (here[0], here[0] + 1), shown, ground)
                return


def _is_supposed(words: tuple[Word, ...], at: int) -> bool:
    """Whether a word stands in a case: *it lapses if it is not approved*."""
    return words[clause_of(words, at)[0]].low in ("if", "unless")


def _is_left_behind(reading: Reading, at: int) -> bool:
    """Whether what is told of a word is that it was not so: *a delay in closing*, *from 8 May*."""
    before = [word.low for word in reading.words[max(0, at - 2) : at]]
    where = reading.manner.where
    opposite = {at - 2} & (where[Sense.OPPOSITE] | where[Sense.NEGATIVE])
    return (before[-1:] in (["in"], ["of"]) and bool(opposite)) or (
        before[-1:] == ["from"] and reading.words[at].text[0].isdigit()
    )


def _is_left_out(
    reading: Reading,
    here: tuple[int, ...],
    theirs: Reading,
    at: int,
    head: int,
    grounds: tuple[Ground, ...],
) -> bool:
    """Whether the sentence says of the same thing what a passage says with a *not*."""
    stem = theirs.words[head].stem
    if stem in REPORTING and not any(_has_helper_of(reading, place, theirs, at) for place in here):
        return False
    neither = theirs.words[at].low in _WHOLE and theirs.words[at].low in reading.lows
    if neither or any(is_denied(reading, place) for place in here):
        return False
    if any(_is_said_of_another(reading, place, theirs) for place in here):
        return False
    if theirs.words[at - 1].low == "but" and all(
        any(map(is_not, reading.words[slice(*sentence_of(reading.words, place))])) for place in here
    ):
        return False  # *for rooms there can be no waiver*: *but not for rooms*
    if _was_otherwise(theirs, at) or (
        theirs.words[at - 1].low in _DONE and any(_is_coming(reading, place) for place in here)
    ):
        return False
    denied = theirs.words[head].low
    if any(is_negative_form(w) and w.low.endswith(denied) for w in reading.words):
        return False  # *unanswered*, for *not answered*
    clause = clause_of(theirs.words, head)
    sentence, where = sentence_of(theirs.words, head), theirs.manner.where
    for other in where[Sense.NEGATIVE] | where[Sense.OPPOSITE] | where[Sense.BOUND]:
        near = sentence if other in where[Sense.NEGATIVE] else clause
        joins = theirs.words[other].low == "but" and other < at
        known = theirs.words[other].stem in reading.stems
        joins |= is_not(theirs.words[other]) and _is_of_another(theirs, other, at)
        if near[0] <= other < near[1] and other != at and not joins and not known:
            return False  # *no … without …*: what is denied twice may be affirmed
    about = content(theirs.words, clause) - REPORTING
    ruled = content(theirs.words, _that_after(theirs, clause))
    if len(about) < 2:
        about = content(theirs.words, sentence)
    if [word.low for word in theirs.words[head + 1 : head + 2]] in (["it"], ["them"], ["him"]):
        before = sentence_of(theirs.words, max(0, sentence[0] - 1))[0]
        about = content(theirs.words, (before, sentence[1]))  # *it never employed them*
    ours = content(reading.words, (0, len(reading.words)))
    if len(about & ours) < min(2, len(about)) and len(ruled & ours) < 2:
        return False
    alike = clauses_alike(reading, clause_of(reading.words, here[0]), grounds)
    if theirs.words[at].low == "no" and any(
        not any(is_not(word) for word in one.ground.reading.words[slice(*one.span)])
        and one.ground.reading is not theirs
        for one in alike
    ):
        return False  # *brought no data*, and elsewhere *the data had been handed over*
    if any(
        not is_denied(one.ground.reading, place)
        for one in alike
        for place in one.ground.reading.stems.get(stem, ())
        if one.span[0] <= place < one.span[1]
    ):
        return False
    return not any(_has_a_denial(reading, place, theirs, grounds) for place in here)


_DONE = frozenset("did had has have was were".split())


def _is_coming(reading: Reading, at: int) -> bool:
    """Whether a verb is told as still to come: what was not done by May will be done by July."""
    return bool(reading.manner.mood[at] & Mood.COMING)


def _was_otherwise(theirs: Reading, at: int) -> bool:
    """Whether a *not* is that of what might have been: *had it not been left open, it would*."""
    lows = [word.low for word in theirs.words]
    first = max(0, at - _FAR)
    around = lows[first : at + _FAR]
    return "had" in lows[max(0, at - 5) : at - 1] and any(
        one in _MIGHT and "have" in around[place + 1 : place + 3]
        for place, one in enumerate(around)
    )


_MIGHT = frozenset("would could might".split())
_FAR = 20


def _is_said_of_another(reading: Reading, at: int, theirs: Reading) -> bool:
    """Whether a verb is left out behind a *but*: *owed the army one, but nobody another*.

    A passage that affirms it of one and denies it of another says the same.
    """
    ends = sentence_of(reading.words, at)[1]
    buts = [here for here in range(at, ends) if reading.words[here].low == "but"]
    places = theirs.stems.get(reading.words[at].stem, ())
    return any(is_not(word) for but in buts for word in reading.words[but : but + 3]) and not all(
        is_denied(theirs, place) for place in places
    )


def _nots_between(reading: Reading, grounds: tuple[Ground, ...]) -> Iterator[Miss]:
    """*Was on the list*, where the passages have *was not on the list*, and never without a *not*.

    Whatever else they deny: the words on both sides of the *not* are the same, and what follows.
    """
    for ground in grounds:
        theirs = ground.reading.words
        for at in range(1, len(theirs) - 1):
            if theirs[at].low not in _BETWEEN or theirs[at].breaks or theirs[at + 1].breaks:
                continue
            here = _beside_each_other(reading.words, theirs, at - 1, at + 1)
            later = here is not None and _is_coming(reading, here + 1)
            if (
                here is None
                or (later and theirs[at - 1].low in _DONE)
                or any(
                    _beside_each_other(other.reading.words, theirs, at - 1, at + 1) is not None
                    for other in grounds
                )
            ):
                continue
            around = up_to(reading, here)
            if not any(
                left_over(reading, around, other.reading, Sense.NEGATIVE) for other in grounds
            ) and not any(
                word.stem in CONTRADICTING or word.low == "unless"
                for word in reading.words[slice(*around)]
            ):
                shown = ground.reading.shown(at - 1, at + 2)
                yield _affirmed(reading, (here, here + 2), shown, ground)
                return


_BETWEEN = frozenset(("not", "never"))


def _beside_each_other(
    words: tuple[Word, ...], theirs: tuple[Word, ...], first: int, second: int
) -> int | None:
    """Where two words of another text stand side by side, with the same word of content behind.

    All helping verbs count as one: *has not been told*, *had been told*.
    """
    one, other, behind = theirs[first], theirs[second], _next_content(theirs, second + 1)
    helps = one.low in HELPERS
    for at in range(len(words) - 1):
        if (
            words[at + 1].low == other.low
            and not words[at + 1].breaks
            and not (at and is_not(words[at - 1]))
            and (words[at].low in HELPERS if helps else words[at].low == one.low)
            and (behind != "" or other.is_content)
            and _next_content(words, at + 2) == behind
        ):
            return at
    return None


def _next_content(words: tuple[Word, ...], at: int) -> str:
    """The stem of the next word of content, up to the end of its sentence; "" if there is none."""
    for word in words[at:]:
        if word.opens:
            break
        if word.is_content:
            return word.stem
    return ""


def _has_helper_of(reading: Reading, here: int, theirs: Reading, at: int) -> bool:
    """Whether *could confirm* stands for *could not confirm*: with the same helping verb."""
    before = reading.words[here - 1].low if here else ""
    return at > 0 and before in HELPERS and before == theirs.words[at - 1].low


def _is_of_another(theirs: Reading, other: int, at: int) -> bool:
    """Whether a *not* has a verb of its own: an *and* stands between it and another *not*."""
    first, last = sorted((other, at))
    return any(word.low in ("and", "or", "but") for word in theirs.words[first:last])


def _that_after(theirs: Reading, clause: Span) -> Span:
    """The *that* which a clause governs, if any: *does not find that votes were bought*."""
    last = clause[1]
    words = theirs.words
    if last < len(words) and words[last].low == "that" and not words[last].breaks:
        return clause_of(words, last)
    return last, last


def _has_a_denial(reading: Reading, at: int, theirs: Reading, grounds: tuple[Ground, ...]) -> bool:
    """Whether the sentence has a word of denial that no passage has, which may be of a verb.

    An opposite and a bound deny only what stands in their own clause. A *denies that* stands for
    the *not* of a passage whatever another has.
    """
    wide, narrow = (
        _up_to_another_verb(reading.words, at, span)
        for span in (up_to(reading, at), clause_of(reading.words, at))
    )
    before = reading.words[wide[0] : at]
    if any(word.low == "unless" for word in before):
        return True  # *stays unless it is told to leave*
    if any(
        reading.words[here].stem in CONTRADICTING
        and (
            reading.words[here].stem not in theirs.stems
            or (reading.words[here].stem in DENY and narrow[0] == here + 1)
        )
        for here in reading.manner.where[Sense.NEGATIVE]
        if wide[0] <= here < at
    ):
        return True
    return all(
        left_over(reading, wide, ground.reading, Sense.NEGATIVE)
        or left_over(reading, narrow, ground.reading, Sense.OPPOSITE, Sense.BOUND)
        for ground in grounds
    )


def _up_to_another_verb(words: tuple[Word, ...], at: int, span: Span) -> Span:
    """A span up to an *and* that another helping verb follows: *is read, and was not opened*."""
    first, last = span
    joints = (
        here
        for here in range(at, last - 1)
        if words[here].low in ("and", "but") and words[here + 1].low in HELPERS
    )
    return first, next(joints, last)


def _stressed(reading: Reading, grounds: tuple[Ground, ...]) -> Iterator[Miss]:
    """*Did confirm*: what is left of *did not confirm*, where no passage affirms the verb."""
    words = reading.words
    for at in range(1, len(words) - 1):
        before, helper, verb = words[at - 1 : at + 2]
        if (
            helper.low in ("do", "does", "did")
            and not (helper.breaks or verb.breaks or verb.is_capitalised)
            and verb.is_content
            and verb.low != "away"
            and before.low not in ("nor", "neither", "as", "than", "so", "only")
            and (before.low, helper.low) != ("who", "do")  # *residents who do lose it*
            and not _is_affirmed_by(verb.stem, grounds)
            and not any(is_not(word) for word in words[: sentence_of(words, at)[0]])
        ):  # *it cannot say who did; it does cite one who was there*
            shown = reading.shown(at, at + 2)
            yield Miss(
                codes.DENIAL_DIFFERS,
                helper.start,
                verb.end,
                f"“{shown}” stresses what no passage affirms: is a “not” missing?",
                grounds[0],
            )
            return


def _is_affirmed_by(stem: str, grounds: tuple[Ground, ...]) -> bool:
    """Whether a word stands in any passage without a *not* in its clause."""
    return any(
        not is_denied(ground.reading, at)
        for ground in grounds
        for at in ground.reading.stems.get(stem, ())
    )


def _affirmed(reading: Reading, span: Span, theirs: str, ground: Ground) -> Miss:
    first, last = span
    shown = reading.shown(first, last)
    return Miss.of_words(
        codes.DENIAL_DIFFERS,
        reading,
        (first, last),
        f"“{shown}” is affirmed here, and the passage says “{theirs}”.",
        ground,
    )

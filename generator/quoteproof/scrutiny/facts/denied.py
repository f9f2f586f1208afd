"""What a sentence denies, and its passages affirm: a *not* is put in (`FCT201`).

It is asked about only where no passage about the same thing has any word that may stand for it: a
denial, an exception, an opposite.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from quoteproof.diagnostics import codes
from quoteproof.scrutiny.facts.alike import clauses_alike
from quoteproof.scrutiny.facts.ground import Ground
from quoteproof.scrutiny.facts.implied import is_implied
from quoteproof.scrutiny.facts.miss import Miss
from quoteproof.scrutiny.facts.scope import (
    CONTRADICTING,
    DENY,
    DETERMINERS,
    before_aside,
    is_denied,
    is_shared,
    left_over,
    next_stem,
    reach,
    told_of,
)
from quoteproof.scrutiny.facts.silence import is_silence
from quoteproof.scrutiny.prose.clauses import (
    Span,
    clause_of,
    clauses,
    content,
    sentence_of,
    sentences,
)
from quoteproof.scrutiny.prose.numbers import Hedge
from quoteproof.scrutiny.prose.polarity import (
    HELPERS,
    MODALS,
    REPORTING,
    Denial,
    Sense,
    denies,
    is_negative_form,
    is_not,
)
from quoteproof.scrutiny.prose.reading import Reading
from quoteproof.scrutiny.prose.words import CLAUSE_WORDS, Word, stems

_AFTER = frozenset("without instead".split())
_SECOND = frozenset("not never cannot".split())
_NEGATIVE = frozenset("no nobody nothing none neither until unless".split()) | _SECOND
_PHRASES = frozenset("not no nor unlike".split())
_TO_DATE = DETERMINERS | frozenset("date our my their any".split())
"""After *has not to*, what makes it a time: *has not to date been paid*."""
_JOINING = frozenset("and or nor but what".split())
_AT_MOST = frozenset("no not most maximum limit".split())
_MORE = frozenset(
    "above beyond exceed exceeded higher longer later larger greater further twice again".split()
)
"""Words of what is above a measure: what is not higher is so at most."""
_BOUNDED = Hedge.AT_MOST, Hedge.AT_LEAST
_CHARGES = stems("charge accusation allegation claim report suggestion assertion")
_TELLING_SO = REPORTING | stems("find hold conclude estimate argue reckon believe claim")
_ASKING = frozenset("who whom whose what which when where why how whether if that".split())
_ASKED = stems("ask excuse rule insist")
"""Of the words that contradict, those with which nothing is denied of what stands behind them."""
_TURNED_DOWN = stems("dismiss reject refuse")
"""Verbs of which all that follows may be denied: *dismisses it in so far as it seeks the sale*."""
_TRUE = frozenset("true so the correct right".split())
_EXCEPTING = frozenset("except unless apart save".split())
_COMPARING = frozenset(
    "than above below over under beyond past after before longer later exceed exceeds reach "
    "reaches fall falls rise rises drop drops".split()
)


def wrongly_denied(reading: Reading, grounds: tuple[Ground, ...]) -> Iterator[Miss]:
    """One miss of each sort: a *not*, a *not* too many, a *denied that*."""
    for rule in _nots, _twice, _denied_haves, _denied_thats:
        yield from rule(reading, grounds)


def _nots(reading: Reading, grounds: tuple[Ground, ...]) -> Iterator[Miss]:
    """*Did not open*, where no passage about it has a word of denial."""
    for denial in reading.manner.denials:
        if _is_put_right(reading, denial, grounds):
            continue
        if _is_an_aside(reading.words, denial):
            yield _denied(reading, (denial.at, denial.head + 1), grounds[0])
            return
        if not (is_silence(reading, denial, grounds) or is_implied(reading, denial, grounds)):
            ground = _with_un(reading, denial, grounds) or _without_denial(reading, denial, grounds)
            if ground is not None:
                yield _denied(reading, (denial.at, denial.head + 1), ground)
                return


def _is_put_right(reading: Reading, denial: Denial, grounds: tuple[Ground, ...]) -> bool:
    """Whether it is *not 12 but 14*, or *not some 12 but closer to 14*; the passages have 14."""
    words = reading.words
    behind = words[denial.at : sentence_of(words, denial.at)[1]]
    but = next((word.start for word in behind if word.low == "but"), None)
    if but is None:
        return False
    lows = [word.low for word in behind]
    for at, (low, how) in enumerate(pairwise(lows)):
        if low == "but" and how in _HOW and how in lows[:at]:
            return any(w.stem in g.reading.stems for g in grounds for w in behind[at + 2 : at + 3])
        if low == "but" and how in _ONLY and behind[at + 2 : at + 3] and behind[at + 2].is_content:
            # *does not bear all of it but only two thirds*
            return any(w.stem in g.reading.stems for g in grounds for w in behind[at + 2 : at + 5])
    after = behind[1 : 2 if behind[1].is_content else 3]  # *not 12*, *not some 12*
    wrong = [n for n in reading.numbers if any(n.start == word.start for word in after)]
    later = [n for n in reading.numbers if but < n.start < behind[-1].end]
    if not wrong and later and ("but", "not") not in pairwise(lows):
        measured = [n for n in reading.numbers if behind[0].end < n.start < but and n.unit]
        wrong = [n for n in measured if n.unit == later[0].unit]  # *not lie 3 km away but 5.5 km*
    right = {n.value for n in later}
    return bool(wrong) and any(
        number.value in right for ground in grounds for number in ground.reading.numbers
    )


_ONLY = frozenset("only merely just rather instead".split())
_HOW = frozenset("by in at on from with for to because".split())


def _is_an_aside(words: tuple[Word, ...], denial: Denial) -> bool:
    """Whether a *not* is put to who tells a sentence, behind it: *it burnt, he did not say*.

    What is asked may well stand before: *who began, it did not say*.
    """
    first, last = clause_of(words, denial.head)
    begins = sentence_of(words, denial.at)[0]
    return (
        words[denial.head].stem in _TELLING_SO
        and last == denial.head + 1
        and (last == len(words) or words[last].breaks)
        and words[first].breaks
        and first - begins > 2
        and words[first].low not in (*_JOINING, *CLAUSE_WORDS)
        and _ASKING.isdisjoint(word.low for word in words[begins:first])
        and words[denial.at - 1].low in ("did", "does", "do")
    )


def _twice(reading: Reading, grounds: tuple[Ground, ...]) -> Iterator[Miss]:
    """*Had not named no station*: two denials in one clause, where no passage has such a clause."""
    words = reading.words
    if any(_denials_in(ground.reading.words) for ground in grounds):
        return
    for first, last in _denials_in(words)[:1]:
        yield _denied(reading, (first, last + 1), grounds[0])


def _denials_in(words: tuple[Word, ...]) -> list[Span]:
    """Where a clause has a *no* or *until* and a *not*, or a *not* and a *no*: their places."""
    found = []
    for span in clauses(words, (0, len(words))):
        nots = [at for at in range(*span) if denies(words, at) or words[at].low in _NEGATIVE]
        for first, second in pairwise(nots):
            between = {word.low for word in words[first + 1 : second]}
            if words[first].low == "until" and not words[first + 1].text.islower():
                continue  # *until 2 June he had not*
            if (
                not _SECOND.isdisjoint((words[first].low, words[second].low))
                and words[first].low in _NEGATIVE
                and denies(words, second)
                and not _are_in_two_clauses(words, span[0], first, second)
                and between.isdisjoint((*_JOINING, *MODALS))
            ):
                found.append((first, second))
    return found


def _are_in_two_clauses(words: tuple[Word, ...], begins: int, first: int, second: int) -> bool:
    """Whether two words of denial have two verbs: *who had not … did not*, *nobody … not to*."""
    if words[first].low != "not" and [word.low for word in words[second + 1 : second + 2]] == [
        "to"
    ]:
        return True
    if words[begins].low == "that" and words[begins].opens:
        return True  # *That no breach was found does not mean*
    relative = words[begins].low in ("who", "which", "that") and not words[begins].breaks
    between = sum(word.is_content for word in words[first:second])
    helped = all(words[at].low == "not" and words[at - 1].low in HELPERS for at in (first, second))
    return relative and words[begins - 1].low not in CLAUSE_WORDS and (helped or between > 2)


def _denied_haves(reading: Reading, grounds: tuple[Ground, ...]) -> Iterator[Miss]:
    """*Has not the support*, *has not to pay*: what is denied with a *does not*, or with *no*.

    But *had not the time* is rare, and not wrong.
    """
    words = reading.words
    denied = any(is_not(word) for ground in grounds for word in ground.reading.words)
    for at in range(1, len(words) - 1):
        before, word, after = words[at - 1 : at + 2]
        if word.low != "not" or before.low not in ("has", "have", "had") or after.breaks:
            continue
        counted = any(number.start == after.start for number in reading.numbers)
        duty = after.low == "to" and words[at + 2 : at + 3] and words[at + 2].low not in _TO_DATE
        bare = after.low in DETERMINERS and not denied and not before.breaks
        if counted or duty or bare or (after.is_capitalised and not before.breaks):
            yield _denied(reading, (at - 1, at + 2), grounds[0])
            return


def _denied_thats(reading: Reading, grounds: tuple[Ground, ...]) -> Iterator[Miss]:
    """*Denied that*, where what is said to be denied stands in a passage, and nobody denies it.

    If what is said to be denied has a *not* itself, a *not* of the passage is no such word.
    """
    words = reading.words
    back = [
        (ground, at)
        for ground in grounds
        if (at := _denies_something(ground.reading.words)) is not None
    ]
    for at in range(len(words) - 2):
        if words[at + 1].low != "that" or not (
            words[at].stem in DENY or _is_not_told(words, at, grounds)
        ):
            continue
        span = at + 2, clause_of(words, at + 2)[1]
        twice = any(map(is_not, words[slice(*span)]))
        about = told_of(reading, span, grounds) or list(
            _sentences_about(content(words, span), words[at].stem, grounds, least=1)
        )
        if back and any(
            one is not ground or some[0] < place for one, place in back for ground, some in about
        ):
            continue
        theirs = [word for ground, some in about for word in ground.reading.words[slice(*some)]]
        contradicted = any(
            word.stem in CONTRADICTING and (word.stem in DENY or word.stem not in reading.stems)
            for word in theirs
        )
        if any(_rejects_a_charge(ground.reading.words) for ground in grounds):
            contradicted |= not any(word.stem in REPORTING for word in theirs)
        if (
            theirs
            and not contradicted
            and (
                twice
                or not (_have_a_no(reading, span, about) or _have_its_no(reading, span, about))
            )
        ):
            yield _denied(reading, (at, at + 1), grounds[0])
            return


def _is_not_told(words: tuple[Word, ...], at: int, grounds: tuple[Ground, ...]) -> bool:
    """Whether it is *did not find that*, and no passage has a *not* with such a verb."""
    if words[at].stem not in _TELLING_SO or words[at - 1].low not in _SECOND:
        return False
    return not any(
        any(map(is_not, some)) and any(word.stem in _TELLING_SO for word in some)
        for ground in grounds
        for span in sentences(ground.reading.words)
        for some in (ground.reading.words[slice(*span)],)
    )


def _have_its_no(reading: Reading, span: Span, about: list[tuple[Ground, Span]]) -> bool:
    """Whether a sentence has a *no* before a word of what is denied: *there were no violations*."""
    denied = content(reading.words, span)
    return any(
        is_not(ground.reading.words[at]) and next_stem(ground.reading, at) in denied
        for ground, (first, _) in about
        for at in range(*sentence_of(ground.reading.words, first))
    )


def _have_a_no(reading: Reading, span: Span, about: list[tuple[Ground, Span]]) -> bool:
    """Whether a passage has a *not* there, but for one behind all that is said to be denied.

    A *not* denies what follows: *it has 22 buoys and no mines* says nothing against the buoys.
    """
    denied = content(reading.words, span)
    for ground, (first, last) in about:
        words = ground.reading.words
        begins, ends = sentence_of(words, first)
        if _is_called_untrue(words[begins:last]) or _is_untrue(words[ends : ends + 4]):
            return True
        for at in range(first, last):
            if not (is_not(words[at]) or words[at].low == "nowhere"):
                continue
            if is_shared(ground.reading, at, reading):
                continue
            begins, ends = sentence_of(words, at)
            behind = content(words, (begins, at)) & denied and not (
                content(words, (at, ends)) & denied
            )
            if (
                words[clause_of(words, at)[0]].low == "that"
                or not behind
                or (at + 1 < ends and words[at + 1].low in _TRUE)
            ):
                return True
    return False


def _is_called_untrue(words: tuple[Word, ...]) -> bool:
    """Whether *it is not true* begins some words, however far: *not true, as he wrote, that*."""
    return any(word.low == "that" for word in words) and any(
        is_not(one) and other.low in _TRUE - {"the"} for one, other in pairwise(words)
    )


def _is_untrue(words: tuple[Word, ...]) -> bool:
    """Whether some words are *This is not true*, of what stands before."""
    lows = [word.low for word in words]
    return len(lows) > 3 and lows[0] in _THIS and lows[2] == "not" and lows[3] in _TRUE


_THIS = frozenset("this that it these they".split())


def _denies_something(words: tuple[Word, ...]) -> int | None:
    """Where a passage has *denied it* or *did not say that*: what that is stands before."""
    for at, after in enumerate(words[1:], 1):
        ends = at + 1 == len(words) or words[at + 1].breaks
        stands = after.low in ("this", "it", "them", "these", "such")
        said = words[at - 1].stem in REPORTING and at > 1 and is_not(words[at - 2])
        denied = said or words[at - 1].stem in CONTRADICTING
        if denied and (stands or (after.low == "that" and ends)):
            return at
    return None


def _rejects_a_charge(words: tuple[Word, ...]) -> bool:
    """Whether a passage has *rejected the charge*: what that is may stand elsewhere.

    In *rejected the charge that …* it stands there.
    """
    after = (*(word.low for word in words[3:]), "")
    return any(
        one.stem in CONTRADICTING
        and the.low == "the"
        and charge.stem in _CHARGES
        and low not in ("that", "of")
        for one, the, charge, low in zip(words, words[1:], words[2:], after, strict=False)
    )


def _denied(reading: Reading, span: Span, ground: Ground) -> Miss:
    first, last = span
    return Miss.of_words(
        codes.DENIAL_DIFFERS,
        reading,
        (first, last),
        f"“{reading.shown(first, last)}” denies here what the passage affirms.",
        ground,
    )


def _with_un(reading: Reading, denial: Denial, grounds: tuple[Ground, ...]) -> Ground | None:
    """A passage that has *uncertain*, and never with a *not*, for *not uncertain*."""
    head = reading.words[denial.head]
    if not is_negative_form(head):
        return None
    there = [(ground, at) for ground in grounds for at in ground.reading.stems.get(head.stem, ())]
    denied = any(
        is_denied(ground.reading, at)
        or _is_refused(ground.reading.words, reach(ground.reading, at)[0], at)
        for ground, at in there
    )
    return there[0][0] if there and not denied else None


def _without_denial(reading: Reading, denial: Denial, grounds: tuple[Ground, ...]) -> Ground | None:
    """A passage about the clause of a denial, if none of them has a word of denial about it."""
    head = denial.head
    if _has_its_no(reading, head, grounds):
        return None
    stem = reading.words[head].stem
    if stem in REPORTING and any(
        _may_be_denied(ground.reading, at, reading)
        for ground in grounds
        for at in ground.reading.stems.get(stem, ())
    ):
        return None  # *declined to say who it was*, and elsewhere *said that …*
    if stem in _DECIDING and any(_has_no_view(ground.reading.words) for ground in grounds):
        return None
    about = content(reading.words, reach(reading, head))
    opposite = head in reading.manner.where[Sense.OPPOSITE] | reading.manner.where[Sense.NEGATIVE]
    behind = reading.words[head : sentence_of(reading.words, head)[1]]
    contrasts = any(word.low == "but" for word in behind)  # *did not refuse it, but put it off*
    found = None
    for ground, sentence in _about_the_same(reading, head, about, grounds):
        theirs = ground.reading
        places = [at for at in theirs.stems.get(stem, ()) if sentence[0] <= at < sentence[1]]
        if any(_is_only_planned(reading, denial, theirs, at) for at in places):
            return None
        if places and _is_answered_with_a_not(theirs.words, sentence):
            return None
        if _nobody_does(reading, denial, theirs):
            return None
        if opposite and not places:
            if contrasts or not _has_the_like(theirs, sentence, about, reading):
                continue
        elif not places and _is_opposed(theirs, sentence, about, reading):
            return None
        if _has_a_bound(theirs, sentence) and _compares(reading, head, theirs):
            return None
        if places and _is_denied_elsewhere(theirs, sentence, places, about - {stem}, reading):
            return None
        if any(_is_contrasted(theirs.words, at, about - {stem}) for at in places):
            return None
        if any(_is_left_out_there(theirs, at, reading, denial) for at in places):
            return None
        if any(_may_be_denied(theirs, at, reading) for at in places):
            return None
        found = found or ground
    return found


_HE = frozenset("he she it they".split())


_DECIDING = stems("decide rule find determine settle")
_VIEWS = frozenset("view opinion decision ruling finding position".split())


def _has_no_view(words: tuple[Word, ...]) -> bool:
    """Whether a passage leaves something undecided: *No view is expressed on it*."""
    return any(one.low == "no" and other.low in _VIEWS for one, other in pairwise(words))


def _is_answered_with_a_not(words: tuple[Word, ...], sentence: Span) -> bool:
    """Whether the next sentence denies it without its verb: *he would not*, *will not make it*."""
    first = sentence[1]
    last = sentence_of(words, first)[1] if first < len(words) else first
    lows = [word.low for word in words[max(first, last - 3) : last]]
    if len(lows) > 2 and lows[0] in _HE and lows[1] in HELPERS and is_not(words[last - 1]):
        return True
    return any(
        is_not(no) and verb.low in ("make", "do", "manage") and it.low in ("it", "so", "this")
        for no, verb, it in zip(
            words[first:last], words[first + 1 : last], words[first + 2 : last], strict=False
        )
    )


def _about_the_same(
    reading: Reading, head: int, about: frozenset[str], grounds: tuple[Ground, ...]
) -> Iterator[tuple[Ground, Span]]:
    """The sentences with a clause like that of a word; else those nearest to it."""
    stem = reading.words[head].stem
    alike = clauses_alike(reading, clause_of(reading.words, head), grounds)
    with_stem = [one for one in alike if stem in one.shared]
    for one in with_stem:
        words, (first, last) = one.ground.reading.words, one.span
        yield one.ground, (sentence_of(words, first)[0], sentence_of(words, last - 1)[1])
    if not with_stem:
        yield from _sentences_about(about, stem, grounds)


def _sentences_about(
    about: frozenset[str], stem: str, grounds: tuple[Ground, ...], least: int = 2
) -> Iterator[tuple[Ground, Span]]:
    """The sentences of the passages that share most with a clause, and those that have a stem.

    Where none has the stem, they have to share at least two words with it.
    """
    all_ = [(ground, span) for ground in grounds for span in sentences(ground.reading.words)]
    own = [content(ground.reading.words, span) for ground, span in all_]
    most = max((len(about & stems_) for stems_ in own), default=0)
    if most < least and not any(stem in stems_ for stems_ in own):
        return
    enough = most if any(stem in stems_ for stems_ in own) else 2
    for one, stems_ in zip(all_, own, strict=True):
        if most and (len(about & stems_) >= min(most, enough) or stem in stems_):
            yield one


def _has_its_no(reading: Reading, head: int, grounds: tuple[Ground, ...]) -> bool:
    """Whether a passage has *no date*, where the sentence has *not given a date*."""
    objects = content(reading.words, (head + 1, reach(reading, head)[1]))
    stem = reading.words[head].stem
    known = any(stem in ground.reading.stems for ground in grounds)
    for ground in grounds:
        words = ground.reading.words
        for at in range(len(words)):
            no = next_stem(ground.reading, at) if is_not(words[at]) else stem
            if no != stem and _are_akin(stem, no):
                return True  # *is not an admission*, for *does not admit*
            if words[at].low == "no" and denies(words, at):
                shared = objects & content(words, clause_of(words, at))
                if next_stem(ground.reading, at) in shared and len(shared) > known:
                    return True
    return False


def _are_akin(one: str, other: str) -> bool:
    """Whether a verb and a noun may be of one root: *admit* and *admission*."""
    return len(one) >= _ROOT and one[:_ROOT] == other[:_ROOT]


_ROOT = 4


def _nobody_does(reading: Reading, denial: Denial, theirs: Reading) -> bool:
    """Whether a passage has *no boat, large or small, shall sail*, for *boats shall not sail*."""
    words, (first, _) = theirs.words, sentence_of(reading.words, denial.at)
    if any(is_not(word) for word in reading.words[first : denial.at]):
        return False
    subjects = content(reading.words, (first, denial.at))
    return any(
        words[at].low == "no"
        and denies(words, at)
        and next_stem(theirs, at) in subjects
        and words[verb - 1].low in HELPERS
        and not any(w.low in ("and", "but", *CLAUSE_WORDS) for w in words[at:verb])
        for verb in theirs.stems.get(reading.words[denial.head].stem, ())
        for at in range(sentence_of(words, verb)[0], verb)
    )


def _is_only_planned(reading: Reading, denial: Denial, theirs: Reading, at: int) -> bool:
    """Whether a passage announces what the sentence says has not been done *yet*."""
    first, last = sentence_of(theirs.words, at)
    return any(
        word.low == "yet" for word in reading.words[slice(*clause_of(reading.words, denial.head))]
    ) and any(first <= here < last for here in theirs.manner.where[Sense.COMING])


def _may_be_denied(theirs: Reading, at: int, ours: Reading) -> bool:
    """Whether a word of denial stands in the clause of a word, or just before that clause."""
    first, last = reach(theirs, at)
    subject = at + 1 < last and theirs.words[at + 1].low in HELPERS
    far = at + 5 if subject else at + 3  # *the closing will be put off*
    governing = max(first, at - 5), min(last, far)  # *refused to open*, *called off*
    before = first if theirs.words[first].breaks else max(0, first - 2)
    if before < first and [w.low for w in theirs.words[before : before + 1]] in (["a"], ["an"]):
        before = max(0, before - 1)  # *is not an act that it can review*
    behind = at, _before_without(theirs, at, last)
    return (
        is_denied(theirs, at)
        or _is_refused(theirs.words, first, at)
        or _is_advised_against(theirs.words, first, at)
        or _is_only_later(theirs.words, first, at, ours)
        or _is_denied_of_others(theirs, at)
        or _is_excepted(theirs, at, last)
        or _is_governed_by_opposite(theirs, at, governing, ours)
        or _has_a_negative(theirs, (before, at), ours)  # *denied that …*
        or _has_a_negative(theirs, behind, ours)
        or any(
            word.stem in CONTRADICTING - _ASKED and word.stem not in ours.stems
            for word in theirs.words[max(0, first - 3) : at]
        )
        or _is_a_denied_report(theirs.words, first)
        or any(
            word.stem in _TURNED_DOWN and word.stem not in ours.stems
            for word in theirs.words[sentence_of(theirs.words, at)[0] : at]
        )
    )


def _is_a_denied_report(words: tuple[Word, ...], at: int) -> bool:
    """Whether a clause is what somebody denies a report of: *denied a report by the paper that*."""
    before = words[max(0, at - _FAR_BEHIND) : at]
    return words[at].low == "that" and any(
        one.stem in DENY and charge.stem in _CHARGES
        for one, charge in zip(before, before[2:], strict=False)
    )


_FAR_BEHIND = 6


_EARLIER = frozenset(("before", "until"))


def _is_only_later(words: tuple[Word, ...], first: int, at: int, ours: Reading) -> bool:
    """Whether it is *shall tell it before it responds*, for *may not respond before it tells*."""
    return words[first].low == "before" and at - first <= _NEAR and bool(_EARLIER & ours.lows)


_REFUSING = stems("refuse decline fail neglect omit")


def _is_refused(words: tuple[Word, ...], first: int, at: int) -> bool:
    """Whether it is *refused for six hours to unload*, however far before."""
    to = at > first and words[at - 1].low == "to"
    return to and any(word.stem in _REFUSING for word in words[first:at])


def _is_advised_against(words: tuple[Word, ...], first: int, at: int) -> bool:
    """Whether it is *advised against giving its consent*, or *warned against opening*."""
    return any(
        one.low == "against" and other.low.endswith("ing")
        for one, other in pairwise(words[first : at + 1])
    )


def _is_denied_of_others(theirs: Reading, at: int) -> bool:
    """Whether a clause leaves the verb out behind a *not*: *39 had received it and two had not*."""
    last = clause_of(theirs.words, at)[1]
    joined = any(word.low in ("and", "but") for word in theirs.words[at:last])
    return joined and is_not(theirs.words[last - 1])


def _is_governed_by_opposite(theirs: Reading, at: int, span: Span, ours: Reading) -> bool:
    """Whether it is *refused to open*, *still to arrive*, *kept from opening*, or *called off*."""
    first, last = span
    opposites = [
        here
        for here in range(first, last)
        if left_over(theirs, (here, here + 1), ours, Sense.OPPOSITE)
    ]
    joint = theirs.words[at - 1].low in _GOVERNING if at else False
    return any(here > at or joint or at - here <= _NEAR for here in opposites)


_GOVERNING = frozenset("to from be being been".split())
_NEAR = 2


def _is_contrasted(words: tuple[Word, ...], at: int, about: frozenset[str]) -> bool:
    """Whether a *but* sets a verb against what it is asked of: *asked for twelve but got four*."""
    first, last = sentence_of(words, at)
    buts = [here for here in range(first, at) if words[here].low == "but"]
    return (
        bool(buts)
        and bool(content(words, (first, buts[-1])) & about)
        and not content(words, (buts[-1], last)) & about
    )


def _is_left_out_there(theirs: Reading, at: int, ours: Reading, denial: Denial) -> bool:
    """Whether behind a *but* is what was not so: *counted residents, but left out guests*."""
    first, last = at, sentence_of(theirs.words, at)[1]
    but = next((here for here in range(first, last) if theirs.words[here].low == "but"), last)
    whom = content(ours.words, (denial.head + 1, sentence_of(ours.words, denial.at)[1]))
    return bool(content(theirs.words, (but, last)) & whom) and left_over(
        theirs, (but + 1, min(but + 4, last)), ours, Sense.OPPOSITE
    )


def _has_a_negative(theirs: Reading, span: Span, ours: Reading) -> bool:
    """Whether a span has a word of denial; *the others* do what is said of them."""
    return any(
        left_over(theirs, (at, at + 1), ours, Sense.NEGATIVE)
        for at in range(*span)
        if theirs.words[at].low not in ("other", "others")
    )


def _compares(reading: Reading, head: int, theirs: Reading) -> bool:
    """Whether what is denied is more than some measure: *by more than 500 metres*, *twice*."""
    last = clause_of(reading.words, head)[1]
    lows = [word.low for word in reading.words[head - 1 : last]]
    if "than" in lows:
        return lows[max(0, lows.index("than") - 2)] not in ("no", "not")
    return any(low in _MORE and low not in theirs.lows for low in lows)


def _has_a_bound(reading: Reading, span: Span) -> bool:
    """Whether a sentence bounds a measure: *by no more than 500 metres*, *up to two*, *once*."""
    first, last = span
    start, end = reading.words[first].start, reading.words[last - 1].end
    bounds = reading.manner.where[Sense.BOUND]
    counted = {number.start for number in reading.numbers}
    return any(
        (word.low in _AT_MOST and at in bounds)
        or word.low == "within"
        or (word.low == "between" and any(w.start in counted for w in reading.words[at + 1 : last]))
        or (word.low == "once" and reading.words[at - 1].low != "than")
        for at, word in enumerate(reading.words[first:last], first)
    ) or any(n.hedge in _BOUNDED and start <= n.start < end for n in reading.numbers)


def _is_excepted(reading: Reading, at: int, last: int) -> bool:
    """Whether a clause is left open behind a comma, *open, except at noon*, or is *yet to* come."""
    words = reading.words
    return any(word.low in _EXCEPTING for word in words[last : last + 1]) or any(
        one.low == "yet" and other.low == "to"
        for one, other in pairwise(words[max(0, at - 4) : at])
    )


def _before_without(reading: Reading, at: int, last: int) -> int:
    """Where what a *without* or *instead* denies begins, which is not the verb before it."""
    places = (here for here in range(at, last) if reading.words[here].low in _AFTER)
    return next(places, last)


def _is_denied_elsewhere(
    theirs: Reading, sentence: Span, places: list[int], about: frozenset[str], ours: Reading
) -> bool:
    """Whether a clause without the verb denies the same thing, or leaves out what it denies.

    *Three did not* and *only in May* deny whatever verb; *but not in May* denies it of May.
    """
    words = theirs.words
    for clause in clauses(words, sentence):
        if any(clause[0] <= at < clause[1] for at in places):
            continue
        own = content(words, clause)
        nots = [at for at in range(*clause) if is_not(words[at])]
        if words[clause[0]].low in ("until", "till", "before") and not (
            clause[0] == sentence[0] or any(clause_of(words, at)[1] == clause[0] for at in places)
        ):
            continue  # *who served until May said*: it bounds the verb before it, and no other
        elided = len(own) < 2 if not nots else not content(words, (nots[-1], clause[1]))
        elided &= words[clause[0]].low != "if"  # *if the vote is no*, *if it fails to do so*
        phrase = any(word.low in _PHRASES for word in words[clause[0] : clause[0] + 2])
        same = len(own & about) > (0 if phrase else 1)
        elided &= words[clause[0]].low != "without"  # *released, without charge, those who*
        if (elided or same) and _has_a_negative(theirs, clause, ours):
            return True
    return False


def _is_opposed(theirs: Reading, sentence: Span, about: frozenset[str], ours: Reading) -> bool:
    """Whether a sentence has a word of denial, or an opposite in a clause about the same.

    *No later than May* is one where it is *not after May* that the other sentence says.
    """
    compares = not _COMPARING.isdisjoint(ours.lows)
    opposites = (Sense.OPPOSITE, Sense.BOUND) if compares else (Sense.OPPOSITE,)
    return any(
        left_over(theirs, clause, ours, Sense.NEGATIVE)
        for clause in clauses(theirs.words, sentence)
        if not _is_another_matter(theirs.words, clause, about)
    ) or any(
        left_over(theirs, clause, ours, *opposites)
        for clause in clauses(theirs.words, sentence)
        if about & (content(theirs.words, clause) | _before_aside(theirs.words, clause[0]))
    )


def _has_the_like(theirs: Reading, sentence: Span, about: frozenset[str], ours: Reading) -> bool:
    """Whether a clause about the same has one opposite, which ours has not, and no *not*.

    *Does not release it* says what a *not* with an opposite says; so may *is not affected*.
    """
    where = theirs.manner.where
    for clause in clauses(theirs.words, sentence):
        likes = [
            at
            for at in where[Sense.OPPOSITE] | where[Sense.NEGATIVE]
            if clause[0] <= at < clause[1] and theirs.words[at].low not in _LASTING
        ]
        if about & content(theirs.words, clause) and any(
            not is_shared(theirs, at, ours) for at in likes
        ):
            return len(likes) == 1 and not is_not(theirs.words[likes[0]])
    return False


_LASTING = frozenset("still only until left".split())


def _before_aside(words: tuple[Word, ...], first: int) -> frozenset[str]:
    """The content of the subject that an aside parts from its verb: *the bridge, of 1950, is*."""
    subject = before_aside(words, first)
    return content(words, clause_of(words, subject)) if subject else frozenset()


def _is_another_matter(words: tuple[Word, ...], clause: Span, about: frozenset[str]) -> bool:
    """Whether a clause only adds something to a noun: *the prefect, who had not spoken, said*."""
    own = content(words, clause)
    return words[clause[0]].low in ("who", "whose", "which") and len(own) > 1 and not own & about

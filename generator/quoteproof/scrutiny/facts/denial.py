"""Whether a sentence denies what its passages affirm, or affirms what they deny (`FCT201`).

A *not* is asked about only where no passage about the same thing has any word that may stand for
it: a denial, an exception, an opposite. And the other way round: what the passages have only with
a *not* has to come with some such word in the sentence.
"""

from __future__ import annotations

from collections.abc import Iterator

from quoteproof.diagnostics import codes
from quoteproof.scrutiny.facts.alike import clauses_alike
from quoteproof.scrutiny.facts.ground import Ground
from quoteproof.scrutiny.facts.miss import Miss
from quoteproof.scrutiny.prose.clauses import (
    Span,
    clause_of,
    clauses,
    content,
    sentence_of,
    sentences,
)
from quoteproof.scrutiny.prose.polarity import (
    MODALS,
    Denial,
    Mood,
    Sense,
    denies,
    is_negative_form,
    is_not,
)
from quoteproof.scrutiny.prose.reading import Reading
from quoteproof.scrutiny.prose.words import CLAUSE_WORDS, Word, stems

TELLING = stems(
    "say tell name give mention report state quote know describe specify explain identify list "
    "date confirm cite refer comment publish disclose reveal detail record print note document "
    "invoke"
)
"""Stems of what reports do: *does not say who* is about the reports, and not about their matter."""
REPORTING = stems(
    "say tell report state announce stress call write describe add confirm speak note quote"
)
_ASKING = frozenset("who whom whose what which when where why how whether if that".split())
_WHAT_IS_TOLD = frozenset("to as until".split())
"""After *not reported*, *not dated*: what is denied is not silence, but what stands here."""
_DENY = stems("deny")
_CONTRADICTING = stems(
    "deny denial refute refutation reject rejection dismiss dismissal rebut disavow disclaim "
    "dispute contradict contest doubt false falsehood untrue wrong mistaken baseless foundation "
    "unfounded excuse ask invent invention nonsense lie rumour exclude rule refuse accuse "
    "accusation allegation allege"
)
"""Stems with which a passage may say that somebody denies something, or is asked about it."""
_LOST = {
    "some": frozenset(("no", "not", "none")),
    "somebody": frozenset(("nobody",)),
    "something": frozenset(("nothing",)),
    "with": frozenset(("without",)),
}
"""Words that affirm, and those that deny in their place."""
_DETERMINERS = frozenset("the a an every all at to its their his her it this these those".split())
_FAR = frozenset("nor neither nothing nobody none".split())
_AFTER = frozenset("without instead".split())
_VERBAL = frozenset("not never cannot".split())
_ANY_NO = Sense.NEGATIVE, Sense.OPPOSITE, Sense.BOUND


def denial_misses(reading: Reading, grounds: tuple[Ground, ...]) -> Iterator[Miss]:
    """One miss of each sort: a *not*, a *denied that*, a *not* left out, a stressed *did*."""
    told: list[Miss] = []
    for rule in (
        _nots,
        _twice,
        _wrongly_denied,
        _denied_thats,
        _some_for_none,
        _nots_left_out,
        _stressed,
    ):
        for miss in rule(reading, grounds):
            if not any(miss.start <= one.end + 1 and one.start <= miss.end + 1 for one in told):
                told.append(miss)
                yield miss


def _nots(reading: Reading, grounds: tuple[Ground, ...]) -> Iterator[Miss]:
    """*Did not open*, where no passage about it has a word of denial."""
    for denial in reading.manner.denials:
        if not _is_silence(reading, denial, grounds) and not _is_partial(reading, denial, grounds):
            ground = _without_denial(reading, denial.head, grounds)
            if ground is not None:
                yield _denied(reading, (denial.at, denial.head + 1), ground)
                return


def _twice(reading: Reading, grounds: tuple[Ground, ...]) -> Iterator[Miss]:
    """*Had not named no station*: two denials in one clause, where no passage has such a clause."""
    words = reading.words
    if any(_denials_in(ground.reading.words) for ground in grounds):
        return
    for first, last in _denials_in(words)[:1]:
        yield _denied(reading, (first, last + 1), grounds[0])


def _denials_in(words: tuple[Word, ...]) -> list[tuple[int, int]]:
    """Where a clause has a *not* and another denial after it (*no*, *undated*): their places."""
    found = []
    for span in clauses(words, (0, len(words))):
        nots = [at for at in range(*span) if denies(words, at)]
        for at in nots:
            if words[at].low in _VERBAL:
                second = next((other for other in nots if other > at), None)
                follows = at + 1 < span[1] and words[at + 1].low.startswith("un")
                if follows and is_negative_form(words[at + 1]):
                    second = at + 1
                between = {word.low for word in words[at:second]} if second else set()
                if second is not None and between.isdisjoint(("and", "or", "nor", "but", *MODALS)):
                    found.append((at, second))
    return found


def _wrongly_denied(reading: Reading, grounds: tuple[Ground, ...]) -> Iterator[Miss]:
    """*Has not the support*: a *have* of its own is denied with *does not have*, or with *no*."""
    words = reading.words
    for at in range(1, len(words) - 1):
        before, word, after = words[at - 1 : at + 2]
        counted = any(number.start == after.start for number in reading.numbers)
        bare = after.low in _DETERMINERS or after.is_capitalised or counted
        if word.low == "not" and before.low in ("has", "have", "had") and bare and not after.breaks:
            yield _denied(reading, (at - 1, at + 2), grounds[0])
            return


def _some_for_none(reading: Reading, grounds: tuple[Ground, ...]) -> Iterator[Miss]:
    """*Some evidence* or *with evidence*, where the passages have *no* and *without*."""
    words = reading.words
    for at in range(len(words) - 1):
        lost = _LOST.get(words[at].low)
        after = _next_stem(reading, at)
        if lost is None or not after or _is_denied(reading, at):
            continue
        kept = lost | {words[at].low}
        theirs = {
            there.low: ground
            for ground in grounds
            for place, there in enumerate(ground.reading.words)
            if there.low in kept and _next_stem(ground.reading, place) == after
        }
        if theirs and theirs.keys() <= lost:
            yield _affirmed(reading, (at, at + 2), next(iter(theirs)), next(iter(theirs.values())))
            return


def _affirmed(reading: Reading, span: Span, theirs: str, ground: Ground) -> Miss:
    first, last = span
    shown = reading.shown(first, last)
    return Miss(
        codes.DENIAL_DIFFERS,
        reading.words[first].start,
        reading.words[last - 1].end,
        f"“{shown}” is affirmed here, and the passage says “{theirs}”.",
        ground,
    )


def _denied_thats(reading: Reading, grounds: tuple[Ground, ...]) -> Iterator[Miss]:
    """*Denied that*, where what is said to be denied stands in a passage, and nobody denies it.

    If what is said to be denied has a *not* itself, a *not* of the passage is no such word.
    """
    words = reading.words
    if any(_denies_something(ground.reading.words) for ground in grounds):
        return
    for at in _denials_of_clauses(words):
        span = at + 2, clause_of(words, at + 2)[1]
        twice = any(map(is_not, words[slice(*span)]))
        about = _told_of(reading, span, grounds) or list(
            _sentences_about(content(words, span), words[at].stem, grounds)
        )
        theirs = [word for ground, some in about for word in ground.reading.words[slice(*some)]]
        if theirs and not any(
            (word.stem in _CONTRADICTING and (word.stem in _DENY or word.stem not in reading.stems))
            or (is_not(word) and not twice)
            for word in theirs
        ):
            yield _denied(reading, (at, at + 1), grounds[0])
            return


def _denials_of_clauses(words: tuple[Word, ...]) -> Iterator[int]:
    """The places of *denied* before *that*."""
    for at in range(len(words) - 2):
        if words[at].stem in _DENY and words[at + 1].low == "that":
            yield at


def _denies_something(words: tuple[Word, ...]) -> bool:
    """Whether a passage has *denied it*: what that is stands elsewhere."""
    for at, after in enumerate(words[1:], 1):
        ends = at + 1 == len(words) or words[at + 1].breaks
        stands = after.low in ("this", "it", "them", "these", "such")
        if words[at - 1].stem in _CONTRADICTING and (stands or (after.low == "that" and ends)):
            return True
    return False


def _told_of(
    reading: Reading, span: Span, grounds: tuple[Ground, ...]
) -> list[tuple[Ground, Span]]:
    """The clauses like a clause, with the words around: *she denied that it …*, *… is untrue*."""
    found = []
    for one in clauses_alike(reading, span, grounds):
        words, (first, last) = one.ground.reading.words, one.span
        found.append((one.ground, (max(0, first - 4), min(len(words), last + 4))))
    return found


def _nots_left_out(reading: Reading, grounds: tuple[Ground, ...]) -> Iterator[Miss]:
    """What the passages have only with a *not*, and the sentence without any word of denial."""
    for ground in grounds:
        theirs = ground.reading
        for at, word in enumerate(theirs.words):
            head = _denied_word(theirs, at) if is_not(word) else None
            if head is None:
                continue
            here = reading.stems.get(theirs.words[head].stem, ())
            if here and _is_left_out(reading, here, theirs, at, head, grounds):
                shown = theirs.shown(at, head + 1)
                yield _affirmed(reading, (here[0], here[0] + 1), shown, ground)
                return


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
    if stem in REPORTING or any(_is_denied(reading, place) for place in here):
        return False
    clause = clause_of(theirs.words, head)
    sentence, where = sentence_of(theirs.words, head), theirs.manner.where
    for other in where[Sense.NEGATIVE] | where[Sense.OPPOSITE] | where[Sense.BOUND]:
        near = sentence if other in where[Sense.NEGATIVE] else clause
        joins = theirs.words[other].low == "but" and other < at
        known = theirs.words[other].stem in reading.stems
        if near[0] <= other < near[1] and other != at and not joins and not known:
            return False  # *no … without …*: what is denied twice may be affirmed
    about = content(theirs.words, clause) - REPORTING
    if len(about & content(reading.words, (0, len(reading.words)))) < min(2, len(about)):
        return False
    if any(
        not _is_denied(one.ground.reading, place)
        for one in clauses_alike(reading, clause_of(reading.words, here[0]), grounds)
        for place in one.ground.reading.stems.get(stem, ())
        if one.span[0] <= place < one.span[1]
    ):
        return False
    return not any(_left_over(reading, _up_to(reading, place), theirs, *_ANY_NO) for place in here)


def _up_to(reading: Reading, at: int) -> Span:
    """The clause of a word, and all of its sentence before, on which it may depend.

    And the word that begins the next: *all but two*.
    """
    return sentence_of(reading.words, at)[0], clause_of(reading.words, at)[1] + 1


def _stressed(reading: Reading, grounds: tuple[Ground, ...]) -> Iterator[Miss]:
    """*Did confirm*: what is left of *did not confirm*, where no passage affirms the verb."""
    words = reading.words
    for at in range(1, len(words) - 1):
        before, helper, verb = words[at - 1 : at + 2]
        if (
            helper.low in ("do", "does", "did")
            and not (helper.breaks or verb.breaks or verb.is_capitalised)
            and verb.is_content
            and before.low not in ("nor", "neither", "as", "than", "so", "only")
            and not _is_affirmed(verb.stem, grounds)
        ):
            shown = reading.shown(at, at + 2)
            yield Miss(
                codes.DENIAL_DIFFERS,
                helper.start,
                verb.end,
                f"“{shown}” stresses what no passage affirms: is a “not” missing?",
                grounds[0],
            )
            return


def _denied(reading: Reading, span: Span, ground: Ground) -> Miss:
    first, last = span
    return Miss(
        codes.DENIAL_DIFFERS,
        reading.words[first].start,
        reading.words[last - 1].end,
        f"“{reading.shown(first, last)}” denies here what the passage affirms.",
        ground,
    )


# What the passages have


def _is_silence(reading: Reading, denial: Denial, grounds: tuple[Ground, ...]) -> bool:
    """Whether it is told that something is not told: *does not say who*, *is not named*."""
    words = reading.words
    stem = words[denial.head].stem
    if stem not in TELLING or reading.manner.mood[denial.head] & Mood.COMING:
        return False
    after = words[denial.head + 1] if denial.head + 1 < len(words) else None
    if after is not None and after.low in _ASKING and after.low != "that":
        return True
    if (
        after is not None
        and not after.breaks
        and (after.low in _WHAT_IS_TOLD or after.low[0].isdigit())
    ):
        return False
    about = content(words, clause_of(words, denial.head))
    return not any(
        len(about & content(ground.reading.words, clause_of(ground.reading.words, at))) > 2
        for ground in grounds
        for at in ground.reading.stems.get(stem, ())
    )


def _without_denial(reading: Reading, head: int, grounds: tuple[Ground, ...]) -> Ground | None:
    """A passage about the clause of a word, if none of them has a word of denial about it."""
    stem = reading.words[head].stem
    about = content(reading.words, clause_of(reading.words, head))
    found = None
    for ground, sentence in _about_the_same(reading, head, about, grounds):
        theirs = ground.reading
        places = [at for at in theirs.stems.get(stem, ()) if sentence[0] <= at < sentence[1]]
        if any(_is_only_planned(reading, head, theirs, at) for at in places):
            return None
        if not places and _is_opposed(theirs, sentence, about, reading):
            return None
        if places and _is_denied_elsewhere(theirs, sentence, about - {stem}, reading):
            return None
        if any(_may_be_denied(theirs, at, reading) for at in places):
            return None
        found = found or ground
    return found


def _is_partial(reading: Reading, denial: Denial, grounds: tuple[Ground, ...]) -> bool:
    """Whether a *not* leaves open an affirmation: *did not run until*, *no village that did not*.

    Or is of a part only: *three of the five did not*.
    """
    words = reading.words
    first, last = clause_of(words, denial.head)
    if last < len(words) and words[last].low == "until":
        return not any("until" in ground.reading.lows for ground in grounds)
    if any(
        words[first].start <= number.start < words[denial.at].start
        and reading.text[number.end :].startswith((" of ", " out of "))
        and all(number.value != other.value for g in grounds for other in g.reading.numbers)
        for number in reading.numbers
    ):
        return True  # *two of the five did*: three of the five did not
    relative = words[first].low in ("that", "which", "who") and first > 0
    before = words[slice(*clause_of(words, first - 1))] if relative else ()
    return any(word.low in ("no", "nobody", "nothing", "none") for word in before)


def _is_only_planned(reading: Reading, head: int, theirs: Reading, at: int) -> bool:
    """Whether a passage only announces what the sentence says has not been done."""
    before = reading.words[max(0, head - 3) : head]
    past = any(word.low in ("has", "have", "had", "did", "never") for word in before)
    return past and bool(theirs.manner.mood[at] & (Mood.COMING | Mood.DUTY))


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


def _may_be_denied(theirs: Reading, at: int, ours: Reading) -> bool:
    """Whether a word of denial stands in the clause of a word, or just before that clause."""
    first, last = clause_of(theirs.words, at)
    governing = max(first, at - 5), min(last, at + 3)  # *refused to open*, *called off*
    return (
        _is_denied(theirs, at)
        or _left_over(theirs, governing, ours, Sense.OPPOSITE)
        or _left_over(theirs, (max(0, first - 2), at), ours, Sense.NEGATIVE)  # *denied that …*
        or _left_over(theirs, (at, _before_without(theirs, at, last)), ours, Sense.NEGATIVE)
        or any(
            word.stem in _CONTRADICTING and word.stem not in ours.stems
            for word in theirs.words[max(0, first - 2) : first]
        )
    )


def _before_without(reading: Reading, at: int, last: int) -> int:
    """Where what a *without* or *instead* denies begins, which is not the verb before it."""
    places = (here for here in range(at, last) if reading.words[here].low in _AFTER)
    return next(places, last)


def _is_denied_elsewhere(
    theirs: Reading, sentence: Span, about: frozenset[str], ours: Reading
) -> bool:
    """Whether another clause denies the same thing, or denies without a verb: *but not in May*."""
    for clause in clauses(theirs.words, sentence):
        own = content(theirs.words, clause)
        elliptic = len(own) < 2 or any(map(is_not, theirs.words[clause[0] : clause[0] + 2]))
        same = len(own & about) > 1
        if (elliptic or same) and _left_over(theirs, clause, ours, Sense.NEGATIVE):
            return True
    return False


def _is_opposed(theirs: Reading, sentence: Span, about: frozenset[str], ours: Reading) -> bool:
    """Whether a sentence has a word of denial, or an opposite in a clause about the same."""
    return _left_over(theirs, sentence, ours, Sense.NEGATIVE) or any(
        _left_over(theirs, clause, ours, Sense.OPPOSITE, Sense.BOUND)
        for clause in clauses(theirs.words, sentence)
        if about & content(theirs.words, clause)
    )


def _sentences_about(
    about: frozenset[str], stem: str, grounds: tuple[Ground, ...]
) -> Iterator[tuple[Ground, Span]]:
    """The sentences of the passages that share most with a clause, and those that have a stem."""
    all_ = [(g, span, content(g.reading.words, span)) for g in grounds for span in _spans(g)]
    most = max((len(about & own) for _, _, own in all_), default=0)
    for ground, span, own in all_:
        if most and (len(about & own) == most or stem in own):
            yield ground, span


def _spans(ground: Ground) -> tuple[Span, ...]:
    return sentences(ground.reading.words)


def _is_affirmed(stem: str, grounds: tuple[Ground, ...]) -> bool:
    """Whether a word stands in any passage without a *not* in its clause."""
    return any(
        not _is_denied(ground.reading, at)
        for ground in grounds
        for at in ground.reading.stems.get(stem, ())
    )


def _is_denied(reading: Reading, at: int) -> bool:
    """Whether a *not* or *no* stands in the clause of a word."""
    first, last = clause_of(reading.words, at)
    return any(
        first <= other < last and is_not(reading.words[other])
        for other in reading.manner.where[Sense.NEGATIVE]
    )


def _left_over(theirs: Reading, span: Span, ours: Reading, *senses: Sense) -> bool:
    """Whether a span has words of these senses, other than those that the other text has too."""
    first, last = span
    return any(
        first <= at < last and not _is_shared(theirs, at, ours)
        for sense in senses
        for at in theirs.manner.where[sense]
    )


def _is_shared(theirs: Reading, at: int, ours: Reading) -> bool:
    word = theirs.words[at]
    if is_not(word):
        denied = _next_stem(theirs, at)
        return any(is_not(w) and _next_stem(ours, o) == denied for o, w in enumerate(ours.words))
    return word.stem in ours.stems or (word.low == "but" and word.opens)


def _next_stem(reading: Reading, at: int) -> str:
    return next((word.stem for word in reading.words[at + 1 :] if _is_plain(word)), "")


def _denied_word(reading: Reading, at: int) -> int | None:
    """The place of the word that a *not* or *no* denies; None where it is a number's, or the verb
    stands further off: *nothing in this agreement prevents*, *nor did the Authority publish*.
    """
    far = reading.words[at].low in _FAR
    for head in range(at + 1, min(at + 6, len(reading.words))):
        word = reading.words[head]
        if far and word.low in _DETERMINERS:
            return None
        numeral = any(n.start <= word.start < n.end for n in reading.numbers)
        if word.breaks or word.low in CLAUSE_WORDS or word.low == "than" or numeral:
            return None
        if _is_plain(word):
            return head
    return None


def _is_plain(word: Word) -> bool:
    """Whether a word is a verb, a noun or an adjective, as far as its form tells."""
    return word.is_content and not word.low.endswith("ly")

"""A *not* that may follow from what a passage affirms: there, it needs no *not*."""

from __future__ import annotations

import re
from itertools import pairwise

from quoteproof.scrutiny.facts.ground import Ground
from quoteproof.scrutiny.facts.scope import is_denied, left_over
from quoteproof.scrutiny.facts.silence import is_silence
from quoteproof.scrutiny.prose.clauses import clause_of, content, sentence_of, sentences
from quoteproof.scrutiny.prose.numbers import Number
from quoteproof.scrutiny.prose.polarity import (
    HELPERS,
    Denial,
    Sense,
    denies,
    is_negative_form,
    is_not,
    senses,
)
from quoteproof.scrutiny.prose.reading import Reading
from quoteproof.scrutiny.prose.words import Word, forms, stems

_EVER = frozenset("since before ever never".split())
_EXCEPTIONS = frozenset("without unless except".split())
_OTHERS = frozenset("others rest remainder remaining".split())
_MORE = frozenset("more another further additional besides".split())
_ANY = frozenset("any anyone anybody anything anywhere".split())


def is_implied(reading: Reading, denial: Denial, grounds: tuple[Ground, ...]) -> bool:
    """Whether a *not* may follow: it is of a part, of others, of a case, or of a denial."""
    return (
        _is_partial(reading, denial, grounds)
        or _is_double(reading, denial, grounds)
        or _has_an_exception(reading, denial, grounds)
        or _is_contrary(reading, denial, grounds)
        or _goes_on(reading, denial, grounds)
        or _has_failed(reading, denial, grounds)
    )


def _has_an_exception(reading: Reading, denial: Denial, grounds: tuple[Ground, ...]) -> bool:
    """Whether a *not* leaves out what the passages affirm: *do not return other than freely*.

    That is so where the exception is the sentence's own, and no passage has one.
    """
    words = reading.words
    last = clause_of(words, denial.head)[1]
    lows = [word.low for word in words[denial.at : last + 1]]
    found = {low for low in lows[:-1] if low in _EXCEPTIONS}
    if ("other", "than") in pairwise(lows):
        found.add("other")
    if last < len(words) and words[last].low == "but" and words[last - 1].low in _ANY:
        found.add("but")  # *not anywhere but at the gate*
    theirs = frozenset[str]().union(*(ground.reading.lows for ground in grounds))
    if "if" in reading.lows and "unless" in theirs and "if" not in theirs:
        return True  # *does not lapse if extended*: it lapses unless extended
    return not found <= theirs


def _goes_on(reading: Reading, denial: Denial, grounds: tuple[Ground, ...]) -> bool:
    """Whether what did *not stop until* an hour went on until then."""
    last = clause_of(reading.words, denial.head)[1]
    until = [word.low for word in reading.words[last : last + 1]] in (["until"], ["before"])
    return (
        until
        and reading.words[denial.head].stem in _STOPPING
        and any(one.low in _ON for ground in grounds for one in ground.reading.words)
    )


def _has_failed(reading: Reading, denial: Denial, grounds: tuple[Ground, ...]) -> bool:
    """Whether who did *not succeed* has a ruling against them: *upheld it*, *was rejected*."""
    return reading.words[denial.head].stem in _SUCCEEDING and any(
        not _FAILING.isdisjoint(ground.reading.stems) for ground in grounds
    )


_SUCCEEDING = stems("succeed prevail win")
_FAILING = stems("uphold reject dismiss refuse fail lose confirm")
_STOPPING = stems("stop cease end finish")
_ON = frozenset("on continued still kept".split())


def _is_contrary(reading: Reading, denial: Denial, grounds: tuple[Ground, ...]) -> bool:
    """Whether one *not* is of a case, and another of what holds in it: neither holds, or both.

    *Who has not signed does not get it* is how an editor may put *who has signed gets it*.
    """
    words = reading.words
    theirs = [ground.reading.words for ground in grounds]
    if any(denies(some, at) for some in theirs for at in range(len(some))):
        return False
    first, last = sentence_of(words, denial.at)
    nots = [
        other
        for other in reading.manner.denials
        if first <= other.at < last and not is_silence(reading, other, grounds)
    ]
    heads = {words[other.head].stem for other in nots}
    found = [heads & content(some, span) for some in theirs for span in sentences(some)]
    begins = {clause_of(words, other.at)[0] for other in nots}
    return (
        denial in nots
        and len(nots) > 1
        and frozenset().union(*found) in found
        and any(_sets_a_case(words, at) for at in begins)
    )


def _sets_a_case(words: tuple[Word, ...], at: int) -> bool:
    """Whether a clause that denies is one of a case: *if it does not*, *a ship that has not*."""
    relative = words[at].low in ("who", "which", "that") and not words[at].breaks
    return words[at].low == "if" or (relative and words[at + 1].low in HELPERS)


def _is_partial(reading: Reading, denial: Denial, grounds: tuple[Ground, ...]) -> bool:
    """Whether a *not* leaves open an affirmation: *did not run until*, *no village that did not*.

    Or is of a part only: *three of the five did not*; or of others: *does not bind those who*.
    """
    words = reading.words
    first, last = clause_of(words, denial.head)
    lows = {word.low for word in words[first : last + 1]}
    joint = (at for at in range(denial.head, last) if words[at].low in ("and", "or"))
    after = {word.low for word in words[denial.at : next(joint, last)]}
    if "only" in after and not _is_only(reading, denial, grounds):
        return True
    of_many = words[denial.at + 1 : denial.at + 4]
    if (
        [w.low for w in of_many[:2]] == ["among", "the"]
        and of_many[2].text.isdigit()
        and any(not _MORE.isdisjoint(g.reading.lows) for g in grounds)
    ):
        return True  # *for three more*: they are not among the 31
    if "since" in lows and _was_last(words[denial.head].stem, grounds):
        return True  # *had last been raised in 1988*
    if not lows.isdisjoint(_EVER) and _is_first(reading, grounds):
        return True  # *for the first time since May*: it had not since May
    negative = reading.manner.where[Sense.NEGATIVE]
    if (_is_case(words, first) and not _is_the_case(reading, denial.head, grounds)) or any(
        words[at].low == "without" and at in negative for at in range(first, denial.at)
    ):
        return True  # *without a flag it may not pass*: it must have one
    if _is_of_others(words, first, grounds):
        return True
    if last < len(words):
        if words[last].low in ("until", "before"):
            at_a_time = words[last + 1 : last + 2] and words[last + 1].text[0].isdigit()
            if at_a_time and words[denial.at - 1].low == "did":
                return not _is_bounded_so(words[last].low, words[denial.head].stem, grounds)
            return not any(words[last].low in ground.reading.lows for ground in grounds)
        if words[last - 1].low == "those":
            return True
    relative = words[first].low in ("that", "which", "who") and first > 0
    subject = first
    if relative and content(words, (first, denial.at)) and not words[first].breaks:
        subject = clause_of(words, first - 1)[0]  # *two of those that they sent did not*
    subject_lows = [word.low for word in words[subject : denial.at]]
    one_of = ("one", "of", "the") in zip(
        subject_lows, subject_lows[1:], subject_lows[2:], strict=False
    )
    if one_of and not any("one" in ground.reading.lows for ground in grounds):
        return True
    if any(
        words[subject].start <= number.start < words[denial.at].start
        and _is_the_rest(reading, number, denial.head, grounds)
        for number in reading.numbers
    ):
        return True  # *two of the five did*: three of the five did not
    before = words[slice(*clause_of(words, first - 1))] if relative else ()
    return any(word.low in _NOBODY for word in before) and not _is_so_of_nobody(
        words[denial.head].stem, grounds
    )


_NOBODY = frozenset("no nobody nothing none".split())


def _is_so_of_nobody(stem: str, grounds: tuple[Ground, ...]) -> bool:
    """Whether a passage has a verb without a *not* of nobody: *no sign that it had stored them*."""
    for ground in grounds:
        words = ground.reading.words
        for at in ground.reading.stems.get(stem, ()):
            first, last = clause_of(words, at)
            before = words[slice(*clause_of(words, first - 1))] if first else ()
            if words[first].low in ("that", "which", "who") and not any(
                is_not(word) for word in words[first:last]
            ):
                return any(word.low in _NOBODY for word in before)
    return False


def _is_bounded_so(until: str, stem: str, grounds: tuple[Ground, ...]) -> bool:
    """Whether a passage has *until* where it tells of a verb, if any tells of it."""
    told = [
        ground.reading.words[slice(*sentence_of(ground.reading.words, at))]
        for ground in grounds
        for at in ground.reading.stems.get(stem, ())
    ]
    return any(word.low == until for some in told for word in some)


def _is_of_others(words: tuple[Word, ...], first: int, grounds: tuple[Ground, ...]) -> bool:
    """Whether a *not* tells whom a passage means by *the others*: *those that did not sign*."""
    begins = sentence_of(words, first)[0]
    relative = any(_is_relative(words, at) for at in range(begins, first))
    return (
        (_is_relative(words, first) or (relative and words[first].low in HELPERS))
        and _OTHERS.isdisjoint(word.low for word in words)
        and any(not _OTHERS.isdisjoint(ground.reading.lows) for ground in grounds)
    )


def _is_relative(words: tuple[Word, ...], at: int) -> bool:
    """Whether a *who* or *which* is, or a *that* which stands for who does something."""
    after = words[at + 1 : at + 2]
    return words[at].low in ("who", "whom", "which") or (
        words[at].low == "that" and any(word.low in HELPERS or word.breaks for word in after)
    )


def _is_the_rest(reading: Reading, number: Number, head: int, grounds: tuple[Ground, ...]) -> bool:
    """Whether a number, of which no passage speaks, is so many *of* them, or what others leave.

    Those others are what a passage says the same verb of.
    """
    theirs = {other.value for ground in grounds for other in ground.reading.numbers}
    if number.value in theirs:
        return False
    if reading.text[number.end :].startswith((" of ", " out of ")):
        return True
    stem = reading.words[head].stem
    return any(
        words[first].start <= other.start < words[last - 1].end
        and number.value + other.value in theirs
        for ground in grounds
        for words in (ground.reading.words,)
        for at in ground.reading.stems.get(stem, ())
        for first, last in (clause_of(words, at),)
        for other in ground.reading.numbers
    )


def _is_case(words: tuple[Word, ...], first: int) -> bool:
    """Whether a clause only tells of a case: *if they do not agree*, *a ship that has no crew*."""
    begins = words[first]
    subject = {word.low for word in words[first + 1 : first + 2]}
    return begins.low in ("if", "unless", "should") or (
        begins.low in ("who", "which", "that")
        and not begins.breaks
        and not subject.isdisjoint(("is", "are", "do", "does", "cannot"))
    )


def _is_the_case(reading: Reading, head: int, grounds: tuple[Ground, ...]) -> bool:
    """Whether a passage tells of the very case without a *not*: *if it pays*, *if it does not*.

    But what is lost if it does not is no other than what is kept if it does.
    """
    words = reading.words
    if words[clause_of(words, head)[0]].low != "if":
        return any(
            not is_denied(ground.reading, at)
            and not left_over(
                ground.reading,
                clause_of(ground.reading.words, at),
                reading,
                Sense.NEGATIVE,
                Sense.OPPOSITE,
            )
            for ground in grounds
            for at in ground.reading.stems.get(words[head].stem, ())
        )
    ours = sentence_of(words, head)
    for ground in grounds:
        theirs = ground.reading
        for at in theirs.stems.get(words[head].stem, ()):
            if theirs.words[clause_of(theirs.words, at)[0]].low == "if":
                span = sentence_of(theirs.words, at)
                return not (
                    is_denied(theirs, at)
                    or left_over(theirs, span, reading, Sense.NEGATIVE, Sense.OPPOSITE)
                    or left_over(reading, ours, theirs, Sense.OPPOSITE)
                )
    return False


def _was_last(stem: str, grounds: tuple[Ground, ...]) -> bool:
    """Whether a passage tells when something was last done."""
    return any(
        word.low == "last"
        for ground in grounds
        for at in ground.reading.stems.get(stem, ())
        for word in ground.reading.words[max(0, at - 3) : at + 2]
    )


def _is_first(reading: Reading, grounds: tuple[Ground, ...]) -> bool:
    return "first" not in reading.lows and any(_FIRST.search(g.reading.text) for g in grounds)


_FIRST = re.compile(r"\bfirst\b[^.;]{0,40}\b(?:since|before|ever)\b")


def _is_only(reading: Reading, denial: Denial, grounds: tuple[Ground, ...]) -> bool:
    """Whether a passage has a verb with *only*, and none has a *not*: then it is not *not only*.

    Nor is *may not stop it only if* what anyone would write of what may be stopped, or may not.
    """
    may = reading.words[denial.at - 1].low in ("may", "can", "shall", "must")
    return may or (
        not any(is_not(word) for ground in grounds for word in ground.reading.words)
        and any(
            "only" in {word.low for word in ground.reading.words[slice(*span)]}
            for ground in grounds
            for at in ground.reading.stems.get(reading.words[denial.head].stem, ())
            for span in (clause_of(ground.reading.words, at),)
        )
    )


def _is_double(reading: Reading, denial: Denial, grounds: tuple[Ground, ...]) -> bool:
    """Whether what is denied is a denial in the sentence's own words: *has not stopped*.

    *Not undecided* is asked about all the same where a passage has *not decided*.
    """
    head = reading.words[denial.head]
    if any(head.stem in ground.reading.stems for ground in grounds):
        return False
    if head.low.startswith("un") and is_negative_form(head):
        plain = forms(head.low.removeprefix("un"))[1]
        there = [(g.reading, at) for g in grounds for at in g.reading.stems.get(plain, ())]
        return not there or not all(is_denied(*one) for one in there)
    theirs = [(ground.reading, (0, len(ground.reading.words))) for ground in grounds]
    return not {Sense.NEGATIVE, Sense.OPPOSITE}.isdisjoint(senses(head.low, head.stem)) and not any(
        left_over(some, span, reading, Sense.NEGATIVE, Sense.OPPOSITE) for some, span in theirs
    )

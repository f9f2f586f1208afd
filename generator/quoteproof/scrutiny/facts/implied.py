"""A *not* that may follow from what a passage affirms: there, it needs no *not*."""

from __future__ import annotations

from quoteproof.scrutiny.facts.ground import Ground
from quoteproof.scrutiny.facts.scope import is_denied
from quoteproof.scrutiny.prose.clauses import clause_of
from quoteproof.scrutiny.prose.polarity import (
    Denial,
    Sense,
    is_negative_form,
    is_not,
    senses,
)
from quoteproof.scrutiny.prose.reading import Reading
from quoteproof.scrutiny.prose.words import Word, forms

_EVER = frozenset("since before ever never".split())


def is_implied(reading: Reading, denial: Denial, grounds: tuple[Ground, ...]) -> bool:
    """Whether a *not* may follow: it is of a part, of others, of a case, or of a denial."""
    return _is_partial(reading, denial, grounds) or _is_double(reading, denial, grounds)


def _is_partial(reading: Reading, denial: Denial, grounds: tuple[Ground, ...]) -> bool:
    """Whether a *not* leaves open an affirmation: *did not run until*, *no village that did not*.

    Or is of a part only: *three of the five did not*; or of others: *does not bind those who*.
    """
    words = reading.words
    first, last = clause_of(words, denial.head)
    lows = {word.low for word in words[first : last + 1]}
    joint = (at for at in range(denial.head, last) if words[at].low in ("and", "or"))
    after = {word.low for word in words[denial.at : next(joint, last)]}
    if "only" in after and not _is_only(words[denial.head].stem, grounds):
        return True
    if not lows.isdisjoint(_EVER) and _is_first(reading, grounds):
        return True  # *for the first time since May*: it had not since May
    negative = reading.manner.where[Sense.NEGATIVE]
    if _is_case(words, first) or any(
        words[at].low == "without" and at in negative for at in range(first, denial.at)
    ):
        return True  # *without a flag it may not pass*: it must have one
    if last < len(words):
        if words[last].low in ("until", "before"):
            return not any(words[last].low in ground.reading.lows for ground in grounds)
        if words[last - 1].low == "those":
            return True
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


def _is_case(words: tuple[Word, ...], first: int) -> bool:
    """Whether a clause only tells of a case: *if they do not agree*, *a ship that has no crew*."""
    begins = words[first]
    subject = {word.low for word in words[first + 1 : first + 2]}
    return begins.low in ("if", "unless", "should") or (
        begins.low in ("who", "which", "that")
        and not begins.breaks
        and not subject.isdisjoint(("is", "are", "do", "does", "cannot"))
    )


def _is_first(reading: Reading, grounds: tuple[Ground, ...]) -> bool:
    return "first" not in reading.lows and any("first" in g.reading.lows for g in grounds)


def _is_only(stem: str, grounds: tuple[Ground, ...]) -> bool:
    """Whether a passage has a verb with *only*, and none has a *not*: then it is not *not only*."""
    return not any(is_not(word) for ground in grounds for word in ground.reading.words) and any(
        "only" in {word.low for word in ground.reading.words[slice(*span)]}
        for ground in grounds
        for at in ground.reading.stems.get(stem, ())
        for span in (clause_of(ground.reading.words, at),)
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
    return not {Sense.NEGATIVE, Sense.OPPOSITE}.isdisjoint(senses(head.low, head.stem))

"""Where a passage tells the same as a clause of the sentence, and of another day."""

from __future__ import annotations

from datetime import date

from quoteproof.scrutiny.facts.dates.saying import SAYING
from quoteproof.scrutiny.facts.ground import Ground
from quoteproof.scrutiny.prose.clauses import Span, content
from quoteproof.scrutiny.prose.dates import Kind, When
from quoteproof.scrutiny.prose.reading import Reading
from quoteproof.scrutiny.prose.words import CLAUSE_WORDS, PAST_FORMS, Word

_PART = 0.7
"""How much of what a clause of the sentence says a clause of a passage has to say as well."""
_BOUNDS = {
    "until": ("until", "till", "by", "before", "to"),
    "since": ("since", "from", "after", "between", "and"),
    "of": ("of",),
}
_SECOND_TIME = frozenset("now still again later then meanwhile today next following".split())
"""Words of a passage that speaks of another time as well, which it need not name."""
_SOON = 3
"""How many words after a word of saying the day may stand on which it was said."""


def another_day(reading: Reading, when: When, grounds: tuple[Ground, ...]) -> Ground | None:
    """The passage that has the clause of a day with another day, if no passage may have it so.

    A passage that names no day may speak of the day of its source.
    """
    at = _first(reading, when)
    ours = next(_said(reading, span) for span in _clauses(reading) if span[0] <= at < span[1])
    if len(ours) < 2:
        return None
    others = [other for other in reading.whens if other is not when]
    found: Ground | None = None
    for ground in grounds:
        theirs = ground.reading
        for clause in _clauses(theirs):
            shared = ours & _said(theirs, clause)
            if len(shared) < 2:
                continue
            times = _days(ground, clause)
            around = times or _days(ground, _sentence(theirs, clause))
            if any(_may_be(when, day) for day in [day for _, day in around] or ground.issued):
                return None
            if (
                len(shared) >= _PART * len(ours)
                and not any(_may_be(other, day) for other in others for _, day in times)
                and any(
                    _side(theirs, time) == _side(reading, when) and _governs(theirs, clause, time)
                    for time, _ in times
                )
                and _SECOND_TIME.isdisjoint(theirs.lows)
                and ours & SAYING <= _told_on_a_day(theirs, clause)
            ):
                found = found or ground
    return found


def _first(reading: Reading, when: When) -> int:
    """The place of the first word of a time."""
    return next(at for at, word in enumerate(reading.words) if word.end > when.start)


def _clauses(reading: Reading) -> list[Span]:
    """The clauses of a text; *on 3 May* between two commas belongs to both sides."""
    starts = [at for at, word in enumerate(reading.words) if _begins(reading, word, at)]
    spans = list(zip([0, *starts], [*starts, len(reading.words)], strict=True))
    bare = [not _said(reading, span) and bool(_times(reading, span)) for span in spans]
    joined: list[Span] = []
    for at, (first, last) in enumerate(spans):
        if joined and (bare[at] or bare[at - 1]) and not reading.words[first].opens:
            joined[-1] = joined[-1][0], last
        else:
            joined.append((first, last))
    return joined


def _begins(reading: Reading, word: Word, at: int) -> bool:
    """Whether a word begins a clause: none does in *18:00*, nor the *since* of *since 3 May*."""
    if not at or reading.text[word.start - 1] in ",.:":
        return False
    bound = any(0 < when.start - word.end <= 2 for when in reading.whens)
    return word.breaks or (word.low in CLAUSE_WORDS and not bound)


def _sentence(reading: Reading, span: Span) -> Span:
    """The sentence around a clause."""
    begin = [
        at
        for at, word in enumerate(reading.words)
        if word.opens and not (at and reading.text[word.start - 1] in ",.:")
    ]
    first = max((at for at in begin if at <= span[0]), default=0)
    return first, min((at for at in begin if at >= span[1]), default=len(reading.words))


def _governs(reading: Reading, span: Span, when: When) -> bool:
    """Whether a day is that of its whole clause: it begins it, or no other verb comes after it.

    In *the strike that began on 3 May and ended* or *the board set up on 3 May found* it is not.
    """
    at = _first(reading, when)
    after = [word.low for word in reading.words[at : span[1]] if word.start >= when.end]
    if after and after[-1] in ("and", "but", "or"):
        after.pop()  # what it joins on is another clause
    return at - span[0] < _SOON or not any(
        low in PAST_FORMS or low in ("and", "is", "are", "was", "were") or low.endswith("ed")
        for low in after
    )


def _side(reading: Reading, when: When) -> str:
    """*Until*, *since* and the like, or "": what stands before a day, if it makes it a bound."""
    before = reading.words[_first(reading, when) - 1].low if _first(reading, when) else ""
    return next((side for side, words in _BOUNDS.items() if before in words), "")


def _said(reading: Reading, span: Span) -> frozenset[str]:
    """What a clause says, but for its times."""
    times = {
        word.stem
        for word in reading.words[span[0] : span[1]]
        if any(when.start < word.end and word.start < when.end for when in reading.whens)
    }
    return content(reading.words, span) - times


def _times(reading: Reading, span: Span) -> list[When]:
    """The days that a part of a text names, in whatever way."""
    if span[0] == span[1]:
        return []
    start, end = reading.words[span[0]].start, reading.words[span[1] - 1].end
    kinds = (Kind.DAY, Kind.WEEKDAY, Kind.RELATIVE)
    return [when for when in reading.whens if start <= when.start < end and when.kind in kinds]


def _days(ground: Ground, span: Span) -> list[tuple[When, date]]:
    """The days that a part of a passage names, each as any day that it can mean."""
    return [
        (when, first)
        for when in _times(ground.reading, span)
        for first, last in when.days(ground.issued)
        if first == last
    ]


def _may_be(when: When, day: date) -> bool:
    return (when.day, when.month) == (day.day, day.month) and when.year in (None, day.year)


def _told_on_a_day(reading: Reading, span: Span) -> frozenset[str]:
    """The words of saying of a clause that have a day directly behind them."""
    starts = [_first(reading, when) for when in reading.whens]
    return frozenset(
        reading.words[at].stem
        for at in range(*span)
        if reading.words[at].stem in SAYING and any(0 < place - at <= _SOON for place in starts)
    )

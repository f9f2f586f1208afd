"""Where a passage tells the same as a clause of the sentence, and of another day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from quoteproof.scrutiny.facts.dates.saying import SAYING
from quoteproof.scrutiny.facts.ground import Ground
from quoteproof.scrutiny.prose.clauses import Span, content, sentence_of
from quoteproof.scrutiny.prose.dates import Kind, When
from quoteproof.scrutiny.prose.polarity import is_not
from quoteproof.scrutiny.prose.reading import Reading
from quoteproof.scrutiny.prose.words import CLAUSE_WORDS, PAST_FORMS, Word

_PART, _PART_WITHOUT_HEAD, _LESS = 0.5, 0.7, 0.4
"""How much of what a clause of the sentence says a clause of a passage has to say as well.

More of it where the day begins the clause, and so stands behind no word that both have; less where
somebody says it on a day.
"""
_BOUNDS = {
    "until": ("until", "till", "by", "before", "to"),
    "since": ("since", "from", "after", "between", "and"),
    "of": ("of", "dated"),
}
_PART_OF_DAY = frozenset("morning afternoon evening night noon midday midnight".split())
"""Which say nothing of their own in a clause, but are a part of its time."""
_HOUR = re.compile(
    r"\b(?:(?:the|at|on|late|early|half|past)\s)*(?:(?:\d{1,2}(?:[:.]\d\d)?(?:\s?[ap]\.?m\b\.?)?"
    r"|morning|afternoon|evening|night|noon|midday|midnight|\w+day)(?:\s(?:hours|local|time))*"
    r",?\s(?:(?:on|of|in|the)\s)*)+$"
)
"""What may stand between a bound and its day: *by 6 p.m. on*, *since the evening of*."""
_SECOND_TIME = frozenset("now again later then meanwhile".split())
"""Words of a passage that speaks of another time as well, which it need not name."""
_DAYS = (Kind.DAY, Kind.WEEKDAY, Kind.RELATIVE)
_LONGER = (Kind.MONTH, Kind.YEAR)
_AUXILIARIES = frozenset("is are was were has had will would".split())
_PLACING = frozenset("of in at near on for with from".split())
_FEW = 4
"""With which, and how many, words that stand between two commas belong to both sides."""
_FAR = 40
"""How many letters before a day its bound may stand."""
_ANY = ""
"""For a source's id: that of no one."""


@dataclass(frozen=True)
class _Dated:
    """A clause of the sentence with a day, and what it says."""

    reading: Reading
    when: When
    span: Span
    said: frozenset[str]
    side: str
    head: str

    @cached_property
    def says(self) -> bool:
        """Whether it is a day on which somebody says something."""
        return _told_on_a_day(self.reading, self.span) and not self.said.isdisjoint(SAYING)

    @cached_property
    def says_no_more(self) -> bool:
        """Whether its clause only tells that somebody said something: *the firm wrote on 3 May*."""
        return _says_no_more(self.reading, self.span, self.said)

    @cached_property
    def points_on(self) -> bool:
        """Whether the sentence counts from the day itself: *told on 3 May to stop the next day*."""
        return any(when.unit == "day" for when in self.reading.whens)

    def is_named_in(self, ground: Ground, span: Span) -> bool:
        """Whether a clause of a passage names the day."""
        return any(_may_be(self.when, day) for _, day in _days(ground, span))

    def is_as_in(self, said: frozenset[str]) -> bool:
        """Whether a clause has the word behind which the day stands."""
        return self.head in {"", *said}

    def is_told_in(self, ground: Ground, span: Span, said: frozenset[str]) -> bool:
        """Whether a clause of a passage tells the same, and in the same way, of a day."""
        theirs = ground.reading
        if self.says and not _told_on_a_day(theirs, span):
            return False
        part = _LESS if self.says else _PART if self.head else _PART_WITHOUT_HEAD
        short = self.says_no_more and _says_no_more(theirs, span, said)  # *it wrote on Saturday*
        if (len(self.said & said) < part * len(self.said) and not short) or not self.is_as_in(said):
            return False
        times = _days(ground, span)
        others = [other for other in self.reading.whens if other is not self.when]
        return (
            not any(_may_be(other, day) for other in others for _, day in times)
            and any(self._stands_as(theirs, span, time) for time, _ in times)
            and _SECOND_TIME.isdisjoint(theirs.lows)
        )

    def _stands_as(self, theirs: Reading, span: Span, time: When) -> bool:
        """Whether a time stands in its clause as the day does: *until* it, or behind *met*."""
        head = _head(theirs, _first(theirs, time))
        side = _side(theirs, time)
        if self.side == "of" and head in SAYING and side == "":
            side = "of"  # *its statement of 3 May*, *said in a statement on Friday*
        if side != self.side or (side == "of" and head != self.head):
            return False
        return head == self.head or _governs(theirs, span, time)


def another_day(reading: Reading, when: When, grounds: tuple[Ground, ...]) -> Ground | None:
    """The passage that has the clause of a day with another day, if no passage may have it so.

    A passage that names no day may speak of the day of its source. Where the same source names the
    day for something that the clause has as well, or another source for whatever, the passage has
    to say all that the clause does: *forty left on 9 May, the others on 10 May*.
    """
    at = _first(reading, when)
    own, ours = next((span, said) for span, said in _told(reading) if span[0] <= at < span[1])
    if len(ours) < 2 or _is_denied_day(reading, at) or _is_day_after(reading, when, grounds):
        return None
    dated = _Dated(reading, when, own, ours, _side(reading, when), _head(reading, at))
    found: list[tuple[Ground, bool]] = []
    named_by: set[str] = set()
    for ground in grounds:
        for span, said in _told(ground.reading):
            if _begins_a_line(ground.reading, span) and is_dateline(ground, span):
                continue  # it tells when the document was written, and of nothing that happened
            shared = ours & said
            if dated.is_named_in(ground, span):
                if shared and dated.is_as_in(said):
                    return None
                named_by.add(_ANY if shared else ground.source)
            if len(shared) < 2 and not (
                shared and dated.says_no_more and _says_no_more(ground.reading, span, said)
            ):
                continue
            alike = dated.is_as_in(said) or (
                not dated.says and len(shared) >= _PART_WITHOUT_HEAD * len(ours)
            )
            counted = _points_on(ground.reading, span) and not dated.points_on
            if counted or (alike and _may_lie_in(when, span, ground)):
                return None
            if dated.is_told_in(ground, span, said):
                found.append((ground, bool(dated.head) and ours <= said))
    return next((ground for ground, wholly in found if wholly or named_by <= {ground.source}), None)


def _is_denied_day(reading: Reading, at: int) -> bool:
    """Whether another day is put right: *came not on 8 May but on the 9th*."""
    words = reading.words
    first, last = sentence_of(words, at)
    but = any(word.low == "but" for word in words[at:last])
    return but and any(is_not(word) for word in words[first:at])


def _is_day_after(reading: Reading, when: When, grounds: tuple[Ground, ...]) -> bool:
    """Whether it is *not before 1 June*, and a passage names 31 May, until which it is not."""
    before = next((word.low for word in reversed(reading.words) if word.end <= when.start), "")
    return before == "before" and any(
        (day - other).days == 1
        for ground in grounds
        for day, _ in ground.days(when)
        for _, other in _days(ground, (0, len(ground.reading.words)))
    )


def _points_on(reading: Reading, span: Span) -> bool:
    """Whether a clause counts its day from another: *the next day*."""
    return any(when.unit == "day" for when in _times(reading, span))


def _first(reading: Reading, when: When) -> int:
    """The place of the first word of a time."""
    return next(at for at, word in enumerate(reading.words) if word.end > when.start)


def _clauses(reading: Reading) -> list[Span]:
    """The clauses of a text.

    *On 3 May* and *of three barges* between two commas belong to both sides, and *dated 3 May* to
    what stands before it.
    """
    starts = [at for at, word in enumerate(reading.words) if _begins(reading, word, at)]
    spans = list(zip([0, *starts], [*starts, len(reading.words)], strict=True))
    inserted = [_is_inserted(reading, span) for span in spans]
    joined: list[Span] = []
    for at, span in enumerate(spans):
        both = at and not reading.words[span[0]].opens and (inserted[at] or inserted[at - 1])
        if joined and (both or _is_participle(reading, span)):
            joined[-1] = joined[-1][0], span[1]
        else:
            joined.append(span)
    return joined


def _told(reading: Reading) -> Iterator[tuple[Span, frozenset[str]]]:
    """The clauses of a text with what they say; *and opened* is said of the subject before it."""
    subject: frozenset[str] = frozenset()
    for span in _clauses(reading):
        if not _is_conjunct(reading, span[0]):
            verb = next((at for at in range(*span) if _is_past_form(reading.words[at])), span[0])
            subject = _said(reading, (span[0], verb))
            yield span, _said(reading, span)
        else:
            yield span, _said(reading, span) | subject


def _is_conjunct(reading: Reading, at: int) -> bool:
    """Whether a verb without a subject follows: *and opened an inquiry*."""
    after = reading.words[at + 1 : at + 2]
    joins = reading.words[at].low in ("and", "or", "but")
    return joins and bool(after) and _is_past_form(after[0])


def _is_inserted(reading: Reading, span: Span) -> bool:
    """Whether a part of a text is but a time, or a few words behind an *of* between two commas."""
    said = _said(reading, span)
    if not said:
        return bool(_times(reading, span))
    if _is_name_of(reading, span):
        return True
    word, after = reading.words[span[0]], reading.words[span[1] : span[1] + 1]
    return (
        word.low in _PLACING
        and not (word.opens and not _times(reading, span))
        and len(said) <= _FEW
        and bool(after)
        and after[0].breaks
        and not after[0].opens
    )


def _is_name_of(reading: Reading, span: Span) -> bool:
    """Whether a part of a text is the name of what stands before it: *the capital, Karren, on*."""
    before, name = reading.words[max(0, span[0] - 1) : span[0]], reading.words[slice(*span)]
    return (
        bool(before)
        and before[0].is_content
        and before[0].text.islower()
        and len(name) <= _FEW
        and all(word.is_capitalised for word in name)
    )


def _is_participle(reading: Reading, span: Span) -> bool:
    """Whether a part of a text is a participle with a time: *..., dated 3 May*."""
    word = reading.words[span[0]]
    return (
        not word.opens
        and (word.low in PAST_FORMS or word.low.endswith("ed"))
        and _said(reading, span) == {word.stem}
        and bool(_times(reading, span))
    )


def _begins(reading: Reading, word: Word, at: int) -> bool:
    """Whether a word begins a clause: none does in *18:00*, nor the *since* of *since 3 May*."""
    if not at or reading.text[word.start - 1] in ",.:":
        return False
    bound = any(0 < when.start - word.end <= 2 for when in reading.whens)
    return word.breaks or _is_conjunct(reading, at) or (word.low in CLAUSE_WORDS and not bound)


def _is_past_form(word: Word) -> bool:
    """Whether a word is a verb that begins a clause without a subject: *and opened an inquiry*."""
    return word.low in PAST_FORMS or word.low in _AUXILIARIES or word.low.endswith("ed")


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
    after = [word for word in reading.words[at : span[1]] if word.start >= when.end]
    if when.kind in (Kind.RELATIVE, Kind.WEEKDAY) and at and after and _is_past_form(after[0]):
        before = reading.words[at - 1 - (reading.words[at - 1].low == "on")]
        return before.is_capitalised  # *the Council yesterday voted*, *on Tuesday*
    return not _head(reading, at) or not any(_is_past_form(word) for word in after)


def _head(reading: Reading, at: int) -> str:
    """The word that a time stands behind in its clause, or "" where it begins the clause."""
    for word in reversed(reading.words[:at]):
        if word.low == "dated":
            continue
        if word.is_content and word.low not in _PART_OF_DAY and not _is_time(reading, word):
            return word.stem
        if word.breaks or word.low in CLAUSE_WORDS:
            break
    return ""


def _side(reading: Reading, when: When) -> str:
    """*Until*, *since* and the like, or "": what stands before a day, if it makes it a bound."""
    hour = _HOUR.search(reading.text, max(0, when.start - _FAR), when.start)
    start = hour.start() if hour else when.start
    before = next((word.low for word in reversed(reading.words) if word.end <= start), "")
    return next((side for side, words in _BOUNDS.items() if before in words), "")


def _said(reading: Reading, span: Span) -> frozenset[str]:
    """What a clause says, but for its times."""
    times = {
        word.stem
        for word in reading.words[span[0] : span[1]]
        if word.low in _PART_OF_DAY or _is_time(reading, word)
    }
    return content(reading.words, span) - times


def _is_time(reading: Reading, word: Word) -> bool:
    return any(when.start < word.end and word.start < when.end for when in reading.whens)


def _times(reading: Reading, span: Span, kinds: tuple[Kind, ...] = _DAYS) -> list[When]:
    """The days that a part of a text names, in whatever way; or its longer times."""
    if span[0] == span[1]:
        return []
    start, end = reading.words[span[0]].start, reading.words[span[1] - 1].end
    return [when for when in reading.whens if start <= when.start < end and when.kind in kinds]


def _days(ground: Ground, span: Span) -> list[tuple[When, date]]:
    """The days that a part of a passage names, each as any day that it can mean."""
    return [
        (when, first)
        for when in _times(ground.reading, span)
        for first, last in ground.days(when)
        if first == last
    ]


def _may_lie_in(when: When, span: Span, ground: Ground) -> bool:
    """Whether a day may be that of a clause: of its times, its sentence's, or its source's."""
    theirs = ground.reading
    times = next(
        (
            times
            for part in (span, _sentence(theirs, span))
            for kinds in (_DAYS, _LONGER)
            if (times := _times(theirs, part, kinds))
        ),
        [],
    )
    spans = [days for time in times for days in ground.days(time)]
    return any(
        first <= day <= last
        for first, last in spans or [ground.issued]
        for day, _ in when.days(ground.issued)
    ) or any(_is_weekday_of(time, when, ground) for time in times)


def _is_weekday_of(time: When, when: When, ground: Ground) -> bool:
    """Whether a weekday without a date is that of a day, in whatever week."""
    return time.kind is Kind.WEEKDAY and any(
        day.weekday() == time.weekday for day, _ in when.days(ground.issued)
    )


def _may_be(when: When, day: date) -> bool:
    return (when.day, when.month) == (day.day, day.month) and when.year in (None, day.year)


def _says_no_more(reading: Reading, span: Span, said: frozenset[str]) -> bool:
    """Whether a clause only tells who said something on a day, by name or as *it*, and not what."""
    names = {word.stem for word in reading.words[slice(*span)] if word.is_capitalised}
    return _told_on_a_day(reading, span) and len(said & SAYING) == 1 == len(said - names)


def is_dateline(ground: Ground, span: Span) -> bool:
    """Whether a part of a passage is no sentence, but names in capitals and its source's day."""
    reading = ground.reading
    return all(
        word.is_capitalised or word.text[0].isdigit() or not word.is_content
        for word in reading.words[slice(*span)]
    ) and any(
        day in ground.issued
        for when in _times(reading, span)
        for day, _ in when.days(ground.issued)
    )


def _begins_a_line(reading: Reading, span: Span) -> bool:
    """Whether a clause stands alone on its line, or before a dash: *Lorsk, 17 January 2025*."""
    return (
        reading.words[span[0]].opens
        and _LINE_ENDS.match(reading.text, reading.words[span[1] - 1].end) is not None
    )


_LINE_ENDS = re.compile(r"\s*\)?\s*(?:$|\n|[-–—])")


def _told_on_a_day(reading: Reading, span: Span) -> bool:
    """Whether a clause begins with a day, or has one behind a word of saying and no other verb."""
    verb = ""
    for at in range(*span):
        word = reading.words[at]
        if _is_time(reading, word):
            return not verb or verb in SAYING
        if word.stem in SAYING or _is_past_form(word):
            verb = word.stem
    return False

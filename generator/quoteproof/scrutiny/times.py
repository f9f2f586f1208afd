"""Asks whether the times of records follow from what their citations say, and can be so.

Dates in sources are read in English ones only; a record that cites others is asked nothing of them.
The order of the times that the summaries give is asked in any language.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Set
from dataclasses import dataclass
from datetime import date
from functools import cache

from quoteproof.diagnostics import codes
from quoteproof.diagnostics.finding import Code, Finding, Location, Related
from quoteproof.model import vocabulary as v
from quoteproof.model.summaries import (
    Agreement,
    Answerable,
    ComplianceState,
    Discrepancy,
    Event,
    ImplementationState,
    Record,
    Term,
    Time,
)
from quoteproof.model.verified import (
    VerifiedBriefing,
    VerifiedCitation,
    citing_of,
    records,
)
from quoteproof.scrutiny.passages import passage, words_of_passage
from quoteproof.scrutiny.prose.dates import WEEKDAYS, Kind, When, whens
from quoteproof.scrutiny.question import Question
from quoteproof.text.dates import PartialDate

Span = tuple[date, date]

_ABSOLUTE = (Kind.DAY, Kind.MONTH, Kind.YEAR)
_DATES = (*_ABSOLUTE, Kind.WEEKDAY, Kind.RELATIVE)
_FIELDS = ("time", "signed", "declared", "effective", "ended", "starts", "deadline")
"""Those of a record that may hold a time."""
_BEGINS = re.compile(
    r"\b(?:(?:shall|will|to)\s(?:begin|start|commence|apply|cease|open|reopen|(?:take|have)\seffect"
    r"|(?:enter|come)\sinto\s(?:force|effect))|cease-?fire|truce|armistice|cessation\sof\shostilities)"
    r"(?:\s(?:in|at|on|along)\s(?!\d)[\w ]{1,30}?)?(?:\s(?:starting|beginning|effective))?"
    r"\s(?:from|on|as\sof|as\sfrom|at|with\seffect\sfrom|starting|beginning|effective)\s"
    r"(?:\d{1,2}[:.]\d\d\s*(?:[ap]\.?m\.?)?\s*(?:on\s+)?)?$",
    re.IGNORECASE,
)
"""What stands before the day on which something agreed itself begins.

Other days *from* which something counts may lie before it: wages, arrears, a strike that is to end.
"""


@dataclass(frozen=True, slots=True)
class _Read:
    """A time in a cited passage, and the days that it can mean there."""

    citation: VerifiedCitation
    text: str
    when: When
    spans: tuple[Span, ...]

    @property
    def words(self) -> str:
        return self.text[self.when.start : self.when.end]


_MONTHS = "January February March April May June July August September October November December"
_LONGEST = {name: monthrange(2020, number)[1] for number, name in enumerate(_MONTHS.split(), 1)}
_DAY = re.compile(
    rf"\b(?:(\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?({'|'.join(_LONGEST)})"
    rf"|({'|'.join(_LONGEST)})\s+([0-3]?\d)(?:st|nd|rd|th)?)\b(?![:.,]?\d)"
)


def ask_about_times(briefing: VerifiedBriefing) -> Iterator[Question]:
    """Times that no citation carries, that cannot be, or that come in the wrong order."""
    slips = _slips(briefing)
    anywhere = cache(lambda: _days_stated(briefing))
    told: set[Location] = set()
    for record in records(briefing.summaries):
        read = _read(briefing, record)
        for field, time in _times(record):
            if read is not None:
                yield from _carried(briefing, record, (field, time), read, anywhere)
        if read is not None:
            yield from _impossible(briefing, record, read, slips, told)
        match record:
            case Agreement():
                yield from _agreement_in_order(briefing, record)
            case Term():
                yield from _term_in_order(briefing, record)
            case Event():
                yield from _event_possible(briefing, record)
            case _:
                pass
        yield from _said(briefing, record)


def _times(record: Record) -> Iterator[tuple[str, Time]]:
    """The times that a record gives, each with the name of its field."""
    for field in _FIELDS:
        time = getattr(record, field, None)
        if isinstance(time, Time):
            yield field, time


def _read(briefing: VerifiedBriefing, record: Record) -> tuple[_Read, ...] | None:
    """Every time in the passages that a record cites; None where it cites none that can be read."""
    found: list[_Read] = []
    citations = {c.id: c for citing in citing_of(record) for c in briefing.of(citing).citations}
    if not citations:
        return None
    for citation in citations.values():
        if not briefing.source(citation.source).source.language.startswith("en"):
            return None
        found += _read_in(briefing, citation)
    return tuple(found)


def _read_in(briefing: VerifiedBriefing, citation: VerifiedCitation) -> Iterator[_Read]:
    """Every time in an English passage."""
    text = words_of_passage(briefing, citation)
    issued = _days(briefing.source(citation.source).source.issued)
    return (_Read(citation, text, when, when.days(issued)) for when in whens(text))


def _days_stated(briefing: VerifiedBriefing) -> frozenset[Span]:
    """Every date that a passage states which is cited anywhere, by whatever record."""
    return frozenset(
        span
        for citation in briefing.citations
        if briefing.source(citation.source).source.language.startswith("en")
        for item in _of(tuple(_read_in(briefing, citation)), _ABSOLUTE)
        for span in item.spans
    )


def _days(time: Time) -> Span:
    return time.earliest.first().date(), time.last.last().date()


# -- from what the citations say


def _carried(
    briefing: VerifiedBriefing,
    record: Record,
    given: tuple[str, Time],
    read: tuple[_Read, ...],
    anywhere: Callable[[], frozenset[Span]],
) -> Iterator[Question]:
    """Whether a time follows from the passages cited beside it, by the basis that it gives.

    What is called stated may be so in a passage that is cited `anywhere`: a reader can find it.
    """
    field, time = given
    match time.basis:
        case v.TimeBasis.STATED:
            stated = {span for item in _of(read, _ABSOLUTE) for span in item.spans}
            ends = {time.earliest, time.last}
            if all(_is_stated(end, stated) or _is_stated(end, anywhere()) for end in ends):
                return
            message = f"The time {_shown(time)} is called stated, and no cited passage states it."
            hint = "Cite the passage that gives the date, or change the `basis`, with a `note`."
            code = codes.TIME_NOT_STATED
        case v.TimeBasis.RESOLVED:
            leading = _leading(time, tuple(_of(read, _DATES)))
            if any(_meet(span, _days(time)) for item in leading for span in item.spans):
                return
            if _beyond_us(briefing, record, time, read):
                return
            message = (
                f"The time {_shown(time)} is called resolved from the date of a document, and no "
                f"cited passage has words that lead to it."
            )
            hint = "Cite the passage with such words as “Sunday” or “last month”, or mend the date."
            code = codes.TIME_NOT_RESOLVED
        case v.TimeBasis.INFERRED:
            if time.note is not None:
                return
            message = f"The time {_shown(time)} is inferred, and nothing says from what."
            hint = "Say in a `note` how it was worked out."
            code = codes.TIME_WITHOUT_NOTE
    yield _question(
        code, record, record.at_value(field), message, hint, _read_there(briefing, read)
    )


def _leading(time: Time, read: tuple[_Read, ...]) -> tuple[_Read, ...]:
    """The dates that a time is worked out from: those in its `words`, where it has any."""
    words = (time.words or "").casefold()
    meant = tuple(item for item in read if item.words.casefold() in words)
    return meant or read


def _beyond_us(
    briefing: VerifiedBriefing, record: Record, time: Time, read: tuple[_Read, ...]
) -> bool:
    """Whether a passage has the `words` of a time, and they hold none that we can read."""
    words = " ".join((time.words or "").casefold().split())
    if not words or any(item.words.casefold() in words for item in read):
        return False
    cited = (c for citing in citing_of(record) for c in briefing.of(citing).citations)
    return any(
        words in " ".join(words_of_passage(briefing, citation).casefold().split())
        for citation in cited
    )


def _is_stated(end: PartialDate, stated: Set[Span]) -> bool:
    """Whether a date is given as exactly as this."""
    first, last = end.first().date(), end.last().date()
    return any(first <= span[0] and span[1] <= last for span in stated)


def _of(read: tuple[_Read, ...], kinds: tuple[Kind, ...]) -> Iterator[_Read]:
    return (item for item in read if item.when.kind in kinds)


def _meet(one: Span, other: Span) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _read_there(briefing: VerifiedBriefing, read: tuple[_Read, ...]) -> tuple[Related, ...]:
    """The passages that have times, each with those times as they were read."""
    by_passage: dict[str, list[_Read]] = {}
    for item in read:
        if item.when.kind is not Kind.CLOCK:
            by_passage.setdefault(item.citation.id, []).append(item)
    return tuple(
        passage(
            briefing,
            items[0].citation,
            ", ".join(dict.fromkeys(f"“{item.words}” is {_spans(item)}" for item in items)),
        )
        for items in list(by_passage.values())[:3]
    )


def _spans(item: _Read) -> str:
    spans = [f"{a}" if a == b else f"{a} to {b}" for a, b in item.spans]
    return " or ".join(spans) or "no day of the calendar"


def _shown(time: Time) -> str:
    if time.latest is None or time.latest == time.earliest:
        return str(time.earliest)
    return f"{time.earliest} to {time.latest}"


# -- what cannot be


def _slips(briefing: VerifiedBriefing) -> Mapping[str, list[VerifiedCitation]]:
    """The passages that discrepancies take up as slips of their source, by source."""
    slips: dict[str, list[VerifiedCitation]] = defaultdict(list)
    for discrepancy in briefing.summaries.discrepancies:
        if discrepancy.kind is v.DiscrepancyKind.SOURCE_ERROR:
            for position in discrepancy.positions:
                for citation in briefing.of(position).citations:
                    slips[citation.source].append(citation)
    return slips


def _impossible(
    briefing: VerifiedBriefing,
    record: Record,
    read: tuple[_Read, ...],
    slips: Mapping[str, list[VerifiedCitation]],
    told: set[Location],
) -> Iterator[Question]:
    """Dates in passages that cannot be right, unless a discrepancy says that they are slips."""
    if isinstance(record, Discrepancy) and record.kind is v.DiscrepancyKind.TIME:
        return  # which is about that
    faults: dict[str, str] = {}
    for item in read:
        if item.citation.id not in faults and (fault := _fault(briefing, record, item)):
            faults[item.citation.id] = f"“{item.words}”, {fault}"
    for citing in citing_of(record):
        for written, citation in zip(citing.cite, briefing.of(citing).citations, strict=True):
            fault = faults.get(citation.id) or _no_day(briefing, citation)
            document = briefing.source(citation.source).document
            place = document.location(citation.anchor.start)
            if not fault or place in told or _is_told_of(citation, slips):
                continue
            told.add(place)
            message = f"The passage has {fault}."
            hint = "Write a discrepancy of the kind `source-error` that cites the passage."
            related = (passage(briefing, citation),)
            finding = Finding(codes.IMPOSSIBLE_DATE, written.at, message, hint, related)
            about = (citing, record) if isinstance(record, Answerable) else (citing,)
            yield Question(finding, about)


def _no_day(briefing: VerifiedBriefing, citation: VerifiedCitation) -> str:
    """A date in a passage that no calendar has, such as 31 June."""
    for match in _DAY.finditer(words_of_passage(briefing, citation)):
        month = match[2] or match[3]
        if not 1 <= int(match[1] or match[4]) <= _LONGEST[month]:
            return f"“{match[0]}”, which is no day of the calendar"
    return ""


def _fault(briefing: VerifiedBriefing, record: Record, item: _Read) -> str:
    """Why a date in a passage cannot be; empty where it can."""
    when = item.when
    if when.kind is not Kind.DAY:
        return ""
    genre = briefing.source(item.citation.source).source.genre
    if not item.spans or (when.year is None and genre is v.Genre.PRIMARY_TEXT):
        return ""  # *from 1 October to 14 April*, of an agreement, may be those of every year
    for beside in whens(item.text):
        between = item.text[min(beside.end, when.end) : max(beside.start, when.start)]
        another = beside.weekday is not None and all(
            first.weekday() != beside.weekday for first, _ in item.spans
        )
        if beside.kind is Kind.WEEKDAY and another and not between.strip(" ,."):
            day = WEEKDAYS[item.spans[0][0].weekday()]
            return f"which is a {day} and no {WEEKDAYS[beside.weekday or 0]}"
    agreed = _agreed_on(briefing, record)
    begins = agreed is not None and _BEGINS.search(item.text, 0, when.start) is not None
    if agreed and begins and all(last < agreed.first().date() for _, last in item.spans):
        return f"a beginning before {agreed}, on which it was agreed"
    return ""


def _agreed_on(briefing: VerifiedBriefing, record: Record) -> PartialDate | None:
    """When what a record tells of was agreed: the earliest that can be."""
    match record:
        case Agreement():
            known = [time.earliest for time in (record.signed, record.declared) if time]
            return min(known, key=lambda date: date.first(), default=None)
        case Term() if record.agreement:
            agreement = briefing.record(record.agreement)
            return _agreed_on(briefing, agreement)
        case Event(type=v.EventType.AGREEMENT):
            return record.time.earliest
        case _:
            return None


def _is_told_of(citation: VerifiedCitation, slips: Mapping[str, list[VerifiedCitation]]) -> bool:
    """Whether a discrepancy cites any of the same words."""
    return any(
        citation.anchor.start < slip.anchor.end and slip.anchor.start < citation.anchor.end
        for slip in slips.get(citation.source, ())
    )


# -- order


def _agreement_in_order(briefing: VerifiedBriefing, agreement: Agreement) -> Iterator[Question]:
    """Announced or signed, then in force, then ended; and after what it amends."""
    for first, then in (
        ("declared", "effective"),
        ("signed", "effective"),
        ("declared", "ended"),
        ("signed", "ended"),
        ("effective", "ended"),
    ):
        yield from _after(agreement, first, then)
    if agreement.amends:
        amended = briefing.record(agreement.amends)
        before = _agreed_on(briefing, amended)
        now = _agreed_on(briefing, agreement)
        if before and now and now.last() < before.first():
            at = agreement.at_value("amends")
            message = f"This was agreed on {now}, before what it amends, of {before}."
            yield _question(codes.OUT_OF_ORDER, agreement, at, message, _ORDER_HINT)


def _term_in_order(briefing: VerifiedBriefing, term: Term) -> Iterator[Question]:
    """A term begins, and is due, after it was agreed; and is due after it begins."""
    yield from _after(term, "starts", "deadline")
    agreed = _agreed_on(briefing, term)
    for field, time in _times(term):
        if agreed and time.last.last() < agreed.first():
            message = f"`{field}` ({_shown(time)}) is before its agreement, of {agreed}."
            yield _question(codes.OUT_OF_ORDER, term, term.at_value(field), message, _ORDER_HINT)
    for state in (term.implementation, term.compliance):
        yield from _state_by_now(briefing, term, state)


_ORDER_HINT = "Mend one of the dates; or say under `allow` how it came about."


def _after(record: Agreement | Term, first: str, then: str) -> Iterator[Question]:
    """Whether the second of two times is before the first, as far as either is known."""
    times = dict(_times(record))
    if first not in times or then not in times:
        return
    before, after = times[first], times[then]
    if after.last.last() >= before.earliest.first():
        return
    message = f"`{then}` ({_shown(after)}) is before `{first}` ({_shown(before)}) in `{record.id}`."
    related = (Related(record.at_value(first), f"{first}: {_shown(before)}"),)
    yield _question(
        codes.OUT_OF_ORDER, record, record.at_value(then), message, _ORDER_HINT, related
    )


def _state_by_now(
    briefing: VerifiedBriefing, term: Term, state: ImplementationState | ComplianceState | None
) -> Iterator[Question]:
    about = briefing.summaries.briefing
    if state and state.as_of and state.as_of.first() > about.as_of.last():
        message = f"The state is of {state.as_of}, after the date of the briefing ({about.as_of})."
        hint = "Mend it, or the `as_of` of the briefing."
        yield _question(codes.NOT_YET, term, state.at_value("as_of"), message, hint)


def _event_possible(briefing: VerifiedBriefing, event: Event) -> Iterator[Question]:
    """What has occurred was before its sources and the date of the briefing; a plan was not."""
    about = briefing.summaries.briefing
    begins, ends = event.time.earliest.first(), event.time.last.last()
    carrying = {c.source for citing in citing_of(event) for c in briefing.of(citing).carrying}
    issued = [briefing.source(id).source.issued for id in sorted(carrying)]
    match event.mode:
        case v.Mode.OCCURRED | v.Mode.REPORTED:
            if begins > about.as_of.last():
                by = f"the date of the briefing ({about.as_of})"
            elif issued and all(begins > time.last.last() for time in issued):
                by = f"the last of its sources ({max(str(time.last) for time in issued)})"
            else:
                return
            message = (
                f"`{event.id}` is {event.mode.label}, and its time ({_shown(event.time)}) is after "
                f"{by}."
            )
            hint = "Mend the date, or set the mode to `announced` or `planned`."
        case v.Mode.ANNOUNCED:
            return  # what was announced for a day that has passed may still be all that is known
        case v.Mode.PLANNED:
            if not issued or not all(ends < time.earliest.first() for time in issued):
                return
            first = min(str(time.earliest) for time in issued)
            message = (
                f"`{event.id}` is {event.mode.label}, and its time ({_shown(event.time)}) had "
                f"passed before the first of its sources ({first})."
            )
            hint = "Mend the date, or say with another mode whether it took place."
    yield _question(codes.NOT_YET, event, event.at_value("time"), message, hint)


def _said(briefing: VerifiedBriefing, record: Record) -> Iterator[Question]:
    """Words are said before they are printed, and on the day that the passage gives."""
    for citing in citing_of(record):
        for written, citation in zip(citing.cite, briefing.of(citing).citations, strict=True):
            if citation.said is None:
                continue
            source = briefing.source(citation.source).source
            if citation.said.first() > source.issued.last.last():
                printed = source.issued.last
                message = f"`said` is {citation.said}, after the source was issued ({printed})."
            elif contrary := _other_day(briefing, citation, source.language, _days(source.issued)):
                message = (
                    f"`said` is {citation.said}, and the passage says “{contrary.words}”, which is "
                    f"{_spans(contrary)}."
                )
            else:
                continue
            hint = "Mend `said`, or the date of the source."
            related = (passage(briefing, citation),)
            finding = Finding(codes.SAID_WHEN, written.at_value("said"), message, hint, related)
            yield Question(finding, (citing,))


_SAID = (
    r"\b(?:said|says|stated|announced|told|added|confirmed|issued|wrote|declared|warned|tasked)"
    r"(?:\s+(?:on|late|early|last|earlier))*\s+"
)
_SAID_ON = re.compile(f"{_SAID}$", re.IGNORECASE)
_SAID_ON_A_DAY = re.compile(rf"{_SAID}(?:[A-Z]|\d)")
"""Where a day may follow: most passages have none, and need no reading for it."""


def _other_day(
    briefing: VerifiedBriefing, citation: VerifiedCitation, language: str, issued: Span
) -> _Read | None:
    """A day directly after a word of saying that is not the day of `said`."""
    if citation.said is None or not language.startswith("en"):
        return None
    text = words_of_passage(briefing, citation)
    if not _SAID_ON_A_DAY.search(text):
        return None
    said = citation.said.first().date(), citation.said.last().date()
    for when in whens(text):
        spans = when.days(issued)
        told = when.kind in (Kind.DAY, Kind.WEEKDAY) and _SAID_ON.search(text, 0, when.start)
        if told and spans and not any(_meet(span, said) for span in spans):
            return _Read(citation, text, when, spans)
    return None


def _question(
    code: Code,
    record: Record,
    at: Location,
    message: str,
    hint: str,
    related: tuple[Related, ...] = (),
) -> Question:
    about = (record,) if isinstance(record, Answerable) else ()
    return Question(Finding(code, at, message, hint, related), about)

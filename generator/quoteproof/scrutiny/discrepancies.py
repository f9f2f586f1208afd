"""Asks whether the accounts differ where no discrepancy says so, and how each discrepancy stands.

What a statement counts is read in English statements only; numbers of quantities and the origins
and age of discrepancies in any. Two numbers are of one thing where their clauses have the same
words and days but for the number, or where two quantities of an event are defined alike. Bounds,
numbers worked out and measures contradict nobody.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction

from quoteproof.diagnostics import codes
from quoteproof.diagnostics.finding import Finding, Location, Related
from quoteproof.model import vocabulary as v
from quoteproof.model.independence import origins_of
from quoteproof.model.summaries import Discrepancy, Event, Quantity, Statement, Term
from quoteproof.model.verified import Cited, VerifiedBriefing, VerifiedCitation
from quoteproof.scrutiny.passages import passage, shortened
from quoteproof.scrutiny.prose.clauses import clause_of
from quoteproof.scrutiny.prose.dates import Kind, whens
from quoteproof.scrutiny.prose.numbers import Hedge, Number, numbers
from quoteproof.scrutiny.prose.units import UNITS
from quoteproof.scrutiny.prose.words import Word, forms, sentence_around, words
from quoteproof.scrutiny.question import Question

_ON_FACTS = (
    v.DiscrepancyKind.EXISTENCE,
    v.DiscrepancyKind.QUANTITY,
    v.DiscrepancyKind.DEFINITION,
    v.DiscrepancyKind.TIME,
    v.DiscrepancyKind.PLACE,
    v.DiscrepancyKind.COMPLIANCE,
    v.DiscrepancyKind.VALIDITY,
)
"""Kinds in which accounts compete. In others one account is read, worded or printed in two ways."""

_ON_NUMBERS = (
    v.DiscrepancyKind.QUANTITY,
    v.DiscrepancyKind.DEFINITION,
    v.DiscrepancyKind.CONTENT,
    v.DiscrepancyKind.SOURCE_ERROR,
    v.DiscrepancyKind.OMISSION,
)
"""Kinds that can say that two numbers differ; who did it, or why, is another question."""

_SAME_COUNTED = (
    "troop force soldier serviceman personnel fighter",
    "people person resident inhabitant",
    "civilian",
    "boat vessel ship",
    "dead death fatality victim",
)
_ONE_WORD = {forms(word)[1]: group.split()[0] for group in _SAME_COUNTED for word in group.split()}
_PLURALS = frozenset(
    [
        "people",
        "men",
        "women",
        "children",
        "troops",
        "personnel",
        "police",
    ]
)
_OF_OUR_OWN = frozenset(
    [
        "report",
        "publisher",
        "source",
        "account",
        "document",
        "article",
        "sid",
        "party",
        "paper",
        "outlet",
        "newspap",
        "agenc",
    ]
)
"""What a briefing counts of its own sources; that two statements count others is no difference."""
_SAYING = frozenset(
    forms(word)[1]
    for word in [
        "say",
        "report",
        "state",
        "announce",
        "tell",
        "accord",
        "add",
        "confirm",
        "stress",
        "write",
        "speak",
        "call",
    ]
)
_DATED = (Kind.DAY, Kind.MONTH, Kind.YEAR)
_EMPTY = frozenset("a an the of to that be is are was were been being has have had".split())
"""Without these two clauses say the same; *not*, *will* or *other* makes another of them."""
_LOOKED_BACK = 20
"""With how many earlier accounts of the same kind of thing each is compared."""
_LEAST, _LEAST_AFAR = 3, 4
"""How many words two clauses must have, all of them the same, within one record and across two."""
_REACH = 5
_ROUNDED = Fraction(1, 10)
"""By how much numbers may differ of which one is only *about* so many."""

_Counted = frozenset[str] | tuple[str, ...]
"""What is counted: the words of a statement's clause, or how a quantity is defined."""


@dataclass(frozen=True, slots=True)
class _Account:
    """A number that a statement or quantity gives."""

    cited: Cited
    number: Number
    shown: str
    at: Location


def ask_about_discrepancies(briefing: VerifiedBriefing) -> Iterator[Question]:
    """Numbers that differ in silence; discrepancies of one origin; those that nobody looked at."""
    yield from _silent(briefing)
    for discrepancy in briefing.summaries.discrepancies:
        yield from _one_origin(briefing, discrepancy)
        yield from _old(briefing, discrepancy)


def _silent(briefing: VerifiedBriefing) -> Iterator[Question]:
    """Two accounts that count the same and give different numbers, and no discrepancy of them."""
    told = _Told(briefing)
    before: dict[_Counted, list[_Account]] = defaultdict(list)
    for counted, account in _accounts(briefing):
        earlier = before[counted]
        for other in reversed(earlier[-_LOOKED_BACK:]):
            if (
                _differ(other, account)
                and _of_one_thing(briefing, counted, other.cited.record, account.cited.record)
                and not told.together(other.cited, account.cited)
            ):
                yield _silence(briefing, other, account)
                break
        earlier.append(account)


def _of_one_thing(briefing: VerifiedBriefing, counted: _Counted, one: str, other: str) -> bool:
    """Whether the same words in two records are of one thing.

    *The attack* is another in each event, and *the boats* in each term.
    """
    if one == other or isinstance(counted, tuple):
        return True
    kinds = {type(briefing.record(id)) for id in (one, other) if briefing.knows(id)}
    return len(counted) >= _LEAST_AFAR and kinds not in ({Event}, {Term})


def _accounts(briefing: VerifiedBriefing) -> Iterator[tuple[_Counted, _Account]]:
    """Every number that counts something, by what it counts."""
    english = briefing.summaries.briefing.language.startswith("en")
    sources = frozenset(
        word.stem for source in briefing.summaries.sources for word in words(source.publisher)
    )
    for cited in briefing.cited:
        match cited.origin:
            case Quantity() as quantity if cited.carrying:
                yield from _of_quantity(cited, quantity)
            case Statement(kind=v.StatementKind.FACT | v.StatementKind.ATTRIBUTED_CLAIM):
                if english and cited.carrying:
                    yield from _of_statement(cited, cited.origin, sources)
            case _:
                pass


def _of_quantity(cited: Cited, quantity: Quantity) -> Iterator[tuple[_Counted, _Account]]:
    at = quantity.at_value("value") if quantity.value else quantity.at
    if quantity.min is not None and quantity.min == quantity.max:
        number = Number(Fraction(quantity.min), 0, 0)
        shown = quantity.value or f"{quantity.min:g}"
    else:
        found = [n for n in numbers(quantity.value or "") if not n.ordinal and not n.vague]
        if len(found) != 1 or quantity.value is None:
            return
        number, shown = found[0], quantity.value
    unit = (quantity.unit or "").casefold()
    if unit:
        of = (quantity.definition or "", quantity.population or "")
        counted = (cited.record, unit, *map(str.casefold, of))
        yield counted, _Account(cited, number, f"{shown} {unit}", at)


def _of_statement(
    cited: Cited, statement: Statement, sources: frozenset[str]
) -> Iterator[tuple[_Counted, _Account]]:
    text = cited.text
    times = whens(text)
    found = numbers(text, tuple((when.start, when.end) for when in times))
    all_words = words(text) if found else ()
    for number in found:
        counted = _counted(all_words, number)
        if (
            counted is None
            or _plain(counted) in _OF_OUR_OWN
            or number.ordinal
            or number.vague
            or _is_derived(statement, number)
        ):
            continue
        first, last = clause_of(all_words, all_words.index(counted))
        begins, ends = all_words[first].start, all_words[last - 1].end
        if any(begins <= n.start < ends for n in found if n is not number):
            continue  # *12 of 40 boats*: which of them is another's number?
        start, end = sentence_around(text, number.start, number.end)
        spans = [(_begin(number), number.end), *((when.start, when.end) for when in times)]
        told = {
            plain
            for word in all_words[first:last]
            if word.low not in _EMPTY and not any(a <= word.start < b for a, b in spans)
            if (plain := _plain(word)) not in _SAYING and plain not in sources
        }
        days = {
            text[when.start : when.end].casefold()
            for when in times
            if start <= when.start < end and when.kind in _DATED
        }
        if len(told) >= _LEAST:
            shown = text[min(number.start, counted.start) : max(number.end, counted.end)]
            account = _Account(cited, number, shown, cited.origin.at_value("text"))
            yield frozenset(told | days), account


def _begin(number: Number) -> int:
    """Where a number begins, with what hedges it."""
    return number.start if number.hedge_start < 0 else number.hedge_start


def _is_derived(statement: Statement, number: Number) -> bool:
    """Whether a number is declared as worked out: then nobody gives it, and nobody differs."""
    text = statement.text
    return any(
        (start := text.find(derived.text)) >= 0
        and start < number.end
        and number.start < start + len(derived.text)
        for derived in statement.derived
    )


def _counted(all_words: tuple[Word, ...], number: Number) -> Word | None:
    """The word for what a number counts: the first plural after it, in the same phrase."""
    after = [word for word in all_words if word.start >= number.end][:_REACH]
    if number.unit:
        return None  # a measure is of many things: how far, how long, how much of what
    for word in after:
        if word.breaks or not (word.is_content or word.low == "of") or word.low in UNITS:
            return None
        if word.low in _PLURALS or (word.low.endswith("s") and not word.low.endswith("ss")):
            return word
    return None


def _plain(word: Word) -> str:
    return _ONE_WORD.get(word.stem, word.stem)


def _differ(first: _Account, second: _Account) -> bool:
    """Whether both numbers cannot be of the same thing; one source that gives both counts two."""
    return (
        first.cited.id != second.cited.id
        and not _compatible(first.number, second.number)
        and not _one_source(first.cited, second.cited)
    )


def _compatible(first: Number, second: Number) -> bool:
    """Whether two numbers may be of one thing: *about 40* and *42*, *over 30* and anything.

    A bound may be a threshold or a limit, of which the sentence need not say more.
    """
    hedges = {first.hedge, second.hedge}
    if not hedges.isdisjoint((Hedge.MORE, Hedge.AT_LEAST, Hedge.LESS, Hedge.AT_MOST)):
        return True
    apart = abs(first.value - second.value)
    rounded = not hedges.isdisjoint((Hedge.ABOUT, Hedge.NEARLY))
    return apart <= (max(first.value, second.value) * _ROUNDED if rounded else 0)


def _one_source(first: Cited, second: Cited) -> bool:
    """Whether one source gives both numbers, and so counts two things."""
    return not {c.source for c in first.carrying}.isdisjoint(c.source for c in second.carrying)


def _overlap(one: VerifiedCitation, other: VerifiedCitation) -> bool:
    return (
        one.source == other.source
        and one.anchor.start < other.anchor.end
        and other.anchor.start < one.anchor.end
    )


class _Told:
    """Which discrepancies speak of what: by what they affect, and by the passages they cite."""

    def __init__(self, briefing: VerifiedBriefing) -> None:
        self._briefing = briefing
        self._by_passage: dict[tuple[str, str], set[str]] = defaultdict(set)
        for discrepancy in briefing.summaries.discrepancies:
            for position in discrepancy.positions if discrepancy.kind in _ON_NUMBERS else ():
                for citation in briefing.of(position).citations:
                    self._by_passage[citation.source, citation.passage].add(discrepancy.id)

    def together(self, first: Cited, second: Cited) -> bool:
        """Whether one discrepancy speaks of both."""
        return bool(self._of(first) & self._of(second))

    def _of(self, cited: Cited) -> set[str]:
        found = {
            discrepancy.id
            for target in (cited.id, cited.record)
            for discrepancy in self._briefing.differ.get(target, ())
            if discrepancy.kind in _ON_NUMBERS
        }
        for citation in cited.carrying:
            found |= self._by_passage.get((citation.source, citation.passage), set())
        return found


def _silence(briefing: VerifiedBriefing, other: _Account, account: _Account) -> Question:
    message = (
        f"This has “{account.shown}” and `{other.cited.id}` has “{other.shown}”, and no "
        f"discrepancy says so: “{shortened(account.cited.text)}”"
    )
    hint = (
        "Write a discrepancy with both as positions, or name both in the `affects` of one; where "
        "they count different things, say what each counts."
    )
    related = (
        Related(other.at, f"the other account: “{shortened(other.cited.text)}”"),
        passage(briefing, account.cited.carrying[0]),
        passage(briefing, other.cited.carrying[0]),
    )
    finding = Finding(codes.UNTOLD_DIFFERENCE, account.at, message, hint, related)
    about = (account.cited.origin, other.cited.origin)
    return Question(finding, about)


def _one_origin(briefing: VerifiedBriefing, discrepancy: Discrepancy) -> Iterator[Question]:
    """A discrepancy on facts whose positions have all been taken by one, in different words."""
    if discrepancy.kind not in _ON_FACTS:
        return
    taken = [briefing.of(position) for position in discrepancy.positions]
    citations = tuple(citation for cited in taken for citation in cited.citations)
    if len(taken) < 2 or not all(cited.citations for cited in taken):
        return
    if _is_one_reading(taken) or _shows_its_holders(briefing, discrepancy):
        return
    origins: dict[str, VerifiedCitation] = {}
    for citation, origin in zip(citations, origins_of(briefing, citations), strict=True):
        origins.setdefault(origin or briefing.source(citation.source).source.publisher, citation)
    if len(origins) > 1:
        return
    (only,) = origins
    name = briefing.name(only) if briefing.knows(only) else only
    message = f"Every position on “{discrepancy.question}” comes from {name}."
    hint = (
        "Cite another origin; or, where one account is read or worded in two ways, choose the "
        "`kind` that says so (interpretation, content, source-error)."
    )
    related = tuple(passage(briefing, cited.citations[0]) for cited in taken)
    finding = Finding(codes.ONE_ORIGIN, discrepancy.at_value("positions"), message, hint, related)
    yield Question(finding, (discrepancy,))


def _is_one_reading(taken: list[Cited]) -> bool:
    """Whether the positions are readings of the same words, about which no two accounts differ."""
    return all(_same_or_overlapping(taken[0], cited) for cited in taken[1:])


def _shows_its_holders(briefing: VerifiedBriefing, discrepancy: Discrepancy) -> bool:
    """Whether the reader sees from the holders whose accounts these are, however they came here.

    One report may tell of two groups that disagree, each of them the holder of a position. And the
    dates that one document gives may not agree; a source that holds them all hides nothing.
    """
    holders = [position.holder for position in discrepancy.positions]
    named = {holder for holder in holders if holder}
    if None in holders or not named:
        return False
    if len(named) == 1:
        return discrepancy.kind is v.DiscrepancyKind.TIME and named <= briefing.source_ids
    spoke = {
        citation.speaker
        for position in discrepancy.positions
        for citation in briefing.of(position).citations
    }
    return named.isdisjoint(briefing.source_ids) and named.isdisjoint(spoke)


def _same_or_overlapping(first: Cited, second: Cited) -> bool:
    return any(_overlap(one, other) for one in first.citations for other in second.citations)


def _old(briefing: VerifiedBriefing, discrepancy: Discrepancy) -> Iterator[Question]:
    """An unsettled discrepancy at which nobody has looked for long."""
    if discrepancy.status not in (v.DiscrepancyStatus.OPEN, v.DiscrepancyStatus.NARROWED):
        return
    looked = [
        briefing.source(citation.source).source.issued.last
        for position in discrepancy.positions
        for citation in briefing.of(position).citations
    ]
    if discrepancy.reviewed:
        looked.append(discrepancy.reviewed)
    about = briefing.summaries.briefing
    if not looked:
        return
    newest = max(looked, key=lambda date: date.last())
    age = about.as_of.last() - newest.last()
    if age <= timedelta(days=about.review_after):
        return
    message = (
        f"“{discrepancy.question}” is {discrepancy.status.label}, and nothing newer than {newest} "
        f"is cited for it: {age.days} days before the date of the briefing ({about.as_of})."
    )
    hint = (
        "Look again for what would settle it: cite what is new, set the status to `unresolvable` "
        "if nothing can be had, or record the day on which you looked as `reviewed`."
    )
    at = discrepancy.at_value("status")
    yield Question(Finding(codes.LONG_UNSETTLED, at, message, hint), (discrepancy,))

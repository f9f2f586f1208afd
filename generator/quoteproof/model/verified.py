"""A briefing whose every quote has been found in its source: the only thing that is published.

`checks.verify` makes one, and makes none while any error stands. What the summaries say is kept as
written (`summaries`); this adds where each quote stands, and who cites what.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from quoteproof.diagnostics.finding import Location
from quoteproof.model import vocabulary as v
from quoteproof.model.documents import Document
from quoteproof.model.parties import parties
from quoteproof.model.selectors import Anchor, TextQuoteSelector
from quoteproof.model.shared_text import SharedText, shared_text
from quoteproof.model.summaries import (
    Actor,
    ActorRelation,
    Agreement,
    Discrepancy,
    Event,
    Overview,
    Position,
    Quantity,
    Record,
    Role,
    Source,
    Statement,
    Summaries,
    Term,
)
from quoteproof.text.dates import PartialDate

OVERVIEW = "overview"
"""The id of the overview, which has none of its own."""

Citing = Statement | Position | Role | ActorRelation | Quantity
"""What can carry citations."""


@dataclass(frozen=True, slots=True)
class VerifiedCitation:
    """A citation whose quote stands in its source at `anchor`.

    `id` is permanent: it comes from the source, the quote and what is said of it, not from any
    order. The same citation in two places has the same id.
    """

    id: str
    source: str
    selector: TextQuoteSelector
    anchor: Anchor
    relation: v.Relation
    speaker: str | None
    via: str | None
    said: PartialDate | None
    passage: str


@dataclass(frozen=True, slots=True)
class Cited:
    """Something that carries citations, with its permanent id and the record it belongs to.

    `record` is the id of the record, `overview` or a source's id; `text` is what a reader sees of
    it in a list: the statement, the position's answer, or a role or relation in words.
    """

    id: str
    record: str
    text: str
    origin: Citing
    citations: tuple[VerifiedCitation, ...]

    @property
    def carrying(self) -> tuple[VerifiedCitation, ...]:
        """The citations that it rests on; others qualify it, contradict it or help to read it."""
        return tuple(c for c in self.citations if c.relation is v.Relation.SUPPORTS)

    @property
    def rests_on(self) -> tuple[str, ...]:
        """The ids of the sources that it rests on, each once, in the order of its citations."""
        return tuple(dict.fromkeys(citation.source for citation in self.carrying))


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a source that some citation quotes; `id` is permanent."""

    id: str
    source: str
    anchor: Anchor
    quote: str
    cited_by: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class VerifiedSource:
    """A source with its document and the passages quoted from it, in the order of the text."""

    source: Source
    document: Document
    passages: tuple[Passage, ...]

    @property
    def id(self) -> str:
        """The source's id."""
        return self.source.id


@dataclass(frozen=True)
class VerifiedBriefing:
    """All of it: what the summaries say, and where every quote stands.

    `cited` has everything that carries citations (statements also without any), in the order of
    the summaries; `differ` has the discrepancies that affect a record or a statement, by its id.
    """

    summaries: Summaries
    sources: tuple[VerifiedSource, ...]
    cited: tuple[Cited, ...]
    differ: Mapping[str, tuple[Discrepancy, ...]]

    @cached_property
    def _by_place(self) -> Mapping[Location, Cited]:
        return {cited.origin.at: cited for cited in self.cited}

    @cached_property
    def _by_id(self) -> Mapping[str, Cited]:
        return {cited.id: cited for cited in self.cited}

    @cached_property
    def _resting(self) -> Mapping[str, tuple[Cited, ...]]:
        resting: dict[str, list[Cited]] = {source.id: [] for source in self.sources}
        for cited in self.cited:
            for source in cited.rests_on if isinstance(cited.origin, Statement) else ():
                resting[source].append(cited)
        return {source: tuple(found) for source, found in resting.items()}

    @cached_property
    def _spoken(self) -> Mapping[str, tuple[Cited, ...]]:
        spoken: dict[str, list[Cited]] = {}
        for cited in self.cited:
            for speaker in dict.fromkeys(c.speaker for c in cited.citations if c.speaker):
                spoken.setdefault(speaker, []).append(cited)
        return {speaker: tuple(found) for speaker, found in spoken.items()}

    @cached_property
    def shared_publishers(self) -> frozenset[str]:
        """The publishers of more than one source."""
        names = Counter(source.source.publisher for source in self.sources)
        return frozenset(name for name, documents in names.items() if documents > 1)

    @cached_property
    def _records(self) -> Mapping[str, Record]:
        return {record_id(record): record for record in records(self.summaries)}

    @cached_property
    def _sources(self) -> Mapping[str, VerifiedSource]:
        return {source.id: source for source in self.sources}

    def of(self, citing: Citing) -> Cited:
        """What was verified of a statement, position, role, relation or quantity."""
        return self._by_place[citing.at]

    def cited_as(self, id: str) -> Cited:
        """What carries citations under this id; KeyError where nothing does."""
        return self._by_id[id]

    def spoken_by(self, actor: str) -> tuple[Cited, ...]:
        """What cites words of an actor, in the order of the summaries."""
        return self._spoken.get(actor, ())

    def resting_on(self, source: str) -> tuple[Cited, ...]:
        """The statements that rest on a source, in the order of the summaries."""
        return self._resting[source]

    def record(self, id: str) -> Record:
        """The record with this id; KeyError where there is none."""
        return self._records[id]

    def source(self, id: str) -> VerifiedSource:
        """The source with this id; KeyError where there is none."""
        return self._sources[id]

    def has_source(self, id: str) -> bool:
        """Whether there is a source with this id."""
        return id in self._sources

    def knows(self, id: str) -> bool:
        """Whether there is a record or source with this id."""
        return id in self._records or id in self._sources

    def name(self, id: str) -> str:
        """What to call the record or source with this id."""
        if id in self._sources:
            return self._sources[id].source.publisher
        return title_of(self._records[id])

    @cached_property
    def source_ids(self) -> frozenset[str]:
        """The ids of all sources."""
        return frozenset(self._sources)

    @cached_property
    def parties(self) -> Mapping[str, str]:
        """The party that each actor is or belongs to, by the actor's id."""
        return parties(self.summaries)

    @cached_property
    def shared_text(self) -> SharedText:
        """What the documents share word for word."""
        return shared_text({source.id: source.document for source in self.sources})

    @cached_property
    def citations(self) -> tuple[VerifiedCitation, ...]:
        """Every citation once, by id."""
        every = {c.id: c for cited in self.cited for c in cited.citations}
        return tuple(every[id] for id in sorted(every))


def records(summaries: Summaries) -> tuple[Record, ...]:
    """Every record, in the order of the pages."""
    return (
        summaries.overview,
        *summaries.agreements,
        *summaries.terms,
        *summaries.actors,
        *summaries.events,
        *summaries.discrepancies,
    )


def record_id(record: Record | Source) -> str:
    """The id of a record or source; the overview's is `overview`."""
    return OVERVIEW if isinstance(record, Overview) else record.id


def title_of(record: Record) -> str:
    """What a heading says of a record."""
    return record.heading if isinstance(record, Discrepancy) else record.title


def statements_of(record: Record) -> tuple[Statement, ...]:
    """Every statement of a record, in reading order."""
    match record:
        case Term():
            return record.all_statements
        case Overview() | Agreement() | Actor() | Event() | Discrepancy():
            return record.statements


def citing_of(record: Record) -> tuple[Citing, ...]:
    """Everything in a record that carries citations, statements first."""
    match record:
        case Actor():
            return (*record.statements, *record.roles, *record.relations)
        case Event():
            return (*record.statements, *record.quantities)
        case Discrepancy():
            return (*record.positions, *record.statements)
        case Overview() | Agreement() | Term():
            return statements_of(record)

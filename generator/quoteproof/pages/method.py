"""The page on the method: what a citation promises, how quotes are compared, what words mean."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from quoteproof.model import vocabulary as v
from quoteproof.model.summaries import (
    Actor,
    Agreement,
    Answerable,
    Discrepancy,
    Event,
    Source,
    Statement,
    Term,
)
from quoteproof.model.verified import Cited, VerifiedBriefing
from quoteproof.pages import links
from quoteproof.pages.links import Link
from quoteproof.pages.notes import Footnote
from quoteproof.pages.page import Page
from quoteproof.pages.statements import Desk
from quoteproof.text.normalise import NORMALISATIONS
from quoteproof.words import Words


@dataclass(frozen=True, slots=True)
class NormalisationView:
    """A difference between quote and source that does not count, and how many citations need it."""

    name: str
    description: str
    citations: int


@dataclass(frozen=True, slots=True)
class Entry:
    """A word of a vocabulary and what it means."""

    word: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Share:
    """A number of things that have something in common."""

    name: str
    count: int


@dataclass(frozen=True, slots=True)
class SourceSummary:
    """What the briefing rests on (ICD 206's source summary statement), counted from the data.

    `resting` statements rest on quotes; `on_one` of them on those of one document.
    """

    documents: int
    publishers: tuple[str, ...]
    genres: tuple[Share, ...]
    issued: str
    agencies: tuple[str, ...]
    affiliated: tuple[Link, ...]
    passages: int
    citations: int
    exact: int
    statements: int
    resting: int
    on_one: int

    @property
    def percent_on_one(self) -> int:
        """The share of `resting` that rests on one document, in per cent."""
        return round(100 * self.on_one / self.resting) if self.resting else 0


@dataclass(frozen=True, slots=True)
class Listed:
    """A statement in a list: its words, where it stands, the record, and its origin if outside."""

    text: str
    href: str
    record: str
    background: str


@dataclass(frozen=True, slots=True)
class Answer:
    """Why a question of the checks is mistaken: its code, what it was about, and the reason."""

    code: str
    about: Link
    reason: str


@dataclass(frozen=True, slots=True)
class MethodView:
    """The view of the page. A vocabulary that the readers of this briefing do not meet is empty."""

    summary: SourceSummary
    sources: Link
    normalisations: tuple[NormalisationView, ...]
    kinds: tuple[Entry, ...]
    relations: tuple[Entry, ...]
    likelihood: tuple[Entry, ...]
    confidence: tuple[Entry, ...]
    modality: tuple[Entry, ...]
    specificity: bool
    implementation: tuple[Entry, ...]
    compliance: tuple[Entry, ...]
    modes: tuple[Entry, ...]
    time_bases: tuple[Entry, ...]
    discrepancy_kinds: tuple[Entry, ...]
    discrepancy_statuses: tuple[Entry, ...]
    materiality: tuple[Entry, ...]
    genres: tuple[Entry, ...]
    rights: tuple[Entry, ...]
    background: tuple[Listed, ...]
    assumptions: tuple[Listed, ...]
    gaps: tuple[Listed, ...]
    answers: tuple[Answer, ...]
    notes: tuple[Footnote, ...]


def page(briefing: VerifiedBriefing) -> Page:
    """The method."""
    desk = Desk(briefing, links.METHOD)
    summaries, words = briefing.summaries, desk.words
    statements = [(c, c.origin) for c in briefing.cited if isinstance(c.origin, Statement)]
    said = [statement for _, statement in statements]
    found, terms, events = summaries.discrepancies, summaries.terms, summaries.events
    judged = [d.assessment for d in found if d.assessment]
    relations = {citation.relation for citation in briefing.citations}
    view = MethodView(
        summary=_summary(desk, [cited for cited, _ in statements]),
        sources=Link(words.t("sources"), desk.links.relative(links.SOURCES)),
        normalisations=_normalisations(briefing, words),
        kinds=_entries(words, v.StatementKind, bool(said)),
        relations=_entries(words, v.Relation, bool(relations - {v.Relation.SUPPORTS})),
        likelihood=_entries(words, v.Likelihood, any(s.likelihood for s in said)),
        confidence=_entries(
            words,
            v.Confidence,
            any(s.confidence for s in said) or any(a.confidence for a in judged),
        ),
        modality=_entries(words, v.Modality, bool(terms)),
        specificity=any(term.specificity is not None for term in terms),
        implementation=_entries(
            words, v.Implementation, any(term.implementation for term in terms)
        ),
        compliance=_entries(words, v.Compliance, any(term.compliance for term in terms)),
        modes=_entries(words, v.Mode, bool(events)),
        time_bases=_entries(words, v.TimeBasis, bool(events)),
        discrepancy_kinds=_entries(words, v.DiscrepancyKind, bool(found)),
        discrepancy_statuses=_entries(words, v.DiscrepancyStatus, bool(found)),
        materiality=_entries(words, v.Materiality, bool(found)),
        genres=_entries(words, v.Genre, bool(briefing.sources)),
        rights=_entries(words, v.Rights, bool(briefing.sources)),
        background=_listed(desk, (c for c, s in statements if s.background)),
        assumptions=_listed(
            desk, (c for c, s in statements if s.kind is v.StatementKind.ASSUMPTION)
        ),
        gaps=_listed(desk, (c for c, s in statements if s.kind is v.StatementKind.GAP)),
        answers=tuple(_answers(desk)),
        notes=desk.all_notes(),
    )
    return Page(
        links.METHOD,
        "method.md.jinja",
        words.t("Method"),
        words.t(
            "What a citation promises and what it does not, how quotes are compared, what words "
            "mean"
        ),
        words.date(summaries.briefing.as_of),
        words.language,
        view,
    )


def _summary(desk: Desk, statements: list[Cited]) -> SourceSummary:
    briefing = desk.briefing
    sources = [verified.source for verified in briefing.sources]
    resting = [cited for cited in statements if cited.rests_on]
    genres = Counter(source.genre for source in sources)
    first = min((s.issued.earliest for s in sources), key=lambda d: d.first(), default=None)
    last = max((s.issued.last for s in sources), key=lambda d: d.last(), default=None)
    return SourceSummary(
        documents=len(sources),
        publishers=tuple(dict.fromkeys(source.publisher for source in sources)),
        genres=tuple(
            Share(desk.words.label(genre), genres[genre]) for genre in v.Genre if genres[genre]
        ),
        issued=desk.words.span(first, last) if first and last else "",
        agencies=tuple(dict.fromkeys(source.agency for source in sources if source.agency)),
        affiliated=desk.to_all(source.id for source in sources if source.party_affiliation),
        passages=sum(len(source.passages) for source in briefing.sources),
        citations=len(briefing.citations),
        exact=sum(not citation.anchor.normalisations for citation in briefing.citations),
        statements=len(statements),
        resting=len(resting),
        on_one=sum(len(cited.rests_on) == 1 for cited in resting),
    )


def _normalisations(briefing: VerifiedBriefing, words: Words) -> tuple[NormalisationView, ...]:
    needed = Counter(name for c in briefing.citations for name in c.anchor.normalisations)
    return tuple(NormalisationView(*words.normalisation(n), needed[n.name]) for n in NORMALISATIONS)


def _entries(in_words: Words, words: Iterable[v.Word], met: bool) -> tuple[Entry, ...]:
    return (
        tuple(Entry(in_words.label(word), in_words.meaning(word)) for word in words) if met else ()
    )


def _listed(desk: Desk, statements: Iterable[Cited]) -> tuple[Listed, ...]:
    return tuple(
        Listed(
            cited.text,
            desk.links.href_to_cited(cited),
            desk.links.name(cited.record),
            cited.origin.background or "" if isinstance(cited.origin, Statement) else "",
        )
        for cited in statements
    )


def _answers(desk: Desk) -> Iterator[Answer]:
    """Every `allow` of the summaries, in their order."""
    cited = {cited.origin.at: cited for cited in desk.briefing.cited}
    for thing in desk.briefing.summaries.everything():
        if not isinstance(thing, Answerable):
            continue
        for code, reason in thing.allow.items():
            if isinstance(thing, Source | Agreement | Term | Actor | Event | Discrepancy):
                yield Answer(code, desk.links.to(thing.id), reason)
            elif thing.at in cited:
                origin = cited[thing.at]
                text = links.shortened(origin.text)
                yield Answer(code, Link(text, desk.links.href_to_cited(origin)), reason)

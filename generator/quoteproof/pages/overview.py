"""The first page: the bottom line, what is agreed, what is disputed, and what to watch."""

from __future__ import annotations

from dataclasses import dataclass

from quoteproof.model import vocabulary as v
from quoteproof.model.summaries import Statement
from quoteproof.model.verified import VerifiedBriefing
from quoteproof.pages import links, settling
from quoteproof.pages.links import Link
from quoteproof.pages.notes import Footnote
from quoteproof.pages.page import Page
from quoteproof.pages.settling import DiscrepancyLine
from quoteproof.pages.statements import Desk, StatementView
from quoteproof.pages.terms import TermLine, term_line
from quoteproof.words import Words


@dataclass(frozen=True, slots=True)
class OpenByWeight:
    """How many discrepancies of one materiality there are, and how many are unsettled."""

    materiality: str
    label: str
    unsettled: int
    all: int


@dataclass(frozen=True, slots=True)
class KeyFigures:
    """What the briefing rests on, in numbers."""

    sources: int
    publishers: int
    citations: int
    passages: int
    statements: int
    discrepancies: tuple[OpenByWeight, ...]

    @property
    def unsettled(self) -> int:
        """How many discrepancies are unsettled."""
        return sum(weight.unsettled for weight in self.discrepancies)


@dataclass(frozen=True, slots=True)
class OverviewView:
    """The view of the overview."""

    heading: str
    title: str
    scope: str
    as_of: str
    bottom_line: tuple[StatementView, ...]
    figures: KeyFigures
    terms: tuple[TermLine, ...]
    agreed: tuple[StatementView, ...]
    disputed: tuple[DiscrepancyLine, ...]
    watch: tuple[StatementView, ...]
    pages: dict[str, Link]
    notes: tuple[Footnote, ...]


def page(briefing: VerifiedBriefing) -> Page:
    """The overview."""
    desk = Desk(briefing, links.OVERVIEW)
    about, overview = briefing.summaries.briefing, briefing.summaries.overview
    discrepancies = settling.in_order(briefing.summaries.discrepancies)
    view = OverviewView(
        heading=desk.words.title(overview.title),
        title=about.title,
        scope=about.scope,
        as_of=desk.words.date(about.as_of),
        bottom_line=desk.statements(overview.bottom_line),
        figures=_figures(briefing, desk.words),
        terms=tuple(term_line(desk, term) for term in briefing.summaries.terms),
        agreed=desk.statements(overview.agreed),
        disputed=tuple(
            settling.line(d, desk.links)
            for d in discrepancies
            if d.materiality is v.Materiality.HIGH and d.status.is_unsettled
        ),
        watch=desk.statements(overview.watch),
        pages={
            name: Link(name, desk.links.relative(path))
            for name, path in (
                ("terms", links.TERMS),
                ("actors", links.ACTORS),
                ("timeline", links.TIMELINE),
                ("discrepancies", links.DISCREPANCIES),
                ("sources", links.SOURCES),
                ("method", links.METHOD),
            )
        },
        notes=desk.all_notes(),
    )
    return Page(
        links.OVERVIEW,
        "overview.md.jinja",
        about.title,
        about.scope,
        desk.words.date(about.as_of),
        desk.words.language,
        view,
    )


def _figures(briefing: VerifiedBriefing, words: Words) -> KeyFigures:
    discrepancies = briefing.summaries.discrepancies
    return KeyFigures(
        sources=len(briefing.sources),
        publishers=len({source.source.publisher for source in briefing.sources}),
        citations=len(briefing.citations),
        passages=sum(len(source.passages) for source in briefing.sources),
        statements=sum(isinstance(cited.origin, Statement) for cited in briefing.cited),
        discrepancies=tuple(
            OpenByWeight(
                weight.value,
                words.label(weight),
                sum(d.status.is_unsettled for d in discrepancies if d.materiality is weight),
                sum(d.materiality is weight for d in discrepancies),
            )
            for weight in v.Materiality
        ),
    )

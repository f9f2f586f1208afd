"""The page of the discrepancies: the questions to which the accounts give different answers."""

from __future__ import annotations

from dataclasses import dataclass

from quoteproof.model import vocabulary as v
from quoteproof.model.summaries import Discrepancy, Position
from quoteproof.model.verified import VerifiedBriefing
from quoteproof.pages import links, settling
from quoteproof.pages.figures import matrix as figures
from quoteproof.pages.links import Link
from quoteproof.pages.notes import Footnote, Note
from quoteproof.pages.page import Page
from quoteproof.pages.settling import DiscrepancyLine
from quoteproof.pages.statements import Desk, StatementView


@dataclass(frozen=True, slots=True)
class PositionView:
    """One of the accounts that differ, with its quotes; the matrix knows it by its letter."""

    id: str
    letter: str
    answer: str
    detail: str
    unit: str
    scope: str
    definition: str
    holder: Link | None
    role: str
    quotes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class AssessmentView:
    """What the briefing makes of a discrepancy."""

    text: str
    confidence: str
    confidence_meaning: str
    alternatives: tuple[str, ...]
    rests_on: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """What would settle it."""

    evidence: str
    obtainable: str


@dataclass(frozen=True, slots=True)
class AffectedView:
    """A record that it touches, as a whole or in some of its statements."""

    record: Link
    statements: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class DiscrepancyView:
    """A discrepancy."""

    id: str
    heading: str
    question: str
    scope: str
    kind: str
    kind_meaning: str
    status: str
    status_label: str
    status_meaning: str
    unsettled: bool
    materiality: str
    materiality_meaning: str
    positions: tuple[PositionView, ...]
    tells_scope: bool
    statements: tuple[StatementView, ...]
    assessment: AssessmentView | None
    would_settle: tuple[EvidenceView, ...]
    reviewed: str
    affects: tuple[AffectedView, ...]
    differ: tuple[Link, ...]
    edit: str


@dataclass(frozen=True, slots=True)
class Weight:
    """The discrepancies of one materiality."""

    materiality: str
    label: str
    meaning: str
    discrepancies: tuple[DiscrepancyView, ...]


@dataclass(frozen=True, slots=True)
class DiscrepanciesView:
    """The view of the page."""

    register: tuple[DiscrepancyLine, ...]
    unsettled: int
    matrix: figures.MatrixFigure
    weights: tuple[Weight, ...]
    notes: tuple[Footnote, ...]


def page(briefing: VerifiedBriefing) -> Page:
    """The register, then each discrepancy."""
    desk = Desk(briefing, links.DISCREPANCIES)
    found = settling.in_order(briefing.summaries.discrepancies)
    view = DiscrepanciesView(
        register=tuple(settling.line(d, desk.links) for d in found),
        unsettled=sum(d.status.is_unsettled for d in found),
        matrix=figures.figure(briefing, desk.links),
        weights=tuple(
            Weight(
                weight.value,
                desk.words.label(weight),
                desk.words.meaning(weight),
                tuple(_discrepancy(desk, d) for d in found if d.materiality is weight),
            )
            for weight in v.Materiality
            if any(d.materiality is weight for d in found)
        ),
        notes=desk.all_notes(),
    )
    return Page(
        links.DISCREPANCIES,
        "discrepancies.md.jinja",
        desk.words.t("Open discrepancies"),
        desk.words.t(
            "Where the accounts differ, who says what, and what would settle it: {briefing}",
            briefing=briefing.summaries.briefing.title,
        ),
        desk.words.date(briefing.summaries.briefing.as_of),
        desk.words.language,
        view,
    )


def _discrepancy(desk: Desk, discrepancy: Discrepancy) -> DiscrepancyView:
    assessment = discrepancy.assessment
    words = desk.words
    return DiscrepancyView(
        id=discrepancy.id,
        heading=discrepancy.heading,
        question=discrepancy.question,
        scope=discrepancy.scope or "",
        kind=words.label(discrepancy.kind),
        kind_meaning=words.meaning(discrepancy.kind),
        status=discrepancy.status.value,
        status_label=words.label(discrepancy.status),
        status_meaning=words.meaning(discrepancy.status),
        unsettled=discrepancy.status.is_unsettled,
        materiality=words.label(discrepancy.materiality),
        materiality_meaning=words.meaning(discrepancy.materiality),
        positions=tuple(
            _position(desk, letter, position)
            for letter, position in zip(settling.letters(), discrepancy.positions, strict=False)
        ),
        tells_scope=any(p.scope or p.definition for p in discrepancy.positions),
        statements=desk.statements(discrepancy.statements),
        assessment=AssessmentView(
            assessment.text,
            words.label(assessment.confidence) if assessment.confidence else "",
            words.meaning(assessment.confidence) if assessment.confidence else "",
            assessment.alternatives,
            desk.to_all(assessment.rests_on),
        )
        if assessment
        else None,
        would_settle=tuple(
            EvidenceView(item.evidence, item.obtainable.value) for item in discrepancy.would_settle
        ),
        reviewed=words.date(discrepancy.reviewed),
        affects=_affected(desk, discrepancy),
        differ=desk.differ(discrepancy.id),
        edit=desk.edit(discrepancy),
    )


def _affected(desk: Desk, discrepancy: Discrepancy) -> tuple[AffectedView, ...]:
    by_record: dict[str, list[str]] = {}
    for target in discrepancy.affects:
        record, _, statement = target.partition(".")
        by_record.setdefault(record, []).extend([target] if statement else [])
    return tuple(
        AffectedView(desk.links.to(record), desk.to_all(targets))
        for record, targets in by_record.items()
    )


def _position(desk: Desk, letter: str, position: Position) -> PositionView:
    cited = desk.briefing.of(position)
    return PositionView(
        id=cited.id,
        letter=letter,
        answer=position.answer,
        detail=position.text or "" if position.value else "",
        unit=position.unit or "",
        scope=position.scope or "",
        definition=position.definition or "",
        holder=desk.links.to(position.holder) if position.holder else None,
        role=desk.words.label(position.role) if position.role else "",
        quotes=tuple(desk.notes.note(citation) for citation in cited.citations),
    )

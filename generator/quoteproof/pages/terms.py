"""The page of the agreements and their terms: who owes what, where and from when."""

from __future__ import annotations

from dataclasses import dataclass

from quoteproof.model.summaries import (
    Agreement,
    ComplianceState,
    ImplementationState,
    RelativeDeadline,
    Term,
)
from quoteproof.model.verified import VerifiedBriefing
from quoteproof.pages import links
from quoteproof.pages.links import Link
from quoteproof.pages.notes import Footnote
from quoteproof.pages.page import Page
from quoteproof.pages.statements import Desk, StatementView
from quoteproof.pages.times import TimeView, time_view


@dataclass(frozen=True, slots=True)
class Milestone:
    """A date of an agreement: what of it (signed, declared, effective, ended), and when."""

    what: str
    time: TimeView


@dataclass(frozen=True, slots=True)
class AgreementView:
    """An agreement."""

    id: str
    title: str
    names: tuple[str, ...]
    milestones: tuple[Milestone, ...]
    stage: str
    status: str
    form: str
    parties: tuple[Link, ...]
    third_parties: tuple[Link, ...]
    amends: Link | None
    external_ids: tuple[tuple[str, str], ...]
    terms: tuple[Link, ...]
    statements: tuple[StatementView, ...]
    differ: tuple[Link, ...]
    edit: str


@dataclass(frozen=True, slots=True)
class DeadlineView:
    """A deadline: a time, or words with what it runs from."""

    time: TimeView | None
    relative: str
    trigger: Link | None


@dataclass(frozen=True, slots=True)
class StateView:
    """How far a term is carried out, or whether it is kept, with the evidence."""

    status: str
    label: str
    meaning: str
    as_of: str
    statements: tuple[StatementView, ...]


@dataclass(frozen=True, slots=True)
class TermLine:
    """A term in a list or in the ledger."""

    link: Link
    type: str
    modality: str
    obligors: tuple[Link, ...]
    place: str
    starts: str
    implementation: str
    compliance: str
    differ: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class TermView:
    """A term, with all that is said of it."""

    id: str
    title: str
    agreement: Link | None
    type: str
    modality: str
    modality_meaning: str
    obligors: tuple[Link, ...]
    beneficiaries: tuple[Link, ...]
    specificity: int | None
    place: str
    starts: TimeView | None
    deadline: DeadlineView | None
    condition: str
    statements: tuple[StatementView, ...]
    implementation: StateView | None
    compliance: StateView | None
    differ: tuple[Link, ...]
    edit: str


@dataclass(frozen=True, slots=True)
class TermsView:
    """The view of the page."""

    agreements: tuple[AgreementView, ...]
    ledger: tuple[TermLine, ...]
    terms: tuple[TermView, ...]
    notes: tuple[Footnote, ...]


def page(briefing: VerifiedBriefing) -> Page:
    """The agreements, the ledger and the terms."""
    desk = Desk(briefing, links.TERMS)
    summaries = briefing.summaries
    view = TermsView(
        agreements=tuple(_agreement(desk, agreement) for agreement in summaries.agreements),
        ledger=tuple(term_line(desk, term) for term in summaries.terms),
        terms=tuple(_term(desk, term) for term in summaries.terms),
        notes=desk.all_notes(),
    )
    return Page(
        links.TERMS,
        "terms.md.jinja",
        desk.words.t("Agreement terms"),
        desk.words.t(
            "What was agreed, and who owes what, where and from when: {briefing}",
            briefing=summaries.briefing.title,
        ),
        desk.words.date(summaries.briefing.as_of),
        desk.words.language,
        view,
    )


def term_line(desk: Desk, term: Term) -> TermLine:
    """A term for a list or for the ledger."""
    words = desk.words
    touched = [term.id, *(desk.html_id(statement) for statement in term.all_statements)]
    return TermLine(
        link=desk.links.to(term.id),
        type=words.label(term.type),
        modality=words.label(term.modality),
        obligors=desk.to_all(term.obligors),
        place=term.place or "",
        starts=time_view(term.starts, words).text if term.starts else "",
        implementation=words.label(term.implementation.status) if term.implementation else "",
        compliance=words.label(term.compliance.status) if term.compliance else "",
        differ=desk.differ(*touched),
    )


def _agreement(desk: Desk, agreement: Agreement) -> AgreementView:
    words = desk.words
    dates = {
        words.t("signed"): agreement.signed,
        words.t("declared"): agreement.declared,
        words.t("in effect from"): agreement.effective,
        words.t("ended"): agreement.ended,
    }
    return AgreementView(
        id=agreement.id,
        title=agreement.title,
        names=agreement.names,
        milestones=tuple(Milestone(what, time_view(at, words)) for what, at in dates.items() if at),
        stage=words.label(agreement.stage) if agreement.stage else "",
        status=words.label(agreement.status) if agreement.status else "",
        form=words.label(agreement.form) if agreement.form else "",
        parties=desk.to_all(agreement.parties),
        third_parties=desk.to_all(agreement.third_parties),
        amends=desk.links.to(agreement.amends) if agreement.amends else None,
        external_ids=tuple(agreement.external_ids.items()),
        terms=desk.to_all(
            term.id for term in desk.briefing.summaries.terms if term.agreement == agreement.id
        ),
        statements=desk.statements(agreement.statements),
        differ=desk.differ(agreement.id),
        edit=desk.edit(agreement),
    )


def _term(desk: Desk, term: Term) -> TermView:
    return TermView(
        id=term.id,
        title=term.title,
        agreement=desk.links.to(term.agreement) if term.agreement else None,
        type=desk.words.label(term.type),
        modality=desk.words.label(term.modality),
        modality_meaning=desk.words.meaning(term.modality),
        obligors=desk.to_all(term.obligors),
        beneficiaries=desk.to_all(term.beneficiaries),
        specificity=term.specificity,
        place=term.place or "",
        starts=time_view(term.starts, desk.words) if term.starts else None,
        deadline=_deadline(desk, term),
        condition=term.condition or "",
        statements=desk.statements(term.statements),
        implementation=_state(desk, term.implementation),
        compliance=_state(desk, term.compliance),
        differ=desk.differ(term.id),
        edit=desk.edit(term),
    )


def _deadline(desk: Desk, term: Term) -> DeadlineView | None:
    if term.deadline is None:
        return None
    if isinstance(term.deadline, RelativeDeadline):
        deadline = term.deadline
        return DeadlineView(None, deadline.relative, desk.links.to(deadline.trigger))
    return DeadlineView(time_view(term.deadline, desk.words), "", None)


def _state(desk: Desk, state: ImplementationState | ComplianceState | None) -> StateView | None:
    if state is None:
        return None
    return StateView(
        status=state.status.value,
        label=desk.words.label(state.status),
        meaning=desk.words.meaning(state.status),
        as_of=desk.words.date(state.as_of or desk.briefing.summaries.briefing.as_of),
        statements=desk.statements(state.statements),
    )

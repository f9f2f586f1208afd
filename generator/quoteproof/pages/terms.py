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
from quoteproof.pages.times import TimeView, date, time_view


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
        "Agreement terms",
        f"What was agreed, and who owes what, where and from when: {summaries.briefing.title}",
        date(summaries.briefing.as_of),
        view,
    )


def term_line(desk: Desk, term: Term) -> TermLine:
    """A term for a list or for the ledger."""
    touched = [term.id, *(desk.html_id(statement) for statement in term.all_statements)]
    return TermLine(
        link=desk.links.to(term.id),
        type=term.type.label,
        modality=term.modality.label,
        obligors=desk.to_all(term.obligors),
        place=term.place or "",
        starts=time_view(term.starts).text if term.starts else "",
        implementation=term.implementation.status.label if term.implementation else "",
        compliance=term.compliance.status.label if term.compliance else "",
        differ=tuple(dict.fromkeys(link for id in touched for link in desk.differ(id))),
    )


def _agreement(desk: Desk, agreement: Agreement) -> AgreementView:
    dates = {
        "signed": agreement.signed,
        "declared": agreement.declared,
        "in effect from": agreement.effective,
        "ended": agreement.ended,
    }
    return AgreementView(
        id=agreement.id,
        title=agreement.title,
        names=agreement.names,
        milestones=tuple(Milestone(what, time_view(at)) for what, at in dates.items() if at),
        stage=agreement.stage.label if agreement.stage else "",
        status=agreement.status.label if agreement.status else "",
        form=agreement.form.label if agreement.form else "",
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
        type=term.type.label,
        modality=term.modality.label,
        modality_meaning=term.modality.definition,
        obligors=desk.to_all(term.obligors),
        beneficiaries=desk.to_all(term.beneficiaries),
        specificity=term.specificity,
        place=term.place or "",
        starts=time_view(term.starts) if term.starts else None,
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
    return DeadlineView(time_view(term.deadline), "", None)


def _state(desk: Desk, state: ImplementationState | ComplianceState | None) -> StateView | None:
    if state is None:
        return None
    return StateView(
        status=state.status.value,
        label=state.status.label,
        meaning=state.status.definition,
        as_of=date(state.as_of or desk.briefing.summaries.briefing.as_of),
        statements=desk.statements(state.statements),
    )

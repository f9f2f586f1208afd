"""The page of the actors: who they are, how they stand to each other, what they said and owe."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from quoteproof.model import vocabulary as v
from quoteproof.model.summaries import Actor, ActorRelation, Discrepancy, Position, Statement
from quoteproof.model.verified import Cited, VerifiedBriefing, VerifiedCitation
from quoteproof.pages import links
from quoteproof.pages.figures import actors as figures
from quoteproof.pages.links import Link
from quoteproof.pages.notes import Footnote
from quoteproof.pages.page import Page
from quoteproof.pages.statements import Desk, StatementView

_MUTUAL = (v.RelationKind.OPPOSES, v.RelationKind.NEGOTIATES_WITH)
_BY_TYPE = {word: place for place, word in enumerate(v.ActorType)}


@dataclass(frozen=True, slots=True)
class AliasView:
    """Another name, and who uses it."""

    text: str
    kind: str
    language: str
    used_by: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class RoleView:
    """What the actor is to a record."""

    id: str
    role: str
    of: Link
    refs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RelationView:
    """How one actor stands to another: `other` is the one whose section this is not.

    `id` is empty where the relation lives in the other actor's section.
    """

    id: str
    kind: str
    other: Link
    refs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Occasion:
    """When and through whom something is reported to have been said."""

    said: str
    via: Link | None
    source: Link


@dataclass(frozen=True, slots=True)
class Saying:
    """What an actor is reported to have said.

    `statement` is shown whole where it lives in the actor's own section; elsewhere `home` leads to
    it, and `where` names the record that it belongs to.
    """

    statement: StatementView | None
    text: str
    home: str
    where: Link | None
    occasions: tuple[Occasion, ...]
    refs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Duty:
    """A term under which the actor owes something."""

    term: Link
    modality: str
    type: str


@dataclass(frozen=True, slots=True)
class ActorView:
    """An actor."""

    id: str
    name: str
    type: str
    public_role: str
    parent: Link | None
    parts: tuple[Link, ...]
    aliases: tuple[AliasView, ...]
    external_ids: tuple[tuple[str, str], ...]
    roles: tuple[RoleView, ...]
    relations: tuple[RelationView, ...]
    incoming: tuple[RelationView, ...]
    sayings: tuple[Saying, ...]
    said_of: tuple[StatementView, ...]
    duties: tuple[Duty, ...]
    differ: tuple[Link, ...]
    edit: str


@dataclass(frozen=True, slots=True)
class SideView:
    """A side, with its actors by type; `title` is empty for those that are on none."""

    id: str
    title: str
    actors: tuple[ActorView, ...]


@dataclass(frozen=True, slots=True)
class ActorsView:
    """The view of the page."""

    figure: figures.ActorsFigure
    sides: tuple[SideView, ...]
    notes: tuple[Footnote, ...]


def page(briefing: VerifiedBriefing) -> Page:
    """The actors by side, and within a side by type."""
    desk = Desk(briefing, links.ACTORS)
    figure = figures.figure(briefing, desk.links)
    view = ActorsView(figure, tuple(_sides(desk)), desk.all_notes())
    return Page(
        links.ACTORS,
        "actors.md.jinja",
        desk.words.t("Actors"),
        desk.words.t(
            "Who takes part, how they stand to each other, and what they are reported to have "
            "said: {briefing}",
            briefing=briefing.summaries.briefing.title,
        ),
        desk.words.date(briefing.summaries.briefing.as_of),
        desk.words.language,
        view,
    )


def _sides(desk: Desk) -> Iterator[SideView]:
    summaries = desk.briefing.summaries
    named = [(side.id, side.title) for side in summaries.briefing.sides]
    for side, title in (*named, (None, "")):
        members = [actor for actor in summaries.actors if actor.side == side]
        members.sort(key=lambda actor: _BY_TYPE[actor.type])
        if members:
            actors = tuple(_actor(desk, actor) for actor in members)
            yield SideView(links.side_id(side), title, actors)


def _actor(desk: Desk, actor: Actor) -> ActorView:
    summaries = desk.briefing.summaries
    own = [desk.briefing.of(statement) for statement in actor.statements]
    return ActorView(
        id=actor.id,
        name=actor.name,
        type=desk.words.label(actor.type),
        public_role=actor.public_role or "",
        parent=desk.links.to(actor.parent) if actor.parent else None,
        parts=desk.to_all(other.id for other in summaries.actors if other.parent == actor.id),
        aliases=tuple(
            AliasView(
                alias.text,
                desk.words.meaning(alias.kind),
                desk.words.foreign(alias.language),
                desk.to_all(alias.used_by),
            )
            for alias in actor.aliases
        ),
        external_ids=tuple(actor.external_ids.items()),
        roles=tuple(
            RoleView(
                desk.html_id(role),
                desk.words.label(role.role),
                desk.links.to(role.of),
                desk.refs(role),
            )
            for role in actor.roles
        ),
        relations=tuple(
            RelationView(
                desk.html_id(r), desk.words.label(r.kind), desk.links.to(r.to), desk.refs(r)
            )
            for r in actor.relations
        ),
        incoming=tuple(
            RelationView(
                "", desk.words.label(relation.kind), desk.links.to(other.id), desk.refs(relation)
            )
            for other in summaries.actors
            for relation in other.relations
            if relation.to == actor.id and not _said_already(actor, other, relation)
        ),
        duties=tuple(
            Duty(
                desk.links.to(term.id), desk.words.label(term.modality), desk.words.label(term.type)
            )
            for term in summaries.terms
            if actor.id in term.obligors
        ),
        sayings=tuple(_sayings(desk, actor, own)),
        said_of=desk.statements(s for s in actor.statements if not _is_own_claim(actor, s)),
        differ=desk.differ(actor.id),
        edit=desk.edit(actor),
    )


def _said_already(actor: Actor, other: Actor, relation: ActorRelation) -> bool:
    """Whether the actor's own relations have it, for those that go both ways."""
    return relation.kind in _MUTUAL and any(
        own.kind is relation.kind and own.to == other.id for own in actor.relations
    )


def _is_own_claim(actor: Actor, statement: Statement) -> bool:
    """Whether a statement in an actor's section tells what the actor said."""
    return statement.kind is v.StatementKind.ATTRIBUTED_CLAIM and any(
        citation.speaker == actor.id for citation in statement.cite
    )


def _sayings(desk: Desk, actor: Actor, own: list[Cited]) -> Iterator[Saying]:
    """First what the actor's own section says, then what other records have, each once."""
    for cited in own:
        statement = cited.origin
        if isinstance(statement, Statement) and _is_own_claim(actor, statement):
            view = desk.statement(statement)
            heard = _heard(actor, cited)
            yield Saying(view, view.text, view.home, None, _occasions(desk, heard), view.refs)
    told = {cited.text for cited in own}
    for cited in desk.briefing.spoken_by(actor.id):
        heard = _heard(actor, cited)
        if cited.record == actor.id or cited.text in told:
            continue
        if isinstance(cited.origin, Statement | Position):
            told.add(cited.text)
            yield Saying(
                None,
                _said(desk, cited),
                desk.links.href_to_cited(cited),
                desk.links.to(cited.record),
                _occasions(desk, heard),
                desk.notes.refer(heard),
            )


def _said(desk: Desk, cited: Cited) -> str:
    """The statement; or a position's answer after its question, without which it says little."""
    if not isinstance(cited.origin, Position):
        return cited.text
    question = desk.briefing.record(cited.record)
    return f"{question.question} {cited.text}" if isinstance(question, Discrepancy) else cited.text


def _heard(actor: Actor, cited: Cited) -> tuple[VerifiedCitation, ...]:
    return tuple(citation for citation in cited.citations if citation.speaker == actor.id)


def _occasions(desk: Desk, heard: tuple[VerifiedCitation, ...]) -> tuple[Occasion, ...]:
    every = (
        Occasion(
            desk.words.date(citation.said),
            desk.links.to(citation.via) if citation.via else None,
            desk.links.to(citation.source),
        )
        for citation in heard
    )
    return tuple(dict.fromkeys(every))

"""Who with whom: the actors by side, and how they stand to each other.

Inside a side an actor hangs below the one that it belongs to, leads or speaks for; between the
sides the relations are edges. Who has no relation is named below the figure.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from quoteproof.model import vocabulary as v
from quoteproof.model.summaries import Actor, ActorRelation
from quoteproof.model.verified import VerifiedBriefing
from quoteproof.pages import links as pages
from quoteproof.pages.figures.layout import Drawing, Group, Item, Tie, lay_out
from quoteproof.pages.links import Link, Links
from quoteproof.words import Words

BELONGS = "belongs"
"""The kind of an edge that only the field `parent` tells."""
_WIDE = {"columns": 2, "width": 688, "channel": 150}
_NARROW = {"columns": 1, "width": 350, "channel": 0}
_HANGS_BY = (
    v.RelationKind.PART_OF,
    v.RelationKind.LEADS,
    v.RelationKind.COMMANDS,
    v.RelationKind.SPEAKS_FOR,
    v.RelationKind.BACKS,
)


@dataclass(frozen=True, slots=True)
class ActorMark:
    """What a node stands for: its entry, its sign, and its relations in words."""

    name: str
    href: str
    is_person: bool
    type: str
    relations: tuple[tuple[str, str], ...]
    """Each as the words for the relation, and the name of the other actor."""


@dataclass(frozen=True, slots=True)
class RelationLine:
    """A relation in the table: who, how, to whom, and by which sources.

    `kind` is empty where only the entry says that the one belongs to the other.
    """

    source: Link
    kind: str
    target: Link
    cited: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class KindKey:
    """A kind of relation that is drawn as an edge; its label is empty for `BELONGS`."""

    kind: str
    label: str


@dataclass(frozen=True, slots=True)
class ActorsFigure:
    """The view of the figure; without relations it has no lines, and nothing to be seen.

    `wide` and `narrow` are the same figure in two columns and in one, for a page and for a phone.
    It belongs on the page of the actors, since it links to their entries on its own page.
    """

    wide: Drawing
    narrow: Drawing
    marks: Mapping[str, ActorMark]
    kinds: tuple[KindKey, ...]
    lines: tuple[RelationLine, ...]
    alone: tuple[Link, ...]


def figure(briefing: VerifiedBriefing, links: Links) -> ActorsFigure:
    """Every actor that has a relation, and every relation."""
    actors = {actor.id: actor for actor in briefing.summaries.actors}
    hung = _hung(actors)
    related = {id for actor in actors.values() for id in _related(actor)}
    groups = tuple(_groups(briefing, actors, hung, related, links.words))
    ties = tuple(_ties(actors, links.words))
    return ActorsFigure(
        wide=lay_out(groups, ties, **_WIDE),
        narrow=lay_out(groups, ties, **_NARROW),
        marks={id: _mark(actor, actors, links) for id, actor in actors.items() if id in related},
        kinds=tuple(_kinds(ties, links.words)),
        lines=tuple(_lines(briefing, actors, links)),
        alone=tuple(links.to(id) for id in actors if id not in related),
    )


def _related(actor: Actor) -> Iterator[str]:
    others = [relation.to for relation in actor.relations]
    if actor.parent:
        others.append(actor.parent)
    yield from others
    if others:
        yield actor.id


def _hung(actors: Mapping[str, Actor]) -> dict[str, tuple[str, ActorRelation | None]]:
    """What each actor hangs below in its side, and by which relation, if by one."""
    hung: dict[str, tuple[str, ActorRelation | None]] = {}
    for actor in actors.values():
        for other, relation in _holds(actor):
            if actors[other].side == actor.side and not _is_below(other, actor.id, hung):
                hung[actor.id] = (other, relation)
                break
    return hung


def _holds(actor: Actor) -> Iterator[tuple[str, ActorRelation | None]]:
    by_kind = sorted(
        (r for r in actor.relations if r.kind in _HANGS_BY), key=lambda r: _HANGS_BY.index(r.kind)
    )
    if actor.parent:
        to_parent = (relation for relation in by_kind if relation.to == actor.parent)
        yield actor.parent, next(to_parent, None)
    yield from ((relation.to, relation) for relation in by_kind)


def _is_below(one: str, other: str, hung: Mapping[str, tuple[str, ActorRelation | None]]) -> bool:
    """Whether the one is the other, or hangs below it."""
    while one != other:
        if one not in hung:
            return False
        one = hung[one][0]
    return True


def _groups(
    briefing: VerifiedBriefing,
    actors: Mapping[str, Actor],
    hung: Mapping[str, tuple[str, ActorRelation | None]],
    related: set[str],
    words: Words,
) -> Iterator[Group]:
    sides = [(side.id, side.title) for side in briefing.summaries.briefing.sides]
    for side, title in (*sides, (None, "")):
        members = [a.id for a in actors.values() if a.side == side and a.id in related]
        if members:
            roots = [id for id in members if id not in hung]
            items = [item for id in roots for item in _tree(id, 0, members, actors, hung, words)]
            yield Group(pages.side_id(side or ""), title, tuple(items))


def _tree(
    id: str,
    depth: int,
    members: Sequence[str],
    actors: Mapping[str, Actor],
    hung: Mapping[str, tuple[str, ActorRelation | None]],
    words: Words,
) -> Iterator[Item]:
    actor = actors[id]
    parent, relation = hung.get(id, ("", None))
    others = (
        words.t("{relation} {actor}", relation=words.label(r.kind), actor=actors[r.to].name)
        for r in actor.relations
        if r is not relation and actors[r.to].side == actor.side
    )
    # That it is part of what it hangs below, the figure says for all.
    told = []
    if relation and relation.kind is not v.RelationKind.PART_OF:
        told.append(words.label(relation.kind))
    yield Item(id, actor.name, words.semicolon.join((*told, *others)), depth, parent)
    for child in members:
        if child in hung and hung[child][0] == id:
            yield from _tree(child, depth + 1, members, actors, hung, words)


def _ties(actors: Mapping[str, Actor], words: Words) -> Iterator[Tie]:
    """The relations between sides, those that go both ways once."""
    between = {
        (actor.id, relation.kind, relation.to): words.label(relation.kind)
        for actor in actors.values()
        for relation in actor.relations
        if actors[relation.to].side != actor.side
    }
    for (source, kind, target), label in between.items():
        back = (target, kind, source)
        if back not in between:
            yield Tie(kind.value, label, source, target, mutual=False)
        elif source < target:
            yield Tie(kind.value, label, source, target, mutual=True)
    for actor in actors.values():
        if actor.parent and actors[actor.parent].side != actor.side and _only_belongs(actor):
            yield Tie(BELONGS, "", actor.id, actor.parent, mutual=False)


def _only_belongs(actor: Actor) -> bool:
    """Whether no relation tells how an actor stands to its parent."""
    return all(relation.to != actor.parent for relation in actor.relations)


def _kinds(ties: Sequence[Tie], words: Words) -> Iterator[KindKey]:
    shown = {tie.kind for tie in ties}
    for kind in v.RelationKind:
        if kind.value in shown:
            yield KindKey(kind.value, words.label(kind))
    if BELONGS in shown:
        yield KindKey(BELONGS, "")


def _mark(actor: Actor, actors: Mapping[str, Actor], links: Links) -> ActorMark:
    return ActorMark(
        name=actor.name,
        href=links.relative(pages.ACTORS, actor.id),
        is_person=actor.type is v.ActorType.PERSON,
        type=links.words.label(actor.type),
        relations=tuple((links.words.label(r.kind), actors[r.to].name) for r in actor.relations),
    )


def _lines(
    briefing: VerifiedBriefing, actors: Mapping[str, Actor], links: Links
) -> Iterator[RelationLine]:
    for actor in actors.values():
        here = links.to(actor.id)
        for relation in actor.relations:
            cited = dict.fromkeys(c.source for c in briefing.of(relation).citations)
            yield RelationLine(
                here,
                links.words.label(relation.kind),
                links.to(relation.to),
                tuple(links.to(source) for source in cited),
            )
        if actor.parent and _only_belongs(actor):
            yield RelationLine(here, "", links.to(actor.parent), ())

"""Checks that every reference leads to something of the kind that is meant.

Which fields are references, and to what, is said once, in the model (`RefersTo`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Annotated, Any, TypeVar, get_args, get_origin, get_type_hints

from rapidfuzz import process

from quoteproof.checks.ids import citing_id, citing_things
from quoteproof.diagnostics import codes
from quoteproof.diagnostics.finding import Finding, Location, Related
from quoteproof.model.located import Located
from quoteproof.model.project import Project
from quoteproof.model.summaries import Actor, Agreement, RefersTo, Statement, Summaries
from quoteproof.model.verified import OVERVIEW

_Thing = TypeVar("_Thing", Actor, Agreement)


def check_references(project: Project) -> Iterator[Finding]:
    """Every reference leads somewhere, to the kind that is meant, and in no circle."""
    kinds = _kinds(project.summaries)
    for thing in project.summaries.everything():
        for field, refers in _references(type(thing)):
            value = getattr(thing, field)
            items = enumerate(value) if isinstance(value, tuple) else [(None, value)]
            for index, id in items:
                if id is not None:
                    at = thing.at_value(field, index)
                    yield from _check(id, refers, at, kinds, project)
    parents = {a.id: a for a in project.summaries.actors}
    amended = {a.id: a for a in project.summaries.agreements}
    yield from _circles(parents, lambda actor: actor.parent, "parent", "part of")
    yield from _circles(amended, lambda agreement: agreement.amends, "amends", "an amendment of")


def _kinds(summaries: Summaries) -> Mapping[str, set[str]]:
    """What kinds of things each id names: more than one only where an id is used twice.

    Sides, whose ids may be those of records too, have `side:` before them.
    """
    kinds: dict[str, set[str]] = defaultdict(set, {OVERVIEW: {"overview"}})
    for kind, things in (
        ("agreement", summaries.agreements),
        ("term", summaries.terms),
        ("actor", summaries.actors),
        ("event", summaries.events),
        ("discrepancy", summaries.discrepancies),
        ("source", summaries.sources),
    ):
        for thing in things:
            kinds[thing.id].add(kind)
    for side in summaries.briefing.sides:
        kinds[f"side:{side.id}"].add("side")
    for record, citing in citing_things(summaries):
        if isinstance(citing, Statement):
            kinds[citing_id(record, citing)].add("statement")
    return kinds


def _check(
    id: str, refers: RefersTo, at: Location, kinds: Mapping[str, set[str]], project: Project
) -> Iterator[Finding]:
    key = f"side:{id}" if refers.kinds == ("side",) else id
    wanted = " or ".join(refers.kinds)
    if key in kinds:
        if not kinds[key] & {*refers.kinds}:
            message = f"`{id}` is of kind {' and '.join(sorted(kinds[key]))}; expected: {wanted}."
            hint = f"Name a record of kind {wanted}."
            yield Finding(codes.WRONG_REFERENCE, at, message, hint)
        return
    record = id.partition(".")[0]
    may_be_unread = {key, record} & (project.named - kinds.keys())
    if may_be_unread or not project.legible:
        return
    known = [k.removeprefix("side:") for k, which in kinds.items() if which & {*refers.kinds}]
    close = process.extractOne(id, known, score_cutoff=60)
    message = f"There is no {wanted} `{id}`."
    hint = f"Did you mean `{close[0]}`?" if close else f"Write the {refers.kinds[0]} first."
    yield Finding(codes.UNKNOWN_REFERENCE, at, message, hint)


@cache
def _references(model: type[Located]) -> tuple[tuple[str, RefersTo], ...]:
    """The fields of a model that refer to something."""
    hints = get_type_hints(model, include_extras=True)
    return tuple(
        (name, refers)
        for name in model.model_fields
        if (refers := _refers(hints[name])) is not None
    )


def _refers(annotation: Any) -> RefersTo | None:
    if get_origin(annotation) is Annotated:
        found = next((m for m in annotation.__metadata__ if isinstance(m, RefersTo)), None)
        if found is not None:
            return found
    return next((r for arg in get_args(annotation) if (r := _refers(arg)) is not None), None)


def _circles(
    things: Mapping[str, _Thing], up: Callable[[_Thing], str | None], field: str, words: str
) -> Iterator[Finding]:
    """One finding for each circle, at the first of its members."""
    order = {id: number for number, id in enumerate(things)}
    seen: set[str] = set()
    for id in things:
        path: list[str] = []
        step: str | None = id
        while step is not None and step in things and step not in seen:
            seen.add(step)
            path.append(step)
            step = up(things[step])
        if step in path:
            first, *others = sorted(path[path.index(step) :], key=order.__getitem__)
            message = f"`{first}` is, by way of `{field}`, {words} itself."
            hint = "Take out one of the links in the circle."
            links = [Related(things[o].at_value(field), f"`{o}` is in it") for o in others]
            at = things[first].at_value(field)
            yield Finding(codes.CIRCULAR_REFERENCE, at, message, hint, tuple(links))

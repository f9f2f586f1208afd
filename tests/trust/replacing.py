"""A verified briefing with some of its statements saying something else, and nothing read anew."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any, TypeVar

from mutations import Mutation

from quoteproof.diagnostics.finding import Location
from quoteproof.model.located import Located
from quoteproof.model.summaries import Position, Statement
from quoteproof.model.verified import VerifiedBriefing

L = TypeVar("L", bound=Located)


def mutated(briefing: VerifiedBriefing, mutations: list[Mutation]) -> VerifiedBriefing:
    """The briefing with each of the mutations in it; at most one for a statement or position.

    Places, ids and anchors stay those of the files: only what is said changes.
    """
    changes: dict[Location, dict[str, Any]] = {}
    for mutation in mutations:
        assert mutation.place not in changes, mutation
        change: dict[str, Any] = {mutation.field: mutation.after}
        if mutation.statement_kind is not None:
            change["kind"] = mutation.statement_kind
        changes[mutation.place] = change
    made: dict[Location, Located] = {}
    parts = {
        field.name: _rebuilt(getattr(briefing.summaries, field.name), changes, made)
        for field in fields(briefing.summaries)
    }
    summaries = replace(briefing.summaries, **parts)
    cited = []
    for old in briefing.cited:
        origin = made.get(old.origin.at)
        if isinstance(origin, Statement):
            cited.append(replace(old, origin=origin, text=origin.text))
        elif isinstance(origin, Position):
            cited.append(replace(old, origin=origin, text=origin.answer))
        else:
            cited.append(old)
    new = {id(old): now for old, now in zip(briefing.cited, cited, strict=True)}
    sources = tuple(
        replace(
            source,
            source=made.get(source.source.at, source.source),
            passages=tuple(
                replace(passage, cited_by=tuple(new[id(by)] for by in passage.cited_by))
                for passage in source.passages
            ),
        )
        for source in briefing.sources
    )
    discrepancies = {discrepancy.at: discrepancy for discrepancy in summaries.discrepancies}
    differ = {
        target: tuple(discrepancies[found.at] for found in several)
        for target, several in briefing.differ.items()
    }
    return VerifiedBriefing(summaries, sources, tuple(cited), differ)


def _rebuilt(
    value: Any, changes: Mapping[Location, Mapping[str, Any]], made: dict[Location, Located]
) -> Any:
    """A value with the changes in it; the value itself where there are none."""
    if isinstance(value, tuple):
        items = tuple(_rebuilt(item, changes, made) for item in value)
        return value if all(new is old for new, old in zip(items, value, strict=True)) else items
    if not isinstance(value, Located):
        return value
    update = {}
    for name in type(value).model_fields:
        old = getattr(value, name)
        new = _rebuilt(old, changes, made)
        if new is not old:
            update[name] = new
    if isinstance(value, Statement | Position):
        update.update(changes.get(value.at, {}))
    if not update:
        return value
    # A copy keeps the place that the original was read from.
    made[value.at] = value.model_copy(update=update)
    return made[value.at]

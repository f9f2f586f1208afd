"""What can be told of records that do not fit the schema, so that a slip in one hides no other.

Their ids are known, so that a reference to one is not called unknown; the documents of sources are
read; and quotes are looked up.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass

from pydantic import ValidationError

from quoteproof.diagnostics.finding import Location
from quoteproof.model.located import ListAt, MappingAt
from quoteproof.model.summaries import Citation
from quoteproof.model.verified import OVERVIEW


@dataclass(frozen=True, slots=True)
class NamedFile:
    """The file that an entry under `sources` names, and the entry's id if it has one."""

    source: str | None
    file: str
    at: Location


def ids(value: MappingAt) -> Iterator[str]:
    """Every id that a summary file names, as references do: `record`, `record.statement`.

    Those of sides have `side:` before them.
    """
    for item in value.values():  # also under a key that is misspelt
        if isinstance(item, MappingAt):
            for id in _ids(item):
                yield from (f"side:{id}", f"{OVERVIEW}.{id}")
        for record in item if isinstance(item, ListAt) else ():
            if isinstance(record, MappingAt) and isinstance(record.get("id"), str):
                yield record["id"]
                yield from (f"{record['id']}.{id}" for id in _ids(record))


def files(value: MappingAt) -> Iterator[NamedFile]:
    """The file of every entry under `sources`."""
    entries = value.get("sources")
    for entry in entries if isinstance(entries, ListAt) else ():
        if isinstance(entry, MappingAt) and isinstance(entry.get("file"), str):
            id = entry.get("id")
            at = entry.values_at["file"]
            yield NamedFile(id if isinstance(id, str) else None, entry["file"], at)


def cites(value: MappingAt) -> Iterator[object]:
    """What stands for a citation, anywhere in a summary file."""
    for mapping in _mappings(value):
        cite = mapping.get("cite")
        yield from cite if isinstance(cite, ListAt) else [cite]


def citations(cites: Iterable[object]) -> Iterator[Citation]:
    """Those that are right in themselves; what is wrong with the others is told by validation."""
    for cite in cites:
        with suppress(ValidationError):
            yield Citation.model_validate(cite)


def _ids(value: object) -> Iterator[str]:
    for mapping in _mappings(value):
        if isinstance(mapping.get("id"), str):
            yield mapping["id"]


def _mappings(value: object) -> Iterator[MappingAt]:
    todo = [value]
    while todo:
        item = todo.pop()
        if isinstance(item, MappingAt):
            yield item
            todo.extend(reversed(item.values()))
        elif isinstance(item, ListAt):
            todo.extend(reversed(item))

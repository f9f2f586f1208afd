"""Parts a large edition into volumes, each small enough to be set on an ordinary machine.

Typst needs memory in proportion to the pages that it sets at once, about 7 MB a page. So no volume
holds more than some hundred of them. What leads from one volume to another says its number.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

Json = Any

LIMIT = 6_000_000
"""How much of the data goes into a volume, in characters of JSON: about 400 pages."""

_RECORDS = {
    "terms": ("agreements", "terms"),
    "actors": ("sides", "actors"),
    "timeline": ("events",),
    "discrepancies": ("weights", "discrepancies"),
}
"""The lists of the records in a chapter's view; those in a group stand in a list of the group."""
_GROUPED = {"actors", "discrepancies"}
_TARGETS = ("href", "home", "passage_href", "entry", "mark")
"""The fields that lead somewhere."""
_ONCE: Json = {"ledger": [], "register": [], "figure": None, "matrix": None}
"""What a chapter shows before its records, and what stands for it where the chapter goes on."""


def volumes(whole: Json, limit: int = LIMIT) -> list[Json]:
    """The data of each volume, from that of the whole; one volume is the whole itself."""
    groups = list(_filled(_all_pieces(whole["chapters"], limit), limit))
    homes = {
        place: number
        for number, chapters in enumerate(groups, 1)
        for place in _found(chapters, "label")
    }
    return [
        _volume(whole, chapters, homes, number, len(groups))
        for number, chapters in enumerate(groups, 1)
    ]


def _volume(whole: Json, chapters: list[Json], homes: Json, number: int, count: int) -> Json:
    notes = _notes(whole["notes"], chapters)
    targets = {target for name in _TARGETS for target in _found([chapters, notes], name)}
    return {
        **whole,
        "chapters": _with_first_references(chapters, notes),
        "notes": notes,
        "index": _within(whole["index"], homes, number),
        "volume": number,
        "volumes": count,
        "elsewhere": {
            target: homes[target]
            for target in sorted(targets)
            if homes.get(target, number) != number
        },
    }


def _within(index: Json, homes: Json, number: int) -> Json:
    """The index of one volume: what leads to another is left out, and what then leads nowhere;
    None if nothing is left.
    """

    def here(target: Json) -> bool:
        return bool(target and target["href"]) and homes.get(target["href"]) == number

    def within(entries: list[Json]) -> list[Json]:
        cut = (
            entry
            | {
                "own": entry["own"] if here(entry["own"]) else None,
                "at": [target for target in entry["at"] if here(target)],
            }
            for entry in entries
        )
        return [entry for entry in cut if entry["own"] or entry["at"]]

    cut = {part: within(entries) for part, entries in (index or {}).items()}
    return cut if any(cut.values()) else None


def _filled(pieces: Iterable[Json], limit: int) -> Iterator[list[Json]]:
    """The pieces in groups, each as large as the limit allows, and of one piece at the least."""
    group: list[Json] = []
    room = limit
    for piece in pieces:
        size = _size(piece)
        if group and size > room:
            yield group
            group, room = [], limit
        group.append(piece)
        room -= size
    if group:
        yield group


def _all_pieces(chapters: Iterable[Json], limit: int) -> Iterator[Json]:
    """The chapters; one that is too large for a volume in pieces of whole records."""
    for chapter in chapters:
        if _size(chapter) <= limit:
            yield chapter
            continue
        for place, group in enumerate(_filled(_single(chapter), limit)):
            shown = [shown for piece in group for shown in piece["shown"]]
            if chapter["name"] in _RECORDS:
                shown = [_joined(shown, chapter["name"])]
            goes_on = {"label": "", "continued": True} if place else {}
            yield chapter | {"shown": shown} | goes_on


def _single(chapter: Json) -> Iterator[Json]:
    """The chapter in pieces of one record or document each; the first has what comes before."""
    views = _views(chapter["shown"][0], chapter["name"])
    for place, view in enumerate(views if chapter["name"] in _RECORDS else chapter["shown"]):
        once = {name: empty for name, empty in _ONCE.items() if place and name in view}
        yield chapter | {"shown": [view | once]}


def _views(view: Json, name: str) -> Iterator[Json]:
    """The view as many, with a record each."""
    if name in _GROUPED:
        groups, records = _RECORDS[name]
        for group in view[groups]:
            for record in group[records]:
                yield view | {groups: [group | {records: [record]}]}
    else:
        empty: Json = {field: [] for field in _RECORDS[name]}
        for field in empty:
            for record in view[field]:
                yield view | empty | {field: [record]}


def _joined(views: list[Json], name: str) -> Json:
    """One view of many with a record each; records of one group come together again."""
    if name not in _GROUPED:
        return views[0] | {
            field: [record for view in views for record in view[field]] for field in _RECORDS[name]
        }
    groups, records = _RECORDS[name]
    joined: list[Json] = []
    for (group,) in (view[groups] for view in views):
        if joined and joined[-1] | {records: []} == group | {records: []}:
            joined[-1] = group | {records: joined[-1][records] + group[records]}
        else:
            joined.append(group)
    return views[0] | {groups: joined}


def _with_first_references(chapters: list[Json], notes: Json) -> list[Json]:
    """The chapters, each with its first reference to some words marked: that footnote has them.

    The others name that one, even where they cite the words for something else.
    """
    return [_marked(chapter, notes[chapter["name"]], {}) for chapter in chapters]


def _marked(value: Json, notes: Json, told: dict[str, str]) -> Json:
    if isinstance(value, dict) and "cites" in value and len(value) == 1:
        note = notes[value["cites"]]
        where = (note["source"]["text"], note["passage_href"], note["line"])
        words = json.dumps((where, note["quote"] or value["cites"]))
        first = words not in told
        told.setdefault(words, value["cites"])
        return value | {"first": first, "words": told[words]}
    if isinstance(value, dict):
        return {name: _marked(item, notes, told) for name, item in value.items()}
    if isinstance(value, list):
        return [_marked(item, notes, told) for item in value]
    return value


def _notes(notes: Json, chapters: list[Json]) -> Json:
    """The footnotes that the chapters refer to."""
    return {
        chapter["name"]: {id: notes[chapter["name"]][id] for id in _found(chapter, "cites")}
        for chapter in chapters
    }


def _found(value: Json, name: str) -> Iterator[str]:
    """Every text in a field of this name."""
    if isinstance(value, dict):
        for key, item in value.items():
            if key == name and isinstance(item, str):
                yield item
            else:
                yield from _found(item, name)
    elif isinstance(value, list):
        for item in value:
            yield from _found(item, name)


def _size(value: Json) -> int:
    return len(json.dumps(value, ensure_ascii=False))

"""Reads YAML into plain values that know their place, and refuses what a summary has no need of.

The parser's events are turned into values by an explicit stack, so that no input can exhaust
Python's own. Scalars stay text (`no`, `36` and `2020-03-05` too): the schema decides what they are,
not the YAML. Anchors, aliases and tags are refused: each value has one place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Protocol

import yaml

from quoteproof.diagnostics import codes
from quoteproof.diagnostics.finding import Finding, Location, Related
from quoteproof.model.located import ListAt, MappingAt
from quoteproof.text.lines import LineIndex

MAX_BYTES = 4_000_000
MAX_DEPTH = 24

_Loader: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_SURROGATE = re.compile("[\ud800-\udfff]")
_OTHER_BREAK = re.compile("[\x85\u2028\u2029\ufeff]")
"""What YAML counts as the end of a line, or as no column, and no editor does."""


class _Mark(Protocol):
    index: int
    line: int
    column: int


@dataclass(slots=True)
class _Open:
    """A mapping or list whose end has not been read yet."""

    value: MappingAt | ListAt
    at: Location
    key: str | None = None
    key_at: Location | None = None
    skipping: bool = False


@dataclass(slots=True)
class _Reader:
    path: str
    lines: LineIndex
    plain: int
    """Before which offset YAML counts lines and columns as editors do."""
    findings: list[Finding] = field(default_factory=list)
    root: object = None

    def place(self, mark: _Mark | None) -> Location:
        """Where a mark is: by its own line, or by its offset where an editor counts otherwise."""
        assert mark is not None  # both parsers give every event its mark
        if mark.index < self.plain:
            return Location(self.path, mark.line + 1, mark.column + 1)
        return Location(self.path, *self.lines.line_column(mark.index))


def read_yaml(text: str, path: str) -> tuple[object, list[Finding]]:
    """The value that a YAML text holds, and what is wrong with it; None where nothing can be read.

    `path` is the file's path as findings tell it. Mappings are `MappingAt`, lists are `ListAt`,
    everything else is text or None. A byte order mark counts neither as text nor as a column.
    """
    text = text.lstrip("\ufeff")
    other = _OTHER_BREAK.search(text)
    reader = _Reader(path, LineIndex(text), other.start() if other else len(text))
    if len(text.encode("utf-8", "surrogatepass")) > MAX_BYTES:
        message = f"The file is larger than {MAX_BYTES:,} bytes."
        return None, [Finding(codes.YAML_TOO_LARGE, Location(path), message, "Split it.")]
    try:
        root = _compose(reader, text)
    except yaml.MarkedYAMLError as error:
        return None, [*reader.findings, _broken(error, reader)]
    except (yaml.YAMLError, ValueError) as error:
        return None, [*reader.findings, _unreadable(error, text, reader)]
    except _TooDeep as error:
        return None, [*reader.findings, error.finding]
    return root, reader.findings


class _TooDeep(Exception):
    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message)
        self.finding = finding


def _compose(reader: _Reader, text: str) -> object:
    stack: list[_Open] = []
    documents = 0
    for event in yaml.parse(text, Loader=_Loader):
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents == 2:
                reader.findings.append(
                    Finding(
                        codes.YAML_BROKEN,
                        reader.place(event.start_mark),
                        "The file holds more than one YAML document.",
                        "Remove the line with `---`, or split the file.",
                    )
                )
        if documents > 1:
            continue
        if isinstance(event, yaml.CollectionEndEvent):
            done = stack.pop()
            _deliver(reader, stack, done.value, done.at)
        if not isinstance(event, yaml.NodeEvent):
            continue
        at = reader.place(event.start_mark)
        if event.anchor is not None or getattr(event, "tag", None) is not None:
            reader.findings.extend(_refused(event, at))
        if isinstance(event, yaml.ScalarEvent):
            value = event.value
            # libyaml refuses such an escape, PyYAML does not
            if not value.isascii() and _SURROGATE.search(value):
                message = "Half of a surrogate pair stands for no character."
                hint = "Write the character itself."
                reader.findings.append(Finding(codes.YAML_BROKEN, at, message, hint))
            plain = not event.style  # None from PyYAML's own parser, "" from libyaml's
            _deliver(reader, stack, None if plain and value in _NULLS else value, at)
        elif isinstance(event, yaml.AliasEvent):
            _deliver(reader, stack, None, at)
        else:
            if len(stack) == MAX_DEPTH:
                message = f"Mappings and lists are nested more than {MAX_DEPTH} deep."
                raise _TooDeep(Finding(codes.YAML_TOO_DEEP, at, message, "Write it flatter."))
            mapping = isinstance(event, yaml.MappingStartEvent)
            stack.append(_Open(MappingAt(at) if mapping else ListAt(at), at))
    return reader.root


def _deliver(reader: _Reader, stack: list[_Open], value: object, at: Location) -> None:
    """Put a finished value where it belongs: into the list, mapping or file that is open."""
    if not stack:
        reader.root = value
        return
    top = stack[-1]
    if isinstance(top.value, ListAt):
        top.value.add(value, at)
    elif top.key_at is None:
        top.key_at = at
        if isinstance(value, str):
            top.key = value
            top.skipping = value in top.value
            if top.skipping:
                reader.findings.append(_duplicate_key(value, at, top.value.keys_at[value]))
        else:
            top.key, top.skipping = None, True
            message = "A key must be a plain text."
            reader.findings.append(Finding(codes.YAML_BROKEN, at, message, "Give it a name."))
    else:
        if not top.skipping and top.key is not None:
            top.value.put(top.key, value, top.key_at, at)
        top.key, top.key_at, top.skipping = None, None, False


def _refused(event: yaml.NodeEvent, at: Location) -> Iterator[Finding]:
    if isinstance(event, yaml.AliasEvent):
        message = f"`*{event.anchor}` stands for a value written elsewhere."
        yield Finding(codes.YAML_ALIAS, at, message, "Write the value here.")
        return
    if event.anchor is not None:
        message = f"`&{event.anchor}` names a value for use elsewhere."
        yield Finding(codes.YAML_ALIAS, at, message, "Remove the name.")
    tag = getattr(event, "tag", None)
    if tag not in (None, "!"):
        message = f"`{tag}` asks for a type."
        hint = "Remove the tag: the schema decides the type of every value."
        yield Finding(codes.YAML_TAG, at, message, hint)


def _duplicate_key(key: str, at: Location, first: Location) -> Finding:
    return Finding(
        codes.YAML_DUPLICATE_KEY,
        at,
        f"The key `{key}` is given twice in the same mapping.",
        "Keep one of them; for several values write a list.",
        (Related(first, "the first one"),),
    )


def _broken(error: yaml.MarkedYAMLError, reader: _Reader) -> Finding:
    at = reader.place(error.problem_mark or error.context_mark)
    said = ", ".join(part for part in (error.context, error.problem) if part)
    hint = "Put texts that hold `: `, ` #` or begin with a sign such as [ { * & ! % @ ` in quotes."
    return Finding(codes.YAML_BROKEN, at, f"The YAML cannot be read: {said}.", hint)


def _unreadable(error: Exception, text: str, reader: _Reader) -> Finding:
    """A character that YAML does not allow; the parser gives an offset, or nothing at all."""
    offset = next((i for i, c in enumerate(text) if not _is_yaml_character(c)), None)
    if offset is None:
        at = Location(reader.path)
        return Finding(codes.YAML_BROKEN, at, f"The YAML cannot be read: {error}.", "")
    at = Location(reader.path, *reader.lines.line_column(offset))
    message = f"The character U+{ord(text[offset]):04X} is not allowed in YAML."
    hint = 'Remove it, or write it as an escape such as "\\u0007" in double quotes.'
    return Finding(codes.YAML_BROKEN, at, message, hint)


def _is_yaml_character(c: str) -> bool:
    code = ord(c)
    return (
        c in "\t\n\r\x85"
        or 0x20 <= code <= 0x7E
        or 0xA0 <= code <= 0xD7FF
        or 0xE000 <= code <= 0xFFFD
        or 0x10000 <= code <= 0x10FFFF
    )

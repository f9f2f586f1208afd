"""Reads files of the project, and none outside it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from quoteproof.diagnostics.finding import Code, Finding, Location
from quoteproof.text.lines import split_lines


@dataclass(frozen=True, slots=True)
class FileCodes:
    """The codes under which a kind of file tells its problems."""

    missing: Code
    not_a_file: Code
    outside: Code
    unreadable: Code
    too_large: Code
    not_utf8: Code


@dataclass(frozen=True, slots=True)
class TextFile:
    """A file as read: its path as findings tell it, its text as stored, and its SHA-256."""

    path: str
    text: str
    sha256: str


def read_text(
    root: Path, path: Path, told_at: Location, codes: FileCodes, max_bytes: int
) -> TextFile | Finding:
    """The text of a UTF-8 file below `root`, or why it cannot be had, told at `told_at`.

    Line breaks and a byte order mark are kept as they are, so that offsets are those of the file.
    """
    name = shown(root, path)
    try:
        name.encode("utf-8")  # pages tell it
        real = path.resolve()
        if not real.is_relative_to(root.resolve()):
            message = f"`{name}` leads out of the project."
            hint = "Put the file itself into the project; links may not lead out of it."
            return Finding(codes.outside, told_at, message, hint)
        if not real.exists():
            message = f"There is no file `{name}`."
            return Finding(codes.missing, told_at, message, _alike(path))
        if not real.is_file():
            message = f"`{name}` is not a regular file."
            return Finding(codes.not_a_file, told_at, message, "Name the document itself.")
        size = real.stat().st_size
        if size > max_bytes:
            message = f"`{name}` has {size:,} bytes; the limit is {max_bytes:,}."
            return Finding(codes.too_large, told_at, message, "Split it into parts.")
        data = real.read_bytes()
    except (OSError, ValueError, RuntimeError) as error:  # RuntimeError: a circle of links
        reason = getattr(error, "strerror", None) or str(error)
        message = f"`{name}` cannot be read: {reason}."
        return Finding(codes.unreadable, told_at, message, "See to its name and permissions.")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        start = data.rfind(b"\n", 0, error.start) + 1
        column = len(data[start : error.start].decode("utf-8", "replace")) + 1
        message = f"`{name}` is not UTF-8: byte 0x{data[error.start]:02X} at {line}:{column}."
        return Finding(codes.not_utf8, told_at, message, "Save it as UTF-8 and try again.")
    return TextFile(name, text, hashlib.sha256(data).hexdigest())


def lines_of(root: Path, path: str, max_bytes: int = 5_000_000) -> list[str]:
    """The lines of a file of the project, to be shown; [] where there are none to be had: it is no
    regular file, leads out of the project, or is too large.
    """
    try:
        real = (root / path).resolve()
        if not (real.is_relative_to(root.resolve()) and real.is_file()):
            return []
        if real.stat().st_size > max_bytes:
            return []
        return split_lines(real.read_bytes().decode("utf-8", "replace"))
    except (OSError, ValueError, RuntimeError):  # RuntimeError: a circle of links
        return []


def paths_below(folder: Path) -> Iterator[Path]:
    """Everything below a folder in order, without what is hidden: editors keep their own there."""
    for path in sorted(folder.rglob("*")):
        if not any(part.startswith(".") for part in path.relative_to(folder).parts):
            yield path


def shown(root: Path, path: Path) -> str:
    """A path as findings and pages tell it: from the project's root, with `/`."""
    try:
        return path.relative_to(root).as_posix()
    except ValueError:
        return path.as_posix()


def _alike(path: Path) -> str:
    """A hint with the file in the same folder whose name is most like the missing one's."""
    from difflib import get_close_matches

    try:
        names = [item.name for item in path.parent.iterdir()]
    except OSError:
        return "Put the document there, or mend the name."
    close = get_close_matches(path.name, names, n=1)
    return f"Did you mean `{close[0]}`?" if close else "Put the document there, or mend the name."

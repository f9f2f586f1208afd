"""Looks at the fonts of a project before Typst does, which passes over a broken one in silence, and
is kept busy for minutes by one that was made to.
"""

from __future__ import annotations

import logging
import struct
from collections.abc import Iterator
from pathlib import Path

from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from quoteproof.diagnostics import codes
from quoteproof.diagnostics.finding import Finding, Location
from quoteproof.exports.pdf.glyphs import FONTS, forbidding

OWN_FONTS = "seeds/fonts"
"""Where a project has fonts of its own, for scripts that those of the program lack."""

# What it doubts is told as a finding or not at all.
logging.getLogger("fontTools").addHandler(logging.NullHandler())

_WEB = {b"wOFF": "WOFF", b"wOF2": "WOFF2"}
_COLLECTION = b"ttcf"
_SINGLE = frozenset({b"\0\1\0\0", b"OTTO", b"true"})
_NAMED = frozenset({".ttf", ".otf", ".ttc", ".otc", ".woff", ".woff2"})
"""What is meant as a font, by its name; anything else is left alone, by Typst too."""
_NEEDED = ("head", "hhea", "maxp", "hmtx", "cmap", "name")
_MOST = 256
"""How many fonts a collection may hold; those that there are hold some dozens."""


def folders_for(root: Path | None) -> list[Path]:
    """The folders with the fonts for a project: the program's, then its own if there is one."""
    own = root / OWN_FONTS if root else None
    return [FONTS, own] if own and own.is_dir() else [FONTS]


def unusable(root: Path | None) -> list[Finding]:
    """A finding for each font of a project with which no edition can be set."""
    if root is None or not (root / OWN_FONTS).is_dir():
        return []
    paths = sorted((root / OWN_FONTS).rglob("*"))
    if found := [finding for path in paths for finding in _refused(path, root)]:
        return found  # what a font forbids is asked of all of them as Typst sees them
    return [
        Finding(
            codes.FONT_FORBIDS,
            _at(path, root),
            "This font forbids that it is embedded in a document.",
            "Take another font in its place.",
        )
        for path in forbidding(folders_for(root))
    ]


def _refused(path: Path, root: Path) -> Iterator[Finding]:
    if not path.resolve().is_relative_to(root.resolve()):  # Typst would follow it
        message = "This leads out of the project."
        yield Finding(codes.FONT_OUTSIDE, _at(path, root), message, "Put the font itself here.")
    elif path.suffix.lower() in _NAMED and not path.is_dir() and (why := _broken(path)):
        message = f"Typst cannot read this font: {why}."
        hint = "Put a whole font here, as .ttf, .otf or .ttc, or take this one away."
        yield Finding(codes.FONT_BROKEN, _at(path, root), message, hint)


def _at(path: Path, root: Path) -> Location:
    return Location(path.relative_to(root).as_posix())


def _broken(path: Path) -> str:
    """Why a file is no font that Typst can read; nothing where it is."""
    if not path.is_file():
        return "it is no file"
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            start = file.read(12)
    except OSError as error:
        return f"{error.strerror or error}"
    if size == 0:
        return "it is empty"
    if start[:4] in _WEB:
        return f"it is a web font ({_WEB[start[:4]]})"
    if start[:4] in _SINGLE:
        return _broken_face(path, size)
    if start[:4] != _COLLECTION or len(start) < 12:
        return "it does not begin as a font does"
    (count,) = struct.unpack(">L", start[8:])
    if not 0 < count <= _MOST:
        return f"it says that it holds {count} fonts"
    return next(filter(None, (_broken_face(path, size, n) for n in range(count))), "")


def _broken_face(path: Path, size: int, number: int = -1) -> str:
    """Why Typst cannot read a font of a file; the number is its place in a collection."""
    table = ""
    try:
        with TTFont(path, fontNumber=number, lazy=True) as font:
            for table, entry in font.reader.tables.items():
                if entry.offset + entry.length > size:
                    return f"it ends before its table `{table.strip()}` does"
            for table in _NEEDED:
                font[table]  # KeyError where there is none, and whatever else if it is damaged
    except Exception:
        return f"its table `{table}` is damaged or missing" if table in _NEEDED else "it is damaged"
    return ""

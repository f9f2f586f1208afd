"""Which fonts the PDF edition has, and which characters of its texts none of them can show.

PDF/A and PDF/UA allow no character without a glyph, and Typst then makes no PDF at all. What is
missing is therefore looked up beforehand, so that a finding can say so and where.

Typst sets a text cluster by cluster: a letter and its marks come from one font or not at all, the
first one that has them. So every text must be set in a stack that holds *all* families, and with
`fallback: false`, which would otherwise choose by the first character alone.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

import typst
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from fontTools.unicodedata import script  # type: ignore[import-untyped]

from quoteproof.text.characters import visible

FONTS = Path(__file__).parent / "fonts"
"""The folder of the fonts that come with the program."""

SHIPPED = (
    "Noto Serif",
    "Noto Naskh Arabic",
    "Noto Serif Hebrew",
    "Noto Sans Math",
    "Noto Sans Symbols 2",
    "Noto Sans Symbols",
    "Noto Sans",
    "Noto Sans Mono",
    "Noto Emoji",
)
"""Their families, in the order in which they are asked for a character."""

_FIRST = {"serif": "Noto Serif", "sans": "Noto Sans", "mono": "Noto Sans Mono"}


def shelf(folders: Sequence[Path]) -> typst.Fonts:
    """The fonts of the folders and their subfolders, for Typst to set texts in: none of the
    machine's, nor those inside Typst, so that the same input gives the same bytes.
    """
    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(folder) for folder in folders],
    )


def families(folders: Sequence[Path]) -> tuple[str, ...]:
    """The families of the folders: those shipped in their order, then a project's own by name.

    A family with a font that forbids embedding is not among them: Typst makes no PDF with it.
    """
    found = {name for name, faces in _faces(folders).items() if all(f.embeddable for f in faces)}
    return tuple(name for name in SHIPPED if name in found) + tuple(sorted(found - set(SHIPPED)))


def stacks(folders: Sequence[Path]) -> dict[str, tuple[str, ...]]:
    """All families with the one of a purpose (serif, sans, mono) before the others."""
    names = families(folders)
    return {
        purpose: (first, *(name for name in names if name != first))
        for purpose, first in _FIRST.items()
    }


def forbidding(folders: Sequence[Path]) -> tuple[Path, ...]:
    """The font files that forbid embedding."""
    found = (face for faces in _faces(folders).values() for face in faces)
    return tuple(sorted({face.path for face in found if not face.embeddable}))


def printable(text: str) -> str:
    """The text as `visible` shows it, and characters of private use as code points in brackets.

    PDF/A-2a forbids those (such as U+F0B7, which Word puts for a bullet), whatever font has them.
    """
    return _PRIVATE.sub(lambda match: f"[U+{ord(match[0]):04X}]", visible(text))


def missing(texts: Iterable[str], folders: Sequence[Path]) -> tuple[str, ...]:
    """What the fonts cannot show, each once, sorted: a character; or a letter with its marks,
    where no one family has them together. If nothing is, Typst makes the PDF.

    A family has a character if each of its fonts has it: a text may be set in bold or italics.
    """
    faces = _faces(folders)
    shown = [
        frozenset.intersection(*(face.characters for face in faces[name]))
        for name in families(folders)
    ]
    words = {word for text in texts for word in _WORD.findall(text)}
    clusters = {cluster for word in words for cluster in _clusters(word)}
    return tuple(sorted({part for cluster in clusters for part in _missing(cluster, shown)}))


class _Face(NamedTuple):
    path: Path
    characters: frozenset[str]
    embeddable: bool


def _faces(folders: Sequence[Path]) -> dict[str, list[_Face]]:
    """The fonts by their family, as Typst sees them."""
    faces: dict[str, list[_Face]] = {}
    for font in shelf(folders).fonts():
        assert font.path is not None  # only those inside Typst have none
        stat = Path(font.path).stat()
        face = _read(font.path, font.index, stat.st_mtime_ns, stat.st_size)
        faces.setdefault(font.family, []).append(face)
    return dict(sorted(faces.items()))


@lru_cache(maxsize=256)
def _read(path: str, index: int, changed: int, size: int) -> _Face:
    """A face; `changed` and `size` are there for the cache, while `serve` runs."""
    try:
        with TTFont(path, fontNumber=index, lazy=True) as font:
            glyphs = font.getBestCmap() or {}
            characters = frozenset(chr(code) for code in glyphs if font.getGlyphID(glyphs[code]))
            # The lowest four bits; 2 alone is "Restricted License embedding".
            permission = font["OS/2"].fsType & 0xF if "OS/2" in font else 0
    except Exception:  # a broken table makes fontTools raise just about anything
        return _Face(Path(path), frozenset(), embeddable=True)
    return _Face(Path(path), characters, permission != 2)


# PDF/A-2a forbids private use, and Typst the others: a PDF could not say which character it shows.
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd]")
_FORBIDDEN = re.compile(f"[\0\ufeff\ufffe{_PRIVATE.pattern[1:]}")

# With the space before it, which may carry a mark.
_WORD = re.compile(r"\s?\S+|\s")

# Typst sets what is around them apart, unless a mark follows, which takes the font of its letter.
_BREAKS = frozenset("\t\n\v\f\r\x85\u2028\u2029")

# What a program that does not know it may leave out, as Typst does: joiners, direction marks ...
# (Unicode's Default_Ignorable_Code_Point, which Python does not tell).
_LEFT_OUT = re.compile(
    "[\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\u3164\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e00ff"
    "\U000e01f0-\U000e0fff]"
)
# Left out, too; but what they follow is then shown as it is or not at all.
_VARIANTS = re.compile("[\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef]")

# What is made from another character where a font has no glyph for it, as HarfBuzz does.
_INSTEAD = dict.fromkeys("\xa0\u202f\u205f\u3000", " ") | {"\u2011": "\u2010"}
_INSTEAD |= {chr(code): " " for code in range(0x2000, 0x200B)}

_JOINER = "\u200d"
_VIRAMA = 9  # the canonical combining class of the sign that joins the letter after it
_NO_SCRIPT = frozenset({"Zyyy", "Zinh", "Zzzz"})

# What belongs to the character before it, beside marks: skin tones, voiced marks of halfwidth
# katakana, vowels and finals of Hangul.
_EXTENDING = re.compile("[\U0001f3fb-\U0001f3ff\uff9e\uff9f\u1160-\u11ff\ud7b0-\ud7ff]")


def _clusters(text: str) -> Iterator[str]:
    """The text in the pieces that a font shows or does not."""
    cluster = ""
    for char in text:
        if cluster and not _continues(cluster, char):
            yield cluster
            cluster = ""
        cluster += char
    if cluster:
        yield cluster


def _continues(cluster: str, char: str) -> bool:
    if _LEFT_OUT.match(char) or _VARIANTS.match(char):
        return True
    bare = _LEFT_OUT.sub("", cluster)
    if not bare:
        return True
    if unicodedata.category(char)[0] != "M" and not _EXTENDING.match(char):
        joined = cluster[-1] == _JOINER or unicodedata.combining(cluster[-1]) == _VIRAMA
        if not joined:
            return False
    return len({script(bare[0]), script(char)} - _NO_SCRIPT) < 2  # else Typst parts them


def _missing(cluster: str, shown: Sequence[frozenset[str]]) -> Iterator[str]:
    """The parts of a cluster that no family has, or all of it if none has them together."""
    bare = _LEFT_OUT.sub("", cluster)
    chars = _VARIANTS.sub("", bare)
    if not chars or chars in _BREAKS:
        return
    if _FORBIDDEN.search(chars):
        yield from _FORBIDDEN.findall(chars)
    elif bare != chars:
        if not any(family.issuperset(chars) for family in shown):
            yield from _nowhere(chars, shown) or [cluster]
    elif not any(all(_has(f, c) for c in form) for form in _forms(chars) for f in shown):
        yield from _nowhere(chars, shown) or [cluster]


def _nowhere(chars: str, shown: Sequence[frozenset[str]]) -> list[str]:
    return [char for char in chars if not any(_has(family, char) for family in shown)]


def _forms(chars: str) -> set[str]:
    return {chars, unicodedata.normalize("NFC", chars)}


def _has(family: frozenset[str], char: str) -> bool:
    """Whether a family can show a character: it has it, its parts, or what stands in for it."""
    if char in family:
        return True
    parts = _parts(char)
    return bool(parts) and all(_has(family, part) for part in parts)


@cache
def _parts(char: str) -> str:
    decomposition = unicodedata.decomposition(char)
    if decomposition and not decomposition.startswith("<"):
        return "".join(chr(int(code, 16)) for code in decomposition.split())
    return _INSTEAD.get(char, "")

"""Makes Noto Naskh Arabic legible to programs: `python whole_letters.py IN OUT`.

README.md says why. It is run by hand when the font is renewed; no other module needs it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import Any

from fontTools.otlLib import builder  # type: ignore[import-untyped]
from fontTools.pens.ttGlyphPen import TTGlyphPen  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from fontTools.ttLib.tables import otTables  # type: ignore[import-untyped]

ARABIC = [*range(0x621, 0x63B), *range(0x641, 0x64B)]
PERSIAN_AND_QURANIC = [0x671, 0x67E, 0x686, 0x698, 0x6A9, 0x6AF, 0x6CC]
VOWELS = [*range(0x64B, 0x653), 0x670]
LAM_LAM_HEH = [0xFEDF, 0xFEE0, 0xFEEA]
"""The letters of لله in their forms: the first, a middle one, the last."""

Part = tuple[str, tuple[int, int]]
"""A glyph, and how far it is moved."""


def main(source: str, target: str) -> None:
    """Write the font of one file into another."""
    font = TTFont(source, recalcTimestamp=False)
    with_vowels(font)
    without_long_ligature(font)
    font.save(target)


def with_vowels(font: Any) -> None:
    """Draw each letter in each of its forms with each vowel mark as one glyph."""
    cmap = font.getBestCmap()
    ligatures = [
        ({first, *it.Component}, it.LigGlyph)
        for table in _subtables(font, "GSUB", otTables.LigatureSubst)
        for first, found in table.ligatures.items()
        for it in found
    ]
    vowels = {cmap[code] for code in VOWELS}
    vowels |= {
        glyph for parts, glyph in ligatures if parts <= vowels
    }  # such as a doubling and an a
    letters = _in_all_forms(font, {cmap[code] for code in ARABIC + PERSIAN_AND_QURANIC})
    whole = {}
    for table in _subtables(font, "GPOS", otTables.MarkBasePos):
        marks = dict(zip(table.MarkCoverage.glyphs, table.MarkArray.MarkRecord, strict=True))
        bases = dict(zip(table.BaseCoverage.glyphs, table.BaseArray.BaseRecord, strict=True))
        for letter in sorted(letters & bases.keys()):
            for vowel in sorted(vowels & marks.keys()):
                at, own = bases[letter].BaseAnchor[marks[vowel].Class], marks[vowel].MarkAnchor
                moved = (at.XCoordinate - own.XCoordinate, at.YCoordinate - own.YCoordinate)
                name = whole[letter, vowel] = f"{letter}_{vowel}"
                width, _ = font["hmtx"][letter]
                _draw(font, name, width, [(letter, (0, 0)), (vowel, moved)])
    number = _added(font, builder.buildLookup([builder.buildLigatureSubstSubtable(whole)]))
    for record in font["GSUB"].table.FeatureList.FeatureRecord:
        if record.FeatureTag == "rlig":
            record.Feature.LookupListIndex.append(number)


def without_long_ligature(font: Any) -> None:
    """Draw the ligature of لله for its last letter, and nothing for the two before that."""
    cmap, lookups = font.getBestCmap(), font["GSUB"].table.LookupList.Lookup
    letters = [cmap[code] for code in LAM_LAM_HEH]
    usual = {
        number
        for record in font["GSUB"].table.FeatureList.FeatureRecord
        if record.FeatureTag == "liga"
        for number in record.Feature.LookupListIndex
    }
    (old,) = (lookups[number] for number in usual if _ligatures(lookups[number], letters[0]))
    (ligature,) = {it.LigGlyph for it in _ligatures(old, letters[0])}
    last = [it.Component[-1] for it in _ligatures(old, letters[0])]
    for letter in letters[:2]:
        _draw(font, f"{letter}_hidden", 0, [])
    hidden = {letter: f"{letter}_hidden" for letter in letters[:2]}
    _draw(font, f"{ligature}_whole", font["hmtx"][ligature][0], [(ligature, (0, 0))])
    steps = [
        *({letter: glyph} for letter, glyph in hidden.items()),
        dict.fromkeys(last, f"{ligature}_whole"),
    ]
    chain = otTables.ChainContextSubst()
    chain.Format = 3
    chain.BacktrackCoverage, chain.LookAheadCoverage = [], []
    glyphs = font.getReverseGlyphMap()
    chain.InputCoverage = [builder.buildCoverage(step, glyphs) for step in steps]
    chain.SubstLookupRecord = []
    for index, step in enumerate(steps):
        record = otTables.SubstLookupRecord()
        record.SequenceIndex = index
        single = builder.buildSingleSubstSubtable(step)
        record.LookupListIndex = _added(font, builder.buildLookup([single]))
        chain.SubstLookupRecord.append(record)
    lookups[lookups.index(old)] = builder.buildLookup([chain])


def _subtables(font: Any, table: str, kind: type) -> Iterator[Any]:
    for lookup in font[table].table.LookupList.Lookup:
        for it in lookup.SubTable:
            it = getattr(it, "ExtSubTable", it)
            if isinstance(it, kind):
                yield it


def _ligatures(lookup: Any, first: str) -> list[Any]:
    return [
        it for table in lookup.SubTable for it in getattr(table, "ligatures", {}).get(first, [])
    ]


def _in_all_forms(font: Any, letters: set[str]) -> set[str]:
    """The letters and all that can be put in their place, one for one."""
    while True:
        forms = {
            form
            for table in _subtables(font, "GSUB", otTables.SingleSubst)
            for letter, form in table.mapping.items()
            if letter in letters
        }
        if forms <= letters:
            return letters
        letters = letters | forms


def _draw(font: Any, name: str, width: int, parts: Sequence[Part]) -> None:
    """Add a glyph made of others."""
    pen = TTGlyphPen(font["glyf"])
    for glyph, (x, y) in parts:
        pen.addComponent(glyph, (1, 0, 0, 1, x, y))
    names = [*font.getGlyphOrder(), name]
    font["glyf"][name] = glyph = pen.glyph()
    glyph.recalcBounds(font["glyf"])
    font["hmtx"][name] = (width, glyph.xMin if parts else 0)
    font["GDEF"].table.GlyphClassDef.classDefs[name] = 1
    font.setGlyphOrder(names)
    font["glyf"].setGlyphOrder(names)


def _added(font: Any, lookup: Any) -> int:
    """The number of a lookup that comes to those of the font."""
    lookups = font["GSUB"].table.LookupList.Lookup
    lookups.append(lookup)
    return len(lookups) - 1


if __name__ == "__main__":
    main(*sys.argv[1:])

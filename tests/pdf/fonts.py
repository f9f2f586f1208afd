"""Makes fonts: small ones, with the characters that a test wants them to have."""

from __future__ import annotations

from io import BytesIO

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen


def font(characters: str, family: str = "Own", style: str = "Regular", fs_type: int = 0) -> bytes:
    """A TrueType font in which each of some characters is a triangle."""
    glyphs = {ord(char): f"u{ord(char):04X}" for char in characters}
    pen = TTGlyphPen(None)
    pen.moveTo((0, 0))
    pen.lineTo((0, 700))
    pen.lineTo((500, 700))
    pen.closePath()
    triangle = pen.glyph()
    names = [".notdef", *glyphs.values()]
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap(glyphs)
    builder.setupGlyf(dict.fromkeys(names, triangle))
    builder.setupHorizontalMetrics(dict.fromkeys(names, (600, 0)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable(
        {
            "familyName": family,
            "styleName": style,
            "uniqueFontIdentifier": f"{family} {style}",
            "fullName": f"{family} {style}",
            "version": "Version 1.0",
            "psName": f"{family}-{style}".replace(" ", ""),
        }
    )
    builder.setupOS2(
        fsType=fs_type,
        sTypoAscender=800,
        sTypoDescender=-200,
        usWinAscent=800,
        usWinDescent=200,
        usWeightClass=700 if style == "Bold" else 400,
    )
    builder.setupPost()
    file = BytesIO()
    builder.save(file)
    return file.getvalue()

"""Finds where a character stands that no font of the edition has, before Typst stumbles over it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from quoteproof.diagnostics import codes
from quoteproof.diagnostics.finding import Finding, Location, in_order
from quoteproof.exports.pdf.glyphs import missing, printable
from quoteproof.model.located import Located
from quoteproof.model.verified import VerifiedBriefing, record_id, records
from quoteproof.pages.marks import Words, marked_text

Place = tuple[Location, str, str]
"""Where a text stands, what has it (such as a record), and the text as it would be set."""
_TOLD = 5
"""How many characters of one text are named."""


def unprintable(briefing: VerifiedBriefing, folders: Sequence[Path]) -> list[Finding]:
    """A finding for each text with characters that the fonts of these folders do not have."""
    places = list(_places(briefing))
    lacking = missing((text for _, _, text in places), folders)
    if not lacking:
        return []
    found = ((place, [part for part in lacking if part in place[2]]) for place in places)
    return in_order([_finding(place, parts) for place, parts in found if parts])


def _finding(place: Place, parts: list[str]) -> Finding:
    at, owner, _ = place
    told = ", ".join(map(_named, parts[:_TOLD]))
    more = f" and {len(parts) - _TOLD} more" if len(parts) > _TOLD else ""
    return Finding(
        codes.MISSING_GLYPH,
        at,
        f"{owner} has {told}{more}, which no font of the PDF edition can show.",
        "Put a font that can into seeds/fonts/.",
    )


def _named(part: str) -> str:
    names = (f"U+{ord(char):04X} {unicodedata.name(char, 'without a name')}" for char in part)
    return f"“{part}” ({', '.join(names)})"


def _places(briefing: VerifiedBriefing) -> Iterator[Place]:
    """Every text that an edition may show, with its place."""
    summaries = briefing.summaries
    owners: list[tuple[str, Located]] = [("The briefing", summaries.briefing)]
    owners += [(f"`{record_id(record)}`", record) for record in records(summaries)]
    owners += [(f"The source `{source.id}`", source) for source in summaries.sources]
    for owner, owned in owners:
        for place, text in _texts(owned, owned.at):
            yield place, owner, printable(text)
    for source in briefing.sources:
        for paragraph in marked_text(source).paragraphs:
            for line in paragraph.lines:
                at = Location(source.document.path, line.number)
                text = "".join(piece.text for piece in line.pieces if isinstance(piece, Words))
                yield at, f"The text of the source `{source.id}`", printable(text)


def _texts(located: Located, at: Location) -> Iterator[tuple[Location, str]]:
    """The texts in a mapping with their places; `at` is that of a mapping written in short."""
    for name in type(located).model_fields:
        value = getattr(located, name)
        for index, item in enumerate(value if isinstance(value, tuple) else (value,)):
            known = located.at_value(name, index if isinstance(value, tuple) else None)
            place = known if known.path else at
            if isinstance(item, str):
                yield place, item
            elif isinstance(item, Mapping):
                yield from ((place, text) for pair in item.items() for text in pair)
            elif isinstance(item, Located):
                yield from _texts(item, place)

"""A source's text as captured, ready to be searched and pointed into."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from quoteproof.diagnostics.finding import Location
from quoteproof.text.lines import LineIndex
from quoteproof.text.normalise import NormalisedText, normalise


@dataclass(frozen=True)
class Document:
    """A captured document: `path` from the project's root, its raw text and the file's SHA-256."""

    path: str
    raw: str
    sha256: str

    @cached_property
    def normalised(self) -> NormalisedText:
        """The text in which quotes are looked up, with its map back to `raw`."""
        return normalise(self.raw)

    @cached_property
    def lines(self) -> LineIndex:
        """Line and column of each code point."""
        return LineIndex(self.raw)

    def location(self, offset: int) -> Location:
        """The place of a code point of `raw`."""
        return Location(self.path, *self.lines.line_column(offset))

"""Whether a number is that of an article, a page or the like, as its document numbers them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quoteproof.scrutiny.facts.ground import Ground, Library
from quoteproof.scrutiny.facts.miss import Setting
from quoteproof.scrutiny.prose.numbers import Number
from quoteproof.scrutiny.prose.reading import Reading

_LABEL = re.compile(
    r"\b(article|annex|appendix|section|paragraph|clause|chapter|point|page|part|schedule|rule"
    r"|regulation|resolution|item|step|phase|stage|table|figure|no\.?|number)s?\s$",
    re.IGNORECASE,
)


def in_heading(library: Library, reading: Reading, number: Number, setting: Setting) -> bool:
    """Whether a number is that of the part of a document in which a passage stands.

    Where the document does not number its parts, it may have the number anywhere.
    """
    label = _LABEL.search(reading.text, 0, number.start)
    if label is None or number.unit or number.value.denominator != 1:
        return False
    return any(
        number.value in set(_numbered(library, ground, label[1]))
        for ground in setting.footing.grounds
    )


_ITEM = re.compile(r"^\W*(\d{1,2})[.)]\s", re.MULTILINE)
"""The beginning of what is numbered without a word for it: *3. The Parties shall*."""


def _numbered(library: Library, ground: Ground, label: str) -> Iterator[int]:
    """The numbers of the parts that a passage stands in, or of all that its document names."""
    raw = library.briefing.source(ground.source).document.raw
    headings = list(re.finditer(rf"^\W*{label}\s(\d+)\b", raw, re.IGNORECASE | re.MULTILINE))
    if not headings:
        headings = list(_ITEM.finditer(raw))
    if len(headings) < 2:
        named = re.finditer(rf"(?:\b{label}s?\s|^\W*)(\d+)\b", raw, re.IGNORECASE | re.MULTILINE)
        yield from (int(match[1]) for match in named)
        return
    for passage in re.finditer(re.escape(ground.quote), raw):
        above = [match for match in headings if match.start() <= passage.start()]
        within = [match for match in headings if passage.start() < match.start() < passage.end()]
        yield from (int(match[1]) for match in [*above[-1:], *within])

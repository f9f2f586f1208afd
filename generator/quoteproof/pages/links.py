"""Where each record, statement and passage lives: the page, its HTML id, and links between them."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from urllib.parse import quote

from quoteproof.model.located import Located
from quoteproof.model.summaries import (
    Actor,
    Agreement,
    Discrepancy,
    Event,
    Overview,
    Record,
    Source,
    Term,
)
from quoteproof.model.verified import Cited, VerifiedBriefing
from quoteproof.pages.rights import shows_quotes
from quoteproof.words import words_of

OVERVIEW = "index.md"
TERMS = "terms.md"
ACTORS = "actors.md"
TIMELINE = "timeline.md"
DISCREPANCIES = "discrepancies.md"
SOURCES = "sources/index.md"
METHOD = "method.md"


@dataclass(frozen=True, slots=True)
class Link:
    """Words and the address that they lead to, relative to the page that shows them."""

    text: str
    href: str


def source_page(id: str) -> str:
    """The page of a source; a source called `index` leaves the register its name."""
    return f"sources/{id}.md" if id != "index" else "sources/index_.md"


def page_of(record: Record) -> str:
    """The page on which a record stands."""
    match record:
        case Overview():
            return OVERVIEW
        case Agreement() | Term():
            return TERMS
        case Actor():
            return ACTORS
        case Event():
            return TIMELINE
        case Discrepancy():
            return DISCREPANCIES


def entry_id(passage: str) -> str:
    """The HTML id of a passage in the list below the text of its source."""
    return f"{passage}_cited"


def side_id(side: str | None) -> str:
    """The HTML id of a side's heading; no record's id has an underscore in it."""
    return f"side_{side}" if side else "no_side"


def shortened(text: str, limit: int = 70) -> str:
    """The text, cut after a whole word where it is longer than the limit."""
    if len(text) <= limit:
        return text
    return f"{text[:limit].rsplit(' ', 1)[0].rstrip(' ,;:.')} …"


class Links:
    """Links as they look from one page."""

    def __init__(self, briefing: VerifiedBriefing, page: str) -> None:
        self._briefing = briefing
        self._page = page
        self.words = words_of(briefing)

    def name(self, id: str) -> str:
        """What to call a record or source; a source with its date where its publisher has more."""
        if id == "overview":
            return self.words.title(self._briefing.summaries.overview.title)
        if self._is_source(id):
            source = self._briefing.source(id).source
            return self.source_name(source)
        return self._briefing.name(id)

    def source_name(self, source: Source) -> str:
        """The publisher, with the date where the briefing has more than one of its documents."""
        if source.publisher not in self._briefing.shared_publishers:
            return source.publisher
        return f"{source.publisher}, {self.words.date(source.issued.earliest)}"

    def to(self, id: str) -> Link:
        """A link to the record, source, or (`record.statement`) statement with this id."""
        if "." in id:
            cited = self._briefing.cited_as(id)
            return Link(shortened(cited.text), self.href_to_cited(cited))
        if self._is_source(id):
            return Link(self.name(id), self.relative(source_page(id)))
        page = page_of(self._briefing.record(id))
        return Link(self.name(id), self.relative(page, "" if page == OVERVIEW else id))

    def href_to_cited(self, cited: Cited) -> str:
        """The address of something that carries citations."""
        if self._is_source(cited.record):
            return self.relative(source_page(cited.record), cited.id)
        return self.relative(page_of(self._briefing.record(cited.record)), cited.id)

    def href_to_passage(self, passage: str, source: str) -> str:
        """The address of a passage in our copy of its source, or in the list of its passages.

        The latter is all there is where the text may not be shown.
        """
        shown = shows_quotes(self._briefing.source(source).source)
        return self.relative(source_page(source), passage if shown else entry_id(passage))

    def relative(self, page: str, id: str = "") -> str:
        """The address of a page, or of an id on it, from this page."""
        here = posixpath.dirname(self._page)
        path = "" if page == self._page and id else posixpath.relpath(page, here or ".")
        return f"{path}#{id}" if id else path

    def edit(self, located: Located) -> str:
        """Where the summary can be edited from which this was read; empty where nowhere."""
        pattern = self._briefing.summaries.briefing.edit_url
        if not pattern or not located.at.path:
            return ""
        path = quote(located.at.path)
        return pattern.replace("{path}", path).replace("{line}", str(located.at.line))

    def _is_source(self, id: str) -> bool:
        return self._briefing.has_source(id)

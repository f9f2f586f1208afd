"""What of a briefing an edition holds: all of it, one section, or one record or source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from quoteproof.model.verified import OVERVIEW, VerifiedBriefing, record_id, records
from quoteproof.pages import links

PAGES = {
    "overview": links.OVERVIEW,
    "terms": links.TERMS,
    "actors": links.ACTORS,
    "timeline": links.TIMELINE,
    "discrepancies": links.DISCREPANCIES,
    "sources": links.SOURCES,
    "method": links.METHOD,
}
"""The sections that can stand alone, in the order of the whole edition, and the pages they show."""
SECTIONS = tuple(PAGES)
ANNEXES = ("passages", "index")
"""What only the whole edition has besides: the documents' passages in context, and the index."""


@dataclass(frozen=True, slots=True)
class Part:
    """The sections of an edition; with a `record`, only that record or source of the section."""

    sections: tuple[str, ...]
    record: str = ""

    @property
    def is_whole(self) -> bool:
        """Whether it is the whole briefing."""
        return self == WHOLE

    @property
    def file_name(self) -> str:
        """What a file of it is called where nobody says otherwise."""
        name = "" if self.is_whole else f"-{self.record or self.sections[0]}"
        return f"briefing{name}.pdf"


WHOLE = Part((*SECTIONS, *ANNEXES))

_SECTION_OF = {page: section for section, page in PAGES.items()}


def part_named(briefing: VerifiedBriefing, name: str) -> Part:
    """The part that goes by this name: a section's, or a record's or source's id.

    UnknownPart where nothing does, with the names that are closest to it.
    """
    if name in SECTIONS:
        return Part((name,))
    if briefing.has_source(name):
        return Part(("sources",), name)
    if name != OVERVIEW and briefing.knows(name):
        return Part((_SECTION_OF[links.page_of(briefing.record(name))],), name)
    ids = (record_id(record) for record in records(briefing.summaries))
    raise UnknownPart(name, (*SECTIONS, *ids, *(source.id for source in briefing.sources)))


class UnknownPart(LookupError):
    """No section, record or source goes by this name."""

    def __init__(self, name: str, known: Sequence[str]) -> None:
        close = [f"`{match}`" for match in get_close_matches(name, known, 3)]
        meant = (
            f"did you mean {' or '.join(close)}?"
            if close
            else f"say {', '.join(SECTIONS)}, or an id."
        )
        super().__init__(f"no section, record or source is called `{name}`: {meant}")

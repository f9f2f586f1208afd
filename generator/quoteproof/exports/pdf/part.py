"""What of a briefing an edition holds: all of it, one section, or one record or source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from quoteproof.model.verified import OVERVIEW, VerifiedBriefing, record_id, records

SECTIONS = ("overview", "terms", "actors", "timeline", "discrepancies", "sources", "method")
"""The sections that can stand alone, in the order of the whole edition."""
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

_SECTION_OF = {
    "Agreement": "terms",
    "Term": "terms",
    "Actor": "actors",
    "Event": "timeline",
    "Discrepancy": "discrepancies",
}


def part_named(briefing: VerifiedBriefing, name: str) -> Part:
    """The part that goes by this name: a section's, or a record's or source's id.

    UnknownPart where nothing does, with the names that are closest to it.
    """
    if name in SECTIONS:
        return Part((name,))
    if any(source.id == name for source in briefing.sources):
        return Part(("sources",), name)
    if name != OVERVIEW and briefing.knows(name):
        return Part((_SECTION_OF[type(briefing.record(name)).__name__],), name)
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

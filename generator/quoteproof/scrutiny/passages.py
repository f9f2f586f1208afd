"""A cited passage as a finding shows it: where it stands, and its words."""

from __future__ import annotations

from quoteproof.diagnostics.finding import Related
from quoteproof.model.verified import VerifiedBriefing, VerifiedCitation

_SHOWN = 160


def words_of_passage(briefing: VerifiedBriefing, citation: VerifiedCitation) -> str:
    """The words of a passage in the source's own characters, elisions as […]."""
    raw = briefing.source(citation.source).document.raw
    parts = (" ".join(raw[p.start : p.end].split()) for p in citation.anchor.parts)
    return " […] ".join(parts)


def passage(briefing: VerifiedBriefing, citation: VerifiedCitation, remark: str = "") -> Related:
    """The place of a passage, with its words (cut where they are many) and a remark."""
    document = briefing.source(citation.source).document
    words = f"“{shortened(words_of_passage(briefing, citation))}”"
    return Related(document.location(citation.anchor.start), f"{words}{remark and f': {remark}'}")


def shortened(text: str) -> str:
    """The text, or its beginning where it is long."""
    if len(text) <= _SHOWN:
        return text
    return f"{text[:_SHOWN].rsplit(' ', 1)[0]} …"

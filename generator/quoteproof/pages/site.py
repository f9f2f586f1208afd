"""All pages of the site."""

from __future__ import annotations

from quoteproof.model.verified import VerifiedBriefing
from quoteproof.pages import (
    actors,
    discrepancies,
    method,
    overview,
    sources,
    terms,
    timeline,
)
from quoteproof.pages.page import Page


def all_pages(briefing: VerifiedBriefing) -> tuple[Page, ...]:
    """Every page of the site, in the order of its menu; the pages of the sources last."""
    return (
        overview.page(briefing),
        terms.page(briefing),
        actors.page(briefing),
        timeline.page(briefing),
        discrepancies.page(briefing),
        sources.register(briefing),
        method.page(briefing),
        *sources.pages(briefing),
    )

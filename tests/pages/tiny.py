"""The tiny briefing, which has every form that a summary can take."""

from functools import cache
from pathlib import Path
from typing import Any

from quoteproof.model.verified import VerifiedBriefing
from quoteproof.pages import all_pages
from quoteproof.pipeline import check

TINY = Path(__file__).parents[1] / "golden/tiny"


@cache
def briefing() -> VerifiedBriefing:
    made, findings = check(TINY)
    assert made is not None, findings
    return made


def view(path: str) -> Any:
    """The view of the page with this path."""
    return next(page.view for page in all_pages(briefing()) if page.path == path)

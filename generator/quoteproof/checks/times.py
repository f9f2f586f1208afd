"""Checks that spans of time run forwards."""

from __future__ import annotations

from collections.abc import Iterator

from quoteproof.diagnostics import codes
from quoteproof.diagnostics.finding import Finding
from quoteproof.model.summaries import Summaries, Time


def check_times(summaries: Summaries) -> Iterator[Finding]:
    """No span of time ends before it starts."""
    for thing in summaries.everything():
        if isinstance(thing, Time) and thing.last.last() < thing.earliest.first():
            message = f"This ends ({thing.last}) before it starts ({thing.earliest})."
            yield Finding(
                codes.ENDS_BEFORE_START, thing.at_value("latest"), message, "Mend one of the dates."
            )

"""Checks that a discrepancy has its positions, its quotes and, if settled, its reasons."""

from __future__ import annotations

from collections.abc import Iterator

from quoteproof.diagnostics import codes
from quoteproof.diagnostics.finding import Finding
from quoteproof.model.summaries import Summaries


def check_discrepancies(summaries: Summaries) -> Iterator[Finding]:
    """At least two positions, each cited; an assessment where the status claims a resolution."""
    for item in summaries.discrepancies:
        if len(item.positions) < 2 and item.is_whole("positions"):
            message = f"`{item.id}` has {len(item.positions)} of at least 2 positions."
            hint = "Add the position of the other account."
            at = item.at_value("positions")
            yield Finding(codes.TOO_FEW_POSITIONS, at, message, hint)
        for position in item.positions:
            if not position.cite and position.is_whole("cite"):
                message = f"Nothing is cited for the position “{position.answer}”."
                hint = "Cite the passage that takes it."
                yield Finding(codes.UNCITED_POSITION, position.at, message, hint)
        if (
            item.status.claims_resolution
            and item.assessment is None
            and item.is_whole("assessment")
        ):
            message = f"The status `{item.status}` needs an assessment."
            hint = "Write an `assessment`, or set the status to `open`."
            yield Finding(codes.UNASSESSED, item.at_value("status"), message, hint)

"""A question about a statement: a finding, and what may answer it."""

from __future__ import annotations

from dataclasses import dataclass

from quoteproof.diagnostics.finding import Finding
from quoteproof.model.summaries import Answerable


@dataclass(frozen=True, slots=True)
class Question:
    """A finding that its author can answer in place: in the `allow` of one of `about`."""

    finding: Finding
    about: tuple[Answerable, ...]

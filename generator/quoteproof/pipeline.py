"""The whole program in a page: what happens between a folder of summaries and a site."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from quoteproof.checks.verify import verify
from quoteproof.diagnostics.finding import Finding, has_errors
from quoteproof.exports.data import briefing_json
from quoteproof.exports.site import build_site
from quoteproof.loading.project import load
from quoteproof.model.verified import VerifiedBriefing
from quoteproof.pages import all_pages
from quoteproof.render import render
from quoteproof.writer import Written, write

DOCS = "docs"
DATA = "data/briefing.json"


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a run ended: its findings in order, and what it wrote."""

    findings: list[Finding]
    written: Written | None = None

    @property
    def failed(self) -> bool:
        """Whether an error stood in the way."""
        return has_errors(self.findings)


def check(root: Path) -> tuple[VerifiedBriefing | None, list[Finding]]:
    """Load and check the project in `root`; the briefing is None if there is any error."""
    project, problems = load(root)
    return verify(project, problems)


def compose(briefing: VerifiedBriefing) -> dict[str, str]:
    """Every file of `docs/` that a briefing makes, as path below it and text."""
    return {**render(all_pages(briefing)), DATA: briefing_json(briefing)}


def build(root: Path) -> Outcome:
    """Check the project and write `docs/`; with an error, nothing is written."""
    briefing, findings = check(root)
    if briefing is None:
        return Outcome(findings)
    written = write(root, DOCS, compose(briefing))
    if isinstance(written, Written):
        return Outcome(findings, written)
    return Outcome(findings + written)


def site(root: Path) -> Outcome:
    """Check, write `docs/`, and build `site/` from it; with an error, the old site stays."""
    outcome = build(root)
    if outcome.failed:
        return outcome
    return Outcome(outcome.findings + build_site(root), outcome.written)

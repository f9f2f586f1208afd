"""The whole program in a page: what happens between a folder of summaries and a site."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from quoteproof.checks.verify import verify
from quoteproof.diagnostics.finding import Finding, Severity, has_errors, in_order
from quoteproof.exports.data import briefing_json
from quoteproof.exports.linked_data import linked_data
from quoteproof.exports.pdf import WHOLE, named, part_named, typeset, write_edition
from quoteproof.exports.search import search_entries
from quoteproof.exports.site import build_site
from quoteproof.loading.project import load
from quoteproof.model.verified import VerifiedBriefing
from quoteproof.pages import all_pages
from quoteproof.render import render, theme
from quoteproof.scrutiny import scrutinise
from quoteproof.words import words_of
from quoteproof.writer import Written, write

DOCS = "docs"
DATA = "data/briefing.json"


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a run ended: its findings in order, what it wrote, and the language of that."""

    findings: list[Finding]
    written: Written | None = None
    language: str = "en"
    pdfs: tuple[Path, ...] = ()

    @property
    def failed(self) -> bool:
        """Whether an error stood in the way."""
        return has_errors(self.findings)


def check(root: Path) -> tuple[VerifiedBriefing | None, list[Finding]]:
    """Load and check the project in `root`; the briefing is None if there is any error."""
    with _nothing_collected():
        project, problems = load(root)
        briefing, findings = verify(project, problems)
        questions = scrutinise(briefing) if briefing else []
    return briefing, in_order(findings + questions)


@contextmanager
def _nothing_collected() -> Iterator[None]:
    """Pause the search for garbage in circles.

    What is loaded is kept, and is hardly ever circular; but Python goes through all of it again
    each time that it has grown, which took a tenth of a check of this repository's own briefing.
    Nor is what the first check of a process has made gone through afterwards: it is kept to its end
    as a rule.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            if not gc.get_freeze_count():
                gc.freeze()
            gc.enable()


def compose(briefing: VerifiedBriefing) -> dict[str, str]:
    """Every file of `docs/` that a briefing makes, as path below it and text."""
    pages = all_pages(briefing)
    added = theme(linked_data(briefing, pages), words_of(briefing))
    return {**render(pages), **added, DATA: briefing_json(briefing)}


def build(root: Path) -> Outcome:
    """Check the project and write `docs/`; with an error, nothing is written."""
    return _written(root, *check(root))


def site(root: Path) -> Outcome:
    """Check, write `docs/`, and build `site/` from it; with an error, the old site stays."""
    briefing, findings = check(root)
    outcome = _written(root, briefing, findings)
    if briefing is None or outcome.failed:
        return outcome
    edition = typeset(briefing, WHOLE, _warnings(findings), root)
    if isinstance(edition, list):
        return Outcome(findings + edition, outcome.written, outcome.language)
    as_of = briefing.summaries.briefing.as_of.last()
    problems = build_site(root, search_entries(briefing), as_of, words_of(briefing), named(edition))
    return Outcome(outcome.findings + problems, outcome.written, outcome.language)


def pdf(root: Path, only: str = "", output: Path | None = None) -> Outcome:
    """Check, and write the PDF edition, or only a section, record or source of it.

    Without `output` it goes into the project's folder. KeyError if nothing is called `only`.
    """
    briefing, findings = check(root)
    if briefing is None:
        return Outcome(findings)
    part = part_named(briefing, only) if only else WHOLE
    edition = typeset(briefing, part, _warnings(findings), root)
    if isinstance(edition, list):
        return Outcome(findings + edition)
    written = write_edition(output or root / part.file_name, edition)
    if isinstance(written, list):
        return Outcome(findings + written)
    return Outcome(findings, pdfs=written)


def _warnings(findings: list[Finding]) -> int:
    return sum(finding.severity is Severity.WARNING for finding in findings)


def _written(root: Path, briefing: VerifiedBriefing | None, findings: list[Finding]) -> Outcome:
    if briefing is None:
        return Outcome(findings)
    written = write(root, DOCS, compose(briefing))
    if isinstance(written, Written):
        return Outcome(findings, written, words_of(briefing).language)
    return Outcome(findings + written)

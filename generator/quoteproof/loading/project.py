"""Reads a whole project: the summaries, and the documents that they list."""

from __future__ import annotations

from pathlib import Path

from quoteproof.diagnostics.finding import Finding
from quoteproof.loading.sources import load_documents, unlisted
from quoteproof.loading.summaries import load_summaries
from quoteproof.model.project import Project


def load(root: Path) -> tuple[Project, list[Finding]]:
    """The project in the folder `root`, and what is wrong with the form of its files."""
    loaded, findings = load_summaries(root)
    documents, problems = load_documents(root, loaded.files)
    if loaded.whole:
        problems += unlisted(root, loaded.files)
    project = Project(
        loaded.summaries, documents, loaded.stranded, loaded.named, loaded.legible, loaded.whole
    )
    return project, findings + problems

"""Reads a whole project: the summaries, and the documents that they list."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from quoteproof.diagnostics.finding import Finding
from quoteproof.loading.sources import load_documents
from quoteproof.loading.summaries import load_summaries
from quoteproof.model.documents import Document
from quoteproof.model.summaries import Summaries


@dataclass(frozen=True, slots=True)
class Project:
    """What was read: nothing in it is verified yet.

    `documents` has those that could be read, by the id of their source; `named` every id that the
    summaries give, also those of records that could not be read.
    """

    summaries: Summaries
    documents: Mapping[str, Document]
    named: frozenset[str]


def load(root: Path) -> tuple[Project, list[Finding]]:
    """The project in the folder `root`, and what is wrong with the form of its files."""
    loaded, findings = load_summaries(root)
    documents, problems = load_documents(root, loaded.summaries.sources)
    return Project(loaded.summaries, documents, loaded.named), findings + problems

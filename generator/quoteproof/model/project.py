"""A project as read: nothing in it is verified yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from quoteproof.model.documents import Document
from quoteproof.model.summaries import Citation, Summaries


@dataclass(frozen=True, slots=True)
class Project:
    """The summaries and documents of a project, and what is known of what does not fit in them."""

    summaries: Summaries
    documents: Mapping[str, Document]
    """Those that could be read, by the id of their source."""
    stranded: tuple[Citation, ...]
    """The citations of records that could not be read: their quotes are looked up like others."""
    named: frozenset[str]
    """Every id that the summaries give, as references name it, also of records that could not be
    read; the ids of sides have `side:` before them."""
    legible: bool
    """Whether every summary file could be read: else it may hold what seems to be nowhere."""
    whole: bool
    """Whether everything in the summary files fits the schema."""

"""Checks that documents are as captured, and that each of them is used."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from quoteproof.checks.ids import citing_id, citing_things
from quoteproof.diagnostics import codes
from quoteproof.diagnostics.finding import Finding, Location, Related
from quoteproof.model.project import Project
from quoteproof.model.verified import VerifiedCitation


def check_sources(
    project: Project, citations: Mapping[Location, VerifiedCitation]
) -> Iterator[Finding]:
    """Hashes are recorded and match; every source is cited."""
    cited = {
        citation.source
        for _, citing in citing_things(project.summaries)
        for citation in citing.cite
    }
    first = {source.id: source for source in reversed(project.summaries.sources)}
    for source in reversed(first.values()):
        document = project.documents.get(source.id)
        if document is not None and source.sha256 is None and source.is_whole("sha256"):
            message = f"`{source.id}` has no `sha256`."
            hint = f"Add `sha256: {document.sha256}`."
            yield Finding(codes.SOURCE_UNRECORDED, source.at_value("id"), message, hint)
        elif document is not None and source.sha256 not in (None, document.sha256):
            yield _changed(project, source.id, source.at_value("sha256"), citations)
        if source.id not in cited and project.whole:
            message = f"Nothing cites `{source.id}`."
            hint = "Cite it, or take it out."
            yield Finding(codes.SOURCE_UNCITED, source.at_value("id"), message, hint)


def _changed(
    project: Project, id: str, at: Location, citations: Mapping[Location, VerifiedCitation]
) -> Finding:
    """The finding about a document that is not as captured, with what became of each quote."""
    document = project.documents[id]
    related = []
    standing = 0
    for record, citing in citing_things(project.summaries):
        for citation in (c for c in citing.cite if c.source == id):
            stands = citation.at in citations
            standing += stands
            fate = "still stands" if stands else "no longer stands"
            related.append(
                Related(citation.at, f"the quote of `{citing_id(record, citing)}` {fate}")
            )
    message = (
        f"`{document.path}` is not as captured: its SHA-256 is {document.sha256}; "
        f"{standing} of {len(related)} quotes from it still stand."
    )
    hint = "Restore the document; or, if this capture is meant, record its SHA-256."
    return Finding(codes.SOURCE_CHANGED, at, message, hint, tuple(related))

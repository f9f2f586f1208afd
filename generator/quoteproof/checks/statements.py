"""Checks that what claims to be so is cited, and cited once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from quoteproof.checks.ids import citation_id, citing_things
from quoteproof.diagnostics import codes
from quoteproof.diagnostics.finding import Finding
from quoteproof.model.summaries import Statement, Summaries
from quoteproof.model.vocabulary import StatementKind


def check_statements(summaries: Summaries) -> Iterator[Finding]:
    """Facts and attributed claims have a citation; nothing cites the same passage twice."""
    for _, citing in citing_things(summaries):
        if isinstance(citing, Statement) and _owes_a_citation(citing):
            message = f"This {citing.kind.label} has no citation: “{citing.text}”"
            hint = "Cite the passage, change the `kind`, or name the origin as `background`."
            yield Finding(codes.UNCITED, citing.at, message, hint)
        ids = [citation_id(citation) for citation in citing.cite] if len(citing.cite) > 1 else []
        counts = Counter(ids)
        seen: set[str] = set()
        for citation, id in zip(citing.cite, ids, strict=False):
            if id in seen:
                message = f"This passage of `{citation.source}` is cited {counts[id]} times here."
                yield Finding(codes.CITED_TWICE, citation.at, message, "Keep one of them.")
            seen.add(id)


def _owes_a_citation(statement: Statement) -> bool:
    """Whether it says that something is or was said, and neither cites it nor names its origin."""
    claims = statement.kind in (StatementKind.FACT, StatementKind.ATTRIBUTED_CLAIM)
    named = bool(statement.cite) or statement.background is not None
    whole = all(statement.is_whole(key) for key in ("kind", "cite", "background"))
    return claims and not named and whole

"""All checks of a project, and the verified briefing if it passes them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from quoteproof.checks.discrepancies import check_discrepancies
from quoteproof.checks.ids import check_ids, citing_id, citing_things
from quoteproof.checks.quotes import check_aliases, verify_citations
from quoteproof.checks.references import check_references
from quoteproof.checks.sources import check_sources
from quoteproof.checks.statements import check_statements
from quoteproof.checks.times import check_times
from quoteproof.diagnostics.finding import Finding, Location, has_errors, in_order
from quoteproof.model.project import Project
from quoteproof.model.summaries import (
    ActorRelation,
    Discrepancy,
    Position,
    Quantity,
    Role,
    Statement,
    Summaries,
)
from quoteproof.model.verified import (
    Cited,
    Citing,
    Passage,
    VerifiedBriefing,
    VerifiedCitation,
    VerifiedSource,
    record_id,
    records,
    statements_of,
    title_of,
)
from quoteproof.words import Words, words_in


def verify(
    project: Project, problems: list[Finding]
) -> tuple[VerifiedBriefing | None, list[Finding]]:
    """The verified briefing, and every finding in order; None while any of them is an error.

    `problems` are the findings of loading: with an error among them nothing is published either.
    """
    citations, unfound = verify_citations(project)
    summaries = project.summaries
    findings = in_order(
        [
            *problems,
            *unfound,
            *check_ids(summaries),
            *check_references(project),
            *check_statements(summaries),
            *check_aliases(project),
            *check_sources(project, citations),
            *check_times(summaries),
            *check_discrepancies(summaries),
        ]
    )
    return (None if has_errors(findings) else _briefing(project, citations)), findings


def _briefing(project: Project, citations: Mapping[Location, VerifiedCitation]) -> VerifiedBriefing:
    summaries = project.summaries
    words = words_in(summaries.briefing.language)
    names = {record_id(r): title_of(r) for r in records(summaries)}
    cited = tuple(
        Cited(
            citing_id(record, citing),
            record,
            _words(citing, names, words),
            citing,
            tuple(citations[citation.at] for citation in citing.cite),
        )
        for record, citing in citing_things(summaries)
    )
    passages = _passages(cited)
    sources = tuple(
        VerifiedSource(source, project.documents[source.id], passages.get(source.id, ()))
        for source in summaries.sources
    )
    return VerifiedBriefing(summaries, sources, cited, _differ(summaries))


def _words(citing: Citing, names: Mapping[str, str], words: Words) -> str:
    """What a reader sees of it in a list of those who cite a passage."""
    match citing:
        case Statement():
            return citing.text
        case Position():
            return citing.answer
        case Role():
            return f"{words.label(citing.role)}: {names[citing.of]}"
        case ActorRelation():
            return words.t(
                "{relation} {actor}", relation=words.label(citing.kind), actor=names[citing.to]
            )
        case Quantity():
            span = "–".join(words.number(n) for n in (citing.min, citing.max) if n is not None)
            return " ".join(part for part in (citing.value or span, citing.unit) if part)


def _passages(cited: tuple[Cited, ...]) -> dict[str, tuple[Passage, ...]]:
    """The passages of each source, in the order of the text."""
    citing: dict[tuple[str, str], list[Cited]] = defaultdict(list)
    first: dict[tuple[str, str], VerifiedCitation] = {}
    for item in cited:
        for citation in item.citations:
            key = (citation.source, citation.passage)
            first.setdefault(key, citation)
            if item not in citing[key]:
                citing[key].append(item)
    passages: dict[str, list[Passage]] = defaultdict(list)
    for (source, id), citation in first.items():
        by = tuple(citing[source, id])
        passages[source].append(Passage(id, source, citation.anchor, citation.selector.exact, by))
    return {
        source: tuple(sorted(found, key=lambda p: (p.anchor.start, p.anchor.end, p.id)))
        for source, found in passages.items()
    }


def _differ(summaries: Summaries) -> dict[str, tuple[Discrepancy, ...]]:
    """The discrepancies that affect each record and statement, by id.

    One that affects a whole record affects each of its statements.
    """
    by_target: dict[str, list[Discrepancy]] = defaultdict(list)
    members = {
        record_id(record): [citing_id(record_id(record), s) for s in statements_of(record)]
        for record in records(summaries)
    }
    for discrepancy in summaries.discrepancies:
        targets = {m for t in discrepancy.affects for m in (t, *members.get(t, ()))}
        for target in sorted(targets):
            by_target[target].append(discrepancy)
    return {target: tuple(found) for target, found in by_target.items()}

"""The resolved briefing as JSON: every record, statement and citation, and where each quote is.

Positions count code points of the source file's text, decoded as UTF-8, from 0; `end` is exclusive.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from quoteproof.model import vocabulary as v
from quoteproof.model.independence import independence
from quoteproof.model.located import Located
from quoteproof.model.summaries import (
    Actor,
    Agreement,
    Discrepancy,
    Event,
    Overview,
    Record,
    Statement,
    Term,
)
from quoteproof.model.verified import (
    Citing,
    VerifiedBriefing,
    VerifiedCitation,
    VerifiedSource,
    citing_of,
    record_id,
    records,
    title_of,
)

FORMAT = "quoteproof-briefing/1"


def briefing_json(briefing: VerifiedBriefing) -> str:
    """The whole briefing as a JSON document, the same bytes for the same input."""
    s = briefing.summaries
    told = [r for r in records(s) if not isinstance(r, Agreement)]
    document = {
        "format": FORMAT,
        "title": s.briefing.title,
        "scope": s.briefing.scope,
        "as_of": str(s.briefing.as_of),
        "language": s.briefing.language,
        "sources": [_source(source, briefing) for source in briefing.sources],
        "citations": [_citation(citation, briefing) for citation in briefing.citations],
        "agreements": [_record(agreement, briefing) for agreement in s.agreements],
        "records": [_record(record, briefing) for record in told],
    }
    return json.dumps(document, indent=1, ensure_ascii=False) + "\n"


def _plain(model: Located, **without: Any) -> dict[str, Any]:
    """The fields of a model as written, without those that are told otherwise or not given."""
    left_out = {"id", "title", "statements", *without}
    told: dict[str, Any] = model.model_dump(mode="json", exclude_none=True, exclude=left_out)
    return {key: value for key, value in told.items() if value not in ([], {}, "")}


def _source(source: VerifiedSource, briefing: VerifiedBriefing) -> dict[str, Any]:
    return {
        "id": source.id,
        "title": source.source.title,
        "sha256": source.document.sha256,
        **_plain(source.source, sha256=..., file=..., descriptor=...),
        "file": source.document.path,
        "descriptor": _statement(source.source.descriptor, briefing),
        "passages": [
            {
                "id": passage.id,
                "start": passage.anchor.start,
                "end": passage.anchor.end,
                "cited_by": [cited.id for cited in passage.cited_by],
            }
            for passage in source.passages
        ],
    }


def _citation(citation: VerifiedCitation, briefing: VerifiedBriefing) -> dict[str, Any]:
    shown = briefing.source(citation.source).source.rights is not v.Rights.LINK_ONLY
    selector, anchor = citation.selector, citation.anchor
    optional = {
        "prefix": shown and selector.prefix,
        "suffix": shown and selector.suffix,
        "parts": len(anchor.parts) > 1
        and [{"start": part.start, "end": part.end} for part in anchor.parts],
        "normalisations": list(anchor.normalisations),
        "speaker": citation.speaker,
        "via": citation.via,
        "said": citation.said and str(citation.said),
    }
    return {
        "id": citation.id,
        "source": citation.source,
        "passage": citation.passage,
        "exact": selector.exact if shown else None,
        "start": anchor.start,
        "end": anchor.end,
        "relation": str(citation.relation),
        **{key: value for key, value in optional.items() if value},
    }


def _statement(statement: Statement, briefing: VerifiedBriefing) -> dict[str, Any]:
    cited = briefing.of(statement)
    fields = _plain(statement, text=..., kind=..., cite=...)
    return {
        "id": cited.id,
        "text": statement.text,
        "kind": str(statement.kind),
        "citations": _citations(statement, briefing),
        "independence": asdict(independence(briefing, cited)),
        **fields,
    }


def _citations(citing: Citing, briefing: VerifiedBriefing) -> list[str]:
    return [citation.id for citation in briefing.of(citing).citations]


def _with_citations(citing: Citing, briefing: VerifiedBriefing) -> dict[str, Any]:
    return {**_plain(citing, cite=...), "citations": _citations(citing, briefing)}


def _record(record: Record, briefing: VerifiedBriefing) -> dict[str, Any]:
    kind = type(record).__name__.lower()
    statements = [c for c in citing_of(record) if isinstance(c, Statement)]
    fields = _fields(record, briefing)
    # `type` says which record it is; what the vocabulary calls its type goes by `term_type` &c.
    own_type = {f"{kind}_type": fields.pop("type")} if "type" in fields else {}
    return {
        "type": kind,
        "id": record_id(record),
        "title": title_of(record),
        **own_type,
        **fields,
        "statements": [_statement(statement, briefing) for statement in statements],
    }


def _fields(record: Record, briefing: VerifiedBriefing) -> dict[str, Any]:
    """What a record says besides its statements; states name theirs by id."""
    match record:
        case Overview():
            return {
                part: [briefing.of(s).id for s in getattr(record, part)]
                for part in ("bottom_line", "agreed", "watch")
            }
        case Agreement():
            return _plain(record)
        case Term():
            states = {
                name: {**_plain(state), "statements": [briefing.of(s).id for s in state.statements]}
                for name in ("implementation", "compliance")
                if (state := getattr(record, name)) is not None
            }
            return {**_plain(record, implementation=..., compliance=...), **states}
        case Actor():
            return {
                **_plain(record, name=..., roles=..., relations=...),
                "roles": [_with_citations(role, briefing) for role in record.roles],
                "relations": [_with_citations(item, briefing) for item in record.relations],
            }
        case Event():
            quantities = [_with_citations(quantity, briefing) for quantity in record.quantities]
            return {**_plain(record, quantities=...), "quantities": quantities}
        case Discrepancy():
            positions = [_with_citations(position, briefing) for position in record.positions]
            return {**_plain(record, positions=...), "positions": positions}

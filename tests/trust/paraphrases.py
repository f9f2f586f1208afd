"""True sentences that say in other words what a statement says: of none should a check ask.

Each file in `paraphrases/` has those of one briefing, by the ids of the statements and positions
whose quotes carry them. Their authors had not seen the checks.
"""

from __future__ import annotations

from pathlib import Path

import yaml
from mutations import Mutation
from replacing import mutated
from scoring import Check, by_statement, spans_of

from quoteproof.diagnostics.finding import Finding
from quoteproof.model.summaries import Position, Statement
from quoteproof.model.verified import VerifiedBriefing

FOLDER = Path(__file__).parent / "paraphrases"

Asked = dict[str, tuple[str, tuple[Finding, ...]]]
"""What a sentence is asked, by the id of what it stands in for; no findings where it is nothing."""


def asked_of_paraphrases(name: str, briefing: VerifiedBriefing, check: Check) -> Asked:
    """What a check asks of each paraphrase of a briefing; empty if it has none."""
    file = FOLDER / f"{name}.yml"
    if not file.exists():
        return {}
    said = yaml.safe_load(file.read_text(encoding="utf-8"))
    others = [
        Mutation("paraphrase", c.origin.at, c.id, "text", c.text, said[c.id], (), "plain")
        for c in briefing.cited
        if c.id in said and isinstance(c.origin, Statement | Position)
    ]
    found = by_statement(check(mutated(briefing, others)), spans_of(briefing))
    return {other.id: (other.after, tuple(found.get(other.place, ()))) for other in others}

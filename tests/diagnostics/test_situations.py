"""The examples that are more than a summary: each shows its code and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from projects import demo, unpack
from quoteproof import pipeline
from quoteproof.diagnostics.codes import CATALOGUE
from quoteproof.diagnostics.situations import SITUATIONS, Situation

WITHOUT = {
    "OUT103": "tests/writer",
    "OUT201": "tests/site",
    "PDF102": "tests/pdf",
    "PDF201": "tests/pdf",
}
"""No text that is put over the demo briefing shows them: those tests make what they need."""


def told(root: Path, command: str) -> set[str]:
    if command == "check":
        _, findings = pipeline.check(root)
    else:
        findings = getattr(pipeline, command)(root).findings
    return {finding.code.id for finding in findings}


def test_every_code_has_an_example() -> None:
    without = {id for id, code in CATALOGUE.items() if not code.bad}
    assert without == set(SITUATIONS) | set(WITHOUT)


@pytest.mark.parametrize(("id", "situation"), SITUATIONS.items(), ids=SITUATIONS)
def test_an_example(id: str, situation: Situation, tmp_path: Path) -> None:
    for files, codes in ((situation.bad, {id}), (situation.good, set())):
        root = demo(tmp_path / ("bad" if codes else "good"))
        if situation.first:
            assert told(root, situation.first) == set()
        unpack(root, files)
        assert told(root, situation.command) == codes

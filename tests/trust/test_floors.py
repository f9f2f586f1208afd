"""What the checks notice of the briefings that anybody may read does not get worse.

Where it got better, `make bench-trust ARGS=--write-floors` raises the floors.
"""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from bench import false_alarms, load, shares
from paraphrases import asked_of_paraphrases
from scoring import score

from quoteproof.scrutiny import scrutinise

FLOORS = yaml.safe_load((Path(__file__).parent / "floors.yml").read_text(encoding="utf-8"))


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(FLOORS))
def test_the_checks_notice_as_much_as_they_did(name: str) -> None:
    briefing, floors = load(name), FLOORS[name]
    asked = [
        (text, [finding.message for finding in findings])
        for text, findings in asked_of_paraphrases(name, briefing, scrutinise).values()
        if findings
    ]
    assert len(asked) <= floors.get("paraphrases asked about at most", 0), asked
    result = score(briefing, scrutinise)
    assert false_alarms(result) <= floors["false alarms at most"]
    measured = shares(result)
    worse = {
        kind: (round(measured[kind], 1), floor)
        for kind, floor in floors["caught at least"].items()
        if measured[kind] < floor
    }
    assert worse == {}, "caught in per cent, and the floor"

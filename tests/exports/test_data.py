"""The open data: every record, statement and citation, and no word that may not be shown."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from projects import briefing, demo
from quoteproof.diagnostics.demo import EXAMPLE, FILES
from quoteproof.exports.data import briefing_json

SUMMARY = """\
agreements:
  - {id: plan, title: The plan, signed: 2020-04}
terms:
  - id: reopening
    title: Reopening
    type: other
    agreement: plan
    obligors: [harbour-office]
    specificity: 0
    starts: 2020-05-04
    compliance: {status: unknown, statements: [{id: kept, text: Nobody knows., kind: gap}]}
    statements:
      - id: when
        text: The northern pier reopens on 4 May 2020.
        cite: {office: {quote: The northern pier will reopen on 4 May 2020, relation: qualifies}}
events:
  - id: moving
    title: Moving
    type: other
    mode: reported
    time: {earliest: 2020-04, latest: 2020-05-01, basis: inferred}
    place: Norrvik
    quantities: [{min: 0, unit: boats}]
    statements: [{id: who, text: Boats were moved., cite: {post: "55 boats […] the pier"}}]
discrepancies:
  - id: boats
    question: How many boats?
    kind: quantity
    status: open
    materiality: low
    affects: [moving]
    positions:
      - {value: about 40, cite: {office: About 40 boats}}
      - {text: Some 55., cite: {post: Some 55 boats}}
"""


def test_the_whole_document(tmp_path: Path) -> None:
    data = _data(tmp_path, {EXAMPLE: SUMMARY})
    assert {key: value for key, value in data.items() if not isinstance(value, list)} == {
        "format": "quoteproof-briefing/1",
        "title": "The pier of Norrvik",
        "scope": "The closing and reopening of the northern pier.",
        "as_of": "2020-04-28",
        "language": "en",
    }
    assert [list(source)[:3] for source in data["sources"]] == [["id", "title", "sha256"]] * 2
    assert [record["type"] for record in data["records"]] == [
        "overview", "term", "actor", "event", "discrepancy",
    ]  # fmt: skip
    assert [record["id"] for record in data["agreements"]] == ["plan"]


def test_a_source(tmp_path: Path) -> None:
    office = _data(tmp_path, {})["sources"][0]
    passage = office.pop("passages")
    descriptor = office.pop("descriptor")
    assert office == {
        "id": "office",
        "file": "seeds/sources/office.txt",
        "sha256": "1c2b69f58be1a5f476f694b352d148adf4ee8fdfcbe1a998e62876c47cddab13",
        "title": "Harbour office of Norrvik",
        "publisher": "Harbour office of Norrvik",
        "issued": {"earliest": "2020-04-27", "basis": "stated", "tz": "unspecified"},
        "language": "en",
        "genre": "official-statement",
        "rights": "full-text",
    }
    assert descriptor["text"] == "The office that runs the harbour."
    assert [(p["start"], p["end"], len(p["cited_by"])) for p in passage] == [(27, 106, 1)]


def test_citations_lead_to_their_words(tmp_path: Path) -> None:
    data = _data(tmp_path, {EXAMPLE: SUMMARY})
    files = {source["id"]: source["file"] for source in data["sources"]}
    for citation in data["citations"]:
        raw = (tmp_path / files[citation["source"]]).read_text("utf-8")
        spans = citation.get("parts", [citation])
        words = [raw[span["start"] : span["end"]] for span in spans]
        assert " […] ".join(words) == citation["exact"]
    assert [c["id"] for c in data["citations"]] == sorted({c["id"] for c in data["citations"]})
    assert {tuple(c)[:7] for c in data["citations"]} == {
        ("id", "source", "passage", "exact", "start", "end", "relation")
    }


def test_records_with_their_fields(tmp_path: Path) -> None:
    data = _data(tmp_path, {EXAMPLE: SUMMARY})
    cited = {citation["exact"]: citation["id"] for citation in data["citations"]}
    for record in data["records"]:
        for statement in record["statements"]:
            assert statement.pop("independence")  # what it counts is tested with the model
    term, event, discrepancy = (data["records"][n] for n in (1, 3, 4))
    assert term == {
        "type": "term",
        "id": "reopening",
        "title": "Reopening",
        "term_type": "other",
        "agreement": "plan",
        "modality": "shall",
        "obligors": ["harbour-office"],
        "specificity": 0,
        "starts": {"earliest": "2020-05-04", "basis": "stated", "tz": "unspecified"},
        "compliance": {"status": "unknown", "statements": ["reopening.kept"]},
        "statements": [
            {
                "id": "reopening.when",
                "text": "The northern pier reopens on 4 May 2020.",
                "kind": "fact",
                "citations": [cited["The northern pier will reopen on 4 May 2020"]],
            },
            {"id": "reopening.kept", "text": "Nobody knows.", "kind": "gap", "citations": []},
        ],
    }
    assert event == {
        "type": "event",
        "id": "moving",
        "title": "Moving",
        "event_type": "other",
        "mode": "reported",
        "time": {
            "earliest": "2020-04",
            "latest": "2020-05-01",
            "basis": "inferred",
            "tz": "unspecified",
        },
        "place": {"name": "Norrvik", "basis": "stated"},
        "quantities": [{"min": 0.0, "unit": "boats", "citations": []}],
        "statements": [
            {
                "id": "moving.who",
                "text": "Boats were moved.",
                "kind": "fact",
                "citations": [cited["55 boats […] the pier"]],
            }
        ],
    }
    assert discrepancy == {
        "type": "discrepancy",
        "id": "boats",
        "title": "How many boats?",
        "question": "How many boats?",
        "kind": "quantity",
        "status": "open",
        "materiality": "low",
        "positions": [
            {"value": "about 40", "citations": [cited["About 40 boats"]]},
            {"text": "Some 55.", "citations": [cited["Some 55 boats"]]},
        ],
        "affects": ["moving"],
        "statements": [],
    }


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    one = briefing(demo(tmp_path / "one", {EXAMPLE: SUMMARY}))
    other = briefing(demo(tmp_path / "other", {EXAMPLE: SUMMARY}))
    assert briefing_json(one) == briefing_json(other) == briefing_json(one)


def test_a_link_only_source_shows_none_of_its_words(tmp_path: Path) -> None:
    path = "seeds/summaries/sources.yml"
    hidden = FILES[path].replace("rights: full-text", "rights: link-only")
    long = SUMMARY.replace(
        "{office: About 40 boats}", "{office: {quote: boats, prefix: About 40, suffix: were moved}}"
    )
    data = _data(tmp_path, {EXAMPLE: long, path: hidden})
    assert [c["exact"] for c in data["citations"]] == [None] * len(data["citations"])
    for words in ("northern pier will reopen on", "About 40", "were moved to", "had to leave"):
        assert words not in json.dumps({**data, "records": [], "sources": []})
        assert words not in json.dumps(data["sources"])


def _data(root: Path, files: dict[str, str]) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(briefing_json(briefing(demo(root, files))))
    return data

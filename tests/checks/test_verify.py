"""A briefing comes out of the checks whole or not at all, and its ids stay when it grows."""

from __future__ import annotations

from pathlib import Path

import pytest

from projects import briefing, check, demo, example
from quoteproof.diagnostics.codes import CATALOGUE, CITED_TWICE
from quoteproof.diagnostics.demo import EXAMPLE, FILES
from quoteproof.diagnostics.finding import Code, Severity
from quoteproof.model.verified import VerifiedBriefing
from quoteproof.text.normalise import normalise

SUMMARY = """\
agreements:
  - {id: plan, title: The plan, parties: [harbour-office]}
terms:
  - id: reopening
    title: Reopening
    type: other
    agreement: plan
    implementation:
      status: not-due
      statements: [{text: The pier is still closed., kind: gap}]
    statements:
      - text: The northern pier reopens.
        cite:
          - office: "The northern  pier will reopen on 4 May 2020"
          - post: {quote: the pier will reopen in May, relation: qualifies}
actors:
  - id: town
    name: Norrvik
    type: population
    roles: [{role: host, of: plan, cite: {post: Norrvik Post}}]
    relations: [{kind: opposes, to: harbour-office, cite: {post: The office said}}]
events:
  - id: moving
    title: Moving
    type: other
    mode: reported
    time: 2020-04
    quantities: [{min: 40, max: 55, unit: boats, cite: {office: About 40 boats}}]
    statements:
      - text: Boats were moved from the northern pier to the southern one.
        cite:
          - post: {quote: "Some 55 boats […] southern pier is full"}
          - {office: "About  40 boats"}
discrepancies:
  - id: boats
    question: How many boats?
    kind: quantity
    status: open
    materiality: low
    affects: [moving]
    positions:
      - {value: about 40, cite: {office: About 40 boats}}
      - {value: some 55, scope: that had to leave, cite: {post: Some 55 boats}}
"""
MORE = """\
      - text: Something that is said before everything else.
        cite: {office: About 40 boats were moved}
"""


def test_every_anchor_leads_to_its_quote(tmp_path: Path) -> None:
    made = briefing(example(tmp_path, SUMMARY))
    assert len(made.citations) == 9
    for citation in made.citations:
        raw = made.source(citation.source).document.raw
        parts = [raw[part.start : part.end] for part in citation.anchor.parts]
        quoted = citation.selector.exact.split("[…]")
        assert [_plain(part) for part in parts] == [_plain(part) for part in quoted]


def test_ids_stay_when_something_is_put_before(tmp_path: Path) -> None:
    before = briefing(example(tmp_path, SUMMARY))
    grown = SUMMARY.replace("    statements:\n", f"    statements:\n{MORE}", 2)
    after = briefing(example(tmp_path, grown))
    assert _ids(before) < _ids(after)
    assert {cited.id.partition(".")[0] for cited in before.cited} == {
        "overview", "office", "post", "reopening", "town", "moving", "boats",
    }  # fmt: skip


def test_the_order_of_files_does_not_matter_to_ids(tmp_path: Path) -> None:
    one = briefing(demo(tmp_path / "one", {EXAMPLE: SUMMARY}))
    files = {"seeds/summaries/0.yml": SUMMARY, "seeds/summaries/deep/er/1.yaml": "terms: []\n"}
    other = briefing(demo(tmp_path / "other", files))
    assert _ids(one) == _ids(other)


def test_what_differs_is_known_of_the_record_and_its_statements(tmp_path: Path) -> None:
    made = briefing(example(tmp_path, SUMMARY))
    (statement,) = made.record("moving").statements  # type: ignore[union-attr]
    assert {id: [d.id for d in found] for id, found in made.differ.items()} == {
        "moving": ["boats"],
        made.of(statement).id: ["boats"],
    }


def test_passages_know_who_cites_them(tmp_path: Path) -> None:
    made = briefing(example(tmp_path, SUMMARY))
    assert [
        (made.source("office").document.raw[p.anchor.start : p.anchor.end], len(p.cited_by))
        for p in made.source("office").passages
    ] == [
        ("The northern pier will reopen on 4 May 2020", 1),
        ("The northern pier will reopen on 4 May 2020, the harbour office of Norrvik said", 1),
        ("About 40 boats", 3),
    ]


ERRORS = [c for c in CATALOGUE.values() if c.bad and c.severity is Severity.ERROR]


@pytest.mark.parametrize("code", ERRORS, ids=str)
def test_an_error_keeps_it_from_being_published(code: Code, tmp_path: Path) -> None:
    made, _ = check(example(tmp_path, code.bad))
    assert made is None


def test_a_warning_does_not(tmp_path: Path) -> None:
    made, problems = check(example(tmp_path, CITED_TWICE.bad))
    assert [problem.code for problem in problems] == [CITED_TWICE]
    assert made is not None


def test_findings_come_in_the_order_of_files_lines_and_columns(tmp_path: Path) -> None:
    text = FILES["seeds/summaries/sources.yml"].replace("5", "x")
    _, problems = check(demo(tmp_path, {"seeds/summaries/sources.yml": text, EXAMPLE: "a: {"}))
    assert [p.location for p in problems] == sorted(p.location for p in problems)
    assert len(problems) > 3


def _ids(made: VerifiedBriefing) -> set[str]:
    passages = {passage.id for source in made.sources for passage in source.passages}
    return {c.id for c in made.cited} | {c.id for c in made.citations} | passages


def _plain(text: str) -> str:
    return normalise(text).text.strip()

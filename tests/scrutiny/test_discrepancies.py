"""Which accounts differ in silence, and how each discrepancy stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from projects import example, findings

TOLD = """\
terms:
  - id: boats
    title: The boats
    type: other
    statements:
      - text: "%s"
        kind: attributed-claim
        cite: [{office: About 40 boats were moved}]
        allow: {FCT101: no matter, FCT102: no matter, FCT202: no matter, FCT203: no matter}
      - text: "%s"
        kind: attributed-claim
        cite: [{post: Some 55 boats had to leave}]
        allow: {FCT101: no matter, FCT102: no matter, FCT202: no matter, FCT203: no matter}
"""
QUESTION = """\
discrepancies:
  - id: how-many
    question: How many boats had to leave?
    kind: quantity
    status: open
    materiality: low
    %s
    positions:
      - {value: "40", cite: [{office: About 40 boats were moved}]}
      - {value: "55", cite: [%s]}
"""
POST = "{post: Some 55 boats had to leave}"


def asked(root: Path, text: str) -> list[str]:
    """The codes of what is asked of a discrepancy."""
    return [f.code.id for f in findings(example(root, text)) if f.code.id.startswith("DIS")]


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        (
            "The office said that 40 boats were moved from the northern pier.",
            "The Post said that 55 boats were moved from the northern pier.",
            True,
        ),
        # The same in other words, or with another figure for the same.
        (
            "The office said that 40 boats were moved from the northern pier.",
            "The Post said that forty boats were moved from the northern pier.",
            False,
        ),
        # A bound, another day, another's boats, what is only planned, another thing.
        (
            "The office said that 40 boats were moved from the northern pier.",
            "The Post said that at least 55 boats were moved from the northern pier.",
            False,
        ),
        (
            "The office said that 40 boats were moved from the northern pier on 3 May.",
            "The Post said that 55 boats were moved from the northern pier on 4 May.",
            False,
        ),
        (
            "The office said that 40 Turkish boats were moved from the northern pier.",
            "The Post said that 55 Russian boats were moved from the northern pier.",
            False,
        ),
        (
            "The office said that 40 boats were moved from the northern pier.",
            "The Post said that 55 boats will be moved from the northern pier.",
            False,
        ),
        (
            "The office said that 40 boats were moved from the northern pier.",
            "The Post said that 55 boats carry coal in winter.",
            False,
        ),
        # Some of them, what was not done, and one of two numbers, are other things.
        (
            "The office said that 40 boats were moved from the northern pier.",
            "The Post said that 55 boats with tarred hulls were moved from the northern pier.",
            False,
        ),
        (
            "The office said that 40 boats were moved from the northern pier.",
            "The Post said that 55 boats were not moved from the northern pier.",
            False,
        ),
        (
            "The office said that 40 boats were moved from the northern pier.",
            "The Post said that 55 of 90 boats were moved from the northern pier.",
            False,
        ),
        # Rounded, or not.
        (
            "The office said that 40 boats were moved from the northern pier.",
            "The Post said that about 42 boats were moved from the northern pier.",
            False,
        ),
        (
            "The office said that 40 boats were moved from the northern pier.",
            "The Post said that about 55 boats were moved from the northern pier.",
            True,
        ),
    ],
)
def test_two_numbers_of_one_thing_are_a_discrepancy(
    one: str, other: str, differ: bool, tmp_path: Path
) -> None:
    assert asked(tmp_path, TOLD % (one, other)) == (["DIS201"] if differ else [])


def test_the_same_words_of_two_terms_are_of_two_things(tmp_path: Path) -> None:
    one = "The office said that 40 boats were moved from the northern pier."
    other = "The Post said that 55 boats were moved from the northern pier."
    second = """\
  - id: boats-of-another-year
    title: The boats of another year
    type: other
    statements:
"""
    first, post = (TOLD % (one, other)).rsplit("      - text:", 1)
    assert asked(tmp_path, f"{first}{second}      - text:{post}") == []


def test_a_discrepancy_that_says_so_answers_it(tmp_path: Path) -> None:
    one = "The office said that 40 boats were moved from the northern pier."
    other = "The Post said that 55 boats were moved from the northern pier."
    told = TOLD % (one, other) + QUESTION % ("", POST)
    assert asked(tmp_path, told) == []


@pytest.mark.parametrize(
    ("kind", "second", "codes"),
    [
        ("quantity", POST, []),
        ("quantity", "{office: The northern pier will reopen on 4 May 2020}", ["DIS202"]),
        ("interpretation", "{office: The northern pier will reopen on 4 May 2020}", []),
        # One whom two publishers quote is one origin.
        (
            "quantity",
            "{post: {quote: The office said that the pier will reopen, speaker: harbour-office}}",
            ["DIS202"],
        ),
    ],
)
def test_accounts_compete_only_where_they_have_two_origins(
    kind: str, second: str, codes: list[str], tmp_path: Path
) -> None:
    text = (QUESTION % ("", second)).replace("kind: quantity", f"kind: {kind}")
    text = (
        text.replace(
            "{office: About 40 boats were moved}",
            "{office: {quote: About 40 boats were moved, speaker: harbour-office}}",
        )
        .replace("{office: The northern", "{office: {speaker: harbour-office, quote: The northern")
        .replace("4 May 2020}", "4 May 2020}}")
    )
    assert asked(tmp_path, text) == codes


@pytest.mark.parametrize(
    ("status", "reviewed", "codes"),
    [
        ("open", "", ["DIS203"]),
        ("open", "reviewed: 2021-04-01", []),
        ("open", "reviewed: 2020-06-01", ["DIS203"]),
        ("unresolvable", "", []),
    ],
)
def test_nobody_has_looked_for_long(
    status: str, reviewed: str, codes: list[str], tmp_path: Path
) -> None:
    text = (QUESTION % (reviewed, POST)).replace("status: open", f"status: {status}")
    project = example(tmp_path, text)
    about = project / "seeds/summaries/briefing.yml"
    about.write_text(about.read_text().replace("as_of: 2020-04-28", "as_of: 2021-04-28"))
    found = [f.code.id for f in findings(project) if f.code.id.startswith("DIS")]
    assert found == codes

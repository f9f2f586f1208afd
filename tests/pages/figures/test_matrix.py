"""Claims by sources: what a cell says a source is cited for, and what it does not say."""

from itertools import islice
from pathlib import Path
from typing import Any

from pages.figures.made import view_of
from quoteproof.pages import settling

RECORDS = """\
discrepancies:
  - id: minor
    question: When does the pier reopen?
    kind: time
    status: open
    materiality: low
    positions:
      - {value: on 4 May, cite: [{office: will reopen on 4 May 2020}]}
      - {value: in May, cite: [{post: will reopen in May}]}
  - id: major
    title: How many boats
    question: How many boats had to leave?
    kind: definition
    status: open
    materiality: high
    positions:
      - {value: "40", cite: [{office: About 40 boats were moved}, {post: {quote: Some 55 boats, relation: contradicts}}]}
      - {value: "55", cite: [{post: Some 55 boats had to leave}, {post: {quote: is full, relation: context}}]}
terms:
  - id: pier
    title: The pier stays open
    type: other
    statements:
      - text: The southern pier will stay open.
        cite:
          - post: the southern pier will stay open
          - post: {quote: The southern pier is full, relation: qualifies}
      - text: It stays open, said the post.
        kind: attributed-claim
        cite: [{post: the southern pier will stay open}, {post: will reopen in May}]
"""  # noqa: E501


def rows(root: Path) -> dict[str, Any]:
    parts = view_of("matrix", root, RECORDS).parts
    return {row.claim.text: row for part in parts for row in part.rows}


def told(cell: Any) -> list[str]:
    return [
        " ".join(filter(None, (s.relation, s.letter, s.answer, *(p.text for p in s.passages))))
        for s in cell
    ]


def test_what_matters_most_comes_first_and_terms_come_last(tmp_path: Path) -> None:
    made = view_of("matrix", tmp_path, RECORDS)

    assert [link.text for link in made.sources] == ["Harbour office of Norrvik", "Norrvik Post"]
    assert [(part.kind, [row.claim.href for row in part.rows]) for part in made.parts] == [
        ("high", ["#major"]),
        ("low", ["#minor"]),
        ("terms", ["terms.md#pier"]),
    ]
    assert made.relations == ("supports", "contradicts", "qualifies", "context")


def test_a_cell_of_a_discrepancy_names_the_positions_that_the_source_is_cited_for(
    tmp_path: Path,
) -> None:
    made = rows(tmp_path)

    assert [told(cell) for cell in made["How many boats"].cells] == [
        ["supports A 40 3"],
        ["contradicts A 40 1", "supports B 55 2", "context B 55 6"],
    ]
    assert [told(cell) for cell in made["When does the pier reopen?"].cells] == [
        ["supports A on 4 May 2"],
        ["supports B in May 4"],
    ]


def test_a_cell_of_a_term_has_each_passage_once_and_is_empty_without_one(tmp_path: Path) -> None:
    office, post = rows(tmp_path)["The pier stays open"].cells

    assert told(office) == []
    assert told(post) == ["supports 4 7", "qualifies 5"]
    assert post[0].passages[0].href.startswith("sources/post.md#")


def test_letters_do_not_end_with_the_alphabet() -> None:
    letters = list(islice(settling.letters(), 54))

    assert (letters[0], letters[25], letters[26], letters[53]) == ("A", "Z", "AA", "BB")


def test_without_claims_there_is_no_figure(tmp_path: Path) -> None:
    assert view_of("matrix", tmp_path, "{}").parts == ()

"""Where records live, and how one page leads to another."""

import pytest

from pages.tiny import briefing
from quoteproof.pages.links import Link, Links, shortened, source_page


def test_links_are_relative_to_the_page_that_shows_them() -> None:
    at_top, below = Links(briefing(), "terms.md"), Links(briefing(), "sources/office.md")

    assert [at_top.to(id).href for id in ("leave-the-pier", "guild", "reopening", "boats")] == [
        "#leave-the-pier",
        "actors.md#guild",
        "timeline.md#reopening",
        "discrepancies.md#boats",
    ]
    assert [below.to(id).href for id in ("leave-the-pier", "office", "post", "overview")] == [
        "../terms.md#leave-the-pier",
        "office.md",
        "post.md",
        "../index.md",
    ]


def test_a_statement_is_linked_by_its_words_on_the_page_of_its_record() -> None:
    assert Links(briefing(), "index.md").to("leave-the-pier.leaves") == Link(
        "The guild agreed to leave the northern pier until the works are over.",
        "terms.md#leave-the-pier.leaves",
    )


def test_a_passage_that_may_not_be_shown_is_linked_in_the_list_of_passages() -> None:
    links = Links(briefing(), "index.md")

    assert links.href_to_passage("p-0", "office") == "sources/office.md#p-0"
    assert links.href_to_passage("p-0", "archive") == "sources/archive.md#p-0_cited"


def test_a_source_called_index_leaves_the_register_its_name() -> None:
    assert source_page("index") == "sources/index_.md"
    assert source_page("office") == "sources/office.md"


def test_the_edit_address_names_the_file_and_the_line() -> None:
    statement = briefing().summaries.overview.bottom_line[0]

    assert Links(briefing(), "index.md").edit(statement) == (
        f"https://example.org/norrvik/edit/main/seeds/summaries/briefing.yml#L{statement.at.line}"
    )


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("one two three", "one two three"),
        ("one two, three four", "one two …"),
        ("x" * 20, "x" * 13 + " …"),
    ],
)
def test_long_words_of_a_link_are_cut_after_a_word(text: str, short: str) -> None:
    assert shortened(text, 13) == short

"""Machines that read a page learn what it is, what it claims and where each claim appears."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from quoteproof.exports.linked_data import linked_data
from quoteproof.pages.page import Page
from quoteproof.pipeline import check, compose

TINY = Path(__file__).parents[1] / "golden/tiny"


@pytest.fixture(scope="module")
def files() -> dict[str, str]:
    briefing, findings = check(TINY)
    assert briefing is not None, findings
    return compose(briefing)


def article(files: dict[str, str], page: str) -> dict[str, Any]:
    element = files[f".theme/linked-data/{page}"]
    inside = re.fullmatch(r'<script type="application/ld\+json">(.*)</script>\n', element)
    assert inside, element
    read: dict[str, Any] = json.loads(inside[1])
    return read


def test_every_page_is_an_article_that_cites_its_sources(files: dict[str, str]) -> None:
    for path in files:
        if path.endswith(".md"):
            assert article(files, path.removesuffix(".md") + ".html")["@type"] == "Article"
    terms = article(files, "terms.html")
    assert {source["name"] for source in terms["citation"]} >= {"Notice of the fishers' guild"}


def test_a_statement_is_a_claim_that_appears_in_its_sources(files: dict[str, str]) -> None:
    terms = article(files, "terms.html")
    claim = next(part for part in terms["hasPart"] if part["@id"] == "#leave-the-pier.leaves")
    cited = {source["@id"]: source["name"] for source in terms["citation"]}
    assert claim["@type"] == "Claim"
    assert claim["text"].startswith("The guild agreed to leave the northern pier")
    assert [cited[a["@id"]] for a in claim["appearance"]] == ["Notice of the fishers' guild"]
    assert f'id="{claim["@id"][1:]}"' in files["terms.md"]


def test_no_text_can_end_the_element_or_be_code_to_the_theme(files: dict[str, str]) -> None:
    briefing, _ = check(TINY)
    assert briefing is not None
    evil = "</script><b> {{ 7 * 7 }} {% raw %} {#"
    page = Page("terms.md", "terms.md.jinja", evil, evil, "today", "en", None)  # type: ignore[arg-type]
    element = linked_data(briefing, [page])["terms.html"]
    inside = element.removeprefix('<script type="application/ld+json">')
    inside = inside.removesuffix("</script>\n")
    assert not re.search(r"[<>]|\{[{%#]", inside)
    assert json.loads(inside)["headline"] == evil


def test_nothing_quoted_is_in_it(files: dict[str, str]) -> None:
    every = "".join(text for path, text in files.items() if "linked-data" in path)
    assert "We hold to the date" not in every
    assert "names no date" not in every

"""Who looks for a name, a place, a number or a quote finds the statement, then the passage."""

import json

import pytest
from playwright.sync_api import Page

from quoteproof.exports.search import INDEX

FIRST = {  # what is typed: where the first result leads, and what it says it is
    "joint patrols": ("terms.html#joint-patrols", "Term: "),
    "security corridor": ("discrepancies.html#corridor-or-passage", "Disagreement: "),
    "HTS": ("actors.html#hts", "Actor: "),
    "hayat tahrir al-sham": ("actors.html#hts", "Actor: "),
    "terrorist organization of Tahrir al-Sham": ("actors.html#hts", "Actor: "),
    "Hulusi Akar": ("actors.html#akar", "Actor: Hulusi Akar"),
    "Defense Minister Hulusi Akar": ("actors.html#akar", "Actor: Hulusi Akar"),
    "Erdogan": ("actors.html#erdogan", "Actor: Recep Tayyip Erdogan"),
    "Saraqib": ("terms.html#patrol-route", "Term: "),
    "Ariha": ("timeline.html#ariha-protest", "Event: "),
    "2,400": ("actors.html#syrian-government-forces.losses", "Actor: "),
    "2400": ("actors.html#syrian-government-forces.losses", "Actor: "),
    "displaced": ("discrepancies.html#number-displaced", "Disagreement: "),
    "around 60 Turkish troops were killed": (
        "timeline.html#clashes-with-turkish-troops.around-60",
        "Event: ",
    ),
    '"largely held"': ("index.html#overview.", ""),
}
QUOTED = [
    "around 60 Turkish troops were killed in clashes",
    "the first Russian-Turkish joint patrol will be conducted on the M4 road tomorrow",
]
RESULTS = """() => [...document.querySelectorAll(".md-search-result__item a")].map((a) => ({
    to: a.href.replace(/.*[/]site[/]/, "").replace(/[?]h=[^#]*/, ""),
    title: a.querySelector("h1, h2").textContent,
    text: a.textContent,
}))"""


def search(page: Page, address: str, typed: str) -> list[dict[str, str]]:
    page.goto(f"{address}/method.html")
    page.keyboard.press("/")
    page.keyboard.type(typed)
    page.wait_for_selector(".md-search-result__link")
    found: list[dict[str, str]] = []
    while found != (found := page.evaluate(RESULTS)):  # there are results for each letter typed
        page.wait_for_timeout(700)
    return found


@pytest.mark.browser
@pytest.mark.parametrize("typed", FIRST)
def test_finds_what_is_looked_for_first(page: Page, flagship: str, typed: str) -> None:
    found = [result for result in search(page, flagship, typed) if "#" in result["to"]]
    to, kind = FIRST[typed]
    assert found[0]["to"].startswith(to)
    assert found[0]["title"].startswith(kind)


@pytest.mark.browser
@pytest.mark.parametrize("quoted", QUOTED)
def test_a_quoted_phrase_leads_to_its_statement_and_then_to_its_passage(
    page: Page, flagship: str, quoted: str
) -> None:
    found = [result for result in search(page, flagship, quoted) if "#" in result["to"]]
    passages = [result for result in found if "#p-" in result["to"]]
    assert not found[0]["to"].startswith("sources/")
    assert quoted in found[0]["text"]
    assert quoted in passages[0]["text"]
    assert passages[0]["title"].startswith("Quoted from ")


def test_every_result_leads_to_an_id_of_its_page(finished) -> None:
    site = finished("flagship")
    docs = json.loads((site / INDEX).read_text("utf-8"))["docs"]
    pages = {page: (site / page).read_text("utf-8") for page in {_page(d) for d in docs}}
    lost = [d["location"] for d in docs if (id := _id(d)) and f'id="{id}"' not in pages[_page(d)]]
    assert lost == []


def test_a_source_that_may_not_be_shown_is_not_in_the_index(finished) -> None:
    """No word of the tiny briefing's `archive`, though a statement rests on it."""
    assert "names no date for the reopening" not in (finished("tiny") / INDEX).read_text("utf-8")


def test_markup_in_a_name_stays_text(finished) -> None:
    docs = json.loads((finished("tiny") / INDEX).read_text("utf-8"))["docs"]
    assert [d for d in docs if "<script" in d["title"] + d["text"]] == []
    assert [d for d in docs if "&lt;script&gt;" in d["title"]] != []


def _page(entry: dict[str, str]) -> str:
    return entry["location"].partition("#")[0]


def _id(entry: dict[str, str]) -> str:
    return entry["location"].partition("#")[2]

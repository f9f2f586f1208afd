"""The figures as they stand on a page: valid, whole, and inert whatever the words in them."""

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pages import tiny
from pages.figures.made import FIGURES, block, html, parsed
from projects import briefing, demo
from quoteproof.model.summaries import Actor, Discrepancy, Event, Term
from quoteproof.model.verified import VerifiedBriefing
from render.hostile import HOSTILE

EVERY = pytest.mark.parametrize("name", list(FIGURES))


@EVERY
def test_markdown_takes_it_for_one_block_of_valid_html(name: str) -> None:
    text = block(name, tiny.briefing())
    page = html(text)
    tree = parsed(page)

    assert "\n\n" not in text  # GitHub would end the block there
    (figure,) = tree.iter("figure")
    assert [p.text for p in tree.findall("body/p")] == ["Before.", "After."]
    assert not any(e.tag in ("p", "br") and e.get("class") != "alone" for e in figure.iter())
    assert "markdown=" not in page and "](" not in page


@pytest.mark.parametrize("name", ["timeline", "actors"])
def test_markdown_leaves_raw_html_as_it_is(name: str) -> None:
    text = block(name, tiny.briefing())

    assert text in html(text)


@EVERY
def test_nothing_asks_for_what_a_strict_policy_forbids(name: str) -> None:
    for element in parsed(html(block(name, tiny.briefing()))).iter():
        assert element.tag not in ("script", "style", "link", "img", "image", "iframe")
        assert not [a for a in element.attrib if a == "style" or a.startswith("on")]
        assert ":" not in element.get("href", "")


@EVERY
def test_ids_are_unique_and_no_record_can_have_them(name: str) -> None:
    tree = parsed(html(block(name, tiny.briefing())))
    ids = [element.attrib["id"] for element in tree.iter() if "id" in element.attrib]

    assert max(Counter(ids).values()) == 1
    assert all("_" in id for id in ids)
    used = [e.get(a, "") for e in tree.iter() for a in ("aria-labelledby", "marker-end", "fill")]
    used += [e.get("href", "") for e in tree.iter("use")]
    named = {re.sub(r"^url\(|^#|\)$|#", "", value) for value in used if value}
    assert named <= set(ids)


@EVERY
def test_it_has_a_caption_and_says_in_words_what_it_shows(name: str) -> None:
    tree = parsed(html(block(name, tiny.briefing())))

    (figure,) = tree.iter("figure")
    caption = figure.find("figcaption")
    assert caption is not None and "".join(caption.itertext()).strip()
    tables = list(figure.iter("table"))
    assert len(tables) == 1
    assert all(th.get("scope") for th in tables[0].iter("th"))
    for scrolls in figure.iter("div"):
        if "scroll" in scrolls.get("class", ""):
            assert (scrolls.get("tabindex"), scrolls.get("role")) == ("0", "region")
            assert scrolls.get("aria-labelledby")


@EVERY
def test_making_it_twice_gives_the_same(name: str) -> None:
    assert block(name, tiny.briefing()) == block(name, tiny.briefing())


@pytest.mark.parametrize("name", ["timeline", "actors", "matrix"])
def test_a_briefing_without_such_records_has_no_figure(name: str, tmp_path: Path) -> None:
    assert block(name, briefing(demo(tmp_path))) == ""


@pytest.mark.parametrize("name", ["timeline", "actors"])
def test_its_links_lead_to_entries_of_its_own_page(name: str) -> None:
    of = tiny.briefing()
    records = of.summaries.events if name == "timeline" else of.summaries.actors
    tree = parsed(html(block(name, of)))

    hrefs = {a.get("href", "") for a in tree.iter("a")}
    assert hrefs == {f"#{record.id}" for record in records}


# ---- Hostile words

Named = Actor | Event | Term | Discrepancy


def renamed(of: VerifiedBriefing, names: st.DataObject) -> VerifiedBriefing:
    """The same briefing with other words in what the figures show."""

    def word() -> str:
        return names.draw(HOSTILE).encode("utf-8", "replace").decode() + "Q"

    def with_words(record: Named) -> Named:
        field = "name" if isinstance(record, Actor) else "title"
        return record.model_copy(update={field: word()})

    summaries = of.summaries
    about = summaries.briefing
    sides = tuple(side.model_copy(update={"title": word()}) for side in about.sides)
    changed = replace(
        summaries,
        briefing=about.model_copy(update={"sides": sides}),
        actors=tuple(map(with_words, summaries.actors)),
        events=tuple(map(with_words, summaries.events)),
        terms=tuple(map(with_words, summaries.terms)),
        discrepancies=tuple(map(with_words, summaries.discrepancies)),
    )
    return VerifiedBriefing(changed, of.sources, of.cited, of.differ)


@EVERY
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(words=st.data())
def test_hostile_words_stay_words(name: str, words: st.DataObject) -> None:
    plain, hostile = tiny.briefing(), renamed(tiny.briefing(), words)
    text = block(name, hostile)
    tree = parsed(html(text))

    assert "\n\n" not in text
    expected = parsed(html(block(name, plain)))
    made, meant = (
        Counter((e.tag, *sorted(e.attrib)) for e in root.iter()) for root in (tree, expected)
    )
    if name == "actors":  # names of another length take another number of lines
        for count in (made, meant):
            for tag in [tag for tag in count if tag[0].endswith("text")]:
                del count[tag]
    assert made == meant

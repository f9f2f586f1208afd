"""Footnotes: what they tell of a citation, and where they lead."""

from urllib.parse import unquote

import pytest

from pages.tiny import briefing, view
from quoteproof.model.selectors import Anchor, TextPositionSelector, TextQuoteSelector
from quoteproof.model.verified import VerifiedCitation
from quoteproof.model.vocabulary import Relation, Rights
from quoteproof.pages.notes import Note, publisher_href


def notes(page: str) -> list[Note]:
    return [n for n in view(page).notes if isinstance(n, Note)]


def note(page: str, words: str) -> Note:
    return next(n for n in notes(page) if words in " ".join(n.quote))


def test_a_note_tells_the_quote_who_says_it_and_where_it_stands() -> None:
    made = note("actors.md", "We hold to the date")

    assert made.quote == ("We hold to the date",)
    assert made.source.href == "sources/office.md"
    assert made.speaker is not None and made.speaker.href == "#harbour-office"
    assert made.via is not None and made.via.href == "sources/office.md"
    assert (made.said, made.relation, made.line) == ("27 April 2020", "supports", 6)
    assert made.passage_href.startswith("sources/office.md#p-")


def test_words_left_out_part_the_quote() -> None:
    assert note("timeline.md", "Some 55 boats").quote == (
        "Some 55 boats",
        "than in any year before",
    )


def test_a_note_to_a_source_that_may_only_be_linked_has_no_word_of_it() -> None:
    (made,) = (n for n in notes("index.md") if n.source.href == "sources/archive.md")

    assert made.quote == ()
    assert made.publisher_href == ""
    assert made.relation == "qualifies"
    assert made.passage_href.endswith("_cited")


def cited(quote: str, url: str, *, raw: str = "", prefix: str = "", suffix: str = "") -> str:
    """The address of a quote at its publisher."""
    from dataclasses import replace

    office = briefing().source("office")
    raw = raw or quote
    start = raw.index(quote)
    changed = replace(
        office,
        source=office.source.model_copy(update={"URL": url}),
        document=replace(office.document, raw=raw),
    )
    anchor = Anchor((TextPositionSelector(start, start + len(quote)),), (), 0)
    selector = TextQuoteSelector(quote, prefix, suffix)
    citation = VerifiedCitation(
        "a-1", "office", selector, anchor, Relation.SUPPORTS, None, None, None, "p-1"
    )
    return publisher_href(changed, citation)


def test_hyphens_commas_and_ampersands_are_no_signs_of_the_fragment() -> None:
    assert cited("cease-fire, R&D “x”", "https://a.b/c") == (
        "https://a.b/c#:~:text=cease%2Dfire%2C%20R%26D%20%E2%80%9Cx%E2%80%9D"
    )


def test_prefix_and_suffix_tell_one_occurrence_from_another() -> None:
    assert cited("the pier", "https://a.b/", prefix="left of", suffix="at-noon") == (
        "https://a.b/#:~:text=left%20of-,the%20pier,-at%2Dnoon"
    )


def test_a_long_quote_is_found_by_its_first_and_last_words() -> None:
    words = [f"word{n}" for n in range(80)]

    assert cited(" ".join(words), "https://a.b/").split("text=")[1] == (
        "%20".join(words[:6]) + "," + "%20".join(words[-6:])
    )


def test_a_fragment_of_the_address_itself_is_kept() -> None:
    assert cited("x", "https://a.b/#top") == "https://a.b/#top:~:text=x"


@pytest.mark.parametrize("quote", ["a%b", "ä\nö", "#:~:text=", "a b"])
def test_any_quote_can_be_read_back_from_the_fragment(quote: str) -> None:
    fragment = cited(quote, "https://a.b/").removeprefix("https://a.b/#:~:text=")

    assert unquote(fragment) == " ".join(quote.split())


def test_without_an_address_there_is_no_link() -> None:
    notice = briefing().source("notice")
    assert notice.source.rights is Rights.FULL_TEXT
    made = note("terms.md", "The guild agreed")

    assert made.publisher_href == ""

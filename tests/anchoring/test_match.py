import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoteproof.anchoring.match import (
    Ambiguous,
    Anchored,
    CutWord,
    Empty,
    NotFound,
    Occurrence,
    OutOfOrder,
    Part,
    WrongContext,
    anchor,
)
from quoteproof.model.selectors import Anchor, TextPositionSelector, TextQuoteSelector
from quoteproof.text.normalise import normalise
from quoteproof.text.words import WordCut, cuts_word

REAL = sorted((Path(__file__).parents[2] / "seeds" / "sources").glob("*.txt"))

TRUCE = normalise(
    "Akar said on Friday that the truce holds.\n\nThe “truce”, which holds since March 5,\n"
    "was signed … by both sides; 2,400 soldiers died, and Turkey’s observation posts remain. "
    "On Friday Akar said no more."
)


def look_up(exact, prefix="", suffix="", source=TRUCE):
    return anchor(TextQuoteSelector(exact, prefix, suffix), source)


def at(*spans, source=TRUCE):
    """Position selectors of raw texts that stand once, or of (start, end)."""
    starts = [span if isinstance(span, tuple) else _only(source.raw, span) for span in spans]
    return tuple(TextPositionSelector(*span) for span in starts)


def _only(raw, text):
    assert raw.count(text) == 1, text
    return raw.index(text), raw.index(text) + len(text)


@pytest.mark.parametrize(
    ("exact", "raw", "normalisations"),
    [
        ("that the truce holds", "that the truce holds", ()),
        ("  that the truce holds\n", "that the truce holds", ()),
        ("which holds since March 5, was", "which holds since March 5,\nwas", ("white-space",)),
        ("which\nholds since", "which holds since", ("white-space",)),
        ('The "truce"', "The “truce”", ("quotation-marks",)),
        ("signed ... by both", "signed … by both", ("ellipses",)),
        ("Turkey's observation", "Turkey’s observation", ("quotation-marks",)),
        ("observation posts", "observation posts", ()),
        ("Turkey", "Turkey", ()),
        ("2,400 soldiers", "2,400 soldiers", ()),
        ("obser\u00advation", "observation", ("invisible-breaks",)),
        (
            'holds. The "truce"',
            "holds.\n\nThe “truce”",
            ("white-space", "quotation-marks"),
        ),
    ],
)
def test_quote_that_stands_once(exact, raw, normalisations):
    assert look_up(exact) == Anchored(Anchor(at(raw), normalisations, 0))


@pytest.mark.parametrize("exact", ["", " \n", "…", "[…]", ".", "“ ”", "\u00ad", "[...] […]"])
def test_empty(exact):
    assert look_up(exact) == Empty(Part(exact.strip()))


@pytest.mark.parametrize(
    "exact", ["the cease-fire", "That the truce", "signed ..", ". by both", "holds The"]
)
def test_not_found(exact):
    assert look_up(exact) == NotFound(Part(exact))


@pytest.mark.parametrize(
    ("exact", "edge", "word"),
    [
        ("400 soldiers died", "start", "2,400"),
        ("ruce holds", "start", "truce"),
        ("remai", "end", "remain"),
    ],
)
def test_cut_word(exact, edge, word):
    assert look_up(exact) == CutWord(Part(exact), *at(exact), WordCut(edge, word))


def test_ambiguous_lists_each_place_with_a_prefix_that_selects_it():
    first, second = 0, TRUCE.raw.rindex("Akar said")
    assert look_up("Akar said") == Ambiguous(
        Part("Akar said"),
        (
            Occurrence(TextPositionSelector(first, first + 9), "", "on"),
            Occurrence(TextPositionSelector(second, second + 9), "Friday", ""),
        ),
        2,
    )


def test_ambiguous_lists_whole_words_first_of_all():
    source = normalise("art for art, part by part, party")
    assert look_up("art", source=source) == Ambiguous(
        Part("art"),
        (
            Occurrence(TextPositionSelector(0, 3), "", "for"),
            Occurrence(TextPositionSelector(8, 11), "for", ""),
        ),
        5,
    )
    assert look_up("par", source=source).count == 3
    assert len(look_up("par", source=source).occurrences) == 3


def test_overlapping_occurrences_count():
    source = normalise("ha ha ha")
    assert look_up("ha ha", source=source).count == 2


def test_longer_prefixes_where_the_nearest_words_agree():
    source = normalise("one of the posts; two of the posts; three of the posts")
    found = look_up("posts", source=source)
    assert [occurrence.prefix for occurrence in found.occurrences] == [
        "one of the",
        "two of the",
        "three of the",
    ]


@pytest.mark.parametrize(
    ("prefix", "suffix", "start", "occurrence"),
    [
        ("Friday", "", 2, 1),
        ("On  Friday", "", 2, 1),
        ("", "no", 2, 1),
        ("", "on Friday", 0, 0),
        ("", "\non Fri", 0, 0),
        ("remain. On Friday", "no more.", 2, 1),
    ],
)
def test_prefix_and_suffix_select(prefix, suffix, start, occurrence):
    places = [match.span() for match in re.finditer("Akar said", TRUCE.raw)]
    position = TextPositionSelector(*places[-1 if start else 0])
    assert look_up("Akar said", prefix, suffix) == Anchored(Anchor((position,), (), occurrence))


def test_white_space_before_a_suffix_is_free():
    assert isinstance(look_up("truce", "the “", "”, which"), WrongContext)
    assert isinstance(look_up("truce", "The “", "”, which"), Anchored)
    assert isinstance(look_up("Turkey", "and", "'s observation"), Anchored)


def test_context_is_also_asked_of_a_quote_that_stands_once():
    assert look_up("observation posts", "Russia's", "were") == WrongContext(
        Part("observation posts"),
        "Russia's",
        "were",
        (Occurrence(*at("observation posts"), "Turkey's", "remain."),),
    )


def test_context_finds_no_part_of_an_ellipsis_either():
    assert look_up(". by both", "", "sides") == NotFound(Part(". by both"))


def test_proposed_prefix_selects_without_the_context_that_was_given():
    source = normalise("now x posts a, then y posts a, but x posts b")
    found = look_up("posts", "", "a", source=source)
    assert isinstance(found, Ambiguous)
    assert [each.prefix for each in found.occurrences] == ["now x", "y"]


def test_proposals_for_a_later_part_stay_behind_the_part_before():
    source = normalise("the posts remain, they remain")
    found = look_up("posts […] remain", source=source)
    assert found == Ambiguous(
        Part("remain", 1, 2),
        (
            Occurrence(TextPositionSelector(10, 16), "", ","),
            Occurrence(TextPositionSelector(23, 29), "they", ""),
        ),
        2,
    )


def test_prefix_that_selects_too_little():
    source = normalise("In Idlib the truce. In Idlib the truce. In Hama the truce.")
    found = look_up("truce", "the", source=source)
    assert (found.count, len(found.occurrences)) == (3, 3)
    found = look_up("truce", "Idlib the", source=source)
    assert found == Ambiguous(
        Part("truce"),
        (
            Occurrence(TextPositionSelector(13, 18), "", ". In Idlib"),
            Occurrence(TextPositionSelector(33, 38), "truce. In Idlib the", ""),
        ),
        2,
    )


def test_elision_within_a_paragraph_and_across():
    exact = "Akar said on Friday […] truce holds. [...] signed ... by both sides"
    assert look_up(exact) == Anchored(
        Anchor(
            at("Akar said on Friday", "truce holds.", "signed … by both sides"), ("ellipses",), 0
        )
    )


def test_elision_at_an_edge_says_nothing():
    assert look_up("[…] observation posts […]") == look_up("observation posts")


def test_elision_that_stands_in_the_source_is_no_elision():
    source = normalise("He wrote: “the posts […] remain” in June. The posts did remain.")
    exact = "posts [...] remain"
    assert look_up(exact, source=source) == Anchored(
        Anchor(at("posts […] remain", source=source), ("ellipses",), 0)
    )


@pytest.mark.parametrize(
    ("exact", "outcome"),
    [
        ("Akar said […] truce holds", Ambiguous),
        ("since May […] both sides", NotFound),
        ("since March […] all sides", NotFound),
        ("since March […] truce holds", OutOfOrder),
        ("since March […] and ,", NotFound),
        ("since March […] , […] both sides", Empty),
        ("since March […] 400 soldiers", CutWord),
        ("that the tru […] soldiers", CutWord),
        ("that the truce […] holds […] since", Ambiguous),
    ],
)
def test_elision_says_which_part_fails(exact, outcome):
    found = look_up(exact)
    texts = exact.split(" […] ")
    assert type(found) is outcome
    assert found.part.count == len(texts)
    assert found.part.text == texts[found.part.index]


def test_elided_part_out_of_order_says_where_it_stands():
    assert look_up("observation posts […] since March 5") == OutOfOrder(
        Part("since March 5", 1, 2), *at("since March 5")
    )


def test_parts_after_the_first_need_to_stand_once_only_in_what_follows():
    found = look_up("observation posts […] Akar said")
    assert isinstance(found, Anchored)
    assert TRUCE.raw[found.anchor.start : found.anchor.end].endswith("On Friday Akar said")


def test_prefix_is_for_the_first_part_and_suffix_for_the_last():
    assert isinstance(look_up("Akar said […] no more", "Friday", "."), Anchored)
    assert isinstance(look_up("Akar said […] truce", "Friday", "holds"), NotFound | OutOfOrder)
    found = look_up("Akar said […] truce", "", "holds")
    assert isinstance(found, Ambiguous) and found.part.index == 0
    found = look_up("Akar said on […] truce", "", "holds")
    assert isinstance(found, Anchored)
    assert found.anchor.parts[1] == TextPositionSelector(*_span("truce", "truce holds"))
    found = look_up("Akar said on […] truce", "", "breaks")
    assert isinstance(found, WrongContext) and found.part.index == 1


def _span(text, within):
    start = TRUCE.raw.index(within)
    return start, start + len(text)


def test_occurrence_counts_those_before():
    found = look_up("Akar said", "Friday")
    assert isinstance(found, Anchored)
    assert found.anchor.occurrence == 1
    assert (found.anchor.start, found.anchor.end) == (
        found.anchor.parts[0].start,
        found.anchor.parts[0].end,
    )


def _check_found(source, start, end):
    """The quote ``raw[start:end]`` is found there, or there among other places."""
    exact = source.raw[start:end]
    found = anchor(TextQuoteSelector(exact), source)
    position = TextPositionSelector(start, end)
    if isinstance(found, Ambiguous):
        assert found.count > 1
        places = [occurrence.position for occurrence in found.occurrences]
        assert position in places or found.count > len(places)
        for occurrence in found.occurrences:
            if occurrence.prefix or occurrence.suffix:
                context = exact, occurrence.prefix, occurrence.suffix
                selected = anchor(TextQuoteSelector(*context), source)
                assert isinstance(selected, Anchored | CutWord)
                place = getattr(selected, "position", None) or selected.anchor.parts[0]
                assert place == occurrence.position
    else:
        assert found == Anchored(Anchor((position,), (), 0))


WORDS = st.text(
    st.one_of(
        st.characters(exclude_categories=("Z", "Cc", "Cf", "Cs")),
        st.sampled_from("ab2,.'’“…–[]\u0301\u0323\u1100\u1161\u11a8ن"),
    ),
    min_size=1,
    max_size=4,
)
SPACES = st.text(st.sampled_from(" \n\t\u2003"), min_size=1, max_size=2)


@given(st.lists(st.tuples(WORDS, SPACES), min_size=1), st.data())
def test_any_words_of_a_source_are_found(pieces, data):
    source = normalise("".join(word + space for word, space in pieces))
    words = [match.span() for match in re.finditer(r"\S+", source.raw)]
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, len(words) - 1))
    start, end = words[first][0], words[last][1]
    exact = source.raw[start:end]
    if any(map(str.isalnum, normalise(exact).text)) and not cuts_word(source.raw, start, end):
        _check_found(source, start, end)
        exact = " ".join(exact.split()).replace("’", "'").replace("…", "...")
        assert isinstance(anchor(TextQuoteSelector(exact), source), Anchored | Ambiguous)


@pytest.mark.parametrize("path", REAL, ids=lambda path: path.name)
@given(data=st.data())
def test_any_words_of_a_real_source_are_found(path, data):
    source = normalise(path.read_bytes().decode())
    words = [match.span() for match in re.finditer(r"\S+", source.raw)]
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, min(first + 40, len(words) - 1)))
    start, end = words[first][0], words[last][1]
    if any(char.isalnum() for char in source.raw[start:end]):
        _check_found(source, start, end)


ANY = st.text(st.one_of(st.characters(exclude_categories=()), st.sampled_from("ab […].\n’\u0301")))


@given(ANY, ANY, ANY, ANY)
def test_any_outcome_but_no_exception(exact, prefix, suffix, raw):
    source = normalise(raw)
    found = anchor(TextQuoteSelector(exact, prefix, suffix), source)
    if isinstance(found, Anchored):
        parts = [normalise(raw[part.start : part.end]).text for part in found.anchor.parts]
        assert all(part in normalise(exact).text for part in parts)


@given(st.text(st.sampled_from("ab […]. ,")), st.text(st.sampled_from("ab […]. ,")))
def test_raw_text_at_an_anchor_normalises_to_the_quote(exact, raw):
    found = anchor(TextQuoteSelector(exact), normalise(raw))
    if isinstance(found, Anchored):
        parts = [normalise(raw[part.start : part.end]).text for part in found.anchor.parts]
        if len(parts) == 1 and parts[0] == normalise(exact).text.strip():
            return
        written = (part.strip() for part in exact.replace("...", "…").split("[…]"))
        assert parts == [normalise(part).text for part in written if part]

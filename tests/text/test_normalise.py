import sys
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from quoteproof.text.normalise import (
    INVISIBLE,
    NORMALISATIONS,
    WHITE_SPACE,
    normalisations_between,
    normalise,
)

# Plain random text seldom holds what is normalised: half of these characters are.
ODD = (
    "ae. -'\"\n"
    + WHITE_SPACE
    + INVISIBLE
    + "’“«′–−…[]\u0301\u0323\u0338\u1100\u1161\u11a8가각Å\U0001d15e"
)
texts = st.text(st.one_of(st.sampled_from(ODD), st.characters()))


@pytest.mark.parametrize("kind", NORMALISATIONS, ids=lambda kind: kind.name)
def test_each_normalisation_does_what_its_example_says(kind):
    written, compared = kind.example
    assert normalise(written).text == normalise(compared).text == compared
    assert normalisations_between(written, compared) == (kind.name,)
    assert kind.description.endswith(".")


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("a\r\n\t\u00a0\u2003b", "a b"),
        (" a ", " a "),
        ("a\u200bb\ufeff \u2060 c", "ab c"),
        ("a \u00ad\n b", "a b"),
        ("a\u200b\u2060b", "ab"),
        ("‘a’ ‚b‛ ‹c› d´ e` 5′", "'a' 'b' 'c' d' e' 5'"),
        ("“a” „b‟ «c» 5″", '"a" "b" "c" 5"'),
        ("''a''", "''a''"),
        ("a‐b‑c‒d–e—f―g−h", "a-b-c-d-e-f-g-h"),
        ("a… b. . .", "a... b. . ."),
        ("e\u0301 \u1112\u1161\u11ab", "é 한"),
        ("e\u00ad\u0301", "é"),
        ("\u0628\u0651\u064e", "\u0628\u064e\u0651"),
        ("\u212b \U0002f800", "Å 丽"),
        ("\u0995\u09c7\u09be", "\u0995\u09cb"),
        ("\U0001f1f9\U0001f1f7 \U0001d15e", "\U0001f1f9\U0001f1f7 \U0001d157\U0001d165"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("Idlib İdlib ı", "Idlib İdlib ı"),
        ("", ""),
    ],
)
def test_normalised_text(raw, text):
    assert normalise(raw).text == text


@pytest.mark.parametrize(
    ("raw", "word", "found"),
    [
        ("one  two…\n\nthree", "two...", "two…"),
        ("one  two…\n\nthree", "three", "three"),
        ("one \u00ad two\u200b three", "two", "two"),
        ("one\u00adtwo", "onetwo", "one\u00adtwo"),
        ("one\u00adtwo", "one", "one"),
        ("one\u00adtwo", "two", "two"),
        ("a \u0301\u0323b", "\u0323\u0301b", "\u0301\u0323b"),
        ("\u0995\u09c7\u09be  x", "x", "x"),
        ("cafe\u0301  bar", "café", "cafe\u0301"),
        ("cafe\u0301  bar", "bar", "bar"),
        ("\U0001f1f9  x\U0001f1f7 y", "x\U0001f1f7", "x\U0001f1f7"),
        ("\u1112\u1161\u11ab  \u1100\u1161", "가", "\u1100\u1161"),
        ("a … e\u00ad\u0301\u0323…", "ẹ́...", "e\u00ad\u0301\u0323…"),
    ],
)
def test_raw_span(raw, word, found):
    text = normalise(raw)
    start = text.text.index(word)
    assert text.on_raw_boundaries(start, start + len(word))
    assert raw[slice(*text.raw_span(start, start + len(word)))] == found


@pytest.mark.parametrize(
    ("raw", "part"),
    [
        ("a…b", ".b"),
        ("a…b", "a."),
        ("a…b", "."),
        ("q\u0301\u0323", "q"),
        ("q\u0301\u0323", "\u0301"),
        ("e\u0301\u0301…", "é"),
    ],
)
def test_part_of_a_raw_character_is_not_on_its_boundaries(raw, part):
    text = normalise(raw)
    start = text.text.index(part)
    assert not text.on_raw_boundaries(start, start + len(part))


@pytest.mark.parametrize("span", [(0, 0), (2, 1), (-1, 2), (0, 4), (3, 4)])
def test_no_span(span):
    text = normalise("abc")
    with pytest.raises(ValueError, match="no span"):
        text.raw_span(*span)
    with pytest.raises(ValueError, match="no span"):
        text.on_raw_boundaries(*span)


@given(texts)
@example("e\u00ad\u0301")
@example(" \u00ad ")
def test_normalising_twice_changes_nothing(raw):
    once = normalise(raw).text
    assert normalise(once).text == once


@given(texts)
def test_normalised_text_is_composed_and_holds_nothing_odd(raw):
    text = normalise(raw).text
    assert unicodedata.is_normalized("NFC", text)
    assert not set(text) & (set(WHITE_SPACE + INVISIBLE + "’“«′–−…") - {" "})
    assert "  " not in text


@given(texts)
def test_map_is_monotone_and_covers_the_raw_text(raw):
    text = normalise(raw)
    spans = [text.raw_span(i, i + 1) for i in range(len(text.text))]
    reached = 0
    for start, end in spans:
        assert 0 <= start < end <= len(raw)
        # Characters of one cluster or ellipsis share its span; else only the invisible is skipped.
        assert start >= reached or end == reached
        assert set(raw[reached:start]) <= set(INVISIBLE)
        reached = end
    assert set(raw[reached:]) <= set(INVISIBLE)


@given(texts, st.data())
def test_raw_span_normalises_to_the_span(raw, data):
    text = normalise(raw)
    if not text.text:
        return
    start = data.draw(st.integers(0, len(text.text) - 1))
    end = data.draw(st.integers(start + 1, len(text.text)))
    found = normalise(raw[slice(*text.raw_span(start, end))]).text
    if text.on_raw_boundaries(start, end):
        assert found == text.text[start:end]
    else:
        assert text.text[start:end] in found


@given(texts, texts)
def test_normalisations_between_never_raises(raw, quote):
    names = normalisations_between(raw, quote)
    assert (names == ()) == (raw == quote) or normalise(raw).text != normalise(quote).text


@given(texts)
def test_difference_from_the_normalised_text_has_a_name(raw):
    text = normalise(raw).text
    assert (normalisations_between(raw, text) == ()) == (raw == text)


def test_several_normalisations_between():
    raw = "“Syria’s”\nI\u0307dlib – cease\u00adfire…"
    names = normalisations_between(raw, normalise(raw).text)
    assert names == tuple(kind.name for kind in NORMALISATIONS)
    assert normalisations_between("e\u00ad\u0301", "é") == ("invisible-breaks", "composition")
    assert normalisations_between("a  b", "a b") == ("white-space",)
    assert normalisations_between("a\n b’s", "a b's") == ("white-space", "quotation-marks")
    assert normalisations_between("a’s – b’s", "a’s - b’s") == ("dashes",)


def test_no_character_is_normalised_twice():
    for base, last in (("a", sys.maxunicode), ("'", 0x30000), ("-", 0x30000), (".", 0x30000)):
        raw = "".join(f"{base}{chr(code)}b" for code in range(last + 1))
        text = normalise(raw).text
        assert normalise(text).text == text
        assert unicodedata.is_normalized("NFC", text)


def test_composition_of_clusters_is_that_of_the_whole():
    marks = [chr(c) for c in range(0x300, 0x1F000) if unicodedata.combining(chr(c))]
    bases = "aoSÅΩяأकக한ᄒ\u1161\u11ab\u09c7\u0dd9"
    raw = "".join(f"{base}{mark}\u0323{mark} " for base in bases for mark in marks)
    assert normalise(raw).text == unicodedata.normalize("NFC", raw)


def test_endless_marks_are_left_alone_in_good_time():
    raw = "a" + "\u0301\u0323" * 100_000 + " e\u0301"
    assert normalise(raw).text == raw[:-2] + "é"

import re
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoteproof.anchoring.closest import Closest, Difference, closest
from quoteproof.text.normalise import normalise
from quoteproof.text.words import cuts_word

REAL = sorted((Path(__file__).parents[2] / "seeds" / "sources").glob("*.txt"))

SOURCE = normalise(
    "The ceasefire deal, which has largely held since March 5, was struck after around 60 Turkish "
    "troops were killed in clashes in the region since last month.\n\n“There are no violations (of "
    "the ceasefire) against observation posts,” the official said. The pact calls for the "
    "withdrawal of all\nheavy arms from the corridor."
)


def difference(quote, source=SOURCE):
    found = closest(quote, source)
    assert found
    return found.passage, [(each.quote_has, each.source_has) for each in found.differences]


@pytest.mark.parametrize(
    ("quote", "passage", "differences"),
    [
        (
            "withdrawl of all heavy arms",
            "withdrawal of all\nheavy arms",
            [("withdrawl", "withdrawal")],
        ),
        ("withdrawal of heavy arms", "withdrawal of all\nheavy arms", [("of", "of all")]),
        (
            "withdrawal of all the heavy arms",
            "withdrawal of all\nheavy arms",
            [("all the", "all")],
        ),
        (
            "around 36 Turkish troops were killed in clashes",
            "around 60 Turkish troops were killed in clashes",
            [("36", "60")],
        ),
        (
            "has largely held since March 15",
            "has largely held since March 5",
            [("15", "5")],
        ),
        (
            "There are no violations against observation posts",
            "There are no violations (of the ceasefire) against observation posts",
            [("violations", "violations (of the ceasefire)")],
        ),
        (
            "Turkish troops were wounded in clashes in the area since last month",
            "Turkish troops were killed in clashes in the region since last month",
            [("wounded", "killed"), ("area", "region")],
        ),
        (
            "The ceasefire deal which has largely held",
            "The ceasefire deal, which has largely held",
            [("deal", "deal,")],
        ),
        (
            "the ceasefire deal, which has largely held",
            "The ceasefire deal, which has largely held",
            [("the", "The")],
        ),
        (
            "struck after around60 Turkish troops",
            "struck after around 60 Turkish troops",
            [("around60", "around 60")],
        ),
        (
            "largely held since March 5 , was struck",
            "largely held since March 5, was struck",
            [("5 ,", "5,")],
        ),
        (
            "which has largely held since last Thursday",
            "which has largely held since March 5",
            [("last Thursday", "March 5")],
        ),
        (
            "but the official said",
            "the official said",
            [("but the", "the")],
        ),
        (
            "clashes in the region by",
            "clashes in the region since",
            [("by", "since")],
        ),
        (
            "at were killed in clashes",
            "troops were killed in clashes",
            [("at", "troops")],
        ),
        ("vialations", "violations", [("vialations", "violations")]),
    ],
)
def test_differences(quote, passage, differences):
    assert difference(quote) == (passage, differences)


def test_closest():
    start = SOURCE.raw.index("withdrawal")
    assert closest("withdrawl of all heavy arms", SOURCE) == Closest(
        start,
        start + 28,
        98,
        "withdrawal of all\nheavy arms",
        (Difference("withdrawl", "withdrawal"),),
    )


def test_whole_words_even_where_the_quote_has_none():
    found = closest("ruce was struc after aroun", normalise("The truce was struck after around 60"))
    assert found
    assert found.passage == "truce was struck after around"
    found = closest("2 of the towns", normalise("The truce holds in 1/2 of the town."))
    assert found
    assert found.passage == "1/2 of the town"


def test_script_without_spaces():
    source = normalise("土耳其和俄罗斯于三月五日在莫斯科就伊德利卜停火达成协议。")
    assert difference("俄罗斯于三月六日在莫斯科就伊德利卜停火", source) == (
        "俄罗斯于三月五日在莫斯科就伊德利卜停火",
        [("六", "五")],
    )


def test_combining_marks_and_right_to_left():
    source = normalise("أعلنت وزارة الدفاع الروسية أن الهدنة دخلت حيز التنفيذ في السادس من آذار")
    assert difference("أن الهدنة دخلت حيز التنفيذ في الخامس من آذار", source) == (
        "أن الهدنة دخلت حيز التنفيذ في السادس من آذار",
        [("الخامس", "السادس")],
    )
    source = normalise("तुर्की और रूस ने इदलिब में युद्धविराम पर सहमति जताई")
    assert difference("रूस ने हमा में युद्धविराम", source) == (
        "रूस ने इदलिब में युद्धविराम",
        [("हमा", "इदलिब")],
    )


@pytest.mark.parametrize("quote", ["", " ", "…", "Chancellor Merkel praised the vote on fisheries"])
def test_nothing_close(quote):
    assert closest(quote, SOURCE) is None
    assert closest("a quote", normalise("")) is None


def test_equal_text_is_no_difference():
    found = closest("no violations", SOURCE)
    assert found
    assert (found.similarity, found.differences) == (100, ())


EDITS = {
    "letter": lambda words, at: [*words[:at], words[at][:-1] + "qz", *words[at + 1 :]],
    "dropped": lambda words, at: [*words[:at], *words[at + 1 :]],
    "added": lambda words, at: [*words[:at], "xylophones", *words[at:]],
    "swapped": lambda words, at: [*words[:at], "xylophones", *words[at + 1 :]],
}


@pytest.mark.parametrize("path", REAL, ids=lambda path: path.name)
@pytest.mark.parametrize("edit", EDITS)
def test_one_edit_in_a_real_document(path, edit):
    """Nearly every stretch of ten words is found where it was, with the one difference."""
    source = normalise(path.read_bytes().decode())
    words = [match.span() for match in re.finditer(r"\S+", source.raw)]
    right = tried = 0
    for first in range(0, len(words) - 10, 3):
        start, end = words[first][0], words[first + 9][1]
        quoted = [source.raw[slice(*word)] for word in words[first : first + 10]]
        quote = " ".join(EDITS[edit](quoted, 4))
        found = closest(quote, source)
        tried += 1
        # A text may hold the same ten words twice, as its heading and its first line do.
        same = found and normalise(found.passage).text == normalise(source.raw[start:end]).text
        right += bool(same and len(found.differences) == 1)
    assert right >= 0.95 * tried


@given(st.text(), st.text(st.sampled_from("ab .,’é…\n土्\u0301")))
def test_nothing_raises_and_no_word_is_cut(quote, raw):
    for wanted in (quote, raw[1:-1], raw + quote):
        found = closest(wanted, normalise(raw))
        if found:
            assert found.passage == raw[found.start : found.end]
            assert cuts_word(raw, found.start, found.end) is None
            assert 50 <= found.similarity <= 100
            assert found.differences or found.similarity == 100
            assert all(d.quote_has != d.source_has for d in found.differences)
            assert all(d.quote_has and d.source_has for d in found.differences)


def _long_text(count):
    return " ".join(f"word{number * 7919 % 5003} of" for number in range(count))


def test_long_quote_in_a_long_source():
    source = normalise(_long_text(100_000))
    quote = source.raw[500_000:600_000].split(" ", 1)[1]
    slip = quote.index(" of", 70_000)
    found = closest(quote[:slip] + "x" + quote[slip:], source)
    assert found
    assert found.end - found.start < 1100
    (only,) = found.differences
    assert only.quote_has == only.source_has + "x"


def test_right_stretch_of_a_long_source_full_of_its_like():
    sentence = "In town {0} the official said the truce of {0} March holds.\n".format
    source = normalise("".join(map(sentence, range(1000, 1450))))
    assert difference("the truce of 1257 March hols", source) == (
        "the truce of 1257 March holds",
        [("hols", "holds")],
    )


@pytest.mark.parametrize("raw", ["a" * 1_000_000, "ab " * 300_000, "’ " * 300_000, "土" * 300_000])
def test_hostile_input_takes_no_time(raw):
    source = normalise(raw)
    started = time.perf_counter()
    closest(raw[:50_000] + "b" + raw[:50_000], source)
    assert time.perf_counter() - started < 10

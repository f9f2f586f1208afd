"""What two texts share word for word, and what of it stands in quotation marks."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quoteproof.text.quotation import outside_quotation, quoted_spans
from quoteproof.text.shared import SHARED_WORDS, shared_passages, words_outside

WIRE = " ".join(f"word{n}" for n in range(25))


def told(texts: dict[str, str]) -> list[tuple[str, str, str, int]]:
    return [
        (s.first.text, s.second.text, texts[s.second.text][s.second.start : s.second.end], s.words)
        for s in shared_passages(texts)
    ]


def test_twenty_words_are_shared_and_nineteen_are_not() -> None:
    twenty = " ".join(WIRE.split()[:20])
    nineteen = " ".join(WIRE.split()[:19])
    assert told({"a": f"x {twenty} y", "b": f"z {twenty} q"}) == [("a", "b", twenty, 20)]
    assert told({"a": f"x {nineteen} y", "b": f"z {nineteen} q"}) == []


def test_marks_and_capitals_make_no_difference() -> None:
    (shared,) = shared_passages({"a": WIRE, "b": f"“{WIRE.upper().replace(' ', ', ')}”"})
    assert shared.words == 25


def test_a_text_shares_nothing_with_itself() -> None:
    assert shared_passages({"a": f"{WIRE} {WIRE}"}) == ()


@given(
    st.lists(st.sampled_from("abc"), max_size=9),
    st.lists(st.sampled_from("abc"), max_size=9),
    st.integers(SHARED_WORDS, 60),
)
def test_whatever_stands_around_it_is_found(before: list[str], after: list[str], n: int) -> None:
    run = " ".join(f"w{i}" for i in range(n))
    found = told({"a": f"{run} {' '.join(after)}", "b": f"{' '.join(before)} {run}"})
    assert [(one[0], one[1], one[3] >= n) for one in found] == [("a", "b", True)]


def test_quotations() -> None:
    text = "He said: “one, “two”, and 'it's three' of the boats' masts, ''four'' \"five\nsix\" 7"
    assert [text[a:b] for a, b in quoted_spans(text)] == [
        "one, “two",
        "it's three",
        "four",
        "five",
        " 7",
    ]
    assert outside_quotation('a "b" c') == 'a " " c'
    assert words_outside('a b "c d" e', 0, 11, quoted_spans('a b "c d" e')) == 3

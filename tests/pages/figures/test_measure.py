"""Words broken into lines that fit."""

from hypothesis import given
from hypothesis import strategies as st

from quoteproof.pages.figures.measure import text_width, wrapped


def test_lines_break_between_words() -> None:
    assert wrapped("Turkish delegation at the Ankara talks", 13, 160) == (
        "Turkish delegation at the",
        "Ankara talks",
    )


def test_a_word_too_long_is_cut() -> None:
    assert wrapped("aaaaaaaaaa", 10, 35) == ("aaaaaa", "aaaa")


def test_nothing_is_one_empty_line() -> None:
    assert wrapped("", 10, 100) == ("",)


def test_wide_scripts_are_wider() -> None:
    assert text_width("停火", 10) > text_width("ab", 10) > text_width("il", 10)


@given(st.text(max_size=60), st.integers(15, 300))
def test_every_line_fits_and_nothing_is_lost(text: str, room: int) -> None:
    lines = wrapped(text, 13, room)

    assert all(text_width(line, 13) <= room for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())

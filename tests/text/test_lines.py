import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoteproof.text.lines import LineIndex

TEXT = "one\ntwo\r\nthree\rfour\x0b\u2028\n"


@pytest.mark.parametrize(
    ("offset", "place"),
    [
        (0, (1, 1)),
        (3, (1, 4)),
        (4, (2, 1)),
        (7, (2, 4)),
        (8, (2, 5)),
        (9, (3, 1)),
        (15, (4, 1)),
        (21, (4, 7)),
        (22, (5, 1)),
    ],
)
def test_line_column(offset, place):
    lines = LineIndex(TEXT)
    assert lines.line_column(offset) == place
    assert lines.offset(*place) == offset
    assert lines.line_count == 5


def test_empty_text_has_one_line():
    assert LineIndex("").line_column(0) == (1, 1)


@pytest.mark.parametrize("offset", [-1, 23])
def test_no_offset(offset):
    with pytest.raises(ValueError, match="outside a text of 22 characters"):
        LineIndex(TEXT).line_column(offset)


@pytest.mark.parametrize("place", [(0, 1), (6, 1), (1, 0), (1, 5), (5, 2)])
def test_no_place(place):
    with pytest.raises(ValueError, match=r"no (line|column)"):
        LineIndex(TEXT).offset(*place)


@given(st.text(st.sampled_from("ab\n\r\u2028é")))
def test_round_trip(text):
    lines = LineIndex(text)
    places = [lines.line_column(offset) for offset in range(len(text) + 1)]
    assert places == sorted(set(places))
    assert [lines.offset(*place) for place in places] == list(range(len(text) + 1))
    assert lines.line_count == len((text.replace("\u2028", "x") + "x").splitlines())

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoteproof.text.ids import is_id, short_hash


@pytest.mark.parametrize("text", ["a", "see-news", "m4-road", "36", "a-1-b"])
def test_id(text):
    assert is_id(text)


@pytest.mark.parametrize(
    "text", ["", "A", "a_b", "a--b", "-a", "a-", "a b", "a\n", "é", "٣", "a.b"]
)
def test_no_id(text):
    assert not is_id(text)


def test_short_hash_stays_what_it_is():
    # Addresses of passages are made of it: another value breaks every link that was published.
    assert short_hash("algemeiner", "566", "631") == "27ebd1f7"


@given(st.lists(st.text()), st.lists(st.text()))
def test_parts_are_kept_apart(some, others):
    assert (short_hash(*some) == short_hash(*others)) == (some == others)


def test_short_hash_takes_any_text():
    assert is_id(short_hash("\ud800"))
    assert short_hash("a", "bc") != short_hash("ab", "c")

"""After which words a day is the one on which something agreed itself begins."""

from __future__ import annotations

import pytest

from quoteproof.scrutiny.times import _BEGINS


@pytest.mark.parametrize(
    ("before", "begins"),
    [
        ("a declaration of a ceasefire in the region from 01:00 ", True),
        ("The works shall begin on ", True),
        ("The protocol is to enter into force on ", True),
        ("a truce starting at 06:00 on ", True),
        ("The Union shall end the strike begun on ", False),
        ("Wages shall rise by 4 per cent from ", False),
        ("Persons detained from ", False),
        ("The arrears from ", False),
        ("The ceasefire of ", False),
    ],
)
def test_what_counts_from_an_earlier_day_begins_not_then(before: str, begins: bool) -> None:
    assert (_BEGINS.search(before) is not None) is begins

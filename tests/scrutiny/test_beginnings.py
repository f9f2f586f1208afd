"""A large pattern finds the same, tried where a match may begin, as tried at every letter."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from quoteproof.scrutiny.prose import dates, numbers
from quoteproof.scrutiny.prose.beginnings import found_at

ROOT = Path(__file__).parents[2]
PROSE = [
    path
    for project in (ROOT, *sorted((ROOT / "tests/trust/briefings").iterdir()))
    for path in sorted((project / "seeds").rglob("*"))
    if path.is_file()
]
OTHERS = """
2020-03-05T00:01 the 3rd, 4th and 5 of March 2020; March 5th to 7, 2020 THE FIRST day of May, 2020
twenty-first of June June the Third Sept. 2020 05/03/2020 12 p.m. 9.30 noon Midnight Tuesdays
NEXT Friday last night this evening the day after, the next day. previous week In-January a week
later an hour ten days ago three months earlier From May between June and July 1999 2020s, in 2,020
1,000.5 US$5m €3 1.000.000 21st half a million half of two-thirds a fifth, a third of Twenty-five
an hundred a hundred and one twenty-second SECOND once Twice in a week a kilometre one mile scores
of thousands 20 per cent ten percent _one don't one's İki ve 3 bin; one-half of a dozen 5km
"""


@pytest.mark.parametrize(
    ("beginnings", "pattern"),
    [(dates._BEGINNINGS, dates._WHEN), (numbers._BEGINNINGS, numbers._NUMBER)],
    ids=["dates", "numbers"],
)
def test_nothing_begins_elsewhere(
    beginnings: Mapping[str, frozenset[str] | None], pattern: re.Pattern[str]
) -> None:
    for text in (OTHERS, *(path.read_text("utf-8", errors="replace") for path in PROSE)):
        found = [match.span() for match in found_at(beginnings, pattern, text)]
        assert found == [match.span() for match in pattern.finditer(text)]

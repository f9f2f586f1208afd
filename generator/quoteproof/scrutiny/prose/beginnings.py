"""Looks for a large pattern only where a word stands with which it may begin.

To try every alternative at every letter of a text took most of the time of a check.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

_RUN = re.compile(r"[$€£¥₺₽]|\w+")
"""What a match may begin with: a sign of money, or all that stands between two ``\\b``."""


def found_at(
    beginnings: Mapping[str, frozenset[str] | None], pattern: re.Pattern[str], text: str
) -> Iterator[re.Match[str]]:
    """The matches that ``pattern.finditer(text)`` has.

    `beginnings` has the words (in lower case) with which a match may begin, each with those of
    which one follows it, or None where that may be any. Whatever begins with a digit or a sign of
    money is tried too.
    """
    end = 0
    may_begin = [run for run in _runs(text) if run[1] in beginnings or not run[1][0].isalpha()]
    for start, word, following in may_begin:
        wanted = beginnings.get(word)
        if start < end or (wanted is not None and following not in wanted):
            continue
        match = pattern.match(text, start)
        if match:
            yield match
            end = match.end()


@lru_cache(maxsize=64)  # dates and numbers are looked for in the same text, one after the other
def _runs(text: str) -> tuple[tuple[int, str, str], ...]:
    """Where each run of letters and digits begins; it, and the one after it, in lower case."""
    matches = list(_RUN.finditer(text))
    runs = [match[0].lower() for match in matches]
    starts = [match.start() for match in matches]
    return tuple(zip(starts, runs, [*runs[1:], ""], strict=False))

"""How many reports and publishers a sentence counts, and how many it cites."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quoteproof.diagnostics import codes
from quoteproof.scrutiny.facts.miss import Miss, Setting
from quoteproof.scrutiny.prose.numbers import Hedge, Number
from quoteproof.scrutiny.prose.reading import Reading
from quoteproof.scrutiny.prose.words import stems

_REPORTS = stems("report account source document")
_PUBLISHERS = stems("publisher outlet")
_VAGUE_COUNT = re.compile(
    r"\b(?:some|many|most|few|several|every|each)\s(?:of\sthe\s)?(?:\w+\s)?"
    r"(?:reports?|accounts?|sources?|documents?|publishers?|outlets?)\b(?!\sof\b)",
    re.IGNORECASE,
)


def vague_counts(reading: Reading, setting: Setting) -> Iterator[Miss]:
    """*Some report* can be looked up by nobody, unless it is the passage that speaks of some."""
    theirs = _REPORTS | _PUBLISHERS
    for match in _VAGUE_COUNT.finditer(reading.text):
        if any(not theirs.isdisjoint(g.reading.stems) for g in setting.footing.grounds):
            continue
        yield Miss(
            codes.REPORTS_MISCOUNTED,
            match.start(),
            match.end(),
            f"“{match[0]}” does not say how many.",
        )


def counted(reading: Reading, number: Number) -> str:
    """`report` or `publisher` if that is what the number counts, else ""."""
    if number.unit or number.vague or number.ordinal:
        return ""
    following = [w for w in reading.words if w.start >= number.end][:5]
    before = [w.low for w in reading.words if w.end <= number.start][-2:]
    for at, word in enumerate(following):
        if word.breaks or word.low in ("its", "their", "his", "her"):
            break  # *two of its reports* need not be those that are cited
        if word.stem in _REPORTS:
            return "report"
        if word.stem in _PUBLISHERS:
            return "publisher"
        if (
            at == 0
            and word.low not in ("of", "the", "dated", "news")
            and not word.low.endswith("ed")
        ):
            break
    if before[-1:] in (["all"], ["All"]) and following and not _is_noun(following[0].low):
        return "report"
    return ""


def _is_noun(low: str) -> bool:
    """Whether what follows *all five* is what they are; verbs of saying and the like are not."""
    return low not in (
        "say put fit speak give have tell agree name report call place date count mention describe "
        "differ and of are were have carry quote that who which in from".split()
    )


def miscounted(
    reading: Reading, counts: dict[str, list[Number]], setting: Setting
) -> Iterator[Miss]:
    """The largest count of reports in a sentence is of those that it cites, or of all there are."""
    assert setting.counted is not None
    for at, (what, found) in enumerate(counts.items()):
        if not found:
            continue
        cited, there_are = setting.counted[at], setting.of_all[at]
        vague = [n for n in found if n.hedge is Hedge.ABOUT]
        parts = len(found) > 1 and not vague and all(n.value <= cited for n in found)
        if parts and sum(n.value for n in found) >= cited:
            continue
        if what == "publisher" and len(counts["report"]) > 1:
            right_by_parts = all(n.value <= cited for n in found)
            if right_by_parts:
                continue
        largest = max(found, key=lambda number: number.value)
        right = {cited}
        words = {
            w.low for w in reading.words if w.end <= largest.start and w.start >= largest.start - 12
        }
        if words & {"the", "of", "all"}:
            right.add(there_are)
        wrong = [n for n in found if n.value > max(right)]
        if int(largest.value) not in right or wrong or vague:
            number = (wrong or vague or [largest])[0]
            shown = reading.text[number.start : number.end]
            yield Miss(
                codes.REPORTS_MISCOUNTED,
                number.start,
                number.end,
                f"“{shown}” {what}s are counted, and {cited} cited here.",
            )

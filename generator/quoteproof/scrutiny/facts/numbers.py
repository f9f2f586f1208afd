"""Whether the numbers of a sentence stand in its passages, in whatever form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations, pairwise

from quoteproof.diagnostics import codes
from quoteproof.scrutiny.facts.ground import Ground, Library
from quoteproof.scrutiny.facts.hedges import hedge_misses
from quoteproof.scrutiny.facts.miss import Miss, Setting, Span, inside
from quoteproof.scrutiny.prose.dates import Kind
from quoteproof.scrutiny.prose.numbers import Hedge, Number
from quoteproof.scrutiny.prose.reading import Reading
from quoteproof.scrutiny.prose.units import UNITS, same_measure
from quoteproof.scrutiny.prose.words import PAST_FORMS, forms, stems

Given = list[tuple[Number, Ground]]
"""The numbers of the passages."""


def number_misses(
    library: Library, reading: Reading, setting: Setting, excused: tuple[Span, ...]
) -> Iterator[Miss]:
    """The numbers that stand in no passage, and the counts of reports that are wrong."""
    yield from _rates_missed(reading, setting, excused)
    yield from _vague_counts(reading, setting)
    grounds = setting.footing.grounds
    given = [(number, ground) for ground in grounds for number in ground.reading.numbers]
    named = _named(reading)
    counts: dict[str, list[Number]] = {"report": [], "publisher": []}
    for number in reading.numbers:
        place = number.start, number.end
        if inside(place, excused) or inside(place, named):
            continue
        same = [other for other in given if _same(reading, number, *other)]
        noun = _noun_after(reading, number)
        what = _counted(reading, number)
        if what and not any(_noun_after(g.reading, n) == noun for n, g in same):
            counts[what].append(number)
        elif same:
            yield from hedge_misses(reading, number, same)
        elif not (
            _is_idle(reading, number, setting)
            or _told_otherwise(reading, number, given, grounds)
            or _at_a_glance(reading, number, setting)
            or _is_rank(reading, number, grounds)
            or _in_heading(library, reading, number, setting)
        ):
            yield Miss(
                codes.NUMBER_NOT_CARRIED,
                number.start,
                number.end,
                f"“{reading.text[number.start : number.end]}” stands in no passage that is cited "
                f"here{_instead(number, given)}.",
            )
    if setting.counted:
        yield from _miscounted(reading, counts, setting)


def _told_otherwise(
    reading: Reading, number: Number, given: Given, grounds: tuple[Ground, ...]
) -> bool:
    """Whether a number is told in other words or rounded, or is a part of one that is told."""
    otherwise = [(n, ground) for ground in grounds for n in ground.reading.said_otherwise]
    return (
        _is_day(reading, number, grounds)
        or any(_same(reading, number, *other) for other in otherwise)
        or any(_rounded(reading, number, *other) for other in given + otherwise)
        or any(
            whole.start <= number.start
            and number.end <= whole.end
            and any(_same(reading, whole, *other) for other in given + otherwise)
            for whole in reading.said_otherwise
        )
    )


def _is_day(reading: Reading, number: Number, grounds: tuple[Ground, ...]) -> bool:
    """Whether it is a day of the month that a passage has: *from the 17th to the 23rd*."""
    return (
        number.ordinal
        and reading.text[number.start].isdigit()
        and any(when.day == number.value for g in grounds for when in g.reading.whens)
    )


def _named(reading: Reading) -> tuple[Span, ...]:
    """The places of names of several words: a number in one is looked up with the name."""
    return tuple(
        (reading.words[m.first].start, reading.words[m.last - 1].end)
        for m in reading.mentions
        if m.last - m.first > 1
    )


def _is_idle(reading: Reading, number: Number, setting: Setting) -> bool:
    """Whether a number counts nothing that a passage would have to count.

    *The first test*, *one man*, *within a week*; *the two presidents*, *all three accounts* of
    those that are named or cited; *half of that*, of a number that was told before.
    """
    if number.article or (number.value == 1 and not number.unit):
        return True
    if number.value < 1 and _POINTS_BACK.match(reading.text, number.end):
        return True
    if _PERIOD.match(reading.text, number.start if number.ordinal else number.start - 7):
        return not any(_PERIOD.search(g.reading.text) for g in setting.footing.grounds)
    if number.value == 2 or number.value == len(setting.footing.sources):
        before = [word.low for word in reading.words if word.end <= number.start][-1:]
        plain = not number.unit and not number.ordinal
        return plain and before in (["the"], ["these"], ["those"], ["all"])
    return False


_PERIOD = re.compile(
    r"\s?(?:first|second|third|fourth|last)\s(?:half|quarter)\sof\b", re.IGNORECASE
)
"""*The first half of 2023* is as well *the six months to 30 June*."""
_POINTS_BACK = re.compile(r"\s(?:of\s)?(?:that|this|it|which|these|those)\b", re.IGNORECASE)


def _same(reading: Reading, number: Number, other: Number, ground: Ground) -> bool:
    """Whether a number of a passage is the sentence's, or is so in another unit or form."""
    if number.vague or other.vague:
        return _is_vaguely(number, other)
    if number.ordinal or other.ordinal:
        return number.value == other.value and (
            number.ordinal == other.ordinal or _in_turn(reading, number, ground.reading, other)
        )
    if number.unit and other.unit:
        return same_measure(number.value, number.unit, other.value, other.unit)
    if "percent" in (number.unit, other.unit):
        share, part = (number, other) if number.unit else (other, number)
        if part.value < 1:  # a third is 33 per cent
            return abs(share.value - part.value * 100) < Fraction(1, 2)
        if share.value >= 100:  # twice as much is 200 per cent of it
            return share.value == part.value * 100
    if number.value != other.value:
        return False
    if number.unit and not other.unit:
        return not _noun_after(ground.reading, other)
    return not other.unit or not _noun_after(reading, number)


def _in_turn(reading: Reading, number: Number, theirs: Reading, other: Number) -> bool:
    """Whether a number counts to where another stands: *the fourth day*, *four days*, *No. 4*."""
    nouns = {
        forms(n.unit)[1] if n.unit else _noun_after(r, n)
        for r, n in ((reading, number), (theirs, other))
    }
    return (
        len(nouns) == 1
        or "" in nouns
        or any(
            _NUMBERED.search(r.text, 0, n.start) for r, n in ((reading, number), (theirs, other))
        )
    )


_NUMBERED = re.compile(r"(?:\bno\.?|\bnr\.?|\bnumber|#)\s?$", re.IGNORECASE)


_SCORES = {
    "tens": 20, "dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2000,
    "millions": 2 * 10**6, "billions": 2 * 10**9,
}  # fmt: skip


def _is_vaguely(number: Number, other: Number) -> bool:
    """*Dozens* are *dozens*, or any number that is as large."""
    return number.vague == other.vague or (
        not other.vague and not other.unit and other.value >= _SCORES[number.vague]
    )


_NEAR = Fraction(1, 10)
"""How far, in parts of itself, a rounded number may be from the one that it stands for."""


def _rounded(reading: Reading, number: Number, other: Number, ground: Ground) -> bool:
    """Whether a number that says *nearly* or *more than* is a rounder form of another one."""
    if number.hedge is Hedge.NONE or number.vague or other.vague or number.ordinal or other.ordinal:
        return False
    if _figures(number.value) >= _figures(other.value):
        return False
    one, two = _part_of(number), _part_of(other)
    if one[1] and two[1]:
        if UNITS[one[1]] != UNITS[two[1]]:
            return False
    elif one[1] != two[1] or (
        number.value < 100 and _noun_after(reading, number) != _noun_after(ground.reading, other)
    ):
        return False
    away = two[0] - one[0]
    match number.hedge:
        case Hedge.LESS | Hedge.NEARLY | Hedge.AT_MOST:
            return -_NEAR * one[0] <= away <= 0
        case Hedge.MORE | Hedge.AT_LEAST:
            return 0 <= away <= _NEAR * one[0]
        case _:
            return abs(away) <= _NEAR / 2 * one[0]


def _part_of(number: Number) -> tuple[Fraction, str]:
    """A number and its unit; a share below one as percent."""
    if not number.unit and 0 < number.value < 1:
        return number.value * 100, "percent"
    return number.value, number.unit


def _figures(value: Fraction) -> int:
    """How many digits a number needs; a fraction such as two thirds counts as a round one."""
    if value.denominator in (3, 4, 5, 6, 7, 8, 9) and value < 1:
        return 1
    return len(f"{float(value):.10g}".replace(".", "").strip("0"))


def _is_rank(reading: Reading, number: Number, grounds: tuple[Ground, ...]) -> bool:
    """Whether a passage lists at least so many: *the third candidate*, *came third*."""
    noun = _noun_after(reading, number)
    if not number.ordinal or not (noun or _RANKED.search(reading.text, 0, number.start)):
        return False
    return any(
        len(ground.reading.stems.get(noun, ()) if noun else ground.reading.numbers) >= number.value
        for ground in grounds
    )


_RANKED = re.compile(
    r"\b(?:c[ao]me|was|were|finish\w+|plac\w+|rank\w+)\s(?:in\s)?(?:the\s)?$", re.IGNORECASE
)


_CHANGE = re.compile(
    r"\b(?:rose|risen|rise|rising|fell|fallen|fall|grew|grown|growth|increas\w+|decreas\w+|declin\w+"
    r"|drop\w*|reduc\w+|cut|cuts|more|less|fewer|higher|lower|up|down|below|above|gain\w*|lost)\b",
    re.IGNORECASE,
)
_APART = re.compile(r"\s(?:later|earlier|before|after|ago)\b")


def _at_a_glance(reading: Reading, number: Number, setting: Setting) -> bool:
    """Whether a number follows from numbers and dates that one passage has side by side.

    The days of *1-19 June*, a rise in per cent or in points. What else is worked out has to be
    declared.
    """
    grounds = setting.footing.grounds
    if number.unit and UNITS[number.unit][0] == "time":
        length = float(number.value) * UNITS[number.unit][1] / 86400
        if length == 1 and any(abs(w.low) == 1 for g in grounds for w in g.reading.whens):
            return True  # *tomorrow*
        far = _APART.match(reading.text, number.end) is not None
        return length >= 1 and any(length in _lengths(g, far) for g in grounds)
    share, unit = _part_of(number)
    if unit == "percentage":
        return any(
            abs(one.value - other.value) == number.value
            for g in grounds
            for one, other in combinations(g.reading.numbers, 2)
            if one.unit == other.unit == "percent"
        )
    if unit == "percent" and _CHANGE.search(reading.text):
        return any(_is_change(share, g) for g in grounds)
    return False


def _is_change(share: Fraction, ground: Ground) -> bool:
    given = [n for n in ground.reading.numbers if n.value and not n.ordinal and n.unit != "percent"]
    return any(
        abs(abs(new.value - old.value) / old.value * 100 - share) < Fraction(1, 2)
        for old in given
        for new in given
        if old is not new and (not old.unit or not new.unit or old.unit == new.unit)
    )


_FROM_TO = re.compile(r"\s?(?:to|and|until|till|through|[-–—])\s?(?:the\s)?", re.IGNORECASE)


def _lengths(ground: Ground, far: bool) -> set[float]:
    """How many days the ranges of dates in a passage take, first and last day included.

    With `far`, the distance between any two of its dates that follow each other.
    """
    found: set[float] = set()
    times = [when for when in ground.reading.whens if when.kind is Kind.DAY]
    for one, other in pairwise(times):
        between = _FROM_TO.fullmatch(ground.reading.text, one.end, other.start)
        if not far and one.start != other.start and not between:
            continue
        for first, _ in one.days(ground.issued):
            for last, _ in other.days(ground.issued):
                length = (last - first).days
                found.add(float(abs(length) if far else length + 1))
    return found


_HEADING = re.compile(
    r"\b(article|annex|appendix|section|paragraph|clause|chapter|point|page|part|schedule|rule"
    r"|regulation|resolution|item|step|phase|stage|table|figure|no\.?|number)s?\s$",
    re.IGNORECASE,
)


def _in_heading(library: Library, reading: Reading, number: Number, setting: Setting) -> bool:
    """Whether a number is that of a part of a document, which stands above the passage."""
    label = _HEADING.search(reading.text, 0, number.start)
    if label is None or number.unit or number.value.denominator != 1:
        return False
    heading = re.compile(
        rf"(?:\b{label[1]}s?\s|^\W*){number.value}\b", re.IGNORECASE | re.MULTILINE
    )
    return any(
        heading.search(library.briefing.source(source.id).document.raw)
        for source in setting.footing.sources
    )


def _noun_after(reading: Reading, number: Number) -> str:
    """The stem of the word that a number counts, if it directly follows."""
    for word in reading.words:
        if word.start >= number.end:
            verb = word.low in PAST_FORMS or word.low.endswith("ed")
            return word.stem if word.is_content and not word.breaks and not verb else ""
    return ""


def _instead(number: Number, given: Given) -> str:
    alike = {
        ground.reading.text[other.start : other.end]
        for other, ground in given
        if bool(other.unit) == bool(number.unit)
    }
    return f", where “{alike.pop()}” stands" if len(alike) == 1 else ""


# How often

_RATE = re.compile(
    r"(?<=\w)\s(?:(?P<per>an?|per)|every|each)\s(?P<unit>hour|day|week|month|year)\b"
    r"(?!\s(?:before|after|later|earlier|ago|ahead|off|of)\b)"
)
_NO_RATE = re.compile(
    r"\b(?:half|for|in|within|after|about|by|over|of|than|to|at|once|the|not|is|was)$"
)
_ADVERBS = {"hour": "hourly", "day": "daily|per diem", "week": "weekly", "month": "monthly",
            "year": "yearly|annual(?:ly)?|per annum"}  # fmt: skip


def _rates_missed(reading: Reading, setting: Setting, excused: tuple[Span, ...]) -> Iterator[Miss]:
    """*Three crossings a week* where the passages have them a day; *every week* likewise."""
    for match in _RATE.finditer(reading.text):
        many = any(0 <= match.start() - n.end <= 30 for n in reading.numbers)
        if (
            (match["per"] and not many)
            or inside(match.span(), excused)
            or (match["per"] and _NO_RATE.search(reading.text[: match.start()]))
        ):
            continue
        unit = match["unit"]
        before = r"(?:an?|per|every|each|one)[\s-]" if match["per"] else ""
        theirs = re.compile(
            rf"\b{before}{unit}\b|\b(?:all|of|the|these|those|both)\s(?:\w+\s)?{unit}s\b|/{unit[0]}|\b(?:{_ADVERBS[unit]})\b|[km]p{unit[0]}\b",
            re.IGNORECASE,
        )
        if not any(theirs.search(ground.reading.text) for ground in setting.footing.grounds):
            yield Miss(
                codes.NUMBER_NOT_CARRIED,
                match.start() + 1,
                match.end(),
                f"“{match[0].strip()}” stands in no passage that is cited here.",
            )


# How many reports

_REPORTS = stems("report account source document")
_PUBLISHERS = stems("publisher outlet")
_VAGUE_COUNT = re.compile(
    r"\b(?:some|many|most|few|several|every|each)\s(?:of\sthe\s)?(?:\w+\s)?"
    r"(?:reports?|accounts?|sources?|documents?|publishers?|outlets?)\b(?!\sof\b)",
    re.IGNORECASE,
)


def _vague_counts(reading: Reading, setting: Setting) -> Iterator[Miss]:
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


def _counted(reading: Reading, number: Number) -> str:
    """`report` or `publisher` if that is what the number counts, else ""."""
    if number.unit or number.vague or number.ordinal:
        return ""
    following = [w for w in reading.words if w.start >= number.end][:5]
    before = [w.low for w in reading.words if w.end <= number.start][-2:]
    for at, word in enumerate(following):
        if word.breaks:
            break
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


def _miscounted(
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

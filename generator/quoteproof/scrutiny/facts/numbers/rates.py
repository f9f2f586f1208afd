"""How often something is, in the sentence and in its passages."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quoteproof.diagnostics import codes
from quoteproof.scrutiny.facts.miss import Miss, Setting, Span, inside
from quoteproof.scrutiny.prose.reading import Reading

_RATE = re.compile(
    r"(?<=\w)\s(?:(?P<per>an?|per)|every|each)\s(?P<unit>hour|day|week|month|year)\b"
    r"(?!\s(?:before|after|later|earlier|ago|ahead|off|of)\b)"
)
_NO_RATE = re.compile(
    r"\b(?:half|for|in|within|after|about|by|over|of|than|to|at|once|the|not|is|was)$"
)
_ADVERBS = {"hour": "hourly", "day": "daily|per diem", "week": "weekly", "month": "monthly",
            "year": "yearly|annual(?:ly)?|per annum"}  # fmt: skip


def rates_missed(reading: Reading, setting: Setting, excused: tuple[Span, ...]) -> Iterator[Miss]:
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
        before = r"(?:an?|per|every|each|one)[\s-](?:\w+\s)?" if match["per"] else ""
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

"""Whether a day of a sentence may be that on which somebody said or published something."""

from __future__ import annotations

import re

from quoteproof.scrutiny.facts.miss import Span
from quoteproof.scrutiny.prose.dates import When
from quoteproof.scrutiny.prose.reading import Reading
from quoteproof.scrutiny.prose.words import PAST_FORMS, sentence_around, stems

SAYING = stems(
    "say tell report write state announce publish issue speak declare claim call accuse deny "
    "confirm add stress warn describe demand promise explain argue note ask insist admit complain "
    "estimate conclude recommend urge allege maintain reply quote cite put give communique notice "
    "letter bulletin communiqué regret welcome criticise reject condemn"
)
_NEAR_SAYING = stems(
    "say tell write report announce publish issue date state deny confirm declare warn accuse "
    "claim add expect hope regret welcome criticise condemn reject speak accord account "
    "communique communiqué press note notice "
    "letter bulletin edition document article leaflet circular dispatch memo decree order "
    "resolution"
)
_BOUND = re.compile(
    r"\b(?:as of|since|by|until|till|from|to|between|and)(?:\s(?:at|on|the|of|late|early|morning"
    r"|afternoon|evening|night|noon|midnight|[ap]\.?m\.?|\w+day|\d[\d:.]*),?)*\s$",
    re.IGNORECASE,
)
_HOURS = re.compile(
    r"\b(?:between|from)\s\d[\d:.]*(?:\s?[ap]\.?m\.?)?\s(?:and|to)\s\d[\d:.]*(?:\s?[ap]\.?m\.?)?"
    r"\s(?:on\s)?(?:\w+day,?\s)?$"
)
"""*Between 11:42 and 11:58 on*: what is bound so is an hour, and no day."""
_THAT = re.compile(r"\bthat\s(?!day|morning|afternoon|evening|night)|;", re.IGNORECASE)
_WHO_SAID = re.compile(
    r",\s(?:according\sto\b[^,;:.]*|[^,;:.]*\b(?:sa(?:ys?|id)|reports?|reported|writes?|wrote))"
    r"(?=[.;]|$)|,\saccording\sto\b[^,;:.]*(?=,)"
    r"|;|,\s[^,;:.]*\b(?:said|reported|wrote)(?=,\sand\b)"
)
"""*..., the ministry said*: behind a whole sentence, whose days are those of what is said."""
_NEAR = 40
_ON_THE_DAY = re.compile(r"(?<!\d\d\s)(?<!\.m\.\s)\bon\s(?:\w+day,?\s)?$", re.IGNORECASE)
"""Before a day on which somebody *asked* or *demanded*, and not *the meeting of 6 March asked*."""
_ON = re.compile(
    r"(?<!be )(?<!been )(?<!have )(?<!is )(?<!are )\b(?:said|told|reported|stated|announced"
    r"|declared|confirmed|denied|warned|wrote),?\son\s(?:\w+day,?\s)?$"
)
_OPENS = re.compile(r"(?:^|[.!?;]\s)On\s(?:\w+day,?\s)?$")
_UNCHANGED = frozenset("put set cut hit shut let".split())
"""Verbs that are the same in the past: after one name *put* is past, for else it *puts*."""
_STOPS = re.compile(r"\s*(?:[.,;:)]|$|that\b|in\b|at\b)")
_DOCUMENT = re.compile(
    r"\b(communiqu[eé]|letter|statement|report|bulletin|note|notice|order|press\srelease|leaflet"
    r"|circular|decree|memo)\s(?:of|dated)\s(?:\w+day,?\s)?$",
    re.IGNORECASE,
)


def is_of_saying(reading: Reading, when: When) -> bool:
    """Whether words of saying, or a bound such as *since*, are near enough to a day.

    What stands before *that*, and who is named last as having said it all, is too far.
    """
    text = reading.text
    first, last = _told_with(text, when)
    last = max(last, _behind_name(reading, when))
    told = _NEAR_SAYING | SAYING if _ON_THE_DAY.search(text, 0, when.start) else _NEAR_SAYING
    bound = _BOUND.search(text, first, when.start) and not _HOURS.search(text, first, when.start)
    return bool(bound) or any(
        first <= word.start < last and word.stem in told for word in reading.words
    )


def _told_with(text: str, when: When) -> Span:
    """The part of a sentence in which words may govern a day."""
    first, last = sentence_around(text, when.start, when.end)
    first, last = max(first, when.start - _NEAR), min(last, when.end + _NEAR)
    for cut in _THAT.finditer(text, first, when.start):
        first = cut.end()
    after = _WHO_SAID.search(text, when.end)
    if after and after.start() == when.end and text.startswith(",", after.end()):
        return first, last  # *On 12 May, according to the union, forty men were there*
    return first, min(last, after.start()) if after else last


def _behind_name(reading: Reading, when: When) -> int:
    """Where the verb ends whose subject stands behind a day: *On 3 May the Council regretted*."""
    words = reading.words
    if not _OPENS.search(reading.text, 0, when.start):
        return 0
    at = next((n for n, word in enumerate(words) if word.start >= when.end), len(words))
    ends = (m.last for m in reading.mentions if m.entities and at <= m.first <= at + 1)
    last = max(ends, default=0)
    return words[last].end if 0 < last < len(words) and not words[last].breaks else 0


def is_past(reading: Reading, when: When) -> bool:
    """Whether a day is one on which something has been said, or somebody named has done something.

    *The ministry said on 6 March that*, *On 6 March the ministry put the dead at 70*. What somebody
    *planned to* do is to come.
    """
    text = reading.text
    if _ON.search(text, 0, when.start):
        return _STOPS.match(text, when.end) is not None
    if not _OPENS.search(text, 0, when.start):
        return False
    words = reading.words
    after = next((at for at, word in enumerate(words) if word.start >= when.end), len(words))
    for mention in reading.mentions:
        if mention.entities and after <= mention.first <= after + 1:
            told = [word.low for word in words[mention.last : mention.last + 2]]
            done = told and (told[0] in PAST_FORMS | _UNCHANGED or told[0].endswith("ed"))
            return bool(done) and told[1:] != ["to"]
    return False


def document_of(reading: Reading, when: When) -> str:
    """The *letter* of *a letter of 6 March*, or ""."""
    match = _DOCUMENT.search(reading.text, 0, when.start)
    return match[1].lower() if match else ""

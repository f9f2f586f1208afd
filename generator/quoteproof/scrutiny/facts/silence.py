"""Remarks on what the reports do not tell: what is left of them when a *not* or *no* is lost.

Of a report one writes *who began is not said*, but never *who began is said*: of what it does tell,
one tells what that is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quoteproof.diagnostics import codes
from quoteproof.scrutiny.facts.ground import Ground
from quoteproof.scrutiny.facts.miss import Miss
from quoteproof.scrutiny.prose.clauses import Span, clause_of, content
from quoteproof.scrutiny.prose.polarity import Denial, is_negative_form, is_not
from quoteproof.scrutiny.prose.reading import Reading
from quoteproof.scrutiny.prose.words import Word, stems, words

_END = r"(?: outright| there| here)?(?=[.;)]|$)"
_TOLD = (
    r"\b(?:is|are|was|were) (?:said|told|named|mentioned|given|listed|stated|invoked|specified|"
    r"quoted|dated|explained|reported|identified|described|established|known|clear|certain)"
)
_PART = r"(?:^|(?<=[,;:(.] ))"
_REMARKS = (
    # “Who began is said”, “on which day is said”, “that they happened is said outright”
    rf"{_PART}(?:(?:by|on|in|at|for|from|of|to|with) )?(?:who|whom|whose|which|what|when|where|"
    rf"whether|how|why|that)\b[^;:.()“\"]*{_TOLD}{_END}",
    # “Some raid is mentioned”, “somebody else is named”, “something is said of it”
    rf"{_PART}(?:and )?some(?:body|one|thing)?\b[^;:.,()“\"]*{_TOLD}(?: of\b|{_END})",
    # “A speech that is dated”
    rf"\b(?:who|that|which) (?:is|was|are|were) (?:named|dated|identified){_END}",
    # “It names some”, “some says whose count it is”
    r"\b\w+ some(?=[.;)]|$)|\bsome (?:says|is|was)\b",
)
_REMARK = re.compile("|".join(_REMARKS), re.IGNORECASE)
_SUBJECT = re.compile(
    rf"(?:^|(?<=[;:(.] ))(?P<subject>[\w' -]{{3,60}}?) {_TOLD}{_END}",
    re.IGNORECASE,
)
_ABSENT = stems(
    "without only silent silence unknown unclear lack miss omit omission fail failure absent "
    "absence leave open unable secret neither nor differ different contradict decline refuse "
    "withhold await wait pending yet"
)
_TELLING = stems(
    "say tell name give mention report state quote know describe specify explain identify list "
    "date confirm cite refer comment publish disclose reveal detail record print note document "
    "invoke"
)
"""Stems of what reports do: *does not say who* is about the reports, and not about their matter."""
_ASKING = frozenset("who whom whose what which when where why how whether if".split())
_DEEDS = frozenset("will shall must should to won't mustn't shouldn't".split())
_WHAT_IS_TOLD = frozenset("to as until".split())
"""After *not reported*, *not dated*: what is denied is not silence, but what stands here."""


def is_silence(reading: Reading, denial: Denial, grounds: tuple[Ground, ...]) -> bool:
    """Whether it is told that something is not told: *does not say who*, *is not named*.

    What had not, must not or will not be told is none of that: those are deeds.
    """
    words = reading.words
    head = words[denial.head]
    helpers = {word.low for word in words[max(0, denial.at - 1) : denial.head]}
    if head.stem not in _TELLING or not helpers.isdisjoint(_DEEDS):
        return False
    after = words[denial.head + 1] if denial.head + 1 < len(words) else None
    if after is not None and after.low in _ASKING:
        return True
    if "had" in helpers:
        return False
    if (
        after is not None
        and not after.breaks
        and (after.low in _WHAT_IS_TOLD or after.low[0].isdigit())
    ):
        return False
    about = content(words, _all_told(words, denial.head))
    return not any(
        len(about & content(ground.reading.words, _all_told(ground.reading.words, at))) > 2
        for ground in grounds
        for at in ground.reading.stems.get(head.stem, ())
    )


def _all_told(words: tuple[Word, ...], at: int) -> Span:
    """The clause of a verb of telling, and that of what it tells: *has said that it burnt*."""
    first, last = clause_of(words, at)
    told = [word.low for word in words[last : last + 1]] == ["that"] and not words[last].breaks
    return (first, clause_of(words, last)[1]) if told else (first, last)


def silence_misses(reading: Reading, grounds: tuple[Ground, ...]) -> Iterator[Miss]:
    """The first remark that only tells that something is told."""
    for match in _REMARK.finditer(reading.text):
        if not _tells_of_absence(words(match[0])) and not _is_in(match[0], grounds):
            yield _miss(match.start(), match.end(), reading.text, grounds[0])
            return
    for match in _SUBJECT.finditer(reading.text):
        subject = words(match["subject"])
        stems_ = content(subject, (0, len(subject)))
        named = any(m.entities for m in reading.mentions if _is_within(reading, m.first, match))
        if (
            stems_
            and not named
            and not _tells_of_absence(words(match[0]))
            and not any(stems_ & ground.reading.stems.keys() for ground in grounds)
        ):
            yield _miss(match.start(), match.end(), reading.text, grounds[0])
            return


def gap_misses(reading: Reading) -> Iterator[Miss]:
    """A statement of what the sources do not tell, without any word of absence."""
    if not _tells_of_absence(reading.words):
        yield _miss(0, len(reading.text), reading.text, None)


def _tells_of_absence(some: tuple[Word, ...]) -> bool:
    return any(is_not(w) or w.stem in _ABSENT or is_negative_form(w) for w in some)


def _is_in(remark: str, grounds: tuple[Ground, ...]) -> bool:
    return any(remark.casefold() in ground.reading.text.casefold() for ground in grounds)


def _is_within(reading: Reading, at: int, match: re.Match[str]) -> bool:
    return match.start() <= reading.words[at].start < match.end()


def _miss(start: int, end: int, text: str, ground: Ground | None) -> Miss:
    return Miss(
        codes.DENIAL_DIFFERS,
        start,
        end,
        f"“{text[start:end]}” only says that something is told: is a “not” or “no” missing?",
        ground,
    )

"""Whether a sentence denies, or tells as done or to come, what its passages do not so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from quoteproof.diagnostics import codes
from quoteproof.model.vocabulary import StatementKind
from quoteproof.scrutiny.ground import Ground
from quoteproof.scrutiny.miss import Miss, Setting
from quoteproof.scrutiny.prose.polarity import SCOPES, Mood, Scope, denies_in_words
from quoteproof.scrutiny.prose.reading import Reading
from quoteproof.scrutiny.prose.words import stems

TELLING = stems(
    "say tell name give print mention report state count quote know describe specify explain "
    "identify list date clear confirm announce stress call write warn add note speak show carry "
    "timed counted answer reply comment publish put see disclose reveal detail record cite told "
    "refer contradict support have recognise document make take"
)
"""Stems of what reports do: a *not* with them is about the reports and not about their matter."""
REPORTING = stems(
    "say tell report state announce stress call write describe add confirm speak note quote"
)
SAYING = stems("say tell add deny stress warn confirm")
_TOLD = stems("say name mention state give tell specify explain")
_ABOUT_REPORTS = stems("report account source document sentence statement article text nobody")
_TOLD_AGAIN = 0.75
"""The share of a clause's words that its passage has, if it tells the same."""


def manner_misses(reading: Reading, setting: Setting) -> Iterator[Miss]:
    """Denials, moods and quantifiers that the passages do not have, or have otherwise."""
    grounds = setting.footing.grounds
    if setting.kind is StatementKind.GAP:
        yield from _gap_without_gap(reading)
    if setting.presence_only or not grounds:
        return
    denials = tuple(_denials(reading, setting))
    yield from denials or _denied_in_words(reading, setting)
    if setting.kind is not StatementKind.GAP:
        yield from _denied_there(reading, setting)
        yield from _moods(reading, setting)
    yield from _scopes(reading, setting)


# Denial

_GAP_WORDS = frozenset(
    "whether unknown silent unclear open what how who when where if why only".split()
)


def _gap_without_gap(reading: Reading) -> Iterator[Miss]:
    """Something that the sources do not tell is said with a *no*, or asked with a *whether*."""
    lows = {word.low for word in reading.words}
    if reading.manner.denies or not lows.isdisjoint(_GAP_WORDS):
        return
    yield Miss(
        codes.DENIAL_DIFFERS,
        0,
        len(reading.text),
        "This is given as a gap, and says nothing that the sources do not tell.",
        codes.DENIAL_DIFFERS.mend,
    )


def _denials(reading: Reading, setting: Setting) -> Iterator[Miss]:
    """What the sentence denies, and the passages affirm or do not speak of."""
    manner = reading.manner
    grounds = setting.footing.grounds
    denied_there = any(g.reading.manner.denies for g in grounds)
    for denier in manner.deniers:
        reached = [at for at, by in enumerate(manner.denied) if by == denier]
        if reading.words[denier].stem in _DENY and any(
            denier < other < denier + 7 for other in manner.deniers
        ):
            if not any(
                not _DENY.isdisjoint(g.reading.stems) or _may_deny(reading, g) for g in grounds
            ):
                yield _denial(reading, denier, [denier], grounds[0])
            continue
        twice = [at for at in manner.deniers if at > denier and manner.doubled[at] == denier]
        if twice and not any(max(g.reading.manner.doubled, default=-1) >= 0 for g in grounds):
            yield _denial(reading, denier, [twice[0]], grounds[0])
            return
        there = [(at, g, place) for at in reached for g, place in _places(reading, at, grounds)]
        if any(g.reading.manner.denied[place] >= 0 for _, g, place in there):
            continue
        if reading.words[denier].stem in _DENY and any(_may_deny(reading, g) for g in grounds):
            continue
        if any(_denied_otherwise(reading, g.reading, place) for _, g, place in there):
            continue
        if _elliptic(reading, denier, denied_there) or _of_the_others(reading, denier, grounds):
            continue
        telling = bool(reached) and reading.words[reached[0]].stem in TELLING
        affirmed = [g for at, g, _ in there if at in reached[: 1 if telling else 2]]
        if _about_reports(reading, denier, reached, bool(affirmed)):
            again = _told_again(reading, denier, grounds)
            if again is not None and setting.kind is not StatementKind.GAP:
                yield _denial(reading, denier, reached, again)
            continue
        if setting.kind not in (StatementKind.FACT, StatementKind.ATTRIBUTED_CLAIM):
            continue
        if affirmed and not (denied_there and reading.words[denier].low in ("no", "without")):
            yield _denial(reading, denier, reached, affirmed[0])
        elif reached and not there and not denied_there and reading.words[denier].low != "without":
            yield _denial(reading, denier, reached, grounds[0])


def _about_reports(reading: Reading, denier: int, reached: list[int], affirmed: bool) -> bool:
    """Whether a *no* is about what the reports tell: *no report says*, *is not named*."""
    words = reading.words
    near = {words[at].stem for at in reached[:3]}
    helped = denier > 0 and words[denier - 1].low in ("is", "was", "are", "were")
    if reached and helped and words[reached[0]].stem in _TOLD:
        return True  # *is not said*
    if near & _ABOUT_REPORTS or words[denier].low in ("none", "nobody"):
        return not (affirmed and not near & _ABOUT_REPORTS)
    if affirmed:
        return False
    if any(words[at].stem in TELLING for at in reached[:4]):
        return True
    before = [w.stem for w in words[max(0, denier - 3) : denier]]
    if any(stem in _ABOUT_REPORTS for stem in before):
        return True
    if words[denier].low not in ("no", "neither", "nor", "without"):
        return False
    first = denier
    while first > 0 and not words[first].opens:
        first -= 1
    last = denier + 1
    while last < len(words) and not words[last].opens and last < denier + 9:
        last += 1
    return any(word.stem in TELLING for word in words[first:last])


# Saying that something is denied

_DENY = stems("deny denial refute reject dismiss rebut disavow disclaim")


def _denied_in_words(reading: Reading, setting: Setting) -> Iterator[Miss]:
    """*Denied* where the passages say *said*, and the other way round."""
    grounds = setting.footing.grounds
    here = [at for at, word in enumerate(reading.words) if word.stem in _DENY]
    there = [
        (ground, at)
        for ground in grounds
        for stem in _DENY
        for at in ground.reading.stems.get(stem, ())
    ]
    if here and not there:
        at = here[0]
        rest = [w for w in reading.words[at + 1 : at + 12] if w.is_content]
        if rest and not any(g.reading.manner.deniers or _may_deny(reading, g) for g in grounds):
            yield _denial(reading, at, [at], grounds[0])


_ANSWERS = re.compile(
    r"\b(?:asked\s(?:if|whether|about)|rejects?|rejected|refus\w+|dismiss\w*|den(?:y|ies|ied)|denial"
    r"|refut\w+|untrue|baseless|foundation|ruled\sout|objections?\sfails?)\b",
    re.IGNORECASE,
)


def _may_deny(reading: Reading, ground: Ground) -> bool:
    """Whether a passage may be a denial though it has no *not*: the answer to a question."""
    return any(
        match[0].lower() not in reading.lows for match in _ANSWERS.finditer(ground.reading.text)
    )


def _denied_otherwise(reading: Reading, theirs: Reading, place: int) -> bool:
    """Whether a passage denies a word in other words (*refused access*), or leaves it out.

    Words that deny in the sentence as well are no other words for its *not*.
    """
    words = theirs.words
    first, last = place, place + 1
    while first > 0 and place - first < 4 and not words[first].breaks:
        first -= 1
    while last < len(words) and last - place < 5 and not words[last].breaks:
        last += 1
    if any(denies_in_words(word) and word.stem not in reading.stems for word in words[first:last]):
        return True
    following = words[place : place + 14]
    return any(
        one.low == "but" and other.low in ("not", "no") for one, other in pairwise(following)
    )


def _elliptic(reading: Reading, denier: int, denied_there: bool) -> bool:
    """Whether a *not* denies a verb that is left out: *but not on whose gauge to use*."""
    words = reading.words
    return denied_there and denier > 0 and words[denier - 1].low == "but"


_OTHERS = frozenset("other others rest remaining remainder only except".split())


def _of_the_others(reading: Reading, denier: int, grounds: tuple[Ground, ...]) -> bool:
    """Whether *those that were not* are *the others* of a passage."""
    before = {word.low for word in reading.words[max(0, denier - 3) : denier]}
    return not before.isdisjoint(("that", "which", "who")) and any(
        not _OTHERS.isdisjoint(g.reading.lows) for g in grounds
    )


def _told_again(reading: Reading, denier: int, grounds: tuple[Ground, ...]) -> Ground | None:
    """The passage that tells nearly all of what is said not to be told; None if none does."""
    rest: list[str] = []
    asked = False
    started = all(word.low != "that" for word in reading.words[denier + 1 : denier + 12])
    for word in reading.words[denier + 1 :]:
        if word.opens and rest:
            break
        if word.breaks and asked and not rest:
            return None  # *whom it does not name, …*: what follows is told
        asked = asked or word.stem in TELLING
        if word.low in ("that", "outright"):
            started = True
            continue
        if word.is_content and started and (rest or word.stem not in TELLING):
            rest.append(word.stem)
    if len(rest) < 3:
        return None
    for ground in grounds:
        if sum(stem in ground.reading.stems for stem in rest) >= _TOLD_AGAIN * len(rest):
            return ground
    return None


def _denial(reading: Reading, denier: int, reached: list[int], ground: Ground) -> Miss:
    last = reached[0] + 1 if reached else denier + 1
    first = min(denier, reached[0]) if reached else denier
    return Miss(
        codes.DENIAL_DIFFERS,
        reading.words[first].start,
        reading.words[max(last, denier + 1) - 1].end,
        f"“{reading.shown(first, max(last, denier + 1))}” denies here what the passage affirms.",
        codes.DENIAL_DIFFERS.mend,
        ground,
    )


def _denied_there(reading: Reading, setting: Setting) -> Iterator[Miss]:
    """What the passages only deny, and the sentence affirms."""
    grounds = setting.footing.grounds
    denying = [g for g in grounds if g.reading.manner.deniers]
    if not denying:
        return
    for ground in denying:
        theirs = ground.reading
        for denier in theirs.manner.deniers:
            reached = [at for at, by in enumerate(theirs.manner.denied) if by == denier]
            for there in reached[:2]:
                stem = theirs.words[there].stem
                here = reading.stems.get(stem, ())
                if not here or (stem in TELLING and stem in REPORTING):
                    continue
                if any(reading.manner.denied[at] >= 0 for at in here) or stem.isdigit():
                    break
                if any(
                    g.reading.manner.denied[at] < 0
                    for g in grounds
                    for at in g.reading.stems.get(stem, ())
                ):
                    continue
                others = [theirs.words[at].stem for at in reached]
                if there != reached[0] and not any(s in reading.stems for s in others if s != stem):
                    continue
                if _denies_nearby(reading, here[0]) or _is_quoted(reading, here[0]):
                    break
                yield Miss(
                    codes.DENIAL_DIFFERS,
                    reading.words[here[0]].start,
                    reading.words[here[0]].end,
                    f"“{reading.words[here[0]].text}” is affirmed here, and the passage says "
                    f"“{theirs.shown(min(denier, there), max(denier, there) + 1)}”.",
                    codes.DENIAL_DIFFERS.mend,
                    ground,
                )
                return


def _is_quoted(reading: Reading, at: int) -> bool:
    return reading.text[: reading.words[at].start].endswith(('"', "“"))


def _denies_nearby(reading: Reading, at: int) -> bool:
    return any(abs(denier - at) <= 4 for denier in reading.manner.deniers) or any(
        denies_in_words(word) for word in reading.words[max(0, at - 4) : at + 5]
    )


# Mood


def _moods(reading: Reading, setting: Setting) -> Iterator[Miss]:
    grounds = setting.footing.grounds
    firm = setting.kind in (StatementKind.FACT, StatementKind.ATTRIBUTED_CLAIM)
    for at, word in enumerate(reading.words):
        mood = reading.manner.mood[at]
        there = _places(reading, at, grounds)
        if mood:
            if not firm:
                continue
            if any(g.reading.manner.mood[place] & mood for g, place in there):
                continue
            otherwise = [
                (g, place)
                for g, place in there
                if g.reading.manner.finite[place] or g.reading.manner.mood[place]
            ]
            hard = _hard(reading, at)
            reporting = hard and word.stem in REPORTING
            if not otherwise and _asks(reading, at) and any(_asks(g.reading) for g in grounds):
                continue
            if word.stem in _PERCEIVING and mood is Mood.POSSIBLE:
                continue  # *as far as it could see*
            if not otherwise and not reporting and (not hard or _like(reading, at, mood, grounds)):
                continue
            if word.stem in REPORTING and not hard:
                continue
            ground = otherwise[0][0] if otherwise else grounds[0]
            shown = _with_modal(reading, at)
            theirs = _with_modal(ground.reading, otherwise[0][1]) if otherwise else ""
            said = f", and the passage says “{theirs}”" if theirs else ", and no passage does"
            yield Miss(
                codes.MOOD_DIFFERS,
                word.start,
                word.end,
                f"“{shown}” speaks of what is to come, may be or must be{said}.",
                codes.MOOD_DIFFERS.mend,
                ground,
            )
        elif reading.manner.finite[at] and there:
            moods = [
                (g, place)
                for g, place in there
                if g.reading.manner.mood[place] and not _in_relative(g.reading, place)
            ]
            if _ordered(reading, at) or (moods and word.stem in _PERCEIVING):
                continue
            plain = any(g.reading.manner.finite[place] for g, place in there)
            if moods and not plain and word.stem not in REPORTING:
                ground, place = moods[0]
                yield Miss(
                    codes.MOOD_DIFFERS,
                    word.start,
                    word.end,
                    f"“{_with_modal(reading, at)}” is told as a fact here, and the passage says "
                    f"“{_with_modal(ground.reading, place)}”.",
                    codes.MOOD_DIFFERS.mend,
                    ground,
                )


_PERCEIVING = stems("see hear")
_ORDERING = stems("order demand ask propose insist require recommend request rule decide")


def _asks(reading: Reading, at: int | None = None) -> bool:
    """Whether something is left open in an indirect question (before a word, if one is given)."""
    words = reading.words if at is None else reading.words[:at]
    return any(word.low in ("whether", "if", "undecided", "open") for word in words)


def _in_relative(theirs: Reading, place: int) -> bool:
    """Whether a verb is in a clause that only says which thing is meant: *what it can hold*."""
    return any(
        word.low in ("what", "than", "whom", "whose")
        for word in theirs.words[max(0, place - 5) : place]
    )


def _ordered(reading: Reading, at: int) -> bool:
    """Whether a bare *be* makes what is ordered of a participle: *ordered that it be counted*."""
    words = reading.words
    return any(word.low == "be" for word in words[max(0, at - 2) : at]) and any(
        word.stem in _ORDERING for word in words[max(0, at - 14) : at]
    )


def _like(reading: Reading, at: int, mood: Mood, grounds: tuple[Ground, ...]) -> bool:
    """Whether a passage says something in the same mood, in other words, of the same things."""
    things = {w.stem for w in reading.words[max(0, at - 6) : at + 9] if w.is_content}
    for ground in grounds:
        theirs = ground.reading
        for place, other in enumerate(theirs.manner.mood):
            if other & mood and any(
                w.is_content and w.stem in things
                for w in theirs.words[max(0, place - 6) : place + 9]
            ):
                return True
    return False


def _hard(reading: Reading, at: int) -> bool:
    """Whether a modal verb itself stands before a word, and not only *is to* or *plans to*."""
    near = {word.low for word in reading.words[max(0, at - 4) : at]}
    return not near.isdisjoint(
        ("will", "shall", "would", "may", "might", "must", "should", "won't", "wouldn't")
    )


def _with_modal(reading: Reading, at: int) -> str:
    first = at
    while first > 0 and at - first < 3 and not reading.words[first].breaks:
        before = reading.words[first - 1]
        if before.is_content and not before.low.endswith("ly"):
            break
        first -= 1
    return reading.shown(first, at + 1)


def _places(reading: Reading, at: int, grounds: tuple[Ground, ...]) -> list[tuple[Ground, int]]:
    stem = reading.words[at].stem
    return [(g, place) for g in grounds for place in g.reading.stems.get(stem, ())]


# Quantifiers

_PERIODS = {
    "day": "dail", "night": "nightly", "week": "weekly", "month": "monthly",
    "year": "annual|yearly", "hour": "hourly",
}  # fmt: skip
"""*Each year* is *a year*, *per year* or *yearly*."""


def _scopes(reading: Reading, setting: Setting) -> Iterator[Miss]:
    grounds = setting.footing.grounds
    numbered = {number.start for number in reading.numbers}
    for at, scope in enumerate(reading.manner.scope):
        word = reading.words[at]
        if scope is None or word.stem in _ABOUT_REPORTS or word.start in numbered:
            continue
        if "how" in {w.low for w in reading.words[max(0, at - 3) : at]}:
            continue
        if Scope.ALL in scope and Scope.SOME in scope:
            continue  # *any* is whatever the sentence makes of it
        if scope is Scope.ALL and word.low in _PERIODS:
            each = re.compile(
                rf"\b(?:an?|per|each|every|all)[\s-]{word.low}|{_PERIODS[word.low]}|/"
            )
            if any(each.search(g.reading.text.lower()) for g in grounds):
                continue
        if any(g.reading.manner.scopes & scope for g in grounds):
            there = _places(reading, at, grounds)
            theirs = [s for g, place in there if (s := g.reading.manner.scope[place]) is not None]
            if not theirs or any(s & scope for s in theirs) or len(theirs) < len(there):
                continue
        first = max(0, at - 3)
        while first < at and reading.words[first].low not in SCOPES:
            first += 1
        yield Miss(
            codes.QUANTIFIER_DIFFERS,
            reading.words[first].start,
            word.end,
            f"“{reading.shown(first, at + 1)}” takes in more or less than the passages do.",
            codes.QUANTIFIER_DIFFERS.mend,
            grounds[0],
        )

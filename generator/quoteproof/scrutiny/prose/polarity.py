"""Denial, modal verbs and quantifiers: how a sentence says what it says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Flag, auto

from quoteproof.scrutiny.prose.words import CLAUSE_WORDS, PAST_FORMS, Word, stems


class Mood(Flag):
    """How far a verb is from plain fact."""

    PLAIN = 0
    FUTURE = auto()
    POSSIBLE = auto()
    DUTY = auto()


class Scope(Flag):
    """What a quantifier takes in."""

    ALL = auto()
    MOST = auto()
    MANY = auto()
    SOME = auto()
    FEW = auto()


_NOT = frozenset("not no never none nobody nothing neither nor without cannot nowhere".split())
_DENYING = frozenset(
    "deny refus reject fail lack absent absence refut dismiss halt stop prevent avoid withhold "
    "silent unnam undat unconfirm unknown uncertain unclear unlikely unabl refusal denial declin "
    "against except unless despit instead hard scarc rare ban forbid prohibit barr exclud bar los "
    "loss empti empty anonymity anonymous cancel annul depriv exempt ruled".split()
)
"""Stems that deny without a *not*."""
_INSTEAD_OF_NOT = stems(
    "refuse refusal reject fail lack absent absence dismiss decline lose loss empty exclude "
    "prevent bar barred ruled anonymity anonymous without"
)
"""Of what happens to a thing: what one text so says, another may say with a *not*."""

_MODALS = {
    "will": Mood.FUTURE, "'ll": Mood.FUTURE, "shall": Mood.FUTURE | Mood.DUTY,
    "would": Mood.FUTURE, "may": Mood.POSSIBLE, "might": Mood.POSSIBLE,
    "could": Mood.POSSIBLE, "can": Mood.POSSIBLE, "cannot": Mood.POSSIBLE,
    "must": Mood.DUTY, "should": Mood.DUTY, "ought": Mood.DUTY, "won't": Mood.FUTURE,
    "wouldn't": Mood.FUTURE, "can't": Mood.POSSIBLE, "couldn't": Mood.POSSIBLE,
    "mustn't": Mood.DUTY, "shouldn't": Mood.DUTY, "needn't": Mood.DUTY,
}  # fmt: skip
_INTENDING = frozenset(
    "plan due expect schedul intend intent set aim hop want agre pledg promis vow decid prepar "
    "ready propos seek ask order urg call going about mean design bound announc ".split()
)
"""Stems after which *to* speaks of what is to come."""
_OBLIGING = frozenset("need have oblig requir demand order must".split())
_MAYBE = frozenset("perhaps maybe possibly possible probably likely apparently allegedly".split())
_BE = frozenset("be is are was were been being am 's".split())
_HAVE = frozenset("has have had having".split())
SCOPES = {
    "all": Scope.ALL, "every": Scope.ALL, "each": Scope.ALL, "entire": Scope.ALL,
    "whole": Scope.ALL, "fully": Scope.ALL, "entirely": Scope.ALL, "completely": Scope.ALL,
    "wholly": Scope.ALL, "always": Scope.ALL, "everyone": Scope.ALL, "everybody": Scope.ALL,
    "most": Scope.MOST, "mostly": Scope.MOST, "largely": Scope.MOST, "mainly": Scope.MOST,
    "majority": Scope.MOST, "many": Scope.MANY, "numerous": Scope.MANY, "several": Scope.SOME,
    "some": Scope.SOME, "various": Scope.SOME, "part": Scope.SOME,
    "parts": Scope.SOME, "partly": Scope.SOME, "partially": Scope.SOME, "few": Scope.FEW,
    "sometimes": Scope.SOME, "number": Scope.SOME,
    "any": Scope.ALL | Scope.SOME,
}  # fmt: skip


_UN = re.compile(r"un(?!der|it|iv|ion|iq|if(?!in)|til\b|less\b)\w{4,}|\w{3,}less")


def denies_in_words(word: Word) -> bool:
    """Whether a word denies without a *not*: *refused*, *undecided*, *lost*."""
    return word.stem in _INSTEAD_OF_NOT or _UN.fullmatch(word.low) is not None


def _idiom(text_words: tuple[Word, ...], at: int) -> bool:
    """Whether a quantifier is none here: *took part in*, *the number of calls*, *at all*."""
    low = text_words[at].low
    before = text_words[at - 1].low if at else ""
    after = text_words[at + 1].low if at + 1 < len(text_words) else ""
    match low:
        case "part" | "parts":
            return before in _BEFORE_PART or after in ("in", "with", "company")
        case "number":
            return before != "a" and text_words[max(0, at - 2)].low != "a"
        case "all":
            return before in ("at", "after", "above", "in", "for", "first") or after == "but"
        case "most":
            return before in ("the", "at", "its", "their", "his", "her") or after.endswith("ly")
        case "many":
            return before in ("as", "so", "too", "how") or after in ("as", "times")
        case "some":
            return after in ("time", "way", "day")
        case _:
            return False


_BEFORE_PART = frozenset("take took taken takes taking in its their his her our the s for".split())


@dataclass(frozen=True, slots=True)
class Manner:
    """How each word of a text is said, by its place among the words."""

    denied: tuple[int, ...]
    """The place of the word that denies it, or -1."""
    mood: tuple[Mood, ...]
    finite: tuple[bool, ...]
    """Whether it is told as a fact of the past or the present (*has held*, *began*)."""
    scope: tuple[Scope | None, ...]
    """Of the content words, what quantifier stands before them."""
    deniers: tuple[int, ...]
    """The places of *not* and its like."""
    doubled: tuple[int, ...]
    """Of each *not* that stands within reach of another, the place of that other; else -1."""
    denies: bool
    """Whether anything in it denies, be it only *refuse* or *uncertain*."""
    moods: Mood
    """Every mood in it, together."""
    scopes: Scope
    """Every quantifier in it, together."""


_IF = frozenset("if unless until till when once whether before".split())


def _measures(text_words: tuple[Word, ...], at: int) -> bool:
    """Whether a *no* or *not* only measures or adds: *no more than*, *not only*."""
    following = [word.low for word in text_words[at + 1 : at + 3]]
    return following[:1] == ["only"] or (
        following[1:] == ["than"]
        and following[0] in ("more", "fewer", "less", "later", "earlier", "longer", "sooner")
    )


def _clause_before(text_words: tuple[Word, ...], at: int) -> tuple[Word, ...]:
    """The few words before a *to*, back to where its clause begins."""
    first = at
    while first > max(0, at - 6) and not text_words[first].breaks:
        first -= 1
    return text_words[first:at]


_DENIAL = frozenset(("deny", "denial", "refut"))
_FAILURE = frozenset(("unabl", "fail", "refus", "declin"))
_REACH = 5
"""How many content words a *not* reaches within its clause."""


def manner(text_words: tuple[Word, ...]) -> Manner:
    """How each word of an English text is said."""
    size = len(text_words)
    plain = Mood.PLAIN  # compared by itself: what is true of a flag takes Python long to find out
    denied, mood, finite = [-1] * size, [plain] * size, [False] * size
    scope: list[Scope | None] = [None] * size
    deniers: list[int] = []
    doubled = [-1] * size
    moods, scopes, denies = plain, Scope(0), False
    not_at, reach = -1, 0
    coming = lasting = plain
    helper = -9
    conditional = False
    quantifier: Scope | None = None
    quantified = -9
    for at, word in enumerate(text_words):
        low = word.low
        if word.opens or low in ("that", "which", "who"):
            lasting = plain
        if (word.breaks or low in CLAUSE_WORDS) and not (
            low == "that" and at and not_at == at - 1 and text_words[not_at].low not in _NOT
        ):
            conditional = low in _IF
            not_at, reach, coming, helper, quantifier = -1, 0, plain, -9, None
        if (low in _NOT or low.endswith("n't")) and not _measures(text_words, at):
            if (
                not_at >= 0
                and text_words[not_at].low in _NOT
                and reach
                and at - not_at > 1
                and low not in ("nor", "no", "never")
            ):
                doubled[at] = not_at
            not_at, reach = at, _REACH
            deniers.append(at)
            denies = True
        elif word.stem in _DENIAL or (
            word.stem in _FAILURE and at + 1 < size and text_words[at + 1].low == "to"
        ):
            not_at, reach = at, _REACH
            deniers.append(at)
            denies = True
            continue
        elif low in ("and", "or", "but") and at and not_at == at - 1:
            not_at, reach = -1, 0
        if word.stem in _DENYING or low in _DENYING:
            denies = True
        if low in _MODALS and not (low == "may" and word.text == "May") and low != "can-":
            coming = _MODALS[low]
            moods |= coming
            continue
        if low in _MAYBE:
            moods |= Mood.POSSIBLE
        if low == "to" and not at:
            coming = Mood.FUTURE
            moods |= coming
            continue
        if low == "to" and not word.breaks:
            before = text_words[at - 1]
            nearby = {w.stem for w in _clause_before(text_words, at)}
            if before.low in _BE or nearby & _INTENDING:
                coming = Mood.FUTURE
                moods |= coming
            if before.low in _BE or before.low in ("has", "have", "had"):
                coming |= Mood.FUTURE | Mood.DUTY  # *is to meet*, *had to meet*
                moods |= coming
            if before.stem in _OBLIGING:
                coming |= Mood.DUTY
                moods |= coming
            continue
        if word.stem in _INTENDING:
            moods |= Mood.FUTURE
        if low in _BE or low in _HAVE or low in ("did", "does", "do"):
            if coming is plain:
                helper = at
            if low in ("be", "have"):
                helper = helper if coming is plain else -9
            continue
        if (
            low in SCOPES
            and not (
                low == "each" and text_words[at + 1 : at + 2] and text_words[at + 1].low == "other"
            )
            and not _idiom(text_words, at)
        ):
            quantifier, quantified = SCOPES[low], at
            scopes |= SCOPES[low]
        if not word.is_content:
            continue
        if not_at >= 0 and reach:
            denied[at] = not_at
            reach -= 1
        adverb = low.endswith("ly")
        if quantifier is not None and at != quantified and at - quantified <= 3:
            scope[at] = quantifier
            if not adverb:
                quantifier = None
        if coming is not plain and not adverb:
            mood[at] = lasting = coming
            coming = plain
        elif (
            lasting is not plain
            and at
            and text_words[at - 1].low in ("and", "or")
            and not (low.endswith("ed") or low in PAST_FORMS)
        ):
            mood[at] = lasting
        elif not adverb:
            past = low in PAST_FORMS or (low.endswith("ed") and len(low) > 4)
            finite[at] = (past or at - helper <= 2) and not conditional
            if at - helper > 2 or not adverb:
                helper = -9
    return Manner(
        tuple(denied), tuple(mood), tuple(finite), tuple(scope), tuple(deniers),
        tuple(doubled), denies, moods, scopes,
    )  # fmt: skip

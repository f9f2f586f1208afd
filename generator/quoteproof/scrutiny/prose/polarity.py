"""Denial and modal verbs: how a sentence says what it says."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, Flag, auto
from functools import lru_cache

from quoteproof.scrutiny.prose.clauses import clause_of
from quoteproof.scrutiny.prose.words import CLAUSE_WORDS, PAST_FORMS, Word, is_adverb, stems

REPORTING = stems(
    "say tell report state announce stress call write describe add confirm speak note quote"
)
"""Verbs of saying."""


class Mood(Flag):
    """How far a verb is from plain fact."""

    PLAIN = 0
    COMING = auto()
    POSSIBLE = auto()
    DUTY = auto()


class Sense(Enum):
    """What a word may say without a *not*, a *will* or a *may*."""

    NEGATIVE = auto()
    OPPOSITE = auto()
    BOUND = auto()
    COMING = auto()
    POSSIBLE = auto()


# Broad on purpose: a word of a passage that may stand for what the sentence says with a *not* (or a
# *will*, a *may*) is reason not to ask. Some deny whatever they stand with: *only* and *until* are
# among them, for what is done only then was not done before. Others are opposites, which deny only
# what they belong to: what is shut is not open.
_SENSES = {
    Sense.NEGATIVE: (
        "not no never none nobody nothing neither nor without cannot nowhere hardly scarcely "
        "barely rarely seldom only until till unless instead rather except but other others "
        "before whether regardless save if unlike",
        "deny denial refute refutation reject rejection dismiss dismissal rebut disavow "
        "disclaim doubt false untrue wrong refuse refusal decline fail failure unable "
        "impossible prohibit prohibition ban bar forbid prevent exclude exclusion exempt "
        "exemption absent absence lack omit omission uncertain unlikely silent silence "
        "foundation dismiss dismissal",
    ),
    Sense.OPPOSITE: (
        "withstood out against away off down yet still few little too half partly",
        "doubtful falsehood mistaken baseless neglect exception refrain abstain avoid rule "
        "ignore miss missing shortage short block halt stop cease cessation end suspend "
        "suspension cancel annul annulment revoke repeal void abolish abandon drop waive "
        "withhold withdraw withdrawal postpone delay defer escape evade survive remove lift "
        "lose loss empty deprive oppose resist object secret confidential anonymous anonymity "
        "conceal hide close shut vacant clear free expire lapse outstanding remain keep "
        "beyond outside late former differ difference different same break dissent "
        "breach violate separate disagree disagreement discontinue pretext excuse leave zero "
        "dispute contradict contest question idle dormant defunct acquit innocent sidestep "
        "dodge shun skip shelve scrap discard veto quash overturn nullify rescind retract "
        "renounce relinquish forgo quit boycott defy flout thwart foil avert deter hinder "
        "obstruct withstand endure intact immune stay stall stuck overdue pending await alone "
        "abstention absentee missed elude shrug brush secede evacuate vanish disappear disband "
        "dissolve terminate expel evict oust partial incomplete spare forget forgot forgotten wait",
    ),
    Sense.BOUND: ("fewer less least most", "limit maximum minimum exceed"),
    Sense.COMING: (
        "will would shall should must may might could can ought going only until till unless "
        "once if whether tomorrow next later soon upcoming ll won't",
        "plan due expect expectation schedule intend intention intent set aim hope want wish "
        "agree agreement pledge promise vow decide decision prepare preparation ready propose "
        "proposal seek ask order urge call announce announcement threaten threat warn warning "
        "offer demand request require requirement need deadline commit commitment undertake "
        "ultimatum forecast predict likely refuse exclude rule oblige obligation duty bind "
        "provide vote future target goal purpose",
    ),
    Sense.POSSIBLE: (
        "may might could can perhaps maybe if unless whether until or only either",
        "possible possibility possibly likely likelihood probable probably right entitle allow "
        "permit permission free option able ability capable capability risk threat threaten "
        "danger fear suspect suspicion seem appear believe think estimate unclear unknown rule "
        "exclude potential expect expectation forecast predict consider chance eligible "
        "opportunity open discretion let except exception authorize power extend extension",
    ),
}
"""Of each sense, words in one form, and words in any form."""
_BY_WORD = {sense: frozenset(plain.split()) for sense, (plain, _) in _SENSES.items()}
_BY_STEM = {sense: stems(inflected) for sense, (_, inflected) in _SENSES.items()}
_NEGATIVE_FORM = re.compile(
    r"un(?!der|i|til|less|cle|anim)\w{3,}|non\w{4,}"
    r"|(?:in|im|ir|il|dis)\w{3,}(?:[ai]ble|[ai]bly|ibility|ability)|\w{3,}less(?:ly)?"
)
"""*Undecided*, *impossible*, *harmless*."""


@lru_cache(maxsize=100_000)
def senses(low: str, stem: str) -> tuple[Sense, ...]:
    """What a word, in lower case and with its stem, may say of denial, time to come and doubt."""
    if low.endswith("n't"):
        return (Sense.NEGATIVE,)
    found = {s for s in Sense if low in _BY_WORD[s] or stem in _BY_STEM[s]}
    if _NEGATIVE_FORM.fullmatch(low):
        found.add(Sense.OPPOSITE)
    return tuple(s for s in Sense if s in found)


def is_negative_form(word: Word) -> bool:
    """Whether a word is made negative by how it begins or ends: *undated*, *nameless*."""
    return _NEGATIVE_FORM.fullmatch(word.low) is not None


def _senses_of(word: Word) -> tuple[Sense, ...]:
    return () if _is_name(word) else senses(word.low, word.stem)


def _is_name(word: Word) -> bool:
    """Whether a word is the month of *May*, or the *No.* of a number."""
    return word.text in ("May", "No") and not (word.opens or word.breaks)


_NOTS = frozenset("not no never none nobody nothing neither nor cannot".split())


def is_not(word: Word) -> bool:
    """Whether a word is *not*, *no* or one of their like, and not the *No.* of a number."""
    return (word.low in _NOTS and not _is_name(word)) or word.low.endswith("n't")


def denies(some: tuple[Word, ...], at: int) -> bool:
    """Whether a word denies: a *not* that does not only bound (*no later than*)."""
    return is_not(some[at]) and [word.low for word in some[at + 2 : at + 3]] != ["than"]


MODALS = {
    "will": Mood.COMING, "'ll": Mood.COMING, "would": Mood.COMING,
    "shall": Mood.COMING | Mood.DUTY, "must": Mood.DUTY, "should": Mood.DUTY,
    "may": Mood.POSSIBLE, "might": Mood.POSSIBLE, "could": Mood.POSSIBLE, "can": Mood.POSSIBLE,
    "cannot": Mood.POSSIBLE, "won't": Mood.COMING, "wouldn't": Mood.COMING,
    "can't": Mood.POSSIBLE, "couldn't": Mood.POSSIBLE, "mustn't": Mood.DUTY,
    "shouldn't": Mood.DUTY, "needn't": Mood.DUTY,
}  # fmt: skip


def modal_mood(word: Word) -> Mood:
    """The mood that a word gives to its verb: none, unless it is a modal verb, and no month."""
    return Mood.PLAIN if word.text == "May" else MODALS.get(word.low, Mood.PLAIN)


_BE = frozenset("be is are was were been being am 's".split())
_HAVE = frozenset("has have had having".split())
_DO = frozenset("do does did".split())
HELPERS = _BE | _HAVE | _DO | frozenset(MODALS)
_ADVERBS = frozenset("already then now again soon otherwise".split())
_ARTICLES = frozenset("a an the".split())
_IF = frozenset("if unless until till when once whether before".split())


def _is_counted_before(text_words: tuple[Word, ...], at: int) -> bool:
    """Whether a participle stands between a number and what is counted: *two reserved seats*."""
    before, after = text_words[at - 1 : at], text_words[at + 1 : at + 2]
    return (
        at > 0
        and is_past(text_words[at])
        and (before[0].low in _COUNTS or before[0].low.isdigit())
        and any(w.is_content and w.low.endswith("s") and not w.breaks for w in after)
    )


_COUNTS = frozenset("two three four five six seven eight nine ten eleven twelve several".split())
_UNTIL = frozenset("before until till".split())
_TIMES_OF_DAY = frozenset(
    "end beginning start middle close noon midnight dawn dusk sunrise sunset evening "
    "morning".split()
)
_SUPPOSING = frozenset("if unless whether".split())
_WAS = frozenset("was were".split())
_QUANTIFIED = frozenset("only all every each both everyone everything always until before".split())
"""After *not*, these measure: *not all*, *not only*, *not until*."""


@dataclass(frozen=True, slots=True)
class Denial:
    """A verb or adjective denied by a plain *not*: their places among the words."""

    at: int
    head: int


@dataclass(frozen=True, slots=True)
class Manner:
    """How each word of a text is said, by its place among the words."""

    mood: tuple[Mood, ...]
    modal: tuple[bool, ...]
    """Whether a modal verb itself stands before it, and not only *plans to*."""
    finite: tuple[bool, ...]
    """Whether it is told as a fact of the past or the present (*has held*, *began*)."""
    where: Mapping[Sense, frozenset[int]]
    """The places of the words of each sense."""
    denials: tuple[Denial, ...]


def manner(text_words: tuple[Word, ...], named: frozenset[int] = frozenset()) -> Manner:
    """How each word of an English text is said; those at the places `named` are parts of names."""
    size = len(text_words)
    mood, finite, modal = [Mood.PLAIN] * size, [False] * size, [False] * size
    coming = lasting = waiting = Mood.PLAIN
    by_modal = conditional = supposed = passive = False
    helper = -9
    for at, word in enumerate(text_words):
        low = word.low
        if word.opens or low in ("that", "which", "who"):
            lasting = Mood.PLAIN
        if word.breaks or low in CLAUSE_WORDS:
            conditional = low in _IF and not _is_before_a_time(text_words, at)
            supposed = low in _SUPPOSING
            goes_on = word.breaks and not word.opens and at > 0
            held, waiting = waiting if goes_on else Mood.PLAIN, Mood.PLAIN
            if goes_on and modal_mood(text_words[at - 1]):
                waiting = coming  # *may, in cases of hardship, permit*
            coming, by_modal, helper = held, bool(held), -9
        if modal_mood(word):
            coming, by_modal = modal_mood(word), True
            continue
        if low == "to" and at and not word.breaks:
            before = text_words[at - 1]
            nearby = text_words[max(0, at - 6) : at]
            after = text_words[at + 1 : at + 2]
            if before.low in _BE and at > 1 and text_words[at - 2].low == "do":
                pass  # *what it may do is to reduce them*
            elif after and after[0].low.endswith("ed"):
                pass  # *a source traced to smoked fish*
            elif before.low in _BE or before.low in _HAVE:
                coming |= Mood.COMING | Mood.DUTY  # *is to meet*, *had to meet*
            elif any(Sense.COMING in _senses_of(w) for w in nearby):
                coming |= Mood.COMING
            continue
        if low == "be" and not coming:
            coming = Mood.COMING | Mood.DUTY  # *requires that both pumps be kept*
        if low in _BE or low in _HAVE or low in _DO:
            if not coming and low not in ("be", "being"):
                helper = at
            continue
        if not word.is_content or is_adverb(word.low) or low in _ADVERBS:
            continue
        if coming:
            mood[at] = lasting = coming
            passive = is_past(word) and any(w.low in _BE for w in text_words[max(0, at - 2) : at])
            modal[at] = by_modal
            coming, by_modal = Mood.PLAIN, False
        elif (
            lasting
            and text_words[at - 1].low in ("and", "or")
            and (passive if is_past(word) else not passive)
        ):
            mood[at] = lasting  # *shall be kept and tested*
        else:
            passive &= not is_past(word)  # *can be settled by talks led and held by them*
            loose = any(w.low in ("being", "having") for w in text_words[max(0, at - 2) : at])
            loose |= at > 0 and text_words[at - 1].low in _ARTICLES  # *a lost sheep*
            loose |= _is_counted_before(text_words, at)
            was = any(w.low in _WAS for w in text_words[max(0, at - 2) : at])
            case = conditional and (supposed or not was)  # *when shots were fired* is none
            finite[at] = (is_past(word) or at - helper <= 2) and not case and not loose
            if at - helper > 2:
                helper = -9
    return Manner(
        tuple(mood),
        tuple(modal),
        tuple(finite),
        _where(text_words, named),
        tuple(_denials(text_words)),
    )


def _is_before_a_time(text_words: tuple[Word, ...], at: int) -> bool:
    """Whether a *before* or *until* stands before a time, and begins no clause."""
    behind = [w.low for w in text_words[at + 1 : at + 4] if w.low not in ("the", "a", "next")]
    return (
        text_words[at].low in _UNTIL
        and bool(behind)
        and (behind[0] in _TIMES_OF_DAY or behind[0].isdigit())
    )


def _where(text_words: tuple[Word, ...], named: frozenset[int]) -> dict[Sense, frozenset[int]]:
    """The places of the words of each sense.

    The *no* of *no later than* only measures, a *cease-fire* is a thing, a *but* that nothing is
    counted before only joins, and *the night before* is a time.
    """
    found: dict[Sense, set[int]] = {sense: set() for sense in Sense}
    for at, word in enumerate(text_words):
        measures = [w.low for w in text_words[at + 2 : at + 3]] == ["than"]
        truce = word.low == "cease" and [w.low for w in text_words[at + 1 : at + 2]] == ["fire"]
        if measures and word.low in ("no", "not"):
            found[Sense.BOUND].add(at)
        elif at not in named and not truce and not _says_nothing(text_words, at):
            for sense in _senses_of(word):
                found[sense].add(at)
            if is_yet_to(text_words, at):
                found[Sense.NEGATIVE].add(at)
    return {sense: frozenset(places) for sense, places in found.items()}


def is_yet_to(some: tuple[Word, ...], at: int) -> bool:
    """Whether a *yet* denies: *has yet to reply*."""
    return some[at].low == "yet" and [word.low for word in some[at + 1 : at + 2]] == ["to"]


_COUNTED = frozenset(
    "all any anyone anybody anything anywhere no none nobody nothing nowhere every everyone "
    "everybody everything everywhere last never cannot not".split()
)
"""Before a *but*, these make it an exception: *all but two*."""


def _says_nothing(text_words: tuple[Word, ...], at: int) -> bool:
    """Whether a *but* only joins, a *before* names a day (*the day before*), a *half* an hour."""
    low = text_words[at].low
    after = text_words[at + 1] if at + 1 < len(text_words) else None
    if low == "but":
        return not (at and text_words[at - 1].low in _COUNTED and not text_words[at].breaks)
    if low == "before":
        return at > 0 and text_words[at - 1].is_content and (after is None or after.breaks)
    return low == "half" and after is not None and after.low in ("a", "an", "hour")


_NO_PAST = frozenset(
    "need seed feed weed heed deed reed greed creed steed indeed bleed breed speed exceed proceed "
    "succeed hundred hatred kindred sacred naked wicked rugged red bed".split()
)
"""Words that end as past forms do."""


def is_past(word: Word) -> bool:
    """Whether a word has the form of a past tense or participle."""
    return word.low in PAST_FORMS or (word.low.endswith("ed") and word.low not in _NO_PAST)


def _denials(text_words: tuple[Word, ...]) -> list[Denial]:
    """The verbs and adjectives that a *not* after a helping verb denies, or a *never*."""
    found = []
    for at, word in enumerate(text_words):
        before = text_words[at - 1].low if at and not word.breaks else ""
        after = text_words[at + 1].low if at + 1 < len(text_words) else ""
        if word.low.endswith("n't"):
            pass
        elif word.low in ("not", "never"):
            if after in _QUANTIFIED or (word.low == "not" and before not in HELPERS):
                continue
        elif word.low != "cannot":
            continue
        if word.low == "never" and [w.low for w in text_words[at + 2 : at + 3]] == ["than"]:
            continue  # *never more than 12*
        span = at + 1, clause_of(text_words, at)[1]
        if after == "since" and before in _HAVE and not text_words[at + 1].breaks:
            span = at + 1, clause_of(text_words, at + 1)[1]  # *has not since withdrawn it*
        if any(other.low == "alone" for other in text_words[slice(*clause_of(text_words, at))]):
            continue
        for head in range(span[0], min(at + 6, span[1])):
            other = text_words[head]
            if other.is_content and not is_adverb(other.low) and other.low not in _ADVERBS:
                if other.low != "one" or head + 1 < span[1]:  # *a fault, but this is not one*
                    found.append(Denial(at, head))
                break
    return found

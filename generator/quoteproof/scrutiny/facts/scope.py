"""What a word of denial denies, and whether a text has one that another text has not."""

from __future__ import annotations

from itertools import pairwise

from quoteproof.scrutiny.facts.alike import clauses_alike
from quoteproof.scrutiny.facts.ground import Ground
from quoteproof.scrutiny.prose.clauses import Span, clause_of, sentence_of
from quoteproof.scrutiny.prose.polarity import HELPERS, Sense, is_not, is_yet_to
from quoteproof.scrutiny.prose.reading import Reading
from quoteproof.scrutiny.prose.words import CLAUSE_WORDS, Word, is_adverb, stems

DENY = stems("deny")
CONTRADICTING = stems(
    "deny denial refute refutation reject rejection dismiss dismissal rebut disavow disclaim "
    "dispute contradict contest doubt false falsehood untrue wrong mistaken baseless foundation "
    "unfounded excuse ask invent invention nonsense rumour exclude rule refuse accuse "
    "accusation allegation allege fabricate fake hoax slander propaganda myth smear insist"
)
"""Stems with which a passage may say that somebody denies something, or is asked about it."""
DETERMINERS = frozenset("the a an every all its their his her it this these those".split())
_FAR = frozenset("nor neither nothing nobody none".split())


def reach(reading: Reading, at: int) -> Span:
    """The clause of a word up to a later *and*: a *not* behind that denies something else."""
    first, last = clause_of(reading.words, at)
    joint = (here for here in range(at, last) if reading.words[here].low in ("and", "but"))
    return first, next(joint, last)


def is_denied(reading: Reading, at: int) -> bool:
    """Whether a *not* or *no* stands within reach of a word; *asked not to be named* is asked."""
    first, last = reach(reading, at)
    return any(
        first <= other < last
        and is_not(reading.words[other])
        and not (at < other and [w.low for w in reading.words[other + 1 : other + 2]] == ["to"])
        for other in reading.manner.where[Sense.NEGATIVE]
    ) or _is_behind_a_neither(reading.words, at)


def _is_behind_a_neither(words: tuple[Word, ...], at: int) -> bool:
    """Whether it is *neither on Sunday nor since had the boats sailed*: its verb is turned."""
    before = words[max(0, at - _FAR_BEFORE) : at]
    return any(word.low == "neither" for word in before) and any(
        helper.low in HELPERS and (subject.low in DETERMINERS or subject.is_capitalised)
        for helper, subject in pairwise(before[-4:])
    )


_FAR_BEFORE = 20


def was_announced(words: tuple[Word, ...], at: int) -> bool:
    """Whether a word tells what was announced and came otherwise: *had said it would, but*."""
    first, last = sentence_of(words, at)
    return any(word.low == "but" for word in words[at:last]) and tells_of_plans(words, (first, at))


def tells_of_plans(words: tuple[Word, ...], span: Span) -> bool:
    """Whether some words have *had announced* or its like."""
    return any(
        had.low == "had" and verb.stem in _ANNOUNCING for had, verb in pairwise(words[slice(*span)])
    )


_ANNOUNCING = stems("announce plan promise expect intend schedule")


def left_over(theirs: Reading, span: Span, ours: Reading, *senses: Sense) -> bool:
    """Whether a span has words of these senses, other than those that the other text has too."""
    first, last = span
    return any(
        first <= at < last and not is_shared(theirs, at, ours)
        for sense in senses
        for at in theirs.manner.where[sense]
    )


def is_shared(theirs: Reading, at: int, ours: Reading) -> bool:
    """Whether the other text has a word too: of a *not*, whether it denies the same there."""
    word = theirs.words[at]
    if is_not(word):
        denied = next_stem(theirs, at)
        return any(is_not(w) and next_stem(ours, o) == denied for o, w in enumerate(ours.words))
    if is_yet_to(theirs.words, at):
        return any(is_yet_to(ours.words, other) for other in range(len(ours.words)))
    return word.stem in ours.stems or (word.low == "but" and word.opens)


def next_stem(reading: Reading, at: int) -> str:
    """The stem of the next verb, noun or adjective."""
    return next((word.stem for word in reading.words[at + 1 :] if _is_plain(word)), "")


def denied_word(reading: Reading, at: int) -> int | None:
    """The place of the word that a *not* or *no* denies; None where it is a number's, or the verb
    stands further off: *nothing in this agreement prevents*, *nor did the Authority publish*.
    """
    far = reading.words[at].low in _FAR
    for head in range(at + 1, min(at + 6, len(reading.words))):
        word = reading.words[head]
        if far and word.low in DETERMINERS:
            return None
        numeral = any(n.start <= word.start < n.end for n in reading.numbers)
        if word.breaks or word.low in CLAUSE_WORDS or word.low == "than" or numeral:
            return None
        if _is_plain(word):
            return head
    return None


def _is_plain(word: Word) -> bool:
    """Whether a word is a verb, a noun or an adjective, as far as its form tells."""
    return word.is_content and not is_adverb(word.low)


def up_to(reading: Reading, at: int) -> Span:
    """The clause of a word, and all of its sentence before, on which it may depend.

    And the word that begins the next: *all but two*.
    """
    return sentence_of(reading.words, at)[0], clause_of(reading.words, at)[1] + 1


def before_aside(words: tuple[Word, ...], first: int) -> int:
    """The place before an aside that ends there: *until two pumps, of 8 kW each, have*; or 0."""
    if first >= len(words) or words[first].low not in HELPERS or not words[first].breaks:
        return 0
    aside = clause_of(words, first - 1)[0]
    return max(0, aside - 1) if words[aside].breaks and not words[aside].opens else 0


def told_of(reading: Reading, span: Span, grounds: tuple[Ground, ...]) -> list[tuple[Ground, Span]]:
    """The clauses like a clause, with the words around: *she denied that it …*, *… is untrue*."""
    found = []
    for one in clauses_alike(reading, span, grounds):
        words, (first, last) = one.ground.reading.words, one.span
        begins, ends = sentence_of(words, first)[0], sentence_of(words, last - 1)[1]
        found.append((one.ground, (max(begins, first - 6), min(ends, last + 4))))
    return found

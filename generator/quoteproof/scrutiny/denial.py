"""Whether a sentence denies what its passages affirm, or affirms what they deny (`FCT201`).

A *not* is asked about only where no passage about the same thing has any word that may stand for
it: a denial, an exception, an opposite. And the other way round: what the passages have only with
a *not* has to come with some such word in the sentence.
"""

from __future__ import annotations

from collections.abc import Iterator

from quoteproof.diagnostics import codes
from quoteproof.scrutiny.alike import Alike, clauses_alike
from quoteproof.scrutiny.ground import Ground
from quoteproof.scrutiny.miss import Miss
from quoteproof.scrutiny.prose.clauses import (
    Span,
    clause_of,
    clauses,
    content,
    sentence_of,
    sentences,
)
from quoteproof.scrutiny.prose.polarity import Denial, Sense, is_not
from quoteproof.scrutiny.prose.reading import Reading
from quoteproof.scrutiny.prose.words import CLAUSE_WORDS, Word, stems

TELLING = stems(
    "say tell name give mention report state quote know describe specify explain identify list "
    "date confirm cite refer comment publish disclose reveal detail record print note document "
    "invoke"
)
"""Stems of what reports do: *does not say who* is about the reports, and not about their matter."""
REPORTING = stems(
    "say tell report state announce stress call write describe add confirm speak note quote"
)
_ASKING = frozenset("who whom whose what which when where why how whether if that".split())
_DENY = stems("deny")
_CONTRADICTING = stems(
    "deny denial refute refutation reject rejection dismiss dismissal rebut disavow disclaim "
    "dispute contradict contest doubt false falsehood untrue wrong mistaken baseless foundation "
    "unfounded excuse ask invent nonsense lie rumour exclude rule refuse accuse accusation "
    "allegation allege"
)
"""Stems with which a passage may say that somebody denies something, or is asked about it."""
_ANY_NO = Sense.NEGATIVE, Sense.OPPOSITE


def denial_misses(reading: Reading, grounds: tuple[Ground, ...]) -> Iterator[Miss]:
    """One miss of each sort: a *not*, a *denied that*, a *not* left out, a stressed *did*."""
    for rule in (_nots, _denied_thats, _nots_left_out, _stressed):
        yield from rule(reading, grounds)


def _nots(reading: Reading, grounds: tuple[Ground, ...]) -> Iterator[Miss]:
    """*Did not open*, where no passage about it has a word of denial."""
    for denial in reading.manner.denials:
        if not _is_silence(reading, denial, grounds):
            ground = _without_denial(reading, denial.head, grounds)
            if ground is not None:
                yield _denied(reading, (denial.at, denial.head + 1), ground)
                return


def _denied_thats(reading: Reading, grounds: tuple[Ground, ...]) -> Iterator[Miss]:
    """*Denied that*, where the passages about it have no word of denial.

    If what is said to be denied has a *not* itself, a *not* of the passage is no such word.
    """
    words = reading.words
    for at in range(len(words) - 2):
        if words[at].stem not in _DENY or words[at + 1].low != "that":
            continue
        span = at + 2, clause_of(words, at + 2)[1]
        twice = any(map(is_not, words[slice(*span)]))
        about = _sentences_about(content(words, span), words[at].stem, grounds)
        theirs = [word for ground, some in about for word in ground.reading.words[slice(*some)]]
        if theirs and not any(
            word.stem in _CONTRADICTING or (is_not(word) and not twice) for word in theirs
        ):
            yield _denied(reading, (at, at + 1), grounds[0])
            return


def _nots_left_out(reading: Reading, grounds: tuple[Ground, ...]) -> Iterator[Miss]:
    """What the passages have only with a *not*, and the sentence without any word of denial."""
    for ground in grounds:
        theirs = ground.reading
        for at, word in enumerate(theirs.words):
            head = _denied_word(theirs, at) if is_not(word) else None
            if head is None:
                continue
            here = reading.stems.get(theirs.words[head].stem, ())
            if here and _is_left_out(reading, here, theirs, at, head, grounds):
                shown = theirs.shown(at, head + 1)
                yield Miss(
                    codes.DENIAL_DIFFERS,
                    reading.words[here[0]].start,
                    reading.words[here[0]].end,
                    f"“{reading.words[here[0]].text}” is affirmed here, and the passage says "
                    f"“{shown}”.",
                    codes.DENIAL_DIFFERS.mend,
                    ground,
                )
                return


def _is_left_out(
    reading: Reading,
    here: tuple[int, ...],
    theirs: Reading,
    at: int,
    head: int,
    grounds: tuple[Ground, ...],
) -> bool:
    """Whether the sentence says of the same thing what a passage says with a *not*."""
    stem = theirs.words[head].stem
    if stem in REPORTING or _is_affirmed(stem, grounds):
        return False
    clause = clause_of(theirs.words, head)
    sentence, where = sentence_of(theirs.words, head), theirs.manner.where
    for other in where[Sense.NEGATIVE] | where[Sense.OPPOSITE]:
        near = sentence if other in where[Sense.NEGATIVE] else clause
        joins = theirs.words[other].low == "but" and other < at
        known = theirs.words[other].stem in reading.stems
        if near[0] <= other < near[1] and other != at and not joins and not known:
            return False  # *no … without …*: what is denied twice may be affirmed
    about = content(theirs.words, clause)
    shared = about & content(reading.words, clause_of(reading.words, here[0]))
    if len(shared) < min(2, len(about)):
        return False
    return not any(
        _is_denied(reading, place)
        or _left_over(reading, sentence_of(reading.words, place), theirs, *_ANY_NO)
        for place in here
    )


def _stressed(reading: Reading, grounds: tuple[Ground, ...]) -> Iterator[Miss]:
    """*Did confirm*: what is left of *did not confirm*, where no passage affirms the verb."""
    words = reading.words
    for at in range(1, len(words) - 1):
        before, helper, verb = words[at - 1 : at + 2]
        if (
            helper.low in ("do", "does", "did")
            and not (helper.breaks or verb.breaks or verb.is_capitalised)
            and verb.is_content
            and before.low not in ("nor", "neither", "as", "than", "so", "only")
            and not _is_affirmed(verb.stem, grounds)
        ):
            shown = reading.shown(at, at + 2)
            yield Miss(
                codes.DENIAL_DIFFERS,
                helper.start,
                verb.end,
                f"“{shown}” stresses what no passage affirms: is a “not” missing?",
                codes.DENIAL_DIFFERS.mend,
                grounds[0],
            )
            return


def _denied(reading: Reading, span: Span, ground: Ground) -> Miss:
    first, last = span
    return Miss(
        codes.DENIAL_DIFFERS,
        reading.words[first].start,
        reading.words[last - 1].end,
        f"“{reading.shown(first, last)}” denies here what the passage affirms.",
        codes.DENIAL_DIFFERS.mend,
        ground,
    )


# What the passages have


def _is_silence(reading: Reading, denial: Denial, grounds: tuple[Ground, ...]) -> bool:
    """Whether it is told that something is not told: *does not say who*, *is not named*."""
    words = reading.words
    stem = words[denial.head].stem
    if stem not in TELLING:
        return False
    if denial.head + 1 < len(words) and words[denial.head + 1].low in _ASKING:
        return True
    about = content(words, clause_of(words, denial.head))
    return not any(
        len(about & content(ground.reading.words, clause_of(ground.reading.words, at))) > 2
        for ground in grounds
        for at in ground.reading.stems.get(stem, ())
    )


def _without_denial(reading: Reading, head: int, grounds: tuple[Ground, ...]) -> Ground | None:
    """A passage about the clause of a word, if none of them has a word of denial about it."""
    stem = reading.words[head].stem
    about = content(reading.words, clause_of(reading.words, head))
    found = None
    for ground, sentence in _about_the_same(reading, head, about, grounds):
        theirs = ground.reading
        places = [at for at in theirs.stems.get(stem, ()) if sentence[0] <= at < sentence[1]]
        if not places and _is_opposed(theirs, sentence, about, reading):
            return None
        if places and _is_denied_elsewhere(theirs, sentence, about - {stem}, reading):
            return None
        if any(_may_be_denied(theirs, at, reading) for at in places):
            return None
        found = found or ground
    return found


def _about_the_same(
    reading: Reading, head: int, about: frozenset[str], grounds: tuple[Ground, ...]
) -> Iterator[tuple[Ground, Span]]:
    """The sentences with a clause like that of a word; else those nearest to it."""
    stem = reading.words[head].stem
    alike = clauses_alike(reading, clause_of(reading.words, head), grounds)
    with_stem = [one for one in alike if stem in one.shared]
    for one in with_stem:
        yield one.ground, sentence_of(one.ground.reading.words, one.span[0])
    if not with_stem:
        yield from _sentences_about(about, stem, grounds)


def _may_be_denied(theirs: Reading, at: int, ours: Reading) -> bool:
    """Whether a word of denial stands in the clause of a word, or just before that clause."""
    first, last = clause_of(theirs.words, at)
    governing = max(first, at - 5), min(last, at + 3)  # *refused to open*, *called off*
    return (
        _is_denied(theirs, at)
        or _left_over(theirs, governing, ours, Sense.OPPOSITE)
        or _left_over(theirs, (max(0, first - 2), last), ours, Sense.NEGATIVE)  # *denied that …*
    )


def _is_denied_elsewhere(
    theirs: Reading, sentence: Span, about: frozenset[str], ours: Reading
) -> bool:
    """Whether another clause denies the same thing, or denies without a verb: *but not in May*."""
    for clause in clauses(theirs.words, sentence):
        own = content(theirs.words, clause)
        elliptic = len(own) < 2 or any(map(is_not, theirs.words[clause[0] : clause[0] + 2]))
        same = len(own & about) > 1
        if (elliptic or same) and _left_over(theirs, clause, ours, Sense.NEGATIVE):
            return True
    return False


def _is_opposed(theirs: Reading, sentence: Span, about: frozenset[str], ours: Reading) -> bool:
    """Whether a sentence has a word of denial, or an opposite in a clause about the same."""
    return _left_over(theirs, sentence, ours, Sense.NEGATIVE) or any(
        _left_over(theirs, clause, ours, Sense.OPPOSITE)
        for clause in clauses(theirs.words, sentence)
        if about & content(theirs.words, clause)
    )


def _sentences_about(
    about: frozenset[str], stem: str, grounds: tuple[Ground, ...]
) -> Iterator[tuple[Ground, Span]]:
    """The sentences of the passages that share most with a clause, and those that have a stem."""
    all_ = [(g, span, content(g.reading.words, span)) for g in grounds for span in _spans(g)]
    most = max((len(about & own) for _, _, own in all_), default=0)
    for ground, span, own in all_:
        if most and (len(about & own) == most or stem in own):
            yield ground, span


def _spans(ground: Ground) -> tuple[Span, ...]:
    return sentences(ground.reading.words)


def _is_affirmed(stem: str, grounds: tuple[Ground, ...]) -> bool:
    """Whether a word stands in any passage without a *not* in its clause."""
    return any(
        not _is_denied(ground.reading, at)
        for ground in grounds
        for at in ground.reading.stems.get(stem, ())
    )


def _is_denied(reading: Reading, at: int) -> bool:
    """Whether a *not* or *no* stands in the clause of a word."""
    first, last = clause_of(reading.words, at)
    return any(
        first <= other < last and is_not(reading.words[other])
        for other in reading.manner.where[Sense.NEGATIVE]
    )


def _left_over(theirs: Reading, span: Span, ours: Reading, *senses: Sense) -> bool:
    """Whether a span has words of these senses, other than those that the other text has too."""
    first, last = span
    return any(
        first <= at < last and not _is_shared(theirs, at, ours)
        for sense in senses
        for at in theirs.manner.where[sense]
    )


def _is_shared(theirs: Reading, at: int, ours: Reading) -> bool:
    word = theirs.words[at]
    if is_not(word):
        denied = _next_stem(theirs, at)
        return any(is_not(w) and _next_stem(ours, o) == denied for o, w in enumerate(ours.words))
    return word.stem in ours.stems or (word.low == "but" and word.opens)


def _next_stem(reading: Reading, at: int) -> str:
    return next((word.stem for word in reading.words[at + 1 :] if _is_plain(word)), "")


def _denied_word(reading: Reading, at: int) -> int | None:
    """The place of the word that a *not* or *no* denies; None where it is a number's."""
    for head in range(at + 1, min(at + 6, len(reading.words))):
        word = reading.words[head]
        numeral = any(n.start <= word.start < n.end for n in reading.numbers)
        if word.breaks or word.low in CLAUSE_WORDS or word.low == "than" or numeral:
            return None
        if _is_plain(word):
            return head
    return None


def _is_plain(word: Word) -> bool:
    """Whether a word is a verb, a noun or an adjective, as far as its form tells."""
    return word.is_content and not word.low.endswith("ly")

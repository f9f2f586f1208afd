"""Two who change places: each is told to say or do what stands in the other's passages only.

*The army says that it was shelled, and the mission blames neither*, where the passages of the army
blame neither, and those of the mission tell of the shells. No verb has to be the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from quoteproof.diagnostics import codes
from quoteproof.scrutiny.facts.ground import Ground, Library
from quoteproof.scrutiny.facts.miss import Miss, Setting
from quoteproof.scrutiny.facts.speakers import is_body, is_governed
from quoteproof.scrutiny.prose.binding import after_preposition, is_possessive
from quoteproof.scrutiny.prose.clauses import Span, sentence_of
from quoteproof.scrutiny.prose.names import Mention
from quoteproof.scrutiny.prose.reading import Reading

_LEAST = 2
"""How many words in all have to be the other's."""


def crossed(library: Library, reading: Reading, setting: Setting) -> Iterator[Miss]:
    """Two names after each of which the sentence has words that only the other's passages have."""
    names = library.names(reading)
    grounds = setting.footing.grounds
    for (one, first), (other, second) in pairwise(_told_of_each(library, reading)):
        if first[1] != other.first or first[1] - first[0] < _LEAST:
            continue
        ones = {g for g in grounds if _is_of(library, g, names[one.first], grounds)}
        others = {g for g in grounds if _is_of(library, g, names[other.first], grounds)}
        of_one, of_other = _only_in(ones - others, grounds), _only_in(others - ones, grounds)
        told, as_told = _content(reading, first), _content(reading, second)
        wrong, as_wrong = told & of_other, as_told & of_one
        if (
            wrong
            and as_wrong
            and len(wrong) + len(as_wrong) >= _LEAST
            and told.isdisjoint(of_one)
            and as_told.isdisjoint(of_other)
        ):
            yield Miss.of_words(
                codes.PARTIES_TURNED,
                reading,
                (one.first, other.last),
                f"What is told here of “{reading.shown(one.first, one.last)}” stands only in "
                f"passages of “{reading.shown(other.first, other.last)}”, and the reverse.",
                next(g for g in grounds if g in ones - others),
            )
            return


def _told_of_each(library: Library, reading: Reading) -> list[tuple[Mention, Span]]:
    """Those who say or do something, and the words that follow each, up to the next."""
    names = library.names(reading)
    acting = [
        mention
        for mention in reading.mentions
        if is_body(names.get(mention.first, ()))
        and not is_possessive(reading, mention)
        and not is_governed(reading, mention)
        and not after_preposition(reading.words, mention.first)
    ]
    ends = [*(mention.first for mention in acting[1:]), len(reading.words)]
    return [
        (mention, (mention.last, min(end, sentence_of(reading.words, mention.first)[1])))
        for mention, end in zip(acting, ends, strict=False)
    ]


def _is_of(
    library: Library, ground: Ground, names: frozenset[str], grounds: tuple[Ground, ...]
) -> bool:
    """Whether a passage names somebody, or is said or published by them."""
    speakers = ground.speakers or {
        id for other in grounds if other.source == ground.source for id in other.speakers
    }
    voices = {f"actor:{id}" for id in speakers} | ground.named
    if not ground.speakers:
        voices |= library.tellers_of(ground.source)
    return library.one_for_other(names, frozenset(voices))


def _only_in(some: set[Ground], grounds: tuple[Ground, ...]) -> frozenset[str]:
    """The words that stand in some of the passages, and in no other."""
    inside = (ground.reading.stems for ground in grounds if ground in some)
    outside = (ground.reading.stems for ground in grounds if ground not in some)
    return frozenset[str]().union(*inside).difference(*outside)


def _content(reading: Reading, span: Span) -> frozenset[str]:
    """The words of a part of a sentence that carry content, but for names."""
    named = {at for m in reading.mentions if m.keys for at in range(m.first, m.last)}
    return frozenset(
        reading.words[at].stem
        for at in range(*span)
        if at not in named and reading.words[at].is_content
    )

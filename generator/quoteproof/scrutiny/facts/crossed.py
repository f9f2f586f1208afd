"""Two who change places: each is told to say or do what stands in the other's passages only.

*The army says that it was shelled, and the mission blames neither*, where the passages of the army
blame neither, and those of the mission tell of the shells. No verb has to be the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

from quoteproof.diagnostics import codes
from quoteproof.scrutiny.facts.ground import FIRST_PERSON, Ground, Library
from quoteproof.scrutiny.facts.miss import Miss, Setting
from quoteproof.scrutiny.facts.speakers import is_body, is_governed
from quoteproof.scrutiny.prose.binding import after_preposition, is_possessive, link_before
from quoteproof.scrutiny.prose.clauses import Span, sentence_of
from quoteproof.scrutiny.prose.names import Mention
from quoteproof.scrutiny.prose.reading import Reading

_LEAST = 2
"""How many words in all have to be the other's."""


def crossed(library: Library, reading: Reading, setting: Setting) -> Iterator[Miss]:
    """Two names with each of which the sentence has words that only the other's passages have."""
    names = library.names(reading)
    for (one, told), (other, as_told), of in (
        *_by_passages(library, reading, setting.footing.grounds),
        *_by_places(library, reading, setting.footing.grounds),
    ):
        of_one, of_other = of(names[one.first]), of(names[other.first])
        own, others = of_one - of_other, of_other - of_one
        wrong, as_wrong = told & others, as_told & own
        if (
            wrong
            and as_wrong
            and len(wrong) + len(as_wrong) >= _LEAST
            and told.isdisjoint(own)
            and as_told.isdisjoint(others)
        ):
            yield Miss.of_words(
                codes.PARTIES_TURNED,
                reading,
                (one.first, other.last),
                f"What is told here of “{reading.shown(one.first, one.last)}” stands only in what "
                f"the passages have of “{reading.shown(other.first, other.last)}”, and the "
                "reverse.",
                setting.footing.grounds[0],
            )
            return


Told = tuple[Mention, frozenset[str]]
"""A name, and the words that carry content with it."""
Of = Callable[[frozenset[str]], frozenset[str]]
"""The words that the passages have of somebody."""


def _by_passages(
    library: Library, reading: Reading, grounds: tuple[Ground, ...]
) -> Iterator[tuple[Told, Told, Of]]:
    """Those who say or do something, held to the passages that name them, or that are theirs."""
    of = _of_passages(library, grounds)
    for (one, first), (other, second) in pairwise(_told_of_each(library, reading)):
        if first[1] == other.first and first[1] - first[0] >= _LEAST:
            yield (one, _content(reading, first)), (other, _content(reading, second)), of


def _of_passages(library: Library, grounds: tuple[Ground, ...]) -> Of:
    def of(names: frozenset[str]) -> frozenset[str]:
        some = (g.reading.stems for g in grounds if _is_of(library, g, names, grounds))
        return frozenset[str]().union(*some)

    return of


def _by_places(
    library: Library, reading: Reading, grounds: tuple[Ground, ...]
) -> Iterator[tuple[Told, Told, Of]]:
    """Those told of side by side, held to what stands behind, or before, each in the passages.

    *46 by the ministry and 19 by the union*; *the ministry wants a search, the union a count*.
    """
    by_passages = _of_passages(library, grounds)
    for way in (_behind, _before):

        def of(names: frozenset[str], way: _Way = way) -> frozenset[str]:
            return frozenset[str]().union(
                *(
                    told
                    for ground in grounds
                    for mention, told in way(library, ground.reading)
                    if library.one_for_other(names, library.names(ground.reading)[mention.first])
                )
            )

        for one, other in pairwise(way(library, reading)):
            if _are_side_by_side(reading, one[0], other[0]):
                yield one, other, of
                yield one, other, by_passages


_Way = Callable[[Library, Reading], list[Told]]


def _behind(library: Library, reading: Reading) -> list[Told]:
    return _parts(library, reading, behind=True)


def _before(library: Library, reading: Reading) -> list[Told]:
    return _parts(library, reading, behind=False)


def _parts(library: Library, reading: Reading, *, behind: bool) -> list[Told]:
    """The bodies of a text, and what stands between each and the next one, or the one before.

    Only as far as the sentence goes, or up to an *and*.
    """
    names = library.names(reading)
    bodies = [
        m
        for m in reading.mentions
        if is_body(names.get(m.first, ()))
        and reading.words[m.first].low not in FIRST_PERSON
        and not after_preposition(reading.words, m.first, _WHERE)
    ]
    found = []
    for place, mention in enumerate(bodies):
        first, last = sentence_of(reading.words, mention.first)
        if behind:
            first = mention.last
            last = min([last, *(m.first for m in bodies[place + 1 : place + 2])])
            last = next((at for at in range(first, last) if _joins(reading, at)), last)
        else:
            last = mention.first
            first = max([first, *(m.last for m in bodies[max(0, place - 1) : place])])
            first = next((at for at in range(last, first, -1) if _joins(reading, at - 1)), first)
        found.append((mention, _content(reading, (first, last))))
    return found


_WHERE = frozenset("in at near".split())
_WHICH = frozenset(("which", "whom"))
_JOINING = frozenset("and or nor but while whereas".split())


def _joins(reading: Reading, at: int) -> bool:
    """Whether a word begins what stands beside something else: an *and*, or after a semicolon."""
    word = reading.words[at]
    return word.low in _JOINING or reading.text[: word.start].rstrip().endswith(";")


def _are_side_by_side(reading: Reading, one: Mention, other: Mention) -> bool:
    """Whether two stand after the same preposition, or behind none with an *and* between them."""
    link = link_before(reading, one.first)
    return link == link_before(reading, other.first) and (
        link != ""
        or reading.words[other.first].breaks
        or any(_joins(reading, at) for at in range(one.last, other.first + 1))
    )


def _told_of_each(library: Library, reading: Reading) -> list[tuple[Mention, Span]]:
    """Those who say or do something, and the words that follow each, up to the next.

    Of *its end, which the agency reports*, none.
    """
    names = library.names(reading)
    acting = [
        mention
        for mention in reading.mentions
        if is_body(names.get(mention.first, ()))
        and not is_possessive(reading, mention)
        and not is_governed(reading, mention)
        and not after_preposition(reading.words, mention.first)
        and not after_preposition(reading.words, mention.first, _WHICH)
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
    voices = {f"actor:{id}" for id in speakers}
    if not ground.speakers:
        voices |= ground.named | library.tellers_of(ground.source)
    return library.one_for_other(names, frozenset(voices))


def _content(reading: Reading, span: Span) -> frozenset[str]:
    """The words of a part of a sentence that carry content, but for names."""
    named = {at for m in reading.mentions if m.keys for at in range(m.first, m.last)}
    return frozenset(
        reading.words[at].stem
        for at in range(*span)
        if at not in named and reading.words[at].is_content
    )

"""Names that a sentence binds to a word to which its passages bind others.

*Turkey withdrew its posts*, where the passages have *Russia withdrew*; there is no end of reasons
for which both may be true, and each of `_EXCUSES` is one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from quoteproof.diagnostics import codes
from quoteproof.scrutiny.facts.ground import Ground, Library
from quoteproof.scrutiny.facts.miss import Miss, Setting
from quoteproof.scrutiny.facts.speakers import SPEECH, are_several, is_actor, is_governed
from quoteproof.scrutiny.prose.binding import (
    Side,
    is_possessive,
    is_verb,
    link_before,
    only_describes,
)
from quoteproof.scrutiny.prose.clauses import sentence_of
from quoteproof.scrutiny.prose.names import Mention, countries, key
from quoteproof.scrutiny.prose.polarity import REPORTING
from quoteproof.scrutiny.prose.reading import Reading
from quoteproof.scrutiny.prose.roles import ROLE_STEMS
from quoteproof.scrutiny.prose.words import Word, stems

_THEIR_OWN = stems(
    "claim complaint demand request proposal statement letter reply delegation figure count lead "
    "suit lawsuit appeal offer case"
)
"""Of what somebody says or has: *X's claim* and *the claim of X* are one."""


@dataclass(frozen=True)
class _Word:
    """A word of a sentence, how names are bound to it there, and whom the passages bind to it."""

    library: Library
    reading: Reading
    setting: Setting
    kind: str
    stem: str

    @cached_property
    def is_done(self) -> bool:
        """Whether it is a verb here: *the court ruled* may be *it was ruled by the court*."""
        here = self.reading.stems.get(self.stem, ())
        return self.kind == "before" and any(self.reading.manner.finite[at] for at in here)

    @cached_property
    def does(self) -> bool:
        """Whether it may be a verb of the present, too: *the committee chooses*."""
        here = self.reading.stems.get(self.stem, ())
        words = self.reading.words
        return self.kind == "before" and any(
            is_verb(self.reading, at)
            and (words[at - 1].low != "to" or words[at - 2].low in ("is", "are"))
            for at in here
        )

    @property
    def _kinds(self) -> tuple[str, ...]:
        """How the passages may bind the same name: *published by the port*, *the port does*."""
        if self.kind in ("'s", "of") and self.stem in _THEIR_OWN:
            return ("'s", "of")
        done = self.is_done or self.does or self.kind == "by"
        return ("before", "by") if done else (self.kind,)

    @cached_property
    def theirs(self) -> list[tuple[Ground, Side]]:
        """The names that the passages bind to it."""
        return [
            (ground, side)
            for ground in self.setting.footing.grounds
            for same in self._kinds
            for side in self.library.bonds(ground.reading).get((same, self.stem), ())
        ]

    def in_passages(self) -> Iterator[tuple[Reading, int]]:
        """Where it stands in them, bound to a name or not."""
        for ground in self.setting.footing.grounds:
            for at in ground.reading.stems.get(self.stem, ()):
                yield ground.reading, at


def bound_otherwise(library: Library, reading: Reading, setting: Setting) -> Iterator[Miss]:
    """Names that stand where the passages have others, and for no reason that may excuse it."""
    told: set[int] = set()
    for (kind, stem), sides in library.bonds(reading).items():
        word = _Word(library, reading, setting, kind, stem)
        if not word.theirs or any(
            _is_joined(ground.reading, other) or are_several(ground.reading, other)
            for ground, (other, _) in word.theirs
        ):
            continue
        meet = any(
            library.one_for_other(names, o) for _, names in sides for _, (_, o) in word.theirs
        )
        may_be_place = meet or (kind == "before" and not word.does)
        for mention, names in sides:
            if (
                mention.first in told
                or (may_be_place and _is_place_of(word, (mention, names)))
                or any(excuse(word, (mention, names)) for excuse in _EXCUSES)
            ):
                continue
            told.add(mention.first)
            ground, (other, _) = word.theirs[0]
            yield Miss.of_words(
                codes.PARTIES_TURNED,
                reading,
                (mention.first, mention.last),
                f"“{reading.shown(mention.first, mention.last)}” stands here where the passage has "
                f"“{ground.reading.shown(other.first, other.last)}”, about “{stem}…”.",
                ground,
            )


def _is_joined(reading: Reading, mention: Mention) -> bool:
    """Whether somebody without a name stands beside it.

    *Their union and the port company*, *each Party and the Commission*.
    """
    before = [word.low for word in reading.words[max(0, mention.first - 6) : mention.first]]
    whose = _POSSESSIVES | _PARTIES
    other = next((at for at, low in enumerate(before) if low in whose), len(before))
    return "and" in before[other:]


_POSSESSIVES = frozenset("their its his her our".split())
_PARTIES = frozenset(("party", "parties"))


def _is_place_of(word: _Word, ours: Side) -> bool:
    """Whether it is a place that the passage has, too: *in Tarnmoor and in the town of Osk*."""
    mention, names = ours
    return any(name.startswith("place:") for name in names) and any(
        mention.keys and ground.reading.keys.issuperset(mention.keys) for ground, _ in word.theirs
    )


def _is_of_another_sort(word: _Word, ours: Side) -> bool:
    """Whether only one of the names is an actor's, or a place's: *men from the boat*, *from Kell*.

    Of a name that the briefing does not record, nobody knows for whom it may stand.
    """
    return not any(_sorts(ours[1]) & _sorts(others) for _, (_, others) in word.theirs)


def _sorts(names: frozenset[str]) -> set[str]:
    """Actor, place, or both: a country may be told to act as whoever governs it."""
    if not names.isdisjoint(countries()):
        return {"actor", "place"}
    return {name.partition(":")[0] for name in names} & {"actor", "place"}


def _is_one(word: _Word, ours: Side) -> bool:
    """Whether a name of the sentence and one of a passage stand for the same."""
    mention, names = ours
    return any(
        word.library.one_for_other(names, others)
        or _shortened(word.reading, mention, ground.reading, other)
        for ground, (other, others) in word.theirs
    )


def _shortened(one: Reading, mention: Mention, other: Reading, there: Mention) -> bool:
    """Whether one of two names is short for the other: *the Council*, *CWS*, *the Governor*."""
    ours, theirs = one.words[mention.first : mention.last], other.words[there.first : there.last]
    shared = {key(w.text) for w in ours if w.is_content} & {key(w.text) for w in theirs}
    short = min((mention.last - mention.first), (there.last - there.first)) == 1
    initials = ["".join(w.text[0] for w in some) for some in (ours, theirs)]
    return bool(shared and short) or initials[0] == theirs[0].text or initials[1] == ours[0].text


def _may_be_called_so(word: _Word, ours: Side) -> bool:
    """Whether the passage only says *the company*, and its document names ours."""
    return any(
        there.last - there.first == 1
        and ground.reading.words[there.first].text in _ANY_FIRM
        and any(
            other.source == ground.source and word.library.one_for_other(ours[1], other.named)
            for other in word.setting.footing.grounds
        )
        for ground, (there, _) in word.theirs
    )


_ANY_FIRM = frozenset("company firm companies firms".split())


def _is_part(word: _Word, ours: Side) -> bool:
    """Whether somebody else does it: *the leader of the group said*."""
    return (word.is_done or word.does) and is_governed(word.reading, ours[0])


def _stands_so(word: _Word, ours: Side) -> bool:
    """Whether a passage has a name after the same preposition, in a sentence with the same word.

    *We call on Kestria to …, and on Sarmond to …*; *shall meet every Sunday in Dresk*.
    """
    for reading, at in word.in_passages():
        theirs = word.library.names(reading)
        first, last = sentence_of(reading.words, at)
        if any(
            first <= mention.first < last
            and link_before(reading, mention.first) == word.kind
            and word.library.one_for_other(ours[1], theirs.get(mention.first, frozenset()))
            for mention in reading.mentions
        ):
            return True
    return False


def _shares_its_verb(word: _Word, ours: Side) -> bool:
    """Whether a passage leaves the verb out: *the city shall bear two thirds and the firm one*."""
    for reading, at in word.in_passages():
        theirs = word.library.names(reading)
        starts = {n.start for n in reading.numbers} | {when.start for when in reading.whens}
        if any(
            at < mention.first
            and _is_joined_on(reading, mention.first)
            and mention.last < sentence_of(reading.words, at)[1]
            and _behind_it(reading, mention.last) in starts
            and word.library.one_for_other(ours[1], theirs.get(mention.first, _NOBODY))
            for mention in reading.mentions
        ):
            return True
    return False


def _is_joined_on(reading: Reading, at: int) -> bool:
    """Whether an *and* stands before a name, or before its article."""
    while at and reading.words[at - 1].low in ("the", "a"):
        at -= 1
    return at > 0 and reading.words[at - 1].low in ("and", "or", "nor")


def _behind_it(reading: Reading, at: int) -> int:
    """Where what follows begins, without its preposition: *and the council on 10 June*."""
    words = reading.words[at : at + 2]
    placed = len(words) > 1 and words[0].low in ("on", "in", "at", "by", "for", "with")
    return words[placed].start if words else -1


def _is_between_them(word: _Word, ours: Side) -> bool:
    """Whether something is between it and another: *between the state and the town*."""
    return word.kind == "between" and any(
        word.library.one_for_other(ours[1], word.library.names(reading).get(mention.first, _NOBODY))
        and not only_describes(reading, mention)
        for reading, _ in word.in_passages()
        for mention in reading.mentions
    )


_NOBODY = frozenset[str]()


def _does_the_same(word: _Word, ours: Side) -> bool:
    """Whether a passage has it of both in two sentences: *The other had followed the same path*."""
    return any(
        not ours[1].isdisjoint(word.library.names(reading).get(mention.first, ()))
        and any(
            other.low in _LIKEWISE
            for other in reading.words[slice(*sentence_of(reading.words, mention.first))]
        )
        for ground in word.setting.footing.grounds
        for reading in (ground.reading,)
        for mention in reading.mentions
    )


_LIKEWISE = frozenset("same likewise similarly".split())


def _is_left_out(word: _Word, ours: Side) -> bool:
    """Whether it is whose and not what, as in the passage: *Turkey's had done so*.

    *Turkey's figure* is the figure given by Turkey, too.
    """
    if not (word.kind == "by" or is_possessive(word.reading, ours[0])):
        return False
    known = word.reading.stems
    return any(
        is_possessive(ground.reading, mention)
        and (
            any(w.stem in known for w in _after(ground.reading, mention))
            or (word.kind != "by" and _ends_with_owner(ground.reading, mention))
        )
        and not ours[1].isdisjoint(word.library.names(ground.reading).get(mention.first, ()))
        for ground in word.setting.footing.grounds
        for mention in ground.reading.mentions
    )


def _after(reading: Reading, mention: Mention) -> tuple[Word, ...]:
    return reading.words[mention.last : mention.last + 1]


def _ends_with_owner(reading: Reading, mention: Mention) -> bool:
    """Whether nothing is named that is theirs: *Turkey's had done so*."""
    return not any(
        word.is_content and not word.breaks and not reading.manner.finite[mention.last]
        for word in _after(reading, mention)
    )


def _is_anybodys(word: _Word, ours: Side) -> bool:
    """Whether a passage has the word without a name, too: *its list*; of a place, *the mayor*."""
    if word.kind not in ("before", "'s", "of") or word.is_done:
        return False
    there = list(word.in_passages())
    of_place = word.stem in ROLE_STEMS and any(name.startswith("place:") for name in ours[1])
    return (of_place and len(there) > len(word.theirs)) or any(
        at and reading.words[at - 1].low in _POSSESSIVES for reading, at in there
    )


def _publishes(word: _Word, ours: Side) -> bool:
    """Whether whoever publishes a source says it, or it is said according to them."""
    footing = word.setting.footing
    publishes = bool(ours[1] & word.library.publishers(footing))
    if (word.kind, word.stem) == ("to", "accord"):
        return publishes or bool(ours[1] & word.library.tellers(footing))
    if word.kind in ("of", "'s") and word.stem in _REPORT:
        return publishes
    told = word.stem in _ANYBODY_SAYS or not _is_elsewhere(word, ours)
    return publishes and told and _is_said(word)


_REPORT = stems("report account article")
_ANYBODY_SAYS = stems("say report state write accord")
"""Verbs that each of two may be the subject of in one sentence."""


def _is_said(word: _Word) -> bool:
    """Whether it is a word of saying, and no duty to say something: *is to report*."""
    if (word.kind, word.stem) == ("to", "accord"):
        return True
    reading = word.reading
    duty = any(
        reading.manner.mood[at] or (at and reading.words[at - 1].low == "to")
        for at in reading.stems.get(word.stem, ())
    )
    return word.kind == "before" and word.stem in SPEECH and not duty


def _speaks(word: _Word, ours: Side) -> bool:
    """Whether it is who speaks in the passages, where they need not be named."""
    mention, names = ours
    speakers = word.setting.footing.speakers
    if word.kind == "of":
        return not mention.entities.isdisjoint(speakers)
    tells = word.stem in REPORTING | _GIVING
    return (
        word.kind == "before"
        and tells
        and not names.isdisjoint(speakers)
        and not _says_it_of_them(word)
    )


def _says_it_of_them(word: _Word) -> bool:
    """Whether who has a word in the passages says here that another has it: *A says that B put*."""
    theirs = frozenset[str]().union(*(others for _, (_, others) in word.theirs))
    theirs = frozenset(id for id in theirs if id.startswith("actor:"))
    return word.stem not in REPORTING and any(
        kind == "before" and stem in REPORTING and not theirs.isdisjoint(names)
        for (kind, stem), sides in word.library.bonds(word.reading).items()
        for _, names in sides
    )


_GIVING = stems("give put")
"""*The committee gives the same number*."""


def _is_of_source(word: _Word, ours: Side) -> bool:
    """Whether both names are those of one source: *Kestria*, of the ministry that publishes it."""
    footing = word.setting.footing
    own = footing.owners | footing.speakers
    return (
        word.kind in ("before", "by", "from")
        and _is_in(ours[0], footing.fields)
        and not _is_elsewhere(word, ours)
        and (
            _is_said(word)
            or any(
                _is_in(other, footing.fields)
                and (not others.isdisjoint(own) or not is_actor(others))
                for _, (other, others) in word.theirs
            )
        )
    )


def _is_in(mention: Mention, keys: frozenset[str]) -> bool:
    return bool(mention.keys) and keys.issuperset(mention.keys)


def _is_elsewhere(word: _Word, ours: Side) -> bool:
    """Whether the sentence has the passage's name, too, and not beside ours: they may be turned."""
    mention, names = ours
    here = word.library.names(word.reading)
    return any(
        (other.last < mention.first - 1 or other.first > mention.last + 1)
        and not word.library.one_for_other(names, here.get(other.first, _NOBODY))
        and word.library.one_for_other(here.get(other.first, frozenset()), others)
        for other in word.reading.mentions
        for _, (_, others) in word.theirs
        if is_actor(others)
    )


_EXCUSES: tuple[Callable[[_Word, Side], bool], ...] = (
    _is_of_another_sort,
    _is_one,
    _may_be_called_so,
    _is_part,
    _stands_so,
    _shares_its_verb,
    _is_between_them,
    _does_the_same,
    _is_left_out,
    _is_anybodys,
    _publishes,
    _speaks,
    _is_of_source,
)
"""Reasons for which a name may stand where a passage has another."""

"""The index: where each actor and each place is named, spoken for, or owed or owing something."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from quoteproof.model import vocabulary as v
from quoteproof.model.summaries import Actor, Agreement, Event, Record, Term
from quoteproof.model.verified import VerifiedBriefing, record_id, records
from quoteproof.pages.links import OVERVIEW, Link, Links

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading of the index, where its own section is, and where else it is met."""

    name: str
    own: Link | None
    at: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Index:
    """The two parts of the index, each in the order of the alphabet."""

    actors: tuple[Entry, ...]
    places: tuple[Entry, ...]


def index_of(briefing: VerifiedBriefing) -> Index:
    """Where each actor and each place is met.

    An actor is met where it owes, agrees, takes part, speaks or passes on, and where a text has its
    name, another spelling of it, or the surname of a person that no other shares. A place is met
    where a text or a field has one of the names that `briefing.places` gives it.
    """
    links = Links(briefing, OVERVIEW)
    named = Names(dict(_names_of_actors(briefing.summaries.actors)))
    placed = Names(
        {
            name: place.name
            for place in briefing.summaries.briefing.places
            for name in (place.name, *place.also)
        }
    )
    actors: defaultdict[str, dict[Link, None]] = defaultdict(dict)
    places: defaultdict[str, dict[Link, None]] = defaultdict(dict)
    for record in records(briefing.summaries):
        at = links.to(record_id(record))
        for id in _taking_part(record):
            actors[id][at] = None
        for place in placed.within(_where(record)):
            places[place][at] = None
    for cited in briefing.cited:
        at = Link("", links.href_to_cited(cited))
        spoken = (id for c in cited.citations for id in (c.speaker, c.via) if id)
        for id in (*spoken, *named.within(cited.text)):
            actors[id][at] = None
        for place in placed.within(cited.text):
            places[place][at] = None
    return Index(
        actors=_in_order(
            Entry(actor.name, links.to(actor.id), tuple(actors[actor.id]))
            for actor in briefing.summaries.actors
        ),
        places=_in_order(Entry(name, None, tuple(at)) for name, at in places.items()),
    )


class Names:
    """Finds names in texts, by whole words and whatever their case; the longest name wins."""

    def __init__(self, names: Mapping[str, str]) -> None:
        """Names, and what each stands for."""
        self._names = {_words(name): meant for name, meant in names.items()}
        self._lengths: defaultdict[str, set[int]] = defaultdict(set)
        for words in self._names:
            if words:
                self._lengths[words[0]].add(len(words))

    def within(self, text: str) -> Iterator[str]:
        """What the names in a text stand for, in order."""
        words = _words(text)
        place = 0
        while place < len(words):
            for length in sorted(self._lengths.get(words[place], ()), reverse=True):
                meant = self._names.get(words[place : place + length])
                if meant is not None:
                    yield meant
                    place += length - 1
                    break
            place += 1


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.casefold() for word in _WORD.findall(text))


def _names_of_actors(actors: Iterable[Actor]) -> Iterator[tuple[str, str]]:
    """Names and the id of who bears them: a surname first, so that a full name outdoes it."""
    people = [actor for actor in actors if actor.type is v.ActorType.PERSON]
    surnames = Counter(_words(person.name)[-1:] for person in people)
    for person in people:
        surname = _words(person.name)[-1:]
        if surname and surnames[surname] == 1:
            yield surname[0], person.id
    for actor in actors:
        spellings = (a.text for a in actor.aliases if a.kind is v.AliasKind.SPELLING)
        for name in (*spellings, actor.name):
            yield name, actor.id


def _taking_part(record: Record) -> tuple[str, ...]:
    """The actors that a record names in its fields."""
    match record:
        case Agreement():
            return (*record.parties, *record.third_parties)
        case Term():
            return (*record.obligors, *record.beneficiaries)
        case Event():
            return record.actors
        case _:
            return ()


def _where(record: Record) -> str:
    """What a record says of its place."""
    match record:
        case Term():
            return record.place or ""
        case Event():
            return record.place.name if record.place else ""
        case _:
            return ""


def _in_order(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple(sorted(entries, key=lambda entry: _alphabetical(entry.name)))


def _alphabetical(name: str) -> tuple[str, str]:
    """Without accents and case, then as it is."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    return "".join(c for c in plain if not unicodedata.combining(c)), name

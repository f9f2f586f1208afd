"""What a sentence may rest on: its passages, and the fields of the sources that it cites."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from quoteproof.diagnostics.finding import Location
from quoteproof.model import vocabulary as v
from quoteproof.model.summaries import Actor, Discrepancy, Record, Source, Statement
from quoteproof.model.verified import Cited, VerifiedBriefing, VerifiedCitation
from quoteproof.scrutiny.facts.called import OF, bodies, known_names, without_realm
from quoteproof.scrutiny.prose.binding import Bonds, Sides, bonds_of, sides_of
from quoteproof.scrutiny.prose.dates import Kind, When, whens
from quoteproof.scrutiny.prose.names import Gazetteer, Mention, bases, key
from quoteproof.scrutiny.prose.reading import Reading, read
from quoteproof.scrutiny.prose.roles import ROLES
from quoteproof.scrutiny.prose.terms import defined, in_quotation, shortened
from quoteproof.scrutiny.prose.words import sentence_around, words

_THAT_DAY = re.compile(
    r"\b(?:(?:that|(?:the|that)\ssame)\s(?:day|morning|afternoon|evening|night|month|year)"
    r"|(?:next|following|previous)\s(?:day|morning)|days?\s(?:before|after|earlier|later))\b",
    re.IGNORECASE,
)
_NEAR_ENOUGH = 600
"""How many letters before a passage the date may stand to which its *that day* points back."""
FIRST_PERSON = ("we", "us")
_SIDES = ("side", "sides", "party", "parties")
_OF_ONE_VOICE = (v.Genre.OFFICIAL_STATEMENT, v.Genre.NGO, v.Genre.SOCIAL)
"""Genres in which *we*, outside of quotations, is who publishes it."""
TOLD_US = re.compile(
    r"\b(?:tell(?:s|ing)?|told|gave|sent|let|wrote to|\w+ed(?: to)?"
    r"|(?:letter|reply|answer|statement|message|note)s? to) us\b"
)
"""Words by which even a passage of somebody else has *us* for whoever publishes it."""
_ANY = ("a", "an", "another", "any", "each", "every", "no", "some", "which")
"""Words after which *office* is none that is known already."""
_ENDS_A_NAME = ((), *((word,) for word in OF))
"""What may follow on a name that is whole: *the Energy Directorate of Upper Tarn*."""


@dataclass(frozen=True, slots=True)
class Ground:
    """A passage with the sentence around it: as read, where it stands, and when it was issued."""

    reading: Reading
    quote: str
    location: Location
    named: frozenset[str]
    """The ids of what its names stand for there."""
    source: str
    issued: tuple[date, date]
    speakers: tuple[str, ...]
    named_before: tuple[When, ...] = ()
    """Where it speaks of *that day*, the date that its document names last before it."""
    years: frozenset[int] = frozenset()
    """Those of the dates that are cited from the same document: they may be its own, too."""

    def days(self, when: When) -> tuple[tuple[date, date], ...]:
        """The spans of days that a time of the passage may mean."""
        spans = when.days(self.issued)
        if when.kind is not Kind.DAY or when.month is None or when.year is not None:
            return spans
        of_years = (replace(when, year=year).days(self.issued) for year in sorted(self.years))
        return tuple(dict.fromkeys([*spans, *(span for some in of_years for span in some)]))


@dataclass(frozen=True)
class Footing:
    """All that one sentence may rest on."""

    grounds: tuple[Ground, ...]
    sources: tuple[Source, ...]
    entities: frozenset[str]
    keys: frozenset[str]
    fields: frozenset[str]
    """The keys of the words in the names of the sources and of who speaks in them."""
    titles: frozenset[str]
    """Those in their titles."""
    owners: frozenset[str]
    """The actors that publish or write the sources, or to whom they belong."""

    @property
    def speakers(self) -> frozenset[str]:
        """The actors who speak in the passages, or through whom they are told."""
        return frozenset(f"actor:{id}" for ground in self.grounds for id in ground.speakers)


@dataclass
class Library:
    """The texts of a briefing, each read once."""

    briefing: VerifiedBriefing
    _readings: dict[str, Reading] = field(default_factory=dict)
    _bonds: dict[Reading, Bonds] = field(default_factory=dict)
    _sides: dict[Reading, Sides] = field(default_factory=dict)
    _known_in: dict[tuple[str, bool], Gazetteer] = field(default_factory=dict)
    _fields: dict[str, tuple[frozenset[str], ...]] = field(default_factory=dict)
    _roles: dict[str, frozenset[str]] = field(default_factory=dict)
    _places: dict[str, frozenset[str]] = field(default_factory=dict)
    _named: dict[str, frozenset[str]] = field(default_factory=dict)
    _grounds: dict[tuple[str, int, int, bool], tuple[Reading, str, Location, frozenset[str]]] = (
        field(default_factory=dict)
    )

    @cached_property
    def known(self) -> Gazetteer:
        """The names of its actors, places and sources."""
        return known_names(self.briefing.summaries)

    @cached_property
    def _bodies(self) -> Mapping[str, set[str]]:
        return bodies(self.briefing.summaries)

    def known_in(self, id: str, *, quoted: bool = False) -> Gazetteer:
        """What a source means by its names: its own terms (*the Company*), and *we* and *us*.

        Where somebody is quoted, these are not the source's own.
        """
        kept = self._known_in.get((id, quoted))
        if kept is None:
            source = self.briefing.source(id)
            kept = self._known_in[id, quoted] = Gazetteer(self.known)
            text = source.document.raw
            for term, entity in (*shortened(text, self.known), *defined(text, self.known)):
                kept.add(words(term), entity)
            if quoted:
                return kept
            publishers, owners, *_ = self._fields_of(source.source)
            first_person = ("we", "us") if source.source.genre in _OF_ONE_VOICE else ("us",)
            for word in first_person:
                for entity in publishers | owners:
                    kept.add(words(word), entity)
        return kept

    def read(self, text: str) -> Reading:
        """A text of the briefing as read."""
        reading = self._readings.get(text)
        if reading is None:
            reading = self._readings[text] = read(text, self.known)
        return reading

    @cached_property
    def as_of(self) -> tuple[date, date]:
        """The days that the briefing may be of."""
        as_of = self.briefing.summaries.briefing.as_of
        return as_of.first().date(), as_of.last().date()

    @cached_property
    def reports_and_publishers(self) -> tuple[int, int]:
        """How many of each there are."""
        sources = self.briefing.summaries.sources
        return len(sources), len({source.publisher for source in sources})

    @cached_property
    def titles(self) -> Mapping[str, Collection[str]]:
        """What the agreements are called, by each word of it."""
        found: dict[str, dict[str, None]] = {}
        for agreement in self.briefing.summaries.agreements:
            for title in (agreement.title, *agreement.names):
                for word in words(title):
                    found.setdefault(word.low, {})[title] = None
        return found

    @cached_property
    def _issued(self) -> Mapping[str, tuple[date, date]]:
        return {
            s.id: (s.source.issued.earliest.first().date(), s.source.issued.last.last().date())
            for s in self.briefing.sources
        }

    @cached_property
    def _of_record(self) -> Mapping[str, tuple[Cited, ...]]:
        found: dict[str, list[Cited]] = {}
        for cited in self.briefing.cited:
            found.setdefault(cited.record, []).append(cited)
        return {record: tuple(all_) for record, all_ in found.items()}

    def ground(self, citation: VerifiedCitation) -> Ground:
        """The passage that a citation quotes, widened to whole sentences."""
        source = self.briefing.source(citation.source)
        anchor = citation.anchor
        _, owners, *_ = self._fields_of(source.source)
        quoted = (
            citation.speaker is not None
            and f"actor:{citation.speaker}" not in owners
            and not TOLD_US.search(source.document.raw, anchor.start, anchor.end)
        )
        name = (citation.source, anchor.start, anchor.end, quoted)
        kept = self._grounds.get(name)
        if kept is None:
            raw = source.document.raw
            if len(anchor.parts) == 1:
                first, last = sentence_around(raw, anchor.start, anchor.end)
                text = raw[first:last]
            else:
                spans = [sentence_around(raw, part.start, part.end) for part in anchor.parts]
                text = " … ".join(dict.fromkeys(raw[first:last] for first, last in spans))
            reading = read(text, self.known_in(citation.source, quoted=quoted))
            kept = self._grounds[name] = (
                reading,
                raw[anchor.start : anchor.end],
                source.document.location(anchor.start),
                frozenset(_named(reading, citation.source)),
            )
        speakers = tuple(id for id in (citation.speaker, citation.via) if id is not None)
        issued = self._issued[citation.source]
        before = _named_before(kept[0], source.document.raw, anchor.start)
        return Ground(*kept, citation.source, issued, speakers, before)

    def words_of(self, entity: str) -> frozenset[str]:
        """The keys of the words in an actor's names and public role, and its parent's name.

        None for anything else.
        """
        return self._words_of.get(entity, frozenset())

    @cached_property
    def _words_of(self) -> Mapping[str, frozenset[str]]:
        actors = self.briefing.summaries.actors
        names = {actor.id: actor.name for actor in actors}
        return {
            f"actor:{actor.id}": _keys(
                (
                    actor.name,
                    actor.public_role or "",
                    names.get(actor.parent or "", ""),
                    *(alias.text for alias in actor.aliases),
                )
            )
            for actor in actors
        }

    def roles_of(self, entity: str) -> frozenset[str]:
        """The roles (see `prose.roles`) in the names and the public role of an actor."""
        kept = self._roles.get(entity)
        if kept is None:
            groups = (ROLES.get(word) for word in self.words_of(entity))
            kept = self._roles[entity] = frozenset(group for group in groups if group)
        return kept

    def roles_in(self, source: str) -> frozenset[str]:
        """The roles that a document names, anywhere in it."""
        kept = self._roles.get(source)
        if kept is None:
            read = words(self.briefing.source(source).document.raw)
            kept = frozenset(ROLES[word.low] for word in read if word.low in ROLES)
            self._roles[source] = kept
        return kept

    @cached_property
    def _role_of(self) -> Mapping[str, frozenset[str]]:
        return {
            f"actor:{actor.id}": frozenset(
                key(word.text) for word in words(actor.public_role) if word.is_capitalised
            )
            for actor in self.briefing.summaries.actors
            if actor.public_role and actor.type is v.ActorType.PERSON
        }

    @cached_property
    def _actors_by_key(self) -> Mapping[str, frozenset[str]]:
        found: dict[str, set[str]] = {}
        for actor in self.briefing.summaries.actors:
            named = words(actor.name)
            if len(named) == 1:
                found.setdefault(key(named[0].text), set()).add(f"actor:{actor.id}")
        return {name: frozenset(ids) for name, ids in found.items()}

    def names(self, reading: Reading) -> dict[int, frozenset[str]]:
        """What each name of a text may stand for, by the place of its first word.

        Words in lower case count as names where they are an actor's alias (*the council*).
        """
        found: dict[int, frozenset[str]] = {}
        for mention in reading.mentions:
            if self._is_other_body(reading, mention):
                if mention.keys:
                    found[mention.first] = frozenset(mention.keys)
                continue
            if reading.words[mention.first].low in FIRST_PERSON and in_quotation(
                reading.text, reading.words[mention.first].start
            ):
                continue  # whoever is quoted, and not who quotes them
            word = reading.words[mention.first]
            if word.low in _SIDES and len(mention.entities) > 1 and not word.is_capitalised:
                continue  # *from the other side*
            ids = {entity.partition("@")[0] for entity in mention.entities} | set(mention.keys)
            for name in mention.keys:
                ids |= bases(name)
                ids |= self._actors_by_key.get(name, frozenset())
            ids = _named_whole(reading, mention, found) or ids
            ids |= _company_before(reading, mention, found)
            if mention.keys or any(id.startswith("actor:") for id in ids):
                found[mention.first] = frozenset(ids)
        return found

    def _is_other_body(self, reading: Reading, mention: Mention) -> bool:
        """Whether *office* is not the briefing's own: *an office*, *the Office for Trade*."""
        if mention.last - mention.first > 1 or not mention.first:
            return False
        word, before = reading.words[mention.first], reading.words[mention.first - 1]
        if (
            mention.entities != self._bodies.get(word.low, set())
            or not mention.entities
            or word.breaks
        ):
            return False
        another = before.is_capitalised and not before.opens
        of_another = [
            *(w.low in OF for w in reading.words[mention.last : mention.last + 1]),
            *(w.is_capitalised for w in reading.words[mention.last + 1 : mention.last + 2]),
        ]
        return (
            before.low in _ANY
            or before.text.endswith(("'s", "’s"))
            or another
            or (word.is_capitalised and of_another == [True, True])
        )

    def one_for_other(self, names: frozenset[str], others: frozenset[str]) -> bool:
        """Whether two names stand for one, or a person for whom its public role speaks for."""
        if not names.isdisjoint(others) and not _are_two(names, others):
            return True
        return any(
            not self._role_of.get(entity, frozenset()).isdisjoint(
                others if entity in names else names
            )
            for entity in names | others
            if entity.startswith("actor:")
        )

    def bonds(self, reading: Reading) -> Bonds:
        """What names are bound to which words in a text (see `parties`)."""
        kept = self._bonds.get(reading)
        if kept is None:
            kept = self._bonds[reading] = bonds_of(reading, self.names(reading), self.known)
        return kept

    def sides(self, reading: Reading) -> Sides:
        """The names before and after each word of a text (see `parties`)."""
        kept = self._sides.get(reading)
        if kept is None:
            kept = self._sides[reading] = sides_of(reading, self.names(reading))
        return kept

    def footing(self, citations: Iterable[VerifiedCitation], *holders: str | None) -> Footing:
        """What the citations give to rest on, and the names of the holders."""
        unique = {(c.source, c.anchor.parts, c.speaker, c.via): c for c in citations}
        grounds = _with_years(tuple(self.ground(citation) for citation in unique.values()))
        sources = tuple(
            self.briefing.source(id).source for id in dict.fromkeys(g.source for g in grounds)
        )
        entities = {f"actor:{id}" for id in holders if id}
        keys: set[str] = set()
        fields: set[str] = set()
        titles: set[str] = set()
        owners: set[str] = set()
        for ground in grounds:
            for id in ground.speakers:
                entities.add(f"actor:{id}")
                fields |= self._names_of(id)
            entities |= ground.named
            keys |= ground.reading.keys
        for source in sources:
            of_source = self._fields_of(source)
            entities |= of_source[0]
            owners |= of_source[1]
            fields |= of_source[2]
            titles |= of_source[3]
        return Footing(
            grounds,
            sources,
            frozenset(entities | owners),
            frozenset(keys),
            frozenset(fields),
            frozenset(titles),
            frozenset(owners),
        )

    def _fields_of(self, source: Source) -> tuple[frozenset[str], ...]:
        """The ids of a source's publishers and of those behind it, its names' keys, its title's."""
        kept = self._fields.get(source.id)
        if kept is None:
            publishers = [name for name in (source.publisher, source.agency) if name]
            behind = [name for name in (*publishers, source.owner, *source.author) if name]
            owners = {id for name in behind for id in self._bearers(name)}
            if source.party_affiliation:
                owners.add(f"actor:{source.party_affiliation}")
            kept = self._fields[source.id] = (
                frozenset(f"publisher:{name}" for name in publishers),
                frozenset(owners),
                _keys([*behind, *(name.replace("Ministry", "Minister") for name in behind)]),
                _keys([source.title]),
            )
        return kept

    def places_of_issue(self, id: str) -> frozenset[str]:
        """The places whence a document is dated: *Kell, 16 June*, *LISSEL, June 5 (Tideway)*."""
        kept = self._places.get(id)
        if kept is None:
            raw = self.briefing.source(id).document.raw
            kept = self._places[id] = frozenset(
                f"place:{place.name}"
                for place in self.briefing.summaries.briefing.places
                for name in (place.name, *place.also)
                if re.search(rf"(?mi)^{re.escape(name)}(?:,|\s\()[^\n]*\d", raw)
            )
        return kept

    def publishers(self, footing: Footing) -> frozenset[str]:
        """The ids of those who publish the sources, and of none from whom they have it."""
        return frozenset(
            id
            for source in footing.sources
            for id in (f"publisher:{source.publisher}", *self._bearers(source.publisher))
        )

    def tellers(self, footing: Footing) -> frozenset[str]:
        """Those who publish or write the sources, or from whom they have it."""
        return frozenset[str]().union(*(self.tellers_of(source.id) for source in footing.sources))

    def tellers_of(self, id: str) -> frozenset[str]:
        """Those who publish or write a source, or from whom it has what it tells.

        With them whoever of theirs holds an office that it names: a ministry's, *The Minister*.
        """
        publishers, owners, *_ = self._fields_of(self.briefing.source(id).source)
        officers = (one for owner in owners for one in self._people_of.get(owner, ()))
        named = self.roles_in(id)
        return publishers | owners | {one for one in officers if self.roles_of(one) & named}

    @cached_property
    def _people_of(self) -> Mapping[str, Sequence[str]]:
        found: dict[str, list[str]] = {}
        for actor in self.briefing.summaries.actors:
            if actor.type is v.ActorType.PERSON and actor.parent:
                found.setdefault(f"actor:{actor.parent}", []).append(f"actor:{actor.id}")
        return found

    def _names_of(self, id: str) -> frozenset[str]:
        """The keys of the words in the name and the public role of an actor or source."""
        kept = self._named.get(id)
        if kept is None:
            record = self.record(id) if self.briefing.knows(id) else None
            named = (record.name, record.public_role) if isinstance(record, Actor) else ()
            kept = self._named[id] = _keys(name for name in named if name)
        return kept

    def _bearers(self, name: str) -> Iterable[str]:
        """The ids of those who have a name, or its part before an *of* or a comma.

        *Army of the Republic of Kestria* is that of the *Army of Kestria*, too.
        """
        names = name, without_realm(name), name.partition(",")[0]
        return next((found for one in names if (found := self._bearers_of(one))), ())

    def _bearers_of(self, name: str) -> Iterable[str]:
        named = tuple(word.low for word in words(name))
        named = named[1:] if named[:1] == ("the",) and len(named) > 1 else named
        for size in range(len(named), 0, -1):
            if named[size : size + 1] in _ENDS_A_NAME:
                length, ids = self.known.longest(named[:size], 0)
                if length == size and (actors := {id for id in ids if id.startswith("actor:")}):
                    return actors
        return ()

    def record(self, id: str) -> Record | Source:
        """The record or source with this id."""
        return self.briefing.source(id).source if id in self._issued else self.briefing.record(id)

    def citations_of(self, cited: Cited) -> tuple[VerifiedCitation, ...]:
        """What a sentence cites, itself and through what it rests on."""
        found = list(cited.citations)
        if isinstance(cited.origin, Statement):
            found.extend(self.resting(cited.origin.rests_on))
        return tuple(found)

    def resting(self, targets: Iterable[str]) -> Iterator[VerifiedCitation]:
        """The citations of the records and statements that something rests on."""
        for target in targets:
            if "." in target:
                yield from self.briefing.cited_as(target).citations
            else:
                yield from self.of_record(target)

    def of_record(self, record: str) -> Iterator[VerifiedCitation]:
        """Every citation of a record."""
        for cited in self._of_record.get(record, ()):
            yield from cited.citations
        if self.briefing.knows(record):
            affected = self.briefing.record(record) if record not in self._issued else None
            if isinstance(affected, Discrepancy) and affected.assessment:
                yield from (
                    citation
                    for target in affected.assessment.rests_on
                    if "." in target
                    for citation in self.briefing.cited_as(target).citations
                )


def _with_years(grounds: tuple[Ground, ...]) -> tuple[Ground, ...]:
    """Passages that know the years of the dates in others of their documents."""
    years: dict[str, set[int]] = {}
    for ground in grounds:
        named = {w.year for w in ground.reading.whens if w.kind is Kind.DAY and w.year}
        years.setdefault(ground.source, set()).update(named)
    return tuple(
        replace(ground, years=frozenset(years[ground.source])) if years[ground.source] else ground
        for ground in grounds
    )


def _are_two(names: frozenset[str], others: frozenset[str]) -> bool:
    """Whether two names are those of two actors, each with a word that the other lacks."""
    one, other = ({id for id in some if id.startswith("actor:")} for some in (names, others))
    if not one or not other or one & other:
        return False
    return all(
        any(":" not in name and bases(name).isdisjoint(there) for name in here)
        for here, there in ((names, others), (others, names))
    )


def _named(reading: Reading, source: str) -> Iterator[str]:
    """What the names of a passage stand for, but for names that only other sources use so."""
    for mention in reading.mentions:
        if reading.words[mention.first].low in _SIDES:
            continue  # a *Party* is one of them, and names none
        for entity in mention.entities:
            plain, _, only_in = entity.partition("@")
            if not only_in or only_in == source:
                yield plain


def _named_before(reading: Reading, raw: str, start: int) -> tuple[When, ...]:
    """The date to which *that day* and the like point back, if the passage has none itself."""
    dates = (Kind.DAY, Kind.MONTH)
    if not _THAT_DAY.search(reading.text) or any(w.kind in dates for w in reading.whens):
        return ()
    earlier = [w for w in whens(raw[max(0, start - _NEAR_ENOUGH) : start]) if w.kind in dates]
    return tuple(earlier[-1:])


def _named_whole(
    reading: Reading, mention: Mention, names: Mapping[int, frozenset[str]]
) -> set[str]:
    """Who was named in full before: *the Defence Ministry regretted it, the ministry said*."""
    word = reading.words[mention.first]
    if mention.last - mention.first > 1 or word.is_capitalised:
        return set()
    for other in reversed([m for m in reading.mentions if m.last <= mention.first]):
        first, last = reading.words[other.first], reading.words[other.last - 1]
        if other.last - other.first > 1 and word.low in (first.low, last.low):
            return set(names.get(other.first, ()))
    return set()


def _company_before(
    reading: Reading, mention: Mention, names: Mapping[int, frozenset[str]]
) -> frozenset[str]:
    """Who else *the company* may be: one that was named before, and not as a council or the like.

    *Ardell refused to pay; they were meant to last, the company said.*
    """
    if mention.last - mention.first > 1 or reading.words[mention.first].low not in _FIRMS:
        return frozenset()
    for other in reversed([m for m in reading.mentions if m.last <= mention.first]):
        lows = {word.low for word in reading.words[other.first : other.last]}
        found = names.get(other.first, frozenset())
        if any(id.startswith("actor:") for id in found) and other.keys:
            return found if lows.isdisjoint(_BODIES) else frozenset()
    return frozenset()


_FIRMS = frozenset("company firm operator builder owner carrier insurer contractor".split())
_BODIES = frozenset(
    "agency army assembly association authority board bureau cabinet centre chamber coalition "
    "commission committee congress council court department directorate federation force front "
    "government guard inspectorate institute league minister ministry mission movement "
    "municipality navy observatory office panel parliament party police president service "
    "society tribunal union".split()
)
"""Nouns that tell of a body that it is no company."""


def _keys(names: Iterable[str]) -> frozenset[str]:
    return frozenset(key(word.text) for name in names for word in words(name))

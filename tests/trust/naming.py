"""Who and what a briefing names, and where its sentences name them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache, cached_property

import english

from quoteproof.model.summaries import Actor, Position, Statement
from quoteproof.model.verified import VerifiedBriefing
from quoteproof.model.vocabulary import ActorType

# A name that is both a government's and a place is a place after one of these.
_WHERE = re.compile(r"\b(?:in|at|near|from|through|outside|into|towards?|off)\s+$")
_ROAD = re.compile(r"\b(?:highway|road|M\d+)\b")
_WATER = re.compile(r"\b(?:River|Sound|Lake|Strait|Dam)\b")


_SHORT = re.compile(r"The [A-Z][\w-]+")
"""A body's short name, which is none without its article: *The Service*."""
PLACES = ("place", "road", "water")


@dataclass(frozen=True, slots=True)
class Name:
    """A way to name an entity: its words without an article, and whether it takes one."""

    words: str
    entity: str
    sort: str  # body, person, population, media, place, road, water, people (as in “Turkish”)
    article: bool
    plural: bool

    @property
    def is_place(self) -> bool:
        return self.sort in PLACES

    @property
    def is_proper(self) -> bool:
        """Whether it can stand alone: “Syrian army” would want an article, “troops” an owner."""
        small = {"of", "for", "and"}
        return all(word[0].isupper() or word in small for word in self.words.split())

    @property
    def whole(self) -> str:
        return f"the {self.words}" if self.article else self.words


@dataclass(frozen=True, slots=True)
class Named:
    """Where a text names an entity: the span has the article with it."""

    start: int
    end: int
    name: Name


class Names:
    """Every name in a briefing, found and chosen from in the same order each time."""

    def __init__(self, briefing: VerifiedBriefing) -> None:
        self.found_in = cache(self._found_in)
        self.in_use = cache(self._in_use)
        self._found_only: set[str] = set()  # never put for another
        self._texts = [
            text
            for cited in briefing.cited
            if isinstance(cited.origin, Statement | Position)
            for text in texts_of(cited.origin).values()
        ]
        self._all = [*self._texts, *(source.document.raw for source in briefing.sources)]
        self.parents = {actor.id: actor.parent for actor in briefing.summaries.actors}
        self.names = tuple(self._collected(briefing))
        the: Counter[str] = Counter()
        every: Counter[str] = Counter()
        for text in self._all:
            for match in self._finder.finditer(text):
                every[match["words"]] += 1
                # “the Astana talks”: that article is the talks'.
                attributive = re.match(r" [a-z]", text[match.end() :]) is not None
                place = any(name.is_place for name in self._by_words[match["words"]])
                the[match["words"]] += match["the"] is not None and not (attributive and place)
        del self.__dict__["_by_words"]
        self.names = tuple(
            replace(
                name,
                article=name.article
                or (name.sort != "people" and the[name.words] * 2 > every[name.words]),
            )
            for name in self.names
        )

    def _collected(self, briefing: VerifiedBriefing) -> Iterable[Name]:
        summaries = briefing.summaries
        heads: Counter[str] = Counter(head for actor in summaries.actors for head in _heads(actor))
        # “the company” is whichever was named last, though only one has it in its name.
        companies = sum(actor.type is ActorType.COMPANY for actor in summaries.actors)
        heads["company"] += companies > 1
        found: dict[tuple[str, str], Name] = {}

        def add(words: str, entity: str, sort: str, article: bool = False) -> None:
            words = re.sub(r"^(?:The|the|A|An) ", "", words)
            if (words, sort) not in found:
                found[words, sort] = Name(words, entity, sort, article, _is_plural(words))

        # Before actors: a publisher may be an actor, too.
        for source in summaries.sources:
            affiliated = {actor.name: actor.id for actor in summaries.actors}
            entity = affiliated.get(source.publisher, f"publisher {source.publisher}")
            if entity.startswith("publisher"):
                add(source.publisher, entity, "media")
        for actor in summaries.actors:
            sort = _sort(actor)
            for words in (actor.name, *(alias.text for alias in actor.aliases)):
                if _is_clean(words):
                    short = sort == "body" and _SHORT.fullmatch(words) is not None
                    add(words, actor.id, sort, article=short)
                    if sort == "person" and " of " in words:
                        add(words[0].lower() + words[1:], actor.id, sort)
            if sort == "person" and re.fullmatch(r"[A-Z][\w'-]+( [A-Z][\w'-]+)+", actor.name):
                add(actor.name.split()[-1], actor.id, sort)
            for head in _heads(actor):
                if heads[head] == 1:
                    name = Name(head, actor.id, sort, True, False)
                    found.setdefault((head, sort), name)
        before_of = [(_before_of(actor), actor) for actor in summaries.actors]
        for words, actor in before_of:
            if words and [short for short, _ in before_of].count(words) == 1:
                add(words, actor.id, _sort(actor))
                self._found_only.add(words)
        for place in summaries.briefing.places:
            for words in (place.name, *place.also):
                sort = (
                    "road" if _ROAD.search(words) else "water" if _WATER.search(words) else "place"
                )
                add(words, f"place {place.name}", sort)
        for people in english.PEOPLES:
            if any(re.search(rf"\b{people}\b", text) for text in self._texts):
                add(people, f"people {people}", "people")
        yield from found.values()

    @cached_property
    def _finder(self) -> re.Pattern[str]:
        words = sorted({name.words for name in self.names}, key=lambda w: (-len(w), w))
        return re.compile(
            rf"(?:\b(?P<the>[Tt]he )|\b)(?P<words>{'|'.join(map(re.escape, words))})(?!\w)"
        )

    @cached_property
    def _by_words(self) -> dict[str, tuple[Name, ...]]:
        by_words: dict[str, list[Name]] = {}
        for name in self.names:
            by_words.setdefault(name.words, []).append(name)
        return {words: tuple(names) for words, names in by_words.items()}

    def _found_in(self, text: str) -> list[Named]:
        """Where a text names entities, in order; the longest name where several begin."""
        found = []
        for match in self._finder.finditer(text):
            words = match["words"]
            name = self._meant(self._by_words[words], text[: match.start()])
            short = words in english.HEADS or (name.article and " " not in words)
            if short and not match["the"]:
                continue  # the *Service* of *Prison Service*
            # “the Turkish army”, “the Astana talks”: the article belongs to what follows.
            attributive = not name.article and (name.is_place or name.sort == "people")
            start = match.start("words") if attributive else match.start()
            found.append(Named(start, match.end(), name))
        return found

    @staticmethod
    def _meant(names: tuple[Name, ...], before: str) -> Name:
        where = bool(_WHERE.search(before))
        for name in names:
            if name.is_place == where:
                return name
        return names[0]

    def _in_use(self, sort: str) -> list[Name]:
        """The names of a sort that the briefing's own sentences use, in their order."""
        return [
            name
            for name in self.names
            if name.sort == sort
            and name.words not in self._found_only
            and (name.is_proper or name.plural)
            and any(re.search(rf"\b{re.escape(name.words)}(?!\w)", text) for text in self._texts)
        ]

    def kin(self, entity: str) -> set[str]:
        """An entity and those above and below it: what one said, its parent may be said to say."""
        kin = {entity, *(child for child, parent in self.parents.items() if parent == entity)}
        above = self.parents.get(entity)
        while above is not None:
            kin.add(above)
            above = self.parents.get(above)
        return kin


def texts_of(citing: Statement | Position) -> dict[str, str]:
    """The texts of a statement or position that a mutation may change, by field."""
    if isinstance(citing, Statement):
        return {"text": citing.text}
    fields = {"value": citing.value, "text": citing.text}
    return {field: text for field, text in fields.items() if text}


def _sort(actor: Actor) -> str:
    match actor.type:
        case ActorType.MEDIA | ActorType.PERSON | ActorType.POPULATION:
            return str(actor.type)
        case _:
            return "body"


def _heads(actor: Actor) -> list[str]:
    """The noun by which a body is named for short, in the singular and lower case."""
    words = re.split(r" (?:of|for) ", actor.name)[0].split()
    head = words[-1].lower()
    return (
        [head]
        if _sort(actor) == "body" and len(actor.name.split()) > 1 and head in english.HEADS
        else []
    )


def _before_of(actor: Actor) -> str:
    """The short name of a body: *International Mission* of *International Mission for Kell*."""
    short = re.split(r" (?:of|for|on|to) ", actor.name)[0]
    words = short.split()
    whole = short == actor.name or len(words) < 2 or not all(word[0].isupper() for word in words)
    return "" if whole or _sort(actor) != "body" or not _is_clean(short) else short


def _is_clean(words: str) -> bool:
    """Whether it is one name, and no phrase that a source has for several or for a slur."""
    return words[0].isupper() and not re.search(r"[\"“”()]| and |'s ", words)


def _is_plural(words: str) -> bool:
    last = words.split()[-1]
    return last in {"people", "police"} or (last[0].islower() and last.endswith("s"))

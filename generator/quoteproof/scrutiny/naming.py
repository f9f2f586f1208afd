"""Whom a sentence names: actors by their names, other names and offices, and publishers.

What is asked here needs the rules of English.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from quoteproof.model import vocabulary as v
from quoteproof.model.summaries import Actor
from quoteproof.model.verified import VerifiedBriefing
from quoteproof.scrutiny.prose.names import key
from quoteproof.scrutiny.prose.roles import ROLES
from quoteproof.scrutiny.telling import tells

_WORD = re.compile(r"[^\W_]+(?:[-.][^\W_]+)*")
_OF = re.compile(r"\s(?:of|for|in|at|on|into|to|from|with|by|against|between|under)\s")
_ASIDE = re.compile(r"\([^)]*\)")
_POSSESSIVE = re.compile(r"['’]s\b")
_EMPTY = frozenset("a an the of for and in on to by at from with s its".split())
_PRONOUNS = frozenset("he she it they his her their him them this that these those".split())
_COMMON = frozenset(
    "new news daily times post press media agency state national united republic free the".split()
)
"""Capitalised in names, and no name by themselves."""
_PARTICLES = frozenset("al bin bint ibn abu de del della da di du la le van von der den el".split())
_POINTING = frozenset("a an the its his her their this that".split())
_PUBLISHER = "publisher "
_FEW = 8
"""A word that more names than this have tells nobody."""
_PHRASE = 3
"""How many words after an article may be what it points at: “the Lomsey harbour office”."""
_SLACK = 3
"""How many words may stand between those of a name: “Turkey's long-serving defence minister”."""


class Naming:
    """The names of a briefing's actors and publishers, ready to be looked for in a sentence."""

    def __init__(self, briefing: VerifiedBriefing) -> None:
        summaries = briefing.summaries
        actors = summaries.actors
        self._names: dict[str, tuple[frozenset[str], ...]] = {
            actor.id: tuple(_forms(_texts(actor))) for actor in actors
        }
        bearing = {_bare(text): actor for actor in actors for text in _texts(actor)}
        for source in summaries.sources:
            for name in (source.publisher, source.agency, *source.author):
                if name:
                    actor = bearing.get(_bare(name))
                    called = [name, *(_texts(actor) if actor else ())]
                    who = _publisher(name) if name == source.publisher else name
                    self._names.setdefault(who, tuple(_forms(called)))
        self._forms = {form for forms in self._names.values() for form in forms}
        self._kin = _kindred(actors)
        self._roles = _only_roles(actors)
        self._heads = {actor.id: _head(actor.name) for actor in actors}
        for source in summaries.sources:
            self._heads[_publisher(source.publisher)] = _head(source.publisher)
        own = {actor.id: _own_texts(actor) for actor in actors}
        own |= {who: [who.removeprefix(_PUBLISHER)] for who in self._names if who not in own}
        self._own = self._telling(own)

    def names(self, text: str, who: str) -> bool:
        """Whether a text names an actor (by id), or an agency or publisher, with its own name.

        A part of a name will do where no other has it (“Akar”, “Passenger Watch”), and what it is
        where the sentence points at it (“the agency”).
        """
        words, telling, pointed = _read(text)
        if self._own.get(who, frozenset()) & telling or self._heads.get(who) in pointed:
            return True
        if who in self._roles and any(ROLES.get(word) == self._roles[who] for word in pointed):
            return True
        found = set(words)
        names = self._names[who] if who in self._names else _forms([who])
        return any(form <= found and _together(form, words) for form in names)

    def names_publisher(self, text: str, publisher: str) -> bool:
        """Whether a text names a publisher."""
        return self.names(text, _publisher(publisher))

    def names_party_of(self, text: str, who: str) -> bool:
        """Whether, by a text, someone says so for whom an actor speaks, or who speaks for it.

        “Turkey said” and “the Russian statement” name their ministers; so does “his ministry said”,
        where the text names him.
        """
        return tells(text) and any(self.names(text, kin) for kin in self._kin.get(who, ()))

    def names_another(self, name: str, than: Iterable[str]) -> bool:
        """Whether a name is one that the briefing knows, and is not a part of certain names.

        *Norrvik* is not another than *Harbour office of Norrvik*.
        """
        form = _form(name)
        return form in self._forms and not any(form <= _form(other) for other in than)

    def _telling(self, own: Mapping[str, list[str]]) -> dict[str, frozenset[str]]:
        """The words, and pairs of words, of each name that no other name has.

        Those who belong to each other, or are actor and publisher at once, may share them.
        """
        parts = {who: set(_parts(texts)) for who, texts in own.items()}
        having: dict[str, list[str]] = defaultdict(list)
        for who, names in self._names.items():
            for part in set().union(*names) | parts[who]:
                having[part].append(who)

        def tells(part: str, who: str) -> bool:
            others = having[part]
            return len(others) <= _FEW and all(
                other == who
                or other in self._kin.get(who, ())
                or who in self._kin.get(other, ())
                or (_PUBLISHER in who + other and set(self._names[who]) & set(self._names[other]))
                for other in others
            )

        return {
            who: frozenset(part for part in found if part not in _COMMON and tells(part, who))
            for who, found in parts.items()
        }


def is_personal(name: str) -> bool:
    """Whether a person's name is one: not “Senior official of the agency”, “Deckhand”, “Mayor”."""
    words = _ASIDE.sub(" ", name).split()
    if all(word.casefold() in ROLES for word in words):
        return False
    return _ASIDE.search(name) is None and all(
        word[0].isupper() or word.casefold() in _PARTICLES or "-" in word for word in words
    )


def _bare(name: str) -> frozenset[str]:
    """What a publisher that is an actor as well shares: *Navy of the Republic of Tesmar*."""
    return _form(name) - {"republic"}


def _publisher(name: str) -> str:
    return f"{_PUBLISHER}{name}"


def _head(name: str) -> str | None:
    """What somebody is, by a name of several words: *agency*, *ministry*, *official*; else None."""
    words = _words(_OF.split(_ASIDE.sub(" ", name))[0])
    if len(_words(name)) < 2 or not words:
        return None
    return key(words[-1])


def _only_roles(actors: Iterable[Actor]) -> dict[str, str]:
    """The role by which each actor may be called: the one that no other actor has."""
    roles = {
        actor.id: {
            ROLES[word]
            for text in _texts(actor)
            for word in map(str.lower, _words(_OF.split(_ASIDE.sub(" ", text))[0])[-1:])
            if word in ROLES
        }
        for actor in actors
    }
    having = Counter(role for found in roles.values() for role in found)
    return {id: role for id, found in roles.items() for role in sorted(found) if having[role] == 1}


def _own_texts(actor: Actor) -> list[str]:
    spellings = [alias.text for alias in actor.aliases if alias.kind is v.AliasKind.SPELLING]
    return [actor.name, *spellings]


def _kindred(actors: Iterable[Actor]) -> dict[str, frozenset[str]]:
    """Those for whom each actor speaks, and those who speak for it."""
    speaks = (v.RelationKind.SPEAKS_FOR, v.RelationKind.LEADS, v.RelationKind.PART_OF)
    above: dict[str, list[str]] = defaultdict(list)
    below: dict[str, list[str]] = defaultdict(list)
    ids = [actor.id for actor in actors]
    for actor in actors:
        for id in (actor.parent, *(tie.to for tie in actor.relations if tie.kind in speaks)):
            if id is not None:
                above[actor.id].append(id)
                below[id].append(actor.id)
    return {id: frozenset(_reached(id, above)) | frozenset(below[id]) for id in ids}


@lru_cache(maxsize=256)
def _read(text: str) -> tuple[tuple[str, ...], frozenset[str], frozenset[str]]:
    """The words of a text in one form, those that may be a part of a name, and those pointed at.

    Parts of names are capitalised words, and pairs of them.
    """
    words = _words(text)
    keys = tuple(key(word) for word in words)
    capitals = [word[0].isupper() for word in words]
    pointed = (
        form
        for place, word in enumerate(words)
        if word.lower() in _POINTING
        for form in keys[place + 1 : place + 1 + _PHRASE]
    )
    named = (form for form, capital in zip(keys, capitals, strict=True) if capital)
    pairs = (
        f"{one} {two}"
        for one, two, first, second in zip(keys, keys[1:], capitals, capitals[1:], strict=False)
        if first and second
    )
    return keys, frozenset((*named, *pairs)), frozenset(pointed)


def _words(text: str) -> list[str]:
    return [match[0] for match in _WORD.finditer(_POSSESSIVE.sub(" ", text))]


def _reached(start: str, above: dict[str, list[str]]) -> Iterator[str]:
    seen = {start}
    todo = list(above.get(start, ()))
    while todo:
        id = todo.pop()
        if id not in seen:
            seen.add(id)
            yield id
            todo += above.get(id, ())


def _texts(actor: Actor) -> Iterator[str]:
    yield actor.name
    yield from (alias.text for alias in actor.aliases)
    if actor.public_role:
        yield actor.public_role


def _forms(texts: Iterable[str]) -> Iterator[frozenset[str]]:
    """The words of each name that matter; none of a name that a pronoun begins.

    Of *Administration of Kell, Press Office* those before the comma will do.
    """
    for text in (part for name in texts for part in dict.fromkeys((name, name.split(",")[0]))):
        words = _words(_ASIDE.sub(" ", text))
        if words and words[0].casefold() in _PRONOUNS:
            continue
        if form := _form(text):
            yield form


def _form(name: str) -> frozenset[str]:
    words = _words(_ASIDE.sub(" ", name))
    return frozenset(key(word) for word in words if word.casefold() not in _EMPTY)


def _parts(texts: Iterable[str]) -> Iterator[str]:
    """The words of names by which alone they may be called, and each two that stand together."""
    for text in texts:
        words = [word for word in _words(_ASIDE.sub(" ", text)) if word.casefold() not in _EMPTY]
        keys = [key(word) for word in words]
        yield from (form for form in keys if len(form) > 2)
        yield from (f"{one} {two}" for one, two in pairwise(keys))


def _together(form: frozenset[str], words: Sequence[str]) -> bool:
    """Whether all words of a name stand close to each other."""
    reach = len(form) + _SLACK
    return any(
        word in form and form <= set(words[place : place + reach])
        for place, word in enumerate(words)
    )

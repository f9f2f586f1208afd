"""How a briefing's actors, places and sources may be called.

By their names and aliases, and by what is made of them: *the council*, *the Lake Guard*, *Kestria's
defence ministry*.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from quoteproof.model import vocabulary as v
from quoteproof.model.summaries import Actor, Summaries
from quoteproof.scrutiny.naming import is_personal
from quoteproof.scrutiny.prose.names import SORTS_OF_PLACE, Gazetteer, demonyms
from quoteproof.scrutiny.prose.words import words

OF = ("of", "for", "in", "on", "to", "at", "against")
"""Words behind which a name tells more of somebody than what they are."""
_TWO = 2
"""How many words of a longer name are one still."""
_DESCRIBES = re.compile(r"-\w+ed\b")
"""What makes an alias a description, such as *Moscow-backed*."""
_REALM = re.compile(r"\bof (?:the )?(?:Republic|Kingdom|State) of ")
_OWNED = re.compile(
    r"(?P<what>[^,]+?)(?: of (?:the )?(?P<field>[^,]+?))? of (?P<owner>[A-Z][\w-]+)"
)


def known_names(summaries: Summaries) -> Gazetteer:
    """The names by which actors, places and sources are looked for in a text."""
    known = Gazetteer()
    for actor in summaries.actors:
        _add_names(known, actor)
    made = (
        _gathered(summaries.actors, _turned),
        bodies(summaries),
        _gathered(summaries.actors, _short),
    )
    for found in made:
        for name, ids in found.items():
            if len(ids) == 1:
                known.add(words(name), *ids)
    for place in summaries.briefing.places:
        for name in (place.name, *place.also):
            known.add(words(name), f"place:{place.name}")
    for source in summaries.sources:
        for publisher in (source.publisher, source.agency):
            if publisher:
                known.add(words(publisher), f"publisher:{publisher}")
    return known


def _add_names(known: Gazetteer, actor: Actor) -> None:
    id = f"actor:{actor.id}"
    plain, _, short = actor.name.partition(" (")
    known.add(words(plain), id)
    if short.isupper() or short.rstrip(")").isupper():
        known.add(words(short), id)
    if actor.type is v.ActorType.PERSON and is_personal(plain):
        known.add(words(plain)[-1:], id)
    for alias in actor.aliases:
        named = words(alias.text)
        capitals = sum(word.is_capitalised for word in named)
        if _DESCRIBES.search(alias.text) or (" and " in alias.text and capitals > 1):
            continue  # it names others within it, who are looked up by themselves
        proper = any(word.is_capitalised and not word.opens for word in named) or (
            len(named) == 1 and capitals == 1
        )
        for id_ in (id,) if proper or not alias.used_by else ():
            known.add(named, id_)
        for source in () if proper else alias.used_by:
            known.add(named, f"{id}@{source}")


def bodies(summaries: Summaries) -> Mapping[str, set[str]]:
    """The bodies that a plain *the council* or *the agency* may stand for, as ids."""
    found: dict[str, set[str]] = {}
    places = {word.low for place in summaries.briefing.places for word in words(place.name)}
    for actor in summaries.actors:
        named = words(_plain(actor))
        of = next((at for at, word in enumerate(named) if word.low in OF), len(named))
        head = named[of - 1]
        sort = head.is_capitalised and head.low not in SORTS_OF_PLACE | places
        if actor.type is not v.ActorType.PERSON and len(named) > 1 and sort:
            found.setdefault(head.low, set()).add(f"actor:{actor.id}")
    return found


def without_realm(name: str) -> str:
    """A name with its land alone: *Navy of Kestria*, for *Navy of the Republic of Kestria*."""
    return _REALM.sub("of ", name)


def _gathered(
    actors: Iterable[Actor], names_of: Callable[[Actor], Iterator[str]]
) -> Mapping[str, set[str]]:
    """The ids of those who may have each of the names made of an actor's."""
    found: dict[str, set[str]] = {}
    for actor in actors:
        for name in names_of(actor):
            found.setdefault(name, set()).add(f"actor:{actor.id}")
    return found


def _turned(actor: Actor) -> Iterator[str]:
    """A name whose end tells whose it is, with that before it: *Kestria's defence ministry*."""
    match = _OWNED.fullmatch(without_realm(_plain(actor)))
    if match is None:
        return
    for owner in (match["owner"], *demonyms(match["owner"])):
        if match["field"]:
            yield f"{owner} {match['field'].removesuffix(' Affairs')} {match['what']}"
            yield f"{owner} {match['what']} of {match['field']}"
        else:
            yield f"{owner} {match['what']}"


def _short(actor: Actor) -> Iterator[str]:
    """A body's name without its *of* or *for*, and its last two words.

    *The Syrian Observatory*; *the Lake Guard*, which is the Kastrian one.
    """
    if actor.type is v.ActorType.PERSON:
        return
    named = words(_plain(actor))
    of = next((at for at, word in enumerate(named) if word.low in OF), 0)
    if of > 1:
        yield actor.name[: named[of - 1].end]
    last = of or len(named)
    if last > _TWO and all(word.is_capitalised for word in named[:last]):
        yield actor.name[named[last - _TWO].start : named[last - 1].end]


def _plain(actor: Actor) -> str:
    """Without what stands in brackets behind it."""
    return actor.name.partition(" (")[0]

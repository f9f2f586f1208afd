"""Whether the names of a sentence, and the words that it quotes, stand in what it cites."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from quoteproof.diagnostics import codes
from quoteproof.scrutiny.facts.ground import Footing, Ground, Library
from quoteproof.scrutiny.facts.miss import Miss, Setting
from quoteproof.scrutiny.prose.names import SORTS_OF_PLACE, Mention, bases, key
from quoteproof.scrutiny.prose.reading import Reading
from quoteproof.scrutiny.prose.roles import ROLE_STEMS, ROLES
from quoteproof.scrutiny.prose.words import words as words_of
from quoteproof.scrutiny.telling import INSTRUMENTS

_WHERE = frozenset("in at near to from towards toward around outside inside across into".split())


_BEFORE_VERBS = frozenset("to we i they you".split())
"""After these a word such as *judge* or *pilot* is a verb."""


_POSSESSIVE = re.compile(r"['’]s$")
_PRONOUNS = frozenset("he she him his her hers".split())
"""A passage that speaks of somebody so does not say what they are."""


def role_misses(library: Library, reading: Reading, setting: Setting) -> Iterator[Miss]:
    """Somebody must not be called by a role that nobody has who is spoken of.

    That is: a role that no cited document has, or one beside which the passages name others.
    """
    for at, word in enumerate(reading.words):
        role = ROLES.get(word.low)
        if role in (None, "official") or (at and reading.words[at - 1].low in _BEFORE_VERBS):
            continue  # *an official* may be said of any of them
        if _POSSESSIVE.sub("", word.text).endswith(("s", "’", "'", "men")):
            continue  # *the fishermen's cooperative*; of several, each may be called otherwise
        if any(m.first <= at < m.last and m.last - m.first > 1 for m in reading.mentions):
            continue  # a part of a name, which is looked up as one
        grounds, entities = setting.footing.grounds, setting.footing.entities
        of_passages = {ROLES[low] for g in grounds for low in g.reading.lows if low in ROLES}
        of_others = {other for entity in entities for other in library.roles_of(entity)}
        if role in of_passages or role in of_others:
            continue
        if any(low.startswith(word.low[:-1]) for g in grounds for low in g.reading.lows):
            continue  # *president*, of the *presidency*
        if any(_does_its_work(word.low, g.reading) for g in grounds):
            continue
        pronouns = any(
            not _PRONOUNS.isdisjoint(ground.reading.lows)
            and not any(library.roles_of(f"actor:{id}") for id in ground.speakers)
            for ground in grounds
        )
        if (
            (of_passages and not pronouns)
            or _is_called_otherwise(library, reading, word.stem, grounds)
            or not any(role in library.roles_in(ground.source) for ground in grounds)
        ):
            yield Miss(
                codes.NAME_NOT_CARRIED,
                word.start,
                word.end,
                f"“{word.text}” stands in no passage that is cited here, nor in the fields of its "
                "source or speaker.",
            )


def _does_its_work(role: str, reading: Reading) -> bool:
    """Whether a verb tells of a role: *who commands the army*, of its *commander*."""
    verb = role.removesuffix("er").removesuffix("or")
    told = {verb + end for end in ("", "s", "d", "ed", "ing")}
    return _ROOT < len(verb) < len(role) and not told.isdisjoint(reading.lows)


def _is_called_otherwise(
    library: Library, reading: Reading, stem: str, grounds: tuple[Ground, ...]
) -> bool:
    """Whether the passages have another role of the same body: *a spokeswoman for the mission*."""
    bodies = [names for kind in _WHOSE for _, names in library.bonds(reading).get((kind, stem), ())]
    return any(
        kind in _WHOSE and other in ROLE_STEMS and library.one_for_other(names, theirs)
        for ground in grounds
        for (kind, other), sides in library.bonds(ground.reading).items()
        for _, theirs in sides
        for names in bodies
    )


_WHOSE = ("of", "for", "'s")


def name_misses(library: Library, reading: Reading, setting: Setting) -> Iterator[Miss]:
    """The names that stand neither in a passage nor in a field of a source."""
    for mention in reading.mentions:
        if (
            _only_class(reading, mention)
            or _is_common(library, reading, mention, setting)
            or _is_text(reading, mention, setting.titles)
            or _is_in_a_title(reading, mention, setting.footing)
        ):
            continue
        if mention.keys and not (
            _named(library, reading, mention, setting)
            or _is_where_it_writes(library, reading, mention, setting.footing)
            or _shortened(reading, mention, setting.footing)
            or _is_whole_elsewhere(library, reading, mention, setting.footing)
        ):
            shown = reading.shown(mention.first, mention.last)
            place = any(entity.startswith("place:") for entity in mention.entities) and _is_place(
                reading, mention
            )
            code = codes.PLACE_NOT_CARRIED if place else codes.NAME_NOT_CARRIED
            yield Miss.of_words(
                code,
                reading,
                (mention.first, mention.last),
                f"“{shown}” stands in no passage that is cited here, nor in the fields of its "
                "source.",
            )


def _only_class(reading: Reading, mention: Mention) -> bool:
    """Whether a word only says what sort of thing the name beside it is: *the River Tarnel*."""
    if mention.last - mention.first != 1 or mention.keys[:1] not in [(c,) for c in SORTS_OF_PLACE]:
        return False
    words = reading.words
    beside = words[max(0, mention.first - 1) : mention.first] + words[mention.last :][:1]
    return any(word.is_capitalised for word in beside)


def _is_common(library: Library, reading: Reading, mention: Mention, setting: Setting) -> bool:
    """Whether only its place at the head of a sentence gives a word its capital: *Depositors*."""
    word = reading.words[mention.first]
    if mention.last - mention.first != 1 or not word.opens:
        return False
    low = re.compile(rf"\b{re.escape(word.low)}\b")
    raws = (library.briefing.source(g.source).document.raw for g in setting.footing.grounds)
    return any(low.search(raw) for raw in raws)


def _is_text(reading: Reading, mention: Mention, titles: Mapping[str, Collection[str]]) -> bool:
    """Whether it is *the Act* of an agreement's title, or stands in one that is told in full."""
    words, first, last = reading.words, mention.first, mention.last
    before = [word.low for word in words[max(0, first - 3) : first] if word.low != "the"]
    named_so = before[-1:] in (["on"], ["of"]) and not INSTRUMENTS.isdisjoint(before[-2:-1])
    having = (titles.get(word.low, ()) for word in words[first:last])
    for title in min(having, key=len):
        if named_so and reading.shown(first, last) in title:
            return True  # *the agreement on the Skarn Bank*
        if last - first == 1 and words[first].low in INSTRUMENTS and words[first].text in title:
            return True
        at = reading.text.find(title) if " " in title else -1
        if 0 <= at <= words[first].start and words[last - 1].end <= at + len(title):
            return True
    return False


def _is_in_a_title(reading: Reading, mention: Mention, footing: Footing) -> bool:
    """Whether a name stands in quotation marks, in the title of a source."""
    start, end = reading.words[mention.first].start, reading.words[mention.last - 1].end
    return any(
        quoted.start() < start
        and end < quoted.end()
        and any((quoted[1] or quoted[2]) in source.title for source in footing.sources)
        for quoted in _QUOTED.finditer(reading.text)
    )


def _is_whole_elsewhere(
    library: Library, reading: Reading, mention: Mention, footing: Footing
) -> bool:
    """Whether a name that nobody records stands in full in a document, and in part in a passage.

    *The Observer Group*, for the observers.
    """
    if mention.entities:
        return False
    words, first, last = reading.words, mention.first, mention.last
    while first and words[first - 1].is_capitalised and not words[first].breaks:
        first -= 1
    while last < len(words) and words[last].is_capitalised and not words[last].breaks:
        last += 1
    whole = reading.text[words[first].start : words[last - 1].end]
    documents = (library.briefing.source(g.source).document.raw for g in footing.grounds)
    known = footing.keys.union(
        word.low.removesuffix("s") for g in footing.grounds for word in g.reading.words
    )
    return any(
        _stands(key(word.text), known) for word in words[first:last] if word.is_content
    ) and any(whole in raw for raw in documents)


_CAPITALS = re.compile(r"[A-Z][^\W\d_]*(?:[\s-](?:(?:of|for|the|and|on|in)\s)*[A-Z][^\W\d_]*)+")


def _shortened(reading: Reading, mention: Mention, footing: Footing) -> bool:
    """Whether a name is the full form of initials in a passage, or the initials of a full form."""
    start, end = reading.words[mention.first].start, reading.words[mention.last - 1].end
    name = reading.text[start:end]
    texts = [ground.reading.text.replace(".", "") for ground in footing.grounds]
    if name.isupper() and len(name) > 1:
        full_forms = (match[0] for text in texts for match in _CAPITALS.finditer(text))
        return any(short.endswith(name) for full in full_forms for short in _initials(full))
    return any(
        re.search(rf"\b{short}\b", text)
        for full in _CAPITALS.finditer(reading.text)
        if full.start() <= start and end <= full.end()
        for short in _initials(full[0])
        for text in texts
    )


def _initials(name: str) -> set[str]:
    """*UN* and *UNO* alike: of the words with a capital, and of all."""
    parts = re.split(r"[\s-]", name)
    initials = "".join(part[0] for part in parts if part[0].isupper())
    return {initials, "".join(part[0] for part in parts).upper()}


def _is_place(reading: Reading, mention: Mention) -> bool:
    return mention.first > 0 and reading.words[mention.first - 1].low in _WHERE


def _named(library: Library, reading: Reading, mention: Mention, setting: Setting) -> bool:
    footing = setting.footing
    ids = {entity.partition("@")[0] for entity in mention.entities}
    place = any(entity.startswith("place:") for entity in ids)
    located = place and _is_place(reading, mention)
    fields = footing.fields if mention.entities else footing.fields | footing.titles
    if not located and all(_stands(name, fields) for name in mention.keys):
        return True
    if all(_stands(name, footing.keys) for name in mention.keys) and (
        mention.last - mention.first == 1 or _together(reading, mention, footing)
    ):
        return True
    if any(entity.startswith("place:") for entity in ids) and _is_place(reading, mention):
        return bool(ids & footing.entities & {i for i in ids if i.startswith("place:")})
    if ids & footing.entities:
        return True
    return all(
        _stands(name, footing.keys) or _beside_its_actor(library, reading, mention, name, footing)
        for name in mention.keys
    )


def _is_where_it_writes(
    library: Library, reading: Reading, mention: Mention, footing: Footing
) -> bool:
    """Whether it tells only where somebody is who writes from there: *the press office in Kell*."""
    words, at = reading.words, mention.first - 1
    if at < 1 or words[at].low not in ("in", "at") or words[at].breaks:
        return False
    beside = any(m.last == at and m.entities for m in reading.mentions)
    return (beside or words[at - 1].stem == "offic") and any(
        (
            words[at].low == "in"
            and not mention.entities.isdisjoint(library.places_of_issue(source.id))
        )
        or mention.keys == _town_of(source.publisher)
        for source in footing.sources
    )


def _town_of(publisher: str) -> tuple[str, ...]:
    """What stands behind a comma in a publisher's name: *Institute of Hydraulics, Harn*."""
    return tuple(key(word.text) for word in words_of(publisher.partition(",")[2]))


def _together(reading: Reading, mention: Mention, footing: Footing) -> bool:
    """Whether all the words of a name stand in one passage, or in the fields of the sources."""
    wanted = [
        key(word.text)
        for word in reading.words[mention.first : mention.last]
        if word.is_content or word.is_capitalised
    ]
    return any(
        all(_stands(name, ground.reading.keys) for name in wanted) for ground in footing.grounds
    )


def _stands(name: str, keys: frozenset[str]) -> bool:
    """Whether a name stands there, or that of its land or its people: *Kestria* and *Kestrian*."""
    return (
        name in keys
        or not keys.isdisjoint(bases(name))
        or any(name in bases(other) for other in keys if other.startswith(name[:_ROOT]))
    )


_ROOT = 4
"""How many letters a land and its people have in common, at the least."""


def _beside_its_actor(
    library: Library, reading: Reading, mention: Mention, name: str, footing: Footing
) -> bool:
    """Whether a name belongs to the public role or the names of an actor named just beside it."""
    for other in reading.mentions:
        near = min(abs(other.first - mention.last), abs(mention.first - other.last)) <= 4
        if not near or other is mention:
            continue
        for entity in other.entities:
            plain = entity.partition("@")[0]
            if plain in footing.entities and name in library.words_of(plain):
                return True
    return False


# Quoted words

_QUOTED = re.compile(r"[\"“„]([^\"“”„]+)[\"”]|(?<!\w)['‘]([^'‘’]{3,})['’](?!\w)")
_LETTERS = re.compile(r"[^\W_]+")


def quote_misses(reading: Reading, setting: Setting) -> Iterator[Miss]:
    """Words in quotation marks have to be a passage's own, letter for letter."""
    if not setting.footing.grounds:
        return
    texts: list[str] | None = None
    for match in _QUOTED.finditer(reading.text):
        if texts is None:
            texts = [_plain(g.reading.text) for g in setting.footing.grounds]
        quoted = _plain(match[1] or match[2])
        if any(quoted in _plain(source.title) for source in setting.footing.sources):
            continue  # it is called so
        if quoted.strip() and not any(quoted in text for text in texts):
            yield Miss(
                codes.QUOTED_WORDS,
                match.start(),
                match.end(),
                f"“{match[1] or match[2]}” stands in quotation marks here, and in no passage that "
                "is cited here.",
            )


def _plain(text: str) -> str:
    return f" {' '.join(_LETTERS.findall(text.lower()))} "

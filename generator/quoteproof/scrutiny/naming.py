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
from quoteproof.scrutiny.prose.words import FUNCTION_WORDS, forms

_WORD = re.compile(r"[^\W_]+(?:[-.][^\W_]+)*")
_CLAUSE_END = re.compile(r"[,;:.()“”\"]|\bthat\b")
_OF = re.compile(r"\s(?:of|for|in|at|on|into|to|from|with|by|against|between|under)\s")
_ASIDE = re.compile(r"\([^)]*\)")
_QUOTED = re.compile(r"[“”\"]|\bthat\b")
_SENTENCE_END = re.compile(r"[.;:!?](?:\s|$)")
_POSSESSIVE = re.compile(r"['’]s\b")
_EMPTY = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "for",
        "and",
        "in",
        "on",
        "to",
        "by",
        "at",
        "from",
        "with",
        "s",
        "its",
    ]
)
_PRONOUNS = frozenset(
    [
        "he",
        "she",
        "it",
        "they",
        "his",
        "her",
        "their",
        "him",
        "them",
        "this",
        "that",
        "these",
        "those",
    ]
)
_COMMON = frozenset(
    [
        "new",
        "news",
        "daily",
        "times",
        "post",
        "press",
        "media",
        "agency",
        "state",
        "national",
        "united",
        "republic",
        "free",
        "the",
    ]
)
"""Capitalised in names, and no name by themselves."""
_PARTICLES = frozenset(
    [
        "al",
        "bin",
        "bint",
        "ibn",
        "abu",
        "de",
        "del",
        "della",
        "da",
        "di",
        "du",
        "la",
        "le",
        "van",
        "von",
        "der",
        "den",
        "el",
    ]
)
_POINTING = frozenset(
    [
        "a",
        "an",
        "the",
        "its",
        "his",
        "her",
        "their",
        "this",
        "that",
    ]
)
_PUBLISHER = "publisher "
_FEW = 8
"""A word that more names than this have tells nobody."""
_PHRASE = 3
"""How many words after an article may be what it points at: “the Lomsey harbour office”."""
_SLACK = 3
"""How many words may stand between those of a name: “Turkey's long-serving defence minister”."""

_SAYING = re.compile(
    r"\b(?:sa(?:y|ys|id|ying)|stat(?:e|es|ed|ing|ements?)|report(?:s|ed|edly)?|t(?:ell|ells|old)"
    r"|announc\w*|according|accounts?|call(?:s|ed)?|sp(?:eak|eaks|oke)|wr(?:ite|ites|ote)"
    r"|confirm\w*|stress\w*|add(?:s|ed)|descri\w*|warn\w*|quot\w*|cit(?:e|es|ed|ing)|puts?"
    r"|claim\w*|not(?:e|es|ed|ing)|den(?:y|ies|ied)|hope[sd]?|ask(?:s|ed)|demand\w*|promis\w*"
    r"|explain\w*|view|name[sd]|list(?:s|ed)|giv(?:e|es|ing)|gave|records?|recorded"
    r"|repl(?:y|ies|ied)|argu(?:e|es|ed|ing)|maintain(?:s|ed)?|conten(?:d|ds|ded)|alleg(?:e|es|ed)"
    r"|conclude[sd]?|f(?:inds|ound)|estimate[sd]?|recommend\w*|urge[sd]?|declare[sd]?"
    r"|testif(?:y|ies|ied)|accuse[sd]?|complain(?:s|ed)?|submits|submitted|insist(?:s|ed)?)\b",
    re.IGNORECASE,
)
_NEAR = 5
"""How many words on either side of a word of saying are looked at for who says it."""
_WIDEST = 100
_THEIRS = re.compile(r"\b(?:his|her|its|their)\b", re.IGNORECASE)
_COLLECTIVE = re.compile(
    r"\b(?:accounts|sources|documents|articles|publishers|outlets|papers|newspapers|agencies"
    r"|(?:the|all|both|no|some|most|several|these|other|dated|two|three|four|five|six|seven|eight"
    r"|nine|ten|\d+)\s+(?:\w+\s+)?reports|all (?:two|three|four|five|six|seven|eight|nine|ten|\d+))"
    r"\b|(?:^|[.;:]\s)Reports\b",
    re.IGNORECASE,
)
"""Several sources at once; *reports* by itself may be what one of them does."""
_DOCUMENT = re.compile(
    r"\b(?:report|account|source|document|article|page|notice|text|sheet)\b", re.IGNORECASE
)


_SORTS = frozenset(
    "act announcement broadcast bulletin circular communique declaration decree factsheet interview"
    " leaflet letter memo memorandum minutes notice notification order petition protocol release"
    " resolution ruling speech statement transcript treaty accord".split()
)
"""What a document may be, by which its issuer is known: “the communiqué says”.

*Report* and *article* are none: a briefing has many, and each tells of others.
"""


def names_sources(text: str) -> bool:
    """Whether a sentence speaks of several sources together, such as “two reports”."""
    return _COLLECTIVE.search(text) is not None


def names_document(text: str) -> bool:
    """Whether a sentence speaks of its source, such as “the report is dated”."""
    return _DOCUMENT.search(text) is not None


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
        kindred = self._kin.get(who, ())
        for saying in _SAYING.finditer(text):
            near = _around(text, saying)
            looked_at = text if _THEIRS.search(near) else near
            if any(self.names(looked_at, kin) for kin in kindred):
                return True
        return False

    def tells_as(self, text: str, source: str) -> bool:
        """Whether a text has somebody say something who is in the words of its source.

        “A shopkeeper said” and “said the clinic” name the speaker as the source does.
        """
        told = {forms(word)[1] for word in _words(source)}
        sayings = tuple(_SAYING.finditer(text))
        if any(noun in told for saying in sayings for noun in _subject(text, saying)):
            return True
        speakers = {
            noun for saying in _SAYING.finditer(source) for noun in _subject_phrase(source, saying)
        }
        return any(noun in speakers for it in sayings for noun in _subject_phrase(text, it))

    def names_sort(self, text: str, document: str) -> bool:
        """Whether a text speaks of a document by what it is, as its particulars have it.

        “The communiqué says” and “the order provides” name who issued it, and so do two words of
        its title, “the field report”; `document` is what its title, genre and id say of it.
        """
        words = [key(word) for word in _words(document)]
        keys, _, pointed = _read(text)
        if pointed & _SORTS & set(words):
            return True
        own = set(pairwise(words))
        return any(
            pair in own and pair[0] in pointed and not _EMPTY.intersection(pair)
            for pair in pairwise(keys)
        )

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
    """Whether a person's name is one: not “Senior official of the agency” or “A deckhand”."""
    words = _ASIDE.sub(" ", name).split()
    return _ASIDE.search(name) is None and all(
        word[0].isupper() or word.casefold() in _PARTICLES or "-" in word for word in words
    )


def _bare(name: str) -> str:
    """A name without its article, for a publisher that is an actor as well."""
    return name.casefold().removeprefix("the ")


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


def _subject(text: str, saying: re.Match[str]) -> Iterator[str]:
    """The stem of the noun directly before a word of saying; after it in “…, said the clinic”."""
    before = text[max(saying.start() - _WIDEST, 0) : saying.start()].rstrip()
    if before.endswith((",", '"', "”", "'", "’")):
        after = _CLAUSE_END.split(text[saying.end() : saying.end() + _WIDEST])[0]
        nouns = _words(after)[-1:]
    else:
        nouns = _words(_CLAUSE_END.split(before)[-1])[-1:]
    for noun in nouns:
        low, stem = forms(noun)
        if low not in FUNCTION_WORDS and low not in _PRONOUNS:
            yield stem


def _subject_phrase(text: str, saying: re.Match[str]) -> Iterator[str]:
    """The stems of all the words that may name who says something, beside a word of saying.

    “A grower in Low Ferring, a woman of 58, said” and “said a grower there, a woman of 58”.
    """
    before = text[max(saying.start() - _WIDEST, 0) : saying.start()].rstrip()
    if before.endswith((",", '"', "”", "'", "’")) and before.count(",") < 2:
        phrase = text[saying.end() : saying.end() + _WIDEST]
        words = _words(_SENTENCE_END.split(_QUOTED.split(phrase)[0])[0])
    else:
        words = _words(_SENTENCE_END.split(_QUOTED.split(before)[-1])[-1])
        if words and words[-1].lower() in _PRONOUNS:
            return
    for word in words:
        low, stem = forms(word)
        if low not in FUNCTION_WORDS and low not in _PRONOUNS and not low.isdigit():
            yield stem


def _around(text: str, match: re.Match[str]) -> str:
    """A match with a few words on either side of it."""
    before = text[max(match.start() - _WIDEST, 0) : match.start()].split(" ")
    after = text[match.end() : match.end() + _WIDEST].split(" ")
    return " ".join(before[-_NEAR - 1 :]) + match[0] + " ".join(after[: _NEAR + 1])


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
    """The words of each name that matter; none of a name that a pronoun begins."""
    for text in texts:
        words = _words(_ASIDE.sub(" ", text))
        if words and words[0].casefold() in _PRONOUNS:
            continue
        form = frozenset(key(word) for word in words if word.casefold() not in _EMPTY)
        if form:
            yield form


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

"""Whether a sentence says that somebody says so, whoever that is.

What is asked here needs the rules of English. Who speaks need not be known to the briefing: “a
shopkeeper said”, “by the clinic's count” and “the leaflet has it” name somebody; a pronoun names
nobody, unless the sentence begins with whom it may stand for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quoteproof.scrutiny.prose.clauses import clause_of, sentence_of
from quoteproof.scrutiny.prose.words import Word, is_adverb, stems, words

_VERBS = (
    "accept accord account accuse acknowledge add admit advise affirm agree allege announce "
    "answer apologise appeal argue ask assert assess assume attribute believe blame boast "
    "calculate call caution charge cite claim comment complain concede conclude condemn confess "
    "confirm consider contend count credit criticise declare demand denounce deny describe "
    "disclose dismiss dispute document doubt emphasise estimate expect explain express fear feel "
    "find forecast give guess hear hint hold hope imply indicate inform insist judge know learn "
    "list maintain measure mention name note object observe opinion oppose pledge point praise "
    "predict proclaim promise propose protest provide put quote read reason recall reckon "
    "recommend record refuse regard register regret reject remark remember remind repeat reply "
    "report request respond reveal rule say see show signal speak state statement stress submit "
    "suggest suppose suspect swear tell testify thank think threaten underline urge verify "
    "version view voice vow want warn welcome witness wonder word write "
)
"""For what somebody says, thinks, perceives or finds; many are nouns as well."""
_TELLING = stems(" ".join(f"{verb} {verb}s {verb}ed {verb}ing" for verb in _VERBS.split()))
_DOCUMENTS = frozenset(
    "account announcement article broadcast bulletin circular communique communiqué data"
    " declaration document factsheet figure figures interview leaflet letter list memo minutes note"
    " notice notification page petition report sheet source speech statement tally text"
    " transcript".split()
)
"""What is made to say something: who points at it says where a thing stands."""
INSTRUMENTS = frozenset(
    "accord act agreement arrangement article charter constitution contract convention declaration"
    " decree judgment law memorandum order pact protocol resolution ruling settlement statute"
    " treaty".split()
)
"""What provides for something, by itself a thing spoken of: only *under* or *by* it is it so."""
_PARTS = frozenset("article clause paragraph section annex".split())
"""With a number, these say where a thing stands: *Article 8*."""
_BY_WHOM = frozenset("in by under per from on".split())
_PHRASE = 4
"""How far an article or a preposition may be from its noun."""
_PRONOUNS = frozenset("he she it they his her its their this these those there nobody none".split())
_POINTING = frozenset("the a an its his her their this that these no".split())
_POSSESSIVE = ("'s", "’s", "s'", "s’")
_JOINING = frozenset("and or but who which".split())
_BEING = frozenset("be is are was were been being".split())
_HELPERS = _BEING | frozenset(
    "has have had do does did will would can could may might must shall should also later then"
    " again since once often still already now soon not never first only too earlier that".split()
)
_DETERMINERS = frozenset("the a an one two three some several many both".split())
_COLLECTIVE = re.compile(
    r"\b(?:accounts|sources|documents|articles|publishers|outlets|papers|newspapers|agencies"
    r"|(?:the|all|both|no|some|most|several|these|other|dated|two|three|four|five|six|seven|eight"
    r"|nine|ten|\d+)\s+(?:\w+\s+)?reports|all (?:two|three|four|five|six|seven|eight|nine|ten|\d+))"
    r"\b|(?:^|[.;:]\s)Reports\b",
    re.IGNORECASE,
)
"""Several sources at once; *reports* by itself may be what one of them does."""


def names_sources(text: str) -> bool:
    """Whether a sentence speaks of several sources together, such as “two reports”."""
    return _COLLECTIVE.search(text) is not None


def names_instrument(text: str) -> bool:
    """Whether a sentence points at an instrument: “the protocol caps their share”."""
    told = words(text)
    return any(
        word.low in INSTRUMENTS and _is_pointed_at(told, place) for place, word in enumerate(told)
    )


def tells(text: str) -> bool:
    """Whether a sentence has any word for what somebody says, thinks or finds."""
    return any(word.stem in _TELLING for word in words(text))


def tellers(text: str) -> Iterator[str]:
    """Who tells what a sentence says: a name as it stands there, or “” for whatever else it is."""
    told = words(text)
    for place, word in enumerate(told):
        number = told[place + 1 : place + 2]
        if (
            (word.low in _PARTS and any(_counts(after) for after in number))
            or (word.low in _DOCUMENTS and _is_pointed_at(told, place))
            or ((word.low in INSTRUMENTS or word.stem in _TELLING) and _is_by(told, place))
        ):
            yield ""
        elif word.stem in _TELLING and (subject := _subject(told, place)):
            yield _name(told, told.index(subject))


def _counts(word: Word) -> bool:
    """Whether a word tells which part of a text is meant: *8*, *B*, *IV*."""
    return word.text[0].isdigit() or (word.text.isupper() and len(word.text) < 4)


def _is_pointed_at(told: tuple[Word, ...], place: int) -> bool:
    """Whether an article or a possessive stands before a noun: not in *20 minutes*."""
    first = max(clause_of(told, place)[0], place - _PHRASE)
    return any(
        word.low in _POINTING or word.text.endswith(_POSSESSIVE) for word in told[first:place]
    )


def _is_by(told: tuple[Word, ...], place: int) -> bool:
    """Whether a noun stands in *by the clinic's count*, *in the view of*; not in *in its view*."""
    first, _ = clause_of(told, place)
    for before in range(max(first, place - _PHRASE), place):
        if told[before].low in _BY_WHOM:
            between = {word.low for word in told[before + 1 : place]}
            direct = told[before].low == "under"
            return direct or (bool(between) and _PRONOUNS.isdisjoint(between))
    return False


def _subject(told: tuple[Word, ...], place: int) -> Word | None:
    """The last word of a verb's subject: before it, after it (“said the clinic”), or after *by*."""
    first, last = clause_of(told, place)
    opening = told[sentence_of(told, place)[0]]
    at, passive = place - 1, False
    while at >= first and (told[at].low in _HELPERS or is_adverb(told[at].low)):
        passive |= told[at].low in _BEING and not told[place].low.endswith("ing")
        at -= 1
    after = told[place + 1 : last]
    if passive:
        by = next((n for n, word in enumerate(after[:_PHRASE]) if word.low == "by"), len(after))
        return _noun(after[by + 1 :])
    if told[place].low == "according":
        return _noun(after)
    if at >= first and told[at].is_content:
        return told[at]
    if at >= first and told[at].low in _PRONOUNS:
        stands_for = told[at] is not opening and opening.low in _DETERMINERS
        return _noun(told[:at]) if stands_for else None
    if at < first and after and (after[0].is_content or after[0].low in _DETERMINERS):
        return _noun(after)
    # “A baker, asked by the paper, said that”; “The office denies it, and says that”; “who says”.
    joined = at < first or told[at].low in _JOINING
    return _noun(told[:place]) if joined and opening.low not in _PRONOUNS else None


def _noun(some: tuple[Word, ...]) -> Word | None:
    """The last word of the first phrase: *Lines* of *Kelda Lines on Monday*."""
    begins = next((n for n, word in enumerate(some) if word.is_content), None)
    if begins is None:
        return None
    ends = begins + 1
    while ends < len(some) and some[ends].is_content and not some[ends].breaks:
        ends += 1
    return some[ends - 1]


def _name(told: tuple[Word, ...], last: int) -> str:
    """The capitalised words that end there, such as *Kelda Lines*."""
    first = last + 1
    while first and told[first - 1].is_capitalised and (first > last or not told[first].breaks):
        first -= 1
    return " ".join(word.text for word in told[first : last + 1])

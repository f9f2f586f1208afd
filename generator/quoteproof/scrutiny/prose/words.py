"""Words, their stems, and where a sentence begins and ends."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

_WORD = re.compile(
    r"(?:(?<=likely )|(?<=probably )|(?<=often ))than not\b"
    r"|\b(?:[Nn]orth|[Ss]outh)[-‐ ](?:[Ee]ast|[Ww]est)(?:ern)?\b"
    r"|[^\W_]+(?:['’ʼ][^\W\d_]+)*"
)
"""*North-west* is one word however it is written, and *more likely than not* has no *not*."""
_POSSESSIVE = re.compile(r"['’ʼ]s?$")
_JOINT = re.compile(r"[-‐ ]|ern$")
_CLAUSE_MARK = re.compile(r"[,;:.!?()\[\]…—–]| - ")
_WITHIN = frozenset((".", ",", ":"))
"""Marks that end nothing between two words without a blank: *7.62*, *1,000*, *07:00*."""
_SENTENCE_MARK = re.compile(r"[.!?…](?:[\"”’')\]]*\s|$)|\n\s*\n|\|")

CLAUSE_WORDS = frozenset(
    "that which who whom whose while but whether although though because after before when if "
    "since until as where".split()
)
"""Words that begin a clause: what a *not* or a *will* governs ends before them."""

FUNCTION_WORDS = frozenset(
    "a an the this that these those it its he him his she her they them their we us our i you your "
    "of in on at by to from for with into onto upon over under about as than and or nor but if so "
    "be is are was were been being am do does did done has have had having will would shall should "
    "may might can could must not no never none nobody nothing neither only also too very there "
    "here who which whom whose what when where why how while whether because although though until "
    "either since before after during between among through against towards toward yet still just "
    "even all any some each every both more most less least much many few several such own same "
    "other s t ll re ve d along across around near via within without beside besides despite amid "
    "beyond throughout off out up down upon onto per".split()
) | {"than not"}
"""Words that carry no content of their own: they are never compared as such."""

# Past forms and participles that no rule of endings finds, by their present form.
_IRREGULAR_FORMS = """
begin began begun; break broke broken; bring brought; build built; buy bought; catch caught;
choose chose chosen; come came; cost; cut; deal dealt; draw drew drawn; drive drove driven; eat ate
eaten; fall fell fallen; feel felt; fight fought; find found; flee fled; fly flew flown; forbid
forbade forbidden; freeze froze frozen; get got gotten; give gave given; go went gone; grow grew
grown; hear heard; hide hid hidden; hit; hold held; hurt; keep kept; know knew known; lay laid; lead
led; leave left; lend lent; let; lie lying; lose lost; make made; mean meant; meet met; pay paid;
put; quit; read; ride rode ridden; ring rang rung; rise rose risen; run ran; say said; see saw seen;
seek sought; sell sold; send sent; set; shake shook shaken; shoot shot; shut; sing sang sung; sink
sank sunk; sit sat; sleep slept; speak spoke spoken; spend spent; split; spread; stand stood; steal
stole stolen; strike struck; swear swore sworn; swim swam swum; take took taken; teach taught; tell
told; think thought; throw threw thrown; understand understood; win won; withdraw withdrew
withdrawn; write wrote written; arise arose arisen; become became; bear bore borne; bend bent; bind
bound; burst; cast; cling clung; creep crept; dig dug; feed fed; foresee foresaw foreseen; hang
hung; mislead misled; oversee oversaw overseen; overthrow overthrew overthrown; prove proven; retake
retook retaken; shed; show shown; shrink shrank shrunk; slide slid; spring sprang sprung; stick
stuck; sweep swept; tear tore torn; undergo underwent undergone; undertake undertook undertaken;
uphold upheld; wear wore worn; withhold withheld; withstand withstood; man men; woman women; child
children; person people; foot feet
"""
_SHORT_FORMS = "use used using; sue sued suing; die died dying; owe owed owing; tie tied tying"
"""Regular verbs that are too short for their endings to be taken off."""
_BASE = {
    form: entry.split()[0]
    for entry in f"{_IRREGULAR_FORMS};{_SHORT_FORMS}".split(";")
    for form in entry.split()
}
PAST_FORMS = frozenset(
    form for entry in _IRREGULAR_FORMS.split(";")[:-4] for form in entry.split()[1:]
)
_LY_OF_ITS_OWN = frozenset(
    "supply apply reply comply imply multiply rely ally rally tally bully belly fly family "
    "assembly anomaly monopoly july italy likely".split()
)
"""Verbs and nouns that end as adverbs do."""
_DIFFERENT_SPELLINGS = (
    ("defence", "defense"), ("offence", "offense"), ("licence", "license"),
    ("isation", "ization"), ("programme", "program"), ("grey", "gray"),
)  # fmt: skip


class Word(NamedTuple):
    """A word as it stands, its plain lower-case form, its stem, and its place in the text."""

    text: str
    low: str
    stem: str
    start: int
    end: int
    breaks: bool
    """Whether a mark that ends a clause stands between it and the word before."""
    opens: bool
    """Whether it is the first of a sentence, a heading or a quotation."""

    @property
    def is_content(self) -> bool:
        """Whether it says something, other than *of* or *is*."""
        return self.low not in FUNCTION_WORDS

    @property
    def is_capitalised(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()


_new = tuple.__new__  # by its own way a word takes twice as long


def words(text: str) -> tuple[Word, ...]:
    """The words of a text; hyphens part them, apostrophes do not; a possessive is dropped."""
    found: list[Word] = []
    last = 0
    for match in _WORD.finditer(text):
        start, end = match.span()
        between = text[last:start]
        breaks = opens = last == 0
        if not opens and between != " " and between not in _WITHIN:
            hour = between == ". " and found[-1].low == "m" and text[start].islower()
            breaks = not hour and _CLAUSE_MARK.search(between) is not None  # *p.m. on Friday*
            opens = _SENTENCE_MARK.search(between) is not None or any(
                c in '"“„«:|\n' for c in between
            )
        word = match[0]
        low, stem = forms(word)
        found.append(_new(Word, (word, low, stem, start, end, breaks, opens)))
        last = end
    return tuple(found)


@lru_cache(maxsize=100_000)
def forms(word: str) -> tuple[str, str]:
    """A word in lower case without its possessive ending, and its stem."""
    low = _POSSESSIVE.sub("", word.replace("’", "'")).lower()
    if low.startswith(("north", "south")):
        low = _JOINT.sub("", low)
    return low, _stem(low)


def stems(plain: str) -> frozenset[str]:
    """The stems of the words of a list."""
    return frozenset(forms(word)[1] for word in plain.split())


def is_adverb(low: str) -> bool:
    """Whether a word is one by its ending: *largely*, and not *supply*."""
    return low.endswith("ly") and low not in _LY_OF_ITS_OWN


def _stem(low: str) -> str:
    """What the forms of a word share: *agreed*, *agreement* and *agrees* have one stem."""
    if low in _BASE:
        return _BASE[low]
    if low in _LY_OF_ITS_OWN:
        return low
    for one, other in _DIFFERENT_SPELLINGS:
        low = low.replace(one, other)
    if low.endswith("metres") or low.endswith("metre"):
        low = low.replace("metre", "meter")
    if len(low) > 5:
        low = re.sub(r"our(?=$|s$|ed$|ing$|ly$|ing$)", "or", low)
        low = re.sub(r"tre(s?)$", r"ter\1", low)
        low = re.sub(r"is(e|es|ed|ing)$", r"iz\1", low)
    if low in _BASE:
        return _BASE[low]
    for ending, instead, least in _ENDINGS:
        if low.endswith(ending) and len(low) - len(ending) >= least:
            low = low[: len(low) - len(ending)] + instead
            break
    if low in _BASE:
        return _BASE[low]
    if (
        len(low) > 3
        and low[-1] == low[-2]
        and low[-1] not in "aeiosf"
        and (low[-1] != "l" or len(low) > 5)
    ):
        low = low[:-1]
    if f"{low}e" in _BASE:
        return _BASE[f"{low}e"]  # *taking*, *proved*
    return low.removesuffix("e") if len(low) > 3 else low


_ENDINGS = (
    ("ments", "", 4), ("ment", "", 4), ("ization", "iz", 3), ("ations", "at", 3),
    ("ation", "at", 3), ("ating", "at", 3), ("ated", "at", 3), ("ates", "at", 3), ("ate", "at", 3),
    ("ies", "y", 2), ("ied", "y", 2), ("sses", "ss", 2), ("ss", "ss", 1), ("us", "us", 1),
    ("ees", "ee", 2),
    ("ings", "", 3), ("ing", "", 3), ("eed", "ee", 2), ("ed", "", 3), ("es", "", 3), ("s", "", 3),
    ("ly", "", 4),
)  # fmt: skip

_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Sgt|Maj|Capt|Rep|Sen|Gov|St|No|vs|Jan|Feb|Mar|Apr|Jun|Jul|Aug"
    r"|Sept?|Oct|Nov|Dec|approx|ca|etc|e\.g|i\.e|a\.m|p\.m|Inc|Ltd|Co|Prof|Rev)|\b[A-Z](?:\.[A-Z])*)$"
)
_SENTENCE_END = re.compile(r"[.!?…][\"”’')\]]*(?=\s+[\"“‘'(\[]?[A-Z0-9])|\n\s*\n|\n(?=[\"“A-Z0-9])")
_FARTHEST = 1000


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The whole sentence or sentences that ``text[start:end]`` touches, as a span of the text."""
    first = max(0, start - _FARTHEST)
    for match in _SENTENCE_END.finditer(text, first, min(start + 2, len(text))):
        if match.end() <= start and _ends(text, match):
            first = match.end()
    last = min(len(text), end + _FARTHEST)
    closed = end > 0 and text[end - 1] in ".!?…\n"
    for match in _SENTENCE_END.finditer(text, max(start, end - 1) if closed else end, last):
        if _ends(text, match):
            last = match.start() if match[0][0] == "\n" else match.end()
            break
    return min(first, start), max(last, end)


def _ends(text: str, match: re.Match[str]) -> bool:
    """Whether a mark ends a sentence, and is no full stop of an abbreviation or line of prose."""
    if match[0][0] == "\n":
        if match[0].count("\n") > 1:
            return True
        # A single line break within a wrapped paragraph is none; after a short line it is.
        line = text[text.rfind("\n", 0, match.start()) + 1 : match.start()].rstrip()
        return len(line) < 60 or line[-1:] in ".!?:\"”'’…]"
    return not (
        match[0][0] == "." and _ABBREVIATION.search(text, max(0, match.start() - 8), match.start())
    )

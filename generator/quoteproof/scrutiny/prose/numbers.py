"""Numbers in English prose: digits and words, with what hedges them and what they count."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from enum import Enum
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise

from quoteproof.scrutiny.prose.beginnings import found_at
from quoteproof.scrutiny.prose.units import AFTER_ARTICLE, SYMBOLS, TIME_UNITS, UNITS
from quoteproof.scrutiny.prose.words import FUNCTION_WORDS


class Hedge(Enum):
    """How a number is meant."""

    NONE = "exactly"
    ABOUT = "about"
    NEARLY = "nearly"
    AT_LEAST = "at least"
    MORE = "more than"
    AT_MOST = "at most"
    LESS = "fewer than"


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it stands at ``text[start:end]``.

    `vague` is a plural such as *scores*, of which only the word can be compared; `unit` is a unit
    of measure as it stands in `units.UNITS`, or ""; `article` says that it is the *a* of *a week*.
    """

    value: Fraction
    start: int
    end: int
    hedge: Hedge = Hedge.NONE
    ordinal: bool = False
    unit: str = ""
    vague: str = ""
    hedge_start: int = -1
    article: bool = False


_ONES = {
    word: n
    for n, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen".split()
    )
}
_TENS = {
    word: 10 * n
    for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
_SCALES = {
    "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12,
    "dozen": 12, "mln": 10**6, "bn": 10**9,
}  # fmt: skip
_ORDINALS = {
    word: n
    for n, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
        "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split(),
        1,
    )
} | {
    word[:-1] + "ieth": n for word, n in _TENS.items()
}  # fmt: skip
_TIMES = {"once": 1, "twice": 2, "thrice": 3}
_FRACTIONS = {
    "half": Fraction(1, 2), "quarter": Fraction(1, 4), **{
        word: Fraction(1, n)
        for n, word in enumerate("third fourth fifth sixth seventh eighth ninth tenth".split(), 3)
    },
}  # fmt: skip
_VAGUE = frozenset("dozens scores hundreds thousands millions billions tens".split())

_small = "|".join((*sorted(_ONES, key=len, reverse=True), *_TENS))
_scale = "|".join(_SCALES)
_part = "|".join(word for word in _FRACTIONS if word != "half")
_DIGITS = r"\d{1,3}(?:[,\u00a0\u2009\u202f’']\d{3})+(?:\.\d+)?|\d{1,3}(?:\.\d{3}){2,}|\d+(?:\.\d+)?"
_PLUS = r"(?:\sand\s(?:a|one)\s(?:half|quarter)\b|\sand\sthree\squarters\b)"
_JOINED = (
    r"(?:(?<=hundred)|(?:(?<=thousand)|(?<=million))(?!\sand\s\w+\s(?:thous|mill|bill)))\sand\s"
)
_AND = {
    "half": Fraction(1, 2), "½": Fraction(1, 2), "quarter": Fraction(1, 4), "¼": Fraction(1, 4),
    "quarters": Fraction(3, 4), "¾": Fraction(3, 4),
}  # fmt: skip
_NUMBER = re.compile(
    rf"""
    (?P<money>[$€£¥₺₽]\s?)?
    (?<![\w.,:/])(?P<digits>{_DIGITS})(?P<nth>st|nd|rd|th)?(?P<plus2>[½¼¾]|{_PLUS})?
        (?:[\s-]?(?P<times>{_scale}|k|m)\b(?!\w))?(?P<percent>\s?%|\s?(?:per\s?cent|pct)\b)?
        (?![\w]|[:]\d)
    | \b(?P<vague>{"|".join(_VAGUE)})\b
    | \b(?P<half>half)\s(?P<halfof>an?|of|the)\b
    | \b(?P<parts>(?:one[\s-](?:half|{_part})
        |(?:two|three|four|five|six|seven|eight|nine)[\s-](?:{_part})s
        |a[\s-](?:{_part})(?=\s(?:of|or|more|less|fewer|in|by|to|below|above|than|as|at|on|from|since|with|when
        |and\s(?:an?\s)?(?:half|{_part}))\b|$|[,.;)])))\b
    | \b(?P<words>(?!one\s(?:{_small})\b)(?:(?:{_small}|an?(?=\s(?:{_scale})\b))
        (?:(?:[\s-]|{_JOINED})(?:{_small}|{_scale})\b)*
        (?:[\s-](?:{"|".join(sorted(_ORDINALS, key=len, reverse=True))})\b)?))\b(?P<plus>{_PLUS})?
        (?P<percent2>\s?%|\s?(?:per\s?cent|pct)\b)?
    | \b(?P<ordinal>{"|".join(sorted(_ORDINALS, key=len, reverse=True))})\b
    | \b(?P<often>once|twice|thrice)\b
    | \b(?P<article>an?|one)[\s-](?=(?:{"|".join(AFTER_ARTICLE)})\b)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_BEGINNINGS: dict[str, frozenset[str] | None] = dict.fromkeys(
    [*_VAGUE, "half", *_ONES, *_TENS, *_ORDINALS, *_TIMES]
) | dict.fromkeys(("a", "an"), AFTER_ARTICLE | {*_SCALES, *_FRACTIONS})
"""With which words a number may begin."""
_UNIT = re.compile(r"[\s-]{0,2}((?:square|cubic|sq\.?)\s)?([^\W\d_]+[23]?)\b")
_LONG = re.compile(r"\b(week|month|year|hour|decade|day)(?:-long|long)\b", re.IGNORECASE)
_HEDGES = (
    (Hedge.AT_LEAST, r"at\sleast|no\s(?:fewer|less)\sthan|not\s(?:fewer|less)\sthan|minimum\sof"),
    (Hedge.AT_MOST, r"at\smost|up\sto|no\smore\sthan|not\smore\sthan|maximum\sof"),
    (Hedge.MORE, r"more\sthan|(?:well\s|just\s)?over|upwards?\sof|above|exceeding|in\sexcess\sof"),
    (Hedge.LESS, r"(?:fewer|less)\sthan|under|below|just\sunder"),
    (Hedge.NEARLY, r"nearly|almost|close\sto|approaching"),
    (Hedge.ABOUT, r"about|around|some|roughly|approximately|circa|an?\sestimated|approx\.?|or\sso"),
)  # fmt: skip
_HEDGE = re.compile(
    r"\b(?:" + "|".join(f"(?P<{h.name}>{words})" for h, words in _HEDGES) + r")\s(?:the\s|an?\s)?$",
    re.IGNORECASE,
)
_HEDGE_ENDS = frozenset(
    "least most to than of over above exceeding under below nearly almost approaching about around "
    "some roughly approximately circa estimated approx so".split()
)
"""The last words of hedges, one of which stands directly before a number, or before its *the*."""
_RUN = re.compile(r"\w+")
_MEASURED = re.compile(
    r"\b(?:within|in|for|after|about|per|of|than|nearly|almost|by|over|once|some|to|at|least|take[ns]?|last(?:ed|s)?)\s$",
    re.IGNORECASE,
)


def numbers(text: str, taken: tuple[tuple[int, int], ...] = ()) -> tuple[Number, ...]:
    """The numbers of a text in their order, but for those inside the spans `taken` (its dates).

    A bare *one* is a number only before a unit of measure: else it is a pronoun.
    """
    found: list[Number] = []
    for match in found_at(_BEGINNINGS, _NUMBER, text):
        start, end = match.span()
        if any(first < end and start < last for first, last in taken):
            continue
        if found and start < found[-1].end:
            continue  # the million of *a quarter of a million*
        number = _number(text, match)
        if number is not None:
            found.append(number)
    for match in _LONG.finditer(text) if "long" in text.lower() else ():
        if not any(n.end == match.start() or n.end == match.start() - 1 for n in found):
            found.append(Number(Fraction(1), *match.span(), unit=match[1].lower()))
    found.sort(key=lambda number: number.start)
    for at in range(len(found) - 2, -1, -1):
        found[at] = _with_unit_of(text, found[at], found[at + 1])
    return tuple(found)


_PART_OF_ONE = re.compile(r"\s(?:of\s)?(?:an?|one)\s(?:per\s?cent|pct)\b", re.IGNORECASE)
_PER = re.compile(r"(?:\bper\s|/\s?)$", re.IGNORECASE)
_SUCH = re.compile(
    r"[\s-]?\w+\s(?:(?:in|of|for|during)\swhich|when|where|that|like|with)\b", re.IGNORECASE
)
_RANGE = re.compile(r"\s?(?:to|and|or|of|of\sthe|out\sof|instead\sof|[-–—])\s?", re.IGNORECASE)


def _with_unit_of(text: str, number: Number, following: Number) -> Number:
    """The 25 of *25 to 50 per cent*, with the unit that is told once."""
    if (
        number.unit
        or number.ordinal
        or number.vague
        or not following.unit
        or not _RANGE.fullmatch(text, number.end, following.start)
        or (following.unit == "percent" and number.value < 1)
        or text[following.start : following.start + 1] in SYMBOLS
    ):
        return number
    return replace(number, unit=following.unit)


def _number(text: str, match: re.Match[str]) -> Number | None:
    start, end = match.span()
    unit, ordinal, vague = "", False, ""
    if match["digits"]:
        value = _of_digits(match["digits"])
        scale = (match["times"] or "").lower()
        if scale == "m" and not match["money"]:
            scale, unit, end = "", "m", match.end("times")
        value *= {"k": 1000, "m": 10**6, "": 1}.get(scale) or _SCALES[scale]
        ordinal = match["nth"] is not None
        unit = SYMBOLS[match["money"].strip()] if match["money"] else unit
        if match["percent"]:
            unit = "percent"
    elif match["vague"]:
        vague, value = match["vague"].lower(), Fraction(0)
        if text[:start].lower().endswith(("tens of ", "hundreds of ", "thousands of ")):
            return None  # told with the word before it
    elif match["half"]:
        value, end = Fraction(1, 2), match.end("half")
        rest = re.compile(rf"\s(?:an?\s)?({_scale})\b", re.IGNORECASE).match(text, end)
        if rest:
            value, end = value * _SCALES[rest[1].lower()], rest.end()
    elif match["parts"]:
        many, part = re.split(r"[\s-]", match["parts"].lower())
        value = _ONES.get(many, 1) * _FRACTIONS[part.removesuffix("s")]
        rest = re.compile(rf"\sof\san?\s({_scale})\b", re.IGNORECASE).match(text, end)
        if rest:  # *a quarter of a million*
            value, end = value * _SCALES[rest[1].lower()], rest.end()
    elif match["words"]:
        value, ordinal = _of_words(match["words"].lower())
        if match["percent2"]:
            unit = "percent"
    elif match["ordinal"]:
        value, ordinal = Fraction(_ORDINALS[match["ordinal"].lower()]), True
    elif match["often"]:
        value = Fraction(_TIMES[match["often"].lower()])
        if value == 1:
            return None  # *once* is mostly "when"
    else:
        value, end = Fraction(1), match.end("article")
        if not _MEASURED.search(text, max(0, start - 12), start):
            return None
    if ordinal and match["ordinal"] and _PER.search(text, max(0, start - 5), start):
        return None  # *per second*
    plus = match["plus"] or match["plus2"]
    if plus:
        value += _AND[re.split(r"\s", plus)[-1].lower()]
    if match["article"] and _SUCH.match(text, end):
        return None  # *in a year in which*: such a one
    if not unit and (match["half"] or match["parts"]) and (share := _PART_OF_ONE.match(text, end)):
        unit, end = "percent", share.end()  # *half a per cent*
    if not unit and match["half"] and match["halfof"].lower() != "of":
        unit, end_of_unit = _unit_after(text, match.end())
        end = end_of_unit if unit else end
    if not unit and not ordinal:
        unit, end_of_unit = _unit_after(text, end)
        if unit and not match["article"]:
            end = max(end, end_of_unit)
        elif unit:
            end = end_of_unit
    if match["words"] and match["words"].lower() == "one" and not unit and not plus:
        return None
    if match["ordinal"] and value == 2 and re.match(r"\s?(?:s\b|later)", text[end : end + 6]):
        return None
    before = _RUN.findall(text, max(0, start - 24), start)[-2:]
    may_hedge = any(word.lower() in _HEDGE_ENDS for word in before)
    hedge = _HEDGE.search(text, max(0, start - 24), start) if may_hedge else None
    kind = Hedge[str(hedge.lastgroup)] if hedge else Hedge.NONE
    at = hedge.start() if hedge else -1
    return Number(value, start, end, kind, ordinal, unit, vague, at, bool(match["article"]))


@lru_cache(maxsize=10_000)
def _of_digits(digits: str) -> Fraction:
    if re.fullmatch(r"\d{1,3}(?:\.\d{3}){2,}", digits):
        digits = digits.replace(".", "")
    return Fraction(re.sub(r"[^\d.]", "", digits))


@lru_cache(maxsize=10_000)
def _of_words(phrase: str) -> tuple[Fraction, bool]:
    """The value of number words; whether the last of them is an ordinal."""
    total, part, ordinal = 0, 0, False
    for word in re.split(r"[\s-]+", phrase):
        if word in ("a", "an"):
            part = 1
        elif word in _ONES:
            part += _ONES[word]
        elif word in _TENS:
            part += _TENS[word]
        elif word in _ORDINALS:
            part, ordinal = part + _ORDINALS[word], True
        elif word in ("hundred", "dozen"):
            part = max(part, 1) * _SCALES[word]
        elif word in _SCALES:
            total, part = total + max(part, 1) * _SCALES[word], 0
    return Fraction(total + part), ordinal


_NEVER_BETWEEN = (FUNCTION_WORDS - {"more"}) | {"cubic"}
"""What cannot stand between a number and its unit, as in *three consecutive days*."""


def _unit_after(text: str, end: int) -> tuple[str, int]:
    match = _UNIT.match(text, end)
    if match and match[2].lower() not in UNITS and match[2].islower():
        # *Three consecutive days*: one word may stand between, before a unit in the plural.
        after = _UNIT.match(text, match.end())
        plural = after is not None and after[2].islower() and after[2].endswith("s")
        match = after if plural and match[2] not in _NEVER_BETWEEN and not match[1] else None
    if not match or match[2] in ("M", "G"):
        return "", end
    power = "square " if match[1] and match[1][0] == "s" else match[1] or ""
    unit = power + match[2].lower()
    return (unit, match.end()) if unit in UNITS else ("", end)


# What other words say: *one in five* is a fifth, *halve* a half, *every week* one week.
_ROMAN = {
    ten + one: 10 * tens + ones
    for tens, ten in enumerate(("", "x", "xx", "xxx"))
    for ones, one in enumerate(("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"))
    if ten or one
}
_EVERY = {
    "hourly": (1, "hour"), "daily": (1, "day"), "weekly": (1, "week"), "fortnightly": (2, "week"),
    "half-yearly": (6, "month"), "monthly": (1, "month"), "quarterly": (3, "month"),
    "yearly": (1, "year"),
    "annual": (1, "year"), "annually": (1, "year"), "biennial": (2, "year"),
}  # fmt: skip
_few = rf"{_small}|\d{{1,3}}"
_SAYS = re.compile(
    rf"""
      \b(?P<digits>\d+(?:\.\d+)?)\s?(?P<scale>m|mn|mln|k|tn)\b
    | \ball\sbut\s(?P<less>{_few})\sof\s(?:the\s|its\s|their\s)?(?P<all>{_few})\b
    | \b(?P<some>{_few})(?:\s(?!{_scale})[a-z]+s?)?\s(?:in|out\sof|of)\s(?:every\s|the\s)?
        (?P<many>{_few}|a\shundred)\b
    | \b(?P<half>half(?!-yearly)|halves|halv(?:e[sd]?|ing))\b
    | \b(?P<two>both|pair|couple|neither|doubl(?:e[sd]?|ing)|twofold|two-fold)\b
    | \b(?P<three>trebl(?:e[sd]?|ing)|tripl(?:e[sd]?|ing)|threefold|three-fold)\b
    | \b(?:an?|the|one|per|each|every|this|that|last|next|past|whole|full)\s
        (?P<unit>{"|".join(sorted(TIME_UNITS))})\b(?:\sand\sa\s(?P<more>half|quarter)\b)?
    | \b(?P<every>{"|".join(_EVERY)})\b
    | \ba\s(?P<point>percentage)\spoint\b
    | (?<=\w\s)(?P<roman>{"|".join(_ROMAN)})\b
    """,
    re.VERBOSE | re.IGNORECASE,
)


_SAYS_BEGINNINGS: dict[str, frozenset[str] | None] = (
    dict.fromkeys([*_ONES, *_TENS, "all", "half", "halves", "halve", "halved", "halving"])
    | dict.fromkeys("both pair couple neither double doubled doubles doubling twofold two".split())
    | dict.fromkeys("treble trebled trebles trebling triple tripled triples tripling".split())
    | dict.fromkeys(("threefold", "three"))
    | dict.fromkeys(
        "a an the per each every this that last next past whole full".split(),
        TIME_UNITS | {"percentage"},
    )
    | dict.fromkeys([*_ROMAN, *_EVERY])
)
_SHORT = {"m": 10**6, "mn": 10**6, "mln": 10**6, "k": 1000, "tn": 10**12}


def said_otherwise(text: str, found: tuple[Number, ...]) -> tuple[Number, ...]:
    """The numbers that a text says in other words, or in two parts.

    They are looked at only to find a number again: *one in five* as 20 per cent, *halve* as 50,
    *two hours and ten minutes* as 130 minutes, *two or three million* as two million and three.
    """
    said = []
    for match in found_at(_SAYS_BEGINNINGS, _SAYS, text):
        unit = ""
        if match["some"]:
            some, many = _plain(match["some"]), _plain(match["many"])
            if not 0 < some < many:
                continue
            value = Fraction(some, many)
        elif match["digits"]:
            value = Fraction(match["digits"]) * _SHORT[match["scale"].lower()]
            unit = _unit_after(text, match.end())[0]
        elif match["less"]:
            value = Fraction(_plain(match["all"]) - _plain(match["less"]))
        elif match["roman"]:
            if not match["roman"].isupper():
                continue
            value = Fraction(_ROMAN[match["roman"].lower()])
        elif match["every"]:
            many, unit = _EVERY[match["every"].lower()]
            value = Fraction(many)
        elif match["point"]:
            unit, value = "percentage", Fraction(1)
        elif match["unit"]:
            unit = match["unit"].lower()
            value = 1 + _AND[match["more"].lower()] if match["more"] else Fraction(1)
        else:
            value = Fraction(1, 2) if match["half"] else Fraction(2 if match["two"] else 3)
        said.append(Number(value, *match.span(), unit=unit))
    for one, other in pairwise(found):
        between = text[one.end : other.start]
        if one.unit and other.unit and _AND_MORE.fullmatch(between):
            kind, size = UNITS[one.unit]
            smaller, less = UNITS[other.unit]
            if kind == smaller and less < size and kind in ("time", "length", "mass"):
                value = one.value * Fraction(round(size / less * 1000), 1000) + other.value
                said.append(Number(value, one.start, other.end, one.hedge, unit=other.unit))
        if one.value < 1 and not other.unit and _PART_OF.fullmatch(between):
            said.append(replace(one, value=one.value * other.value, end=other.end))
        scale = _SCALE.search(text, other.start, other.end)
        if scale and one.value < 1000 and not one.ordinal and _RANGE.fullmatch(between):
            said.append(replace(one, value=one.value * _SCALES[scale[1].lower()], unit=other.unit))
    return tuple(said)


_PART_OF = re.compile(r"\sof\s(?:(?:the|its|their|all|these|those)\s)*(?:\w+\s)?")
_AND_MORE = re.compile(r",?\s(?:and\s)?")
_SCALE = re.compile(rf"\b({_scale})\b", re.IGNORECASE)


def _plain(few: str) -> int:
    low = few.lower()
    return int(low) if low.isdigit() else 100 if low.endswith("hundred") else int(_of_words(low)[0])


_DIGIT_RUN = re.compile(r"(?<![^\W\d_])\d+(?:[.,\u00a0\u2009\u202f٫٬' ]\d{3}(?!\d))*(?:[.,٫]\d+)?")


def digits(text: str) -> dict[str, str]:
    """The significant digits of every number written in digits, in any language and script.

    Each by the digits that matter (``1 000 000`` and ``1 mln`` have ``1``), with the number as it
    stands. What the marks between them mean differs by language, so they are left out.
    """
    found: dict[str, str] = {}
    for match in _DIGIT_RUN.finditer(text):
        plain = "".join(str(unicodedata.decimal(c)) for c in match[0] if c.isdecimal())
        found.setdefault(plain.strip("0") or "0", match[0])
    return found

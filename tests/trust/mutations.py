"""Every way to make a statement say something else, one at a time.

Each function takes a sentence with what is known of it, and yields edits. A mutation is a sentence
as an editor might have written it by mistake: grammatical, and false or not carried by its quotes.
The same briefing gives the same mutations in the same order.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

import english
from naming import Name, Named, Names, texts_of

from quoteproof.diagnostics.finding import Location
from quoteproof.model.summaries import Position, Statement
from quoteproof.model.verified import Cited, VerifiedBriefing
from quoteproof.model.vocabulary import StatementKind

MONTH = "|".join(english.MONTHS)
WEEKDAY = "|".join(english.WEEKDAYS)
NUMBER_WORD = "|".join(sorted(english.COUNTING, key=len, reverse=True))
SPAN = "|".join(english.SPANS)
QUOTED = re.compile(r"\"[^\"]*\"|“[^”]*”")


@dataclass(frozen=True, slots=True)
class Edit:
    """A piece of a text, and what is put there instead; `words` are what a finding should name."""

    start: int
    end: int
    new: str
    words: tuple[str, ...] = ()
    statement_kind: StatementKind | None = None

    def on(self, text: str) -> str:
        made = text[: self.start] + self.new + text[self.end :]
        return made[:1].upper() + made[1:] if text[:1].isupper() else made


@dataclass(frozen=True, slots=True)
class Mutation:
    """A statement or position made to say something else."""

    kind: str
    place: Location
    id: str
    field: str
    before: str
    after: str
    words: tuple[str, ...]
    label: str  # plain, also in passage, background, uncited
    statement_kind: StatementKind | None = None


@dataclass(frozen=True)
class Sentence:
    """A text with what its briefing names, and the passages that it cites."""

    text: str
    origin: Statement | Position
    passages: str
    names: Names
    sources: frozenset[str]
    named: list[Named] = field(default_factory=list)

    def choose(self, many: list[Name], salt: str) -> Name | None:
        """One of many, the same in every run, and not always the first."""
        if not many:
            return None
        digest = hashlib.sha256(f"{self.text}\0{salt}".encode()).digest()
        return many[int.from_bytes(digest[:4], "big") % len(many)]


# ------------------------------------------------------------------ times

_DAY = re.compile(
    rf"\b(\d{{1,2}})(?=(?:(?:,| and| to| or|,? and) \d{{1,2}})* (?:{MONTH})\b)"
    rf"|(?<=\b)(?:{MONTH}) (\d{{1,2}})\b(?!\d)"
)
_MONTH = re.compile(rf"\b({MONTH})\b")
_YEAR = re.compile(r"(?<![\d.,/])\b((?:19|20)\d\d)\b(?![\d/]|,\d)")
_HOUR = re.compile(r"\b(\d{1,2})(:\d\d)?(?: ?([ap]m)\b)|\b(\d{1,2})(:\d\d)\b", re.IGNORECASE)
_RANGE_OF_MONTHS = re.compile(r"\bMay\b(?! \d)")


def dates(s: Sentence) -> Iterator[Edit]:
    """Another day of the month."""
    for match in _DAY.finditer(s.text):
        group = 1 if match[1] else 2
        day = int(match[group])
        if 1 <= day <= 31:
            yield _put(match, group, str(day + 1 if day < 28 else day - 1))


def months_and_years(s: Sentence) -> Iterator[Edit]:
    """Another month, another year."""
    for match in _MONTH.finditer(s.text):
        if match[1] == "May" and not re.search(
            r"(?:\d|\b(?:in|since|until|of|by)) $", s.text[: match.start()]
        ):
            continue
        if match[1] == "March" and re.match(r" (?:on|through) ", s.text[match.end() :]):
            continue
        yield _put(match, 1, english.MONTHS[(english.MONTHS.index(match[1]) + 2) % 12])
    for match in _YEAR.finditer(s.text):
        if not re.search(r"Resolution $", s.text[: match.start()]):
            yield _put(match, 1, str(int(match[1]) - 1))


def weekdays(s: Sentence) -> Iterator[Edit]:
    """Another day of the week."""
    for match in re.finditer(rf"\b({WEEKDAY})\b", s.text):
        yield _put(match, 1, english.WEEKDAYS[(english.WEEKDAYS.index(match[1]) + 2) % 7])


def hours(s: Sentence) -> Iterator[Edit]:
    """Another hour of the day."""
    for match in _HOUR.finditer(s.text):
        group = 1 if match[1] else 4
        hour = int(match[group])
        width = len(match[group])
        top = 12 if match[3] else 23
        yield _put(match, group, str(hour + 1 if hour < top else hour - 1).zfill(width))


def _times(text: str) -> list[tuple[int, int]]:
    """The spans of a text that are dates, years and hours, and so no numbers."""
    patterns = (_DAY, _YEAR, _HOUR)
    return [match.span() for pattern in patterns for match in pattern.finditer(text)]


# ------------------------------------------------------------------ numbers

_DIGITS = re.compile(r"(?<![\w./:-])\d+(?:,\d{3})*(?:\.\d+)?(?![\w/:]|\.\d|,\d{3})(?:(?=-)|)")
_WORDS = re.compile(rf"(?<![\w-])({NUMBER_WORD})(?![\w]|-(?:{NUMBER_WORD}|one)\b)", re.IGNORECASE)
_SPAN = re.compile(rf"^[- ](?:\w+[- ])?({SPAN})(s?)\b(?:-(?:long|old))?", re.IGNORECASE)
_LOWER_BOUND = re.compile(
    r"(?:at least|more than|over|no fewer than|no less than|exceeding) $", re.I
)
_UPPER_BOUND = re.compile(
    r"(?:at most|no more than|fewer than|less than|under|up to|exceed|within|not exceed) $", re.I
)


def _numbers(s: Sentence) -> Iterator[tuple[int, int, str]]:
    taken = _times(s.text)
    for pattern in (_DIGITS, _WORDS):
        for match in pattern.finditer(s.text):
            if not any(start < match.end() and match.start() < end for start, end in taken):
                yield match.start(), match.end(), match[0]


def numbers(s: Sentence) -> Iterator[Edit]:
    """Another number, a little off and ten times as much; another ordinal, fraction, magnitude."""
    for start, end, written in _numbers(s):
        if _duration_after(s.text, end):
            continue
        for new in _others(written, s.text[:start]):
            yield Edit(start, end, new, (new,))
    ordinal = "|".join(english.ORDINALS[:-1])
    for match in re.finditer(
        rf"\b(?:the|its|his|her|their|this) ({ordinal})\b(?! of\b)", s.text, re.I
    ):
        new = english.ORDINALS[english.ORDINALS.index(match[1].lower()) + 1]
        if not re.match(r" (?:hours?|days?)? ?(?:said|says)", s.text[match.end() :]):
            yield _put(match, 1, new)
    fraction = "|".join(english.FRACTIONS)
    for match in re.finditer(
        rf"\b(?:a|one) ({fraction})\b(?=$|[.,;:]| of | less| more)", s.text, re.I
    ):
        yield _put(match, 1, english.FRACTIONS[match[1].lower()])
    for match in re.finditer(rf"\b({'|'.join(english.VAGUE_COUNTS)})\b(?! dozen)", s.text, re.I):
        new = english.VAGUE_COUNTS[match[1].lower()]
        yield _put(match, 1, _cased(new, match[1]))
    for match in re.finditer(rf"(?<=[\d\w]) ({'|'.join(english.MAGNITUDES)})\b", s.text):
        yield _put(match, 1, english.MAGNITUDES[match[1]])
    for match in re.finditer(r"\ba(?= (?:million|thousand|dozen|hundred)\b)", s.text):
        yield Edit(match.start(), match.end(), "two", ("two",))


def durations(s: Sentence) -> Iterator[Edit]:
    """Another number of hours, days or years; the same number of another span."""
    for start, end, written in _numbers(s):
        after = _duration_after(s.text, end)
        if not after:
            continue
        for new in _others(written, s.text[:start])[:1]:
            yield Edit(start, end, new, (new,))
        new = english.SPANS[after[1].lower()]
        at = end + after.start(1)
        yield Edit(at, end + after.end(1), new, (new,))
    pattern = (
        rf"\b(?:a|an|per|last|next|this|every|each) ({SPAN})\b"
        rf"|\b(once|twice) a ({SPAN})\b|\b({SPAN})s?-long"
    )
    for match in re.finditer(pattern, s.text):
        group = next(g for g in (1, 3, 4) if match[g])
        new = english.SPANS[match[group]]
        if match[group] not in ("second", "minute") and not match[0].startswith(("a ", "an ")):
            yield _put(match, group, new)
    for match in re.finditer(
        rf"(?<=\d )(?:\w+ )?an? ({SPAN})\b|(?<=[a-z] )a (day|month|year)\b", s.text
    ):
        group = 1 if match[1] else 2
        if match[group] != "second":  # *at 20:41, and a second one*
            yield _put(match, group, english.SPANS[match[group]])


def _duration_after(text: str, end: int) -> re.Match[str] | None:
    return _SPAN.match(text[end:])


def _others(written: str, before: str) -> list[str]:
    """Other numbers, written alike; a bound is never moved to where it would still be true."""
    lower, upper = bool(_LOWER_BOUND.search(before)), bool(_UPPER_BOUND.search(before))
    if written[0].isdigit():
        decimals = len(written.split(".")[1]) if "." in written else 0
        scale = 10**decimals
        value = int(written.replace(",", "").replace(".", ""))
        commas = "," in written
        near = _near(value, lower, upper)
        far = value // 10 if upper and value >= 20 and value % 10 == 0 else value * 10
        made = [near] if upper and far > value else [near, far]
        if re.search(r"[A-Z]\w+ $", before) and not commas:
            made = [near]  # a number that is a name, such as a resolution's
        return [
            _digits(other, scale, decimals, commas or (value < 1000 <= other))
            for other in made
            if other > 1 or scale > 1
        ]
    value = english.COUNTING[written.lower()]
    other = value - 1 if upper and value > 2 else value + 1 if value < 99 else value - 1
    return [_cased(english.spelled(other), written)]


def _near(value: int, lower: bool, upper: bool) -> int:
    step = 10 ** (len(str(value)) - 1) if value >= 10 and value % 10 == 0 else 1
    up = lower or (not upper and str(value // step)[-1] != "9")
    near = value + step if up else value - step
    return near if near > 0 else value + step


def _digits(value: int, scale: int, decimals: int, commas: bool) -> str:
    if decimals:
        return f"{value / scale:,.{decimals}f}" if commas else f"{value / scale:.{decimals}f}"
    return f"{value:,}" if commas else str(value)


def units(s: Sentence) -> Iterator[Edit]:
    """Another unit of measure or money."""
    pattern = "|".join(re.escape(u) for u in sorted(english.UNITS, key=len, reverse=True))
    for match in re.finditer(rf"(?<=[\w)] )({pattern})\b", s.text):
        yield _put(match, 1, english.UNITS[match[1]])


# ------------------------------------------------------------------ names

_SPEAKS_AFTER = re.compile(
    rf"^(?:'s?)?(?:,[^,.;]{{1,60}},)?(?: (?:report|reports|statement|note|director|chairman|"
    rf"chairwoman|spokeswoman|spokesman|minister)(?: of \d+ \w+)?)?"
    rf"(?: (?:itself|also|alone|only|both|has|have|had|later|first))* (?:{english.SAYING})\b"
)
_SPEAKS_BEFORE = re.compile(
    rf"(?:according to|by|{english.SAYING}|from) (?:the |The )?$|, (?:{english.SAYING}) $"
)


def names(s: Sentence) -> Iterator[Edit]:
    """Another actor or outlet of the briefing, where nobody is named as speaking."""
    for named in s.named:
        if not named.name.is_place and not _speaks(s.text, named):
            yield from _swapped(s, named)
    yield from _roles(s, speaking=False)


def places(s: Sentence) -> Iterator[Edit]:
    """Another place of the briefing."""
    for named in s.named:
        if named.name.is_place:
            yield from _swapped(s, named)


def attributions(s: Sentence) -> Iterator[Edit]:
    """Another speaker."""
    for named in s.named:
        if not named.name.is_place and _speaks(s.text, named):
            yield from _swapped(s, named)
    yield from _roles(s, speaking=True)


def _roles(s: Sentence, speaking: bool) -> Iterator[Edit]:
    """A person in another role."""
    for match in re.finditer(rf"(?<![\w-])({'|'.join(english.ROLES)})(?![\w-])", s.text):
        after = s.text[match.end() :]
        speaks = re.match(
            rf"(?: (?:of|at) [^,.;]{{1,50}})?(?:, [^,.;]{{1,60}},)?"
            rf"(?: (?:has|have|had|also|then))* (?:{english.SAYING})\b",
            after,
        ) or re.search(
            rf"\b(?:{english.SAYING}|according to) [^,.;]{{1,40}}$", s.text[: match.start()]
        )
        if bool(speaks) == speaking:
            yield _put(match, 1, english.ROLES[match[1]])


def _speaks(text: str, named: Named) -> bool:
    before = text[: named.start]
    said_by = re.search(rf"(?:according to|\b(?:{english.SAYING})) $", before) is not None
    return said_by or _SPEAKS_AFTER.match(text[named.end :]) is not None


def _swapped(s: Sentence, named: Named) -> Iterator[Edit]:
    """One name that the passages do not have, and one that they do, if there is any."""
    # “the Astana talks”: what is put there must do without an article of its own.
    attributive = not named.name.article and re.search(r"\b[Tt]he $", s.text[: named.start])
    here = {kin for other in s.named for kin in s.names.kin(other.name.entity)}
    others = [
        name
        for name in s.names.in_use(named.name.sort)
        if name.entity not in here
        and name.plural == named.name.plural
        and not (name.article and attributive)
    ]
    inside = [name for name in others if _has(s.passages, name.words)]
    cited = {found.name.entity for found in s.names.found_in(s.passages)}
    outside = [name for name in others if name.entity not in cited and name not in inside]
    for some in (outside, inside):
        name = s.choose(some, named.name.words)
        if name:
            yield Edit(named.start, named.end, _fitted(s.text, named, name), (name.words,))


def _fitted(text: str, named: Named, name: Name) -> str:
    start = named.start == 0 or text[: named.start].endswith((". ", "? "))
    whole = name.whole
    return whole[0].upper() + whole[1:] if start else whole


_TOGETHER = re.compile(
    r"^(?:'s?)?(?:[,;]? ?(?:and|or|nor|as well as)(?: both| the| of| in| from| by| for)* ?"
    r"|[ ,/–-]+)$"
    r"|\b(?:with|between|alongside|together)\b|^ and "
)


def _is_attributive(text: str, named: Named) -> bool:
    """“The Ankara talks”, “a Kelda boat”: a name that stands for no party there."""
    article = re.match(r"[Tt]he ", text[named.start :]) or re.search(
        r"\b(?:an?|the) $", text[: named.start], re.I
    )
    return article is not None and not named.name.article and named.name.sort != "people"


def reversals(s: Sentence) -> Iterator[Edit]:
    """The two parties of a sentence change places, unless they stand side by side."""
    parties = [
        n for n in s.named if n.name.sort in ("body", "person", "people", "media", "population")
    ]
    entities = [party.name.entity for party in parties]
    for first, second in pairwise(parties):
        between = s.text[first.end : second.start]
        alike = (first.name.sort == "people") == (second.name.sort == "people")
        if (
            not alike
            or (first.name.sort == "media") != (second.name.sort == "media")
            or first.name.plural != second.name.plural
            or max(entities.count(first.name.entity), entities.count(second.name.entity)) > 1
            or second.name.entity in s.names.kin(first.name.entity)
            or _TOGETHER.search(between)
            or re.search(r"[.;?] |\bboth\b", between)
            # “Turkey's defence minister, Hulusi Akar”: one is the other's
            or re.match(r"^'s? [^,]+, $", between)
            or any(_is_attributive(s.text, party) for party in (first, second))
            or re.search(r"\b(?:between|both) (?:the )?$", s.text[: first.start])
            # “neither the first nor that of the second”
            or re.fullmatch(r" (?:nor|and|or) (?:that of )?(?:the )?", between)
            # “of the party of the second”: one names the other
            or re.match(r"^(?:'s)? (?:of|for) (?:the )?$", between)
        ):
            continue
        # As written, with or without their articles.
        one, two = s.text[first.start : first.end], s.text[second.start : second.end]
        one = re.sub(r"^The(?= )", "the", one)
        if s.text[: first.start].endswith((". ", "? ")):
            two = two[0].upper() + two[1:]
        new = two + between + one
        yield Edit(first.start, second.end, new, (first.name.words, second.name.words))


# ------------------------------------------------------------------ polarity

_AUXILIARY = re.compile(
    r"\b(will|would|has|have|had|was|were|is|are|may|might|can|could|should|must|shall)\b"
    r"(?! (?:not|no|never)\b)(?=[ ,])"
)
_SUBJECT_BEFORE = (
    r"(?:who|which|that|it|he|she|they|both|people|police|residents|protesters|islanders|troops|"
    r"soldiers|reports?)"
)


_NO = re.compile(r"\b(?:no|not|never|nobody|nothing|none|neither|nor|without|only)\b", re.I)


def negations(s: Sentence) -> Iterator[Edit]:
    """A “not” put in or taken out, a “never”, a denial for a saying."""
    text = s.text
    quoted = [match.span() for match in QUOTED.finditer(text)]

    def free(match: re.Match[str]) -> bool:
        return not any(start < match.end() and match.start() < end for start, end in quoted)

    for match in filter(free, re.finditer(r"\b(?:not|never) (?!only\b)", text)):
        # “wants this, not that”: without its “not” it would be no sentence
        if not re.search(r"[,;(] ?(?:and |but )?$", text[: match.start()]):
            yield Edit(
                match.start(), match.end(), "", ("not", "never", _next_word(text, match.end()))
            )
    for match in filter(
        free,
        re.finditer(
            r"(?<![Ww]hether or )\b([Nn]o)(?= [a-z])(?! (?:more|fewer|less|longer|matter|one)\b)",
            text,
        ),
    ):
        yield _put(match, 1, _cased("some", match[1]), "no", _next_word(text, match.end() + 1))
    pairs = {"nobody": "somebody", "nothing": "something", "none": "some", "without": "with"}
    for match in filter(free, re.finditer(rf"\b({'|'.join(pairs)})\b", text, re.I)):
        yield _put(match, 1, _cased(pairs[match[1].lower()], match[1]), match[1])
    for match in filter(free, _AUXILIARY.finditer(text)):
        clause = _clause_before(text, match.start())
        # “no ferry will not sail”, “until it is not replaced”, “had not nothing to do”: twice no.
        if _NO.search(clause) or re.search(r"\b(?:until|before|unless|whether|if) ", clause):
            continue
        if _NO.match(re.split(r"[,;:.]", text[match.end() :])[0].partition(" ")[2]):
            continue
        yield Edit(match.end(), match.end(), " not", ("not", _next_word(text, match.end() + 1)))
    for match in filter(free, re.finditer(r"\b(said|says|say)(?= that\b)", text)):
        denial = {"said": "denied", "says": "denies", "say": "deny"}[match[1]]
        yield _put(match, 1, denial)
    for match in filter(free, re.finditer(r"\b(denied|denies|deny)(?= that\b)", text)):
        saying = {"denied": "said", "denies": "says", "deny": "say"}[match[1]]
        yield _put(match, 1, saying, match[1])
    for match, base in _finite_past(s):
        if free(match):
            if _NO.match(text[match.end() :].lstrip()):
                continue
            new = f"did not {base}"
            yield Edit(match.start("verb"), match.end("verb"), new, (new, "not"))


def _clause_before(text: str, at: int) -> str:
    """What stands before a verb in its clause."""
    return re.split(r"[,;:.]|\b(?:that|which|who|but)\b", text[:at])[-1]


def _finite_past(s: Sentence) -> Iterator[tuple[re.Match[str], str]]:
    """Verbs in the simple past whose subject stands directly before them."""
    verbs = "|".join(sorted(english.BASE_OF_PAST, key=len, reverse=True))
    ends = {named.end for named in s.named}
    for match in re.finditer(rf"(?P<before>\b[\w'-]+) (?P<verb>{verbs})\b(?! by\b)", s.text):
        named = match.end("before") in ends
        pronoun = re.fullmatch(_SUBJECT_BEFORE, match["before"], re.I) is not None
        saying = re.fullmatch(english.SAYING, match["verb"]) is not None
        subordinate = re.search(
            r"\b(?:before|after|until|when) (?:\w+ )?$", s.text[: match.start()]
        )
        if (named or pronoun) and not saying and not subordinate:
            yield match, english.BASE_OF_PAST[match["verb"]]


def modalities(s: Sentence) -> Iterator[Edit]:
    """What will be has been, what was will be, what may be will be, what is planned is done."""
    text = s.text
    quoted = [match.span() for match in QUOTED.finditer(text)]

    def free(match: re.Match[str]) -> bool:
        return not any(start < match.end() and match.start() < end for start, end in quoted)

    for match in filter(free, re.finditer(r"\bwill(?= (?!not\b)[a-z])", text)):
        if "whether" in text[: match.start()]:
            continue
        yield Edit(match.start(), match.end(), "may", ("may", "will"))
        after = re.match(r" (be )?([a-z]+)\b", text[match.end() :])
        if after and after[1] and after[2] in english.BASE_OF_PARTICIPLE:
            end = match.end() + after.end(1) - 1
            yield Edit(match.start(), end, "had been", ("had been",))
        elif after and not after[1] and after[2] in english.PAST_OF:
            new = english.PAST_OF[after[2]]
            yield Edit(match.start(), match.end() + after.end(2), new, (new,))
    for match in filter(
        free, re.finditer(r"(?<!whether it )\b(may|might|could)(?= (?!not\b|have\b)[a-z])", text)
    ):
        if not _NO.search(_clause_before(text, match.start())):
            yield _put(match, 1, "will", match[1])
    for match in filter(free, re.finditer(r"\b(must|shall)(?= (?!not\b)[a-z])", text)):
        # *nobody shall* is *nobody may*, and *nobody will* is how rules are told
        if not _NO.search(_clause_before(text, match.start())):
            yield _put(match, 1, "may", match[1])
    for match in filter(
        free, re.finditer(r"\b(has|have|had|was|were)( already)?( been)? ([a-z]+)\b", text)
    ):
        if _HELPED.search(text[: match.start()]):
            continue  # *appears to have held*, *would not have been opened*: no *will* fits there
        auxiliary, been, verb = match[1], match[3], match[4]
        if verb in english.BASE_OF_PARTICIPLE and (auxiliary in ("was", "were") or been):
            end = match.start(4) - 1
            new = "would be" if auxiliary == "had" else "will be"
            yield Edit(match.start(), end, new, (new, verb))
        elif verb in english.BASE_OF_PARTICIPLE and not been:
            modal = "would" if auxiliary == "had" else "will"
            new = f"{modal} {english.BASE_OF_PARTICIPLE[verb]}"
            yield Edit(match.start(), match.end(4), new, (new,))
    for match in filter(
        free,
        re.finditer(
            r"\b(?:plans|plan|planned|is|are|was|were|agreed|hopes?|intends?|wants?) to "
            r"(be )?([a-z]+)\b",
            text,
        ),
    ):
        if _HELPED.search(text[: match.start()]):
            continue  # *does not intend to*
        if match[1] and match[2] in english.BASE_OF_PARTICIPLE:
            yield Edit(match.start(), match.start(2) - 1, "had been", ("had been", match[2]))
        elif not match[1] and match[2] in english.PAST_OF:
            new = english.PAST_OF[match[2]]
            yield Edit(match.start(), match.end(), new, (new,))
    for match, base in _finite_past(s):
        if free(match):
            new = f"will {base}"
            yield Edit(match.start("verb"), match.end("verb"), new, (new,))


_HELPED = re.compile(r"\b(?:to|not|can|could|would|should|might|may|must|will) $")

# ------------------------------------------------------------------ how many, and when

_QUANTIFIERS = {
    "at least": "at most",
    "at most": "at least",
    "more than": "fewer than",
    "fewer than": "more than",
    "less than": "more than",
    "no more than": "no fewer than",
    "no fewer than": "no more than",
    "nearly": "more than",
    "almost": "more than",
    "up to": "at least",
    "over": "under",
    "all": "some",
    "most": "few",
    "some": "all",
    "both": "neither",
    "every": "no",
    "many": "few",
    "few": "many",
    "several": "all",
    "half": "all",
    "only": "not only",
}


def quantifiers(s: Sentence) -> Iterator[Edit]:
    """At most for at least, all for some, more than for nearly."""
    words = "|".join(sorted(_QUANTIFIERS, key=len, reverse=True))
    for match in re.finditer(rf"(?<![\w-])({words})(?= )", s.text, re.I):
        word, after = match[1].lower(), s.text[match.end() :]
        counted = re.match(
            rf" (?:an? |the )?(?:\d|{NUMBER_WORD}|million|thousand|dozen|hundred|half|third|"
            r"quarter|fifth)",
            after,
            re.I,
        )
        if (
            word in ("over", "nearly", "almost", "up to", "more than", "fewer than", "less than")
            and not counted
        ):
            continue
        if word == "some" and (counted or not re.match(r" (?:of|[a-z]+s)\b", after)):
            continue
        if word == "all" and not re.match(r" (?:of|the|\w+s|" + NUMBER_WORD + r"|\d+)\b", after):
            continue
        if word == "both" and not re.match(r" (?:of|the|said|sides|parties|ministers)\b", after):
            continue
        if word in ("only", "half", "most") and not re.match(
            r" (?:of|on|in|where|after|if|one|two|three|\d)", after
        ):
            continue
        if word == "every" and (
            counted or re.match(r" (?:other )?(?:" + SPAN + "|" + WEEKDAY + ")", after)
        ):
            continue
        if word in ("few", "many") and re.search(
            r"\b(?:a|how|the|not|as|so|too)\s$", s.text[: match.start()], re.I
        ):
            continue
        if word == "both" and re.match(r" (?:said|told)", after):
            yield _put(match, 1, "neither")
            continue
        new = _QUANTIFIERS[word]
        if re.search(r"\b(?:not|whether) $", s.text[: match.start()], re.I):
            continue
        if word == "all" and counted:
            new = "none of the"
            yield _put(match, 1, _cased(new, match[1]), "none")
            continue
        if word == "both" and not after.startswith(" of"):
            new = "neither of the"
            after_the = 4 if after.startswith(" the") else 0
            yield Edit(match.start(), match.end() + after_the, _cased(new, match[1]), ("neither",))
            continue
        yield _put(match, 1, _cased(new, match[1]))


_ORDER = {
    "before": "after",
    "after": "before",
    "until": "from",
    "since": "before",
    "within": "after",
}


def orders(s: Sentence) -> Iterator[Edit]:
    """After for before, from for until."""
    time = (
        rf" (?:the )?(?:(?:early|late|end of|night of|middle of) )?(?:\d|{NUMBER_WORD}|{MONTH}|"
        rf"{WEEKDAY}|signing|talks|deal|departure|fire|halt|start)"
    )
    for match in re.finditer(rf"\b({'|'.join(_ORDER)})(?={time})", s.text):
        yield _put(match, 1, _ORDER[match[1]])


# ------------------------------------------------------------------ fact or claim


def claims(s: Sentence) -> Iterator[Edit]:
    """What one source claims told as a fact without its speaker; a fact called nobody's claim."""
    if not isinstance(s.origin, Statement):
        return
    if s.origin.kind is StatementKind.FACT and s.origin.cite:
        speaks = re.search(rf"\b(?:{english.SAYING}|according|say|by)\b", s.text) or any(
            named.name.sort == "media" for named in s.named
        )
        if not speaks and s.origin.id != "descriptor":
            yield Edit(0, 0, "", (), StatementKind.ATTRIBUTED_CLAIM)
    if s.origin.kind is not StatementKind.ATTRIBUTED_CLAIM or len(s.sources) != 1:
        return
    # Only a sentence that says one thing: “X says that A, and that B” would be no sentence without.
    said_first = re.match(
        r"^(?:(?!\b(?:that|and)\b)[^;:]){3,70}?"
        r"\b(?:said|says|reports|reported|writes|wrote|told [\w ]{3,40}?) that ",
        s.text,
    )
    if said_first and not re.search(
        r",? (?:and|but) (?:that|says|said|adds|rejects|calls)\b", s.text
    ):
        yield Edit(
            0, said_first.end(), "", _first_words(s.text[said_first.end() :]), StatementKind.FACT
        )
    said_last = re.search(
        rf", (?!and |but |which |who |as )(?:(?:according to|by) [^,;:]{{3,60}}|"
        rf"[^,;:]{{3,60}} (?:{english.SAYING})(?: on \d+ \w+)?|"
        rf"(?:says|said|writes|wrote|reports|reported) [^,;:]{{3,60}})\.$",
        s.text,
    )
    if said_last and " that " not in said_last[0]:
        yield Edit(said_last.start(), len(s.text), ".", _first_words(s.text), StatementKind.FACT)


# ------------------------------------------------------------------ all of them

KINDS: dict[str, Callable[[Sentence], Iterable[Edit]]] = {
    "number": numbers,
    "date": dates,
    "month or year": months_and_years,
    "weekday": weekdays,
    "hour": hours,
    "duration": durations,
    "unit": units,
    "name": names,
    "place": places,
    "attribution": attributions,
    "reversal": reversals,
    "negation": negations,
    "modality": modalities,
    "quantifier": quantifiers,
    "order in time": orders,
    "fact or claim": claims,
}

# Of these, what is put in may stand in the passage all the same: harder to notice.
_BORROWING = (
    "number",
    "date",
    "month or year",
    "weekday",
    "hour",
    "duration",
    "unit",
    "name",
    "place",
    "attribution",
)


def mutations_of(briefing: VerifiedBriefing) -> list[Mutation]:
    """Every mutation of every statement and position, in order, each once."""
    names = Names(briefing)
    documents = {source.id: source.document.raw for source in briefing.sources}
    credits = {
        source.id: _credits(source.source.publisher, source.source.agency, names)
        for source in briefing.sources
    }
    made: dict[tuple[Location, str, str, StatementKind | None], Mutation] = {}
    for cited in briefing.cited:
        if isinstance(cited.origin, Statement | Position):
            for mutation in _of(cited, cited.origin, names, documents, credits):
                key = (mutation.place, mutation.field, mutation.after, mutation.statement_kind)
                made.setdefault(key, mutation)
    return list(made.values())


def _of(
    cited: Cited,
    origin: Statement | Position,
    names: Names,
    documents: dict[str, str],
    credits: dict[str, frozenset[str]],
) -> Iterator[Mutation]:
    passages = "\n".join(
        documents[c.source][c.anchor.start : c.anchor.end] for c in cited.citations
    )
    for field_name, text in texts_of(origin).items():
        found = names.found_in(text)
        sentence = Sentence(text, origin, passages, names, frozenset(cited.rests_on), found)
        for kind, edits in KINDS.items():
            for edit in edits(sentence):
                after = edit.on(text)
                if after == text and edit.statement_kind is None:
                    continue
                credited = [credits[c.source] for c in cited.citations]
                label = _label(kind, edit, sentence, bool(cited.carrying), credited)
                yield Mutation(
                    kind,
                    origin.at,
                    cited.id,
                    field_name,
                    text,
                    after,
                    edit.words,
                    label,
                    edit.statement_kind,
                )


def _credits(publisher: str, agency: str | None, names: Names) -> frozenset[str]:
    """All names of a report's agency and its publisher, either of which may be said to report."""
    if not agency:
        return frozenset()
    entities = {found.name.entity for text in (publisher, agency) for found in names.found_in(text)}
    return frozenset({publisher, agency} | {n.words for n in names.names if n.entity in entities})


def _label(
    kind: str, edit: Edit, s: Sentence, carried: bool, credited: list[frozenset[str]]
) -> str:
    """How hard it is: words of a passage are harder, and so is a paper put for its agency."""
    if not carried:
        return "uncited"
    if isinstance(s.origin, Statement) and s.origin.background:
        return "background"
    if kind in _BORROWING and any(_has(s.passages, w) for w in edit.words):
        return "also in passage"
    replaced = s.text[edit.start : edit.end].removeprefix("the ").removeprefix("The ")
    if any(replaced in names and edit.words[0] in names for names in credited if edit.words):
        return "also in passage"
    return "plain"


def _has(passages: str, words: str) -> bool:
    """Whether words stand in the passages, a number also in its other spelling."""
    forms = {words, english.spelled(int(words)) if words.isdigit() and int(words) < 100 else words}
    if words.lower() in english.COUNTING:
        forms.add(str(english.COUNTING[words.lower()]))
    return any(
        re.search(rf"(?<![\w.,]){re.escape(form)}(?!\w|[.,]\d)", passages, re.I) for form in forms
    )


def _put(match: re.Match[str], group: int, new: str, *words: str) -> Edit:
    return Edit(match.start(group), match.end(group), new, (new, *words))


def _cased(new: str, old: str) -> str:
    return new[0].upper() + new[1:] if old[0].isupper() else new


def _next_word(text: str, at: int) -> str:
    match = re.search(r"\w+", text[at:])
    return match[0] if match else ""


def _first_words(text: str) -> tuple[str, ...]:
    return (" ".join(text.split()[:3]),)

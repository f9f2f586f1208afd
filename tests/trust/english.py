"""Plain facts of English that the mutations need: calendars, counting, units, verbs, peoples.

Written for the benchmark alone. The checks have tables of their own, so that a gap in theirs is not
also a gap here.
"""

from __future__ import annotations


def _words(text: str) -> list[str]:
    return text.split()


MONTHS = _words(
    "January February March April May June July August September October November December"
)
WEEKDAYS = _words("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")

_ONES = _words(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
_TENS = _words("_ _ twenty thirty forty fifty sixty seventy eighty ninety")


def spelled(number: int) -> str:
    """A number from 0 to 99 in words."""
    if number < 20:
        return _ONES[number]
    tens, ones = divmod(number, 10)
    return _TENS[tens] + (f"-{_ONES[ones]}" if ones else "")


COUNTING = {spelled(number): number for number in range(2, 100)}
ORDINALS = _words("first second third fourth fifth sixth seventh eighth ninth tenth")
FRACTIONS = {
    "half": "third",
    "third": "quarter",
    "quarter": "third",
    "fifth": "sixth",
    "sixth": "fifth",
    "tenth": "fifth",
}
VAGUE_COUNTS = {
    "dozens": "hundreds",
    "scores": "hundreds",
    "hundreds": "thousands",
    "thousands": "hundreds",
}
MAGNITUDES = {"thousand": "million", "million": "billion", "billion": "million"}

SPANS = {
    "second": "minute",
    "minute": "hour",
    "hour": "day",
    "day": "week",
    "week": "month",
    "month": "year",
    "year": "month",
}
"""A unit of time, and another one, in the singular."""

UNITS = {
    "nautical miles": "kilometres",
    "nautical mile": "kilometre",
    "kilometres per hour": "metres per second",
    "metres per second": "kilometres per hour",
    "cubic metres": "litres",
    "square kilometres": "hectares",
    "kilometres": "metres",
    "kilometers": "meters",
    "kilometre": "metre",
    "kilometer": "meter",
    "km": "m",
    "metres": "kilometres",
    "meters": "kilometers",
    "metre": "kilometre",
    "miles": "kilometres",
    "hectares": "square kilometres",
    "litres": "cubic metres",
    "tonnes": "kilograms",
    "tons": "kilograms",
    "kilograms": "tonnes",
    "megawatts": "kilowatts",
    "crowns": "euros",
    "euros": "dollars",
    "dollars": "euros",
    "percentage points": "votes",
    "per cent": "percentage points",
    "percent": "percentage points",
}
"""A unit, and another that measures the same sort of thing, as an editor's slip would have it."""

PEOPLES = _words(
    "Turkish Russian Syrian Iranian Iraqi American British French German Chinese Israeli Egyptian "
    "Ukrainian Lebanese Kurdish Greek"
)

PAST = {
    # base: past, participle (irregular); the regular ones are made by rule
    "begin": ("began", "begun"),
    "build": ("built", "built"),
    "break": ("broke", "broken"),
    "bring": ("brought", "brought"),
    "carry": ("carried", "carried"),
    "deny": ("denied", "denied"),
    "draw": ("drew", "drawn"),
    "fall": ("fell", "fallen"),
    "find": ("found", "found"),
    "get": ("got", "got"),
    "give": ("gave", "given"),
    "go": ("went", "gone"),
    "hear": ("heard", "heard"),
    "hold": ("held", "held"),
    "keep": ("kept", "kept"),
    "lead": ("led", "led"),
    "leave": ("left", "left"),
    "lie": ("lay", "lain"),
    "lose": ("lost", "lost"),
    "make": ("made", "made"),
    "meet": ("met", "met"),
    "pay": ("paid", "paid"),
    "rise": ("rose", "risen"),
    "run": ("ran", "run"),
    "see": ("saw", "seen"),
    "sell": ("sold", "sold"),
    "send": ("sent", "sent"),
    "speak": ("spoke", "spoken"),
    "strike": ("struck", "struck"),
    "take": ("took", "taken"),
    "withdraw": ("withdrew", "withdrawn"),
    "write": ("wrote", "written"),
}
_REGULAR = _words(
    "accept achieve act add agree allow announce answer appeal apply approve arrive ask attack "
    "begrudge block call cancel cap charter check clear close collect complete conclude condemn "
    "conduct confirm consult continue count cover cross cut deliver demand deploy destroy detain "
    "detect disclose discuss displace divide drop elect end enter establish evacuate exceed expect "
    "extend fail finish fire follow gather halt help identify improve include increase inform "
    "inspect interview join kill last launch list maintain mark measure mediate monitor move name "
    "negotiate offer open oppose order park patrol place plan postpone prevent promise propose "
    "provide publish reach receive reduce refuse register reject release remain remove reopen "
    "repair repeat replace reply report request resign respond restore resume retaliate return "
    "sail seize settle share shift sign start station stay stop store stress submit supply support "
    "suspend test tour travel treat trim turn use vacate verify visit vote want warn weigh welcome "
    "work"
)
_DOUBLED = {"stop", "cap", "patrol", "plan", "drop", "trim", "cancel"}


def _regular(base: str) -> str:
    if base == "cut":
        return "cut"
    if base in _DOUBLED:
        return f"{base}{base[-1]}ed"
    if base.endswith("e"):
        return f"{base}d"
    if base.endswith("y") and base[-2] not in "aeou":
        return f"{base[:-1]}ied"
    return f"{base}ed"


PAST_OF = {base: forms[0] for base, forms in PAST.items()}
PAST_OF |= {base: _regular(base) for base in _REGULAR}
BASE_OF_PAST = {past: base for base, past in PAST_OF.items() if base != "cut"}
BASE_OF_PARTICIPLE = {forms[1]: base for base, forms in PAST.items()}
BASE_OF_PARTICIPLE |= {_regular(base): base for base in _REGULAR}

SAYING = (
    "said|says|told|tells|reported|reports|denied|denies|wrote|writes|confirmed|confirms|announced|"
    "announces|stressed|stresses|stated|states|called|calls|puts|promised|promises|rejects|rejected|"
    "argues|argued|added|adds|describes|described|spoke|speaks|warned|warns|claims|claimed|"
    "estimates|estimated|accused|accuses|conceded|insists|insisted"
)
"""Verbs with which a sentence names its speaker."""

HEADS = _words(
    "agency authority ministry commission committee council court office union company government "
    "observatory coalition association army board bank tribunal party cooperative institute service"
)
"""The nouns by which a body is named for short: “the council”."""

ROLES = {
    "captain": "deckhand",
    "chairman": "director",
    "chairwoman": "director",
    "commissioner": "governor",
    "deckhand": "captain",
    "diplomat": "minister",
    "director": "chairman",
    "doctor": "nurse",
    "farmer": "fisherman",
    "governor": "mayor",
    "judge": "lawyer",
    "lawyer": "judge",
    "leader": "founder",
    "lecturer": "student",
    "mayor": "governor",
    "minister": "spokesman",
    "nurse": "doctor",
    "official": "diplomat",
    "president": "minister",
    "secretary": "treasurer",
    "shopkeeper": "fisherman",
    "spokesman": "director",
    "spokeswoman": "director",
    "teacher": "farmer",
    "vice-president": "president",
}
"""What a person is, and something else that a person can be, with the same article."""

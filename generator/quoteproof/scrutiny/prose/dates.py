"""Dates, weekdays and times of day in English prose, and the days that they can mean."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum
from functools import lru_cache
from itertools import chain

from quoteproof.scrutiny.prose.beginnings import found_at
from quoteproof.scrutiny.prose.words import PAST_FORMS

_MONTHS = (
    "january february march april may june july august september october november december".split()
)
_MONTH_NUMBER = {name: n for n, name in enumerate(_MONTHS, 1)} | {
    name[:3]: n for n, name in enumerate(_MONTHS, 1)
} | {"sept": 9}  # fmt: skip
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_WEEKDAY_NUMBER = {name.lower(): n for n, name in enumerate(WEEKDAYS)} | {
    name.lower()[:3]: n for n, name in enumerate(WEEKDAYS)
} | {"tues": 1, "thur": 3, "thurs": 3}  # fmt: skip


class Kind(Enum):
    """What sort of time an expression names."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    WEEKDAY = "weekday"
    RELATIVE = "relative"
    CLOCK = "clock"


@dataclass(frozen=True, slots=True)
class When:
    """An expression of time at ``text[start:end]``; of what it does not say, the field is None.

    `lean` is -1 or 1 where the words around it speak of the past or of what is to come; of a month,
    where it is *last June* or *next June*. A weekday beside a date has that date. A relative
    expression has its distance from the day of writing in days: from `low` to `high`; a date *of
    next year*, its distance in years.
    """

    kind: Kind
    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    minutes: int | None = None
    lean: int = 0
    low: int = 0
    high: int = 0
    unit: str = ""
    """Of *last month* and the like: month or year, which are those of the calendar; of *the next
    day*, which may count from any day that is spoken of: day; of *a week later*: apart."""
    twelve: bool = False
    """Of a time of day: whether it may as well be twelve hours later (*half past nine*)."""

    def days(self, issued: tuple[date, date] | None) -> tuple[tuple[date, date], ...]:
        """The spans of days that it can mean in a text issued between two days.

        () where it needs a day of writing and there is none; a month or year is one span.
        """
        if self.kind is Kind.CLOCK:
            return ()
        if self.kind is Kind.YEAR and self.year:
            return ((date(self.year, 1, 1), date(self.year, 12, 31)),)
        if self.month is not None:
            years = (self.year,) if self.year else self._years(issued)
            return tuple(span for year in years if (span := self._in(year)))
        if issued is None or (issued[1] - issued[0]).days > 31:
            return ()
        spans = []
        for back in range((issued[1] - issued[0]).days + 1):
            written = issued[0] + timedelta(days=back)
            if self.kind is Kind.RELATIVE and self.unit in ("month", "year", "season"):
                spans.append(_of_calendar(written, self.unit, self.low, self.high))
                continue
            if self.kind is Kind.RELATIVE and self.unit == "weekend":
                saturday = written - timedelta((written.weekday() - 5) % 7)
                weeks = {0: (0, 7), -1: (-7, 0), 1: (7,)}[self.lean]
                spans += [(saturday + timedelta(n), saturday + timedelta(n + 1)) for n in weeks]
                continue
            if self.kind is Kind.RELATIVE:
                spans.append((written + timedelta(self.low), written + timedelta(self.high)))
                continue
            assert self.weekday is not None
            past = written - timedelta((written.weekday() - self.weekday) % 7)
            coming = written + timedelta((self.weekday - written.weekday()) % 7)
            week = timedelta(7 if self.unit else 0)  # *last Friday* may be that of last week
            if self.lean <= 0:
                spans += [(past, past), (past - week, past - week)]
            if self.lean >= 0:
                spans += [(coming, coming), (coming + week, coming + week)]
        return tuple(dict.fromkeys(spans))

    def _in(self, year: int) -> tuple[date, date] | None:
        assert self.month is not None
        if self.day is None:
            return date(year, self.month, 1), date(
                year, self.month, monthrange(year, self.month)[1]
            )
        if self.day > monthrange(year, self.month)[1]:
            return None
        return (date(year, self.month, self.day),) * 2

    def _years(self, issued: tuple[date, date] | None) -> tuple[int, ...]:
        """The years that a date without one may be in: that of writing, and a nearer one."""
        if issued is None or self.month is None:
            return ()
        middle = issued[1]
        year = middle.year
        if self.unit:  # *14 September next year*
            return (year + self.low,)
        distance = (self.month - middle.month) + ((self.day or 15) - middle.day) / 31
        if self.lean and self.kind is Kind.MONTH:  # *last June* may be that of last year
            return tuple(
                y for y in (year, year + self.lean) if y != year or distance * self.lean > 0
            )
        if self.kind is Kind.MONTH and distance > 1:
            return (year, year - 1)  # *it took place in August*, in a report of May
        return (year,) if abs(distance) < 4 else (year, year - 1 if distance > 0 else year + 1)


def _of_calendar(written: date, unit: str, low: int, high: int) -> tuple[date, date]:
    """The calendar month or year before, of, or after the day of writing."""
    step = 0 if low < 0 < high else 1 if high > 0 else -1
    if unit == "season" and step < 0:  # *last winter* may have ended this year
        return date(written.year - 1, 1, 1), written
    if unit == "season" and not step:  # *since the autumn*
        return date(written.year - 1, 1, 1), date(written.year + 1, 12, 31)
    if unit in ("year", "season"):
        return date(written.year + step, 1, 1), date(written.year + step, 12, 31)
    months = written.year * 12 + written.month - 1 + step
    year, month = divmod(months, 12)
    return date(year, month + 1, 1), date(year, month + 1, monthrange(year, month + 1)[1])


_whole_month = "|".join(name.capitalize() for name in _MONTHS)
_month = "|".join(
    sorted({n.capitalize() for n in _MONTH_NUMBER} | {n.upper() for n in _MONTHS}, key=len)[::-1]
)
_weekday = "|".join(sorted({n.capitalize() for n in _WEEKDAY_NUMBER}, key=len, reverse=True))
_UNITS = {"day": 1, "week": 7, "fortnight": 14, "month": 30, "year": 365} | dict.fromkeys(
    "summer winter spring autumn season".split(), 365
)
_NTH = {
    word: n
    for n, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
        "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth "
        "twenty-first twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth "
        "twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first".split(),
        1,
    )
}
_nth = "|".join(sorted(_NTH, key=len, reverse=True))
_COUNT = {
    word: n
    for n, word in enumerate("zero one two three four five six seven eight nine ten".split())
} | {"a": 1, "an": 1}
_HOUR_WORDS = {
    word: n
    for n, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve".split(), 1
    )
}
_hour = "|".join(_HOUR_WORDS)
_PAST_THE_HOUR = {"half": 30, "quarter": 15, "a quarter": 15, "five": 5, "ten": 10, "twenty": 20,
                  "twenty-five": 25}  # fmt: skip
_past = "|".join(sorted(_PAST_THE_HOUR, key=len, reverse=True))
_STEPS = frozenset("next following previous day evening night".split())
_WHEN = re.compile(
    rf"""
      (?P<iso>\b\d{{4}}-\d\d-\d\d)(?:T\d\d:\d\d)?\b
    | \b(?<!No\.\s)(?<!number\s)
        (?P<days>\d{{1,2}}(?:st|nd|rd|th)?(?:\s?(?:,|to|and|or|[-–—/])\s?(?:the\s)?
        (?:(?:{_weekday})\s)?\d{{1,2}}(?:st|nd|rd|th)?)*)(?:\s+of)?\s+(?P<m1>{_month})\b\.?(?:,?\s+(?P<y1>\d{{4}})\b
        |\s(?:of\s)?(?P<r1>last|this|next)\syear\b)?
    | \b(?P<m2>{_month})\b\.?\s+(?P<d2>\d{{1,2}}(?:st|nd|rd|th)?(?:\s?(?:,|to|and|[-–—])\s?
        (?:[12]?\d|3[01])(?:st|nd|rd|th)?(?!\d|[:.]\d|\s?%|\sper\s?cent
        |\s(?!as|is|was|has)[a-z]+s\b))*)\b(?![:.]\d|,\d{{3}})(?:,?\s+(?P<y2>\d{{4}})\b
        |\s(?:of\s)?(?P<r2>last|this|next)\syear\b)?
    | \b(?:(?i:the)\s)?(?P<nth>(?i:{_nth}))\s(?i:day\s)?of\s(?P<m6>{_month})\b
        (?:,?\s(?P<y6>\d{{4}})\b)?
    | \b(?P<m7>{_month})\s(?i:the)\s(?P<nth7>(?i:{_nth})|\d{{1,2}}(?:st|nd|rd|th))\b
    | \b(?P<m3>{_month})\b\.?,?\s+(?:of\s)?(?:(?P<y3>\d{{4}})|(?P<r3>last|this|next)\syear)\b
    | \b(?P<dmy>\d{{1,2}}[./]\d{{1,2}}[./]\d{{4}})\b
    | \b(?P<clock>\d{{1,2}}[:.]\d\d(?!\d|[.:]\d)(?:\s?[ap]\.?m\b\.?)?|\d{{1,2}}\s?[ap]\.?m\b\.?
        |\d{{1,2}}(?=\s?(?:to|until|till|[-–—])\s?\d{{1,2}}(?:[:.]\d\d)?\s?[ap]\.?m\b))
    | \b(?P<military>[0-2]\d[0-5]\d)(?=\s?(?:hours|hrs|GMT|UTC|CET|local)\b)
    | \b(?i:(?P<minutes>{_past})\s(?P<side>past|to)\s(?P<hour>{_hour}))
        \b(?!\s(?:hours|minutes|days|weeks|months|years|per|[a-z]+s)\b)
    | \b(?i:(?P<oclock>{_hour}|\d{{1,2}})
        (?:\so['’]clock\b|(?=\sin\sthe\s(?:morning|afternoon|evening)\b|\sat\snight\b
        |\s(?:on\s)?(?:the\s(?:next|following|same)|that|next)\s(?:morning|afternoon|evening)\b)))
    | \b(?:12\s)?(?P<noon>(?i:noon|midday|midnight))\b
    | \b(?:(?P<which>(?i:last|next|this|coming|previous|past|a\sweek\son))\s)?
        (?P<weekday>{_weekday})s?\b(?!-)
    | \b(?P<near>(?i:today|tonight|yesterday|tomorrow|last\snight|overnight
        |this\s(?:morning|afternoon|evening)))\b
    | \b(?i:the)\s(?P<step>(?:next|following|previous)\sday|(?:day|evening|night)\sbefore
        |day\safter)
        \b(?=[\s,.;)]|$)
    | \b(?P<span>(?i:last|this|next|past|previous|coming)|(?:(?<=end\sof\s)|(?<=start\sof\s)
        |(?=the\sweekend\b)|(?<=half\sof\s)|(?<=rest\sof\s)
        |(?:(?<=(?:from|ince|ntil)\s)|(?<=\bin\s))(?=the\s(?:summer|winter|spring|autumn))
        |(?<=quarter\sof\s)|(?<=middle\sof\s))the)\s
        (?P<unit>week|month|year|weekend|summer|winter|spring|autumn|season)\b
    | \b(?P<count>\d{{1,3}}|(?i:{"|".join(_COUNT)})
        |(?i:the)(?=\s(?:week|month|year)\sbefore\b))\s(?P<unit2>day|week|month|year)s?\s
        (?P<way>ago|earlier|later|before|hence)\b
    | \b(?:(?P<frame>in|since|of|by|until|till|from|to|late|early|mid|during|last|next|this|through
        |before|after|between|and)[\s-])(?P<m4>{_whole_month})\b(?!\s\d)
    | \b(?P<m5>January|February|April|June|July|August|September|October|November|December)\b
    | \b(?P<from>1[89]\d\d|20\d\d)[-–/](?P<to>\d\d)\b(?![-–/]|\.\d)
    | (?<![\d.,$€£])\b(?P<year>1[89]\d\d|20\d\d)\b(?![\d,.:/-]*\d)(?!\s?(?:%|per\s?cent|[a-z]*people
        |soldiers|troops|tonnes|metres|km|litres))
    """,
    re.VERBOSE,
)
_BEGINNINGS: dict[str, frozenset[str] | None] = (
    dict.fromkeys(
        ("a", "an"), frozenset("day days week weeks month months year years quarter".split())
    )
    | dict.fromkeys(
        "in since of by until till from to late early mid during through before after between "
        "and".split(),
        frozenset(_MONTHS),
    )
    | {
        "the": frozenset(name.partition("-")[0] for name in _NTH)
        | {*_STEPS, *"week weekend month year season summer winter spring autumn".split()}
    }
    | dict.fromkeys([*_MONTH_NUMBER, *_HOUR_WORDS, *_COUNT.keys() - {"a", "an"}])
    | dict.fromkeys([name.partition("-")[0] for name in (*_NTH, *_PAST_THE_HOUR) if name[1] != " "])
    | dict.fromkeys([day + end for day in _WEEKDAY_NUMBER for end in ("", "s")])
    | dict.fromkeys(
        "last next this coming previous past noon midday midnight today tonight yesterday tomorrow "
        "overnight".split()
    )
)
"""With which words an expression of time may begin."""
_COMES = re.compile(
    r"\b(?:will|shall|next|coming|tomorrow|due|planned|expected|scheduled|begins?|starts?)\b",
    re.IGNORECASE,
)
_MAY_COME = re.compile(
    r"\b(?:will|shall|would|to|due|planned|expected|next|coming|until|by|from|begins?|starts?"
    r"|scheduled|tomorrow|may|could|should|must)\b",
    re.IGNORECASE,
)
"""Words of which one leaves it open whether a weekday is past."""
_PAST = re.compile(
    r"\b(?:was|were|had|has|\w{2,}ed|since|last\s(?:week|month|year|night)|earlier|ago|announcement"
    rf"|{'|'.join(sorted(PAST_FORMS))})\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[,;:.]\s|\b(?:that|which|who|and|but|after|before|when|while)\b")


@lru_cache(maxsize=200_000)  # of passages: those of a briefing are asked for again and again
def whens(text: str) -> tuple[When, ...]:
    """The dates, weekdays, times of day and relative times of a text, in their order."""
    found: list[When] = []
    for match in found_at(_BEGINNINGS, _WHEN, text):
        found.extend(_read(text, match))
    return tuple(_dated(text, when, found) if when.kind is Kind.WEEKDAY else when for when in found)


def _dated(text: str, weekday: When, found: list[When]) -> When:
    """A weekday with the date that stands beside it, if any: *Friday 3 May*, *3 May (Friday)*."""
    days = [day for day in found if day.kind is Kind.DAY]
    after = (day for day in days if _BESIDE.fullmatch(text, weekday.end, day.start))
    before = (day for day in days if _BESIDE.fullmatch(text, day.end, weekday.start))
    day = next(chain(after, before), None)
    return replace(weekday, year=day.year, month=day.month, day=day.day) if day else weekday


_BESIDE = re.compile(r",?\s\(?")


def _read(text: str, match: re.Match[str]) -> list[When]:
    start, end = match.span()
    got = {name: value for name, value in match.groupdict().items() if value is not None}
    if "iso" in got:
        year, month, day = (int(n) for n in got["iso"].split("-"))
        return _days(match, [day], month, year)
    if "days" in got or "d2" in got:
        month = _MONTH_NUMBER[(got.get("m1") or got["m2"]).lower()]
        given = got.get("y1") or got.get("y2")
        listed = [int(n) for n in re.findall(r"\d+", got.get("days") or got["d2"])]
        found = _days(match, listed, month, int(given) if given else None)
        which = got.get("r1") or got.get("r2")
        return [replace(when, low=_WHICH[which], unit="year") for when in found] if which else found
    if "m6" in got or "m7" in got:
        name = (got.get("nth") or got["nth7"]).lower()
        nth = _NTH.get(name) or int(re.sub(r"\D", "", name))
        given = got.get("y6")
        month = _MONTH_NUMBER[(got.get("m6") or got["m7"]).lower()]
        return _days(match, [nth], month, int(given) if given else None)
    if "m3" in got:
        month = _MONTH_NUMBER[got["m3"].lower()]
        if "r3" in got:
            away = _WHICH[got["r3"]]
            return [When(Kind.MONTH, start, end, month=month, low=away, unit="year")]
        return [When(Kind.MONTH, start, end, int(got["y3"]), month)]
    if "dmy" in got:
        first, second, year = (int(n) for n in re.split(r"[./]", got["dmy"]))
        return [*_days(match, [first], second, year), *_days(match, [second], first, year)][:1]
    if not got.keys().isdisjoint(("clock", "noon", "military", "minutes", "oclock")):
        return _clock(text, match, got)
    if "weekday" in got:
        if got["weekday"] in ("Sun", "Mon", "Sat", "Wed") and not re.match(
            r"[,.]?\s\d", text[end:]
        ):
            return []  # the Sun, and other words that are cut short only beside a date
        lean = _WHICH.get(got.get("which", "").lower(), 0)
        weekday = _WEEKDAY_NUMBER[got["weekday"].lower()]
        unit = "week" if lean else ""
        lean = lean or _lean(text, start, end)
        return [When(Kind.WEEKDAY, start, end, weekday=weekday, lean=lean, unit=unit)]
    if "near" in got:
        near = got["near"].lower()
        away = {"yesterday": -1, "last night": -1, "overnight": -1, "tomorrow": 1}.get(near, 0)
        return [When(Kind.RELATIVE, start, end, low=away, high=0 if near == "overnight" else away)]
    if "step" in got:
        away = -1 if got["step"].startswith("previous") or got["step"].endswith("before") else 1
        return [When(Kind.RELATIVE, start, end, low=away, high=away, unit="day")]
    if got.get("unit") == "weekend":
        lean = _WHICH.get(got["span"].lower(), 0)
        return [When(Kind.RELATIVE, start, end, lean=lean, unit="weekend")]
    if "span" in got:
        size = _UNITS.get(got["unit"], 7)
        now, then = (-size, size), (1, 2 * size)
        low, high = {"this": now, "the": now, "next": then, "coming": then}.get(
            got["span"].lower(), (-2 * size, -1)
        )
        if size == 7 and low < 0 < size + low + 8 and got["span"].lower() not in ("this", "the"):
            low = -13
        unit = got["unit"] if got["unit"] in ("month", "year") else "season" if size == 365 else ""
        return [When(Kind.RELATIVE, start, end, low=low, high=high, unit=unit)]
    if "count" in got:
        many = got["count"].lower()
        number = int(many) if many.isdigit() else _COUNT.get(many, 1)
        if got["way"] == "before" and not _ENDS.match(text, end):
            return []  # before something else: a span, which is a number
        size = _UNITS[got["unit2"]] * number * (1 if got["way"] in ("later", "hence") else -1)
        give = 0 if got["unit2"] == "day" else min(30, abs(size) // number // 2) if number else 0
        return [When(Kind.RELATIVE, start, end, low=size - give, high=size + give, unit="apart")]
    if "m5" in got:
        return [When(Kind.MONTH, start, end, month=_MONTH_NUMBER[got["m5"].lower()])]
    if "m4" in got:
        place = match.start("m4")
        lean = _WHICH.get(got["frame"], 0)
        return [When(Kind.MONTH, place, end, month=_MONTH_NUMBER[got["m4"].lower()], lean=lean)]
    if "from" in got:
        years = int(got["from"]), int(got["from"][:2] + got["to"])
        return [When(Kind.YEAR, start, end, year=year) for year in years if year >= years[0]]
    return [When(Kind.YEAR, start, end, year=int(got["year"]))]


def _days(match: re.Match[str], days: list[int], month: int, year: int | None) -> list[When]:
    if not 1 <= month <= 12 or year == 0:
        return []
    longest = monthrange(year or 2020, month)[1]
    return [When(Kind.DAY, *match.span(), year, month, day) for day in days if 1 <= day <= longest]


_WHICH = {"last": -1, "past": -1, "previous": -1, "this": 0, "next": 1, "coming": 1,
          "a week on": 1}  # fmt: skip
_ENDS = re.compile(r"[,.;:)]|$")
_AT = re.compile(r"\b(?:at|from|to|until|till|between|and|before|after|since)\s$", re.IGNORECASE)
_NO_MORE = re.compile(
    r"[,;:)]|\.?$|\.\s|\s(?:on|until|till|in\sthe|yesterday|last|local|hours"
    r"|(?:to|and)\s\d\d\.\d\d(?!\s[a-z]))\b"
)
_TO_HOUR = re.compile(
    r"\s?(?:to|and|until|till|[-–—])\s?\d{1,2}(?:[:.]\d\d)?"
    r"(?:\s?[ap]\.?m\b|\sin\sthe\s(?:morning|afternoon|evening)\b|\so['’]clock\b)"
)
"""Behind the first of two times of day, of which only the second tells of which half of the day."""
_DAY_PART = re.compile(
    r"\s?(?:(?:in\sthe\s|(?:this|that|(?:the\s)?next|the\ssame|the\sfollowing|yesterday|tomorrow"
    r"|\w+day)\s)(?P<am>morning)"
    r"|(?:in\sthe\s|(?:this|that|last|(?:the\s)?next|the\ssame|the\sfollowing|yesterday|tomorrow"
    r"|\w+day)\s|at\s)(?:afternoon|evening|night)"
    r"|(?P<plain>hours|hrs|o['’]clock|GMT|UTC|CET|local))\b"
)


def _clock(text: str, match: re.Match[str], got: dict[str, str]) -> list[When]:
    """A time of day as minutes after midnight; none if it is no time of day."""
    start, end = match.span()
    part = _DAY_PART.match(text, end)
    letter = re.search(r"([ap])\.?m", got.get("clock", ""))
    if "noon" in got:
        return [
            When(Kind.CLOCK, start, end, minutes=0 if got["noon"].lower() == "midnight" else 720)
        ]
    if "minutes" in got:
        away = _PAST_THE_HOUR[got["minutes"].lower()]
        minutes = _HOUR_WORDS[got["hour"].lower()] * 60
        minutes += away if got["side"].lower() == "past" else -away
    elif "oclock" in got:
        minutes = (_HOUR_WORDS.get(got["oclock"].lower()) or int(got["oclock"])) * 60
    elif "military" in got:
        minutes = int(got["military"][:2]) * 60 + int(got["military"][2:])
    else:
        hour, minute = ([*map(int, re.findall(r"\d+", got["clock"])), 0])[:2]
        dotted = "." in got["clock"][:3] and not (letter or part or _TO_HOUR.match(text, end))
        if dotted and not (
            got["clock"][2] == "." and _AT.search(text, 0, start) and _NO_MORE.match(text, end)
        ):
            return []  # a decimal number
        if minute > 59:
            return []
        minutes = hour * 60 + minute
    if minutes > 1440:
        return []
    if letter:
        minutes = minutes % 720 + (720 if letter[1] == "p" else 0)
    elif part and not part["plain"] and minutes < 780:
        night = "night" in part[0] and minutes < 300
        minutes = minutes % 720 + (0 if part["am"] or night else 720)
    else:
        padded = got.get("clock", "1").startswith("0") or "military" in got
        return [
            When(
                Kind.CLOCK,
                start,
                end,
                minutes=minutes % 1440,
                twelve=60 <= minutes < 780 and not padded,
            )
        ]
    return [When(Kind.CLOCK, start, end, minutes=minutes)]


def _lean(text: str, start: int, end: int) -> int:
    """Whether the clause around a weekday looks back (-1) or forward (1); 0 if it may be either."""
    first = max(0, start - 80)
    before = text[first:start]
    for cut in _CLAUSE.finditer(before):
        first = max(0, start - 80) + cut.end()
    after = _CLAUSE.search(text, end, min(len(text), end + 60))
    clause = text[first : after.start() if after else min(len(text), end + 60)]
    if _PAST.search(clause):
        return 0 if _MAY_COME.search(clause) else -1
    return 1 if _COMES.search(clause) else 0

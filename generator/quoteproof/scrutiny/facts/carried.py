"""What a sentence says and its footing does not, in the words of both."""

from __future__ import annotations

from collections.abc import Iterator

from quoteproof.diagnostics import codes
from quoteproof.scrutiny.facts.dates import date_misses
from quoteproof.scrutiny.facts.ground import Library
from quoteproof.scrutiny.facts.manner import manner_misses
from quoteproof.scrutiny.facts.miss import Miss, Setting, spans_of
from quoteproof.scrutiny.facts.names import name_misses, quote_misses, role_misses
from quoteproof.scrutiny.facts.numbers import number_misses
from quoteproof.scrutiny.facts.parties import party_misses
from quoteproof.scrutiny.prose.numbers import digits


def misses(library: Library, text: str, setting: Setting) -> Iterator[Miss]:
    """All that a text says and its footing does not carry."""
    if not setting.footing.grounds:
        return
    if not setting.english:
        yield from _digits_missed(text, setting)
        return
    reading = library.read(text)
    if setting.own_reasoning:
        yield from name_misses(library, reading, setting)
        yield from quote_misses(reading, setting)
        return
    yield from quote_misses(reading, setting)
    if setting.background:
        return
    excused = spans_of(text, setting.excused)
    yield from date_misses(reading, setting, excused)
    yield from number_misses(library, reading, setting, excused)
    yield from name_misses(library, reading, setting)
    yield from role_misses(library, reading, setting)
    yield from manner_misses(reading, setting)
    if not setting.presence_only:
        yield from party_misses(library, reading, setting)


_MANY_DIGITS = 13
"""Numbers below this are often words in one text and digits in the other."""


def _digits_missed(text: str, setting: Setting) -> Iterator[Miss]:
    """Numbers in digits, in any language, that no passage has."""
    known: set[str] = set()
    for ground in setting.footing.grounds:
        known.update(digits(ground.reading.text))
        known.update(str(ground.issued[0].year))
    for day in (*setting.as_of, *(d for g in setting.footing.grounds for d in g.issued)):
        known |= {str(n).strip("0") for n in (day.year, day.month, day.day)}
    for plain, shown in digits(text).items():
        if int(plain) < _MANY_DIGITS or plain in known:
            continue
        place = text.find(shown)
        yield Miss(
            codes.NUMBER_NOT_CARRIED,
            place,
            place + len(shown),
            f"“{shown}” stands in no passage that is cited here.",
        )

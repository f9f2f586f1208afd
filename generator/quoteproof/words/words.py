"""Translates messages, words of the vocabulary, dates and numbers into one language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

from quoteproof.model.summaries import Overview
from quoteproof.model.verified import VerifiedBriefing
from quoteproof.model.vocabulary import Word
from quoteproof.text.dates import ENGLISH, DateWords, PartialDate, display_span
from quoteproof.text.normalise import Normalisation

UNTITLED_OVERVIEW = Overview.model_fields["title"].default
CATALOGUES = Path(__file__).parent / "catalogues"
LANGUAGES = ("en", "ar", "ru", "tr")
"""The languages that our words have; English first, which stands for any other."""


class Words:
    """Our words in one language.

    A message is an English text with names in braces, such as ``As of {date}``; as plain text, so
    that whoever shows it has to make it inert like any other text.
    """

    def __init__(self, language: str) -> None:
        self.language = language
        self.direction = direction(language)
        self._catalogue = _translations(language)
        self._dates = _date_words(language)

    def t(self, message: str, **values: str | int) -> str:
        """The message with these values."""
        return filled(self.message(message), {name: str(v) for name, v in values.items()})

    def message(self, message: str) -> str:
        """The message, its names still in braces."""
        return self._catalogue.gettext(message)

    def plural(self, one: str, many: str, count: int) -> str:
        """The form of the message for a number of things, its names still in braces."""
        return self._catalogue.ngettext(one, many, count)

    def messages(self) -> Mapping[str, str]:
        """Every message that is another in this language than in English; none with a context."""
        if self.language == "en":
            return {}
        return {
            entry.id: self.message(entry.id)
            for entry in catalogue(self.language)
            if isinstance(entry.id, str) and entry.id and not entry.context
        }

    def plurals(self) -> Mapping[str, tuple[str, ...]]:
        """For each message with a plural, its form for each number below 200.

        From 100 on, the form depends on the last two digits alone, in every language that we have.
        """
        if self.language == "en":
            return {}
        messages = (entry.id for entry in catalogue(self.language))
        return {
            forms[0]: tuple(self.plural(forms[0], forms[1], count) for count in range(200))
            for forms in messages
            if not isinstance(forms, str)
        }

    @property
    def comma(self) -> str:
        """What stands between the parts of a list."""
        return "، " if self.direction == "rtl" else ", "

    @property
    def semicolon(self) -> str:
        """What stands between the parts of a list that have commas of their own."""
        return "؛ " if self.direction == "rtl" else "; "

    def label(self, word: Word) -> str:
        """What to call a word of the vocabulary."""
        return self._in_context(type(word).__name__, word.label)

    def meaning(self, word: Word) -> str:
        """What a word of the vocabulary means; empty where that is not said."""
        return self._in_context(type(word).__name__, word.definition)

    def normalisation(self, kind: Normalisation) -> tuple[str, str]:
        """What to call a normalisation, and what it does."""
        name = kind.name.replace("-", " ")
        context = "Normalisation"
        return self._in_context(context, name), self._in_context(context, kind.description)

    def date(self, date: PartialDate | None) -> str:
        """A date for readers; empty where there is none."""
        return date.display(self._dates) if date else ""

    def span(self, earliest: PartialDate, latest: PartialDate) -> str:
        """A span of time for readers; ValueError if it ends before it begins."""
        return display_span(earliest, latest, self._dates)

    def months(self) -> tuple[str, ...]:
        """The names of the months, short."""
        if self.language == "en":  # CLDR has "Sept" in some Englishes
            return tuple(month[:3] for month in ENGLISH.months)
        short = Locale(self.language).months["stand-alone"]["abbreviated"]
        return tuple(short[number] for number in range(1, 13))

    def number(self, number: float) -> str:
        """A number with its thousands apart, in the figures 0 to 9."""
        if self.language == "en":
            return f"{number:,.10g}"
        return str(format_decimal(number, "#,##0.##########", self.language))

    def foreign(self, language: str) -> str:
        """The language where it is not that of the pages, else nothing."""
        return "" if language == self.language else language

    def title(self, title: str) -> str:
        """A title of the summaries; the one that stands where none was given is ours."""
        return self.message(title) if title == UNTITLED_OVERVIEW else title

    def _in_context(self, context: str, text: str) -> str:
        return self._catalogue.pgettext(context, text) if text else ""


def words_of(briefing: VerifiedBriefing) -> Words:
    """The words in the language of a briefing."""
    return words_in(briefing.summaries.briefing.language)


def words_in(language: str) -> Words:
    """The words in a language (BCP 47), or in English where we have none in it."""
    primary = language.partition("-")[0].lower()
    return _words(primary if primary in LANGUAGES else "en")


def filled(message: str, values: Mapping[str, str]) -> str:
    """The message with values for its names; KeyError where one is missing."""
    return re.sub(r"\{([a-z_]+)\}", lambda match: values[match[1]], message)


@cache
def direction(language: str) -> str:
    """How text in a language runs: ``ltr``, ``rtl``, or ``auto`` where we cannot know."""
    try:
        order = Locale.parse(language, sep="-").character_order
    except (ValueError, UnknownLocaleError):
        return "auto"
    return "rtl" if order == "right-to-left" else "ltr"


def catalogue(language: str) -> Catalog:
    """The catalogue of a language as it is written."""
    with (CATALOGUES / f"{language}.po").open("rb") as file:
        return read_po(file, locale=language, abort_invalid=True)


@cache
def _words(language: str) -> Words:
    return Words(language)


def _translations(language: str) -> NullTranslations:
    if language == "en":
        return NullTranslations()
    binary = BytesIO()
    write_mo(binary, catalogue(language))
    binary.seek(0)
    return GNUTranslations(binary)


def _date_words(language: str) -> DateWords:
    if language == "en":
        return ENGLISH
    locale = Locale(language)
    in_a_date, alone = (locale.months[form]["wide"] for form in ("format", "stand-alone"))
    # Such as "d MMMM y 'г'.": what stands after the year.
    mark = locale.date_formats["long"].pattern.partition("y")[2].replace("'", "")
    numbers = range(1, 13)
    return DateWords(
        tuple(in_a_date[number] for number in numbers),
        tuple(alone[number] for number in numbers),
        mark,
    )

"""Each catalogue has every message, none besides, and nothing in it can be taken for markup."""

import re
from collections import Counter

import pytest

from languages import messages
from quoteproof.text.dates import PartialDate
from quoteproof.words import LANGUAGES, direction, words_in
from quoteproof.words.words import catalogue

OTHERS = [language for language in LANGUAGES if language != "en"]
EACH = pytest.mark.parametrize("language", OTHERS)


def entries(language: str) -> dict[messages.Key, tuple[str, ...]]:
    found = {}
    for entry in catalogue(language):
        if entry.id:
            ids = entry.id if isinstance(entry.id, tuple) else (entry.id,)
            texts = entry.string if isinstance(entry.string, tuple) else (entry.string,)
            found[(entry.context or "", *ids)] = texts
    return found


@EACH
def test_has_every_message_and_no_other(language: str) -> None:
    assert set(entries(language)) == messages.every()


@EACH
def test_nothing_is_empty_or_unsure(language: str) -> None:
    made = catalogue(language)
    assert not made.obsolete
    assert [entry.id for entry in made if entry.fuzzy and entry.id] == []
    for key, texts in entries(language).items():
        assert all(texts), key
        assert len(texts) == (made.num_plurals if len(key) == 3 else 1), key


@EACH
def test_translations_have_the_names_of_their_message(language: str) -> None:
    for key, texts in entries(language).items():
        for text in texts:
            # “Two articles” may be one word.
            free = {"count"} if len(key) == 3 else set()
            assert set(messages.names(text)) | free == set(messages.names(key[1])) | free, key


@EACH
def test_no_translation_has_markup_or_odd_blanks(language: str) -> None:
    for key, texts in entries(language).items():
        for text in texts:
            allowed = Counter(re.findall(r"[&<>\\`*_\[\]|~^#$@\n\r\t]", key[1]))
            bare = re.sub(r"\{\w+\}", "", text)
            assert Counter(re.findall(r"[&<>\\`*_\[\]|~^#$@\n\r\t]", bare)) <= allowed, key
            assert text == text.strip() and '"' not in text and "  " not in text, key
            assert not re.match(r"[-+:=!]|\d+[.)]", text), key
            # Marks that turn the direction belong to the values, not to the messages.
            assert not re.search("[\u200e\u200f\u202a-\u202e\u2066-\u2069]", text), key


@pytest.mark.parametrize(
    ("language", "day", "span"),
    [
        ("en", "5 March 2020", "5–14 March 2020"),
        ("en-GB", "5 March 2020", "5–14 March 2020"),
        ("fr", "5 March 2020", "5–14 March 2020"),
        ("ar-SY", "5 مارس 2020", "5–14 مارس 2020"),
        ("ru", "5 марта 2020 г.", "5–14 марта 2020 г."),
        ("tr", "5 Mart 2020", "5–14 Mart 2020"),
    ],
)
def test_dates_and_spans(language: str, day: str, span: str) -> None:
    words = words_in(language)
    first, last = PartialDate.parse("2020-03-05"), PartialDate.parse("2020-03-14")
    assert " ".join(words.date(first).split()) == day
    assert " ".join(words.span(first, last).split()) == span


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("ru", {1: "1 статья", 3: "3 статьи", 5: "5 статей", 21: "21 статья"}),
        ("tr", {1: "1 makale", 5: "5 makale"}),
        ("ar", {1: "مقالة واحدة", 2: "مقالتان", 5: "5 مقالات", 11: "11 مقالة", 100: "100 مقالة"}),
    ],
)
def test_plurals(language: str, forms: dict[int, str]) -> None:
    words = words_in(language)
    for count, form in forms.items():
        made = words.plural("{count} article", "{count} articles", count)
        assert made.replace("{count}", str(count)) == form


@pytest.mark.parametrize(
    ("language", "runs"),
    [("ar", "rtl"), ("he", "rtl"), ("en-GB", "ltr"), ("ru", "ltr"), ("xx", "auto"), ("", "auto")],
)
def test_direction(language: str, runs: str) -> None:
    assert direction(language) == runs

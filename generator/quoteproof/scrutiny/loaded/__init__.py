"""Loaded words: a list for each language, and how they are found in a text.

Each entry has the word, why it takes a side, and a word that takes none. A language without a list
has none, and nothing is asked of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from quoteproof.text.quotation import outside_quotation

_LISTS = Path(__file__).parent
_MENTIONED = re.compile(
    r"\b(?:calls?|called|calling|describes?|described|terms?|termed|names?|named|labels?|labelled"
    r"|words?)\b[^.;:]{0,30}$",
    re.IGNORECASE,
)
"""Before a word that is told as somebody's: “which the report calls a terrorist organisation”."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A word that takes a side, why, and what takes none.

    A finding of `law` takes none where it is told as somebody's claim, who then answers for it.
    """

    word: str
    reason: str
    instead: str
    law: bool = False


class LoadedWords:
    """A list of loaded words, ready to be looked for in texts."""

    def __init__(self, words: Iterable[Loaded]) -> None:
        self._by_form = [
            (re.compile(_form(loaded.word), re.IGNORECASE), loaded) for loaded in words
        ]
        forms = "|".join(_form(loaded.word) for _, loaded in self._by_form) or r"(?!)"
        self._any = re.compile(rf"(?<!\w)(?<!counter-)(?<!anti-)(?:{forms})(?!\w)", re.IGNORECASE)

    def found_in(self, text: str, *, claim: bool = False) -> Iterator[tuple[str, Loaded]]:
        """The loaded words in a text, as they stand there; none in quotation marks or in names.

        `claim`: whether the text is told as what somebody says.
        """
        if not self._any.search(text):
            return
        own = outside_quotation(text)
        for match in self._any.finditer(own):
            if _is_in_name(own, match) or _MENTIONED.search(own, 0, match.start()):
                continue
            word = next(word for form, word in self._by_form if form.fullmatch(match[0]))
            if not (word.law and claim):
                yield match[0], word


def loaded_words(
    language: str, added: Iterable[Loaded] = (), struck: Iterable[str] = ()
) -> LoadedWords:
    """The words of a language's list, without those struck and with those added."""
    plain = set(struck)
    listed = (word for word in _listed(language.partition("-")[0]) if word.word not in plain)
    return LoadedWords((*added, *listed))


@cache
def _listed(language: str) -> tuple[Loaded, ...]:
    file = _LISTS / f"{language}.yml"
    if not re.fullmatch(r"[a-z]{2,3}", language) or not file.is_file():
        return ()
    return tuple(Loaded(**entry) for entry in yaml.safe_load(file.read_text("utf-8")))


def _form(word: str) -> str:
    """The pattern of a word: `*` for any letters."""
    escaped = re.escape(word).replace(r"\ ", r"\s+")
    return escaped.replace(r"\*", r"[\w-]*")


def _is_in_name(text: str, match: re.Match[str]) -> bool:
    """Whether a word has a capital in the middle of a sentence: “the Global Terrorism Database”."""
    before = text[: match.start()].rstrip()
    return match[0][0].isupper() and before != "" and before[-1] not in ".!?:"

"""Loaded words are found in our own voice, in the language of the briefing, and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from quoteproof.scrutiny import loaded
from quoteproof.scrutiny.loaded import Loaded, loaded_words

LISTS = sorted(Path(loaded.__file__).parent.glob("*.yml"))


@pytest.mark.parametrize("file", LISTS, ids=lambda file: file.stem)
def test_every_word_of_a_list_is_found_and_has_its_reason(file: Path) -> None:
    words = loaded_words(file.stem)
    entries = yaml.safe_load(file.read_text("utf-8"))
    assert len({entry["word"] for entry in entries}) == len(entries)
    for entry in entries:
        word = entry["word"].replace("*", "")
        assert word in {found for found, _ in words.found_in(f"x {word} x")}
        assert entry["reason"] and entry["instead"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The regime fell.", ["regime"]),
        ("Regime forces left; rebels stayed; thugs came.", ["Regime", "thugs"]),
        ("The “regime” fell, and the \"thugs\" and 'terrorists' with it.", []),
        ("It struck what the report calls a terrorist organisation.", []),
        ("A counter-terrorism office, and the Global Terrorism Database.", []),
        ("The regimental band, and butter.", []),
    ],
)
def test_found_in_our_own_voice(text: str, found: list[str]) -> None:
    assert [word for word, _ in loaded_words("en").found_in(text)] == found


def test_a_finding_of_law_may_stand_in_a_claim() -> None:
    words = loaded_words("en")
    text = "The court found war crimes by the regime."
    assert [word for word, _ in words.found_in(text)] == ["war crimes", "regime"]
    assert [word for word, _ in words.found_in(text, claim=True)] == ["regime"]


def test_a_briefing_adds_and_strikes() -> None:
    words = loaded_words("en-GB", [Loaded("axis", "a name for foes", "alliance")], ["regime"])
    assert [word for word, _ in words.found_in("The axis and its regime.")] == ["axis"]


def test_a_language_without_a_list_has_none() -> None:
    assert list(loaded_words("xx").found_in("regime")) == []

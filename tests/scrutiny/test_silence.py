"""Remarks on what the reports do not tell, with and without their *not*."""

from __future__ import annotations

import pytest

from quoteproof.scrutiny.facts.silence import gap_misses
from quoteproof.scrutiny.prose.reading import read
from scrutiny.test_manner import KNOWN, told

PASSAGE = "A text was signed on the quay."


@pytest.mark.parametrize(
    "sentence",
    [
        "A text was signed; who signed is said.",
        "A text was signed; on which day is said.",
        "A text was signed; somebody else is named.",
        "A text was signed; a witness is mentioned.",
        "A text was signed; it names some.",
        "A text was signed in a speech that is dated.",
    ],
)
def test_a_remark_that_lost_its_denial(sentence: str) -> None:
    assert told(PASSAGE, sentence) == ["FCT201"]
    assert gap_misses_of(sentence) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "A text was signed; who signed is not said.",
        "A text was signed; nobody else is named.",
        "A text was signed; the day is not given.",
        "A text was signed; it names none.",
        "A text was signed in a speech that is undated.",
        "A text was signed; the clerk declined to say when.",
        "A text was signed; it is yet to be published.",
    ],
)
def test_a_remark_on_silence(sentence: str) -> None:
    assert told(PASSAGE, sentence) == []
    assert gap_misses_of(sentence) == 0


def test_what_a_passage_itself_tells() -> None:
    assert told("The quay is named.", "The quay is named.") == []
    assert told(PASSAGE, "Where signers are named, they are of the town.") == []


def gap_misses_of(sentence: str) -> int:
    return len(list(gap_misses(read(sentence, KNOWN))))

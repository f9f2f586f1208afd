"""Where a sentence denies, or has in another mood, what its passages say; and where it may."""

from __future__ import annotations

from datetime import date

import pytest

from quoteproof.diagnostics.finding import Location
from quoteproof.model.vocabulary import StatementKind
from quoteproof.scrutiny.facts.ground import Footing, Ground
from quoteproof.scrutiny.facts.hedges import hedge_misses
from quoteproof.scrutiny.facts.manner import manner_misses
from quoteproof.scrutiny.facts.miss import Setting
from quoteproof.scrutiny.prose.names import Gazetteer
from quoteproof.scrutiny.prose.reading import read
from quoteproof.scrutiny.prose.words import words

ISSUED = (date(2021, 5, 12),) * 2
NOBODY = frozenset[str]()
KNOWN = Gazetteer()
KNOWN.add(words("Rivers Without Fences"), "actor:rivers")


def ground(passage: str) -> Ground:
    place = Location("seeds/sources/post.txt", 1, 1)
    return Ground(read(passage, KNOWN), passage, place, NOBODY, "post", ISSUED, ())


def told(passage: str, sentence: str, kind: StatementKind = StatementKind.FACT) -> list[str]:
    """The codes of what is told of a sentence beside a passage."""
    footing = Footing((ground(passage),), (), NOBODY, NOBODY, NOBODY, NOBODY, NOBODY)
    misses = manner_misses(read(sentence, KNOWN), Setting(footing, ISSUED, kind))
    return [miss.code.id for miss in misses]


@pytest.mark.parametrize(
    ("passage", "sentence"),
    [
        ("The bridge was opened in May.", "The bridge was not opened in May."),
        ("The bridge was opened in May.", "The bridge was never opened."),
        ("Talks ended, and the bridge was opened.", "The bridge was not opened."),
        ("The mayor said the bridge is safe.", "The mayor denied that the bridge is safe."),
        # A *not* is left out
        ("The council has not met since April.", "The council has met since April."),
        ("Police made no arrests.", "Police made some arrests."),
        ("No ferry sailed on Sunday.", "Some ferry sailed on Sunday."),
        ("She would not confirm the report.", "She did confirm the report."),
        ("Boats sail without lights.", "Boats sail with lights."),
        # Elsewhere there is a denial of something else
        (
            "The council said it will appeal within 15 days. The court refused a stay.",
            "The council said that it will not appeal within 15 days.",
        ),
        # Two denials in one clause, and a *have* denied without a *do*
        ("The petition names no station.", "The petition does not name no station."),
        ("Analysts are uncertain.", "Analysts are not uncertain."),
        ("The city has six gates.", "The city has not six gates."),
    ],
)
def test_a_denial_that_the_passage_does_not_have(passage: str, sentence: str) -> None:
    assert told(passage, sentence) == ["FCT201"]


@pytest.mark.parametrize(
    ("passage", "sentence"),
    [
        ("The bridge was not opened in May.", "The bridge was not opened in May."),
        # In other words
        ("The bridge was closed.", "The bridge was not open."),
        ("They were unable to agree on a ban.", "They did not reach agreement on a ban."),
        ("Washing cars is prohibited in June.", "Cars may not be washed in June."),
        ("The owner refused to open the gate.", "The owner did not open the gate."),
        ("The mayor denied that the gate was shut.", "The gate was not shut, the mayor said."),
        ("Asked if it was a pretext, he laughed.", "He denied that it was a pretext."),
        ("They will meet in May, and before that only if asked.", "They will not meet in April."),
        ("They agreed to publish, but not on a date.", "They did not agree on a date."),
        ("It is silent on who pays.", "It does not say who pays."),
        # What is denied stands further off
        (
            "Nothing in this Agreement constitutes an admission of liability by the Company.",
            "In an agreement, the company undertook to pay, without admitting liability.",
        ),
        (
            "Nor did the Authority make public its letter of 7 June, which is confidential.",
            "The Authority says that it did not make its letter of 7 June public.",
        ),
        ("The council turned the plan down.", "Nothing was paid; it has not been resumed."),
        ("The rule covers pilots, and others as well.", "The rule does not cover pilots alone."),
        ("The president vetoed the bill.", "The president did not sign the bill."),
        ("It shall be decided in a week, failing which it lapses.", "It is not decided in a week."),
        # The other way round
        ("It will not discuss arms before May.", "It will discuss arms only in May."),
        ("No member may sit on more than two boards.", "A member may sit on two boards at most."),
        ("None of the 163 passengers died.", "It carried 163 passengers."),
        ("No photograph may be shown without leave.", "To show a photograph takes leave."),
        ("Cranes must not be operated in a gale.", "It was too much for cranes to be operated in."),
        # A name
        ("We measured 38.", "Rivers Without Fences measured 38."),
    ],
)
def test_a_denial_in_other_words(passage: str, sentence: str) -> None:
    assert told(passage, sentence) == []


@pytest.mark.parametrize(
    ("passage", "sentence"),
    [
        ("The bridge was opened.", "The bridge will be opened."),
        ("The bridge was opened.", "The bridge may be opened."),
        ("The bridge will reopen in May.", "The bridge reopened in May."),
        ("The bridge will reopen in May.", "The bridge may reopen in May."),
        ("The release may be reduced.", "The release will be reduced."),
        ("The city shall pay the guards.", "The city may pay the guards."),
    ],
)
def test_another_mood(passage: str, sentence: str) -> None:
    assert told(passage, sentence) == ["FCT202"]


@pytest.mark.parametrize(
    ("passage", "sentence"),
    [
        ("The city shall pay the guards.", "The city must pay the guards."),
        ("The city is to pay the guards.", "The city will pay the guards."),
        ("The cost shall be divided equally.", "The cost is divided equally."),
        ("The court ordered a recount.", "The court ordered that votes be counted again."),
        ("Shots shall be fired only in self-defence.", "Soldiers may fire in self-defence."),
        ("It is as much as the lake can hold.", "The lake held as much on Monday."),
        ("They did not say whether it would be used.", "It was left open whether it may be used."),
        ("He ruled out a coalition.", "He will not form a coalition."),
        ("The plan is for a strike on Monday.", "They will strike on Monday."),
    ],
)
def test_one_mood_in_other_words(passage: str, sentence: str) -> None:
    assert told(passage, sentence) == []


@pytest.mark.parametrize(
    ("passage", "sentence"),
    [
        # What is only announced may not have been done
        ("The company will pay the fine by Friday.", "The company has not paid the fine."),
        # Until then, of the others, but for those: nothing is denied
        ("Buses ran again from Monday.", "Buses did not run until Monday."),
        ("Two of the five judges dissented.", "Three of the five judges did not dissent."),
        ("Crews reached the last village.", "There is no village that crews have not reached."),
        ("Only members may vote.", "Those who are not members may not vote."),
        ("It has figures for all but two.", "For two of them it has no figures."),
        (
            "The mayor called reports that it will close wrong.",
            "The mayor denied that it will close.",
        ),
    ],
)
def test_a_denial_that_leaves_it_open(passage: str, sentence: str) -> None:
    assert told(passage, sentence) == []


@pytest.mark.parametrize(
    ("passage", "sentence"),
    [
        ("Rosters shall be posted early.", "Shifts must be cut and rosters posted early."),
        ("Late claims shall be refused.", "A late claim counts as refused."),
        ("27 fell ill since May from smoked fish.", "Fish that was smoked made 27 ill."),
        ("The boats would not leave the harbour.", "The boats would remain in the harbour."),
        (
            "The loss of an animal shall be compensated at 240 marks for a sheep.",
            "The agreement sets compensation at 240 marks for a lost sheep.",
        ),
    ],
)
def test_participles_and_opposites_have_no_mood_of_their_own(passage: str, sentence: str) -> None:
    assert told(passage, sentence) == []


def test_what_sources_do_not_tell_is_not_asked() -> None:
    sentence = "The bridge was not opened in May."
    assert told("The bridge was opened in May.", sentence, StatementKind.GAP) == []


@pytest.mark.parametrize(
    ("passage", "sentence", "expected"),
    [
        ("at least 40 boats", "At most 40 boats", ["FCT203"]),
        ("more than 40 boats", "Fewer than 40 boats", ["FCT203"]),
        ("nearly 40 boats", "More than 40 boats", ["FCT203"]),
        ("about 40 boats", "More than 40 boats", ["FCT203"]),
        # The one is asked for where the other is a fault, and a verb may set a bound.
        ("fewer than three signatures", "At least three signatures", []),
        ("40 boats", "More than 40 boats", []),
        ("at least 40 boats", "40 or more boats", []),
        ("No more than 40 boats may moor", "Not more than 40 boats may moor", []),
        ("Nobody took more than 40 boats", "They took fewer than 40 boats", []),
    ],
)
def test_opposite_bounds(passage: str, sentence: str, expected: list[str]) -> None:
    reading, there = read(sentence, KNOWN), ground(passage)
    same = [(number, there) for number in there.reading.numbers]
    misses = hedge_misses(reading, reading.numbers[0], same)
    assert [miss.code.id for miss in misses] == expected

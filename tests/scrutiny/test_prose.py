"""What is read out of plain English: numbers, dates, names, denial and mood."""

from __future__ import annotations

from datetime import date

import pytest

from quoteproof.scrutiny.prose.dates import whens
from quoteproof.scrutiny.prose.names import bases, key
from quoteproof.scrutiny.prose.numbers import digits, numbers
from quoteproof.scrutiny.prose.polarity import Sense, manner, senses
from quoteproof.scrutiny.prose.units import same_measure
from quoteproof.scrutiny.prose.words import forms, sentence_around, words

ISSUED = (date(2020, 3, 13),) * 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("nearly a million people", ["nearly 1000000"]),
        ("almost 1,000,000 people", ["nearly 1000000"]),
        ("2,400 soldiers and 1.9 million more", ["exactly 2400", "exactly 1900000"]),
        ("a six-kilometer-wide corridor", ["exactly 6 kilometer"]),
        ("two kilometres (one mile)", ["exactly 2 kilometres", "exactly 1 mile"]),
        ("thirty-six of the forty", ["exactly 36", "exactly 40"]),
        ("half a million, or two-thirds of them", ["exactly 500000", "exactly 2/3"]),
        ("more than 12.5 per cent", ["more than 25/2 percent"]),
        ("at least $3.5 million", ["at least 3500000 dollar"]),
        ("within a week of the week-long truce", ["exactly 1 week", "exactly 1 week"]),
        ("one of them called it a permanent one", []),
        ("on the M4, in Resolution 2254", ["exactly 2254"]),
        ("scores of people, hundreds of thousands more", ["exactly scores", "exactly hundreds"]),
        ("26.4 cubic metres per second", ["exactly 132/5 cubic metres"]),
        ("In a year in which it rains", []),
        ("between 25 and 50 per cent", ["exactly 25 percent", "exactly 50 percent"]),
        ("about two thirds are in the south", ["about 2/3"]),
        ("with half a year's notice", ["exactly 1/2 year"]),
        ("the third of 21st-century wars", ["exactly 3 th", "exactly 21 th"]),
    ],
)
def test_numbers(text: str, expected: list[str]) -> None:
    found = [
        f"{n.hedge.value} {n.vague or n.value} {n.unit}{'th' if n.ordinal else ''}".strip()
        for n in numbers(text)
    ]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on 5 March 2019", ["2019-03-05"]),
        ("March 5, and 5th of March", ["2020-03-05", "2020-03-05"]),
        ("from 01:00 January 6", ["01:00", "2020-01-06"]),
        ("the reports of 12, 13 and 14 March", ["2020-03-12", "2020-03-13", "2020-03-14"]),
        ("he said on Friday", ["2020-03-13"]),
        ("patrols will begin on Sunday", ["2020-03-15"]),
        ("arrived last Tuesday", ["2020-03-10", "2020-03-03"]),
        ("Last month it detained the ship", ["2020-02-01/2020-02-29"]),
        ("since December", ["2020-12-01/2020-12-31", "2019-12-01/2019-12-31"]),
        ("tomorrow, at 8:52 pm", ["2020-03-14", "20:52"]),
        ("two days ago", ["2020-03-11"]),
        (
            "until the twentieth of August, or July the first",
            ["2020-08-20", "2019-08-20", "2020-07-01"],
        ),
        ("last summer", ["2019-01-01/2020-03-13"]),
        ("it began last June", ["2019-06-01/2019-06-30"]),
        ("last February", ["2020-02-01/2020-02-29", "2019-02-01/2019-02-28"]),
        ("ends on 14 September next year", ["2021-09-14"]),
        ("on Tuesday cut its forecast from 2 to 1", ["2020-03-10", "2020-03-17"]),
        ("At 14.37, or ten past eleven last night", ["14:37", "23:10", "2020-03-12"]),
        ("at 9.30 at night, by 12 noon, at 0600 GMT", ["21:30", "12:00", "06:00"]),
        ("half past four, at 12.50 crowns", ["04:30"]),
        ("read out last night", ["2020-03-12"]),
        ("a 2018 deal", ["2018-01-01/2018-12-31"]),
        ("they may go in 1,999 boats", []),
    ],
)
def test_dates(text: str, expected: list[str]) -> None:
    found = []
    for when in whens(text):
        if when.minutes is not None:
            found.append(f"{when.minutes // 60:02}:{when.minutes % 60:02}")
        for first, last in when.days(ISSUED):
            found.append(str(first) if first == last else f"{first}/{last}")
    assert found == expected


def test_a_weekday_without_a_day_of_writing_is_no_day() -> None:
    assert whens("on Friday")[0].days(None) == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [("Turkish", "Turkey's"), ("Russians", "Russia"), ("Syrian", "Syria"), ("Défense", "Defence")],
)
def test_names_of_countries_and_their_people_are_one(one: str, other: str) -> None:
    assert fold(key(one)) == fold(key(other))


def fold(name: str) -> str:
    return name.replace("defence", "defense")


def test_the_people_of_a_town() -> None:
    assert "norrvik" in bases("Norrvikian")


@pytest.mark.parametrize(
    "several", ["agreed agreement agrees", "held hold holding", "centre centers", "began beginning"]
)
def test_stems(several: str) -> None:
    assert len({forms(word)[1] for word in several.split()}) == 1


def test_what_is_denied_and_what_is_to_come() -> None:
    said = words("The pier will not reopen; boats were moved, and no more than 40 may be left.")
    how = manner(said)
    denied = [said[denial.head].low for denial in how.denials]
    coming = [word.low for word, mood in zip(said, how.mood, strict=True) if mood]
    told = [word.low for word, fact in zip(said, how.finite, strict=True) if fact]
    assert (denied, coming, told) == (["reopen"], ["reopen", "left"], ["moved"])


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("failed", {Sense.NEGATIVE}),
        ("undecided", {Sense.OPPOSITE}),
        ("harmless", {Sense.OPPOSITE}),
        ("under", set()),
        ("united", set()),
        ("planned", {Sense.COMING}),
        ("unless", {Sense.NEGATIVE, Sense.COMING, Sense.POSSIBLE}),
        ("boats", set()),
    ],
)
def test_the_senses_of_a_word(word: str, expected: set[Sense]) -> None:
    assert set(senses(*forms(word))) == expected


def test_units_convert() -> None:
    mile, kilometre = numbers("one mile")[0], numbers("1.6 kilometres")[0]
    assert same_measure(mile.value, mile.unit, kilometre.value, kilometre.unit)
    assert not same_measure(mile.value, mile.unit, kilometre.value * 2, kilometre.unit)


def test_digits_of_any_script() -> None:
    assert digits("٢٤٠٠ и 1 000 000, 36") == {"24": "٢٤٠٠", "1": "1 000 000", "36": "36"}


def test_the_sentence_around_a_quote() -> None:
    text = "It was over. On Nov. 1 the U.S. envoy left the town, he said. Nobody came."
    start = text.index("envoy")
    first, last = sentence_around(text, start, start + 5)
    assert text[first:last].strip() == "On Nov. 1 the U.S. envoy left the town, he said."

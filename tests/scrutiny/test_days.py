"""Which days of a sentence are those of its passage, and which are only those of its source."""

from __future__ import annotations

from datetime import date

import pytest

from quoteproof.diagnostics.finding import Location
from quoteproof.model.summaries import Source, Time
from quoteproof.scrutiny.facts.dates import date_misses
from quoteproof.scrutiny.facts.ground import Footing, Ground
from quoteproof.scrutiny.facts.miss import Setting
from quoteproof.scrutiny.prose.dates import Kind, whens
from quoteproof.scrutiny.prose.names import Gazetteer
from quoteproof.scrutiny.prose.reading import read
from quoteproof.scrutiny.prose.words import words

ISSUED = date(2022, 5, 12)
NOBODY = frozenset[str]()


def missed(passage: str, sentence: str) -> list[str]:
    """The words of a sentence that a source of Thursday, 12 May 2022 does not carry."""
    known = Gazetteer()
    known.add(words("Harbour Office"), "actor:office")
    ground = Ground(
        reading=read(passage, known),
        quote=passage,
        location=Location("seeds/sources/post.txt", 1, 1),
        named=NOBODY,
        source="post",
        issued=(ISSUED, ISSUED),
        speakers=(),
    )
    issued = Time.model_validate({"earliest": ISSUED.isoformat(), "basis": "stated"})
    source = Source.model_construct(id="post", issued=issued)
    footing = Footing((ground,), (source,), NOBODY, NOBODY, NOBODY, NOBODY, NOBODY)
    found = date_misses(read(sentence, known), Setting(footing, (ISSUED, ISSUED)), ())
    return [sentence[miss.start : miss.end].strip() for miss in found]


FELL = "Shells fell on 9 May. Forty men are at the pier."


@pytest.mark.parametrize(
    ("passage", "sentence"),
    [
        # The day of saying is that of the source
        (FELL, "The mission says that it noted this on 12 May, after the shells of 9 May."),
        (FELL, "The office denied on 12 May that it fired on 9 May."),
        (FELL, "On 12 May the union asked the company for pay."),
        (FELL, "On 12 May, according to the union, forty men were at the pier."),
        (FELL, "Forty men were at the pier, the office said on 12 May."),
        (FELL, "As of 12 May forty men are at the pier."),
        (FELL, "In its communiqué of 12 May the office says that forty men are at the pier."),
        ("No shell fell in the days from 2 to 9 May.", "The office says that from 9 to 12 May"),
        (
            "The office told the men on 9 May to leave the next day.",
            "The men were told to leave on 10 May.",
        ),
        (
            "The chairwoman denied the charges. She spoke of ships on Tuesday.",
            "The chairwoman denied the charges on 12 May.",
        ),
        # What is announced for a day to come
        (
            "The pier opens on 20 May.",
            "The Harbour Office said that on 20 May the pier would open.",
        ),
        ("The pier opens on 20 May.", "On 20 May the Harbour Office will open the pier."),
        ("The pier opens tomorrow.", "On 13 May the Harbour Office planned to open the pier."),
        # A time of day may be that of a day that stands alone, or is counted
        ("As of 18:00 on 9 May six; on 11 May at 18:00 ten.", "At 18:00 on 11 May it was ten."),
        ("By 18:00 on Tuesday six; a day later ten.", "By 18:00 on 11 May it was ten."),
        ("A 48-hour truce began at 06:00 on 10 May.", "It ran until 06:00 on 12 May."),
        ("Shells fell at 06:00 on 9 May. Its note is of 18:00.", "Its note is of 18:00 on 12 May."),
        ("It was held on Tuesday night, freed on Wednesday night.", "Freed on the night of 11 May"),
        ("It met on Tuesday evening; this evening it votes.", "It votes on the evening of 12 May."),
        ("By yesterday evening ten had gone.", "By the evening of 11 May ten had gone."),
        # Of several days of one kind, the passage may leave out what it has said
        (
            "Forty men left the pier on Monday; the other 60 left on Wednesday.",
            "The last men left the pier on 11 May.",
        ),
        (
            "The pier held 61 carts on 1 April; on 1 May it held 48.",
            "The pier held 48 carts on 1 May.",
        ),
        (
            "The alarm rang twice, and no sample was taken until the next day. It rang on 9 May.",
            "No sample was taken until 10 May.",
        ),
        (
            "The first of the ships will sail to the pier tomorrow. It is 12 May.",
            "The first of the ships was yet to come on 12 May.",
        ),
        (
            "THE SELM POST\n\nThursday, 12 May 2022\n\nThe pier opens to ships.",
            "The pier opened to ships on 12 May.",
        ),
        # Weekdays and weeks
        ("Last week it was shut.", "It was shut in the week from 2 to 8 May."),
        ("It left on 29 April, came on Monday, she told us.", "It came back on 2 May."),
        ("The letter of 3 May was answered by a letter in 2 days.", "The letter of 3 May"),
        (
            "It left on the Friday and the Saturday before the vote. The vote was on 9 May.",
            "It left on Friday 6 May and Saturday 7 May.",
        ),
        ("The union meets on the pier each Friday.", "The union meets each Friday."),
        # Another year's days, and a list of days that ends where a number counts something
        (
            "From 2 to 9 May 2022 it held 40. In the same period of 2021 it held 48.",
            "It held 48 between 2 and 9 May 2021.",
        ),
        ("It left on May 9, 18 days after the vote.", "It left 18 days after the vote, on 9 May."),
        ("It ran from May 2 to 9, 88 percent of it by day.", "It ran until 9 May."),
        # In capitals, and the evening before
        ("ORDER OF 5 MAY 2021", "An order of 5 May 2021 stands."),
        ("The talks of 6 May were called off on the evening before.", "They fell out on 5 May."),
        # Another day is denied
        (
            "The boats came a day late, on 9 May. They had been due on 8 May.",
            "The boats came not on 8 May but on the 9th.",
        ),
        (
            "Until 11 May no herd may graze in the strip. From 12 May it may bring 90 cows.",
            "Herds may not graze in the strip before 12 May.",
        ),
    ],
)
def test_a_day_is_carried(passage: str, sentence: str) -> None:
    assert missed(passage, sentence) == []


@pytest.mark.parametrize(
    ("passage", "sentence", "words"),
    [
        # An event is not of the day of its source
        (FELL, "The office says that shells fell on 12 May.", ["12 May"]),
        (FELL, "The office reports that on 12 May it was hit.", ["12 May"]),
        (FELL, "It was hit on 12 May, the office reports.", ["12 May"]),
        (FELL, "It was hit on 12 May; the union said so.", ["12 May"]),
        ("It met on 1 and 2 May.", "On visits on 1 and 12 May, the office says, it met.",
         ["1 and 12 May"]),
        ("From 2 May to 9 May six fell.", "The office says that from 2 May to 12 May six fell.",
         ["12 May"]),
        ("Shells fell on 9 May. Nobody was hurt.",
         "Shells fell on 12 May, the office said, and hurt nobody.", ["12 May"]),
        ("The union meets each Friday. It is Thursday.", "The union meets each Thursday.",
         ["Thursday"]),
        # Whoever issues something on a weekday does so then, and not a week after another day
        ("It fell on 9 May. The office issued this statement on Thursday.", "It fell on 10 May.",
         ["10 May"]),
        # Nothing is told before it happens
        ("It begins tomorrow, the office said.", "The office said on 13 May that it begins.",
         ["13 May"]),
        ("It begins tomorrow.", "On 13 May the Harbour Office reported the start.", ["13 May"]),
        # The same time of day, of another day
        ("As of 20:00 on 9 May six were dead.", "As of 20:00 on 12 May six were dead.", ["12 May"]),
        ("The office said on Friday morning that it left on Thursday night.",
         "It left on the night of 6 May.", ["6 May"]),
        # The same, of another day: beside a time of day, a conjunct, a participle, an insertion
        ("By Tuesday noon four ships were at the pier.",
         "By noon on 12 May the number of ships at the pier was four.", ["12 May"]),
        ("The board met yesterday in Selm and opened an inquiry. It is 12 May.",
         "The board met in Selm on 12 May and opened an inquiry.", ["12 May"]),
        ("The master was shown a warrant of the court dated 4 May.",
         "The master was shown a warrant of the court, dated 12 May.", ["12 May"]),
        ("Ten of the men were still held on 9 May.",
         "The office says that ten men were still held on 12 May.", ["12 May"]),
        ("As of 18:00 on 9 May six people were ill.", "As of 12 May six people were ill.",
         ["12 May"]),
        ("On 9 May half rations were given to the men. It is 12 May.",
         "Half rations were given to the men on 12 May.", ["12 May"]),
        # Whoever said or decided it on a weekday did not do so on the day of the paper
        ("KELL, May 12 (MPA) - The Norrvik Court on Tuesday annulled the permit for the pier.",
         "On 12 May the Norrvik Court annulled the permit for the pier.", ["12 May"]),
        ("The chairman told reporters in the capital, Kell, on Tuesday that ships wait.",
         "The chairman told reporters in Kell on 12 May that ships wait.", ["12 May"]),
        ('"No ship waits," it wrote on Tuesday.',
         "No ship waits, the Harbour Office wrote on 12 May.", ["12 May"]),
        ("The office said in a statement on Tuesday that six were hurt.",
         "In its statement of 12 May the office counted six hurt.", ["12 May"]),
        # A range has both its ends
        ("Six fell from 6 to 15 April.", "Six fell between 7 and 15 April.", ["7 and 15 April"]),
        ("It opened on Monday. Between then and Wednesday morning five ships came.",
         "Between 9 May and the morning of 12 May five ships came.", ["12 May"]),
        # The day from which another is counted is not that one
        ("The office told the men on 9 May to leave the next day.",
         "The office told the men on 10 May to leave the next day.", ["10 May"]),
        # Weekdays and weeks
        ("The letter of 3 May, she said on Wednesday, came.", "The letter of 4 May came.",
         ["4 May"]),
        ("A rise next week is likely.", "It is likely on 13 May.", ["13 May"]),
        ("At 6 on Wednesday 4 May the light went out.", "The light went out on 11 May.",
         ["11 May"]),
    ],
)  # fmt: skip
def test_another_day_is_not_carried(passage: str, sentence: str, words: list[str]) -> None:
    assert missed(passage, sentence) == words


@pytest.mark.parametrize(
    "text", ["on Sunday, 23 October 2022", "on 23 October 2022 (Sunday)", "Sunday 23 October 2022"]
)
def test_a_weekday_beside_a_date_is_that_date(text: str) -> None:
    assert {when.days((ISSUED, ISSUED)) for when in whens(text)} == {((date(2022, 10, 23),) * 2,)}


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("counted between 3.35 and 3.50 p.m. on 15 May", ["3.35", "3.50 p.m."]),
        ("from 9.15 to 10.30 in the morning", ["9.15", "10.30"]),
        ("rose from 3.35 to 3.50 per cent", []),
    ],
)
def test_the_first_of_two_times_of_day_may_have_a_dot(text: str, times: list[str]) -> None:
    clocks = [when for when in whens(text) if when.kind is Kind.CLOCK]
    assert [text[when.start : when.end] for when in clocks] == times

"""Which numbers, dates and names of a sentence its passage carries, in whatever form."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import cast

import pytest

from projects import example, findings
from quoteproof.diagnostics.finding import Location
from quoteproof.scrutiny.facts.dates import date_misses
from quoteproof.scrutiny.facts.ground import Footing, Ground, Library
from quoteproof.scrutiny.facts.miss import Setting
from quoteproof.scrutiny.facts.names import name_misses
from quoteproof.scrutiny.facts.numbers import number_misses
from quoteproof.scrutiny.prose.names import Gazetteer
from quoteproof.scrutiny.prose.reading import read

ISSUED = (date(2021, 5, 12),) * 2
NOBODY = frozenset[str]()


def missed(passage: str, sentence: str) -> list[str]:
    """The words of a sentence that a passage of Wednesday, 12 May 2021 does not carry."""
    known = Gazetteer()
    place = Location("seeds/sources/post.txt", 1, 1)
    ground = Ground(
        reading=read(passage, known),
        quote=passage,
        location=place,
        named=NOBODY,
        source="post",
        issued=ISSUED,
        speakers=(),
    )
    footing = Footing((ground,), (), NOBODY, ground.reading.keys, NOBODY, NOBODY, NOBODY)
    setting = Setting(footing, ISSUED)
    reading, nothing = read(sentence, known), cast(Library, None)
    found = [
        *date_misses(reading, setting, ()),
        *number_misses(nothing, reading, setting, ()),
        *name_misses(nothing, reading, setting),
    ]
    return [sentence[miss.start : miss.end].strip() for miss in found]


@pytest.mark.parametrize(
    ("passage", "sentence"),
    [
        # Fractions, shares and multiples
        ("One in five left.", "Some 20 per cent left."),
        ("Fees go up by a third as of July.", "Fees go up by 33 per cent."),
        ("The fine is 250,000 crowns.", "The fine is a quarter of a million crowns."),
        ("They want to halve the fees.", "They want to cut fees by 50 per cent."),
        ("All but two of the nine sites are shut.", "Seven of the nine sites are shut."),
        (
            "It was paid at one and a half times the rate.",
            "It was paid at 150 per cent of the rate.",
        ),
        ("More than half of its 310 trains ran.", "More than 155 of its 310 trains ran."),
        ("It was reset at noon, and again at two.", "It was reset twice."),
        ("Interest of 0.5 per cent is due.", "Late sums bear interest of half a per cent."),
        # Names counted
        (
            'One member for each party. Kelda Lines ("Kelda"), Tarvel Gas ("Tarvel"), the Dock '
            'Union ("the Union") and the Oyster Club ("the Club") have agreed.',
            "The four parties have agreed; they are two companies, a union and a club.",
        ),
        (
            "The operators Telvan and Northlink shall suspend it.",
            "Two operators, Telvan and Northlink, shall suspend it.",
        ),
        # Ordinals and labels
        ("After four days of counting", "On the fourth day of the counting"),
        ("Bulletin No. 3 of the board", "The third bulletin of the board"),
        ("Interest at 8 per cent per annum", "Interest at 8 per cent a year"),
        ("They report every two years.", "They report every second year."),
        # Units
        ("It took two hours and ten minutes.", "It took 130 minutes."),
        ("The quay is 1.5 km long.", "The quay is 1,500 metres long."),
        ("It takes an hour and a half.", "It takes 90 minutes."),
        ("Wheat, in tonnes: 310.", "310 tonnes of wheat"),
        ("It lasted six working days.", "It lasted six days."),
        ("Days under the mark: 7 of 19.", "It was so on seven of 19 days."),
        ("The blockade lasted from 3 to 9 May.", "The blockade lasted seven days."),
        ("It handled 1.2m tonnes.", "It handled 1.2 million tonnes."),
        ("Two to three million people", "Between two million and three million people"),
        ("Four square metres for each", "Four m² for each"),
        ("They may be held for 30 minutes.", "They may be held for half an hour."),
        ("It was open from 6 p.m. to 6 a.m.", "It was open for twelve hours."),
        # What follows from what stands side by side
        ("Three of the six members stayed.", "Half the members stayed."),
        ("Nine of the 16 ministers are theirs.", "The other seven ministers are not theirs."),
        ("Yes had 44 per cent, no 42 per cent.", "Yes had 44 per cent; 14 per cent had no view."),
        ("It grew from 171 to 204 days.", "It grew by 33 days."),
        # What is counted out, and what counts on
        ("Signed for Sorrin, Halvar and Tarn", "Three districts signed it."),
        ("The goods are salt, oil and fish.", "Three goods are named: salt, oil and fish."),
        ("It had 3.1 per cent, then 6.4 and 4.0 per cent.", "It is the best of three."),
        (
            "Three heard it; a fourth, who lives there, did not.",
            "Three heard it; a fourth did not.",
        ),
        ("Two waited for the other.", "Two waited for a third."),
        ("The rest is due in two parts.", "The second and third payments are due."),
        ("There was no third death.", "There was no sign of a third."),
        ("It began before the Harbour School and one other.", "It began before two schools."),
        ("It is of two: the Quay Union and the Harbour Union.", "It is of two unions."),
        (
            "It was due by 22 May. It came on 21 May.",
            "It came on 21 May, one day before it was due.",
        ),
        ("We apologise for both errors.", "It corrects two of its earlier reports."),
        ("In each water year it draws 60 litres.", "It draws 60 litres a year."),
        # What counts nothing that a passage must count
        ("A man was held.", "One man was held."),
        ("It spoke with the mayor and the owner.", "The two are at odds."),
        ("They drew dozens of people.", "They drew dozens of people."),
        ("They drew 340 people.", "They drew hundreds of people."),
        # Dates and times of day
        ("It began last June.", "It began in June 2020."),
        ("It will open next March.", "It is to open in March 2022."),
        ("It ends on 14 September next year.", "It ends on 14 September 2022."),
        ("I voted at 9.30 at night.", "The voter came at 21:30."),
        ("Read out at ten past eleven last night.", "It was read out at 23:10 on 11 May."),
        ("It broke down on Monday, a day early.", "It broke down on Monday 10 May."),
        ("On Tuesday it cut its forecast from 2 to 1.", "On 11 May it cut its forecast."),
        ("It was 97 in April, 71 a year earlier.", "It was 71 in April 2020 and 97 in April 2021."),
        ("Permits lapse at the end of the year.", "Permits lapse on 31 December 2021."),
        ("It was signed on 3 May; ten days after that it is in force.", "In force from 13 May."),
        ("It was so in March.", "It was so the year before."),
        ("It has been shut since the weekend.", "It has been shut since the weekend of 8 May."),
        ("It covers 1 July to 30 September 2020.", "It covers July, August and September 2020."),
        ("Since the January agreement", "Since the agreement of January 2021"),
        # Days that count from another one, and parts of years
        ("It fell on 14 May, having left on the previous day.", "It left on 13 May."),
        (
            "It is due on May 14, nine days later than planned.",
            "It is due on 14 May, not on 5 May.",
        ),
        ("It ran to the end of the second quarter.", "It ran until the end of June 2021."),
        ("Profit for the six months to 30 June 2020", "Profit in the first half of 2020"),
        ("It was 13 on 31 December and 14 now.", "It was 13 at the end of 2020."),
        ("The expedition (1934-36) found it.", "The expedition of 1934 to 1936 found it."),
        ("It reopened at 6.30 on Tuesday.", "It reopened at 06:30 on 11 May."),
        ("It runs on weekdays.", "It runs from Monday to Friday."),
        ("It was shut from 17 to 23 May.", "It was shut in May, from the 17th to the 23rd."),
        ("A year ago it was rejected.", "In May 2020 it was rejected."),
        ("It runs from a week on Friday.", "It runs from 21 May."),
        ("It rose by a percentage point.", "It rose by one percentage point."),
        ("It was 14.1% (13.6% before).", "It rose by half a percentage point."),
        ("It ran last week, from Monday to Wednesday.", "It ran from 3 to 5 May."),
        ("It opens on the last Thursday of the month.", "It opens on 27 May."),
        ("It closes on Sunday after its last 88 years.", "It closes on 16 May."),
        ("It rose 2% on the month in April.", "In April it was 2 per cent above March."),
        ("They report quarterly.", "They report every three months."),
        ("A loaf was four marks last week.", "It was four marks in the week from 3 to 9 May."),
        ("Late on Sunday 25 April it rang; nobody came until Monday.", "None came on 26 April."),
        # What is numbered
        ("This is bulletin No. 9 - 24 May 2021", "This is the ninth bulletin."),
        ("Sherds of phase III", "Sherds of phase 3"),
        ("Sherds of phase 3", "Sherds of phase III"),
        ("Candidate A: 30. Candidate B: 20. Candidate C: 10.", "The third candidate got 10."),
        # What is listed, and what leaves its unit out
        ("They did not pay in April, June and July.", "They did not pay for three months."),
        ("It is read at 06:00 and 18:00 every day.", "It is read twice a day."),
        ("12, 14 and 19 boats left.", "It counts 12, 14 and 19 boats in three convoys."),
        ("It fell from 38 million cubic metres to 17 million.", "It fell to 17 million m3."),
        ("The first counts calls, the next files.", "The first are calls, the second files."),
        # Initials
        ("The UN has no access.", "No access is had by the United Nations."),
        ("The Port Sella Harbour Board says so.", "The port has been closed by the PSHB."),
        ("It ends on Monday, at 06:00.", "It was to end at six the next morning."),
        # Units and scales that are told once
        (
            "Of this amount, no more than 60 million litres, the town may draw 27 million litres.",
            "Of the 60 million litres, 27 million go to the town.",
        ),
        (
            "The town paid 2.2 million of its 9 million marks.",
            "The town paid 2.2 of its 9 million marks.",
        ),
        ("It is paid in ten half-yearly parts.", "It is paid every six months."),
        (
            "On 10 May it freed 15 men, and nine on 12 May.",
            "It freed men on two days, 15 of them on 10 May and nine on 12 May.",
        ),
        (
            "It raised the fine from 10 to 15 per cent.",
            "It has a fine of 15 instead of 10 per cent.",
        ),
        ("It is open from 06:00 to 10:00.", "It is open from 6 to 10 am."),
        # Parties that are named, with *of* in their names; a *one* that counts nothing
        (
            "The parties are the Ministry of Ports, the City of Kell and the Union of Hauliers.",
            "It has three parties.",
        ),
        (
            "It is paid by the Ministry of Science and by the Ministry of Ports.",
            "It is paid by two ministries.",
        ),
        (
            "It fell at 05:43, and a second, smaller one at 05:51.",
            "It fell at 05:43, and a second, smaller one eight minutes later.",
        ),
    ],
)
def test_the_same_in_another_form_is_carried(passage: str, sentence: str) -> None:
    assert missed(passage, sentence) == []


@pytest.mark.parametrize(
    ("passage", "sentence", "words"),
    [
        ("One in five left.", "Some 25 per cent left.", ["25 per cent"]),
        ("After four days of counting", "On the fifth day of the counting", ["fifth"]),
        ("Two boats left from the first pier.", "Two boats left from the second pier.", ["second"]),
        ("It took two hours and ten minutes.", "It took 150 minutes.", ["150 minutes"]),
        ("They may carry 40 people.", "They may carry 45 people.", ["45"]),
        ("It lasted three days.", "It lasted three weeks.", ["three weeks"]),
        ("They had six crossings a day.", "They had six crossings a week.", ["a week"]),
        ("It drew 140 people.", "It drew thousands of people.", ["thousands"]),
        ("It began last June.", "It began in June 2019.", ["June 2019"]),
        ("He voted at 9.30 at night.", "He voted at 09:30.", ["09:30"]),
        ("It broke down on Monday.", "It broke down on 12 April.", ["12 April"]),
        ("It left last week.", "It left last month.", ["last month"]),
        ("It covers 1 July to 30 September 2020.", "It covers June 2020.", ["June 2020"]),
        ("The UN has no access.", "No access is had by the Harbour Board.", ["Board"]),
        ("It lasted 15 hours and 20 minutes.", "It lasted 16 hours and 20 minutes.", ["16 hours"]),
        ("It was eleven a week earlier.", "It was eleven a month before.", ["a month before"]),
        ("They agreed a day later.", "They agreed a week later.", ["a week later"]),
        ("It pays for three weeks.", "It pays every week.", ["every week"]),
        # Another day of the same matter, though it is that of the source
        (
            "At 15:30 on 11 May the guards refused a patrol entry.",
            "On 12 May the guards refused entry to a patrol, the mission reports.",
            ["12 May"],
        ),
        ("Its owner told reporters on Monday.", "Its owner told reporters on 12 May.", ["12 May"]),
        ("It held by yesterday evening.", "It was shut on 11 and 11 May.", ["11 and 11 May"] * 2),
        ("It fell on 12 May 2021.", "It fell on Tuesday night, 12 May 2021.", ["Tuesday"]),
        ("Four square metres for each", "Four square km for each", ["Four square km"]),
        ("48 hours of pause", "48 more days of pause", ["48 more days"]),
        ("5 million of the 12 million", "5 billion of the 12 million", ["5 billion"]),
        ("A third of the fee is kept.", "It was the second fee.", ["second"]),
        ("Six died.", "Six died; the seventh was a girl.", ["seventh"]),
        ("Nine of the 16 are theirs.", "Seven are not theirs.", ["Seven"]),
        ("In tonnes: wheat 310, rye 12.", "310 kilograms of wheat", ["310 kilograms"]),
        # A unit that stands beside another number only, or beside none
        (
            "It fell from 38 million cubic metres to 17 million.",
            "It fell to 17 million litres.",
            ["17 million litres"],
        ),
        (
            "Of 90 million euros 50 million are due.",
            "50 million dollars are due.",
            ["50 million dollars"],
        ),
        ("It derailed at kilometre 217.", "It derailed at metre 217.", ["metre"]),
        ("It is within one mile of Kell.", "It is within a kilometre of Kell.", ["a kilometre"]),
        ("It ends on Monday, at 06:00.", "It was to end at seven the next morning.", ["seven"]),
    ],
)
def test_what_is_not_the_same_is_not_carried(passage: str, sentence: str, words: list[str]) -> None:
    assert missed(passage, sentence) == words


def test_a_statement_that_cites_nothing_is_not_compared(tmp_path: Path) -> None:
    text = """\
terms:
  - id: boats
    title: The boats
    type: other
    statements:
      - text: About 40 boats were moved, the Norrvik harbour office said.
        kind: attributed-claim
        cite: [{office: About 40 boats were moved}]
      - text: Nobody says where the 55 boats were on 3 May.
        kind: gap
"""
    assert [f.code.id for f in findings(example(tmp_path, text)) if f.code.id[:3] == "FCT"] == []


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("The pier will reopen on 28 April 2020.", ["FCT102"]),
        ("The Norrvik Post said on 28 April 2020 that the pier will reopen.", []),
    ],
)
def test_the_day_of_a_source_is_when_something_was_said(
    text: str, codes: list[str], tmp_path: Path
) -> None:
    summary = f"""\
terms:
  - id: pier
    title: The pier
    type: other
    statements:
      - text: {text}
        kind: fact
        cite: [{{post: the pier will reopen in May}}]
"""
    told = [f.code.id for f in findings(example(tmp_path, summary))]
    assert [code for code in told if code == "FCT102"] == codes

"""Who does what, who says it, and whether a passage has somebody else do or say so."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from projects import demo, findings

SUMMARIES = """\
actors:
  - {{id: ministry, name: Ministry of Ports, type: state, aliases: [{{text: Ports Ministry}}]}}
  - {{id: court, name: Norrvik Court, type: state}}
  - {{id: union, name: Dock Workers' Union, type: ngo}}
  - {{id: lines, name: Kelda Lines, type: company}}
  - {{id: works, name: Norrvik Works, type: company, aliases: [{{text: builder}}]}}
  - {{id: watch, name: Passenger Watch, type: ngo}}
terms:
  - id: pier
    title: The pier
    type: other
    statements:
      - text: >-
          {sentence}
        kind: fact
        cite: [{{note: {{quote: "{passage}"{speaker}}}}}]
sources:
  - id: note
    file: note.txt
    title: A note
    publisher: Passenger Watch
    issued: 2021-05-12
    genre: ngo
    rights: full-text
    descriptor: {{text: A note., background: invented}}
    sha256: {digest}
"""
NOTE = """\
A note of May, on the case of the union against the Ministry of Ports (the respondent).

Kelda Lines ("the Company") shall repair the pier and shall report to the court by June.

The respondent shall pay for the pier.

A driver of Kelda Lines told us that the union collects money.

The Dock Workers' Union wrote to us on 3 May that it "collects nothing".

The union's leader thanked the Norrvik Court.

The hill is held by Kelda Lines, the ford by the union.

"We are out," the union said.

Norrvik Court did not rule on the quay.

Kelda Lines first called the court in May.

"Not one boat left with us," a driver of Kelda Lines said.

The union, which met in May, asked for pay.

The union asks the Norrvik Court to move the boats.

Kelda Lines and its partners have broken the rule.

The union put the boats at 46, the court at 19.

Armed men from the Norrvik cutter Osprey held the buoy.

Between the union and Kelda Lines (hereinafter "the Parties"), and before the court.

If both Parties so agree, each Party may send a boat.

The union shall bear two thirds of the cost and the court one third.

Norrvik Court on Monday closed the quay.

"Buyer" means the Ministry of Ports. The Buyer shall pay 40 marks.

The court's driver has no boat. "We shall sail," the leader of the union said on the quay.

The union threatened to sue the company. Kelda Lines is silent.

If the court does not confirm this, the union will sail. In a letter the owner says no.

The union says that the boat was given by the court's driver; whom it counts as dismissed left.

The owner asked the court for a boat. The union should heed all warnings.

The applicants ask for a ruling; the applicants are Kelda Lines and the union.

Kelda Lines may resume loading by the court's leave. The suit of the union against the court is new.

The court bears 40 per cent of the cost and the union 60.

By 9 votes to 6 it turns down the request of the union to be heard.

The order replaces Notice 11/2009 of the Ministry of Ports, which closed no pier.

The union left the quay. It said that boats are safe.

The union sued the court for 70 marks.

Kelda Lines answered in writing, the court did not answer; the owner denies that boats sank.

Kelda Lines said that the pier would last, and that a driver of its own had paid.

Kelda Lines may send a boat to the union.

Our boat was turned away. Kelda Lines says that it was late.

The court accused Kelda of theft.

NORRVIK COURT
"""


def turned(root: Path, passage: str, sentence: str, speaker: str = "") -> list[str]:
    """The words of a sentence that FCT204 tells of, where it cites a passage of the note."""
    quoted = passage.replace('"', '\\"')
    digest = hashlib.sha256(NOTE.encode()).hexdigest()
    text = SUMMARIES.format(sentence=sentence, passage=quoted, digest=digest, speaker=speaker)
    project = demo(root, {"seeds/summaries/note.yml": text, "seeds/sources/note.txt": NOTE})
    found = findings(project)
    assert not [f for f in found if f.severity == "error"], found
    return [f.message.split("”")[0].strip("“") for f in found if f.code.id == "FCT204"]


THEFT = "The court accused Kelda of theft."
COMPANY = 'Kelda Lines ("the Company") shall repair the pier and shall report to the court by June.'
PAYS = "The respondent shall pay for the pier."
TOLD = "A driver of Kelda Lines told us that the union collects money."
WROTE = 'The Dock Workers\' Union wrote to us on 3 May that it "collects nothing".'
THANKS = "The union's leader thanked the Norrvik Court."
HELD = "The hill is held by Kelda Lines, the ford by the union."
LEFT = '"Not one boat left with us," a driver of Kelda Lines said.'
ASKED = "The union, which met in May, asked for pay."
MOVES = "The union asks the Norrvik Court to move the boats."
BROKEN = "Kelda Lines and its partners have broken the rule."
DRIVER = "The court's driver has no boat."
PUT = "The union put the boats at 46, the court at 19."
CUTTER = "Armed men from the Norrvik cutter Osprey held the buoy."
OUT = '"We are out," the union said.'
AGREE = "If both Parties so agree, each Party may send a boat."
BEAR = "The union shall bear two thirds of the cost and the court one third."
CLOSED = "Norrvik Court on Monday closed the quay."
BUYER = "The Buyer shall pay 40 marks."
SUE = "The union threatened to sue the company. Kelda Lines is silent."
OWNER = "The owner asked the court for a boat."
HEED = "The union should heed all warnings."
APPLY = "The applicants ask for a ruling; the applicants are Kelda Lines and the union."
RESUME = "Kelda Lines may resume loading by the court's leave."
SUIT = "The suit of the union against the court is new."
BORNE = "The court bears 40 per cent of the cost and the union 60."
REQUEST = "By 9 votes to 6 it turns down the request of the union to be heard."
NOTICE = "The order replaces Notice 11/2009 of the Ministry of Ports, which closed no pier."
SAFE = "The union left the quay. It said that boats are safe."
SUED = "The union sued the court for 70 marks."
SANK = (
    "Kelda Lines answered in writing, the court did not answer; the owner denies that boats sank."
)
LAST = "Kelda Lines said that the pier would last, and that a driver of its own had paid."
LATE = "Our boat was turned away. Kelda Lines says that it was late."
SEND = "Kelda Lines may send a boat to the union."
GIVEN = "The union says that the boat was given by the court's driver"


@pytest.mark.parametrize(
    ("passage", "sentence"),
    [
        (COMPANY, "Kelda Lines is to repair the pier, Passenger Watch reports."),
        (COMPANY, "Kelda Lines has to report to the court by June."),
        (PAYS, "The Ministry of Ports shall pay for the pier."),
        (PAYS, "According to Passenger Watch, the Ports Ministry has to pay for the pier."),
        (TOLD, "A driver of Kelda Lines told Passenger Watch that the union collects money."),
        (WROTE, "The union wrote to Passenger Watch on 3 May."),
        (THANKS, "The leader of the union thanked the Norrvik Court."),
        (HELD, "Kelda Lines holds the hill and the union the ford, says Passenger Watch."),
        (HELD, "The hill is held by Kelda Lines and the ford by the union."),
        (OUT, "The union said that it is out."),
        (PUT, "By the union the boats were 46, by the court 19."),
        # A boat that nobody records is not compared with those who are recorded
        (CUTTER, "Armed men from the Osprey held the buoy."),
        (
            "Kelda Lines first called the court in May.",
            "The court was first called by Kelda Lines.",
        ),
        (PAYS, "The governor's ministry shall pay for the pier."),
        ("Norrvik Court did not rule on the quay.", "By the note of Passenger Watch, it did not."),
        # Who speaks says *us*, and not who publishes it; an aside parts who asks from the asking
        (LEFT, "Not one boat left with Kelda Lines, its driver said."),
        (ASKED, "The union asked for pay, says Passenger Watch."),
        # The driver of the court is the court's; what is asked in the passive is asked of both
        (DRIVER, "The driver of the court has no boat."),
        (MOVES, "Norrvik Court is asked by the union to move the boats, says Passenger Watch."),
        (BROKEN, "Kelda Lines has broken the rule, according to Passenger Watch."),
        # Those whom a document calls its parties, a verb that is left out, what a buyer is
        (AGREE, "A boat may go if Kelda Lines and the union agree."),
        (BEAR, "One third of the cost is borne by the court."),
        (CLOSED, "The quay was closed by the ruling of the Norrvik Court."),
        (BUYER, "The Ministry of Ports has to pay 40 marks."),
        (HELD, "Passenger Watch cites a list published by Kelda Lines."),
        # Any firm is *the company*; who is only supposed to say it; who says it last
        (SUE, "The union threatened to sue Kelda Lines."),
        (SUE, "The union would sail if the Norrvik Court did not confirm it."),
        (GIVEN, "The boat was given by the driver of the court, says the union."),
        (GIVEN, "Whoever the union counts as dismissed by letter left Kelda Lines."),
        (OUT, "The union told Passenger Watch that it is out."),
        (CLOSED, "On Monday the Norrvik Court rejected the use of the quay."),
        (BORNE, "The union has to bear 60 per cent of the cost, and the court 40."),
        (CLOSED, "As Passenger Watch says the Norrvik Court did, it closed the quay."),
        (REQUEST, "The union asked in vain; six votes to nine were cast."),
        (APPLY, "Kelda Lines and the union ask for a ruling."),
        # A text by its number, who *it* is, who sues, who answers, and whoever is *the builder*
        (NOTICE, "The order takes the place of a notice of the Ministry of Ports."),
        (SAFE, "By the union's account, boats are safe."),
        (SUED, "Its suit is about 70 marks that the union demands from the court."),
        (SANK, "No boats sank, according to Kelda Lines."),
        (SEND, "A boat may be sent to the union by Kelda Lines."),
        (LAST, "Kelda Lines paid nothing. The pier would last, the builder said."),
        # Who stands over a letter
        ("NORRVIK COURT", "A letter of the Norrvik Court."),
    ],
)
def test_the_same_people(passage: str, sentence: str, tmp_path: Path) -> None:
    assert turned(tmp_path, passage, sentence) == []


@pytest.mark.parametrize(
    ("passage", "sentence", "words"),
    [
        # A term that the document itself defines, and what a second verb has for its subject.
        (PAYS, "The Norrvik Court shall pay for the pier.", "Norrvik Court"),
        (COMPANY, "The Ministry of Ports has to report to the court by June.", "Ministry of Ports"),
        # *Us* is whoever publishes it.
        (TOLD, "A driver of Kelda Lines told the Norrvik Court that it does.", "Norrvik Court"),
        (TOLD, "A driver of Passenger Watch told Kelda Lines that it does.", "Passenger Watch"),
        (
            WROTE,
            "Passenger Watch wrote to the Dock Workers' Union on 3 May.",
            "Dock Workers' Union",
        ),
        # Each of two has what the passage has of the other.
        (
            PUT,
            "There were 46 boats, the court having them at 46 and the union at 19.",
            "What is told here of “court",
        ),
        # Whose somebody is.
        (THANKS, "The court's leader thanked the Norrvik Court.", "court's"),
        # Who is said to say something, and says nothing in the passage.
        (HELD, "The hill is held, according to the Norrvik Court.", "Norrvik Court"),
        (HELD, "The hill is held, says the Norrvik Court.", "Norrvik Court"),
        (HELD, "By the account of the Norrvik Court, the hill is held.", "Norrvik Court"),
        (HELD, "Kelda Lines, citing Passenger Watch, says so.", "Passenger Watch"),
        (HELD, "A note of Passenger Watch, published by Kelda Lines.", "Passenger Watch"),
        (HELD, "A note of Kelda Lines, which says that the hill is held.", "Kelda Lines"),
        # Whoever is asked to do something is to do it, and whoever is told of with others does it.
        (MOVES, "The union asks Kelda Lines to move the boats.", "Kelda Lines"),
        (BROKEN, "The court and its partners have broken the rule.", "court"),
        (DRIVER, "The driver of Kelda Lines has no boat.", "Kelda Lines"),
        (DRIVER, "Kelda Lines urges the court to give its driver a boat.", "Kelda Lines"),
        (AGREE, "A boat may go if the court and the union agree.", "court"),
        (CLOSED, "Kelda Lines closed the quay.", "Kelda Lines"),
        (BUYER, "The court has to pay 40 marks.", "court"),
        (HELD, "A note of Passenger Watch, as Kelda Lines gives it.", "Passenger Watch"),
        # Who is asked says nothing by it, and who publishes it tells nobody
        (OWNER, "The owner has no boat, the court said.", "court"),
        (OUT, "Passenger Watch told the union that it is out.", "union"),
        # Warnings are nobody's word; a verb of saying may stand behind a number, or before a *that*
        (HEED, "The union recommends that all warnings be heeded.", "union"),
        (PUT, "The boats were 46, says Kelda Lines.", "Kelda Lines"),
        (RESUME, "The court may load again.", "court"),
        (SUIT, "The court's suit is new.", "court's"),
        (PUT, "There were 46 boats by the figures of Kelda Lines.", "Kelda Lines"),
        (CLOSED, "The quay was closed by the Norrvik Court, Kelda Lines found.", "Kelda Lines"),
        (SANK, "No boats sank, according to the court.", "court"),
        (SEND, "A boat may be sent to Kelda Lines by the union.", "union"),
        (LAST, "The ministry paid nothing. The pier would last, the builder said.", "builder"),
        (CLOSED, "Kelda Lines found that the Norrvik Court closed the quay.", "Kelda Lines"),
        # The first word of a name that the document has in full
        (THEFT, "Kelda Lines accused the court of theft.", "court"),
    ],
)
def test_other_people(passage: str, sentence: str, words: str, tmp_path: Path) -> None:
    assert words in turned(tmp_path, passage, sentence)


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Kelda Lines denies that the hill is held, according to Passenger Watch.", []),
        ("Passenger Watch denies it, according to Kelda Lines.", ["Passenger Watch"]),
        ("Passenger Watch denies that the hill is held, Kelda Lines reports.", ["Passenger Watch"]),
    ],
)
def test_who_frames_whose_words(sentence: str, words: list[str], tmp_path: Path) -> None:
    assert turned(tmp_path, HELD, sentence, ", speaker: lines") == words


def test_who_says_what_another_puts(tmp_path: Path) -> None:
    sentence = "The union wrote that Kelda Lines put the boats at 46."
    assert turned(tmp_path, PUT, sentence, ", speaker: lines") == ["Kelda Lines"]


def test_what_is_ours_is_the_publishers(tmp_path: Path) -> None:
    sentence = "Passenger Watch's boat was turned away. It was late, according to Kelda Lines."
    assert turned(tmp_path, LATE, sentence, ", speaker: lines") == []


BOTH = """\
terms:
  - id: hill
    title: The hill
    type: other
    statements:
      - text: {sentence}
        kind: fact
        cite:
          - note: {{quote: "The boats were shelled from the hill, said the union.", speaker: union}}
          - note: {{quote: "It blames nobody for the shells.", speaker: court}}
"""
SHELLED = (
    "The boats were shelled from the hill, said the union.\n\nIt blames nobody for the shells.\n"
)


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("The union says that the boats were shelled, and the court blames nobody.", False),
        ("The court says that the boats were shelled, and the union blames nobody.", True),
        # Each word that both passages have is anybody's.
        ("The court speaks of the shells, and the union of the shells as well.", False),
    ],
)
def test_two_who_change_places(sentence: str, told: bool, tmp_path: Path) -> None:
    """Neither verb is bound to another name in the passages: whose they are tells it."""
    head, _, tail = SUMMARIES.partition("terms:\n")
    sources = tail[tail.index("sources:") :]
    digest = hashlib.sha256(SHELLED.encode()).hexdigest()
    text = (head + BOTH + sources).format(sentence=sentence, digest=digest)
    project = demo(tmp_path, {"seeds/summaries/note.yml": text, "seeds/sources/note.txt": SHELLED})
    assert ("FCT204" in {f.code.id for f in findings(project)}) == told

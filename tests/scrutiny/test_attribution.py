"""Whether a sentence names who says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from projects import example, findings

ACTORS = """\
actors:
  - {id: master, name: Harbour master, type: person, public_role: Master of the harbour,
     parent: harbour-office}
  - {id: kelda-lines, name: Kelda Lines, type: state}
terms:
  - id: boats
    title: The boats
    type: other
    statements:
      - text: "%s"
        kind: %s
        cite: [{%s}]
        allow: {FCT101: no matter, FCT103: no matter, FCT204: no matter}
"""
OFFICE = "office: {quote: About 40 boats were moved, speaker: %s}"
OWN = "office: About 40 boats were moved"
TOLD = "post: The office said that the pier will reopen in May"
POST = "post: Some 55 boats had to leave"


def asked(root: Path, text: str, cite: str, kind: str) -> set[str]:
    found = findings(example(root, ACTORS % (text.replace('"', '\\"'), kind, cite)))
    return {f.code.id for f in found if f.code.id.startswith("ATT")}


@pytest.mark.parametrize(
    ("text", "cite", "names"),
    [
        ("He said that boats were moved.", OFFICE % "master", False),
        ("It was said that boats were moved.", OFFICE % "master", False),
        ("The boats were moved.", POST, False),
        ("The harbour master said that boats were moved.", OFFICE % "master", True),
        ("The master said that boats were moved.", OFFICE % "master", True),
        ("Norrvik's harbour office said that boats were moved.", OFFICE % "harbour-office", True),
        ("The office said that boats were moved.", OFFICE % "harbour-office", True),
        # One for whom the speaker speaks, where it says something; not as a thing spoken of.
        ("The harbour office said that boats were moved.", OFFICE % "master", True),
        ("He said that the boats of the quay and of others left.", OFFICE % "master", False),
        # A publisher, for what it says in its own voice.
        ("The Norrvik Post says that boats had to leave.", POST, True),
        ("Two reports say that boats had to leave.", POST, True),
        ("Boats had to leave, it reports.", POST, False),
        ("Kelda Lines said that boats were moved.", OFFICE % "master", False),
        # Somebody, or something, without a record: whoever it is, it is said who says so.
        ("The office, on the quay, said that the pier will reopen in May.", TOLD, True),
        ("A crane driver saw boats leave.", OFFICE % "master", True),
        ("Boats were moved, said two anglers.", OFFICE % "master", True),
        ("Boats were moved, as was seen by anglers.", OFFICE % "master", True),
        ("Anglers, asked on the quay, hope that boats will come back.", OFFICE % "master", True),
        ("Boats were moved, according to the decree.", OFFICE % "master", True),
        ("Boats were moved, by the anglers' count.", OFFICE % "master", True),
        ("Under the decree boats are moved.", OFFICE % "master", True),
        ("The leaflet leaves out the boats.", POST, True),
        ("The anglers caught nothing, they said.", OFFICE % "master", True),
        # A pronoun, or nobody at all.
        ("In May it said that boats were moved.", OFFICE % "harbour-office", False),
        ("In its view boats were moved.", OFFICE % "harbour-office", False),
        ("Boats were reported to have been moved.", OFFICE % "harbour-office", False),
        ("The decree was lifted.", OFFICE % "harbour-office", False),
        ("By the office, on the quay, they said that it will reopen in May.", TOLD, False),
    ],
)
def test_a_claim_names_its_speaker(text: str, cite: str, names: bool, tmp_path: Path) -> None:
    assert asked(tmp_path, text, cite, "attributed-claim") == (set() if names else {"ATT101"})


@pytest.mark.parametrize(
    ("text", "cite", "attributed"),
    [
        ("About 40 boats were moved.", OWN, False),
        ("About 40 boats were moved, said the harbour office.", OWN, True),
        ("The report of the office is short.", OWN, True),
        # Two origins; two articles that have it from one; a party and its own member.
        ("Boats were moved.", f"{OWN}}}, {{{POST}", True),
        (
            "Boats were moved.",
            f"{OFFICE % 'master'}}}, {{post: {{quote: Some 55 boats had to, speaker: master}}",
            False,
        ),
    ],
)
def test_a_fact_of_one_origin_is_attributed(
    text: str, cite: str, attributed: bool, tmp_path: Path
) -> None:
    assert asked(tmp_path, text, cite, "fact") == (set() if attributed else {"ATT102"})


def test_what_an_instrument_provides_is_a_fact(tmp_path: Path) -> None:
    project = example(tmp_path, ACTORS % ("Boats are to be moved.", "fact", OWN))
    of_an_office = {f.code.id for f in findings(project)}
    file = project / "seeds/summaries/sources.yml"
    file.write_text(file.read_text().replace("genre: official-statement", "genre: primary-text"))
    assert "ATT102" in of_an_office
    assert "ATT102" not in {f.code.id for f in findings(project)}


def test_an_instrument_says_what_it_provides(tmp_path: Path) -> None:
    claim = ACTORS % ("The decree caps the boats at 40.", "attributed-claim", OWN)
    project = example(tmp_path, claim)
    of_an_office = {f.code.id for f in findings(project)}
    file = project / "seeds/summaries/sources.yml"
    file.write_text(file.read_text().replace("genre: official-statement", "genre: primary-text"))
    assert "ATT101" in of_an_office
    assert "ATT101" not in {f.code.id for f in findings(project)}


def test_a_publisher_may_be_called_as_the_actor_that_it_is(tmp_path: Path) -> None:
    record = "{id: post-itself, name: The Norrvik Post, type: ngo, aliases: [{text: NPO}]}"
    told = (ACTORS % ("Boats had to leave, NPO reported.", "attributed-claim", POST)).replace(
        "actors:\n", f"actors:\n  - {record}\n"
    )
    assert {f.code.id for f in findings(example(tmp_path, told))} == {"ANS101"}


def test_a_publisher_may_be_called_by_what_it_is(tmp_path: Path) -> None:
    told = ACTORS % ("Boats had to leave, the inquiry found.", "attributed-claim", POST)
    project = example(tmp_path, told)
    file = project / "seeds/summaries/sources.yml"
    long = "Public inquiry into the northern pier"
    file.write_text(file.read_text().replace("publisher: Norrvik Post", f"publisher: {long}"))
    assert {f.code.id for f in findings(project)} == {"ANS101"}

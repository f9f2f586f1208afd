"""Where accounts come from, as the texts say, and what is counted once."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from projects import briefing, demo, findings
from quoteproof.model.independence import independence
from quoteproof.scrutiny.origins import credits

WIRE = (
    "The last of the boats left the northern pier in the early morning, watched by a crowd on the "
    "quay, and by noon the water was empty but for the dredger."
)


def newspapers(root: Path, papers: dict[str, tuple[str, str, str]], cites: str) -> Path:
    """Sources by id, with their text, their agency, and how the statement cites it."""
    sources = "".join(
        f"""
  - id: {id}
    file: {id}.txt
    sha256: {sha256(text.encode()).hexdigest()}
    title: A report
    publisher: {id.capitalize()} of Norrvik
    {f"agency: {agency}" if agency else ""}
    issued: 2020-04-28
    genre: wire
    rights: full-text
    descriptor: {{text: A newspaper., background: invented}}
"""
        for id, (text, agency, _) in papers.items()
    )
    cites = ", ".join(f"{{{id}: {{quote: {cites}{said}}}}}" for id, (_, _, said) in papers.items())
    files = {f"seeds/sources/{id}.txt": text for id, (text, _, _) in papers.items()}
    files["seeds/summaries/papers.yml"] = f"""\
sources:{sources}
actors:
  - {{id: keeper, name: Keeper of the pier, type: person, public_role: keeper}}
terms:
  - id: boats
    title: The boats
    type: other
    statements: [{{id: it, text: The boats are gone., cite: [{cites}]}}]
"""
    return demo(root, files)


@pytest.mark.parametrize(
    ("papers", "origins"),
    [
        # One text of an agency in two newspapers, of which one credits nobody.
        ({"star": (WIRE, "Reuters", ""), "sun": (f"Here: {WIRE}", "", "")}, ("Reuters",)),
        # It is counted once whatever the two credit; who is said to speak comes first.
        ({"star": (WIRE, "Reuters", ""), "sun": (WIRE, "AFP", "")}, ("Reuters",)),
        ({"star": (WIRE, "AFP", ""), "sun": (WIRE, "", ", speaker: keeper")}, ("keeper",)),
        # Where nobody credits anybody, the origin is one and unknown.
        ({"star": (WIRE, "", ""), "sun": (WIRE, "", "")}, ()),
        # The same words in quotation marks in both: each may have heard them.
        (
            {
                "star": (f"“{WIRE}”", "Reuters", ", speaker: keeper"),
                "sun": (f'He said: "{WIRE}"', "AFP", ""),
            },
            ("keeper", "AFP"),
        ),
        # Too few words to be a copy.
        (
            {
                "star": ("The last of the boats left the northern pier.", "Reuters", ""),
                "sun": ("The last of the boats left the northern pier today.", "AFP", ""),
            },
            ("Reuters", "AFP"),
        ),
    ],
)
def test_shared_text_is_counted_once(
    papers: dict[str, tuple[str, str, str]], origins: tuple[str, ...], tmp_path: Path
) -> None:
    made = briefing(newspapers(tmp_path, papers, "The last of the boats left the northern pier"))
    counted = independence(made, made.cited_as("boats.it"))
    assert (counted.articles, counted.origins) == (tuple(papers), origins)


@pytest.mark.parametrize(
    ("text", "agencies"),
    [
        ("ANKARA (Reuters) - The talks ended.", ["Reuters"]),
        ("PORT AVERIN, Oct 13 (AP) — It ended.", ["AP"]),
        ("It ended, he said. (AFP)", ["AFP"]),
        ("It ended, he said. - AFP", ["AFP"]),
        ("By Associated Press", ["AP"]),
        ("AFP contributed to this report.", ["AFP"]),
        ("With inputs from PTI", ["PTI"]),
        # A picture's credit is no credit of the text, and unnamed agencies name none.
        ("Vehicles return. Photo: Reuters / A name.", []),
        ("Its troops in the town [AFP]", []),
        ("Agencies contributed to this report.", []),
        ("The AP reported that it ended.", []),
        ("He told Reuters that it ended.", []),
    ],
)
def test_credits(text: str, agencies: list[str]) -> None:
    assert [name for name, _, _ in credits(text)] == agencies


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The boats are gone, the keeper told the Coast Gazette on Friday.", True),
        ("The boats are gone, the keeper told Reuters.", True),
        ("The boats are gone, the keeper said, as quoted by Harbour Watch.", True),
        ("The boats are gone, the Coast Gazette reported on Friday.", True),
        # The paper itself, one who has no account of it, and who was spoken to and passes none on.
        ("We reported on Friday that the boats are gone.", False),
        ("CORRECTIONS We reported on Friday that the boats are gone.", False),
        ("The boats are gone since May, according to the Decision.", False),
        ("The list of boats on which the Coast Gazette reported is gone.", False),
        ("The boats are gone, the keeper told Parliament.", False),
        ("The boats are gone, the keeper told Kelda Lines in a letter.", False),
    ],
)
def test_a_channel_is_one_of_the_press(text: str, told: bool, tmp_path: Path) -> None:
    quote = text.removesuffix(".")
    project = newspapers(tmp_path, {"star": (text, "", "")}, f'"{quote}"')
    assert ("IND102" in {f.code.id for f in findings(project)}) == told


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("The boats are gone, hospital officials say.", False),
        ("The boats are gone, an official says.", False),
        ("The boats are gone.", True),
    ],
)
def test_a_teller_may_be_named_in_the_sentence(statement: str, told: bool, tmp_path: Path) -> None:
    text = "The boats are gone, according to hospital officials."
    project = newspapers(tmp_path, {"star": (text, "", "")}, f'"{text.removesuffix(".")}"')
    file = project / "seeds/summaries/papers.yml"
    file.write_text(file.read_text().replace("text: The boats are gone.", f'text: "{statement}"'))
    assert ("IND102" in {f.code.id for f in findings(project)}) == told


@pytest.mark.parametrize(
    ("statement", "told"),
    [("Five cases lay at the gate.", False), ("Only police stood at the gate.", True)],
)
def test_a_teller_of_what_is_not_told(statement: str, told: bool, tmp_path: Path) -> None:
    """Who tells only what an aside says has to be recorded if the sentence tells that."""
    text = "Five cases lay at the gate, where, according to witnesses, only police stood."
    project = newspapers(tmp_path, {"star": (text, "", "")}, f'"{text.removesuffix(".")}"')
    file = project / "seeds/summaries/papers.yml"
    file.write_text(file.read_text().replace("text: The boats are gone.", f'text: "{statement}"'))
    assert ("IND102" in {f.code.id for f in findings(project)}) == told

"""What a statement rests on: articles, publishers, and where their accounts come from."""

from pathlib import Path

import pytest

from quoteproof.checks.verify import verify
from quoteproof.diagnostics.demo import FILES
from quoteproof.loading.project import load
from quoteproof.model.independence import Independence, independence
from quoteproof.model.verified import VerifiedBriefing

RECORDS = """\
agreements:
  - id: plan
    title: The plan
    parties: [harbour-office]
actors:
  - {id: master, name: Its master, type: person, relations: [{kind: leads, to: harbour-office}]}
  - {id: deputy, name: The deputy, type: person, parent: master}
  - {id: fisher, name: A fisher, type: person, relations: [{kind: opposes, to: harbour-office}]}
"""


def verified(root: Path, cites: str, *, agency: str = "") -> VerifiedBriefing:
    """The demo briefing with one more statement, which has these citations."""
    files = {**FILES, "seeds/summaries/records.yml": RECORDS}
    files["seeds/summaries/event.yml"] = f"""\
events:
  - id: moving
    title: The moving
    type: other
    mode: reported
    time: 2020-04
    statements: [{{id: it, text: The boats were moved., cite: [{cites}]}}]
"""
    sources = "seeds/summaries/sources.yml"
    files[sources] = files[sources].replace(
        "genre: staff-report", f"genre: staff-report\n    agency: {agency}"
    )
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
    briefing, findings = verify(*load(root))
    assert briefing is not None, findings
    return briefing


OFFICE = "office: {quote: About 40 boats were moved%s}"
POST = "post: {quote: Some 55 boats had to leave%s}"


@pytest.mark.parametrize(
    ("cites", "agency", "expected"),
    [
        # An account in an article's own voice has no known origin.
        (f"{OFFICE % ''}", "", (("office",), ("Harbour office of Norrvik",), (), ())),
        # Two articles that report the same speaker are one origin.
        (
            f"{OFFICE % ', speaker: fisher'}, {POST % ', speaker: fisher'}",
            "",
            (("office", "post"), ("Harbour office of Norrvik", "Norrvik Post"), ("fisher",), ()),
        ),
        # Whoever leads a party, or is part of what does, speaks as a party.
        (
            f"{OFFICE % ', speaker: master'}, {POST % ', speaker: deputy'}",
            "",
            (
                ("office", "post"),
                ("Harbour office of Norrvik", "Norrvik Post"),
                ("master", "deputy"),
                ("master", "deputy"),
            ),
        ),
        # An agency is an origin, where nobody is reported as speaking.
        (f"{POST % ''}", "Coast News", (("post",), ("Norrvik Post",), ("Coast News",), ())),
        (
            f"{POST % ', speaker: fisher'}",
            "Coast News",
            (("post",), ("Norrvik Post",), ("fisher",), ()),
        ),
        # A channel is one; the article that is its own channel is none.
        (f"{POST % ', via: office'}", "", (("post",), ("Norrvik Post",), ("office",), ())),
        (f"{POST % ', via: post'}", "", (("post",), ("Norrvik Post",), (), ())),
        # What qualifies, contradicts or only gives context carries nothing.
        (
            f"{OFFICE % ', relation: contradicts'}, {POST % ', relation: qualifies'}",
            "",
            ((), (), (), ()),
        ),
        (f"{OFFICE % ', relation: context'}", "", ((), (), (), ())),
    ],
)
def test_origins_are_counted_once(tmp_path: Path, cites: str, agency: str, expected) -> None:
    briefing = verified(tmp_path, cites, agency=agency)
    (it,) = (cited for cited in briefing.cited if cited.id == "moving.it")
    assert independence(briefing, it) == Independence(*expected)


def test_a_party_is_whoever_agreed_leads_belongs_or_speaks_for_it(tmp_path: Path) -> None:
    briefing = verified(tmp_path, OFFICE % "")
    whose = {"harbour-office": "harbour-office", "master": "harbour-office"}
    assert briefing.parties == {**whose, "deputy": "harbour-office"}

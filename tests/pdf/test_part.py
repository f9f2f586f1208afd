"""A part of the edition as a hand-out: what was asked for, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from reading import Edition, plain, read
from standards import complaints

from conftest import Made
from projects import demo
from quoteproof.cli import cli
from quoteproof.exports.pdf import SECTIONS, WHOLE, Part, UnknownPart, part_named, typeset
from quoteproof.model.summaries import Position, Statement
from quoteproof.model.verified import VerifiedBriefing, record_id, records, title_of

TITLES = {
    "overview": "Overview",
    "terms": "Agreement terms",
    "actors": "Actors",
    "timeline": "Timeline",
    "discrepancies": "Open discrepancies",
    "sources": "Sources",
    "method": "Method",
}
ALONE = {
    "plan-of-works": "Plan of works",
    "leave-the-pier": "The guild leaves the northern pier",
    "guild": "Fishers' guild",
    "crew": "Crews <script>alert(1)</script> *and* [mates](x) {{ 7*7 }} | `code`",
    "reopening": "The northern pier reopens",
    "boats": "1 How many boats left",
    "damage": "2 Were boats damaged?",
    "post": "Norrvik Post",
    "archive": "Harbour archive",
}


def handout(briefing: VerifiedBriefing, name: str, warnings: int = 0) -> Edition:
    pdfs = typeset(briefing, part_named(briefing, name), warnings)
    assert isinstance(pdfs, tuple), [str(finding) for finding in pdfs]
    (pdf,) = pdfs
    return read(pdf)


def headings(edition: Edition, *kinds: str) -> list[str]:
    return [plain(heading.text) for heading in edition.structure.all(*kinds)]


@pytest.mark.parametrize("name", SECTIONS)
def test_a_section(tiny: Made, name: str) -> None:
    briefing, whole = tiny
    edition = handout(briefing, name)
    assert complaints(edition.pdf) == []
    assert headings(edition, "H1") == [TITLES[name]]
    parts = [plain(heading.text) for heading in whole.chapters[TITLES[name]].all("H2", "H3")]
    assert headings(edition, "H2", "H3") == parts
    assert all(link.to or link.address.startswith("https:") for link in edition.annotations)


@pytest.mark.parametrize("name", ALONE)
def test_a_record_or_source(tiny: Made, name: str) -> None:
    """With a list of the sources that a record quotes."""
    briefing, _ = tiny
    edition = handout(briefing, name)
    assert complaints(edition.pdf) == []
    quotes = [] if name in {"crew", "post", "archive"} else ["Sources"]
    assert headings(edition, "H1", "H2", "H3") == [ALONE[name], *quotes]
    text = plain(edition.text)
    for cited in briefing.cited:
        if cited.record == name and isinstance(cited.origin, Statement | Position):
            assert plain(cited.text) in text
    assert len(edition.sheets) <= 2


def test_it_begins_with_what_the_briefing_is(tiny: Made) -> None:
    edition = handout(tiny[0], "boats")
    assert edition.title == "The northern pier of Norrvik"
    assert plain(edition.text).startswith(
        "The northern pier of NorrvikAs of 28 April 2020. The closing of the northern pier in "
        "April 2020 and its reopening. Nothing later is covered.1 How many boats left"
    )
    assert plain(edition.bookmarks[0][1]) == "1 How many boats left"


def test_what_is_not_in_it_is_no_link_and_has_no_page(tiny: Made) -> None:
    edition = handout(tiny[0], "leave-the-pier")
    text = plain(edition.text)
    assert "Agreement:Plan of works" in text
    assert "(The northern pier reopens)" in text
    assert "Line 3." in text and ", p. " not in text
    assert "How many boats left" in text
    names = [plain(words) for words, _ in edition.structure.links()]
    assert "Plan of works" not in names and "Fishers' guild" not in names


def test_what_is_within_it_is_linked(tiny: Made) -> None:
    edition = handout(tiny[0], "discrepancies")
    links = {plain(words): link for words, link in edition.structure.links()}
    number = next(words for words in links if "Were boats damaged?" in words)
    assert links[number].to == edition.places["discrepancies.md#damage"]


def test_it_is_marked_as_a_draft(tiny: Made) -> None:
    assert "Draft. The check of this briefing ends with 2 warnings." in plain(
        handout(tiny[0], "guild", warnings=2).text
    )


# Names


def test_what_the_names_mean(tiny: Made) -> None:
    briefing, _ = tiny
    assert part_named(briefing, "terms") == Part(("terms",))
    assert part_named(briefing, "overview") == Part(("overview",))
    named = {record_id(record): record for record in records(briefing.summaries)}
    section = {id: part_named(briefing, id).sections[0] for id in named if id != "overview"} | {
        source.id: part_named(briefing, source.id).sections[0] for source in briefing.sources
    }
    assert section == {
        "plan-of-works": "terms",
        "leave-the-pier": "terms",
        "harbour-office": "actors",
        "guild": "actors",
        "crew": "actors",
        "reopening": "timeline",
        "leaving": "timeline",
        "council": "timeline",
        "boats": "discrepancies",
        "damage": "discrepancies",
        "office": "sources",
        "post": "sources",
        "notice": "sources",
        "archive": "sources",
    }
    assert all(title_of(record) for record in named.values())


@pytest.mark.parametrize(
    "name, said",
    [
        ("term", "no section, record or source is called `term`: did you mean `terms`?"),
        ("boat", "no section, record or source is called `boat`: did you mean `boats`?"),
        (
            "xyzzy",
            "no section, record or source is called `xyzzy`: say overview, terms, actors, "
            "timeline, discrepancies, sources, method, or an id.",
        ),
        ("overview.reopening", "no section, record or source is called `overview.reopening`: "),
        ("", "no section, record or source is called ``: "),
        ("index", "no section, record or source is called `index`: "),
    ],
)
def test_a_name_that_nothing_has(tiny: Made, name: str, said: str) -> None:
    with pytest.raises(UnknownPart) as error:
        part_named(tiny[0], name)
    assert str(error.value).startswith(said)


def test_what_the_files_are_called() -> None:
    assert WHOLE.file_name == "briefing.pdf"
    assert Part(("terms",)).file_name == "briefing-terms.pdf"
    assert Part(("terms",), "leave-the-pier").file_name == "briefing-leave-the-pier.pdf"


# The command


def test_the_command_writes_a_part(tmp_path: Path) -> None:
    root = demo(tmp_path)
    for name in ("overview", "harbour-office", "post"):
        assert CliRunner().invoke(cli, ["pdf", "-C", str(root), "--only", name]).exit_code == 0
    assert sorted(path.name for path in root.glob("*.pdf")) == [
        "briefing-harbour-office.pdf",
        "briefing-overview.pdf",
        "briefing-post.pdf",
    ]


def test_the_command_says_that_nothing_has_the_name(tmp_path: Path) -> None:
    root = demo(tmp_path)
    result = CliRunner().invoke(cli, ["pdf", "-C", str(root), "--only", "ofice"])
    assert result.exit_code == 2
    assert "did you mean `office`?" in " ".join(result.output.split())
    assert [path.name for path in root.iterdir()] == ["seeds"]


def test_the_command_tells_errors_before_names(tmp_path: Path) -> None:
    root = demo(tmp_path, {"seeds/sources/office.txt": "changed"})
    result = CliRunner().invoke(cli, ["pdf", "-C", str(root), "--only", "ofice"])
    assert result.exit_code == 1

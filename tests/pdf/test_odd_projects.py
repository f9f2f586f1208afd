"""Briefings of every shape: next to nothing in them, or far too much of it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from reading import Edition, plain, read
from standards import complaints

from projects import briefing, demo
from quoteproof.diagnostics.demo import FILES
from quoteproof.exports.pdf import typeset

LONG = "This is a sentence with some words, and it goes on. " * 380
WORDS = " ".join(f"word{number} stands here." for number in range(200))


def project(
    root: Path, about: Any = None, overview: Any = None, files: Any = None, **more: Any
) -> Path:
    """The demo with other particulars, another bottom line, and more records."""
    data = yaml.load(FILES["seeds/summaries/briefing.yml"], yaml.BaseLoader)
    data["briefing"] |= about or {}
    if overview is not None:
        data["overview"]["bottom_line"] = overview
    summaries = {
        "seeds/summaries/briefing.yml": yaml.safe_dump(data, allow_unicode=True),
        "seeds/summaries/more.yml": yaml.safe_dump(more, allow_unicode=True),
    }
    return demo(root, summaries | (files or {}))


def source(id: str, **more: Any) -> dict[str, Any]:
    return {
        "id": id,
        "file": f"{id}.txt",
        "title": f"Document {id}",
        "publisher": f"Publisher {id}",
        "issued": "2020-04-28",
        "genre": "analysis",
        "rights": "full-text",
        "descriptor": {"text": f"It is {id}.", "kind": "gap"},
        **more,
    }


def texts(**documents: str) -> Mapping[str, str]:
    return {f"seeds/sources/{id}.txt": text for id, text in documents.items()}


def gap(text: str) -> dict[str, str]:
    return {"text": text, "kind": "gap"}


def question(positions: list[Any], **more: Any) -> list[dict[str, Any]]:
    about = {"question": "Which?", "kind": "quantity", "status": "open", "materiality": "high"}
    return [{"id": "which", **about, "positions": positions, **more}]


def edition(root: Path) -> Edition:
    """The edition of a project; all of it is what it claims to be, and on its pages."""
    pdfs = typeset(briefing(root), root=root)
    assert isinstance(pdfs, tuple), [str(finding) for finding in pdfs]
    made = read(pdfs[0])
    assert complaints(made.pdf) == []
    return made


def beyond(made: Edition) -> list[object]:
    """The words that stand beyond the margins, of a centimetre at the least."""
    return [
        it
        for sheet in made.sheets
        for it in sheet.words
        if it.text.strip()
        and not (it.left > 28 and it.right < sheet.width - 28 and 28 < it.y < sheet.height - 28)
    ]


# Next to nothing


def test_nothing_but_an_overview_without_a_line(tmp_path: Path) -> None:
    root = project(tmp_path, overview=[], files={"seeds/summaries/actors.yml": "actors: []\n"})
    made = edition(root)
    text = plain(made.text)
    for said in (
        "No terms are recorded.",
        "No actors are recorded.",
        "No events are recorded.",
        "No discrepancies are recorded.",
        "Nothing is recorded as agreed.",
        "Nothing is quoted from this source.",
    ):
        assert said in text
    assert beyond(made) == []


def test_documents_of_which_nothing_may_be_shown(tmp_path: Path) -> None:
    sources = FILES["seeds/summaries/sources.yml"].replace("full-text", "link-only")
    made = edition(project(tmp_path, files={"seeds/summaries/sources.yml": sources}))
    assert plain(made.text).count("The rights in this source do not allow to show its text.") == 2


def test_one_source(tmp_path: Path) -> None:
    sources, _, _ = FILES["seeds/summaries/sources.yml"].partition("  - id: post")
    made = edition(
        project(
            tmp_path,
            files={
                "seeds/summaries/sources.yml": sources,
                "seeds/sources/post.txt": FILES["seeds/sources/office.txt"],
            },
        )
    )
    assert "1 documents from 1 publishers" in plain(made.text)


# Far too much


def test_texts_of_any_length(tmp_path: Path) -> None:
    """A statement of 20,000 characters, a background, a quote, an answer and a name as long."""
    quote = "It was said, and said again. " * 700 + "Then it ended."
    made = edition(
        project(
            tmp_path,
            overview=[
                gap(LONG.strip()),
                {
                    "text": "Short.",
                    "kind": "assumption",
                    "background": LONG.replace("This", "That"),
                },
                {"text": "It quotes.", "cite": [{"long": quote}]},
            ],
            sources=[source("long")],
            files=texts(long=f"Begin.\n{quote}\nEnd."),
            actors=[{"id": "one", "name": "A name that goes on " * 40, "type": "ngo"}],
            discrepancies=question(
                [
                    {"value": "W" * 300, "text": "word " * 150, "cite": [{"long": quote}]},
                    {"value": "few " * 100, "cite": [{"office": "About 40 boats"}]},
                    {"value": "one", "scope": "S" * 200, "cite": [{"post": "Some 55 boats"}]},
                ],
                title="How " * 60,
            ),
        )
    )
    text = plain(made.text)
    for said in (LONG, LONG.replace("This", "That"), quote, "W" * 300, "word " * 150, "S" * 200):
        assert plain(said) in text
    assert beyond(made) == []


def test_an_answer_of_a_page(tmp_path: Path) -> None:
    positions = [
        {"value": "many", "text": "word " * 900, "cite": [{"office": "About 40 boats"}]},
        {"value": "few", "cite": [{"post": "Some 55 boats"}]},
        {"value": "none", "cite": [{"post": "The southern pier is full"}]},
    ]
    made = edition(project(tmp_path, discrepancies=question(positions)))
    assert beyond(made) == []
    assert len(made.sheets) < 20


@pytest.mark.parametrize(
    "word", ["W" * 20, "W" * 28, "W" * 40, "Щ-" * 20, "Ж" * 28, "https://WW" * 9]
)
def test_a_wide_word_in_a_narrow_column(tmp_path: Path, word: str) -> None:
    positions = [
        {"value": "many", "cite": [{"office": "About 40 boats"}]},
        {"value": "few", "cite": [{"post": "Some 55 boats"}]},
        {"value": word, "cite": [{"post": "The southern pier is full"}]},
    ]
    made = edition(project(tmp_path, discrepancies=question(positions)))
    assert beyond(made) == []
    assert word in plain(made.text)


def test_a_hundred_positions(tmp_path: Path) -> None:
    answers = [{"value": f"answer {n}", "cite": [{"many": f"word{n} stands"}]} for n in range(100)]
    made = edition(
        project(
            tmp_path,
            sources=[source("many")],
            files=texts(many=WORDS),
            discrepancies=question(answers),
        )
    )
    cells = [plain(cell.text) for cell in made.structure.all("TH")]
    assert [sum(cell.endswith(f" answer {n}") for cell in cells) for n in range(100)] == [1] * 100
    assert beyond(made) == []


def test_sixty_citations_of_one_statement(tmp_path: Path) -> None:
    cites = [{"many": f"word{n} stands here. word{n + 1} stands"} for n in range(60)]
    made = edition(
        project(
            tmp_path,
            overview=[{"text": "It rests on much.", "cite": cites}],
            sources=[source("many")],
            files=texts(many=WORDS),
        )
    )
    overview = made.chapters["Overview"].flat()
    _, notes = overview.after("It rests on much.")
    assert len(notes) == 60
    assert beyond(made) == []


def test_more_sources_than_the_table_of_claims_has_room_for(tmp_path: Path) -> None:
    ids = [f"s{number}" for number in range(14)]
    made = edition(
        project(
            tmp_path,
            sources=[source(id) for id in ids],
            files=texts(**{id: f"Document {id} has words." for id in ids}),
            discrepancies=question(
                [{"value": f"of {id}", "cite": [{id: f"Document {id}"}]} for id in ids]
            ),
        )
    )
    assert "Claims and sources" not in plain(made.text)
    assert beyond(made) == []


def test_a_crowd_of_actors(tmp_path: Path) -> None:
    """Their figure would have to be too small: it becomes a table."""
    crowd = [
        {
            "id": f"a{n}",
            "name": f"Actor number {n}",
            "type": "person",
            "relations": [{"kind": "opposes", "to": f"a{(n * 7 + 1) % 120}"}],
        }
        for n in range(1, 119)
    ]
    crowd += [{"id": f"a{n}", "name": f"Actor number {n}", "type": "person"} for n in (0, 119)]
    made = edition(project(tmp_path, actors=crowd))
    assert list(made.structure.all("Figure")) == []
    assert "Actor number 3opposesActor number 22" in plain(made.text)
    assert beyond(made) == []


def test_a_family_of_actors_that_goes_deep(tmp_path: Path) -> None:
    actors: list[dict[str, Any]] = [
        {"id": f"a{n}", "name": f"Part {n} of the whole, which has a long name", "type": "ngo"}
        for n in range(25)
    ]
    for n, actor in enumerate(actors[1:]):
        actor["parent"] = f"a{n}"
    assert beyond(edition(project(tmp_path, actors=actors))) == []


def test_events_from_the_year_1000_to_9999(tmp_path: Path) -> None:
    times = ["1000", "9999", {"earliest": "1000", "latest": "9999-12-31"}, "2020-04-28T14:53"]
    events = [
        {
            "id": f"e{n}",
            "title": f"Event {n}",
            "type": "other",
            "mode": "occurred",
            "time": time,
            "statements": [gap(f"It was event {n}.")],
        }
        for n, time in enumerate(times)
    ]
    made = edition(project(tmp_path, events=events))
    assert all(f"### Event {n}\n" in made.structure.flat().text for n in range(4))
    assert beyond(made) == []


# What is called as other things are


def test_records_and_sources_with_the_names_of_sections(tmp_path: Path) -> None:
    made = edition(
        project(
            tmp_path,
            sources=[source("index")],
            files=texts(index="Document has words."),
            terms=[
                {
                    "id": id,
                    "title": "The same title",
                    "type": "other",
                    "statements": [
                        {
                            "id": "overview",
                            "text": "The same text.",
                            "cite": [{"index": "has words"}],
                        }
                    ],
                }
                for id in ("terms", "method", "no-side")
            ],
        )
    )
    assert [name for name in made.places if name.startswith("sources/index")] == [
        "sources/index.md",
        "sources/index_.md",
    ]
    assert plain(made.text).count("The same title") >= 6


def test_names_from_the_right_in_a_briefing_from_the_left(tmp_path: Path) -> None:
    made = edition(
        project(
            tmp_path,
            about={"title": "The סירות of Norrvik", "sides": [{"id": "town", "title": "העיר"}]},
            overview=[gap("The מועצה said that 40 סירות were moved.")],
            actors=[{"id": "city", "name": "עיריית נורוויק", "type": "state", "side": "town"}],
        )
    )
    assert made.title == "The סירות of Norrvik"
    assert "The מועצה said that 40 סירות were moved." in plain(made.text)
    titles = [plain(title) for _, title, _ in made.bookmarks]
    assert "העיר" in titles and "עיריית נורוויק" in titles


# A title that is too long for a line


@pytest.mark.parametrize(
    "length",
    [
        60,
        120,
        250,
    ],
)
def test_a_title_of_any_length(tmp_path: Path, length: int) -> None:
    title = ("A title with quite a few words in it that " * 20)[:length].strip()
    made = edition(project(tmp_path, about={"title": title}))
    assert made.title == title
    assert plain(made.chapters[""].text).startswith(title)
    assert beyond(made) == []

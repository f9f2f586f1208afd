"""The whole edition read back: every statement with its quotes, every link, every page number."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from itertools import groupby, pairwise
from pathlib import Path

import pytest
from reading import Edition, Element, Flat, plain
from standards import complaints

from conftest import Made, made
from projects import example
from quoteproof.exports.pdf.index import Entry, index_of
from quoteproof.exports.pdf.part import SECTIONS
from quoteproof.model.summaries import (
    Actor,
    Agreement,
    Discrepancy,
    Event,
    Overview,
    Position,
    Statement,
    Term,
)
from quoteproof.model.verified import (
    Cited,
    VerifiedBriefing,
    VerifiedCitation,
    records,
    statements_of,
    title_of,
)
from quoteproof.pages import all_pages
from quoteproof.pages.actors import ActorsView
from quoteproof.pages.links import Links
from quoteproof.pages.marks import Number, Words, marked_text
from quoteproof.pages.notes import quoted

ROOT = Path(__file__).parents[2]
SECTION = {
    Overview: "overview",
    Agreement: "terms",
    Term: "terms",
    Actor: "actors",
    Event: "timeline",
    Discrepancy: "discrepancies",
}
AGAIN = re.compile(r"line \d+: see note (\d+), p\. (\d+)\.")


@pytest.fixture(params=["flagship", "tiny"])
def either(request: pytest.FixtureRequest) -> Made:
    made: Made = request.getfixturevalue(request.param)
    return made


def section(edition: Edition, name: str) -> Element:
    """A chapter by its section; the first are the cover and the contents."""
    return list(edition.chapters.values())[2 + (*SECTIONS, "passages", "index").index(name)]


# What it says of itself


@pytest.mark.parametrize("name", ["flagship", "tiny", "canal"])
def test_it_is_what_it_claims(name: str, request: pytest.FixtureRequest) -> None:
    _, edition = request.getfixturevalue(name)
    assert complaints(edition.pdf) == []


def test_it_has_the_title_the_scope_and_the_language(either: Made) -> None:
    briefing, edition = either
    about = briefing.summaries.briefing
    assert (edition.title, edition.language) == (about.title, "en")
    assert about.scope in edition.strings
    assert edition.chapters[""].text.startswith(about.title)
    assert plain(edition.structure.kids[0].text) == about.title  # type: ignore[union-attr]


def test_the_cover_tells_what_it_rests_on(tiny: Made) -> None:
    _, edition = tiny
    assert plain(edition.chapters[""].text) == (
        "The northern pier of Norrvik"
        "The closing of the northern pier in April 2020 and its reopening. "
        "Nothing later is covered."
        "As of 28 April 2020."
        "What this briefing rests on"
        "4 documents from 4 publishers (Harbour office of Norrvik, Norrvik Post, Fishers' guild, "
        "Harbour archive), of 2020. By genre: primary text 2, official statement 1, wire 1. "
        "Agencies credited: Coast News. Affiliated with a party: Harbour office of Norrvik. "
        "19 citations quote 18 passages; 19 of them match the source to the letter, the others "
        "after the evening out that the method explains. Of 10 statements with citations, 9 (90 %) "
        "rest on one document alone."
        "Each statement quotes its source. The documents remain their publishers'."
    )


def test_the_bookmarks_are_the_headings(either: Made) -> None:
    _, edition = either
    headings = [
        (int(heading.kind[1]), plain(heading.text), heading.page)
        for heading in edition.structure.all("H1", "H2", "H3")
    ]
    contents, *others = headings
    assert contents == (1, "Contents", 2)
    assert [(d, plain(words), spot.page) for d, words, spot in edition.bookmarks] == others


def test_the_contents_lead_to_the_chapters_and_their_parts(either: Made) -> None:
    _, edition = either
    entries = [
        (re.sub(r" ?\d+$", "", plain(words)), int(plain(words).split()[-1]), link.to)
        for entry in edition.structure.all("Reference")
        for words, link in entry.links()
    ]
    parts = [(plain(h.text), h.page) for h in edition.structure.all("H1", "H2")]
    assert [(words, page) for words, page, _ in entries] == parts[1:]
    assert [spot.page for _, _, spot in entries if spot] == [page for _, page in parts[1:]]


def test_pages_have_a_head_and_a_foot(either: Made) -> None:
    briefing, edition = either
    links = Links(briefing, "")
    dated = f"As of {links.words.date(briefing.summaries.briefing.as_of)}"
    chapter = ""
    begins = {heading.page: plain(heading.text) for heading in edition.structure.all("H1")}
    for number, sheet in enumerate(edition.sheets, 1):
        chapter = begins.get(number, chapter)
        heights = [it.y for it in sheet.words]
        ends = tuple(
            plain("|".join(it.text for it in sheet.words if it.y == y))
            for y in (max(heights), min(heights))
        )
        if number == 1:
            assert dated not in ends[1]
        else:
            assert ends == (f"{chapter}|{edition.title}", f"{dated}|{number}")


# Statements and their notes


@dataclass(frozen=True)
class Placed:
    """A statement where it was read: its section, the footnotes behind it, and its pages."""

    section: str
    cited: Cited
    notes: list[Element]
    begins: int
    ends: int

    @property
    def noted(self) -> list[tuple[VerifiedCitation, Element]]:
        """Each citation with its footnote."""
        citations = {citation.id: citation for citation in self.cited.citations}
        return list(zip(citations.values(), self.notes, strict=True))


def owned(briefing: VerifiedBriefing) -> Iterator[tuple[str, str, Statement]]:
    """Each statement with its section and the heading that it stands under."""
    for record in records(briefing.summaries):
        for statement in statements_of(record):
            overview = isinstance(record, Overview)
            yield SECTION[type(record)], "" if overview else title_of(record), statement
    for source in briefing.summaries.sources:
        yield "sources", Links(briefing, "").name(source.id), source.descriptor


def placed(made: Made) -> Iterator[Placed]:
    """Each statement; under one heading each must stand behind the one before it."""
    briefing, edition = made
    flats = {name: section(edition, name).flat() for name in SECTIONS}
    read_to: defaultdict[tuple[str, str], int] = defaultdict(int)
    for name, heading, statement in owned(briefing):
        flat = flats[name]
        start, end = (
            flat.under(heading, 2 if name == "sources" else 3) if heading else (0, len(flat.text))
        )
        if name != "actors":  # where what the actor said comes first
            start = max(start, read_to[name, heading])
        text = plain(statement.text)
        place = flat.text.find(text, start)
        after, notes = flat.after(text, start)
        assert start <= place < after <= end, (heading, text)
        read_to[name, heading] = after
        ends = place + len(text) - 1
        yield Placed(name, briefing.of(statement), notes, flat.page(place), flat.page(ends))


def test_every_statement_stands_in_its_record_with_a_note_for_each_citation(either: Made) -> None:
    for it in placed(either):
        assert len(it.notes) == len({citation.id for citation in it.cited.citations}), it.cited


def test_notes_begin_on_the_page_of_their_statement_or_the_next(either: Made) -> None:
    for it in placed(either):
        assert {note.page - it.ends for note in it.notes} <= {0, 1}, it.cited.text


def test_a_note_has_the_quote_or_says_which_note_has_it(either: Made) -> None:
    briefing, edition = either
    for it in placed(either):
        for citation, note in it.noted:
            words, source = plain(note.text), Links(briefing, "").name(citation.source)
            if again := AGAIN.search(words):
                line = (
                    briefing.source(citation.source).document.location(citation.anchor.start).line
                )
                number = next(note.all("Lbl")).text
                assert words.startswith(f"{number}{plain(source)}, line {line}: see note ")
                note = numbered(section(edition, it.section), again[1])
            assert said(briefing, citation) in plain(note.text)


def test_a_short_note_names_the_number_and_the_page_of_a_full_one_before_it(either: Made) -> None:
    """Every note, also those of roles, relations, numbers and sayings."""
    _, edition = either
    for name in SECTIONS:
        full: dict[str, int] = {}
        for note in section(edition, name).all("Note"):
            words = plain(note.text)
            number = next(note.all("Lbl")).text
            if again := AGAIN.search(words):
                assert full[again[1]] == int(again[2])
                (link,) = (link for words, link in note.links() if words == again[1])
                assert link.to and link.to.page == int(again[2])
            else:
                assert words.startswith((f"{number}“", f"{number}The quote is held back")), words
                full[number] = note.page


def test_a_chapter_has_each_full_note_once(either: Made) -> None:
    _, edition = either
    for name in SECTIONS:
        notes = [plain(note.text) for note in section(edition, name).all("Note")]
        full = [re.sub(r"^\d+", "", words) for words in notes if not AGAIN.search(words)]
        assert [words for words, times in Counter(full).items() if times > 1] == []


def test_what_is_told_elsewhere_of_an_actor_names_the_page_and_notes_given_before(
    flagship: Made,
) -> None:
    briefing, edition = flagship
    flat = section(edition, "actors").flat()
    begins = {it.cited.id: it.begins for it in placed(flagship)}
    view = next(p.view for p in all_pages(briefing) if isinstance(p.view, ActorsView))
    actors = [actor for side in view.sides for actor in side.actors]
    seen: list[str] = []
    for actor in actors:
        place, _ = flat.under(actor.name, 3)
        for saying in (saying for saying in actor.sayings if saying.where):
            text, told = plain(saying.text), f"{plain(saying.where.text)} (p. "
            place = flat.text.find(told, flat.text.index(text, place))
            after = flat.text[place + len(told) :]
            page, _, after = after.partition(").")
            told_first = saying.home.rpartition("#")[2]
            assert int(page) == begins.get(told_first, int(page))
            again = re.match(r"(?: See (?:(?:; )?note \d+, p\. \d+)+\.)*", after)
            assert again
            seen += re.findall(r"note (\d+, p\. \d+)", again[0])
    assert seen
    for number, page in (one.split(", p. ") for one in seen):
        note = numbered(section(edition, "actors"), number)
        assert note.page == int(page)
        assert not AGAIN.search(plain(note.text))


def test_every_quote_of_the_briefing_stands_in_the_edition(either: Made) -> None:
    """In a footnote, and those of the positions beside each other in a table."""
    briefing, edition = either
    notes = "\n".join(plain(note.text) for note in edition.notes)
    cells = "\n".join(plain(cell.text) for cell in edition.structure.all("TD"))
    for cited in briefing.cited:
        for citation in cited.citations:
            among = cells if isinstance(cited.origin, Position) else notes
            assert said(briefing, citation) in among, cited.id


def test_what_is_read_after_a_heading(tiny: Made) -> None:
    _, edition = tiny
    flat = section(edition, "terms").flat()
    start, end = flat.under("The guild leaves the northern pier", 3)
    text = flat.text[start:end]
    read = re.sub(
        r"[\U000f0000-\U000ffffd]", lambda m: f"<{plain(flat.noted(m[0])[0].text)}>", text
    )
    assert read == (
        "Agreement:Plan of works"
        "What it is about:withdrawal or disengagement"
        "Who owes it:Fishers' guild"
        "To whom:Harbour office of Norrvik"
        "What it does:shall: obliges"
        "Where:northern pier"
        "From when:April 2020. Inferred, not stated. The notice is older than the statement of "
        "27 April."
        "Deadline: until the works are over (The northern pier reopens (p. 8))"
        "Condition:while the works go on"
        "How specific:2 of 3: a mechanism or general terms"
        "The guild agreed to leave the northern pier until the works are over.2"
        "<2“The guild agreed to leave the northern pier until the works are over” Fishers' guild, "
        "19–27 April 2020. Line 3, p. 18.>"
        "1 article · 1 publisher · no known origin"
        "Carried out as of 28 April 2020: intermediate (well under way)."
        "Claim: The harbour office said that about 40 boats were moved to the southern pier.3"
        "<3“About 40 boats were moved to the southern pier” Harbour office of Norrvik, "
        "27 April 2020. Said by Harbour office of Norrvik. Line 4, p. 18 · at the publisher.>"
        "≠ accounts differ: 1 How many boats left"
        "1 article · 1 publisher · 1 known origin (1 a party): Harbour office of Norrvik"
        "Kept as of 28 April 2020: observed (reported as kept)."
        "Gap: No document speaks of a boat that stayed."
    )


def said(briefing: VerifiedBriefing, citation: VerifiedCitation) -> str:
    """The quote as a note has it, where the rights allow to show it."""
    parts = quoted(briefing.source(citation.source), citation.anchor)
    return f"“{plain(' […] '.join(parts))}”" if parts else "held back"


def numbered(chapter: Element, number: str) -> Element:
    """The footnote of a chapter with this number."""
    (found,) = (note for note in chapter.all("Note") if next(note.all("Lbl")).text == number)
    return found


# Links


def test_every_link_leads_to_a_page_or_to_a_publisher(either: Made) -> None:
    briefing, edition = either
    urls = {url for s in briefing.summaries.sources for url in (s.URL, s.archive) if url}
    for link in edition.annotations:
        if link.to:
            sheet = edition.sheets[link.to.page - 1]
            assert 0 <= link.to.y <= sheet.height
        else:
            assert link.address.partition("#:~:")[0] in urls


def test_a_page_number_in_words_is_that_of_the_link(either: Made) -> None:
    """Of the link that it is in, or else of the one before it."""
    _, edition = either
    text, last, links = "", None, []
    for words, link in edition.structure.linked():
        text += words
        last = link or last
        links += [last] * len(words)
    told = 0
    for match in re.finditer(r"(note\s\d+, )?\bp\.\s(\d+(?:, \d+)*)", text):
        if not match[1]:  # the number of a note is a link, and has a test of its own
            for number in re.finditer(r"\d+", match[2]):
                beside = links[match.start(2) + number.start()]
                assert beside and beside.to and beside.to.page == int(number[0]), match
                told += 1
    assert told > 20


def test_the_way_from_a_statement_through_its_note_to_the_source(either: Made) -> None:
    briefing, edition = either
    for it in placed(either):
        for citation, note in it.noted:
            name = plain(Links(briefing, "").name(citation.source))
            links = [(plain(words), link) for words, link in note.links()]
            (to_source, *_) = (link for words, link in links if words == name)
            assert to_source.to == edition.places[f"sources/{citation.source}.md"]
            if AGAIN.search(plain(note.text)):
                continue
            ((line, to_words),) = ((words, link) for words, link in links if words[:5] == "Line ")
            assert re.search(r"p\. \d+$", line)
            shown = quoted(briefing.source(citation.source), citation.anchor)
            assert to_words.to
            sheet = edition.sheets[to_words.to.page - 1]
            if shown:
                begins = shown[0].split()[0]
                heights = [it.y for it in sheet.words if begins in it.text]
                assert any(0 < to_words.to.y - y < 40 for y in heights), line


def test_the_way_from_a_passage_back_to_those_who_cite_it(either: Made) -> None:
    briefing, edition = either
    links = Links(briefing, "")
    begins = {it.cited.id: it.begins for it in placed(either)}
    flat = section(edition, "passages").flat()
    for source in briefing.sources:
        place = flat.text.index(
            "The passages, and who cites them", flat.under(links.name(source.id), 2)[0]
        )
        place += len("The passages, and who cites them")
        for number, passage in enumerate(source.passages, 1):
            shown = quoted(source, passage.anchor)
            opening = re.escape(plain(" […] ".join(shown))[:12].rstrip())
            lead = rf"“{opening}.*?” line \d+: " if shown else r"Quote held back, line \d+: "
            place = read(flat, rf"{number}{lead}cited in ", place).end()
            for record, group in groupby(sorted_by_record(passage.cited_by), lambda c: c.record):
                place = read(flat, re.escape(plain(links.name(record))), place).end()
                pages = read(flat, r"(?:(?:, |–)\d+(?: \([a-z, ]+\))?)+", place)
                known = {begins[cited.id] for cited in group if cited.id in begins}
                assert known <= told(pages[0]), (source.id, number, record)
                place = read(flat, r"; |\.", pages.end()).end()
    for words, link in section(edition, "passages").links():
        if words.isdigit() and link.to and link.to.page < link.page:
            assert link.to.page == int(words)


def read(flat: Flat, pattern: str, place: int) -> re.Match[str]:
    found = re.compile(pattern).match(flat.text, place)
    assert found, (pattern, flat.text[place : place + 200])
    return found


def sorted_by_record(cited: tuple[Cited, ...]) -> list[Cited]:
    """Those of a record together, in the order of their first."""
    order = list(dict.fromkeys(it.record for it in cited))
    return sorted(cited, key=lambda it: order.index(it.record))


def test_the_annex_has_each_line_of_a_document_word_for_word(either: Made) -> None:
    briefing, edition = either
    flat = section(edition, "passages").flat()
    for source in briefing.sources:
        place, _ = flat.under(Links(briefing, "").name(source.id), 2)
        for paragraph in marked_text(source).paragraphs:
            for line in paragraph.lines:
                words = ""
                for before, piece in pairwise((None, *line.pieces)):
                    if isinstance(piece, Words):
                        words += re.escape(re.sub(r"\s+", " ", piece.text))
                    elif isinstance(piece, Number):  # of the passage that ends here
                        words += "," * isinstance(before, Number) + str(piece.number)
                words = words.removesuffix(r"\ ").replace(r"\ ", " +")  # no blanks at the end
                found = re.compile(f"{line.number} ?{words}").search(flat.text, place)
                assert found, (source.id, line.number, words)
                place = found.end()


def test_the_index_names_the_pages_of_each_actor_and_place(either: Made) -> None:
    briefing, edition = either
    begins = {it.cited.id: it.begins for it in placed(either)}
    index, flat = index_of(briefing), section(edition, "index").flat()
    for heading, entries in (("Actors", index.actors), ("Places", index.places)):
        if not entries:
            assert f"## {heading}\n" not in flat.text
            continue
        start, end = flat.under(heading, 2)
        pattern = "".join(rf"{re.escape(plain(e.name))}((?:(?:, |–)\d+)*)" for e in entries)
        read = re.fullmatch(pattern, flat.text[start:end])
        assert read, (pattern, flat.text[start:end])
        for entry, pages in zip(entries, read.groups(), strict=True):
            numbers = re.findall(r"\d+", pages)
            if entry.own:
                assert int(numbers.pop(0)) == edition.places[entry.own.href].page
                pages = pages.partition(",")[2].partition(",")[2]
            met = told(pages)
            stated = {begins[id] for id in ids(entry) if id in begins}
            headed = {edition.places[at.href].page for at in entry.at if at.href in edition.places}
            assert stated | headed <= met, entry.name
            if all(id in begins or href in edition.places for id, href in hrefs(entry)):
                assert met == stated | headed, entry.name
    for words, link in section(edition, "index").links():
        assert link.to and link.to.page == int(words)


def hrefs(entry: Entry) -> list[tuple[str, str]]:
    return [(at.href.rpartition("#")[2], at.href) for at in entry.at]


def ids(entry: Entry) -> list[str]:
    return [id for id, _ in hrefs(entry)]


def told(pages: str) -> set[int]:
    """The pages of a text such as `, 3, 7–9 (context)`."""
    spans = re.findall(r"(\d+)(?:–(\d+))?", pages)
    return {page for first, last in spans for page in range(int(first), int(last or first) + 1)}


@pytest.mark.parametrize("name", ["tiny", "canal"])
def test_who_copies_a_hash_gets_the_hash_alone(name: str, request: pytest.FixtureRequest) -> None:
    """Also where the words around it run from the right."""
    briefing, edition = request.getfixturevalue(name)
    for source in briefing.sources:
        (found,) = re.findall(rf"(.?){source.document.sha256}(.?)", edition.text)
        assert not any(unicodedata.category(char) == "Cf" for char in "".join(found))


# The same input, the same bytes

SET = """
import sys
from hashlib import sha256
from pathlib import Path
from quoteproof import pipeline
for root in sys.argv[1:]:
    name = Path("out.pdf").resolve()
    assert pipeline.pdf(Path(root), output=name).findings == []
    print(sha256(name.read_bytes()).hexdigest())
"""


def test_the_method_has_the_reason_for_every_answer_to_a_check(tmp_path: Path) -> None:
    _, edition = made(
        example(
            tmp_path,
            """\
terms:
  - id: boats
    title: The boats
    type: other
    statements:
      - text: Some 55 boats had to leave.
        cite: [{post: Some 55 boats had to leave}]
        allow: {ATT102: "Everybody saw it, #all of [them]."}
""",
        )
    )

    answers = plain(section(edition, "method").text).partition("Answers to the checks")[2]
    assert re.search(
        r"ATT102: Some 55 boats had to leave. \(p. \d+\): Everybody saw it, #all of \[them\].$",
        answers,
    )


def test_the_same_bytes_in_another_process_place_and_time_zone(
    tiny: Made, canal: Made, tmp_path: Path
) -> None:
    roots = [ROOT / "tests/golden/tiny", ROOT / "tests/languages/canal"]
    done = subprocess.run(
        [sys.executable, "-c", SET, *(os.path.relpath(root, tmp_path) for root in roots)],
        cwd=tmp_path,
        env={
            **os.environ,
            "TZ": "Pacific/Kiritimati",
            "LC_ALL": "tr_TR.UTF-8",
            "PYTHONHASHSEED": "7",
            "SOURCE_DATE_EPOCH": "1",
        },
        capture_output=True,
        encoding="utf-8",
    )
    assert done.stderr == ""
    assert done.stdout.split() == [sha256(e.pdf).hexdigest() for _, e in (tiny, canal)]

"""Setting an edition: its paper, its marks, its languages, and what may not be in it."""

from __future__ import annotations

import re
from concurrent.futures.process import BrokenProcessPool
from io import BytesIO
from pathlib import Path
from urllib.parse import quote

import pytest
from click.testing import CliRunner
from pypdf import PdfReader
from reading import Edition, plain, read
from standards import complaints

from conftest import Made
from projects import briefing, demo, put
from quoteproof import pipeline
from quoteproof.cli import cli
from quoteproof.diagnostics.demo import FILES
from quoteproof.exports.pdf import typeset, typesetting
from quoteproof.words import words_in

BRIEFING = "seeds/summaries/briefing.yml"
TITLES = (
    "Agreement terms",
    "Actors",
    "Timeline",
    "Open discrepancies",
    "Sources",
    "Method",
    "The passages in context",
    "Index",
)


def edition(root: Path) -> Edition:
    pdfs = typeset(briefing(root), root=root)
    assert isinstance(pdfs, tuple), [str(finding) for finding in pdfs]
    return read(pdfs[0])


def with_line(line: str) -> str:
    """The demo's summary of the briefing with another line in it."""
    return FILES[BRIEFING].replace("  as_of:", f"  {line}\n  as_of:")


# Paper


@pytest.mark.parametrize(
    "line, size", [("", (595, 842)), ("paper: a4", (595, 842)), ("paper: us-letter", (612, 792))]
)
def test_the_paper_is_that_of_the_briefing(
    tmp_path: Path, line: str, size: tuple[int, int]
) -> None:
    made = edition(demo(tmp_path, {BRIEFING: with_line(line)}))
    assert {(round(sheet.width), round(sheet.height)) for sheet in made.sheets} == {size}
    assert complaints(made.pdf) == []


def test_there_is_no_other_paper(tmp_path: Path) -> None:
    root = demo(tmp_path, {BRIEFING: with_line("paper: a3")})
    result = CliRunner().invoke(cli, ["pdf", "-C", str(root)])
    assert (result.exit_code, "YML204" in result.output) == (1, True)


# Drafts


def test_warnings_make_a_draft(tmp_path: Path) -> None:
    root = demo(tmp_path)
    put(root, "seeds/sources/letter.txt", "Dear all")
    result = CliRunner().invoke(cli, ["pdf", "-C", str(root)])
    assert (result.exit_code, "1 warning" in result.stdout) == (0, True)

    made = read((root / "briefing.pdf").read_bytes())
    said = "Draft. The check of this briefing ends with 1 warning."
    assert said in plain(made.chapters[""].text)
    for sheet in made.sheets[1:]:
        low = min(it.y for it in sheet.words)
        assert "Draft" in "".join(it.text for it in sheet.words if it.y == low)
    assert complaints(made.pdf) == []


def test_without_warnings_there_is_no_draft(tmp_path: Path) -> None:
    made = edition(demo(tmp_path))
    assert not any("Draft" in it.text for sheet in made.sheets for it in sheet.words)


# Rights


def test_what_may_not_be_shown_is_nowhere_in_the_file(tmp_path: Path) -> None:
    """Neither in words, nor in an alternative text, an address or a bookmark."""
    root = demo(
        tmp_path,
        {
            "seeds/sources/quoted.txt": "Kestrel before.\n\nA heron was seen.\n\nOsprey after.\n",
            "seeds/sources/linked.txt": "Plover before.\n\nA curlew was seen.\n\nDunlin after.\n",
            "seeds/summaries/birds.yml": """\
sources:
  - id: quoted
    file: quoted.txt
    title: Birds, quoted
    publisher: Bird Post
    issued: 2020-04-28
    genre: analysis
    rights: quote-only
    URL: https://example.org/quoted
    descriptor:
      text: It tells of birds.
      cite: [{quoted: {quote: was seen, prefix: "A heron "}}]
  - id: linked
    file: linked.txt
    title: Birds, linked
    publisher: Bird Archive
    issued: 2020-04-28
    genre: analysis
    rights: link-only
    URL: https://example.org/linked
    descriptor:
      text: It tells of other birds.
      cite: [{linked: {quote: was seen, prefix: "A curlew ", suffix: "."}}]
events:
  - id: sighting
    title: A sighting
    type: other
    mode: reported
    time: 2020-04
    quantities: [{value: some, cite: {linked: A curlew was seen}}]
    statements: [{text: Birds were seen., cite: [{linked: curlew was}, {quoted: heron was}]}]
discrepancies:
  - id: which
    question: Which bird was it?
    kind: content
    status: open
    materiality: high
    positions:
      - {value: one, cite: {linked: A curlew was}}
      - {value: another, cite: {quoted: A heron was}}
""",
        },
    )
    made = edition(root)
    everything = "\n".join(
        [
            *("".join(it.text for it in sheet.words) for sheet in made.sheets),
            made.text,
            *made.strings,
            *(stream.decode("utf-8", "replace") for stream in made.streams),
            *(stream.decode("utf-16-be", "replace") for stream in made.streams),
        ]
    )
    assert "heron was" in made.text and quote("heron was") in everything
    for secret in ("Kestrel", "Osprey", "Plover", "curlew", "Dunlin"):
        assert secret not in everything
        assert secret.encode() not in made.pdf and secret.encode("utf-16-be") not in made.pdf
    assert "The quote is held back" in made.text
    assert "https://example.org/linked" in made.strings


# Languages


@pytest.mark.parametrize("language", ["ar", "ru", "tr"])
def test_our_words_are_in_the_language_of_the_briefing(tmp_path: Path, language: str) -> None:
    words = words_in(language)
    made = edition(demo(tmp_path, {BRIEFING: with_line(f"language: {language}")}))
    assert made.language == language
    titles = [plain(title) for depth, title, _ in made.bookmarks if depth == 1]
    assert titles == [words.title("Overview"), *map(words.t, TITLES)]
    assert complaints(made.pdf) == []


def test_quotes_in_another_language_say_so_in_the_tags(tmp_path: Path) -> None:
    root = demo(
        tmp_path,
        {
            "seeds/sources/bote.txt": "Die Boote wurden verlegt.\n\nDer Hafen ist voll.\n",
            "seeds/summaries/more.yml": """\
sources:
  - id: bote
    file: bote.txt
    title: Der Hafenbote
    language: de-AT
    publisher: Der Bote
    issued: 2020-04-28
    genre: analysis
    rights: full-text
    descriptor: {text: It tells of boats., cite: [{bote: Die Boote wurden verlegt}]}
discrepancies:
  - id: moved
    question: Were they moved?
    kind: content
    status: open
    materiality: high
    positions:
      - {value: "yes", cite: {bote: Boote wurden verlegt}}
      - {value: "no", cite: {post: Some 55 boats}}
actors:
  - id: harbour
    name: The harbour
    type: population
    aliases: [{text: Der Hafen, language: de, used_by: [bote]}]
""",
        },
    )
    runs = [run for run in edition(root).structure.runs() if run.text.strip()]
    german = [plain(run.text) for run in runs if run.language.startswith("de")]
    words = ("Die Boote wurden verlegt", "Boote wurden verlegt", "Der Hafenbote", "Der Hafen")
    assert all(any(word in text for text in german) for word in words)
    others = " ".join(run.text for run in runs if not run.language.startswith("de"))
    assert "Boote" not in others and "Hafen" not in others
    assert not any("boats" in text for text in german)


def test_an_arabic_briefing_is_read_from_the_right_and_names_foreign_words(canal: Made) -> None:
    verified, made = canal
    about = verified.summaries.briefing
    assert (made.language, made.title) == ("ar", about.title)
    assert b"/Direction/R2L" in made.pdf
    titles = [plain(title) for _, title, _ in made.bookmarks]
    assert [plain(side.title) in titles for side in about.sides] == [True, True]
    (figure,) = made.structure.all("Figure")
    assert "مجلس بلدة سروان يتفاوض مع اتحاد المزارعين" in plain(figure.alt)
    english = " ".join(run.text for run in made.structure.runs() if run.language == "en")
    assert "The council of Sarwan will close the eastern canal" in english
    assert "Nobody has said who pays for the work" in english
    arabic = " ".join(run.text for run in made.structure.runs() if run.language == "ar")
    assert "eastern canal" not in arabic


def test_an_arabic_briefing_reads_as_it_was_written(canal: Made) -> None:
    """Aloud, in the order of the tags: each letter once, and each word in its place."""
    verified, made = canal
    text = plain(made.text)
    for cited in verified.cited:
        assert plain(cited.text) in text
        for citation in cited.citations:
            assert plain(citation.selector.exact) in text


def test_an_arabic_briefing_is_copied_as_it_was_written(canal: Made) -> None:
    """By the marks of the font alone, which is what most programs go by."""
    verified, made = canal
    sheets = PdfReader(BytesIO(made.pdf)).pages
    copied = {word for sheet in sheets for word in re.findall(r"\w+", sheet.extract_text())}
    for cited in verified.cited:
        assert set(re.findall(r"\w+", cited.text)) <= copied


ARABIC = (
    "وقّع حزب الله والمسؤولون الاتفاق ابتداءً من الأربعاء",
    "مُدَّةُ الاتّفاقِ ثلاثةُ أشهرٍ، كما قال عبد الله",
    "לא היו שינויים בגבול",
)


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("words", ARABIC)
def test_words_from_the_right_are_read_in_their_order(
    tmp_path: Path, language: str, words: str
) -> None:
    """Also with vowels, and in a briefing that runs from the left."""
    root = demo(
        tmp_path,
        {
            BRIEFING: with_line(f"language: {language}"),
            "seeds/sources/letter.txt": f"(40) {words}.\n",
            "seeds/summaries/letter.yml": f"""\
sources:
  - id: letter
    file: letter.txt
    title: {words}
    publisher: A (B) {words} (C)
    issued: 2020-04-28
    genre: analysis
    rights: full-text
    descriptor: {{text: "One says “{words}”.", cite: [{{letter: "{words}"}}]}}
""",
        },
    )
    made = edition(root)
    text = plain(made.text)
    assert f"One says “{words}”." in text
    assert f"A (B) {words} (C)" in text
    assert f"(40) {words}" in text
    assert complaints(made.pdf) == []


# Dates


@pytest.mark.parametrize("as_of", ["1000", "1969-12-31", "2020-03-06T00:01", "9999-12-31"])
def test_any_date_will_do(tmp_path: Path, as_of: str) -> None:
    root = demo(tmp_path, {BRIEFING: FILES[BRIEFING].replace("2020-04-28", as_of)})
    (dated,) = {it for it in edition(root).strings if it.startswith("D:")}
    assert dated.startswith(f"D:{as_of[:4]}")


# What Typst refuses


def test_a_refusal_is_a_finding_and_nothing_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = demo(tmp_path)
    monkeypatch.setattr(typesetting, "_templates", lambda: {"main.typ": b'#panic("no way")\n'})
    outcome = pipeline.pdf(root)
    (finding,) = outcome.findings
    assert (str(finding.location), finding.code.id) == ("seeds/fonts:1:1", "PDF201")
    assert finding.message == "Typst did not make the PDF: panicked with: no way."
    assert outcome.failed
    assert [path.name for path in root.iterdir()] == ["seeds"]


def test_a_pdf_that_typst_doubts_is_not_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    template = b"""
#set document(title: "t", date: datetime(year: 2020, month: 1, day: 1))
#set text(lang: "en", font: "Noto Serif", fallback: false)
#context [a #h(1pt * counter(page).final().first()) b]
#context if query(<more>).len() < 9 { for _ in range(query(<more>).len() + 1) [x#label("more")] }
"""
    monkeypatch.setattr(typesetting, "_templates", lambda: {"main.typ": template})
    (finding,) = pipeline.pdf(demo(tmp_path)).findings
    assert finding.code.id == "PDF201"
    assert "did not converge" in finding.message


def test_a_process_that_is_ended_is_a_finding(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def ended(*_: object) -> None:
        raise BrokenProcessPool("killed")

    monkeypatch.setattr(typesetting, "_each", ended)
    (finding,) = pipeline.pdf(demo(tmp_path)).findings
    assert finding.message == "Typst did not make the PDF: its process was ended."
    assert finding.hint == "There may be too little memory for it."


def test_nothing_of_the_machine_comes_in(tiny: Made) -> None:
    """No path, no name of a user or host, no clock: the date is that of the briefing."""
    _, made = tiny
    everything = "\n".join((*made.strings, *(s.decode("latin-1") for s in made.streams)))
    for word in (str(Path.home()), str(Path.cwd()), "/usr/", "localhost"):
        assert word not in everything
    assert {it for it in made.strings if it.startswith("D:")} == {"D:20200428000000Z"}


def test_the_templates_read_no_other_file_and_no_package() -> None:
    for path, content in typesetting._templates().items():
        assert b"@preview" not in content and b"plugin(" not in content, path
        assert b"eval(" not in content, path
        reads = [
            word for word in (b"read(", b"json(", b"csv(", b"yaml(", b"image(") if word in content
        ]
        assert reads == ([b"json("] if path == "data.typ" else []), path

"""A briefing in another language has no English of ours on its pages."""

import re
import shutil
from pathlib import Path

import html5lib
import markdown
import pytest

from languages import messages
from languages.test_catalogues import OTHERS, entries
from quoteproof.exports.search import search_entries
from quoteproof.model.verified import VerifiedBriefing
from quoteproof.pages import all_pages
from quoteproof.pipeline import check
from quoteproof.render import render
from render.hostile import NAMES, SETTINGS

TINY = Path(__file__).parents[1] / "golden/tiny"
CONFIG = Path(__file__).parents[2] / "mkdocs.yml"
CANAL = Path(__file__).parent / "canal"
SHOWN = ("title", "alt", "aria-label")


def read(root: Path) -> VerifiedBriefing:
    briefing, findings = check(root)
    assert briefing is not None and findings == [], findings
    return briefing


@pytest.fixture(params=[*((TINY, each) for each in OTHERS), (CANAL, "ar")], ids=str)
def project(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Path, str]:
    root, language = request.param
    shutil.copytree(root / "seeds", tmp_path / "seeds")
    about = tmp_path / "seeds/summaries/briefing.yml"
    text = about.read_text("utf-8")
    about.write_text(re.sub(r"language: \w+", f"language: {language}", text, count=1), "utf-8")
    return tmp_path, language


def shown(page: str) -> str:
    """All that a reader of a page may see or hear, with the words for the script."""
    body = page.split("---\n", 2)[2]
    html = markdown.markdown(body, extensions=NAMES, extension_configs=SETTINGS)
    tree = html5lib.parse(html, namespaceHTMLElements=False)
    attributes = [
        value
        for element in tree.iter()
        for name, value in element.attrib.items()
        if name in SHOWN or (name.startswith("data-") and element.get("id") == "quoteproof-words")
    ]
    return "\n".join(["".join(tree.itertext()), *attributes, page.split("---\n", 2)[1]])


def test_no_english_message_is_left(project: tuple[Path, str]) -> None:
    root, language = project
    briefing = read(root)
    translations = "\n".join(text for all in entries(language).values() for text in all)
    own = "\n".join(path.read_text("utf-8") for path in (root / "seeds").rglob("*.*"))
    own += CONFIG.read_text("utf-8")  # these are looked for in the built site, in a browser
    pieces = {
        piece.strip(" .:;,()“”")
        for key in messages.every()
        for message in key[1:]
        for piece in re.split(r"\{\w+\}", message)
    }
    ours = {
        piece
        for piece in pieces
        if re.search(r"[A-Za-z]{3}", piece) and piece not in translations and piece not in own
    }
    assert len(ours) > 300
    pages = {p: shown(text) for p, text in render(all_pages(briefing)).items() if p[-3:] == ".md"}
    pages["search"] = "\n".join(entry["title"] for entry in search_entries(briefing))
    left = {
        (path, piece)
        for path, text in pages.items()
        for piece in ours
        if piece in text and re.search(rf"(?<!\w){re.escape(piece)}(?!\w)", text)
    }
    assert left == set()


def test_a_language_that_we_do_not_have_gets_english_words(tmp_path: Path) -> None:
    shutil.copytree(TINY / "seeds", tmp_path / "seeds")
    about = tmp_path / "seeds/summaries/briefing.yml"
    about.write_text(about.read_text("utf-8").replace("language: en", "language: fr"), "utf-8")

    made, usual = (render(all_pages(read(root))) for root in (tmp_path, TINY))

    assert made["method.md"] == usual["method.md"]


def test_a_quote_in_another_language_is_isolated_with_its_direction() -> None:
    pages = render(all_pages(read(CANAL)))
    quote = '«<span lang="en" dir="ltr">'
    assert quote in pages["discrepancies.md"] and quote in pages["index.md"]
    assert '<div class="source-text" lang="en" dir="ltr">' in pages["sources/herald.md"]
    assert 'lang="ar"' not in pages["sources/council.md"]
    # What is written from left to right stands by itself among our words, too.
    assert "&#x2066;The Sarwan Herald&#x2069;" in pages["sources/index.md"]

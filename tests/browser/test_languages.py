"""A briefing in Arabic, as a reader of Arabic meets it; what is quoted in it is partly English."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from looks import pages
from playwright.sync_api import Browser, Page

from conftest import served
from quoteproof import pipeline

ROOT = Path(__file__).parents[2]
CANAL = ROOT / "tests/languages/canal"
NAME = "إغلاق القناة الشرقية"
# Names that have no other form, codes of languages and the sizes of files.
LATIN = {"SHA", "PA", "Unicode", "NFC", "PDF", "zip", "en", "ar", "kB"}

WORDS = "Object.values({...document.querySelector('#quoteproof-words')?.dataset})"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("canal")
    shutil.copytree(CANAL / "seeds", folder / "seeds")
    config = (ROOT / "mkdocs.yml").read_text("utf-8")
    config = re.sub(r"^(site_name|site_description):.*$", rf"\1: {NAME}", config, flags=re.M)
    (folder / "mkdocs.yml").write_text(config, "utf-8")
    assert [str(finding) for finding in pipeline.site(folder).findings] == []
    return folder / "site"


@pytest.fixture(scope="module")
def canal(site: Path) -> Iterator[str]:
    with served(site) as address:
        yield address


@pytest.mark.browser
def test_every_page_runs_from_right_to_left_and_has_no_english_word_of_ours(
    page: Page, canal: str, site: Path
) -> None:
    theirs = "\n".join(path.read_text("utf-8") for path in (CANAL / "seeds").rglob("*.*"))
    known = LATIN | set(re.findall(r"[A-Za-z]+", theirs))
    page.set_viewport_size({"width": 1280, "height": 800})
    left = {}
    for path in pages(site):
        page.goto(f"{canal}/{path}")
        assert page.evaluate("getComputedStyle(document.body).direction") == "rtl", path
        assert page.evaluate("document.documentElement.lang") == "ar", path
        told = page.evaluate(
            """() => [document.title, ...[...document.querySelectorAll("body *")].flatMap((e) => [
                ...["aria-label", "title", "placeholder"].map((name) => e.getAttribute(name) ?? ""),
                e.matches("script, style, code") ? "" : [...e.childNodes]
                  .filter((n) => n.nodeType === Node.TEXT_NODE).map((n) => n.data).join(" "),
            ])].join("\\n")"""
        )
        told += "\n".join(
            page.evaluate(
                "Object.values({...document.querySelector('#quoteproof-words')?.dataset})"
            )
        )
        left[path] = {w for w in re.findall(r"[A-Za-z]{2,}", told) if w not in known}
    assert {path: words for path, words in left.items() if words} == {}


@pytest.mark.browser
def test_an_english_quote_is_isolated_and_the_popover_has_the_pages_direction(
    page: Page, canal: str
) -> None:
    page.goto(f"{canal}/discrepancies.html")
    quote = page.locator('.positions [lang="en"]').first
    style = quote.evaluate(
        "(e) => [getComputedStyle(e).direction, getComputedStyle(e).unicodeBidi]"
    )
    assert style == ["ltr", "isolate"]

    page.locator("a.footnote-ref").first.click()
    popover = page.locator(".qp-popover")
    popover.wait_for()
    assert popover.evaluate("(e) => getComputedStyle(e).direction") == "rtl"


@pytest.mark.browser
def test_no_page_scrolls_sideways_on_a_phone(chromium: Browser, canal: str, site: Path) -> None:
    context = chromium.new_context(viewport={"width": 390, "height": 844}, color_scheme="dark")
    page = context.new_page()
    wide = []
    for path in pages(site):
        page.goto(f"{canal}/{path}")
        if page.evaluate(
            "Math.max(document.documentElement.scrollWidth, document.body.scrollWidth) > innerWidth"
        ):
            wide.append(path)
    context.close()
    assert wide == []


@pytest.mark.browser
@pytest.mark.parametrize("words", ["مجلس بلدة سروان", "القناة", "Herald"])
def test_a_search_finds_words_of_either_script(page: Page, canal: str, words: str) -> None:
    page.goto(f"{canal}/index.html")
    page.locator(".md-search__input").click()
    # What a keyboard has no key for is put in as by an input method: the theme waits for a key.
    page.keyboard.insert_text(words)
    page.keyboard.press("End")
    found = page.locator(".md-search-result__item")
    found.first.wait_for()
    assert words.split()[0] in found.first.inner_text()

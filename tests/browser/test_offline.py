"""The offline edition opens from a folder and works there; the same site gives the same bytes."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from quoteproof.exports.offline import OFFLINE, write_offline_edition


@pytest.fixture(scope="module")
def folder(finished, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The flagship's offline edition as a reader unpacks it."""
    unpacked = tmp_path_factory.mktemp("a folder of mine")
    with zipfile.ZipFile(finished("flagship") / OFFLINE) as edition:
        edition.extractall(unpacked)
    return unpacked / "briefing"


@pytest.mark.browser
@pytest.mark.parametrize("start", ["index.html", "sources/see-news.html"])
def test_search_finds_and_leads_to_a_statement(page: Page, folder: Path, start: str) -> None:
    page.goto((folder / start).as_uri())
    page.keyboard.press("/")
    page.keyboard.type("joint patrols")
    with page.expect_navigation():
        page.locator("a.md-search-result__link[href*='#joint-patrols']").first.click()
    assert page.url.startswith((folder / "terms.html").as_uri())
    assert page.locator(":target").is_visible()


@pytest.mark.browser
def test_links_and_styles_work(page: Page, folder: Path) -> None:
    page.goto((folder / "index.html").as_uri())
    page.locator("article a[href='terms.html']").first.click()
    assert page.locator("h1").inner_text().startswith("Agreement terms")
    assert page.evaluate("document.styleSheets.length") >= 3
    assert (
        page.evaluate("getComputedStyle(document.querySelector('.md-header')).position") == "sticky"
    )


def test_has_what_a_reader_needs_and_no_more(folder: Path) -> None:
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert {"index.html", "sources/index.html", "search/search_index.js"} <= files
    assert {"404.html", "sitemap.xml", "search/search_index.json", OFFLINE} & files == set()
    assert [path for path in folder.rglob("*.html") if OFFLINE in path.read_text("utf-8")] == []


def test_every_page_of_the_site_links_to_it(finished) -> None:
    site = finished("flagship")
    for page in site.rglob("*.html"):
        assert f'{OFFLINE}" download' in page.read_text("utf-8"), page


def test_the_same_site_gives_the_same_bytes(finished) -> None:
    site = finished("flagship")
    before = (site / OFFLINE).read_bytes()
    for path in site.rglob("*.html"):
        path.touch()
    write_offline_edition(site)
    assert (site / OFFLINE).read_bytes() == before

"""Everyone can read every page: WCAG 2.2 AA as far as a program can tell, on any screen."""

from pathlib import Path

import axe_playwright_python
import pytest
from looks import LOOKS, pages
from playwright.sync_api import Browser, Page

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
EVERYTHING = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDER = """() => document.documentElement.scrollWidth > innerWidth
    ? [...document.querySelectorAll("body *")]
        .filter((e) => e.getBoundingClientRect().right > innerWidth + 1).slice(0, 5)
        .map((e) => e.outerHTML.slice(0, 100))
    : []"""
STUCK = """() => [...document.querySelectorAll("*")]
    .filter((e) => e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 1
        && ["auto", "scroll"].includes(getComputedStyle(e).overflowX)
        && e.tabIndex < 0 && !e.querySelector("a[href], button, input, [tabindex='0']"))
    .map((e) => e.outerHTML.slice(0, 200))"""

MOVING = """() => [...document.querySelectorAll("*")].filter((e) => {
    const { transitionProperty, transitionDuration, animationName } = getComputedStyle(e);
    const still = transitionProperty === "none" || !/[1-9]/.test(transitionDuration);
    return !still || animationName !== "none";
}).map((e) => e.className)"""


def faults(page: Page, rules: list[str]) -> list[tuple[str, str]]:
    page.evaluate(AXE)
    found = page.evaluate(
        "(only) => axe.run(document, {resultTypes: ['violations'], runOnly: only})",
        {"type": "tag", "values": rules},
    )
    return [(v["id"], n["html"][:200]) for v in found["violations"] for n in v["nodes"]]


@pytest.mark.slow
@pytest.mark.browser
@pytest.mark.parametrize("look", LOOKS)
def test_axe_finds_no_fault_on_any_page(
    chromium: Browser, flagship: str, finished, look: str
) -> None:
    # axe is put into the page by the debugger, where the page's own policy does not hold.
    context = chromium.new_context(**LOOKS[look])
    page = context.new_page()
    found = {}
    for path in pages(finished("flagship")):
        page.goto(f"{flagship}/{path}")
        found[path] = faults(page, EVERYTHING)
    context.close()
    assert {path: all for path, all in found.items() if all} == {}


@pytest.mark.browser
@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize(
    ("path", "mark"),
    [
        ("index.html", "a.footnote-ref"),
        ("discrepancies.html", "td a.footnote-ref"),
        ("sources/press-tv.html", "a.passage-number"),
    ],
)
def test_axe_finds_no_fault_in_an_open_citation(
    chromium: Browser, flagship: str, look: str, path: str, mark: str
) -> None:
    context = chromium.new_context(**LOOKS[look])
    page = context.new_page()
    page.goto(f"{flagship}/{path}")
    page.locator(mark).first.focus()
    page.wait_for_selector(".qp-popover", state="visible")
    found = faults(page, EVERYTHING)
    context.close()
    assert found == []


@pytest.mark.browser
@pytest.mark.parametrize("look", LOOKS)
def test_axe_finds_no_fault_in_the_search(chromium: Browser, flagship: str, look: str) -> None:
    context = chromium.new_context(**LOOKS[look])
    page = context.new_page()
    page.goto(f"{flagship}/method.html")
    page.keyboard.press("/")
    page.keyboard.type("joint patrols")
    page.wait_for_selector(".md-search-result__link")
    found = faults(page, EVERYTHING)
    context.close()
    assert found == []


@pytest.mark.browser
def test_axe_finds_no_fault_on_the_page_for_missing_pages(
    chromium: Browser, flagship: str, finished
) -> None:
    # Its links start at the site's address, which the publishing workflow knows and this test not.
    html = (finished("flagship") / "404.html").read_text("utf-8")
    page = chromium.new_page()
    page.route("**/gone", lambda route: route.fulfill(status=404, body=html.replace('"/', '"./')))
    page.goto(f"{flagship}/gone")
    assert faults(page, EVERYTHING) == []
    page.close()


@pytest.mark.browser
@pytest.mark.parametrize("width", [320, 390])
def test_no_page_scrolls_sideways_on_a_narrow_screen(
    chromium: Browser, flagship: str, finished, width: int
) -> None:
    # 320 px is also what a window of 1280 px has left at a zoom of 400 % (WCAG 1.4.10).
    context = chromium.new_context(viewport={"width": width, "height": 640})
    page = context.new_page()
    found = {}
    for path in pages(finished("flagship")):
        page.goto(f"{flagship}/{path}")
        found[path] = [*page.evaluate(WIDER), *page.evaluate(STUCK)]
    context.close()
    assert {path: all for path, all in found.items() if all} == {}


@pytest.mark.browser
def test_whatever_has_focus_shows_it(page: Page, flagship: str) -> None:
    page.goto(f"{flagship}/terms.html")
    page.keyboard.press("Tab")
    unseen = []
    for _ in range(60):
        here = page.evaluate(
            """() => {
              const e = document.activeElement, box = e.getBoundingClientRect();
              const shown = box.bottom > 0 && box.top < innerHeight && box.width > 0;
              // The theme rings the label of a hidden switch, and the search field has its caret.
              const ring = (e) => e && getComputedStyle(e).outlineStyle !== "none";
              const told = e.matches(".md-option") ? ring(e.nextElementSibling) : shown && ring(e);
              return [e.outerHTML.slice(0, 120), told || e.matches(".md-search__input")];
            }"""
        )
        if not here[1]:
            unseen.append(here[0])
        page.keyboard.press("Tab")
    assert unseen == []


@pytest.mark.browser
def test_nothing_moves_for_who_asked_for_less_motion(chromium: Browser, flagship: str) -> None:
    context = chromium.new_context(reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{flagship}/index.html")
    moving = page.evaluate(MOVING)
    context.close()
    assert moving == []

"""A reader's browser asks no other host for anything, and every page keeps to its own policy."""

import pytest
from looks import LOOKS, pages
from playwright.sync_api import Browser


@pytest.mark.browser
@pytest.mark.parametrize("look", ["desktop-light", "phone-dark"])
def test_pages_and_search_ask_no_other_host_and_break_no_policy(
    chromium: Browser, flagship: str, finished, look: str
) -> None:
    context = chromium.new_context(**LOOKS[look])
    outside: list[str] = []
    said: list[str] = []
    context.on(
        "request",
        lambda asked: (
            outside.append(asked.url)
            if not asked.url.startswith((f"{flagship}/", "data:"))
            else None
        ),
    )
    page = context.new_page()
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    # Chromium reports a breach of the policy on the console, too; this also hears the silent ones.
    page.add_init_script(
        "addEventListener('securitypolicyviolation', (e) => console.error(e.violatedDirective))"
    )
    for path in pages(finished("flagship")):
        page.goto(f"{flagship}/{path}")
        page.keyboard.press("/")
        page.keyboard.type("patrol")
        page.wait_for_selector(".md-search-result__link")
        page.evaluate("scrollTo(0, 1e6)")
        with page.expect_navigation():
            page.keyboard.press("Enter")
    context.close()
    assert outside == []
    assert said == []


@pytest.mark.browser
@pytest.mark.parametrize(
    "planted",
    ["<script>document.title = 'run'</script>", "<img src=x onerror=\"document.title='run'\">"],
)
def test_a_script_that_got_into_a_page_does_not_run(
    chromium: Browser, flagship: str, finished, planted: str
) -> None:
    html = (finished("flagship") / "method.html").read_text("utf-8")
    page = chromium.new_page()
    planted_page = html.replace("</article>", f"{planted}</article>")
    page.route(
        "**/method.html", lambda route: route.fulfill(body=planted_page, content_type="text/html")
    )
    page.goto(f"{flagship}/method.html")
    assert page.title() != "run"
    page.close()


@pytest.mark.browser
def test_every_page_has_a_policy(finished) -> None:
    for path in [*pages(finished("flagship")), "404.html"]:
        html = (finished("flagship") / path).read_text("utf-8")
        before, policy, _ = html.partition('<meta http-equiv="Content-Security-Policy"')
        assert policy, path
        assert len(before.encode()) < 1024, path  # browsers look for the encoding no further
        assert "'unsafe-inline'" not in html, path

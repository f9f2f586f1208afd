"""What a page costs a reader on a slow line: all that it loads, as a static host compresses it."""

import gzip

import pytest
from looks import pages
from playwright.sync_api import Browser, Response

LIMIT = 300_000  # bytes
COMPRESSED = ("text/", "application/javascript", "application/json", "image/svg")


@pytest.mark.browser
def test_no_page_costs_more_than_300_kb(chromium: Browser, flagship: str, finished) -> None:
    weights = {}
    for path in pages(finished("flagship")):
        context = chromium.new_context()
        page = context.new_page()
        loaded: list[Response] = []
        page.on("response", lambda response, into=loaded: into.append(response))
        page.goto(f"{flagship}/{path}", wait_until="networkidle")
        weights[path] = sum(map(weight, loaded))
        context.close()
    assert {path: bytes for path, bytes in weights.items() if bytes > LIMIT} == {}


def weight(response: Response) -> int:
    kind = response.headers.get("content-type", "")
    body = response.body()
    return len(gzip.compress(body, 6) if kind.startswith(COMPRESSED) else body)

"""The other two engines build the same `docs/` and `mkdocs.yml` strictly, with the same words."""

from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest


def words(page: Path) -> list[str]:
    """The words of a page's article, without what the theme puts around it."""
    root: Element = html5lib.parse(page.read_bytes(), namespaceHTMLElements=False)
    article = root.find(".//article")
    assert article is not None, page
    return "".join(article.itertext()).split()


@pytest.mark.slow
@pytest.mark.parametrize("engine", ["properdocs", "zensical"])
@pytest.mark.parametrize("briefing", ["flagship", "tiny"])
def test_builds_every_page_with_the_same_words(build, engine: str, briefing: str) -> None:
    expected = build("mkdocs", briefing)
    made = build(engine, briefing)
    pages = [p.relative_to(expected) for p in expected.rglob("*.html") if p.name != "404.html"]
    assert {p: words(made / p) for p in pages} == {p: words(expected / p) for p in pages}

"""Turns pages into the files of the site's folder: Markdown, and the assets that it needs."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from quoteproof.pages.page import Page
from quoteproof.render import escape

_HERE = Path(__file__).parent
TEMPLATES = _HERE / "templates"
ASSETS = _HERE / "assets"


def render(pages: Iterable[Page]) -> dict[str, str]:
    """Every file of the folder of pages, by its path: the pages and the assets.

    Line ends are LF, and each file ends in one. The same pages give the same text.
    """
    return {page.path: render_page(page) for page in pages} | assets()


def render_page(page: Page) -> str:
    """A page as Markdown."""
    return _tidy(environment().get_template(page.template).render(page=page, view=page.view))


def assets() -> dict[str, str]:
    """The assets, by their path in the folder of pages."""
    return {
        f"assets/{path.name}": path.read_text(encoding="utf-8").replace("\r\n", "\n")
        for path in sorted(ASSETS.iterdir())
        if path.suffix in (".css", ".js")
    }


@cache
def environment() -> Environment:
    """Jinja as the templates need it: whatever an expression gives is made inert."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=escape.finalize,
    )
    environment.filters |= {
        "attribute": escape.attribute,
        "datetime": escape.datetime,
        "href": escape.href,
        "id": escape.identifier,
        "metadata": escape.metadata,
        "source_text": escape.source_text,
        "url": escape.url,
    }
    return environment


def _tidy(text: str) -> str:
    """Without blanks at the ends of lines, and never more than one blank line in a row."""
    text = re.sub(r"[ \t]+$", "", text.replace("\r\n", "\n"), flags=re.MULTILINE)
    return re.sub(r"\n{3,}", "\n\n", text).strip("\n") + "\n"

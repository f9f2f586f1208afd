"""Turns pages into the files of the site's folder: Markdown, and the assets that it needs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from quoteproof.pages.page import Page
from quoteproof.render import escape
from quoteproof.words import Words, direction, filled, words_in

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
    template = environment(page.language).get_template(page.template)
    return _tidy(template.render(page=page, view=page.view))


def assets() -> dict[str, str]:
    """The assets, by their path in the folder of pages."""
    return {
        f"assets/{path.name}": path.read_text(encoding="utf-8").replace("\r\n", "\n")
        for path in sorted(ASSETS.iterdir())
        if path.suffix in (".css", ".js")
    }


@cache
def environment(language: str = "en") -> Environment:
    """Jinja as the templates need it: whatever an expression gives is made inert."""
    words = words_in(language)
    finalize = escape.finalize if words.direction == "ltr" else escape.finalize_in_rtl
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=finalize,
    )
    environment.filters |= {
        "attribute": escape.attribute,
        "datetime": escape.datetime,
        "href": escape.href,
        "id": escape.identifier,
        "isolated": str if words.direction == "ltr" else escape.isolated,
        "metadata": escape.metadata,
        "source_text": escape.source_text,
        "url": escape.url,
    }
    environment.globals |= {
        **_messages(words, finalize),
        "direction": direction,
        "comma": Markup(words.comma),
        "semicolon": Markup(words.semicolon),
        "months": words.months(),
    }
    return environment


def _messages(
    words: Words, finalize: Callable[[object], Markup]
) -> dict[str, Callable[..., Markup]]:
    """`t` and `tn`, which put values into messages: the values are made inert, as everywhere.

    Jinja's own `trans` would escape them for HTML alone. The messages are ours, and may be trusted.
    """

    def put(message: str, values: Mapping[str, object]) -> Markup:
        inert = {name: str(finalize(value)) for name, value in values.items()}
        return Markup(filled(message, inert))

    def t(message: str, **values: object) -> Markup:
        return put(words.message(message), values)

    def tn(one: str, many: str, count: int, **values: object) -> Markup:
        return put(words.plural(one, many, count), {**values, "count": count})

    return {"t": t, "tn": tn}


def _tidy(text: str) -> str:
    """Without blanks at the ends of lines, and never more than one blank line in a row."""
    text = re.sub(r"[ \t]+$", "", text.replace("\r\n", "\n"), flags=re.MULTILINE)
    return re.sub(r"\n{3,}", "\n\n", text).strip("\n") + "\n"

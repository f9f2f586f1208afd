"""Figures of small briefings: the demo briefing with a few more records, and what is made of it."""

from pathlib import Path
from types import ModuleType
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
import markdown

from projects import briefing, example
from quoteproof.model.verified import VerifiedBriefing
from quoteproof.pages import links
from quoteproof.pages.figures import actors, matrix, timeline, weight
from quoteproof.pages.links import Links
from quoteproof.render.markdown import environment
from render.hostile import NAMES, SETTINGS

FIGURES: dict[str, tuple[ModuleType, str]] = {
    "timeline": (timeline, links.TIMELINE),
    "actors": (actors, links.ACTORS),
    "matrix": (matrix, links.DISCREPANCIES),
    "weight": (weight, links.SOURCES),
}
"""Each figure by its name, and the page it belongs on."""


def view(name: str, of: VerifiedBriefing) -> Any:
    """The view of a figure."""
    module, page = FIGURES[name]
    return module.figure(of, Links(of, page))


def view_of(name: str, root: Path, text: str) -> Any:
    """The view of a figure of the demo briefing with these records in it too."""
    return view(name, briefing(example(root, text)))


def block(name: str, of: VerifiedBriefing) -> str:
    """A figure as it stands in the Markdown of a page."""
    macro = f'{{% from "figures/{name}.md.jinja" import {name}_figure %}}{{{{ {name}_figure(f) }}}}'
    return environment().from_string(macro).render(f=view(name, of)).strip()


def html(text: str) -> str:
    """What Markdown makes of a page that has this between two paragraphs."""
    page = f"Before.\n\n{text}\n\nAfter.\n"
    return markdown.markdown(page, extensions=NAMES, extension_configs=SETTINGS)


def parsed(body: str) -> Element:
    """The tree of a page with this body; fails on anything that HTML does not allow."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    tree: Element = parser.parse(f"<!DOCTYPE html><title>x</title><body>{body}")
    return tree

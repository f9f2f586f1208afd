"""Writes the pages as Markdown: templates arrange what `pages` has computed, and nothing more."""

from quoteproof.render.markdown import TEMPLATES, render
from quoteproof.render.theme import theme

__all__ = ["TEMPLATES", "render", "theme"]

"""A page: where it is written, which template arranges it, and the view that the template shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from quoteproof.pages.notes import Footnote


class View(Protocol):
    """What a page shows: a frozen dataclass of plain strings, and of more of its kind."""

    @property
    def notes(self) -> tuple[Footnote, ...]:
        """The footnotes that the page refers to, in the order of their first reference."""
        ...


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the site; `path` is relative to the folder of the pages, with `/`.

    `language` is that of our words on it.
    """

    path: str
    template: str
    title: str
    description: str
    as_of: str
    language: str
    view: View

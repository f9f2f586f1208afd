"""What the Typst document reads: the views of the site's pages as JSON, with their links resolved.

The same views that the site shows, so that the one says nothing that the other does not. Every
text is data: it has been made visible, and reaches Typst as a string, never as markup.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any

from quoteproof import __version__
from quoteproof.exports.pdf.glyphs import printable
from quoteproof.exports.pdf.index import index_of
from quoteproof.exports.pdf.part import PAGES, Part
from quoteproof.model.verified import VerifiedBriefing
from quoteproof.pages import Page, all_pages, links, marks
from quoteproof.pages.discrepancies import DiscrepanciesView
from quoteproof.pages.figures.matrix import MatrixFigure
from quoteproof.pages.links import Link, shortened
from quoteproof.pages.marks import MarkedText, Opens
from quoteproof.pages.method import MethodView, SourceSummary
from quoteproof.pages.notes import IndependenceNote, Note
from quoteproof.pages.overview import OverviewView
from quoteproof.pages.sources import Particulars, PassageView, RegisterView, SourceView
from quoteproof.words import Words, words_of

Json = Any
"""What JSON can hold."""

_BLANKS = re.compile(r"[ \t\n\r\f\v]+")
_ADDRESSES = frozenset({"href", "home", "passage_href"})
"""The fields that hold the address of a place in the briefing."""
_AS_IT_IS = frozenset({"id", "sha256", "publisher_href", "url", "archive", "path", "branch"})
"""The fields that no break may be put into: who copies a hash out of the PDF must get the hash."""
_WIDEST_MATRIX = 12
"""The number of sources beyond which a table of claims by sources is of no use on paper."""
_FIGURES = frozenset({"figure", "matrix"})
"""The fields whose ids are those of a drawing, and no place to link to."""
_LONG = re.compile(r"\S{29,}|[^\W\d_]{21,}")
"""A word too long to be left to hyphenation; it may be broken after every so many characters."""
_PIECE = re.compile(r".{1,14}[\u0300-\u036f\u064b-\u0652]*")
_HYPHENATED = re.compile(r"\W*[A-Za-z\u00c0-\u052f]+\W*")
"""A word of an alphabet in which a hyphen tells that it goes on: Latin, Greek or Cyrillic."""
_BREAK, _HYPHEN = "\u200b", "\xad"


@dataclass(frozen=True, slots=True)
class Shown:
    """Something that an edition shows, and the page of the site that it stands on there."""

    page: str
    view: object


@dataclass(frozen=True, slots=True)
class Chapter:
    """A section as the edition shows it, with the footnotes that it may refer to."""

    name: str
    title: str
    label: str
    shown: tuple[Shown, ...]
    notes: Mapping[str, Shown]


@dataclass(frozen=True, slots=True)
class PassagesView:
    """The passages of a source, in its text as far as that may be shown, and who cites them."""

    page: Link
    title: str
    foreign_language: str
    shows: str
    text: MarkedText
    passages: tuple[PassageView, ...]


def document(briefing: VerifiedBriefing, part: Part, warnings: int = 0) -> Json:
    """All that an edition shows; with warnings of the check it calls itself a draft."""
    words, about = words_of(briefing), briefing.summaries.briefing
    pages = all_pages(briefing)
    chapters = tuple(_chapters(pages, part, words))
    places = frozenset(place for c in chapters for s in c.shown for place in _places(s))
    last = about.as_of.last()
    return {
        "title": text(about.title),
        "head": text(shortened(about.title, 90)),
        "scope": text(about.scope),
        "as_of": words.date(about.as_of),
        "dated": [last.year, last.month, last.day],
        "language": words.language,
        "direction": words.direction,
        "paper": about.paper.value,
        "warnings": warnings,
        "version": __version__,
        "whole": part.is_whole,
        "summary": _Scribe(places).value(_summary(pages)),
        "words": {
            "messages": words.messages(),
            "plurals": words.plurals(),
            "months": words.months(),
            "comma": words.comma,
            "semicolon": words.semicolon,
        },
        "chapters": [_chapter(chapter, places) for chapter in chapters],
        "notes": {chapter.name: _notes(chapter, places) for chapter in chapters},
        "numbers": _numbers(pages),
        "documents": {} if part.is_whole else _documents(pages),
        "index": _Scribe(places, links.OVERVIEW).value(index_of(briefing))
        if "index" in part.sections
        else None,
    }


def text(words: str) -> str:
    """Text as it is set: in one line, nothing unseen in it, its longest words breakable."""
    return _within_a_line(words).strip()


def _within_a_line(words: str) -> str:
    """The same for a part of a line, which may begin or end with a blank."""
    line = _BLANKS.sub(" ", printable(words))
    return _LONG.sub(_breakable, line)


def _breakable(word: re.Match[str]) -> str:
    joint = _HYPHEN if _HYPHENATED.fullmatch(word[0]) else _BREAK
    return joint.join(_PIECE.findall(word[0]))


def resolved(address: str, page: str) -> str:
    """The label of a place, from its address on a page of the site."""
    path, _, id = address.partition("#")
    full = posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page
    return f"{full}#{id}" if id else full


def _chapters(pages: tuple[Page, ...], part: Part, words: Words) -> Iterator[Chapter]:
    by_path = {page.path: page for page in pages}
    sources = [(page, page.view) for page in pages if isinstance(page.view, SourceView)]
    for section in part.sections:
        if section == "passages":
            texts = tuple(Shown(page.path, _passages(view)) for page, view in sources)
            yield Chapter(section, words.t("The passages in context"), "", texts, {})
        elif section != "index":
            page = _printable(by_path[PAGES[section]])
            shown: tuple[Shown, ...] = (Shown(page.path, page.view),)
            within: tuple[Page, ...] = (page,)
            if isinstance(page.view, RegisterView):
                particulars = (Shown(p.path, view.source) for p, view in sources)
                shown = (Shown(page.path, page.view.figure), *particulars)
                within = tuple(p for p, _ in sources)
            if part.record:
                shown = tuple(_only(part.record, shown))
            notes = {
                note.id: Shown(p.path, note)
                for p in within
                for note in p.view.notes
                if isinstance(note, Note)
            }
            title = page.view.heading if isinstance(page.view, OverviewView) else page.title
            yield Chapter(section, title, page.path, shown, notes)


def _printable(page: Page) -> Page:
    """The page without what has no room on paper."""
    if isinstance(page.view, DiscrepanciesView) and len(page.view.matrix.sources) > _WIDEST_MATRIX:
        return replace(page, view=replace(page.view, matrix=MatrixFigure((), (), ())))
    return page


def _numbers(pages: tuple[Page, ...]) -> dict[str, int]:
    """The number by which the edition calls each discrepancy: its place in their order."""
    registers = (p.view.register for p in pages if isinstance(p.view, DiscrepanciesView))
    hrefs = (resolved(line.link.href, links.DISCREPANCIES) for all in registers for line in all)
    return {place: number for number, place in enumerate(hrefs, 1)}


def _documents(pages: tuple[Page, ...]) -> Json:
    """What tells a document from any other, by the name of its source: for who has only a sheet."""
    particulars = (page.view.source for page in pages if isinstance(page.view, SourceView))
    return {
        text(source.page.text): {
            "title": text(source.title),
            "language": source.foreign_language,
            "sha256": source.sha256,
            "url": source.url,
        }
        for source in particulars
    }


def _summary(pages: tuple[Page, ...]) -> SourceSummary:
    return next(page.view.summary for page in pages if isinstance(page.view, MethodView))


def _passages(view: SourceView) -> PassagesView:
    source = view.source
    return PassagesView(
        source.page, source.title, source.foreign_language, source.shows, view.text, view.passages
    )


def _only(record: str, shown: tuple[Shown, ...]) -> Iterator[Shown]:
    """The view of a record or source among others: the outermost that has its id."""
    for one in shown:
        if getattr(one.view, "id", None) == record:
            yield one
            return
        within = tuple(Shown(one.page, view) for view in _views(one.view))
        if found := next(_only(record, within), None):
            yield found
            return


def _views(view: object) -> Iterator[object]:
    """The views that a view holds, in order, but not those of its figures."""
    if is_dataclass(view):
        for field_ in fields(view):
            if field_.name not in _FIGURES:
                yield from _held(getattr(view, field_.name))


def _held(value: object) -> Iterator[object]:
    if isinstance(value, tuple):
        for item in value:
            yield from _held(item)
    elif is_dataclass(value):
        yield value


def _places(shown: Shown) -> Iterator[str]:
    """The labels of what is shown."""
    if place := _place(shown.view, shown.page):
        yield place
    for view in _views(shown.view):
        yield from _places(Shown(shown.page, view))


def _place(view: object, page: str) -> str:
    """The label of a view that can be linked to; else nothing."""
    match view:
        case Particulars():
            return page
        case PassageView():
            return f"{page}#{view.entry}"
        case Note() | IndependenceNote() | Opens(resumed=True):
            return ""
        case _:
            id = getattr(view, "id", "")
            return f"{page}#{id}" if id else ""


def _chapter(chapter: Chapter, places: frozenset[str]) -> Json:
    scribe = _Scribe(places)
    return {
        "name": chapter.name,
        "title": text(chapter.title),
        "label": chapter.label,
        "continued": False,
        "shown": [
            {"is": type(one.view).__name__, **scribe.on(one.page).value(one.view)}
            for one in chapter.shown
        ],
    }


def _notes(chapter: Chapter, places: frozenset[str]) -> Json:
    scribe = _Scribe(places)
    return {id: scribe.on(note.page).value(note.view) for id, note in chapter.notes.items()}


@dataclass(slots=True)
class _Scribe:
    """Turns views into JSON.

    `places` are the labels that the edition has; a link to any other leads nowhere.
    """

    places: frozenset[str]
    page: str = ""

    def on(self, page: str) -> _Scribe:
        """The same for what stands on this page of the site."""
        self.page = page
        return self

    def value(self, value: object, name: str = "") -> Json:
        """Any value of a view; `name` is the field that it stands in."""
        match value:
            case str() if name in _ADDRESSES:
                place = resolved(value, self.page)
                return place if place in self.places else ""
            case str() if name == "entry":
                return f"{self.page}#{value}"
            case str():
                return printable(value) if name in _AS_IT_IS else text(value)
            case bool() | int() | float() | None:
                return value
            case tuple() if name == "refs":
                return [{"cites": str(id)} for id in value]
            case tuple():
                return [self.value(item, name) for item in value]
            case marks.Words():
                return {"kind": value.kind, "text": _within_a_line(value.text)}
            case Mapping():
                return {str(key): self.value(item) for key, item in value.items()}
            case _ if is_dataclass(value):
                return self._view(value)
            case _:
                raise TypeError(f"a view holds texts, numbers and views, not {value!r}")

    def _view(self, view: Any) -> Json:
        properties = (n for n, made in vars(type(view)).items() if isinstance(made, property))
        names = (*(field_.name for field_ in fields(view)), *properties)
        told = {name: self.value(getattr(view, name), name) for name in names if name != "notes"}
        if isinstance(view, PassageView):
            told["mark"] = self.value(f"#{view.id}", "href")
        place = _place(view, self.page)
        return {**told, "label": place} if place else told

"""The pages of a briefing as one HTML document to be printed: what WeasyPrint is given.

    python tests/speed/printed.py PROJECT OUT.html [--lists]

It is the program's own Markdown, converted with the extensions of `mkdocs.yml`, and says what the
PDF edition says. Where the two arrange it differently, this one follows the edition if that makes
it shorter, and leaves out what would be work for WeasyPrint alone:

- what only a screen needs is dropped: permanent links, links back, figures, words for scripts;
- a footnote stands at the foot of the page where it is first referred to, and later references to
  it only repeat its number (the edition prints a short note each time);
- a position in a discrepancy has its quote in the table and, beside it, what its footnote adds;
- the list of passages below a source has their first words and the pages of those who cite them;
- page numbers are looked up for the contents and that list alone (the edition has them at most of
  its links), and there is no index.
"""

from __future__ import annotations

import argparse
import posixpath
import re
import sys
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path
from xml.etree.ElementTree import Element, SubElement, TreeBuilder, tostring

import markdown
from mkdocs.config import load_config

from quoteproof.model.verified import VerifiedBriefing
from quoteproof.pages import all_pages
from quoteproof.pages.links import SOURCES
from quoteproof.pipeline import check
from quoteproof.render import render

ROOT = Path(__file__).parents[2]
STYLE = Path(__file__).with_name("printed.css")

_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
# Dropped before it is converted: the matrix of claims and sources has a cell for each pair of them.
_FIGURE = re.compile(r"<figure class=\"figure.*?</figure>", re.DOTALL)
_SCREEN_ONLY = {"permalink", "headerlink", "edit", "footnote-backref", "neighbours"}
_EMPTY = {"br", "hr", "img", "wbr"}
_WORDS_OF_A_PASSAGE = 8


def document(briefing: VerifiedBriefing, feet: bool = True) -> str:
    """The whole briefing as an HTML document that needs no other file.

    Without `feet` the footnotes stay as Python-Markdown makes them: a list below each page's text.
    """
    about = briefing.summaries.briefing
    html = Element("html", lang=about.language)
    head = SubElement(html, "head")
    SubElement(head, "title").text = about.title
    SubElement(head, "meta", name="description", content=about.scope)
    SubElement(head, "style").text = STYLE.read_text("utf-8")
    body = SubElement(html, "body")
    cover = SubElement(body, "header")
    SubElement(cover, "p", {"class": "title"}).text = about.title
    SubElement(cover, "p").text = about.scope
    sections = list(_sections(briefing, feet))
    body.append(_contents(sections))
    body.extend(sections)
    return f"<!doctype html>\n{tostring(html, encoding='unicode', method='html')}"


def _sections(briefing: VerifiedBriefing, feet: bool) -> Iterator[Element]:
    """Each page of the site as a section, with ids and links that hold in the whole."""
    settings = load_config(str(ROOT / "mkdocs.yml"))
    pages = all_pages(briefing)
    written = render(pages)
    for page in pages:
        text = _FIGURE.sub("", _FRONT_MATTER.sub("", written[page.path]))
        html = markdown.markdown(
            text,
            extensions=settings.markdown_extensions,
            extension_configs=settings.mdx_configs,
        )
        annex = page.path.startswith("sources/") and page.path != SOURCES
        kind = "annex" if annex else "chapter"
        section = _tree(f'<section id="{_place(page.path)}" class="{kind}">{html}</section>')
        _drop_screen_only(section)
        _shorten_passages(section)
        if feet:
            _put_notes_in_place(section)
        _make_whole(section, page.path)
        yield section


class _Reader(HTMLParser):
    """Reads what Python-Markdown writes: HTML in which every element is closed or empty."""

    def __init__(self) -> None:
        super().__init__()
        self.builder = TreeBuilder()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.builder.start(tag, {name: value or "" for name, value in attrs})
        if tag in _EMPTY:
            self.builder.end(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag not in _EMPTY:
            self.builder.end(tag)

    def handle_data(self, data: str) -> None:
        self.builder.data(data)


def _tree(html: str) -> Element:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.builder.close()


def _classes(element: Element) -> set[str]:
    return set(element.get("class", "").split())


def _remove(parent: Element, child: Element) -> None:
    """Take a child out of its parent, and keep the text that follows it."""
    text = child.tail or ""
    place = list(parent).index(child)
    if place:
        before = parent[place - 1]
        before.tail = (before.tail or "") + text
    else:
        parent.text = (parent.text or "") + text
    parent.remove(child)


def _drop_screen_only(section: Element) -> None:
    for parent in section.iter():
        for child in list(parent):
            if _classes(child) & _SCREEN_ONLY or "hidden" in child.attrib:
                _remove(parent, child)


def _shorten_passages(section: Element) -> None:
    """In the list of passages: their first words, and the records that cite them with the page."""
    for item in section.iter("li"):
        entry = item.find("span[@class='passage-entry']")
        entry = item.find("p/span[@class='passage-entry']") if entry is None else entry
        if entry is None:
            continue
        words = (entry.text or "").split()
        if len(words) > _WORDS_OF_A_PASSAGE:
            entry.text = " ".join(words[:_WORDS_OF_A_PASSAGE]) + " …” "
        for link in item.iterfind("ul/li/a"):
            link.text = ""
            link.set("class", "page")


def _put_notes_in_place(section: Element) -> None:
    """Each footnote where it is first referred to, so that it can stand at the foot of its page."""
    notes: dict[str, Element] = {}
    for parent in section.iter():
        for child in list(parent):
            if "footnote" in _classes(child):
                notes |= {str(item.get("id")): item for item in child.iterfind("ol/li")}
                parent.remove(child)
    in_tables = [table for table in section.iter("div") if "positions" in _classes(table)]
    for table in in_tables:
        _refer(table, notes, within_table=True)
    _refer(section, notes)


def _refer(root: Element, notes: Mapping[str, Element], within_table: bool = False) -> None:
    told: set[str] = set()
    for parent in list(root.iter()):
        for child in list(parent):
            link = child.find("a") if child.tag == "sup" else None
            if link is None or "footnote-ref" not in _classes(link):
                continue
            id = link.get("href", "").removeprefix("#")
            after = child.tail
            child.clear()
            child.tail = after
            if within_table:
                child.tag = "small"
                child.extend(part for part in _inline(notes[id]) if "quote" not in _classes(part))
            elif id in told:
                child.tag = "sup"
                SubElement(child, "a", {"class": "again", "href": f"#{id}"})
            else:
                told.add(id)
                child.tag = "span"
                child.attrib |= {"class": "note", "id": id}
                child.extend(_inline(notes[id]))


def _inline(note: Element) -> Iterator[Element]:
    """What a footnote says, without the paragraph around it."""
    for paragraph in note:
        yield from paragraph


def _make_whole(section: Element, page: str) -> None:
    """Make ids and links, which held on a page, hold in the whole document."""
    for element in section.iter():
        if element is not section and "id" in element.attrib:
            element.set("id", _place(page, element.attrib["id"]))
        href = element.get("href")
        if href and not re.match(r"[a-z]+:", href):
            path, _, id = href.partition("#")
            to = posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page
            element.set("href", "#" + _place(to, id))


def _place(page: str, id: str = "") -> str:
    name = re.sub(r"[^a-z0-9]+", "-", page.removesuffix(".md"))
    return f"{name}--{id}" if id else name


def _contents(sections: list[Element]) -> Element:
    """A table of contents: the pages, and below them their headings of the second rank."""
    contents = Element("nav")
    SubElement(contents, "p", {"class": "title"}).text = "Contents"
    for section in sections:
        for heading in section.iter():
            if heading.tag in ("h1", "h2"):
                id = section.get("id") if heading.tag == "h1" else heading.get("id")
                line = SubElement(contents, "p", {"class": heading.tag})
                SubElement(line, "a", href=f"#{id}").text = "".join(heading.itertext())
    return contents


def main() -> None:
    parser = argparse.ArgumentParser(description="Write a briefing as one HTML page to be printed")
    parser.add_argument("project", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--lists", action="store_true", help="footnotes as lists, not at the foot")
    told = parser.parse_args()
    briefing, findings = check(told.project)
    if briefing is None:
        sys.exit("\n".join(map(str, findings)))
    told.out.write_text(document(briefing, feet=not told.lists), encoding="utf-8")


if __name__ == "__main__":
    main()

"""What the search finds: an entry for each record, statement and passage, made from the briefing.

The theme would index the pages by their headings, and so find a page's footnotes, its figures and
every repetition before the statement that was looked for. Its entries stay for pages that have no
others: the method, the text of the sources as far as it is shown, and pages of the user's own.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from html import escape
from pathlib import Path
from typing import Any

from quoteproof.model.summaries import (
    Actor,
    Agreement,
    Discrepancy,
    Event,
    Overview,
    Position,
    Record,
    Statement,
    Term,
)
from quoteproof.model.verified import (
    Cited,
    Passage,
    VerifiedBriefing,
    VerifiedSource,
    record_id,
    records,
    title_of,
)
from quoteproof.pages import links
from quoteproof.pages.rights import shows_quotes
from quoteproof.text.characters import visible
from quoteproof.words import Words, words_of

Entry = dict[str, Any]
"""As the theme's search reads it: `location`, `title`, `text` (both HTML) and `boost`."""

INDEX = "search/search_index.json"
# A match counts three times as much in a title. The theme's own factor of a thousand would put
# whatever has the word in its heading before every statement about it.
_FIELDS = {"title": {"boost": 3.0}, "text": {"boost": 1.0}, "tags": {"boost": 1.0}}
_RECORD, _STATEMENT, _OTHER, _PASSAGE, _WHOLE_TEXT, _PAGE = 6.0, 4.0, 2.0, 0.8, 0.3, 0.2
_THE_TEXT = "the_text"  # the HTML id of the heading above the text of a source


def search_entries(briefing: VerifiedBriefing) -> tuple[Entry, ...]:
    """The entries of everything that a briefing says, in the order of its pages."""
    said = [_cited(briefing, cited) for cited in briefing.cited]
    found = [
        _record(briefing, r) for r in records(briefing.summaries) if not isinstance(r, Overview)
    ]
    shown = [source for source in briefing.sources if shows_quotes(source.source)]
    words = words_of(briefing)
    passages = [_passage(words, source, passage) for source in shown for passage in source.passages]
    return (*found, *said, *passages, *(_source(words, s) for s in briefing.sources))


def merged(index: Mapping[str, Any], entries: Iterable[Entry]) -> dict[str, Any]:
    """The theme's index with our entries in the place of its own for the pages that they are on."""
    ours = {entry["location"]: entry for entry in entries}
    pages = {_page_of(entry) for entry in ours.values()} | {_html(links.SOURCES)}
    all_of_them = {entry["location"]: entry for entry in _kept(index["docs"], pages)} | ours
    # The theme wants a page before what stands on it.
    docs = sorted(all_of_them.values(), key=lambda entry: "#" in entry["location"])
    return {**index, "config": {**index["config"], "fields": _FIELDS}, "docs": docs}


def write_search_index(site: Path, entries: Iterable[Entry]) -> None:
    """Put our entries into the index of the built site."""
    file = site / INDEX
    if file.is_file():
        index = merged(json.loads(file.read_text("utf-8")), entries)
        text = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
        file.write_text(text, "utf-8", newline="\n")


def _kept(docs: Iterable[Entry], pages: set[str]) -> Iterator[Entry]:
    """What stays of the theme's entries: of our pages only the page itself and a source's text."""
    for entry in docs:
        page, _, id = entry["location"].partition("#")
        if page not in pages:
            yield entry
        elif id == _THE_TEXT:
            yield {**entry, "boost": _WHOLE_TEXT}
        elif not id:
            yield {**entry, "boost": _PAGE}


def _record(briefing: VerifiedBriefing, record: Record) -> Entry:
    location = f"{_html(links.page_of(record))}#{record_id(record)}"
    return _entry(
        location, _title(words_of(briefing), record), list(_particulars(briefing, record)), _RECORD
    )


def _particulars(briefing: VerifiedBriefing, record: Record) -> Iterator[str]:
    """What one may look a record up by, besides its title."""
    words = words_of(briefing)
    match record:
        case Overview():
            pass
        case Agreement():
            yield from record.names
        case Term():
            yield from (briefing.name(id) for id in record.obligors)
            yield record.place or ""
            yield words.span(record.starts.earliest, record.starts.last) if record.starts else ""
        case Actor():
            yield from dict.fromkeys(alias.text for alias in record.aliases)
            yield record.public_role or ""
            yield from record.external_ids.values()
        case Event():
            yield words.span(record.time.earliest, record.time.last)
            yield record.place.name if record.place else ""
        case Discrepancy():
            yield record.question


def _cited(briefing: VerifiedBriefing, cited: Cited) -> Entry:
    words = words_of(briefing)
    sources = {source.id: source for source in briefing.sources}
    if cited.record in sources:
        page = links.source_page(cited.record)
        title = words.t("Source: {title}", title=_name(words, sources[cited.record]))
        boost = _PASSAGE
    else:
        record = briefing.record(cited.record)
        page, title = links.page_of(record), _title(words, record)
        boost = _STATEMENT if isinstance(cited.origin, Statement | Position) else _OTHER
    quotes = (
        f"“{citation.selector.exact}”"
        for citation in cited.citations
        if shows_quotes(sources[citation.source].source)
    )
    return _entry(
        f"{_html(page)}#{cited.id}", title, [_words(cited), *dict.fromkeys(quotes)], boost
    )


def _words(cited: Cited) -> str:
    match cited.origin:
        case Position() as position:
            given = (position.value, position.unit, position.text, position.scope)
            return ", ".join(part for part in given if part)
        case _:
            return cited.text


def _passage(words: Words, source: VerifiedSource, passage: Passage) -> Entry:
    location = f"{_html(links.source_page(source.id))}#{passage.id}"
    title = words.t("Quoted from {source}", source=_name(words, source))
    return _entry(location, title, [f"“{passage.quote}”"], _PASSAGE)


def _source(words: Words, source: VerifiedSource) -> Entry:
    particulars = [*source.source.author, source.source.publisher, source.source.agency or ""]
    title = words.t("Source: {title}", title=source.source.title)
    return _entry(_html(links.source_page(source.id)), title, particulars, _PASSAGE)


def _entry(location: str, title: str, texts: list[str], boost: float) -> Entry:
    text = " · ".join(part for part in texts if part)
    other = _other_spellings(f"{title} {text}")
    return {
        "location": location,
        "title": escape(visible(title), quote=False),
        "text": escape(visible(f"{text} ({other})" if other else text), quote=False),
        "boost": boost,
    }


def _other_spellings(text: str) -> str:
    """How else the words may be typed: without accents, and numbers without their separators."""
    found = []
    for word in re.findall(r"[^\W_]+(?:[,.\u00a0\u202f][0-9]{3})*", text):
        plain = unicodedata.normalize("NFKD", word.translate(_LETTERS))
        plain = "".join(char for char in plain if not unicodedata.combining(char))
        if word[0].isdigit():
            plain = re.sub(r"[,.\u00a0\u202f]", "", plain)
        if plain != word:
            found.append(plain)
    return " ".join(dict.fromkeys(found))


# Letters that Unicode does not take apart into a letter and an accent.
_LETTERS = str.maketrans("ıŁłØøĐđ", "iLlOoDd", "") | str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe"}
)


def _name(words: Words, source: VerifiedSource) -> str:
    return f"{source.source.publisher}, {words.date(source.source.issued.earliest)}"


def _title(words: Words, record: Record) -> str:
    title = title_of(record)
    match record:
        case Overview():
            return words.title(title)
        case Agreement():
            return words.t("Agreement: {title}", title=title)
        case Term():
            return words.t("Term: {title}", title=title)
        case Actor():
            return words.t("Actor: {title}", title=title)
        case Event():
            return words.t("Event: {title}", title=title)
        case Discrepancy():
            return words.t("Disagreement: {title}", title=title)


def _html(page: str) -> str:
    return page.removesuffix(".md") + ".html"


def _page_of(entry: Entry) -> str:
    location: str = entry["location"]
    return location.partition("#")[0]

"""Footnotes: the quote behind a statement, who says it, and where it stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote

from quoteproof.model.independence import independence
from quoteproof.model.selectors import Anchor
from quoteproof.model.verified import Cited, VerifiedBriefing, VerifiedCitation, VerifiedSource
from quoteproof.pages.links import Link, Links
from quoteproof.pages.rights import shows_quotes
from quoteproof.pages.times import TimeView, time_view
from quoteproof.text.ids import short_hash
from quoteproof.text.normalise import NORMALISATIONS

_LONG = 300
_EDGE_WORDS = 6


@dataclass(frozen=True, slots=True)
class Note:
    """A citation as a footnote.

    `quote` has the parts between elisions, in the source's own characters; it is empty where the
    rights in the source do not allow to show it. `language` is given where it is not the
    pages'. `publisher_href` leads to the words at the publisher, where the source has a URL.
    """

    id: str
    quote: tuple[str, ...]
    language: str
    source: Link
    publisher: str
    issued: TimeView
    speaker: Link | None
    via: Link | None
    said: str
    relation: str
    normalised: tuple[str, ...]
    passage_href: str
    line: int
    publisher_href: str


@dataclass(frozen=True, slots=True)
class IndependenceNote:
    """What a statement rests on, as a footnote: articles, publishers and origins.

    An origin that is a party, or speaks for one, is also among `parties`. An origin that is no
    record, such as an agency, has no address.
    """

    id: str
    articles: tuple[Link, ...]
    publishers: tuple[str, ...]
    origins: tuple[Link, ...]
    parties: tuple[Link, ...]


Footnote = Note | IndependenceNote


class Notes:
    """Collects the footnotes of one page, each once, in the order of their first reference."""

    def __init__(self, briefing: VerifiedBriefing, links: Links) -> None:
        self._briefing = briefing
        self._links = links
        self._notes: dict[str, Footnote] = {}

    def refer(self, citations: Iterable[VerifiedCitation]) -> tuple[str, ...]:
        """The ids of the footnotes of these citations."""
        return tuple(self.note(citation).id for citation in citations)

    def note(self, citation: VerifiedCitation) -> Note:
        """The footnote of a citation, which from now on stands on the page."""
        note = _note(self._briefing, self._links, citation)
        self._notes.setdefault(note.id, note)
        return note

    def independence(self, cited: Cited) -> IndependenceNote | None:
        """The footnote that counts what something rests on; None where it rests on no quote.

        Statements that rest on the same have the same footnote.
        """
        counted = independence(self._briefing, cited)
        if not counted.articles:
            return None
        note = IndependenceNote(
            id=f"rests-on-{short_hash(*counted.articles, '', *counted.origins)}",
            articles=tuple(self._links.to(id) for id in counted.articles),
            publishers=counted.publishers,
            origins=tuple(self._origin(origin) for origin in counted.origins),
            parties=tuple(self._origin(origin) for origin in counted.parties),
        )
        self._notes.setdefault(note.id, note)
        return note

    def _origin(self, origin: str) -> Link:
        known = self._briefing.knows(origin)
        return self._links.to(origin) if known else Link(origin, "")

    def all(self) -> tuple[Footnote, ...]:
        """The footnotes referred to so far."""
        return tuple(self._notes.values())


def _note(briefing: VerifiedBriefing, links: Links, citation: VerifiedCitation) -> Note:
    verified = briefing.source(citation.source)
    source = verified.source
    words = links.words
    names = {n.name: words.normalisation(n)[0] for n in NORMALISATIONS}
    return Note(
        id=citation.id,
        quote=quoted(verified, citation.anchor),
        language=words.foreign(source.language),
        source=links.to(source.id),
        publisher=source.publisher,
        issued=time_view(source.issued, words),
        speaker=links.to(citation.speaker) if citation.speaker else None,
        via=links.to(citation.via) if citation.via else None,
        said=words.date(citation.said),
        relation=citation.relation.value,
        normalised=tuple(names.get(n, n) for n in citation.anchor.normalisations),
        passage_href=links.href_to_passage(citation.passage, source.id),
        line=verified.document.location(citation.anchor.start).line,
        publisher_href=publisher_href(verified, citation),
    )


def quoted(source: VerifiedSource, anchor: Anchor) -> tuple[str, ...]:
    """The words of a passage, one text a part; () where they may not be shown."""
    if not shows_quotes(source.source):
        return ()
    raw = source.document.raw
    return tuple(" ".join(raw[part.start : part.end].split()) for part in anchor.parts)


def publisher_href(source: VerifiedSource, citation: VerifiedCitation) -> str:
    """The publisher's own page, at the words quoted (a text fragment); empty without a URL.

    https://wicg.github.io/scroll-to-text-fragment/
    """
    url = source.source.URL
    parts = quoted(source, citation.anchor)
    if not url or not parts:
        return url or ""
    directives = [_fragment(part) for part in parts]
    if len(parts) == 1:
        prefix = " ".join(citation.selector.prefix.split()[-_EDGE_WORDS:])
        suffix = " ".join(citation.selector.suffix.split()[:_EDGE_WORDS])
        before = f"{_encoded(prefix)}-," if prefix else ""
        after = f",-{_encoded(suffix)}" if suffix else ""
        directives = [f"{before}{directives[0]}{after}"]
    start = ":~:" if "#" in url else "#:~:"
    return f"{url}{start}{'&'.join(f'text={directive}' for directive in directives)}"


def _fragment(text: str) -> str:
    words = text.split()
    if len(text) <= _LONG or len(words) < 3 * _EDGE_WORDS:
        return _encoded(text)
    ends = (words[:_EDGE_WORDS], words[-_EDGE_WORDS:])
    return ",".join(_encoded(" ".join(end)) for end in ends)


def _encoded(text: str) -> str:
    # The hyphen, which URLs may hold, is a separator here.
    return quote(text, safe="", errors="replace").replace("-", "%2D")

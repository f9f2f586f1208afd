"""The register of the sources, and a page for each: its particulars, its text, who cites it."""

from __future__ import annotations

from dataclasses import dataclass

from quoteproof.model import vocabulary as v
from quoteproof.model.verified import Cited, Passage, VerifiedBriefing, VerifiedSource
from quoteproof.pages import links
from quoteproof.pages.figures import weight as figures
from quoteproof.pages.links import Link
from quoteproof.pages.marks import MarkedText, marked_text
from quoteproof.pages.notes import Footnote, quoted
from quoteproof.pages.page import Page
from quoteproof.pages.rights import shows_quotes, shows_whole_text
from quoteproof.pages.statements import Desk, StatementView
from quoteproof.pages.times import TimeView, time_view


@dataclass(frozen=True, slots=True)
class Particulars:
    """What is known of a document. `shows` is `everything`, `quotes` or `nothing`;
    `foreign_language` is that of the document where it is not that of the pages.
    """

    id: str
    page: Link
    title: str
    foreign_language: str
    authors: tuple[str, ...]
    publisher: str
    agency: str
    issued: TimeView
    accessed: str
    captured: str
    language: str
    genre: str
    genre_meaning: str
    owner: str
    affiliation: Link | None
    rights: str
    rights_meaning: str
    rights_note: str
    shows: str
    file: str
    sha256: str
    url: str
    archive: str
    descriptor: StatementView
    passages: int
    statements: int


@dataclass(frozen=True, slots=True)
class RegisterView:
    """The view of the register."""

    figure: figures.WeightFigure
    sources: tuple[Particulars, ...]
    notes: tuple[Footnote, ...]


@dataclass(frozen=True, slots=True)
class CitingView:
    """Something that cites a passage: its words, its place, and what the quote does for it."""

    record: str
    text: str
    href: str
    relations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PassageView:
    """A passage in the list below the text; `quote` is empty where it may not be shown."""

    number: int
    id: str
    entry: str
    quote: tuple[str, ...]
    line: int
    cited_by: tuple[CitingView, ...]


@dataclass(frozen=True, slots=True)
class SourceView:
    """The view of the page of a source."""

    register: Link
    source: Particulars
    text: MarkedText
    passages: tuple[PassageView, ...]
    previous: Link | None
    next: Link | None
    notes: tuple[Footnote, ...]


def register(briefing: VerifiedBriefing) -> Page:
    """The register of the sources."""
    desk = Desk(briefing, links.SOURCES)
    sources = tuple(_particulars(desk, source, lives_here=False) for source in briefing.sources)
    return Page(
        links.SOURCES,
        "sources.md.jinja",
        desk.words.t("Sources"),
        desk.words.t(
            "The documents that every statement quotes: {briefing}",
            briefing=briefing.summaries.briefing.title,
        ),
        desk.words.date(briefing.summaries.briefing.as_of),
        desk.words.language,
        RegisterView(figures.figure(briefing, desk.links), sources, desk.all_notes()),
    )


def pages(briefing: VerifiedBriefing) -> tuple[Page, ...]:
    """A page for each source, in the order of the register."""
    every = briefing.sources
    return tuple(
        _page(
            briefing,
            source,
            every[place - 1] if place else None,
            every[place + 1] if place + 1 < len(every) else None,
        )
        for place, source in enumerate(every)
    )


def _page(
    briefing: VerifiedBriefing,
    source: VerifiedSource,
    previous: VerifiedSource | None,
    following: VerifiedSource | None,
) -> Page:
    path = links.source_page(source.id)
    desk = Desk(briefing, path)
    about = briefing.summaries.briefing
    view = SourceView(
        register=Link(desk.words.t("Sources"), desk.links.relative(links.SOURCES)),
        source=_particulars(desk, source, lives_here=True),
        text=marked_text(source),
        passages=tuple(
            _passage(desk, source, number, passage)
            for number, passage in enumerate(source.passages, 1)
        ),
        previous=desk.links.to(previous.id) if previous else None,
        next=desk.links.to(following.id) if following else None,
        notes=desk.all_notes(),
    )
    return Page(
        path,
        "source.md.jinja",
        f"{desk.links.source_name(source.source)}: {source.source.title}",
        desk.words.t(
            "A source of {briefing}, with the passages quoted from it and who cites them",
            briefing=about.title,
        ),
        desk.words.date(about.as_of),
        desk.words.language,
        view,
    )


def _particulars(desk: Desk, verified: VerifiedSource, lives_here: bool) -> Particulars:
    source, words = verified.source, desk.words
    return Particulars(
        id=source.id,
        page=desk.links.to(source.id),
        title=source.title,
        foreign_language=desk.words.foreign(source.language),
        authors=source.author,
        publisher=source.publisher,
        agency=source.agency or "",
        issued=time_view(source.issued, words),
        accessed=words.date(source.accessed),
        captured=words.date(source.captured),
        language=source.language,
        genre=words.label(source.genre),
        genre_meaning=words.meaning(source.genre),
        owner=source.owner or "",
        affiliation=desk.links.to(source.party_affiliation) if source.party_affiliation else None,
        rights=words.label(source.rights),
        rights_meaning=words.meaning(source.rights),
        rights_note=source.rights_note or "",
        shows="everything"
        if shows_whole_text(source)
        else "quotes"
        if shows_quotes(source)
        else "nothing",
        file=source.file,
        sha256=verified.document.sha256,
        url=source.URL or "",
        archive=source.archive or "",
        descriptor=desk.statement(source.descriptor, lives_here),
        passages=len(verified.passages),
        statements=len(desk.briefing.resting_on(source.id)),
    )


def _passage(desk: Desk, source: VerifiedSource, number: int, passage: Passage) -> PassageView:
    return PassageView(
        number=number,
        id=passage.id,
        entry=links.entry_id(passage.id),
        quote=quoted(source, passage.anchor),
        line=source.document.location(passage.anchor.start).line,
        cited_by=tuple(_citing(desk, cited, passage) for cited in passage.cited_by),
    )


def _citing(desk: Desk, cited: Cited, passage: Passage) -> CitingView:
    relations = (
        citation.relation
        for citation in cited.citations
        if citation.passage == passage.id and citation.source == passage.source
    )
    return CitingView(
        record=desk.links.name(cited.record),
        text=cited.text,
        href=desk.links.href_to_cited(cited),
        relations=tuple(
            dict.fromkeys(desk.words.label(r) for r in relations if r is not v.Relation.SUPPORTS)
        ),
    )

"""What each page is about, for machines that read pages: schema.org as JSON-LD.

A page is an `Article` whose `citation`s are the sources that it quotes; each of its statements that
sources support, and each position in a discrepancy, is a `Claim` whose `appearance`s are those
sources. Nothing quoted from a source is in it. The theme puts it into the head of its page.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from quoteproof.model import vocabulary as v
from quoteproof.model.summaries import Discrepancy, Position, Source, Statement
from quoteproof.model.verified import Cited, VerifiedBriefing
from quoteproof.pages import links
from quoteproof.pages.page import Page
from quoteproof.pages.sources import SourceView
from quoteproof.text.characters import visible

_TYPES = {
    v.Genre.WIRE: "NewsArticle",
    v.Genre.STAFF_REPORT: "NewsArticle",
    v.Genre.ANALYSIS: "AnalysisNewsArticle",
    v.Genre.NGO: "Report",
    v.Genre.SOCIAL: "SocialMediaPosting",
    v.Genre.DATASET: "Dataset",
}
# In JSON these stand only within strings: `</script>` would end the element, and a brace before one
# of these signs would be code to the theme's template engine, through which the text goes.
_MARKUP = re.compile(r"[<>&]|\{(?=[{%#])")
_PRECISION_OF_A_DAY = len("2020-03-15")


def linked_data(briefing: VerifiedBriefing, pages: Iterable[Page]) -> dict[str, str]:
    """The JSON-LD of each page as a script element, by the page's address in the site."""
    by_page: defaultdict[str, list[Cited]] = defaultdict(list)
    for cited in briefing.cited:
        by_page[_page_of(briefing, cited)].append(cited)
    return {
        page.path.removesuffix(".md") + ".html": _element(briefing, page, by_page[page.path])
        for page in pages
    }


def _element(briefing: VerifiedBriefing, page: Page, cited: Sequence[Cited]) -> str:
    text = json.dumps(_article(briefing, page, cited), ensure_ascii=False, separators=(",", ":"))
    text = _MARKUP.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
    return f'<script type="application/ld+json">{text}</script>\n'


def _article(briefing: VerifiedBriefing, page: Page, cited: Sequence[Cited]) -> dict[str, Any]:
    about = briefing.summaries.briefing
    quoted = {citation.source for c in cited for citation in c.citations}
    about_all = page.path == links.SOURCES
    quoted |= {view.source.id} if isinstance(view := page.view, SourceView) else set()
    sources = [s.source for s in briefing.sources if about_all or s.id in quoted]
    return {
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": visible(page.title),
        "description": visible(page.description),
        "inLanguage": about.language,
        "dateModified": str(about.as_of),
        "isPartOf": {"@type": "CreativeWork", "name": visible(about.title)},
        "citation": [_source(source) for source in sources],
        "hasPart": [claim for c in cited if (claim := _claim(briefing, c))],
    }


def _page_of(briefing: VerifiedBriefing, cited: Cited) -> str:
    if briefing.has_source(cited.record):
        return links.source_page(cited.record)
    return links.page_of(briefing.record(cited.record))


def _source(source: Source) -> dict[str, Any]:
    day = str(source.issued.earliest)[:_PRECISION_OF_A_DAY]
    described = {
        "@type": _TYPES.get(source.genre, "CreativeWork"),
        "@id": _name(source),
        "name": visible(source.title),
        "author": [visible(name) for name in source.author],
        "publisher": {"@type": "Organization", "name": visible(source.publisher)},
        "datePublished": day,
        "inLanguage": source.language,
        "url": source.URL or "",
        "archivedAt": source.archive or "",
    }
    return {key: value for key, value in described.items() if value}


def _name(source: Source) -> str:
    """What identifies a source on its page: its address, or a name that holds on the page alone."""
    return source.URL or f"_:{source.id}"


def _claim(briefing: VerifiedBriefing, cited: Cited) -> dict[str, Any] | None:
    if not isinstance(cited.origin, Statement | Position):
        return None
    supporting = [c for c in cited.citations if c.relation is v.Relation.SUPPORTS]
    sources = dict.fromkeys(briefing.source(citation.source).source.id for citation in supporting)
    if not sources:
        return None
    claim: dict[str, Any] = {
        "@type": "Claim",
        "@id": f"#{cited.id}",
        "text": visible(cited.text),
        "appearance": [{"@id": _name(briefing.source(id).source)} for id in sources],
    }
    if isinstance(cited.origin, Position):
        record = briefing.record(cited.record)
        if isinstance(record, Discrepancy):
            claim["about"] = {"@type": "Question", "name": visible(record.question)}
    speakers = {citation.speaker for citation in supporting}
    if len(speakers) == 1 and (speaker := speakers.pop()) is not None:
        claim["author"] = visible(briefing.name(speaker))
    return claim

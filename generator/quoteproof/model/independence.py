"""How independent the sources of a statement are: five articles are not five witnesses.

What counts is where an account comes from: the speaker whom the articles report, or else the
channel that they had it through, or else the agency that they credit. An article that says
something in its own voice and credits nobody has an unknown origin, which adds none. What two
articles share word for word has one origin, whatever each of them says of it.
"""

from __future__ import annotations

from dataclasses import dataclass

from quoteproof.model.summaries import Source
from quoteproof.model.verified import Cited, VerifiedBriefing, VerifiedCitation


@dataclass(frozen=True, slots=True)
class Independence:
    """What a statement rests on, each once and in the order of its citations.

    `articles` are ids of sources, `publishers` their names. `origins` are ids of actors or sources,
    or names of agencies; `parties` are those of them that are a party, or speak for one.
    """

    articles: tuple[str, ...]
    publishers: tuple[str, ...]
    origins: tuple[str, ...]
    parties: tuple[str, ...]


def independence(briefing: VerifiedBriefing, cited: Cited) -> Independence:
    """What the citations that something rests on amount to."""
    found = origins_of(briefing, cited.carrying)
    origins = tuple(dict.fromkeys(origin for origin in found if origin is not None))
    sources = (briefing.source(citation.source).source for citation in cited.carrying)
    return Independence(
        articles=cited.rests_on,
        publishers=tuple(dict.fromkeys(source.publisher for source in sources)),
        origins=origins,
        parties=tuple(origin for origin in origins if origin in briefing.parties),
    )


def origins_of(
    briefing: VerifiedBriefing, citations: tuple[VerifiedCitation, ...]
) -> tuple[str | None, ...]:
    """Where each account comes from, those of one shared text from one; None where nobody knows."""
    texts = [briefing.shared_text.text_of(c.source, c.anchor) for c in citations]
    by_text: dict[int, str] = {}
    named = [c.speaker for c in citations]
    plain = [stated_origin(c, briefing.source(c.source).source) for c in citations]
    for origins in (named, plain):  # who spoke says more than which agency carried it
        for text, origin in zip(texts, origins, strict=True):
            if text is not None and origin is not None:
                by_text.setdefault(text, origin)
    return tuple(
        origin if text is None else by_text.get(text)
        for text, origin in zip(texts, plain, strict=True)
    )


def stated_origin(citation: VerifiedCitation, source: Source) -> str | None:
    """Where the summaries say that the account comes from; None where they do not."""
    own_channel = citation.via == source.id
    return citation.speaker or (None if own_channel else citation.via) or source.agency

"""How independent the sources of a statement are: five articles are not five witnesses.

What counts is where an account comes from: the speaker whom the articles report, or else the
channel that they had it through, or else the agency that they credit. An article that says
something in its own voice and credits nobody has an unknown origin, which adds none.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from quoteproof.model import vocabulary as v
from quoteproof.model.summaries import Actor, Source, Summaries
from quoteproof.model.verified import Cited, VerifiedBriefing, VerifiedCitation

_BINDS = (v.RelationKind.LEADS, v.RelationKind.PART_OF, v.RelationKind.SPEAKS_FOR)


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
    sources = [briefing.source(citation.source).source for citation in cited.carrying]
    pairs = zip(cited.carrying, sources, strict=True)
    origins = dict.fromkeys(o for c, source in pairs if (o := _origin(c, source)) is not None)
    bound = parties(briefing.summaries)
    return Independence(
        articles=cited.rests_on,
        publishers=tuple(dict.fromkeys(source.publisher for source in sources)),
        origins=tuple(origins),
        parties=tuple(origin for origin in origins if origin in bound),
    )


def _origin(citation: VerifiedCitation, source: Source) -> str | None:
    """Where the account comes from; None where nobody can tell."""
    own_channel = citation.via == source.id
    return citation.speaker or (None if own_channel else citation.via) or source.agency


def parties(summaries: Summaries) -> frozenset[str]:
    """The actors that agreed to something, and those that lead, are part of or speak for one."""
    actors: Mapping[str, Actor] = {actor.id: actor for actor in summaries.actors}
    bound = {party for agreement in summaries.agreements for party in agreement.parties}
    grown = True
    while grown:
        joining = {
            actor.id
            for actor in actors.values()
            if actor.parent in bound
            or any(tie.kind in _BINDS and tie.to in bound for tie in actor.relations)
        }
        grown = not joining <= bound
        bound |= joining
    return frozenset(bound)

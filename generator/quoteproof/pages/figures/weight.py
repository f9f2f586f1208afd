"""Where the weight lies: how much is cited from each source, and what rests on it alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from quoteproof.model.verified import VerifiedBriefing, VerifiedSource
from quoteproof.pages.links import Link, Links


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a document that some passage quotes, in per cent of its length."""

    start: str
    width: str


@dataclass(frozen=True, slots=True)
class Weight:
    """A source. It supports `statements`, `alone` of them by itself; `quoted` is in per cent.

    The widths are those of bars, in per cent of the longest of their sort.
    """

    source: Link
    citations: int
    passages: int
    statements: int
    alone: int
    characters: int
    quoted: int
    citations_width: str
    statements_width: str
    alone_width: str
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class WeightFigure:
    """The view of the figure; without sources there is nothing to be seen.

    Of the `statements` that some quote supports, `alone` rest on a single document. It may stand on
    any page.
    """

    sources: tuple[Weight, ...]
    statements: int
    alone: int


def figure(briefing: VerifiedBriefing, links: Links) -> WeightFigure:
    """The sources in the order of the register.

    On a source rest the statements that it supports; a quote that only qualifies, contradicts or
    helps to read a statement does not carry it.
    """
    resting = {source.id: briefing.resting_on(source.id) for source in briefing.sources}
    alone = {id: [c for c in found if len(c.rests_on) == 1] for id, found in resting.items()}
    citations = Counter(citation.source for citation in briefing.citations)
    most_cited = max(citations.values(), default=0)
    most_resting = max(map(len, resting.values()), default=0)
    return WeightFigure(
        sources=tuple(
            Weight(
                source=links.to(source.id),
                citations=citations[source.id],
                passages=len(source.passages),
                statements=len(resting[source.id]),
                alone=len(alone[source.id]),
                characters=len(source.document.raw),
                quoted=_share(quoted_length(source), len(source.document.raw), of=100),
                citations_width=_percent(_share(citations[source.id], most_cited)),
                statements_width=_percent(_share(len(resting[source.id]), most_resting)),
                alone_width=_percent(_share(len(alone[source.id]), most_resting)),
                stretches=tuple(_stretches(source)),
            )
            for source in briefing.sources
        ),
        statements=len({cited.id for found in resting.values() for cited in found}),
        alone=sum(map(len, alone.values())),
    )


def quoted_length(source: VerifiedSource) -> int:
    """How many characters of a document some passage quotes, each counted once."""
    return sum(end - start for start, end in _united(source))


def _united(source: VerifiedSource) -> list[tuple[int, int]]:
    """The stretches that are quoted, in order, those that overlap or touch made one."""
    parts = sorted(
        (part.start, part.end) for passage in source.passages for part in passage.anchor.parts
    )
    united: list[tuple[int, int]] = []
    for start, end in parts:
        if united and start <= united[-1][1]:
            united[-1] = (united[-1][0], max(end, united[-1][1]))
        else:
            united.append((start, end))
    return united


def _stretches(source: VerifiedSource) -> Iterable[Stretch]:
    length = len(source.document.raw)
    for start, end in _united(source):
        begins = _share(start, length)
        yield Stretch(_percent(begins), _percent(max(_share(end, length) - begins, 2)))


def _share(part: int, whole: int, of: int = 1000) -> int:
    """The part in thousandths of the whole, rounded; 0 where there is no whole."""
    return (2 * of * part + whole) // (2 * whole) if whole else 0


def _percent(thousandths: int) -> str:
    whole, tenth = divmod(thousandths, 10)
    return f"{whole}.{tenth}%" if tenth else f"{whole}%"

"""Claims by sources: what each source is cited for, in every discrepancy and every term.

That a source is not cited says nothing of what it would say: only a summary that quotes it for its
silence can do that. So a cell without a citation stays empty of any claim.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from quoteproof.model import vocabulary as v
from quoteproof.model.summaries import Discrepancy, Term
from quoteproof.model.verified import VerifiedBriefing, VerifiedCitation
from quoteproof.pages import settling
from quoteproof.pages.links import Link, Links, shortened

WIDEST = 40
"""The number of sources beyond which nobody could read the figure, nor a browser bear it."""
_ANSWER = 40
"""The length to which the answer of a position is cut."""


@dataclass(frozen=True, slots=True)
class Stand:
    """What a source is cited for: the relation, the position and the passages.

    `letter` and `answer` are those of a position, and empty in the row of a term. `relation` is a
    word of the vocabulary. Each passage goes by its number on the page of its source.
    """

    relation: str
    letter: str
    answer: str
    passages: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A discrepancy or a term, with a cell for each source; `note` is the status or the type."""

    claim: Link
    note: str
    cells: tuple[tuple[Stand, ...], ...]


@dataclass(frozen=True, slots=True)
class Part:
    """Rows that belong together: `kind` is a materiality (then with a label), or `terms`."""

    kind: str
    label: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class MatrixFigure:
    """The view of the figure; without rows there is nothing to be seen.

    It may stand on any page.
    """

    sources: tuple[Link, ...]
    parts: tuple[Part, ...]
    relations: tuple[str, ...]


def figure(briefing: VerifiedBriefing, links: Links) -> MatrixFigure:
    """The discrepancies, what matters most first, then the terms; nothing for too many sources."""
    if len(briefing.sources) > WIDEST:
        return MatrixFigure((), (), ())
    numbers = {
        (source.id, passage.id): number
        for source in briefing.sources
        for number, passage in enumerate(source.passages, 1)
    }
    maker = _Maker(briefing, links, numbers)
    found = settling.in_order(briefing.summaries.discrepancies)
    parts = [
        Part(
            weight.value,
            links.words.label(weight),
            tuple(maker.discrepancy(d) for d in found if d.materiality is weight),
        )
        for weight in v.Materiality
    ]
    parts.append(Part("terms", "", tuple(maker.term(term) for term in briefing.summaries.terms)))
    met = {
        stand.relation
        for part in parts
        for row in part.rows
        for cell in row.cells
        for stand in cell
    }
    return MatrixFigure(
        sources=tuple(links.to(source.id) for source in briefing.sources),
        parts=tuple(part for part in parts if part.rows),
        relations=tuple(relation.value for relation in v.Relation if relation.value in met),
    )


@dataclass(frozen=True, slots=True)
class _Maker:
    """Makes the rows; `numbers` has those of the passages, by source and passage."""

    briefing: VerifiedBriefing
    links: Links
    numbers: Mapping[tuple[str, str], int]

    def discrepancy(self, discrepancy: Discrepancy) -> Row:
        """Which positions each source is cited for, and what the statements cite it for."""
        cells = []
        for source in self.briefing.sources:
            stands: list[Stand] = []
            for letter, position in zip(settling.letters(), discrepancy.positions, strict=False):
                cited = self.briefing.of(position).citations
                answer = shortened(position.answer, _ANSWER)
                stands += self._stands(source.id, cited, letter, answer)
            cells.append(tuple(stands))
        return Row(
            self.links.to(discrepancy.id), self.links.words.label(discrepancy.status), tuple(cells)
        )

    def term(self, term: Term) -> Row:
        """What each source is cited for in the statements of a term."""
        cited = [c for s in term.all_statements for c in self.briefing.of(s).citations]
        cells = (tuple(self._stands(source.id, cited)) for source in self.briefing.sources)
        return Row(self.links.to(term.id), self.links.words.label(term.type), tuple(cells))

    def _stands(
        self, source: str, cited: Iterable[VerifiedCitation], letter: str = "", answer: str = ""
    ) -> Iterator[Stand]:
        passages: dict[v.Relation, dict[str, None]] = {relation: {} for relation in v.Relation}
        for citation in cited:
            if citation.source == source:
                passages[citation.relation][citation.passage] = None
        for relation, found in passages.items():
            if found:
                order = sorted(found, key=lambda passage: self.numbers[source, passage])
                to = (self._passage(source, passage) for passage in order)
                yield Stand(relation.value, letter, answer, tuple(to))

    def _passage(self, source: str, passage: str) -> Link:
        number = self.numbers[source, passage]
        return Link(str(number), self.links.href_to_passage(passage, source))

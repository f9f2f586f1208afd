"""Statements as every page shows them: the words, the footnotes, and what a reader must know."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from quoteproof.model import vocabulary as v
from quoteproof.model.located import Located
from quoteproof.model.summaries import Statement
from quoteproof.model.verified import Citing, VerifiedBriefing
from quoteproof.pages import settling
from quoteproof.pages.links import Link, Links
from quoteproof.pages.notes import Footnote, IndependenceNote, Notes
from quoteproof.words import Words


@dataclass(frozen=True, slots=True)
class Measure:
    """How sure a judgment is: a word of one of the scales, and what it means."""

    scale: str
    word: str
    meaning: str


@dataclass(frozen=True, slots=True)
class StatementView:
    """A statement.

    `id` is its HTML id; it is empty where the page only repeats a statement that lives elsewhere,
    and `home` is then the link to it. `kind` is a word of the vocabulary. `refs` are ids of
    footnotes; `differ` are the discrepancies that touch it.
    """

    id: str
    home: str
    text: str
    kind: str
    measure: Measure | None
    rests_on: tuple[Link, ...]
    background: str
    refs: tuple[str, ...]
    independence: IndependenceNote | None
    differ: tuple[Link, ...]
    edit: str


class Desk:
    """What the making of one page needs at hand: its links, its footnotes, the briefing."""

    def __init__(self, briefing: VerifiedBriefing, path: str) -> None:
        self.briefing = briefing
        self.path = path
        self.links = Links(briefing, path)
        self._notes = Notes(briefing, self.links)

    @property
    def words(self) -> Words:
        """Our words in the language of the briefing."""
        return self.links.words

    @property
    def notes(self) -> Notes:
        """The footnotes of the page."""
        return self._notes

    @cached_property
    def _register(self) -> dict[str, int]:
        """The place of each discrepancy in the register."""
        ordered = settling.in_order(self.briefing.summaries.discrepancies)
        return {discrepancy.id: place for place, discrepancy in enumerate(ordered)}

    def all_notes(self) -> tuple[Footnote, ...]:
        """The footnotes referred to, in the order of first reference: ask when all is made."""
        return self._notes.all()

    def refs(self, citing: Citing) -> tuple[str, ...]:
        """The footnotes of something that carries citations."""
        return self._notes.refer(self.briefing.of(citing).citations)

    def html_id(self, citing: Citing) -> str:
        """The permanent id of something that carries citations."""
        return self.briefing.of(citing).id

    def differ(self, *ids: str) -> tuple[Link, ...]:
        """The discrepancies that touch any of these records or statements, as the register has
        them: each once, what matters most first.
        """
        found = {d.id for id in ids for d in self.briefing.differ.get(id, ())}
        return self.to_all(sorted(found, key=lambda id: self._register[id]))

    def to_all(self, ids: Iterable[str]) -> tuple[Link, ...]:
        """Links to each of these records or statements."""
        return tuple(self.links.to(id) for id in ids)

    def edit(self, located: Located) -> str:
        """Where this can be edited; empty where nowhere."""
        return self.links.edit(located)

    def statements(self, statements: Iterable[Statement]) -> tuple[StatementView, ...]:
        """Statements that live on this page."""
        return tuple(self.statement(statement) for statement in statements)

    def statement(self, statement: Statement, lives_here: bool = True) -> StatementView:
        """A statement that lives on this page, or one that it repeats."""
        cited = self.briefing.of(statement)
        return StatementView(
            id=cited.id if lives_here else "",
            home=self.links.href_to_cited(cited),
            text=statement.text,
            kind=statement.kind.value,
            measure=_measure(statement, self.words),
            rests_on=self.to_all(statement.rests_on),
            background=statement.background or "",
            refs=self._notes.refer(cited.citations),
            independence=self._notes.independence(cited),
            differ=self.differ(cited.id),
            edit=self.edit(statement) if lives_here else "",
        )


def _measure(statement: Statement, words: Words) -> Measure | None:
    word: v.Likelihood | v.Confidence | None = statement.likelihood or statement.confidence
    if word is None:
        return None
    scale = "likelihood" if isinstance(word, v.Likelihood) else "confidence"
    return Measure(scale, words.label(word), words.meaning(word))

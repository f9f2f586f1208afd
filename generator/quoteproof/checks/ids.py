"""Gives every statement, citation and passage its permanent id, and checks that ids are unique."""

from __future__ import annotations

from collections.abc import Iterator

from quoteproof.diagnostics import codes
from quoteproof.diagnostics.finding import Finding, Location, Related
from quoteproof.model.located import NOWHERE
from quoteproof.model.summaries import (
    ActorRelation,
    Citation,
    Overview,
    Position,
    Quantity,
    Role,
    Statement,
    Summaries,
)
from quoteproof.model.verified import OVERVIEW, Citing, citing_of, record_id, records
from quoteproof.text.ids import short_hash


def citing_id(record: str, citing: Citing) -> str:
    """The permanent id of what carries citations: its record's, a dot, and its own.

    Where the author gives none, its own part comes from what it says, so that it does not change
    when something is put before it.
    """
    match citing:
        case Statement():
            own = citing.id or short_hash(citing.text)
        case Position():
            answer = (citing.value, citing.text, citing.unit, citing.definition)
            own = short_hash("position", *(p or "" for p in (*answer, citing.scope, citing.holder)))
        case Role():
            own = short_hash("role", citing.role, citing.of)
        case ActorRelation():
            own = short_hash("relation", citing.kind, citing.to)
        case Quantity():
            numbers = (str(number) for number in (citing.min, citing.max))
            counted = (citing.value, citing.unit, citing.definition, citing.population)
            own = short_hash("quantity", *numbers, *(part or "" for part in counted))
    return f"{record}.{own}"


def citation_id(citation: Citation) -> str:
    """The permanent id of a citation: its source's, a hyphen, and eight hexadecimal digits."""
    said = str(citation.said or "")
    parts = (citation.quote, citation.prefix, citation.suffix, citation.relation)
    people = (citation.speaker or "", citation.via or "", said)
    return f"{citation.source}-{short_hash(*(' '.join(p.split()) for p in parts), *people)}"


def passage_id(quote: str, occurrence: int) -> str:
    """The permanent id of a passage: from its words, and from which occurrence of them it is."""
    return f"p-{short_hash(quote)}" + (f"-{occurrence + 1}" if occurrence else "")


def citing_things(summaries: Summaries) -> Iterator[tuple[str, Citing]]:
    """Everything that carries citations, with the id of its record."""
    for record in records(summaries):
        for citing in citing_of(record):
            yield record_id(record), citing
    for source in summaries.sources:
        yield source.id, source.descriptor


def check_ids(summaries: Summaries) -> Iterator[Finding]:
    """Ids of records and sources are unique in the briefing, of statements in their record."""
    seen: dict[str, Location] = {OVERVIEW: summaries.overview.at}
    twice: set[str] = set()
    for thing in (*records(summaries), *summaries.sources):
        if not isinstance(thing, Overview):
            for finding in _unique(thing.id, thing.at_value("id"), seen):
                twice.add(thing.id)
                yield finding
    sides: dict[str, Location] = {}
    for side in summaries.briefing.sides:
        yield from _unique(side.id, side.at_value("id"), sides)
    own: dict[str, Location] = {}
    for record, citing in citing_things(summaries):
        # A record that was copied is one slip, whatever it says.
        if record not in twice:
            yield from _said_once(record, citing, own)


def _unique(id: str, at: Location, seen: dict[str, Location]) -> Iterator[Finding]:
    first = seen.setdefault(id, at)
    if first != at:
        message = f"The id `{id}` is used twice."
        related = (Related(first, "the first one"),) if first != NOWHERE else ()
        yield Finding(codes.DUPLICATE_ID, at, message, "Rename one of them.", related)


def _said_once(record: str, citing: Citing, own: dict[str, Location]) -> Iterator[Finding]:
    if isinstance(citing, Statement) and citing.id:
        yield from _unique(citing_id(record, citing), citing.at_value("id"), own)
        return
    first = own.setdefault(citing_id(record, citing), citing.at)
    if first != citing.at:
        message = "The same thing is said twice."
        hint = "Say it once."
        if isinstance(citing, Statement):
            hint = "Say it once, or give one of them an `id`."
        related = (Related(first, "the first one"),)
        yield Finding(codes.DUPLICATE_ID, citing.at, message, hint, related)

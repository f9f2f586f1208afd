"""Whether the passages beside a sentence carry what it says (`FCT`).

Every number, date, name and quoted word of a sentence has to stand in one of its passages, or in
the fields of the sources that it cites; a sentence must not deny what its passages affirm, nor tell
as done what they only announce, nor turn round who does what to whom.

English sentences about English passages are asked all of this. Of any other language the rules know
nothing: there, only numbers in digits are compared.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quoteproof.diagnostics import codes
from quoteproof.diagnostics.finding import Finding, Location, Related
from quoteproof.model import vocabulary as v
from quoteproof.model.summaries import Answerable, Position, Quantity, Statement
from quoteproof.model.verified import Cited, VerifiedBriefing
from quoteproof.scrutiny.facts import carried
from quoteproof.scrutiny.facts.derived import unproved
from quoteproof.scrutiny.facts.ground import Footing, Library
from quoteproof.scrutiny.facts.miss import Miss, Setting
from quoteproof.scrutiny.facts.silence import gap_misses
from quoteproof.scrutiny.question import Question

_SHOWN = 3
"""How many passages a finding shows."""


def ask_about_facts(briefing: VerifiedBriefing) -> Iterator[Question]:
    """The questions of this family, for every sentence of the briefing."""
    library = Library(briefing)
    for cited in briefing.cited:
        match cited.origin:
            case Statement():
                yield from _of_statement(library, cited, cited.origin)
            case Position():
                yield from _of_position(library, cited, cited.origin)
            case Quantity():
                yield from _of_quantity(library, cited, cited.origin)
            case _:
                pass
    yield from _of_assessments(library)


def _of_assessments(library: Library) -> Iterator[Question]:
    """An assessment may draw on anything that the briefing cites."""
    briefing = library.briefing
    assessed = [
        record for record in briefing.summaries.discrepancies if record.assessment is not None
    ]
    if not assessed:
        return
    footing = library.footing(briefing.citations, *(a.id for a in briefing.summaries.actors))
    own_knowledge = (
        library.read(cited.text).keys
        for cited in briefing.cited
        if isinstance(cited.origin, Statement) and cited.origin.background
    )
    footing = replace(footing, keys=footing.keys.union(*own_knowledge))
    setting = replace(_setting(library, footing), presence_only=True, own_reasoning=True)
    for record in assessed:
        assert record.assessment is not None
        own = library.footing(library.of_record(record.id))
        for miss in carried.misses(library, record.assessment.text, setting):
            yield _question(miss, record.assessment.at_value("text"), own, (record,))


def _of_statement(library: Library, cited: Cited, statement: Statement) -> Iterator[Question]:
    about = _about(library, cited)
    footing = library.footing(library.citations_of(cited), cited.record)
    setting = replace(
        _setting(library, footing),
        kind=statement.kind,
        excused=tuple(derived.text for derived in statement.derived),
        counted=_count_of(library, cited),
        background=bool(statement.background),
    )
    where = statement.at_value("text")
    if statement.kind is v.StatementKind.GAP and setting.english:
        for miss in gap_misses(library.read(statement.text)):
            yield _question(miss, where, footing, about)
    if not cited.carrying:
        return  # it speaks for the editor, or of what no document says
    for miss in carried.misses(library, statement.text, setting):
        yield _question(miss, where, footing, about)
    for derived in statement.derived:
        for code, message, hint in unproved(library, derived, statement.text, footing, setting):
            finding = Finding(
                code, derived.at_value("text"), message, hint, _related(footing, None)
            )
            yield Question(finding, about)


def _of_position(library: Library, cited: Cited, position: Position) -> Iterator[Question]:
    if position.text == "silent":
        return
    footing = library.footing(cited.citations, position.holder)
    for field in ("value", "text", "definition", "scope"):
        text = getattr(position, field)
        if not text or not footing.grounds:
            continue
        setting = replace(
            _setting(library, footing), presence_only=field in ("definition", "scope")
        )
        for miss in carried.misses(library, text, setting):
            yield _question(miss, position.at_value(field), footing, _about(library, cited))


def _of_quantity(library: Library, cited: Cited, quantity: Quantity) -> Iterator[Question]:
    footing = library.footing(cited.citations, cited.record)
    setting = replace(_setting(library, footing), presence_only=True)
    about = _about(library, cited)
    if not footing.grounds:
        return
    for field in ("value", "definition", "population"):
        text = getattr(quantity, field)
        for miss in carried.misses(library, text, setting) if text else ():
            yield _question(miss, quantity.at_value(field), footing, about)
    for field in ("min", "max"):
        number = getattr(quantity, field)
        if number is not None:
            for miss in carried.misses(library, f"{number:,.10g}", setting):
                if miss.code is codes.NUMBER_NOT_CARRIED:  # *about* has its place in `value`
                    yield _question(miss, quantity.at_value(field), footing, about)


def _about(library: Library, cited: Cited) -> tuple[Answerable, ...]:
    record = library.record(cited.record)
    return (cited.origin, record) if isinstance(record, Answerable) else (cited.origin,)


def _count_of(library: Library, cited: Cited) -> tuple[int, int]:
    """How many reports and how many publishers a statement cites, other than beside the point."""
    citations = library.citations_of(cited)
    used = {c.source for c in citations if c.relation is not v.Relation.CONTEXT} or {
        c.source for c in citations
    }
    return len(used), len({library.briefing.source(id).source.publisher for id in used})


def _setting(library: Library, footing: Footing) -> Setting:
    summaries = library.briefing.summaries
    english = summaries.briefing.language.split("-")[0] == "en" and all(
        source.language.split("-")[0] == "en" for source in footing.sources
    )
    return Setting(
        footing=footing,
        as_of=library.as_of,
        english=english,
        of_all=library.reports_and_publishers,
        titles=library.titles,
    )


def _question(
    miss: Miss, where: Location, footing: Footing, about: tuple[Answerable, ...]
) -> Question:
    finding = Finding(miss.code, where, miss.message, miss.code.mend, _related(footing, miss))
    return Question(finding, about)


def _related(footing: Footing, miss: Miss | None) -> tuple[Related, ...]:
    """The passages that do not meet the sentence: the one in question, or the first few."""
    grounds = footing.grounds
    if miss is not None and miss.ground is not None:
        grounds = (miss.ground,)
    found = dict.fromkeys(
        Related(ground.location, f"The passage says: “{_shortened(ground.quote)}”")
        for ground in grounds
    )
    return tuple(found)[:_SHOWN]


def _shortened(quote: str) -> str:
    plain = " ".join(quote.split())
    return plain if len(plain) <= 240 else plain[:239].rstrip() + "…"

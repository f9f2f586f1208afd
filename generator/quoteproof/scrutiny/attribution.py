"""Asks whether a sentence says who says so, and says it in words that take no side.

Whether a sentence names somebody, and what it says of likelihood, is asked of English sentences
only. Loaded words have a list for each language (`scrutiny.loaded`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quoteproof.diagnostics import codes
from quoteproof.diagnostics.finding import Code, Finding, Location, Related
from quoteproof.model import vocabulary as v
from quoteproof.model.independence import origins_of
from quoteproof.model.summaries import (
    Actor,
    Answerable,
    Discrepancy,
    Event,
    Position,
    Record,
    Statement,
    Summaries,
    Term,
)
from quoteproof.model.verified import Cited, VerifiedBriefing, VerifiedCitation, citing_of, records
from quoteproof.scrutiny.loaded import Loaded, LoadedWords, loaded_words
from quoteproof.scrutiny.naming import Naming, is_personal
from quoteproof.scrutiny.passages import passage, shortened
from quoteproof.scrutiny.question import Question
from quoteproof.scrutiny.telling import names_instrument, names_sources, tellers
from quoteproof.text.quotation import outside_quotation

_LIKELIHOOD = re.compile(
    r"\b(?:(?:highly |very |more |most |un)?likely|likelihood|(?:im)?probabl[ey]|(?:im)?probability"
    r"|almost certain(?:ly)?|almost no chance|roughly even chance|remote chance|nearly certain)\b",
    re.IGNORECASE,
)
_CONFIDENCE = re.compile(
    r"\b(?:(?:low|moderate|medium|high|some|little|great|full) confidence|confident(?:ly)?"
    r"|confidence (?:is|in this|in that))\b",
    re.IGNORECASE,
)
_EITHER = ("likel", "probab", "certain", "chance", "confiden")
"""What stands in all of these: most sentences have none of it."""
_SENTENCE_END = re.compile(r"[.!?;](?:\s+|$)")


def ask_about_attribution(briefing: VerifiedBriefing) -> Iterator[Question]:
    """Who says so, in whose words, how surely, and whether a person has to be named."""
    if briefing.summaries.briefing.language.startswith("en"):
        naming = Naming(briefing)
        for cited in briefing.cited:
            if isinstance(cited.origin, Statement):
                yield from _unnamed(briefing, naming, cited, cited.origin)
                yield from _two_measures(cited.origin)
        yield from _assessments_with_two_measures(briefing.summaries)
        yield from _persons(briefing, naming)
    yield from _loaded(briefing)


def _unnamed(
    briefing: VerifiedBriefing, naming: Naming, cited: Cited, statement: Statement
) -> Iterator[Question]:
    """A claim whose sentence does not name its speaker, or a fact that one account carries."""
    if not cited.carrying or cited.record in briefing.source_ids:
        return  # a descriptor says what its source is
    text = statement.text
    match statement.kind:
        case v.StatementKind.ATTRIBUTED_CLAIM:
            unnamed = [_nobody_named(briefing, naming, text, c) for c in cited.carrying]
            # What an article says in its own voice needs no name beside that of another witness.
            alone = all(unnamed)
            missing = {
                name: citation
                for citation, name in reversed(list(zip(cited.carrying, unnamed, strict=True)))
                if name and (alone or citation.speaker)
            }
            if missing and not _tells_who(briefing, naming, text, cited):
                who = _listed(tuple(reversed(missing)))
                message = f"This claim does not name who says so, {who}: “{shortened(text)}”"
                hint = (
                    "Name them in the sentence itself; a pronoun is lost when it is quoted alone."
                )
                related = tuple(
                    passage(briefing, citation, f"this is from {name}")
                    for name, citation in reversed(missing.items())
                )
                yield _about(codes.UNNAMED_SPEAKER, statement, message, hint, related)
        case v.StatementKind.FACT:
            if _is_provision(briefing, cited):
                return
            origin = _only_origin(briefing, cited)
            if origin and not _names_origin(briefing, naming, text, cited):
                message = f"This stands as a fact, and rests on {origin} alone: “{shortened(text)}”"
                hint = "Say in the sentence who says so, or cite another origin."
                related = tuple(passage(briefing, citation) for citation in cited.carrying)
                yield _about(codes.UNATTRIBUTED_FACT, statement, message, hint, related)
        case v.StatementKind.JUDGMENT | v.StatementKind.ASSUMPTION | v.StatementKind.GAP:
            return


def _tells_who(briefing: VerifiedBriefing, naming: Naming, text: str, cited: Cited) -> bool:
    """Whether a sentence has somebody say what it says: anybody but another whom we know."""
    if names_sources(text) or (names_instrument(text) and _is_provision(briefing, cited)):
        return True
    behind = {
        _name_of(briefing, who)
        for citation in cited.carrying
        for who in (citation.speaker or citation.source, citation.via)
        if who
    }
    return any(not name or not naming.names_another(name, behind) for name in tellers(text))


def _nobody_named(
    briefing: VerifiedBriefing, naming: Naming, text: str, citation: VerifiedCitation
) -> str:
    """The name of whom a claim has from a citation and does not name; empty where it does."""
    source = briefing.source(citation.source).source
    via = citation.via
    if via and via != source.id and _named(briefing, naming, text, via):
        return ""
    if citation.speaker:
        named = _named(briefing, naming, text, citation.speaker)
        return "" if named else _name_of(briefing, citation.speaker)
    if naming.names_publisher(text, source.publisher):
        return ""
    if any(naming.names(text, name) for name in (source.agency, *source.author) if name):
        return ""
    return source.publisher


def _named(briefing: VerifiedBriefing, naming: Naming, text: str, who: str) -> bool:
    if who in briefing.source_ids:
        return naming.names_publisher(text, briefing.source(who).source.publisher)
    return naming.names(text, who) or naming.names_party_of(text, who)


def _only_origin(briefing: VerifiedBriefing, cited: Cited) -> str:
    """The name of the one origin or party that something rests on; empty where there are more.

    An article that says something in its own voice is an origin here, one for each publisher.
    """
    origins: dict[str, str] = {}
    found = origins_of(briefing, cited.carrying)
    for citation, origin in zip(cited.carrying, found, strict=True):
        if origin is None:
            publisher = briefing.source(citation.source).source.publisher
            origins[f"publisher {publisher}"] = publisher
        elif origin in briefing.parties:
            party = briefing.parties[origin]
            origins[party] = _name_of(briefing, origin)
        else:
            origins[origin] = _name_of(briefing, origin)
    return next(iter(origins.values())) if len(origins) == 1 else ""


def _is_provision(briefing: VerifiedBriefing, cited: Cited) -> bool:
    """Whether an instrument itself says so: nobody knows better what it provides."""
    return any(
        briefing.source(citation.source).source.genre is v.Genre.PRIMARY_TEXT
        for citation in cited.carrying
    )


def _names_origin(briefing: VerifiedBriefing, naming: Naming, text: str, cited: Cited) -> bool:
    return _tells_who(briefing, naming, text, cited) or any(
        naming.names_publisher(text, briefing.source(citation.source).source.publisher)
        or not _nobody_named(briefing, naming, text, citation)
        for citation in cited.carrying
    )


def _name_of(briefing: VerifiedBriefing, id: str) -> str:
    if id in briefing.source_ids:
        return briefing.source(id).source.publisher
    return briefing.name(id) if briefing.knows(id) else id


def _two_measures(statement: Statement) -> Iterator[Question]:
    found = _measures(statement.text, statement.likelihood, statement.confidence)
    if found:
        at = statement.at_value("text")
        yield Question(_measures_finding(at, found), (statement,))


def _assessments_with_two_measures(summaries: Summaries) -> Iterator[Question]:
    for discrepancy in summaries.discrepancies:
        assessment = discrepancy.assessment
        if assessment and (found := _measures(assessment.text, None, assessment.confidence)):
            at = assessment.at_value("text")
            yield Question(_measures_finding(at, found), (discrepancy,))


def _measures(
    text: str, likelihood: v.Likelihood | None, confidence: v.Confidence | None
) -> tuple[str, str] | None:
    """How likely and how surely one sentence says something, or it and the field beside it."""
    own = outside_quotation(text)
    if not any(part in own.lower() for part in _EITHER):
        return None
    for sentence in _SENTENCE_END.split(own):
        likely = _LIKELIHOOD.search(sentence)
        sure = _CONFIDENCE.search(sentence)
        if likely and sure:
            return likely[0], sure[0]
    likely, sure = _LIKELIHOOD.search(own), _CONFIDENCE.search(own)
    if likely and confidence and not sure:
        return likely[0], f"confidence: {confidence}"
    if sure and likelihood and not likely:
        return f"likelihood: {likelihood}", sure[0]
    return None


def _measures_finding(at: Location, found: tuple[str, str]) -> Finding:
    message = (
        f"One sentence says how likely it is (“{found[0]}”) and how sure we are (“{found[1]}”)."
    )
    hint = "Keep one of them, or say the other in a sentence of its own."
    return Finding(codes.TWO_MEASURES, at, message, hint)


def _persons(briefing: VerifiedBriefing, naming: Naming) -> Iterator[Question]:
    """Persons without a public role whom a statement names."""
    private = [
        actor
        for actor in briefing.summaries.actors
        if actor.type is v.ActorType.PERSON
        and actor.public_role is None
        and is_personal(actor.name)
    ]
    for cited in briefing.cited:
        if not isinstance(cited.origin, Statement):
            continue
        for actor in private:
            if actor.name.lower() in cited.text:
                continue  # *the adjudicator*: that is what they are, and no name
            if actor.name in cited.text or naming.names(cited.text, actor.id):
                message = (
                    f"This names {actor.name}, of whom no public role is recorded: "
                    f"“{shortened(cited.text)}”"
                )
                hint = (
                    "Say what they are in place of who (“a resident”), or give the `public_role` "
                    "that makes the name matter."
                )
                related = (Related(actor.at_value("name"), "the person's record"),)
                finding = Finding(
                    codes.PERSON_NAMED, cited.origin.at_value("text"), message, hint, related
                )
                yield Question(finding, (cited.origin, actor))


def _loaded(briefing: VerifiedBriefing) -> Iterator[Question]:
    """Loaded words in our own voice: in statements, positions, titles, questions, assessments."""
    about = briefing.summaries.briefing
    words = loaded_words(
        about.language,
        (Loaded(word.word, word.reason, word.instead) for word in about.loaded_words),
        about.plain_words,
    )
    for record in records(briefing.summaries):
        yield from _loaded_in_record(words, record)
    for source in briefing.summaries.sources:
        at = source.descriptor.at_value("text")
        yield from _loaded_in(words, source.descriptor.text, at, (source.descriptor,))


def _loaded_in_record(words: LoadedWords, record: Record) -> Iterator[Question]:
    for citing in citing_of(record):
        if isinstance(citing, Statement | Position):
            for key in ("text", "value", "definition", "scope"):
                if text := getattr(citing, key, None):
                    at, claim = citing.at_value(key), _is_claim(citing)
                    yield from _loaded_in(words, text, at, (citing,), claim=claim)
    if isinstance(record, Answerable) and not isinstance(record, Actor):
        about = (record,)
        yield from _loaded_in(words, record.title, record.at_value("title"), about)
        if isinstance(record, Discrepancy):
            yield from _loaded_in(words, record.question, record.at_value("question"), about)
            if record.assessment:
                at = record.assessment.at_value("text")
                yield from _loaded_in(words, record.assessment.text, at, about)
        if isinstance(record, Term) and record.condition:
            yield from _loaded_in(words, record.condition, record.at_value("condition"), about)
        if isinstance(record, Event):
            for quantity in record.quantities:
                if quantity.definition:
                    at = quantity.at_value("definition")
                    yield from _loaded_in(words, quantity.definition, at, (quantity,))


def _is_claim(citing: Statement | Position) -> bool:
    """Whether the words are somebody's claim; those of a position always are."""
    return isinstance(citing, Position) or citing.kind is v.StatementKind.ATTRIBUTED_CLAIM


def _loaded_in(
    words: LoadedWords,
    text: str,
    at: Location,
    about: tuple[Answerable, ...],
    *,
    claim: bool = False,
) -> Iterator[Question]:
    for word, loaded in words.found_in(text, claim=claim):
        message = f"“{word}” stands here in our own voice: {loaded.reason}. “{shortened(text)}”"
        hint = f"Write instead: {loaded.instead}. Or put the source's word in quotation marks."
        yield Question(Finding(codes.LOADED_WORD, at, message, hint), about)


def _about(
    code: Code, statement: Statement, message: str, hint: str, related: tuple[Related, ...]
) -> Question:
    return Question(Finding(code, statement.at_value("text"), message, hint, related), (statement,))


def _listed(names: tuple[str, ...]) -> str:
    if len(names) == 1:
        return names[0]
    return f"{', '.join(names[:-1])} and {names[-1]}"

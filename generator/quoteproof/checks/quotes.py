"""Checks that every quote stands in its source, and tells where the closest passage is if not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from quoteproof.anchoring.closest import Closest, Difference, closest
from quoteproof.anchoring.match import (
    Ambiguous,
    Anchored,
    CutWord,
    Empty,
    Failure,
    NotFound,
    Occurrence,
    OutOfOrder,
    Part,
    WrongContext,
    anchor,
)
from quoteproof.checks.ids import citation_id, citing_things, passage_id
from quoteproof.diagnostics import codes
from quoteproof.diagnostics.finding import Finding, Location, Related
from quoteproof.model.documents import Document
from quoteproof.model.project import Project
from quoteproof.model.selectors import TextQuoteSelector
from quoteproof.model.summaries import Citation, Summaries
from quoteproof.model.verified import VerifiedCitation
from quoteproof.text.normalise import normalise
from quoteproof.text.words import cuts_word

_SHOWN = 160


def verify_citations(
    project: Project,
) -> tuple[dict[Location, VerifiedCitation], list[Finding]]:
    """Every citation whose quote stands in its source, by its place; and why the others do not.

    A citation of a source that could not be read is passed over: the source has its own finding.
    """
    verified: dict[Location, VerifiedCitation] = {}
    findings: list[Finding] = []
    for citation in (*_citations(project.summaries), *project.stranded):
        document = project.documents.get(citation.source)
        if document is None:
            continue
        outcome = anchor(citation.selector, document.normalised)
        if isinstance(outcome, Anchored):
            verified[citation.at] = _verified(citation, outcome)
        else:
            findings.append(_finding(citation, outcome, document, project))
    return verified, findings


def _citations(summaries: Summaries) -> Iterator[Citation]:
    for _, citing in citing_things(summaries):
        yield from citing.cite


def check_aliases(project: Project) -> Iterator[Finding]:
    """Every alias stands in each source that is said to use it."""
    for actor in project.summaries.actors:
        for alias in actor.aliases:
            wanted = normalise(alias.text).text
            for index, id in enumerate(alias.used_by):
                document = project.documents.get(id)
                if document is not None and not _has_words(document.normalised.text, wanted):
                    message = f"“{alias.text}” does not stand in `{id}`."
                    near = closest(alias.text, document.normalised)
                    related = (_closest_place(near, document),) if near else ()
                    hint = "Copy the name from the source, or take the source out of `used_by`."
                    at = alias.at_value("used_by", index)
                    yield Finding(codes.ALIAS_NOT_FOUND, at, message, hint, related)


def _has_words(text: str, words: str) -> bool:
    """Whether the words stand somewhere in the text without cutting a word or number in two."""
    start = text.find(words) if words.strip() else -1
    while start >= 0 and cuts_word(text, start, start + len(words)):
        start = text.find(words, start + 1)
    return start >= 0


def _verified(citation: Citation, outcome: Anchored) -> VerifiedCitation:
    return VerifiedCitation(
        id=citation_id(citation),
        source=citation.source,
        selector=citation.selector,
        anchor=outcome.anchor,
        relation=citation.relation,
        speaker=citation.speaker,
        via=citation.via,
        said=citation.said,
        passage=passage_id(normalise(citation.quote).text.strip(), outcome.anchor.occurrence),
    )


def _finding(citation: Citation, failure: Failure, document: Document, project: Project) -> Finding:
    """The finding for a quote that does not stand, or not as it should; at the quote's place."""
    at, name = citation.at_value("quote"), citation.source
    said = _which(failure.part)
    match failure:
        case NotFound():
            return _not_found(citation, failure, document, project)
        case OutOfOrder(position=position):
            message = f"{said} stands in `{name}`, but not after the part before it."
            place = Related(document.location(position.start), "it stands here")
            hint = "Quote the parts in the order of the source."
            return Finding(codes.QUOTE_NOT_FOUND, at, message, hint, (place,))
        case Ambiguous(occurrences=occurrences, count=count):
            message = f"{said} stands {count} times in `{name}`; it must stand there once."
            hint = _how_to_select(failure)
            places = tuple(_occurrence(o, document, selects=True) for o in occurrences)
            return Finding(codes.QUOTE_NOT_UNIQUE, at, message, hint, places)
        case WrongContext(prefix=prefix, suffix=suffix, occurrences=occurrences):
            given = " and ".join(
                f"the {word} “{text}”"
                for word, text in (("prefix", prefix), ("suffix", suffix))
                if text
            )
            message = f"{said} stands in `{name}`, but nowhere with {given}."
            hint = "Mend the prefix or suffix; it must stand directly beside the quote."
            places = tuple(_occurrence(o, document, selects=False) for o in occurrences)
            return Finding(codes.QUOTE_CONTEXT, at, message, hint, places)
        case CutWord(position=position, cut=cut):
            message = f"{said} {cut.edge}s inside “{cut.word}”."
            hint = f"Quote the whole of “{cut.word}”."
            place = Related(document.location(position.start), f"the source has “{cut.word}”")
            return Finding(codes.QUOTE_CUTS_WORD, at, message, hint, (place,))
        case Empty():
            message = f"{said} has neither a letter nor a digit."
            hint = "Quote the words that carry the statement."
            return Finding(codes.QUOTE_EMPTY, at, message, hint)
        case _:
            assert_never(failure)


def _not_found(
    citation: Citation, failure: NotFound, document: Document, project: Project
) -> Finding:
    name = citation.source
    message = f"{_which(failure.part)} does not stand in `{name}`: “{_short(failure.part.text)}”"
    elsewhere = _other_source(failure.part.text, name, project)
    near = closest(failure.part.text, document.normalised)
    related = (_closest_place(near, document),) if near else ()
    if elsewhere is not None:
        hint = f"It stands in `{elsewhere}`: is that the source you mean?"
    elif near is not None:
        hint = "Copy the words of the source exactly, or cite another passage."
    else:
        hint = "Nothing like it stands there: cite another passage, or another source."
    at = citation.at_value("quote")
    ours = _once((d.quote_has for d in near.differences), failure.part.text) if near else ()
    return Finding(codes.QUOTE_NOT_FOUND, at, message, hint, related, ours)


def _closest_place(near: Closest, document: Document) -> Related:
    """The closest passage with what differs, word for word."""
    told = [
        f"the source has “{d.source_has}” where the quote has “{d.quote_has}”{_code_points(d)}"
        for d in near.differences
    ]
    differs = "; ".join(told) or f"“{_short(near.passage)}”"
    message = f"closest passage, {near.similarity:.0f} % alike: {differs}"
    theirs = _once((d.source_has for d in near.differences), near.passage)
    return Related(document.location(near.start), message, theirs)


def _once(words: Iterable[str], text: str) -> tuple[str, ...]:
    """Those that stand in the text once, so that no other place is taken for theirs."""
    return tuple(w for w in words if text.count(w) == 1)


def _code_points(difference: Difference) -> str:
    """The first letters that differ by number, where they may look alike, such as a Cyrillic а."""
    pairs = zip(difference.source_has, difference.quote_has, strict=False)
    ours, theirs = next(((s, q) for s, q in pairs if s != q), ("", ""))
    if ours.isascii() and theirs.isascii():
        return ""
    return f" (U+{ord(ours):04X}, not U+{ord(theirs):04X})"


def _how_to_select(failure: Ambiguous) -> str:
    """What to add so that one occurrence is meant; only the quote's two ends have a context."""
    part, first = failure.part, failure.occurrences[0]
    if first.prefix and part.index == 0:
        return f'Quote more words, or select one with `prefix: "{first.prefix}"`.'
    if first.suffix and part.index == part.count - 1:
        return f'Quote more words, or select one with `suffix: "{first.suffix}"`.'
    return "Quote more words, so that they stand there only once."


def _occurrence(occurrence: Occurrence, document: Document, selects: bool) -> Related:
    around = [
        f"{word} “{text}”"
        for word, text in (("prefix", occurrence.prefix), ("suffix", occurrence.suffix))
        if text
    ]
    said = " and ".join(around) or "here"
    message = f"selected by {said}" if selects and around else f"stands here with {said}"
    return Related(document.location(occurrence.position.start), message)


def _other_source(text: str, not_in: str, project: Project) -> str | None:
    for id, document in project.documents.items():
        selector = TextQuoteSelector(text)
        if id != not_in and isinstance(anchor(selector, document.normalised), Anchored):
            return id
    return None


def _which(part: Part) -> str:
    return "The quote" if part.count == 1 else f"Part {part.index + 1} of the quote"


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"

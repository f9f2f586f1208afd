"""Asks every question, and leaves out those that are answered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quoteproof.diagnostics import codes
from quoteproof.diagnostics.finding import Finding, Location, in_order
from quoteproof.model.summaries import Answerable
from quoteproof.model.verified import VerifiedBriefing
from quoteproof.scrutiny.attribution import ask_about_attribution
from quoteproof.scrutiny.discrepancies import ask_about_discrepancies
from quoteproof.scrutiny.facts.questions import ask_about_facts
from quoteproof.scrutiny.origins import ask_about_origins
from quoteproof.scrutiny.question import Question
from quoteproof.scrutiny.times import ask_about_times

_ASKED = (
    ask_about_facts,
    ask_about_times,
    ask_about_attribution,
    ask_about_origins,
    ask_about_discrepancies,
)
"""What asks, one for each family of codes."""


def scrutinise(briefing: VerifiedBriefing) -> list[Finding]:
    """The questions that nobody has answered, and the answers that answer nothing, in order."""
    questions = [question for ask in _ASKED for question in ask(briefing)]
    return in_order([*unanswered(questions), *idle_answers(briefing, questions)])


def unanswered(questions: Iterable[Question]) -> Iterator[Finding]:
    """The findings of the questions that no `allow` answers."""
    for question in questions:
        if not any(question.finding.code.id in answerable.allow for answerable in question.about):
            yield question.finding


def idle_answers(briefing: VerifiedBriefing, questions: Iterable[Question]) -> Iterator[Finding]:
    """A finding for each `allow` that answers no question: it is a slip, or has had its time."""
    asked: set[tuple[Location, str]] = {
        (answerable.at, question.finding.code.id)
        for question in questions
        for answerable in question.about
    }
    for thing in briefing.summaries.everything():
        if isinstance(thing, Answerable):
            for code in thing.allow:
                if (thing.at, code) not in asked:
                    known = code in codes.CATALOGUE
                    message = (
                        f"`{code}` is allowed here, and nothing here would be told of with it."
                        if known
                        else f"`{code}` is allowed here, and there is no such code."
                    )
                    hint = "Take it out." if known else "`quoteproof explain` lists the codes."
                    yield Finding(codes.IDLE_ANSWER, thing.at_value("allow"), message, hint)

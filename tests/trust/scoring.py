"""Asks the questions of a mutated briefing, and counts what is noticed."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from mutations import Mutation, mutations_of
from replacing import mutated

from quoteproof.diagnostics.finding import Finding, Location
from quoteproof.model.summaries import Position, Statement
from quoteproof.model.verified import VerifiedBriefing

Check = Callable[[VerifiedBriefing], list[Finding]]
"""What is measured: `quoteproof.scrutiny.scrutinise`, or a stand-in for it."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A mutation and the findings on its statement that were not there before."""

    mutation: Mutation
    findings: tuple[Finding, ...]

    @property
    def caught(self) -> bool:
        return bool(self.findings)

    @property
    def named(self) -> int:
        """How many of the findings name the mutated words."""
        return sum(names_the_words(finding, self.mutation) for finding in self.findings)


@dataclass(frozen=True, slots=True)
class Score:
    """All that was measured of one briefing."""

    outcomes: list[Outcome]
    false_alarms: dict[Location, tuple[Finding, ...]] = field(default_factory=dict)
    statements: int = 0


def score(briefing: VerifiedBriefing, check: Check, together: bool = True) -> Score:
    """What a check notices of a briefing's mutations, and of what it wrongly complains.

    Each mutation is judged by the findings on its own statement. To spare time, one mutation of
    each statement is tried `together` in a round; what was noticed by looking at two statements
    at once is tried again alone, for the other might have been mutated as well. So a round never
    flatters; that a mutation elsewhere hides this one is rare, and counts as missed.
    """
    spans = spans_of(briefing)
    before = by_statement(check(briefing), spans)
    outcomes: dict[int, Outcome] = {}
    every = mutations_of(briefing)
    for some in _rounds(every) if together else ([i] for i in range(len(every))):
        changed = mutated(briefing, [every[i] for i in some])
        after = by_statement(check(changed), spans)
        for i in some:
            outcomes[i] = _outcome(every[i], before, after)
            if len(some) > 1 and any(
                _looks_elsewhere(f, every[i], spans) for f in outcomes[i].findings
            ):
                alone = by_statement(check(mutated(briefing, [every[i]])), spans)
                outcomes[i] = _outcome(every[i], before, alone)
    alarms = {place: tuple(found) for place, found in sorted(before.items()) if found}
    return Score([outcomes[i] for i in range(len(every))], alarms, len(spans))


def names_the_words(finding: Finding, mutation: Mutation) -> bool:
    """Whether the finding's message has any of the mutated words."""
    message = finding.message.casefold()
    return any(word.casefold() in message for word in mutation.words if word)


def _rounds(every: list[Mutation]) -> Iterable[list[int]]:
    """The mutations, by number, so that no round has two of one statement."""
    rounds: list[list[int]] = []
    used: Counter[Location] = Counter()
    for i, mutation in enumerate(every):
        turn = used[mutation.place]
        used[mutation.place] += 1
        if turn == len(rounds):
            rounds.append([])
        rounds[turn].append(i)
    return rounds


def _outcome(
    mutation: Mutation,
    before: dict[Location, list[Finding]],
    after: dict[Location, list[Finding]],
) -> Outcome:
    """What is new on the mutated statement.

    A finding that was there before and only tells the sentence as it now stands is not new.
    """
    old = Counter(_key(finding) for finding in before.get(mutation.place, []))
    added = []
    for finding in after.get(mutation.place, []):
        if old[_key(finding)]:
            old[_key(finding)] -= 1
        else:
            added.append(finding)
    gone = Counter(code for (code, _, _), count in old.items() for _ in range(count))
    new = []
    for finding in added:
        if gone[finding.code.id] and not names_the_words(finding, mutation):
            gone[finding.code.id] -= 1
        else:
            new.append(finding)
    return Outcome(mutation, tuple(new))


def _key(finding: Finding) -> tuple[str, Location, str]:
    return finding.code.id, finding.location, finding.message


Spans = dict[Location, tuple[str, int, int]]


def spans_of(briefing: VerifiedBriefing) -> Spans:
    """The file and the lines, first to last, of each statement and position."""
    spans = {}
    for cited in briefing.cited:
        if isinstance(cited.origin, Statement | Position):
            at = cited.origin.at
            last = max(
                place.line
                for part in cited.origin.inside()
                for place in (part.at, *(part.at_value(name) for name in type(part).model_fields))
            )
            spans[at] = (at.path, at.line, last)
    return spans


def by_statement(findings: list[Finding], spans: Spans) -> dict[Location, list[Finding]]:
    """The findings by the statement that they are on, or that they point to as related."""
    lines: dict[tuple[str, int], Location] = {}
    for place, (path, first, last) in spans.items():
        for line in range(first, last + 1):
            lines[path, line] = place
    found: dict[Location, list[Finding]] = defaultdict(list)
    for finding in findings:
        places = (finding.location, *(related.location for related in finding.related))
        on = dict.fromkeys(lines.get((place.path, place.line)) for place in places)
        for place in on:
            if place is not None:
                found[place].append(finding)
    return found


def _looks_elsewhere(finding: Finding, mutation: Mutation, spans: Spans) -> bool:
    """Whether a finding has to do with a place in the summaries outside of the statement."""
    path, first, last = spans[mutation.place]
    places = (finding.location, *(related.location for related in finding.related))
    return any(
        place.path.endswith((".yml", ".yaml"))
        and not (place.path == path and first <= place.line <= last)
        for place in places
    )

"""The benchmark itself is honest: it neither flatters a check nor blames one."""

from __future__ import annotations

import pytest
from bench import BRIEFINGS, load, table
from mutations import KINDS, mutations_of
from replacing import mutated
from scoring import Check, score

from quoteproof.diagnostics import codes
from quoteproof.diagnostics.finding import Finding, Related
from quoteproof.model.located import NOWHERE
from quoteproof.model.summaries import Position, Statement
from quoteproof.model.verified import Cited, VerifiedBriefing

NAMES = list(BRIEFINGS)


@pytest.fixture(scope="module", params=NAMES)
def briefing(request: pytest.FixtureRequest) -> VerifiedBriefing:
    return load(request.param)


@pytest.fixture(scope="module")
def ferry() -> VerifiedBriefing:
    return load("ferry")


def _silent(_: VerifiedBriefing) -> list[Finding]:
    return []


def _stubborn(briefing: VerifiedBriefing) -> list[Finding]:
    """Always complains of everything, in the same words."""
    return [
        Finding(codes.UNCITED, cited.origin.at, "No.")
        for cited in briefing.cited
        if isinstance(cited.origin, Statement | Position)
    ]


def _parrot(briefing: VerifiedBriefing) -> list[Finding]:
    """Always complains of everything, and tells the sentence each time."""
    return [
        Finding(codes.UNCITED, cited.origin.at, "No: a sentence of so many letters.")
        for cited in briefing.cited
        if isinstance(cited.origin, Statement | Position)
        for _ in cited.text[:1]
    ]


def _all_knowing(original: VerifiedBriefing) -> Check:
    """Knows what each statement said, and tells which words are new."""
    known = {cited.id: cited.origin for cited in original.cited}

    def check(briefing: VerifiedBriefing) -> list[Finding]:
        return [
            Finding(codes.UNCITED, cited.origin.at, f"This is new: {cited.text}")
            for cited in briefing.cited
            if known[cited.id] is not cited.origin
        ]

    return check


def test_the_briefings_have_no_problem_of_their_own(briefing: VerifiedBriefing) -> None:
    statements = [c for c in briefing.cited if isinstance(c.origin, Statement)]
    assert len(statements) >= 50
    assert all(cited.origin.at != NOWHERE for cited in statements)


def test_a_check_that_never_complains_catches_nothing(ferry: VerifiedBriefing) -> None:
    result = score(ferry, _silent)
    assert (sum(o.caught for o in result.outcomes), len(result.false_alarms)) == (0, 0)


@pytest.mark.parametrize("check", [_stubborn, _parrot])
def test_a_check_that_always_complains_catches_nothing(
    ferry: VerifiedBriefing, check: Check
) -> None:
    result = score(ferry, check)
    assert sum(o.caught for o in result.outcomes) == 0
    assert len(result.false_alarms) == result.statements


def test_a_check_that_knows_all_catches_all(ferry: VerifiedBriefing) -> None:
    result = score(ferry, _all_knowing(ferry))
    assert all(o.caught for o in result.outcomes)
    assert result.false_alarms == {}


def test_each_mutation_says_something_else_in_one_statement(briefing: VerifiedBriefing) -> None:
    originals = {cited.origin.at: cited for cited in briefing.cited}
    for mutation in mutations_of(briefing):
        cited = originals[mutation.place]
        assert mutation.before != mutation.after or mutation.statement_kind is not None, mutation
        assert getattr(cited.origin, mutation.field) == mutation.before
        assert "  " not in mutation.after and " the the " not in mutation.after, mutation
        assert mutation.after.strip() == mutation.after and mutation.after, mutation


def test_every_kind_is_tried() -> None:
    assert {m.kind for name in BRIEFINGS for m in mutations_of(load(name))} == set(KINDS)


def test_the_same_briefing_gives_the_same_mutations(ferry: VerifiedBriefing) -> None:
    assert mutations_of(ferry) == mutations_of(load("ferry"))


def test_a_mutation_changes_its_statement_and_nothing_else(ferry: VerifiedBriefing) -> None:
    for mutation in mutations_of(ferry)[::25]:
        changed = mutated(ferry, [mutation])
        different = [
            (old.id, getattr(new.origin, mutation.field))
            for old, new in zip(ferry.cited, changed.cited, strict=True)
            if old != new
        ]
        assert different == [(mutation.id, mutation.after)]
        place = changed.cited_as(mutation.id).origin
        assert place.at == mutation.place
        found = [thing for thing in changed.summaries.everything() if thing.at == place.at]
        assert found == [place]


def test_together_is_no_more_lenient_than_one_by_one(ferry: VerifiedBriefing) -> None:
    """A check that compares statements with each other is not deceived by a round of mutations."""

    def echoing(briefing: VerifiedBriefing) -> list[Finding]:
        """Complains of two statements that begin with the same three words, at the second."""
        seen: dict[str, Cited] = {}
        found = []
        for cited in briefing.cited:
            start = " ".join(cited.text.split()[:3])
            first = seen.setdefault(start, cited)
            if first is not cited:
                related = (Related(first.origin.at, "the first one"),)
                at = cited.origin.at
                found.append(Finding(codes.UNCITED, at, f"Again {start}", "", related))
        return found

    def caught(together: bool) -> list[bool]:
        return [outcome.caught for outcome in score(ferry, echoing, together).outcomes]

    pairs = list(zip(caught(True), caught(False), strict=True))
    assert not [pair for pair in pairs if pair == (True, False)], "never flatters the check"
    assert sum(a != b for a, b in pairs) < len(pairs) / 50, "and hardly ever blames it"


def test_the_table_has_a_row_for_each_kind(ferry: VerifiedBriefing) -> None:
    rows = [line.split(" | ")[0].removeprefix("| ") for line in table(score(ferry, _silent))]
    assert set(KINDS) <= set(rows)

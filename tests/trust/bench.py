"""Measures how far the checks notice that a statement says something else: `make bench-trust`."""

from __future__ import annotations

import argparse
import math
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from paraphrases import Asked, asked_of_paraphrases
from scoring import Outcome, Score, score

from quoteproof import pipeline
from quoteproof.model.verified import VerifiedBriefing
from quoteproof.scrutiny import scrutinise

HERE = Path(__file__).parent
UNREAD = frozenset({"mediation", "orchestra"})
"""Those that nobody opens who works on the checks: of them only figures are printed."""
BRIEFINGS = {"flagship": HERE.parents[1]} | {
    folder.name: folder for folder in sorted((HERE / "briefings").iterdir())
}

APART = {
    "uncited": "that no quote carries (gaps, judgments)",
    "background": "that rest on background as well as on quotes",
}
"""Labels of mutations that are no part of the table, and what they are mutations of."""


def load(name: str) -> VerifiedBriefing:
    """One of the briefings, verified; ValueError with the findings if it has errors."""
    briefing, findings = pipeline.check(BRIEFINGS[name])
    if briefing is None:
        raise ValueError("\n".join(map(str, findings)))
    return briefing


def table(result: Score) -> Iterator[str]:
    """The figures of a briefing, as a table in Markdown."""
    yield "| kind | mutations | caught | share | findings that name the words | also in passage |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: |"
    kinds: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in result.outcomes:
        if outcome.mutation.label not in APART:
            kinds[outcome.mutation.kind].append(outcome)
    for kind, outcomes in kinds.items():
        yield _row(kind, outcomes)
    yield _row("all", [o for outcomes in kinds.values() for o in outcomes])
    for label, what in APART.items():
        apart = [o for o in result.outcomes if o.mutation.label == label]
        if apart:
            yield ""
            caught = _share(sum(o.caught for o in apart), len(apart))
            yield f"Apart: {len(apart)} mutations of statements {what}, {caught} caught."
    yield ""
    alarms = len(result.false_alarms)
    yield (
        f"False alarms: {alarms} of {result.statements} statements and positions "
        f"({_share(alarms, result.statements)})."
    )
    by_code = Counter(f.code.id for found in result.false_alarms.values() for f in found)
    if by_code:
        yield "By code: " + ", ".join(f"{code} {n}" for code, n in by_code.most_common()) + "."


def _row(kind: str, outcomes: list[Outcome]) -> str:
    plain = [o for o in outcomes if o.mutation.label == "plain"]
    harder = [o for o in outcomes if o.mutation.label == "also in passage"]
    caught = sum(o.caught for o in plain)
    findings = sum(len(o.findings) for o in outcomes)
    named = sum(o.named for o in outcomes)
    hard = f"{sum(o.caught for o in harder)} of {len(harder)}" if harder else "–"
    return (
        f"| {kind} | {len(plain)} | {caught} | {_share(caught, len(plain))} "
        f"| {_share(named, findings)} | {hard} |"
    )


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else "–"


def asked_about(asked: Asked) -> int:
    """Of how many paraphrases anything is asked."""
    return sum(bool(findings) for _, findings in asked.values())


def paraphrase_line(asked: Asked) -> str:
    """How many of the true sentences that say the same in other words are asked about."""
    some = asked_about(asked)
    return f"Asked about: {some} of {len(asked)} paraphrases ({_share(some, len(asked))})."


def shares(result: Score) -> dict[str, float]:
    """How much is caught of each kind, in per cent, without what is also in the passage."""
    tried: dict[str, list[bool]] = defaultdict(list)
    for outcome in result.outcomes:
        if outcome.mutation.label == "plain":
            tried[outcome.mutation.kind].append(outcome.caught)
    return {kind: 100 * sum(caught) / len(caught) for kind, caught in tried.items()}


def false_alarms(result: Score) -> float:
    """On how many true statements and positions there is a finding, in per cent."""
    return 100 * len(result.false_alarms) / result.statements


def floors(results: dict[str, Score], paraphrases: dict[str, Asked]) -> str:
    """What `test_floors.py` holds the checks to: the figures of now, and a little room."""
    lines = ["# Written by `make bench-trust ARGS=--write-floors`; in per cent."]
    for name, result in results.items():
        if name not in UNREAD:
            lines += [f"{name}:", f"  false alarms at most: {math.ceil(false_alarms(result)) + 1}"]
            if asked := paraphrases[name]:
                lines += [f"  paraphrases asked about at most: {asked_about(asked) + 1}"]
            lines += ["  caught at least:"]
            lines += [
                f"    {kind}: {max(0, math.floor(share) - 2)}"
                for kind, share in shares(result).items()
            ]
    return "\n".join(lines) + "\n"


def missed(result: Score, kind: str | None) -> Iterator[str]:
    """The mutations that slip through, by kind."""
    groups: dict[tuple[str, str], list[Outcome]] = defaultdict(list)
    for o in result.outcomes:
        if not o.caught and o.mutation.label not in APART and kind in (None, o.mutation.kind):
            groups[o.mutation.kind, o.mutation.label].append(o)
    for (name, label), outcomes in groups.items():
        yield f"\n### {name}, {label}: {len(outcomes)} missed\n"
        for o in outcomes:
            yield f"- {o.mutation.place} `{o.mutation.id}`"
            yield f"    was: {o.mutation.before}"
            became = f" (now {o.mutation.statement_kind})" if o.mutation.statement_kind else ""
            yield f"    now: {o.mutation.after}{became}"


def alarms(result: Score, paraphrases: Asked) -> Iterator[str]:
    """The findings on the briefing as it is, and on what says the same in other words."""
    yield "\n### False alarms\n"
    for findings in result.false_alarms.values():
        for finding in findings:
            yield f"- {finding.location} {finding.code.id}: {finding.message}"
    for id, (text, findings) in paraphrases.items():
        for finding in findings:
            yield f"- `{id}` {finding.code.id}: {finding.message}\n    in: {text}"


def caught(result: Score, kind: str | None) -> Iterator[str]:
    """What was noticed, and how it was told."""
    for o in result.outcomes:
        if o.caught and kind in (None, o.mutation.kind):
            yield f"- [{o.mutation.kind}, {o.mutation.label}] {o.mutation.after}"
            for finding in o.findings:
                yield f"    {finding.code.id}: {finding.message}"


def main() -> None:
    """Print the figures of each briefing."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("briefings", nargs="*", default=[], help=", ".join(BRIEFINGS))
    parser.add_argument("--kind", help="only this kind in the lists")
    parser.add_argument(
        "--missed", action="store_true", help="list the mutations that slip through"
    )
    parser.add_argument(
        "--caught", action="store_true", help="list those that are noticed, and how"
    )
    parser.add_argument("--alarms", action="store_true", help="list the false alarms")
    parser.add_argument(
        "--all-mutations", action="store_true", help="list the mutations, check nothing"
    )
    parser.add_argument(
        "--show-unread", action="store_true", help="lists also for the unread briefings"
    )
    parser.add_argument(
        "--one-by-one", action="store_true", help="each mutation alone: exact, and slow"
    )
    parser.add_argument("--write-floors", action="store_true", help="write floors.yml anew")
    options = parser.parse_args()
    results, paraphrases = {}, {}
    for name in options.briefings or BRIEFINGS:
        start = time.perf_counter()
        check = (lambda _: []) if options.all_mutations else scrutinise
        briefing = load(name)
        result = score(briefing, check, together=not options.one_by_one)
        results[name] = result
        paraphrases[name] = asked_of_paraphrases(name, briefing, check)
        print(f"## {name}\n")
        print("\n".join(table(result)))
        if paraphrases[name]:
            print(paraphrase_line(paraphrases[name]))
        shown = name not in UNREAD or options.show_unread
        if shown and (options.missed or options.all_mutations):
            print("\n".join(missed(result, options.kind)))
        if shown and options.caught:
            print("\n".join(caught(result, options.kind)))
        if shown and options.alarms:
            print("\n".join(alarms(result, paraphrases[name])))
        print(f"\n({time.perf_counter() - start:.0f} s)\n")
    if options.write_floors:
        (HERE / "floors.yml").write_text(floors(results, paraphrases), encoding="utf-8")


if __name__ == "__main__":
    main()

"""Findings as text for a terminal: place first, so that editors can jump there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quoteproof.diagnostics.finding import Finding, Severity
from quoteproof.text.characters import visible


def report(findings: Iterable[Finding]) -> Iterator[str]:
    """The lines that tell the findings, and one that counts them."""
    findings = list(findings)
    for finding in findings:
        yield one_line(f"{finding.location}: {finding.severity} {finding.code}")
        for line in details(finding):
            yield f"    {line}"
    yield summary(findings)


def details(finding: Finding) -> Iterator[str]:
    """What a finding says beside its place and its code, in lines."""
    yield one_line(finding.message)
    for related in finding.related:
        yield one_line(f"{related.location}: {related.message}")
    if finding.hint:
        yield one_line(f"hint: {finding.hint}")


def summary(findings: Iterable[Finding]) -> str:
    """How many errors and warnings there are, in one line."""
    severities = [finding.severity for finding in findings]
    errors, warnings = severities.count(Severity.ERROR), severities.count(Severity.WARNING)
    return f"{_count(errors, 'error')}, {_count(warnings, 'warning')}"


def one_line(text: str) -> str:
    """One line for a terminal: nothing in a summary or a file's name makes it two, or moves it."""
    return visible(text).replace("\n", "␊").replace("\t", "␉")


def _count(number: int, noun: str) -> str:
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}"

"""Findings as workflow commands of GitHub Actions, which it shows at their lines.

The form and its escapes are those of the toolkit that GitHub documents them with: in a value `%`
and line breaks are escaped, in a property also `:` and `,`. GitHub shows the first ten errors and
the first ten warnings of a step at their lines; its log has them all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quoteproof.diagnostics.finding import Finding
from quoteproof.reporters.places import InRepository
from quoteproof.reporters.text import details, one_line, summary


def report(findings: Iterable[Finding], in_repository: InRepository) -> Iterator[str]:
    """A line for each finding, and one that counts them, which is no command."""
    findings = list(findings)
    for finding in findings:
        at = finding.location
        properties = {
            "file": in_repository(at.path),
            "line": str(at.line),
            "col": str(at.column),
            "title": str(finding.code),
        }
        told = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
        yield f"::{finding.severity} {told}::{_value(details(finding))}"
    yield summary(findings)


def _value(lines: Iterable[str]) -> str:
    return "%0A".join(line.replace("%", "%25") for line in lines)


def _property(text: str) -> str:
    return one_line(text).replace("%", "%25").replace(":", "%3A").replace(",", "%2C")

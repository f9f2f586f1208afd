"""Findings as JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from quoteproof.diagnostics.finding import Finding, Location, Severity


def report(findings: Iterable[Finding]) -> str:
    """A document with `findings` and `counts`, in ASCII; lines and columns from 1."""
    told = [_finding(finding) for finding in findings]
    counts = {f"{s}s": sum(f["severity"] == s for f in told) for s in Severity}
    return json.dumps({"findings": told, "counts": counts}, indent=2)


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.code.id,
        "slug": finding.code.slug,
        "severity": str(finding.severity),
        **_place(finding.location),
        "message": finding.message,
        "hint": finding.hint,
        "related": [{**_place(r.location), "message": r.message} for r in finding.related],
    }


def _place(location: Location) -> dict[str, Any]:
    return {"path": location.path, "line": location.line, "column": location.column}

"""Findings as SARIF 2.1.0, which GitHub's code scanning and many editors read.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/sarif-v2.1.0-errata01-os-complete.html
Rules have no `helpUri`: the program's own pages have no address that is known everywhere, and all
that they say is in `help`.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from quoteproof import __version__
from quoteproof.diagnostics.explain import as_markdown, as_text
from quoteproof.diagnostics.finding import Code, Finding, Location
from quoteproof.reporters.places import InRepository, as_uri
from quoteproof.reporters.text import one_line

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
ROOT = "%SRCROOT%"
"""What paths are relative to. GitHub takes this name for the root of the repository."""
FINGERPRINT = "quoteproofFinding/v1"

_PLACE = re.compile(r"\b\d+:\d+\b")
_LINK = re.compile(r"\[(?=[^\]]*\]\()")


def report(findings: Iterable[Finding], codes: Sequence[Code], in_repository: InRepository) -> str:
    """A SARIF log in ASCII with one run, whose rules are the codes.

    The codes of the findings are among them.
    """
    index = {code.id: number for number, code in enumerate(codes)}
    seen: Counter[str] = Counter()
    log = {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "Quoteproof",
                        "semanticVersion": __version__,
                        "rules": [_rule(code) for code in codes],
                    }
                },
                "originalUriBaseIds": {ROOT: {"description": {"text": "The repository."}}},
                "columnKind": "unicodeCodePoints",
                "results": [_result(finding, index, in_repository, seen) for finding in findings],
            }
        ],
    }
    return json.dumps(log, indent=2)


def _rule(code: Code) -> dict[str, Any]:
    return {
        "id": code.id,
        "name": "".join(word.capitalize() for word in code.slug.split("-")),
        "shortDescription": {"text": _message(code.summary)},
        "fullDescription": {"text": _message(f"{code.summary} {code.why}")},
        "help": {"text": _braces(as_text(code)), "markdown": _braces(as_markdown(code))},
        "defaultConfiguration": {"level": str(code.severity)},
        "properties": {"tags": [code.family], "problem.severity": str(code.severity)},
    }


def _result(
    finding: Finding, index: dict[str, int], in_repository: InRepository, seen: Counter[str]
) -> dict[str, Any]:
    told = [finding.message, *([f"hint: {finding.hint}"] if finding.hint else [])]
    related = [
        {
            "id": number,
            "physicalLocation": _place(related.location, in_repository),
            "message": {"text": _message(related.message)},
        }
        for number, related in enumerate(finding.related, start=1)
    ]
    return {
        "ruleId": finding.code.id,
        "ruleIndex": index[finding.code.id],
        "level": str(finding.severity),
        "message": {"text": "\n".join(map(_message, told))},
        "locations": [{"physicalLocation": _place(finding.location, in_repository)}],
        **({"relatedLocations": related} if related else {}),
        "partialFingerprints": {FINGERPRINT: _fingerprint(finding, seen)},
    }


def _place(location: Location, in_repository: InRepository) -> dict[str, Any]:
    """A place in a file, of which only the beginning is known."""
    uri = as_uri(in_repository(location.path))
    return {
        "artifactLocation": {"uri": uri, "uriBaseId": ROOT},
        "region": {"startLine": location.line, "startColumn": location.column},
    }


def _fingerprint(finding: Finding, seen: Counter[str]) -> str:
    """The same for the same finding wherever it moves in its file, and then which of several.

    GitHub goes by `primaryLocationLineHash`, which its upload adds: one of our own making would
    make it warn.
    """
    parts = (finding.code.id, finding.location.path, _PLACE.sub("", finding.message))
    mark = hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]
    seen[mark] += 1
    return f"{mark}:{seen[mark]}"


def _message(text: str) -> str:
    """Text as a message: what SARIF takes for a link or a placeholder is escaped."""
    return _LINK.sub(r"\\[", _braces(one_line(text)))


def _braces(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")

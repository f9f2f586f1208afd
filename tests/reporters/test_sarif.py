"""SARIF that its schema takes; a finding has the same mark wherever it moves."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from jsonschema import Draft4Validator

from quoteproof import __version__
from quoteproof.diagnostics.codes import CATALOGUE
from quoteproof.diagnostics.finding import Finding, Location
from quoteproof.reporters.sarif import FINGERPRINT, ROOT, report
from reporters.findings import HOSTILE, NOT_FOUND, UNCITED

VALIDATOR = Draft4Validator(
    json.loads((Path(__file__).parent / "sarif-schema-2.1.0.json").read_text("utf-8"))
)
CODES = list(CATALOGUE.values())


def log(*findings: Finding) -> dict[str, Any]:
    told = report(findings, CODES, str)
    assert told.isascii()
    made: dict[str, Any] = json.loads(told)
    assert [error.message for error in VALIDATOR.iter_errors(made)] == []
    return made


def results(*findings: Finding) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = log(*findings)["runs"][0]["results"]
    return found


def marks(*findings: Finding) -> list[str]:
    return [result["partialFingerprints"][FINGERPRINT] for result in results(*findings)]


def test_the_schema_refuses_what_is_none() -> None:
    assert list(VALIDATOR.iter_errors({**log(), "version": "2.0.0"}))


def test_the_run() -> None:
    (run,) = log()["runs"]
    assert run["results"] == []
    assert run["tool"]["driver"]["semanticVersion"] == __version__
    assert run["columnKind"] == "unicodeCodePoints"
    assert "uri" not in run["originalUriBaseIds"][ROOT], "it would be a path of this machine"


def test_a_result() -> None:
    (result,) = results(NOT_FOUND)
    (mark,) = marks(NOT_FOUND)
    assert result == {
        "ruleId": "CIT101",
        "ruleIndex": list(CATALOGUE).index("CIT101"),
        "level": "error",
        "message": {
            "text": "The quote does not stand in `office`: “About 45 boats”\n"
            "hint: Copy the words of the source exactly."
        },
        "locations": [place("seeds/summaries/terms.yml", 12, 21)],
        "relatedLocations": [
            {
                "id": 1,
                **place("seeds/sources/office.txt", 4, 1),
                "message": {"text": "closest passage, 93 % alike"},
            }
        ],
        "partialFingerprints": {FINGERPRINT: mark},
    }


def place(uri: str, line: int, column: int) -> dict[str, Any]:
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": uri, "uriBaseId": "%SRCROOT%"},
            "region": {"startLine": line, "startColumn": column},
        }
    }


def test_every_code_is_a_rule_with_its_help() -> None:
    rules = log()["runs"][0]["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(CATALOGUE)
    for rule, code in zip(rules, CODES, strict=True):
        assert rule["defaultConfiguration"]["level"] == code.severity
        for text in (code.why, code.mend, code.bad.strip(), code.good.strip()):
            assert text in rule["help"]["markdown"].replace("{{", "{").replace("}}", "}")


def test_a_mark_does_not_depend_on_lines() -> None:
    moved = replace(NOT_FOUND, location=Location(NOT_FOUND.location.path, 99, 1))
    at_byte = replace(UNCITED, message="`a.yml` is not UTF-8: byte 0xE9 at 3:14.")
    at_other = replace(at_byte, message="`a.yml` is not UTF-8: byte 0xE9 at 7:2.")
    assert marks(NOT_FOUND, UNCITED, at_byte) == marks(moved, UNCITED, at_other)


def test_marks_differ_for_what_differs() -> None:
    elsewhere = replace(NOT_FOUND, location=Location("seeds/summaries/b.yml", 12, 21))
    other = replace(NOT_FOUND, message="Something else.")
    again = replace(NOT_FOUND, location=Location(NOT_FOUND.location.path, 13, 21))
    told = marks(NOT_FOUND, elsewhere, other, again)
    assert len(set(told)) == 4
    assert [mark.split(":")[1] for mark in told] == ["1", "1", "1", "2"]


def test_hostile_text() -> None:
    (result,) = results(HOSTILE)
    assert (
        result["message"]["text"] == "It says ␛]0;owned␇[U+202E]␍␊␉that.\nhint: Look at [U+0085]it."
    )
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "seeds/summaries/a%0Ab.yml%3A1%3A1%3A%20error%20%1B%5B2J%FF.yml"


def test_nothing_in_a_message_is_a_link_or_a_placeholder() -> None:
    (result,) = results(replace(UNCITED, message="{0} of [many](https://example.org) [is] (so)"))
    assert result["message"]["text"] == "{{0}} of \\[many](https://example.org) [is] (so)"

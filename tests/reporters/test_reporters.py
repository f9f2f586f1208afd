"""Findings as text and as JSON; nothing in a name or a value breaks a line or moves a cursor."""

from __future__ import annotations

import json

from quoteproof.reporters import json as json_reporter
from quoteproof.reporters import text as text_reporter
from reporters.findings import HOSTILE, NOT_FOUND, UNCITED


def test_text() -> None:
    assert (
        "\n".join(text_reporter.report([NOT_FOUND, UNCITED]))
        == """\
seeds/summaries/terms.yml:12:21: error CIT101 quote-not-found
    The quote does not stand in `office`: “About 45 boats”
    seeds/sources/office.txt:4:1: closest passage, 93 % alike
    hint: Copy the words of the source exactly.
seeds/summaries/a.yml:1:1: warning SRC301 uncited-source
    Nothing cites `post`.
1 error, 1 warning"""
    )


def test_counts() -> None:
    assert [*text_reporter.report([])] == ["no errors, no warnings"]
    assert text_reporter.summary([NOT_FOUND] * 2 + [UNCITED] * 3) == "2 errors, 3 warnings"


def test_hostile_text_stays_in_its_line() -> None:
    assert [*text_reporter.report([HOSTILE])] == [
        "seeds/summaries/a␊b.yml:1:1: error ␛[2J[U+DCFF].yml:1:1: error YML109 unreadable",
        "    It says ␛]0;owned␇[U+202E]␍␊␉that.",
        "    a␍b:1:1: ␀",
        "    hint: Look at [U+0085]it.",
        "1 error, no warnings",
    ]


def test_json() -> None:
    assert json.loads(json_reporter.report([NOT_FOUND, UNCITED])) == {
        "findings": [
            {
                "code": "CIT101",
                "slug": "quote-not-found",
                "severity": "error",
                "path": "seeds/summaries/terms.yml",
                "line": 12,
                "column": 21,
                "message": "The quote does not stand in `office`: “About 45 boats”",
                "hint": "Copy the words of the source exactly.",
                "related": [
                    {
                        "path": "seeds/sources/office.txt",
                        "line": 4,
                        "column": 1,
                        "message": "closest passage, 93 % alike",
                    }
                ],
            },
            {
                "code": "SRC301",
                "slug": "uncited-source",
                "severity": "warning",
                "path": "seeds/summaries/a.yml",
                "line": 1,
                "column": 1,
                "message": "Nothing cites `post`.",
                "hint": "",
                "related": [],
            },
        ],
        "counts": {"errors": 1, "warnings": 1},
    }


def test_json_can_be_written_anywhere() -> None:
    told = json_reporter.report([HOSTILE])
    assert told.isascii()
    assert json.loads(told)["findings"][0]["message"] == HOSTILE.message
    assert json.loads(json_reporter.report([])) == {
        "findings": [],
        "counts": {"errors": 0, "warnings": 0},
    }

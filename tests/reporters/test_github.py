"""Workflow commands: what a runner reads of them is what we said, and no text becomes a command."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from quoteproof.diagnostics import codes
from quoteproof.diagnostics.finding import Finding, Location
from quoteproof.reporters.github import report
from quoteproof.reporters.places import from_here
from reporters.findings import HOSTILE, NOT_FOUND, UNCITED


def lines(*findings: Finding) -> list[str]:
    return [*report(findings, str)]


def as_runner_reads(line: str) -> tuple[str, dict[str, str], str]:
    """The command, its properties and its value, as the toolkit's documentation has them."""
    match = re.fullmatch(r"::(\w+) ([^:]*)::(.*)", line)
    assert match is not None, line

    def plain(text: str) -> str:
        for escape, char in (
            ("%0D", "\r"),
            ("%0A", "\n"),
            ("%3A", ":"),
            ("%2C", ","),
            ("%25", "%"),
        ):
            text = text.replace(escape, char)
        return text

    properties = dict(pair.split("=", 1) for pair in match[2].split(","))
    return match[1], {name: plain(value) for name, value in properties.items()}, plain(match[3])


def test_commands() -> None:
    assert lines(NOT_FOUND, UNCITED) == [
        "::error file=seeds/summaries/terms.yml,line=12,col=21,title=CIT101 quote-not-found::"
        "The quote does not stand in `office`: “About 45 boats”"
        "%0Aseeds/sources/office.txt:4:1: closest passage, 93 %25 alike"
        "%0Ahint: Copy the words of the source exactly.",
        "::warning file=seeds/summaries/a.yml,line=1,col=1,title=SRC301 uncited-source::"
        "Nothing cites `post`.",
        "1 error, 1 warning",
    ]
    assert lines() == ["no errors, no warnings"]


def test_a_runner_reads_what_we_said() -> None:
    finding = Finding(codes.UNCITED, Location("a, b:100%/c.yml", 2, 3), "50% :: of, it\nall%0A")
    assert as_runner_reads(lines(finding)[0]) == (
        "error",
        {"file": "a, b:100%/c.yml", "line": "2", "col": "3", "title": "CIT201 uncited-statement"},
        "50% :: of, it␊all%0A",
    )


def test_hostile_text_stays_in_its_command() -> None:
    told = lines(HOSTILE)
    assert len(told) == 2
    assert all(line.isprintable() for line in told)
    assert as_runner_reads(told[0])[1]["file"].startswith("seeds/summaries/a␊b.yml:1:1")


@pytest.mark.parametrize(
    ("project", "path"), [(".", "seeds/a.yml"), ("sub", "sub/seeds/a.yml"), ("..", "seeds/a.yml")]
)
def test_paths_from_the_root_of_the_repository(
    project: str, path: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "repository/sub").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "repository")
    assert from_here(Path(project), "seeds/a.yml") == path

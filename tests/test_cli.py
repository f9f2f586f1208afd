"""The command: what it prints, and the exit code it ends with."""

from __future__ import annotations

import fcntl
import json
import os
import pty
import struct
import subprocess
import sys
import termios
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from projects import demo, example, put
from quoteproof import cli as command
from quoteproof import pipeline
from quoteproof.cli import cli
from quoteproof.diagnostics.codes import CATALOGUE
from quoteproof.diagnostics.demo import EXAMPLE

BROKEN = """\
events:
  - id: moving
    title: Moving
    type: other
    mode: reported
    time: 2020-04
    statements:
      - text: About 45 boats were moved.
        cite: {office: About 45 boats were moved}
"""

BROKEN_TOLD = f"""\
{EXAMPLE}:9:24: error CIT101 quote-not-found
    The quote does not stand in `office`: “About 45 boats were moved”
    seeds/sources/office.txt:4:1: closest passage, 96 % alike: the source has “40” where the quote has “45”
    hint: Copy the words of the source exactly, or cite another passage.
1 error, no warnings
"""  # noqa: E501


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, arguments)


def process(*arguments: str, cwd: Path, **more: object) -> subprocess.CompletedProcess[str]:
    line = [sys.executable, "-m", "quoteproof", *arguments]
    return subprocess.run(line, cwd=cwd, capture_output=True, encoding="utf-8", **more)  # type: ignore[call-overload,no-any-return]


# check


def test_check_clean(tmp_path: Path) -> None:
    result = run("check", "-C", str(demo(tmp_path)))
    assert (result.exit_code, result.output) == (0, "no errors, no warnings\n")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["seeds"]


def test_check_tells_a_broken_quote(tmp_path: Path) -> None:
    result = run("check", "-C", str(example(tmp_path, BROKEN)))
    assert (result.exit_code, result.output) == (1, BROKEN_TOLD)


def test_check_tells_programs(tmp_path: Path) -> None:
    result = run("check", "--format", "json", "-C", str(example(tmp_path, BROKEN)))
    assert result.exit_code == 1
    assert json.loads(result.output) == {
        "findings": [
            {
                "code": "CIT101",
                "slug": "quote-not-found",
                "severity": "error",
                "path": EXAMPLE,
                "line": 9,
                "column": 24,
                "message": "The quote does not stand in `office`: “About 45 boats were moved”",
                "hint": "Copy the words of the source exactly, or cite another passage.",
                "related": [
                    {
                        "path": "seeds/sources/office.txt",
                        "line": 4,
                        "column": 1,
                        "message": "closest passage, 96 % alike: "
                        "the source has “40” where the quote has “45”",
                    }
                ],
            }
        ],
        "counts": {"errors": 1, "warnings": 0},
    }


def test_a_warning_is_no_error(tmp_path: Path) -> None:
    put(demo(tmp_path), "seeds/sources/letter.txt", "Dear all")
    result = run("check", "-C", str(tmp_path))
    assert result.exit_code == 0
    assert "warning SRC203" in result.output
    assert result.output.endswith("no errors, 1 warning\n")


def test_check_where_it_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(example(tmp_path, BROKEN))
    assert f"{EXAMPLE}:9:24" in run("check").output


def test_check_annotates(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """GitHub looks for files from the root of the repository."""
    example(tmp_path / "briefing", BROKEN)
    monkeypatch.chdir(tmp_path)
    result = run("check", "--format", "github", "-C", "briefing")
    assert result.exit_code == 1
    first, last = result.output.splitlines()
    assert first.startswith(f"::error file=briefing/{EXAMPLE},line=9,col=24,title=CIT101 ")
    assert last == "1 error, no warnings"


def test_check_tells_code_scanning(tmp_path: Path) -> None:
    result = run("check", "--format", "sarif", "-C", str(example(tmp_path, BROKEN)))
    assert result.exit_code == 1
    (told,) = json.loads(result.output)["runs"]
    assert [found["ruleId"] for found in told["results"]] == ["CIT101"]


def test_check_clean_in_every_form(tmp_path: Path) -> None:
    demo(tmp_path)
    for form in ("text", "json", "github", "sarif"):
        assert run("check", "--format", form, "-C", str(tmp_path)).exit_code == 0


# --select, --ignore


@pytest.fixture
def two_kinds(tmp_path: Path) -> str:
    """A project with an error, CIT101, and a warning, SRC203."""
    put(example(tmp_path, BROKEN), "seeds/sources/letter.txt", "Dear all")
    return str(tmp_path)


@pytest.mark.parametrize(
    ("flags", "codes", "exit_code"),
    [
        ([], ["SRC203", "CIT101"], 1),
        (["--select", "CIT101"], ["CIT101"], 1),
        (["--select", "cit"], ["CIT101"], 1),
        (["--select", "SRC,CIT102"], ["SRC203"], 0),
        (["--select", "SRC", "--select", " CIT "], ["SRC203", "CIT101"], 1),
        (["--ignore", "CIT"], ["SRC203"], 0),
        (["--ignore", "SRC203"], ["CIT101"], 1),
        (["--select", "CIT", "--ignore", "CIT101"], [], 0),
    ],
    ids=str,
)
def test_codes_are_chosen(
    flags: list[str], codes: list[str], exit_code: int, two_kinds: str
) -> None:
    result = CliRunner().invoke(cli, ["check", "--format", "json", "-C", two_kinds, *flags])
    told = [finding["code"] for finding in json.loads(result.stdout)["findings"]]
    assert (told, result.exit_code) == (codes, exit_code)
    left = 2 - len(codes)
    assert result.stderr == (f"left out by --select or --ignore: {left}\n" if left else "")


@pytest.mark.parametrize("name", ["CIT999", "CI", "CIT1", "", "quote-not-found", "CIT,"])
def test_a_choice_of_no_code(name: str, tmp_path: Path) -> None:
    for flag in ("--select", "--ignore"):
        result = run("check", flag, name, "-C", str(demo(tmp_path)))
        assert result.exit_code == 2
        assert "there is no code or family" in result.output


def test_nothing_that_writes_can_be_told_to_ignore() -> None:
    for name, command_ in cli.commands.items():
        options = {option.name for option in command_.params}
        assert ("ignore" in options) == ("select" in options) == (name == "check")


# At a terminal


def at_terminal(*arguments: str, cwd: Path, **environment: str) -> str:
    """What a terminal of 60 columns gets of a command."""
    line = [sys.executable, "-m", "quoteproof", *arguments]
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 60, 0, 0))
    env = {**os.environ, "TERM": "xterm-256color", **environment}
    env.pop("COLUMNS", None)
    with subprocess.Popen(line, cwd=cwd, stdout=theirs, stderr=theirs, env=env):
        os.close(theirs)
        got = b""
        try:
            while more := os.read(ours, 4096):
                got += more
        except OSError:  # Linux tells the end so
            pass
    os.close(ours)
    return got.decode("utf-8").replace("\r\n", "\n")


def test_a_terminal_gets_excerpts_and_colours(tmp_path: Path) -> None:
    got = at_terminal("check", cwd=example(tmp_path, BROKEN))
    assert "\x1b[31m\x1b[1merror" in got
    plain = click.unstyle(got)
    assert "  9 |         cite: {office: About 45 boats were moved}\n" in plain
    assert "    |                              ^^\n" in plain
    assert max(map(len, plain.splitlines())) <= 60


def test_a_terminal_without_colour(tmp_path: Path) -> None:
    got = at_terminal("check", cwd=example(tmp_path, BROKEN), NO_COLOR="1")
    assert "^^\n" in got
    assert "\x1b" not in got


def test_a_dumb_terminal_is_told_as_a_program(tmp_path: Path) -> None:
    assert at_terminal("check", cwd=example(tmp_path, BROKEN), TERM="dumb") == BROKEN_TOLD


# build


def test_build_writes_and_says_what(tmp_path: Path) -> None:
    first, second = (CliRunner().invoke(cli, ["build", "-C", str(demo(tmp_path))]) for _ in "12")
    assert (first.exit_code, second.exit_code) == (0, 0)
    assert first.stdout == "no errors, no warnings\n"
    assert first.stderr.startswith("docs: ")
    assert second.stderr == "docs: 0 written, 0 removed\n"
    assert (tmp_path / "docs/data/briefing.json").is_file()


def test_build_writes_nothing_where_there_is_an_error(tmp_path: Path) -> None:
    assert run("build", "-C", str(demo(tmp_path))).exit_code == 0
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "docs").rglob("*")}
    result = run("build", "-C", str(example(tmp_path, BROKEN)))
    assert result.exit_code == 1
    assert "CIT101" in result.output
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "docs").rglob("*")} == before


def test_build_tells_of_an_edited_page(tmp_path: Path) -> None:
    run("build", "-C", str(demo(tmp_path)))
    put(tmp_path, "docs/index.md", "mine")
    result = run("build", "-C", str(tmp_path))
    assert result.exit_code == 1
    assert "docs/index.md:1:1: error OUT101 edited-page" in result.output
    assert (tmp_path / "docs/index.md").read_text() == "mine"


# explain, schema


def test_explain_lists_every_code() -> None:
    result = run("explain")
    assert result.exit_code == 0
    assert [line.split()[0] for line in result.output.splitlines()] == list(CATALOGUE)


def test_explain_a_code() -> None:
    result = run("explain", "tml101")
    assert result.exit_code == 0
    assert (
        result.output
        == f"""\
TML101 ends-before-start (error)

A span of time ends before it starts.

Why: One of the two dates is a slip.

What to do: Mend one of them.

Told of ({EXAMPLE}):

    events:
      - id: closing
        title: The closing
        type: other
        mode: reported
        time: {{earliest: 2020-05-04, latest: 2020-04-01}}
        statements: [{{text: The sources do not say when the pier was closed., kind: gap}}]

Not told of:

    events:
      - id: closing
        title: The closing
        type: other
        mode: reported
        time: {{earliest: 2020-04-01, latest: 2020-05-04}}
        statements: [{{text: The sources do not say when the pier was closed., kind: gap}}]
"""
    )


def test_explain_a_code_that_is_none() -> None:
    result = run("explain", "CIT999")
    assert result.exit_code == 2
    assert "there is no code CIT999" in result.output


def test_explain_writes_pages(tmp_path: Path) -> None:
    assert run("explain", "--pages", str(tmp_path / "codes")).exit_code == 0
    names = {path.name for path in (tmp_path / "codes").glob("*.md")}
    assert names == {"README.md", "demo.md", *(f"{id}.md" for id in CATALOGUE)}
    put(tmp_path, "codes/CIT101.md", "mine")
    result = run("explain", "--pages", str(tmp_path / "codes"))
    assert result.exit_code == 1
    assert "codes/CIT101.md:1:1: error OUT101 edited-page" in result.output


def test_schema_is_json() -> None:
    result = run("schema")
    assert result.exit_code == 0
    assert json.loads(result.output)["title"] == "SummaryFile"


# Wrong usage, and what is our own fault


@pytest.mark.parametrize(
    "arguments",
    [["nonsense"], ["check", "-C", "nowhere"], ["check", "--format", "xml"], ["check", "more"]],
    ids=" ".join,
)
def test_wrong_usage(arguments: list[str]) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert "Traceback" not in result.output


def test_a_file_is_no_project(tmp_path: Path) -> None:
    assert run("check", "-C", str(put(tmp_path, "a.txt", ""))).exit_code == 2


def test_an_empty_folder_is_a_project_with_nothing_in_it(tmp_path: Path) -> None:
    result = run("check", "-C", str(tmp_path))
    assert result.exit_code == 1
    assert "seeds/summaries:1:1: error YML303 nothing-to-read" in result.output


def test_an_internal_error_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(_: Path) -> None:
        raise RuntimeError("first line\nsecond \x1b[31mline")

    monkeypatch.setattr(pipeline, "check", fail)
    monkeypatch.setattr(sys, "argv", ["quoteproof", "check", "-C", str(demo(tmp_path / "here"))])
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with pytest.raises(SystemExit) as ended:
        command.main()
    assert ended.value.code == 3
    told = capsys.readouterr()
    (log,) = tmp_path.glob("quoteproof-*.log")
    assert told.out == ""
    assert told.err == (
        "quoteproof: internal error: RuntimeError: first line second ␛[31mline "
        f"(please report it, with {log})\n"
    )
    assert "Traceback" in log.read_text("utf-8")
    assert sorted(path.name for path in (tmp_path / "here").iterdir()) == ["seeds"]


def test_an_internal_error_where_nothing_can_be_logged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError("no room")

    monkeypatch.setattr(pipeline, "check", fail)
    monkeypatch.setattr("tempfile.NamedTemporaryFile", fail)
    monkeypatch.setattr(sys, "argv", ["quoteproof", "check", "-C", str(tmp_path)])
    with pytest.raises(SystemExit) as ended:
        command.main()
    assert ended.value.code == 3
    assert capsys.readouterr().err == "quoteproof: internal error: OSError: no room\n"


# As a process of its own


def test_a_reader_that_goes_away_early(tmp_path: Path) -> None:
    line = f"{sys.executable} -m quoteproof schema | head -c 1"
    done = subprocess.run(["sh", "-c", line], cwd=tmp_path, capture_output=True, encoding="utf-8")
    assert (done.stdout, done.stderr) == ("{", "")


def test_a_terminal_that_lacks_characters(tmp_path: Path) -> None:
    example(tmp_path, BROKEN)
    done = process("check", cwd=tmp_path, env={"PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"})
    assert done.returncode == 1
    assert done.stderr == ""
    assert "\\u201cAbout 45 boats were moved\\u201d" in done.stdout

"""The README tells the truth: its finding is what the program says, its commands are all there."""

import re
import shutil
from functools import partial
from pathlib import Path

import click
import pytest

from quoteproof import pipeline
from quoteproof.cli import cli
from quoteproof.loading.files import lines_of
from quoteproof.reporters.terminal import report

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")


def test_the_broken_quote_is_told_as_the_readme_shows(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    summary = tmp_path / "seeds/summaries/terms.yml"
    (number,) = re.findall(r"in line (\d+) of `seeds/summaries/terms.yml`, make", README)
    lines = summary.read_text("utf-8").splitlines(keepends=True)
    lines[int(number) - 1] = lines[int(number) - 1].replace("three points", "free points")
    summary.write_text("".join(lines), "utf-8")

    _, findings = pipeline.check(tmp_path)
    told = report(findings, partial(lines_of, tmp_path), 100)

    (shown,) = re.findall("<!-- finding -->\n```\n(.*?)```", README, re.DOTALL)
    assert click.unstyle("\n".join(told)) + "\n" == shown


@pytest.mark.parametrize(
    ("was", "now", "code"),
    [("5 March", "6 March", "FCT102"), ("had largely held", "had not held", "FCT201")],
)
def test_a_changed_sentence_is_asked_about_as_the_readme_says(
    was: str, now: str, code: str, tmp_path: Path
) -> None:
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    summary = tmp_path / "seeds/summaries/terms.yml"
    one_line = " ".join(README.split())
    (number,) = re.findall(rf'"{was}" in line (\d+) [^"]*into "{now}"', one_line)
    lines = summary.read_text("utf-8").splitlines(keepends=True)
    assert was in lines[int(number) - 1]
    lines[int(number) - 1] = lines[int(number) - 1].replace(was, now)
    summary.write_text("".join(lines), "utf-8")

    _, findings = pipeline.check(tmp_path)

    assert [(f.code.id, f.location.line) for f in findings] == [(code, int(number))]


def test_it_shows_every_form_of_the_check() -> None:
    (option,) = (option for option in cli.commands["check"].params if option.name == "style")
    assert isinstance(option.type, click.Choice)
    assert [form for form in option.type.choices if f"`{form}`" not in README] == []


def test_every_command_is_in_the_table() -> None:
    assert set(re.findall(r"^\| `quoteproof ([a-z]+)", README, re.MULTILINE)) == set(cli.commands)


def test_every_file_it_links_to_is_there() -> None:
    links = re.findall(r"\]\(([^)#]+)\)", README)
    assert [link for link in links if "://" not in link and not (ROOT / link).exists()] == []

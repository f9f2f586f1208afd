"""The README tells the truth: its finding is what the program says, its commands are all there."""

import re
import shutil
from pathlib import Path

from click.testing import CliRunner

from quoteproof.cli import cli

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")


def test_the_broken_quote_is_told_as_the_readme_shows(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    summary = tmp_path / "seeds/summaries/terms.yml"
    (number,) = re.findall(r"in line (\d+) of `seeds/summaries/terms.yml`", README)
    lines = summary.read_text("utf-8").splitlines(keepends=True)
    lines[int(number) - 1] = lines[int(number) - 1].replace("three points", "free points")
    summary.write_text("".join(lines), "utf-8")

    result = CliRunner().invoke(cli, ["check", "--project", str(tmp_path)])

    (shown,) = re.findall("<!-- finding -->\n```\n(.*?)```", README, re.DOTALL)
    assert (result.exit_code, result.output) == (1, shown)


def test_every_command_is_in_the_table() -> None:
    assert set(re.findall(r"^\| `quoteproof ([a-z]+)", README, re.MULTILINE)) == set(cli.commands)


def test_every_file_it_links_to_is_there() -> None:
    links = re.findall(r"\]\(([^)#]+)\)", README)
    assert [link for link in links if "://" not in link and not (ROOT / link).exists()] == []

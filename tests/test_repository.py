"""What other programs read of the repository: pre-commit's hooks and GitHub's workflows."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from projects import demo, put

ROOT = Path(__file__).parents[1]
HOOKS: list[dict[str, Any]] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
HOOK_KEYS = {"id", "name", "description", "entry", "language", "files", "pass_filenames"}


def test_the_hook_is_well_formed() -> None:
    (hook,) = HOOKS
    assert set(hook) == HOOK_KEYS
    assert (hook["id"], hook["language"]) == ("quoteproof-check", "python")
    assert hook["pass_filenames"] is False
    for path, wanted in (("seeds/sources/a.txt", True), ("docs/seeds/a.md", False)):
        assert bool(re.search(hook["files"], path)) is wanted


def test_the_entry_of_the_hook_runs(tmp_path: Path) -> None:
    name, *arguments = shlex.split(HOOKS[0]["entry"])
    line = [str(Path(sys.executable).parent / name), *arguments]
    assert subprocess.run(line, cwd=demo(tmp_path), check=False).returncode == 0
    put(tmp_path, "seeds/sources/office.txt", "Nothing that is quoted.")
    assert subprocess.run(line, cwd=tmp_path, check=False).returncode == 1


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_may_do_little_and_runs_pinned_actions(path: Path) -> None:
    text = path.read_text("utf-8")
    workflow = yaml.safe_load(text)
    assert workflow["permissions"] == {}
    for job in workflow["jobs"].values():
        assert job["permissions"]
        assert job["timeout-minutes"]
        for step in job["steps"]:
            if "actions/checkout@" in step.get("uses", ""):
                assert step["with"]["persist-credentials"] is False
    used = re.findall(r"uses: (.*)", text)
    pinned = r"[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+"
    assert [action for action in used if not re.fullmatch(pinned, action)] == []


def test_no_token_that_writes_runs_what_a_pull_request_brings() -> None:
    for path in WORKFLOWS:
        for job in yaml.safe_load(path.read_text("utf-8"))["jobs"].values():
            if "write" in job["permissions"].values():
                assert re.search(r"event_name [!=]= '(push|pull_request)'", job["if"])

"""Every file of bad input gives the findings that it says, at their places, and no others."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from projects import demo, findings, unpack
from quoteproof.diagnostics.codes import CATALOGUE
from quoteproof.diagnostics.demo import EXAMPLE

HERE = Path(__file__).parent
CASES = sorted([*HERE.glob("*.yml"), *HERE.glob("*.txt")])

ELSEWHERE = {
    "OUT101": "tests/writer",
    "OUT102": "tests/writer",
    "OUT103": "tests/writer",
    "OUT201": "tests/exports",
    "PDF101": "tests/pdf",
    "PDF102": "tests/pdf",
    "PDF103": "tests/pdf",
    "PDF104": "tests/pdf",
    "PDF201": "tests/pdf",
}
"""Codes that no input can trigger, and where they are tested."""

_ON_LINE = re.compile(r"# expect: (.+)$")
_ABOVE = re.compile(r"^expect: (\S+ [A-Z]{3}\d{3})$", re.MULTILINE)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_bad_input(case: Path, tmp_path: Path) -> None:
    expected = expectations(case, demo(tmp_path))
    told = findings(tmp_path)
    found = [f"{finding.location} {finding.code.id}" for finding in told]
    assert "\n".join(found) == "\n".join(sorted(expected, key=_by_place))
    related = [place.location for finding in told for place in finding.related]
    assert all((tmp_path / place.path).is_file() and place.line > 0 for place in related)
    assert all(finding.message and finding.hint for finding in told)


def test_every_code_is_exercised(tmp_path: Path) -> None:
    expected = {
        told.split()[-1]
        for number, case in enumerate(CASES)
        for told in expectations(case, tmp_path / str(number))
    }
    assert expected | ELSEWHERE.keys() == CATALOGUE.keys()


def expectations(case: Path, root: Path) -> list[str]:
    """Put the case into `root`, and say what it expects: `path:line:column CODE`."""
    text = case.read_text("utf-8")
    if case.suffix == ".yml":
        text = f"-- {EXAMPLE} --\n{text}"
    expected = _ABOVE.findall(unpack(root, text))
    path, line = "", 0
    for written in text.splitlines():
        line += 1
        if written.startswith("-- "):
            path, line = written.split()[1], 0
        elif match := _ON_LINE.search(written):
            for told in match[1].split():
                code, column = told.split("@")
                expected.append(f"{path}:{line}:{column} {code}")
    return expected


def _by_place(told: str) -> tuple[str, int, int, str]:
    place, code = told.split()
    path, line, column = place.rsplit(":", 2)
    return path, int(line), int(column), code

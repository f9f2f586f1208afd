"""Every code is explained, and its example shows it and nothing else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from projects import check, demo, example, findings
from quoteproof.cli import cli
from quoteproof.diagnostics.codes import CATALOGUE
from quoteproof.diagnostics.demo import EXAMPLE
from quoteproof.diagnostics.finding import Code

CODES = list(CATALOGUE.values())
WITH_EXAMPLE = [code for code in CODES if code.bad]

SHOWN_TOGETHER = {"SRC201": {"SRC204"}, "SRC202": {"SRC204"}, "SRC301": {"SRC204"}}
"""An example of one more source can only have a document that the demo project has already."""


def test_the_demo_project_is_clean(tmp_path: Path) -> None:
    made, problems = check(demo(tmp_path))
    assert problems == []
    assert made is not None


@pytest.mark.parametrize("code", CODES, ids=str)
def test_a_code_is_explained(code: Code) -> None:
    assert re.fullmatch(r"[A-Z]{3}\d{3}", code.id)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code.slug)
    for sentence in (code.summary, code.why, code.mend):
        assert sentence.endswith((".", "?"))
    assert bool(code.bad) == bool(code.good)


def test_ids_and_slugs_within_a_family_are_unique() -> None:
    assert list(CATALOGUE) == sorted(code.id for code in CODES)
    names = [(code.id[:3], code.slug) for code in CODES]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("code", WITH_EXAMPLE, ids=str)
def test_the_bad_example_shows_the_code_alone(code: Code, tmp_path: Path) -> None:
    found = findings(example(tmp_path, code.bad))
    assert {f.code.id for f in found} == {code.id} | SHOWN_TOGETHER.get(code.id, set())
    assert {f.location.path for f in found} == {EXAMPLE}


@pytest.mark.parametrize("code", WITH_EXAMPLE, ids=str)
def test_the_good_example_has_no_finding(code: Code, tmp_path: Path) -> None:
    made, problems = check(example(tmp_path, code.good))
    assert problems == []
    assert made is not None


@pytest.mark.parametrize("code", CODES, ids=str)
def test_explain_prints_all_of_it(code: Code) -> None:
    result = CliRunner().invoke(cli, ["explain", code.id.lower()])
    assert result.exit_code == 0
    for text in (code.id, code.slug, code.severity, code.summary, code.why, code.mend):
        assert text in result.output
    for line in (code.bad + code.good).splitlines():
        assert f"    {line}".rstrip() in result.output

"""The editions that many tests look at: each is set and read once."""

from __future__ import annotations

from pathlib import Path

import pytest
from reading import Edition, read

from projects import briefing
from quoteproof.exports.pdf import typeset
from quoteproof.model.verified import VerifiedBriefing

ROOT = Path(__file__).parents[2]
Made = tuple[VerifiedBriefing, Edition]


def made(root: Path) -> Made:
    """The briefing of a project, and its edition, which is in one volume."""
    verified = briefing(root)
    pdfs = typeset(verified, root=root)
    assert isinstance(pdfs, tuple), [str(finding) for finding in pdfs]
    (pdf,) = pdfs
    return verified, read(pdf)


@pytest.fixture(scope="session")
def flagship() -> Made:
    return made(ROOT)


@pytest.fixture(scope="session")
def tiny() -> Made:
    """The briefing with every form of a summary, with sources of each right."""
    return made(ROOT / "tests/golden/tiny")


@pytest.fixture(scope="session")
def canal() -> Made:
    """The briefing in Arabic."""
    return made(ROOT / "tests/languages/canal")

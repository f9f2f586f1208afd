"""Building `site/`: the new one takes the old one's place when it is whole, and not before."""

from __future__ import annotations

import errno
import os
import sys
import time
from datetime import datetime
from pathlib import Path

import pytest

from quoteproof.exports import site
from quoteproof.exports.site import build_site

BUILDER = """\
import sys
from pathlib import Path
place = Path(sys.argv[-1])
(place / "index.html").write_text(Path("docs/index.md").read_text())
(place / "deep").mkdir()
sys.exit({code})
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    for path, text in {"docs/index.md": "new", "site/index.html": "old", "site/x.html": ""}.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text)
    return root


@pytest.fixture(autouse=True)
def builder(monkeypatch: pytest.MonkeyPatch) -> None:
    """A stand-in for MkDocs; what is added to a site is tested by itself."""
    monkeypatch.setattr(site, "_finish", lambda *_: None)
    _build_with(monkeypatch, code=0)


def test_the_new_site_takes_the_place_of_the_old(root: Path) -> None:
    assert build_site(root) == []
    assert _site(root) == {"index.html": "new"}
    assert _names(root) == ["docs", "site"]
    assert (root / "site").stat().st_mode & 0o777 == 0o755


def test_the_first_site(root: Path) -> None:
    (root / "site/index.html").unlink()
    (root / "site/x.html").unlink()
    (root / "site").rmdir()
    assert build_site(root) == []
    assert _site(root) == {"index.html": "new"}


def test_a_project_named_by_a_relative_path(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root.parent)
    assert build_site(Path(root.name)) == []
    assert _site(root) == {"index.html": "new"}
    assert _names(root) == ["docs", "site"]


def test_a_build_that_fails_leaves_the_old_site(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _build_with(monkeypatch, code=1)
    (finding,) = build_site(root)
    assert f"{finding.location} {finding.code}" == "mkdocs.yml:1:1 OUT201 site-failed"
    assert finding.message == "MkDocs did not build: exit code 1"
    assert _site(root) == {"index.html": "old", "x.html": ""}
    assert _names(root) == ["docs", "site"]


@pytest.mark.parametrize("failing", [0, 1])
def test_a_move_that_fails_leaves_the_old_site(
    root: Path, monkeypatch: pytest.MonkeyPatch, failing: int
) -> None:
    real, calls = os.rename, []

    def rename(*paths: str) -> None:
        calls.append(paths)
        if len(calls) == failing + 1:
            raise OSError(errno.EACCES, "Permission denied")
        real(*paths)

    monkeypatch.setattr(os, "rename", rename)
    (finding,) = build_site(root)
    assert (finding.code.id, finding.message) == (
        "OUT103",
        "The site cannot be written: Permission denied.",
    )
    assert _site(root) == {"index.html": "old", "x.html": ""}
    assert _names(root) == ["docs", "site"]


def test_a_folder_that_cannot_be_written(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def mkdir(*_: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(os, "mkdir", mkdir)
    (finding,) = build_site(root)
    assert finding.code.id == "OUT103"


def test_a_site_that_a_killed_run_had_set_aside_is_put_back(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (root / "site").rename(root / ".site-old-abc")
    stale, busy = root / ".site-new-abc", root / ".site-new-def"
    for folder in (stale, busy):
        folder.mkdir()
    os.utime(stale, (time.time() - 7200,) * 2)
    _build_with(monkeypatch, code=1)
    build_site(root)
    assert _site(root) == {"index.html": "old", "x.html": ""}
    assert _names(root) == [".site-new-def", "docs", "site"]


@pytest.mark.parametrize(
    "dated, second",
    [
        (datetime(2020, 3, 14, 23, 59, 59, 999999), "1584230399"),
        (datetime.max, str(2**32 - 1)),  # what gzip can hold
        (datetime.min, "0"),
    ],
)
def test_the_site_map_is_dated_whatever_the_date(
    root: Path, monkeypatch: pytest.MonkeyPatch, dated: datetime, second: str
) -> None:
    script = BUILDER.replace(
        "sys.exit({code})",
        """\
import os
(place / "dated").write_text(os.environ["SOURCE_DATE_EPOCH"])
""",
    )
    monkeypatch.setattr(site, "mkdocs", lambda *args: [sys.executable, "-c", script, *args])
    assert build_site(root, dated=dated) == []
    assert _site(root)["dated"] == second


def _build_with(monkeypatch: pytest.MonkeyPatch, code: int) -> None:
    script = BUILDER.format(code=code)
    monkeypatch.setattr(site, "mkdocs", lambda *args: [sys.executable, "-c", script, *args])


def _names(root: Path) -> list[str]:
    return sorted(path.name for path in root.iterdir())


def _site(root: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in (root / "site").iterdir() if path.is_file()}

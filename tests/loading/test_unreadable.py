"""Files that the system does not let us read: told, and the others are read on."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from projects import demo, findings, put, told
from quoteproof.diagnostics.finding import Location
from quoteproof.loading.project import load


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("seeds/sources/post.txt", ["seeds/summaries/sources.yml:12:11 SRC107"]),
        ("seeds/summaries/actors.yml", ["seeds/summaries/actors.yml:1:1 YML109"]),
    ],
)
def test_a_file_without_permission(
    name: str, expected: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path.read_bytes

    def read_bytes(path: Path) -> bytes:
        if path.samefile(tmp_path / name):
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return real(path)

    demo(tmp_path)
    monkeypatch.setattr(Path, "read_bytes", read_bytes)
    assert told(tmp_path) == expected
    (finding,) = findings(tmp_path)
    assert finding.message == f"`{name}` cannot be read: Permission denied."


def test_a_name_that_is_not_utf8(tmp_path: Path) -> None:
    folder = os.fsencode(demo(tmp_path) / "seeds")
    for name in (b"/summaries/\xff.yml", b"/sources/\xff.txt"):
        Path(os.fsdecode(folder + name)).write_text("actors: []\n")
    assert [(f.code.id, f.location.path) for f in findings(tmp_path)] == [
        ("YML109", "seeds/summaries/\udcff.yml")
    ]


def test_a_project_below_a_link_is_read_as_it_is_named(tmp_path: Path) -> None:
    demo(tmp_path / "real")
    (tmp_path / "link").symlink_to("real")
    project, problems = load(tmp_path / "link")
    assert problems == []
    assert project.summaries.actors[0].at == Location("seeds/summaries/actors.yml", 2, 5)
    assert project.documents["office"].path == "seeds/sources/office.txt"


def test_summaries_that_are_a_link_out_of_the_project(tmp_path: Path) -> None:
    root = demo(tmp_path / "project")
    (root / "seeds/summaries").rename(tmp_path / "elsewhere")
    (root / "seeds/summaries").symlink_to(tmp_path / "elsewhere")
    assert {line.split()[-1] for line in told(root)} == {"YML108"}


def test_line_and_column_of_a_byte_that_is_not_utf8(tmp_path: Path) -> None:
    put(demo(tmp_path), "seeds/sources/post.txt", "Erste Zeile\nfür ".encode() + b"\xff alle")
    (finding,) = findings(tmp_path)
    assert finding.message == "`seeds/sources/post.txt` is not UTF-8: byte 0xFF at 2:5."

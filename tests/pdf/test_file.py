"""Writing a PDF: the old one stays whole whatever goes wrong, and the message says why."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from pypdf import PdfReader, PdfWriter

from projects import demo, put
from quoteproof.cli import cli
from quoteproof.exports.pdf import named, write_edition
from quoteproof.exports.pdf.file import write_pdf

OLD = b"%PDF-1.7 old <pdf:Keywords>Quoteproof 0.1.0</pdf:Keywords>\nstartxref\n1\n%%EOF"
NEW = OLD.replace(b"old", b"new")
STALE = time.time() - 7200


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return put(tmp_path, "out/briefing.pdf", OLD)


def told(path: Path, pdf: bytes = NEW) -> list[str]:
    """The findings of writing a PDF in a few words."""
    return [f"{f.location} {f.code.id} {f.message}" for f in write_pdf(path, pdf)]


def files(path: Path) -> dict[str, bytes]:
    """What stands in the folder of a file."""
    return {it.name: it.read_bytes() for it in path.parent.iterdir() if it.is_file()}


def test_the_new_one_takes_the_place_of_the_old(path: Path) -> None:
    assert told(path) == []
    assert files(path) == {"briefing.pdf": NEW}
    assert path.stat().st_mode & 0o777 == 0o644


def test_the_first_one(path: Path) -> None:
    path.unlink()
    assert told(path) == []
    assert files(path) == {"briefing.pdf": NEW}


def test_volumes_are_numbered() -> None:
    assert named([b"a"], "a plan.v2.PDF") == {"a plan.v2.PDF": b"a"}
    assert named([b"a", b"b"]) == {"briefing-1.pdf": b"a", "briefing-2.pdf": b"b"}
    assert list(named([b"a", b"b"], "plan.v2.pdf")) == ["plan.v2-1.pdf", "plan.v2-2.pdf"]


# What an edition has in the place of the one before


def volume(number: int, count: int) -> bytes:
    return OLD.replace(b"</pdf", b", volume %d of %d</pdf" % (number, count))


def test_volumes_take_the_place_of_the_one_that_was_all(path: Path) -> None:
    made = [volume(1, 2), volume(2, 2)]
    assert write_edition(path, made) == (
        path.with_name("briefing-1.pdf"),
        path.with_name("briefing-2.pdf"),
    )
    assert files(path) == {"briefing-1.pdf": made[0], "briefing-2.pdf": made[1]}


@pytest.mark.parametrize("count", [1, 2])
def test_volumes_of_before_are_taken_away_and_nothing_else(path: Path, count: int) -> None:
    kept = {
        "briefing-9.pdf": volume(9, 9) + b"\n% signed\nstartxref\n2\n%%EOF",
        "briefing-2020.pdf": OLD,  # of another briefing, and all of it
        "briefing-8.pdf": b"%PDF-1.7 my own",
        "briefing-joint.pdf": volume(3, 3),
        "brief-1.pdf": volume(1, 3),
    }
    for name, pdf in kept.items():
        put(path.parent, name, pdf)
    for number in (1, 2, 3):
        put(path.parent, f"briefing-{number}.pdf", volume(number, 3))
    made = [volume(number, count) for number in range(1, count + 1)] if count > 1 else [NEW]
    written = write_edition(path, made)
    assert isinstance(written, tuple)
    assert files(path) == {**kept, **{it.name: pdf for it, pdf in zip(written, made, strict=True)}}


def test_one_of_before_that_was_signed_stays_beside_the_volumes(path: Path) -> None:
    signed = OLD + b"\n% signed\nstartxref\n2\n%%EOF"
    path.write_bytes(signed)
    assert isinstance(write_edition(path, [volume(1, 2), volume(2, 2)]), tuple)
    assert files(path)["briefing.pdf"] == signed


# What is not ours


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"my notes on Quoteproof",
        b"%PDF-1.7\nof another program\nstartxref\n1\n%%EOF",
        b"%PDF-1.7 Quoteproof\nstartxref\n1\n%%EOF",
        OLD + b"\n% signed\nstartxref\n2\n%%EOF",
    ],
    ids=["empty", "text", "PDF", "PDF that speaks of us", "signed"],
)
def test_what_is_not_ours_is_not_overwritten(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    assert told(path) == [
        "briefing.pdf:1:1 OUT102 Quoteproof has to write here, and what is here is not its own, "
        "or was changed."
    ]
    assert files(path) == {"briefing.pdf": content}


def test_a_folder_in_its_place_stays(path: Path) -> None:
    path.unlink()
    put(path, "kept.txt", "mine")
    assert [line.split()[1] for line in told(path)] == ["OUT102"]
    assert (path / "kept.txt").read_text() == "mine"
    assert files(path) == {}


def test_an_edition_is_known_as_ours_and_a_signed_one_is_not(tmp_path: Path) -> None:
    root = demo(tmp_path)
    (made,) = (root / "briefing.pdf" for _ in "1" if run(root).exit_code == 0)
    first = made.read_bytes()
    assert run(root).exit_code == 0
    assert made.read_bytes() == first

    writer = PdfWriter(PdfReader(made), incremental=True)
    writer.add_metadata({"/Signed": "by me"})
    writer.write(made)
    signed = made.read_bytes()
    assert signed.startswith(first) and signed != first
    result = run(root)
    assert (result.exit_code, "OUT102" in result.output) == (1, True)
    assert made.read_bytes() == signed


# What the system forbids


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    assert told(tmp_path / "none/briefing.pdf") == [
        "briefing.pdf:1:1 OUT103 The PDF cannot be written: No such file or directory."
    ]


def test_a_folder_that_is_a_file(tmp_path: Path) -> None:
    put(tmp_path, "none", "")
    assert told(tmp_path / "none/briefing.pdf") == [
        "briefing.pdf:1:1 OUT103 The PDF cannot be written: Not a directory."
    ]


def test_a_folder_that_may_not_be_written(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path.parent.chmod(0o555)
    if os.access(path.parent, os.W_OK):  # as root may

        def forbidden(*_: object, **__: object) -> None:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

        monkeypatch.setattr("tempfile.mkstemp", forbidden)
    assert told(path) == ["briefing.pdf:1:1 OUT103 The PDF cannot be written: Permission denied."]
    path.parent.chmod(0o755)
    assert files(path) == {"briefing.pdf": OLD}


@pytest.mark.parametrize("step", ["os.fsync", "pathlib.Path.replace", "pathlib.Path.chmod"])
def test_a_disk_that_is_full_at_any_step(
    path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(step, full)
    (finding,) = write_pdf(path, NEW)
    monkeypatch.undo()
    assert finding.message == "The PDF cannot be written: No space left on device."
    assert finding.hint == "The PDF of before, if any, is whole."
    assert files(path) == {"briefing.pdf": OLD}


def test_a_disk_that_is_really_full(path: Path) -> None:
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(path.parent)]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True).returncode != 0:
        pytest.skip("only root can make a file system that is small")
    try:
        path.write_bytes(OLD)
        assert told(path, NEW * 2000) == [
            "briefing.pdf:1:1 OUT103 The PDF cannot be written: No space left on device."
        ]
        assert files(path) == {"briefing.pdf": OLD}
        assert told(path) == []
        assert files(path) == {"briefing.pdf": NEW}
    finally:
        subprocess.run(["umount", str(path.parent)], check=True)


# What is killed

KILLED = """
import os, signal, sys
from pathlib import Path
from quoteproof.exports.pdf.file import write_pdf
{module}.{step} = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
write_pdf(Path(sys.argv[1]), Path(sys.argv[2]).read_bytes())
"""


@pytest.mark.parametrize("module, step", [("os", "fsync"), ("Path", "replace")])
def test_a_run_that_is_killed(path: Path, tmp_path: Path, module: str, step: str) -> None:
    new = put(tmp_path, "new.pdf", NEW)
    line = [sys.executable, "-c", KILLED.format(module=module, step=step), str(path), str(new)]
    for _ in range(2):
        assert subprocess.run(line).returncode == -signal.SIGKILL
        assert files(path)["briefing.pdf"] == OLD
    left = sorted(path.parent.glob(".briefing-*.new"))
    assert len(left) == 2
    os.utime(left[0], (STALE, STALE))

    assert told(path) == []
    # What is younger may be of a run that is still at work.
    assert sorted(files(path)) == [left[1].name, "briefing.pdf"]
    assert path.read_bytes() == NEW


def test_what_is_left_of_a_name_with_signs_of_a_pattern_is_swept(tmp_path: Path) -> None:
    left = put(tmp_path, ".a[1]*-xyz.new", b"")
    os.utime(left, (STALE, STALE))
    assert told(tmp_path / "a[1]*.pdf") == []
    assert sorted(files(left)) == ["a[1]*.pdf"]


# The command


def run(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(cli, ["pdf", "-C", str(root), *arguments])


def test_the_command_says_what_it_wrote(tmp_path: Path) -> None:
    root = demo(tmp_path)
    result = run(root)
    assert (result.exit_code, result.stdout) == (0, "no errors, no warnings\n")
    assert result.stderr == f"{root / 'briefing.pdf'}: written\n"
    assert sorted(path.name for path in root.iterdir()) == ["briefing.pdf", "seeds"]


def test_the_command_writes_where_it_is_told(tmp_path: Path) -> None:
    root = demo(tmp_path / "project")
    out = tmp_path / "a plan.pdf"
    assert run(root, "--output", str(out)).exit_code == 0
    assert out.read_bytes().startswith(b"%PDF-")
    assert [path.name for path in root.iterdir()] == ["seeds"]


@pytest.mark.parametrize("name", ["plan.2020", "plan.v2.pdf", "plan.PDF"])
def test_the_command_keeps_to_the_name_that_it_is_given(tmp_path: Path, name: str) -> None:
    root = demo(tmp_path / "project")
    assert run(root, "--output", str(tmp_path / name)).exit_code == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([name, "project"])


@pytest.mark.parametrize(
    "out, code, said",
    [
        ("none/x.pdf", 1, "x.pdf:1:1: error OUT103 cannot-write"),
        ("mine.pdf", 1, "mine.pdf:1:1: error OUT102 page-in-the-way"),
        ("folder", 2, "is a directory"),
    ],
)
def test_the_command_ends_with_the_code_of_what_went_wrong(
    tmp_path: Path, out: str, code: int, said: str
) -> None:
    put(demo(tmp_path), "mine.pdf", "Quoteproof is what I think of.")
    (tmp_path / "folder").mkdir()
    result = run(tmp_path, "--output", str(tmp_path / out))
    assert (result.exit_code, result.exception.__class__) == (code, SystemExit)
    assert said in result.output
    assert (tmp_path / "mine.pdf").read_text() == "Quoteproof is what I think of."


def test_the_command_writes_nothing_where_there_is_an_error(tmp_path: Path) -> None:
    root = put(demo(tmp_path), "seeds/sources/office.txt", "changed").parents[2]
    put(root, "briefing.pdf", OLD)
    result = run(root)
    assert result.exit_code == 1
    assert "SRC121" in result.output or "error" in result.output
    assert files(root / "x") == {"briefing.pdf": OLD}

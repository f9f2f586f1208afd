"""Writing `docs/`: what changed and nothing else, only over our own files, all or nothing."""

from __future__ import annotations

import errno
import hashlib
import io
import json
import os
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from quoteproof.diagnostics.finding import Finding
from quoteproof.writer import MANIFEST, Written, write

OLD = {
    "index.md": "# Old\n",
    "same.md": "# Same\n",
    "gone.md": "# Gone\n",
    "sources/office.md": "office\n",
    "sources/deep/gone.md": "gone\n",
    "data/briefing.json": "{}\n",
}
NEW = {
    "index.md": "# New\n",
    "same.md": "# Same\n",
    "fresh.md": "# Fresh\n",
    "sources/office.md": "the office\n",
    "people/new/one.md": "one\n",
}
MINE = {"mine.md": "my own page\n", "sources/mine.md": "my own source\n"}


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """A `docs/` as a run of before left it, with pages of the user's own beside."""
    assert isinstance(write(tmp_path, "docs", OLD), Written)
    for path, text in MINE.items():
        (tmp_path / "docs" / path).write_text(text)
    return tmp_path / "docs"


# What is written


def test_into_nothing(tmp_path: Path) -> None:
    assert write(tmp_path, "docs", OLD) == Written(changed=tuple(sorted(OLD)))
    assert _files(tmp_path / "docs") == OLD


def test_what_changed_is_written_and_what_went_is_removed(docs: Path) -> None:
    assert _write(docs, NEW) == Written(
        changed=("fresh.md", "index.md", "people/new/one.md", "sources/office.md"),
        removed=("data/briefing.json", "gone.md", "sources/deep/gone.md"),
    )
    assert _files(docs) == {**NEW, **MINE}
    assert not (docs / "data").exists()
    assert not (docs / "sources/deep").exists()


def test_what_is_unchanged_is_not_touched(docs: Path) -> None:
    before = {path: (docs / path).stat() for path in (*OLD, *MINE, MANIFEST)}
    assert _write(docs, OLD) == Written()
    assert {path: (docs / path).stat() for path in before} == before
    _write(docs, NEW)
    assert (docs / "same.md").stat() == before["same.md"]
    assert (docs / "mine.md").stat() == before["mine.md"]


def test_texts_are_written_as_they_are(tmp_path: Path) -> None:
    text = "ä\r\n\x00\u2028\U0001f6a2 no line end"
    write(tmp_path, "docs", {"a.md": text})
    assert (tmp_path / "docs/a.md").read_bytes() == text.encode()


def test_the_manifest_is_the_same_for_the_same_files(tmp_path: Path) -> None:
    for name, files in (("one", OLD), ("two", dict(reversed(OLD.items())))):
        write(tmp_path, name, files)
    manifest = (tmp_path / "one" / MANIFEST).read_bytes()
    assert manifest == (tmp_path / "two" / MANIFEST).read_bytes()
    assert list(json.loads(manifest)["files"]) == sorted(OLD)


# What stands in the way


def test_an_edited_file_is_not_written_over(docs: Path) -> None:
    (docs / "index.md").write_text("edited")
    (docs / "gone.md").write_text("edited too")
    before = _state(docs)
    assert _told(_write(docs, NEW)) == ["docs/gone.md OUT101", "docs/index.md OUT101"]
    assert _state(docs) == before


def test_an_edit_that_comes_to_the_same_is_none(docs: Path) -> None:
    (docs / "index.md").write_text(NEW["index.md"])
    assert isinstance(_write(docs, NEW), Written)


def test_a_deleted_file_is_written_again(docs: Path) -> None:
    (docs / "index.md").unlink()
    (docs / "gone.md").unlink()
    assert _write(docs, OLD) == Written(changed=("gone.md", "index.md"))


@pytest.mark.parametrize("name", ["fresh.md", "people/new/one.md"])
def test_a_page_of_the_users_is_in_the_way(docs: Path, name: str) -> None:
    (docs / name).parent.mkdir(parents=True, exist_ok=True)
    (docs / name).write_text("mine")
    before = _state(docs)
    assert _told(_write(docs, NEW)) == [f"docs/{name} OUT102"]
    assert _state(docs) == before


def test_a_page_of_the_users_that_says_the_same_becomes_ours(docs: Path) -> None:
    (docs / "fresh.md").write_text(NEW["fresh.md"])
    assert "fresh.md" not in _write(docs, NEW).changed
    assert "fresh.md" in _write(docs, OLD).removed


@pytest.mark.parametrize("target", ["{out}/page.md", "mine.md", "nowhere.md"])
def test_a_link_in_the_place_of_a_page(docs: Path, tmp_path: Path, target: str) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "page.md").write_text(OLD["index.md"])  # even if it says what ours said
    for name in ("index.md", "gone.md"):
        (docs / name).unlink()
        (docs / name).symlink_to(target.format(out=out))
    before = _state(docs)
    assert _told(_write(docs, NEW)) == ["docs/index.md OUT102"]
    assert _state(docs) == before
    assert (out / "page.md").read_text() == OLD["index.md"]


def test_a_link_or_folder_in_the_place_of_a_page_that_went_is_left_alone(docs: Path) -> None:
    (docs / "gone.md").unlink()
    (docs / "gone.md").symlink_to("mine.md")
    (docs / "data/briefing.json").unlink()
    (docs / "data/briefing.json").mkdir()
    assert _write(docs, NEW).removed == ("sources/deep/gone.md",)
    assert (docs / "gone.md").is_symlink()
    assert (docs / "data/briefing.json").is_dir()


def test_a_linked_folder_is_not_followed(docs: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "office.md").write_text(OLD["sources/office.md"])
    (docs / "people").symlink_to(out)
    (docs / "sources").rename(docs / "moved")
    (docs / "sources").symlink_to(out)
    assert _told(_write(docs, NEW)) == ["docs/people OUT102", "docs/sources OUT102"]
    without = {path: text for path, text in NEW.items() if "/" not in path}
    assert isinstance(_write(docs, without), Written)
    assert _files(out) == {"office.md": OLD["sources/office.md"]}


def test_docs_itself_may_be_a_link_inside_the_project_only(tmp_path: Path) -> None:
    root = tmp_path / "project"
    (root / "pages").mkdir(parents=True)
    (root / "docs").symlink_to("pages")
    assert isinstance(write(root, "docs", OLD), Written)
    assert _files(root / "pages") == OLD
    (root / "docs").unlink()
    (root / "docs").symlink_to(tmp_path)
    assert _told(write(root, "docs", OLD)) == ["docs OUT102"]
    assert not (tmp_path / "index.md").exists()


@pytest.mark.parametrize("name", ["people", "people/new"])
def test_a_file_where_a_folder_is_needed(docs: Path, name: str) -> None:
    (docs / name).parent.mkdir(parents=True, exist_ok=True)
    (docs / name).write_text("mine")
    before = _state(docs)
    assert _told(_write(docs, NEW)) == [f"docs/{name} OUT102"]
    assert _state(docs) == before


def test_docs_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "docs").write_text("mine")
    assert _told(write(tmp_path, "docs", OLD)) == ["docs OUT102"]


def test_a_folder_where_a_page_is_needed(docs: Path) -> None:
    (docs / "fresh.md").mkdir()
    assert _told(_write(docs, NEW)) == ["docs/fresh.md OUT102"]


# The manifest


@pytest.mark.parametrize(
    "manifest",
    [
        None, "", "{", "[]", "null", "7", '{"files": 7}', '{"files": {"index.md": 7}}',
        "[" * 100_000, "\x00", '{"files": {"gone.md": []}}',
        b"\xff\xfe",
    ],
    ids=lambda manifest: repr(manifest)[:20],
)  # fmt: skip
def test_without_a_manifest_nothing_is_ours(docs: Path, manifest: str | bytes | None) -> None:
    (docs / MANIFEST).unlink()
    if manifest is not None:
        raw = manifest.encode() if isinstance(manifest, str) else manifest
        (docs / MANIFEST).write_bytes(raw)
    assert _told(_write(docs, NEW)) == ["docs/index.md OUT102", "docs/sources/office.md OUT102"]
    assert isinstance(_write(docs, OLD), Written)  # which are as they would be written


@pytest.mark.parametrize("hash_known", [True, False])
def test_a_hostile_manifest_reaches_nothing_outside(docs: Path, hash_known: bool) -> None:
    victim = docs.parent / "victim.txt"
    victim.write_text("precious")
    manifest = json.loads((docs / MANIFEST).read_text())
    digest = "28a3d6c6d4c5fbc6a3e3e0c1d9c4a0f5" if not hash_known else _sha("precious")
    names = ["../victim.txt", str(victim), "sources/../../victim.txt", "..\\victim.txt", "..", "."]
    names += [
        "",
        "/",
        "a\0b",
        "\ud800",
        "C:\\victim.txt",
        "//x/y",
        "x" * 5000,
        "a/./b",
        "mine.md/x",
    ]
    manifest["files"] |= dict.fromkeys(names, digest)
    (docs / MANIFEST).write_text(json.dumps(manifest))
    assert isinstance(_write(docs, NEW), Written)
    assert victim.read_text() == "precious"
    assert _files(docs) == {**NEW, **MINE}
    assert list(json.loads((docs / MANIFEST).read_text())["files"]) == sorted(NEW)


def test_a_manifest_that_is_a_folder(docs: Path) -> None:
    (docs / MANIFEST).unlink()
    (docs / MANIFEST).mkdir()
    before = _files(docs)
    assert _told(write(docs.parent, "docs", {**OLD, "fresh.md": "x"})) == ["docs OUT103"]
    assert _files(docs) == before


# Errors and kills


@pytest.mark.parametrize("number", range(40))
def test_an_error_of_the_file_system_at_any_step(
    docs: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    with monkeypatch.context() as patch:
        fail = OSError(errno.ENOSPC, "No space left on device")
        steps = _watch(patch, lambda step: _throw(fail) if step == number else None)
        done = _write(docs, NEW)
    if steps[0] > number:
        assert isinstance(done, Written) or _told(done) == ["docs OUT103"]
        assert isinstance(done, Written) or "No space left" in done[0].message
    _assert_every_file_is_whole(docs)
    assert not list(docs.glob(".quoteproof-*")) or isinstance(done, Written)
    assert isinstance(_write(docs, NEW), Written)
    assert _files(docs) == {**NEW, **MINE}


@pytest.mark.parametrize("then", [NEW, OLD, {"third.md": "3"}], ids=["new", "old", "third"])
@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
def test_a_kill_at_any_step(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, after: bool, then: dict[str, str]
) -> None:
    for number in range(1000):
        docs = tmp_path / str(number) / "docs"
        write(docs.parent, "docs", OLD)
        for path, text in MINE.items():
            (docs / path).write_text(text)
        with monkeypatch.context() as patch:
            steps = _watch(patch, lambda n, at=number: _throw(_Kill()) if n >= at else None, after)
            try:
                _write(docs, NEW)
            except _Kill:
                pass
            else:
                break
        _assert_every_file_is_whole(docs)
        assert isinstance(_write(docs, then), Written)
        assert _files(docs) == {**then, **MINE}
        assert not {"data", "people"} & {path.name for path in docs.iterdir()} - _folders(then)
    assert 15 < number == steps[0]


def test_pages_are_only_ever_moved_into_place(docs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Path] = []
    real = io.open

    def spy(file: Any, mode: str = "r", *rest: Any, **more: Any) -> Any:
        if set(mode) & set("wax+"):
            opened.append(Path(file))
        return real(file, mode, *rest, **more)

    monkeypatch.setattr(io, "open", spy)
    _write(docs, NEW)
    assert len(opened) == 6
    assert all(path.parent.name.startswith(".quoteproof-") for path in opened)


def test_what_a_killed_run_left_is_swept_up_in_time(docs: Path) -> None:
    stale, busy = docs / ".quoteproof-stale", docs / ".quoteproof-busy"
    for folder in (stale, busy):
        folder.mkdir()
        (folder / "0").write_text("half")
    hours_ago = time.time() - 7200
    os.utime(stale, (hours_ago, hours_ago))
    _write(docs, NEW)
    assert not stale.exists()
    assert busy.exists()


def test_what_cannot_be_read_or_written_is_named(
    docs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Any, *_: Any) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    monkeypatch.setattr(os, "unlink", refuse)
    (finding,) = _write(docs, NEW)
    assert finding.message == "`docs/data/briefing.json` cannot be written: Permission denied."
    assert str(finding.location) == "docs:1:1"


class _Kill(BaseException):
    """As if the process ended here."""


def _throw(error: BaseException) -> None:
    raise error


def _watch(patch: pytest.MonkeyPatch, act: Callable[[int], None], after: bool = False) -> list[int]:
    """Call `act` with its number before (or after) each call that changes the file system."""
    steps = [0]

    def around(real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **kwargs: Any) -> Any:
            writes = real is not io_open or set(str(args[1:2])) & set("wax+")
            number = steps[0]
            steps[0] += bool(writes)
            if writes and not after:
                act(number)
            made = real(*args, **kwargs)
            if writes and after:
                if hasattr(made, "close"):
                    made.close()
                act(number)
                made = real(*args, **kwargs) if hasattr(made, "close") else made
            return made

        return call

    io_open = io.open
    patch.setattr(io, "open", around(io_open))
    for name in ("replace", "rename", "mkdir", "unlink", "rmdir"):
        patch.setattr(os, name, around(getattr(os, name)))
    return steps


def _assert_every_file_is_whole(docs: Path) -> None:
    found = _files(docs)
    for path in OLD.keys() | NEW.keys():
        assert found.get(path) in (OLD.get(path), NEW.get(path)), path
    for path, text in MINE.items():
        assert found[path] == text


def _write(docs: Path, files: Mapping[str, str]) -> Any:
    return write(docs.parent, docs.name, files)


def _told(done: Written | list[Finding]) -> list[str]:
    assert isinstance(done, list), done
    return [f"{finding.location.path} {finding.code.id}" for finding in done]


def _files(folder: Path) -> dict[str, str]:
    """Every file below a folder and its text, but not what is ours alone."""
    return {
        path.relative_to(folder).as_posix(): path.read_text()
        for path in folder.rglob("*")
        if path.is_file() and not path.relative_to(folder).parts[0].startswith(".quoteproof")
    }


def _folders(files: Mapping[str, str]) -> set[str]:
    return {path.split("/")[0] for path in files if "/" in path}


def _state(folder: Path) -> list[tuple[str, int, int]]:
    """Everything below a folder, with when it was touched last."""
    return sorted((str(p), p.lstat().st_mtime_ns, p.lstat().st_ino) for p in folder.rglob("*"))


def _sha(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()

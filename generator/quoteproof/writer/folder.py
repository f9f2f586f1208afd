"""Writes a set of generated files into a folder that also holds files of others.

A manifest in the folder records the SHA-256 of each file that we wrote. A file that is there and
does not have its recorded hash was edited by somebody, or is somebody else's: it is told, and then
nothing is written at all. New contents are first written beside the old, then moved into place one
by one. Before the first move the manifest is made to know both the old and the new, so that after a
kill at any moment the next run knows every file for ours and goes on.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path, PurePosixPath, PureWindowsPath

from quoteproof.diagnostics import codes
from quoteproof.diagnostics.finding import Finding, Location
from quoteproof.writer.leftovers import sweep

MANIFEST = ".quoteproof.json"
_STAGING = ".quoteproof-"
_NOTE = "Files that Quoteproof wrote, with their SHA-256. Edit seeds/summaries, not these."


@dataclass(frozen=True, slots=True)
class Written:
    """What a write did: paths below the folder, with `/`."""

    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


def write(root: Path, folder: str, files: Mapping[str, str]) -> Written | list[Finding]:
    """Make the generated files of `folder` (below `root`) be exactly `files`.

    `files` maps paths below the folder to texts, which are written as UTF-8. Returns what was
    changed, or, if anything stands in the way, the findings; then nothing was written.
    """
    target = root / folder
    contents = {path: text.encode("utf-8") for path, text in sorted(files.items())}
    try:
        known = _read_manifest(target)
        states = {
            path: _state(root, target, path, contents.get(path), known.get(path, ()))
            for path in sorted(contents.keys() | known.keys())
        }
        findings = list(_in_the_way(root, target, states, contents))
        if findings:
            return findings
        rewritable = (_State.ABSENT, _State.AS_WRITTEN)
        changed = tuple(path for path in contents if states[path] in rewritable)
        gone = tuple(path for path in states if path not in contents)
        removed = tuple(path for path in gone if states[path] is _State.AS_WRITTEN)
        _replace(target, {path: contents[path] for path in changed}, removed, contents, known)
    except OSError as error:
        message = (
            f"`{_concerned(error, root, target)}` cannot be written: {error.strerror or error}."
        )
        hint = "Every file is whole, as before or as new. Mend the reason and run again."
        return [Finding(codes.CANNOT_WRITE, Location(folder), message, hint)]
    return Written(changed, removed)


class _State(Enum):
    """What stands at a path where we have to write, or once wrote."""

    ABSENT = auto()
    AS_WANTED = auto()
    AS_WRITTEN = auto()
    EDITED = auto()
    FOREIGN = auto()
    NO_FOLDER = auto()


def _state(
    root: Path, target: Path, path: str, wanted: bytes | None, written: tuple[str, ...]
) -> _State:
    file = target / path
    if _blocker(root, target, path) is not None:
        return _State.NO_FOLDER
    if not os.path.lexists(file):
        return _State.ABSENT
    if file.is_symlink() or not file.is_file():
        return _State.FOREIGN
    found = _sha(file.read_bytes())
    if wanted is not None and found == _sha(wanted):
        return _State.AS_WANTED
    if found in written:
        return _State.AS_WRITTEN
    return _State.EDITED if written else _State.FOREIGN


def _blocker(root: Path, target: Path, path: str) -> Path | None:
    """What stands where a folder for `path` has to be: a file, or a link that may lead away."""
    below = (target / parent for parent in reversed(PurePosixPath(path).parents[:-1]))
    for folder in (target, *below):
        if os.path.lexists(folder) and not folder.is_dir():
            return folder
        stays = folder == target and folder.resolve().is_relative_to(root.resolve())
        if folder.is_symlink() and not stays:
            return folder
    return None


def _in_the_way(
    root: Path, target: Path, states: Mapping[str, _State], contents: Container[str]
) -> Iterator[Finding]:
    blockers: set[Path] = set()
    for path, state in states.items():
        at = Location((target / path).relative_to(root).as_posix())
        if state is _State.EDITED:
            message = "This generated file was edited since it was written."
            hint = "Carry the edit over into the summaries, then delete the file and run again."
            yield Finding(codes.EDITED_PAGE, at, message, hint)
        elif state is _State.FOREIGN and path in contents:
            message = "Quoteproof has to write here, and what is here is not its own."
            hint = "Rename it, or move it away."
            yield Finding(codes.PAGE_IN_THE_WAY, at, message, hint)
        elif state is _State.NO_FOLDER and path in contents:
            blocker = _blocker(root, target, path)
            if blocker is not None and blocker not in blockers:
                blockers.add(blocker)
                at = Location(blocker.relative_to(root).as_posix())
                message = "Quoteproof needs a folder here, and what is here is none of its own."
                hint = "Rename it, or move it away."
                yield Finding(codes.PAGE_IN_THE_WAY, at, message, hint)


def _replace(
    target: Path,
    changed: Mapping[str, bytes],
    removed: tuple[str, ...],
    contents: Mapping[str, bytes],
    known: Mapping[str, tuple[str, ...]],
) -> None:
    final = {path: (_sha(data),) for path, data in contents.items()}
    if not changed and not removed and final == known:
        return
    target.mkdir(parents=True, exist_ok=True)
    sweep(target, _STAGING + "*/")
    staging = Path(tempfile.mkdtemp(prefix=_STAGING, dir=target))
    try:
        for number, data in enumerate(changed.values()):
            (staging / str(number)).write_bytes(data)
        both = {p: (*known.get(p, ()), *final.get(p, ())) for p in known.keys() | final.keys()}
        _write_manifest(target, staging, both)
        for number, path in enumerate(changed):
            (target / path).parent.mkdir(parents=True, exist_ok=True)
            (staging / str(number)).replace(target / path)
        for path in removed:
            (target / path).unlink()
        for path in known.keys() - final.keys():
            _remove_empty(target, (target / path).parent)
        _write_manifest(target, staging, final)
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def _read_manifest(target: Path) -> dict[str, tuple[str, ...]]:
    """The hashes that each of our files may have; nothing where there is no readable manifest.

    Without one, files that are as they would be written still pass; all others are in the way.
    """
    manifest = target / MANIFEST
    if not manifest.is_file():
        return {}
    try:
        files = json.loads(manifest.read_text("utf-8"))["files"]
        entries = {path: hashes for path, hashes in files.items() if _is_inside(path)}
        return {p: (h,) if isinstance(h, str) else tuple(map(str, h)) for p, h in entries.items()}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}


def _is_inside(path: str) -> bool:
    """A manifest that came from elsewhere must not make us touch files outside the folder."""
    posix, windows = PurePosixPath(path), PureWindowsPath(path)
    plain = posix.as_posix() == path and path.isprintable() and posix.name != ""
    return plain and not posix.is_absolute() and not windows.anchor and ".." not in windows.parts


def _write_manifest(target: Path, staging: Path, files: Mapping[str, tuple[str, ...]]) -> None:
    short = {p: h[0] if len(h) == 1 else list(h) for p, h in sorted(files.items())}
    text = json.dumps({"note": _NOTE, "files": short}, indent=1, ensure_ascii=False) + "\n"
    (staging / MANIFEST).write_text(text, "utf-8", newline="\n")
    (staging / MANIFEST).replace(target / MANIFEST)


def _remove_empty(target: Path, folder: Path) -> None:
    """Remove a folder that has become empty, and those around it that have, up to the target."""
    while folder != target:
        try:
            folder.rmdir()
        except FileNotFoundError:
            pass  # a run before this one got so far
        except OSError:
            return
        folder = folder.parent


def _concerned(error: OSError, root: Path, target: Path) -> str:
    """What an error is about: a path below the target, or, if it is of the staging folder, it."""
    for name in (error.filename2, error.filename):
        path = Path(os.fsdecode(name)) if isinstance(name, str | bytes) else None
        if path and path.is_relative_to(target) and not _is_staged(path):
            return path.relative_to(root).as_posix()
    return target.relative_to(root).as_posix()


def _is_staged(path: Path) -> bool:
    return any(part.startswith(_STAGING) for part in path.parts)


def _sha(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()

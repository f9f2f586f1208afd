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
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from quoteproof.diagnostics import codes
from quoteproof.diagnostics.finding import Code, Finding, Location

MANIFEST = ".quoteproof.json"
_STAGING = ".quoteproof-"
_STALE_SECONDS = 3600
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
        findings = [Finding(*f) for f in _in_the_way(target, folder, contents, known)]
        if findings:
            return findings
        changed = tuple(p for p, data in contents.items() if _hash_of(target / p) != _sha(data))
        gone = (path for path in known if path not in contents)
        removed = tuple(sorted(path for path in gone if (target / path).exists()))
        _replace(target, {path: contents[path] for path in changed}, removed, contents, known)
    except OSError as error:
        name = Path(str(error.filename)).name if error.filename else folder
        message = f"`{name}` cannot be written: {error.strerror or error}."
        hint = "What was there before is whole. Mend the reason and run again."
        return [Finding(codes.CANNOT_WRITE, Location(folder), message, hint)]
    return Written(changed, removed)


def _in_the_way(
    target: Path, folder: str, contents: Mapping[str, bytes], known: Mapping[str, tuple[str, ...]]
) -> Iterator[tuple[Code, Location, str, str]]:
    for path in sorted(contents.keys() | known.keys()):
        file = target / path
        at = Location(f"{folder}/{path}")
        if not os.path.lexists(file):
            blocked = next((p for p in file.parents if p.exists() and not p.is_dir()), None)
            if blocked is not None:
                message = f"`{blocked.name}` is a file, and a folder of that name is needed."
                yield codes.PAGE_IN_THE_WAY, at, message, "Rename it, or move it away."
            continue
        outside = not file.resolve().is_relative_to(target.resolve())
        found = None if file.is_symlink() or outside else _hash_of(file)
        wanted = _sha(contents[path]) if path in contents else None
        if found is not None and (found == wanted or found in known.get(path, ())):
            continue
        if path in known and found is not None:
            message = "This generated file was edited since it was written."
            hint = "Carry the edit over into the summaries, then delete the file and run again."
            yield codes.EDITED_PAGE, at, message, hint
        elif path in contents:
            message = "Quoteproof has to write here, and what is here is not its own."
            yield codes.PAGE_IN_THE_WAY, at, message, "Rename it, or move it away."


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
    _sweep(target)
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
            _remove_empty(target, (target / path).parent)
        _write_manifest(target, staging, final)
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def _read_manifest(target: Path) -> dict[str, tuple[str, ...]]:
    """The hashes that each of our files may have; nothing where there is no readable manifest.

    Without one, files that are as they would be written still pass; all others are in the way.
    """
    try:
        files = json.loads((target / MANIFEST).read_text("utf-8"))["files"]
        entries = {str(path): hashes for path, hashes in files.items() if _is_inside(str(path))}
        return {p: (h,) if isinstance(h, str) else tuple(map(str, h)) for p, h in entries.items()}
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except (ValueError, KeyError, TypeError, AttributeError):
        return {}


def _is_inside(path: str) -> bool:
    """A manifest that came from elsewhere must not make us remove files outside the folder."""
    return not Path(path).is_absolute() and ".." not in Path(path).parts


def _write_manifest(target: Path, staging: Path, files: Mapping[str, tuple[str, ...]]) -> None:
    short = {p: h[0] if len(h) == 1 else list(h) for p, h in sorted(files.items())}
    text = json.dumps({"note": _NOTE, "files": short}, indent=1, ensure_ascii=False) + "\n"
    (staging / MANIFEST).write_text(text, "utf-8", newline="\n")
    (staging / MANIFEST).replace(target / MANIFEST)


def _sweep(target: Path) -> None:
    """Remove what a killed run left behind, and leave alone what another may be using."""
    for path in target.glob(_STAGING + "*"):
        if path.is_dir() and time.time() - path.stat().st_mtime > _STALE_SECONDS:
            shutil.rmtree(path, ignore_errors=True)


def _remove_empty(target: Path, folder: Path) -> None:
    while folder != target and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


def _sha(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _hash_of(file: Path) -> str | None:
    return _sha(file.read_bytes()) if file.is_file() else None

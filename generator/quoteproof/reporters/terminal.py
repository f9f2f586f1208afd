"""Findings for people at a terminal: by file, with the lines that they are about.

    seeds/summaries/terms.yml

    39:23 error CIT101 quote-not-found
      The quote does not stand in `press-tv`: “The truce was one of the free …”
       39 |     - press-tv: The truce was one of the free points that
          |                                             ^^^^
      closest passage, 98 % alike: the source has “three” where the quote has “free”
      seeds/sources/004_e318bac1e9ca7bfa.txt:15:1
       15 | The truce was one of the three points that Turkey and Russia
          |                          ^^^^^
      hint: Copy the words of the source exactly, or cite another passage.

Styled with click, which is there anyway: a table or a progress bar would be a reason for rich, but
there is none, and what rich would do beside (wrap, measure) it does without knowing the carets.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

import click

from quoteproof.diagnostics.finding import Finding, Related, Severity
from quoteproof.reporters.cells import rows, runs_right_to_left, shown, width, wrapped
from quoteproof.reporters.excerpt import Line, excerpt
from quoteproof.reporters.text import summary

Read = Callable[[str], Sequence[str]]
"""Gives the lines of a file of the project by its path; [] where there are none to be had."""

WIDEST = 110
"""Cells: longer rows are hard to read."""
NARROWEST = 24
_MOST_ROWS = 6
_MORE = "…"
"""Stands where a line goes on beside a row of it."""
_INDENT = "  "
_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "magenta"}  # legible on light and on dark


def report(findings: Iterable[Finding], read: Read, cells: int) -> Iterator[str]:
    """The rows that tell the findings, styled, in a terminal so many cells wide."""
    findings = list(findings)
    cells = min(max(cells - 1, NARROWEST), WIDEST)
    for path, of_file in groupby(findings, key=lambda finding: finding.location.path):
        yield click.style(shown(path), bold=True, underline=True)  # whole, so that it can be opened
        for finding in of_file:
            yield from _finding(finding, read, cells)
            yield ""
    if findings:
        yield from wrapped("`quoteproof explain CODE` tells why, with an example.", cells)
    yield click.style(summary(findings), bold=True)


def _finding(finding: Finding, read: Read, cells: int) -> Iterator[str]:
    place, colour = finding.location, _COLOURS[finding.severity]
    severity = click.style(finding.severity, fg=colour, bold=True)
    code = click.style(str(finding.code), bold=True)
    yield f"{place.line}:{place.column} {severity} {code}"
    yield from _indented(finding.message, cells)
    yield from _excerpt(excerpt(read(place.path), finding), cells, colour)
    for related in finding.related:
        yield from _related(related, read, cells)
    if finding.hint:
        yield from _indented(f"hint: {finding.hint}", cells, "hint:", fg="green")


def _related(related: Related, read: Read, cells: int) -> Iterator[str]:
    yield from _indented(related.message, cells)
    yield _INDENT + click.style(shown(str(related.location)), fg="cyan")
    lines = excerpt(read(related.location.path), related)
    if not _repeats(lines, related.message):
        yield from _excerpt(lines, cells, "cyan")


def _repeats(lines: Sequence[Line], message: str) -> bool:
    """Whether the lines would show again what the message quotes of them: a whole passage, say."""
    return sum(end - start for line in lines for start, end in line.marks) > len(message) // 2


def _indented(text: str, cells: int, styled: str = "", **style: str) -> Iterator[str]:
    for row in wrapped(text, cells - len(_INDENT)):
        if styled and row.startswith(styled):
            row = click.style(styled, **style) + row.removeprefix(styled)  # type: ignore[arg-type]
            styled = ""
        yield _INDENT + row


def _excerpt(lines: Sequence[Line], cells: int, colour: str) -> Iterator[str]:
    """The lines as numbered rows, and under each row carets where something is meant.

    A line may be a whole paragraph: rows in which nothing is meant are left out, and so is what
    would fill the screen.
    """
    digits = max((len(str(line.number)) for line in lines), default=0)
    room = cells - width(_gutter("", digits)) - 2 * width(_MORE)
    left = _MOST_ROWS
    for line in lines:
        number = str(line.number)
        for start, end in rows(line.text, room, _beginning(line, room)):
            pointer = _pointer(line, start, end)
            if not pointer:
                continue
            if not left:
                yield _dim(_gutter("...", digits))
                return
            left -= 1
            before = _MORE if start > 0 else ""
            after = _MORE if end < len(line.text) else ""
            text = before + shown(line.text[start:end]).rstrip() + after
            yield _dim(_gutter(number, digits)) + text
            under = " " * width(before) + click.style(pointer, fg=colour, bold=True)
            yield _dim(_gutter("", digits)) + under
            number = ""


def _beginning(line: Line, room: int) -> int:
    """Where to begin a line so that its first words that are meant have others before them."""
    begin, end = min(line.marks)
    if end <= next(rows(line.text, room))[1]:
        return 0
    start = begin
    while start > 0 and width(shown(line.text[start - 1 : begin])) <= room // 2:
        start -= 1
    space = line.text.find(" ", start, begin)
    return space + 1 if space >= 0 else start


def _gutter(number: str, digits: int) -> str:
    return f"{_INDENT}{number:>{digits}} | "


def _dim(text: str) -> str:
    return click.style(text, dim=True)


def _pointer(line: Line, start: int, end: int) -> str:
    """What stands under a row to show what is meant in it, and "" if that is nothing.

    Carets; where the terminal may show the row in another order than it is stored, the words.
    """
    # What is missing at the end of a line has its caret after the last row.
    stop = end + 1 if end == len(line.text) else end
    meant = [(max(a, start), min(b, stop)) for a, b in line.marks if a < stop and b > start]
    if not meant:
        return ""
    if runs_right_to_left(line.text[start:end]):
        return "^ " + ", ".join(f"“{shown(line.text[a:b]).strip()}”" for a, b in meant)
    carets = ""
    for index in range(start, stop):
        cells = width(shown(line.text[index : index + 1] or " "))
        carets += ("^" if any(a <= index < b for a, b in meant) else " ") * cells
    return carets.rstrip()

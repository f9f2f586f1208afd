"""The `quoteproof` command: arguments in, exit code out.

Exit codes: 0 clean (there may be warnings), 1 errors found, 2 wrong usage, 3 an error of our own.
"""

from __future__ import annotations

import io
import os
import shutil
import sys
import tempfile
import traceback
from functools import cache, partial
from pathlib import Path

import click

from quoteproof import __version__, pipeline
from quoteproof.diagnostics import codes
from quoteproof.diagnostics.explain import as_text
from quoteproof.diagnostics.finding import Finding, has_errors
from quoteproof.exports.codes import code_pages
from quoteproof.exports.pdf import SECTIONS, UnknownPart
from quoteproof.exports.schema import schema_json
from quoteproof.loading.files import lines_of
from quoteproof.reporters import github as github_reporter
from quoteproof.reporters import json as json_reporter
from quoteproof.reporters import sarif as sarif_reporter
from quoteproof.reporters import terminal as terminal_reporter
from quoteproof.reporters import text as text_reporter
from quoteproof.reporters.choice import Choice, UnknownCode
from quoteproof.reporters.places import from_here
from quoteproof.serve import serve as serve_project
from quoteproof.text.characters import visible
from quoteproof.writer import Written, write

INTERNAL_ERROR = 3
_CODES = "CODE|FAMILY,..."
_PROJECT = click.option(
    "--project",
    "-C",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=".",
    help="The project's folder, with seeds/ in it.  [default: here]",
)


def main() -> None:
    """Run the command; whatever goes wrong inside is told in a line, with where it is logged."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a terminal may lack a character of a source
            stream.reconfigure(errors="backslashreplace")
    try:
        cli()
    except Exception as error:
        told = visible(f"quoteproof: internal error: {type(error).__name__}: {error}")
        click.echo(" ".join(told.split()) + _logged(), err=True)
        sys.exit(INTERNAL_ERROR)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="quoteproof")
def cli() -> None:
    """Briefings whose every statement quotes its source, or which do not build."""


@cli.command()
@_PROJECT
@click.option(
    "--format",
    "style",
    type=click.Choice(["text", "json", "github", "sarif"]),
    default="text",
    show_default=True,
    help="For whom: people; programs; annotations in GitHub Actions; code scanning.",
)
@click.option("--select", multiple=True, metavar=_CODES, help="Tell only of these.")
@click.option("--ignore", multiple=True, metavar=_CODES, help="Do not tell of these.")
def check(project: Path, style: str, select: tuple[str, ...], ignore: tuple[str, ...]) -> None:
    """Check the summaries against the sources, and write nothing.

    What --select and --ignore leave out counts for nothing here; it stands in the way of `build`
    all the same.
    """
    try:
        choice = Choice.of(select, ignore)
    except UnknownCode as error:
        raise click.UsageError(str(error)) from error
    _, found = pipeline.check(project)
    findings = choice.told(found)
    in_repository = partial(from_here, project)
    match style:
        case "json":
            click.echo(json_reporter.report(findings))
        case "sarif":
            click.echo(sarif_reporter.report(findings, choice.codes(), in_repository))
        case "github":
            for line in github_reporter.report(findings, in_repository):
                click.echo(line)
        case _:
            _tell(findings, project)
    if left_out := len(found) - len(findings):
        click.echo(f"left out by --select or --ignore: {left_out}", err=True)
    sys.exit(has_errors(findings))


@cli.command()
@_PROJECT
def build(project: Path) -> None:
    """Check, then write the pages to docs/."""
    _finish(pipeline.build(project), project)


@cli.command()
@_PROJECT
def site(project: Path) -> None:
    """Check, write docs/, and build the site with MkDocs into site/."""
    _finish(pipeline.site(project), project)


@cli.command()
@_PROJECT
@click.option(
    "--only",
    default="",
    metavar="NAME",
    help=f"Only a section ({', '.join(SECTIONS)}), or the record or source with this id.",
)
@click.option(
    "--output",
    "-o",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The file to write.  [default: briefing.pdf or briefing-NAME.pdf, in the project]",
)
def pdf(project: Path, only: str, output: Path | None) -> None:
    """Check, then write the PDF edition: all of it, or a part as a hand-out."""
    try:
        outcome = pipeline.pdf(project, only, output)
    except UnknownPart as error:
        raise click.BadParameter(str(error), param_hint="--only") from error
    _finish(outcome, project)


@cli.command()
@_PROJECT
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="Where to serve.")
def serve(project: Path, address: str) -> None:
    """Serve the site, and build it again on every change."""
    click.echo(f"Serving at http://{address}/ until Ctrl-C.")
    try:
        sys.exit(serve_project(project, address, partial(_tell_outcome, project=project)))
    except KeyboardInterrupt:
        sys.exit(0)


@cli.command()
@click.argument("code", required=False)
@click.option(
    "--pages",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="FOLDER",
    help="Write a page of Markdown for each code into this folder.",
)
def explain(code: str | None, pages: Path | None) -> None:
    """Explain a code, such as CIT101; without one, list them all."""
    if pages is not None:
        _write_pages(pages.resolve())
        return
    if code is None:
        for entry in codes.CATALOGUE.values():
            click.echo(f"{entry.id}  {entry.severity:7}  {entry.slug:24}  {entry.summary}")
        return
    found = codes.CATALOGUE.get(code.upper())
    if found is None:
        raise click.BadParameter(f"there is no code {code}; `quoteproof explain` lists them all")
    click.echo(as_text(found))


@cli.command()
def schema() -> None:
    """Print the JSON Schema of summary files, for completion in an editor."""
    click.echo(schema_json(), nl=False)


def _logged() -> str:
    """Where the traceback of the current exception is kept: outside the project."""
    try:
        with tempfile.NamedTemporaryFile(
            "w", prefix="quoteproof-", suffix=".log", delete=False, encoding="utf-8"
        ) as log:
            log.write(traceback.format_exc())
    except (OSError, ValueError):
        return ""
    return f" (please report it, with {log.name})"


def _write_pages(folder: Path) -> None:
    written = write(folder.parent, folder.name, code_pages())
    if not isinstance(written, Written):
        _tell(written, folder.parent)
        sys.exit(has_errors(written))
    click.echo(_counted(folder.name, written), err=True)


def _counted(folder: str, written: Written) -> str:
    return f"{folder}: {len(written.changed)} written, {len(written.removed)} removed"


def _finish(outcome: pipeline.Outcome, project: Path) -> None:
    _tell_outcome(outcome, project)
    sys.exit(outcome.failed)


def _tell_outcome(outcome: pipeline.Outcome, project: Path) -> None:
    _tell(outcome.findings, project)
    if outcome.written is not None:
        click.echo(_counted(pipeline.DOCS, outcome.written), err=True)
    for path in outcome.pdfs:
        click.echo(f"{path}: written", err=True)


def _tell(findings: list[Finding], project: Path) -> None:
    """Tell people: with excerpts at a terminal, else a line a thing, as editors and scripts read.

    A dumb terminal is most often an editor that does.
    """
    if not sys.stdout.isatty() or os.environ.get("TERM") == "dumb":
        for line in text_reporter.report(findings):
            click.echo(line)
        return
    cells = shutil.get_terminal_size().columns
    colour = False if os.environ.get("NO_COLOR") else None
    for row in terminal_reporter.report(findings, cache(partial(lines_of, project)), cells):
        click.echo(row, color=colour)

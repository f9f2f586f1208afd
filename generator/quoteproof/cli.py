"""The `quoteproof` command: arguments in, exit code out.

Exit codes: 0 clean (there may be warnings), 1 errors found, 2 wrong usage, 3 an error of our own.
"""

from __future__ import annotations

import io
import sys
import tempfile
import traceback
from pathlib import Path
from typing import Any

import click

from quoteproof import __version__, pipeline
from quoteproof.diagnostics import codes
from quoteproof.diagnostics.demo import EXAMPLE
from quoteproof.diagnostics.finding import Code, Finding, has_errors
from quoteproof.exports.pdf import SECTIONS, UnknownPart
from quoteproof.exports.schema import schema_json
from quoteproof.reporters import json as json_reporter
from quoteproof.reporters import text as text_reporter
from quoteproof.serve import serve as serve_project
from quoteproof.text.characters import visible

INTERNAL_ERROR = 3
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
    "--format", "style", type=click.Choice(["text", "json"]), default="text", help="For whom."
)
def check(project: Path, style: str) -> None:
    """Check the summaries against the sources, and write nothing."""
    _, findings = pipeline.check(project)
    if style == "json":
        click.echo(json_reporter.report(findings))
    else:
        _tell(findings)
    sys.exit(has_errors(findings))


@cli.command()
@_PROJECT
def build(project: Path) -> None:
    """Check, then write the pages to docs/."""
    _finish(pipeline.build(project))


@cli.command()
@_PROJECT
def site(project: Path) -> None:
    """Check, write docs/, and build the site with MkDocs into site/."""
    _finish(pipeline.site(project))


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
    _finish(outcome)


@cli.command()
@_PROJECT
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="Where to serve.")
def serve(project: Path, address: str) -> None:
    """Serve the site, and build it again on every change."""
    click.echo(f"Serving at http://{address}/ until Ctrl-C.")
    try:
        sys.exit(serve_project(project, address, _tell_outcome))
    except KeyboardInterrupt:
        sys.exit(0)


@cli.command()
@click.argument("code", required=False)
def explain(code: str | None) -> None:
    """Explain a code, such as CIT101; without one, list them all."""
    if code is None:
        for entry in codes.CATALOGUE.values():
            click.echo(f"{entry.id}  {entry.severity:7}  {entry.slug:24}  {entry.summary}")
        return
    found = codes.CATALOGUE.get(code.upper())
    if found is None:
        raise click.BadParameter(f"there is no code {code}; `quoteproof explain` lists them all")
    click.echo(_explained(found))


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


def _explained(code: Code) -> str:
    parts = [
        f"{code.id} {code.slug} ({code.severity})",
        code.summary,
        f"Why: {code.why}",
        f"What to do: {code.mend}",
    ]
    if code.bad:
        parts.append(f"Told of ({EXAMPLE}):\n\n{_indented(code.bad)}")
        parts.append(f"Not told of:\n\n{_indented(code.good)}")
    return "\n\n".join(parts)


def _indented(text: str) -> str:
    return "\n".join(f"    {line}".rstrip() for line in text.splitlines())


def _finish(outcome: pipeline.Outcome) -> None:
    _tell_outcome(outcome)
    sys.exit(outcome.failed)


def _tell_outcome(outcome: pipeline.Outcome) -> None:
    _tell(outcome.findings)
    if outcome.written is not None:
        changed, removed = len(outcome.written.changed), len(outcome.written.removed)
        click.echo(f"{pipeline.DOCS}: {changed} written, {removed} removed", err=True)
    for path in outcome.pdfs:
        click.echo(f"{path}: written", err=True)


def _tell(findings: list[Finding]) -> None:
    colours: dict[str, Any] = {"error": "red", "warning": "yellow"}
    for line in text_reporter.report(findings):
        word = next((w for w in colours if f": {w} " in line and line[0] != " "), None)
        click.secho(line, fg=colours.get(word or ""))

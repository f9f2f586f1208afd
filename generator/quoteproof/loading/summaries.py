"""Reads the summary files, and takes what they hold together."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from quoteproof.diagnostics import codes
from quoteproof.diagnostics.finding import Finding, Location, Related
from quoteproof.loading import remnants
from quoteproof.loading.files import FileCodes, paths_below, read_text, shown
from quoteproof.loading.validation import validate
from quoteproof.loading.yaml import MAX_BYTES, read_yaml
from quoteproof.model.located import MappingAt
from quoteproof.model.summaries import Briefing, Citation, Overview, Summaries, SummaryFile
from quoteproof.text.dates import PartialDate

FOLDER = PurePosixPath("seeds/summaries")
SUFFIXES = (".yml", ".yaml")

_CODES = FileCodes(
    missing=codes.YAML_UNREADABLE,
    not_a_file=codes.YAML_UNREADABLE,
    outside=codes.YAML_OUTSIDE,
    unreadable=codes.YAML_UNREADABLE,
    too_large=codes.YAML_TOO_LARGE,
    not_utf8=codes.YAML_NOT_UTF8,
)
_ILLEGIBLE = (codes.YAML_BROKEN, codes.YAML_TOO_DEEP, codes.YAML_TOO_LARGE)


@dataclass(frozen=True, slots=True)
class LoadedSummaries:
    """What the summary files hold, and what can be told of the parts that do not fit the schema.

    Where no file has a readable `briefing` or `overview`, `summaries` has a stand-in, so that the
    rest can be checked; the finding about it keeps it from being published. `files` names the
    document of each source; the other fields are those of `model.project.Project`.
    """

    summaries: Summaries
    files: tuple[remnants.NamedFile, ...]
    stranded: tuple[Citation, ...]
    named: frozenset[str]
    legible: bool
    whole: bool


def load_summaries(root: Path) -> tuple[LoadedSummaries, list[Finding]]:
    """Every summary file below `seeds/summaries`, in the order of their paths."""
    values, legible, findings = _read(root)
    named = frozenset(id for value in values for id in remnants.ids(value))
    files = tuple(file for value in values for file in remnants.files(value))
    cites = [cite for value in values for cite in remnants.cites(value)]
    models: list[SummaryFile] = []
    for value in values:
        model, problems = validate(value)
        models.extend([model] if model is not None else [])
        findings.extend(problems)
    whole = not findings
    written = {key for value in values for key in (*value, *value.left_out)}
    summaries, problems = _together(models, written if legible else None)
    read = {thing.at for thing in summaries.everything() if isinstance(thing, Citation)}
    unread = (cite for cite in cites if isinstance(cite, MappingAt) and cite.at not in read)
    stranded = tuple(remnants.citations(unread))
    return (
        LoadedSummaries(summaries, files, stranded, named, legible, whole),
        findings + problems,
    )


def _read(root: Path) -> tuple[list[MappingAt], bool, list[Finding]]:
    """What each file holds, whether all could be read, and why not."""
    values: list[MappingAt] = []
    findings: list[Finding] = []
    legible = True
    paths = [path for path in paths_below(root / FOLDER) if path.suffix in SUFFIXES]
    if not paths:
        message = "There is no summary to read."
        hint = f"Write at least one .yml file in {FOLDER}, with `briefing` and `overview`."
        findings.append(Finding(codes.NOTHING_TO_READ, Location(str(FOLDER)), message, hint))
        legible = False
    for path in paths:
        file = read_text(root, path, Location(shown(root, path)), _CODES, MAX_BYTES)
        if isinstance(file, Finding):
            findings.append(file)
            legible = False
            continue
        value, problems = read_yaml(file.text, file.path)
        findings.extend(problems)
        legible = legible and not any(problem.code in _ILLEGIBLE for problem in problems)
        if isinstance(value, MappingAt):
            values.append(value)
        elif value is not None:
            message = "A summary file must be a mapping, with keys such as `terms`."
            hint = "See `quoteproof schema`."
            findings.append(Finding(codes.WRONG_TYPE, Location(file.path), message, hint))
            legible = False
    return values, legible, findings


def _together(
    files: Sequence[SummaryFile], written: Container[str] | None
) -> tuple[Summaries, list[Finding]]:
    """All files as one, and what is given twice or not at all.

    `written` has the keys that stand in any file, whether or not their values fit; None where that
    is not known.
    """
    findings: list[Finding] = []
    together: dict[str, Any] = {
        "briefing": Briefing(title="-", scope="-", as_of=PartialDate.parse("2000")),
        "overview": Overview(bottom_line=()),
    }
    for name in ("briefing", "overview"):
        given = [(f, getattr(f, name)) for f in files if getattr(f, name) is not None]
        for file, _ in given[1:]:
            first = given[0][0].at_value(name)
            message = f"`{name}` is given a second time."
            related = (Related(first, "the first one"),)
            place = file.at_value(name)
            findings.append(
                Finding(codes.GIVEN_TWICE, place, message, "Keep one of them.", related)
            )
        if given:
            together[name] = given[0][1]
        elif written is not None and name not in written:
            message = f"No summary file has `{name}`."
            hint = f"Write `{name}:` in one of them; see `quoteproof schema`."
            findings.append(Finding(codes.NOTHING_TO_READ, Location(str(FOLDER)), message, hint))
    for name in SummaryFile.model_fields.keys() - {"briefing", "overview"}:
        together[name] = tuple(item for file in files for item in getattr(file, name))
    return Summaries(**together), findings

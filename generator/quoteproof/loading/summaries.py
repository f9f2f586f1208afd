"""Reads the summary files into models, and tells every fault of form in one run.

A file that does not fit the schema is not given up: what does not fit is told, left out, and the
rest is checked, so that one slip does not hide the others.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple, get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails
from rapidfuzz import process

from quoteproof.diagnostics import codes
from quoteproof.diagnostics.finding import Finding, Location, Related
from quoteproof.loading.files import FileCodes, read_text, shown
from quoteproof.loading.yaml import MAX_BYTES, read_yaml
from quoteproof.model.located import ListAt, Located, MappingAt
from quoteproof.model.summaries import ID, Briefing, Overview, Summaries, SummaryFile
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
_ROUNDS = 40


@dataclass(frozen=True, slots=True)
class LoadedSummaries:
    """What the summary files hold, and every id they name, readable or not.

    Where no file has a readable `briefing` or `overview`, `summaries` has a stand-in, so that the
    rest can be checked; the finding about it keeps it from being published. `named` also has the
    ids of records that could not be read: a reference to one of them is not reported as unknown,
    since its own fault already is.
    """

    summaries: Summaries
    named: frozenset[str]


def load_summaries(root: Path) -> tuple[LoadedSummaries, list[Finding]]:
    """Every summary file below `seeds/summaries`, in the order of their paths."""
    files: list[SummaryFile] = []
    findings: list[Finding] = []
    named: set[str] = set()
    paths = sorted(p for p in (root / FOLDER).rglob("*") if p.suffix in SUFFIXES)
    if not paths:
        message = "There is no summary to read."
        hint = f"Write at least one .yml file in {FOLDER}, with `briefing` and `overview`."
        findings.append(Finding(codes.NOTHING_TO_READ, Location(str(FOLDER)), message, hint))
    for path in paths:
        at = Location(shown(root, path))
        file = read_text(root, path, at, _CODES, MAX_BYTES)
        if isinstance(file, Finding):
            findings.append(file)
            continue
        value, problems = read_yaml(file.text.removeprefix("\ufeff"), file.path)
        findings.extend(problems)
        if value is None:
            continue
        named |= set(_ids(value))
        made, problems = _validate(value, at)
        findings.extend(problems)
        if made is not None:
            files.append(made)
    summaries, problems = _together(files, bool(findings))
    return LoadedSummaries(summaries, frozenset(named)), findings + problems


def _together(files: Sequence[SummaryFile], failed: bool) -> tuple[Summaries, list[Finding]]:
    """All files as one, and what is given twice or not at all."""
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
        elif not failed:
            message = f"No summary file has `{name}`."
            hint = f"Write `{name}:` in one of them; see `quoteproof schema`."
            findings.append(Finding(codes.NOTHING_TO_READ, Location(str(FOLDER)), message, hint))
    for name in SummaryFile.model_fields.keys() - {"briefing", "overview"}:
        together[name] = tuple(item for file in files for item in getattr(file, name))
    return Summaries(**together), findings


def _ids(value: object) -> Iterator[str]:
    """Every text under a key `id`, however deep."""
    if isinstance(value, dict):
        if isinstance(value.get("id"), str):
            yield value["id"]
        for item in value.values():
            yield from _ids(item)
    elif isinstance(value, list):
        for item in value:
            yield from _ids(item)


def _validate(value: object, at: Location) -> tuple[SummaryFile | None, list[Finding]]:
    """The model, made again without each part that does not fit until the rest does."""
    findings: list[Finding] = []
    for _ in range(_ROUNDS):
        try:
            return SummaryFile.model_validate(value), findings
        except ValidationError as error:
            problems = error.errors(include_url=False)
            findings.extend(
                _finding(problem, value, at)
                for problem in problems
                if not _is_our_doing(problem, value)
            )
            if not _leave_out(value, problems):
                return None, findings
    return None, findings


def _is_our_doing(problem: ErrorDetails, value: object) -> bool:
    """Whether a key is missing only because its value was told before and left out."""
    if problem["type"] != "missing":
        return False
    steps = _walk(value, problem["loc"])
    lacking = steps[-1].value if steps else value
    return isinstance(lacking, MappingAt) and problem["loc"][-1] in lacking.left_out


def _leave_out(value: object, problems: Sequence[ErrorDetails]) -> bool:
    """Remove from `value` what the problems are about; False where that is all of it.

    Where a key is missing, the mapping that lacks it goes: the steps end there. Every mapping on
    the way remembers under which key something was left out.
    """
    doomed: dict[tuple[int, str | int], MappingAt | ListAt] = {}
    for problem in problems:
        steps = _walk(value, problem["loc"])
        if not steps:
            return False
        for step in steps:
            if isinstance(step.container, MappingAt):
                step.container.left_out.add(str(step.key))
        doomed[id(steps[-1].container), steps[-1].key] = steps[-1].container
    # Lists from their end, so that removing one item does not move the others.
    for (_, key), container in sorted(doomed.items(), key=lambda d: str(d[0][1]).zfill(9))[::-1]:
        if isinstance(container, MappingAt):
            del container[str(key)]
        else:
            del container[int(key)]
            del container.items_at[int(key)]
    return True


class _Step(NamedTuple):
    """A step down a value as written: from a container, by a key or index, to a value."""

    container: MappingAt | ListAt
    key: str | int
    value: object


def _walk(value: object, loc: Sequence[str | int]) -> list[_Step]:
    """The steps of `loc` that exist in the value as written, each with its container.

    Pydantic's locations also name forms that the file does not have: the tag of a union, or the
    long form of a citation whose one key is the source's id. The first is passed over, the second
    is gone through.
    """
    steps: list[_Step] = []
    current = value
    for step in loc:
        if isinstance(current, ListAt) and isinstance(step, int) and step < len(current):
            steps.append(_Step(current, step, current[step]))
            current = current[step]
        elif isinstance(current, MappingAt) and isinstance(step, str):
            inner = next(iter(current.values())) if len(current) == 1 else None
            if step in current:
                steps.append(_Step(current, step, current[step]))
                current = current[step]
            elif isinstance(inner, MappingAt) and step in inner:
                steps.append(_Step(current, next(iter(current)), inner))
                steps.append(_Step(inner, step, inner[step]))
                current = inner[step]
    return steps


def _place(value: object, loc: Sequence[str | int], at_key: bool, at: Location) -> Location:
    steps = _walk(value, loc)
    if not steps:
        return value.at if isinstance(value, MappingAt | ListAt) else at
    container, key, _ = steps[-1]
    if isinstance(container, MappingAt):
        return (container.keys_at if at_key else container.values_at)[str(key)]
    return container.items_at[int(key)]


def _finding(problem: ErrorDetails, value: object, at: Location) -> Finding:
    """A pydantic error in our words, at its place in the file."""
    loc, kind, found = problem["loc"], problem["type"], problem["input"]
    key = next((str(step) for step in reversed(loc) if isinstance(step, str)), "the file")
    place = _place(value, loc, kind == "extra_forbidden", at)
    if kind == "extra_forbidden":
        known = _known_keys(loc[:-1])
        message = f"`{key}` is not a key here."
        return Finding(codes.UNKNOWN_KEY, place, message, _nearest(key, known, "known keys"))
    if kind == "missing":
        message = f"`{key}` is missing."
        return Finding(codes.MISSING_KEY, place, message, f"Add `{key}`.")
    if kind == "enum":
        known = [part.strip("' ") for part in _words(problem["ctx"]["expected"])]
        message = f"`{found}` is not a value of `{key}`."
        return Finding(codes.UNKNOWN_VALUE, place, message, _nearest(str(found), known, "values"))
    if kind in _EXPECTED:
        message = f"`{key}` must be {_EXPECTED[kind]}, not {_described(found)}."
        return Finding(codes.WRONG_TYPE, place, message, "Write it so; see `quoteproof schema`.")
    said = problem["msg"].removeprefix("Value error, ")
    if kind == "string_pattern_mismatch" and problem["ctx"]["pattern"] == ID:
        said = "an id is made of a-z, 0-9 and single hyphens, such as `joint-patrols`"
    message = f"`{key}` does not fit: {said.rstrip('.')}; found {_described(found)}."
    return Finding(codes.BAD_VALUE, place, message, "Mend the value; see `quoteproof schema`.")


_EXPECTED = {
    "string_type": "a text",
    "tuple_type": "a list",
    "model_type": "a mapping",
    "model_attributes_type": "a mapping",
    "dict_type": "a mapping",
    "int_parsing": "a whole number",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "float_parsing": "a number",
    "float_type": "a number",
}


def _described(found: object) -> str:
    match found:
        case None:
            return "nothing"
        case str():
            return f"`{found[:60]}…`" if len(found) > 60 else f"`{found}`"
        case dict():
            return "a mapping"
        case list() | tuple():
            return "a list"
        case _:
            return f"`{found!r:.60}`"


def _words(expected: str) -> list[str]:
    return expected.replace(" or ", ", ").split(", ")


def _nearest(word: str, known: Sequence[str], what: str) -> str:
    close = process.extractOne(word, known, score_cutoff=60) if known else None
    start = f"Did you mean `{close[0]}`? " if close else ""
    return f"{start}The {what} are: {', '.join(known)}."


def _known_keys(loc: Sequence[str | int]) -> list[str]:
    """The keys of the model that stands at `loc` in a summary file."""
    model: type[Located] = SummaryFile
    for step in loc:
        info = model.model_fields.get(str(step))
        inner = _model_in(info.annotation) if info else None
        model = inner or model
    return list(model.model_fields)


def _model_in(annotation: object) -> type[Located] | None:
    if isinstance(annotation, type) and issubclass(annotation, Located):
        return annotation
    return next((m for arg in get_args(annotation) if (m := _model_in(arg))), None)

"""Fits what a summary file holds to the schema, and tells every fault of form in one run.

A file that does not fit is not given up: what does not fit is told, left out, and the rest is
fitted again, so that one slip does not hide the others.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from pydantic import ValidationError
from pydantic_core import ErrorDetails
from rapidfuzz import process

from quoteproof.diagnostics import codes
from quoteproof.diagnostics.finding import Finding, Location
from quoteproof.model.located import ListAt, Located, MappingAt, models_in
from quoteproof.model.summaries import ID, Citation, SummaryFile

_ROUNDS = 40


def validate(value: MappingAt) -> tuple[SummaryFile | None, list[Finding]]:
    """The model, made again without each part that does not fit until the rest does.

    `value` loses those parts.
    """
    findings: list[Finding] = []
    for _ in range(_ROUNDS):
        try:
            return SummaryFile.model_validate(value), findings
        except ValidationError as error:
            details = error.errors(include_url=False)
            problems = [_Problem(d["type"], d["loc"], _walk(value, d["loc"]), d) for d in details]
            for problem in problems:
                _excuse_the_key_that_is_misspelt(problem, value)
            findings.extend(
                _finding(problem, value) for problem in problems if not _is_told(problem, value)
            )
            if not _leave_out(problems):
                return None, findings
    return None, findings


class _Step(NamedTuple):
    """A step down a value as written: from a container, by a key or index, to a value."""

    container: MappingAt | ListAt
    key: str | int
    value: object


class _Problem(NamedTuple):
    """A pydantic error, and the steps to what it is about, as far as they exist in the file."""

    kind: str
    loc: tuple[str | int, ...]
    steps: list[_Step]
    details: ErrorDetails

    def mapping(self, root: MappingAt) -> MappingAt | None:
        """The mapping in which the steps end, if they end in one."""
        value = self.steps[-1].value if self.steps else root
        return value if isinstance(value, MappingAt) else None


def _walk(value: object, loc: Sequence[str | int]) -> list[_Step]:
    """The steps of `loc` that exist in the value as written, each with its container.

    Pydantic's locations also name what the file does not have: the tag of a union, which is passed
    over, and the keys of a citation, which the file has one step deeper, under the source's id.
    """
    steps: list[_Step] = []
    for step in loc:
        current = steps[-1].value if steps else value
        inside = isinstance(step, str) and step != "source"
        if inside and isinstance(current, MappingAt) and _is_in_cite(steps):
            ((id, inner),) = current.items()
            steps.append(_Step(current, id, inner))
            current = inner
        if isinstance(current, MappingAt) and isinstance(step, str) and step in current:
            steps.append(_Step(current, step, current[step]))
        if isinstance(current, ListAt) and isinstance(step, int) and step < len(current):
            steps.append(_Step(current, step, current[step]))
    return steps


def _is_in_cite(steps: Sequence[_Step]) -> bool:
    """Whether the steps end at what stands under `cite`, or in a list there."""
    under = steps[:-1] if steps and isinstance(steps[-1].container, ListAt) else steps
    return bool(under) and under[-1].key == "cite"


def _excuse_the_key_that_is_misspelt(problem: _Problem, root: MappingAt) -> None:
    """Where an unknown key was meant for a known one, that one is not also told to be missing."""
    if problem.kind == "extra_forbidden":
        container, key, _ = problem.steps[-1]
        meant = _closest(str(key), _known_keys(problem.loc[:-1]))
        if meant and isinstance(container, MappingAt) and meant not in container:
            container.left_out.add(meant)


def _is_told(problem: _Problem, root: MappingAt) -> bool:
    """Whether something lacks only because what was written there was told before and left out."""
    lacking = problem.mapping(root)
    if lacking is None:
        return False
    if problem.kind == "missing":
        return problem.loc[-1] in lacking.left_out
    return problem.kind == "value_error" and bool(lacking.left_out)


def _leave_out(problems: Sequence[_Problem]) -> bool:
    """Remove what the problems are about; False where that is all of it.

    Where a key is missing, the mapping that lacks it goes: the steps end there. Every mapping on
    the way remembers under which key something was left out.
    """
    doomed: dict[tuple[int, str | int], MappingAt | ListAt] = {}
    for problem in problems:
        if not problem.steps:
            return False
        for step in problem.steps:
            if isinstance(step.container, MappingAt):
                step.container.left_out.add(str(step.key))
        last = problem.steps[-1]
        doomed[id(last.container), last.key] = last.container
    # Lists from their end, so that removing one item does not move the others.
    for (_, key), container in sorted(doomed.items(), key=lambda d: str(d[0][1]).zfill(9))[::-1]:
        if isinstance(container, MappingAt):
            del container[str(key)]
        else:
            del container[int(key)]
            del container.items_at[int(key)]
    return True


def _place(problem: _Problem, root: MappingAt) -> Location:
    if not problem.steps:
        return root.at
    container, key, _ = problem.steps[-1]
    if isinstance(container, ListAt):
        return container.items_at[int(key)]
    places = container.keys_at if problem.kind == "extra_forbidden" else container.values_at
    return places[str(key)]


def _finding(problem: _Problem, root: MappingAt) -> Finding:
    """A pydantic error in our words, at its place in the file."""
    kind, loc, found = problem.kind, problem.loc, problem.details["input"]
    key = next((str(step) for step in reversed(loc) if isinstance(step, str)), "the file")
    what = f"An item of `{key}`" if loc and isinstance(loc[-1], int) else f"`{key}`"
    place = _place(problem, root)
    if kind == "extra_forbidden":
        known = _known_keys(loc[:-1])
        message = f"`{key}` is not a key here."
        return Finding(codes.UNKNOWN_KEY, place, message, _nearest(key, known, "known keys"))
    if kind == "missing":
        message = f"`{key}` is missing."
        return Finding(codes.MISSING_KEY, place, message, f"Add `{key}`.")
    context = problem.details.get("ctx", {})
    if kind == "enum" and isinstance(found, str):
        known = [part.strip("' ") for part in _words(context["expected"])]
        message = f"`{found}` is not a value of `{key}`."
        return Finding(codes.UNKNOWN_VALUE, place, message, _nearest(found, known, "values"))
    if kind in _EXPECTED:
        message = f"{what} must be {_EXPECTED[kind]}, not {_described(found)}."
        return Finding(codes.WRONG_TYPE, place, message, "Write it so; see `quoteproof schema`.")
    said = problem.details["msg"].removeprefix("Value error, ")
    if kind == "string_pattern_mismatch" and context["pattern"] == ID:
        said = "an id is made of a-z, 0-9 and single hyphens, such as `joint-patrols`"
    seen = "" if isinstance(found, dict) else f"; found {_described(found)}"
    message = f"{what} does not fit: {said.rstrip('.')}{seen}."
    return Finding(codes.BAD_VALUE, place, message, "Mend the value; see `quoteproof schema`.")


_EXPECTED = {
    "string_type": "a text",
    "enum": "a text",
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
    close = _closest(word, known)
    start = f"Did you mean `{close}`? " if close else ""
    return f"{start}The {what} are: {', '.join(known)}."


def _closest(word: str, known: Sequence[str]) -> str | None:
    found = process.extractOne(word, known, score_cutoff=60)
    return found[0] if found else None


def _known_keys(loc: Sequence[str | int]) -> list[str]:
    """The keys that may be written at `loc` in a summary file."""
    models: list[type[Located]] = [SummaryFile]
    for step in loc:
        tagged = [model for model in models if model.__name__ == step]
        infos = [model.model_fields[str(step)] for model in models if step in model.model_fields]
        inner = [model for info in infos for model in models_in(info.annotation)]
        models = tagged or inner or models
    keys = dict.fromkeys(key for model in models for key in model.model_fields)
    if Citation in models:
        del keys["source"]  # which is written as the key of the citation itself
    return list(keys)

"""The JSON Schema accepts what the loader accepts, in short forms too, and not what it refuses."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from quoteproof.diagnostics.codes import CATALOGUE
from quoteproof.diagnostics.demo import FILES
from quoteproof.diagnostics.finding import Code
from quoteproof.exports.schema import schema_json

SEEDS = Path(__file__).parents[2] / "seeds/summaries"
SCHEMA = json.loads(schema_json())
FORM = [code for code in CATALOGUE.values() if code.id.startswith("YML20")]


class Editor(yaml.SafeLoader):
    """Reads YAML as editors do, by the core schema of YAML 1.2: dates are texts, years are not."""

    yaml_implicit_resolvers = {}


Editor.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"(~|null|)$"), None)
Editor.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"(true|false)$"), None)
Editor.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"[-+]?\d+$"), None)
Editor.add_implicit_resolver("tag:yaml.org,2002:float", re.compile(r"[-+]?\d+\.\d+$"), None)


def test_it_is_complete() -> None:
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert SCHEMA["type"] == "object"
    assert SCHEMA["additionalProperties"] is False
    assert "required" not in SCHEMA
    references = set(re.findall(r'"\$ref": "([^"]+)"', schema_json()))
    assert references == {f"#/$defs/{name}" for name in SCHEMA["$defs"]}


def test_an_editor_has_something_to_show_for_every_form() -> None:
    forms = [f for name, f in SCHEMA["$defs"].items() if "properties" in f]
    assert len(forms) > 15
    assert [form["title"] for form in forms if not form.get("description")] == []


@pytest.mark.parametrize("path", [path for path in FILES if path.endswith(".yml")])
def test_it_accepts_the_demo(path: str) -> None:
    assert [*_wrong(yaml.load(FILES[path], Editor))] == []


@pytest.mark.parametrize("path", sorted(SEEDS.rglob("*.yml")), ids=lambda path: path.name)
def test_it_accepts_the_flagship(path: Path) -> None:
    assert [*_wrong(yaml.load(path.read_text("utf-8"), Editor))] == []


@pytest.mark.parametrize("code", [c for c in CATALOGUE.values() if c.good], ids=str)
def test_it_accepts_every_good_example(code: Code) -> None:
    assert [*_wrong(yaml.load(code.good, Editor))] == []


@pytest.mark.parametrize("code", FORM, ids=str)
def test_it_refuses_what_is_wrong_in_form(code: Code) -> None:
    # A pattern lets pass a day that its month does not have.
    refused = [*_wrong(yaml.load(code.bad.replace("2020-02-30", "soon"), Editor))]
    assert refused


@pytest.mark.parametrize(
    "short",
    [
        "cite: {office: a quote}",
        "cite: [office: a quote]",
        "cite: [office: 40]",
        "cite: [office: {quote: a quote, prefix: some, said: 2020}]",
        "cite: []",
    ],
)
def test_forms_of_citations(short: str) -> None:
    statement = yaml.load(f"{{text: A text., {short}}}", Editor)
    assert [*_wrong({"overview": {"bottom_line": [statement]}})] == []


@pytest.mark.parametrize(
    "wrong",
    [
        "cite: a quote",
        "cite: [a quote]",
        "cite: [{office: a quote, post: a quote}]",
        "cite: [{}]",
        "cite: [office: {prefix: some}]",
        "cite: [office: {quote: a quote, source: office}]",
        "cite: [Office!: a quote]",
    ],
)
def test_what_is_no_citation(wrong: str) -> None:
    statement = yaml.load(f"{{text: A text., {wrong}}}", Editor)
    assert [*_wrong({"overview": {"bottom_line": [statement]}})] != []


@pytest.mark.parametrize("time", ["2020", "2020-03", "2020-03-05", "2020-03-06T00:01", "'2020'"])
def test_short_forms_of_times_places_and_evidence(time: str) -> None:
    data = yaml.load(
        f"""
        events:
          - {{id: a, title: A, type: other, mode: planned, time: {time}, place: 7, statements: []}}
        discrepancies:
          - {{id: b, question: B, kind: time, status: open, materiality: low, would_settle: [C]}}
        """,
        Editor,
    )
    assert [*_wrong(data)] == []


def _wrong(value: Any, schema: Any = SCHEMA, at: str = "") -> Iterator[str]:
    """Where a value does not fit the schema: as much of JSON Schema as ours uses."""
    if "$ref" in schema:
        yield from _wrong(value, SCHEMA["$defs"][schema["$ref"].rpartition("/")[2]], at)
    if "anyOf" in schema and all([*_wrong(value, option, at)] for option in schema["anyOf"]):
        yield f"{at}: fits no form"
    if "oneOf" in schema and sum(not [*_wrong(value, o, at)] for o in schema["oneOf"]) != 1:
        yield f"{at}: fits no one form"
    kinds = schema.get("type", [])
    if kinds and not _is_one_of(value, [kinds] if isinstance(kinds, str) else kinds):
        yield f"{at}: {value!r} is no {kinds}"
        return
    if "enum" in schema and value not in schema["enum"]:
        yield f"{at}: {value!r} is none of {schema['enum']}"
    if isinstance(value, str):
        if not re.search(schema.get("pattern", ""), value):
            yield f"{at}: {value!r} is not like {schema['pattern']}"
        if not schema.get("minLength", 0) <= len(value) <= schema.get("maxLength", 10**9):
            yield f"{at}: {value!r} is too short or long"
    if isinstance(value, int | float):
        smallest, largest = schema.get("minimum", value), schema.get("maximum", value)
        yield from [f"{at}: {value!r}"] if not smallest <= value <= largest else []
    if isinstance(value, list):
        for number, item in enumerate(value):
            yield from _wrong(item, schema.get("items", {}), f"{at}/{number}")
    if isinstance(value, dict):
        yield from _wrong_mapping(value, schema, at)


def _wrong_mapping(value: dict[str, Any], schema: Any, at: str) -> Iterator[str]:
    if not schema.get("minProperties", 0) <= len(value) <= schema.get("maxProperties", 10**9):
        yield f"{at}: too few or many keys"
    yield from (f"{at}: no {key}" for key in schema.get("required", []) if key not in value)
    for key, item in value.items():
        known = [schema["properties"][key]] if key in schema.get("properties", {}) else []
        patterns = schema.get("patternProperties", {})
        known += [inner for pattern, inner in patterns.items() if re.search(pattern, str(key))]
        more = schema.get("additionalProperties", {})
        if not known and more is False:
            yield f"{at}: unknown {key}"
        for inner in known or ([more] if isinstance(more, dict) else []):
            yield from _wrong(item, inner, f"{at}/{key}")


def _is_one_of(value: Any, kinds: list[str]) -> bool:
    if isinstance(value, bool):
        return "boolean" in kinds
    types = {
        "object": dict, "array": list, "string": str, "number": int | float, "integer": int,
        "null": type(None),
    }  # fmt: skip
    return any(isinstance(value, types[kind]) for kind in kinds)

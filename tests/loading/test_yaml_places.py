"""What `read_yaml` makes of any text: values with their places, or findings, and never an error."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from projects import YAMLISH
from quoteproof.diagnostics.finding import Location
from quoteproof.loading import yaml as reader
from quoteproof.loading.yaml import read_yaml
from quoteproof.model.located import ListAt, MappingAt
from quoteproof.text.lines import LineIndex

PATH = "seeds/summaries/a.yml"
LOADERS = [yaml.CSafeLoader, yaml.SafeLoader]

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=12)
SCALARS = WORDS | st.sampled_from(["no", "36", "a: b", " # c", "x\n  y\n", "\n", "[]", "ab " * 9])
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(SCALARS, inner, max_size=4),
    max_leaves=12,
)


@settings(deadline=None)
@pytest.mark.parametrize("loader", LOADERS)
@given(text=st.text() | YAMLISH)
def test_any_text_is_read_or_told(loader: type, text: str) -> None:
    value, findings = _read(loader, text)
    lines = LineIndex(text.lstrip("\ufeff"))
    assert value is None or isinstance(value, str | MappingAt | ListAt)
    for finding in findings:
        lines.offset(finding.location.line, finding.location.column)  # it is in the text


@settings(deadline=None)
@pytest.mark.parametrize("loader", LOADERS)
@given(
    data=VALUES,
    style=st.sampled_from([None, '"', "'", "|", ">"]),
    flow=st.booleans(),
    width=st.sampled_from([20, 10_000]),
    ending=st.sampled_from(["\n", "\r\n"]),
    bom=st.booleans(),
)
def test_every_value_knows_its_place(
    loader: type, data: Any, style: str, flow: bool, width: int, ending: str, bom: bool
) -> None:
    data = _numbered(data, count())
    text = yaml.safe_dump(
        data,
        default_style=style,
        default_flow_style=flow,
        allow_unicode=True,
        width=width,
        line_break=ending,
        sort_keys=False,
    )
    value, findings = _read(loader, "\ufeff" * bom + text)
    assert findings == []
    assert value == data
    lines = LineIndex(text)
    for scalar, at in _scalars(value):
        number = re.escape(scalar.partition(".")[0])
        begins = re.compile(rf"""(["']|[|>][-+\d]*\s+)?{number}\.""")
        assert begins.match(text, lines.offset(at.line, at.column))


@settings(deadline=None)
@pytest.mark.parametrize("loader", LOADERS)
@given(keys=st.lists(st.sampled_from("abcd"), max_size=8), flow=st.booleans())
def test_every_key_but_the_first_of_a_name_is_told(
    loader: type, keys: list[str], flow: bool
) -> None:
    pairs = [f"{key}: {number}" for number, key in enumerate(keys)]
    value, findings = _read(loader, f"{{{', '.join(pairs)}}}" if flow else "\n".join(pairs))
    first = {key: str(keys.index(key)) for key in keys}
    assert (value or {}) == first
    again = [number for number, key in enumerate(keys) if str(number) != first[key]]
    places = [(1, 2 + 6 * n) if flow else (n + 1, 1) for n in again]
    assert [f.location for f in findings] == [Location(PATH, *place) for place in places]
    assert {f.code.id for f in findings} <= {"YML102"}


@pytest.mark.parametrize("loader", LOADERS)
def test_scalars_are_text_or_nothing(loader: type) -> None:
    text = """\
    {a: no, b: 36, c: 2020-03-05, d: 1e3, e: ~, f: null, g: , h: '', i: "~", j: 'null', k: .nan}
    """
    value, findings = _read(loader, text)
    assert findings == []
    assert value == {
        "a": "no", "b": "36", "c": "2020-03-05", "d": "1e3", "e": None, "f": None, "g": None,
        "h": "", "i": "~", "j": "null", "k": ".nan",
    }  # fmt: skip


def _read(loader: type, text: str) -> tuple[Any, list[Any]]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reader, "_Loader", loader)
        return read_yaml(text, PATH)


def _numbered(data: Any, numbers: Iterator[int]) -> Any:
    """The data with a number before each scalar, so that it is found again in the text."""
    match data:
        case dict():
            return {_numbered(k, numbers): _numbered(v, numbers) for k, v in data.items()}
        case list():
            return [_numbered(item, numbers) for item in data]
        case _:
            return f"{next(numbers)}.{data}"


def _scalars(value: Any) -> Iterator[tuple[str, Location]]:
    """Every key and scalar of a value, with its place."""
    if isinstance(value, MappingAt):
        yield from value.keys_at.items()
        for key, item in value.items():
            yield from [(item, value.values_at[key])] if isinstance(item, str) else _scalars(item)
    elif isinstance(value, ListAt):
        for item, at in zip(value, value.items_at, strict=True):
            yield from [(item, at)] if isinstance(item, str) else _scalars(item)

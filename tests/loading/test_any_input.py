"""No summary and no document raises anything but findings, and none of it takes long."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from projects import YAMLISH, demo, findings, put
from quoteproof.diagnostics.demo import EXAMPLE, FILES
from quoteproof.model.located import Located
from quoteproof.model.summaries import ShortForm, SummaryFile

SAME_FOLDER = settings(
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)

MODELS = [*Located.__subclasses__(), *ShortForm.__subclasses__()]
KEYS = sorted({key for model in MODELS for key in model.model_fields} | {"office", "nonsense"})
WORDS = "|office|post|harbour-office|town|About 40 boats|2020-04|other|high|open|gap|fact|state"
SCALARS = st.sampled_from([None, "\0", "..", "-1", "post.txt", "overview", *WORDS.split("|")])
SHAPES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=6)
    ),
    max_leaves=30,
)
SUMMARIES = st.dictionaries(st.sampled_from([*SummaryFile.model_fields]), SHAPES, max_size=4)


@SAME_FOLDER
@given(text=st.text() | YAMLISH)
def test_any_text_as_a_summary(tmp_path: Path, text: str) -> None:
    put(demo(tmp_path), EXAMPLE, text.encode("utf-8", "surrogatepass"))
    findings(tmp_path)


@SAME_FOLDER
@given(data=SUMMARIES)
def test_any_shape_as_a_summary(tmp_path: Path, data: Any) -> None:
    put(demo(tmp_path), EXAMPLE, yaml.safe_dump(data, sort_keys=False))
    for finding in findings(tmp_path):
        assert finding.location.line >= 1


@SAME_FOLDER
@given(data=st.data())
def test_a_demo_with_one_value_changed(tmp_path: Path, data: st.DataObject) -> None:
    path = data.draw(st.sampled_from([path for path in FILES if path.endswith(".yml")]))
    value = yaml.safe_load(FILES[path])
    place = data.draw(st.sampled_from([*_places(value)]))
    changed = data.draw(SHAPES)
    put(demo(tmp_path), path, yaml.safe_dump(_with(value, place, changed), sort_keys=False))
    findings(tmp_path)


@SAME_FOLDER
@given(raw=st.binary() | st.text().map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_bytes_as_a_document(tmp_path: Path, raw: bytes) -> None:
    put(demo(tmp_path), "seeds/sources/post.txt", raw)
    assert {"SRC201", "SRC104", "SRC105"} & {f.code.id for f in findings(tmp_path)}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("actors: [" + "{}," * 5_000 + "]", id="mappings that lack everything"),
        pytest.param("".join(f"k{n}: v\n" for n in range(5_000)), id="unknown keys"),
        pytest.param("actors: []\n" * 5_000, id="duplicate keys"),
        pytest.param("a: " + "&a" * 1_000_000, id="a very long anchor"),
        pytest.param("a: '" + "x\n\n" * 1_000_000 + "'", id="a very long scalar"),
    ],
)
def test_a_file_made_to_keep_us_busy(text: str, tmp_path: Path) -> None:
    started = time.process_time()
    assert findings(demo(tmp_path, {EXAMPLE: text}))
    assert time.process_time() - started < 10


def _places(value: Any) -> list[tuple[str | int, ...]]:
    """The path to everything inside a value."""
    items = value.items() if isinstance(value, dict) else enumerate(value)
    inside = [
        (key, *place)
        for key, item in items
        for place in [(), *(_places(item) if isinstance(item, dict | list) else [])]
    ]
    return inside


def _with(value: Any, place: tuple[str | int, ...], changed: Any) -> Any:
    if not place:
        return changed
    key, *rest = place
    items = value.items() if isinstance(value, dict) else enumerate(value)
    made = {k: _with(item, tuple(rest), changed) if k == key else item for k, item in items}
    return made if isinstance(value, dict) else list(made.values())

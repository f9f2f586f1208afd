"""The events on the axis: what each looks like, and where its date is written."""

from pathlib import Path

import pytest
import yaml

from pages.figures.made import view_of


def events(*given: dict[str, object]) -> str:
    whole = [
        {
            "id": f"e{number}",
            "title": f"Event {number}",
            "type": "other",
            "mode": "occurred",
            "statements": [{"text": "Not told.", "kind": "gap"}],
            **event,
        }
        for number, event in enumerate(given)
    ]
    return yaml.safe_dump({"events": whole})


@pytest.mark.parametrize(
    ("event", "shape"),
    [
        ({"time": "2020-04-05"}, "point"),
        ({"time": "2020-04-05T10:00"}, "point"),
        ({"time": "2020-04"}, "uncertain"),
        ({"time": "2020"}, "uncertain"),
        ({"time": {"earliest": "2020-04-05", "precision": "week"}}, "uncertain"),
        ({"time": {"earliest": "2020-04-05", "latest": "2020-04-07"}}, "uncertain"),
        (
            {"time": {"earliest": "2020-04-05", "latest": "2020-04-07", "precision": "day"}},
            "lasting",
        ),
        (
            {
                "type": "statement",
                "time": {"earliest": "2020-04-05", "latest": "2020-04-07", "precision": "day"},
            },
            "uncertain",
        ),
    ],
)
def test_the_shape_tells_how_exactly_a_time_is_known(
    tmp_path: Path, event: dict[str, object], shape: str
) -> None:
    (row,) = view_of("timeline", tmp_path, events(event)).rows

    assert row.shape == shape
    assert (row.begins == row.ends) == (shape == "point")


def test_the_figure_of_three_events(tmp_path: Path) -> None:
    made = view_of(
        "timeline",
        tmp_path,
        events(
            {"time": "2012", "mode": "reported"},
            {
                "type": "talks",
                "time": {"earliest": "2020-02", "latest": "2020-04-03", "precision": "month"},
            },
            {"time": "2020-04-20", "mode": "planned"},
        ),
    )

    assert [(row.title, row.href, row.mode, row.shape) for row in made.rows] == [
        ("Event 0", "#e0", "reported", "uncertain"),
        ("Event 1", "#e1", "occurred", "lasting"),
        ("Event 2", "#e2", "planned", "point"),
    ]
    assert [(tick.unit, tick.label) for tick in made.ticks] == [
        ("year", "2012"),
        ("month", "2"),
        ("month", "3"),
        ("month", "4"),
    ]
    assert [(context.unit, context.year) for context in made.contexts] == [("year", "2020")]
    assert len(made.gaps) == 1
    assert [(key.mode, key.events) for key in made.modes] == [
        ("occurred", 1),
        ("reported", 1),
        ("planned", 1),
    ]
    assert made.shapes == ("point", "lasting", "uncertain")


def test_what_lasts_is_certain_between_its_ends_alone(tmp_path: Path) -> None:
    time = {"earliest": "2020-01", "latest": "2020-03", "precision": "month"}
    january_to_march = view_of("timeline", tmp_path, events({"type": "talks", "time": time})).rows

    assert [(r.begins, r.certain_from, r.certain_to, r.ends) for r in january_to_march] == [
        ("0%", "33.3%", "66.6%", "100%")
    ]


def test_the_date_stands_where_there_is_room(tmp_path: Path) -> None:
    late = {"earliest": "2020-02-02", "latest": "2020-11-30", "precision": "day"}
    made = view_of(
        "timeline",
        tmp_path,
        events({"time": "2020-01-01"}, {"type": "talks", "time": late}, {"time": "2020-12-31"}),
    )

    assert [row.label_side for row in made.rows] == ["after", "above", "before"]


def test_without_events_there_is_no_figure(tmp_path: Path) -> None:
    assert view_of("timeline", tmp_path, "{}").rows == ()

"""The axis of time: what is opened, what is left out, and where a moment stands on it."""

from datetime import datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoteproof.pages.figures.axis import LABEL_SIZE, MOST_CELLS, NARROWEST, Axis, axis_of
from quoteproof.pages.figures.measure import text_width
from quoteproof.text.dates import PartialDate


def axis(*dates: str) -> Axis:
    return axis_of(map(PartialDate.parse, dates))


def shown(made: Axis) -> str:
    """The cells in order, a bar where time is left out."""
    formats = ("%Y", "%Y-%m", "%m-%d", "%H h")
    breaks = {one.left for one in made.breaks}
    return " ".join(
        cell.start.strftime(formats[cell.unit - 1]) + (" |" if cell.right in breaks else "")
        for cell in made.cells
    )


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        (["2020"], "2020"),
        (["2020-03-05"], "2020"),
        (["2012", "2014"], "2012 2013 2014"),
        (["2012", "2018"], "2012 | 2018"),
        (["2020-01", "2020-03"], "2020-01 2020-02 2020-03"),
        (["2020-01", "2020-09"], "2020-01 | 2020-09"),
        (["2019-12", "2020-02", "2019-11-01"], "2019-11 2019-12 2020"),
        (["2020-03-01", "2020-03-02"], "03-01 03-02"),
        (["2012", "2020-03-01", "2020-03-02"], "2012 | 03-01 03-02"),
        (["2020-03-02T10:00", "2020-03-02T12:10"], "10 h 11 h 12 h"),
        (
            ["2020-02", "2020-03-01", "2020-03-03", "2020-03-04"],
            "2020-02 03-01 03-02 03-03 03-04",
        ),
        (
            ["2012", "2020-02", "2020-03-01", "2020-03-02", "2020-03-20"],
            "2012 | 2020-02 03-01 03-02 | 03-20",
        ),
        (
            ["2020-02", "2020-03-01", "2020-03-09", "2020-03-02T10:00", "2020-03-02T12:10"],
            "2020-02 03-01 03-02 03-03 03-04 03-05 03-06 03-07 03-08 03-09",
        ),
        (
            [
                *("2020-02", "2020-03-01", "2020-03-03"),
                *("2020-03-02T10:00", "2020-03-02T12:10", "2020-03-02T13:00"),
            ],
            "2020-02 03-01 | 10 h 11 h 12 h 13 h | 03-03",
        ),
    ],
)
def test_what_has_much_in_it_is_opened_and_what_is_empty_left_out(
    dates: list[str], expected: str
) -> None:
    assert shown(axis(*dates)) == expected


def test_places_run_through_the_cells_and_wait_in_the_breaks() -> None:
    made = axis("2012", "2018")
    (first, last), (gap,) = made.cells, made.breaks

    assert made.place(datetime(2012, 1, 1)) == first.left == 0
    assert abs(made.place(datetime(2012, 7, 2)) - first.right // 2) <= 1
    assert first.right <= gap.left < made.place(datetime(2015, 1, 1)) < gap.right <= last.left
    assert made.place(datetime(2019, 1, 1)) == last.right == 1000


def test_no_date_has_no_axis() -> None:
    with pytest.raises(ValueError):
        axis_of([])


MOMENTS = st.datetimes(datetime(1900, 1, 1), datetime(2100, 12, 31))
NEAR = st.integers(0, 90).map(lambda days: datetime(2020, 1, 20) + timedelta(days=days, hours=7))
DATES = st.builds(
    lambda moment, length: PartialDate.parse(moment.isoformat()[:length]),
    st.one_of(MOMENTS, NEAR),
    st.sampled_from([4, 7, 10, 16]),
)


@given(st.lists(DATES, min_size=1, max_size=40))
def test_any_dates_have_a_place_each_in_their_order(dates: list[PartialDate]) -> None:
    made = axis_of(dates)

    moments = sorted(m for date in dates for m in (date.first(), date.last()))
    places = [made.place(moment) for moment in moments]
    assert places == sorted(places)
    assert places[0] >= 0 and places[-1] <= 1000
    for moment in moments:
        assert any(cell.start <= moment < cell.end for cell in made.cells)


@given(st.lists(DATES, min_size=1, max_size=40))
def test_cells_and_breaks_lie_side_by_side_and_labels_beside_each_other(
    dates: list[PartialDate],
) -> None:
    made = axis_of(dates)

    spans = sorted(
        [(c.left, c.right) for c in made.cells] + [(b.left, b.right) for b in made.breaks]
    )
    assert spans[0][0] == 0 and spans[-1][1] == 1000
    assert all(one[1] == other[0] for one, other in pairwise(spans))
    if len(made.cells) <= MOST_CELLS:
        middles = [(c.left + c.right) / 2000 * NARROWEST for c in made.cells if c.labelled]
        narrowest = text_width("30", LABEL_SIZE)
        assert all(other - one >= narrowest - 2 for one, other in pairwise(middles))


@given(st.lists(DATES, min_size=1, max_size=40))
def test_the_order_in_which_dates_are_given_does_not_matter(dates: list[PartialDate]) -> None:
    assert axis_of(dates) == axis_of(reversed(dates))

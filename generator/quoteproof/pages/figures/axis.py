"""A time axis that gives room where something happened.

Years in which little is recorded are a cell each, or are left out; a year or month with much in it
is opened into months or days, and a day into hours. So the axis has no single scale, and says so:
its cells are labelled, and where time is left out there is a break.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum
from itertools import groupby, pairwise

from quoteproof.pages.figures.measure import text_width
from quoteproof.text.dates import PartialDate, Precision


class Unit(IntEnum):
    """What a cell of the axis is, coarsest first."""

    YEAR = 1
    MONTH = 2
    DAY = 3
    HOUR = 4


@dataclass(frozen=True, slots=True)
class Cell:
    """A year, month, day or hour on the axis, from `left` to `right` in thousandths of its length.

    `labelled` says whether there is room for its label.
    """

    unit: Unit
    start: datetime
    end: datetime
    left: int
    right: int
    labelled: bool


@dataclass(frozen=True, slots=True)
class Break:
    """Time left out, between two cells, in thousandths of the axis."""

    left: int
    right: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """Neighbouring cells of one unit that share the next larger one, which names them."""

    unit: Unit
    start: datetime
    left: int
    right: int


@dataclass(frozen=True, slots=True)
class Axis:
    """Cells and breaks in order of time; there is at least one cell."""

    cells: tuple[Cell, ...]
    breaks: tuple[Break, ...]
    stretches: tuple[Stretch, ...]

    def place(self, moment: datetime) -> int:
        """Where a moment stands, in thousandths; the middle of a break for one that is left out."""
        before = 0
        for cell in self.cells:
            if moment < cell.start:
                return (before + cell.left) // 2
            if moment < cell.end:
                share = (moment - cell.start) / (cell.end - cell.start)
                return cell.left + round(share * (cell.right - cell.left))
            before = cell.right
        return before


MOST_CELLS = 40
"""More than these cannot be told apart on a phone."""
_SHORT_GAP = {Unit.YEAR: 2, Unit.MONTH: 2, Unit.DAY: 6, Unit.HOUR: 6}
_WEIGHT = {Unit.YEAR: 26, Unit.MONTH: 24, Unit.DAY: 10, Unit.HOUR: 10}
_BREAK_WEIGHT = 9
NARROWEST = 280
"""The length of the axis in pixels at which the labels must still fit beside each other."""
_LABEL = {Unit.YEAR: "2000", Unit.MONTH: "Mon", Unit.DAY: "30", Unit.HOUR: "23"}
LABEL_SIZE = 10
"""The size of the letters of a label, in pixels, as in figures.css."""

_Bounds = tuple[Unit, datetime, datetime]


def axis_of(dates: Iterable[PartialDate]) -> Axis:
    """An axis on which each of these dates has a place; ValueError where there is none."""
    points = list(dates)
    if not points:
        raise ValueError("an axis needs at least one date")
    opened: set[tuple[Unit, datetime]] = set()
    for unit in (Unit.YEAR, Unit.MONTH, Unit.DAY):
        for start in _worth_opening(points, unit, opened):
            if len(_filled(_touched(points, {*opened, (unit, start)}))) <= MOST_CELLS:
                opened.add((unit, start))
    return _laid_out(_filled(_touched(points, opened)))


def unit_of(date: PartialDate) -> Unit:
    """The smallest unit that a date tells."""
    match date.precision:
        case Precision.YEAR:
            return Unit.YEAR
        case Precision.MONTH:
            return Unit.MONTH
        case Precision.DAY:
            return Unit.DAY
        case Precision.MINUTE:
            return Unit.HOUR


def floor(moment: datetime, unit: Unit) -> datetime:
    """The first instant of the unit that a moment is in."""
    moment = moment.replace(minute=0, second=0, microsecond=0)
    if unit <= Unit.DAY:
        moment = moment.replace(hour=0)
    if unit <= Unit.MONTH:
        moment = moment.replace(day=1)
    return moment.replace(month=1) if unit is Unit.YEAR else moment


def following(start: datetime, unit: Unit) -> datetime:
    """The first instant after the unit that starts here, or the last there is."""
    steps = {Unit.YEAR: 366, Unit.MONTH: 31, Unit.DAY: 1}
    try:
        if unit is Unit.HOUR:
            return start + timedelta(hours=1)
        return floor(start + timedelta(days=steps[unit]), unit)
    except OverflowError:
        return datetime.max


def _worth_opening(
    points: Sequence[PartialDate], unit: Unit, opened: set[tuple[Unit, datetime]]
) -> list[datetime]:
    """Units with enough different dates in them, those with the most first.

    Two are enough in a year, and where there is nothing else to open.
    """
    inside: dict[datetime, set[datetime]] = defaultdict(set)
    for point in points:
        if _is_open(point.first(), unit, opened):
            within = inside[floor(point.first(), unit)]
            if unit_of(point) > unit:
                within.add(floor(point.first(), unit_of(point)))
    enough = 2 if unit is Unit.YEAR or len(inside) == 1 else 3
    worth = [start for start, dates in inside.items() if len(dates) >= enough]
    return sorted(worth, key=lambda start: (-len(inside[start]), start))


def _is_open(moment: datetime, unit: Unit, opened: set[tuple[Unit, datetime]]) -> bool:
    """Whether all that holds this unit is opened."""
    return all((larger, floor(moment, larger)) in opened for larger in Unit if larger < unit)


def _touched(points: Iterable[PartialDate], opened: set[tuple[Unit, datetime]]) -> list[_Bounds]:
    """The cells in which a date lies, in order, each as fine as it has been opened."""
    found = set()
    for point in points:
        for moment in (point.first(), point.last()):
            unit = Unit.YEAR
            while (unit, floor(moment, unit)) in opened:
                unit = Unit(unit + 1)
            start = floor(moment, unit)
            found.add((unit, start, following(start, unit)))
    return sorted(found, key=lambda cell: cell[1])


def _filled(cells: Sequence[_Bounds]) -> list[_Bounds]:
    """The cells, with those between two of them where these are few."""
    every = list(cells[:1])
    for one, other in pairwise(cells):
        every += _between(one, other)
        every.append(other)
    return every


def _between(one: _Bounds, other: _Bounds) -> list[_Bounds]:
    for unit in sorted({one[0], other[0]}):
        gap: list[_Bounds] = []
        start = one[2]
        while floor(start, unit) == start < other[1] and len(gap) <= _SHORT_GAP[unit]:
            gap.append((unit, start, following(start, unit)))
            start = following(start, unit)
        if start == other[1] and len(gap) <= _SHORT_GAP[unit]:
            return gap
    return []


def _laid_out(bounds: Sequence[_Bounds]) -> Axis:
    gaps = [one[2] < other[1] for one, other in pairwise(bounds)]
    total = sum(_WEIGHT[unit] for unit, _, _ in bounds) + _BREAK_WEIGHT * sum(gaps)
    cells: list[Cell] = []
    breaks: list[Break] = []
    at, free_from = 0, 0
    for (unit, start, end), gap in zip(bounds, [*gaps, False], strict=True):
        left, at = at, at + _WEIGHT[unit]
        needed = text_width(_LABEL[unit], LABEL_SIZE) * total // NARROWEST
        labelled = (left + at - needed) // 2 >= free_from - 1
        if labelled:
            free_from = (left + at + needed) // 2
        cells.append(Cell(unit, start, end, left * 1000 // total, at * 1000 // total, labelled))
        if gap:
            left, at = at, at + _BREAK_WEIGHT
            breaks.append(Break(left * 1000 // total, at * 1000 // total))
    return Axis(tuple(cells), tuple(breaks), tuple(_stretches(cells)))


def _stretches(cells: Sequence[Cell]) -> Iterator[Stretch]:
    """The larger units to be named below the labels; years need none."""

    def key(cell: Cell) -> tuple[Unit, datetime]:
        larger = Unit(max(cell.unit - 1, Unit.YEAR))
        return cell.unit, floor(cell.start, larger)

    for (unit, start), group in groupby(cells, key):
        members = list(group)
        if unit is not Unit.YEAR:
            yield Stretch(Unit(unit - 1), start, members[0].left, members[-1].right)

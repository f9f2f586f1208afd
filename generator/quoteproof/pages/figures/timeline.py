"""The events on a time axis: when each was, how exactly that is known, and how far it happened."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from quoteproof.model import vocabulary as v
from quoteproof.model.summaries import Event, Time
from quoteproof.model.verified import VerifiedBriefing
from quoteproof.pages import links as pages
from quoteproof.pages.figures.axis import (
    NARROWEST,
    Axis,
    Unit,
    axis_of,
    floor,
    following,
    unit_of,
)
from quoteproof.pages.figures.measure import text_width
from quoteproof.pages.links import Links
from quoteproof.pages.times import TimeView, time_view
from quoteproof.text.dates import PartialDate, Precision

DATE_SIZE = 10
"""The size of the letters of a date beside its mark, in pixels, as in figures.css."""
MARK = 11
"""How far from the middle of its mark a date begins, in pixels."""


class Shape(StrEnum):
    """What an event looks like on the axis."""

    POINT = "point"
    """At one time."""
    LASTING = "lasting"
    """From one time to another."""
    UNCERTAIN = "uncertain"
    """At some time between two."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A cell of the axis, its places in per cent; `label` is its number, empty without room."""

    unit: str
    label: str
    month: int
    left: str
    middle: str


@dataclass(frozen=True, slots=True)
class Context:
    """The year, month or day that names a stretch of ticks."""

    unit: str
    day: str
    month: int
    year: str
    left: str
    right: str
    middle: str


@dataclass(frozen=True, slots=True)
class Gap:
    """Time left out."""

    left: str
    middle: str
    width: str


@dataclass(frozen=True, slots=True)
class Row:
    """An event. The places are in per cent of the axis.

    What lasted is drawn through from `certain_from` to `certain_to`, and as uncertain outside of
    them; of the rest both are empty. The date stands at `label_at`, on this `label_side` of it.
    """

    title: str
    href: str
    type: str
    mode: str
    mode_label: str
    time: TimeView
    shape: str
    begins: str
    ends: str
    certain_from: str
    certain_to: str
    label_at: str
    label_side: str


@dataclass(frozen=True, slots=True)
class ModeKey:
    """A mode that some event has, and how many have it."""

    mode: str
    label: str
    meaning: str
    events: int


@dataclass(frozen=True, slots=True)
class TimelineFigure:
    """The view of the figure; without events it has no rows, and nothing to be seen.

    It belongs on the page of the events, since it links to their entries on its own page.
    """

    rows: tuple[Row, ...]
    ticks: tuple[Tick, ...]
    contexts: tuple[Context, ...]
    gaps: tuple[Gap, ...]
    modes: tuple[ModeKey, ...]
    shapes: tuple[str, ...]


def figure(briefing: VerifiedBriefing, links: Links) -> TimelineFigure:
    """The events by their earliest date, then their latest, then their id."""
    events = sorted(
        briefing.summaries.events,
        key=lambda e: (e.time.earliest.first(), e.time.last.last(), e.id),
    )
    if not events:
        return TimelineFigure((), (), (), (), (), ())
    axis = axis_of(date for event in events for date in (event.time.earliest, event.time.last))
    rows = tuple(_row(axis, event, links) for event in events)
    shapes = {row.shape for row in rows}
    return TimelineFigure(
        rows=rows,
        ticks=_ticks(axis),
        contexts=_contexts(axis),
        gaps=tuple(
            Gap(
                _percent(gap.left),
                _percent((gap.left + gap.right) // 2),
                _percent(gap.right - gap.left),
            )
            for gap in axis.breaks
        ),
        modes=tuple(
            ModeKey(mode.value, links.words.label(mode), links.words.meaning(mode), count)
            for mode in v.Mode
            if (count := sum(event.mode is mode for event in events))
        ),
        shapes=tuple(shape.value for shape in Shape if shape in shapes),
    )


def _row(axis: Axis, event: Event, links: Links) -> Row:
    shape = _shape(event)
    begins, ends = map(axis.place, _extent(event.time))
    when = time_view(event.time, links.words)
    label_at, side = _label(when.text, begins, ends)
    certain = ("", "")
    if shape is Shape.LASTING:
        sure_from = axis.place(_middle_or_end(event.time.earliest))
        sure_to = axis.place(_middle_or_start(event.time.last))
        if sure_from < sure_to:
            certain = (_percent(sure_from), _percent(sure_to))
    return Row(
        title=event.title,
        href=links.relative(pages.TIMELINE, event.id),
        type=links.words.label(event.type),
        mode=event.mode.value,
        mode_label=links.words.label(event.mode),
        time=when,
        shape=shape.value,
        begins=_percent(begins),
        ends=_percent(ends),
        certain_from=certain[0],
        certain_to=certain[1],
        label_at=_percent(label_at),
        label_side=side,
    )


def _label(text: str, begins: int, ends: int) -> tuple[int, str]:
    """Where the date stands: after the mark, before it, or above it, as there is room."""
    needed = (text_width(text, DATE_SIZE) + 2 * MARK) * 1000 // NARROWEST
    if ends + needed <= 1000:
        return ends, "after"
    if needed <= begins:
        return begins, "before"
    half = min(needed // 2, 500)
    return min(max((begins + ends) // 2, half), 1000 - half), "above"


_MOMENTARY = (v.EventType.AGREEMENT, v.EventType.STATEMENT, v.EventType.PUBLICATION)
"""What takes no days: where such an event has a span, its date is uncertain."""


def _shape(event: Event) -> Shape:
    time = event.time
    if time.earliest == time.last and unit_of(time.earliest) >= Unit.DAY:
        coarse = (v.TimePrecision.WEEK, v.TimePrecision.MONTH, v.TimePrecision.YEAR)
        return Shape.UNCERTAIN if time.known_to in coarse else Shape.POINT
    known = time.known_to is not v.TimePrecision.UNKNOWN
    if time.earliest != time.last and known and event.type not in _MOMENTARY:
        return Shape.LASTING
    return Shape.UNCERTAIN


def _extent(time: Time) -> tuple[datetime, datetime]:
    """From when to when it may have been; a day counts as its noon."""
    if time.earliest == time.last and unit_of(time.earliest) >= Unit.DAY:
        known_to = {v.TimePrecision.MONTH: Unit.MONTH, v.TimePrecision.YEAR: Unit.YEAR}
        if time.known_to is v.TimePrecision.WEEK:
            monday = floor(time.earliest.first(), Unit.DAY)
            monday -= timedelta(days=min(monday.weekday(), (monday - datetime.min).days))
            return monday, min(monday, datetime.max - timedelta(days=7)) + timedelta(days=7)
        if time.known_to in known_to:
            start = floor(time.earliest.first(), known_to[time.known_to])
            return start, following(start, known_to[time.known_to])
    return _middle_or_start(time.earliest), _middle_or_end(time.last)


def _middle_or_start(date: PartialDate) -> datetime:
    noon = timedelta(hours=12 if date.precision is Precision.DAY else 0)
    return date.first() + noon


def _middle_or_end(date: PartialDate) -> datetime:
    fine = date.precision in (Precision.DAY, Precision.MINUTE)
    return _middle_or_start(date) if fine else date.last()


def _ticks(axis: Axis) -> tuple[Tick, ...]:
    def label(unit: Unit, start: datetime) -> str:
        numbers = (start.year, start.month, start.day, start.hour)
        return str(numbers[unit - 1])

    return tuple(
        Tick(
            unit=cell.unit.name.lower(),
            label=label(cell.unit, cell.start) if cell.labelled else "",
            month=cell.start.month,
            left=_percent(cell.left),
            middle=_percent((cell.left + cell.right) // 2),
        )
        for cell in axis.cells
    )


def _contexts(axis: Axis) -> tuple[Context, ...]:
    return tuple(
        Context(
            unit=stretch.unit.name.lower(),
            day=str(stretch.start.day),
            month=stretch.start.month,
            year=str(stretch.start.year),
            left=_percent(stretch.left),
            right=_percent(stretch.right),
            middle=_percent((stretch.left + stretch.right) // 2),
        )
        for stretch in axis.stretches
    )


def _percent(thousandths: int) -> str:
    whole, tenth = divmod(thousandths, 10)
    return f"{whole}.{tenth}%" if tenth else f"{whole}%"

"""The page of the events, in the order of time."""

from __future__ import annotations

from dataclasses import dataclass

from quoteproof.model.summaries import Event, Quantity
from quoteproof.model.verified import VerifiedBriefing
from quoteproof.pages import links
from quoteproof.pages.figures import timeline as figures
from quoteproof.pages.links import Link
from quoteproof.pages.notes import Footnote
from quoteproof.pages.page import Page
from quoteproof.pages.statements import Desk, StatementView
from quoteproof.pages.times import TimeView, time_view
from quoteproof.words import Words


@dataclass(frozen=True, slots=True)
class QuantityView:
    """A number or range, and what it counts."""

    id: str
    amount: str
    unit: str
    definition: str
    population: str
    refs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlaceView:
    """Where something was."""

    name: str
    precision: str
    inferred: bool


@dataclass(frozen=True, slots=True)
class EventView:
    """An event."""

    id: str
    title: str
    type: str
    mode: str
    mode_label: str
    mode_meaning: str
    time: TimeView
    place: PlaceView | None
    actors: tuple[Link, ...]
    statements: tuple[StatementView, ...]
    quantities: tuple[QuantityView, ...]
    differ: tuple[Link, ...]
    edit: str


@dataclass(frozen=True, slots=True)
class ModeView:
    """A mode that some event has, for the legend."""

    mode: str
    label: str
    meaning: str
    events: int


@dataclass(frozen=True, slots=True)
class TimelineView:
    """The view of the page."""

    modes: tuple[ModeView, ...]
    figure: figures.TimelineFigure
    events: tuple[EventView, ...]
    notes: tuple[Footnote, ...]


def page(briefing: VerifiedBriefing) -> Page:
    """The events by their earliest date, then their latest, then their id."""
    desk = Desk(briefing, links.TIMELINE)
    events = sorted(
        briefing.summaries.events,
        key=lambda e: (e.time.earliest.first(), e.time.last.last(), e.id),
    )
    modes = {event.mode: 0 for event in events}
    for event in events:
        modes[event.mode] += 1
    view = TimelineView(
        modes=tuple(
            ModeView(mode.value, desk.words.label(mode), desk.words.meaning(mode), modes[mode])
            for mode in sorted(modes, key=list(type(next(iter(modes)))).index)
        )
        if modes
        else (),
        figure=figures.figure(briefing, desk.links),
        events=tuple(_event(desk, event) for event in events),
        notes=desk.all_notes(),
    )
    return Page(
        links.TIMELINE,
        "timeline.md.jinja",
        desk.words.t("Timeline"),
        desk.words.t(
            "What happened, is reported, was announced or is planned, and when: {briefing}",
            briefing=briefing.summaries.briefing.title,
        ),
        desk.words.date(briefing.summaries.briefing.as_of),
        desk.words.language,
        view,
    )


def _event(desk: Desk, event: Event) -> EventView:
    place, words = event.place, desk.words
    return EventView(
        id=event.id,
        title=event.title,
        type=words.label(event.type),
        mode=event.mode.value,
        mode_label=words.label(event.mode),
        mode_meaning=words.meaning(event.mode),
        time=time_view(event.time, words),
        place=PlaceView(
            place.name,
            words.label(place.precision) if place.precision else "",
            place.basis.value == "inferred",
        )
        if place
        else None,
        actors=desk.to_all(event.actors),
        statements=desk.statements(event.statements),
        quantities=tuple(_quantity(desk, quantity) for quantity in event.quantities),
        differ=desk.differ(event.id),
        edit=desk.edit(event),
    )


def _quantity(desk: Desk, quantity: Quantity) -> QuantityView:
    return QuantityView(
        id=desk.html_id(quantity),
        amount=_amount(quantity, desk.words),
        unit=quantity.unit or "",
        definition=quantity.definition or "",
        population=quantity.population or "",
        refs=desk.refs(quantity),
    )


def _amount(quantity: Quantity, words: Words) -> str:
    """The source's word for it, with the range in figures where there is one."""
    low, high = ("" if end is None else words.number(end) for end in (quantity.min, quantity.max))
    if low and high:
        span = low if low == high else f"{low}–{high}"
    else:
        span = f"≥ {low}" if low else f"≤ {high}" if high else ""
    if not quantity.value or not span:
        return quantity.value or span
    told = all(end in quantity.value for end in (low, high) if end)
    return quantity.value if told else f"{quantity.value} ({span})"

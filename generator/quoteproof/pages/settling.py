"""The order in which discrepancies are shown, and their one-line views for registers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count, product
from string import ascii_uppercase

from quoteproof.model import vocabulary as v
from quoteproof.model.summaries import Discrepancy
from quoteproof.pages.links import Link, Links

_BY_WEIGHT = {word: place for place, word in enumerate(v.Materiality)}


@dataclass(frozen=True, slots=True)
class DiscrepancyLine:
    """A discrepancy in a list or table."""

    link: Link
    question: str
    kind: str
    status: str
    status_label: str
    unsettled: bool
    materiality: str
    answers: tuple[str, ...]


def in_order(discrepancies: Iterable[Discrepancy]) -> tuple[Discrepancy, ...]:
    """What matters most first, then what is unsettled; else as the summaries have them."""
    return tuple(
        sorted(discrepancies, key=lambda d: (_BY_WEIGHT[d.materiality], not d.status.is_unsettled))
    )


def line(discrepancy: Discrepancy, links: Links) -> DiscrepancyLine:
    """The one-line view."""
    return DiscrepancyLine(
        link=links.to(discrepancy.id),
        question=discrepancy.question,
        kind=links.words.label(discrepancy.kind),
        status=discrepancy.status.value,
        status_label=links.words.label(discrepancy.status),
        unsettled=discrepancy.status.is_unsettled,
        materiality=links.words.label(discrepancy.materiality),
        answers=tuple(dict.fromkeys(position.answer for position in discrepancy.positions)),
    )


def letters() -> Iterator[str]:
    """What positions are called: A to Z, then AA, AB and so on."""
    for length in count(1):
        yield from ("".join(letters) for letters in product(ascii_uppercase, repeat=length))

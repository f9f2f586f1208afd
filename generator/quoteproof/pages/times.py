"""When something was, in words and for machines, with where the date comes from."""

from __future__ import annotations

from dataclasses import dataclass

from quoteproof.model.summaries import Time
from quoteproof.words import Words


@dataclass(frozen=True, slots=True)
class TimeView:
    """A date or a span.

    `text` is for readers, and made of `begins`, `dash` and `ends` (a single date only begins);
    `earliest` and `latest` are for machines (ISO 8601, as exact as known). `precision` and `basis`
    are words of the vocabulary, `known_to` is what to call the former.
    """

    text: str
    begins: str
    dash: str
    ends: str
    earliest: str
    latest: str
    precision: str
    known_to: str
    basis: str
    words: str
    note: str
    tz: str


def time_view(time: Time, in_words: Words) -> TimeView:
    """The view of a time."""
    text = in_words.span(time.earliest, time.last)
    begins, dash, ends = text.partition(" – " if " – " in text else "–")
    return TimeView(
        text=text,
        begins=begins,
        dash=dash,
        ends=ends,
        earliest=str(time.earliest),
        latest=str(time.last),
        precision=time.known_to.value,
        known_to=in_words.label(time.known_to),
        basis=time.basis.value,
        words=time.words or "",
        note=_sentence(time.note or ""),
        tz="" if time.tz == "unspecified" else time.tz,
    )


def _sentence(text: str) -> str:
    """The text as it looks after another sentence."""
    ended = text if not text or text[-1] in ".!?…" else f"{text}."
    return ended[:1].upper() + ended[1:]

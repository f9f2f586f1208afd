"""Finds the one place in a source where a quote stands, or says why there is no such place."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from quoteproof.model.selectors import Anchor, TextPositionSelector, TextQuoteSelector
from quoteproof.text.normalise import (
    NORMALISATIONS,
    WHITE_SPACE,
    NormalisedText,
    normalisations_between,
    normalise,
)
from quoteproof.text.words import WordCut, cuts_word

MOST_COUNTED = 1000
"""Occurrences of an ambiguous text are counted up to here."""

MOST_LISTED = 10
"""Occurrences of an ambiguous text are listed up to here."""


@dataclass(frozen=True, slots=True)
class Anchored:
    """The quote stands in the source exactly once."""

    anchor: Anchor


@dataclass(frozen=True, slots=True)
class Part:
    """What an outcome speaks of: the whole quote, or one of the parts between its elisions."""

    text: str
    """As the author wrote it, without white space around it."""
    index: int = 0
    """Which part, from 0."""
    count: int = 1
    """How many parts there are: 1 for a quote without an elision."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One of the places where a text stands, and words around it."""

    position: TextPositionSelector
    prefix: str
    """Whole words directly before it: which ones, see `Ambiguous` and `WrongContext`."""
    suffix: str
    """Whole words directly after it."""


@dataclass(frozen=True, slots=True)
class Empty:
    """Nothing to look for: the part has no letter and no digit."""

    part: Part


@dataclass(frozen=True, slots=True)
class NotFound:
    """The part stands nowhere in the source."""

    part: Part


@dataclass(frozen=True, slots=True)
class OutOfOrder:
    """The part of an elided quote stands in the source, but not after the part before it."""

    part: Part
    position: TextPositionSelector
    """Where it stands first."""


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """The part stands more than once (after the part before it).

    Each occurrence comes with the shortest prefix of whole words that selects it or, where no
    prefix can, with such a suffix; both are empty where neither can. A prefix or suffix of a later
    or earlier part is to be added to the quote itself: the selector's belong to its two ends.
    """

    part: Part
    occurrences: tuple[Occurrence, ...]
    """The first `MOST_LISTED`; those alone that cut no word, if there are any."""
    count: int
    """How often it stands there, words cut or not, up to `MOST_COUNTED`."""


@dataclass(frozen=True, slots=True)
class WrongContext:
    """The part stands in the source, but nowhere with the prefix and suffix that were given."""

    part: Part
    prefix: str
    """As given and needed here, after normalisation; the suffix likewise."""
    suffix: str
    occurrences: tuple[Occurrence, ...]
    """The first `MOST_LISTED`, with the words that do stand around them, as many as were given."""


@dataclass(frozen=True, slots=True)
class CutWord:
    """The part stands in the source once, but begins or ends inside a word or a number."""

    part: Part
    position: TextPositionSelector
    cut: WordCut


Failure = Empty | NotFound | OutOfOrder | Ambiguous | WrongContext | CutWord
Outcome = Anchored | Failure


def anchor(quote: TextQuoteSelector, source: NormalisedText) -> Outcome:
    """Where the quote stands in the source: exactly once, after normalisation, or not at all.

    Overlapping occurrences count, and so do those that cut a word. A prefix and a suffix select
    among occurrences by what stands directly before and after; white space between is free. A quote
    with ``[…]`` or ``[...]`` that does not stand there as a whole is looked up part by part, in
    order: the first part, which the prefix belongs to, must stand once in the source, each further
    part once in what follows the part before it; the suffix belongs to the last.
    """
    parts = _parts(quote.exact, source)
    prefix, suffix = _plain(quote.prefix), _plain(quote.suffix)
    places: list[_Place] = []
    for part in parts:
        wanted = _Wanted(
            part,
            _plain(part.text),
            prefix if part.index == 0 else "",
            suffix if part.index == part.count - 1 else "",
            after=places[-1].end if places else 0,
        )
        place = _place(wanted, source)
        if not isinstance(place, _Place):
            return place
        places.append(place)
    differences = {
        name
        for part, place in zip(parts, places, strict=True)
        for name in normalisations_between(
            source.raw[place.position.start : place.position.end], part.text
        )
    }
    return Anchored(
        Anchor(
            tuple(place.position for place in places),
            tuple(kind.name for kind in NORMALISATIONS if kind.name in differences),
            places[0].occurrence,
        )
    )


_ELISION = re.compile(r"\[(?:…|\.\.\.)\]")


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A part to look for, in normalised text."""

    part: Part
    text: str
    prefix: str
    suffix: str
    after: int
    """Where in the source's normalised text to begin."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a part stands: in raw text, and where it ends in normalised text."""

    position: TextPositionSelector
    end: int
    occurrence: int


def _parts(exact: str, source: NormalisedText) -> list[Part]:
    texts = [exact.strip(WHITE_SPACE)]
    if _ELISION.search(exact) and _plain(exact) not in source.text:
        stretches = (stretch.strip(WHITE_SPACE) for stretch in _ELISION.split(exact))
        texts = [stretch for stretch in stretches if stretch] or texts
    return [Part(text, index, len(texts)) for index, text in enumerate(texts)]


def _plain(text: str) -> str:
    return normalise(text).text.strip(" ") if text else ""


def _place(wanted: _Wanted, source: NormalisedText) -> _Place | Failure:
    if not any(char.isalnum() for char in wanted.text):
        return Empty(wanted.part)
    starts = list(islice(_in_context(wanted, source), 2))
    if not starts:
        return _why_absent(wanted, source)
    if len(starts) > 1:
        return _ambiguous(wanted, source)
    start, end = starts[0], starts[0] + len(wanted.text)
    position = TextPositionSelector(*source.raw_span(start, end))
    cut = cuts_word(source.raw, position.start, position.end)
    if cut:
        return CutWord(wanted.part, position, cut)
    earlier = 0
    if wanted.prefix or wanted.suffix or wanted.after:
        earlier = sum(1 for _ in _occurrences(wanted.text, source, before=start))
    return _Place(position, end, earlier)


def _occurrences(
    text: str, source: NormalisedText, after: int = 0, before: int | None = None
) -> Iterator[int]:
    """Where a text starts in the normalised source, in order, overlaps included.

    `after` bounds where it may start; `before` is the first place where it may not.
    """
    limit = len(source.text) if before is None else before + len(text) - 1
    start = source.text.find(text, after, limit)
    while start >= 0:
        if source.on_raw_boundaries(start, start + len(text)):
            yield start
        start = source.text.find(text, start + 1, limit)


def _in_context(wanted: _Wanted, source: NormalisedText) -> Iterator[int]:
    """Where the text stands with its prefix and suffix directly around it, in order."""
    if not (wanted.prefix or wanted.suffix):
        yield from _occurrences(wanted.text, source, wanted.after)
        return
    starts: set[int] = set()
    for before in (wanted.prefix, f"{wanted.prefix} ") if wanted.prefix else ("",):
        for behind in (wanted.suffix, f" {wanted.suffix}") if wanted.suffix else ("",):
            # Looked up as one text: a quote of two letters may stand there ten thousand times.
            whole = f"{before}{wanted.text}{behind}"
            start = source.text.find(whole)
            while start >= 0 and len(starts) < MOST_COUNTED:
                at = start + len(before)
                if at >= wanted.after and source.on_raw_boundaries(at, at + len(wanted.text)):
                    starts.add(at)
                start = source.text.find(whole, start + 1)
    yield from sorted(starts)


def _why_absent(wanted: _Wanted, source: NormalisedText) -> Failure:
    starts = list(islice(_occurrences(wanted.text, source, wanted.after), MOST_LISTED))
    if starts:
        before, behind = len(wanted.prefix.split()), len(wanted.suffix.split())
        around = [
            (_words_before(source.text, start, before), _words_after(source.text, end, behind))
            for start, end in _spans(starts, wanted)
        ]
        listed = _listed(wanted, source, starts, around)
        return WrongContext(wanted.part, wanted.prefix, wanted.suffix, listed)
    earlier = next(_occurrences(wanted.text, source), None)
    if earlier is None:
        return NotFound(wanted.part)
    span = source.raw_span(earlier, earlier + len(wanted.text))
    return OutOfOrder(wanted.part, TextPositionSelector(*span))


def _ambiguous(wanted: _Wanted, source: NormalisedText) -> Ambiguous:
    selected = list(islice(_in_context(wanted, source), MOST_COUNTED))
    rivals = list(islice(_occurrences(wanted.text, source, wanted.after), MOST_COUNTED))
    whole = [start for start in selected if not _cuts(start, wanted, source)]
    listed = (whole or selected)[:MOST_LISTED]
    around = [_distinguishing(start, rivals, wanted, source.text) for start in listed]
    return Ambiguous(wanted.part, _listed(wanted, source, listed, around), len(selected))


def _cuts(start: int, wanted: _Wanted, source: NormalisedText) -> bool:
    return cuts_word(source.raw, *source.raw_span(start, start + len(wanted.text))) is not None


def _spans(starts: Sequence[int], wanted: _Wanted) -> list[tuple[int, int]]:
    return [(start, start + len(wanted.text)) for start in starts]


def _listed(
    wanted: _Wanted,
    source: NormalisedText,
    starts: Sequence[int],
    around: Sequence[tuple[str, str]],
) -> tuple[Occurrence, ...]:
    return tuple(
        Occurrence(TextPositionSelector(*source.raw_span(*span)), prefix, suffix)
        for span, (prefix, suffix) in zip(_spans(starts, wanted), around, strict=True)
    )


_MOST_WORDS = 30
_WIDEST_CONTEXT = 2000


def _distinguishing(
    start: int, rivals: Sequence[int], wanted: _Wanted, text: str
) -> tuple[str, str]:
    """The fewest words before, or else after, an occurrence that no other one has there."""
    others = [rival for rival in rivals if rival != start]
    for count in range(1, _MOST_WORDS + 1):
        prefix = _words_before(text, start, count, wanted.after)
        others = [other for other in others if _preceded(text, other, prefix)]
        if not others:
            return prefix, ""
    others = [rival + len(wanted.text) for rival in rivals if rival != start]
    for count in range(1, _MOST_WORDS + 1):
        suffix = _words_after(text, start + len(wanted.text), count)
        others = [other for other in others if _followed(text, other, suffix)]
        if not others:
            return "", suffix
    return "", ""


def _words_before(text: str, place: int, count: int, after: int = 0) -> str:
    """The last words, as parted by spaces, between two places; fewer where there are no more."""
    words = text[max(after, place - _WIDEST_CONTEXT) : place].rstrip(" ").split(" ")
    return " ".join(words[max(len(words) - count, 0) :]).strip(" ")


def _words_after(text: str, place: int, count: int) -> str:
    words = text[place : place + _WIDEST_CONTEXT].lstrip(" ").split(" ")
    return " ".join(words[:count]).strip(" ")


def _preceded(text: str, place: int, words: str) -> bool:
    return text.endswith(words, 0, place) or text.endswith(f"{words} ", 0, place)


def _followed(text: str, place: int, words: str) -> bool:
    return text.startswith(words, place) or text.startswith(f" {words}", place)

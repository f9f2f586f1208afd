"""What sources share word for word: one account printed several times, not several accounts.

The same official words, in quotation marks in both, are no such thing: each source may have heard
them for itself.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from quoteproof.model.documents import Document
from quoteproof.model.selectors import Anchor
from quoteproof.text.quotation import quoted_spans
from quoteproof.text.shared import SHARED_WORDS, Shared, shared_passages, words_outside


@dataclass(frozen=True, slots=True)
class SharedText:
    """The passages that sources share, outside quotation marks."""

    passages: tuple[Shared, ...]
    """Each pair of them, in the order of the sources."""
    _groups: Mapping[str, tuple[tuple[int, int, int], ...]]
    """By source, from where to where it shares which text; in the order of its own."""

    def text_of(self, source: str, anchor: Anchor) -> int | None:
        """The number of the shared text in which most of a quote stands; None if it is in none."""
        places = self._groups.get(source, ())
        at = bisect_left(places, anchor.end, key=lambda place: place[0]) - 1
        while at >= 0 and places[at][1] > anchor.start:
            start, end, text = places[at]
            shared = min(end, anchor.end) - max(start, anchor.start)
            if 2 * shared >= anchor.end - anchor.start:
                return text
            at -= 1
        return None


def shared_text(documents: Mapping[str, Document]) -> SharedText:
    """What these documents share, by the ids of their sources."""
    found = shared_passages({id: document.raw for id, document in documents.items()})
    sharing = {stretch.text for one in found for stretch in (one.first, one.second)}
    quoted = {id: quoted_spans(documents[id].raw) for id in sharing}
    copied = tuple(one for one in found if _is_copy(one, documents, quoted))
    return SharedText(copied, _grouped(copied))


def _is_copy(
    one: Shared,
    documents: Mapping[str, Document],
    quoted: Mapping[str, tuple[tuple[int, int], ...]],
) -> bool:
    """Whether enough of it stands outside quotation marks, in both."""
    return all(
        words_outside(documents[s.text].raw, s.start, s.end, quoted[s.text]) >= SHARED_WORDS
        for s in (one.first, one.second)
    )


def _grouped(passages: Iterable[Shared]) -> Mapping[str, tuple[tuple[int, int, int], ...]]:
    """The stretches of each source with the number of the text that they are copies of.

    Stretches that overlap are one text, and so are the two halves of each pair.
    """
    root: list[int] = []

    def find(text: int) -> int:
        while root[text] != text:
            root[text] = root[root[text]]
            text = root[text]
        return text

    places: dict[str, list[tuple[int, int, int]]] = {}
    for passage in passages:
        text = len(root)
        root.append(text)
        for stretch in (passage.first, passage.second):
            places.setdefault(stretch.text, []).append((stretch.start, stretch.end, text))
    merged: dict[str, list[tuple[int, int, int]]] = {}
    for source, stretches in places.items():
        joined = merged.setdefault(source, [])
        for start, end, text in sorted(stretches):
            if joined and start < joined[-1][1]:
                first, reached, before = joined[-1]
                root[find(text)] = find(before)
                joined[-1] = (first, max(reached, end), before)
            else:
                joined.append((start, end, text))
    return {
        source: tuple((start, end, find(text)) for start, end, text in joined)
        for source, joined in merged.items()
    }

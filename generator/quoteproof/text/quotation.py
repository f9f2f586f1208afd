"""What stands inside quotation marks, and so is somebody else's words."""

from __future__ import annotations

import re

_PAIRS = {"“": "”", "„": "“”", "«": "»", "‹": "›", '"': '"', "''": "''", "‘": "’", "'": "'’"}
_OPENING = re.compile(r"""''|["“„«‹]|(?<![^\W_])[‘'](?=\w)""")
_SINGLE = ("‘", "'")
_ANY_OPENING = re.compile("""["“„«‹‘']""")


def quoted_spans(text: str) -> tuple[tuple[int, int], ...]:
    """The stretches inside quotation marks, without the marks, in the order of the text.

    A quotation ends with its paragraph at the latest: one that goes on is opened again in the next.
    A single mark only opens one where it is also closed, since it may be an apostrophe.
    """
    if not _ANY_OPENING.search(text):
        return ()
    spans: list[tuple[int, int]] = []
    place = 0
    while match := _OPENING.search(text, place):
        start = match.end()
        paragraph = text.find("\n", start)
        last = len(text) if paragraph < 0 else paragraph
        end = _closing(text, match[0], start, last)
        if end is None and match[0] in _SINGLE:
            place = start
            continue
        spans.append((start, last if end is None else end))
        place = last if end is None else end + len(match[0])
    return tuple(spans)


def outside_quotation(text: str) -> str:
    """The text with everything inside quotation marks blanked out, each character by a space."""
    spans = quoted_spans(text)
    if not spans:
        return text
    parts: list[str] = []
    place = 0
    for start, end in spans:
        parts += (text[place:start], " " * (end - start))
        place = end
    return "".join((*parts, text[place:]))


def _closing(text: str, opening: str, start: int, last: int) -> int | None:
    if opening == "''":
        found = text.find("''", start, last)
        return found if found >= 0 else None
    for place in range(start, last):
        if text[place] in _PAIRS[opening]:
            follows = text[place + 1 : place + 2]
            if opening in _SINGLE and follows.isalnum():
                continue
            return place
    return None

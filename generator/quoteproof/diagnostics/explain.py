"""A code explained: for a terminal, and as a page of Markdown."""

from __future__ import annotations

import re

from quoteproof.diagnostics.demo import EXAMPLE
from quoteproof.diagnostics.finding import Code
from quoteproof.diagnostics.situations import SITUATIONS

_FENCE = re.compile(r"`{3,}")


def as_text(code: Code) -> str:
    """All that the catalogue says of a code, as plain text."""
    parts = [
        f"{code.id} {code.slug} ({code.severity})",
        code.summary,
        f"Why: {code.why}",
        f"What to do: {code.mend}",
    ]
    if shown := _example(code):
        told, bad, good, _ = shown
        parts.append(f"Told of ({told}):\n\n{_indented(bad)}")
        parts.append(f"Not told of:\n\n{_indented(good)}")
    return "\n\n".join(parts)


def as_markdown(code: Code) -> str:
    """The same as Markdown, without the heading."""
    parts = [
        f"{code.summary} ({code.severity})",
        f"**Why:** {code.why}",
        f"**What to do:** {code.mend}",
    ]
    if shown := _example(code):
        told, bad, good, language = shown
        parts += [f"**Told of** ({told}):", fenced(bad, language)]
        parts += ["**Not told of:**", fenced(good, language)]
    return "\n\n".join(parts)


def _example(code: Code) -> tuple[str, str, str, str] | None:
    """Where the two examples of a code stand, the examples, and what they are written in."""
    if code.bad:
        return EXAMPLE, code.bad, code.good, "yaml"
    situation = SITUATIONS.get(code.id)
    if situation is None:
        return None
    first = f"`quoteproof {situation.first}`, then " if situation.first else ""
    told = f"{first}these files, then `quoteproof {situation.command}`"
    return told, situation.bad, situation.good, "text"


def fenced(text: str, language: str = "yaml") -> str:
    """Text as a block of Markdown, which no text can end before its time."""
    fence = "`" * max([3, *(len(ticks) + 1 for ticks in _FENCE.findall(text))])
    return f"{fence}{language}\n{text.rstrip()}\n{fence}"


def _indented(text: str) -> str:
    return "\n".join(f"    {line}".rstrip() for line in text.splitlines())

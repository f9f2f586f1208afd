"""Where a clause and a sentence begin and end, among the words of a text."""

from __future__ import annotations

from collections.abc import Iterator

from quoteproof.scrutiny.prose.words import CLAUSE_WORDS, Word

Span = tuple[int, int]
"""The place of the first word, and the place after the last."""


def clause_of(words: tuple[Word, ...], at: int) -> Span:
    """The clause that a word stands in, with the conjunction or pronoun that begins it."""
    first, last = at, at + 1
    while first > 0 and not _begins(words[first]):
        first -= 1
    while last < len(words) and not _begins(words[last]):
        last += 1
    return first, last


def clauses(words: tuple[Word, ...], span: Span) -> Iterator[Span]:
    """The clauses within a span, in order."""
    first = span[0]
    while first < span[1]:
        last = first + 1
        while last < span[1] and not _begins(words[last]):
            last += 1
        yield first, last
        first = last


def _begins(word: Word) -> bool:
    return word.breaks or word.low in CLAUSE_WORDS


def sentences(words: tuple[Word, ...]) -> tuple[Span, ...]:
    """The sentences of a text, in order."""
    starts = [at for at, word in enumerate(words) if word.opens or not at]
    return tuple(zip(starts, [*starts[1:], len(words)], strict=True))


def sentence_of(words: tuple[Word, ...], at: int) -> Span:
    """The sentence that a word stands in."""
    return next(span for span in sentences(words) if span[0] <= at < span[1])


def content(words: tuple[Word, ...], span: Span) -> frozenset[str]:
    """The stems of the words in a span that carry content."""
    return frozenset(word.stem for word in words[span[0] : span[1]] if word.is_content)

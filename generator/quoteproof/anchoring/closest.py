"""Finds the passage of a source that comes closest to a quote that does not stand there.

It only ever writes a hint. Nothing here decides whether a quote passes.
"""

import re
from collections import Counter
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from quoteproof.text.normalise import NormalisedText, normalise
from quoteproof.text.words import UNSPACED, span_of_words

LEAST_SIMILARITY = 50
"""Per cent: a passage less similar than this is no hint but a riddle."""

LONGEST_QUOTE = 1000
"""Of a longer quote so many code points are compared, around the first that leave the source."""

LONGEST_SEARCHED = 20_000
"""Of a longer source only stretches are searched in which most of the quote's words stand."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Words that stand in the quote, and what the source has in their place, as normalised.

    Neither is empty: words left out or added come with the word beside them.
    """

    quote_has: str
    source_has: str


@dataclass(frozen=True, slots=True)
class Closest:
    """The passage that comes closest to a quote: ``raw[start:end]``, in code points."""

    start: int
    end: int
    similarity: int
    """Per cent, rounded down: 100 means that the two are equal once normalised."""
    passage: str
    """The raw text of it, in whole words."""
    differences: tuple[Difference, ...]
    """In the order of the passage; () if there are none."""


def closest(quote: str, source: NormalisedText) -> Closest | None:
    """The passage most like the quote, or None where nothing is at least half like it.

    The time is bounded: of quotes longer than `LONGEST_QUOTE` only a piece is compared, and the
    passage is the one that comes closest to that piece; sources longer than `LONGEST_SEARCHED` are
    searched only around words that the quote shares with them, so that in those a quote with a slip
    in every word is not found.
    """
    wanted = _telling_piece(normalise(quote).text.strip(" "), source.text)
    quoted = _tokens(wanted)
    near = _likeliest_place(wanted, source.text)
    if near is None or not any(token.is_word for token in quoted):
        return None
    pairs = _aligned(quoted, _tokens_around(source.text, *near, len(wanted)))
    found = [token for _, token in pairs if token]
    if not found:
        return None
    passage = source.text[found[0].start : found[-1].end]
    similarity = int(fuzz.ratio(wanted, passage))
    if similarity < LEAST_SIMILARITY:
        return None
    start, end = span_of_words(source.raw, *source.raw_span(found[0].start, found[-1].end))
    differences = _differences(pairs, wanted, source.text)
    return Closest(start, end, similarity, source.raw[start:end], differences)


@dataclass(frozen=True, slots=True)
class _Token:
    """A word, a number or a punctuation mark, and where it stands."""

    text: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        return len(self.text) > 1 or self.text.isalnum()


_Pair = tuple[_Token | None, _Token | None]
"""A token of the quote and the one of the source in its place; None where either has none."""

_MARKS = r"\x00-\x1f!-/:-@\[-`{-~¡-©«¬®-±´¶-¸»¿\u2010-\u205e\u3000-\u303f،؛؟۔।॥"
_WORD = rf"[^ {_MARKS}{UNSPACED}]"
# Repeats are bounded, so that what has no spaces is compared piece by piece.
_TOKEN = re.compile(rf"{_WORD}{{1,60}}(?:[.,:']{_WORD}{{1,60}}){{0,9}}|[{UNSPACED}]|[^ ]")


def _tokens(text: str, start: int = 0, end: int | None = None) -> list[_Token]:
    matches = _TOKEN.finditer(text, start, len(text) if end is None else end)
    return [_Token(match.group(), match.start(), match.end()) for match in matches]


def _telling_piece(quote: str, text: str) -> str:
    """The quote, or if it is too long the piece around the place where it leaves the source."""
    if len(quote) <= LONGEST_QUOTE:
        return quote
    stands, fails = 0, len(quote)
    while fails - stands > 1:
        middle = (stands + fails) // 2
        if quote[:middle] in text:
            stands = middle
        else:
            fails = middle
    start = min(max(stands - LONGEST_QUOTE // 2, 0), len(quote) - LONGEST_QUOTE)
    piece = quote[start : start + LONGEST_QUOTE]
    if start:
        piece = piece[piece.find(" ") + 1 :]
    if start + LONGEST_QUOTE < len(quote):
        piece = piece[: piece.rfind(" ") if " " in piece else None]
    return piece.strip(" ")


def _likeliest_place(quote: str, text: str) -> tuple[int, int] | None:
    """Where in the text the window of the quote's length lies that is most like it."""
    best: tuple[float, int, int] | None = None
    for start, end in _stretches(quote, text):
        # rapidfuzz takes the shorter text for the one to be found.
        found = fuzz.partial_ratio_alignment(quote, text[start:end], score_cutoff=best and best[0])
        if found and (best is None or found.score > best[0]):
            best = found.score, start + found.dest_start, start + found.dest_end
    return best and best[1:]


def _stretches(quote: str, text: str) -> list[tuple[int, int]]:
    """Stretches of the text to search, likeliest first: all of it, unless it is long."""
    if len(text) <= LONGEST_SEARCHED:
        return [(0, len(text))]
    width = max(len(quote), 200)
    votes: Counter[int] = Counter()
    for words, offset in _probes(quote).items():
        places = _places(words, text)
        for place in places:
            # Words speak for the place where the quote would begin, the rarer the louder.
            begins = max(place - offset, 0) // width
            votes[begins] += len(words) * 1000 // len(places)
            votes[begins + 1] += len(words) * 1000 // len(places)
    likeliest = sorted(votes, key=lambda begins: (-votes[begins], begins))[:5]
    return [(max(b - 2, 0) * width, (b + 3) * width) for b in likeliest]


def _probes(quote: str) -> dict[str, int]:
    """The quote's words, singly and by threes, and where in the quote each of them starts."""
    tokens = [token for token in _tokens(quote) if token.is_word]
    triples = zip(tokens, tokens[2:], strict=False)
    return {
        quote[first.start : last.end]: first.start
        for first, last in (*zip(tokens, tokens, strict=True), *triples)
    }


def _places(words: str, text: str, most: int = 500) -> list[int]:
    """Where the words stand; nowhere if they stand in so many places that they tell nothing."""
    places: list[int] = []
    place = text.find(words)
    while place >= 0 and len(places) <= most:
        places.append(place)
        place = text.find(words, place + len(words))
    return places if len(places) <= most else []


def _tokens_around(text: str, start: int, end: int, length: int) -> list[_Token]:
    """The tokens of a window and of its surroundings, in which a quote with words left out fits."""
    margin = length // 2 + 40
    start, end = max(start - margin, 0), min(end + margin, len(text))
    # To whole words, unless there is none near.
    start = max(text.rfind(" ", max(start - 60, 0), start) + 1, start - 60, 0)
    space = text.find(" ", end, end + 60)
    return _tokens(text, start, space if space >= 0 else end)


def _aligned(quoted: list[_Token], around: list[_Token]) -> list[_Pair]:
    """The quote's tokens beside those of the stretch that is cheapest to turn into them.

    A Needleman-Wunsch alignment in which tokens of the source before and behind cost nothing.
    """
    costs = [[0] * (len(around) + 1)]
    for mine in quoted:
        above = costs[-1]
        line = [above[0] + _left_out(mine)]
        for column, theirs in enumerate(around):
            swapped = above[column] + _swapped(mine, theirs)
            left_out = above[column + 1] + _left_out(mine)
            line.append(min(swapped, left_out, line[column] + _passed_over(theirs)))
        costs.append(line)
    cheapest = min(costs[-1])
    last = max(column for column, cost in enumerate(costs[-1]) if cost == cheapest)
    row, column = len(quoted), last
    pairs: list[_Pair] = []
    while row:
        cost, mine = costs[row][column], quoted[row - 1]
        if column and cost == costs[row - 1][column - 1] + _swapped(mine, around[column - 1]):
            pairs.append((mine, around[column - 1]))
            row, column = row - 1, column - 1
        elif cost == costs[row - 1][column] + _left_out(mine):
            pairs.append((mine, None))
            row -= 1
        else:
            pairs.append((None, around[column - 1]))
            column -= 1
    return _paired_at_ends(pairs[::-1], around[:column], around[last:])


def _left_out(mine: _Token) -> int:
    """What it costs that the source lacks a word."""
    return 2 * len(mine.text) + 2


def _passed_over(theirs: _Token) -> int:
    """What it costs that the quote lacks a word: little, since leaving out is what quotes do."""
    return len(theirs.text) + 1


def _swapped(mine: _Token, theirs: _Token) -> int:
    if mine.text == theirs.text:
        return 0
    if mine.is_word != theirs.is_word:
        return _left_out(mine) + _passed_over(theirs)
    return 2 * Levenshtein.distance(mine.text, theirs.text)


def _paired_at_ends(pairs: list[_Pair], before: list[_Token], behind: list[_Token]) -> list[_Pair]:
    """The pairs, with words that the source lacks at an end beside those that it has there."""
    return _paired_at_end(_paired_at_end(pairs[::-1], before[::-1])[::-1], behind)


def _paired_at_end(pairs: list[_Pair], behind: list[_Token]) -> list[_Pair]:
    lacking = next((i for i, (_, theirs) in enumerate(reversed(pairs)) if theirs), 0)
    ends = pairs[len(pairs) - lacking :]
    for place, ((mine, _), theirs) in enumerate(zip(ends, behind, strict=False)):
        if mine is None or mine.is_word != theirs.is_word:
            break
        ends[place] = mine, theirs
    return pairs[: len(pairs) - lacking] + ends


def _differences(pairs: list[_Pair], quote: str, text: str) -> tuple[Difference, ...]:
    """Each run of pairs that differ, with the pair beside it where one side would be empty."""
    differences: list[Difference] = []
    place = 0
    while place < len(pairs):
        if _same(pairs, place):
            place += 1
            continue
        first = place
        while place < len(pairs) and not _same(pairs, place):
            place += 1
        difference = _difference(pairs[first:place], quote, text)
        if not difference and first:
            difference = _difference(pairs[first - 1 : place], quote, text)
        if not difference:
            difference = _difference(pairs[first : place + 1], quote, text)
        if difference:
            differences.append(difference)
    return tuple(differences)


def _same(pairs: list[_Pair], place: int) -> bool:
    """Whether both tokens of a pair are equal, and parted alike from the ones before."""
    mine, theirs = pairs[place]
    if not mine or not theirs or mine.text != theirs.text:
        return False
    if not place:
        return True
    before_mine, before_theirs = pairs[place - 1]
    if not before_mine or not before_theirs:
        return True
    return (before_mine.end == mine.start) == (before_theirs.end == theirs.start)


def _difference(pairs: list[_Pair], quote: str, text: str) -> Difference | None:
    mine = [token for token, _ in pairs if token]
    theirs = [token for _, token in pairs if token]
    if not mine or not theirs:
        return None
    quote_has = quote[mine[0].start : mine[-1].end]
    source_has = text[theirs[0].start : theirs[-1].end]
    return Difference(quote_has, source_has) if quote_has != source_has else None

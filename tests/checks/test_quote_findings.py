"""Quotes that do not stand: each is told once, at its place, with the passage that is closest."""

from __future__ import annotations

from pathlib import Path

import pytest

from projects import check, demo, example, findings, told
from quoteproof.diagnostics.demo import EXAMPLE, FILES
from quoteproof.diagnostics.finding import has_errors
from quoteproof.reporters.text import report

QUOTES = """\
terms:
  - id: reopening
    title: Reopening
    type: other
    statements:
      - text: In the short form, plain, on one line.
        cite: {office: About 40 boats were moved to the southern pier}
      - text: In the short form, in quotes, in a list.
        cite: [{post: "Some 55 boats had to leave the northern pier"}]
      - text: In the long form.
        cite:
          - office:
              speaker: harbour-office
              quote: The northern pier will reopen on 4 May 2020
              relation: context
      - text: Plain, over lines.
        cite:
          - post: The office said that the
              pier will reopen in May
      - text: Folded.
        cite:
          - post: >-
              The southern pier is full, and the southern
              pier will stay open
      - text: Literal.
        cite:
          - post: |
              Norrvik Post, 28 April 2020

              Some 55 boats
      - text: In quotes, over lines.
        cite:
          - office: "said on
              Monday.
              About 40 boats"
"""
PLACES = ["7:24", "9:23", "14:22", "18:19", "22:19", "27:19", "33:21"]
WORDS = ["40", "55", "2020", "that", "full", "Post", "Monday"]


@pytest.mark.parametrize("wrong", [[n] for n in range(7)] + [[0, 2, 5], [*range(7)]], ids=str)
def test_one_character_changed_in_some_quotes(wrong: list[int], tmp_path: Path) -> None:
    text = _changed(QUOTES, wrong)
    assert told(example(tmp_path, text)) == [f"{EXAMPLE}:{PLACES[n]} CIT101" for n in wrong]


def test_the_quotes_stand_as_they_are(tmp_path: Path) -> None:
    made, problems = check(example(tmp_path, QUOTES))
    assert not has_errors(problems)
    assert made is not None


WRONG = """\
events:
  - id: moving
    title: Moving
    type: other
    mode: reported
    time: 2020-04
    statements:
      - text: About 40 boats were moved.
        cite:
          - office: About 45 boats were moved to the southern pier
          - office: Some 55 boats had to leave
          - post: The tower of the church
          - post: "Some 55 boats […] Norrvik Post"
          - post: southern pier
          - post: {quote: southern pier, prefix: the northern}
          - post: 5 boats
          - post: "— […] …"
"""

WRONG_TOLD = f"""\
{EXAMPLE}:10:21: error CIT101 quote-not-found
    The quote does not stand in `office`: “About 45 boats were moved to the southern pier”
    seeds/sources/office.txt:4:1: closest passage, 97 % alike: the source has “40” where the quote has “45”
    hint: Copy the words of the source exactly, or cite another passage.
{EXAMPLE}:11:21: error CIT101 quote-not-found
    The quote does not stand in `office`: “Some 55 boats had to leave”
    hint: It stands in `post`: is that the source you mean?
{EXAMPLE}:12:19: error CIT101 quote-not-found
    The quote does not stand in `post`: “The tower of the church”
    hint: Nothing like it stands there: cite another passage, or another source.
{EXAMPLE}:13:19: error CIT101 quote-not-found
    Part 2 of the quote stands in `post`, but not after the part before it.
    seeds/sources/post.txt:1:1: it stands here
    hint: Quote the parts in the order of the source.
{EXAMPLE}:14:19: error CIT102 quote-not-unique
    The quote stands 2 times in `post`; it must stand there once.
    seeds/sources/post.txt:4:5: selected by prefix “The”
    seeds/sources/post.txt:4:36: selected by prefix “the”
    hint: Quote more words, or select one with `prefix: "The"`.
{EXAMPLE}:15:27: error CIT103 wrong-context
    The quote stands in `post`, but nowhere with the prefix “the northern”.
    seeds/sources/post.txt:4:5: stands here with prefix “May. The”
    seeds/sources/post.txt:4:36: stands here with prefix “and the”
    hint: Mend the prefix or suffix; it must stand directly beside the quote.
{EXAMPLE}:16:19: error CIT104 cut-word
    The quote starts inside “55”.
    seeds/sources/post.txt:3:7: the source has “55”
    hint: Quote the whole of “55”.
{EXAMPLE}:17:19: error CIT105 empty-quote
    Part 1 of the quote has neither a letter nor a digit.
    hint: Quote the words that carry the statement.
8 errors, no warnings"""  # noqa: E501


def test_what_is_told_of_a_quote_that_does_not_stand(tmp_path: Path) -> None:
    assert "\n".join(report(findings(example(tmp_path, WRONG)))) == WRONG_TOLD


def test_a_changed_document_says_which_quotes_still_stand(tmp_path: Path) -> None:
    post = FILES["seeds/sources/post.txt"].replace("55", "56")
    summary = """\
events:
  - id: moving
    title: Moving
    type: other
    mode: reported
    time: 2020-04
    statements:
      - {id: full, text: The southern pier is full., cite: {post: The southern pier is full}}
"""
    files = {"seeds/sources/post.txt": post, EXAMPLE: summary}
    changed = next(f for f in findings(demo(tmp_path, files)) if f.code.id == "SRC201")
    assert [(str(r.location), r.message) for r in changed.related] == [
        (f"{EXAMPLE}:8:60", "the quote of `moving.full` still stands"),
        ("seeds/summaries/sources.yml:21:14", "the quote of `post.b6cce990` no longer stands"),
    ]
    assert changed.message.endswith("1 of 2 quotes from it still stand.")
    assert str(changed.location) == "seeds/summaries/sources.yml:13:13"


def _changed(text: str, numbers: list[int]) -> str:
    """The text with one character changed in the word that stands for each of the numbers."""
    lines = text.splitlines(keepends=True)
    for number in numbers:
        start = int(PLACES[number].split(":")[0]) - 1
        row = next(row for row in range(start, len(lines)) if WORDS[number] in lines[row])
        word = WORDS[number]
        lines[row] = lines[row].replace(word, word[:-1] + ("1" if word[-1].isdigit() else "x"))
    return "".join(lines)

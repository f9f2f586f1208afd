"""What people see at a terminal: excerpts, carets under the words, in any width and any script."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import click
from hypothesis import given
from hypothesis import strategies as st

from quoteproof.diagnostics import codes
from quoteproof.diagnostics.finding import Finding, Location, Related
from quoteproof.reporters.cells import rows, shown, width, wrapped
from quoteproof.reporters.terminal import report
from reporters.findings import HOSTILE, UNCITED

SUMMARY = "seeds/summaries/terms.yml"
SOURCE = "seeds/sources/office.txt"
FILES = {
    SUMMARY: ["terms:", "  - text: Moved.", "    cite: {office: About 45 boats were moved}"],
    SOURCE: ["Harbour office", "", "About 40 boats were moved to the southern pier."],
}
NOT_FOUND = Finding(
    codes.QUOTE_NOT_FOUND,
    Location(SUMMARY, 3, 20),
    "The quote does not stand in `office`: “About 45 boats were moved”",
    "Copy the words of the source exactly.",
    (Related(Location(SOURCE, 3, 1), "closest passage: the source has “40”", ("40",)),),
    ("45",),
)


def told(
    *findings: Finding, files: Mapping[str, list[str]] = FILES, cells: int = 80, style: bool = False
) -> str:
    text = "\n".join(report(findings, lambda path: files.get(path, []), cells))
    return text if style else click.unstyle(text)


def pointed(line: str, message: str = "“here”", column: int = 1, cells: int = 80) -> list[str]:
    """The rows of the excerpt of a finding in a file with this one line."""
    finding = Finding(codes.UNCITED, Location("a.yml", 1, column), message)
    return [
        row.split(" | ", 1)[1]
        for row in told(finding, files={"a.yml": line.split("\n")}, cells=cells).splitlines()
        if " | " in row
    ]


def test_a_finding() -> None:
    assert (
        told(NOT_FOUND)
        == """\
seeds/summaries/terms.yml
3:20 error CIT101 quote-not-found
  The quote does not stand in `office`: “About 45 boats were moved”
  3 |     cite: {office: About 45 boats were moved}
    |                          ^^
  closest passage: the source has “40”
  seeds/sources/office.txt:3:1
  3 | About 40 boats were moved to the southern pier.
    |       ^^
  hint: Copy the words of the source exactly.

`quoteproof explain CODE` tells why, with an example.
1 error, no warnings"""
    )


def test_a_passage_that_the_message_quotes_is_not_shown_twice() -> None:
    passage = Related(Location(SOURCE, 3, 1), f"The passage says: “{FILES[SOURCE][2]}”")
    assert (
        told(replace(NOT_FOUND, related=(passage,)))
        == """\
seeds/summaries/terms.yml
3:20 error CIT101 quote-not-found
  The quote does not stand in `office`: “About 45 boats were moved”
  3 |     cite: {office: About 45 boats were moved}
    |                          ^^
  The passage says: “About 40 boats were moved to the southern pier.”
  seeds/sources/office.txt:3:1
  hint: Copy the words of the source exactly.

`quoteproof explain CODE` tells why, with an example.
1 error, no warnings"""
    )


def test_nothing_to_tell() -> None:
    assert told() == "no errors, no warnings"


def test_a_file_is_named_once() -> None:
    assert told(NOT_FOUND, NOT_FOUND).count(SUMMARY) == 1


def test_a_place_that_the_file_does_not_have() -> None:
    for place in (Location("gone.yml"), Location(SUMMARY, 99, 1), Location(SUMMARY, 1, 99)):
        assert " | " not in told(replace(NOT_FOUND, location=place, related=()))


def test_the_place_where_no_word_is_named() -> None:
    assert pointed("id: no such-thing", "It is none.", 8) == [
        "id: no such-thing",
        "       ^^^^^^^^^^",
    ]
    assert pointed("id:", "Nothing follows.", 4) == ["id:", "   ^"]
    assert pointed("", "It is empty.") == ["", "^"]


def test_words_are_whole_and_looked_for_from_the_place_on() -> None:
    assert pointed("5, 55 or 5", "“5”", 4) == ["5, 55 or 5", "         ^"]


def test_words_over_several_lines() -> None:
    assert pointed('a: "agreed\n    to  halt" them', "“agreed to halt”") == [
        'a: "agreed',
        "    ^^^^^^",
        '    to  halt" them',
        "    ^^^^^^^^",
    ]


def test_words_that_a_message_cuts_short() -> None:
    assert pointed("a: one two three", "“one tw…”") == ["a: one two three", "   ^^^^^^"]


def test_wide_characters_and_marks() -> None:
    assert pointed("停火 here") == ["停火 here", "     ^^^^"]
    assert pointed("e\u0301a\u0301 here") == ["e\u0301a\u0301 here", "   ^^^^"]
    assert pointed("x 停火", "“停火”") == ["x 停火", "  ^^^^"]


def test_tabs_and_what_is_not_seen() -> None:
    assert pointed("\there") == ["    here", "    ^^^^"]
    assert pointed("\u202e\x1b[2J here") == ["[U+202E]␛[2J here", " " * 13 + "^^^^"]


def test_right_to_left() -> None:
    """A terminal may turn the row round: the words are named."""
    assert pointed("قال وقف إطلاق النار", "“وقف إطلاق”") == [
        "قال وقف إطلاق النار",
        "^ “وقف إطلاق”",
    ]


def test_long_lines_are_shown_where_something_is_meant() -> None:
    line = "word " * 30 + "here " + "word " * 30
    text, carets = pointed(line, cells=40)
    assert text.startswith("…") and text.endswith("…")
    assert text[carets.index("^") : carets.rindex("^") + 1] == "here"
    assert "word word here" in text


def test_no_more_rows_than_can_be_read() -> None:
    words = " ".join(f"word{number}" for number in range(200))
    shown_rows = pointed(words, f"“{words}”", cells=40)
    assert len(shown_rows) == 2 * 6 + 1


def test_hostile_text_moves_no_cursor() -> None:
    files = {HOSTILE.location.path: ["\x1b]0;owned\x07\r\udcff"], "a\rb": ["\x00"]}
    for row in told(HOSTILE, files=files).split("\n"):
        assert row.isprintable()


def test_colours_tell_errors_from_warnings() -> None:
    assert "\x1b[31m\x1b[1merror" in told(NOT_FOUND, style=True)
    assert "\x1b[35m\x1b[1mwarning" in told(UNCITED, style=True)


ODD = st.text(st.sampled_from("ab \t\u0301停ﷺא\u202e\x07\u200d👍ᄀ\u1161\ud800"), max_size=60)


@given(ODD, st.integers(8, 30))  # a sign such as [U+202E] takes eight
def test_rows_fit_and_leave_nothing_out(text: str, cells: int) -> None:
    spans = list(rows(text, cells))
    assert "".join(text[start:end] for start, end in spans) == text
    for start, end in spans:
        assert width(shown(text[start:end]).rstrip()) <= cells
    assert all(width(row) <= cells for row in wrapped(text, cells))


@given(ODD, st.integers(1, 62), st.integers(1, 60))
def test_anything_can_be_shown(line: str, column: int, cells: int) -> None:
    finding = Finding(codes.UNCITED, Location("a.yml", 1, column), f"“{line}”")
    assert told(finding, files={"a.yml": [line]}, cells=cells)

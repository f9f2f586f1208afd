"""Where the weight lies: what is counted once, and what carries nothing."""

from pathlib import Path

from pages.figures.made import view, view_of
from projects import briefing, example
from quoteproof.pages.figures.weight import quoted_length

RECORDS = """\
terms:
  - id: pier
    title: The pier stays open
    type: other
    statements:
      - text: The pier will reopen in May.
        cite: [{office: will reopen on 4 May 2020}, {post: will reopen in May}]
      - text: The southern pier stays open.
        cite:
          - post: the southern pier will stay open
          - office: {quote: southern, relation: context}
      - text: The southern pier will stay open.
        cite: [{post: southern pier will stay open}]
"""


def test_a_statement_rests_on_the_sources_that_support_it(tmp_path: Path) -> None:
    made = view_of("weight", tmp_path, RECORDS)
    office, post = made.sources

    # The demo has two more: one that the office supports, and one that the post does.
    assert (made.statements, made.alone) == (5, 4)
    assert (office.statements, office.alone, office.citations) == (2, 1, 3)
    assert (post.statements, post.alone, post.citations) == (4, 3, 4)
    assert (office.statements_width, office.alone_width) == ("50%", "25%")
    assert (post.citations_width, office.citations_width) == ("100%", "75%")


def test_overlapping_passages_count_once(tmp_path: Path) -> None:
    one = "the southern pier will stay open"
    made = briefing(example(tmp_path, RECORDS))
    post = made.source("post")

    assert quoted_length(post) == len(
        one + "Some 55 boats had to leave the northern pier" + "will reopen in May"
    )
    assert len([p for p in post.passages if "southern pier" in p.quote]) == 2
    (_, weight) = view_of("weight", tmp_path, RECORDS).sources
    assert weight.quoted == round(100 * quoted_length(post) / len(post.document.raw))
    assert len(weight.stretches) == 3


def test_a_source_that_nobody_quotes_has_no_weight(tmp_path: Path) -> None:
    text = """\
sources:
  - id: mute
    file: mute.txt
    title: Mute
    publisher: Nobody
    issued: 2020
    genre: social
    rights: full-text
    descriptor: {text: A post., background: invented}
"""
    root = example(tmp_path, text)
    (root / "seeds/sources/mute.txt").write_text("Not a word of this.\n", "utf-8")
    mute = view("weight", briefing(root)).sources[-1]

    assert (mute.citations, mute.statements, mute.alone, mute.quoted) == (0, 0, 0, 0)
    assert mute.stretches == ()

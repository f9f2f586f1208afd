"""A source's text with its passages marked: nothing added, nothing lost, marks only ever nest."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from pages.tiny import briefing
from quoteproof.model.documents import Document
from quoteproof.model.selectors import Anchor, TextPositionSelector
from quoteproof.model.verified import Passage, VerifiedSource
from quoteproof.model.vocabulary import Rights
from quoteproof.pages.marks import Line, MarkedText, marked_text


def source(
    raw: str, *passages: tuple[tuple[int, int], ...], rights: str = "full-text"
) -> VerifiedSource:
    """A source with passages p-0, p-1 …, each given as its parts."""
    template = briefing().sources[0]
    return VerifiedSource(
        template.source.model_copy(update={"rights": Rights(rights)}),
        Document("seeds/sources/a.txt", raw, "0" * 64),
        tuple(
            Passage(
                f"p-{n}", "a", Anchor(tuple(TextPositionSelector(*p) for p in parts), (), 0), "", ()
            )
            for n, parts in enumerate(passages)
        ),
    )


def written(line: Line) -> str:
    """A line as `[id:` … `]`, with `~` for a mark that goes on, and `(n)` for a number."""
    signs = []
    for piece in line.pieces:
        match piece.kind:
            case "words":
                signs.append(piece.text)
            case "opens":
                signs.append("[~" if piece.resumed else f"[{piece.id}:")
            case "closes":
                signs.append("]")
            case "number":
                signs.append(f"({piece.number})")
    return "".join(signs)


def lines(text: MarkedText) -> list[str]:
    return [written(line) for paragraph in text.paragraphs for line in paragraph.lines]


def test_a_passage_is_marked_and_numbered_at_its_end() -> None:
    assert lines(marked_text(source("one two three", ((4, 7),)))) == ["one [p-0:two](1) three"]


def test_a_passage_within_another_is_nested() -> None:
    marked = marked_text(source("one two three", ((0, 13),), ((4, 7),)))

    assert lines(marked) == ["[p-0:one [p-1:two](2) three](1)"]


def test_where_two_overlap_the_second_goes_on_in_a_mark_of_its_own() -> None:
    marked = marked_text(source("one two three", ((0, 7),), ((4, 13),)))

    assert lines(marked) == ["[p-0:one [p-1:two]](1)[~ three](2)"]


def test_a_passage_with_words_left_out_is_numbered_once_after_its_last_part() -> None:
    assert lines(marked_text(source("one two three", ((0, 3), (8, 13))))) == [
        "[p-0:one] two [~three](1)"
    ]


def test_a_passage_over_several_lines_is_marked_in_each() -> None:
    marked = marked_text(source("one\ntwo\n\nthree", ((0, 14),)))

    assert lines(marked) == ["[p-0:one]", "[~two]", "[~three](1)"]
    assert [[line.number for line in p.lines] for p in marked.paragraphs] == [[1, 2], [4]]


def test_long_lines_are_paragraphs_of_their_own() -> None:
    marked = marked_text(source(f"{'a ' * 80}\n{'b ' * 80}\n\nc\nd"))

    assert [len(paragraph.lines) for paragraph in marked.paragraphs] == [1, 1, 2]


def test_of_a_source_to_be_quoted_only_the_quoted_paragraphs_are_shown() -> None:
    marked = marked_text(source("one\n\ntwo\n\nthree\n\nfour", ((5, 8),), rights="quote-only"))

    assert lines(marked) == ["[p-0:two](1)"]
    assert [paragraph.omitted for paragraph in marked.paragraphs] == [True]
    assert marked.omitted_at_end


def test_of_a_source_to_be_linked_only_nothing_is_shown() -> None:
    assert marked_text(source("one", ((0, 3),), rights="link-only")) == MarkedText((), False)


@st.composite
def sources(draw: st.DrawFn) -> VerifiedSource:
    raw = draw(st.text(alphabet="ab \n\r\t<&", min_size=1, max_size=40))
    places = st.integers(0, len(raw))
    spans = st.tuples(places, places).map(sorted).filter(
        lambda s: raw[s[0] : s[1]].strip() == raw[s[0] : s[1]] != ""
    )  # fmt: skip
    return source(raw, *([tuple(span)] for span in draw(st.lists(spans, max_size=6))))


@given(sources())
def test_every_line_has_its_text_and_marks_nest(source: VerifiedSource) -> None:
    opened: list[str] = []
    numbers: list[int] = []
    shown: dict[int, str] = {}
    for paragraph in marked_text(source).paragraphs:
        for line in paragraph.lines:
            depth = 0
            for piece in line.pieces:
                match piece.kind:
                    case "words":
                        shown[line.number] = shown.get(line.number, "") + piece.text
                    case "opens":
                        depth += 1
                        opened += [] if piece.resumed else [piece.id]
                    case "closes":
                        depth -= 1
                    case "number":
                        numbers.append(piece.number)
                assert depth >= 0
            assert depth == 0
    text = source.document.raw.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert shown == {n: line for n, line in enumerate(text, 1) if line.strip()}
    assert sorted(opened) == [passage.id for passage in source.passages]
    assert sorted(numbers) == list(range(1, len(source.passages) + 1))


def test_rights_are_asked_of_the_source_alone() -> None:
    whole = source("one\n\ntwo", ((0, 3),))
    quoted = replace(whole, source=whole.source.model_copy(update={"rights": Rights.QUOTE_ONLY}))

    assert len(marked_text(whole).paragraphs) == 2
    assert len(marked_text(quoted).paragraphs) == 1

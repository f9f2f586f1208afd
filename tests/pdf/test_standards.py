"""The checks of a PDF see each fault that they are there for, and none in a PDF without one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
import typst
from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    ContentStream,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    TextStringObject,
)
from standards import beyond, complaints, pdf_a, pdf_ua, verapdf, verapdf_lacks

from quoteproof.exports.pdf.glyphs import FONTS, shelf, stacks

SAMPLE = """\
#set document(title: "A sample", date: datetime(year: 2020, month: 3, day: 5))
#set text(lang: "en", font: FONTS, fallback: false)
#outline()
= The pier <pier>
About 40 boats#footnote[Said the #link("https://example.org/")[harbour office].] were moved. → ≠ ✓
== Where
#link(<pier>)[Back], #text(lang: "ar")[نقل نحو ٤٠ قاربًا] #text(lang: "he")[הועברו כ־40 סירות]
#figure(image(bytes(SVG), alt: "A pier"), caption: [The pier])
#table(columns: 2, table.header[Pier][Boats], [northern], [], [southern], [40])
=== When
- In April
"""
SVG = "<svg xmlns='http://www.w3.org/2000/svg'><path opacity='.5' d='M0 0h9v9z'/></svg>"

Change = Callable[[PdfWriter], None]


def made(
    typ: str = SAMPLE, standards: tuple[str, ...] = ("a-2a", "ua-1"), tags: bool = True
) -> bytes:
    fonts = ", ".join(f'"{family}"' for family in stacks([FONTS])["serif"])
    source = typ.replace("FONTS", f"({fonts})").replace("SVG", f'"{SVG}"')
    return typst.compile(
        source.encode(),
        font_paths=shelf([FONTS]),
        pdf_standards=list(standards),
        pdf_tags=tags,
        timestamp=0,
    )


@cache
def sound() -> bytes:
    return made()


def changed(change: Change) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(sound())))
    change(writer)
    file = BytesIO()
    writer.write(file)
    return file.getvalue()


def codes(said: list[str]) -> set[str]:
    return {complaint.partition(":")[0] for complaint in said}


# Faults, and the rules that see them

BROKEN: dict[str, tuple[Change, set[str]]] = {}


def sees(*rules: str) -> Callable[[Change], Change]:
    def remember(change: Change) -> Change:
        BROKEN[change.__name__] = (change, set(rules))
        return change

    return remember


@sees("PDFA2A-ID-PART-001")
def claims_no_pdf_a(pdf: PdfWriter) -> None:
    _edit_metadata(pdf, rb"<pdfaid:part>2</pdfaid:part>", b"")


@sees("PDFA2A-ID-CONFORMANCE-001")
def claims_a_lower_level(pdf: PdfWriter) -> None:
    _edit_metadata(pdf, rb">A</pdfaid:conformance>", b">B</pdfaid:conformance>")


@sees("PDFUA1-ID-PART-001", "PDFUA1-ID-SCHEMA-001")
def claims_no_pdf_ua(pdf: PdfWriter) -> None:
    _edit_metadata(pdf, rb"<pdfuaid:part>1</pdfuaid:part>", b"")


@sees("PDFA2A-TRANSPARENCY-GROUP-CS-001")
def has_no_output_intent(pdf: PdfWriter) -> None:
    del pdf.root_object["/OutputIntents"]


@sees("PDFA2A-EXTGSTATE-BLEND-MODE-001")
def blends_as_nobody_knows(pdf: PdfWriter) -> None:
    odd = DictionaryObject({NameObject("/BM"): NameObject("/Odd")})
    resources = pdf.pages[0]["/Resources"]
    resources[NameObject("/ExtGState")] = DictionaryObject({NameObject("/Odd"): odd})
    _paint(pdf, b"/Artifact BMC q /Odd gs Q EMC")


@sees("PDFA2A-FONT-EMBEDDING-001", "PDFUA1-FONT-EMBEDDING-001")
def embeds_not_every_font(pdf: PdfWriter) -> None:
    descriptor = next(it for it in _dictionaries(pdf) if it.get("/Type") == "/FontDescriptor")
    for key in {"/FontFile2", "/FontFile3"} & set(descriptor):
        del descriptor[key]


@sees("PDFA2A-UNICODE-MAPPING-001", "PDFUA1-FONT-UNICODE-MAPPING-001")
def does_not_say_which_letters_they_are(pdf: PdfWriter) -> None:
    del next(it for it in _dictionaries(pdf) if "/ToUnicode" in it)["/ToUnicode"]


@sees("PDFA2A-ACTION-TYPE-001", "script")
def runs_a_script_when_opened(pdf: PdfWriter) -> None:
    pdf.root_object[NameObject("/OpenAction")] = _script()


@sees("script")
def names_a_script(pdf: PdfWriter) -> None:
    names = ArrayObject([TextStringObject("a"), pdf._add_object(_script())])
    pdf.root_object["/Names"][NameObject("/JavaScript")] = DictionaryObject(
        {NameObject("/Names"): names}
    )


@sees(
    "PDFA2A-EMBEDDED-FILE-PDFA-001",
    "PDFA2A-FILE-SPEC-F-AND-UF-001",
    "PDFUA1-FILE-SPEC-F-AND-UF-001",
)
def carries_another_file(pdf: PdfWriter) -> None:
    pdf.add_attachment("a.txt", b"not a PDF")


@sees("PDFA2A-ENCRYPTION-001", "PDFA2A-INTEGER-RANGE-001")
def is_encrypted(pdf: PdfWriter) -> None:
    pdf.encrypt("", "secret", algorithm="RC4-128")


@sees(
    "PDFA2A-STRUCT-TREE-ROOT-001",
    "PDFUA1-LINK-LINK-TAG-001",
    "PDFUA1-STRUCT-TREE-ROOT-001",
    "headings",
)
def has_no_structure(pdf: PdfWriter) -> None:
    del pdf.root_object["/StructTreeRoot"]


@sees("PDFA2A-TAGGED-DOCUMENT-001", "PDFUA1-TAGGED-DOCUMENT-001")
def does_not_say_that_it_is_tagged(pdf: PdfWriter) -> None:
    pdf.root_object["/MarkInfo"][NameObject("/Marked")] = BooleanObject(False)


@sees("PDFUA1-CONTENT-TAGGING-001")
def shows_what_is_not_tagged(pdf: PdfWriter) -> None:
    _paint(pdf, b"q 10 10 50 50 re f Q")


@sees("PDFA2A-STRUCT-TREE-ROLE-MAP-001", "PDFUA1-STRUCT-TREE-ROLE-MAP-001")
def tags_as_nobody_knows(pdf: PdfWriter) -> None:
    _element(pdf, "/P")[NameObject("/S")] = NameObject("/Odd")


@sees(
    "PDFUA1-ALT-TEXT-LANGUAGE-001",
    "PDFUA1-ANNOTATION-CONTENTS-LANGUAGE-001",
    "PDFUA1-OUTLINE-LANGUAGE-001",
    "PDFUA1-SPAN-ACTUAL-TEXT-LANGUAGE-001",
    "PDFUA1-SPAN-ALT-TEXT-LANGUAGE-001",
    "PDFUA1-TEXT-LANGUAGE-001",
)
def has_no_language(pdf: PdfWriter) -> None:
    del pdf.root_object["/Lang"]


@sees("PDFA2A-LANG-001", "PDFUA1-LANGUAGE-TAG-001")
def has_a_language_that_is_none(pdf: PdfWriter) -> None:
    pdf.root_object[NameObject("/Lang")] = TextStringObject("in English")


@sees("PDFUA1-VIEWER-PREFERENCES-001")
def does_not_show_its_title(pdf: PdfWriter) -> None:
    del pdf.root_object["/ViewerPreferences"]


@sees("PDFUA1-METADATA-TITLE-001", "title")
def has_no_title(pdf: PdfWriter) -> None:
    _edit_metadata(pdf, rb"<dc:title>.*?</dc:title>", b"")


@sees("title")
def has_a_title_without_words(pdf: PdfWriter) -> None:
    _edit_metadata(pdf, rb">A sample<", b"> <")


@sees("PDFUA1-PAGE-TABS-001")
def does_not_tab_in_reading_order(pdf: PdfWriter) -> None:
    del pdf.pages[0]["/Tabs"]


@sees("PDFUA1-LINK-CONTENTS-001", "link")
def has_links_that_say_nothing(pdf: PdfWriter) -> None:
    for link in _links(pdf):
        del link["/Contents"]


@sees("link")
def has_links_that_say_a_blank(pdf: PdfWriter) -> None:
    for link in _links(pdf):
        link[NameObject("/Contents")] = TextStringObject(" ")


@sees("PDFUA1-LINK-LINK-TAG-001")
def has_links_outside_of_its_structure(pdf: PdfWriter) -> None:
    for link in _links(pdf):
        del link["/StructParent"]


@sees("PDFUA1-HEADING-NESTING-001")
def skips_a_level_of_headings(pdf: PdfWriter) -> None:
    _element(pdf, "/H2")[NameObject("/S")] = NameObject("/H3")


@sees("headings")
def has_no_headings(pdf: PdfWriter) -> None:
    for element in list(_elements(pdf)):
        if element["/S"] in {"/H1", "/H2", "/H3"}:
            element[NameObject("/S")] = NameObject("/P")


@sees("PDFUA1-FIGURE-ALTERNATIVE-TEXT-001")
def has_a_figure_without_words(pdf: PdfWriter) -> None:
    del _element(pdf, "/Figure")["/Alt"]


@sees("PDFUA1-NOTE-ID-001")
def has_a_note_without_an_id(pdf: PdfWriter) -> None:
    del _element(pdf, "/Note")["/ID"]


@sees("PDFUA1-L-KIDS-001", "PDFUA1-LBODY-PARENT-001")
def has_a_list_of_what_is_no_item(pdf: PdfWriter) -> None:
    _element(pdf, "/LI")[NameObject("/S")] = NameObject("/P")


@sees("table")
def has_a_table_without_headings(pdf: PdfWriter) -> None:
    for element in list(_elements(pdf)):
        if element["/S"] == "/TH":
            element[NameObject("/S")] = NameObject("/TD")


@sees("table")
def has_headings_of_neither_row_nor_column(pdf: PdfWriter) -> None:
    for element in list(_elements(pdf)):
        if element["/S"] == "/TH":
            del element["/A"]


@sees("structure")
def has_lost_the_words_of_a_paragraph(pdf: PdfWriter) -> None:
    _element(pdf, "/Caption")[NameObject("/K")] = ArrayObject()


@sees("bookmarks")
def has_no_bookmarks(pdf: PdfWriter) -> None:
    del pdf.root_object["/Outlines"]


# The tests


def test_a_sound_pdf_is_not_complained_of() -> None:
    assert complaints(sound()) == []


def test_writing_a_pdf_again_does_not_break_it() -> None:
    assert complaints(changed(lambda _: None)) == []


@pytest.mark.parametrize("fault", BROKEN)
def test_a_fault_is_seen(fault: str) -> None:
    change, rules = BROKEN[fault]
    assert codes(complaints(changed(change))) == rules


@pytest.mark.parametrize("bytes_", [b"", b"%PDF-1.7\n", b"<html>"])
def test_what_is_no_pdf_is_unreadable(bytes_: bytes) -> None:
    for look in (pdf_a, pdf_ua, beyond):
        assert codes(look(bytes_)) == {"unreadable"}


def test_a_stream_that_ends_in_a_line_break_is_as_long_as_it_says() -> None:
    assert complaints(changed(lambda pdf: _paint(pdf, b"\r"))) == []


def test_a_stream_that_is_shorter_than_it_says_is_seen() -> None:
    lying = re.sub(rb"/Length 1(\d{3})", rb"/Length 9\1", sound(), count=1)
    assert codes(beyond(lying)) == {"unreadable"}


def test_a_pdf_that_claims_neither_is_seen() -> None:
    assert codes(pdf_a(made(standards=()))) == {
        "PDFA2A-ID-SCHEMA-001",
        "PDFA2A-TRANSPARENCY-GROUP-CS-001",
    }
    assert codes(pdf_ua(made(standards=()))) >= {"PDFUA1-ID-SCHEMA-001"}
    assert codes(complaints(made(standards=(), tags=False))) >= {
        "PDFA2A-STRUCT-TREE-ROOT-001",
        "PDFUA1-STRUCT-TREE-ROOT-001",
        "headings",
    }


def test_words_that_typst_drops_in_silence_are_seen() -> None:
    """Where no family of a text is there, as that of raw text here, Typst without fallback sets
    nothing and is content.
    """
    assert codes(complaints(made(SAMPLE + "\n`gone`\n"))) == {"structure"}


@pytest.mark.slow
def test_verapdf_sees_the_same(tmp_path: Path) -> None:
    if lacking := verapdf_lacks():
        pytest.skip(lacking)
    faulty = {fault: changed(change) for fault, (change, _) in BROKEN.items()}
    said = verapdf({"sound": sound(), **faulty}, tmp_path)
    assert said["sound"] == []
    told = {fault: {line.split()[0] for line in said[fault]} for fault in faulty}
    by_page = {
        fault: ({"PDF/A-2a"} if pdf_a(pdf) else set()) | ({"PDF/UA-1"} if pdf_ua(pdf) else set())
        for fault, pdf in faulty.items()
    }
    assert told == by_page


# What the faults are made with


def _edit_metadata(pdf: PdfWriter, pattern: bytes, by: bytes) -> None:
    stream = pdf.root_object["/Metadata"]
    new, times = re.subn(pattern, by, stream.get_data(), flags=re.DOTALL)
    assert times == 1
    metadata = DecodedStreamObject()
    metadata.set_data(new)
    metadata.update({NameObject("/Type"): NameObject("/Metadata")})
    metadata.update({NameObject("/Subtype"): NameObject("/XML")})
    pdf.root_object[NameObject("/Metadata")] = pdf._add_object(metadata)


def _paint(pdf: PdfWriter, operators: bytes) -> None:
    sheet = pdf.pages[0]
    contents = ContentStream(None, pdf)
    contents.set_data(sheet["/Contents"].get_data() + b"\n" + operators)
    sheet[NameObject("/Contents")] = pdf._add_object(contents)


def _script() -> DictionaryObject:
    return DictionaryObject(
        {
            NameObject("/S"): NameObject("/JavaScript"),
            NameObject("/JS"): TextStringObject("app.alert(1)"),
        }
    )


def _dictionaries(pdf: PdfWriter) -> Iterator[DictionaryObject]:
    return (it for it in pdf._objects if isinstance(it, DictionaryObject))


def _links(pdf: PdfWriter) -> list[DictionaryObject]:
    return [note.get_object() for sheet in pdf.pages for note in sheet["/Annots"]]


def _elements(pdf: PdfWriter) -> Iterator[DictionaryObject]:
    return (it for it in _dictionaries(pdf) if "/S" in it and "/P" in it and "/K" in it)


def _element(pdf: PdfWriter, kind: str) -> DictionaryObject:
    return next(element for element in _elements(pdf) if element["/S"] == kind)

"""What the fonts can show is known beforehand: what is let pass, Typst sets, and no less."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest
import typst
from fonts import font
from hypothesis import given, settings
from hypothesis import strategies as st

from projects import put
from quoteproof.exports.pdf.glyphs import (
    FONTS,
    SHIPPED,
    families,
    forbidding,
    missing,
    printable,
    shelf,
    stacks,
)
from quoteproof.words import LANGUAGES, words_in

TEMPLATE = b"""
#set document(title: "t", date: datetime(year: 2020, month: 1, day: 1))
#let data = json("data.json")
#for stack in data.stacks {
  set text(lang: "en", font: stack, fallback: false)
  for text in data.texts [#text #strong(text) #emph(text) #parbreak()]
}
"""
# Signs that meet in clusters: letters of several scripts, marks, joiners, variants, tones, jamo.
SIGNS = (
    "aqeÅǭ≠=ﬁ1 .-" "\u0301\u0323\u0338\u0308\u20dd\u20e3" "бйІ\u0483" "שבּ\u05b7\u05c1" "لاهتم"
    "\u0651\u064b\u0670" "\u200d\u200c\u200b\xad\u2060" "\ufe0f\ufe0e\U000e0101" "☺✈👍👩❤🏽🏳🇫"
    "ᄀ\u1161ᆨ" "ｶ\uff9e" "क\u094dष\u093f" "中\u302a" "\xa0\u2009\u2011\u3000\n\t\u2028"
    "\ue000\ufeff\ufffe\0"
)  # fmt: skip
TEXTS = st.lists(
    st.one_of(st.text(SIGNS, max_size=8), st.text(max_size=6), st.text(SIGNS + "ab", max_size=25)),
    max_size=60,
)


@cache
def fonts() -> typst.Fonts:
    return shelf([FONTS])


def sets(*texts: str) -> bool:
    """Whether Typst makes a PDF of texts, in each of the stacks, upright, bold and in italics."""
    data = {"stacks": list(stacks([FONTS]).values()), "texts": texts}
    files = {"main.typ": TEMPLATE, "data.json": json.dumps(data).encode()}
    try:
        typst.compile(files, font_paths=fonts(), pdf_standards=["a-2a", "ua-1"], timestamp=0)
    except typst.TypstError:
        return False
    return True


def encoded(text: str) -> str:
    """Without surrogates, which no file holds, nor what is made from one."""
    return text.encode("utf-8", "replace").decode()


@settings(max_examples=60, derandomize=True)
@given(TEXTS)
def test_typst_sets_what_is_not_missing(texts: list[str]) -> None:
    shown = [text for text in map(encoded, texts) if not missing([text], [FONTS])]
    assert sets(*shown)


@pytest.mark.parametrize("part", ["中", "か", "한", "ก", "ა", "𓀀", "\ue000", "\ufeff"])
def test_typst_does_not_set_what_is_missing(part: str) -> None:
    assert missing([f"a {part} b"], [FONTS]) == (part,)
    assert not sets(part)


@settings(derandomize=True)
@given(st.text(max_size=30))
def test_what_is_printable_has_nothing_that_pdf_a_forbids(text: str) -> None:
    told = printable(text)
    assert printable(told) == told
    assert all(not 0xE000 <= ord(char) <= 0xF8FF and ord(char) < 0xF0000 for char in told)


@pytest.mark.parametrize(
    "text, shown",
    [
        ("Word’s bullet \uf0b7", "Word’s bullet [U+F0B7]"),
        ("\U000f0000\U0010fffd", "[U+F0000][U+10FFFD]"),
        ("\u202eabc\u202c", "[U+202E]abc[U+202C]"),
        ("a\r\nb\0", "a␍\nb␀"),
        ("נייר, ورق", "נייר, ورق"),
    ],
)
def test_what_is_printed_of_a_text(text: str, shown: str) -> None:
    assert printable(text) == shown


@pytest.mark.parametrize(
    "texts, lacking",
    [
        (["plain", "Πόντος", "пролив", "مضيق", "מיצר", "☺ → ≠ ✓ 👍"], ()),
        (["中b中", "丁"], ("丁", "中")),
        (["e\u0301 ok", "中\u0301"], ("中",)),
        (["\u200bx\xad\u2060 \u2011 \u3000"], ()),
    ],
)
def test_what_is_missing(texts: list[str], lacking: tuple[str, ...]) -> None:
    assert missing(texts, [FONTS]) == lacking


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_fonts_have_all_our_own_words(language: str) -> None:
    words = words_in(language)
    plurals = [form for forms in words.plurals().values() for form in forms]
    assert missing([*words.messages().values(), *plurals, *words.months()], [FONTS]) == ()


# Families


def test_the_families_that_are_shipped_may_be_embedded() -> None:
    assert families([FONTS]) == SHIPPED
    assert forbidding([FONTS]) == ()


def test_a_stack_has_every_family_and_begins_with_that_of_its_purpose() -> None:
    found = stacks([FONTS])
    assert {purpose: names[0] for purpose, names in found.items()} == {
        "serif": "Noto Serif",
        "sans": "Noto Sans",
        "mono": "Noto Sans Mono",
    }
    assert all(sorted(names) == sorted(SHIPPED) for names in found.values())


def test_fonts_of_a_project_come_after_those_of_the_program(tmp_path: Path) -> None:
    put(tmp_path, "b/c.ttf", font("丁", family="Zed"))
    put(tmp_path, "a.ttf", font("中", family="Alpha"))
    assert families([FONTS, tmp_path]) == (*SHIPPED, "Alpha", "Zed")
    assert missing(["中丁七"], [FONTS, tmp_path]) == ("七",)


def test_a_family_has_a_character_if_each_of_its_fonts_has_it(tmp_path: Path) -> None:
    put(tmp_path, "regular.ttf", font("中丁", family="Own"))
    put(tmp_path, "bold.ttf", font("中", family="Own", style="Bold"))
    assert missing(["中丁"], [FONTS, tmp_path]) == ("丁",)


def test_a_family_that_forbids_embedding_is_not_used(tmp_path: Path) -> None:
    """Bit 1 of `fsType` alone forbids it; where another bit allows it, that one counts."""
    put(tmp_path, "no.ttf", font("中", family="No", fs_type=2))
    put(tmp_path, "yes.ttf", font("丁", family="Yes", fs_type=2 | 8))
    assert forbidding([FONTS, tmp_path]) == (tmp_path / "no.ttf",)
    assert families([FONTS, tmp_path]) == (*SHIPPED, "Yes")
    assert missing(["中丁"], [FONTS, tmp_path]) == ("中",)


def test_a_font_that_changes_is_read_again(tmp_path: Path) -> None:
    put(tmp_path, "own.ttf", font("中"))
    assert missing(["中丁"], [FONTS, tmp_path]) == ("丁",)
    put(tmp_path, "own.ttf", font("丁七"))
    assert missing(["中丁"], [FONTS, tmp_path]) == ("中",)


BROKEN = {
    "empty": b"",
    "of another kind": b"not a font",
    "cut short": font("中")[:300],
    "cut at the end": font("中")[:-40],
    "half of a large one": (FONTS / "noto-serif/NotoSerif-Regular.ttf").read_bytes()[:200_000],
    "an empty collection": b"ttcf\0\1\0\0\0\0\0\0",
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_font_is_passed_over(tmp_path: Path, name: str) -> None:
    put(tmp_path, "broken.ttf", BROKEN[name])
    assert families([FONTS, tmp_path])[: len(SHIPPED)] == SHIPPED
    assert missing(["中"], [FONTS, tmp_path]) == ("中",)

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoteproof.text.characters import Trouble, TroubleKind, troublesome, visible


@pytest.mark.parametrize(
    ("character", "kind", "name", "sign"),
    [
        ("\ufeff", TroubleKind.BOM, "U+FEFF ZERO WIDTH NO-BREAK SPACE", "[U+FEFF]"),
        ("\0", TroubleKind.CONTROL, "U+0000 NULL", "␀"),
        ("\x1b", TroubleKind.CONTROL, "U+001B ESCAPE", "␛"),
        ("\x7f", TroubleKind.CONTROL, "U+007F DELETE", "␡"),
        ("\x85", TroubleKind.CONTROL, "U+0085 C1 control", "[U+0085]"),
        ("\u202e", TroubleKind.BIDI, "U+202E RIGHT-TO-LEFT OVERRIDE", "[U+202E]"),
        ("\u2067", TroubleKind.BIDI, "U+2067 RIGHT-TO-LEFT ISOLATE", "[U+2067]"),
        ("\r\n", TroubleKind.CARRIAGE_RETURN, "U+000D CARRIAGE RETURN U+000A LINE FEED", "␍\n"),
        ("\r", TroubleKind.CARRIAGE_RETURN, "U+000D CARRIAGE RETURN", "␍"),
        ("\ufdd0", TroubleKind.NONCHARACTER, "U+FDD0 noncharacter", "[U+FDD0]"),
        ("\U0001ffff", TroubleKind.NONCHARACTER, "U+1FFFF noncharacter", "[U+1FFFF]"),
        ("\U0010fffe", TroubleKind.NONCHARACTER, "U+10FFFE noncharacter", "[U+10FFFE]"),
        ("\ud800", TroubleKind.NONCHARACTER, "U+D800 surrogate", "[U+D800]"),
    ],
)
def test_trouble(character, kind, name, sign):
    text = f"ab{character}c"
    assert list(troublesome(text)) == [Trouble(kind, 2, character, name)]
    assert visible(text) == f"ab{sign}c"


def test_all_are_found_in_order():
    found = troublesome("\ufeffa\r\nb\u202e\x07\u2066")
    assert [(trouble.kind.name, trouble.offset) for trouble in found] == [
        ("BOM", 0),
        ("CARRIAGE_RETURN", 2),
        ("BIDI", 5),
        ("CONTROL", 6),
        ("BIDI", 7),
    ]


def test_harmless_text_stays():
    text = "Idlib\tإدلب\u200f\u200e\u061c שלום \U0001f1f9\U0001f1f7\u200d…\n\u00a0\u00ad\ufffd"
    assert list(troublesome(text)) == []
    assert visible(text) == text


@given(st.text(st.characters(exclude_categories=())))
def test_visible_text_is_no_trouble(text):
    assert list(troublesome(visible(text))) == []
    for trouble in troublesome(text):
        assert text.startswith(trouble.character, trouble.offset)
        assert trouble.name.startswith("U+")

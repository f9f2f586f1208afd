import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoteproof.text.words import WordCut, cuts_word, span_of_words


def cut(text: str) -> WordCut | None:
    """The cut at the quote that stands between brackets."""
    before, quote, after = text.replace("]", "[").split("[")
    return cuts_word(before + quote + after, len(before), len(before) + len(quote))


@pytest.mark.parametrize(
    ("text", "edge", "word"),
    [
        ("3[6 Turkish] forces", "start", "36"),
        ("2,[400 soldiers]", "start", "2,400"),
        ("2[,400 soldiers]", "start", "2,400"),
        ("[killed 2],400", "end", "2,400"),
        ("[killed 2,]400", "end", "2,400"),
        ("from 01:[00 January]", "start", "01:00"),
        ("[1].9 million", "end", "1.9"),
        ("2\u202f[400 soldiers]", "start", "2\u202f400"),
        ("2’[400 francs]", "start", "2’400"),
        ("M[4 highway]", "start", "M4"),
        ("cease[fire deal]", "start", "ceasefire"),
        ("[the cease]fire", "end", "ceasefire"),
        ("cease\u00ad[fire]", "start", "cease\u00adfire"),
        ("cease[\u00adfire]", "start", "cease\u00adfire"),
        ("[they can]'t", "end", "can't"),
        ("[they can’]t", "end", "can’t"),
        ("they can'[t hold]", "start", "can't"),
        ("Syria['s war]", "start", "Syria's"),
        ("Syria'[s war]", "start", "Syria's"),
        ("[Syria']s war", "end", "Syria's"),
        ("[caf]e\u0301", "end", "cafe\u0301"),
        ("[cafe]\u0301", "end", "cafe\u0301"),
        ("و[روسيا]", "start", "وروسيا"),
        ("м[ира]", "start", "мира"),
        ("हिन[्दी]", "start", "हिन्दी"),
        ("می\u200c[خواهم]", "start", "می\u200cخواهم"),
        ("[한국]은", "end", "한국은"),
        ("\U0001f468\u200d[\U0001f469 x]", "start", "\U0001f468\u200d\U0001f469"),
        ("๓[๖ คน]", "start", "๓๖"),
        ("平成3[0年]", "start", "30"),
        ("3[6 Turkish, 1]2 Russian", "start", "36"),
    ],
)
def test_cut(text, edge, word):
    assert cut(text) == WordCut(edge, word)


@pytest.mark.parametrize(
    "text",
    [
        "[36 Turkish] forces",
        "[Syria]'s war",
        "[Syria]’s war",
        "l'[accord] d'Idlib",
        "Russian-[Turkish] patrols",
        "[Turkey–]Russia",
        "''[positive] and constructive'.",
        "in 2020[,] 36 were",
        "by 36[.] In 2020",
        "36[%]",
        "土耳其和俄[罗斯]同意",
        "シリ[ア]の停戦",
        "ข้อตก[ลง]หยุดยิง",
        "36[名]の兵士",
        "since 2012.[\n\nSyria]",
        "[a]",
        "[]",
        "and\u00a0[36 forces]",
        "in 5\u00a0[2020 patrols]",
        "a\n[\u0301b]",
        "[\U0001f1f9\U0001f1f7] flag",
    ],
)
def test_no_cut(text):
    assert cut(text) is None


def test_span_of_words():
    text = "killed 2,400 soldiers"
    assert span_of_words(text, 9, 14) == (7, 21)
    assert span_of_words(text, 7, 12) == (7, 12)
    assert span_of_words("a" * 1000, 500, 501) == (300, 701)


@given(st.text(st.one_of(st.characters(), st.sampled_from("a1.,'’ \u00ad\u0301\u200d"))), st.data())
def test_widened_span_cuts_no_word(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    widened = span_of_words(text, start, end)
    assert widened[0] <= start <= end <= widened[1]
    assert cuts_word(text, *widened) is None
    assert cuts_word(text, 0, len(text)) is None

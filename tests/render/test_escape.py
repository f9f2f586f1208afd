"""Hostile text reaches every place of a page as inert text, exactly as it is."""

import re
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import markdown
import pytest
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from quoteproof.render import escape
from quoteproof.render.markdown import TEMPLATES, environment
from quoteproof.text.characters import visible
from render.hostile import HOSTILE, NAMES, SETTINGS

CONTEXTS = {
    "paragraph": "{{ x }}",
    "in a sentence": "Said {{ x }} on Friday.",
    "two together": "{{ x }}{{ y }}",
    "strong": "It is **{{ x }}**: so.",
    "list item": "- {{ x }}\n- {{ y }}",
    "numbered item": "1. {{ x }}\n    - {{ y }}\n1. {{ x }}",
    "heading": "## {{ x }} { #some-id }",
    "table": "| {{ x }} | b |\n| --- | ---: |\n| {{ y }} | **{{ x }}** |",
    "link": "See [{{ x }}](terms.md#a.b), [{{ y }}](actors.md).",
    "inline tag": '<span class="statement" id="a.b">{{ x }}</span> ({{ y }})',
    "field": '<div markdown="1">\n\n- **Where:** {{ x }}\n- **Who:** {{ y }}\n\n</div>',
    "event": (
        '<ol markdown="1">\n<li markdown="block">\n\n## {{ x }} { #e }\n\n{{ y }}\n\n</li>\n</ol>'
    ),
    "footnote": "Text.[^a-1] [^b-2]\n\n[^a-1]: “{{ x }}” [{{ y }}](a.md). Said.\n\n[^b-2]: {{ y }}",
    "block tag": '<p class="question">{{ x }}</p>\n\n{{ y }}',
    "after a colon": "term: {{ x }}\n\n{{ y }}",
    "attribute": '<span title="{{ x | attribute }}">t</span>{{ y }}',
    "source text": (
        '<div class="source-text">\n<p dir="auto"><span id="l">{{ x | source_text }}</span><br>\n'
        '<span id="m"><mark id="p-1">{{ y | source_text }}</mark></span></p>\n</div>'
    ),
}


def _converted(text: str) -> Element:
    html = markdown.markdown(text, extensions=NAMES, extension_configs=SETTINGS)
    return html5lib.parse(html, namespaceHTMLElements=False)


def _skeleton(element: Element) -> list[tuple[object, ...]]:
    """Every tag with its attributes but for the one that carries text."""
    return [
        (e.tag, *sorted((k, v) for k, v in e.attrib.items() if k != "title"))
        for e in element.iter()
    ]


def _text(element: Element) -> str:
    return " ".join("".join(element.itertext()).split(" "))


def _shown(text: str) -> str:
    return re.sub(r"[ \t\n\r\f\v]+", " ", visible(text))


@pytest.mark.parametrize("context", CONTEXTS)
@settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
@given(x=HOSTILE, y=HOSTILE)
@example(x="1", y=". x")
@example(x="///Footnotes Go Here///", y="[TOC]")
@example(x="x", y="(javascript:alert(1))")
def test_hostile_text_is_inert(context: str, x: str, y: str) -> None:
    template = environment().from_string(CONTEXTS[context])
    plain = _converted(template.render(x="Qx", y="Qy"))
    # A blank text would also remove what stands around it, such as a paragraph.
    x, y = x if _blanks(x) else "Qx", y if _blanks(y) else "Qy"
    hostile = _converted(template.render(x=x, y=y))

    assert _skeleton(hostile) == _skeleton(plain)
    raw = context == "source text"
    show = (lambda t: visible(t).replace("\n", "␊")) if raw else _shown
    expected = _blanks(_text(plain).replace("Qx", show(x)).replace("Qy", show(y)))
    assert _blanks(_text(hostile)) == expected
    for made, was in zip(hostile.iter("span"), plain.iter("span"), strict=True):
        if "title" in was.attrib:
            assert made.get("title") == _shown(x).strip()


def _blanks(text: str) -> str:
    """Without the blanks that Markdown takes away at the edges of blocks."""
    return re.sub(r"\s+", "", text)


@given(HOSTILE)
def test_hostile_front_matter_is_one_inert_text(text: str) -> None:
    line = f"title: {escape.metadata(text)}"

    assert "\n" not in line
    (title,) = yaml.safe_load(line).values()
    assert isinstance(title, str)
    assert not re.search(r'[<>"`]|&[#A-Za-z]|\{[{%#]', title)
    assert _blanks(title).translate(LIKE) == _blanks(_shown(text)).translate(LIKE)


LIKE = str.maketrans({"‹": "<", "›": ">", "”": '"', "’": "`", "＆": "&", "｛": "{"})


@pytest.mark.parametrize(
    "text",
    [
        'Turkey\'s defence minister said "positive and constructive" talks ended.',
        "From 5–14 March 2020, 14:53 (local time): the well-known M4, 6 km wide; so it goes?",
        "Hay'at Tahrir al-Sham and/or others: 12.5 % of it!",
    ],
)
def test_plain_prose_stays_readable(text: str) -> None:
    assert escape.inline(text) == text


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("- x", "&#45; x"),
        ("12. x", "12&#46; x"),
        ("12.5 x", "12&#46;5 x"),
        ("a *b* [c](d)", "a &#42;b&#42; &#91;c&#93;(d)"),
        ("see http://a.b", "see http&#58;&#47;&#47;a.b"),
        ("\u202eabc", "&#91;U&#43;202E&#93;abc"),
        ("a\n\n    b", "a b"),
    ],
)
def test_what_could_be_markup_becomes_an_entity(text: str, written: str) -> None:
    assert escape.inline(text) == written


@pytest.mark.parametrize("text", ["", "A", "a b", "a--b", "a.b.", 'a"', "../a", "a\n"])
def test_what_is_not_an_id_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not an id"):
        escape.identifier(text)


@pytest.mark.parametrize(
    "text", ["javascript:alert(1)", "//a.b", "https://a.b", "a.md#x)", "a.md\n", "/a.md", "a b.md"]
)
def test_what_is_not_one_of_our_pages_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not an address"):
        escape.href(text)


@given(st.text(alphabet=st.characters(min_codepoint=33, max_codepoint=126), max_size=40))
def test_an_address_elsewhere_reaches_the_page_unchanged(rest: str) -> None:
    address = f"https://a.example/{rest}"
    page = f'[^a]: See <a href="{escape.url(address)}">there</a>.\n\nText.[^a]'

    links = [a.get("href") for a in _converted(page).iter("a") if a.text == "there"]

    assert links == [address]


@pytest.mark.parametrize("value", [None, True, 1.5, ["a"], {"a": 1}, b"a"])
def test_only_text_and_whole_numbers_are_shown(value: object) -> None:
    with pytest.raises(TypeError):
        environment().from_string("{{ x }}").render(x=value)


TEMPLATE_FILES = sorted(TEMPLATES.glob("*.jinja"))


@pytest.mark.parametrize("path", TEMPLATE_FILES, ids=lambda p: p.name)
def test_templates_leave_no_way_round_the_escaping(path: Path) -> None:
    """`~` and `join` make markup of text without `finalize`; attributes need their own filter."""
    text = re.sub(r"\{#.*?#\}", "", path.read_text("utf-8"), flags=re.DOTALL)
    code = re.findall(r"\{\{.*?\}\}|\{%.*?%\}", text, re.DOTALL)
    for expression in code:
        assert "~" not in re.sub(r'"[^"]*"', "", expression)
        assert not re.search(
            r"\|\s*(safe|join|format|replace|e|escape|indent|urlize)\b", expression
        )
    for attribute in re.findall(r'="([^"]*)"', re.sub(r"\{%.*?%\}", "", text)):
        for expression in re.findall(r"\{\{(.*?)\}\}", attribute):
            assert re.search(r"\|\s*(id|url|datetime|attribute)\s*$", expression), expression
    for target in re.findall(r"\]\((.*?)\)", text):
        assert re.fullmatch(r"#?\{\{ [a-z_.]+ \| (href|id) \}\}", target), target

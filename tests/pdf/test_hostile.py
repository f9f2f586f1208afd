"""Whatever stands in a document or a summary comes out of the PDF as itself, and does nothing."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import count, groupby
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reading import Edition, read
from standards import complaints

from projects import briefing
from quoteproof.exports.pdf import typeset
from quoteproof.exports.pdf.glyphs import FONTS, missing, printable
from quoteproof.model.summaries import NamedPlace
from quoteproof.model.verified import VerifiedBriefing
from render.hostile import HOSTILE
from render.test_markdown import FREE, TINY, rewritten

TYPST = [
    "#", "#x", "#panic()", "#{1/0}", "#sys.inputs", '#read("data.json")', "#let x = 1", "#[", "#]",
    "$", "$x$", "$ x^2 $", "@", "@fig", "<label>", "<terms.md>", "\\", "\\n", "\\u{41}", "*b*",
    "_i_", "`r`", "```typ #x```", "= H", "== H", "- x", "+ x", "/ a: b", "//", "/* ", "*/", "~",
    "---", "...", "'", '"', "''", "[[", "]]", "{", "}", "(", ")", ";", "~~", "https://a.b/#c",
    "\\ ", "\\#", "%", "{quote}", "{page}", "{count}", "{{", "}}", "A" * 300, "W" * 28, "W" * 200,
    "/" * 90, "-" * 120, "é" * 50, "a\u0301" * 40, "\u200b" * 20, "\xad" * 20, "fi ffi ffl ft",
]  # fmt: skip
WORDS = st.one_of(
    HOSTILE,
    st.lists(st.sampled_from(TYPST), min_size=1, max_size=6).map(" ".join),
    st.lists(st.one_of(st.sampled_from(TYPST), st.text(max_size=4)), max_size=6).map("".join),
    st.text(st.sampled_from("#$@\\[]{}()<>*_`=-+/~'\"%&^|:;,.!?ab1 \t"), max_size=40),
)
_LEFT_OUT = re.compile(
    r"[\s\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2060-\u2065\u206a-\u206f"
    "\u3164\ufe00-\ufe0f\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff]"
)


def clean(words: str) -> str:
    """Words that a file can hold and our fonts can show, running from left to right: what is set
    from the right stands in a line from left to right in the file, too.
    """
    words = words.encode("utf-8", "replace").decode()
    words = "".join("r" if unicodedata.bidirectional(c) in {"R", "AL", "AN"} else c for c in words)
    while lacking := missing([printable(words)], [FONTS]):
        for part in lacking:
            words = words.replace(part, "?")
        if not any(part in words for part in lacking) and missing([printable(words)], [FONTS]):
            words = "".join(char if char.isascii() else "?" for char in words)
    return words


def stripped(words: str) -> str:
    """Without blanks and what no reader sees, which may break a line or be left out."""
    return _LEFT_OUT.sub("", words)


def as_read(words: str) -> re.Pattern[str]:
    """How words may read. A letter with marks may come twice: Typst sets a mark that is raised
    apart from its letter, and then tells of each that it is both.
    """
    clusters = re.findall(r"(?s).[\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u20d0-\u20f0]*", words)
    return re.compile(
        "(?i)"  # a note begins with a capital letter
        + "".join(
            f"(?:{re.escape(cluster)}){{{len(list(same))}{',' if odd(cluster) else ''}}}"
            for cluster, same in groupby(clusters)
        )
    )


def odd(cluster: str) -> bool:
    return len(cluster) > 1 or len(unicodedata.normalize("NFD", cluster)) > 1


def texts(verified: VerifiedBriefing) -> Iterator[tuple[str, str]]:
    """Every free text of the summaries as it was read, with its field."""
    for located in verified.summaries.everything():
        if isinstance(located, NamedPlace):  # only the index has it, where it is met
            continue
        for name in type(located).model_fields:
            value = getattr(located, name)
            for text in value if isinstance(value, tuple) else (value,):
                if name in FREE | {"evidence"} and isinstance(text, str):
                    yield name, text
            if name == "external_ids":
                yield from ((name, text) for pair in value.items() for text in pair)


def project(folder: Path, words: Any, lines: list[str]) -> VerifiedBriefing:
    """The tiny briefing with other words, and a document with these lines."""
    number = count()
    for source in (TINY / "seeds/sources").iterdir():
        put(folder / "seeds/sources" / source.name, source.read_bytes())
    text = "\n".join(f"L{place}x {line} E{place}x" for place, line in enumerate(lines))
    put(folder / "seeds/sources/odd.txt", text.encode("utf-8"))
    for summary in sorted((TINY / "seeds/summaries").iterdir()):
        data = yaml.load(summary.read_text("utf-8"), yaml.BaseLoader)
        data.get("briefing", {}).pop("edit_url", None)
        data = rewritten(data, words, number)
        for actor in data.get("actors", ()):
            if "external_ids" in actor and words is not None:
                actor["external_ids"] = {clean(words.draw(WORDS)) or "x": "Q1"}
        if "sources" in data:
            data["sources"].append(
                {
                    "id": "odd",
                    "file": "odd.txt",
                    "title": "A document of odd lines",
                    "publisher": "Nobody",
                    "issued": "2020-04-28",
                    "genre": "analysis",
                    "rights": "full-text",
                    "descriptor": {
                        "text": "It has odd lines.",
                        "cite": [{"odd": f"L{place}x"} for place in range(len(lines))],
                    },
                }
            )
        put(folder / "seeds/summaries" / summary.name, yaml.safe_dump(data).encode("utf-8"))
    return briefing(folder)


def put(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def edition(verified: VerifiedBriefing) -> Edition:
    pdfs = typeset(verified)
    assert isinstance(pdfs, tuple), [str(finding) for finding in pdfs]
    return read(pdfs[0])


class Cleaned:
    """Draws hostile words, and makes them such as can be set."""

    def __init__(self, data: st.DataObject) -> None:
        self.data = data

    def draw(self, _: object) -> str:
        return clean(self.data.draw(WORDS))


@settings(
    max_examples=5,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)
@given(data=st.data(), lines=st.lists(WORDS.map(clean), min_size=1, max_size=12))
def test_hostile_words_come_out_as_themselves(
    data: st.DataObject, lines: list[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    verified = project(tmp_path_factory.mktemp("odd"), Cleaned(data), lines)
    made = edition(verified)

    text = stripped(made.text)
    for name, words in texts(verified):
        assert as_read(stripped(printable(words))).search(text), (name, words)
    for line in verified.source("odd").document.raw.splitlines():
        # The number of a passage stands behind the words that are quoted.
        assert as_read(stripped(printable(re.sub(r"^L\d+x", "", line)))).search(text), line
    assert complaints(made.pdf) == []
    for sheet in made.sheets:
        for it in sheet.words:
            if it.text.strip():
                assert it.left >= 0 and it.right <= sheet.width, it

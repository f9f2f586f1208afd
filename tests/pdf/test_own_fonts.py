"""A project's own fonts: they are set with, or a finding says why they cannot be."""

from __future__ import annotations

import struct
import time
from pathlib import Path

import pytest
from click.testing import CliRunner
from fonts import font
from reading import read

from projects import briefing, demo, put
from quoteproof.cli import cli
from quoteproof.diagnostics.demo import FILES
from quoteproof.exports.pdf import typeset
from quoteproof.exports.pdf.own_fonts import unusable

BRIEFING = "seeds/summaries/briefing.yml"
GOOD = font("一")


def chinese(root: Path) -> Path:
    """The demo project with a title that no font of the program can show."""
    title = FILES[BRIEFING].replace("The pier of Norrvik", "The pier 一")
    return demo(root, {BRIEFING: title})


def told(root: Path) -> list[str]:
    return [f"{f.location} {f.code.id} {f.message}" for f in unusable(root)]


def collection(count: int, *fonts: bytes) -> bytes:
    """A collection that says that it holds so many fonts."""
    start = 12 + 4 * len(fonts)
    places = [start + sum(map(len, fonts[:number])) for number in range(len(fonts))]
    return b"ttcf\0\1\0\0" + struct.pack(f">L{len(fonts)}L", count, *places) + b"".join(fonts)


@pytest.mark.parametrize("path", ["own.ttf", "deep/down/own.TTF"])
def test_a_font_of_the_project_mends_it(tmp_path: Path, path: str) -> None:
    root = chinese(tmp_path)
    put(root, f"seeds/fonts/{path}", GOOD)
    pdfs = typeset(briefing(root), root=root)
    assert isinstance(pdfs, tuple)
    edition = read(pdfs[0])
    assert edition.title == "The pier 一"
    assert edition.text.startswith("The pier 一")


def test_a_font_that_forbids_embedding_is_told_of(tmp_path: Path) -> None:
    put(tmp_path, "seeds/fonts/own.ttf", font("一", fs_type=2))
    assert told(tmp_path) == [
        "seeds/fonts/own.ttf:1:1 PDF102 This font forbids that it is embedded in a document."
    ]


def test_a_font_outside_the_project_is_not_read(tmp_path: Path) -> None:
    put(tmp_path, "own.ttf", GOOD)
    put(tmp_path, "project/seeds/fonts/README.md", "").with_name("own.ttf").symlink_to(
        tmp_path / "own.ttf"
    )
    assert told(tmp_path / "project") == [
        "seeds/fonts/own.ttf:1:1 PDF103 This leads out of the project."
    ]


@pytest.mark.parametrize(
    "name, content, why",
    [
        ("own.ttf", b"", "it is empty"),
        ("own.ttf", b"A text, whatever its name.", "it does not begin as a font does"),
        ("own.ttf", b"ttcf", "it does not begin as a font does"),
        ("own.otf", GOOD[:12], "it is damaged"),
        ("own.ttf", GOOD[:300], "it ends before its table `OS/2` does"),
        ("own.ttf", GOOD[:-40], "it ends before its table `post` does"),
        ("own.ttf", GOOD.replace(b"cmap", b"cmas"), "its table `cmap` is damaged or missing"),
        ("own.woff2", b"wOF2" + bytes(100), "it is a web font (WOFF2)"),
        ("own.ttf", b"wOFF" + bytes(100), "it is a web font (WOFF)"),
        ("own.ttc", collection(0), "it says that it holds 0 fonts"),
        ("own.ttc", collection(2**32 - 1, GOOD), "it says that it holds 4294967295 fonts"),
        ("own.ttc", collection(9, GOOD), "its table `hmtx` is damaged or missing"),
    ],
)
def test_a_broken_font_is_told_of(tmp_path: Path, name: str, content: bytes, why: str) -> None:
    put(tmp_path, f"seeds/fonts/{name}", content)
    began = time.monotonic()
    assert told(tmp_path) == [f"seeds/fonts/{name}:1:1 PDF104 Typst cannot read this font: {why}."]
    assert time.monotonic() - began < 5  # Typst took minutes


def test_a_broken_font_stands_in_the_way_of_the_pdf(tmp_path: Path) -> None:
    root = chinese(tmp_path)
    put(root, "seeds/fonts/own.ttc", collection(2**32 - 1, GOOD))
    result = CliRunner().invoke(cli, ["pdf", "-C", str(root)])
    assert (result.exit_code, result.stdout.count("PDF")) == (1, 1)
    assert "seeds/fonts/own.ttc:1:1: error PDF104 font-broken" in result.stdout


def test_what_is_no_font_by_its_name_may_stand_beside_them(tmp_path: Path) -> None:
    root = demo(tmp_path, {"seeds/fonts/OFL.txt": "The licence.", "seeds/fonts/deep.ttf/x": ""})
    put(root, "seeds/fonts/deep.ttf/own.ttf", GOOD)
    assert told(root) == []


def test_a_file_where_the_fonts_should_be_does_no_harm(tmp_path: Path) -> None:
    root = demo(tmp_path, {"seeds/fonts": b"no folder"})
    assert isinstance(typeset(briefing(root), root=root), tuple)

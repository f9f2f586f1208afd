"""A character without a glyph is a finding that names the record, the character and the place."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from projects import briefing, demo, put
from quoteproof.cli import cli
from quoteproof.diagnostics.demo import FILES
from quoteproof.exports.pdf import typeset

BRIEFING = "seeds/summaries/briefing.yml"
SOURCES = "seeds/summaries/sources.yml"
PROJECT = Path(__file__).parents[2] / "mkdocs.yml"


def told(root: Path) -> list[str]:
    edition = typeset(briefing(root), root=root)
    assert isinstance(edition, list)
    return [f"{finding.location} {finding.code.id} {finding.message}" for finding in edition]


def changed(root: Path, path: str, old: str, new: str) -> Path:
    """The demo project with a change to one of its files."""
    assert FILES[path].count(old) == 1
    return demo(root, {path: FILES[path].replace(old, new)})


def test_every_field_is_looked_at(tmp_path: Path) -> None:
    root = demo(
        tmp_path,
        {
            BRIEFING: FILES[BRIEFING]
            .replace("The pier of Norrvik", "The pier 一")
            .replace("will reopen on 4 May 2020.\n", "will reopen on 4 May 2020 二.\n"),
            SOURCES: FILES[SOURCES]
            .replace("publisher: Norrvik Post", "publisher: Norrvik Post 三")
            .replace("invented for this example", "invented 四"),
            "seeds/summaries/records.yml": """\
actors:
  - id: guild
    name: Guild 五
    type: ngo
    external_ids: {register: 六}
    aliases: [{text: The office 七, used_by: []}]
events:
  - id: moving
    title: Moving 八
    type: other
    mode: reported
    time: {earliest: 2020-04, words: in April 九}
    quantities: [{value: some 十}]
    statements: [{text: About 百 boats., kind: gap}]
discrepancies:
  - id: boats
    question: How many 千?
    kind: quantity
    status: open
    materiality: low
    positions:
      - {value: 万, cite: {post: Some 55 boats}}
      - {value: "40", cite: {office: About 40 boats}}
    assessment: {text: None., alternatives: [One is wrong., One 亿 is.]}
    would_settle: [A register 兆.]
""",
        },
    )
    assert told(root) == [
        f"{place} PDF101 {owner} has “{char}” (U+{ord(char):04X} "
        f"CJK UNIFIED IDEOGRAPH-{ord(char):04X}), which no font of the PDF edition can show."
        for place, owner, char in [
            ("seeds/summaries/briefing.yml:2:10", "The briefing", "一"),
            ("seeds/summaries/briefing.yml:8:13", "`overview`", "二"),
            ("seeds/summaries/records.yml:3:11", "`guild`", "五"),
            ("seeds/summaries/records.yml:5:19", "`guild`", "六"),
            ("seeds/summaries/records.yml:6:22", "`guild`", "七"),
            ("seeds/summaries/records.yml:9:12", "`moving`", "八"),
            ("seeds/summaries/records.yml:12:38", "`moving`", "九"),
            ("seeds/summaries/records.yml:13:26", "`moving`", "十"),
            ("seeds/summaries/records.yml:14:25", "`moving`", "百"),
            ("seeds/summaries/records.yml:17:15", "`boats`", "千"),
            ("seeds/summaries/records.yml:22:17", "`boats`", "万"),
            ("seeds/summaries/records.yml:24:61", "`boats`", "亿"),
            ("seeds/summaries/records.yml:25:20", "`boats`", "兆"),
            ("seeds/summaries/sources.yml:10:71", "The source `office`", "四"),
            ("seeds/summaries/sources.yml:15:16", "The source `post`", "三"),
        ]
    ]


def test_the_line_of_a_document_is_named(tmp_path: Path) -> None:
    text = FILES["seeds/sources/office.txt"] + "\nThe pier is 一 and 二, 二.\n"
    sources = FILES[SOURCES].replace(
        "    sha256: 1c2b69f58be1a5f476f694b352d148adf4ee8fdfcbe1a998e62876c47cddab13\n", ""
    )
    root = demo(tmp_path, {"seeds/sources/office.txt": text, SOURCES: sources})
    assert told(root) == [
        "seeds/sources/office.txt:6:1 PDF101 The text of the source `office` has “一” (U+4E00 "
        "CJK UNIFIED IDEOGRAPH-4E00), “二” (U+4E8C CJK UNIFIED IDEOGRAPH-4E8C), which no font of "
        "the PDF edition can show."
    ]


@pytest.mark.parametrize("rights", ["quote-only", "link-only"])
def test_what_is_not_shown_of_a_document_needs_no_glyph(tmp_path: Path, rights: str) -> None:
    text = FILES["seeds/sources/office.txt"] + "\nThe pier is 一.\n"
    sources = FILES[SOURCES].replace(
        "    sha256: 1c2b69f58be1a5f476f694b352d148adf4ee8fdfcbe1a998e62876c47cddab13\n", ""
    )
    sources = sources.replace("rights: full-text", f"rights: {rights}", 1)
    root = demo(tmp_path, {"seeds/sources/office.txt": text, SOURCES: sources})
    assert isinstance(typeset(briefing(root), root=root), tuple)


def test_of_many_characters_five_are_named(tmp_path: Path) -> None:
    root = changed(tmp_path, BRIEFING, "The pier of Norrvik", "丁七三上下不丑")
    (line,) = told(root)
    assert line.count("CJK UNIFIED IDEOGRAPH") == 5
    assert ") and 2 more, which no font" in line


def test_a_letter_with_its_mark_is_named_as_one(tmp_path: Path) -> None:
    root = changed(tmp_path, BRIEFING, "The pier of Norrvik", "Pier א\u0323")
    assert told(root) == [
        "seeds/summaries/briefing.yml:2:10 PDF101 The briefing has “א\u0323” (U+05D0 HEBREW LETTER "
        "ALEF, U+0323 COMBINING DOT BELOW), which no font of the PDF edition can show."
    ]


# The commands


def test_the_commands_tell_it_and_leave_what_is_there(tmp_path: Path) -> None:
    root = demo(tmp_path)
    put(root, "mkdocs.yml", PROJECT.read_bytes())
    assert (run("pdf", root).exit_code, run("site", root).exit_code) == (0, 0)
    old = {path: path.read_bytes() for path in root.rglob("*.pdf")}
    index = (root / "site/index.html").read_bytes()
    assert sorted(path.relative_to(root).as_posix() for path in old) == [
        "briefing.pdf",
        "site/briefing.pdf",
    ]

    changed(root, BRIEFING, "The pier of Norrvik", "The pier 一")
    for command in ("pdf", "site"):
        result = run(command, root)
        assert result.exit_code == 1
        assert result.stdout == (
            "seeds/summaries/briefing.yml:2:10: error PDF101 missing-glyph\n"
            "    The briefing has “一” (U+4E00 CJK UNIFIED IDEOGRAPH-4E00), which no font of the "
            "PDF edition can show.\n"
            "    hint: Put a font that can into seeds/fonts/.\n"
            "1 error, no warnings\n"
        )
    assert {path: path.read_bytes() for path in root.rglob("*.pdf")} == old
    assert (root / "site/index.html").read_bytes() == index


def run(command: str, root: Path) -> Result:
    return CliRunner().invoke(cli, [command, "-C", str(root)])

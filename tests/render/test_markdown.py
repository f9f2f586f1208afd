"""Whole pages: well formed, complete, the same each time, and inert whatever the words in them."""

import re
from itertools import count, pairwise
from pathlib import Path
from typing import Any

import html5lib
import markdown
import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quoteproof.model.verified import VerifiedBriefing
from quoteproof.pages import all_pages
from quoteproof.pipeline import check
from quoteproof.render import render
from render.hostile import HOSTILE, NAMES, SETTINGS

ROOT = Path(__file__).parents[2]
TINY = ROOT / "tests/golden/tiny"


def verified(root: Path) -> VerifiedBriefing:
    briefing, findings = check(root)
    assert briefing is not None, findings
    return briefing


@pytest.fixture(scope="module", params=[ROOT, TINY], ids=["flagship", "tiny"])
def files(request: pytest.FixtureRequest) -> dict[str, str]:
    return render(all_pages(verified(request.param)))


def pages(files: dict[str, str]) -> dict[str, str]:
    return {path: text for path, text in files.items() if path.endswith(".md")}


def test_each_file_is_text_with_one_line_end_at_its_end(files: dict[str, str]) -> None:
    for path, text in files.items():
        assert text.endswith("\n") and not text.endswith("\n\n"), path
        assert "\r" not in text, path


def test_pages_have_no_trailing_blanks_and_single_blank_lines(files: dict[str, str]) -> None:
    for path, text in pages(files).items():
        assert not re.search(r"[ \t]$", text, re.MULTILINE), path
        assert "\n\n\n" not in text, path


def test_lists_and_tables_stand_between_blank_lines(files: dict[str, str]) -> None:
    """Where they do not, Markdown takes them for the end of a paragraph, or for its going on."""
    for path, text in pages(files).items():
        lines = text.splitlines()
        for before, line in pairwise(lines):
            items = [bool(re.match(r" *(-|1\.) ", part)) for part in (before, line)]
            rows = [part.startswith("|") for part in (before, line)]
            if before and line and not before.startswith(("---", "title:")):
                assert items[0] == items[1], (path, before, line)
                assert rows[0] == rows[1], (path, before, line)


def test_front_matter_has_title_description_and_as_of_date(files: dict[str, str]) -> None:
    for path, text in pages(files).items():
        _, front, _ = text.split("---\n", 2)
        particulars = yaml.safe_load(front)
        assert list(particulars) == ["title", "description", "as_of"], path
        assert all(isinstance(v, str) and v for v in particulars.values()), path
        assert f"As of <strong>{particulars['as_of']}</strong>" in text, path


def test_every_footnote_is_defined_once_and_in_the_order_of_its_first_mark(
    files: dict[str, str],
) -> None:
    for path, text in pages(files).items():
        marks = re.findall(r"\[\^([a-z0-9-]+)\](?!:)", text)
        definitions = re.findall(r"^\[\^([a-z0-9-]+)\]:", text, re.MULTILINE)
        assert list(dict.fromkeys(marks)) == definitions, path


def test_rendering_twice_gives_the_same(files: dict[str, str]) -> None:
    briefing = verified(TINY)
    assert render(all_pages(briefing)) == render(all_pages(verified(TINY)))


def test_what_may_not_be_shown_is_absent_everywhere() -> None:
    briefing = verified(TINY)
    files = render(all_pages(briefing))
    everything = "\n".join(files.values())

    withheld = briefing.source("archive").document.raw.splitlines()[-1]
    assert withheld == "The plan of works names no date for the reopening."
    assert "names no date" not in everything
    assert "names%20no%20date" not in everything
    assert "The quote is held back" in files["index.md"]
    assert "does not allow" in files["sources/archive.md"] or "do not allow" in files[
        "sources/archive.md"
    ]  # fmt: skip

    unquoted = briefing.source("post").document.raw.splitlines()[0]
    assert unquoted == "Norrvik Post, 28 April 2020"
    assert unquoted not in files["sources/post.md"]


# ---- Hostile words in every field of every record ----

FREE = {
    "title", "scope", "text", "background", "author", "publisher", "agency", "owner", "words",
    "note", "rights_note", "names", "place", "condition", "relative", "name", "public_role",
    "value", "unit", "definition", "population", "question", "alternatives", "evidence",
}  # fmt: skip


def rewritten(
    value: Any, words: "st.DataObject | None", number: "count[int]", key: str = ""
) -> Any:
    """The same summaries with each free text replaced: by plain words, or by hostile ones."""
    if isinstance(value, dict):
        if "used_by" in value:  # an alias, whose text has to stand in the source
            return value
        return {k: rewritten(v, words, number, k) for k, v in value.items()}
    if isinstance(value, list):
        return [rewritten(v, words, number, key) for v in value]
    if key not in FREE or value == "other":
        return value
    unique = f"Q{next(number)}"
    if words is None:
        return unique
    hostile = words.draw(HOSTILE).encode("utf-8", "replace").decode()  # no file has surrogates
    return f"{hostile}{unique}"


def project(folder: Path, words: "st.DataObject | None") -> VerifiedBriefing:
    """The tiny briefing with other words."""
    number = count()
    (folder / "seeds/summaries").mkdir(parents=True, exist_ok=True)
    (folder / "seeds/sources").mkdir(exist_ok=True)
    for source in (TINY / "seeds/sources").iterdir():
        (folder / "seeds/sources" / source.name).write_bytes(source.read_bytes())
    for summary in sorted((TINY / "seeds/summaries").iterdir()):
        data = yaml.load(summary.read_text("utf-8"), yaml.BaseLoader)
        data.get("briefing", {}).pop("edit_url", None)
        written = yaml.safe_dump(rewritten(data, words, number), sort_keys=False)
        (folder / "seeds/summaries" / summary.name).write_text(written, "utf-8")
    return verified(folder)


def skeleton(text: str) -> list[tuple[object, ...]]:
    """The tags of a page, with the names of their attributes; hidden words for scripts apart."""
    body = text.split("---\n", 2)[2]
    html = markdown.markdown(body, extensions=NAMES, extension_configs=SETTINGS)
    tree = html5lib.parse(html, namespaceHTMLElements=False)
    for figure in tree.iter("figure"):
        if "figure-actors" in figure.get("class", ""):
            figure.clear()  # longer names take more lines there; it has a test of its own
    return [(e.tag, *sorted(e.attrib)) for e in tree.iter()]


@settings(
    max_examples=15,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(words=st.data())
def test_hostile_words_change_no_tag_of_any_page(words: st.DataObject, tmp_path: Path) -> None:
    plain = project(tmp_path / "plain", None)
    hostile = project(tmp_path / "hostile", words)
    expected, made = (pages(render(all_pages(b))) for b in (plain, hostile))

    assert made.keys() == expected.keys()
    for path, text in made.items():
        assert skeleton(text) == skeleton(expected[path]), path

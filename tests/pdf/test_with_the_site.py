"""The edition beside the site: linked from the overview, and part of the offline edition."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from reading import read

from projects import demo, put
from quoteproof import pipeline
from quoteproof.exports.pdf import typesetting
from quoteproof.exports.pdf import volumes as volumes_module
from quoteproof.exports.pdf.volumes import volumes

CONFIG = Path(__file__).parents[2] / "mkdocs.yml"
LINK = re.compile(r'<a [^>]*href="([^"]*\.pdf)"[^>]*>([^<]*)</a>')


def links(site: Path) -> dict[str, list[tuple[str, str]]]:
    """The links to PDFs of a built site, by page."""
    pages = sorted(site.rglob("*.html"))
    found = {
        page.relative_to(site).as_posix(): LINK.findall(page.read_text("utf-8")) for page in pages
    }
    return {page: all_links for page, all_links in found.items() if all_links}


def test_the_overview_and_no_other_page_links_it(finished: Callable[[str], Path]) -> None:
    site = finished("tiny")
    assert links(site) == {
        "index.html": [("briefing.pdf", "PDF edition: this whole briefing to print and to file")]
    }
    assert [path.name for path in site.rglob("*.pdf")] == ["briefing.pdf"]


def test_it_is_what_the_command_writes(finished: Callable[[str], Path], tmp_path: Path) -> None:
    path = tmp_path / "mine.pdf"
    root = Path(__file__).parents[1] / "golden/tiny"
    assert pipeline.pdf(root, output=path).findings == []
    assert (finished("tiny") / "briefing.pdf").read_bytes() == path.read_bytes()


def test_the_offline_edition_has_it_and_its_link_works(finished: Callable[[str], Path]) -> None:
    with ZipFile(finished("tiny") / "offline.zip") as zipped:
        names = zipped.namelist()
        (pdf,) = (name for name in names if name.endswith(".pdf"))
        (index,) = (name for name in names if name.endswith("/index.html") and name.count("/") == 1)
        ((href, _),) = LINK.findall(zipped.read(index).decode("utf-8"))
        assert f"{index.removesuffix('index.html')}{href}" == pdf
        assert read(zipped.read(pdf)).title == "The northern pier of Norrvik"


def test_a_site_of_another_engine_has_no_link_to_what_is_not_there(
    build: Callable[[str, str], Path],
) -> None:
    site = build("mkdocs", "tiny")
    assert links(site) == {}
    assert list(site.rglob("*.pdf")) == []
    assert '<div class="pdf-edition"></div>' in (site / "index.html").read_text("utf-8")


def test_each_volume_has_a_link(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typesetting, "volumes", lambda whole: volumes(whole, 12_000))
    assert volumes_module.LIMIT > 12_000
    root = demo(tmp_path)
    put(root, "mkdocs.yml", CONFIG.read_bytes())
    assert pipeline.site(root).findings == []
    ((page, found),) = links(root / "site").items()
    count = len(found)
    assert (page, count > 1) == ("index.html", True)
    assert found == [
        (
            f"briefing-{n}.pdf",
            f"PDF edition: this whole briefing to print and to file ({n}/{count})",
        )
        for n in range(1, count + 1)
    ]
    names = [f"briefing-{n}.pdf" for n in range(1, count + 1)]
    assert sorted(path.name for path in (root / "site").glob("*.pdf")) == sorted(names)
    zipped = ZipFile(BytesIO((root / "site/offline.zip").read_bytes())).namelist()
    assert sum(name.endswith(tuple(names)) for name in zipped) == count

"""The pages of the codes are as committed, whole, and linked both ways."""

from __future__ import annotations

import re
from pathlib import Path

from quoteproof.diagnostics.codes import CATALOGUE
from quoteproof.exports.codes import INDEX, code_pages

CODES = Path(__file__).parents[2] / "codes"
REFRESH = "run `make golden`, and read the difference before committing it"


def test_they_are_as_committed() -> None:
    committed = {path.name: path.read_text("utf-8") for path in CODES.glob("*.md")}
    assert committed == code_pages(), REFRESH


def test_every_code_has_a_page_that_the_index_links_to() -> None:
    pages = code_pages()
    for code in CATALOGUE.values():
        assert f"]({code.id}.md)" in pages[INDEX]
        for text in (code.slug, code.why, code.mend, code.bad.rstrip(), code.good.rstrip()):
            assert text in pages[f"{code.id}.md"]


def test_links_lead_somewhere() -> None:
    pages = code_pages()
    for text in pages.values():
        assert set(re.findall(r"\]\(([^)]+)\)", text)) <= set(pages)

"""A broken link in a page of the user's own stops the site, and the old site stays."""

import shutil
from pathlib import Path

from quoteproof.exports.site import build_site

ROOT = Path(__file__).parents[2]


def test_broken_links_and_anchors_are_told(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "tests/golden/tiny/docs", tmp_path / "docs")
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    (tmp_path / "docs/own.md").write_text("[no page](nowhere.md), [no place](terms.md#nix)\n")
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text("old")

    (finding,) = build_site(tmp_path)

    assert finding.code.slug == "site-failed"
    assert "'nowhere.md'" in finding.message and "'#nix'" in finding.message
    assert [path.name for path in (tmp_path / "site").iterdir()] == ["index.html"]

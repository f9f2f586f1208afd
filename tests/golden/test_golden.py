"""The pages and the resolved model of two whole briefings, as committed.

After a change that is meant, `make golden` writes them anew; read the difference before committing.
"""

import json
from pathlib import Path

import pytest

from quoteproof.exports.schema import schema_json
from quoteproof.pipeline import DATA, DOCS, check, compose
from quoteproof.writer import MANIFEST

ROOT = Path(__file__).parents[2]
TINY = Path(__file__).parent / "tiny"
REFRESH = "run `make golden`, and read the difference before committing it"


@pytest.mark.parametrize("root", [ROOT, TINY], ids=["flagship", "tiny"])
class TestGolden:
    def test_is_verified_without_any_finding(self, root: Path) -> None:
        briefing, findings = check(root)
        assert findings == []
        assert briefing is not None

    def test_resolved_model_is_as_committed(self, root: Path) -> None:
        assert self.made(root)[DATA] == (root / DOCS / DATA).read_text("utf-8"), REFRESH

    def test_pages_are_as_committed(self, root: Path) -> None:
        made = self.made(root)
        committed = {path: (root / DOCS / path).read_text("utf-8") for path in self.written(root)}
        assert committed == made, REFRESH

    def test_composing_twice_gives_the_same_bytes(self, root: Path) -> None:
        assert self.made(root) == self.made(root)

    @staticmethod
    def made(root: Path) -> dict[str, str]:
        briefing, findings = check(root)
        assert briefing is not None, findings
        return compose(briefing)

    @staticmethod
    def written(root: Path) -> list[str]:
        return list(json.loads((root / DOCS / MANIFEST).read_text("utf-8"))["files"])


def test_schema_for_editors_is_as_committed() -> None:
    assert (ROOT / "seeds/schema.json").read_text("utf-8") == schema_json(), REFRESH


@pytest.mark.parametrize("root", [ROOT, TINY], ids=["flagship", "tiny"])
def test_every_summary_points_an_editor_at_the_schema(root: Path) -> None:
    for path in (root / "seeds/summaries").rglob("*.yml"):
        first, _, _ = path.read_text("utf-8").partition("\n")
        told = first.removeprefix("# yaml-language-server: $schema=")
        assert (path.parent / told).resolve() == ROOT / "seeds/schema.json", path

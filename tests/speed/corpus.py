"""Writes a project of any size to measure with: invented documents, and summaries that quote them.

    python tests/speed/corpus.py FOLDER --statements 1000

The same numbers make the same bytes on any machine, and time grows with the statements. The
proportions are those of the flagship: of what is counted as a statement here, about half are the
positions of discrepancies, as there. Roles, relations and quantities, and what is said of each
source, come on top, with a citation or two each.

`world.py` invents what happens and who reports it, `summaries.py` writes about that, `invented.py`
has the words. All is made of districts that know nothing of each other, so that a corpus grows by
more of the same.
"""

from __future__ import annotations

import argparse
import shutil
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import yaml
from summaries import Scribe, Yaml, briefing
from world import District, Shape, districts, text_of

ROOT = Path(__file__).parents[2]


@dataclass(slots=True)
class Counts:
    """What was written: `positions` are those among the statements, `citations` are all."""

    statements: int = 0
    positions: int = 0
    citations: int = 0
    sources: int = 0
    words: int = 0


def write(folder: Path, shape: Shape) -> Counts:
    """Write the project into a folder, which must not exist yet."""
    sources, summaries = folder / "seeds/sources", folder / "seeds/summaries"
    sources.mkdir(parents=True)
    summaries.mkdir()
    shutil.copy(ROOT / "mkdocs.yml", folder)
    counts = Counts()
    for district in districts(shape):
        scribe = Scribe(district, shape)
        if not district.number:
            overview = scribe.overview(shape.in_overview)
            _count_statements(counts, overview)
            _dump(summaries / "briefing.yml", briefing(overview))
        records = scribe.records()
        _dump(summaries / f"district-{district.number:05}.yml", records)
        _count(counts, district, records)
        for document in district.documents:
            text = text_of(document)
            (sources / document.file).write_text(text, encoding="utf-8", newline="\n")
            counts.words += len(text.split())
    return counts


class _Dumper(yaml.CSafeDumper):
    """Writes everything out: no `*` that stands for what is written elsewhere."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _dump(file: Path, value: Yaml) -> None:
    options: Yaml = {"sort_keys": False, "allow_unicode": True, "width": 106}
    with file.open("w", encoding="utf-8", newline="\n") as stream:
        yaml.dump(value, stream, Dumper=_Dumper, **options)


def _count(counts: Counts, district: District, records: Yaml) -> None:
    counts.sources += len(district.documents)
    counts.citations += sum(len(source["descriptor"]["cite"]) for source in records["sources"])
    for name in ("agreements", "actors", "terms", "events", "discrepancies"):
        for record in records[name]:
            for state in (record, record.get("implementation"), record.get("compliance")):
                _count_statements(counts, (state or {}).get("statements", ()))
            _count_statements(counts, record.get("positions", ()))
            counts.positions += len(record.get("positions", ()))
            for more in ("roles", "relations", "quantities"):
                counts.citations += sum(len(item["cite"]) for item in record.get(more, ()))


def _count_statements(counts: Counts, statements: Iterable[Yaml]) -> None:
    for statement in statements:
        counts.statements += 1
        counts.citations += len(statement["cite"])


def main() -> None:
    parser = argparse.ArgumentParser(description="Write a project of any size to measure with")
    parser.add_argument("folder", type=Path, help="where to write; must not exist yet")
    parser.add_argument("--statements", type=int, required=True)
    parser.add_argument("--citations", type=float, default=2.0, help="of a statement, on average")
    parser.add_argument("--sources", type=int, default=0, help="as a rule, a tenth of statements")
    parser.add_argument("--words", type=int, default=600, help="of a source, on average")
    parser.add_argument("--seed", type=int, default=2031)
    told = parser.parse_args()
    try:
        shape = Shape(told.statements, told.citations, told.sources, told.words, told.seed)
        counts = write(told.folder, shape)
    except (FileExistsError, ValueError) as error:
        parser.error(str(error))
    print(", ".join(f"{number:,} {what}" for what, number in asdict(counts).items()))


if __name__ == "__main__":
    main()

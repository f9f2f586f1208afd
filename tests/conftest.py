"""The flagship and the tiny briefing as built sites, which many tests look at."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from quoteproof import pipeline

# A loaded machine is no failure: no test is about time.
settings.register_profile("quoteproof", deadline=None)
settings.load_profile("quoteproof")

ROOT = Path(__file__).parents[1]
BRIEFINGS = {"flagship": ROOT, "tiny": ROOT / "tests/golden/tiny"}
ENGINES = {
    "mkdocs": ("mkdocs", "build", "--strict"),
    "properdocs": ("properdocs", "build", "--strict", "-f", "mkdocs.yml"),
    "zensical": ("zensical", "build", "--strict", "--clean"),
}
Build = Callable[[str, str], Path]


@pytest.fixture(scope="session")
def build(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Makes the site that an engine builds strictly of a briefing's own `docs/`, once each."""
    built: dict[tuple[str, str], Path] = {}

    def make(engine: str, briefing: str) -> Path:
        if (engine, briefing) not in built:
            folder = tmp_path_factory.mktemp(f"{briefing}-{engine}")
            shutil.copytree(BRIEFINGS[briefing] / "docs", folder / "docs")
            shutil.copy(ROOT / "mkdocs.yml", folder)
            command = Path(sys.executable).parent / ENGINES[engine][0]
            done = subprocess.run(
                [str(command), *ENGINES[engine][1:]],
                cwd=folder,
                env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
                capture_output=True,
                text=True,
                check=False,
            )
            assert done.returncode == 0, done.stdout + done.stderr
            built[engine, briefing] = folder / "site"
        return built[engine, briefing]

    return make


@pytest.fixture(scope="session", params=list(BRIEFINGS))
def site(request: pytest.FixtureRequest, build: Build) -> Path:
    """Each briefing's site, as MkDocs builds it."""
    return build("mkdocs", request.param)


@pytest.fixture(scope="session")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Makes the site of a briefing as `quoteproof site` makes it, once each."""
    made: dict[str, Path] = {}

    def make(briefing: str) -> Path:
        if briefing not in made:
            folder = tmp_path_factory.mktemp(f"{briefing}-finished")
            shutil.copytree(BRIEFINGS[briefing] / "seeds", folder / "seeds")
            shutil.copy(ROOT / "mkdocs.yml", folder)
            assert [str(finding) for finding in pipeline.site(folder).findings] == []
            made[briefing] = folder / "site"
        return made[briefing]

    return make

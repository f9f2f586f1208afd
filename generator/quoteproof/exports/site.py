"""Builds the site with MkDocs, beside the one that is there, and puts it in its place when whole.

MkDocs runs as a command of its own: nothing here depends on its insides, so that another engine
that reads the same `mkdocs.yml` can take its place.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from quoteproof.diagnostics import codes
from quoteproof.diagnostics.finding import Finding, Location

SITE = "site"
_NEW = ".site-new-"
_OLD = ".site-old-"


def mkdocs(*arguments: str) -> list[str]:
    """The command line that runs MkDocs of this environment."""
    return [sys.executable, "-m", "mkdocs", *arguments]


def environment() -> dict[str, str]:
    """The environment for MkDocs: without the banner about MkDocs 2 that the theme prints."""
    return {**os.environ, "NO_MKDOCS_2_WARNING": "1"}


def build_site(root: Path) -> list[Finding]:
    """Build `docs/` into `site/`, strictly; the old site stays until the new one is whole."""
    at = Location("mkdocs.yml")
    new = Path(tempfile.mkdtemp(prefix=_NEW, dir=root))
    try:
        command = mkdocs("build", "--strict", "--quiet", "--site-dir", str(new))
        done = subprocess.run(command, cwd=root, env=environment(), check=False)
        if done.returncode != 0:
            message = f"MkDocs ended with exit code {done.returncode}."
            return [Finding(codes.SITE_FAILED, at, message, "See what MkDocs said above.")]
        # mkdtemp makes a folder that only its owner may read; a site is for a web server too.
        new.chmod(0o755)
        _swap(root, new)
    except OSError as error:
        message = f"The site cannot be written: {error.strerror or error}."
        return [Finding(codes.CANNOT_WRITE, at, message, "The site of before is whole.")]
    finally:
        shutil.rmtree(new, ignore_errors=True)
    return []


def _swap(root: Path, new: Path) -> None:
    """Put `new` in the place of `site/` by two renames; if the second fails, undo the first."""
    site = root / SITE
    old = root / (_OLD + new.name.removeprefix(_NEW))
    if site.exists():
        site.rename(old)
    try:
        new.rename(site)
    except OSError:
        if old.exists():
            old.rename(site)
        raise
    shutil.rmtree(old, ignore_errors=True)

"""Builds the site with MkDocs, beside the one that is there, and puts it in its place when whole.

MkDocs runs as a command of its own: nothing here depends on its insides, so that another engine
that reads the same `mkdocs.yml` can take its place.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from quoteproof.diagnostics import codes
from quoteproof.diagnostics.finding import Finding, Location
from quoteproof.exports.offline import OFFLINE, make_searchable_from_a_folder, write_offline_edition
from quoteproof.exports.policy import with_policy
from quoteproof.exports.search import Entry, write_search_index
from quoteproof.words import Words, words_in
from quoteproof.writer import sweep

DOCS = "docs"
SITE = "site"
_NEW = ".site-new-"
_OLD = ".site-old-"
_LAST_SECOND = 2**32 - 1
"""What the site map, which MkDocs packs with gzip, can be dated at the latest: in 2106."""


def mkdocs(*arguments: str) -> list[str]:
    """The command line that runs MkDocs of this environment."""
    return [sys.executable, "-m", "mkdocs", *arguments]


def environment(words: Words) -> dict[str, str]:
    """The environment for MkDocs: the language, and our words in mkdocs.yml.

    Without the banner about MkDocs 2 that the theme prints. What is set already stays.
    """
    told = {
        "SITE_LANGUAGE": words.language,
        "SITE_COPYRIGHT": words.t(
            "Each statement quotes its source. The documents remain their publishers'."
        ),
        "NAV_OVERVIEW": words.t("Overview"),
        "NAV_TERMS": words.t("Agreement terms"),
        "NAV_ACTORS": words.t("Actors"),
        "NAV_TIMELINE": words.t("Timeline"),
        "NAV_DISCREPANCIES": words.t("Open discrepancies"),
        "NAV_SOURCES": words.t("Sources"),
        "NAV_METHOD": words.t("Method"),
        "PERMANENT_LINK": words.t("Permanent link"),
        "BACK_TO_TEXT": words.t("Jump back to footnote {} in the text"),
        "SWITCH_TO_LIGHT": words.t("Switch to light mode"),
        "SWITCH_TO_DARK": words.t("Switch to dark mode"),
        "SWITCH_TO_SYSTEM": words.t("Follow the system"),
    }
    # English stands in mkdocs.yml, where its author may have other words for it.
    return {
        "NO_MKDOCS_2_WARNING": "1",
        **(told if words.language != "en" else {}),
        **os.environ,
    }


def build_site(
    root: Path,
    search: Iterable[Entry] = (),
    dated: datetime | None = None,
    words: Words | None = None,
    editions: Mapping[str, bytes] | None = None,
) -> list[Finding]:
    """Build `docs/` into `site/`, strictly; the old site stays until the new one is whole.

    `search` is what the search finds besides what the theme has put into its index. `dated` is the
    date (in UTC) that the site map gives, so that the same input gives the same bytes. `words` are
    those of the language that the site is in. `editions` are PDFs by name, which the
    site then has.
    """
    at = Location("mkdocs.yml")
    root = root.resolve()
    try:
        _put_back(root)
        sweep(root, _NEW + "*/")
        with TemporaryDirectory(prefix=_NEW, dir=root, ignore_cleanup_errors=True) as name:
            new = Path(name)
            # Not `--quiet`: that would silence the warnings, and strictness counts what it hears.
            command = mkdocs("build", "--strict", "--site-dir", str(new))
            # By these the theme knows that there are other editions to link to.
            told = {**environment(words or words_in("en")), "OFFLINE_EDITION": OFFLINE}
            told["PDF_EDITION"] = " ".join(editions or ())
            if dated is not None:
                told["SOURCE_DATE_EPOCH"] = str(_second(dated))
            done = subprocess.run(
                command, cwd=root, env=told, check=False, capture_output=True, text=True
            )
            if done.returncode != 0:
                said = " ".join(_complaints(done.stderr)) or f"exit code {done.returncode}"
                hint = "Mend the page or mkdocs.yml; `mkdocs build --strict` tells it in full."
                return [Finding(codes.SITE_FAILED, at, f"MkDocs did not build: {said}", hint)]
            for name, pdf in (editions or {}).items():
                (new / name).write_bytes(pdf)
            _finish(new, root / DOCS, search)
            # Python makes it for its owner's eyes only; a site is for a web server too.
            new.chmod(0o755)
            _swap(root, new)
    except OSError as error:
        message = f"The site cannot be written: {error.strerror or error}."
        return [Finding(codes.CANNOT_WRITE, at, message, "The site of before is whole.")]
    return []


def _second(dated: datetime) -> int:
    """A date (in UTC) in seconds since 1970; the nearest that a packed site map can have."""
    seconds = int(dated.replace(microsecond=0, tzinfo=UTC).timestamp())
    return min(max(seconds, 0), _LAST_SECOND)


def _complaints(said: str) -> list[str]:
    """The lines of MkDocs that are neither progress nor good news."""
    return [line for line in said.splitlines() if line and not line.startswith("INFO")]


def _finish(site: Path, docs: Path, search: Iterable[Entry]) -> None:
    """Add what no engine makes: policies of pages, a search by statements, an offline edition."""
    for page in sorted(site.rglob("*.html")):
        if not (docs / page.relative_to(site)).exists():  # it was made, not copied
            page.write_text(with_policy(page.read_text("utf-8")), "utf-8", newline="\n")
    write_search_index(site, search)
    make_searchable_from_a_folder(site)
    write_offline_edition(site)


def _put_back(root: Path) -> None:
    """Put the site back that a run had set aside when it was killed, and take away what is old."""
    for old in sorted(root.glob(_OLD + "*")):
        if not (root / SITE).exists():
            old.rename(root / SITE)
        shutil.rmtree(old, ignore_errors=True)


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

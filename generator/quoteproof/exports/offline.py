"""The offline edition: the built site as one zip file that a reader opens from a folder."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path, PurePosixPath

OFFLINE = "offline.zip"
"""Its path in the site."""

_FOLDER = "briefing"
_TIME = (1980, 1, 1, 0, 0, 0)  # the zip format's first: the same files give the same bytes
_INDEX = "search/search_index.json"
_INDEX_SCRIPT = "search/search_index.js"
# What only a server or a developer asks for; the index is in the zip as a script.
_LEFT_OUT = ("404.html", "sitemap.xml", "sitemap.xml.gz", "*.map", _INDEX, OFFLINE)
_LINK = re.compile(r'<div class="md-copyright__highlight qp-offline">.*?</div>', re.DOTALL)


def make_searchable_from_a_folder(site: Path) -> None:
    """Put the search index beside itself as a script: all that a page of a folder can load."""
    if (site / _INDEX).is_file():
        index = (site / _INDEX).read_text("utf-8")
        (site / _INDEX_SCRIPT).write_text(f"var __index = {index}", "utf-8", newline="\n")


def write_offline_edition(site: Path) -> None:
    """Zip the site into itself; the pages in the zip do not link to it."""
    paths = sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    with zipfile.ZipFile(site / OFFLINE, "w") as edition:
        for path in paths:
            if any(PurePosixPath(path).match(pattern) for pattern in _LEFT_OUT):
                continue
            entry = zipfile.ZipInfo(f"{_FOLDER}/{path}", _TIME)
            entry.create_system = 3  # Unix, wherever it is made
            entry.external_attr = 0o644 << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            edition.writestr(entry, _for_a_folder(site / path), compresslevel=9)


def _for_a_folder(path: Path) -> bytes:
    if path.suffix != ".html":
        return path.read_bytes()
    return _LINK.sub("", path.read_text("utf-8")).encode("utf-8")

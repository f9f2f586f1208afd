"""The theme's additions, which MkDocs finds in a folder of `docs/` that it makes no pages of."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

FOLDER = ".theme"
LINKED_DATA = "linked-data"
_HERE = Path(__file__).parent / "theme"


def theme(linked_data: Mapping[str, str]) -> dict[str, str]:
    """The files of the theme's folder, by their path in `docs/`.

    `linked_data` is what the theme puts into the head of a page, by the page's address in the site.
    """
    templates = {
        f"{FOLDER}/{path.name}": path.read_text(encoding="utf-8").replace("\r\n", "\n")
        for path in sorted(_HERE.glob("*.html"))
    }
    data = {f"{FOLDER}/{LINKED_DATA}/{page}": text for page, text in linked_data.items()}
    return templates | data

"""The theme's additions, which MkDocs finds in a folder of `docs/` that it makes no pages of."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from quoteproof.words import Words

FOLDER = ".theme"
LINKED_DATA = "linked-data"
_OFFLINE = "Read offline: this whole briefing as a zip file"
_HERE = Path(__file__).parent / "theme"


def theme(linked_data: Mapping[str, str], words: Words) -> dict[str, str]:
    """The files of the theme's folder, by their path in `docs/`.

    `linked_data` is what the theme puts into the head of a page, by the page's address in the site.
    """
    templates = {
        f"{FOLDER}/{path.name}": _in_words(path.read_text(encoding="utf-8"), words)
        for path in sorted(_HERE.glob("*.html"))
    }
    data = {f"{FOLDER}/{LINKED_DATA}/{page}": text for page, text in linked_data.items()}
    return templates | data


def _in_words(template: str, words: Words) -> str:
    template = template.replace("\r\n", "\n")
    offline = words.t("Read offline: this whole briefing as a zip file")
    return template.replace(json.dumps(_OFFLINE), json.dumps(offline, ensure_ascii=False))

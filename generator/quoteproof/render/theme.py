"""The theme's additions, which MkDocs finds in a folder of `docs/` that it makes no pages of."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from quoteproof.words import Words

FOLDER = ".theme"
LINKED_DATA = "linked-data"
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
    """The template with our words, which stand in it in English as texts of Jinja."""
    ours = {
        "Read offline: this whole briefing as a zip file": words.t(
            "Read offline: this whole briefing as a zip file"
        ),
        "PDF edition: this whole briefing to print and to file": words.t(
            "PDF edition: this whole briefing to print and to file"
        ),
    }
    template = template.replace("\r\n", "\n")
    for english, translated in ours.items():
        template = template.replace(json.dumps(english), json.dumps(translated, ensure_ascii=False))
    return template

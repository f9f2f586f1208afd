"""The catalogue of codes as pages of Markdown: an index, one page a code, and the demo briefing.

They are the program's, not a briefing's: they stand in `codes/`, beside `docs/`.
"""

from __future__ import annotations

from itertools import groupby

from quoteproof.diagnostics.codes import CATALOGUE
from quoteproof.diagnostics.demo import FILES
from quoteproof.diagnostics.explain import as_markdown, fenced
from quoteproof.diagnostics.finding import Code

INDEX = "README.md"  # a code host shows it for the folder
_DEMO = "demo.md"
_FAMILIES = {
    "ANS": "answers to findings",
    "ATT": "attribution, and words that take sides",
    "CIT": "citations",
    "DIS": "discrepancies",
    "FCT": "numbers, dates, names and other facts that the passages do not have",
    "IND": "how independent accounts are",
    "OUT": "what is written",
    "PDF": "the PDF edition",
    "REF": "references",
    "SRC": "the sources",
    "TML": "time",
    "YML": "the form of the summaries",
}


def code_pages() -> dict[str, str]:
    """Every page by its path."""
    pages = {f"{code.id}.md": _page(code) for code in CATALOGUE.values()}
    return {INDEX: _index(), _DEMO: _demo(), **pages}


def _index() -> str:
    parts = [
        "# What Quoteproof tells",
        "Each problem has a code; `quoteproof explain CIT101` prints the same page. An error stops "
        "a build, a warning does not. The examples are files beside those of the "
        f"[demo briefing]({_DEMO}); the tests run them.",
    ]
    for family, codes in groupby(CATALOGUE.values(), key=lambda code: code.family):
        rows = [
            f"| [{code.id}]({code.id}.md) | {code.slug} | {code.severity} | {_cell(code.summary)} |"
            for code in codes
        ]
        table = ["| code | name | | told when |", "| --- | --- | --- | --- |", *rows]
        parts += [f"## {family}: {_FAMILIES[family]}", "\n".join(table)]
    return _joined(parts)


def _page(code: Code) -> str:
    about = f"Each example stands on the [demo briefing]({_DEMO})."
    return _joined([f"# {code}", as_markdown(code), about, f"[All codes]({INDEX})"])


def _demo() -> str:
    parts = [
        "# The demo briefing",
        "A very small briefing, whole and right, on which the example of every code stands. The "
        "town, its office and its newspaper are invented.",
    ]
    for path, text in FILES.items():
        parts += [f"## {path}", fenced(text, "yaml" if path.endswith(".yml") else "text")]
    return _joined([*parts, f"[All codes]({INDEX})"])


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _joined(parts: list[str]) -> str:
    return "\n\n".join(parts) + "\n"

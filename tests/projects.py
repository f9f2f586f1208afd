"""Small projects for tests: the demo briefing of the catalogue, with files put over it.

A case is written as one text in which each file has a header: `-- path --`, and after that, where
it is no plain text, what it is: `link TARGET`, `folder`, `pipe`, `absent`, `latin-1`, `escapes`
(Python's, such as `\\r` and `\\u202e`) or `repeat COUNT`.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Mapping
from pathlib import Path

from hypothesis import strategies as st

from quoteproof import pipeline
from quoteproof.diagnostics.demo import EXAMPLE, FILES
from quoteproof.diagnostics.finding import Finding
from quoteproof.model.verified import VerifiedBriefing

_HEADER = re.compile(r"^-- (\S+) --(?: (\S+)(?: (.*))?)?\n", re.MULTILINE)


def demo(root: Path, files: Mapping[str, str | bytes] | None = None) -> Path:
    """The demo project in `root`, with `files` put over it."""
    for path, content in {**FILES, **(files or {})}.items():
        put(root, path, content)
    return root


def example(root: Path, text: str) -> Path:
    """The demo project with one more summary file, which has the text."""
    return demo(root, {EXAMPLE: text})


def put(root: Path, path: str, content: str | bytes) -> Path:
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return file


def unpack(root: Path, text: str) -> str:
    """Put the files of a case into `root`; what stands above the first header is returned."""
    above, *parts = _HEADER.split(text)
    for path, form, argument, content in zip(*[iter(parts)] * 4, strict=True):
        _put_form(root, path, form or "text", argument or "", content)
    return above


def _put_form(root: Path, path: str, form: str, argument: str, content: str) -> None:
    file = root / path
    if file.is_dir():
        shutil.rmtree(file)
    file.unlink(missing_ok=True)
    file.parent.mkdir(parents=True, exist_ok=True)
    match form:
        case "text":
            put(root, path, content)
        case "escapes":
            escaped = content.removesuffix("\n").encode("ascii", "backslashreplace")
            put(root, path, escaped.decode("unicode_escape"))
        case "latin-1":
            put(root, path, content.encode("latin-1"))
        case "repeat":
            put(root, path, content.removesuffix("\n") * int(argument))
        case "link":
            file.symlink_to(argument)
        case "folder":
            file.mkdir()
        case "pipe":
            os.mkfifo(file)
        case "absent":
            pass
        case _:
            raise ValueError(form)


def check(root: Path) -> tuple[VerifiedBriefing | None, list[Finding]]:
    """The briefing of a project, if it has no error, and its findings."""
    return pipeline.check(root)


def findings(root: Path) -> list[Finding]:
    return check(root)[1]


def told(root: Path) -> list[str]:
    """The findings of a project as `path:line:column CODE`."""
    return [f"{finding.location} {finding.code.id}" for finding in findings(root)]


def briefing(root: Path) -> VerifiedBriefing:
    """The verified briefing of a project that has no error."""
    made, problems = check(root)
    assert made is not None, problems
    return made


YAMLISH = st.text(st.sampled_from("ab:-?[]{}&*!|>'\"#%@`,~<= \n\r\t\0\ufeff\u2028\x85\\ud8\ud800"))
"""Texts in which much has a meaning in YAML."""

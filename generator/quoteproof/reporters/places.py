"""Where the files of a project are for those who look at the whole repository."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

InRepository = Callable[[str], str]
"""Gives the path of a file from the root of the repository, for one from that of the project."""


def from_here(project: Path, path: str) -> str:
    """The path of a project's file as from the current folder, with `/`, if the project is below.

    GitHub and readers of SARIF look for a file from the root of the repository, where the command
    is run there.
    """
    try:
        below = project.resolve().relative_to(Path.cwd())
    except (OSError, ValueError, RuntimeError):
        return path
    return (below / path).as_posix()


def as_uri(path: str) -> str:
    """A path with `/` as a relative URI; bytes that are no UTF-8 as they are on the disk."""
    return quote(os.fsencode(path))

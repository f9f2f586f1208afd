"""A finding: one problem with its place, what was expected and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """An error stops the build; a warning does not."""

    ERROR = "error"
    WARNING = "warning"


class Location(NamedTuple):
    """A place in a file: the path as from the project's root, with `/`; line and column from 1."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Code:
    """One kind of problem: an entry of the catalogue (see `diagnostics.codes`).

    `bad` and `good` are the text of a summary file, to be read beside the demo briefing
    (`diagnostics.demo`), of which the first has the problem and the second does not; empty where
    no summary file could show it.
    """

    id: str
    slug: str
    severity: Severity
    summary: str
    why: str
    mend: str
    bad: str = ""
    good: str = ""

    def __str__(self) -> str:
        return f"{self.id} {self.slug}"

    @property
    def family(self) -> str:
        """The letters that it shares with the codes of its kind: `CIT`."""
        return self.id[:3]


@dataclass(frozen=True, slots=True)
class Related:
    """A second place that helps to see the problem, most often in a source."""

    location: Location
    message: str
    words: tuple[str, ...] = ()
    """The words there that are meant, if not those that the message puts in quotation marks."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One problem at one place."""

    code: Code
    location: Location
    message: str
    hint: str = ""
    related: tuple[Related, ...] = ()
    words: tuple[str, ...] = ()
    """The words there that are meant, if not those that the message puts in quotation marks."""

    @property
    def severity(self) -> Severity:
        """How bad it is: its code's."""
        return self.code.severity


def in_order(findings: list[Finding]) -> list[Finding]:
    """The findings by file, line, column and code: the order in which every reporter tells them."""
    return sorted(findings, key=lambda f: (f.location, f.code.id, f.message))


def has_errors(findings: list[Finding]) -> bool:
    """Whether any of them stops a build."""
    return any(finding.severity is Severity.ERROR for finding in findings)

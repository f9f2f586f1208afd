"""Which findings are told: codes and families of codes that somebody chose."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from quoteproof.diagnostics import codes
from quoteproof.diagnostics.finding import Code, Finding


class UnknownCode(ValueError):
    """A name that no code and no family has."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The ids of the codes that are told."""

    ids: frozenset[str]

    @classmethod
    def of(cls, select: Iterable[str], ignore: Iterable[str]) -> Choice:
        """All codes, or those that `select` names, without those that `ignore` names.

        Each is a list of codes and families with commas, such as `CIT,SRC111`, in any case.
        UnknownCode for a name that there is not.
        """
        selected, ignored = _ids(select), _ids(ignore)
        return cls((selected or frozenset(codes.CATALOGUE)) - ignored)

    def told(self, findings: Iterable[Finding]) -> list[Finding]:
        """The findings that are told."""
        return [finding for finding in findings if finding.code.id in self.ids]

    def codes(self) -> list[Code]:
        """The codes, in order."""
        return [code for id, code in codes.CATALOGUE.items() if id in self.ids]


def _ids(lists: Iterable[str]) -> frozenset[str]:
    names = [name.strip().upper() for names in lists for name in names.split(",")]
    return frozenset(id for name in names for id in _named(name))


def _named(name: str) -> list[str]:
    ids = [id for id, code in codes.CATALOGUE.items() if name in (id, code.family)]
    if not ids:
        raise UnknownCode(
            f"there is no code or family “{name}”; `quoteproof explain` lists them all"
        )
    return ids

"""How a citation points into a source, in the names of the W3C Web Annotation model.

https://www.w3.org/TR/annotation-model/#selectors
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TextQuoteSelector:
    """A passage by its words, as an author writes it."""

    exact: str
    """The words quoted; ``[…]`` or ``[...]`` stands for words left out."""
    prefix: str = ""
    """Words directly before ``exact``, to tell one occurrence from another."""
    suffix: str = ""
    """Words directly after ``exact``."""


@dataclass(frozen=True, slots=True)
class TextPositionSelector:
    """A passage by its place: ``raw[start:end]``, in code points of the source's raw text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a quote stands in the raw text of its source, and how it matched."""

    parts: tuple[TextPositionSelector, ...]
    """One part, or one for each stretch between elisions, in the order of the source."""
    normalisations: tuple[str, ...]
    """Names of the normalisations without which quote and source would differ; () if identical."""
    occurrence: int
    """Which occurrence (from 0) of the quoted text this is; of the first part if elided."""

    @property
    def start(self) -> int:
        """Where the first part starts, in code points of the raw text."""
        return self.parts[0].start

    @property
    def end(self) -> int:
        """Where the last part ends, in code points of the raw text."""
        return self.parts[-1].end

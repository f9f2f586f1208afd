"""What of a source may be shown. Every page, the PDF and the data ask here, and nowhere else."""

from __future__ import annotations

from quoteproof.model import vocabulary as v
from quoteproof.model.summaries import Source


def shows_whole_text(source: Source) -> bool:
    """Whether the whole document may be shown."""
    return source.rights is v.Rights.FULL_TEXT


def shows_quotes(source: Source) -> bool:
    """Whether its words may be quoted, and the paragraphs that the quotes stand in shown.

    Where not, no word of the document may appear anywhere: not in a footnote, not in a link with a
    text fragment.
    """
    return source.rights is not v.Rights.LINK_ONLY

"""The PDF edition: the briefing as one prints, files and signs it.

Data flows one way here too: `data` turns the views of the pages into JSON, `volumes` parts what is
too large for one, `document/` arranges it (Typst), `typesetting` puts the two together, `file`
writes the result.
"""

from quoteproof.exports.pdf.file import named, write_edition
from quoteproof.exports.pdf.part import SECTIONS, WHOLE, Part, UnknownPart, part_named
from quoteproof.exports.pdf.typesetting import typeset

__all__ = [
    "SECTIONS",
    "WHOLE",
    "Part",
    "UnknownPart",
    "named",
    "part_named",
    "typeset",
    "write_edition",
]

"""Findings that the tests of every reporter tell."""

from quoteproof.diagnostics import codes
from quoteproof.diagnostics.finding import Finding, Location, Related

NOT_FOUND = Finding(
    codes.QUOTE_NOT_FOUND,
    Location("seeds/summaries/terms.yml", 12, 21),
    "The quote does not stand in `office`: “About 45 boats”",
    "Copy the words of the source exactly.",
    (Related(Location("seeds/sources/office.txt", 4, 1), "closest passage, 93 % alike"),),
)
UNCITED = Finding(codes.SOURCE_UNCITED, Location("seeds/summaries/a.yml"), "Nothing cites `post`.")
HOSTILE = Finding(
    codes.YAML_UNREADABLE,
    Location("seeds/summaries/a\nb.yml:1:1: error \x1b[2J\udcff.yml"),
    "It says \x1b]0;owned\x07\u202e\r\n\tthat.",
    "Look at \x85it.",
    (Related(Location("a\rb"), "\x00"),),
)

"""The catalogue: every kind of problem that Quoteproof tells, with an example that shows it.

Families: `YML` the form of the summaries, `SRC` the sources, `CIT` citations, `REF` references,
`TML` time, `DIS` discrepancies, `OUT` what is written, `PDF` the PDF edition.
"""

from __future__ import annotations

from quoteproof.diagnostics.finding import Code, Severity

_CATALOGUE: dict[str, Code] = {}


def _code(
    id: str,
    slug: str,
    summary: str,
    *,
    why: str,
    mend: str,
    bad: str = "",
    good: str = "",
    severity: Severity = Severity.ERROR,
) -> Code:
    code = Code(id, slug, severity, summary, why, mend, bad, good)
    _CATALOGUE[id] = code
    return code


# YML: the form of the summaries

YAML_BROKEN = _code(
    "YML101",
    "broken-yaml",
    "A summary file is not readable YAML.",
    why="Nothing in a file that cannot be read can be checked or published.",
    mend="Look at the line and the one before it: most often an indent, a quote or a colon.",
    bad='terms:\n  - id: "pier\n',
    good="terms: []\n",
)
YAML_DUPLICATE_KEY = _code(
    "YML102",
    "duplicate-key",
    "A mapping has the same key twice.",
    why="YAML keeps one of the two in silence, and with it one of two statements.",
    mend="Keep one; for several values write a list.",
    bad="actors:\n  - {id: town, name: Norrvik, name: Town of Norrvik, type: population}\n",
    good="actors:\n  - {id: town, name: Norrvik, type: population}\n",
)
YAML_ALIAS = _code(
    "YML103",
    "alias",
    "A YAML anchor or alias is used.",
    why="Every value has one place, at which it is checked; and aliases can be stacked into a file "
    "that fills the memory.",
    mend="Write the value where it is used.",
    bad="actors:\n  - {id: town, name: &n Norrvik, type: population, public_role: *n}\n",
    good="actors:\n  - {id: town, name: Norrvik, type: population, public_role: Norrvik}\n",
)
YAML_TAG = _code(
    "YML104",
    "tag",
    "A YAML tag asks for a type.",
    why="The schema decides what a value is; tags are also how YAML is made to run code.",
    mend="Remove the tag.",
    bad="actors:\n  - {id: town, name: !!str Norrvik, type: population}\n",
    good="actors:\n  - {id: town, name: Norrvik, type: population}\n",
)
YAML_TOO_DEEP = _code(
    "YML105",
    "too-deep",
    "Mappings and lists are nested too deep.",
    why="No summary needs it, and a file made to exhaust the reader does.",
    mend="Write it flatter.",
    bad="terms: " + "[" * 30 + "]" * 30 + "\n",
    good="terms: []\n",
)
YAML_TOO_LARGE = _code(
    "YML106",
    "too-large",
    "A summary file is larger than 4,000,000 bytes.",
    why="A file made to exhaust the memory is refused before it is read.",
    mend="Split it: a briefing may have any number of summary files.",
)
YAML_NOT_UTF8 = _code(
    "YML107",
    "not-utf8",
    "A summary file is not UTF-8.",
    why="Quotes in it could not be compared with the sources.",
    mend="Save it as UTF-8.",
)
YAML_OUTSIDE = _code(
    "YML108",
    "outside-project",
    "A summary file is a link that leads out of the project.",
    why="A project must be whole by itself, and must not publish other files of the machine.",
    mend="Put the file itself into the project.",
)
YAML_UNREADABLE = _code(
    "YML109",
    "unreadable",
    "A summary file cannot be read.",
    why="It may be a folder, a broken link, or lack permission.",
    mend="See to its permissions, or take it away.",
)
UNKNOWN_KEY = _code(
    "YML201",
    "unknown-key",
    "A key that the schema does not know.",
    why="A misspelt key would otherwise be left out in silence.",
    mend="Use one of the known keys; `quoteproof schema` gives them to an editor.",
    bad="actors:\n  - {id: town, name: Norrvik, type: population, aliasses: []}\n",
    good="actors:\n  - {id: town, name: Norrvik, type: population, aliases: []}\n",
)
MISSING_KEY = _code(
    "YML202",
    "missing-key",
    "A key that is needed is missing.",
    why="The page could not be written without it.",
    mend="Add it.",
    bad="actors:\n  - {id: town, type: population}\n",
    good="actors:\n  - {id: town, name: Norrvik, type: population}\n",
)
WRONG_TYPE = _code(
    "YML203",
    "wrong-type",
    "A value is of the wrong type.",
    why="A list where a text belongs, or nothing where something does, has no clear meaning.",
    mend="Write it as the schema says.",
    bad="actors:\n  - {id: town, name: [Norrvik], type: population}\n",
    good="actors:\n  - {id: town, name: Norrvik, type: population}\n",
)
UNKNOWN_VALUE = _code(
    "YML204",
    "unknown-value",
    "A value that its vocabulary does not have.",
    why="The vocabularies are those of the field, so that briefings can be compared.",
    mend="Use one of the values named in the hint.",
    bad="actors:\n  - {id: town, name: Norrvik, type: city}\n",
    good="actors:\n  - {id: town, name: Norrvik, type: population}\n",
)
BAD_VALUE = _code(
    "YML205",
    "bad-value",
    "A value does not fit its field.",
    why="Such as a date that is not in the calendar, or an id with spaces.",
    mend="Mend it as the message says.",
    bad="""\
events:
  - id: reopening
    title: Reopening
    type: reopening
    mode: planned
    time: 2020-02-30
    statements: [{text: The pier reopens., kind: gap}]
""",
    good="""\
events:
  - id: reopening
    title: Reopening
    type: reopening
    mode: planned
    time: 2020-05-04
    statements: [{text: The pier reopens., kind: gap}]
""",
)
DUPLICATE_ID = _code(
    "YML301",
    "duplicate-id",
    "Two things have the same id.",
    why="An id is a permanent address: it must lead to one thing.",
    mend="Rename one of them.",
    bad="actors:\n  - {id: harbour-office, name: Norrvik, type: population}\n",
    good="actors:\n  - {id: town, name: Norrvik, type: population}\n",
)
GIVEN_TWICE = _code(
    "YML302",
    "given-twice",
    "`briefing` or `overview` is given in more than one place.",
    why="There is one briefing, and it has one overview.",
    mend="Keep one.",
    bad="overview:\n  bottom_line: [{text: The pier is closed., kind: gap}]\n",
    good="actors: []\n",
)
NOTHING_TO_READ = _code(
    "YML303",
    "nothing-to-read",
    "There is no summary file, or none of them has `briefing` or `overview`.",
    why="Without them there is no site to build.",
    mend="Write a .yml file in seeds/summaries with `briefing` and `overview`.",
)

# SRC: the sources


_POST = "875750fe476340224d5bb75d2cd26d73c6ea328a99a3e27d1b8ba5207682741c"
_CITED = "cite: [{letter: Some 55 boats had to leave}]"


def _letter(file: str, sha256: str = _POST, carried_by: str = _CITED) -> str:
    hash_line = f"    sha256: {sha256}\n" if sha256 else ""
    return f"""\
sources:
  - id: letter
    file: {file}
{hash_line}    title: A letter
    publisher: Town of Norrvik
    issued: 2020-04-28
    genre: official-statement
    rights: full-text
    descriptor: {{text: A letter about some 55 boats., {carried_by}}}
"""


SOURCE_MISSING = _code(
    "SRC101",
    "missing-source",
    "A source's file is not there.",
    why="Its quotes cannot be looked up.",
    mend="Put the document into seeds/sources, or mend the name.",
    bad=_letter("letter.txt"),
    good="sources: []\n",
)
SOURCE_NOT_A_FILE = _code(
    "SRC102",
    "not-a-file",
    "A source's file is a folder or something else that is not a regular file.",
    why="There is no text to look quotes up in.",
    mend="Name the document itself.",
    bad=_letter("."),
    good="sources: []\n",
)
SOURCE_OUTSIDE = _code(
    "SRC103",
    "outside-project",
    "A source's file is reached by a path or a link that leaves the project.",
    why="A project must be whole by itself, and must not publish other files of the machine.",
    mend="Put the document into seeds/sources and give its name there.",
    bad=_letter("../../letter.txt"),
    good="sources: []\n",
)
SOURCE_EMPTY = _code(
    "SRC104",
    "empty-source",
    "A source's file is empty.",
    why="A capture that failed looks like this.",
    mend="Capture the document again.",
)
SOURCE_NOT_UTF8 = _code(
    "SRC105",
    "not-utf8",
    "A source's file is not UTF-8.",
    why="Its characters are not known for certain, so that no quote can be exact.",
    mend="Convert it to UTF-8 and record the new SHA-256.",
)
SOURCE_TOO_LARGE = _code(
    "SRC106",
    "too-large",
    "A source's file is larger than 5,000,000 bytes.",
    why="A page that shows it could not be read, nor searched.",
    mend="Split it into parts, each a source of its own.",
)
SOURCE_UNREADABLE = _code(
    "SRC107",
    "unreadable",
    "A source's file cannot be read.",
    why="Its quotes cannot be looked up.",
    mend="See to its name and permissions.",
)
SOURCE_CONTROL = _code(
    "SRC111",
    "control-character",
    "A source holds control characters.",
    why="They cannot be seen, and may stand inside a quoted passage.",
    mend="Nothing need be done: pages show them as visible signs. Or capture the document again.",
    severity=Severity.WARNING,
)
SOURCE_BOM = _code(
    "SRC112",
    "byte-order-mark",
    "A source begins with a byte order mark, or holds one.",
    why="It counts as a character of the text, so positions begin one later.",
    mend="Nothing need be done; without it, the SHA-256 and all positions change.",
    severity=Severity.WARNING,
)
SOURCE_CARRIAGE_RETURN = _code(
    "SRC113",
    "carriage-return",
    "A source has line breaks with a carriage return (CRLF or CR).",
    why="Each counts as a character; a tool that converts line breaks changes all positions.",
    mend="Nothing need be done; keep such tools (git's autocrlf) away from seeds/sources.",
    severity=Severity.WARNING,
)
SOURCE_BIDI = _code(
    "SRC114",
    "bidirectional-override",
    "A source holds characters that change the direction of text.",
    why="They can make a passage read otherwise than it is stored.",
    mend="Look at the passage. Pages show such characters as visible signs, without their effect.",
    severity=Severity.WARNING,
)
SOURCE_CHANGED = _code(
    "SRC201",
    "changed-source",
    "A source's bytes no longer match the SHA-256 that was recorded.",
    why="A captured document never changes; somebody edited it, or captured it again.",
    mend="Restore the document; or, if the new capture is meant, record its SHA-256.",
    bad=_letter("post.txt", sha256="0" * 64),
    good="sources: []\n",
)
SOURCE_UNRECORDED = _code(
    "SRC202",
    "unrecorded-hash",
    "A source has no `sha256`.",
    why="Without it nobody can tell whether the document is still as captured.",
    mend="Add the line that the hint gives.",
    bad=_letter("post.txt", sha256=""),
    good="sources: []\n",
    severity=Severity.WARNING,
)
SOURCE_UNLISTED = _code(
    "SRC203",
    "unlisted-file",
    "A file in seeds/sources is not described under `sources`.",
    why="A document that was captured and then forgotten is evidence left out.",
    mend="Describe it, or take it out of the folder.",
    severity=Severity.WARNING,
)
SOURCE_LISTED_TWICE = _code(
    "SRC204",
    "listed-twice",
    "Two sources have the same file.",
    why="One document would count as two.",
    mend="Keep one of them.",
    bad=_letter("post.txt"),
    good="sources: []\n",
)
SOURCE_UNCITED = _code(
    "SRC301",
    "uncited-source",
    "Nothing cites a source.",
    why="Either it says nothing to the matter, or it was not read to the end.",
    mend="Cite it, or take it out.",
    bad=_letter("post.txt", carried_by="background: invented for this example"),
    good="sources: []\n",
    severity=Severity.WARNING,
)

# CIT: citations


def _statement(text: str, cite: str) -> str:
    return f"""\
events:
  - id: moving
    title: The moving of the boats
    type: other
    mode: reported
    time: 2020-04
    statements:
      - text: {text}
        cite: [{{{cite}}}]
"""


_MOVED = _statement(
    "The harbour office of Norrvik said that about 40 boats were moved.",
    "office: About 40 boats were moved to the southern pier",
)

QUOTE_NOT_FOUND = _code(
    "CIT101",
    "quote-not-found",
    "A quote does not stand in its source.",
    why="A quote that is not there proves nothing; this is what Quoteproof is for.",
    mend="Copy the words from the source. The hint shows the passage that comes closest.",
    bad=_statement(
        "The harbour office of Norrvik said that about 40 boats were moved.",
        "office: About 45 boats were moved to the southern pier",
    ),
    good=_MOVED,
)
QUOTE_NOT_UNIQUE = _code(
    "CIT102",
    "quote-not-unique",
    "A quote stands in its source more than once.",
    why="A reader must be led to the one passage that is meant.",
    mend="Quote more words, or give the words before it as `prefix` or after it as `suffix`.",
    bad=_statement("The southern pier will stay open.", "post: southern pier"),
    good=_statement(
        "The southern pier will stay open.", "post: {quote: southern pier, suffix: will stay open}"
    ),
)
QUOTE_CONTEXT = _code(
    "CIT103",
    "wrong-context",
    "A quote stands in its source, but not with the prefix or suffix given.",
    why="The prefix and suffix say which passage is meant.",
    mend="Mend the prefix or suffix, or leave it out where the quote stands only once.",
    bad=_statement("The pier is full.", 'post: {quote: is full, prefix: "the northern pier"}'),
    good=_statement("The pier is full.", 'post: {quote: is full, prefix: "The southern pier"}'),
)
QUOTE_CUTS_WORD = _code(
    "CIT104",
    "cut-word",
    "A quote begins or ends inside a word or a number.",
    why="`5 boats` stands inside `55 boats`, and says something else.",
    mend="Quote whole words and numbers.",
    bad=_statement("Five boats left.", "post: 5 boats had to leave the northern pier"),
    good=_statement("Some 55 boats left.", "post: Some 55 boats had to leave the northern pier"),
)
QUOTE_EMPTY = _code(
    "CIT105",
    "empty-quote",
    "A quote has no words.",
    why="White space and punctuation alone carry no statement.",
    mend="Quote the words that carry the statement.",
    bad=_statement("The pier is full.", 'post: "…"'),
    good=_statement("The southern pier is full.", "post: The southern pier is full"),
)
UNCITED = _code(
    "CIT201",
    "uncited-statement",
    "A fact or an attributed claim has no citation.",
    why="Every statement of what is or was said must lead to the source that says so.",
    mend="Cite the passage; or say what it is: a `judgment`, an `assumption` or a `gap`; or, where "
    "it is not from the sources, say with `background` where it is from.",
    bad="""\
events:
  - id: moving
    title: The moving of the boats
    type: other
    mode: reported
    time: 2020-04
    statements: [{text: The harbour office said that about 40 boats were moved.}]
""",
    good=_MOVED,
)
CITED_TWICE = _code(
    "CIT202",
    "cited-twice",
    "A statement cites the same passage twice.",
    why="It looks like more evidence than there is.",
    mend="Keep one of the two.",
    bad="""\
events:
  - id: moving
    title: The moving of the boats
    type: other
    mode: reported
    time: 2020-04
    statements:
      - text: The harbour office of Norrvik said that about 40 boats were moved.
        cite:
          - office: About 40 boats were moved to the southern pier
          - office: About 40 boats were moved to the southern pier
""",
    good=_MOVED,
    severity=Severity.WARNING,
)
ALIAS_NOT_FOUND = _code(
    "CIT301",
    "alias-not-found",
    "An alias does not stand in a source that is said to use it.",
    why="How each source names somebody is evidence too.",
    mend="Copy the name from the source, or take the source out of `used_by`.",
    bad="""\
actors:
  - id: town
    name: Norrvik
    type: population
    aliases: [{text: City of Norrvik, used_by: [office]}]
""",
    good="""\
actors:
  - id: office-in-short
    name: The harbour office
    type: state
    aliases: [{text: Harbour office of Norrvik, used_by: [office]}]
""",
)

# REF: references

UNKNOWN_REFERENCE = _code(
    "REF101",
    "unknown-reference",
    "A reference to something that no summary has.",
    why="The link would lead nowhere.",
    mend="Mend the id, or write the record.",
    bad="actors:\n  - {id: town, name: Norrvik, type: population, side: twon}\n",
    good="actors:\n  - {id: town-of-norrvik, name: Norrvik, type: population, side: town}\n",
)
WRONG_REFERENCE = _code(
    "REF102",
    "wrong-reference",
    "A reference to something of the wrong kind.",
    why="Such as an obligor that is a source and no actor.",
    mend="Name a record of the kind that the message says.",
    bad="actors:\n  - {id: town, name: Norrvik, type: population, parent: office}\n",
    good="actors:\n  - {id: norrvik, name: Norrvik, type: population, parent: harbour-office}\n",
)
CIRCULAR_REFERENCE = _code(
    "REF103",
    "circular-reference",
    "Something is, by way of others, part of itself or amends itself.",
    why="It cannot be, and the page could not be laid out.",
    mend="Take out one of the links in the circle.",
    bad="actors:\n  - {id: town, name: Norrvik, type: population, parent: town}\n",
    good="actors:\n  - {id: town-of-norrvik, name: Norrvik, type: population}\n",
)

# TML: time

ENDS_BEFORE_START = _code(
    "TML101",
    "ends-before-start",
    "A span of time ends before it starts.",
    why="One of the two dates is a slip.",
    mend="Mend one of them.",
    bad="""\
events:
  - id: closing
    title: The closing
    type: other
    mode: reported
    time: {earliest: 2020-05-04, latest: 2020-04-01}
    statements: [{text: The sources do not say when the pier was closed., kind: gap}]
""",
    good="""\
events:
  - id: closing
    title: The closing
    type: other
    mode: reported
    time: {earliest: 2020-04-01, latest: 2020-05-04}
    statements: [{text: The sources do not say when the pier was closed., kind: gap}]
""",
)

# DIS: discrepancies


def _boats(positions: str, rest: str = "status: open") -> str:
    return f"""\
discrepancies:
  - id: boats
    question: How many boats had to leave?
    kind: quantity
    {rest}
    materiality: low
    positions:
{positions}"""


_FORTY = "      - {value: about 40, cite: [{office: About 40 boats were moved}]}\n"
_FIFTY_FIVE = "      - {value: some 55, cite: [{post: Some 55 boats had to leave}]}\n"

TOO_FEW_POSITIONS = _code(
    "DIS101",
    "too-few-positions",
    "A discrepancy has fewer than two positions.",
    why="Accounts can only differ where there are two.",
    mend="Add the other position.",
    bad=_boats(_FORTY),
    good=_boats(_FORTY + _FIFTY_FIVE),
)
UNCITED_POSITION = _code(
    "DIS102",
    "uncited-position",
    "A position has no citation.",
    why="Somebody must have said so.",
    mend="Cite the passage that takes the position.",
    bad=_boats(_FORTY + "      - {value: some 55}\n"),
    good=_boats(_FORTY + _FIFTY_FIVE),
)
UNASSESSED = _code(
    "DIS103",
    "unassessed-resolution",
    "The status claims that a discrepancy is settled or narrowed, and no assessment says why.",
    why="A reader must be able to follow, and to disagree.",
    mend="Write an `assessment`, or set the status to `open`.",
    bad=_boats(_FORTY + _FIFTY_FIVE, "status: apparent"),
    good=_boats(
        _FORTY + _FIFTY_FIVE,
        "status: apparent\n    assessment: {text: The office counts the boats that it moved.}",
    ),
)

# OUT: what is written

EDITED_PAGE = _code(
    "OUT101",
    "edited-page",
    "A generated file was edited.",
    why="To write it again would lose the edit.",
    mend="Carry the edit over into the summaries; then delete the file and build again.",
)
PAGE_IN_THE_WAY = _code(
    "OUT102",
    "page-in-the-way",
    "A file that Quoteproof did not write stands where it has to write.",
    why="To write there would destroy it.",
    mend="Rename it, or move it away.",
)
CANNOT_WRITE = _code(
    "OUT103",
    "cannot-write",
    "A file cannot be written.",
    why="Permission, space or the file system forbids it. What was there before is still whole.",
    mend="See to the reason that the message gives.",
)
SITE_FAILED = _code(
    "OUT201",
    "site-failed",
    "MkDocs did not build the site.",
    why="The site that was there before is still whole.",
    mend="Read what MkDocs said; a page of your own may have a broken link.",
)

# PDF: the PDF edition

MISSING_GLYPH = _code(
    "PDF101",
    "missing-glyph",
    "No font of the PDF edition can show a character.",
    why="A reader would see an empty box, or nothing; PDF/A and PDF/UA allow neither. The fonts of "
    "the program have the Latin, Greek, Cyrillic, Arabic and Hebrew scripts, symbols and emoji.",
    mend="Put a font that has it into seeds/fonts/: a .ttf, .otf or .ttc that may be embedded.",
)
FONT_FORBIDS = _code(
    "PDF102",
    "font-forbids",
    "A font in seeds/fonts/ forbids that it is embedded.",
    why="A PDF that lasts carries its fonts with it; what a font says of its licence stands.",
    mend="Take another font in its place; those of the Noto project may be embedded.",
)
FONT_OUTSIDE = _code(
    "PDF103",
    "outside-project",
    "What is in seeds/fonts/ leads out of the project.",
    why="A project that reads files from elsewhere cannot be built by anybody else.",
    mend="Put the font itself there, in the place of the link.",
)
PDF_FAILED = _code(
    "PDF201",
    "pdf-failed",
    "Typst did not make the PDF.",
    why="It makes no PDF that is not PDF/A-2a and PDF/UA-1. What was there before is still whole.",
    mend="Read what Typst said. It should not happen: please report it.",
)

CATALOGUE: dict[str, Code] = dict(sorted(_CATALOGUE.items()))
"""Every code by its id."""

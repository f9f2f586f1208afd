"""The catalogue: every kind of problem that Quoteproof tells, with an example that shows it.

Families: `YML` the form of the summaries, `SRC` the sources, `CIT` citations, `REF` references,
`TML` time, `DIS` discrepancies, `ATT` attribution, `IND` independence, `OUT` what is written,
`ANS` answers, `PDF` the PDF edition.
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
    statements: [{text: No report says when the pier reopens., kind: gap}]
""",
    good="""\
events:
  - id: reopening
    title: Reopening
    type: reopening
    mode: planned
    time: 2020-05-04
    statements: [{text: No report says when the pier reopens., kind: gap}]
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
    time: {{earliest: 2020-04, basis: inferred, note: The office spoke of it on 27 April.}}
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
    bad=_statement(
        "The Norrvik Post says that the southern pier will stay open.", "post: southern pier"
    ),
    good=_statement(
        "The Norrvik Post says that the southern pier will stay open.",
        "post: {quote: southern pier, suffix: will stay open}",
    ),
)
QUOTE_CONTEXT = _code(
    "CIT103",
    "wrong-context",
    "A quote stands in its source, but not with the prefix or suffix given.",
    why="The prefix and suffix say which passage is meant.",
    mend="Mend the prefix or suffix, or leave it out where the quote stands only once.",
    bad=_statement(
        "The Norrvik Post says that the southern pier is full.",
        'post: {quote: is full, prefix: "the northern pier"}',
    ),
    good=_statement(
        "The Norrvik Post says that the southern pier is full.",
        'post: {quote: is full, prefix: "The southern pier"}',
    ),
)
QUOTE_CUTS_WORD = _code(
    "CIT104",
    "cut-word",
    "A quote begins or ends inside a word or a number.",
    why="`5 boats` stands inside `55 boats`, and says something else.",
    mend="Quote whole words and numbers.",
    bad=_statement(
        "Five boats had to leave, said the Norrvik Post.",
        "post: 5 boats had to leave the northern pier",
    ),
    good=_statement(
        "Some 55 boats had to leave, said the Norrvik Post.",
        "post: Some 55 boats had to leave the northern pier",
    ),
)
QUOTE_EMPTY = _code(
    "CIT105",
    "empty-quote",
    "A quote has no words.",
    why="White space and punctuation alone carry no statement.",
    mend="Quote the words that carry the statement.",
    bad=_statement("The Norrvik Post says that the southern pier is full.", 'post: "…"'),
    good=_statement(
        "The Norrvik Post says that the southern pier is full.", "post: The southern pier is full"
    ),
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
    time: {earliest: 2020-04, basis: inferred, note: The office spoke of it on 27 April.}
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
    time: {earliest: 2020-04, basis: inferred, note: The office spoke of it on 27 April.}
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


def _reopening(time: str, mode: str = "announced", said: str = "") -> str:
    return f"""\
events:
  - id: reopening
    title: The pier reopens
    type: reopening
    mode: {mode}
    time: {time}
    statements:
      - text: The harbour office said that the pier will reopen on 4 May 2020.
        kind: attributed-claim
        cite:
          - office:
              quote: "The northern pier will reopen on 4 May 2020, the harbour office of Norrvik
                said on Monday"
              speaker: harbour-office{said}
"""


TIME_NOT_STATED = _code(
    "TML201",
    "time-not-stated",
    "A time is called stated, and no passage that the briefing cites states it.",
    why="The date on the timeline would have no source.",
    mend="Mend the date, cite the passage that gives it, or change the `basis`.",
    bad=_reopening("2020-05-14"),
    good=_reopening("2020-05-04"),
    severity=Severity.WARNING,
)
TIME_NOT_RESOLVED = _code(
    "TML202",
    "time-not-resolved",
    "A time is called worked out from words such as “Sunday” and the date of a document, and no "
    "cited passage has words that lead to it.",
    why="One slip of a week on the timeline, and the order of events is another.",
    mend="Count again from the source's `issued`; or cite the passage with the words.",
    bad=_reopening("{earliest: 2020-04-23, basis: resolved-from-publication}", "reported"),
    good=_reopening("{earliest: 2020-04-27, basis: resolved-from-publication}", "reported"),
    severity=Severity.WARNING,
)
TIME_WITHOUT_NOTE = _code(
    "TML203",
    "time-without-note",
    "A time is inferred, and no `note` says from what.",
    why="A reader could not follow it, and nobody could check it.",
    mend="Say in a `note` how it was worked out.",
    bad=_reopening("{earliest: 2020-05, basis: inferred}"),
    good=_reopening("{earliest: 2020-05, basis: inferred, note: The month of the announced day.}"),
    severity=Severity.WARNING,
)
IMPOSSIBLE_DATE = _code(
    "TML204",
    "impossible-date",
    "A cited passage has a date that cannot be: no day of the calendar, another weekday, or a "
    "beginning before it was agreed.",
    why="A slip of the source that is passed on in silence becomes the briefing's own.",
    mend="Write a discrepancy of the kind `source-error` that cites the passage.",
    severity=Severity.WARNING,
)


def _plan(effective: str) -> str:
    return f"""\
agreements:
  - id: plan
    title: The plan of works
    signed: 2020-04-26
    effective: {effective}
"""


OUT_OF_ORDER = _code(
    "TML205",
    "out-of-order",
    "An agreement is in force before it is announced or signed, or ended before that; or a term "
    "begins or is due before it was agreed.",
    why="Most often one of the dates is a slip.",
    mend="Mend one of them; or say under `allow` how it came about.",
    bad=_plan("2020-04-20"),
    good=_plan("2020-04-27"),
    severity=Severity.WARNING,
)
NOT_YET = _code(
    "TML206",
    "not-yet",
    "Something has happened after its sources or the briefing were written, or is planned for a "
    "time that had passed.",
    why="No source can tell of what was still to come.",
    mend="Mend the date or the mode.",
    bad=_reopening("2020-05-04", "occurred"),
    good=_reopening("2020-05-04"),
    severity=Severity.WARNING,
)
SAID_WHEN = _code(
    "TML207",
    "said-when",
    "Words are said after the source that prints them, or on another day than their passage gives.",
    why="Who said something before or after an event is often what matters.",
    mend="Mend `said`, or the date of the source.",
    bad=_reopening("2020-05-04", said="\n              said: 2020-04-26"),
    good=_reopening("2020-05-04", said="\n              said: 2020-04-27"),
    severity=Severity.WARNING,
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

_TWO_COUNTS = """\
events:
  - id: moving
    title: The boats are moved
    type: other
    mode: reported
    time: {earliest: 2020-04, basis: inferred, note: The office spoke of it on 27 April.}
    statements:
      - text: The harbour office said that about 40 boats were moved from the pier.
        kind: attributed-claim
        cite: [{office: {quote: About 40 boats were moved, speaker: harbour-office}}]
      - text: The Norrvik Post said that some 55 boats were moved from the pier.
        kind: attributed-claim
        cite: [{post: Some 55 boats had to leave}]
"""

UNTOLD_DIFFERENCE = _code(
    "DIS201",
    "untold-difference",
    "Two statements give different numbers for what seems to be the same, and no discrepancy says "
    "so.",
    why="A reader who meets one of them takes it for the number, and does not learn that it is "
    "contested.",
    mend="Write a discrepancy with both as positions, or name both in the `affects` of one. Where "
    "they count different things, let each say what it counts.",
    bad=_TWO_COUNTS,
    good=_TWO_COUNTS + _boats(_FORTY + _FIFTY_FIVE, "status: open\n    affects: [moving]"),
    severity=Severity.WARNING,
)
_SAID_FORTY = """\
      - value: about 40
        cite: [{office: {quote: About 40 boats were moved, speaker: harbour-office}}]
"""
_SAID_FIFTY_FIVE = """\
      - value: some 55
        cite: [{post: {quote: Some 55 boats had to leave, speaker: harbour-office}}]
"""
ONE_ORIGIN = _code(
    "DIS202",
    "one-origin",
    "All positions of a discrepancy come from one origin.",
    why="Accounts differ where two give them. One speaker in two newspapers is one account; that "
    "he contradicts himself, or is rendered in two ways, is another question.",
    mend="Cite another origin, or choose the kind that says what differs: interpretation, content, "
    "source-error.",
    bad=_boats(_SAID_FORTY + _SAID_FIFTY_FIVE),
    good=_boats(_SAID_FORTY + _FIFTY_FIVE),
    severity=Severity.WARNING,
)
LONG_UNSETTLED = _code(
    "DIS203",
    "long-unsettled",
    "A discrepancy has been unsettled for longer than `review_after` (180 days).",
    why="What would settle it may have been published since.",
    mend="Look again: cite what is new, set the status to `unresolvable`, or record the day on "
    "which you looked as `reviewed`.",
    severity=Severity.WARNING,
)

# IND: how independent accounts are


AGENCY_NOT_RECORDED = _code(
    "IND101",
    "agency-not-recorded",
    "The text of a source credits a news agency, and its `agency` is empty.",
    why="Two newspapers with one agency's report are one account; counted as two, they look like "
    "confirmation.",
    mend="Give the `agency`. Where the credit is a picture's or a single sentence's, say so under "
    "`allow`, and give that sentence's citation its `via`.",
    severity=Severity.WARNING,
)
CHANNEL_NOT_RECORDED = _code(
    "IND102",
    "channel-not-recorded",
    "A passage says from whom or through whom it has something, and its citation does not.",
    why="An account that four newspapers have from one agency comes from one place; what a passage "
    "says of that is lost when it is not recorded.",
    mend="Give the citation its `speaker` (who says it) and its `via` (through whom the source has "
    "it), with an actor's or a source's id.",
    severity=Severity.WARNING,
)
SHARED_TEXT = _code(
    "IND103",
    "shared-text",
    "Two sources share twenty words or more outside quotation marks, and credit different origins.",
    why="Words are not found twice: the two have them from one place. Such passages are counted "
    "once, whatever the sources credit.",
    mend="Give the source that credits nobody the `agency` of the other; or say under `allow` how "
    "both come to have the words.",
    severity=Severity.WARNING,
)

# ATT: attribution, and words that take sides


def _said(text: str, rest: str) -> str:
    return f"""\
events:
  - id: moving
    title: The boats are moved
    type: other
    mode: reported
    time: {{earliest: 2020-04, basis: inferred, note: The office spoke of it on 27 April.}}
    statements:
      - text: {text}
{rest}"""


_ABOUT_40 = """\
        kind: attributed-claim
        cite: [{office: {quote: About 40 boats were moved, speaker: harbour-office}}]
"""
_BOTH = """\
        cite:
          - office: boats were moved to the southern pier
          - post: boats had to leave the northern pier
"""

UNNAMED_SPEAKER = _code(
    "ATT101",
    "unnamed-speaker",
    "A claim does not name who says so.",
    why="A claim is worth what its speaker is. A sentence is quoted alone, in a list, a search or "
    "somebody else's text, where “he said” says nothing.",
    mend="Name the speaker in the sentence, by name, other name or office; the publisher, where "
    "the source says it in its own voice.",
    bad=_said("It said that about 40 boats were moved.", _ABOUT_40),
    good=_said("The harbour office said that about 40 boats were moved.", _ABOUT_40),
    severity=Severity.WARNING,
)
UNATTRIBUTED_FACT = _code(
    "ATT102",
    "unattributed-fact",
    "A fact rests on one origin, or on one party alone, and the sentence does not say so.",
    why="In the briefing's own voice it sounds as if it were established; one account, or a "
    "party's about itself, is no more than that account.",
    mend="Say in the sentence who says so, or cite an origin that is independent of the first.",
    bad=_said("Some 55 boats were moved.", "        cite: [{post: Some 55 boats had to leave}]\n"),
    good=_said(
        "Some 55 boats were moved, the Norrvik Post reported.",
        "        cite: [{post: Some 55 boats had to leave}]\n",
    ),
    severity=Severity.WARNING,
)
LOADED_WORD = _code(
    "ATT103",
    "loaded-word",
    "A word that takes a side stands in our own voice.",
    why="The briefing would say what one side says, and lose the readers of the other. In "
    "quotation marks it is somebody's word, and tells something about them.",
    mend="Take a word that takes no side, or quote it and say whose it is. A briefing adds words "
    "to the list with `loaded_words`, and strikes what is plain in its field with `plain_words`.",
    bad=_said("Boats were moved from the northern pier in a crackdown.", _BOTH),
    good=_said("Boats were moved from the northern pier.", _BOTH),
    severity=Severity.WARNING,
)
TWO_MEASURES = _code(
    "ATT104",
    "likelihood-and-confidence",
    "One sentence says how likely something is and how sure we are of it.",
    why="Readers take the one for the other: a doubtful source makes nothing less likely (ICD "
    "203).",
    mend="Keep one of them, or give the other a sentence of its own.",
    bad=_said(
        "It is likely that all boats were moved.",
        "        kind: judgment\n        confidence: low\n",
    ),
    good=_said(
        "We judge that all boats were moved.", "        kind: judgment\n        confidence: low\n"
    ),
    severity=Severity.WARNING,
)

_RESIDENT = """\
actors:
  - {id: resident, name: N. N., type: person%s}
terms:
  - id: pier-closed
    title: The pier is closed
    type: other
    statements: [{text: Nobody has asked N. N., kind: gap}]
"""

PERSON_NAMED = _code(
    "ATT105",
    "person-named",
    "A statement names a person of whom no public role is recorded.",
    why="A name can be found for ever, and may put somebody in danger who only stood by.",
    mend="Say what they are in place of who, or give the `public_role` that makes the name matter.",
    bad=_RESIDENT % "",
    good=_RESIDENT % ", public_role: keeper of berth 12",
    severity=Severity.WARNING,
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

# FCT: whether the passages carry the sentence


def _sentence(
    text: str, cite: str = "office: About 40 boats were moved to the southern pier"
) -> str:
    return (
        "terms:\n  - id: example\n    title: An example\n    type: other\n    statements:\n"
        f"      - text: {text}\n        kind: attributed-claim\n        cite: [{{{cite}}}]\n"
    )


NUMBER_NOT_CARRIED = _code(
    "FCT101",
    "number-not-carried",
    "A number, or a quantity with its unit, stands in none of the passages cited.",
    why="A reader who trusts the quote beside it would take away a wrong number.",
    mend="Correct it, cite the passage that has it, or declare under `derived` how it follows.",
    bad=_sentence("About 50 boats were moved, said the harbour office of Norrvik."),
    good=_sentence("About forty boats were moved, said the harbour office of Norrvik."),
    severity=Severity.WARNING,
)
DATE_NOT_CARRIED = _code(
    "FCT102",
    "date-not-carried",
    "A date, weekday or time of day follows from none of the passages cited, nor from the dates of "
    "their sources.",
    why="A wrong day puts an event before its cause, or after it.",
    mend="Correct it, or cite the passage that has it.",
    bad=_sentence(
        "The office said that the northern pier will reopen on 6 May 2020.",
        "office: The northern pier will reopen on 4 May 2020",
    ),
    good=_sentence(
        "The office said that the northern pier will reopen on Monday 4 May.",
        "office: The northern pier will reopen on 4 May 2020",
    ),
    severity=Severity.WARNING,
)
NAME_NOT_CARRIED = _code(
    "FCT103",
    "name-not-carried",
    "A name stands in none of the passages cited, nor in the fields of their sources or speakers.",
    why="What one did or said is laid to another.",
    mend="Correct it, cite the passage that has it, or give the actor the alias that the source "
    "uses.",
    bad=_sentence("About 40 boats were moved, said the harbour office of Stordal."),
    good=_sentence("About 40 boats were moved, said the harbour office of Norrvik."),
    severity=Severity.WARNING,
)
PLACE_NOT_CARRIED = _code(
    "FCT104",
    "place-not-carried",
    "A place stands in none of the passages cited.",
    why="What happened in one place is told of another.",
    mend="Correct it, cite the passage that has it, or give the place its other names in "
    "`briefing.places`.",
    severity=Severity.WARNING,
)
QUOTED_WORDS = _code(
    "FCT105",
    "quoted-words",
    "Words in quotation marks stand in none of the passages cited.",
    why="Quotation marks promise somebody's very words.",
    mend="Quote the passage letter for letter, or take the marks away.",
    bad=_sentence("'The harbour office said that about 40 boats were \"towed away\".'"),
    good=_sentence("'The harbour office said that about 40 boats were \"moved\".'"),
    severity=Severity.WARNING,
)
REPORTS_MISCOUNTED = _code(
    "FCT106",
    "reports-miscounted",
    "A sentence counts reports or publishers, and cites another number of them.",
    why="How many say so is what a reader weighs a sentence by.",
    mend="Correct the count, or cite the reports that are missing.",
    bad=_sentence("Two reports say that boats were moved."),
    good=_sentence("One of the two reports says that about 40 boats were moved."),
    severity=Severity.WARNING,
)
WEEKDAY_AND_DATE = _code(
    "FCT107",
    "weekday-and-date",
    "A weekday and a date that stand together are not the same day.",
    why="One of the two is wrong, and a reader cannot tell which.",
    mend="Look both up in the source.",
    bad=_sentence(
        "The office said that the northern pier will reopen on Friday 4 May.",
        "office: The northern pier will reopen on 4 May 2020",
    ),
    good=_sentence(
        "The office said that the northern pier will reopen on Monday 4 May.",
        "office: The northern pier will reopen on 4 May 2020",
    ),
    severity=Severity.WARNING,
)
DENIAL_DIFFERS = _code(
    "FCT201",
    "denial-differs",
    "A sentence denies what its passages affirm, or affirms what they deny.",
    why="It says the opposite of its source.",
    mend="Say it as the passage does; or cite the passage that denies it.",
    bad=_sentence("The office said that about 40 boats were not moved to the southern pier."),
    good=_sentence("The office said that about 40 boats were moved to the southern pier."),
    severity=Severity.WARNING,
)
MOOD_DIFFERS = _code(
    "FCT202",
    "mood-differs",
    "A sentence says *will*, *may* or *must* where its passages tell of a fact, or the other way "
    "round.",
    why="What is announced has not happened, and what may be need not be.",
    mend="Use the passage's own mood.",
    bad=_sentence("The office said that about 40 boats will be moved to the southern pier."),
    good=_sentence("The office said that about 40 boats were moved to the southern pier."),
    severity=Severity.WARNING,
)
QUANTIFIER_DIFFERS = _code(
    "FCT203",
    "quantifier-differs",
    "A sentence says *at least* or *more than* of a number where its passages say the opposite.",
    why="*At least 40* and *at most 40*, *about 40* and *more than 40* are different claims.",
    mend="Use the passage's own bound.",
    bad=_sentence("More than 40 boats were moved, said the harbour office of Norrvik."),
    good=_sentence("About 40 boats were moved, said the harbour office of Norrvik."),
    severity=Severity.WARNING,
)
PARTIES_TURNED = _code(
    "FCT204",
    "parties-turned",
    "A name stands where the passages have another: who does what to whom is turned round.",
    why="It lays one side's words or deeds to the other.",
    mend="Say it as the passage does; or give the actor the alias by which the passage calls it.",
    bad="actors:\n  - {id: council, name: Town Council, type: state}\n"
    + _sentence(
        "The council said, by the Norrvik Post, that the pier will reopen in May.",
        "post: The office said that the pier will reopen in May.",
    ),
    good="actors:\n  - {id: council, name: Town Council, type: state}\n"
    + _sentence(
        "The office said, by the Norrvik Post, that the pier will reopen in May.",
        "post: The office said that the pier will reopen in May.",
    ),
    severity=Severity.WARNING,
)
DERIVED_WRONG = _code(
    "FCT301",
    "derived-wrong",
    "What is declared as derived does not follow.",
    why="A reader cannot look it up in any source, so it must be right here.",
    mend="Correct the result, or what it is worked out from.",
    bad=_sentence(
        "The harbour office of Norrvik said that the pier will reopen in two weeks.",
        "office: The northern pier will reopen on 4 May 2020",
    )
    + "        derived: [{text: two weeks, how: span, of: [27 April 2020, 4 May 2020]}]\n",
    good=_sentence(
        "The harbour office of Norrvik said that the pier will reopen in a week.",
        "office: The northern pier will reopen on 4 May 2020",
    )
    + "        derived: [{text: a week, how: span, of: [27 April 2020, 4 May 2020]}]\n",
    severity=Severity.WARNING,
)
DERIVED_UNFOUNDED = _code(
    "FCT302",
    "derived-unfounded",
    "What is declared as derived is not in the statement, or its parts are not in the passages.",
    why="It would be worked out from what nobody said.",
    mend="Write `text` as the statement has it, and under `of` what the passages say.",
    bad=_sentence("About 80 trips were made, said the harbour office of Norrvik.")
    + "        derived: [{text: 80 trips, how: sum, of: [50 boats, 30 boats]}]\n",
    good=_sentence("About 80 trips were made, said the harbour office of Norrvik.")
    + "        derived: [{text: 80 trips, how: sum, of: [40 boats, 40 boats]}]\n",
    severity=Severity.WARNING,
)

# ANS: answers to findings

IDLE_ANSWER = _code(
    "ANS101",
    "idle-answer",
    "An `allow` answers nothing.",
    why="An answer without a question hides the next fault, for which it was not meant.",
    mend="Take it out, or mend the code in it.",
    bad="""terms:
  - id: pier-closed
    title: The pier is closed
    type: other
    statements:
      - text: About 40 boats were moved, said the harbour office.
        cite: [{office: About 40 boats were moved}]
        allow: {FCT101: We counted them.}
""",
    good="""terms:
  - id: pier-closed
    title: The pier is closed
    type: other
    statements:
      - text: About 40 boats were moved, said the harbour office.
        cite: [{office: About 40 boats were moved}]
""",
    severity=Severity.WARNING,
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
FONT_BROKEN = _code(
    "PDF104",
    "font-broken",
    "A file in seeds/fonts/ is no font that can be read.",
    why="What the font was put there for would be missing, or set in another font, and nobody "
    "would know why. Typst reads no web fonts (WOFF).",
    mend="Put a whole font in its place, as .ttf, .otf or .ttc, or take the file away.",
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

"""Examples of codes that no summary alone can show: files that are put over the demo briefing.

A situation has a command, and before it perhaps another; `bad` and `good` are files, each under a
header `-- path --`, after which may stand what else it is: `latin-1`, `escapes` (Python's), `repeat
COUNT`, `link TARGET`, `folder`, `absent`. A code without a situation needs what no text can write:
its tests make that.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from quoteproof.diagnostics.demo import FILES


@dataclass(frozen=True, slots=True)
class Situation:
    """Files over the demo briefing, and the commands that are run: `first` before they are put."""

    bad: str
    good: str
    command: str = "check"
    first: str = ""


def _letter(text: str, sha256: str, form: str = "escapes") -> str:
    """A source `letter`, whose file has the text."""
    return f"""\
-- seeds/summaries/letter.yml --
sources:
  - id: letter
    file: letter.txt
    sha256: {sha256}
    title: A letter
    publisher: Town of Norrvik
    issued: 2020-04-28
    genre: official-statement
    rights: full-text
    descriptor: {{text: A letter., cite: [{{letter: Dear all}}]}}
-- seeds/sources/letter.txt -- {form}
{text}
"""


_LETTER = _letter(
    r"Dear all,\n", "91a550413a221e7ed0c0f534b5a8dfa943bb28f4ccf40a97d2e8d36dff03ea18"
)
_ANY = "0" * 64


def _newspaper(id: str, text: str, cites: str, agency: str = "", speaker: str = "") -> str:
    """A source whose file has the text, and a claim of the newspaper that cites it."""
    publisher = f"{id.capitalize()} of Norrvik"
    return f"""\
-- seeds/summaries/{id}.yml --
sources:
  - id: {id}
    file: {id}.txt
    sha256: {sha256(text.encode()).hexdigest()}
    title: A report on the pier
    publisher: {publisher}
    {agency}
    issued: 2020-04-28
    genre: wire
    rights: full-text
    descriptor: {{text: A newspaper., background: invented for this example}}
actors:
  - {{id: keeper-{id}, name: Keeper of the pier, type: person}}
terms:
  - id: {id}-term
    title: The northern pier
    type: other
    statements:
      - text: The {publisher} writes of the northern pier.
        kind: attributed-claim
        cite: [{{{id}: {{quote: "{cites}"{speaker}}}}}]
-- seeds/sources/{id}.txt --
{text}"""


_DREDGER = (
    "The last of the boats left the northern pier in the early morning, watched by a crowd on the "
    "quay, and by noon the water was empty but for the dredger.\n"
)
_LEFT = "The last of the boats left the northern pier"
_TOLD = "The northern pier is empty, its keeper told the Norrvik Post.\n"
_TOLD_WORDS = "The northern pier is empty, its keeper told the Norrvik Post"
_OPENS = "The northern pier will open on Monday, 5 May 2020, its keeper said.\n"
_OPENS_WORDS = "The northern pier will open on Monday, 5 May 2020, its keeper said"
_SLIP = """\
-- seeds/summaries/slip.yml --
discrepancies:
  - id: slip
    question: On which day will the pier open?
    kind: source-error
    status: open
    materiality: low
    positions:
      - {text: On a Monday., cite: [{gazette: will open on Monday}]}
      - {text: "On 5 May, a Tuesday.", cite: [{gazette: "5 May 2020, its keeper said"}]}
"""


def _open_question(rest: str) -> str:
    """A discrepancy that is open in a briefing of the year after."""
    later = FILES[_BRIEFING].replace("as_of: 2020-04-28", "as_of: 2021-04-28")
    return f"""\
-- {_BRIEFING} --
{later}-- seeds/summaries/boats.yml --
discrepancies:
  - id: boats
    question: How many boats had to leave?
    kind: quantity
    status: open
    materiality: low
    {rest}
    positions:
      - {{value: about 40, cite: [{{office: About 40 boats were moved}}]}}
      - {{value: some 55, cite: [{{post: Some 55 boats had to leave}}]}}
"""


_BRIEFING = "seeds/summaries/briefing.yml"


def _moved_in(place: str) -> str:
    """A briefing that has two places, and a statement on one of them."""
    return f"""\
-- seeds/summaries/briefing.yml --
briefing:
  title: The pier of Norrvik
  scope: The closing and reopening of the northern pier.
  as_of: 2020-04-28
  sides: [{{id: town, title: The town}}]
  places: [Norrvik, Stordal]
overview:
  bottom_line:
    - text: The harbour office said that the pier in {place} will reopen on 4 May 2020.
      kind: attributed-claim
      cite:
        - office: "The northern pier will reopen on 4 May 2020, the harbour office of Norrvik said"
"""


SITUATIONS: dict[str, Situation] = {
    "DIS203": Situation(_open_question("scope: all"), _open_question("reviewed: 2021-04-01")),
    "FCT104": Situation(_moved_in("Stordal"), _moved_in("Norrvik")),
    "IND101": Situation(
        _newspaper("gazette", f"NORRVIK (Reuters) - {_DREDGER}", _LEFT),
        _newspaper("gazette", f"NORRVIK (Reuters) - {_DREDGER}", _LEFT, "agency: Reuters"),
    ),
    "IND102": Situation(
        _newspaper("gazette", _TOLD, _TOLD_WORDS),
        _newspaper("gazette", _TOLD, _TOLD_WORDS, speaker=", speaker: keeper-gazette, via: post"),
    ),
    "IND103": Situation(
        _newspaper("gazette", _DREDGER, _LEFT, "agency: Reuters")
        + _newspaper("herald", _DREDGER, _LEFT),
        _newspaper("gazette", _DREDGER, _LEFT, "agency: Reuters")
        + _newspaper("herald", _DREDGER, _LEFT, "agency: Reuters"),
    ),
    "OUT101": Situation(
        "-- docs/index.md --\nAn edit.\n", "-- docs/index.md -- absent\n", "build", first="build"
    ),
    "OUT102": Situation("-- docs/index.md --\nMine.\n", "-- docs/mine.md --\nMine.\n", "build"),
    "PDF101": Situation(
        "-- seeds/summaries/more.yml --\n"
        "actors:\n  - {id: town, name: Norrvik 𓀀, type: population}\n",
        "-- seeds/summaries/more.yml --\n"
        "actors:\n  - {id: town, name: Norrvik, type: population}\n",
        "pdf",
    ),
    "PDF103": Situation(
        "-- seeds/fonts/serif.ttf -- link ../../../elsewhere.ttf\n",
        "-- seeds/fonts/README.md --\nFonts of the project.\n",
        "pdf",
    ),
    "PDF104": Situation(
        "-- seeds/fonts/serif.ttf --\nA font, one would think.\n",
        "-- seeds/fonts/serif.txt --\nWhere the font of the project comes from.\n",
        "pdf",
    ),
    "SRC104": Situation(_letter("", _ANY), _LETTER),
    "SRC105": Situation(_letter("Dear all, för alla", _ANY, "latin-1"), _LETTER),
    "SRC106": Situation(_letter("Dear all, and so on.", _ANY, "repeat 250001"), _LETTER),
    "SRC107": Situation(_letter("", _ANY, "link letter.txt").rstrip("\n") + "\n", _LETTER),
    "SRC111": Situation(
        _letter(
            r"Dear all,\x07\n", "3ce0fd3eaeb6a8a9fb981aef70d3d18112a778b80998ec90f30be5f588bc4956"
        ),
        _LETTER,
    ),
    "SRC112": Situation(
        _letter(
            r"\ufeffDear all,\n",
            "ea0a835e3c33571e792c5800df503e3d5129dfd6ba91ec02ab9746779c5fc742",
        ),
        _LETTER,
    ),
    "SRC113": Situation(
        _letter(
            r"Dear all,\r\n", "5394b68eb94a3ba16d914d434c782f4a68a5594a7586cb9a855df9f7a1c31ab6"
        ),
        _LETTER,
    ),
    "SRC114": Situation(
        _letter(
            r"Dear all,\u202e\n", "e53c769f369d11e57883048796b3a0397a69ce079a3a8009e5f2d6b9a251963e"
        ),
        _LETTER,
    ),
    "SRC203": Situation("-- seeds/sources/letter.txt --\nDear all,\n", _LETTER),
    "TML204": Situation(
        _newspaper("gazette", _OPENS, _OPENS_WORDS),
        _newspaper("gazette", _OPENS, _OPENS_WORDS) + _SLIP,
    ),
    "YML106": Situation(
        "-- seeds/summaries/more.yml -- repeat 1000001\n# xx\n",
        "-- seeds/summaries/more.yml -- repeat 100\n# xx\n",
    ),
    "YML107": Situation(
        "-- seeds/summaries/more.yml -- latin-1\n# Kontor för hamnen\n",
        "-- seeds/summaries/more.yml --\n# Kontor för hamnen\n",
    ),
    "YML108": Situation(
        "-- seeds/summaries/more.yml -- link ../../../more.yml\n",
        "-- seeds/more.yml --\nactors: []\n-- seeds/summaries/more.yml -- link ../more.yml\n",
    ),
    "YML109": Situation(
        "-- seeds/summaries/more.yml -- folder\n",
        "-- seeds/summaries/more/actors.yml --\nactors: []\n",
    ),
    "YML303": Situation(
        "-- seeds/summaries -- folder\n",
        "-- seeds/summaries/notes.txt --\nNo summary, and beside the summaries.\n",
    ),
}

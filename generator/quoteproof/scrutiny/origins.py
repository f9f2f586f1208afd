"""Asks where an account comes from, when the text of a source says more of it than the summaries.

Credits of agencies are read in any Latin text; who “told” whom is read in English sources only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import yaml

from quoteproof.diagnostics import codes
from quoteproof.diagnostics.finding import Finding, Related
from quoteproof.model import vocabulary as v
from quoteproof.model.documents import Document
from quoteproof.model.verified import Cited, VerifiedBriefing, VerifiedCitation, VerifiedSource
from quoteproof.scrutiny.passages import passage, shortened, words_of_passage
from quoteproof.scrutiny.prose.words import sentence_around, words
from quoteproof.scrutiny.question import Question
from quoteproof.text.quotation import outside_quotation
from quoteproof.text.shared import Shared

_AGENCIES = Path(__file__).parent / "agencies.yml"

_WORDS = r"(?:[Tt]he\s+)*[A-Z](?:\.(?=\s[A-Z])|[\w’'-]*)(?:\s+[A-Z](?:\.(?=\s[A-Z])|[\w’'-]*))*"
_NAME = rf"(?:[\w’'-]+\s+){{0,4}}?{_WORDS}"
_OUTLET = (
    r"(?:(?:state|local|official|pro-government)(?:-run)?\s+)"
    r"(?:media|television|TV|radio|newspapers?|news\s+agency)"
)
_PRESS = re.compile(
    r"\b(?:agency|broadcaster|chronicle|courier|daily|gazette|herald|journal|magazine"
    r"|media|messenger|news|newspaper|observer|post|press|radio|telegraph|television|times"
    r"|tribune|tv|weekly)\b",
    re.IGNORECASE,
)
_HEARD = re.compile(
    rf"\b(?:told|in\s+an?\s+interview\s+with|speaking\s+to|in\s+comments\s+to)\s+"
    rf"(?P<who>{_OUTLET}|{_WORDS})"
)
"""Who was spoken to: a channel if that is one of the press, and not *Parliament*."""
_QUOTED = re.compile(
    rf"\b(?:(?:quoted|cited)\s+(?:as\s+saying\s+)?|as\s+saying\s+)by\s+(?P<who>{_OUTLET}|{_NAME})"
)
"""Who passed an account on."""
_PEOPLE = (
    r"(?:[\w’'-]+\s+){0,4}?(?:officials?|police|residents?|witnesses|sources|ministry|authorities"
    r"|army|military|government|agency|media|monitors?|observers?|doctors|staff|spokes\w+|activists?)"
)
_TELLER = (
    re.compile(rf"\b[Aa]ccording\s+to\s+(?P<who>{_PEOPLE}|{_NAME})\b"),
    re.compile(
        rf"\b(?P<who>{_OUTLET}|{_WORDS})(?<!\bWe)\s+reported(?=\s*(?:[.,;]|$|that\b|on\b|[A-Z]))"
    ),
)
"""Whose account it is, spoken or printed."""
_TELLING = "told quoted cited saying interview speaking comments ccording reported".split()
"""What stands in all of these: many passages have none of it."""


def ask_about_origins(briefing: VerifiedBriefing) -> Iterator[Question]:
    """Agencies credited, channels named in a passage, and text that two origins share."""
    for source in briefing.sources:
        yield from _agency(source)
    press = _press(briefing)
    for cited in briefing.cited:
        for citation in cited.carrying:
            if briefing.source(citation.source).source.language.startswith("en"):
                yield from _channel(briefing, press, cited, citation)
    for shared in briefing.shared_text.passages:
        yield from _two_origins(briefing, shared)


def _agency(source: VerifiedSource) -> Iterator[Question]:
    """A source that credits an agency which its particulars do not."""
    if source.source.agency is not None:
        return
    for name, start, end in credits(source.document.raw):
        if name in source.source.publisher:
            continue  # the agency itself
        message = f"The text of `{source.id}` credits {name}, and its `agency` is empty."
        hint = f"Add `agency: {name}`, or say under `allow` why its text is not the agency's."
        related = (_line(source.document, start, end),)
        at = source.source.at_value("id")
        yield Question(
            Finding(codes.AGENCY_NOT_RECORDED, at, message, hint, related), (source.source,)
        )
        return


def credits(raw: str) -> Iterator[tuple[str, int, int]]:
    """The agencies that a text credits as its own origin: name, and where the credit stands.

    The credit of a picture is none: “Photo: Reuters”, “[AFP]” after a caption, “Reuters / name”.
    Nor is “Agencies contributed”, which says of which agency as little as silence does.
    """
    names = _agencies()
    if not any(name in raw for name in names):
        return
    for match in _credit_forms().finditer(raw):
        line_start = raw.rfind("\n", 0, match.start()) + 1
        before = raw[line_start : match.start()]
        if not re.search(
            r"\b(?:photo|picture|image|file|video|getty)\b[^.]*$", before, re.IGNORECASE
        ):
            sign = next(group for group in match.groupdict().values() if group)
            yield names[sign], match.start(), match.end()


@cache
def _agencies() -> dict[str, str]:
    """The name of each agency by every name and sign of it."""
    listed = yaml.safe_load(_AGENCIES.read_text("utf-8"))
    return {
        sign: entry["name"] for entry in listed for sign in (entry["name"], *entry.get("also", ()))
    }


@cache
def _credit_forms() -> re.Pattern[str]:
    signs = "|".join(sorted(map(re.escape, _agencies()), key=lambda sign: (-len(sign), sign)))
    return re.compile(
        rf"""
          ^[^\n.]{{0,60}}\((?P<dateline>{signs})\)\s*[-–—:]     # ANKARA (Reuters) -
        | \((?P<brackets>{signs})\)\s*$                          # … he said. (Reuters)
        | (?:^|[.”"']\s*)[-–—/]{{1,2}}\s*(?P<dash>{signs})\s*$   # … he said. - AFP
        | ^\s*(?:[Bb]y|[Ss]ource:|[Ff]rom|[Ww]ith)\s+(?:the\s+)?(?P<byline>{signs})\b(?!\s*/)
        | \b(?:[Aa]vatar\s+by|[Rr]eporting\s+by|[Mm]aterial\s+from|[Ii]nputs?\s+from
          |[Cc]ontributions?\s+from|[Cc]ontributed\s+by)\s+(?:the\s+)?(?P<input>{signs})\b
        | ^\s*(?:The\s+)?(?P<contributed>{signs})\s+contributed\s+to\b
        """,
        re.MULTILINE | re.VERBOSE,
    )


def _channel(
    briefing: VerifiedBriefing, press: str, cited: Cited, citation: VerifiedCitation
) -> Iterator[Question]:
    """A passage that says from whom or through whom an account is, and a citation that does not."""
    shown = words_of_passage(briefing, citation)
    own = outside_quotation(shown)
    found: re.Match[str] | None = None
    if citation.via is None:
        found = _first((_QUOTED, _HEARD), own)
        if found and found.re is _HEARD and not _is_press(found["who"], press):
            found = None
        lacks = "`via`" if citation.speaker else "`speaker` and `via`"
    if found is None and citation.via is None and citation.speaker is None:
        found = _first(_TELLER, own)
        lacks = "`speaker` or `via`"
    if (
        found is None
        or _GENERIC.search(found["who"])
        or _is_itself(briefing, citation, found["who"])
        or _is_named(cited.text, found["who"])
        or _ON_WHICH.search(shown, 0, found.start())
        or _is_aside(shown, found, cited.text)
        or _is_of_other_words(shown, found, cited.text)
    ):
        return
    said = " ".join(shown[found.start() : found.end()].split())
    written = next(c for c in cited.origin.cite if _same(c.source, c.quote, citation))
    message = (
        f"The passage says “{said}”, and the citation lacks {lacks}: “{shortened(cited.text)}”"
    )
    hint = f"Add {lacks} with the record of who it is, or cite words that are the source's own."
    finding = Finding(
        codes.CHANNEL_NOT_RECORDED, written.at, message, hint, (passage(briefing, citation),)
    )
    yield Question(finding, (cited.origin,))


def _is_aside(shown: str, found: re.Match[str], text: str) -> bool:
    """Whether the sentence says nothing of the clause that it belongs to: *where, they say, …*."""
    if not _RELATIVE.search(shown, 0, found.start()):
        return False
    beside = re.split(r"[.;!?]", shown[found.end() :])[0]
    told = {word.stem for word in words(text)}
    return told.isdisjoint(word.stem for word in words(beside) if word.is_content)


def _is_of_other_words(shown: str, found: re.Match[str], text: str) -> bool:
    """Whether another sentence of the passage, in which nobody else speaks, is nearer to ours."""
    told = {word.stem for word in words(text) if word.is_content}
    first, last = sentence_around(shown, found.start(), found.start("who"))
    near = {word.stem for word in words(shown[first:last])} & told
    beside = {word.stem for word in words(f"{shown[:first]} {shown[last:]}")} & told
    return len(beside - near) > len(near)


_RELATIVE = re.compile(r"\b(?:where|which|who|whom|whose|when),\s$")


_ON_WHICH = re.compile(r"\b(?:on|about|of) which\s$")
"""*The roster on which the paper reported* is no report of it."""


def _first(forms: tuple[re.Pattern[str], ...], text: str) -> re.Match[str] | None:
    if not any(part in text for part in _TELLING):
        return None
    return next((match for form in forms if (match := form.search(text))), None)


_GENERIC = re.compile(
    r"\b(?:agreement|deal|text|document|plan|report|resolution|records|figures|data|statistics|information|evidence"
    r"|protocol|accord|treaty|law|reports|copy|draft|version|list|letter|statement|survey|poll"
    r"|schedule|calculations?|estimates?|order|ruling|decision|judgment|decree|contract|rules|minutes|articles?|sections?|clauses?"
    r"|paragraphs?|annex|state\s(?:television|radio|tv|media))\b",
    re.IGNORECASE,
)
"""A text is nobody: “according to the agreement”."""


_ARTICLES = frozenset(("the", "a", "an"))


def _is_itself(briefing: VerifiedBriefing, citation: VerifiedCitation, who: str) -> bool:
    """Whether the source is named there, or its agency: “told The New Arab” in The New Arab.

    *We* and *our* office are the source's own, and in *a tally that MPA keeps* MPA is named.
    """
    if re.match(r"(?:our|we)\b", who, re.IGNORECASE):
        return True
    source = briefing.source(citation.source).source
    words_ = re.findall(r"\w+", who)
    capitals = [word for word in words_ if word[0].isupper()]
    named = {word.casefold() for word in capitals or words_} - _ARTICLES
    itself = f"{source.publisher} {source.agency or ''}".casefold()
    initials = {
        "".join(word[0] for word in name.casefold().split())
        for name in (source.publisher, source.agency or "")
    }
    return named <= {*re.findall(r"\w+", itself), *initials}


def _press(briefing: VerifiedBriefing) -> str:
    """The names of the publishers and media of a briefing, a line each."""
    publishers = {source.source.publisher for source in briefing.sources}
    actors = briefing.summaries.actors
    media = {actor.name for actor in actors if actor.type is v.ActorType.MEDIA}
    return "\n".join(sorted(publishers | media))


def _is_press(who: str, press: str) -> bool:
    """Whether a name is that of a newspaper, broadcaster or agency, or part of one of `press`."""
    name = who.removeprefix("the ").removeprefix("The ")
    return bool(_PRESS.search(who)) or name in _agencies() or name in press


def _is_named(text: str, who: str) -> bool:
    """Whether a sentence itself names them, so that a reader sees whose account it is."""
    told = [word for word in words(who) if word.is_content]
    names = [word.stem for word in told if word.is_capitalised] or [w.stem for w in told[-1:]]
    return bool(names) and {word.stem for word in words(text)}.issuperset(names)


def _same(source: str, quote: str, citation: VerifiedCitation) -> bool:
    return source == citation.source and quote == citation.selector.exact


def _two_origins(briefing: VerifiedBriefing, shared: Shared) -> Iterator[Question]:
    """Text that two publishers share, of which the summaries give two origins, or only one."""
    first, second = briefing.source(shared.first.text), briefing.source(shared.second.text)
    if first.source.publisher == second.source.publisher:
        return
    if first.source.agency == second.source.agency:
        return
    credit = first.source.agency or second.source.agency
    lacking = second if first.source.agency else first
    other = first if lacking is second else second
    stretch = shared.second if lacking is second else shared.first
    elsewhere = shared.first if lacking is second else shared.second
    has = f"`agency: {lacking.source.agency}`" if lacking.source.agency else "no `agency`"
    message = (
        f"`{lacking.id}` shares {shared.words} words with `{other.id}`, which credits {credit}, "
        f"and has {has}."
    )
    hint = f"Where the text is {credit}'s, say `agency: {credit}`; the words are counted once."
    related = (
        _line(lacking.document, stretch.start, stretch.end),
        _line(other.document, elsewhere.start, elsewhere.end),
    )
    finding = Finding(codes.SHARED_TEXT, lacking.source.at_value("id"), message, hint, related)
    yield Question(finding, (lacking.source, other.source))


def _line(document: Document, start: int, end: int) -> Related:
    words = " ".join(document.raw[start:end].split())
    return Related(document.location(start), f"“{shortened(words)}”")

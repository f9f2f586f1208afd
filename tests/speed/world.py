"""The world of a generated corpus: its districts, and in each what happens and who reports it.

A district has its towns, its actors and its documents, and knows nothing of other districts.
Documents report the same facts, each in a wording of its own, some with another number.
"""

from __future__ import annotations

import datetime
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count, islice

from invented import KINDS, OFFICES, PUBLISHERS, Kind, town

AS_OF = datetime.date(2031, 6, 30)
MOST_IN_OVERVIEW = 24
"""A first page stays a page, however long the briefing."""
MOST_CITED = 8
"""No statement has more citations than this."""
TOWNS, DISTRICT, FEWEST_SOURCES = 6, 100, 4
"""In a district: its towns, its statements (about), and its sources at least."""

# Of 486 statements in the flagship 23 are in its overview; and it has 39 actors.
_OVERVIEW, _ACTORS = 23 / 486, 39 / 486


@dataclass(frozen=True, slots=True)
class Shape:
    """How large a corpus is: `citations` is the mean for a statement, `words` that of a source."""

    statements: int
    citations: float = 2.0
    sources: int = 0
    words: int = 600
    seed: int = 2031

    def __post_init__(self) -> None:
        if self.statements < 20 or self.words < 300 or not 1 <= self.citations <= MOST_CITED / 2:
            raise ValueError("at least 20 statements, 300 words, and 1 to 4 citations")

    @property
    def all_sources(self) -> int:
        """One source for ten statements where nothing else is said."""
        return max(self.sources or self.statements // 10, FEWEST_SOURCES)

    @property
    def districts(self) -> int:
        """How many districts share the statements and the sources."""
        return max(1, min(self.statements // DISTRICT, self.all_sources // FEWEST_SOURCES))

    @property
    def in_overview(self) -> int:
        """How many of the statements stand in the overview."""
        return min(MOST_IN_OVERVIEW, round(self.statements * _OVERVIEW))


@dataclass(frozen=True, slots=True)
class Actor:
    """An actor, which sources call by its name or by the other one."""

    id: str
    name: str
    alias: str
    type: str
    side: str


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that happened, as nobody reports it: each report has its own words for it."""

    kind: Kind
    who: Actor
    whom: Actor
    town: str
    other: str
    number: int
    day: datetime.date
    disputed: bool


@dataclass(frozen=True, slots=True)
class Report:
    """A sentence of a source about a fact."""

    source: Document
    place: int
    fact: Fact
    sentence: str
    number: int


Reported = tuple[Fact, tuple[Report, ...]]
"""A fact, and each report of it, in different documents."""


@dataclass(eq=False, slots=True)
class Document:
    """A source; `reports` are the sentences of its body in order."""

    number: int
    publisher: str
    day: datetime.date
    desk: str
    limit: int
    reports: list[Report] = field(default_factory=list)
    words: int = 0

    @property
    def id(self) -> str:
        return f"{slug(self.publisher)}-{self.number}"

    @property
    def file(self) -> str:
        return f"{self.number:05}_{slug(self.publisher)}.txt"

    @property
    def is_full(self) -> bool:
        return self.words >= self.limit


@dataclass(slots=True)
class District:
    """The world of some documents, and the records about it as far as they are written."""

    number: int
    statements: int
    random: random.Random
    towns: tuple[str, ...]
    actors: tuple[Actor, ...]
    documents: tuple[Document, ...]
    facts: list[Reported] = field(default_factory=list)
    aliases: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    told: dict[Fact, list[str]] = field(default_factory=dict)
    """The ids of the statements about each fact."""

    @property
    def accord(self) -> str:
        return f"{slug(self.towns[0])}-accord"


def districts(shape: Shape) -> Iterator[District]:
    """The districts of a corpus, one after the other, with their documents written."""
    statements = split(shape.statements - shape.in_overview, shape.districts)
    sources = split(shape.all_sources, shape.districts)
    first = 1
    for number in range(shape.districts):
        rng = random.Random(f"{shape.seed}/{number}")
        towns = tuple(town(number * TOWNS + n) for n in range(TOWNS))
        actors = _actors(towns, max(4, round(statements[number] * _ACTORS)))
        documents = tuple(
            _document(first + n, towns, shape.words, rng) for n in range(sources[number])
        )
        first += sources[number]
        district = District(number, statements[number], rng, towns, actors, documents)
        _report(district)
        yield district


def _actors(towns: Sequence[str], wanted: int) -> tuple[Actor, ...]:
    every = ((place, *office) for place in towns for office in OFFICES)
    return tuple(
        Actor(slug(f"{place} {name}"), f"{place} {name}", f"{name} of {place}", type, side)
        for place, name, type, side in islice(every, wanted)
    )


def _document(number: int, towns: Sequence[str], words: int, rng: random.Random) -> Document:
    day = AS_OF - datetime.timedelta(days=rng.randrange(1, 300))
    limit = round(words * rng.uniform(0.7, 1.3))
    return Document(number, rng.choice(PUBLISHERS), day, rng.choice(towns), limit)


def _report(district: District) -> None:
    """Fill the documents with reports of facts, each in one to four of them."""
    rng = district.random
    open_still = list(district.documents)
    for number in count():
        if not open_still:
            return
        fact = _fact(district, number)
        many = min(rng.choices((1, 2, 3, 4), (30, 35, 20, 15))[0], len(open_still))
        wordings = rng.sample(fact.kind.wordings, len(fact.kind.wordings))
        chosen = rng.sample(open_still, many)
        reports = (_sentence(district, fact, d, w) for d, w in zip(chosen, wordings, strict=False))
        found = tuple(report for report in reports if report is not None)
        if found:
            district.facts.append((fact, found))
        open_still = [document for document in open_still if not document.is_full]


def _fact(district: District, number: int) -> Fact:
    rng = district.random
    place, other = rng.sample(district.towns, 2)
    who, whom = rng.sample(district.actors, 2)
    day = AS_OF - datetime.timedelta(days=rng.randrange(20, 320))
    amount = rng.randrange(5, 400)
    disputed = number % 3 == 0
    return Fact(KINDS[number % len(KINDS)], who, whom, place, other, amount, day, disputed)


def _sentence(district: District, fact: Fact, document: Document, wording: str) -> Report | None:
    """Add a report of the fact to a document, which says each thing once."""
    rng = district.random
    number = fact.number + (len(document.reports) * 3 + 1 if fact.disputed else 0)
    names = {}
    for word, actor in (("who", fact.who), ("whom", fact.whom)):
        names[word] = actor.alias if rng.random() < 0.4 else actor.name
    said = filled(wording, fact, number, **names)
    if any(report.sentence == said for report in document.reports):
        return None
    for actor, name in zip((fact.who, fact.whom), names.values(), strict=True):
        if name == actor.alias and name in said:
            district.aliases.setdefault((actor.id, name), []).append(document.id)
    report = Report(document, len(document.reports), fact, said, number)
    document.reports.append(report)
    document.words += len(said.split())
    return report


def filled(pattern: str, fact: Fact, number: int, who: str = "", whom: str = "") -> str:
    """A sentence about a fact."""
    text = pattern.format(
        who=who or fact.who.name,
        whom=whom or fact.whom.name,
        town=fact.town,
        other=fact.other,
        number=number,
        day=f"on {dated(fact.day)}",
    )
    return text[0].upper() + text[1:]


def text_of(document: Document) -> str:
    """A page as captured: what stands around the article, and its paragraphs, a line each."""
    head = [date_line(document), headline(document), byline(document)]
    sentences = [report.sentence for report in document.reports]
    body: list[str] = []
    while sentences:
        size = 1 + (len(sentences) * 7 + document.number) % 3
        body.append(" ".join(sentences[:size]))
        del sentences[:size]
    foot = ["Related coverage", "Share this story", f"Write to {document.publisher}"]
    return "\n\n".join([*head, *body, *foot]) + "\n"


def headline(document: Document) -> str:
    """The title of a document: what it reports first."""
    first = document.reports[0].fact
    return first.kind.title.format(town=first.town, other=first.other)


def date_line(document: Document) -> str:
    """What stands above the article."""
    return f"{document.publisher}, edition of {dated(document.day)} {document.day.year}"


def byline(document: Document) -> str:
    """What stands below the title."""
    return f"From our office in {document.desk}, with agencies"


def split(many: int, parts: int) -> list[int]:
    """So many things shared out evenly."""
    return [many * (part + 1) // parts - many * part // parts for part in range(parts)]


def slug(text: str) -> str:
    """A text as an id."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower().replace("'", "")).strip("-")


def dated(day: datetime.date) -> str:
    """A day as it is written in a text."""
    return f"{day.day} {day:%B}"

"""The summaries of a generated corpus: what is written about each of its districts.

The proportions are those of the flagship, and so is how often a citation has a speaker, a date or
somebody through whom the source has it.
"""

from __future__ import annotations

import datetime
import hashlib
import random
from collections.abc import Iterator, Sequence
from itertools import count, cycle, islice
from typing import Any

from invented import (
    AGENCIES,
    DISCREPANCY_KINDS,
    DISCREPANCY_STATUSES,
    RELATIONS,
    ROLES,
    SIDES,
)
from world import (
    AS_OF,
    MOST_CITED,
    Actor,
    District,
    Document,
    Fact,
    Report,
    Reported,
    Shape,
    byline,
    date_line,
    dated,
    filled,
    headline,
    slug,
    split,
    text_of,
)

Yaml = dict[str, Any]
"""A mapping as it is written into a summary."""

# So many statements of the flagship belong to records of each sort; and so many to one record.
_STATEMENTS = {"agreement": 23, "term": 60, "actor": 82, "event": 44, "position": 254}
_PER_RECORD = {"term": 60 / 12, "event": 44 / 32, "position": 254 / 77}


def briefing(overview: list[Yaml]) -> Yaml:
    """The summary of what the whole is about, with the statements of the overview."""
    third = (len(overview) + 2) // 3
    return {
        "briefing": {
            "title": "Local accords: an invented briefing to measure with",
            "scope": "Towns, offices and newspapers that do not exist, and what they say.",
            "as_of": AS_OF.isoformat(),
            "language": "en",
            "sides": [{"id": id, "title": title} for id, title in SIDES],
        },
        "overview": {
            "bottom_line": overview[:third],
            "agreed": overview[third : 2 * third],
            "watch": overview[2 * third :],
        },
    }


class Scribe:
    """Writes the summaries of a district: about one fact after the other, and again from the first.

    A statement has as many citations as it is dealt.
    """

    def __init__(self, district: District, shape: Shape) -> None:
        self.district = district
        self._random = district.random
        self._facts = cycle(district.facts)
        overview = 0 if district.number else shape.in_overview
        self._citations = _dealt(district.statements + overview, shape.citations, self._random)

    def overview(self, many: int) -> list[Yaml]:
        """Statements for the overview: to be asked of the first district, before its records."""
        return self._statements("overview", many)

    def records(self) -> Yaml:
        """All its records: those that discrepancies affect before the discrepancies."""
        share = _shares(self.district.statements)
        actors = split(share["actor"], len(self.district.actors))
        terms, events = _sizes(share["term"], "term"), _sizes(share["event"], "event")
        return {
            "sources": [self._source(document) for document in self.district.documents],
            "agreements": [self._agreement(share["agreement"])],
            "actors": [self._actor(place, many) for place, many in enumerate(actors)],
            "terms": [self._term(place, many) for place, many in enumerate(terms, 1)],
            "events": [self._event(place, many) for place, many in enumerate(events, 1)],
            "discrepancies": list(self._discrepancies(share["position"])),
        }

    def _statements(self, record: str, many: int, start: int = 1) -> list[Yaml]:
        return [self._statement(record, start + number) for number in range(many)]

    def _statement(self, record: str, number: int) -> Yaml:
        fact, reports = next(self._facts)
        cites = self._cite(reports, next(self._citations))
        own = f"{fact.kind.name}-{number}"
        self.district.told.setdefault(fact, []).append(f"{record}.{own}")
        retold = filled(self._random.choice(fact.kind.retold), fact, reports[0].number)
        told: Yaml = {"id": own, "text": retold}
        chance = self._random.random()
        if chance < 0.66:
            said = f"{reports[0].source.publisher} reports: {retold}"
            told |= {"text": said, "kind": "attributed-claim"}
        elif chance < 0.70:
            told |= {"kind": "judgment", "confidence": "moderate"}
        return {**told, "cite": cites}

    def _cite(self, reports: Sequence[Report], many: int) -> list[Yaml]:
        """The reports themselves, then what stands near them in the same documents, as context."""
        cited = [self._citation(report) for report in reports[:many]]
        seen = {(report.source.id, report.place) for report in reports}
        for step in count(1):
            if len(cited) == many:
                break
            report = _beside(reports[step % len(reports)], step)
            if (report.source.id, report.place) not in seen:
                seen.add((report.source.id, report.place))
                cited.append(self._citation(report, "context"))
        return cited

    def _citation(self, report: Report, relation: str = "supports") -> Yaml:
        more: Yaml = {} if relation == "supports" else {"relation": relation}
        if self._random.random() < 0.37:
            more["speaker"] = report.fact.who.id
            if self._random.random() < 0.6:
                more["said"] = report.fact.day.isoformat()
        if self._random.random() < 0.09:
            more["via"] = report.fact.whom.id
        quote = report.sentence
        return {report.source.id: {"quote": quote, **more} if more else quote}

    def _source(self, document: Document) -> Yaml:
        text = text_of(document)
        is_wire = document.number % 4 == 0
        agency = {"agency": self._random.choice(AGENCIES)} if is_wire else {}
        return {
            "id": document.id,
            "file": document.file,
            "sha256": hashlib.sha256(text.encode("utf-8")).hexdigest(),
            "title": headline(document),
            "publisher": document.publisher,
            **agency,
            "issued": _on(document.day),
            "language": "en",
            "genre": "wire" if is_wire else "staff-report",
            "rights": "full-text",
            "rights_note": "Invented for measuring; it may be shown whole.",
            "descriptor": {
                "id": "descriptor",
                "text": f"Published by {document.publisher}, which writes from {document.desk} and "
                "names agencies without saying what comes from them.",
                "cite": [{document.id: date_line(document)}, {document.id: byline(document)}],
                "background": "The outlet is invented, and has no interest in anything.",
            },
        }

    def _agreement(self, many: int) -> Yaml:
        place = self.district.towns[0]
        return {
            "id": self.district.accord,
            "title": f"Accord of {place}",
            "names": [f"{place} accord", "the local truce"],
            "declared": _on(AS_OF - datetime.timedelta(days=330)),
            "stage": "ceasefire",
            "status": "unclear",
            "form": "written",
            "parties": [actor.id for actor in self.district.actors[:2]],
            "third_parties": [self.district.actors[2].id],
            "statements": self._statements(self.district.accord, many),
        }

    def _actor(self, place: int, many: int) -> Yaml:
        actor = self.district.actors[place]
        told: Yaml = {"id": actor.id, "name": actor.name, "type": actor.type, "side": actor.side}
        return {
            **told,
            **self._aliases(actor),
            **(self._ties(place) if place % 4 else {}),  # 29 of each for 39 actors
            "statements": self._statements(actor.id, many),
        }

    def _aliases(self, actor: Actor) -> Yaml:
        """Its other name, where a document uses it."""
        used_by = list(dict.fromkeys(self.district.aliases.get((actor.id, actor.alias), [])))
        alias = {"text": actor.alias, "kind": "spelling", "used_by": used_by[:MOST_CITED]}
        return {"aliases": [alias]} if used_by else {}

    def _ties(self, place: int) -> Yaml:
        """A role, and a relation to the next actor."""
        actors = self.district.actors
        role = {"role": ROLES[place % len(ROLES)], "of": self.district.accord}
        tie = {
            "kind": RELATIONS[place % len(RELATIONS)],
            "to": actors[(place + 1) % len(actors)].id,
        }
        (_, by_role), (_, by_tie) = next(self._facts), next(self._facts)
        return {
            "roles": [{**role, "cite": self._cite(by_role, 1)}],
            "relations": [{**tie, "cite": self._cite(by_tie, 1)}],
        }

    def _term(self, place: int, many: int) -> Yaml:
        """The last of its statements are about how it stands, where it has enough of them."""
        fact, _ = next(self._facts)
        id = f"{self.district.accord}-{place}"
        state = 1 if many > 2 else 0
        own = many - 2 * state
        choose = self._random.choice
        return {
            "id": id,
            "title": fact.kind.term_title.format(town=fact.town, other=fact.other),
            "agreement": self.district.accord,
            "type": fact.kind.term,
            "modality": choose(("shall", "shall", "shall-not", "may", "declaratory")),
            "obligors": [fact.who.id, fact.whom.id],
            "specificity": self._random.randrange(1, 4),
            "place": f"{fact.town} and {fact.other}",
            "starts": _on(fact.day),
            "statements": self._statements(id, own),
            "implementation": {
                "status": choose(("minimal", "intermediate", "complete", "disputed", "unknown")),
                "as_of": AS_OF.isoformat(),
                "statements": self._statements(id, state, own + 1),
            },
            "compliance": {
                "status": choose(("observed", "alleged-breach", "disputed", "unknown")),
                "as_of": AS_OF.isoformat(),
                "statements": self._statements(id, state, own + 2),
            },
        }

    def _event(self, place: int, many: int) -> Yaml:
        fact, reports = next(self._facts)
        id = f"{slug(self.district.towns[0])}-event-{place}"
        return {
            "id": id,
            "title": fact.kind.title.format(town=fact.town, other=fact.other),
            "type": fact.kind.event,
            "mode": self._random.choice(("occurred", "occurred", "reported", "announced")),
            "time": {**_on(fact.day), "words": dated(fact.day)},
            "place": {"name": fact.town, "precision": "settlement", "basis": "stated"},
            "actors": [fact.who.id, fact.whom.id],
            # 11 quantities for 32 events
            "quantities": [self._quantity(reports[0])] if place % 3 == 0 else [],
            "statements": self._statements(id, many),
        }

    def _quantity(self, report: Report) -> Yaml:
        cites = self._cite([report], 1)
        return {"min": report.number, "unit": report.fact.kind.unit, "cite": cites}

    def _discrepancies(self, many: int) -> Iterator[Yaml]:
        """About facts that more than one document reports, those with differing numbers first."""
        reported = [pair for pair in self.district.facts if len(pair[1]) > 1]
        reported.sort(key=lambda pair: not pair[0].disputed)
        facts: Iterator[Reported] = cycle(reported or self.district.facts)
        for place, size in enumerate(_sizes(many, "position"), 1):
            fact, reports = next(facts)
            yield self._discrepancy(place, size, fact, reports)

    def _discrepancy(self, place: int, many: int, fact: Fact, reports: Sequence[Report]) -> Yaml:
        choose = self._random.choice
        status = choose(DISCREPANCY_STATUSES)
        affects = self._affected(place, fact)
        told: Yaml = {
            "id": f"{slug(self.district.towns[0])}-question-{place}",
            "title": f"{fact.kind.unit.capitalize()}, {fact.town}, {dated(fact.day)}",
            "question": filled(fact.kind.question, fact, fact.number),
            "scope": f"What is reported of {fact.town} and {fact.other}",
            "kind": choose(DISCREPANCY_KINDS),
            "status": status,
            "materiality": choose(("high", "medium", "low")),
            "positions": list(self._positions(reports, many)),
        }
        if status != "open" or place % 5:
            told["assessment"] = {
                "text": "The accounts may rest on different counts: one has those that arrived, "
                "another those that set out. None of them says how it came by its number.",
                "confidence": choose(("low", "moderate")),
                "rests_on": affects[:1],
            }
        evidence = f"The register that the {fact.who.name} keeps in {fact.town}"
        settling = [{"evidence": evidence, "obtainable": "unknown"}]
        return {**told, "would_settle": settling, "affects": affects}

    def _affected(self, place: int, fact: Fact) -> list[str]:
        """The statements about the fact and some others; now and then the whole agreement."""
        told = self.district.told
        others = list(told.values())
        found = told.get(fact, []) + self._random.choice(others) + self._random.choice(others)
        accord = [self.district.accord] if place % 8 == 0 else []
        return list(dict.fromkeys(found[: MOST_CITED - 1] + accord))

    def _positions(self, reports: Sequence[Report], many: int) -> Iterator[Yaml]:
        """What each report says; and the silence of other documents, which is shown by context."""
        for report in reports[:many]:
            yield {
                "value": f"{report.number} {report.fact.kind.unit}",
                "definition": f"As {report.source.publisher} tells it; by whose count is not said",
                "holder": report.source.id,
                "role": "media",
                "cite": self._cite([report], next(self._citations)),
            }
        reporting = {report.source.id for report in reports}
        others = [d for d in self.district.documents if d.id not in reporting]
        for document in islice(others, max(many - len(reports), 0)):
            first = document.reports[reports[0].place % len(document.reports)]
            beside = [_beside(first, step) for step in range(next(self._citations))]
            yield {
                "text": "silent",
                "holder": document.id,
                "role": "media",
                "cite": [self._citation(report, "context") for report in beside],
            }


def _beside(report: Report, step: int) -> Report:
    """The sentence so many places further on in the same document, which begins anew at its end."""
    reports = report.source.reports
    return reports[(report.place + step) % len(reports)]


def _on(day: datetime.date) -> Yaml:
    return {"earliest": day.isoformat(), "precision": "day", "basis": "stated"}


def _dealt(many: int, mean: float, rng: random.Random) -> Iterator[int]:
    """How many citations each statement has: one, and the others go where chance has it."""
    counts = [1] * many
    open_still = list(range(many))
    for _ in range(round(many * mean) - many):
        place = rng.randrange(len(open_still))
        counts[open_still[place]] += 1
        if counts[open_still[place]] == MOST_CITED:
            open_still[place] = open_still[-1]
            open_still.pop()
    return iter(counts)


def _shares(many: int) -> dict[str, int]:
    """So many statements for each sort of record; what rounding leaves over are events'."""
    whole = sum(_STATEMENTS.values())
    shares = {name: round(many * part / whole) for name, part in _STATEMENTS.items()}
    shares["event"] += many - sum(shares.values())
    return shares


def _sizes(statements: int, name: str) -> list[int]:
    """How many statements each record of a sort has.

    No discrepancy has more than four positions, the fewest sources that a district has: each of
    them is held by another.
    """
    records = max(1, round(statements / _PER_RECORD[name]))
    return [size for size in split(statements, records) if size]

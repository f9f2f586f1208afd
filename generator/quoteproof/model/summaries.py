"""The summaries as people write them: short forms accepted, nothing unknown allowed.

Every class is a mapping of the YAML; its docstring and its fields' descriptions are also what an
editor shows while somebody writes one (`quoteproof schema`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from functools import cached_property
from typing import Annotated, Any, Literal, Self

from pydantic import (
    BeforeValidator,
    Discriminator,
    Field,
    GetJsonSchemaHandler,
    PlainSerializer,
    PlainValidator,
    StringConstraints,
    Tag,
    WithJsonSchema,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import core_schema

from quoteproof.model import vocabulary as v
from quoteproof.model.located import ListAt, Located, MappingAt
from quoteproof.model.selectors import TextQuoteSelector
from quoteproof.text.dates import PartialDate


@dataclass(frozen=True)
class RefersTo:
    """Marks a field whose text is the id of a record of one of these kinds (checked by `REF`)."""

    kinds: tuple[str, ...]


def _one_line(value: Any) -> Any:
    return " ".join(value.split()) if isinstance(value, str) else value


def _one_or_many(value: Any) -> Any:
    if not isinstance(value, str | dict):
        return value
    many = ListAt(value.at) if isinstance(value, MappingAt) else []
    many.append(value)
    return many


ID = r"^[a-z0-9]+(-[a-z0-9]+)*$"
Id = Annotated[str, StringConstraints(pattern=ID, max_length=80)]
Text = Annotated[
    str,
    BeforeValidator(_one_line),
    StringConstraints(min_length=1),
    # All scalars are read as text; to an editor, `36` is a number and `2020` an integer.
    WithJsonSchema({"type": ["string", "number"], "minLength": 1}),
]
Quote = Annotated[
    str,
    StringConstraints(min_length=1),
    WithJsonSchema({"type": ["string", "number"], "minLength": 1}),
]
ActorRef = Annotated[Id, RefersTo(("actor",))]
AgreementRef = Annotated[Id, RefersTo(("agreement",))]
RecordRef = Annotated[Id, RefersTo(("agreement", "term", "actor", "event", "discrepancy"))]
HolderRef = Annotated[Id, RefersTo(("actor", "source"))]
SideRef = Annotated[Id, RefersTo(("side",))]
SourceRef = Annotated[Id, RefersTo(("source",))]
Target = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)?$"),
    RefersTo(("agreement", "term", "actor", "event", "discrepancy", "overview", "statement")),
]
Number = Annotated[float, Field(allow_inf_nan=False)]
Url = Annotated[str, StringConstraints(pattern=r"^https?://[^\s<>\"]+$")]
Language = Annotated[str, StringConstraints(pattern=r"^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$")]
Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


def _date(value: Any) -> PartialDate:
    if isinstance(value, PartialDate):
        return value
    if not isinstance(value, str):
        raise ValueError("a date is a text such as 2020, 2020-03, 2020-03-05 or 2020-03-06T00:01")
    return PartialDate.parse(value)


Date = Annotated[
    PartialDate,
    PlainValidator(_date),
    PlainSerializer(str, return_type=str),
    WithJsonSchema(
        {
            "type": ["string", "integer"],
            "pattern": r"^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2})?)?)?$",
            "minimum": 1000,
            "maximum": 9999,
        },
        mode="validation",
    ),
]


class ShortForm(Located):
    """A mapping for which one plain text may stand: the value of its most needed key."""

    @classmethod
    def short_for(cls) -> str:
        """The key that a plain text stands for."""
        raise NotImplementedError

    @classmethod
    def expand(cls, data: Any) -> Any:
        """A plain text becomes a mapping of the one key that it stands for."""
        return {cls.short_for(): data} if isinstance(data, str) else data

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        long = handler(schema)
        short = handler.resolve_ref_schema(long)["properties"][cls.short_for()]
        return {"anyOf": [short, long]}


class Time(ShortForm):
    """When something was: a date, or a span with its precision and basis."""

    earliest: Date
    latest: Date | None = None
    precision: v.TimePrecision | None = None
    basis: v.TimeBasis = v.TimeBasis.STATED
    tz: str = Field("unspecified", description="an IANA time zone, or unspecified")
    words: Text | None = Field(None, description="the source's own words, such as “Sunday”")
    note: Text | None = Field(None, description="how the date was worked out from them")

    @classmethod
    def short_for(cls) -> str:  # noqa: D102
        return "earliest"

    @property
    def last(self) -> PartialDate:
        """The latest date, which is the earliest where none is given."""
        return self.latest or self.earliest

    @property
    def known_to(self) -> v.TimePrecision:
        """How exactly it is known: as said, or else as the date is written."""
        if self.precision is not None:
            return self.precision
        if self.latest is not None and str(self.latest) != str(self.earliest):
            return v.TimePrecision.UNKNOWN
        return v.TimePrecision(self.earliest.precision)


class Citation(Located):
    """A source and an exact quote from it, with what the quote does for the statement.

    Short: `source-id: the quote`. Long: `source-id: {quote: …, prefix: …, speaker: …}`.
    """

    source: SourceRef
    quote: Quote = Field(description="the exact words, once in the source; […] elides")
    prefix: str = Field("", description="words that stand directly before the quote")
    suffix: str = Field("", description="words that stand directly after the quote")
    relation: v.Relation = v.Relation.SUPPORTS
    speaker: ActorRef | None = Field(None, description="who says it, by the source's account")
    via: HolderRef | None = Field(None, description="through whom the source has it")
    said: Date | None = Field(None, description="when it was said")

    @classmethod
    def expand(cls, data: Any) -> Any:
        """`source: quote` and `source: {quote: …}` become one flat mapping."""
        if isinstance(data, cls):
            return data
        if not isinstance(data, dict) or len(data) != 1:
            raise ValueError("expected one source id with its quote: `source-id: the quote`")
        ((source, value),) = data.items()
        if isinstance(value, dict) and "source" in value:
            raise ValueError("the source is already named by the key; take out `source`")
        expanded: dict[str, Any] = MappingAt(data.at) if isinstance(data, MappingAt) else {}
        if isinstance(data, MappingAt) and isinstance(expanded, MappingAt):
            expanded.put("source", source, data.keys_at[source], data.keys_at[source])
            if isinstance(value, MappingAt):
                for key, item in value.items():
                    expanded.put(key, item, value.keys_at[key], value.values_at[key])
            else:
                expanded.put("quote", value, data.keys_at[source], data.values_at[source])
            return expanded
        return {"source": source, **(value if isinstance(value, dict) else {"quote": value})}

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        long = dict(handler.resolve_ref_schema(handler(schema)))
        long["properties"] = {k: p for k, p in long["properties"].items() if k != "source"}
        long["required"] = ["quote"]
        return {
            "type": "object",
            "title": "Citation",
            "description": "source id: the exact quote",
            "minProperties": 1,
            "maxProperties": 1,
            "additionalProperties": False,
            "patternProperties": {ID: {"anyOf": [long["properties"]["quote"], long]}},
        }

    @property
    def selector(self) -> TextQuoteSelector:
        """The quote as a W3C text quote selector."""
        return TextQuoteSelector(self.quote, self.prefix, self.suffix)


class _OneOrMany:
    """Says in the schema what `_one_or_many` accepts."""

    def __get_pydantic_json_schema__(
        self, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        many = handler(schema)
        return {"anyOf": [many["items"], many]}


Citations = Annotated[tuple[Citation, ...], BeforeValidator(_one_or_many), _OneOrMany()]


CodeId = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}[0-9]{3}$")]


class Answerable(Located):
    """Something of which a check may ask a question, and the answers of its author."""

    allow: dict[CodeId, Text] = Field(
        default_factory=dict,
        description="codes of findings that are no fault here, each with the reason",
    )


class Derived(Located):
    """A number or span of time that no source gives, and how it follows from what they give."""

    text: Text = Field(description="as the statement has it, such as “eight days”")
    how: v.Derivation
    of: tuple[Text, ...] = Field(min_length=1, description="what it is worked out from, in order")


class Statement(Answerable):
    """A sentence or two in our own words, with the citations that carry it."""

    id: Id | None = Field(None, description="its part of the permanent id: record.id")
    text: Text
    kind: v.StatementKind = v.StatementKind.FACT
    cite: Citations = ()
    likelihood: v.Likelihood | None = None
    confidence: v.Confidence | None = None
    rests_on: tuple[Target, ...] = ()
    background: Text | None = Field(
        None, description="where this is from, when it is not from the sources"
    )
    derived: tuple[Derived, ...] = ()

    @model_validator(mode="after")
    def _one_measure(self) -> Self:
        if self.likelihood is not None and self.confidence is not None:
            raise ValueError("give the likelihood or the confidence, never both in one sentence")
        return self


class Side(Located):
    """A heading under which actors are grouped."""

    id: Id
    title: Text


class NamedPlace(ShortForm):
    """A place as the index of the PDF edition calls it, and its other names."""

    name: Text
    also: tuple[Text, ...] = Field((), description="other names and spellings")

    @classmethod
    def short_for(cls) -> str:  # noqa: D102
        return "name"


class LoadedWord(Located):
    """A word that takes a side, and so may stand in a quotation only."""

    word: Text = Field(description="in small letters; * stands for any ending")
    reason: Text
    instead: Text = Field(description="a word that takes no side")


class Briefing(Located):
    """What the briefing is about."""

    title: Text
    scope: Text
    as_of: Date
    language: Language = Field(
        "en", description="en, ar, ru or tr; for any other the words of the pages are English"
    )
    edit_url: str | None = Field(
        None,
        pattern=r"^https?://[^\s<>\"]*\{path\}[^\s<>\"]*$",
        description="where a summary can be edited, with {path} and {line} in it",
    )
    sides: tuple[Side, ...] = ()
    places: tuple[NamedPlace, ...] = ()
    paper: v.Paper = v.Paper.A4
    review_after: Annotated[int, Field(ge=1, le=36_500)] = Field(
        180, description="days after which an unsettled discrepancy is to be looked at again"
    )
    loaded_words: tuple[LoadedWord, ...] = Field(
        (), description="words to ask about, beside those of the program's own list"
    )
    plain_words: dict[str, Text] = Field(
        default_factory=dict,
        description="words of the program's list that take no side here, each with the reason",
    )


class Overview(Located):
    """The first page: the bottom line up front."""

    title: Text = "Overview"
    bottom_line: tuple[Statement, ...]
    agreed: tuple[Statement, ...] = Field((), description="what the accounts agree on")
    watch: tuple[Statement, ...] = Field((), description="what to watch")

    @property
    def statements(self) -> tuple[Statement, ...]:
        """All its statements, in reading order."""
        return self.bottom_line + self.agreed + self.watch


class Source(Answerable):
    """The particulars of a document as captured (CSL-JSON names)."""

    id: Id
    file: str = Field(min_length=1, description="its name in seeds/sources")
    sha256: Sha256 | None = None
    title: Text
    author: tuple[Text, ...] = ()
    publisher: Text
    agency: Text | None = Field(None, description="the news agency credited")
    issued: Time
    accessed: Date | None = None
    URL: Url | None = None
    archive: Url | None = None
    language: Language = "en"
    genre: v.Genre
    owner: Text | None = None
    party_affiliation: ActorRef | None = None
    rights: v.Rights
    rights_note: Text | None = None
    captured: Date | None = None
    descriptor: Statement

    @property
    def statements(self) -> tuple[Statement, ...]:
        """All its statements: the descriptor."""
        return (self.descriptor,)


class Agreement(Answerable):
    """A text or understanding that the terms belong to."""

    id: Id
    title: Text
    names: tuple[Text, ...] = ()
    signed: Time | None = None
    declared: Time | None = None
    effective: Time | None = None
    ended: Time | None = None
    stage: v.Stage | None = None
    status: v.AgreementStatus | None = None
    form: v.Form | None = None
    parties: tuple[ActorRef, ...] = ()
    third_parties: tuple[ActorRef, ...] = ()
    amends: AgreementRef | None = None
    external_ids: dict[str, Text] = Field(default_factory=dict)
    statements: tuple[Statement, ...] = ()


class RelativeDeadline(Located):
    """A deadline that runs from something else."""

    relative: Text
    trigger: RecordRef


class ImplementationState(Located):
    """How far a term has been carried out, with the evidence."""

    status: v.Implementation
    as_of: Date | None = None
    statements: tuple[Statement, ...] = ()


class ComplianceState(Located):
    """Whether a term is kept, with the evidence."""

    status: v.Compliance
    as_of: Date | None = None
    statements: tuple[Statement, ...] = ()


def _deadline_form(value: Any) -> str:
    relative = isinstance(value, RelativeDeadline) or (
        isinstance(value, dict) and "relative" in value
    )
    return "RelativeDeadline" if relative else "Time"


Deadline = Annotated[
    Annotated[RelativeDeadline, Tag("RelativeDeadline")] | Annotated[Time, Tag("Time")],
    Discriminator(_deadline_form),
]


class Term(Answerable):
    """Something that was agreed: who owes what, where and from when."""

    id: Id
    title: Text
    agreement: AgreementRef | None = None
    type: v.TermType
    modality: v.Modality = v.Modality.SHALL
    obligors: tuple[ActorRef, ...] = ()
    beneficiaries: tuple[ActorRef, ...] = ()
    specificity: Annotated[int, Field(ge=0, le=3)] | None = Field(
        None, description="PA-X: 0 none, 1 rhetorical, 2 mechanism or general, 3 detailed"
    )
    place: Text | None = None
    starts: Time | None = None
    deadline: Deadline | None = None
    condition: Text | None = None
    implementation: ImplementationState | None = None
    compliance: ComplianceState | None = None
    statements: tuple[Statement, ...]

    @property
    def all_statements(self) -> tuple[Statement, ...]:
        """Its statements and those that are evidence of its state, in reading order."""
        states = (self.implementation, self.compliance)
        return self.statements + tuple(s for state in states if state for s in state.statements)


class Alias(Located):
    """Another name for an actor, as sources use it."""

    text: Text
    language: Language = "en"
    kind: v.AliasKind = v.AliasKind.WORD
    used_by: tuple[SourceRef, ...] = ()


class Role(Answerable):
    """What an actor is to an agreement, a term or an event."""

    role: v.RoleName
    of: RecordRef
    cite: Citations = ()


class ActorRelation(Answerable):
    """How an actor stands to another."""

    kind: v.RelationKind
    to: ActorRef
    cite: Citations = ()


class Actor(Answerable):
    """A state, force, group, body, outlet, person or population that the sources name."""

    id: Id
    name: Text
    type: v.ActorType
    side: SideRef | None = None
    public_role: Text | None = None
    aliases: tuple[Alias, ...] = ()
    parent: ActorRef | None = None
    external_ids: dict[str, Text] = Field(default_factory=dict)
    roles: tuple[Role, ...] = ()
    relations: tuple[ActorRelation, ...] = ()
    statements: tuple[Statement, ...] = ()

    @property
    def title(self) -> str:
        """Its canonical name: what a heading says."""
        return self.name


class Place(ShortForm):
    """Where something was."""

    name: Text
    precision: v.PlacePrecision | None = None
    basis: v.PlaceBasis = v.PlaceBasis.STATED

    @classmethod
    def short_for(cls) -> str:  # noqa: D102
        return "name"


class Quantity(Answerable):
    """A number or range, with what it counts."""

    value: Text | None = Field(None, description="as the source words it, such as “scores”")
    min: Number | None = None
    max: Number | None = None
    unit: Text | None = None
    definition: Text | None = None
    population: Text | None = None
    cite: Citations = ()


class Event(Answerable):
    """Something that happened, or is reported, announced or planned to happen."""

    id: Id
    title: Text
    type: v.EventType
    mode: v.Mode
    time: Time
    place: Place | None = None
    actors: tuple[ActorRef, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    statements: tuple[Statement, ...]


class Position(Answerable):
    """One of the accounts that differ."""

    value: Text | None = Field(None, description="the answer in a word or number")
    text: Text | None = Field(None, description="the answer in a sentence")
    unit: Text | None = None
    definition: Text | None = None
    scope: Text | None = None
    holder: HolderRef | None = None
    role: v.HolderRole | None = None
    cite: Citations = ()

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if self.value is None and self.text is None:
            raise ValueError("a position needs a value or a text")
        return self

    @property
    def answer(self) -> str:
        """Its value, or its text where it has no value."""
        return self.value or self.text or ""


class Assessment(Located):
    """What we make of a discrepancy."""

    text: Text
    confidence: v.Confidence | None = None
    alternatives: tuple[Text, ...] = ()
    rests_on: tuple[Target, ...] = ()


class Evidence(ShortForm):
    """Something that would settle a discrepancy."""

    evidence: Text
    obtainable: v.Obtainable = v.Obtainable.UNKNOWN

    @classmethod
    def short_for(cls) -> str:  # noqa: D102
        return "evidence"


class Discrepancy(Answerable):
    """A question to which the accounts give different answers."""

    id: Id
    title: Text = Field("", description="a short noun phrase; the question, where none is given")
    question: Text
    scope: Text | None = None
    kind: v.DiscrepancyKind
    status: v.DiscrepancyStatus
    materiality: v.Materiality
    positions: tuple[Position, ...] = ()
    assessment: Assessment | None = None
    would_settle: tuple[Evidence, ...] = ()
    affects: tuple[Target, ...] = ()
    reviewed: Date | None = Field(
        None, description="when somebody last looked for what would settle it"
    )
    statements: tuple[Statement, ...] = ()

    @property
    def heading(self) -> str:
        """What a heading says: the title, or else the question."""
        return self.title or self.question


Record = Overview | Agreement | Term | Actor | Event | Discrepancy
KindOfRecord = Literal["overview", "agreement", "term", "actor", "event", "discrepancy", "source"]


class SummaryFile(Located):
    """A summary file: any of these keys, in any number of files."""

    briefing: Briefing | None = None
    overview: Overview | None = None
    sources: tuple[Source, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    terms: tuple[Term, ...] = ()
    actors: tuple[Actor, ...] = ()
    events: tuple[Event, ...] = ()
    discrepancies: tuple[Discrepancy, ...] = ()


@dataclass(frozen=True)
class Summaries:
    """All summary files taken together."""

    briefing: Briefing
    overview: Overview
    sources: tuple[Source, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    terms: tuple[Term, ...] = ()
    actors: tuple[Actor, ...] = ()
    events: tuple[Event, ...] = ()
    discrepancies: tuple[Discrepancy, ...] = ()

    def everything(self) -> Sequence[Located]:
        """Every located model of every file."""
        return self._everything

    @cached_property
    def _everything(self) -> tuple[Located, ...]:
        found: list[Located] = []
        for field in fields(self):
            value = getattr(self, field.name)
            for item in value if isinstance(value, tuple) else (value,):
                found.extend(item.inside())
        return tuple(found)

"""The enumerations of the summaries, each value with the words that explain it to a reader.

Origins: PA-X codebook (stage, status, specificity), ETH/PRIO Civil Conflict Ceasefire dataset
(declared, effective, ended), UCDP GED (precision), Kroc Peace Accords Matrix (implementation),
ICD 203 and 206 (likelihood, confidence), W3C Web Annotation (selectors), CSL-JSON (sources).
"""

from __future__ import annotations

from enum import StrEnum
from typing import Self


class Word(StrEnum):
    """A word of a controlled vocabulary, with a label and a definition for readers."""

    label: str
    definition: str

    def __new__(cls, value: str, definition: str = "", label: str = "") -> Self:
        """A member from its value, its definition and, where it is not its value, its label."""
        made = str.__new__(cls, value)
        made._value_ = value
        made.definition = definition
        made.label = label or value.replace("-", " ")
        return made


class StatementKind(Word):
    """What sort of sentence a statement is."""

    FACT = "fact", "the cited sources say so, and none cited here denies it"
    ATTRIBUTED_CLAIM = "attributed-claim", "somebody is reported to have said so"
    JUDGMENT = "judgment", "our own inference, with its likelihood or our confidence"
    ASSUMPTION = "assumption", "something we take as given in order to go on"
    GAP = "gap", "something the sources do not tell"


class Relation(Word):
    """What a quote does for the statement beside it."""

    SUPPORTS = "supports", "the quote says what the statement says"
    CONTRADICTS = "contradicts", "the quote says something that cannot be true together with it"
    QUALIFIES = "qualifies", "the quote limits it or adds a condition"
    CONTEXT = "context", "the quote helps to read it, and carries none of it"


class Likelihood(Word):
    """The seven bands of ICD 203."""

    ALMOST_NO_CHANCE = "almost-no-chance", "1–5 %"
    VERY_UNLIKELY = "very-unlikely", "5–20 %"
    UNLIKELY = "unlikely", "20–45 %"
    ROUGHLY_EVEN_CHANCE = "roughly-even-chance", "45–55 %"
    LIKELY = "likely", "55–80 %"
    VERY_LIKELY = "very-likely", "80–95 %"
    ALMOST_CERTAIN = "almost-certain", "95–99 %"


class Confidence(Word):
    """How well the sources carry a judgment (ICD 203)."""

    LOW = "low", "thin, single or doubtful sourcing; other readings are plausible"
    MODERATE = "moderate", "credible sourcing that leaves room for another reading"
    HIGH = "high", "several independent or decisive sources; another reading is hard to hold"


class Genre(Word):
    """What sort of document a source is."""

    PRIMARY_TEXT = "primary-text", "the instrument or record itself"
    OFFICIAL_STATEMENT = "official-statement", "a statement issued by an authority"
    WIRE = "wire", "a news agency's report, or one that carries it"
    STAFF_REPORT = "staff-report", "a report by the outlet's own staff"
    ANALYSIS = "analysis", "comment or analysis"
    NGO = "ngo", "a report of a non-governmental organisation", "NGO report"
    SOCIAL = "social", "a post on a social network"
    DATASET = "dataset", "a dataset"


class Rights(Word):
    """How much of a source may be shown."""

    FULL_TEXT = "full-text", "the whole document is shown"
    QUOTE_ONLY = "quote-only", "only the quoted paragraphs are shown"
    LINK_ONLY = "link-only", "only the particulars of the document are shown"


class Stage(Word):
    """The stage of a peace process that an agreement belongs to (PA-X)."""

    PRE_NEGOTIATION = "pre-negotiation"
    SUBSTANTIVE_PARTIAL = "substantive-partial"
    SUBSTANTIVE_COMPREHENSIVE = "substantive-comprehensive"
    RENEWAL = "renewal"
    IMPLEMENTATION = "implementation"
    CEASEFIRE = "ceasefire"
    OTHER = "other"


class AgreementStatus(Word):
    """Whether an agreement was concluded (PA-X)."""

    SIGNED = "signed", "", "signed or agreed by the parties"
    UNILATERAL = "unilateral", "", "a unilateral document"
    UNCLEAR = "unclear", "", "status unclear"


class Form(Word):
    """How an agreement was made."""

    WRITTEN = "written"
    VERBAL = "verbal"
    UNILATERAL_RECIPROCAL = "unilateral-reciprocal"


class TermType(Word):
    """What a term is about."""

    CESSATION = "cessation"
    PROHIBITED_ACT = "prohibited-act"
    WITHDRAWAL_DISENGAGEMENT = "withdrawal-disengagement", "", "withdrawal or disengagement"
    ZONE_CORRIDOR = "zone-corridor", "", "zone or corridor"
    PATROL_JOINT_OPERATION = "patrol-joint-operation", "", "patrol or joint operation"
    MONITORING_VERIFICATION = "monitoring-verification", "", "monitoring and verification"
    ENFORCEMENT_RESPONSE = "enforcement-response", "", "enforcement and response"
    HUMANITARIAN_ACCESS = "humanitarian-access"
    DISPLACED_RETURN = "displaced-return", "", "return of displaced people"
    PRISONER_DETAINEE = "prisoner-detainee", "", "prisoners and detainees"
    COUNTER_TERRORISM_CARVEOUT = "counter-terrorism-carveout", "", "counter-terrorism carve-out"
    INFRASTRUCTURE_ROUTE = "infrastructure-route", "", "infrastructure and routes"
    POLITICAL_PROCESS = "political-process"
    GUARANTOR_DUTY = "guarantor-duty", "", "duty of a guarantor"
    FOLLOW_UP_TALKS = "follow-up-talks"
    ENTRY_INTO_FORCE = "entry-into-force"
    OTHER = "other"


class Modality(Word):
    """What a term does to those it binds."""

    SHALL = "shall", "obliges"
    SHALL_NOT = "shall-not", "forbids"
    MAY = "may", "permits"
    DECLARATORY = "declaratory", "declares, without obliging anyone"


class Implementation(Word):
    """How far a term has been carried out (after the Kroc Peace Accords Matrix)."""

    NOT_DUE = "not-due", "its time had not come"
    UNINITIATED = "uninitiated", "due, and nothing done"
    MINIMAL = "minimal", "begun"
    INTERMEDIATE = "intermediate", "well under way"
    COMPLETE = "complete", "done"
    SUSPENDED = "suspended", "stopped for a time"
    LAPSED = "lapsed", "no longer pursued"
    DISPUTED = "disputed", "the accounts differ"
    UNKNOWN = "unknown", "the sources do not tell"


class Compliance(Word):
    """Whether a term is kept, apart from how far it is carried out."""

    OBSERVED = "observed", "reported as kept"
    ALLEGED_BREACH = "alleged-breach", "somebody alleges a breach"
    ACKNOWLEDGED_BREACH = "acknowledged-breach", "the party concerned admits a breach"
    DISPUTED = "disputed", "the accounts differ"
    UNKNOWN = "unknown", "the sources do not tell"


class ActorType(Word):
    """What sort of actor it is."""

    STATE = "state"
    STATE_FORCE = "state-force", "", "state force or organ"
    NON_STATE_ARMED = "non-state-armed", "", "non-state armed group"
    IGO = "igo", "", "intergovernmental body"
    NGO = "ngo", "", "non-governmental organisation"
    COMPANY = "company"
    MEDIA = "media"
    MONITOR = "monitor"
    PERSON = "person"
    POPULATION = "population"


class RoleName(Word):
    """What an actor is to an agreement, a term or an event."""

    SIGNATORY = "signatory"
    GUARANTOR = "guarantor"
    OBLIGOR = "obligor"
    MEDIATOR = "mediator"
    WITNESS = "witness"
    MONITOR = "monitor"
    BELLIGERENT = "belligerent"
    BACKER = "backer"
    SPOKESPERSON = "spokesperson"
    HOST = "host"
    NEGOTIATOR = "negotiator"
    OTHER = "other"


class RelationKind(Word):
    """How one actor stands to another."""

    BACKS = "backs"
    OPPOSES = "opposes"
    COMMANDS = "commands"
    LEADS = "leads"
    PART_OF = "part-of", "", "is part of"
    SPEAKS_FOR = "speaks-for"
    NEGOTIATES_WITH = "negotiates-with"
    REPORTS_ON = "reports-on"


class EventType(Word):
    """What sort of event it is."""

    AGREEMENT = "agreement"
    TALKS = "talks"
    STATEMENT = "statement"
    MILITARY_OPERATION = "military-operation"
    ATTACK = "attack"
    PATROL = "patrol"
    PROTEST = "protest"
    DISPLACEMENT = "displacement"
    REOPENING = "reopening"
    PUBLICATION = "publication"
    OTHER = "other"


class Mode(Word):
    """How far an event is known to have happened."""

    OCCURRED = "occurred", "the sources say that it happened"
    REPORTED = "reported", "a source says that somebody else says so"
    ANNOUNCED = "announced", "somebody said publicly that it would happen"
    PLANNED = "planned", "it is foreseen by an agreement or a plan"


class TimePrecision(Word):
    """How exactly a time is known."""

    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    UNKNOWN = "unknown"


class TimeBasis(Word):
    """Where a time comes from."""

    STATED = "stated", "the source gives the date"
    RESOLVED = (
        "resolved-from-publication",
        "worked out from words such as “Sunday” and the date of the document",
    )
    INFERRED = "inferred", "worked out from other things that the sources say"


class PlacePrecision(Word):
    """How exactly a place is known."""

    EXACT = "exact"
    ONE_KM = "1-km", "", "within 1 km"
    SETTLEMENT = "settlement"
    DISTRICT = "district"
    PROVINCE = "province"
    COUNTRY = "country"


class PlaceBasis(Word):
    """Where a place comes from."""

    STATED = "stated"
    INFERRED = "inferred"


class AliasKind(Word):
    """How another name differs."""

    SPELLING = "spelling", "another spelling"
    WORD = "word", "another word"
    TITLE = "title", "a title or office"


class DiscrepancyKind(Word):
    """What the accounts differ on."""

    EXISTENCE = "existence", "whether it happened or exists"
    QUANTITY = "quantity", "the number, of the same thing"
    DEFINITION = "definition", "what their numbers count"
    TIME = "time", "when"
    PLACE = "place", "where"
    ATTRIBUTION = "attribution", "who did it, or who said it"
    CONTENT = "content", "what the text or speaker said"
    TRANSLATION = "translation", "language versions"
    INTERPRETATION = "interpretation", "what the same words oblige"
    COMPLIANCE = "compliance", "breach or not"
    VALIDITY = "validity", "signed, in force, lapsed"
    FRAMING = "framing", "loaded words, roles, sides"
    SOURCE_ERROR = "source-error", "a demonstrable slip in one source"
    OMISSION = "omission", "one is silent: noted, never counted as contradiction"


class DiscrepancyStatus(Word):
    """How far a discrepancy is settled."""

    OPEN = "open", "none preferred"
    NARROWED = "narrowed", "some positions excluded"
    APPARENT = "apparent", "both true once defined"
    RESOLVED_PRIMARY = "resolved-primary", "settled by a decisive primary record"
    RESOLVED_WEIGHT = "resolved-weight", "settled by preponderance; the dissent is kept"
    SUPERSEDED = "superseded", "the holder revised it"
    UNRESOLVABLE = "unresolvable", "the deciding evidence cannot be had"
    WITHDRAWN = "withdrawn", "our own error"

    @property
    def claims_resolution(self) -> bool:
        """Whether it says more than that the accounts differ, and so owes an assessment."""
        return self not in (DiscrepancyStatus.OPEN, DiscrepancyStatus.UNRESOLVABLE)

    @property
    def is_unsettled(self) -> bool:
        """Whether a reader still has to reckon with more than one position."""
        return self in (
            DiscrepancyStatus.OPEN,
            DiscrepancyStatus.NARROWED,
            DiscrepancyStatus.UNRESOLVABLE,
        )


class Materiality(Word):
    """How much hangs on a discrepancy."""

    HIGH = "high", "another answer changes what the briefing tells its reader"
    MEDIUM = "medium", "another answer changes one part of it"
    LOW = "low", "worth knowing; little hangs on it"


class HolderRole(Word):
    """What the holder of a position is to the dispute."""

    PARTY = "party"
    AFFILIATED = "affiliated", "", "affiliated with a party"
    OBSERVER = "observer"
    MEDIA = "media"
    UNATTRIBUTED = "unattributed"


class Obtainable(Word):
    """Whether deciding evidence can be had."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class Derivation(Word):
    """How a number or span of time follows from others."""

    SUM = "sum", "they are added"
    DIFFERENCE = "difference", "the others are taken from the first"
    SPAN = "span", "the time from the first date to the last"
    COUNT = "count", "there are so many of them"
    SHARE = "share", "the first as a part of the second, in per cent"
    CHANGE = "change", "how far it is from the first to the second, in per cent or as an amount"
    CONVERSION = "conversion", "the same in another unit"


class Paper(Word):
    """The paper that the PDF edition is set for."""

    A4 = "a4", "210 by 297 mm"
    LETTER = "us-letter", "8.5 by 11 inches"

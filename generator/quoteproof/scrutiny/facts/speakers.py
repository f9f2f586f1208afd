"""Who is said to say something, and does not speak in what is cited."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from quoteproof.diagnostics import codes
from quoteproof.scrutiny.facts.ground import TOLD_US, Library
from quoteproof.scrutiny.facts.miss import Miss, Setting, Span
from quoteproof.scrutiny.prose.binding import Bonds, Side, is_possessive, is_verb
from quoteproof.scrutiny.prose.clauses import sentence_of
from quoteproof.scrutiny.prose.names import Mention, key
from quoteproof.scrutiny.prose.polarity import REPORTING, is_not
from quoteproof.scrutiny.prose.reading import Reading
from quoteproof.scrutiny.prose.words import Word, forms, stems


def speaker_misses(library: Library, reading: Reading, setting: Setting) -> Iterator[Miss]:
    """Names that speak in a sentence, and in no passage; and who tells what another says."""
    yield from _unheard(library, reading, setting)
    yield from _cited_by_whom(library, reading, setting)
    yield from _frame_turned(library, reading, setting)
    yield from _told_its_teller(library, reading, setting)


SPEECH = REPORTING | stems(
    "deny accuse argue claim insist maintain welcome reject promise ask demand recommend propose "
    "warn urge estimate believe expect want hope complain criticise blame admit acknowledge "
    "declare vow request notify inform put record find conclude recall consider"
)
"""Stems of verbs whose subject speaks, or may be quoted."""


def _unheard(library: Library, reading: Reading, setting: Setting) -> Iterator[Miss]:
    """Who is said to say something, and speaks in no passage, nor publishes any."""
    footing = setting.footing
    said = [
        (bond[1], mention, names)
        for bond, (mention, names) in _flat(library.bonds(reading))
        if (bond in _SPOKEN or _holds_that(reading, mention, bond))
        and _is_whole(reading, mention, bond[0])
        and not _is_due(reading, bond)
        and not _is_watched(reading, mention)
        and not _is_supposed(reading, mention)
    ]
    if not said:
        return
    heard = {*footing.speakers, *library.tellers(footing)}
    acting: set[str] = set()
    suing: set[str] = set()
    for ground in footing.grounds:
        together = _TOGETHER.search(ground.reading.text) is not None
        for (kind, stem), (mention, names) in _flat(library.bonds(ground.reading)):
            telling = (kind in ("by", "of", "from", "to") and stem in _TOLD_BY) or (
                kind == "by" and stem in _MADE
            )
            if kind == "before" and stem not in SPEECH and _is_told(ground.reading, stem):
                acting |= names
            if kind == "before" and stem in _SUING:
                suing |= names
            if stem in SPEECH and are_several(ground.reading, mention):
                return  # any of them
            speaks_up = stem in _ANSWERING and kind == "before"
            behind = ground.reading.words[mention.last : mention.last + 3]
            speaks_up &= not any(is_not(word) for word in behind)
            whose = kind == "'s" and stem in _TOLD_BY | SPEECH
            addressed = kind in ("done to", "to", "of") and stem in _ADDRESSING
            addressed &= (kind, stem) not in _OWN_REQUESTS
            speaks = stem in SPEECH | _ISSUE and not addressed
            if together or speaks or speaks_up or telling or whose:
                heard |= names
        heard |= _said_by_it(library, ground.reading) | _some_of_whom_said(library, ground.reading)
        heard |= _named_alone(library, ground.reading)
    for stem, mention, names in said:
        if stem in _URGES and any(_may_tell(library, g.reading, names) for g in footing.grounds):
            continue
        if stem in _URGES | _WRITING and _is_said_of_it(library, setting, stem, names):
            continue  # *it has not called a strike*, and who *it* is stands before
        if _is_litigant(library, setting, stem, names):
            continue  # *the applicants ask*, and a passage has who they are
        if stem in _TOLD_BY and _is_theirs(library, setting, stem, names):
            continue  # *it shall submit its report*: that is its report
        if stem in _RULED | _ACTING and library.one_for_other(names, frozenset(acting)):
            continue  # *the court suspended it*: that is its ruling
        if stem in _DEMANDING and library.one_for_other(names, frozenset(suing)):
            continue  # *the sum that it demands*, in its suit
        if not is_actor(names):
            continue  # a name that nobody knows is told of by itself
        stands_for = library.one_for_other(names, frozenset(heard)) or all(
            key(word.text) in footing.fields for word in reading.words[mention.first : mention.last]
        )
        if not stands_for or (
            names.isdisjoint(heard) and _acts(library, reading, footing.speakers)
        ):
            yield Miss.of_words(
                codes.PARTIES_TURNED,
                reading,
                (mention.first, mention.last),
                f"“{reading.shown(mention.first, mention.last)}” speaks in no passage that is "
                "cited here.",
            )


def _said_by_it(library: Library, reading: Reading) -> frozenset[str]:
    """Who is meant where a sentence begins with *It said*: whoever the one before begins with."""
    words, names = reading.words, library.names(reading)
    found: set[str] = set()
    for at in range(1, len(words) - 1):
        if words[at].opens and words[at].low == "it" and words[at + 1].stem in REPORTING:
            first = sentence_of(words, at - 1)[0]
            subject = next((m for m in reading.mentions if m.first >= first), None)
            if subject is not None and subject.first <= first + 1:
                found |= names.get(subject.first, frozenset())
    return frozenset(found)


def _named_alone(library: Library, reading: Reading) -> frozenset[str]:
    """Who stands over or under a letter: a passage that has a name, and nothing else."""
    rest = {at for at, word in enumerate(reading.words) if word.is_content}
    for mention in reading.mentions:
        rest -= set(range(mention.first, mention.last))
    names = library.names(reading)
    alone = not rest and len(reading.mentions) == 1
    return names.get(reading.mentions[0].first, frozenset()) if alone else frozenset()


def _some_of_whom_said(library: Library, reading: Reading) -> frozenset[str]:
    """Of whom a number says something: *Of the 26 farmers, 17 said*."""
    found: set[str] = set()
    for mention in reading.mentions:
        match = _OF_WHOM.search(reading.text, 0, reading.words[mention.last - 1].end)
        telling = _SOME_SAID.match(reading.text, reading.words[mention.last - 1].end)
        if match and telling and forms(telling[1])[1] in SPEECH:
            found |= library.names(reading).get(mention.first, frozenset())
    return frozenset(found)


_OF_WHOM = re.compile(r"\bOf the [^.;,]*$")
_SOME_SAID = re.compile(r"[^.;,]*, (?:[a-z]+|\d[\d,]*) (\w+)")


def _holds_that(reading: Reading, mention: Mention, bond: tuple[str, str]) -> bool:
    """Whether a body says *that* it is so: *the board found that …*, *…, the board found*."""
    kind, stem = bond
    if kind != "before" or stem not in _HOLDING:
        return False
    words, first = reading.words, mention.first
    framed = words[first].breaks or (words[first - 1].low == "the" and words[first - 1].breaks)
    behind = (words[at + 1] if at + 1 < len(words) else None for at in reading.stems.get(stem, ()))
    return any(
        (framed and first > 1) if word is None or word.opens else word.low == "that"
        for word in behind
    )


def _is_said_of_it(library: Library, setting: Setting, stem: str, names: frozenset[str]) -> bool:
    """Whether a passage has *it* before a verb, and another of its document names them."""
    grounds = setting.footing.grounds
    return any(
        at and any(word.low in _IT for word in ground.reading.words[max(0, at - 3) : at])
        for ground in grounds
        for at in ground.reading.stems.get(stem, ())
        if any(
            other.source == ground.source and library.one_for_other(names, other.named)
            for other in grounds
        )
    )


_IT = frozenset("it he she they".split())


def _is_litigant(library: Library, setting: Setting, stem: str, names: frozenset[str]) -> bool:
    """Whether a passage has *the applicants* do it, and another of its document names them."""
    return any(
        at and ground.reading.words[at - 1].stem in _LITIGANTS
        for ground in setting.footing.grounds
        for at in ground.reading.stems.get(stem, ())
        if any(
            other.source == ground.source and library.one_for_other(names, other.named)
            for other in setting.footing.grounds
        )
    )


_LITIGANTS = stems(
    "applicant appellant claimant plaintiff complainant petitioner respondent defendant signatory"
)


def _is_theirs(library: Library, setting: Setting, stem: str, names: frozenset[str]) -> bool:
    """Whether a passage has *its* before a text, in a sentence whose subject is the name."""
    for ground in setting.footing.grounds:
        reading = ground.reading
        doing = [
            (mention, theirs)
            for (kind, _), (mention, theirs) in _flat(library.bonds(reading))
            if kind == "before" and library.one_for_other(names, theirs)
        ]
        named = any(
            other.source == ground.source and library.one_for_other(names, other.named)
            for other in setting.footing.grounds
        )
        for at in reading.stems.get(stem, ()):
            before = {word.low for word in reading.words[max(0, at - 2) : at]}
            first, last = sentence_of(reading.words, at)
            if named and _is_unnamed_speaker(reading, (first, last)):
                return True
            if before & {"its", "their", "his", "her"} and any(
                first <= mention.first < last for mention, _ in doing
            ):
                return True
    return False


def _is_unnamed_speaker(reading: Reading, span: Span) -> bool:
    """Whether somebody without a name speaks in a sentence: *in a letter the company says*."""
    named = {at for mention in reading.mentions for at in range(mention.first, mention.last)}
    return any(
        reading.words[at].stem in SPEECH
        and is_verb(reading, at)
        and reading.words[at - 2].low == "the"
        and at - 1 not in named
        for at in range(span[0] + 2, span[1])
    )


def is_actor(names: frozenset[str]) -> bool:
    """Whether a name stands for somebody whom the briefing records."""
    return any(name.startswith("actor:") for name in names)


def _acts(library: Library, reading: Reading, speakers: frozenset[str]) -> bool:
    """Whether who speaks in the passages does something else here: *that the president would*."""
    return any(
        kind == "before" and stem not in SPEECH and names & speakers
        for (kind, stem), (_, names) in _flat(library.bonds(reading))
    )


_ADDRESSING = stems("ask tell request inform notify urge call demand")
"""Verbs whose object is spoken to, and does not speak by it."""
_OWN_REQUESTS = {("of", stem) for stem in stems("request demand call")}
"""*The request of the council* is the council's."""
_URGING = (
    "accuse blame urge recommend demand criticise call ask propose welcome reject claim estimate "
    "warn complain forbid prohibit order dismiss issue adopt announce declare confirm deny argue "
    "explain regret register put"
)
"""Verbs whose subject may stand far before them: *the council, which met in May, asked*."""
_RULINGS = "order judgment"
_URGES = stems(f"{_URGING} {_RULINGS}")
_HOLDING = stems("find hold conclude decide rule")
_RULED = stems(_RULINGS)
_WRITING = stems("write put reply note")
_ACTING = stems("reject dismiss accuse")
_ANSWERING = stems("answer reply respond")
_SUING = stems("sue apply petition appeal")
_DEMANDING = stems("claim demand ask")
_MADE = stems("make issue write publish")
"""*Statements made by X* are those of X."""
_FINDING = "record recall"
_TEXTS = (
    "account report statement communique communiqué bulletin note letter update notice view order "
    "judgment"
)
_SPOKEN = frozenset(
    (kind, stem)
    for kind, verbs in (
        ("before", f"say tell add stress report state note write insist maintain {_FINDING}"),
        ("before", _URGING),
        ("by", "dismiss forbid prohibit annul uphold"),
        ("to", "according"),
        ("of", f"{_TEXTS} figure"),
        ("'s", _TEXTS),
    )
    for stem in stems(verbs)
)
"""The bonds by which a name is said to speak: *X says*, *says X*, *in X's account*."""


_ISSUE = stems("issue adopt pass approve order decide rule sign")
"""Stems of verbs by which a body says what is to be."""
_TOLD_BY = stems(
    "according account announcement bulletin claim communique communiqué count data estimate "
    "figure finding information letter material message note notice number record release report "
    "source statement survey toll version view order judgment ruling decision decree"
)
"""Stems of what is told, after which stands by whom: *a report of X*, *figures from X*."""


def are_several(reading: Reading, mention: Mention) -> bool:
    """Whether a name stands for whoever agreed: *each Party*, *both Administrations*."""
    (*_, last) = reading.words[mention.first : mention.last]
    before = [word.low for word in reading.words[max(0, mention.first - 1) : mention.first]]
    if len(mention.entities) > 1:
        return False  # the document says who they are
    return last.low in ("party", "parties", "side", "sides") or (
        bool(mention.keys) and before in (["both"], ["each"])
    )


def _may_tell(library: Library, reading: Reading, names: frozenset[str]) -> bool:
    """Whether a name stands somewhere before a verb of saying: *the council, which met, asked*.

    *Its mailbox for warnings* says nothing.
    """
    found = library.names(reading)
    for mention in reading.mentions:
        if library.one_for_other(names, found.get(mention.first, frozenset())):
            behind = reading.words[mention.last : _next_actor(reading, mention, found)]
            if any(
                word.stem in SPEECH | _ISSUE | _TOLD_BY and not word.low.endswith("ings")
                for word in behind
            ):
                return True
    return False


def _next_actor(reading: Reading, mention: Mention, names: dict[int, frozenset[str]]) -> int:
    """Where somebody else is named who may do what follows, and stands in no aside."""
    if any(word.low in ("which", "who") for word in reading.words[mention.last : mention.last + 1]):
        return len(reading.words)
    others = (
        other.first
        for other in reading.mentions
        if other.first >= mention.last
        and is_actor(names.get(other.first, frozenset()))
        and not is_governed(reading, other)
        and not any(m.first < other.first < m.last for m in reading.mentions)
    )
    return next(others, len(reading.words))


def _flat(bonds: Bonds) -> Iterator[tuple[tuple[str, str], Side]]:
    return ((bond, side) for bond, sides in bonds.items() for side in sides)


_TOGETHER = re.compile(
    r"\b(?:both|sides|parties|they|he|she)\b[^.;]{0,20}\b(?:said|says?|told|added|stressed)\b",
    re.IGNORECASE,
)
"""Words with which anyone named before may speak."""


_SAYS = r"(?:says?|said|reports?|reported|writes?|wrote)"
_OUTER_LAST = re.compile(
    r"[^.,;]*,? (?:as )?(?:cited|quoted|reported|printed|published|carried|edited)"
    r" (?:by|in) (?:the )?"
    rf"|,? {_SAYS}\b[^.;]*, {_SAYS} (?:the )?"
    rf"|[^.;]*\b{_SAYS}\b[^.;]*, by the (?:account|report) of (?:the )?",
    re.IGNORECASE,
)
"""Between two names: the second tells what the first says."""
_AS = re.compile(r"(?:[^.;]*,)? (?:as|that|which|whose \w+) (?:the )?")
_PRINTED = frozenset(
    "published printed carried ran edited gives gave reports reported quotes quoted records "
    "recorded repeats repeated carries prints publishes".split()
)
"""*A report of X, as Y published it*; *according to X, whose figure Y repeats*."""
_OUTER_FIRST = re.compile(
    r",? (?:which )?(?:repeats|uses|reprints|draws on) (?:the )?"
    r"|,? (?:has )?repeat(?:s|ed)\b[^.,;]* from (?:the )?"
    r"|[^.;]*\b(?:(?:uses|contains|has|with|carries|includes) material from|relies on"
    r"|on the authority of) (?:the )?"
    rf"|,? {_SAYS} that (?:the )?",
    re.IGNORECASE,
)
"""Between two names: the first tells what the second says, if a verb of saying follows."""


_ENDED = re.compile(r"[.?!]\s")
_ACCORDING = re.compile(r"\b[Aa]ccording to (?:the )?$")
_CITES = re.compile(r",? (?:which )?(?:cites|quotes|citing|quoting)\b[^.;]*$")
"""*X cites readings published by Y*."""


def _cited_by_whom(library: Library, reading: Reading, setting: Setting) -> Iterator[Miss]:
    """Where one tells what another says, the other way round: whoever tells it is the publisher."""
    publishers = library.publishers(setting.footing)
    names = library.names(reading)
    for one, other in pairwise(m for m in reading.mentions if is_body(names.get(m.first, ()))):
        last, first = reading.words[one.last - 1].end, reading.words[other.first].start
        between, after = reading.text[last:first], reading.words[other.last : other.last + 1]
        printed = any(word.low in _PRINTED for word in after)
        before = reading.text[: reading.words[one.first].start]
        behind = reading.words[other.last + 1 : other.last + 2]
        tells = any(word.stem in REPORTING for word in after) and all(w.breaks for w in behind)
        if _ENDED.search(between):
            continue  # of two sentences
        if tells and _ACCORDING.search(before) and "," in between:
            outer, inner = other, one
        elif _CITES.match(between) and "that" not in between:
            outer, inner = one, other
        elif _OUTER_LAST.fullmatch(between) or (printed and _AS.fullmatch(between)):
            outer, inner = other, one
        elif _OUTER_FIRST.fullmatch(between) and (
            "that" not in between or any(word.stem in REPORTING for word in after)
        ):
            outer, inner = one, other
        else:
            continue
        if names[inner.first] & publishers and not names[outer.first] & publishers:
            yield Miss.of_words(
                codes.PARTIES_TURNED,
                reading,
                (one.first, other.last),
                f"“{reading.shown(inner.first, inner.last)}” publishes what is cited here, and "
                f"“{reading.shown(outer.first, outer.last)}” does not: which of them tells what "
                "the other says?",
            )


def is_body(names: Iterable[str]) -> bool:
    """Whether a name may be that of somebody, and not only of a place."""
    return any(name.startswith(("actor:", "publisher:")) for name in names)


def _frame_turned(library: Library, reading: Reading, setting: Setting) -> Iterator[Miss]:
    """*The paper denies it, according to the company*, for what the company denies in the paper.

    Of no other verb than one of saying does a passage tell that the paper does it.
    """
    publishers = library.publishers(setting.footing)
    heard = setting.footing.speakers - publishers
    bonds = list(_flat(library.bonds(reading)))
    framing = next(
        (
            mention
            for (kind, stem), (mention, names) in bonds
            if (stem in _FRAMING and kind in ("to", "before"))
            and _ends_there(reading, mention, kind)
            and names & heard
            and not names & publishers
        ),
        None,
    )
    if framing is None:
        return
    done = {
        stem
        for ground in setting.footing.grounds
        for (kind, stem), (_, names) in _flat(library.bonds(ground.reading))
        if kind in ("before", "by", "'s") and names & publishers
    }
    done |= {
        word.stem
        for ground in setting.footing.grounds
        for our, word in pairwise(ground.reading.words)
        if our.low == "our"
    }
    for (kind, stem), (mention, names) in bonds:
        tells = kind == "before" and stem in SPEECH
        if (
            (tells or (kind in ("before", "'s") and stem not in done))
            and mention.last <= framing.first
            and not _ENDED.search(
                reading.text,
                reading.words[mention.first].start,
                reading.words[framing.first].start,
            )
            and names & publishers
            and not names & heard
            and not is_governed(reading, mention)
        ):
            yield Miss.of_words(
                codes.PARTIES_TURNED,
                reading,
                (mention.first, mention.last),
                f"“{reading.shown(mention.first, mention.last)}” publishes what is cited here, and "
                f"“{reading.shown(framing.first, framing.last)}” speaks in it: which of them tells "
                "what the other says?",
            )
            return


def _told_its_teller(library: Library, reading: Reading, setting: Setting) -> Iterator[Miss]:
    """*The paper told the company that*, for what the company says in the paper."""
    publishers = library.publishers(setting.footing)
    said = (
        names
        for ground in setting.footing.grounds
        for (kind, stem), (_, names) in _flat(library.bonds(ground.reading))
        if kind == "before" and stem in REPORTING | _TELLING
    )
    speakers = setting.footing.speakers.union(*said)
    told_us = any(TOLD_US.search(ground.reading.text) for ground in setting.footing.grounds)
    for stem in _TELLING.intersection(reading.stems):
        for (teller, names), (told, others) in library.sides(reading).get(stem, ()):
            if (
                names & publishers
                and (told_us or names.isdisjoint(speakers))
                and others & speakers
                and others.isdisjoint(publishers)
                and not is_governed(reading, teller)
                and not is_possessive(reading, told)
                and _is_told_directly(reading, told, stem)
            ):
                yield Miss.of_words(
                    codes.PARTIES_TURNED,
                    reading,
                    (teller.first, told.last),
                    f"“{reading.shown(told.first, told.last)}” speaks in what is cited here, and "
                    f"“{reading.shown(teller.first, teller.last)}” publishes it: which of them "
                    "tells the other?",
                )
                return


def _is_told_directly(reading: Reading, told: Mention, stem: str) -> bool:
    """Whether a name stands right behind a verb, or behind its *to*: *told the union*."""
    at = told.first - 1
    while at > 0 and reading.words[at].low in ("the", "to"):
        at -= 1
    return reading.words[at].stem == stem


_TELLING = stems("tell write put inform answer assure reply")
_FRAMING = stems(f"according say report write note state find {_FINDING}")


def _ends_there(reading: Reading, mention: Mention, kind: str) -> bool:
    """Whether a clause ends with *according to X*, *X reports*, or *X reported on 18 July*."""
    last = next(
        (at for at in range(mention.last, len(reading.words)) if reading.words[at].breaks),
        len(reading.words),
    )
    rest = reading.words[mention.last + (kind != "to") : last]
    return last > mention.last - (kind == "to") and not any(
        word.is_content and not _is_of_date(reading, word) for word in rest
    )


def _is_of_date(reading: Reading, word: Word) -> bool:
    return any(when.start <= word.start < when.end for when in reading.whens)


def _is_due(reading: Reading, bond: tuple[str, str]) -> bool:
    """Whether somebody is still to say it: *the company must confirm*."""
    kind, stem = bond
    return kind == "before" and any(reading.manner.mood[at] for at in reading.stems.get(stem, ()))


def _is_told(reading: Reading, stem: str) -> bool:
    """Whether a verb is told as done."""
    return any(reading.manner.finite[at] for at in reading.stems.get(stem, ()))


def _is_watched(reading: Reading, mention: Mention) -> bool:
    """Whether somebody else sees or hears them do it: *has not seen the company confirm it*."""
    before = [word.stem for word in reading.words[max(0, mention.first - 2) : mention.first]]
    return not _WATCHING.isdisjoint(before)


_WATCHING = stems("see hear")


def _is_supposed(reading: Reading, mention: Mention) -> bool:
    """Whether it is only told what is if they say it: *if the insurer does not confirm this*."""
    for at in range(mention.first - 1, -1, -1):
        if reading.words[at].low in ("if", "unless"):
            return True
        if reading.words[at + 1].breaks or reading.manner.finite[at]:
            return False
    return False


def _is_whole(reading: Reading, mention: Mention, kind: str) -> bool:
    """Whether it is the name itself that speaks, and no part of what does."""
    if kind == "'s" or is_possessive(reading, mention):
        return kind == "'s"
    return not (is_governed if kind == "before" else _is_adjunct)(reading, mention)


def _is_adjunct(reading: Reading, mention: Mention) -> bool:
    """Whether a name only tells which: *a union delegate*, *the Guard commander*."""
    after = reading.words[mention.last : mention.last + 1]
    return any(
        word.is_content and not word.breaks and not is_verb(reading, mention.last) for word in after
    )


_PREPOSITIONS = frozenset("of against with for by to between on over".split())


def is_governed(reading: Reading, mention: Mention) -> bool:
    """Whether somebody else is meant: *the group leader of the Highland List said*."""
    first = mention.first
    while first and reading.words[first - 1].is_capitalised and not reading.words[first].breaks:
        first -= 1  # *seafarers of the Brenna Star*
    before = [word.low for word in reading.words[max(0, first - 2) : first]]
    if before[-1:] == ["the"]:
        before.pop()
    return not _PREPOSITIONS.isdisjoint(before[-1:])

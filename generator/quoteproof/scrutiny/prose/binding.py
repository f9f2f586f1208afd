"""Which names a text binds to which words: who does what, to whom, and where."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from quoteproof.scrutiny.prose.names import SORTS_OF_PLACE, Gazetteer, Mention, bases
from quoteproof.scrutiny.prose.polarity import REPORTING, is_past
from quoteproof.scrutiny.prose.reading import Reading
from quoteproof.scrutiny.prose.roles import ROLES
from quoteproof.scrutiny.prose.words import PAST_FORMS, Word, is_adverb, stems

Side = tuple[Mention, frozenset[str]]
"""A name, and the ids and keys of what it may stand for."""
Bonds = dict[tuple[str, str], list[Side]]
"""The names bound to each word, by the kind of bond and the word's stem.

`before` stands before it (*Turkish posts*, *Akar said*), `done to` before it in the passive (*posts
were encircled*); `'s` has it (*Turkey's posts*), a preposition has the name after it (*talks in
Ankara*).
"""
Sides = dict[str, list[tuple[Side, Side]]]
"""Who does it and to whom, by the verb's stem."""

_LINKS = frozenset(
    "in at of by from to on against with near between for via through into over".split()
)
_BE = frozenset("is are was were be been being".split())
_HAVE = frozenset("has have had".split())
_MODALS = frozenset("will would shall should may might can could must".split())
_HELPERS = (
    _BE
    | _HAVE
    | _MODALS
    | frozenset(
        "did does do not never also only then already still again both first last once twice later "
        "now soon so".split()
    )
)
_PARTICLES = frozenset("over off up down out away back".split())
_THAT = frozenset("that which who whom whose".split())
_ARTICLES = frozenset("the a an of no its their his her".split())
_BEFORE_NAMES = frozenset("the a an both this".split())
_FAR = 12
"""How many words a name may stand before or after the verb that it goes with."""


def bonds_of(reading: Reading, names: Mapping[int, frozenset[str]], known: Gazetteer) -> Bonds:
    """What names are bound to which words; `names` has what each may stand for."""
    found: Bonds = {}
    words = reading.words
    mentions = [m for m in reading.mentions if m.first in names]
    named = {at for m in mentions for at in range(m.first, m.last)}
    chain = _chain(reading, mentions)
    runs = _runs(reading, mentions)
    for mention in mentions:
        whole = (names[m.first] for m in runs[mention.first])
        side = (mention, frozenset[str]().union(*whole))
        first, last = chain.get(mention.first, (mention, mention))
        for at in range(mention.first + 1, mention.last - 1):
            if words[at].low == "of" and mention.keys:
                # *the commander of the Guard*, who is known by that name
                start = at + 2 if words[at + 1].low == "the" else at + 1
                lows = tuple(word.low for word in words[start : mention.last])
                inner = (
                    {id.partition("@")[0] for id in known.longest(lows, 0)[1]} if lows else set()
                )
                of = mention, frozenset(inner.union(mention.keys))
                found.setdefault(("of", words[at - 1].stem), []).append(of)
                if words[mention.first].low in _OFFICES and inner:
                    # *Ministry of Culture and Education of Velmark*
                    found.setdefault(("of", words[mention.first].stem), []).append(of)
        if is_possessive(reading, mention):
            _bind_owner(found, reading, mention.last, side)
        elif not after_preposition(words, first.first):
            _bind_after(found, reading, last.last, named, side, first.first)
            if last is not mention:
                _bind_after(found, reading, mention.last, named, side)
            body = _body_of(reading, mentions, last)
            if body is not None:
                _bind_after(found, reading, body.last, named, side)
        for number in reading.numbers:
            if 0 <= words[mention.first].start - number.end <= 1:
                found.setdefault(("number", str(number.value)), []).append(side)
        link = first.first - 1
        while link >= 0 and words[link].low in _BEFORE_NAMES and not words[link + 1].breaks:
            link -= 1
        if link < 0 or words[link + 1].breaks or only_describes(reading, mention):
            continue
        if words[link].low in _LINKS and link > 0:
            if is_possessive(reading, mention):
                continue  # *the head of the union's delegation*
            at = link - 2 if words[link - 1].low in _PARTICLES and link > 1 else link - 1
            if words[link].low == "by" and at in named:
                at = _before_whom(reading, mentions, at)
            numbered = _before_number(reading, at) if words[link].low == "of" else at
            word = words[numbered]  # *handed over by the union*
            plain = at not in named or not word.is_capitalised or numbered < at
            says = word.is_content or word.low == "according"
            sort = words[link].low == "of" and not SORTS_OF_PLACE.isdisjoint(bases(word.low))
            if says and plain and not (sort or words[link].breaks):
                found.setdefault((words[link].low, word.stem), []).append(side)
        elif link not in named and is_verb(reading, link) and not is_possessive(reading, mention):
            stem = words[link].stem
            # *said the ministry*, *…, reports the paper*: whoever stands after it says so
            said = stem == "say" or (stem in REPORTING and words[link].breaks)
            if said and link - 1 in named and not words[link].breaks:
                continue  # *as the ministry says the navy did*
            found.setdefault(("before" if said else "done to", stem), []).append(side)
    return found


def _before_whom(reading: Reading, mentions: list[Mention], at: int) -> int:
    """The place of the participle before a name there: *sent to the council by the mayor*."""
    words = reading.words
    whom = next((m for m in mentions if m.first <= at < m.last), None)
    if whom is None or words[at + 1].breaks:
        return at
    before = whom.first - 1
    while before > 0 and words[before].low in _BEFORE_NAMES and not words[before + 1].breaks:
        before -= 1
    done = words[before - 1] if before > 0 and words[before].low in ("to", "from") else None
    return before - 1 if done is not None and is_past(done) else at


def _before_number(reading: Reading, at: int) -> int:
    """The place of the text that a number stands behind: *Notice 11/2009 of the ministry*."""
    start = at
    while at > 0 and (reading.words[at].text.isdigit() or reading.words[at].low == "no"):
        at -= 1
    return at if reading.words[at].low in _NUMBERED else start


_NUMBERED = frozenset("order notice decree letter circular decision".split())


def _body_of(reading: Reading, mentions: list[Mention], mention: Mention) -> Mention | None:
    """The name behind an *of* or *for* beside a name: *the observers of the Conference*."""
    lows = [word.low for word in reading.words[mention.last : mention.last + 2]]
    if lows[:1] not in (["of"], ["for"]) or reading.words[mention.last].breaks:
        return None
    at = mention.last + (2 if lows[1:] == ["the"] else 1)
    return next((other for other in mentions if other.first == at), None)


def _runs(reading: Reading, mentions: list[Mention]) -> dict[int, list[Mention]]:
    """The names that stand together as one, by the first word of each.

    *Finance Committee*, *the Caldrian cutter Halberd*.
    """
    runs: list[list[Mention]] = []
    for mention in mentions:
        before = runs[-1][-1] if runs else None
        if (
            before is not None
            and before.keys
            and not (mention.keys and before.entities and mention.entities)
            and _stand_together(reading, before, mention)
        ):
            runs[-1].append(mention)
        else:
            runs.append([mention])
    return {mention.first: run for run in runs for mention in run}


def _stand_together(reading: Reading, one: Mention, other: Mention) -> bool:
    """Whether nothing, or one noun only, stands between two names: *the cutter* above."""
    words = reading.words
    start = words[other.first].start
    if one.last == other.first:
        return start - words[one.last - 1].end == 1
    between = words[one.last : other.first]
    return (
        len(between) == 1
        and between[0].is_content
        and between[0].low.islower()
        and reading.text[between[0].end : start] == " "
        and reading.text[words[one.last - 1].end : between[0].start] == " "
        and not is_verb(reading, one.last)
        and not is_possessive(reading, one)
    )


_WHERE = frozenset("in at on off near from inside outside behind by".split())


def after_preposition(
    words: tuple[Word, ...], at: int, prepositions: frozenset[str] = _WHERE
) -> bool:
    """Whether a name stands after a preposition, and so does nothing: *growers in Kelda say*."""
    while (
        at > 0
        and not words[at].breaks
        and (words[at - 1].low in ("the", "a", "an") or words[at - 1].is_capitalised)
    ):
        at -= 1
    return at > 0 and words[at - 1].low in prepositions and not words[at].breaks


def _chain(reading: Reading, mentions: list[Mention]) -> dict[int, tuple[Mention, Mention]]:
    """The first and the last name of the list that each is in, by the place of its first word.

    The *Moscow* of *Moscow-backed* is in none.
    """
    plain = [m for m in mentions if not only_describes(reading, m)]
    lists: list[list[Mention]] = []
    for mention in plain:
        if lists and _joined(reading, lists[-1], mention):
            lists[-1].append(mention)
        else:
            lists.append([mention])
    return {
        m.first: (some[0], some[-1])
        for members in lists
        for some in _closed(reading, members)
        for m in some
    }


def _closed(reading: Reading, members: list[Mention]) -> Iterator[list[Mention]]:
    """A list up to its *and*; names after it that only a comma parts from it stand alone."""
    last = len(members)
    while (
        last > 1
        and reading.words[members[last - 2].last].breaks
        and members[last - 2].last == members[last - 1].first
        and not _is_counterpart(reading, members[:last], members[last - 1])
    ):
        last -= 1
    yield members[:last]
    yield from ([member] for member in members[last:])


def only_describes(reading: Reading, mention: Mention) -> bool:
    """Whether a hyphen ties a name to a participle: *Russian-backed*."""
    if mention.last >= len(reading.words):
        return False
    end, following = reading.words[mention.last - 1].end, reading.words[mention.last]
    tied = reading.text[end : following.start] in ("-", "‐", "‑")
    return tied and (following.low.endswith("ed") or following.low in PAST_FORMS)


def _after_aside(reading: Reading, at: int) -> int:
    """The place after what stands in brackets there: *the Ministry (the respondent) shall*."""
    end = reading.words[at - 1].end
    if reading.text[end : end + 2] != " (":
        return at
    close = reading.text.find(")", end)
    if reading.text[close : close + 2] != ") ":
        return at
    return next((n for n, word in enumerate(reading.words) if word.start > close), at)


def _bind_after(
    found: Bonds, reading: Reading, at: int, named: set[int], side: Side, begins: int = -1
) -> None:
    """Bind a name to what stands at a place behind it; `begins` is where its list does."""
    words = reading.words
    begins = begins if begins >= 0 else side[0].first
    passive = False
    at = _after_company(words, at)
    begin, at = at, _after_aside(reading, at)
    aside = at if at > begin else None
    plain = not after_preposition(words, side[0].first, _LINKS)
    if plain and at + 1 < len(words) and words[at].low in ("which", "who") and words[at].breaks:
        close = _close_of_aside(reading, at)
        if close:  # *the council, which met in May, raised*
            found.setdefault(("before", words[close].stem), []).append(side)
        at += 1  # *Turkey and Russia, which back*
    elif at + 1 < len(words) and words[at].breaks and words[at + 1].low == "by":
        past = words[at].low.endswith("ed") or words[at].low in PAST_FORMS
        if past:  # *Damascus, backed by*
            found.setdefault(("done to", words[at].stem), []).append(side)
        return
    if _is_urged(words, begins) and words[at : at + 1] and words[at].low == "to":
        at += 1
    at = _after_time(reading, at)
    while at < len(words) and _goes_on(words, at, aside) and _helps(words, at):
        passive = passive or words[at].low in _BE
        at += 1
    if at < len(words) and words[at].low in ("a", "an", "the", "no") and words[at - 1].low in _HAVE:
        at += 1  # *has no indication*
    if at >= len(words) or not _goes_on(words, at, aside) or at in named:
        return
    if not words[at].is_content:
        return
    past = words[at].low.endswith("ed") or words[at].low in PAST_FORMS
    whom = side[0].first > 0 and words[side[0].first - 1].low in _THAT
    if past and not passive and not whom and at + 1 < len(words) and not words[at + 1].breaks:
        # *those interviewed said* so, *those interviewed by the paper*: they were interviewed
        following = words[at + 1]
        passive = (following.low == "by" and at == begin) or (
            reading.manner.finite[at + 1] and following.low in PAST_FORMS
        )
    found.setdefault(("done to" if passive and past else "before", words[at].stem), []).append(side)
    inner = _inner_verb(words, at)
    if inner and not passive:
        found.setdefault(("before", words[inner].stem), []).append(side)
    for link in range(at + 1, min(at + _FAR, len(words) - 1)):
        if words[link].opens or reading.manner.finite[link] or words[link].low == "that":
            return
        if words[link].low == "and" and words[link + 1].stem in REPORTING:
            start = begins - (begins > 0 and words[begins - 1].low in _BEFORE_NAMES)
            if words[start].breaks:  # *the union regretted the ruling and said*
                found.setdefault(("before", words[link + 1].stem), []).append(side)
            return
        if words[link].low == "and" and words[link + 1].low in _MODALS:
            _bind_after(found, reading, link + 1, named, side)  # *shall replace and shall certify*
            return


_GOING_ON = stems("resume begin start continue keep go")


def _inner_verb(words: tuple[Word, ...], at: int) -> int:
    """The place of the verb that goes on: *may resume loading*, *went on loading*; 0 for none."""
    on = [word.low for word in words[at + 1 : at + 2]] == ["on"]
    behind = words[at + 1 + on : at + 2 + on]
    goes_on = words[at].stem in _GOING_ON and behind and not behind[0].breaks
    return at + 1 + on if goes_on and behind[0].low.endswith("ing") else 0


_URGES = stems(
    "require oblige order ask call urge tell instruct request invite allow permit enable compel "
    "force want expect direct bind forbid prohibit entitle authorise commit"
)


def _is_urged(words: tuple[Word, ...], at: int) -> bool:
    """Whether a name stands after a verb by which it is to do something: *requires the bank to*."""
    while (
        at > 0
        and words[at - 1].low in (*_BEFORE_NAMES, "on", "for", "upon")
        and not words[at].breaks
    ):
        at -= 1
    return at > 0 and words[at - 1].stem in _URGES and not words[at].breaks


def _after_company(words: tuple[Word, ...], at: int) -> int:
    """The place after those who do it with them: *the government and its allies have*."""
    joined = [word.low for word in words[at : at + 2]]
    if joined[:1] != ["and"] or joined[1:] not in (["its"], ["his"], ["her"], ["their"]):
        return at
    whom = words[at + 2 : at + 3]
    return at + 3 if whom and whom[0].is_content and not whom[0].breaks else at


def _after_time(reading: Reading, at: int) -> int:
    """The place after a time that stands before its verb: *the court on Thursday suspended*."""
    words = reading.words
    first = at + 1 if [w.low for w in words[at : at + 1]] in (["on"], ["in"], ["last"]) else at
    if first >= len(words) or words[at].breaks:
        return at
    when = next((w for w in reading.whens if w.start == words[first].start), None)
    if when is None:
        return at
    return next((n for n in range(first, len(words)) if words[n].start >= when.end), at)


def _close_of_aside(reading: Reading, at: int) -> int:
    """The place of the verb behind a *which* or *who* between two commas; 0 if there is none."""
    words = reading.words
    close = next((n for n in range(at + 1, min(at + _FAR, len(words))) if words[n].breaks), 0)
    plain = close and words[close].is_content and not words[close].opens
    return close if plain and reading.manner.finite[close] else 0


def _goes_on(words: tuple[Word, ...], at: int, aside: int | None) -> bool:
    """Whether a clause goes on there; brackets that end there are no end of it."""
    return not words[at].breaks or at == aside


_OFFICES = frozenset("ministry minister government parliament army navy".split())
"""Of these, *X's* and *of X* say the same."""
_DOER = ("er", "ers", "or", "ors", "ist", "ists", "man", "men", "woman", "women")
"""How words for somebody who does something end: *the society's driver*."""


def _bind_owner(found: Bonds, reading: Reading, at: int, side: Side) -> None:
    """*The ministry's own figure*; *the Guard's commander* is the commander of the Guard, too.

    *The inspection of the bank* is not the bank's: who does it, and to whom, may both stand so.
    """
    words = reading.words
    while at < len(words) and words[at].low in ("own", "first", "last") and not words[at].breaks:
        at += 1
    if at < len(words) and words[at].is_content and not words[at].breaks:
        person = words[at].low in ROLES or words[at].low.endswith(_DOER)
        for kind in ("'s", "of") if person else ("'s",):
            found.setdefault((kind, words[at].stem), []).append(side)
        for office in words[at : at + 2]:  # *the land's foreign ministry*
            if office.low in _OFFICES and not office.breaks:
                for kind in ("'s", "of"):
                    found.setdefault((kind, office.stem), []).append(side)
                break


def _helps(words: tuple[Word, ...], at: int) -> bool:
    """Whether a word only helps the verb after it: *is*, *will*, *largely*, the *to* of *is to*."""
    low = words[at].low
    if low == "to":
        return at > 0 and words[at - 1].low in (*_BE, *_HAVE, "due", "set")
    if low == "set":  # *is set to meet*, and not *set the award aside*
        return words[at - 1].low in _BE or [w.low for w in words[at + 1 : at + 2]] == ["to"]
    return low in _HELPERS or is_adverb(low) or low == "due"


def _joined(reading: Reading, members: list[Mention], other: Mention) -> bool:
    """Whether a name goes on a list: *Turkey and Russia*, *Iranian forces and Russian power*."""
    one = members[-1]
    if link_before(reading, members[0].first) == _low(reading, other.last) != "":
        return False  # *the hill by the army and the ford by the Guard*
    counted = reading.words[other.last : other.last + 2]
    if counted and counted[0].text[0].isdigit() and (len(counted) < 2 or counted[1].breaks):
        return False  # *700 members at the works, and the Guard 400*
    gap = reading.words[one.last : other.first]
    between = reading.text[reading.words[one.last - 1].end : reading.words[other.first].start]
    if between in ("-", ", ", "–", "/"):
        return True
    if _is_counterpart(reading, members, other):
        return True
    lows = [word.low for word in gap]
    if len(lows) > 2 and lows[-1].endswith("ed"):
        lows = lows[:-2]  # *and the Moscow-backed*
    if lows[:2] == ["and", "the"] and len(lows) == 3 and gap[-1].is_content:
        lows = lows[:1]  # *and the separatist*
    if lows[-1:] and lows[-1] in ("the", "his", "her", "its", "their", "a", "an"):
        lows.pop()
    if lows == ["and"] and gap[0].breaks:
        return len(members) > 1  # *Moscow, Ankara, and Tehran*
    return (
        0 < len(lows) <= 3
        and lows[-1] in ("and", "or")
        and not any(word.breaks for word in gap)
        and not any(low in _HELPERS or low in _LINKS for low in lows[:-1])
    )


def _is_counterpart(reading: Reading, members: list[Mention], other: Mention) -> bool:
    """Whether a name tells who somebody else on a list is."""
    start = reading.words[other.first].start
    ends = (reading.words[member.last - 1].end for member in members)
    return any(_COUNTERPART.fullmatch(reading.text, end, start) for end in ends)


_COUNTERPART = re.compile(r",?\s(?:and|with)\s(?:his|her|its|their)(?:\s[^\s.,;:]+){1,4},\s")
"""Between two names of a list: *Putin and his Turkish counterpart, Erdogan*."""


def link_before(reading: Reading, at: int) -> str:
    """The preposition before a name; "" if there is none."""
    words = reading.words
    while at > 0 and words[at - 1].low in ("the", "a", "an") and not words[at].breaks:
        at -= 1
    return words[at - 1].low if at > 0 and words[at - 1].low in _LINKS else ""


def _low(reading: Reading, at: int) -> str:
    return reading.words[at].low if at < len(reading.words) else ""


def _is_gerund_noun(reading: Reading, at: int) -> bool:
    """Whether a word is no verb, though it ends as one: *the meeting*."""
    before = reading.words[at - 1].low if at and not reading.words[at].breaks else ""
    return reading.words[at].low.endswith("ing") and before in _ARTICLES


def sides_of(reading: Reading, names: Mapping[int, frozenset[str]]) -> Sides:
    """The names before and after each verb, as who does it and to whom; *by* turns them round."""
    mentions = [m for m in reading.mentions if m.first in names]
    found: Sides = {}
    if len(mentions) < 2:
        return found
    for at, word in enumerate(reading.words):
        if word.low in _VERSUS:
            one = next((m for m in mentions if m.last == at), None)
            other = next((m for m in mentions if 0 <= m.first - at - 1 <= 2), None)
            if one is not None and other is not None:
                pair = (one, names[one.first]), (other, names[other.first])
                found.setdefault("against", []).append(pair)
        if not is_verb(reading, at) or _is_gerund_noun(reading, at):
            continue
        left = next((m for m in reversed(mentions) if m.last <= at), None)
        right = next((m for m in mentions if m.first > at), None)
        if left is not None and (is_possessive(reading, left) or _is_pronoun(reading, at - 1)):
            continue
        if left is None or right is None or at - left.last > _FAR or right.first - at > _FAR:
            continue
        if any(_stops(reading, w) for w in reading.words[left.last : right.first + 1]):
            continue
        before, after = (left, names[left.first]), (right, names[right.first])
        if not before[1].isdisjoint(after[1]):
            continue
        following = [w.low for w in reading.words[at + 1 : right.first]]
        if at and reading.words[at - 1].low == "as" and not word.low.endswith("ing"):
            continue  # *whom the union counts as dismissed*
        if _is_said_last(reading, at, right):
            continue  # *…, says the ministry*: it does nothing to who is named before
        if following[:-2] and "and" in following[-2:] and following[-1] in ("and", "the"):
            continue  # *the ministry bears 40 per cent and the agency 60*
        helped = any(w.low in _BE for w in reading.words[max(0, at - 3) : at])
        done = [w.low for w in reading.words[max(0, at - 2) : at]]
        active = not helped and done[-1:] == ["not"] and not _HAVE.isdisjoint(done)
        past = word.low.endswith("ed") or word.low in PAST_FORMS
        passive = (
            past
            and "by" in following
            and not active  # *has not seen an answer by*
            and (
                helped
                or link_before(reading, right.first) == "by"  # *identified by name 41 soldiers*
                or following[:2] in (["by"], ["by", "the"])
                or not reading.manner.finite[at]
            )
        )
        found.setdefault(word.stem, []).append((after, before) if passive else (before, after))
    return found


def _is_said_last(reading: Reading, at: int, mention: Mention) -> bool:
    """Whether a sentence ends with a word of saying behind a comma, and who says it."""
    words = reading.words
    return (
        words[at].breaks
        and words[at].stem in REPORTING
        and all(word.low in _BEFORE_NAMES for word in words[at + 1 : mention.first])
        and (mention.last == len(words) or words[mention.last].breaks)
    )


def _is_pronoun(reading: Reading, at: int) -> bool:
    """Whether somebody without a name does it: *in a letter to the union, he writes*."""
    return at >= 0 and reading.words[at].low in ("he", "she", "it", "they")


_VERSUS = frozenset(("against", "v", "vs", "versus"))


def is_possessive(reading: Reading, mention: Mention) -> bool:
    """Whether a name says whose something is: *Turkey's*."""
    last = reading.words[mention.last - 1]
    return last.text.endswith(("'s", "’s")) or (
        last.low.endswith("s") and reading.text[last.end : last.end + 2] in ("' ", "’ ")
    )


def is_verb(reading: Reading, at: int) -> bool:
    """Whether a word may be a verb."""
    word = reading.words[at]
    if not word.is_content or word.is_capitalised or is_adverb(word.low):
        return False
    if any(number.start <= word.start < number.end for number in reading.numbers):
        return False  # *two thirds*
    if reading.manner.finite[at] or reading.manner.mood[at] or word.low.endswith("ing"):
        return True
    before = reading.words[at - 1].low if at else ""
    if not word.breaks and any(
        n.start <= reading.words[at - 1].start < n.end for n in reading.numbers
    ):
        return False  # *58 incidents*
    if before in ("to", "which", "who", "and", "not"):
        return True
    return (
        word.low.endswith("s") and not word.low.endswith(("ss", *_DOER)) and before not in _ARTICLES
    )


def _stops(reading: Reading, word: Word) -> bool:
    before = reading.text[max(0, word.start - 3) : word.start]
    return word.breaks and before.rstrip(' "”’)')[-1:] in (".", "!", "?", ";")

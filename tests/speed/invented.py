"""The invented world of the generated corpora: its towns, offices and newspapers, and what happens.

Nothing here names a person, or a place or body that exists. Every list may be picked from in any
order; what must be unique is numbered by the caller.
"""

from __future__ import annotations

from dataclasses import dataclass

_FIRST = "Bry Cald Dorv Esk Falm Grev Hald Isk Jarn Kolv Lysk Marv Nolv Orsk Pelv Quor Rusk Selv "
_FIRST += "Tolm Ulv Varn Wesk Yarv Zelm"
_MIDDLE = "a e i o u ai ei ou ara eri ilo omi une alu"
_LAST = "bek dun fal gar hesk lund marn nost pesh rond shal tarv vesh wick yund zan"
_QUARTERS = ("", "Upper ", "Lower ", "Old ", "New ", "East ", "West ", "Far ", "Near ")


def town(number: int) -> str:
    """The name of a town; each number below 48,384 has one of its own."""
    first, middle, last = _FIRST.split(), _MIDDLE.split(), _LAST.split()
    count = len(first) * len(middle) * len(last)
    quarter, place = divmod(number, count)
    # 1,009 is prime to the count: neighbours in number are no neighbours in the alphabet.
    place = place * 1009 % count
    place, one = divmod(place, len(first))
    three, two = divmod(place, len(middle))
    return f"{_QUARTERS[quarter % len(_QUARTERS)]}{first[one]}{middle[two]}{last[three]}"


OFFICES = (
    ("Council", "state", "side-council"),
    ("Garrison Command", "state-force", "side-council"),
    ("Relief Committee", "ngo", "side-relief"),
    ("Volunteers' Front", "non-state-armed", "side-front"),
    ("Office for Roads and Crossings", "state-force", "side-council"),
    ("Observers' Mission", "monitor", "side-observers"),
    ("Water and Power Board", "state-force", "side-council"),
    ("Union of Displaced Families", "population", "side-families"),
    ("Registry of Detainees", "igo", "side-observers"),
    ("Harbour Guard", "state-force", "side-front"),
    ("Radio", "media", "side-media"),
    ("Assembly of Elders", "population", "side-families"),
)
"""What an actor may be besides its town: its name, its type, and the side it stands on."""

SIDES = (
    ("side-council", "The councils and their forces"),
    ("side-front", "The fronts and guards"),
    ("side-relief", "Relief organisations"),
    ("side-observers", "Observers and registries"),
    ("side-families", "Families and elders"),
    ("side-media", "Media"),
)

_REGIONS = "Saltmarsh Highmoor Lowland Riverbend Stonefield Westcoast Northgate Pinewood Lakeside"
_REGIONS += " Eastvale Greyhill Longshore"
_TITLES = "Courier Gazette Herald Messenger Chronicle Standard Dispatch Mirror Record Weekly"
PUBLISHERS = tuple(
    f"The {region} {title}" for region in _REGIONS.split() for title in _TITLES.split()
)
AGENCIES = ("Lantern Wire", "Tidewater Press Agency", "Meridian News Service", "Crossroads Wire")

ROLES = ("signatory", "obligor", "negotiator", "host", "mediator", "witness")
RELATIONS = ("negotiates-with", "opposes", "backs", "reports-on")

DISCREPANCY_KINDS = (
    *("attribution",) * 13,
    *("framing",) * 11,
    *("interpretation",) * 10,
    *("omission",) * 8,
    *("definition",) * 7,
    *("content",) * 7,
    *("time",) * 6,
    *("place",) * 4,
    *("source-error",) * 3,
    *("validity",) * 3,
    *("translation",) * 2,
    *("compliance", "quantity", "existence"),
)
DISCREPANCY_STATUSES = (
    *("open",) * 58,
    *("apparent",) * 14,
    *("narrowed",) * 3,
    *("resolved-weight",) * 2,
)
"""As often as in the flagship; the kinds likewise."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of thing that happens, with the words for it.

    `wordings` are sentences of sources, `retold` sentences of ours. All may use `{who}`, `{whom}`
    (actors), `{town}`, `{other}` (towns), `{number}` and `{day}`; titles only towns and the day.
    """

    name: str
    term: str
    event: str
    unit: str
    title: str
    term_title: str
    question: str
    wordings: tuple[str, ...]
    retold: tuple[str, ...]


KINDS = (
    Kind(
        "aid",
        "humanitarian-access",
        "other",
        "lorries",
        "Aid convoy to {town}",
        "Convoys between {other} and {town}",
        "How many lorries reached {town} {day}?",
        (
            "The {who} said that {number} lorries with flour, blankets and medicines had reached "
            "{town} {day}, the largest delivery since the road from {other} was opened.",
            "{number} lorries carrying food and blankets arrived in {town} {day}, according to the "
            "{who}, which said that a second convoy was waiting at {other}.",
            "Residents of {town} watched {number} lorries roll in from {other} {day} after the "
            "{whom} had let the convoy pass without a search, the {who} reported.",
            "A convoy of {number} lorries was unloaded in {town} {day}, and the {who} said that "
            "the flour would last the town for about three weeks.",
        ),
        (
            "By the account of the {who}, {number} lorries with aid reached {town} {day}.",
            "The {who} says that an aid convoy of {number} lorries came to {town} from {other} "
            "{day}; what it carried is told in general words only.",
        ),
    ),
    Kind(
        "patrol",
        "patrol-joint-operation",
        "patrol",
        "vehicles",
        "Patrol between {town} and {other}",
        "Patrols on the road from {town} to {other}",
        "How many vehicles took part in the patrol near {town} {day}?",
        (
            "The {who} sent {number} vehicles along the road from {town} to {other} {day}, in the "
            "first patrol that it has agreed with the {whom} beforehand.",
            "A column of {number} vehicles left {town} {day} and returned from {other} after "
            "nightfall, while the {whom} kept its own men away from the road.",
            "Shopkeepers in {other} counted {number} vehicles of the {who} {day}, which passed "
            "without stopping and turned back before the bridge at {town}.",
            "According to the {whom}, {number} vehicles took part in the patrol near {town} {day}, "
            "and none of them left the part of the road that had been agreed.",
        ),
        (
            "A patrol of {number} vehicles drove between {town} and {other} {day}, as the {who} "
            "and the {whom} had agreed.",
            "The {whom} counts {number} vehicles in the patrol of the {who} near {town} {day}, and "
            "says that they kept to the agreed part of the road.",
        ),
    ),
    Kind(
        "shelling",
        "cessation",
        "attack",
        "shells",
        "Shells on {town}",
        "Halt of fire around {town}",
        "How many shells fell on {town} {day}?",
        (
            "{number} shells fell on the fields between {town} and {other} {day}, the {who} said, "
            "and called it the gravest breach since the accord was made.",
            "The {whom} denied having fired on {town} {day}, after the {who} had spoken of "
            "{number} shells and of damage to a mill and two barns.",
            "Families near {town} spent the night in cellars {day}, when by the count of the {who} "
            "{number} shells came down within a few hours.",
            "In a notice read out in {other}, the {who} put the number of shells that had hit "
            "{town} {day} at {number} and asked the {whom} for an answer.",
        ),
        (
            "The {who} says that {number} shells fell on or near {town} {day}; the {whom} is "
            "reported as denying it.",
            "Shells fell near {town} {day}, {number} by the count of the {who}. Who fired them is "
            "not said by anyone but the {who}.",
        ),
    ),
    Kind(
        "displacement",
        "displaced-return",
        "displacement",
        "families",
        "Families leave {town}",
        "Return of families to {town}",
        "How many families left {town} {day}?",
        (
            "{number} families left {town} for {other} {day}, most of them on foot, and the {who} "
            "opened a school and a warehouse to take them in.",
            "The {who} registered {number} families from {town} {day} and warned that the camp at "
            "{other} has no room for any more before the winter.",
            "By evening {number} families had crossed from {town} into {other}, the {who} said "
            "{day}, while the {whom} spoke of people visiting relatives.",
            "Teachers in {other} told the {who} that {number} families from {town} had come to "
            "their doors {day}, many without papers, food or winter clothes.",
        ),
        (
            "The {who} registered {number} families who went from {town} to {other} {day}.",
            "By the count of the {who}, {number} families left {town} {day}. The {whom} does not "
            "call it displacement.",
        ),
    ),
    Kind(
        "talks",
        "follow-up-talks",
        "talks",
        "hours",
        "Talks in {town}",
        "Talks every month in {town}",
        "How many hours did the talks in {town} {day} last?",
        (
            "Delegates of the {who} and the {whom} met in {town} {day} and talked for {number} "
            "hours about the crossings, without making anything public.",
            "After {number} hours behind closed doors in {town} {day}, the {who} said that the "
            "{whom} had accepted all points but one, which it did not name.",
            "The talks in {town} ended {day} after {number} hours, and both the {who} and the "
            "{whom} promised to meet again in {other} within the month.",
            "A short text agreed in {town} {day}, after {number} hours of talks, obliges the {who} "
            "and the {whom} to exchange lists of their posts around {other}.",
        ),
        (
            "The {who} and the {whom} met in {town} {day}, for {number} hours by one account; the "
            "outcome was not made public.",
            "After talks of {number} hours in {town} {day}, the {who} said that the {whom} had "
            "accepted most of what it asked for.",
        ),
    ),
    Kind(
        "detainees",
        "prisoner-detainee",
        "other",
        "detainees",
        "Exchange of detainees at {town}",
        "Exchange of detainees at {town}",
        "How many detainees were exchanged at {town} {day}?",
        (
            "{number} detainees walked across the bridge at {town} {day}, in an exchange that the "
            "{who} and the {whom} had prepared for most of the spring.",
            "The {who} confirmed that {number} detainees were handed over near {town} {day}, and "
            "said that the names would be read out in {other} first.",
            "Lists with {number} names were exchanged in {town} {day}, but the {whom} said that "
            "not everyone on them was being held by its people.",
            "Relatives waited in {other} until dark {day} for the {number} detainees whom the "
            "{who} had promised to bring from {town} by noon.",
        ),
        (
            "The {who} and the {whom} exchanged {number} detainees at {town} {day}.",
            "An exchange of detainees took place at {town} {day}. The {who} gives their number as "
            "{number}; the {whom} disputes the lists.",
        ),
    ),
    Kind(
        "observers",
        "monitoring-verification",
        "publication",
        "breaches",
        "Observers' count for {town}",
        "Observation posts around {town}",
        "How many breaches were counted around {town} {day}?",
        (
            "Observers of the {who} counted {number} breaches around {town} {day}, fewer than in "
            "any week since their posts on the heights above {other} were set up.",
            "The {whom} rejected the count of {number} breaches that the {who} published {day}, "
            "and said that its posts near {town} had not been asked.",
            "A report handed out in {other} {day} lists {number} breaches around {town}, each with "
            "its hour, but does not say which side the {who} holds responsible.",
            "From {town} alone the {who} received notice of {number} breaches {day}, of which it "
            "could look into hardly half before the road was closed again.",
        ),
        (
            "The {who} counted {number} breaches around {town} {day}; the {whom} rejects the "
            "count.",
            "A report of {day} lists {number} breaches around {town}. It does not say who "
            "committed them.",
        ),
    ),
    Kind(
        "water",
        "infrastructure-route",
        "reopening",
        "villages",
        "Water station at {town} runs again",
        "Repair of the water station at {town}",
        "How many villages had water again from {town} {day}?",
        (
            "Water from the station at {town} reached {number} villages again {day}, the {who} "
            "said, after its engineers had been let through from {other}.",
            "The {who} repaired two pumps at {town} {day}, enough for {number} villages, and asked "
            "the {whom} to leave the power line to {other} alone.",
            "For the first time in months {number} villages downstream of {town} had water {day}, "
            "although the {whom} still keeps a post beside the sluice.",
            "Engineers told the {who} that {number} villages depend on the station at {town}, "
            "which ran {day} for six hours with fuel brought from {other}.",
        ),
        (
            "The water station at {town} supplied {number} villages again {day}, as the {who} "
            "says.",
            "Repairs at {town} brought water to {number} villages {day}; the {who} asks the {whom} "
            "to leave the power line alone.",
        ),
    ),
)

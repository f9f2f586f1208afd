"""Who is a party: the actors that agreed to something, and those that belong to them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from quoteproof.model import vocabulary as v
from quoteproof.model.summaries import Summaries

_BINDS = (v.RelationKind.LEADS, v.RelationKind.PART_OF, v.RelationKind.SPEAKS_FOR)


def parties(summaries: Summaries) -> Mapping[str, str]:
    """The party that each actor is, or leads, is part of or speaks for; by the actor's id.

    An actor that belongs to several has the first of them, in the order of the agreements.
    """
    members: dict[str, list[str]] = defaultdict(list)
    for actor in summaries.actors:
        above = [actor.parent, *(tie.to for tie in actor.relations if tie.kind in _BINDS)]
        for id in above:
            if id is not None:
                members[id].append(actor.id)
    agreeing = dict.fromkeys(party for one in summaries.agreements for party in one.parties)
    bound = {party: party for party in agreeing}
    for party in agreeing:
        joining = [party]
        while joining:
            for member in members[joining.pop()]:
                if member not in bound:
                    bound[member] = party
                    joining.append(member)
    return bound

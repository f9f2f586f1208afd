"""Who with whom: who stands in which box, which relation is drawn, and how."""

import re
from itertools import combinations
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from pages.figures.made import view_of
from quoteproof.pages.figures.layout import Drawing, Group, Item, Tie, lay_out
from quoteproof.pages.links import side_id

ACTORS = """\
actors:
  - {id: council, name: Council, type: state, relations: [{kind: opposes, to: guild, cite: CITE}]}
  - {id: clerk, name: Clerk, type: person, side: town, parent: harbour-office,
     relations: [{kind: speaks-for, to: harbour-office, cite: CITE}]}
  - {id: crane, name: Crane, type: state-force, side: town, parent: harbour-office}
  - {id: guild, name: Guild, type: ngo, relations: [
       {kind: opposes, to: council, cite: CITE},
       {kind: negotiates-with, to: harbour-office, cite: CITE}]}
  - {id: crew, name: Crew, type: population, parent: crane}
  - {id: nobody, name: Nobody, type: person}
"""


def figure(root: Path, text: str = ACTORS) -> Any:
    return view_of("actors", root, text.replace("CITE", "[{office: About 40 boats}]"))


def drawn(drawing: Drawing) -> list[str]:
    return [node.id for box in drawing.boxes for node in box.nodes]


def test_each_side_is_a_box_in_which_one_hangs_below_another(tmp_path: Path) -> None:
    boxes = {box.id: box for box in figure(tmp_path).wide.boxes}

    assert boxes.keys() == {side_id("town"), side_id("")}
    town = {node.id: node for node in boxes[side_id("town")].nodes}
    assert list(town) == ["harbour-office", "clerk", "crane"]
    assert [bool(node.branch) for node in town.values()] == [False, True, True]
    assert [line.text for line in town["clerk"].lines] == ["Clerk", "speaks for"]
    assert [line.text for line in town["crane"].lines] == ["Crane"]


def test_relations_between_sides_are_edges_and_those_within_are_words(tmp_path: Path) -> None:
    made = figure(tmp_path)

    assert [(edge.kind, edge.mutual) for edge in made.wide.edges] == [
        ("negotiates-with", False),
        ("belongs", False),
    ]
    (others,) = (box for box in made.wide.boxes if box.id == side_id(""))
    words = {node.id: [line.text for line in node.lines] for node in others.nodes}
    assert words == {
        "council": ["Council", "opposes Guild"],
        "guild": ["Guild", "opposes Council"],
        "crew": ["Crew"],
    }
    assert [(key.kind, key.label) for key in made.kinds] == [
        ("negotiates-with", "negotiates with"),
        ("belongs", ""),
    ]


def test_nobody_with_a_relation_is_left_out(tmp_path: Path) -> None:
    made = figure(tmp_path)
    expected = ["clerk", "council", "crane", "crew", "guild", "harbour-office"]

    assert sorted(drawn(made.wide)) == sorted(drawn(made.narrow)) == sorted(made.marks) == expected
    assert [link.text for link in made.alone] == ["Nobody"]
    told = [(line.source.text, line.kind, line.target.text, len(line.cited)) for line in made.lines]
    assert told == [
        ("Council", "opposes", "Guild", 1),
        ("Clerk", "speaks for", "Harbour office of Norrvik", 1),
        ("Crane", "", "Harbour office of Norrvik", 0),
        ("Guild", "opposes", "Council", 1),
        ("Guild", "negotiates with", "Harbour office of Norrvik", 1),
        ("Crew", "", "Crane", 0),
    ]


def test_what_goes_both_ways_is_one_edge(tmp_path: Path) -> None:
    both = """\
actors:
  - {id: a, name: A, type: ngo, relations: [{kind: opposes, to: harbour-office, cite: CITE}]}
  - {id: b, name: B, type: ngo, side: town, relations: [{kind: opposes, to: c, cite: CITE}]}
  - {id: c, name: C, type: ngo, relations: [{kind: opposes, to: b, cite: CITE}]}
"""
    edges = figure(tmp_path, both).wide.edges

    assert [(edge.kind, edge.mutual) for edge in edges] == [("opposes", False), ("opposes", True)]


def test_a_ring_of_parts_does_not_hang_for_ever(tmp_path: Path) -> None:
    ring = """\
actors:
  - {id: a, name: A, type: ngo, relations: [{kind: leads, to: b, cite: CITE}]}
  - {id: b, name: B, type: ngo, relations: [{kind: leads, to: a, cite: CITE}]}
"""
    made = figure(tmp_path, ring)

    assert sorted(drawn(made.wide)) == ["a", "b"]


# ---- The layout, of any groups and ties

IDS = [f"i{number}" for number in range(12)]


@st.composite
def graphs(draw: st.DrawFn) -> tuple[list[Group], list[Tie]]:
    names = st.text("aiW é停", min_size=1, max_size=40)
    groups, left = [], list(IDS)
    while left:
        size = draw(st.integers(1, len(left)))
        ids, left = left[:size], left[size:]
        items = [
            Item(id, draw(names), draw(names), int(place > 0), ids[0] if place else "")
            for place, id in enumerate(ids)
        ]
        groups.append(Group(ids[0], draw(names), tuple(items)))
    pairs = st.tuples(st.sampled_from(IDS), st.sampled_from(IDS)).filter(lambda p: p[0] != p[1])
    found = draw(st.lists(pairs, max_size=14, unique=True))
    return groups, [Tie("backs", "backs", one, other, draw(st.booleans())) for one, other in found]


@settings(max_examples=30, deadline=None)
@given(graphs(), st.sampled_from([(1, 350, 0), (2, 688, 150)]))
def test_boxes_do_not_touch_and_all_stays_on_the_drawing(
    graph: tuple[list[Group], list[Tie]], form: tuple[int, int, int]
) -> None:
    columns, width, channel = form
    made = lay_out(*graph, columns=columns, width=width, channel=channel)

    assert sorted(drawn(made)) == sorted(IDS)
    assert len(made.edges) == len(graph[1])
    for one, other in combinations(made.boxes, 2):
        beside = one.x + one.width < other.x or other.x + other.width < one.x
        above = one.y + one.height < other.y or other.y + other.height < one.y
        assert beside or above
    for box in made.boxes:
        assert box.x >= 0 and box.x + box.width <= width and box.y + box.height <= made.height
        assert all(box.y < node.y < box.y + box.height for node in box.nodes)
    for edge in made.edges:
        assert 0 <= edge.x <= width
        assert all(0 <= int(n) <= max(width, made.height) for n in re.findall(r"-?\d+", edge.path))


@settings(max_examples=30, deadline=None)
@given(graphs())
def test_the_same_graph_gives_the_same_drawing(graph: tuple[list[Group], list[Tie]]) -> None:
    one, other = (lay_out(*graph, columns=2, width=688, channel=150) for _ in range(2))

    assert one == other


def test_sides_that_have_to_do_with_each_other_stand_opposite() -> None:
    groups = [Group(id, id, (Item(id, id, "", 0, ""),)) for id in "abcd"]
    ties = [Tie("backs", "backs", one, other, mutual=False) for one, other in ("ab", "cd")]
    made = lay_out(groups, ties, columns=2, width=688, channel=150)

    at = {box.id: (box.x, box.y) for box in made.boxes}
    assert at["a"][1] == at["b"][1] != at["c"][1] == at["d"][1]
    assert at["a"][0] == at["c"][0] < at["b"][0] == at["d"][0]

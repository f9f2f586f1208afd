"""Where boxes of lines, and the edges between the lines, go on a drawing; all in whole pixels.

The boxes stand in one column or in two, in an order that keeps the edges short. Inside a box the
lines are a tree, drawn by indentation. An edge between two columns runs through the channel between
them, one within a column through the gutter outside of it, where each has a lane of its own. Layout
libraries know no such boxes, place by iteration from a random start, or need a system's binary.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from quoteproof.pages.figures.measure import text_width, wrapped

NAME_SIZE = 13
NOTE_SIZE = 11
LABEL_SIZE = 10
_LINE = 16
_INDENT = 18
_PAD = 9
_SIGN = 6
"""From the padding of a box to the middle of a sign, so that an arrowhead has room."""
_BETWEEN_NODES = 7
_BETWEEN_BOXES = 18
_BETWEEN_PORTS = 9
_LANE = 15


@dataclass(frozen=True, slots=True)
class Item:
    """A line to be placed: what it says, how deep in the tree, and what stands behind it."""

    id: str
    name: str
    note: str
    depth: int
    parent: str
    """Empty for a root."""


@dataclass(frozen=True, slots=True)
class Group:
    """A box to be placed, with its lines from top to bottom; a child comes after its parent."""

    id: str
    title: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Tie:
    """An edge to be drawn; `mutual` where it goes both ways."""

    kind: str
    label: str
    source: str
    target: str
    mutual: bool


@dataclass(frozen=True, slots=True)
class Line:
    """Words at a place; `y` is their baseline. `role` is title, name or note."""

    role: str
    text: str
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Node:
    """A placed line: its sign at `x`, `y`, its words, and the path of the branch to its parent."""

    id: str
    x: int
    y: int
    lines: tuple[Line, ...]
    branch: str


@dataclass(frozen=True, slots=True)
class Box:
    """A placed box."""

    id: str
    x: int
    y: int
    width: int
    height: int
    title: tuple[Line, ...]
    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Edge:
    """A placed edge. Its path runs from the source to the target; the label may be turned."""

    kind: str
    label: str
    path: str
    mutual: bool
    x: int
    y: int
    turned: bool


@dataclass(frozen=True, slots=True)
class Drawing:
    """What is placed, and the size of it all."""

    width: int
    height: int
    boxes: tuple[Box, ...]
    edges: tuple[Edge, ...]


_Columns = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class _Port:
    """Where edges meet a line: left of its sign, or right of its words, and in which column."""

    column: int
    left: int
    right: int
    y: int


def lay_out(
    groups: Sequence[Group], ties: Sequence[Tie], *, columns: int, width: int, channel: int
) -> Drawing:
    """The groups in one or two columns, and the edges between their lines.

    The same input gives the same drawing.
    """
    by_id = {group.id: group for group in groups}
    busy = _busy(ties)
    rough = _Frame(width, columns, channel, (2, 2), busy)
    order = _best_order(by_id, ties, rough)
    frame = rough
    for _ in range(4):  # other gutters make other boxes, and these other lanes
        ports = _ports(frame.boxes(by_id, order), order)
        first, last = (_count(_lanes(_within(c, ties, ports), ports)) for c in (0, columns - 1))
        frame = replace(frame, lanes=(first if columns == 2 else 0, last))
    boxes = frame.boxes(by_id, order)
    return Drawing(
        width,
        max((box.y + box.height for box in boxes), default=0),
        boxes,
        tuple(_edges(ties, _ports(boxes, order), frame)),
    )


def _busy(ties: Iterable[Tie]) -> Mapping[str, int]:
    count: dict[str, int] = defaultdict(int)
    for tie in ties:
        count[tie.source] += 1
        count[tie.target] += 1
    return count


@dataclass(frozen=True, slots=True)
class _Frame:
    """The measures of a drawing; `busy` says how many edges a line has.

    `lanes` are those in the gutters at the start and at the end.
    """

    width: int
    columns: int
    channel: int
    lanes: tuple[int, int]
    busy: Mapping[str, int]

    @property
    def pitch(self) -> int:
        """The way from lane to lane: less than usual where there are very many."""
        return min(_LANE, self.width // (3 * self.columns) // max(*self.lanes, 1)) or 1

    @property
    def gutters(self) -> tuple[int, int]:
        """How wide the gutters are."""
        first, last = (lanes * self.pitch + 4 if lanes else 1 for lanes in self.lanes)
        return first, last

    @property
    def column_width(self) -> int:
        """How wide a box is."""
        taken = sum(self.gutters) + (self.columns - 1) * self.channel
        return (self.width - taken) // self.columns

    def column_left(self, column: int) -> int:
        """Where the boxes of a column begin."""
        return self.gutters[0] + column * (self.column_width + self.channel)

    def boxes(self, groups: Mapping[str, Group], order: _Columns) -> tuple[Box, ...]:
        """The boxes, stacked in each column."""
        placed = []
        for column, ids in enumerate(order):
            y = 0
            for id in ids:
                box = self._box(groups[id], self.column_left(column), y)
                placed.append(box)
                y += box.height + _BETWEEN_BOXES
        return tuple(placed)

    def _box(self, group: Group, x: int, y: int) -> Box:
        room = self.column_width - 2 * _PAD
        below = y + _PAD + NOTE_SIZE
        title = []
        for text in wrapped(group.title, NOTE_SIZE, room * 9 // 10):  # it is set in bold
            title.append(Line("title", text, x + _PAD, below))
            below += _LINE - 2
        below += 4
        nodes: dict[str, Node] = {}
        for item in group.items:
            node, below = self._node(item, x + _PAD, below, nodes)
            nodes[item.id] = node
        return Box(
            group.id, x, y, self.column_width, below - y, tuple(title), tuple(nodes.values())
        )

    def _node(self, item: Item, x: int, y: int, nodes: Mapping[str, Node]) -> tuple[Node, int]:
        x += _SIGN + item.depth * _INDENT
        text_x = x + 14
        room = self.column_width - 14 - _SIGN - item.depth * _INDENT - 2 * _PAD
        lines = []
        below = y + NAME_SIZE
        for text in wrapped(item.name, NAME_SIZE, room):
            lines.append(Line("name", text, text_x, below))
            below += _LINE
        for text in wrapped(item.note, NOTE_SIZE, room) if item.note else ():
            lines.append(Line("note", text, text_x, below - 1))
            below += _LINE - 2
        height = max(below - y - NAME_SIZE, self.busy.get(item.id, 0) * _BETWEEN_PORTS)
        middle = y + NAME_SIZE - 5
        branch = ""
        if item.parent in nodes:
            parent = nodes[item.parent]
            branch = f"M{parent.x} {parent.y + 7}V{middle}H{x - 7}"
        return Node(item.id, x, middle, tuple(lines), branch), y + height + _BETWEEN_NODES


def _ports(boxes: Iterable[Box], order: _Columns) -> dict[str, _Port]:
    column_of = {id: column for column, ids in enumerate(order) for id in ids}
    return {
        node.id: _Port(
            column_of[box.id],
            node.x - 9,
            node.lines[0].x + text_width(node.lines[0].text, NAME_SIZE) + 4,
            node.y,
        )
        for box in boxes
        for node in box.nodes
    }


# ---- The order of the boxes

_STAYING = 40
_CROSSING = 40
_OUT_OF_ORDER = 30
_PATIENCE = 150_000
"""How many orders are tried, times the edges of each: beyond this, good is good enough."""


def _best_order(groups: Mapping[str, Group], ties: Sequence[Tie], frame: _Frame) -> _Columns:
    """The order with the least cost that is found by moving or swapping boxes, one at a time."""
    ids = tuple(groups)
    half = -(-len(ids) // frame.columns)
    starts: tuple[_Columns, ...] = (
        tuple(ids[column :: frame.columns] for column in range(frame.columns)),
        tuple(ids[column * half : (column + 1) * half] for column in range(frame.columns)),
    )
    # The size of a box does not depend on its place.
    boxes = {box.id: box for box in frame.boxes(groups, starts[0])}

    def cost(order: _Columns) -> tuple[int, _Columns]:
        return _cost(order, boxes, ties, ids), order

    tries = _PATIENCE // (len(ties) + 10)
    return min(_descended(cost(start), cost, tries) for start in starts)[1]


def _descended(
    best: tuple[int, _Columns], cost: Callable[[_Columns], tuple[int, _Columns]], tries: int
) -> tuple[int, _Columns]:
    """The best order that is reached by ever better neighbours, until there is none or no try."""
    while True:
        neighbours = list(islice(_neighbours(best[1]), max(tries, 0)))
        tries -= len(neighbours)
        found = min(map(cost, neighbours), default=best)
        if found[0] >= best[0]:
            return best
        best = found


def _neighbours(order: _Columns) -> Iterator[_Columns]:
    every = [id for column in order for id in column]
    for id in every:
        without = tuple(tuple(other for other in column if other != id) for column in order)
        for c, column in enumerate(without):
            for place in range(len(column) + 1):
                moved = (*column[:place], id, *column[place:])
                yield (*without[:c], moved, *without[c + 1 :])
    for i, one in enumerate(every):
        for other in every[i + 1 :]:
            swap = {one: other, other: one}
            yield tuple(tuple(swap.get(id, id) for id in column) for column in order)
    yield order[::-1]
    yield tuple(column[::-1] for column in order)


def _cost(
    order: _Columns, boxes: Mapping[str, Box], ties: Sequence[Tie], given: Sequence[str]
) -> int:
    """Long edges, those that cross or stay in a column, height, and another order than given."""
    at: dict[str, tuple[int, int]] = {}
    tallest = 0
    for column, ids in enumerate(order):
        y = 0
        for id in ids:
            box = boxes[id]
            at.update({node.id: (column, y + node.y - box.y) for node in box.nodes})
            y += box.height + _BETWEEN_BOXES
        tallest = max(tallest, y)
    cost = 2 * tallest
    across = []
    for tie in ties:
        one, other = sorted((at[tie.source], at[tie.target]))
        cost += abs(one[1] - other[1])
        if one[0] == other[0]:
            cost += _STAYING
        else:
            across.append((one[1], other[1]))
    across.sort()
    cost += _CROSSING * sum(
        one[0] < other[0] and one[1] > other[1]
        for place, one in enumerate(across)
        for other in across[place + 1 :]
    )
    rank = {id: place for place, id in enumerate(given)}
    for ids in (*order, tuple(column[0] for column in order if column)):
        cost += _OUT_OF_ORDER * sum(
            rank[one] > rank[other] for place, one in enumerate(ids) for other in ids[place:]
        )
    return cost


# ---- The edges


def _edges(ties: Sequence[Tie], ports: Mapping[str, _Port], frame: _Frame) -> Iterator[Edge]:
    lanes: dict[Tie, int] = {}
    for column in range(frame.columns):
        lanes |= _lanes(_within(column, ties, ports), ports)
    offsets = _offsets(ties, ports, frame)
    taken: list[tuple[int, int, int, int]] = []
    for tie in ties:
        one, other = (
            replace(ports[id], y=ports[id].y + offsets[tie, id]) for id in (tie.source, tie.target)
        )
        if one.column == other.column:
            yield _in_gutter(tie, one, other, lanes[tie], frame)
        else:
            yield _in_channel(tie, one, other, frame, taken)


def _within(column: int, ties: Iterable[Tie], ports: Mapping[str, _Port]) -> list[Tie]:
    """The ties that stay in a column."""
    return [t for t in ties if ports[t.source].column == ports[t.target].column == column]


def _count(lanes: Mapping[Tie, int]) -> int:
    """How many lanes there are."""
    return max(lanes.values(), default=-1) + 1


def _lanes(ties: Sequence[Tie], ports: Mapping[str, _Port]) -> dict[Tie, int]:
    """A lane for each, so that no two overlap in one; the short ones nearest to the boxes."""
    spans = {
        tie: (
            min(ports[tie.source].y, ports[tie.target].y),
            max(ports[tie.source].y, ports[tie.target].y),
        )
        for tie in ties
    }
    lanes: dict[Tie, int] = {}
    for tie in sorted(ties, key=lambda t: (spans[t][1] - spans[t][0], spans[t], t.kind)):
        low, high = spans[tie]
        used = {
            lane
            for other, lane in lanes.items()
            if spans[other][0] <= high + 2 * _LANE and low <= spans[other][1] + 2 * _LANE
        }
        lanes[tie] = next(lane for lane in range(len(ties)) if lane not in used)
    return lanes


def _on_left(tie: Tie, id: str, ports: Mapping[str, _Port], frame: _Frame) -> bool:
    """Whether an edge meets a line on the left of its sign, and not on the right of its words."""
    one, other = ports[tie.source], ports[tie.target]
    if one.column == other.column:
        return frame.columns == 2 and one.column == 0
    return ports[id].column == 1


def _offsets(
    ties: Sequence[Tie], ports: Mapping[str, _Port], frame: _Frame
) -> dict[tuple[Tie, str], int]:
    """How far from the middle of a line each edge meets it: those to what is higher, higher."""
    meeting: dict[tuple[str, bool], list[tuple[int, str, Tie]]] = defaultdict(list)
    for tie in ties:
        for id, far in ((tie.source, tie.target), (tie.target, tie.source)):
            left = _on_left(tie, id, ports, frame)
            meeting[id, left].append((ports[far].y, tie.kind, tie))
    offsets = {}
    for (id, _), found in meeting.items():
        found.sort(key=lambda item: item[:2])
        for place, (_, _, tie) in enumerate(found):
            offsets[tie, id] = (2 * place - len(found) + 1) * _BETWEEN_PORTS // 2
    return offsets


def _in_gutter(tie: Tie, one: _Port, other: _Port, lane: int, frame: _Frame) -> Edge:
    left = frame.columns == 2 and one.column == 0
    if left:
        x = frame.column_left(0) - 10 - lane * frame.pitch
        starts, ends, bend = one.left, other.left, 6
    else:
        x = frame.column_left(one.column) + frame.column_width + 10 + lane * frame.pitch
        starts, ends, bend = one.right, other.right, -6
    down = 6 if other.y > one.y else -6
    path = (
        f"M{starts} {one.y}H{x + bend}Q{x} {one.y} {x} {one.y + down}"
        f"V{other.y - down}Q{x} {other.y} {x + bend} {other.y}H{ends}"
    )
    return Edge(tie.kind, tie.label, path, tie.mutual, x, (one.y + other.y) // 2, True)


def _in_channel(
    tie: Tie, one: _Port, other: _Port, frame: _Frame, taken: list[tuple[int, int, int, int]]
) -> Edge:
    begins = frame.column_left(0) + frame.column_width
    ends = begins + frame.channel
    half = frame.channel // 2
    if one.column == 0:
        points = ((begins, one.y), (begins + half, one.y), (ends - half, other.y), (ends, other.y))
        start, end = one.right, other.left
    else:
        points = ((ends, one.y), (ends - half, one.y), (begins + half, other.y), (begins, other.y))
        start, end = one.left, other.right
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = points
    path = f"M{start} {y0}H{x0}C{x1} {y1} {x2} {y2} {x3} {y3}H{end}"
    width = text_width(tie.label, LABEL_SIZE)
    for share in (50, 38, 62, 28, 72, 20, 80):
        x, y = _on_curve(points, share)
        place = (x - width // 2 - 2, y - 7, x + width // 2 + 2, y + 7)
        if not any(_overlap(place, other_place) for other_place in taken):
            break
    else:
        x, y = _on_curve(points, 50)
    taken.append((x - width // 2 - 2, y - 7, x + width // 2 + 2, y + 7))
    return Edge(tie.kind, tie.label, path, tie.mutual, x, y, False)


def _on_curve(points: Sequence[tuple[int, int]], share: int) -> tuple[int, int]:
    """The point of a cubic Bézier curve at this share, in per cent."""
    t, u = share, 100 - share
    weights = (u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t)
    x, y = (sum(w * p[axis] for w, p in zip(weights, points, strict=True)) for axis in (0, 1))
    return x // 1_000_000, y // 1_000_000


def _overlap(one: tuple[int, int, int, int], other: tuple[int, int, int, int]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]

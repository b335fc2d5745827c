"""The lines of a diagram: straight between the sides of two boxes, or around the boxes that are in the way."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise, product
from typing import TYPE_CHECKING, Literal

from coursepack.render.geometry import Box, Point, Segment

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Kind = Literal["->", "--", "<->"]
Lines = tuple[str, ...]
Sides = tuple[int, int]

_ROUND = 14.0  # from a box to a line that runs around it
_HIT, _CROSSED, _BENT, _UNUSUAL = 1e4, 30.0, 400.0, 1.75


@dataclass(frozen=True)
class Arrow:
    """What an author writes of a line: the ids of two boxes and words."""

    start: str
    end: str
    kind: Kind
    text: str


@dataclass(frozen=True)
class Words:
    """Lines of words in a box of their own size."""

    lines: Lines
    box: Box


@dataclass(frozen=True)
class Node:
    """A box of the diagram."""

    id: str
    box: Box
    lines: Lines


@dataclass(frozen=True)
class Link:
    """A line between the sides of two boxes: 0 top, 1 left, 2 bottom, 3 right, as PowerPoint counts them.

    It has two points, or four where it runs around something.
    """

    start: str
    end: str
    sides: Sides
    points: tuple[Point, ...]
    kind: Kind
    words: Words | None

    @property
    def bounds(self) -> Box:
        """The smallest box around the two ends."""
        return Segment(self.points[0], self.points[-1]).bounds

    @property
    def bend(self) -> float:
        """Where a line with a bend turns: a share of the way from one end to the other, along its first stretch."""
        (x, y), (turn_x, turn_y), (end_x, end_y) = self.points[0], self.points[1], self.points[-1]
        return (turn_x - x) / ((end_x - x) or 1) if self.is_level else (turn_y - y) / ((end_y - y) or 1)

    @property
    def is_level(self) -> bool:
        """Whether the line leaves its box sideways."""
        return self.sides[0] in {1, 3}


def route(
    arrows: Sequence[Arrow], labels: Sequence[tuple[Lines, float, float]], nodes: dict[str, Node], *, right: bool
) -> list[Link]:
    """Draw the lines one after the other; each keeps clear of boxes, and rather of the lines before it."""
    found: list[Link] = []
    drawn = Counter[Segment]()
    for arrow, (lines, width, height) in zip(arrows, labels, strict=True):
        sides, points = _best(nodes[arrow.start], nodes[arrow.end], list(nodes.values()), found, drawn, right=right)
        (x1, y1), (x2, y2) = points[len(points) // 2 - 1 : len(points) // 2 + 1]
        x, y = (x1 + x2) / 2, (y1 + y2) / 2
        words = Words(lines, Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2)) if lines else None
        found.append(Link(arrow.start, arrow.end, sides, points, arrow.kind, words))
        drawn.update(Segment(*pair) for pair in pairwise(points))
    return found


def _best(  # noqa: PLR0913 the boxes, and all that is drawn already
    start: Node, end: Node, nodes: Sequence[Node], found: Sequence[Link], drawn: Counter[Segment], *, right: bool
) -> tuple[Sides, tuple[Point, ...]]:
    ahead = start.box.centre.x < end.box.centre.x if right else start.box.centre.y < end.box.centre.y
    usual = ((3, 1) if ahead else (1, 3)) if right else ((2, 0) if ahead else (0, 2))
    back = {link.sides[::-1] for link in found if (link.start, link.end) == (end.id, start.id)}
    others = [node.box.grown(2) for node in nodes if node.id not in {start.id, end.id}]

    def cost(way: tuple[Sides, tuple[Point, ...]]) -> float:
        sides, points = way
        pieces = [Segment(*pair) for pair in pairwise(points)]
        inside = [piece.trimmed(1, 1) for piece in pieces]
        hits = sum(box.crossed_by(piece) for box in others for piece in pieces)
        hits += sum(box.crossed_by(piece) for box in (start.box, end.box) for piece in inside)
        hits += sides in back
        crossed = sum(times for piece in inside for line, times in drawn.items() if piece.meets(line))
        length = sum(piece.length for piece in pieces) * (1 if sides == usual else _UNUSUAL)
        return length + _HIT * hits + _CROSSED * crossed + (_BENT if len(points) > 2 else 0)  # noqa: PLR2004 (two ends)

    return min([*_straight(start.box, end.box), *_around(start.box, end.box, nodes)], key=cost)


def _straight(start: Box, end: Box) -> Iterator[tuple[Sides, tuple[Point, ...]]]:
    for sides in product(range(4), range(4)):
        yield sides, (_side(start, sides[0]), _side(end, sides[1]))


def _around(start: Box, end: Box, nodes: Sequence[Node]) -> Iterator[tuple[Sides, tuple[Point, ...]]]:
    """Yield lines that leave and enter at the same side, beyond whatever stands between."""
    for side in range(4):
        first, last = _side(start, side), _side(end, side)
        level = side in {1, 3}
        span = sorted((first.y, last.y) if level else (first.x, last.x))
        near = [
            node.box
            for node in nodes
            if (
                node.box.bottom >= span[0] and node.box.top <= span[1]
                if level
                else node.box.right >= span[0] and node.box.left <= span[1]
            )
        ]
        edges = [(box.top, box.left, box.bottom, box.right)[side] for box in (start, end, *near)]
        far = max(edges) + _ROUND if side in {2, 3} else min(edges) - _ROUND
        turns = (Point(far, first.y), Point(far, last.y)) if level else (Point(first.x, far), Point(last.x, far))
        yield (side, side), (first, *turns, last)


def _side(box: Box, side: int) -> Point:
    """Return the middle of a side."""
    x, y = box.centre
    return (Point(x, box.top), Point(box.left, y), Point(x, box.bottom), Point(box.right, y))[side]

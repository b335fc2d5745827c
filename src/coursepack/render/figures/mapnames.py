"""Where the names on a map may stand: inside a country or beside it, and beside a place. Points."""

from __future__ import annotations

from itertools import pairwise
from math import dist
from typing import TYPE_CHECKING

from coursepack.render.charts.spot import Spot
from coursepack.render.geometry import Box, Point, Segment
from coursepack.render.labelling.ground import boxes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coursepack.render.charts.label import Align, Block
    from coursepack.render.charts.polygon import Polygon
    from coursepack.render.labelling.ground import Side

_GRID = 11  # places across a country that are tried, and down
_OVER = 20.0  # what it costs to stand wholly outside; a leader costs less, and more than to stand half across a border
_BESIDE, _FAR = 12.0, (10.0, 18.0, 28.0, 40.0)  # pt from a country's middle to a name at the end of a leader
_NEAR = (4.0, 7.0)  # pt from a place to its name
_LIKING: dict[Side, float] = {"right": 0, "left": 2, "above": 4, "below": 4}
_ALIGN: dict[Side, Align] = {"right": "start", "left": "end", "above": "middle", "below": "middle"}


def of_country(block: Block, rings: Sequence[Polygon], frame: Box, dots: Sequence[Box]) -> list[Spot]:
    """Return the spots of a country's name, off all `dots`; its largest part is named."""
    ring = max(rings, key=_area)
    around = Box(*map(min, zip(*ring, strict=True)), *map(max, zip(*ring, strict=True)))
    inner = [point for point in _grid(around) if _holds(ring, point)] or [around.centre]
    middle = min(inner, key=lambda point: dist(point, around.centre))
    found = []
    for point in inner:
        box = block.box(point.x - block.width / 2, point.y - block.height / 2)
        cost = _OVER * _outside(box, ring) + dist(point, middle) / 10
        found.append(Spot(block, box, "middle", None, cost))
    for gap in _FAR:
        for side, _, box in boxes(middle, block.size, gap):
            leader = Segment(middle, box.nearest(middle)).trimmed(0, 1.6)
            found.append(Spot(block, box, _ALIGN[side], leader, _BESIDE + gap / 4))
    return [spot for spot in found if _is_free(spot.box, frame, dots)]


def of_place(block: Block, at: Point, frame: Box, dots: Sequence[Box]) -> list[Spot]:
    """Return the spots of a place's name, off all `dots`."""
    near = ((gap, *one) for gap in _NEAR for one in boxes(at, block.size, gap))
    return [
        Spot(block, box, _ALIGN[side], None, _LIKING[side] + gap + abs(slide - 0.5) * 3)
        for gap, side, slide, box in near
        if _is_free(box, frame, dots)
    ]


def _is_free(box: Box, frame: Box, dots: Sequence[Box]) -> bool:
    return box.within(frame) and not any(box.overlaps(dot) for dot in dots)


def _grid(around: Box) -> Iterator[Point]:
    for down in range(1, _GRID):
        for across in range(1, _GRID):
            yield Point(around.left + around.width * across / _GRID, around.top + around.height * down / _GRID)


def _outside(box: Box, ring: Polygon) -> float:
    """Return the share of a label that is not in a polygon: of its corners, and of the middles of its sides."""
    places = [Point(x, y) for x in (box.left, box.centre.x, box.right) for y in (box.top, box.bottom)]
    return sum(not _holds(ring, place) for place in places) / len(places)


def _holds(ring: Polygon, point: Point) -> bool:
    crossed = [
        start.x + (end.x - start.x) * (point.y - start.y) / (end.y - start.y) > point.x
        for start, end in pairwise((*ring, ring[0]))
        if (start.y > point.y) != (end.y > point.y)
    ]
    return sum(crossed) % 2 == 1


def _area(ring: Polygon) -> float:
    return abs(sum(one.x * other.y - other.x * one.y for one, other in pairwise((*ring, ring[0])))) / 2

"""The names of lines that run out: each stands right beside its own curve. Any unit of length will do.

Curves that come down to nothing end side by side at the foot, where a name says nothing of whose end it stands at.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from coursepack.render.labelling.ground import MIDDLE, boxes

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from coursepack.render.geometry import Box, Point
    from coursepack.render.labelling.ground import Ground, Side, Size

_NOTHING = 0.05  # of a line's highest value
_AIR = 0.5  # of the gap: the least that lies between a name and its own curve
_CLEAR = 0.3  # of the gap, on all sides: what no line may cross
_NEARER = 2.5  # times as far as its own curve are the others from a name
_DISLIKES: dict[Side, float] = {"right": 0, "above": 1, "left": 4, "below": 4}
_AWAY = 10.0  # what it costs to stand at the foot of a curve and not at its top
_CROWDED = 8.0  # what it costs to stand hardly nearer to the own curve than to others
_CUT = 1.5  # the same for a gridline behind the name


class Name(NamedTuple):
    """The name of a line: how large it is, which of the ground's curves it belongs to, and how far it stands off."""

    size: Size
    curve: int
    gap: float


@dataclass(frozen=True)
class LineNamePlace:
    """A place for a name: the point of its line and the side of it, the box, and how bad it is."""

    index: int
    side: Side
    slide: float
    box: Box
    cost: float

    def allows(self, other: LineNamePlace) -> bool:
        """Say whether two names may both be set."""
        return not self.box.overlaps(other.box)


def runs_out(values: Sequence[float | None]) -> bool:
    """Say whether the last value of a line is next to nothing, compared with its own highest."""
    known = [value for value in values if value is not None]
    return bool(known) and max(known) > 0 and abs(known[-1]) <= _NOTHING * max(known)


def places_beside_line(points: Mapping[int, Point], name: Name, ground: Ground) -> list[LineNamePlace]:
    """Return the free places for the name of a line, the best one at each of its points."""
    found = (_best(index, points, name, ground) for index in points)
    return [place for place in found if place]


def _best(index: int, points: Mapping[int, Point], name: Name, ground: Ground) -> LineNamePlace | None:
    """Return the place at a point that is liked best of those that are free and clearly nearest to the own curve."""
    away = _AWAY * _depth(points[index], list(points.values()))
    around = [
        (side, slide, box, _dislike(side, slide, box, ground))
        for side, slide, box in boxes(points[index], name.size, name.gap)
    ]
    for side, slide, box, dislike in sorted(around, key=lambda one: one[-1]):
        crowd = _crowd(box, name, ground) if ground.is_free(box, name.gap * _CLEAR) else 1
        if crowd < 1 / _NEARER:
            return LineNamePlace(index, side, slide, box, away + dislike + _CROWDED * crowd)
    return None


def _dislike(side: Side, slide: float, box: Box, ground: Ground) -> float:
    cut = sum(box.crossed_by(line) for line in ground.grid)
    return _DISLIKES[side] + 2 * abs(slide - MIDDLE) + _CUT * cut


def _depth(point: Point, points: Sequence[Point]) -> float:
    """Return how far down its curve a point lies, from 0 at the top to 1 at the foot."""
    highest, lowest = min(point.y for point in points), max(point.y for point in points)
    return (point.y - highest) / (lowest - highest or 1)


def _crowd(box: Box, name: Name, ground: Ground) -> float:
    """Return how far a name is from its own curve, as a share of how far the next is; 1 if it is too near."""
    near = min(box.distance(line) for line in ground.curves[name.curve])
    others = (line for number, curve in enumerate(ground.curves) if number != name.curve for line in curve)
    far = min((box.distance(line) for line in others), default=None)
    return 1 if near < _AIR * name.gap else 0 if far is None else near / far

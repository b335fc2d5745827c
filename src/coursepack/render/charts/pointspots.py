"""The spots around a point of a line where its label could stand: near it, or farther off with a leader."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coursepack.render.charts.lettering import ASCENT
from coursepack.render.charts.spot import Spot
from coursepack.render.geometry import Box, Point, Segment
from coursepack.render.labelling.ground import MIDDLE, boxes
from coursepack.render.labelling.linenames import Name, places_beside_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coursepack.render.charts.label import Align, Block
    from coursepack.render.labelling.ground import Ground, Side

DOT = 2.6  # pt: the radius of a dot
_NEAR = DOT + 2.4  # pt from a point to a label that needs no leader
_END, _END_FAR = 4.0, 14.0  # pt from a line's end to its name, without and with a leader
_BESIDE = 4.2  # pt from a point of a line that runs out to its name
_FAR = (14, 18, 23, 29, 36, 44, *range(54, 234, 12))  # pt to a label at a leader's end
_LINE_AIR = 2.6  # pt between a label and the middle of a data line
_ENOUGH = 8  # spots near a point: those farther off are then not tried
_OPPOSITE: dict[Side, Side] = {"above": "below", "below": "above", "left": "right", "right": "left"}


@dataclass(frozen=True)
class KeyPoint:
    """A point to label, the side its label likes best, and whether the chart can do without the label.

    The label of a line's end names the line: the point has no dot then, and the label stays at its right. Nor has it
    one if it is the top of a line that runs out: its label names the line too, and stands beside that `curve` of the
    ground.
    """

    at: Point
    block: Block
    side: Side = "above"
    optional: bool = False
    is_end: bool = False
    curve: int | None = None

    @property
    def has_dot(self) -> bool:
        """Say whether a dot marks the point."""
        return not self.is_end and self.curve is None


def spots(point: KeyPoint, ground: Ground, *, all_of_them: bool) -> list[Spot]:
    """Return the free spots for a point's label, near ones first: enough for most charts, or all of them.

    A label that can be left out is never set far off.
    """
    if point.is_end:
        return [spot for gap in (_END, _END_FAR) for spot in _at_gap(point, ground, gap)]
    found = [] if point.curve is None else _along(point, point.curve, ground)
    if found and not all_of_them:
        return found
    near = (_NEAR,) if point.has_dot else ()
    for gap in near if point.optional else (*near, *_FAR):
        found.extend(_at_gap(point, ground, gap))
        if len(found) >= _ENOUGH and not all_of_them:
            break
    return found


def _along(point: KeyPoint, curve: int, ground: Ground) -> list[Spot]:
    """Return the spots beside a line that runs out: they need no leader."""
    line = ground.curves[curve]
    points = dict(enumerate((*(piece.start for piece in line), *(piece.end for piece in line[-1:]))))
    places = places_beside_line(points, Name(point.block.size, curve, _BESIDE), ground)
    return [Spot(point.block, place.box, _align(place.side, place.slide, 0), None, place.cost) for place in places]


def _at_gap(point: KeyPoint, ground: Ground, gap: float) -> Iterator[Spot]:
    for side, slide, box in _beyond_end(point, gap) if point.is_end else boxes(point.at, point.block.size, gap):
        moved = _into(box, ground.frame) if side in ("above", "below") else box
        if not ground.is_free(moved, _LINE_AIR):
            continue
        leader = _leader(point, moved) if gap > _NEAR else None
        if gap > _NEAR and (leader is None or _is_barred(leader, point.at, ground)):
            continue
        cost = _liking(point.side, side, slide) + _trouble(moved, leader, ground) + abs(moved.left - box.left) / 2
        yield Spot(point.block, moved, _align(side, slide, moved.left - box.left), leader, cost)


def _beyond_end(point: KeyPoint, gap: float) -> Iterator[tuple[Side, float, Box]]:
    """Yield boxes at the right of a line's end: beside it, or higher and lower at a leader's end."""
    (x, y), block = point.at, point.block
    shifts = range(-120, 121, 4) if gap > _END else range(-4, 5, 2)
    for shift in shifts:
        yield "right", MIDDLE + shift / block.height, block.box(x + gap, y - block.height / 2 + shift)


def _into(box: Box, frame: Box) -> Box:
    """Move a box sideways into the frame."""
    shift = max(0.0, frame.left - box.left) - max(0.0, box.right - frame.right)
    return Box(box.left + shift, box.top, box.right + shift, box.bottom)


def _is_barred(leader: Segment, point: Point, ground: Ground) -> bool:
    """Say whether a leader runs into a dot other than its own."""
    return any(box.crossed_by(leader) and box.nearest(point) != point for box in ground.boxes)


def _leader(point: KeyPoint, box: Box) -> Segment | None:
    """Return the leader from a dot or a line's end to its label; `None` if it would be too short to see."""
    if point.is_end:
        return Segment(point.at, Point(box.left, box.top + ASCENT / 2)).trimmed(1.6, 1.6)
    whole = Segment(point.at, box.nearest(point.at))
    return whole.trimmed(DOT + 2, 1.6) if whole.length > DOT + 7 else None


def _liking(wanted: Side, side: Side, slide: float) -> float:
    away = 0 if side == wanted else 7 if side == _OPPOSITE[wanted] else 4
    return away + abs(slide - MIDDLE) * 4


def _trouble(box: Box, leader: Segment | None, ground: Ground) -> float:
    """Return what a spot costs: a gridline to cut, a leader's length, a data line that the leader crosses."""
    grid = 3 * sum(box.grown(1).crossed_by(line) for line in ground.grid)
    if leader is None:
        return grid
    crossed = sum(leader.meets(line) for line in ground.lines)
    return grid + 8 + leader.length + 60 * crossed


def _align(side: Side, slide: float, moved: float) -> Align:
    """Return how a label's lines are set: towards the point beside it, flush with the frame where it was moved."""
    if side in ("left", "right"):
        return "start" if side == "right" else "end"
    if moved:
        return "start" if moved > 0 else "end"
    return "middle" if slide == MIDDLE else "start" if slide < MIDDLE else "end"

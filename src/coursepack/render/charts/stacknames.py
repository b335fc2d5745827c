"""The names of a stacked bar's parts: each stands beside a bar where the part is large, at the end of a leader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursepack.render.charts.label import block
from coursepack.render.charts.spot import Spot
from coursepack.render.geometry import Box, Point, Segment

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coursepack.render.charts.label import Block
    from coursepack.render.charts.lettering import Lettering

_WIDTH = 96.0  # pt: a longer name is broken
_MOST_LINES = 3
_AIR = 2.6  # pt from a bar to the leader, and from the leader to the name
_LEADER = 6.5  # pt
_TEXT_AIR = 2.0  # pt between a name and what is near
_INSET = 1.8  # pt from a part's edges to where a leader points
_SHIFTS = tuple(sign * shift for shift in range(0, 64, 4) for sign in (1, -1))  # pt
_LARGE = 10.0  # pt: a part that is lower is named only if there is no other
_LEVEL = 0.5  # pt: a leader that falls or rises by less is level

ROOM = _AIR * 2 + _LEADER + _TEXT_AIR * 2  # pt: what a name needs beside its own width


def series_name(text: str, lettering: Lettering) -> Block:
    """Break a series' name into the lines of its label."""
    return block(lettering, *lettering.whole(text, _WIDTH, _MOST_LINES), bold=True)


def spots(name: Block, parts: Sequence[Box], taken: Sequence[Box], frame: Box) -> list[Spot]:
    """Return the free spots for a name beside the parts of its series; `taken` are all bars and totals."""
    highest = max((part.height for part in parts), default=0)
    found: list[Spot] = []
    for part in parts:
        if part.height > 0:
            small = 25 * (1 - part.height / highest) + (20 if part.height < _LARGE else 0)
            found += [spot for spot in _beside(name, part, small) if _is_free(spot, taken, frame)]
    return found


def _beside(name: Block, part: Box, small: float) -> Iterator[Spot]:
    for shift in _SHIFTS:
        middle = part.centre.y + shift
        inset = min(_INSET, part.height / 2)
        start = min(max(middle, part.top + inset), part.bottom - inset)
        cost = small + abs(shift) / 3 + (6 if abs(start - middle) > _LEVEL else 0)
        for side, edge, extra in ((1, part.right, 0), (-1, part.left, 3)):
            near, far = edge + side * _AIR, edge + side * (_AIR + _LEADER)
            left = far + _AIR if side > 0 else far - _AIR - name.width
            box = name.box(left, middle - name.height / 2)
            leader = Segment(Point(near, start), Point(far, middle))
            yield Spot(name, box, "start" if side > 0 else "end", leader, cost + extra)


def _is_free(spot: Spot, taken: Sequence[Box], frame: Box) -> bool:
    clear = spot.box.grown(_TEXT_AIR)
    leader = spot.leader
    return (
        spot.box.within(frame)
        and not any(clear.overlaps(box) for box in taken)
        and not (leader and any(box.crossed_by(leader) for box in taken))
    )

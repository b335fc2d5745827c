"""Polygons of a drawing (pt), and their hatching: lines at 45 degrees, cut where they leave the polygon."""

from __future__ import annotations

from itertools import pairwise
from math import ceil, cos, floor, pi, sin, sqrt
from typing import TYPE_CHECKING

from coursepack.render.geometry import Point, Segment

if TYPE_CHECKING:
    from collections.abc import Sequence

Polygon = tuple[Point, ...]

_PITCH = 4.2 * sqrt(2)  # pt along an axis: 4.2 pt between the middles of two lines, as in bars
_ARC = pi / 90  # the step at which a circle is drawn as straight lines
_SAME = 1e-9


def hatched(*polygons: Polygon, falling: bool = False) -> tuple[Segment, ...]:
    """Return the lines that fill polygons, of which one inside another is a hole.

    Those of all polygons of a drawing are in step.
    """
    turned = [[Point(-x, y) if falling else Point(x, y) for x, y in polygon] for polygon in polygons]
    sums = [x + y for polygon in turned for x, y in polygon]
    numbers = range(ceil(min(sums) / _PITCH), floor(max(sums) / _PITCH) + 1)
    lines = [line for number in numbers for line in _inside(turned, number * _PITCH)]
    return tuple(Segment(_back(start, falling=falling), _back(end, falling=falling)) for start, end in lines)


def _back(point: Point, *, falling: bool) -> Point:
    return Point(-point.x, point.y) if falling else point


def _inside(polygons: Sequence[Sequence[Point]], whole: float) -> list[Segment]:
    """Return the parts inside polygons of the line on which x and y add up to a number."""
    xs = []
    for start, end in (side for polygon in polygons for side in pairwise((*polygon, polygon[0]))):
        before, after = start.x + start.y - whole, end.x + end.y - whole
        # An end that lies on the line counts once.
        if (before < 0) != (after < 0):
            xs.append(start.x + (end.x - start.x) * before / (before - after))
    found = sorted(xs)
    pairs = zip(found[::2], found[1::2], strict=False)
    return [
        Segment(Point(left, whole - left), Point(right, whole - right)) for left, right in pairs if right - left > _SAME
    ]


def wedge(centre: Point, radius: float, start: float, end: float) -> Polygon:
    """Return a part of a pie; angles in turns of the whole, clockwise from the top."""
    steps = max(1, ceil((end - start) * 2 * pi / _ARC))
    rim = [on_circle(centre, radius, start + (end - start) * step / steps) for step in range(steps + 1)]
    return tuple(rim) if end - start >= 1 - _SAME else (centre, *rim)


def on_circle(centre: Point, radius: float, turn: float) -> Point:
    """Return a place on a circle."""
    return Point(centre.x + radius * sin(2 * pi * turn), centre.y - radius * cos(2 * pi * turn))

"""Polygons and lines, cut at the edges of a box (Sutherland and Hodgman, Reentrant polygon clipping, CACM 17, 1974)."""

from __future__ import annotations

from itertools import pairwise
from math import dist
from typing import TYPE_CHECKING

from coursepack.render.geometry import Point

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coursepack.render.geometry import Box


def polygon(corners: Sequence[Point], box: Box) -> tuple[Point, ...]:
    """Return what of a polygon lies in a box; where it is parted, its parts are joined along the edges."""
    for axis, edge, sign in ((0, box.left, 1), (0, box.right, -1), (1, box.top, 1), (1, box.bottom, -1)):
        corners = tuple(_half(corners, axis, edge, sign))
    return tuple(corners)


def line(points: Sequence[Point], box: Box) -> tuple[tuple[Point, ...], ...]:
    """Return the pieces of a line that lie in a box."""
    pieces: list[list[Point]] = []
    for start, end in pairwise(points):
        inside = sorted(polygon((start, end), box), key=lambda point: dist(start, point))
        if inside and pieces and pieces[-1][-1] == inside[0]:
            pieces[-1].append(inside[-1])
        elif inside:
            pieces.append([inside[0], inside[-1]])
    return tuple(map(tuple, pieces))


def _half(corners: Sequence[Point], axis: int, edge: float, sign: int) -> Iterator[Point]:
    """Yield the corners of what lies on one side of an edge."""
    for start, end in pairwise((*corners[-1:], *corners)):
        before, after = sign * (start[axis] - edge), sign * (end[axis] - edge)
        if (before < 0) != (after < 0):
            share = before / (before - after)
            yield Point(start.x + (end.x - start.x) * share, start.y + (end.y - start.y) * share)
        if after >= 0:
            yield end

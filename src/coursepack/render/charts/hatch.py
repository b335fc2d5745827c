"""Hatching: lines at 45 degrees, cut to boxes.

They are drawn as lines, not as a pattern: patterns are tiles, whose seams show in print, and they need ids.
"""

from __future__ import annotations

from math import ceil, floor, sqrt
from typing import TYPE_CHECKING

from coursepack.render.geometry import Point, Segment

if TYPE_CHECKING:
    from coursepack.render.geometry import Box

_PITCH = 4.2  # pt between the middles of two lines, measured across them


def hatch(box: Box) -> tuple[Segment, ...]:
    """Return the lines that fill a box; the lines of all boxes of a drawing are in step."""
    pitch = _PITCH * sqrt(2)
    first, last = ceil((box.left + box.top) / pitch), floor((box.right + box.bottom) / pitch)
    return tuple(_line(box, number * pitch) for number in range(first, last + 1))


def _line(box: Box, whole: float) -> Segment:
    """Return the part inside a box of the line on which x and y add up to a number."""
    left, right = max(box.left, whole - box.bottom), min(box.right, whole - box.top)
    return Segment(Point(left, whole - left), Point(right, whole - right))

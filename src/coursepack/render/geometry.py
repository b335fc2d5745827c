"""Plane geometry in any one unit, pt on paper and inches on slides: points, segments, boxes; y runs downwards."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import hypot
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

_SAMPLES = 12


class Point(NamedTuple):
    """A place on the drawing."""

    x: float
    y: float


class Segment(NamedTuple):
    """A straight line between two points."""

    start: Point
    end: Point

    @property
    def length(self) -> float:
        """The length."""
        return hypot(self.end.x - self.start.x, self.end.y - self.start.y)

    def trimmed(self, start: float, end: float) -> Segment:
        """Return the segment without `start` at its beginning and `end` at its end."""
        length = self.length or 1
        dx, dy = (self.end.x - self.start.x) / length, (self.end.y - self.start.y) / length
        return Segment(
            Point(self.start.x + dx * start, self.start.y + dy * start),
            Point(self.end.x - dx * end, self.end.y - dy * end),
        )

    def meets(self, other: Segment) -> bool:
        """Say whether two segments have a point in common."""
        # Most lie apart, which is soon seen: diagrams ask this millions of times.
        if _apart(self.start.x, self.end.x, other.start.x, other.end.x):
            return False
        if _apart(self.start.y, self.end.y, other.start.y, other.end.y):
            return False
        if _side(self, other.start) * _side(self, other.end) > 0:
            return False
        return _side(other, self.start) * _side(other, self.end) <= 0

    def distance(self, point: Point) -> float:
        """Return how far a point is from the segment."""
        (x, y), (dx, dy) = self.start, (self.end.x - self.start.x, self.end.y - self.start.y)
        along = ((point.x - x) * dx + (point.y - y) * dy) / ((dx * dx + dy * dy) or 1)
        share = min(max(along, 0), 1)
        return hypot(point.x - x - share * dx, point.y - y - share * dy)

    @property
    def bounds(self) -> Box:
        """The smallest box around the segment."""
        (x1, y1), (x2, y2) = self
        left, right = (x1, x2) if x1 <= x2 else (x2, x1)
        top, bottom = (y1, y2) if y1 <= y2 else (y2, y1)
        return Box(left, top, right, bottom)


def _apart(start: float, end: float, other: float, last: float) -> bool:
    """Say whether two stretches of an axis lie apart."""
    if start > end:
        start, end = end, start
    return (other < start and last < start) or (other > end and last > end)


def _side(segment: Segment, point: Point) -> float:
    (ax, ay), (bx, by) = segment
    return (bx - ax) * (point.y - ay) - (by - ay) * (point.x - ax)


@dataclass(frozen=True)
class Box:
    """An upright box."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """The width."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """The height."""
        return self.bottom - self.top

    @property
    def centre(self) -> Point:
        """The point in the middle."""
        return Point((self.left + self.right) / 2, (self.top + self.bottom) / 2)

    def grown(self, by: float) -> Box:
        """Return the box with `by` more on every side."""
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)

    def within(self, other: Box) -> bool:
        """Say whether the box lies inside another."""
        return (
            self.left >= other.left
            and self.right <= other.right
            and self.top >= other.top
            and self.bottom <= other.bottom
        )

    def overlaps(self, other: Box) -> bool:
        """Say whether two boxes touch or overlap."""
        return (
            self.left <= other.right
            and other.left <= self.right
            and self.top <= other.bottom
            and other.top <= self.bottom
        )

    def nears(self, other: Box, air: float = 0) -> bool:
        """Say whether two boxes overlap, or come nearer than `air` sideways at the same height; edges may touch."""
        aside = self.left < other.right + air and other.left < self.right + air
        return aside and self.top < other.bottom and other.top < self.bottom

    def nearest(self, point: Point) -> Point:
        """Return the place in the box that is nearest to a point."""
        return Point(
            min(max(point.x, self.left), self.right),
            min(max(point.y, self.top), self.bottom),
        )

    def distance(self, segment: Segment) -> float:
        """Return how far a segment is from the box: 0 if it passes through."""
        if self.crossed_by(segment):
            return 0
        corners = (Point(x, y) for x in (self.left, self.right) for y in (self.top, self.bottom))
        to_ends = (Segment(end, self.nearest(end)).length for end in segment)
        return min(*to_ends, *(segment.distance(corner) for corner in corners))

    def crossed_by(self, segment: Segment) -> bool:
        """Say whether a segment passes through the box; most do not come near, and that is seen without a sum."""
        (x1, y1), (x2, y2) = segment
        left, top, right, bottom = self.left, self.top, self.right, self.bottom
        if (x1 < left > x2) or (x1 > right < x2) or (y1 < top > y2) or (y1 > bottom < y2):
            return False
        if (left <= x1 <= right and top <= y1 <= bottom) or (left <= x2 <= right and top <= y2 <= bottom):
            return True
        falling = Segment(Point(left, top), Point(right, bottom))
        rising = Segment(Point(left, bottom), Point(right, top))
        return segment.meets(falling) or segment.meets(rising)

    def holds_some_of(self, curve: Sequence[tuple[float, float]]) -> bool:
        """Say whether a curve comes inside the box: each of its stretches is tried at a dozen points."""
        return any(
            self.left < x1 + (x2 - x1) * step / _SAMPLES < self.right
            and self.top < y1 + (y2 - y1) * step / _SAMPLES < self.bottom
            for (x1, y1), (x2, y2) in pairwise(curve)
            if x2 >= self.left and x1 <= self.right
            for step in range(_SAMPLES + 1)
        )


def bounding_box(boxes: Sequence[Box]) -> Box:
    """Return the smallest box that holds all of some."""
    return Box(
        min(box.left for box in boxes),
        min(box.top for box in boxes),
        max(box.right for box in boxes),
        max(box.bottom for box in boxes),
    )

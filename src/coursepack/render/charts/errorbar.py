"""Error bars (pt): an upright line through the end of a bar or through a point, with caps at both ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursepack.render.geometry import Point, Segment

if TYPE_CHECKING:
    from coursepack.render.charts.scale import Scale

_CAP = 2.6  # pt to each side


def upright(x: float, value: float, reach: tuple[float, float], y: Scale) -> Segment | None:
    """Return the error bar of a value from its upper end to its lower one; nothing if it reaches nowhere."""
    low, high = y.at(value - reach[0]), y.at(value + reach[1])
    return Segment(Point(x, high), Point(x, low)) if low > high else None


def capped(bar: Segment) -> tuple[Segment, ...]:
    """Return the lines of an error bar: itself, and its caps."""
    caps = (Segment(Point(end.x - _CAP, end.y), Point(end.x + _CAP, end.y)) for end in bar)
    return (bar, *caps)

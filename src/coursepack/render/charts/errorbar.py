"""Error bars (pt): an upright line through the end of a bar or through a point, with caps at both ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursepack.render.charts.plane import positions
from coursepack.render.geometry import Point, Segment

if TYPE_CHECKING:
    from coursepack.chart import Chart
    from coursepack.render.charts.scale import Scale

_CAP = 2.6  # pt to each side


def upright(x: float, value: float, reach: tuple[float, float], y: Scale) -> Segment | None:
    """Return the error bar of a value from its upper end to its lower one; nothing if it reaches nowhere."""
    low, high = y.at(value - reach[0]), y.at(value + reach[1])
    return Segment(Point(x, high), Point(x, low)) if low > high else None


def all_upright(chart: Chart, x: Scale, y: Scale) -> tuple[Segment, ...]:
    """Return the error bars of all points of a plane."""
    bars = (
        upright(x.at(place), value, series.reach(index), y)
        for series in chart.series
        for index, (place, value) in enumerate(zip(positions(chart), series.values, strict=True))
        if value is not None
    )
    return tuple(bar for bar in bars if bar)


def capped(bar: Segment) -> tuple[Segment, ...]:
    """Return the lines of an error bar: itself, and its caps."""
    caps = (Segment(Point(end.x - _CAP, end.y), Point(end.x + _CAP, end.y)) for end in bar)
    return (bar, *caps)

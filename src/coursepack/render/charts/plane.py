"""The plane of a line chart: its two scales, its gridlines and the lettering of its axes."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import ceil, floor
from typing import TYPE_CHECKING

from coursepack.render.charts.label import Run, block
from coursepack.render.charts.lettering import LEADING
from coursepack.render.charts.number import written
from coursepack.render.charts.scale import Scale, round_values, years
from coursepack.render.geometry import Box, Point, Segment
from coursepack.render.labelling.days import begun, marks

if TYPE_CHECKING:
    from coursepack.chart import Chart
    from coursepack.render.charts.lettering import Lettering

_FOOT = 15.0  # pt below the axis: ticks and their labels
_TICK_TOP = 4.6  # pt from the axis to the labels' ascenders
_MARGIN = 12.0  # pt right of the last point
_GAP = 5.0  # pt between a gridline and its number
_AIR = 12.0  # pt between the labels of two ticks
_BELOW_TROUGH = 14.0  # pt below the lowest point, where values go below zero
_MOST_OVERHANG = 24.0  # pt
_FEW = 2


@dataclass(frozen=True)
class Tick:
    """A mark on the time axis."""

    x: float
    runs: tuple[Run, ...]


@dataclass(frozen=True)
class Plane:
    """Scales and axes (pt). `grid` are the dashed lines, `axis` is the foot, `zero` a line where values go below it."""

    area: Box
    x: Scale
    y: Scale
    grid: tuple[Segment, ...]
    axis: Segment
    zero: Segment | None
    numbers: tuple[Run, ...]
    ticks: tuple[Tick, ...]

    def at(self, position: float, value: float) -> Point:
        """Return the place of a value."""
        return Point(self.x.at(position), self.y.at(value))


def positions(chart: Chart) -> tuple[float, ...]:
    """Return where the categories stand along the axis: to scale, or one after the other."""
    return chart.positions or tuple(float(number) for number in range(len(chart.categories)))


def plane(chart: Chart, lettering: Lettering, frame: Box, margin: float) -> Plane:
    """Lay out the plane in a frame (pt), with `margin` pt at the right for the names of several lines."""
    low, high = _reach(chart)
    foot = frame.bottom - _FOOT - (LEADING if chart.dates and chart.positions else 0)
    y = Scale(low, high, foot - (_BELOW_TROUGH if low < 0 else 0), frame.top)
    values = round_values(low / chart.divide, high / chart.divide, 2, whole=_is_whole(chart))
    numbers = _numbers(chart, values, y, lettering)
    left = max(max(run.box.right for run in numbers) + _GAP, _overhang(chart, lettering))
    area = Box(left, frame.top, frame.right - max(margin, _MARGIN), foot)
    x = Scale(*_span(chart), area.left, area.right)
    return Plane(
        area,
        x,
        y,
        grid=tuple(_level(area, y.at(value * chart.divide)) for value in values),
        axis=_level(area, foot),
        zero=_level(area, y.at(0)) if low < 0 else None,
        numbers=numbers,
        ticks=_ticks(chart, x, Box(0, foot, frame.right, frame.bottom), lettering),
    )


def _reach(chart: Chart) -> tuple[float, float]:
    """Return the lowest and the highest number of the y axis, which always holds 0."""
    values = [end for series in chart.series for end in series.extent]
    values += [apart.y for apart in chart.apart]
    low, high = min(0, *values, 0), max(0, *values, 0)
    return (low, high) if high > low else (0, 1)


def _is_whole(chart: Chart) -> bool:
    values = [value for series in chart.series for value in series.values if value is not None]
    return chart.divide == 1 and all(float(value).is_integer() for value in values)


def _span(chart: Chart) -> tuple[float, float]:
    """Return the first and last position; a part of a year at the start is filled up to the year."""
    places = [*positions(chart), *(apart.x for apart in chart.apart)]
    low, high = min(places), max(places)
    if chart.dates:
        return begun(low, high), high
    return (floor(low) if high - low > _FEW else low), high


def _overhang(chart: Chart, lettering: Lettering) -> float:
    """Return how far (pt) the first category's label stands out to the left, where categories mark the axis."""
    return 0 if chart.positions else min(_MOST_OVERHANG, lettering.width(chart.categories[0]) / 2)


def _level(area: Box, y: float) -> Segment:
    return Segment(Point(area.left, y), Point(area.right, y))


def _numbers(chart: Chart, values: tuple[float, ...], y: Scale, lettering: Lettering) -> tuple[Run, ...]:
    """Set the numbers of the gridlines and 0, flush right, at the left of the frame."""
    blocks = {value: block(lettering, written(value, chart.language)) for value in (0.0, *values)}
    widest = max(number.width for number in blocks.values())
    runs: list[Run] = []
    for value, number in blocks.items():
        top = y.at(value * chart.divide) - number.height / 2
        runs += number.runs(number.box(widest - number.width, top))
    return tuple(runs)


def _ticks(chart: Chart, x: Scale, foot: Box, lettering: Lettering) -> tuple[Tick, ...]:
    """Mark whole years at sensible steps, or the categories where there are no two whole years."""
    needed = lettering.width("2000") + _AIR
    pitch = (x.end - x.start) / ((x.high - x.low) or 1)
    if chart.dates and chart.positions:
        dates = marks(x.low, x.high, chart.language, lambda text: lettering.width(text) + _AIR, pitch)
        return tuple(_tick((mark.text, mark.year), x.at(mark.day), foot, lettering) for mark in dates)
    found = years(ceil(x.low), x.high, pitch, needed) if chart.positions else ()
    if len(found) >= _FEW:
        return tuple(_tick((str(year),), x.at(year), foot, lettering) for year in found)
    return _named(chart, x, foot, lettering)


def _named(chart: Chart, x: Scale, foot: Box, lettering: Lettering) -> tuple[Tick, ...]:
    """Mark every first, second, third … category: the closest that leaves air between the labels."""
    named = list(zip(positions(chart), chart.categories, strict=True))
    for step in range(1, len(named) + 1):
        shown = [(lettering.squeeze(name, foot.width / 2, 1), x.at(place)) for place, name in named[::step]]
        ticks = [_tick(lines, at, foot, lettering) for lines, at in shown]
        boxes = [tick.runs[0].box for tick in ticks]
        if all(left.right + _AIR / 2 < right.left for left, right in pairwise(boxes)):
            return tuple(ticks)
    return ()


def _tick(lines: tuple[str, ...], x: float, foot: Box, lettering: Lettering) -> Tick:
    """Set a tick's label below the axis, moved into the frame."""
    label = block(lettering, *filter(None, lines))
    left = min(max(foot.left, x - label.width / 2), foot.right - label.width)
    return Tick(x, label.runs(label.box(left, foot.top + _TICK_TOP), "middle"))

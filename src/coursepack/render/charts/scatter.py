"""Scatter charts: a dot for each row of the data, both axes to scale, a few dots labelled."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coursepack.render.charts.errorbar import all_upright, capped
from coursepack.render.charts.head import head, height
from coursepack.render.charts.label import Block, Line, block
from coursepack.render.charts.lettering import LEADING
from coursepack.render.charts.limits import all_placed
from coursepack.render.charts.number import written
from coursepack.render.charts.pointspots import DOT, KeyPoint, spots
from coursepack.render.charts.scale import Scale, span
from coursepack.render.geometry import Box, Point, Segment
from coursepack.render.labelling.days import begun, marks
from coursepack.render.labelling.ground import Ground
from coursepack.render.labelling.settle import settle

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from coursepack.chart import Chart
    from coursepack.render.charts.label import Run
    from coursepack.render.charts.lettering import Lettering

_HEADROOM = 17.0  # pt below the unit
_LOWEST = 200.0  # pt
_FOOT = 15.0  # pt below the axis
_TICK_TOP = 4.6  # pt from the axis to the numbers' ascenders
_GAP = 6.0  # pt between the upright axis and its numbers
_RIGHT = 14.0  # pt
_NAME_WIDTH = 96.0  # pt
_MOST_LINES = 3
_DATE_AIR = 12.0  # pt between two dates
_MARKS = (5, 4)  # the most numbers across and up


@dataclass(frozen=True)
class ScatterDrawing:
    """A scatter chart, ready to draw (pt): the dots of each series, and both axes with their ticks."""

    width: float
    height: float
    runs: tuple[Run, ...]
    grid: tuple[Segment, ...]
    axes: tuple[Segment, Segment]
    ticks: tuple[Point, ...]
    dots: tuple[tuple[Point, ...], ...]
    leaders: tuple[Segment, ...]
    errors: tuple[Segment, ...] = ()


@dataclass(frozen=True)
class _Plane:
    """The two scales (pt), the numbers where they are marked, and the words of the marks along the foot."""

    x: Scale
    y: Scale
    across: tuple[float, ...]
    up: tuple[float, ...]
    words: tuple[tuple[str, ...], ...]

    def at(self, x: float, y: float) -> Point:
        return Point(self.x.at(x), self.y.at(y))


def layout(chart: Chart, width: float, lettering: Lettering) -> ScatterDrawing:
    """Lay out a scatter chart.

    Raises:
        LimitError: a label has no place.
    """
    unit, top = head(chart.unit, width, lettering)
    bottom = height(width, _LOWEST)
    plane = _plane(chart, Box(0, top + _HEADROOM, width, bottom), lettering)
    numbers = _numbers(chart, plane, lettering)
    dots = tuple(
        tuple(plane.at(x, y) for x, y in zip(chart.positions, series.values, strict=True) if y is not None)
        for series in chart.series
    )
    points = [*_marks(chart, plane, lettering), *_names(chart, dots, lettering)]
    clear = tuple(_around(dot) for row in dots for dot in row)
    inside = Box(plane.x.start + 1, top + 3, width, plane.y.start - 2)
    bars = all_upright(chart, plane.x, plane.y)
    ground = Ground(inside, (*clear, *(run.box for run in numbers)), bars, ())
    placed = settle([spots(point, ground, all_of_them=True) for point in points])
    all_placed((point.block, spot) for point, spot in zip(points, placed, strict=True))
    left, right, foot, roof = plane.x.start, plane.x.end, plane.y.start, plane.y.end
    return ScatterDrawing(
        width,
        bottom,
        runs=(*unit, *numbers, *(run for spot in placed if spot for run in spot.runs)),
        grid=tuple(Segment(Point(left, plane.y.at(y)), Point(right, plane.y.at(y))) for y in plane.up[1:]),
        axes=(Segment(Point(left, foot), Point(right, foot)), Segment(Point(left, roof), Point(left, foot))),
        ticks=tuple(Point(plane.x.at(x), foot) for x in plane.across),
        dots=dots,
        leaders=tuple(spot.leader for spot in placed if spot and spot.leader),
        errors=tuple(line for bar in bars for line in capped(bar)),
    )


def _plane(chart: Chart, frame: Box, lettering: Lettering) -> _Plane:
    values = [end / chart.divide for series in chart.series for end in series.extent]
    up = span(values, _MARKS[1])
    widest = max(lettering.width(written(number, chart.language)) for number in up)
    left, one = widest + _GAP, chart.divide
    x, marked = _across(chart, (left, frame.right - _RIGHT), lettering)
    return _Plane(
        x,
        Scale(up[0] * one, up[-1] * one, frame.bottom - _FOOT - (LEADING if chart.dates else 0), frame.top),
        tuple(marked),
        tuple(number * one for number in up),
        tuple(marked.values()),
    )


def _across(
    chart: Chart, ends: tuple[float, float], lettering: Lettering
) -> tuple[Scale, Mapping[float, tuple[str, ...]]]:
    """Return the scale along the foot and the lines of words at its marks."""
    if not chart.dates:
        across = span(chart.positions, _MARKS[0])
        return Scale(across[0], across[-1], *ends), {number: (written(number, chart.language),) for number in across}
    low, high = min(chart.positions), max(chart.positions)
    scale = Scale(begun(low, high), high, *ends)
    pitch = (ends[1] - ends[0]) / ((high - scale.low) or 1)
    dates = marks(scale.low, high, chart.language, lambda text: lettering.width(text) + _DATE_AIR, pitch)
    return scale, {float(mark.day): tuple(filter(None, (mark.text, mark.year))) for mark in dates}


def _numbers(chart: Chart, plane: _Plane, lettering: Lettering) -> tuple[Run, ...]:
    """Write the numbers or dates below the one axis and the numbers at the left of the other."""
    runs: list[Run] = []
    for number, lines in zip(plane.across, plane.words, strict=True):
        name = block(lettering, *lines)
        runs += name.runs(name.box(plane.x.at(number) - name.width / 2, plane.y.start + _TICK_TOP), "middle")
    for number in plane.up:
        name = block(lettering, written(number / chart.divide, chart.language))
        left = plane.x.start - _GAP - name.width
        runs += name.runs(name.box(left, plane.y.at(number) - name.height / 2))
    return tuple(runs)


def _marks(chart: Chart, plane: _Plane, lettering: Lettering) -> list[KeyPoint]:
    """Label the author's marks with their words."""
    found = []
    for mark in chart.marks:
        known = (series.values[mark.index] for series in chart.series)
        value = next((value for value in known if value is not None), None)
        if value is not None and mark.text.strip():
            lines = lettering.whole(mark.text, _NAME_WIDTH, _MOST_LINES)
            at = plane.at(chart.positions[mark.index], value)
            found.append(KeyPoint(at, Block(tuple(Line(line) for line in lines), lettering), "right"))
    return found


def _names(chart: Chart, dots: Sequence[Sequence[Point]], lettering: Lettering) -> list[KeyPoint]:
    """Name several series, each at the dot that is farthest from all others."""
    if len(chart.series) == 1:
        return []
    found = []
    for series, row in zip(chart.series, dots, strict=True):
        others = [dot for other in dots if other is not row for dot in other]
        if row:
            lonely = max(row, key=lambda dot: min((Segment(dot, other).length for other in others), default=0.0))
            lines = lettering.whole(series.name, _NAME_WIDTH, _MOST_LINES)
            label = Block(tuple(Line(line, bold=True) for line in lines), lettering)
            found.append(KeyPoint(lonely, label, "above"))
    return found


def _around(point: Point) -> Box:
    return Box(point.x, point.y, point.x, point.y).grown(DOT)

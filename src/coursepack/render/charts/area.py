"""Area charts: one to three parts of a whole over time, to scale, told apart by solid, hatch and white."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from coursepack.chart import Series
from coursepack.render.charts.head import head, height
from coursepack.render.charts.label import AIR, Block, Line
from coursepack.render.charts.limits import LimitError
from coursepack.render.charts.number import scaled, total
from coursepack.render.charts.plane import plane, positions
from coursepack.render.charts.polygon import hatched
from coursepack.render.geometry import Box, Point, Segment
from coursepack.render.labelling.spread import spread

if TYPE_CHECKING:
    from coursepack.chart import Chart
    from coursepack.render.charts.label import Run
    from coursepack.render.charts.lettering import Lettering
    from coursepack.render.charts.plane import Plane
    from coursepack.render.charts.polygon import Polygon

_HEADROOM = 10.0  # pt below the unit
_LOWEST = 188.0  # pt
_NAME_WIDTH = 84.0  # pt: a longer name is broken
_MOST_LINES = 3
_GAP = 12.0  # pt between the last value and its label: room for a leader
_AIR = 2.4  # pt at both ends of a leader
_HATCHED = 1  # the series with the hatch


@dataclass(frozen=True)
class AreaDrawing:
    """An area chart, ready to draw (pt): the areas by series from the foot up, and the second one's hatch."""

    width: float
    height: float
    runs: tuple[Run, ...]
    grid: tuple[Segment, ...]
    axis: Segment
    ticks: tuple[Point, ...]
    areas: tuple[Polygon, ...]
    hatch: tuple[Segment, ...]
    leaders: tuple[Segment, ...]


def layout(chart: Chart, width: float, lettering: Lettering) -> AreaDrawing:
    """Lay out an area chart; names and last values stand at the right end of their areas.

    Raises:
        LimitError: the names are higher than the chart.
    """
    unit, top = head(chart.unit, width, lettering)
    frame = Box(0, top + _HEADROOM, width, height(width, _LOWEST))
    sums = _sums(chart)
    labels = _labels(chart, lettering)
    drawn = plane(replace(chart, series=sums[1:]), lettering, frame, max(label.width for label in labels) + _GAP + _AIR)
    areas = tuple(_area(chart, low, high, drawn) for low, high in pairwise(sums))
    runs, leaders = _named(labels, sums, drawn, top + _AIR)
    return AreaDrawing(
        width,
        frame.bottom,
        runs=(*unit, *drawn.numbers, *(run for tick in drawn.ticks for run in tick.runs), *runs),
        grid=drawn.grid,
        axis=drawn.axis,
        ticks=tuple(Point(tick.x, drawn.axis.start.y) for tick in drawn.ticks),
        areas=areas,
        hatch=hatched(areas[_HATCHED]) if len(areas) > _HATCHED else (),
        leaders=leaders,
    )


def _sums(chart: Chart) -> tuple[Series, ...]:
    """Return the edges between the areas as series: the foot, and the sums of the parts up to each."""
    rows = [series.values for series in chart.series]
    sums = [[total(stack) for stack in zip(*rows[:number], strict=True)] for number in range(1, len(rows) + 1)]
    foot = [0.0] * len(chart.categories)
    return tuple(Series("", tuple(row)) for row in (foot, *sums))


def _area(chart: Chart, low: Series, high: Series, drawn: Plane) -> Polygon:
    places = positions(chart)
    upper = [drawn.at(place, value or 0) for place, value in zip(places, high.values, strict=True)]
    lower = [drawn.at(place, value or 0) for place, value in zip(places, low.values, strict=True)]
    return (*upper, *reversed(lower))


def _labels(chart: Chart, lettering: Lettering) -> list[Block]:
    """Write a label for each area: its name, unless it is alone, and its last value."""
    labels = []
    for series in chart.series:
        named = lettering.whole(series.name, _NAME_WIDTH, _MOST_LINES) if len(chart.series) > 1 else ()
        (text,) = scaled(series.values[-1:], chart.divide, chart.language)
        labels.append(Block((*(Line(line, bold=True) for line in named), Line(text, bold=not named)), lettering))
    return labels


def _named(
    labels: list[Block], sums: tuple[Series, ...], drawn: Plane, top: float
) -> tuple[tuple[Run, ...], tuple[Segment, ...]]:
    ends = [drawn.y.at(series.values[-1] or 0) for series in sums]
    middles = [(low + high) / 2 for low, high in pairwise(ends)]
    heights = [label.height for label in labels]
    if sum(heights) + _AIR * len(heights) > drawn.area.bottom - top:
        message = "the names of the areas are too long to stand beside them"
        raise LimitError(message)
    places = spread(middles, heights, top, drawn.area.bottom, AIR)
    left = drawn.area.right + _GAP
    boxes = [label.box(left, place - label.height / 2) for label, place in zip(labels, places, strict=True)]
    runs = tuple(run for label, box in zip(labels, boxes, strict=True) for run in label.runs(box))
    leaders = tuple(
        Segment(Point(drawn.area.right + _AIR, middle), Point(left - _AIR, place))
        for middle, place in zip(middles, places, strict=True)
    )
    return runs, leaders

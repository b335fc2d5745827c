"""Pie charts: up to six parts of a whole, named beside them, told apart from their neighbours by their fills."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from coursepack.render.charts.head import head, height
from coursepack.render.charts.label import AIR, Block, Line
from coursepack.render.charts.limits import LimitError
from coursepack.render.charts.number import parted
from coursepack.render.charts.polygon import hatched, on_circle, wedge
from coursepack.render.geometry import Point, Segment
from coursepack.render.labelling.spread import spread

if TYPE_CHECKING:
    from coursepack.chart import Chart
    from coursepack.render.charts.label import Run
    from coursepack.render.charts.lettering import Lettering
    from coursepack.render.charts.polygon import Polygon

_LOWEST = 188.0  # pt
_TOP = 8.0  # pt below the unit
_OUT, _REACH = 3.0, 10.0  # pt from the rim to where a leader begins and where it bends
_ARM = 8.0  # pt: the level end of a leader
_AIR = 2.6  # pt between a leader and its label
_MOST_LINES = 3
_HALF = 0.5

# The fills in their order: two neighbours differ, the last and the first too.
FILLS = ("solid", "hatch", "white", "falling", "cross", "white")


@dataclass(frozen=True)
class PieDrawing:
    """A pie, ready to draw (pt): its parts clockwise from the top, their fills, and the lines of the hatched ones."""

    width: float
    height: float
    runs: tuple[Run, ...]
    parts: tuple[Polygon, ...]
    fills: tuple[str, ...]
    hatch: tuple[Segment, ...]
    leaders: tuple[Segment, ...]


@dataclass(frozen=True)
class _Label:
    """A label beside a pie: where its leader leaves the rim, and where it bends, before labels make room."""

    block: Block
    rim: Point
    bend: Point
    right: bool


def layout(chart: Chart, width: float, lettering: Lettering) -> PieDrawing:
    """Lay out a pie in the middle of its frame, with labels in two columns.

    Raises:
        LimitError: the labels of one side are higher than the chart.
    """
    unit, top = head(chart.unit, width, lettering)
    bottom = height(width, _LOWEST)
    radius = (bottom - top - _TOP) / 2 - _REACH / 2
    centre = Point(width / 2, top + _TOP + radius + _REACH / 4)
    values = [value or 0 for value in chart.series[0].values]
    turns = [part / sum(values) for part in accumulate(values, initial=0.0)]
    if chart.leads_right:
        # Parts follow each other clockwise everywhere: here in a drawing that will be mirrored.
        turns = [1 - turn for turn in turns]
    spans = [sorted(ends) for ends in pairwise(turns)]
    parts = tuple(wedge(centre, radius, start, end) for start, end in spans)
    fills = FILLS[: len(parts)]
    labels = [
        _label(chart, index, (start + end) / 2, (centre, radius), lettering) for index, (start, end) in enumerate(spans)
    ]
    runs, leaders = _placed(labels, centre.x, radius, (top + _TOP, bottom))
    return PieDrawing(
        width,
        bottom,
        (*unit, *runs),
        parts,
        fills,
        tuple(line for part, fill in zip(parts, fills, strict=True) for line in _lines(part, fill)),
        leaders,
    )


def _lines(part: Polygon, fill: str) -> tuple[Segment, ...]:
    rising = hatched(part) if fill in {"hatch", "cross"} else ()
    return (*rising, *(hatched(part, falling=True) if fill in {"falling", "cross"} else ()))


def _label(chart: Chart, index: int, turn: float, pie: tuple[Point, float], lettering: Lettering) -> _Label:
    """Write a part's name, and its value with its share."""
    centre, radius = pie
    value = chart.series[0].values[index] or 0
    whole = sum(part or 0 for part in chart.series[0].values)
    room = centre.x - radius - _REACH - _ARM - _AIR
    names = lettering.whole(chart.categories[index], room, _MOST_LINES, bold=True)
    values = lettering.whole(parted(value, whole, chart), room, _MOST_LINES)
    lines = (*(Line(name, bold=True) for name in names), *map(Line, values))
    rim, bend = on_circle(centre, radius + _OUT, turn), on_circle(centre, radius + _REACH, turn)
    return _Label(Block(lines, lettering), rim, bend, turn <= _HALF)


def _placed(
    labels: list[_Label], middle: float, radius: float, ends: tuple[float, float]
) -> tuple[tuple[Run, ...], tuple[Segment, ...]]:
    runs: list[Run] = []
    leaders: list[Segment] = []
    edge = radius + _REACH + _ARM
    for right in (True, False):
        side = [label for label in labels if label.right is right]
        heights = [label.block.height for label in side]
        if sum(heights) + _AIR * len(side) > ends[1] - ends[0]:
            message = "the names of the parts are too long to stand beside the pie"
            raise LimitError(message)
        places = spread([label.bend.y for label in side], heights, *ends, AIR)
        for label, place in zip(side, places, strict=True):
            x = middle + (edge if right else -edge)
            left = x + _AIR if right else x - _AIR - label.block.width
            box = label.block.box(left, place - label.block.height / 2)
            runs += label.block.runs(box, "start" if right else "end")
            leaders.append(Segment(label.rim, Point(x, place)))
    return tuple(runs), tuple(leaders)

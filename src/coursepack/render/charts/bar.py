"""Bar charts: one number a category, the value above the bar, no axis of numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coursepack.render.charts.box import Box, Point, Segment
from coursepack.render.charts.columns import NAME_TOP, Columns, Value, columns, names, values
from coursepack.render.charts.head import head, height
from coursepack.render.charts.number import scaled
from coursepack.render.charts.scale import Scale

if TYPE_CHECKING:
    from coursepack.chart import Chart
    from coursepack.render.charts.label import Run
    from coursepack.render.charts.lettering import Lettering

_HEADROOM = 18.0  # pt below the unit: a value above the highest bar
_BELOW = 14.0  # pt under the lowest bar that hangs: its value
_FLAT = 0.01  # pt: a bar that is lower is not drawn


@dataclass(frozen=True)
class BarDrawing:
    """A bar chart, ready to draw (pt)."""

    width: float
    height: float
    runs: tuple[Run, ...]
    bars: tuple[Box, ...]
    axis: Segment


def layout(chart: Chart, width: float, lettering: Lettering) -> BarDrawing:
    """Lay out a bar chart of one series."""
    unit, top = head(chart.unit, width, lettering)
    bottom = height(width)
    at = columns(len(chart.categories), width, {})
    under, depth = names(chart.categories, at, width, lettering)
    foot = bottom - NAME_TOP - depth
    numbers = chart.series[0].values
    y = _scale([value for value in numbers if value is not None], top, foot)
    bars = [_bar(at, index, value or 0, y) for index, value in enumerate(numbers)]
    texts = scaled(numbers, chart.divide, chart.language)
    labels = [
        Value(text, bar, hangs=(value or 0) < 0, weight=value or 0)
        for text, bar, value in zip(texts, bars, numbers, strict=True)
        if text
    ]
    frame = Box(0, top, width, foot)
    return BarDrawing(
        width,
        bottom,
        runs=(*unit, *(run.moved(foot + NAME_TOP) for run in under), *values(labels, frame, lettering)),
        bars=tuple(bar for bar in bars if bar.height > _FLAT),
        axis=Segment(Point(0, y.at(0)), Point(at.right, y.at(0))),
    )


def _scale(numbers: list[float], top: float, foot: float) -> Scale:
    """Return the scale of the bars, which always holds 0; room is kept for the values above and below."""
    low, high = min(0, *numbers, 0), max(0, *numbers, 0)
    stands = any(number >= 0 for number in numbers)
    if high == low:
        return Scale(0, 1, foot, top + _HEADROOM)
    return Scale(low, high, foot - (_BELOW if low < 0 else 0), top + (_HEADROOM if stands else _BELOW / 2))


def _bar(at: Columns, index: int, value: float, y: Scale) -> Box:
    top, bottom = sorted((y.at(0), y.at(value)))
    return at.box(index, top, bottom)

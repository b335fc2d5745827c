"""Ranked bars: names at the left, horizontal bars, the value at a bar's end; the first row stands on top."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from coursepack.render.charts.head import head
from coursepack.render.charts.label import Block, block
from coursepack.render.charts.number import scaled
from coursepack.render.charts.scale import Scale
from coursepack.render.geometry import Box, Point, Segment

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coursepack.chart import Chart
    from coursepack.render.charts.label import Run
    from coursepack.render.charts.lettering import Lettering

_BAR = 9.0  # pt: how thick a bar is
_ROW_AIR = 7.6  # pt from one row's name to the next
_HEAD_AIR = 8.0  # pt between the unit and the first row
_NAME_SHARE = 0.42  # of the width, for the names
_MOST_LINES = 3
_NAME_GAP = 8.0  # pt between the names and the bars
_VALUE_GAP = 4.5  # pt between a bar and its value
_FLAT = 0.01  # pt: a bar that is shorter is not drawn


@dataclass(frozen=True)
class RankedDrawing:
    """A chart of ranked bars, ready to draw (pt)."""

    width: float
    height: float
    runs: tuple[Run, ...]
    bars: tuple[Box, ...]
    axis: Segment


def layout(chart: Chart, width: float, lettering: Lettering) -> RankedDrawing:
    """Lay out ranked bars of one series; the height follows from the rows."""
    unit, top = head(chart.unit, width, lettering)
    names = [block(lettering, *lettering.squeeze(name, width * _NAME_SHARE, _MOST_LINES)) for name in chart.categories]
    pitches = [name.height + _ROW_AIR for name in names]
    first = top + (_HEAD_AIR if unit else 0) - _ROW_AIR / 2
    tops = list(accumulate(pitches, initial=max(0.0, first)))
    middles = [top + pitch / 2 for top, pitch in zip(tops, pitches, strict=False)]
    x, bars, numbers = _bars(chart, Box(max(name.width for name in names) + _NAME_GAP, 0, width, 0), middles, lettering)
    labels = [run for name, middle in zip(names, middles, strict=True) for run in _name(name, middle)]
    return RankedDrawing(
        width,
        tops[-1],
        runs=(*unit, *labels, *numbers),
        bars=tuple(bar for bar in bars if bar.width > _FLAT),
        axis=Segment(Point(x.at(0), tops[0]), Point(x.at(0), tops[-1])),
    )


def _name(name: Block, middle: float) -> tuple[Run, ...]:
    return name.runs(name.box(0, middle - name.height / 2))


def _bars(
    chart: Chart, area: Box, middles: Sequence[float], lettering: Lettering
) -> tuple[Scale, list[Box], list[Run]]:
    """Return the scale along the bars, the bars and their values; every value has room at its bar's end."""
    numbers = chart.series[0].values
    texts = scaled(numbers, chart.divide, chart.language)
    values = [block(lettering, text, bold=True) for text in texts]
    x = _scale([(value or 0, label.width) for value, label in zip(numbers, values, strict=True)], area)
    bars: list[Box] = []
    runs: list[Run] = []
    for value, label, middle in zip(numbers, values, middles, strict=True):
        left, right = sorted((x.at(0), x.at(value or 0)))
        bars.append(Box(left, middle - _BAR / 2, right, middle + _BAR / 2))
        start = left - _VALUE_GAP - label.width if (value or 0) < 0 else right + _VALUE_GAP
        runs += label.runs(label.box(start, middle - label.height / 2)) if value is not None else ()
    return x, bars, runs


def _scale(values: Sequence[tuple[float, float]], area: Box) -> Scale:
    """Return the longest scale on which each number, with the width (pt) of its value at the end, is in the area."""
    below = [(-value, width + _VALUE_GAP) for value, width in values if value < 0] or [(0.0, 0.0)]
    above = [(value, width + _VALUE_GAP) for value, width in values if value >= 0] or [(0.0, 0.0)]
    pt = (
        min(
            (area.width - room - other_room) / (value + other)
            for value, room in below
            for other, other_room in above
            if value + other > 0
        )
        if any(value for value, _ in values)
        else 0.0
    )
    zero = area.left + max(value * pt + room for value, room in below)
    return Scale(0, 1, zero, zero + pt)

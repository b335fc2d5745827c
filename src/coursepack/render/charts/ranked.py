"""Lying bars: names at the left, the value at a bar's end; the first row stands on top.

Ranked bars have one series. Bars that find no room upright lie too, in groups or stacked, below a key of their fills.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from coursepack.render.charts.columns import OUTLINE
from coursepack.render.charts.hatch import hatch
from coursepack.render.charts.head import flattened, head
from coursepack.render.charts.label import Block, block
from coursepack.render.charts.lettering import ASCENT, DESCENT
from coursepack.render.charts.number import parted, scaled, sums
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
_KEY, _KEY_GAP, _KEY_AIR = 14.0, 5.0, 4.0  # pt: a bar of the key, the gap to its words, and that to the line above
_HATCHED = 1  # the series with the hatch


@dataclass(frozen=True)
class RankedDrawing:
    """A chart of lying bars, ready to draw (pt): the bars by series, those of the key first, and the second's hatch."""

    width: float
    height: float
    runs: tuple[Run, ...]
    bars: tuple[tuple[Box, ...], ...]
    hatch: tuple[Segment, ...]
    axis: Segment


@dataclass(frozen=True)
class _Bar:
    """A bar by its ends, in the chart's numbers, its middle (pt), and the label at its end."""

    series: int
    start: float
    end: float
    middle: float
    label: Block | None


def layout(chart: Chart, width: float, lettering: Lettering) -> RankedDrawing:
    """Lay out lying bars; the height follows from the rows."""
    unit, top = head(chart.unit, width, lettering)
    boxes, words, top = _key(chart, width, top, lettering)
    names = [block(lettering, *lettering.whole(name, width * _NAME_SHARE, _MOST_LINES)) for name in chart.categories]
    more = _BAR * (len(chart.series) - 1) if chart.kind == "rows" else 0
    air = _ROW_AIR * flattened(width)
    pitches = [max(name.height, ASCENT + DESCENT + more) + air for name in names]
    first = top + (_HEAD_AIR if unit or words else 0) - air / 2
    tops = list(accumulate(pitches, initial=max(0.0, first)))
    middles = [top + pitch / 2 for top, pitch in zip(tops, pitches, strict=False)]
    bars = _piled(chart, middles, lettering) if chart.kind == "piles" else _grouped(chart, middles, lettering)
    x = _scale(chart, bars, Box(max(name.width for name in names) + _NAME_GAP, 0, width, 0))
    rows = [[*key, *_boxes(bars, number, x)] for number, key in enumerate(boxes)]
    numbers = [run for bar in bars for run in _value(bar, x)]
    labels = [run for name, middle in zip(names, middles, strict=True) for run in _name(name, middle)]
    return RankedDrawing(
        width,
        tops[-1],
        runs=(*unit, *words, *labels, *numbers),
        bars=tuple(map(tuple, rows)),
        hatch=tuple(line for row in rows[_HATCHED : _HATCHED + 1] for box in row for line in hatch(box)),
        axis=Segment(Point(x.at(0), tops[0]), Point(x.at(0), tops[-1])),
    )


def _key(
    chart: Chart, width: float, top: float, lettering: Lettering
) -> tuple[list[list[Box]], tuple[Run, ...], float]:
    """Set the key of several series, one below the other; return its bars, its words and the place (pt) below it."""
    boxes: list[list[Box]] = [[] for _ in chart.series]
    runs: list[Run] = []
    for bars, series in zip(boxes, chart.series if len(chart.series) > 1 else (), strict=False):
        words = block(lettering, *lettering.whole(series.name, width - _KEY - _KEY_GAP, 1))
        box = words.box(_KEY + _KEY_GAP, top + _KEY_AIR)
        bars.append(Box(OUTLINE / 2, box.top, _KEY, box.top + ASCENT))
        runs += words.runs(box)
        top = box.bottom
    return boxes, tuple(runs), top


def _name(name: Block, middle: float) -> tuple[Run, ...]:
    return name.runs(name.box(0, middle - name.height / 2))


def _grouped(chart: Chart, middles: Sequence[float], lettering: Lettering) -> list[_Bar]:
    """Return the bars of every row, one series below the other, with their values."""
    found, count = [], len(chart.series)
    texts = [_texts(chart, series.values) for series in chart.series]
    for index, middle in enumerate(middles):
        for number, series in enumerate(chart.series):
            value, at = series.values[index], middle + (number - (count - 1) / 2) * _BAR
            label = None if value is None else block(lettering, texts[number][index], bold=True)
            found.append(_Bar(number, 0.0, value or 0.0, at, label))
    return found


def _texts(chart: Chart, values: tuple[float | None, ...]) -> tuple[str, ...]:
    if not chart.whole:
        return scaled(values, chart.divide, chart.language)
    return tuple("" if value is None else parted(value, chart.whole, chart) for value in values)


def _piled(chart: Chart, middles: Sequence[float], lettering: Lettering) -> list[_Bar]:
    """Return the parts of every row, one after the other, and the total at the end of the last."""
    stacks = zip(*(series.values for series in chart.series), strict=True)
    texts = sums(chart)
    found = []
    for stack, text, middle in zip(stacks, texts, middles, strict=True):
        ends = list(accumulate((value or 0.0 for value in stack), initial=0.0))
        for number, (start, end) in enumerate(pairwise(ends)):
            is_last = number == len(stack) - 1
            label = block(lettering, text, bold=True) if text and is_last else None
            found.append(_Bar(number, start, end, middle, label))
    return found


def _boxes(bars: Sequence[_Bar], number: int, x: Scale) -> list[Box]:
    own = [bar for bar in bars if bar.series == number]
    ends = [(*sorted((x.at(bar.start), x.at(bar.end))), bar.middle) for bar in own]
    boxes = [Box(left, middle - _BAR / 2, right, middle + _BAR / 2) for left, right, middle in ends]
    return [box for box in boxes if box.width > _FLAT]


def _value(bar: _Bar, x: Scale) -> tuple[Run, ...]:
    """Set the value at a bar's end, or left of one that runs below 0."""
    if bar.label is None:
        return ()
    left, right = sorted((x.at(bar.start), x.at(bar.end)))
    start = left - _VALUE_GAP - bar.label.width if bar.end < 0 else right + _VALUE_GAP
    return bar.label.runs(bar.label.box(start, bar.middle - bar.label.height / 2))


def _scale(chart: Chart, bars: Sequence[_Bar], area: Box) -> Scale:
    """Return the longest scale on which each number, with the width (pt) of its value at the end, is in the area."""
    values = [(bar.end, bar.label.width if bar.label else 0.0) for bar in bars]
    values += [(end, 0.0) for end in chart.reach or ()]
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

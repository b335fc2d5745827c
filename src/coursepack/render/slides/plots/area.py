"""Areas on a slide: parts of a whole over time, with their names and last values at the right."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coursepack.render.charts.number import scaled, total
from coursepack.render.charts.scale import round_values
from coursepack.render.geometry import Box
from coursepack.render.labelling.spread import spread
from coursepack.render.slides.plots.ground import Ground
from coursepack.render.slides.plots.plot import Axis, Label, Plot, Row, axis_format, cells, column, unit, value_format

if TYPE_CHECKING:
    from coursepack.chart import Chart
    from coursepack.render.slides.plots.ground import Lines
from coursepack.render.slides.plots.plot import Canvas

_TOP, _BOTTOM, _AIR = 0.2, 0.42, 0.12  # inches
_MOST_MARKS = 3


def plan(chart: Chart, canvas: Canvas) -> Plot:
    """Lay out an area chart. Its categories are evenly spaced: `check` has seen to it."""
    values = [cells(series.values, chart.divide) for series in chart.series]
    code = value_format(chart)
    rows = tuple(
        Row(series.name, row, column(number + 1), number)
        for number, (series, row) in enumerate(zip(chart.series, values, strict=True))
    )
    sums = [tuple(total(stack[: number + 1]) for stack in zip(*values, strict=True)) for number in range(len(values))]
    up = _scale(chart, max(sums[-1]))
    numbers = scaled(
        tuple(mark * up.step for mark in range(1, int(up.high / up.step) + 1)), unit(chart), chart.language
    )
    left = max(map(canvas.axis, numbers), default=0) + _AIR * 1.5
    labels = [_label(chart, number, canvas) for number in range(len(rows))]
    right = canvas.width - max(canvas.extent(lines)[0] for lines in labels) - 2 * _AIR
    plot = Box(left, _TOP, right, canvas.height - _BOTTOM)
    return Plot(
        "area",
        canvas.shares(plot.left, plot.top, plot.right, plot.bottom),
        chart.categories,
        rows,
        code,
        up,
        scale=True,
        up_format=axis_format(up, chart.divide),
        skip=_skip(chart, plot, canvas),
        names=_names([row[-1] for row in sums], labels, Ground(canvas, plot, Axis(0, 1, 1), up), len(chart.categories)),
    )


def _scale(chart: Chart, high: float) -> Axis:
    one = unit(chart)
    marks = round_values(0, high / one, _MOST_MARKS, whole=False)
    return Axis(0, high * 1.02 or 1, (marks[0] if marks else high / one or 1) * one)


def _label(chart: Chart, number: int, canvas: Canvas) -> Lines:
    series = chart.series[number]
    (text,) = scaled(series.values[-1:], chart.divide, chart.language)
    return ((text, True),) if len(chart.series) == 1 else (*canvas.named(series.name), (text, False))


def _skip(chart: Chart, plot: Box, canvas: Canvas) -> int:
    """Return every which category is named."""
    widest = max(map(canvas.axis, chart.categories)) + 2 * _AIR
    return int(widest / (plot.width / max(1, len(chart.categories) - 1))) + 1


def _names(tops: list[float], labels: list[Lines], ground: Ground, count: int) -> tuple[Row, ...]:
    """Hang each name on a point in the middle of its area's end: a line that is not drawn, one column further right."""
    canvas, plot = ground.canvas, ground.plot
    middles = [(low + high) / 2 for low, high in zip([0.0, *tops], tops, strict=False)]
    heights = [ground.at(0, middle)[1] for middle in middles]
    places = spread(heights, [canvas.extent(lines)[1] for lines in labels], 0, plot.bottom)
    first = len(tops) + 2
    rows = []
    for number, (middle, height, place, lines) in enumerate(zip(middles, heights, places, labels, strict=True)):
        shift = (_AIR / 2 / canvas.width, (place - height) / canvas.whole)
        label = Label(count - 1, lines, "r", shift)
        rows.append(Row("", (*[None] * (count - 1), middle), column(first + number), labels=(label,)))
    return tuple(replace(row, look=number) for number, row in enumerate(rows))

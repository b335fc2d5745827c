"""Dots on a slide: both axes to scale, the author's marks and the names of several series at their dots."""

from __future__ import annotations

from math import hypot
from typing import TYPE_CHECKING

from coursepack.render.charts.number import decimals, written
from coursepack.render.charts.scale import span
from coursepack.render.geometry import Box
from coursepack.render.slides.plots.ground import Ground, error_boxes
from coursepack.render.slides.plots.plot import (
    Axis,
    Label,
    Plot,
    Row,
    axis_format,
    cells,
    column,
    day_axis,
    errors,
    unit,
    value_format,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coursepack.chart import Chart
    from coursepack.render.geometry import Point
    from coursepack.render.slides.plots.plot import Canvas

_TOP, _BOTTOM, _RIGHT, _AIR = 0.2, 0.42, 0.4, 0.12  # inches
_MARKS = (5, 4)  # the most numbers across and up


def plan(chart: Chart, canvas: Canvas) -> Plot:
    """Lay out a scatter chart."""
    values = [cells(series.values, chart.divide) for series in chart.series]
    ground = _ground(chart, canvas)
    dots = [_dots(chart.positions, row, ground) for row in values]
    # Labels keep clear of all dots.
    half = canvas.look.dot / 144
    ground.taken.extend(Box(x - half, y - half, x + half, y + half) for row in dots for x, y in row.values())
    ground.taken.extend(error_boxes(chart, chart.positions, ground))
    plot = ground.plot
    return Plot(
        "scatter",
        canvas.shares(plot.left, plot.top, plot.right, plot.bottom),
        chart.categories,
        tuple(_row(chart, number, row, dots, ground) for number, row in enumerate(values)),
        value_format(chart),
        ground.up,
        ground.across,
        chart.positions,
        scale=True,
        across_format=axis_format(ground.across, 1),
        up_format=axis_format(ground.up, chart.divide),
    )


def _ground(chart: Chart, canvas: Canvas) -> Ground:
    """Give both axes their numbers, and the plot what their numbers leave."""
    one = unit(chart)
    ends = [cells(series.extent, chart.divide) for series in chart.series]
    up = span([value / one for row in ends for value in row if value is not None], _MARKS[1])
    left = max(canvas.axis(written(number, chart.language)) for number in up) + _AIR * 1.5
    foot = _BOTTOM + (canvas.line if chart.dates else 0)
    plot = Box(left, _TOP, canvas.width - _RIGHT, canvas.height - foot)
    return Ground(canvas, plot, _across(chart), _axis([number * one for number in up]))


def _across(chart: Chart) -> Axis:
    if chart.dates:
        return day_axis(min(chart.positions), max(chart.positions))
    return _axis(span(chart.positions, _MARKS[0]))


def _row(
    chart: Chart, number: int, values: tuple[float | None, ...], dots: list[dict[int, Point]], ground: Ground
) -> Row:
    labels = _labels(chart, number, dots, ground)
    return Row(chart.series[number].name, values, column(number + 1), number, labels, errors=errors(chart, number))


def _axis(marks: Sequence[float]) -> Axis:
    places = max(map(decimals, marks))
    return Axis(marks[0], marks[-1], round(marks[1] - marks[0], places))


def _dots(positions: Sequence[float], row: Sequence[float | None], ground: Ground) -> dict[int, Point]:
    return {index: ground.at(x, y) for index, (x, y) in enumerate(zip(positions, row, strict=True)) if y is not None}


def _labels(chart: Chart, number: int, dots: list[dict[int, Point]], ground: Ground) -> tuple[Label, ...]:
    """Write the words of the marks, and the series' name at the dot that is farthest from the other series."""
    own = dots[number]
    first = {mark.index: next(row for row in dots if mark.index in row) for mark in chart.marks}
    words = {mark.index: mark.text for mark in chart.marks if mark.text and first[mark.index] is own}
    labels = [ground.label(index, own[index], ((text, False),), trough=False) for index, text in words.items()]
    others = [dot for row in dots if row is not own for dot in row.values()]
    free = [index for index in own if index not in words]
    if len(dots) > 1 and others and free:
        lonely = max(free, key=lambda index: min(hypot(own[index][0] - x, own[index][1] - y) for x, y in others))
        labels.append(ground.label(lonely, own[lonely], ground.canvas.named(chart.series[number].name), trough=False))
    return tuple(sorted(labels, key=lambda label: label.index))

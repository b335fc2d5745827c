"""Pies on a slide: the names of the parts stand around them, with their values and shares."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate, pairwise
from math import cos, pi, sin, sqrt
from typing import TYPE_CHECKING

from coursepack.render.charts.number import parted
from coursepack.render.charts.pie import FILLS
from coursepack.render.labelling.spread import spread
from coursepack.render.slides.plots.plot import Axis, Label, Plot, Row, cells, column, number_format

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coursepack.chart import Chart
    from coursepack.render.slides.plots.ground import Lines
    from coursepack.render.slides.plots.plot import Canvas

_ROOM = 0.42  # inches above and below the pie
_AIR = 0.06  # inches between two labels
_SMALL = 0.02  # inches: a smaller move is none


@dataclass(frozen=True)
class _Beside:
    """A label where a program sets it by itself, in inches.

    `y` is the middle of its box, `x` how far its near edge is from the middle of the pie.
    """

    index: int
    lines: Lines
    y: float
    height: float
    right: bool
    x: float


def plan(chart: Chart, canvas: Canvas) -> Plot:
    """Lay out a pie in the middle of its frame; labels that would meet are moved apart."""
    (series,) = chart.series
    values = [value or 0 for value in series.values]
    size = canvas.height - 2 * _ROOM
    left = (canvas.width - size) / 2
    labels = _labels(chart, values, size / 2, canvas)
    return Plot(
        "pie",
        canvas.shares(left, _ROOM, left + size, _ROOM + size),
        chart.categories,
        (Row(series.name, cells(series.values, chart.divide), column(1), 0, labels),),
        number_format(series.values, chart.divide),
        Axis(0, sum(values), sum(values)),
        fills=FILLS[: len(values)],
    )


def _labels(chart: Chart, values: Sequence[float], radius: float, canvas: Canvas) -> tuple[Label, ...]:
    whole = sum(values)
    turns = [part / whole for part in accumulate(values, initial=0.0)]
    beside = []
    for index, (start, end) in enumerate(pairwise(turns)):
        lines = (*canvas.named(chart.categories[index]), (parted(values[index], whole, chart), False))
        height, angle = canvas.extent(lines)[1], (start + end) * pi
        middle = canvas.height / 2 - (radius + height / 2) * cos(angle)
        beside.append(_Beside(index, lines, middle, height, sin(angle) >= 0, radius * abs(sin(angle))))
    moved = [label for right in (True, False) for label in _apart(beside, radius, canvas, right=right)]
    return tuple(sorted(moved, key=lambda label: label.index))


def _apart(beside: Sequence[_Beside], radius: float, canvas: Canvas, *, right: bool) -> list[Label]:
    """Move the labels of a side up and down until none overlap."""
    side = [label for label in beside if label.right is right]
    places = spread([label.y for label in side], [label.height + _AIR for label in side], 0, canvas.height)
    return [
        Label(label.index, label.lines, "outEnd", _shift(label, place, radius, canvas))
        for label, place in zip(side, places, strict=True)
    ]


def _shift(label: _Beside, place: float, radius: float, canvas: Canvas) -> tuple[float, float] | None:
    """Move a label up or down, and then out: as far as the rim bulges there."""
    moved = place - label.y
    nearest = max(0.0, abs(place - canvas.height / 2) - label.height / 2)
    rim = sqrt(max(0.0, radius**2 - nearest**2))
    out = max(min(abs(moved), 1.0), rim - label.x + _AIR) * (1 if label.right else -1)
    return (out / canvas.width, moved / canvas.whole) if abs(moved) > _SMALL else None

"""Lines on a slide: time to scale, a few labelled points, the names of several lines at their ends."""

from __future__ import annotations

from dataclasses import replace
from math import floor
from typing import TYPE_CHECKING

from coursepack.render.charts.number import dated, scaled
from coursepack.render.charts.scale import round_values, span
from coursepack.render.geometry import Box
from coursepack.render.labelling.linenames import runs_out
from coursepack.render.slides.plots.feet import feet, standing
from coursepack.render.slides.plots.ground import Ground, error_boxes
from coursepack.render.slides.plots.linenames import named
from coursepack.render.slides.plots.plot import (
    Axis,
    Label,
    Plot,
    Row,
    axis_format,
    cells,
    column,
    day_axis,
    divisor,
    errors,
    unit,
    value_format,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coursepack.chart import Chart
    from coursepack.render.slides.plots.ground import Lines
    from coursepack.render.slides.plots.plot import Canvas

Values = tuple[float | None, ...]

_TOP, _WORDS = 0.42, 0.2  # inches above the highest point: for a value, and for words below it
_BOTTOM, _RIGHT, _AIR = 0.42, 0.5, 0.12
_MOST_MARKS, _MOST_NUMBERS = 3, 5
_FEW, _LAST_YEAR, _DUST = 3, 9999, 1e-9
_MOST_ALONE = 8  # points without a neighbour that bear their values
_YEARS = (1, 2, 4, 5, 10, 20, 25, 50, 100, 200, 500)


def plan(chart: Chart, canvas: Canvas) -> Plot:
    """Lay out a line chart. If the name of a line that runs out finds no place beside it, all stand at the ends."""
    out = frozenset(number for number, series in enumerate(chart.series) if runs_out(series.values))
    plot = _plan(chart, canvas, out)
    return plot if plot.rows else _plan(chart, canvas, frozenset())


def _plan(chart: Chart, canvas: Canvas, out: frozenset[int]) -> Plot:
    """Lay out a line chart; without rows if a line of `out`, those that run out, has no place for its name."""
    values = [cells(series.values, chart.divide) for series in chart.series]
    apart = cells([point.y for point in chart.apart], chart.divide)
    positions = chart.positions or tuple(float(number) for number in range(1, len(chart.categories) + 1))
    ended = [series.name for number, series in enumerate(chart.series) if number not in out]
    ground = _ground(chart, positions, (*values, apart), canvas, ended if len(values) > 1 else [])
    # Points apart have few places for their labels, so the others keep clear of them.
    own = _apart_labels(chart, apart, ground)
    rows = tuple(_row(chart, number, row, positions, ground) for number, row in enumerate(values))
    plot = ground.plot
    made = Plot(
        "line",
        canvas.shares(plot.left, plot.top, plot.right, plot.bottom),
        chart.categories,
        named(rows, out, positions, ground) if len(rows) > 1 else rows,
        value_format(chart),
        ground.up,
        ground.across,
        chart.positions,
        # One empty column parts these from the lines.
        Row("", apart, column(len(values) + 3), labels=own) if apart else None,
        tuple(point.x for point in chart.apart),
        column(len(values) + 2),
        scale=True,
        up_format=axis_format(ground.up, chart.divide),
        across_format=_across_format(ground.across),
    )
    if chart.positions:
        return made
    return standing(made, feet(chart, plot.width / len(chart.categories), canvas), len(rows))


def _across_format(across: Axis) -> str:
    """Return the format of years and other numbers along the foot: only those beyond years have marks in them."""
    return axis_format(across, 1) if across.high > _LAST_YEAR or across.step < 1 else "0"


def _ground(
    chart: Chart, positions: Sequence[float], rows: Sequence[Values], canvas: Canvas, names: Sequence[str]
) -> Ground:
    """Find the scales, and the room for plot, numbers and names at the ends of lines."""
    plot, up = _plot(chart, rows, canvas, names)
    dates = [*positions, *(point.x for point in chart.apart)]
    needed = canvas.axis("0000") * 2 / plot.width
    across = _along(chart, dates, needed)
    bare = Ground(canvas, plot, across, up)
    bare.taken.extend(error_boxes(chart, positions, bare))
    lines = rows[: len(chart.series)]
    curves = (((x, y) for x, y in zip(positions, row, strict=True) if y is not None) for row in lines)
    return replace(bare, curves=tuple(tuple(bare.at(x, y) for x, y in curve) for curve in curves))


def _plot(chart: Chart, rows: Sequence[Values], canvas: Canvas, names: Sequence[str]) -> tuple[Box, Axis]:
    """Return the plot's place between numbers at the left and names at the right, and the upright scale."""
    ends = [end for series in chart.series for end in cells(series.extent, chart.divide)]
    known = [value for row in (*rows, ends) for value in row if value is not None]
    low, high, one = min(0, *known, 0), max(0, *known, 0), unit(chart)
    if low == high:
        high = one
    # What the numbers are written without is not marked either.
    marks = round_values(low / one, high / one, _MOST_MARKS, whole="." not in value_format(chart))
    step = (min(map(abs, marks)) if marks else high / one) * one
    numbers = scaled(tuple(mark * one for mark in marks), one, chart.language)
    left = max(map(canvas.axis, numbers), default=0) + _AIR * 1.5
    widths = [canvas.extent(canvas.named(name))[0] + 2 * _AIR for name in names]
    top = _TOP + (_WORDS if any(mark.text for mark in chart.marks) else 0)
    right = canvas.width - max(_RIGHT, *widths, 0)
    foot = _BOTTOM + (canvas.line if chart.dates and chart.positions else 0)
    if not chart.positions:
        foot = feet(chart, (right - left) / len(chart.categories), canvas).height
    plot = Box(left, top, right, canvas.height - foot)
    # Programs count from the axis's own start.
    return plot, Axis(floor(low / step + _DUST) * step, high * 1.02, step)


def _along(chart: Chart, places: Sequence[float], needed: float) -> Axis:
    """Return the axis along the foot: to scale, or a step for each category."""
    low, high = min(places), max(places)
    if not chart.positions:
        return Axis(0.5, high + 0.5, 1)
    if chart.dates:
        return day_axis(low, high)
    if low == high and float(low).is_integer():
        return Axis(low - 1, high + 1, 1)
    if low == high or (high - low < _FEW and not all(float(place).is_integer() for place in places)):
        found = span((low, high), _MOST_NUMBERS)
        return Axis(found[0], found[-1], round(found[1] - found[0], 9))
    return _across(low, high, needed)


def _across(low: float, high: float, needed: float) -> Axis:
    """Choose the years marked: as many as have room (`needed` is a share of the axis).

    PowerPoint counts from the axis's own start, so that is a marked year too: of two steps the one that wastes less.
    """
    steps = (*_YEARS, *(number * 10**power for power in range(3, 16) for number in (1, 2, 5)))
    fitting = [step for step in steps if step >= needed * (high - low)][:2] or [steps[-1]]
    step = min(fitting, key=lambda step: low % step)
    return Axis(low // step * step, high, step)


def _row(chart: Chart, number: int, values: Values, positions: Sequence[float], ground: Ground) -> Row:
    """Label the author's marks on the first line, and the last point of a line that is alone."""
    series = chart.series[number]
    known = [index for index, value in enumerate(values) if value is not None]
    words = {mark.index: mark.text for mark in chart.marks if mark.index in known} if number == 0 else {}
    if len(chart.series) == 1 and known:
        words.setdefault(known[-1], "")
    if sum(len(one.alone) for one in chart.series) <= _MOST_ALONE:
        words |= dict.fromkeys((index for index in series.alone if index not in words), "")
    labels = []
    # The highest points choose first: a peak's label has no other place than above it.
    for index in sorted(words, key=lambda index: -(values[index] or 0)):
        lines = _lines(chart, chart.series[number].values, index, words[index])
        at = ground.at(positions[index], values[index] or 0)
        one = divisor(chart.divide)
        low, high = series.reach(index)
        reach = ground.reach((low / one, high / one))
        labels.append(ground.label(index, at, lines, trough=_is_trough(values, index), reach=reach))
    ordered = tuple(sorted(labels, key=lambda label: label.index))
    dots = tuple(sorted({*words, *series.alone}))
    return Row(series.name, values, column(number + 1), number, ordered, dots, errors=errors(chart, number))


def _lines(chart: Chart, values: Values, index: int, words: str) -> Lines:
    """Write a label: the value in bold, dated where it is the highest and nothing else is said, words below it."""
    value = values[index] or 0
    (text,) = scaled((value,), chart.divide, chart.language)
    if not words and value == max(known for known in values if known is not None):
        shown = round(value / chart.divide) if chart.divide != 1 else value
        text = dated(shown, chart.categories[index], chart)
    return ((text, True), (words, False)) if words else ((text, True),)


def _is_trough(values: Values, index: int) -> bool:
    near = (*values[max(0, index - 1) : index], *values[index + 1 : index + 2])
    beside = [value for value in near if value is not None]
    return bool(beside) and (values[index] or 0) < min(beside)


def _apart_labels(chart: Chart, values: Values, ground: Ground) -> tuple[Label, ...]:
    """Label the points that are not joined: value and words."""
    labels = []
    for index, (point, value) in enumerate(zip(chart.apart, values, strict=True)):
        (text,) = scaled((point.y,), chart.divide, chart.language)
        lines: Lines = ((text, True), (point.text, False)) if point.text else ((text, True),)
        labels.append(ground.label(index, ground.at(point.x, value or 0), lines, trough=True))
    return tuple(labels)

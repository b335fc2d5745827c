"""Bars on a slide: upright or stacked, with their values and names written at them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coursepack.render.charts.number import scaled, sums, totals
from coursepack.render.geometry import Box
from coursepack.render.slides.plots.feet import Feet, feet, standing
from coursepack.render.slides.plots.groupnames import Groups, labelled
from coursepack.render.slides.plots.plot import (
    Axis,
    Label,
    Plot,
    Row,
    cells,
    column,
    errors,
    numbered,
    value_format,
    valued,
)
from coursepack.render.slides.plots.stacknames import Stacks, at_large_parts, at_last

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from coursepack.chart import Chart
    from coursepack.render.slides.plots.plot import Canvas

_TOP = 0.42  # room for a value above the highest bar
_AIR = 0.12
_BELOW = 0.14  # of the scale, for the values of bars that hang
_MOST_LINES = 6  # above groups of bars, for the names of series
_OVER = 1.1  # slots that a number above a bar may take
_ROOMS = (0, 1 / 3, 2 / 3, 1)  # kept free at the right of stacks, as shares of what the widest name needs
_MOST_ROOM = 0.35  # of the frame, for a name on one line
_WIDEST_BAR, _MOST_GAP = 1.3, 500  # inches; per cent, the most that the format has


def plan(chart: Chart, canvas: Canvas) -> Plot:
    """Lay out a chart of bars."""
    rows = _rows(chart)
    code = value_format(chart)
    made = _stacked(chart, rows, code, canvas) if chart.kind == "stacked" else _upright(chart, rows, code, canvas)
    return numbered(made, chart)


def has_room(chart: Chart, canvas: Canvas) -> bool:
    """Say whether every name and every number of upright bars can be read: a few of years and numbers are enough."""
    slot = canvas.width * (1 - (_MOST_ROOM if chart.kind == "stacked" else 0)) / len(chart.categories)
    if chart.is_ordered:
        return True
    if not feet(chart, slot, canvas).is_whole:
        return False
    if chart.kind == "stacked":
        return widest([sums(chart)], canvas) <= slot
    if len(chart.series) == 1:
        return widest(_texts(chart), canvas) <= slot * _OVER
    groups, is_complete = _groups(chart, _rows(chart), canvas)
    return is_complete and widest(_texts(chart), canvas) <= groups.bar


def unsaid(chart: Chart, canvas: Canvas) -> int:
    """Count the upright bars that stand without their numbers."""
    known = sum(value is not None for series in chart.series for value in series.values)
    return 0 if chart.kind == "stacked" else known - sum(len(row.labels) for row in plan(chart, canvas).rows)


def widest(texts: Sequence[Sequence[str]], canvas: Canvas) -> float:
    """Return how wide the widest of some values is."""
    return max((canvas.extent([(text, True)])[0] for row in texts for text in row), default=0)


def _rows(chart: Chart) -> tuple[Row, ...]:
    """Return the series in their columns."""
    return tuple(
        Row(
            series.name,
            cells(series.values, chart.divide),
            column(number + 1),
            number,
            errors=errors(chart, number),
        )
        for number, series in enumerate(chart.series)
    )


def _scale(values: Iterable[float | None]) -> Axis:
    known = [value for value in values if value is not None]
    low, high = min(0, *known, 0), max(0, *known, 0)
    return Axis(low, high or 1, (high - low) or 1)


def _gap(slot: float, canvas: Canvas, number: int = 1) -> int:
    """Return the space between bars, or groups of a number of them, in per cent of one: few do not grow into blocks."""
    return max(canvas.look.gap, min(_MOST_GAP, round((slot / _WIDEST_BAR - number) * 100)))


def _upright(chart: Chart, rows: tuple[Row, ...], code: str, canvas: Canvas) -> Plot:
    """Write the value above each bar; where they are too many, above the highest, the first and the last alone."""
    bars, _ = _groups(chart, rows, canvas)
    foot, plot = feet(chart, bars.slot, canvas), bars.plot
    made = Plot(
        "bar",
        canvas.shares(plot.left, plot.top, plot.right, plot.bottom),
        chart.categories,
        bars.rows,
        code,
        bars.scale,
        gap=_gap(bars.slot, canvas, len(rows)),
    )
    return standing(made, foot, len(rows))


def _groups(chart: Chart, rows: tuple[Row, ...], canvas: Canvas) -> tuple[Groups, bool]:
    """Return the bars with their labels, and whether the names of several series have all found a place."""
    slot = canvas.width / len(chart.categories)
    gap, high = _gap(slot, canvas, len(rows)), canvas.height - feet(chart, slot, canvas).height
    plot = Box(0, _TOP, canvas.width, high)
    bars = Groups(rows, plot, slot, slot / (len(rows) + gap / 100), _hanging(chart), _texts(chart))
    wide = widest(_texts(chart), canvas)
    if len(rows) > 1:
        return _grouped(bars, canvas, every=wide <= bars.bar)
    labels = _values(rows[0], every=wide <= slot * _OVER)
    raised = tuple(bars.raised(label, 0, canvas) for label in labels)
    return replace(bars, rows=(replace(rows[0], labels=raised),)), True


def _hanging(chart: Chart) -> Axis:
    """Return the scale of bars; below those that hang is room for their values, above the names at the foot."""
    scale = _scale(end for series in chart.series for end in cells(series.extent, chart.divide))
    low = scale.low - (scale.high - scale.low) * _BELOW if scale.low < 0 else scale.low
    return replace(scale, low=low)


def _texts(chart: Chart) -> tuple[tuple[str, ...], ...]:
    return tuple(scaled(series.values, chart.divide, chart.language) for series in chart.series)


def _grouped(bars: Groups, canvas: Canvas, *, every: bool) -> tuple[Groups, bool]:
    """Label groups of bars; they get lower until the names of the series have places above them."""
    for lines in range(1, _MOST_LINES + 1):
        plot = Box(bars.plot.left, _TOP + lines * canvas.line, bars.plot.right, bars.plot.bottom)
        trial = replace(bars, plot=plot)
        rows, is_complete = labelled(trial, canvas, every=every)
        if is_complete:
            break
    return replace(trial, rows=rows), is_complete


def _values(row: Row, *, every: bool) -> tuple[Label, ...]:
    known = {index: value for index, value in enumerate(row.values) if value is not None}
    chosen = known if every or not known else {min(known), max(known), max(known, key=lambda index: known[index])}
    return tuple(Label(index, position="outEnd") for index in sorted(chosen))


def _stacked(chart: Chart, rows: tuple[Row, ...], code: str, canvas: Canvas) -> Plot:
    """Write the totals above the stacks, and the names beside them.

    All names stand beside the last bar, if none has to leave its part; else each beside a bar in which its part is
    large, with as little room at the right as will do; else beside the last bar after all, with leaders.
    """
    wholes = tuple(value or 0 for value in cells(totals(chart), chart.divide))
    texts = sums(chart)
    room = max(canvas.extent(canvas.named(row.name))[0] for row in rows) + 3 * _AIR
    line = max(canvas.extent([(row.name, True)])[0] for row in rows) + 3 * _AIR
    rooms = (*(room * share for share in _ROOMS), min(line, canvas.width * _MOST_ROOM))
    plans = [_bars(chart, rows, canvas, _scale(wholes), kept) for kept in rooms]
    last, foot = plans[len(_ROOMS) - 1]
    named = at_last(last, canvas, leaders=False)
    trials = ((at_large_parts(stacks, canvas, texts), stacks, foot) for stacks, foot in plans if not named)
    usual = (named or at_last(last, canvas, leaders=True), last, foot)
    named, stacks, foot = next((trial for trial in trials if trial[0]), usual)
    plot = stacks.plot
    made = Plot(
        "stacked",
        canvas.shares(plot.left, plot.top, plot.right, plot.bottom),
        chart.categories,
        named,
        code,
        stacks.scale,
        totals=Row("", wholes, column(len(rows) + 1), labels=_totals(texts, chart)),
        gap=_gap(stacks.slot, canvas),
    )
    return standing(made, foot, len(rows))


def _totals(texts: Sequence[str], chart: Chart) -> tuple[Label, ...]:
    return tuple(valued(index, text, chart) for index, text in enumerate(texts) if text)


def _bars(chart: Chart, rows: tuple[Row, ...], canvas: Canvas, scale: Axis, room: float) -> tuple[Stacks, Feet]:
    """Share out the width among stacked bars, with room at the right."""
    right = canvas.width - room
    slot = right / len(chart.categories)
    foot = feet(chart, slot, canvas)
    plot = Box(0, _TOP, right, canvas.height - foot.height)
    return Stacks(rows, plot, slot, slot / (1 + _gap(slot, canvas) / 100), scale), foot

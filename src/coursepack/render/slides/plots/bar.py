"""Bars on a slide: upright, stacked or ranked, with their values and names written at them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from coursepack.render.charts.number import scaled, total
from coursepack.render.geometry import Box
from coursepack.render.slides.plots.groupnames import Groups, labelled
from coursepack.render.slides.plots.plot import Axis, Label, Plot, Row, cells, column, value_format
from coursepack.render.slides.plots.stacknames import Stacks, at_large_parts, at_last

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coursepack.chart import Chart
    from coursepack.render.slides.plots.plot import Canvas

_TOP, _BOTTOM = 0.42, 0.42  # room for a value above the highest bar, and for the names of the bars
_AIR = 0.12
_BELOW = 0.14  # of the scale, for the values of bars that hang
_MOST_LINES = 6  # above groups of bars, for the names of series
_WIDEST = 0.4  # of the frame, for the names of ranked bars
_SMALLEST = 0.9  # of the usual size, for the names under upright bars
_ROOMS = (0, 1 / 3, 2 / 3, 1)  # kept free at the right of stacks, as shares of what the widest name needs
_MOST_ROOM = 0.35  # of the frame, for a name on one line
_WIDEST_BAR, _MOST_GAP = 1.3, 500  # inches; per cent, the most that the format has


def plan(chart: Chart, canvas: Canvas) -> Plot:
    """Lay out a chart of bars."""
    values = [cells(series.values, chart.divide) for series in chart.series]
    rows = tuple(
        Row(series.name, row, column(number + 1), number)
        for number, (series, row) in enumerate(zip(chart.series, values, strict=True))
    )
    code = value_format(chart)
    match chart.kind:
        case "ranked":
            return _ranked(chart, rows, code, canvas)
        case "stacked":
            return _stacked(chart, rows, code, canvas)
        case _:
            return _upright(chart, rows, code, canvas)


def _widest(chart: Chart, canvas: Canvas) -> float:
    """Return how wide the widest value is."""
    return max((canvas.extent([(text, True)])[0] for texts in _texts(chart) for text in texts), default=0)


def _scale(values: Iterable[float | None]) -> Axis:
    known = [value for value in values if value is not None]
    low, high = min(0, *known, 0), max(0, *known, 0)
    return Axis(low, high or 1, (high - low) or 1)


@dataclass(frozen=True)
class _Foot:
    """The names under bars: the room for them, their size, and every which of them is shown."""

    height: float
    size: float
    skip: int = 1


def _foot(chart: Chart, slot: float, canvas: Canvas) -> _Foot:
    """Set the names under bars on one line, a little smaller if need be; else on two; else leave some out."""
    widest = max(map(canvas.axis, chart.categories), default=0)
    words = max((canvas.axis(word) for name in chart.categories for word in name.split()), default=0)
    usual, room = canvas.look.axis, slot - _AIR
    size = max(_SMALLEST * usual, min(usual, usual * room / (widest or 1)))
    if widest * size / usual <= room:
        return _Foot(_BOTTOM, size)
    if words <= room:
        return _Foot(_BOTTOM + canvas.line, usual)
    return _Foot(_BOTTOM, usual, int(widest / room) + 1)


def _gap(slot: float, canvas: Canvas, number: int = 1) -> int:
    """Return the space between bars, or groups of a number of them, in per cent of one: few do not grow into blocks."""
    return max(canvas.look.gap, min(_MOST_GAP, round((slot / _WIDEST_BAR - number) * 100)))


def _upright(chart: Chart, rows: tuple[Row, ...], code: str, canvas: Canvas) -> Plot:
    """Write the value above each bar; where they are too many, above the highest, the first and the last alone."""
    slot = canvas.width / len(chart.categories)
    foot = _foot(chart, slot, canvas)
    gap = _gap(slot, canvas, len(rows))
    plot = Box(0, _TOP, canvas.width, canvas.height - foot.height)
    bars = Groups(rows, plot, slot, slot / (len(rows) + gap / 100), _hanging(rows), _texts(chart))
    if len(rows) == 1:
        every = _widest(chart, canvas) <= slot * 1.1
        bars = replace(bars, rows=tuple(replace(row, labels=_values(row, every=every)) for row in rows))
    else:
        bars = _grouped(bars, canvas, every=_widest(chart, canvas) <= bars.bar)
    plot = bars.plot
    return Plot(
        "bar",
        canvas.shares(plot.left, plot.top, plot.right, plot.bottom),
        chart.categories,
        bars.rows,
        code,
        bars.scale,
        skip=foot.skip,
        axis_size=foot.size,
        gap=gap,
    )


def _hanging(rows: tuple[Row, ...]) -> Axis:
    """Return the scale of bars; below those that hang is room for their values, above the names at the foot."""
    scale = _scale(value for row in rows for value in row.values)
    low = scale.low - (scale.high - scale.low) * _BELOW if scale.low < 0 else scale.low
    return replace(scale, low=low)


def _texts(chart: Chart) -> tuple[tuple[str, ...], ...]:
    return tuple(scaled(series.values, chart.divide, chart.language) for series in chart.series)


def _grouped(bars: Groups, canvas: Canvas, *, every: bool) -> Groups:
    """Label groups of bars; they get lower until the names of the series have places above them."""
    for lines in range(1, _MOST_LINES + 1):
        plot = Box(bars.plot.left, _TOP + lines * canvas.line, bars.plot.right, bars.plot.bottom)
        trial = replace(bars, plot=plot)
        rows, is_complete = labelled(trial, canvas, every=every)
        if is_complete:
            break
    return replace(trial, rows=rows)


def _values(row: Row, *, every: bool) -> tuple[Label, ...]:
    known = {index: value for index, value in enumerate(row.values) if value is not None}
    chosen = known if every or not known else {min(known), max(known), max(known, key=lambda index: known[index])}
    return tuple(Label(index, position="outEnd") for index in sorted(chosen))


def _stacked(chart: Chart, rows: tuple[Row, ...], code: str, canvas: Canvas) -> Plot:
    """Write the totals above the stacks, and the names beside them.

    All names stand beside the last bar, if none has to leave its part; else each beside a bar in which its part is
    large, with as little room at the right as will do; else beside the last bar after all, with leaders.
    """
    sums = tuple(total(tuple(row.values[index] for row in rows)) for index in range(len(chart.categories)))
    texts = scaled(sums, chart.divide, chart.language)
    room = max(canvas.extent(canvas.named(row.name))[0] for row in rows) + 3 * _AIR
    line = max(canvas.extent([(row.name, True)])[0] for row in rows) + 3 * _AIR
    rooms = (*(room * share for share in _ROOMS), min(line, canvas.width * _MOST_ROOM))
    plans = [_bars(chart, rows, canvas, _scale(sums), kept) for kept in rooms]
    last, foot = plans[len(_ROOMS) - 1]
    named = at_last(last, canvas, leaders=False)
    trials = ((at_large_parts(stacks, canvas, texts), stacks, foot) for stacks, foot in plans if not named)
    usual = (named or at_last(last, canvas, leaders=True), last, foot)
    named, stacks, foot = next((trial for trial in trials if trial[0]), usual)
    plot = stacks.plot
    return Plot(
        "stacked",
        canvas.shares(plot.left, plot.top, plot.right, plot.bottom),
        chart.categories,
        named,
        code,
        stacks.scale,
        totals=Row("", sums, column(len(rows) + 1), labels=tuple(Label(index) for index in range(len(sums)))),
        skip=foot.skip,
        axis_size=foot.size,
        gap=_gap(stacks.slot, canvas),
    )


def _bars(chart: Chart, rows: tuple[Row, ...], canvas: Canvas, scale: Axis, room: float) -> tuple[Stacks, _Foot]:
    """Share out the width among stacked bars, with room at the right."""
    right = canvas.width - room
    slot = right / len(chart.categories)
    foot = _foot(chart, slot, canvas)
    plot = Box(0, _TOP, right, canvas.height - foot.height)
    return Stacks(rows, plot, slot, slot / (1 + _gap(slot, canvas) / 100), scale), foot


def _ranked(chart: Chart, rows: tuple[Row, ...], code: str, canvas: Canvas) -> Plot:
    """Write the names to the left of the bars and the values at their ends."""
    left = min(max(map(canvas.axis, chart.categories)), canvas.width * _WIDEST) + 2 * _AIR
    right = canvas.width - _widest(chart, canvas) - 2 * _AIR
    return Plot(
        "ranked",
        canvas.shares(left, 0, right, canvas.height),
        chart.categories,
        tuple(replace(row, labels=_values(row, every=True)) for row in rows),
        code,
        _scale(value for row in rows for value in row.values),
    )

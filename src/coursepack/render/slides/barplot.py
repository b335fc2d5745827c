"""Bars on a slide: upright, stacked or ranked, with their values and names written at them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from coursepack.render.charts.number import scaled, total
from coursepack.render.slides.plot import Axis, Label, Plot, Row, cells, column, number_format, spread
from coursepack.render.slides.rect import Rect

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coursepack.chart import Chart
    from coursepack.render.slides.plot import Canvas

_TOP, _BOTTOM = 0.42, 0.42  # room for a value above the highest bar, and for the names of the bars
_AIR = 0.12
_WIDEST = 0.4  # of the frame, for the names of ranked bars
_SMALLEST = 0.9  # of the usual size, for the names under upright bars
_WIDEST_BAR, _MOST_GAP = 1.3, 500  # inches; per cent, the most that the format has


def plan(chart: Chart, canvas: Canvas) -> Plot:
    """Lay out a chart of bars."""
    values = [cells(series.values, chart.divide) for series in chart.series]
    rows = tuple(
        Row(series.name, row, column(number + 1), number)
        for number, (series, row) in enumerate(zip(chart.series, values, strict=True))
    )
    code = number_format((value for series in chart.series for value in series.values), chart.divide)
    match chart.kind:
        case "ranked":
            return _ranked(chart, rows, code, canvas)
        case "stacked":
            return _stacked(chart, rows, code, canvas)
        case _:
            return _upright(chart, rows, code, canvas)


def _widest(chart: Chart, canvas: Canvas) -> float:
    """Return how wide the widest value is."""
    texts = [text for series in chart.series for text in scaled(series.values, chart.divide, chart.language)]
    return max((canvas.extent([(text, True)])[0] for text in texts), default=0)


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


def _gap(slot: float, canvas: Canvas) -> int:
    """Return the space between bars, in per cent of one: few bars do not grow into blocks."""
    return max(canvas.look.gap, min(_MOST_GAP, round((slot / _WIDEST_BAR - 1) * 100)))


def _upright(chart: Chart, rows: tuple[Row, ...], code: str, canvas: Canvas) -> Plot:
    """Write the value above each bar; where they are too many, above the highest, the first and the last alone."""
    slot = canvas.width / len(chart.categories)
    foot = _foot(chart, slot, canvas)
    bar = slot if len(rows) == 1 else slot / (len(rows) + canvas.look.gap / 100)
    every = _widest(chart, canvas) <= bar * 1.1
    top = _TOP + (canvas.line if len(rows) > 1 else 0)
    labelled = tuple(replace(row, labels=_values(row, every=every)) for row in rows)
    return Plot(
        "bar",
        canvas.shares(0, top, canvas.width, canvas.height - foot.height),
        chart.categories,
        _named(labelled, chart) if len(rows) > 1 else labelled,
        code,
        _scale(value for row in rows for value in row.values),
        skip=foot.skip,
        axis_size=foot.size,
        gap=_gap(slot, canvas),
    )


def _values(row: Row, *, every: bool) -> tuple[Label, ...]:
    known = {index: value for index, value in enumerate(row.values) if value is not None}
    chosen = known if every or not known else {min(known), max(known), max(known, key=lambda index: known[index])}
    return tuple(Label(index, position="outEnd") for index in sorted(chosen))


def _named(rows: tuple[Row, ...], chart: Chart) -> tuple[Row, ...]:
    """Write each series' name over its highest bar, no two names over the same category."""
    taken: set[int] = set()
    named = []
    for row, series in zip(rows, chart.series, strict=True):
        free = {index: value for index, value in enumerate(row.values) if value is not None and index not in taken}
        best = max(free, key=lambda index: free[index], default=0)
        taken.add(best)
        (text,) = scaled((series.values[best],), chart.divide, chart.language)
        label = Label(best, ((row.name, False), (text, True)), "outEnd")
        others = tuple(other for other in row.labels if other.index != best)
        named.append(replace(row, labels=tuple(sorted((*others, label), key=lambda one: one.index))))
    return tuple(named)


def _stacked(chart: Chart, rows: tuple[Row, ...], code: str, canvas: Canvas) -> Plot:
    """Write the totals above the stacks, and the names to the right of the last one."""
    right = canvas.width - max(canvas.extent(canvas.named(row.name))[0] for row in rows) - 3 * _AIR
    slot = right / len(chart.categories)
    foot = _foot(chart, slot, canvas)
    sums = tuple(total(tuple(row.values[index] for row in rows)) for index in range(len(chart.categories)))
    scale = _scale(sums)
    plot = Rect(0, _TOP, right, canvas.height - foot.height)
    return Plot(
        "stacked",
        canvas.shares(plot.left, plot.top, plot.right, plot.bottom),
        chart.categories,
        _named_beside(rows, plot, slot / (1 + _gap(slot, canvas) / 100), scale, canvas),
        code,
        scale,
        totals=Row("", sums, column(len(rows) + 1), labels=tuple(Label(index) for index in range(len(sums)))),
        skip=foot.skip,
        axis_size=foot.size,
        gap=_gap(slot, canvas),
    )


def _named_beside(rows: tuple[Row, ...], plot: Rect, bar: float, scale: Axis, canvas: Canvas) -> tuple[Row, ...]:
    """Write the names of stacked parts beside the last bar, each as near to its part as it has room."""
    last = [row.values[-1] or 0 for row in rows]
    middles = [sum(last[:number]) + value / 2 for number, value in enumerate(last)]
    centres = [plot.bottom - middle / scale.high * plot.height for middle in middles]
    extents = [canvas.extent(canvas.named(row.name)) for row in rows]
    places = spread(centres, [height for _, height in extents], plot.top, plot.bottom)
    named = []
    for row, centre, place, (width, _) in zip(rows, centres, places, extents, strict=True):
        shift = ((bar / 2 + 2 * _AIR + width / 2) / canvas.width, (place - centre) / canvas.whole)
        named.append(replace(row, labels=(Label(len(row.values) - 1, canvas.named(row.name), "ctr", shift),)))
    return tuple(named)


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

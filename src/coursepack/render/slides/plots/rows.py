"""Lying bars on a slide: ranked, or in groups or stacked where upright ones have no room; their names at the left."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from coursepack.render.charts.form import reach
from coursepack.render.charts.number import parted, scaled, sums
from coursepack.render.labelling.fold import fold
from coursepack.render.labelling.spread import spread
from coursepack.render.slides.plots.plot import Axis, Label, Plot, Row, cells, column, value_format, valued

if TYPE_CHECKING:
    from coursepack.chart import Chart
    from coursepack.render.slides.plots.plot import Canvas

_AIR = 0.12
_WIDEST = 0.4  # of the frame, for the names
_KEY = 0.5  # inches: the room for the names of several series above the bars
_SHORTEST = 0.35  # of the frame: bars that their names leave less have a key
_LEADING = 1.2
_SHARES = (1.0, 0.9, 0.8)  # of the usual sizes, the largest at which rows go on as few slides as they can
_LOOSE, _CLOSE = 0.12, 25  # of a row that stays free; per cent of a bar between groups


@dataclass(frozen=True)
class Sizes:
    """How names and numbers of lying bars are set, in points, and how many rows one slide holds."""

    axis: float
    label: float
    rows: int


def sizes(chart: Chart, canvas: Canvas) -> Sizes:
    """Return the largest sizes at which a chart takes as few slides as it can."""
    ways = [_sizes(chart, canvas, share) for share in _SHARES]
    fewest = min(-(-len(chart.categories) // way.rows) for way in ways)
    return next(way for way in ways if -(-len(chart.categories) // way.rows) == fewest)


def _sizes(chart: Chart, canvas: Canvas, share: float) -> Sizes:
    axis, label = canvas.look.axis * share, canvas.look.label * share
    lines = max(len(_folded(name, axis, canvas)) for name in chart.categories)
    bars = len(chart.series) + _CLOSE / 100 if chart.kind == "rows" and len(chart.series) > 1 else 1
    high = max(lines * axis * _LEADING, bars * label * _LEADING) / 72 * (1 + _LOOSE / 2)
    room = canvas.height - _above(chart, label, canvas)
    return Sizes(axis, label, max(1, int(room / high)))


def _above(chart: Chart, size: float, canvas: Canvas) -> float:
    """Return the room that the names of several series take above the bars: long ones stand in a key."""
    widest = max(canvas.faces.width(series.name, size, bold=True) for series in chart.series)
    if len(chart.series) == 1 or (chart.kind != "piles" and widest <= canvas.width * _SHORTEST):
        return 0
    return _KEY if chart.kind == "piles" else _KEY * len(chart.series)


def _folded(name: str, size: float, canvas: Canvas) -> tuple[str, ...]:
    return fold(name, lambda line: canvas.faces.width(line, size) <= canvas.width * _WIDEST)


def plan(chart: Chart, canvas: Canvas) -> Plot:
    """Write the names to the left of the bars and the values at their ends; the names of several series at the first.

    Where those have no room there, a key has them.
    """
    own = sizes(chart, canvas)
    lying = _Lying(chart, canvas, own, tuple(_texts(chart)))
    piled, usual, named = chart.kind == "piles", own.axis == canvas.look.axis, lying.named
    several = len(chart.series) > 1
    top = 0 if not several else _KEY * len(chart.series) if not named else _KEY if piled else 0
    return Plot(
        "ranked",
        canvas.shares(lying.left, top, lying.left + lying.width, canvas.height),
        chart.categories,
        lying.rows(top),
        value_format(chart),
        lying.scale,
        totals=_totals(chart, lying.texts[0], own.label, canvas) if piled else None,
        axis_size=0 if usual else own.axis,
        label_size=0 if usual else own.label,
        gap=_CLOSE if several and not piled else 0,
        stacked=piled,
        key=several and not named,
    )


@dataclass(frozen=True)
class _Lying:
    """Lying bars: what stands at their ends, and how long they may be (inches)."""

    chart: Chart
    canvas: Canvas
    sizes: Sizes
    texts: tuple[tuple[str, ...], ...]

    @cached_property
    def left(self) -> float:
        """The place of the axis's low end, right of the names."""
        widest = max(self.canvas.faces.width(name, self.sizes.axis) for name in self.chart.categories)
        return min(widest, self.canvas.width * _WIDEST) + 2 * _AIR

    @cached_property
    def scale(self) -> Axis:
        """The scale; bars that run below 0 leave room for their values there."""
        low, high = (value or 0.0 for value in cells(reach(self.chart), self.chart.divide))
        span, width = high - low or 1.0, self.canvas.width - self.left
        label = max(self.wide(text) for row in self.texts for text in row) + 2 * _AIR
        if low < 0:
            span *= width / (width - label) if width > 2 * label else 1
            low = high - span
        return Axis(low, high or (0.0 if low < 0 else 1.0), span)

    @cached_property
    def named(self) -> bool:
        """Whether the names of several series have room at the first bars, or above them where they are stacked."""
        count = len(self.chart.series)
        if count == 1:
            return True
        if self.chart.kind == "piles":
            return sum(self.wide(series.name) + _AIR for series in self.chart.series) <= self.canvas.width - self.left
        return all(texts[0] for texts in self.texts) and self._long(named=True) >= self.canvas.width * _SHORTEST

    @cached_property
    def width(self) -> float:
        """How long the scale is."""
        return self._long(named=self.named and self.chart.kind != "piles")

    def _long(self, *, named: bool) -> float:
        """Return the longest scale on which every bar and its label stay in the frame."""
        room = self.canvas.width - self.left
        longest = [room]
        for number, texts in enumerate(self.texts):
            for index, text in enumerate(texts):
                share = max(0.0, self._end(number, index) - self.scale.low) / (self.scale.high - self.scale.low)
                wide = self.wide(self.said(number, index) if named else text) + 2 * _AIR
                longest.append((room - wide) / share if share else room)
        return max(_AIR, min(longest))

    def _end(self, number: int, index: int) -> float:
        rows = [cells(series.values, self.chart.divide) for series in self.chart.series]
        if self.chart.kind == "piles":
            return sum(row[index] or 0.0 for row in rows)
        return rows[number][index] or 0.0

    def said(self, number: int, index: int) -> str:
        """Return what stands at a bar's end: at the first one of several series its name too."""
        text, name = self.texts[number][index], self.chart.series[number].name
        return f"{text}\u2002{name}" if len(self.chart.series) > 1 and not index else text

    def wide(self, text: str) -> float:
        """Return how wide a label is."""
        return self.canvas.faces.width(text, self.sizes.label, bold=True)

    def rows(self, top: float) -> tuple[Row, ...]:
        """Return the series with their labels."""
        if self.chart.kind == "piles":
            names = self._above(top) if self.named else ()
            return tuple(
                _row(self.chart, number, names[number : number + 1]) for number in range(len(self.chart.series))
            )
        return tuple(_row(self.chart, number, self._labels(number)) for number in range(len(self.chart.series)))

    def _labels(self, number: int) -> tuple[Label, ...]:
        named = self.named and len(self.chart.series) > 1
        return tuple(
            Label(index, ((self.said(number, index), True),), "outEnd")
            if self.chart.whole or (named and not index)
            else valued(index, text, self.chart, "outEnd")
            for index, text in enumerate(self.texts[number])
            if text
        )

    def _above(self, top: float) -> tuple[Label, ...]:
        """Set the names of stacked parts above the first bar, each as near to its part as there is room."""
        series, low = self.chart.series, self.scale.low
        inch = self.width / (self.scale.high - low)
        ends = list(accumulate((cells(one.values, self.chart.divide)[0] or 0.0 for one in series), initial=0.0))
        middles = [self.left + ((start + end) / 2 - low) * inch for start, end in pairwise(ends)]
        widths = [self.wide(one.name) + _AIR for one in series]
        places = spread(middles, widths, self.left, self.canvas.width)
        up = (self.canvas.height - top) / len(self.chart.categories) / 2 + top / 2
        return tuple(
            Label(0, ((one.name, True),), "ctr", ((place - middle) / self.canvas.width, -up / self.canvas.whole))
            for one, middle, place in zip(series, middles, places, strict=True)
        )


def _texts(chart: Chart) -> list[tuple[str, ...]]:
    """Write what stands at the ends of bars: the values of each series, or the totals of stacks."""
    if chart.kind == "piles":
        return [sums(chart)]
    if chart.whole:
        rows = ((value or 0 for value in series.values) for series in chart.series)
        return [tuple(parted(value, chart.whole, chart) for value in row) for row in rows]
    return [scaled(series.values, chart.divide, chart.language) for series in chart.series]


def _row(chart: Chart, number: int, labels: tuple[Label, ...]) -> Row:
    series = chart.series[number]
    return Row(series.name, cells(series.values, chart.divide), column(number + 1), number, labels)


def _totals(chart: Chart, texts: tuple[str, ...], size: float, canvas: Canvas) -> Row:
    """Hang the totals on parts of no length at the ends of the stacks."""
    labels = tuple(
        Label(index, ((text, True),), "ctr", (_beside(text, size, canvas) / canvas.width, 0.0))
        for index, text in enumerate(texts)
        if text
    )
    return Row("", (0.0,) * len(texts), column(len(chart.series) + 1), labels=labels)


def _beside(text: str, size: float, canvas: Canvas) -> float:
    return canvas.faces.width(text, size, bold=True) / 2 + _AIR / 2

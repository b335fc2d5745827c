"""A chart as it is drawn on a slide: scales, labels and their places. Inches, except where points are said."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import log
from typing import TYPE_CHECKING

from coursepack.languages.language import marks
from coursepack.render.charts.number import decimals, scaled
from coursepack.render.labelling.days import begun
from coursepack.render.labelling.days import marks as marks_of_days
from coursepack.render.labelling.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from coursepack.chart import Chart
    from coursepack.render.slides.layouts import ChartLook, Rect
    from coursepack.render.slides.measure.faces import Faces

_THOUSAND = 1000
# How many columns behind the series are those of an axis of dates and of error bars: points apart have the first ones.
_TICKS, _ERRORS = 5, 8
_SERIAL = 693594  # days from the year 1 to what spreadsheets count dates from, the end of 1899
_TEN = 10
_LEADING = 1.2
_DOWN = 0.06  # inches from the axis to its words, beyond what programs leave
_DATE_AIR = 0.25  # inches between two dates
_NAME = 2.3  # inches: a longer name of a series is folded


@dataclass(frozen=True)
class Canvas:
    """The frame of a chart, its look, and the faces that its words are measured with.

    `foot` is room below `height`, for the title of the axis there.
    """

    width: float
    height: float
    look: ChartLook
    faces: Faces
    foot: float = 0.0

    @property
    def whole(self) -> float:
        """The height of the frame."""
        return self.height + self.foot

    @property
    def line(self) -> float:
        """The height of a line of words."""
        return self.look.word * _LEADING / 72

    def axis(self, text: str) -> float:
        """Return the width of words on an axis."""
        return self.faces.width(text, self.look.axis)

    def named(self, name: str) -> tuple[tuple[str, bool], ...]:
        """Fold a series' name into the lines of its label."""
        return tuple((line, True) for line in self.folded(name, _NAME, bold=True))

    def folded(self, name: str, width: float, *, bold: bool = False) -> tuple[str, ...]:
        """Fold a name into lines that are no wider than asked, if no word is."""
        size = self.look.label if bold else self.look.word
        return fold(name, lambda line: self.faces.width(line, size, bold=bold) <= width)

    def extent(self, lines: Iterable[tuple[str, bool]]) -> tuple[float, float]:
        """Return the width and height of a label: values and names in bold, words below them smaller.

        Programs take no line of a chart closer than its faces have it.
        """
        sizes = [(text, bold, self.look.label if bold else self.look.word) for text, bold in lines]
        width = max(self.faces.width(text, size, bold=bold) for text, bold, size in sizes)
        high = (size * max(_LEADING, self.faces.leading(text, bold=bold)) for text, bold, size in sizes)
        return width, sum(high) / 72

    def shares(self, left: float, top: float, right: float, bottom: float) -> Rect:
        """Return a box by its edges as shares of the frame: x, y, width, height."""
        return (
            left / self.width,
            top / self.whole,
            (right - left) / self.width,
            (bottom - top) / self.whole,
        )


@dataclass(frozen=True)
class Label:
    """Words at a point: lines of text, bold or not; `position` is DrawingML's (t, b, l, r, ctr, outEnd).

    `shift` moves the label, as a share of the chart's width and height; `format` is the number's own, if it has one.
    """

    index: int
    lines: tuple[tuple[str, bool], ...] = ()
    position: str = "t"
    shift: tuple[float, float] | None = None
    format: str = ""


@dataclass(frozen=True)
class Row:
    """A series: its column in the workbook, how it is told apart (0, 1, 2), its labels, and the points with a dot.

    `leaders` are lines to labels that stand far off; `errors` the columns of its error bars with their numbers, above
    the values and below them.
    """

    name: str
    values: tuple[float | None, ...]
    column: str
    look: int = 0
    labels: tuple[Label, ...] = ()
    dots: tuple[int, ...] = ()
    leaders: bool = False
    errors: tuple[tuple[str, tuple[float, ...]], ...] = ()


@dataclass(frozen=True)
class Axis:
    """The ends of a scale and the distance of its marks, in the numbers of the workbook."""

    low: float
    high: float
    step: float


@dataclass(frozen=True)
class Plot:
    """A whole chart; `inner` is the room between the axes, as shares of the chart's frame (x, y, width, height).

    `axis_size` (points) and `gap` (per cent of a bar) are the look's own where they are 0.
    """

    kind: str
    inner: Rect
    categories: tuple[str, ...]
    rows: tuple[Row, ...]
    format: str
    up: Axis
    across: Axis | None = None
    positions: tuple[float | None, ...] = ()
    apart: Row | None = None
    apart_positions: tuple[float, ...] = ()
    apart_column: str = ""
    totals: Row | None = None
    scale: bool = False
    skip: int = 1
    axis_size: float = 0
    gap: int = 0
    title: str = ""
    across_format: str = "0"
    up_format: str = ""
    # The words of an axis of dates: a series on the axis that bears them as labels, and where they stand.
    ticks: Row | None = None
    tick_positions: tuple[float, ...] = ()
    ticks_column: str = ""
    # The names of categories that stand at points on the axis, as its own would not.
    feet: Row | None = None
    # Lying bars of several series: stacked, and with a key; the size of their numbers in points.
    stacked: bool = False
    key: bool = False
    label_size: float = 0
    # Series without a look of their own, which only bear labels, and the fills of a pie's parts.
    names: tuple[Row, ...] = ()
    fills: tuple[str, ...] = ()
    # Whether the axis along the foot begins at the right.
    leftward: bool = False


def column(number: int) -> str:
    """Name a workbook's column, counted from 0."""
    return chr(ord("A") + number)


def commas(divide: float) -> int | None:
    """Return how many commas at the end of a number format divide as wanted; `None` if no number of them does."""
    power = round(log(divide, _THOUSAND)) if divide >= 1 else 0
    return power if _THOUSAND**power == divide else None


def divisor(divide: float) -> float:
    """Return what the numbers of the workbook are divided by, as the format does not."""
    return 1 if commas(divide) is not None else divide


def cells(values: Sequence[float | None], divide: float) -> tuple[float | None, ...]:
    """Return the numbers of the workbook: as given where the format divides them, else divided."""
    if commas(divide) is not None:
        return tuple(values)
    return tuple(None if value is None else value / divide for value in values)


def number_format(values: Iterable[float | None], divide: float) -> str:
    """Return a number format that divides, and shows the decimals of the data or two to three digits in all."""
    known = [abs(value) for value in values if value is not None]
    largest = max(known, default=0) / divide
    places = max(map(decimals, known), default=0) if divide == 1 else 0 if largest >= _TEN else 1 if largest >= 1 else 2
    return _code(places, divide)


def _code(places: int, divide: float) -> str:
    return "#,##0" + ("." + "0" * places if places else "") + "," * (commas(divide) or 0)


def value_format(chart: Chart) -> str:
    """Return the number format of all values of a chart."""
    return number_format((value for series in chart.series for value in series.values), chart.divide)


def axis_format(axis: Axis, divide: float) -> str:
    """Return the number format of an axis: as many decimals as its marks need."""
    one = divide if commas(divide) is not None else 1
    places = max(decimals(axis.low / one), decimals(axis.step / one))
    return _code(places, divide)


def valued(index: int, text: str, chart: Chart, position: str = "t") -> Label:
    """Return the label of a value that shows the number as it is printed on paper: by its format, else as words."""
    if "\u00d7" in text:
        return Label(index, ((text, True),), position)
    _, _, behind = text.partition(marks(chart.language).point)
    places = len(behind) if behind.isdigit() else 0
    return Label(index, position=position, format=_code(places, chart.divide))


def numbered(plot: Plot, chart: Chart) -> Plot:
    """Return a plot of bars whose values are written as on paper, each with the decimals that it has there."""
    texts = [scaled(series.values, chart.divide, chart.language) for series in chart.series]
    rows = [
        replace(row, labels=tuple(_written(label, texts[row.look], chart) for label in row.labels)) for row in plot.rows
    ]
    return replace(plot, rows=tuple(rows))


def _written(label: Label, texts: Sequence[str], chart: Chart) -> Label:
    if label.lines:
        return label
    return replace(valued(label.index, texts[label.index], chart, label.position), shift=label.shift)


def in_serials(chart: Chart) -> Chart:
    """Return a chart whose days are counted as spreadsheets do; those before 1900 are below 0."""
    apart = tuple(replace(dot, x=dot.x - _SERIAL) for dot in chart.apart)
    return replace(chart, positions=tuple(day - _SERIAL for day in chart.positions), apart=apart)


def day_axis(low: float, high: float) -> Axis:
    """Return an axis of days from the month or year of the first one, if that is near."""
    first = begun(low + _SERIAL, high + _SERIAL) - _SERIAL
    return Axis(first, high if high > first else first + 1, (high - first) or 1)


def dated(plot: Plot, chart: Chart, canvas: Canvas) -> Plot:
    """Return a plot with the marks of its dates: their words stand below points on the axis."""
    count, across = len(chart.series), plot.across
    if across is None:
        return plot
    pitch = plot.inner[2] * canvas.width / (across.high - across.low)
    ends = (across.low + _SERIAL, across.high + _SERIAL)
    found = marks_of_days(*ends, chart.language, lambda text: canvas.axis(text) + _DATE_AIR, pitch)
    labels = tuple(
        Label(index, tuple((line, False) for line in (mark.text, mark.year) if line), "b", (0.0, _DOWN / canvas.whole))
        for index, mark in enumerate(found)
    )
    row = Row("", (plot.up.low,) * len(found), column(count + _TICKS + 1), labels=labels)
    places = tuple(float(mark.day - _SERIAL) for mark in found)
    # LibreOffice draws no series of a chart that has fewer points than another.
    more = (None,) * max(0, len(found) - len(plot.positions))
    rows = tuple(replace(one, values=(*one.values, *more)) for one in plot.rows)
    plot = replace(plot, rows=rows, positions=(*plot.positions, *more))
    return replace(plot, ticks=row, tick_positions=places, ticks_column=column(count + _TICKS))


def errors(chart: Chart, number: int) -> tuple[tuple[str, tuple[float, ...]], ...]:
    """Return the columns of a series' error bars, behind all others: above the values, and below them."""
    series, first = chart.series[number], len(chart.series) + _ERRORS + 2 * number
    if not series.errors:
        return ()
    reach = [series.reach(index) for index in range(len(series.values))]
    one = divisor(chart.divide)
    above, below = (tuple(ends[side] / one for ends in reach) for side in (1, 0))
    return ((column(first), above), (column(first + 1), below))


def unit(chart: Chart) -> float:
    """Return what one of the axis's numbers stands for in the workbook."""
    return chart.divide if commas(chart.divide) is not None else 1

"""A chart as it is drawn on a slide: scales, labels and their places. Inches, except where points are said."""

from __future__ import annotations

from dataclasses import dataclass
from math import log
from typing import TYPE_CHECKING

from coursepack.render.charts.number import decimals
from coursepack.render.labelling.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from coursepack.chart import Chart
    from coursepack.render.slides.layouts import Box, ChartLook
    from coursepack.render.slides.measure.faces import Faces

_THOUSAND = 1000
_TEN = 10
_LEADING = 1.2
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
        """Return the width and height of a label: values and names in bold, words below them smaller."""
        sizes = [(text, bold, self.look.label if bold else self.look.word) for text, bold in lines]
        width = max(self.faces.width(text, size, bold=bold) for text, bold, size in sizes)
        return width, sum(size * _LEADING / 72 for _, _, size in sizes)

    def shares(self, left: float, top: float, right: float, bottom: float) -> Box:
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

    `shift` moves the label, as a share of the chart's width and height.
    """

    index: int
    lines: tuple[tuple[str, bool], ...] = ()
    position: str = "t"
    shift: tuple[float, float] | None = None


@dataclass(frozen=True)
class Row:
    """A series: its column in the workbook, how it is told apart (0, 1, 2), its labels, and the points with a dot.

    `leaders` are lines to labels that stand far off.
    """

    name: str
    values: tuple[float | None, ...]
    column: str
    look: int = 0
    labels: tuple[Label, ...] = ()
    dots: tuple[int, ...] = ()
    leaders: bool = False


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
    inner: Box
    categories: tuple[str, ...]
    rows: tuple[Row, ...]
    format: str
    up: Axis
    across: Axis | None = None
    positions: tuple[float, ...] = ()
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
    # Series without a look of their own, which only bear labels, and the fills of a pie's parts.
    names: tuple[Row, ...] = ()
    fills: tuple[str, ...] = ()


def column(number: int) -> str:
    """Name a workbook's column, counted from 0."""
    return chr(ord("A") + number)


def commas(divide: float) -> int | None:
    """Return how many commas at the end of a number format divide as wanted; `None` if no number of them does."""
    power = round(log(divide, _THOUSAND)) if divide >= 1 else 0
    return power if _THOUSAND**power == divide else None


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
    return "#,##0" + ("." + "0" * places if places else "") + "," * (commas(divide) or 0)


def value_format(chart: Chart) -> str:
    """Return the number format of all values of a chart."""
    return number_format((value for series in chart.series for value in series.values), chart.divide)


def axis_format(axis: Axis, divide: float) -> str:
    """Return the number format of an axis: as many decimals as its marks need."""
    one = divide if commas(divide) is not None else 1
    places = max(decimals(axis.low / one), decimals(axis.step / one))
    return "#,##0" + ("." + "0" * places if places else "") + "," * (commas(divide) or 0)


def unit(chart: Chart) -> float:
    """Return what one of the axis's numbers stands for in the workbook."""
    return chart.divide if commas(chart.divide) is not None else 1

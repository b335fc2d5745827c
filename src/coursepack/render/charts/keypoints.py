"""The points of a line chart that are labelled: the author's marks, points apart, and the ends of lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from coursepack.render.charts.label import Block, Line
from coursepack.render.charts.number import dated, written
from coursepack.render.charts.plane import positions
from coursepack.render.charts.pointspots import KeyPoint
from coursepack.render.labelling.linenames import runs_out

if TYPE_CHECKING:
    from coursepack.chart import Apart, Chart, Mark, Series
    from coursepack.render.charts.lettering import Lettering
    from coursepack.render.charts.plane import Plane
    from coursepack.render.labelling.ground import Side

TEXT_WIDTH = 112.0  # pt: a cause is broken into lines of that width
NAME_WIDTH = 84.0  # pt: the same for the names of lines
_MOST_LINES = 3
_MOST_ALONE = 8  # points that have no neighbour and bear their value


class Dot(NamedTuple):
    """A point with its label; an open dot is not joined to the line."""

    point: KeyPoint
    is_open: bool


def dots(chart: Chart, plane: Plane, lettering: Lettering) -> tuple[Dot, ...]:
    """Return the labelled points of a chart: marks first, the least important last."""
    marks = [dot for mark in chart.marks for dot in _mark(chart, plane, lettering, mark)]
    apart = [_apart(chart, plane, lettering, point) for point in chart.apart]
    ends = _names(chart, plane, lettering) if len(chart.series) > 1 else _ends(chart, plane, lettering)
    taken = {dot.point.at for dot in (*marks, *ends)}
    lone = [dot for dot in _lone(chart, plane, lettering) if dot.point.at not in taken]
    return (*marks, *apart, *ends, *lone)


def name(lettering: Lettering, series: Series) -> tuple[Line, ...]:
    """Break the name of a line into the lines of its label."""
    return tuple(Line(line, bold=True) for line in lettering.whole(series.name, NAME_WIDTH, _MOST_LINES))


def _mark(chart: Chart, plane: Plane, lettering: Lettering, mark: Mark) -> list[Dot]:
    """Label a mark on the first line that has a value there; a mark without a value labels nothing."""
    for series in chart.series:
        value = series.values[mark.index]
        if value is not None:
            words = dated(value, chart.categories[mark.index], chart)
            lines = (*_lines(words, lettering, bold=True), *_lines(mark.text, lettering))
            at = plane.at(positions(chart)[mark.index], value)
            return [Dot(KeyPoint(at, Block(lines, lettering), _side(series, mark.index)), is_open=False)]
    return []


def _apart(chart: Chart, plane: Plane, lettering: Lettering, apart: Apart) -> Dot:
    lines = (Line(written(apart.y, chart.language), bold=True), *_lines(apart.text, lettering))
    return Dot(KeyPoint(plane.at(apart.x, apart.y), Block(lines, lettering), "below"), is_open=True)


def _ends(chart: Chart, plane: Plane, lettering: Lettering) -> list[Dot]:
    """Label the last value of a single line, and the first where there is room, unless they are marked."""
    series, marked = chart.series[0], {mark.index for mark in chart.marks}
    known = _known(series)
    ends: list[tuple[int, Side]] = [(index, "right") for index in known[-1:]]
    ends += [(index, "above") for index in known[:1] if index != known[-1]]
    return [
        Dot(_value(chart, plane, lettering, series, index, side), is_open=False)
        for index, side in ends
        if index not in marked
    ]


def _lone(chart: Chart, plane: Plane, lettering: Lettering) -> list[Dot]:
    """Label the points that no line leads to with their values, if they are few: gaps make readings of them."""
    alone = [(series, index) for series in chart.series for index in series.alone]
    return [
        Dot(_value(chart, plane, lettering, series, index, "above"), is_open=False)
        for series, index in (alone if len(alone) <= _MOST_ALONE else ())
    ]


def _value(  # noqa: PLR0913, PLR0917 what is labelled, and where
    chart: Chart, plane: Plane, lettering: Lettering, series: Series, index: int, side: Side
) -> KeyPoint:
    value = series.values[index] or 0
    lines = (Line(written(value, chart.language), bold=True),)
    at = plane.at(positions(chart)[index], value)
    return KeyPoint(at, Block(lines, lettering), side, optional=side == "above")


def _names(chart: Chart, plane: Plane, lettering: Lettering) -> list[Dot]:
    """Name several lines: at its end, unless a line runs out."""
    return [
        _beside(chart, plane, lettering, number)
        if runs_out(series.values)
        else _end(chart, plane, lettering, series, index)
        for number, series in enumerate(chart.series)
        for index in _known(series)[-1:]
    ]


def _end(chart: Chart, plane: Plane, lettering: Lettering, series: Series, index: int) -> Dot:
    """Name a line at its end, with the last value beneath unless a mark says it.

    A line that ends before the others do is named like a mark, wherever there is room.
    """
    value = series.values[index] or 0
    said = series is chart.series[0] and index in {mark.index for mark in chart.marks}
    lines = name(lettering, series) + (() if said else (Line(written(value, chart.language)),))
    at = plane.at(positions(chart)[index], value)
    is_end = index == len(series.values) - 1
    return Dot(KeyPoint(at, Block(lines, lettering), "right", is_end=is_end), is_open=False)


def _beside(chart: Chart, plane: Plane, lettering: Lettering, number: int) -> Dot:
    """Name a line that runs out, beside its curve; the value at its end is no news."""
    series = chart.series[number]
    top = max(_known(series), key=lambda index: series.values[index] or 0)
    at = plane.at(positions(chart)[top], series.values[top] or 0)
    return Dot(KeyPoint(at, Block(name(lettering, series), lettering), curve=number), is_open=False)


def _known(series: Series) -> list[int]:
    return [index for index, value in enumerate(series.values) if value is not None]


def _lines(text: str, lettering: Lettering, *, bold: bool = False) -> tuple[Line, ...]:
    if not text.strip():
        return ()
    return tuple(Line(line, bold) for line in lettering.whole(text, TEXT_WIDTH, _MOST_LINES, bold=bold))


def _side(series: Series, index: int) -> Side:
    """Return where a label stands best: below a trough, above everything else."""
    value = series.values[index] or 0
    near = (*series.values[max(0, index - 1) : index], *series.values[index + 1 : index + 2])
    beside = [other for other in near if other is not None]
    return "below" if beside and value < min(beside) else "above"

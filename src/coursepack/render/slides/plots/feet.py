"""The names under bars, or along the foot of a line: by the axis itself, or each at a place of its own. Inches."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from coursepack.render.labelling.fold import fold
from coursepack.render.slides.plots.plot import Label, Row, column

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coursepack.chart import Chart
    from coursepack.render.slides.plots.plot import Canvas, Plot

BOTTOM = 0.42  # room for a line of names
_AIR = 0.12
_SMALLEST = 0.9  # of the usual size
_MOST_LINES = 3
_TWO = 2  # levels that names stand on in turn
_COLUMN = 2  # behind the series


@dataclass(frozen=True)
class Feet:
    """The names: the room for them and their size in points; where each has a place of its own, their labels.

    `is_whole` says that none is left out.
    """

    height: float
    size: float
    labels: tuple[Label, ...] = ()
    is_whole: bool = True


def feet(chart: Chart, slot: float, canvas: Canvas) -> Feet:
    """Set names on one line, a little smaller if need be; else on two; else by themselves: on more, or in turn.

    Of numbers, years and dates some are left out.
    """
    names = chart.categories
    widest = max(map(canvas.axis, names), default=0)
    words = max((canvas.axis(word) for name in names for word in name.split()), default=0)
    usual, room = canvas.look.axis, slot - _AIR
    size = max(_SMALLEST * usual, min(usual, usual * room / (widest or 1)))
    if widest * size / usual <= room:
        return Feet(BOTTOM, size)
    folded = [fold(name, lambda line: canvas.axis(line) <= room) for name in names]
    most = max(map(len, folded))
    if words <= room and (most <= _TWO or not chart.is_ordered):
        height = BOTTOM + (most - 1) * canvas.line
        return Feet(height, usual, () if most <= _TWO else _labels(folded, 1, canvas), is_whole=most <= _MOST_LINES)
    if chart.is_ordered:
        step = int(widest / room) + 1
        return Feet(BOTTOM, usual, _labels([(name,) for name in names], step, canvas))
    return _in_turn(names, slot, canvas)


def _labels(folded: Sequence[tuple[str, ...]], step: int, canvas: Canvas) -> tuple[Label, ...]:
    """Return every first, second or third name as a label."""
    down = (0.0, _AIR / 2 / canvas.whole)
    return tuple(
        Label(index, tuple((line, False) for line in lines), "b", down)
        for index, lines in enumerate(folded)
        if index % step == 0
    )


def _in_turn(names: Sequence[str], slot: float, canvas: Canvas) -> Feet:
    """Set names on two levels in turn, where each is as wide as two slots; they stay in the frame at both ends."""
    room = _TWO * slot - _AIR
    folded = [fold(name, lambda line: canvas.axis(line) <= room) for name in names]
    fits = all(canvas.axis(line) <= room for lines in folded for line in lines) and len(names) > _TWO
    first = max(map(len, folded[::_TWO]))
    most = first + max(map(len, folded[1::_TWO] or [()]))
    labels = list(_labels(folded, 1, canvas))
    for index in range(1, len(labels), _TWO):
        labels[index] = replace(labels[index], shift=(0.0, (_AIR / 2 + first * canvas.line) / canvas.whole))
    shifted = _inside(labels, slot, canvas)
    height = BOTTOM + (most - 1) * canvas.line
    return Feet(height, canvas.look.axis, tuple(shifted), is_whole=fits and most <= _MOST_LINES + 1)


def _inside(labels: Sequence[Label], slot: float, canvas: Canvas) -> Iterator[Label]:
    """Move the names of the first and the last bar into the frame."""
    for label in labels:
        half = max(canvas.axis(text) for text, _ in label.lines) / 2
        middle = (label.index + 0.5) * slot
        moved = max(0.0, half - middle) - max(0.0, middle + half - len(labels) * slot)
        yield replace(label, shift=(moved / canvas.width, label.shift[1] if label.shift else 0.0))


def standing(plot: Plot, own: Feet, count: int) -> Plot:
    """Return a plot whose names stand as they are set: those with places of their own at points on the axis."""
    if not own.labels:
        return replace(plot, axis_size=own.size)
    row = Row("", (plot.up.low,) * len(plot.categories), column(count + _COLUMN), labels=own.labels)
    return replace(plot, feet=row)

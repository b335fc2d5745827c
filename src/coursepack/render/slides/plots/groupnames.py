"""Bars of several series on a slide: which bears its value, and which the name of its series over it. Inches."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from coursepack.render.geometry import Box
from coursepack.render.labelling.ground import Size
from coursepack.render.labelling.groupnames import places_over_bars
from coursepack.render.labelling.settle import settle
from coursepack.render.slides.plots.plot import Label

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from coursepack.render.labelling.groupnames import BarNamePlace
    from coursepack.render.slides.plots.plot import Axis, Canvas, Row

_AIR = 0.06
_NAME = 1.6  # a longer name is folded

Lines = tuple[tuple[str, bool], ...]


@dataclass(frozen=True)
class Groups:
    """Groups of bars in their plot: how wide a group's slot and a bar are, and the words of the values by series."""

    rows: tuple[Row, ...]
    plot: Box
    slot: float
    bar: float
    scale: Axis
    texts: tuple[tuple[str, ...], ...]

    def boxes(self, number: int) -> dict[int, Box]:
        """Return the bars of a series, by their positions, with their error bars."""
        return {index: self._reaching(number, index, box) for index, box in self.bare(number).items()}

    def bare(self, number: int) -> dict[int, Box]:
        """Return the bars of a series without error bars."""
        return {
            index: self._box(number, index, value)
            for index, value in enumerate(self.rows[number].values)
            if value is not None
        }

    def raised(self, label: Label, number: int, canvas: Canvas) -> Label:
        """Return the label of a value, moved off the error bar at its bar's end."""
        bar = self.bare(number)[label.index]
        reach = self._reaching(number, label.index, bar)
        hangs = (self.rows[number].values[label.index] or 0) < 0
        moved = reach.bottom - bar.bottom if hangs else reach.top - bar.top
        moved += _AIR / 2 if moved > 0 else 0
        return replace(label, shift=(0.0, moved / canvas.whole)) if moved else label

    def _reaching(self, number: int, index: int, bar: Box) -> Box:
        columns = self.rows[number].errors
        if not columns:
            return bar
        value, (above, below) = self.rows[number].values[index] or 0, (column[index] for _, column in columns)
        top, bottom = self._box(number, index, value + above), self._box(number, index, value - below)
        return Box(bar.left, min(bar.top, top.top), bar.right, max(bar.bottom, bottom.bottom))

    def _box(self, number: int, index: int, value: float) -> Box:
        left = self.plot.left + (index + 0.5) * self.slot + (number - len(self.rows) / 2) * self.bar
        high = self.plot.height / (self.scale.high - self.scale.low)
        ends = sorted(self.plot.bottom - (end - self.scale.low) * high for end in (0, value))
        return Box(left, ends[0], left + self.bar, ends[1])


def labelled(groups: Groups, canvas: Canvas, *, every: bool) -> tuple[tuple[Row, ...], bool]:
    """Write values at the ends of bars and the name of each series over one of its bars.

    Returns:
        The series with their labels, and whether all names have found a place. One that has not stands over its
        series' highest bar.
    """
    bars = [groups.boxes(number) for number in range(len(groups.rows))]
    shown = _values(groups, bars, canvas, every=every)
    found = settle([_choices(groups, bars, shown, number, canvas) for number in range(len(bars))])
    rows = []
    for number, place in enumerate(found):
        label = _name(groups, groups.bare(number), number, place, canvas)
        values = (Label(index, position="outEnd") for row, index in shown if row == number and index != label.index)
        others = (groups.raised(one, number, canvas) for one in values)
        ordered = tuple(sorted((*others, label), key=lambda one: one.index))
        rows.append(replace(groups.rows[number], labels=ordered, leaders=bool(place and place.leader)))
    return tuple(rows), None not in found


def _values(
    groups: Groups, bars: Sequence[Mapping[int, Box]], canvas: Canvas, *, every: bool
) -> dict[tuple[int, int], Box]:
    """Return the boxes of the values that are shown: all, or of each series the highest, the first and the last."""
    shown: dict[tuple[int, int], Box] = {}
    for number, row in enumerate(bars):
        values = {index: groups.rows[number].values[index] or 0 for index in row}
        ends = (max(values, key=lambda index: values[index]), min(values), max(values)) if values else ()
        for index in values if every else dict.fromkeys(ends):
            box = _value(row[index], groups.texts[number][index], canvas, hangs=values[index] < 0)
            others = (bar for found in bars for bar in found.values() if bar is not row[index])
            if every or not any(map(box.overlaps, (*others, *shown.values()))):
                shown[number, index] = box
    return shown


def _value(bar: Box, text: str, canvas: Canvas, *, hangs: bool) -> Box:
    width, height = canvas.extent([(text, True)])
    top = bar.bottom if hangs else bar.top - height - _AIR
    return Box(bar.centre.x - width / 2, top, bar.centre.x + width / 2, top + height + _AIR)


def _choices(
    groups: Groups,
    bars: Sequence[Mapping[int, Box]],
    shown: Mapping[tuple[int, int], Box],
    number: int,
    canvas: Canvas,
) -> list[BarNamePlace]:
    """Return the places for the name of a series over its bars that stand."""
    own = {index: bar for index, bar in bars[number].items() if (groups.rows[number].values[index] or 0) >= 0}
    sizes = {index: Size(*canvas.extent(_lines(groups, number, index, canvas))) for index in own}
    all_bars = {(row, index): bar for row, found in enumerate(bars) for index, bar in found.items()}
    taken = {
        index: [box for both in (all_bars, shown) for at, box in both.items() if at != (number, index)] for index in own
    }
    return places_over_bars(own, sizes, taken, Box(0, 0, canvas.width, canvas.height), _AIR)


def _lines(groups: Groups, number: int, index: int, canvas: Canvas) -> Lines:
    name = canvas.folded(groups.rows[number].name, _NAME)
    return (*((line, False) for line in name), (groups.texts[number][index], True))


def _name(groups: Groups, bars: Mapping[int, Box], number: int, place: BarNamePlace | None, canvas: Canvas) -> Label:
    if place is None:
        values = groups.rows[number].values
        best = max(bars, key=lambda index: values[index] or 0, default=0)
        return Label(best, _lines(groups, number, best, canvas), "outEnd")
    bar = bars[place.index]
    moved = (place.box.centre.x - bar.centre.x, place.box.bottom - (bar.top - _AIR))
    shift = (moved[0] / canvas.width, moved[1] / canvas.whole) if any(abs(one) > _AIR / 10 for one in moved) else None
    return Label(place.index, _lines(groups, number, place.index, canvas), "outEnd", shift)

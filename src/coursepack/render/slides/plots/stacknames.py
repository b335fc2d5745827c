"""The names of stacked parts on a slide: right beside a bar, each at the height of its part. Inches."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import accumulate
from typing import TYPE_CHECKING

from coursepack.render.geometry import Box
from coursepack.render.labelling.settle import settle
from coursepack.render.labelling.spread import spread
from coursepack.render.slides.plots.plot import Label

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coursepack.render.slides.plots.plot import Axis, Canvas, Row

Lines = tuple[tuple[str, bool], ...]

_AIR = 0.12
_SLACK = 0.1  # that the middle of a name on the foot may be above its part
_FARTHER = 2.5  # times as far as its own bar is the next one
_STEPS = 12  # heights tried within a part
# What it costs to name a part that is none of the largest, to stand at its left, and to be a height off its middle.
_SMALL, _LEFT, _OFF = 25.0, 3.0, 4.0


@dataclass(frozen=True)
class Stacks:
    """Stacked bars in their plot: the distance of their middles, and how wide they are."""

    rows: tuple[Row, ...]
    plot: Box
    slot: float
    bar: float
    scale: Axis

    def part(self, number: int, index: int) -> Box:
        """Return the box of a series' part in a bar."""
        ends = list(accumulate((row.values[index] or 0 for row in self.rows), initial=0.0))
        high = self.plot.height / self.scale.high
        middle = self.plot.left + (index + 0.5) * self.slot
        top, bottom = self.plot.bottom - ends[number + 1] * high, self.plot.bottom - ends[number] * high
        return Box(middle - self.bar / 2, top, middle + self.bar / 2, bottom)

    def whole(self, index: int) -> Box:
        """Return the box of a bar."""
        part = self.part(len(self.rows) - 1, index)
        return Box(part.left, part.top, part.right, self.plot.bottom)


@dataclass(frozen=True)
class _Place:
    """A place for a name, beside a bar."""

    index: int
    lines: Lines
    box: Box
    cost: float

    def allows(self, other: _Place) -> bool:
        return not self.box.overlaps(other.box)


def at_last(stacks: Stacks, canvas: Canvas, *, leaders: bool) -> tuple[Row, ...]:
    """Write the names to the right of the last bar, each as near to its part as it has room.

    Returns:
        The series with their names; those that are moved off their parts have leaders. None if there shall be no
        leaders and a name had to be moved.
    """
    last = len(stacks.rows[0].values) - 1
    parts = [stacks.part(number, last) for number in range(len(stacks.rows))]
    # A leader is drawn up to the very letters: a no-break space keeps it off.
    air = "\u00a0" if leaders else ""
    names = [tuple((air + line, bold) for line, bold in canvas.named(row.name)) for row in stacks.rows]
    extents = [canvas.extent(name) for name in names]
    centres = [part.centre.y for part in parts]
    places = spread(centres, [height for _, height in extents], stacks.plot.top, stacks.plot.bottom)
    off = [not part.top < place < part.bottom for part, place in zip(parts, places, strict=True)]
    if any(off) and not leaders:
        return ()
    left = parts[0].right + _AIR * (2 if any(off) else 1)
    boxes = [_box(left, place, *extent) for place, extent in zip(places, extents, strict=True)]
    return tuple(
        replace(row, labels=(_label(last, name, part, box, canvas),), leaders=moved)
        for row, name, part, box, moved in zip(stacks.rows, names, parts, boxes, off, strict=True)
    )


def at_large_parts(stacks: Stacks, canvas: Canvas, totals: Sequence[str]) -> tuple[Row, ...]:
    """Write each name beside a bar in which its part is large; none if a name has no place."""
    shown = [number for number, row in enumerate(stacks.rows) if any(row.values)]
    wholes = [stacks.whole(index) for index in range(len(totals))]
    sums = [_total(whole, text, canvas) for whole, text in zip(wholes, totals, strict=True) if text]
    frame = Box(0, 0, canvas.width, stacks.plot.bottom)
    choices = [
        [one for one in _places(stacks, number, canvas) if _is_free(one, wholes, sums, frame)] for number in shown
    ]
    found = dict(zip(shown, settle(choices), strict=True))
    rows = list(stacks.rows)
    for number, place in found.items():
        if place is None:
            return ()
        part = stacks.part(number, place.index)
        rows[number] = replace(rows[number], labels=(_label(place.index, place.lines, part, place.box, canvas),))
    return tuple(rows)


def _places(stacks: Stacks, number: int, canvas: Canvas) -> Iterator[_Place]:
    """Yield places for a name, folded or on one line, at both sides of parts, its middle hardly off the part's height.

    A part that is lower than the name has one place more: on the foot.
    """
    name = stacks.rows[number].name
    parts = [stacks.part(number, index) for index in range(len(stacks.rows[number].values))]
    highest = max(part.height for part in parts)
    for lines in {canvas.named(name): None, ((name, True),): None}:
        width, height = canvas.extent(lines)
        for index, part in enumerate(parts):
            small = _SMALL * (1 - part.height / highest)
            for middle in _heights(part, height, stacks.plot.bottom) if part.height > 0 else ():
                cost = small + _OFF * abs(middle - part.centre.y) / part.height
                yield _Place(index, lines, _box(part.right + _AIR, middle, width, height), cost)
                yield _Place(index, lines, _box(part.left - _AIR - width, middle, width, height), cost + _LEFT)


def _heights(part: Box, height: float, foot: float) -> Iterator[float]:
    yield from (part.top + part.height * step / _STEPS for step in range(1, _STEPS))
    lowest = foot - height / 2
    if part.top - _SLACK < lowest < part.bottom:
        yield lowest


def _box(left: float, middle: float, width: float, height: float) -> Box:
    return Box(left, middle - height / 2, left + width, middle + height / 2)


def _is_free(place: _Place, bars: Sequence[Box], sums: Sequence[Box], frame: Box) -> bool:
    """Say whether a name may stand at a place: it is off the totals, and farther from other bars than from its own."""
    box = place.box
    clear = Box(box.left - _FARTHER * _AIR, box.top, box.right + _FARTHER * _AIR, box.bottom)
    others = (bar for index, bar in enumerate(bars) if index != place.index)
    return box.within(frame) and not any(clear.overlaps(bar) for bar in others) and not any(map(box.overlaps, sums))


def _total(whole: Box, text: str, canvas: Canvas) -> Box:
    """Return the box of the total above a bar."""
    width, height = canvas.extent([(text, True)])
    return Box(whole.centre.x - width / 2, whole.top - height - _AIR, whole.centre.x + width / 2, whole.top)


def _label(index: int, name: Lines, part: Box, box: Box, canvas: Canvas) -> Label:
    shift = ((box.centre.x - part.centre.x) / canvas.width, (box.centre.y - part.centre.y) / canvas.whole)
    return Label(index, name, "ctr", shift)

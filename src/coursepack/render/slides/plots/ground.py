"""The ground of a line chart: where points stand in its frame, and on which side of one a label is free. Inches."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from coursepack.render.geometry import Box, Point, Segment
from coursepack.render.labelling import ground as plain
from coursepack.render.labelling.linenames import Name, places_beside_line
from coursepack.render.slides.plots.plot import Label, divisor

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from coursepack.chart import Chart
    from coursepack.render.labelling.linenames import LineNamePlace
    from coursepack.render.slides.plots.plot import Axis, Canvas

_AIR = 0.06
_BARE = 0.04  # from a point without a dot to its label, where that is not moved
_BESIDE = 0.15  # from a point of a line that runs out to its name
_CAP = 0.05  # half of an error bar's caps
_SMALL = 0.001  # a rounding of floats is no move

_SIDES = {"above": "t", "below": "b", "left": "l", "right": "r"}

Lines = tuple[tuple[str, bool], ...]


@dataclass(frozen=True)
class Ground:
    """Scales over a plot in a chart's frame; `curves` and `taken` are what a label keeps clear of."""

    canvas: Canvas
    plot: Box
    across: Axis
    up: Axis
    curves: tuple[tuple[Point, ...], ...] = ()
    taken: list[Box] = field(default_factory=list)

    def at(self, x: float, y: float) -> Point:
        """Return where a point stands."""
        across = (x - self.across.low) / (self.across.high - self.across.low)
        up = (y - self.up.low) / (self.up.high - self.up.low)
        return Point(self.plot.left + across * self.plot.width, self.plot.bottom - up * self.plot.height)

    def label(
        self, index: int, at: Point, lines: Lines, *, trough: bool, reach: tuple[float, float] = (0.0, 0.0)
    ) -> Label:
        """Place a label where it is free of curves and other labels: below a trough, else above, if it can be.

        An error bar that reaches below and above the point is kept clear of.
        """
        boxes = self._boxes(at, lines)
        off = {"t": -reach[1], "b": reach[0]}
        boxes |= {
            side: Box(box.left, box.top + off[side], box.right, box.bottom + off[side])
            for side, box in boxes.items()
            if side in off
        }
        order = "btrl" if trough else "tblr"
        side = next((side for side in order if self._is_free(boxes[side])), "t")
        self.taken.append(boxes[side])
        moved = boxes[side].left + boxes[side].width / 2 - at[0] if side in "tb" else 0
        raised = off.get(side, 0.0)
        shift = (moved / self.canvas.width, raised / self.canvas.whole) if abs(moved) + abs(raised) > _SMALL else None
        return Label(index, lines, side, shift)

    def reach(self, ends: tuple[float, float]) -> tuple[float, float]:
        """Return how far an error bar reaches below and above its point, in inches."""
        inch = self.plot.height / (self.up.high - self.up.low)
        return ends[0] * inch, ends[1] * inch

    def places_beside_line(self, points: Mapping[int, Point], curve: int, lines: Lines) -> list[LineNamePlace]:
        """Return the places for the name of a line that runs out, beside its curve."""
        curves = tuple(tuple(Segment(*ends) for ends in pairwise(points)) for points in self.curves)
        frame = Box(self.plot.left + _AIR, 0, self.canvas.width, self.plot.bottom - _AIR)
        taken = tuple(Box(one.left, one.top, one.right, one.bottom) for one in self.taken)
        bare = plain.Ground(frame, taken, tuple(chain(*curves)), self._grid(), curves)
        return places_beside_line(points, Name(plain.Size(*self.canvas.extent(lines)), curve, _BESIDE), bare)

    def _grid(self) -> tuple[Segment, ...]:
        steps = range(1, int((self.up.high - self.up.low) / self.up.step) + 1)
        heights = (self.at(self.across.low, self.up.low + step * self.up.step).y for step in steps)
        return tuple(Segment(Point(self.plot.left, y), Point(self.plot.right, y)) for y in heights)

    def named(self, place: LineNamePlace, at: Point, lines: Lines) -> Label:
        """Return the name of a line at its place."""
        side = _SIDES[place.side]
        box, middle = place.box, place.box.centre
        shift = {
            "t": (middle.x - at.x, box.bottom - at.y + _BARE),
            "b": (middle.x - at.x, box.top - at.y - _BARE),
            "l": (box.right - at.x + _BARE, middle.y - at.y),
            "r": (box.left - at.x - _BARE, middle.y - at.y),
        }[side]
        return Label(place.index, lines, side, (shift[0] / self.canvas.width, shift[1] / self.canvas.whole))

    def _boxes(self, at: Point, lines: Lines) -> dict[str, Box]:
        """Return the box of a label on each side of its point; above and below it is moved into the plot."""
        (x, y), gap = at, self.canvas.look.dot / 144 + _AIR
        width, height = self.canvas.extent(lines)
        left = min(max(x - width / 2, self.plot.left + _AIR), self.canvas.width - width)
        return {
            "t": Box(left, y - gap - height, left + width, y - gap),
            "b": Box(left, y + gap, left + width, y + gap + height),
            "r": Box(x + gap, y - height / 2, x + gap + width, y + height / 2),
            "l": Box(x - gap - width, y - height / 2, x - gap, y + height / 2),
        }

    def _is_free(self, box: Box) -> bool:
        inside = (
            box.left >= self.plot.left - _AIR
            and box.right <= self.canvas.width
            and box.top >= 0
            and box.bottom <= self.plot.bottom
        )
        clear = not any(box.nears(other) for other in self.taken)
        return inside and clear and not any(box.holds_some_of(curve) for curve in self.curves)


def error_boxes(chart: Chart, places: Sequence[float], ground: Ground) -> Iterator[Box]:
    """Yield what error bars take of a plot."""
    one = divisor(chart.divide)
    for series in chart.series:
        for index, (place, value) in enumerate(zip(places, series.values, strict=True)):
            low, high = series.reach(index)
            if value is not None and low + high:
                top, bottom = (ground.at(place, end / one) for end in (value + high, value - low))
                yield Box(top.x - _CAP, top.y, top.x + _CAP, bottom.y)

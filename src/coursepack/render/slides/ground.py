"""The ground of a line chart: where points stand in its frame, and on which side of one a label is free. Inches."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from coursepack.render.slides.plot import Label
from coursepack.render.slides.rect import Rect

if TYPE_CHECKING:
    from coursepack.render.slides.plot import Axis, Canvas
    from coursepack.render.slides.rect import Point

_AIR = 0.06
_SMALL = 0.001  # a rounding of floats is no move

Lines = tuple[tuple[str, bool], ...]


@dataclass(frozen=True)
class Ground:
    """Scales over a plot in a chart's frame; `curves` and `taken` are what a label keeps clear of."""

    canvas: Canvas
    plot: Rect
    across: Axis
    up: Axis
    curves: tuple[tuple[Point, ...], ...] = ()
    taken: list[Rect] = field(default_factory=list)

    def at(self, x: float, y: float) -> Point:
        """Return where a point stands."""
        across = (x - self.across.low) / (self.across.high - self.across.low)
        up = (y - self.up.low) / (self.up.high - self.up.low)
        return self.plot.left + across * self.plot.width, self.plot.bottom - up * self.plot.height

    def label(self, index: int, at: Point, lines: Lines, *, trough: bool) -> Label:
        """Place a label where it is free of curves and other labels: below a trough, else above, if it can be."""
        boxes = self._boxes(at, lines)
        order = "btrl" if trough else "tblr"
        side = next((side for side in order if self._is_free(boxes[side])), "t")
        self.taken.append(boxes[side])
        moved = boxes[side].left + boxes[side].width / 2 - at[0] if side in "tb" else 0
        shift = (moved / self.canvas.width, 0.0) if abs(moved) > _SMALL else None
        return Label(index, lines, side, shift)

    def _boxes(self, at: Point, lines: Lines) -> dict[str, Rect]:
        """Return the box of a label on each side of its point; above and below it is moved into the plot."""
        (x, y), gap = at, self.canvas.look.dot / 144 + _AIR
        width, height = self.canvas.extent(lines)
        left = min(max(x - width / 2, self.plot.left + _AIR), self.canvas.width - width)
        return {
            "t": Rect(left, y - gap - height, left + width, y - gap),
            "b": Rect(left, y + gap, left + width, y + gap + height),
            "r": Rect(x + gap, y - height / 2, x + gap + width, y + height / 2),
            "l": Rect(x - gap - width, y - height / 2, x - gap, y + height / 2),
        }

    def _is_free(self, box: Rect) -> bool:
        inside = (
            box.left >= self.plot.left - _AIR
            and box.right <= self.canvas.width
            and box.top >= 0
            and box.bottom <= self.plot.bottom
        )
        clear = not any(box.meets(other) for other in self.taken)
        return inside and clear and not any(box.crossed_by(curve) for curve in self.curves)

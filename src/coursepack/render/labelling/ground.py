"""The ground on which labels look for a place, and the boxes around a point. Any unit of length will do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from coursepack.render.geometry import Box

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coursepack.render.geometry import Point, Segment

Side = Literal["above", "below", "left", "right"]

MIDDLE = 0.5
_SLIDES = (MIDDLE, 0.3, 0.7, 0.12, 0.88, 0.0, 1.0)
_SLANT = 0.75  # of the gap, sideways and upright, to a label at a corner


@dataclass(frozen=True)
class Ground:
    """What labels must keep clear of: they stay in the frame, off boxes and lines, and rather off gridlines.

    `curves` are those of the lines that belong to a series, by series.
    """

    frame: Box
    boxes: tuple[Box, ...]
    lines: tuple[Segment, ...]
    grid: tuple[Segment, ...]
    curves: tuple[tuple[Segment, ...], ...] = ()

    def is_free(self, box: Box, air: float) -> bool:
        """Say whether a label may stand in a box, with air to the lines."""
        clear = box.grown(air)
        return (
            box.within(self.frame)
            and not any(box.overlaps(other) for other in self.boxes)
            and not any(clear.crossed_by(line) for line in self.lines)
        )


class Size(NamedTuple):
    """How wide and high a label is."""

    width: float
    height: float

    def box(self, left: float, top: float) -> Box:
        """Return the box of the label at a place."""
        return Box(left, top, left + self.width, top + self.height)


def boxes(at: Point, size: Size, gap: float) -> Iterator[tuple[Side, float, Box]]:
    """Yield a box on each side of a point, slid along that side, and at the corners (a slide beyond 0 to 1)."""
    (x, y), (width, height), slant = at, size, gap * _SLANT
    for slide in _SLIDES:
        yield "above", slide, size.box(x - width * slide, y - gap - height)
        yield "below", slide, size.box(x - width * slide, y + gap)
        yield "right", slide, size.box(x + gap, y - height * slide)
        yield "left", slide, size.box(x - gap - width, y - height * slide)
    yield "above", -0.2, size.box(x + slant, y - slant - height)
    yield "above", 1.2, size.box(x - slant - width, y - slant - height)
    yield "below", -0.2, size.box(x + slant, y + slant)
    yield "below", 1.2, size.box(x - slant - width, y + slant)

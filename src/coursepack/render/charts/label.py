"""Labels: blocks of one or more lines, and the lines once they have their places."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal, NamedTuple

from coursepack.render.charts.lettering import ASCENT, DESCENT, LEADING
from coursepack.render.geometry import Box
from coursepack.render.labelling.ground import Size

if TYPE_CHECKING:
    from coursepack.render.charts.lettering import Lettering

AIR = 2.4  # pt between two labels of a column
Align = Literal["start", "middle", "end"]


class Line(NamedTuple):
    """A line of a label."""

    text: str
    bold: bool = False


@dataclass(frozen=True)
class Run:
    """A line at its place (pt): the places of its characters, or of the first alone, and its baseline.

    `outline` draws it where letters cannot be set one by one: a path that begins at the place of the first.
    """

    text: str
    bold: bool
    xs: tuple[float, ...]
    y: float
    box: Box
    outline: str = ""

    def moved(self, down: float) -> Run:
        """Return the line `down` pt lower."""
        box = Box(self.box.left, self.box.top + down, self.box.right, self.box.bottom + down)
        return Run(self.text, self.bold, self.xs, self.y + down, box, self.outline)


@dataclass(frozen=True)
class Block:
    """The lines of a label, measured but not yet placed."""

    lines: tuple[Line, ...]
    lettering: Lettering

    @cached_property
    def width(self) -> float:
        """The width (pt) of the widest line."""
        return max((self.lettering.width(line.text, bold=line.bold) for line in self.lines), default=0)

    @property
    def height(self) -> float:
        """The height (pt) from the first line's ascenders to the last one's descenders."""
        return ASCENT + DESCENT + LEADING * (len(self.lines) - 1) if self.lines else 0

    @property
    def size(self) -> Size:
        """The width and the height (pt)."""
        return Size(self.width, self.height)

    def box(self, left: float, top: float) -> Box:
        """Return the box of the block at a place (pt)."""
        return self.size.box(left, top)

    def runs(self, box: Box, align: Align = "start") -> tuple[Run, ...]:
        """Set the lines in the block's box."""
        return tuple(
            self._run(line, box, align, box.top + ASCENT + LEADING * number) for number, line in enumerate(self.lines)
        )

    def _run(self, line: Line, box: Box, align: Align, baseline: float) -> Run:
        width = self.lettering.width(line.text, bold=line.bold)
        share = {"start": 0.0, "middle": 0.5, "end": 1.0}[align]
        left = box.left + (box.width - width) * share
        drawn = self.lettering.outline(line.text, bold=line.bold)
        places = (0.0,) if drawn else self.lettering.places(line.text, bold=line.bold)
        around = Box(left, baseline - ASCENT, left + width, baseline + DESCENT)
        return Run(line.text, line.bold, tuple(left + place for place in places), baseline, around, drawn)


def block(lettering: Lettering, *lines: str, bold: bool = False) -> Block:
    """Make a block of lines of one weight."""
    return Block(tuple(Line(line, bold) for line in lines), lettering)

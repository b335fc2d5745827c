"""Boxes of what is to be chosen: how many stand side by side, and how high each row is. Points, places in inches."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coursepack.render.slides.inline import Paragraph, Run
from coursepack.render.slides.measure.fit import Ruler
from coursepack.render.slides.measure.lines import Style, natural

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coursepack.render.slides.content import Choices
    from coursepack.render.slides.layouts import ChoiceLook, Level, Rect
    from coursepack.render.slides.measure.faces import Faces

TICK = "\u2713"
# So many lines a box has at most where two boxes stand side by side.
_LINES = 2
_PAIR = 2
# So many boxes stand below one another rather than leave a gap.
_FEW = 4


@dataclass(frozen=True)
class ChoicesFit:
    """The level that boxes are set with, their places, the width of what answers them, and whether they go in.

    `texts` are the heights of their texts, in points.
    """

    level: Level
    places: tuple[Rect, ...]
    texts: tuple[float, ...]
    end: float
    fits: bool


@dataclass(frozen=True)
class Grid:
    """Boxes in rows: how many columns, the heights of texts and of rows in points, the width of answers in inches."""

    columns: int
    texts: tuple[float, ...]
    heights: tuple[float, ...]
    end: float
    fits: bool

    def height(self, look: ChoiceLook) -> float:
        """Return the least height of all, in points."""
        rows = len(self.heights)
        return sum(self.heights) + 72 * (2 * look.pad[0] * rows + look.between * (rows - 1))


def grid(given: Choices, width: float, level: Level, look: ChoiceLook, faces: Faces) -> Grid:
    """Set boxes two beside each other where their texts are short, and else below one another; `width` in inches."""
    end = _end(given, level, look, faces)

    def heights(columns: int) -> tuple[float, ...]:
        each = (width - look.between * (columns - 1)) / columns - 2 * look.inset - end
        ruler = Ruler(Style("body", bold=False, italic=False), each * 72, faces)
        found = [ruler.measure(item.paragraphs, (level,)) for item in given.items]
        return () if any(one.wide or one.missing for one in found) else tuple(one.height for one in found)

    count = len(given.items)
    pair = heights(_PAIR) if not given.apart and (count % _PAIR == 0 or count > _FEW) else ()
    if pair and max(pair) <= _LINES * level.leading:
        rows = tuple(max(pair[at : at + _PAIR]) for at in range(0, count, _PAIR))
        return Grid(_PAIR, pair, rows, end, fits=True)
    single = heights(1)
    texts = single or (0.0,) * count
    return Grid(1, texts, texts, end, fits=bool(single))


def _end(given: Choices, level: Level, look: ChoiceLook, faces: Faces) -> float:
    """Return the width of the widest answer, in inches."""
    words = [mark for mark in given.marks if mark and mark != TICK]
    if not words:
        return look.end
    ruler = Ruler(Style("body", bold=True, italic=False), 1.0, faces)
    widest = max(natural(ruler.gauge(Paragraph((Run(word),))), level.size)[0] for word in words)
    return max(look.end, widest / 72 + 2 * look.pad[1])


def places(found: Grid, given: Choices, at: Rect, look: ChoiceLook, more: float) -> tuple[Rect, ...]:
    """Return where boxes stand, each row so much (`more`, in inches) higher than it needs to be."""
    left, top, width, _ = at
    each = (width - look.between * (found.columns - 1)) / found.columns
    boxes: list[Rect] = []
    for row, height in enumerate(found.heights):
        high = height / 72 + 2 * look.pad[0] + more
        count = min(found.columns, len(given.items) - row * found.columns)
        boxes += [(left + number * (each + look.between), top, each, high) for number in range(count)]
        top += high + look.between
    return _mirrored(boxes, at) if is_rtl(given) else tuple(boxes)


def is_rtl(given: Choices) -> bool:
    """Say whether what is to be chosen is read from right to left."""
    return any(paragraph.rtl for item in given.items for paragraph in item.paragraphs[:1])


def _mirrored(boxes: Sequence[Rect], at: Rect) -> tuple[Rect, ...]:
    return tuple((2 * at[0] + at[2] - x - wide, y, wide, high) for x, y, wide, high in boxes)

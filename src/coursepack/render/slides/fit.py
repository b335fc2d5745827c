"""Fit: does a text go into its frame, and if not, at which smaller size? Measured without layout, in points.

Splitting a text over slides would be a third answer, beside the two that `fit` gives.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coursepack.render.slides.lines import Style, wrap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coursepack.render.slides.faces import Faces
    from coursepack.render.slides.inline import Paragraph
    from coursepack.render.slides.layouts import Frame, Level

_STEP = 1.0


@dataclass(frozen=True)
class Measured:
    """The height of a text in points, a piece that is wider than its line, and characters without a glyph."""

    height: float
    wide: str
    missing: str


@dataclass(frozen=True)
class Fit:
    """The levels as they are to be set, and what the measurement found at that size."""

    levels: tuple[Level, ...]
    measured: Measured
    shrunk: bool
    fits: bool


def fit(text: Sequence[Paragraph], frame: Frame, floor: float, faces: Faces) -> Fit:
    """Find the largest size, in steps of a point down to `floor`, at which the text goes into the frame."""
    width, height = frame.room
    style = Style(frame.face, frame.bold, frame.italic)
    for levels in sizes(frame.levels, floor):
        measured = measure(text, levels, style, width, faces)
        # A line's ink is lower than its leading: a hundredth of a point is no overflow.
        fits = measured.height <= height + 0.01 and not measured.wide
        if fits:
            break
    return Fit(levels, measured, levels != frame.levels, fits)


def sizes(levels: tuple[Level, ...], floor: float) -> Iterator[tuple[Level, ...]]:
    """Yield the levels as the layout has them, then a point smaller at a time while the first is above the floor."""
    yield levels
    first = levels[0].size
    size = first - _STEP
    while size >= floor:
        yield tuple(_scaled(level, size / first, floor) for level in levels)
        size -= _STEP


def _scaled(level: Level, ratio: float, floor: float) -> Level:
    size = max(min(floor, level.size), round(level.size * ratio * 2) / 2)
    real = size / level.size
    return level.model_copy(
        update={"size": size, "leading": round(level.leading * real, 1), "after": round(level.after * ratio, 1)},
    )


def measure(text: Sequence[Paragraph], levels: tuple[Level, ...], style: Style, width: float, faces: Faces) -> Measured:
    """Add up the lines of all paragraphs; the space after the last one does not count."""
    height, wide, missing = 0.0, "", ""
    gaps = spaces(text, levels)
    for paragraph, gap in zip(text, gaps, strict=True):
        level = level_of(paragraph, levels)
        room = width - (level.indent + level.hang) * 72
        lines, broad, lacking = wrap(paragraph, level.size, style, room, faces)
        height += lines * level.leading + gap
        wide, missing = wide or broad, missing + lacking
    return Measured(height - (gaps[-1] if gaps else 0), wide, "".join(sorted(set(missing))))


def spaces(text: Sequence[Paragraph], levels: tuple[Level, ...]) -> list[float]:
    """Return the space below each paragraph: at the end of a deeper list, that of the level it goes back to."""
    below = [*text[1:], *text[-1:]]
    return [
        max(level_of(paragraph, levels).after, level_of(after, levels).after if after.level < paragraph.level else 0)
        for paragraph, after in zip(text, below, strict=True)
    ]


def level_of(paragraph: Paragraph, levels: tuple[Level, ...]) -> Level:
    """Return how a paragraph is set: deeper levels than the frame has are set as its deepest."""
    return levels[min(paragraph.level, len(levels)) - 1]

"""Fit: does a text go into its frame, and if not, at which smaller size? Measured without layout, in points."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from coursepack.render.slides.measure.lines import Gauge, Style, gauge
from coursepack.render.slides.measure.split import AIR
from coursepack.render.slides.numbering import widest

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coursepack.render.slides.inline import Paragraph
    from coursepack.render.slides.layouts import Frame, Level
    from coursepack.render.slides.measure.faces import Faces

_STEP = 1.0
# em: the least gap between an item's number and its text.
_GAP = 0.2
_ONE_DIGIT = 9


@dataclass(frozen=True)
class Measured:
    """The height of a text in points, a piece that is wider than its line, and characters without a glyph."""

    height: float
    wide: str
    missing: str


@dataclass(frozen=True)
class Fit:
    """The levels as they are to be set, and what the measurement found at that size.

    `shrunk` says that they are other than the layout's, `grown` that what hangs is wider, too.
    """

    levels: tuple[Level, ...]
    measured: Measured
    shrunk: bool
    fits: bool
    grown: bool = False


@dataclass(frozen=True)
class Ruler:
    """Measures texts of one style in a width in points; every paragraph once, whatever the sizes."""

    style: Style
    width: float
    faces: Faces
    _known: dict[Paragraph, Gauge] = field(default_factory=dict)

    def gauge(self, paragraph: Paragraph) -> Gauge:
        """Return the widths of a paragraph's pieces."""
        found = self._known.get(paragraph)
        if found is None:
            found = self._known[paragraph] = gauge(paragraph, self.style, self.faces)
        return found

    def measure(self, text: Sequence[Paragraph], levels: tuple[Level, ...]) -> Measured:
        """Add up the lines of all paragraphs; the space after the last one does not count."""
        rows = [(paragraph, self.gauge(paragraph)) for paragraph in text]
        wide = (row.wide(level_of(one, levels).size, self.room(one, levels)) for one, row in rows)
        missing = sorted({sign for _, row in rows for sign in row.missing})
        return Measured(self.stack(rows, levels), next(filter(None, wide), ""), "".join(missing))

    def stack(self, rows: Sequence[tuple[Paragraph, Gauge]], levels: tuple[Level, ...]) -> float:
        """Return the height of measured paragraphs, one below the other."""
        height, gap = 0.0, 0.0
        for (paragraph, measured), gap in zip(rows, spaces([one for one, _ in rows], levels), strict=True):
            level = level_of(paragraph, levels)
            lines = measured.lines(level.size, self.room(paragraph, levels))
            height += lines * level.leading + measured.more(level.size, level.leading) + gap
        return height - gap

    def room(self, paragraph: Paragraph, levels: tuple[Level, ...]) -> float:
        """Return the width of a paragraph's lines, in points."""
        level = level_of(paragraph, levels)
        return self.width - (level.indent + hang_of(paragraph, level)) * 72


def ruler_of(frame: Frame, faces: Faces) -> Ruler:
    """Return what measures the texts of a frame."""
    return Ruler(Style(frame.face, frame.bold, frame.italic), frame.room[0], faces)


def fit(text: Sequence[Paragraph], frame: Frame, floor: float, faces: Faces) -> Fit:
    """Find the largest size, in steps of a point down to `floor`, at which the text goes into the frame."""
    ruler = ruler_of(frame, faces)
    for levels in sizes(frame.levels, floor):
        measured = ruler.measure(text, levels)
        fits = measured.height <= frame.room[1] + AIR and not measured.wide
        if fits:
            break
    return Fit(levels, measured, levels != frame.levels, fits)


def sizes(levels: tuple[Level, ...], floor: float) -> Iterator[tuple[Level, ...]]:
    """Yield the levels as the layout has them, then a point smaller at a time while the first is above the floor."""
    yield levels
    first = levels[0].size
    size = first - _STEP
    while size >= floor:
        yield tuple(scaled(level, size / first, floor) for level in levels)
        size -= _STEP


def scaled(level: Level, ratio: float, floor: float) -> Level:
    """Return a level at a share of its size, but not below the floor."""
    size = max(min(floor, level.size), round(level.size * ratio * 2) / 2)
    real = size / level.size
    return level.model_copy(
        update={"size": size, "leading": round(level.leading * real, 1), "after": round(level.after * ratio, 1)},
    )


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


def hang_of(paragraph: Paragraph, level: Level) -> float:
    """Return how far a paragraph's lines hang, in inches: as the layout says, or as wide as its list's numbers are."""
    highest = max(paragraph.number, paragraph.last)
    wants = paragraph.number or highest > _ONE_DIGIT or (highest and paragraph.numbering)
    number = widest(highest, paragraph.numbering) + _GAP if wants else 0
    return max(level.hang, number * level.size / 72)

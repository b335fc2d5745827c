"""Few words are set larger, and what is left of a slide's height goes between them. Points.

How large so many points may be, the layout says (`larger`); the measurement decides. A size is not taken at which a
list breaks more than it must, or ends with a word by itself on a line.
"""

from __future__ import annotations

from dataclasses import replace
from math import floor as whole
from typing import TYPE_CHECKING

from coursepack.render.slides.measure.fit import level_of
from coursepack.render.slides.measure.items import heads
from coursepack.render.slides.measure.split import AIR

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coursepack.render.slides.inline import Paragraph
    from coursepack.render.slides.layouts import Frame, Level
    from coursepack.render.slides.measure.fit import Fit, Ruler

# Of the layout's own size.
_STEP = 0.125
# Of the space that the layout has between points: what there is at least.
_LEAST = 0.6
# Of a line: what stands between points at most.
_BETWEEN = 1.25
# So many points may take a line more than at the layout's own size.
_FEW = 3
# The least part of a line that a paragraph may end with, where it has more than one.
_TAIL = 0.2


def steps(texts: Sequence[tuple[Sequence[object], Frame]]) -> Iterator[tuple[tuple[Level, ...], ...]]:
    """Yield larger levels for texts that stand side by side, the largest first; none where they are too many.

    What counts is how many paragraphs a text has, a table rows, or a timeline events.
    """
    count = max(len(text) for text, _ in texts)
    for share in range(_most([frame for _, frame in texts], count), 0, -1):
        yield tuple(_grown(frame.levels, 1 + share * _STEP) for _, frame in texts)


def _most(frames: Sequence[Frame], count: int) -> int:
    """Return how many steps all of some frames may grow, for so many paragraphs."""
    largest = [max((size for n, size in frame.larger.items() if n >= count), default=0.0) for frame in frames]
    return min(
        int((size / frame.levels[0].size - 1) / _STEP + AIR) for size, frame in zip(largest, frames, strict=True)
    )


def _grown(levels: tuple[Level, ...], ratio: float) -> tuple[Level, ...]:
    return tuple(
        level.model_copy(
            update={
                "size": round(level.size * ratio * 2) / 2,
                **{name: round(getattr(level, name) * ratio, 1) for name in ("leading", "after")},
                **{name: round(getattr(level, name) * ratio, 3) for name in ("hang", "indent")},
            }
        )
        for level in levels
    )


def close(levels: tuple[Level, ...]) -> tuple[Level, ...]:
    """Return the least space below paragraphs: it is given up before their size is."""
    return tuple(level.model_copy(update={"after": round(level.after * _LEAST, 1)}) for level in levels)


def reads(text: Sequence[Paragraph], ruler: Ruler, levels: tuple[Level, ...], usual: tuple[Level, ...]) -> bool:
    """Tell whether a text is good to read at a size: compared with how it breaks at the layout's own.

    Prose may break as it likes, but an item of a list or a line of code, which has nothing below it, says something by
    where it ends.
    """
    spare = 1 if len(text) <= _FEW and usual[0].after else 0
    for paragraph in text:
        measured, level = ruler.gauge(paragraph), level_of(paragraph, levels)
        room, own = ruler.room(paragraph, levels), level_of(paragraph, usual)
        starts = measured.starts(level.size, room)
        listed = paragraph.marker or not own.after
        if listed and len(starts) > measured.lines(own.size, ruler.room(paragraph, usual)) + spare:
            return False
        tail = sum(solid + blank for solid, blank in measured.widths[starts[-1] :]) * level.size
        # Nobody sees the last word of a long paragraph by itself.
        if len(starts) > 1 and (listed or len(starts) <= _FEW) and tail < room * _TAIL:
            return False
    return True


def spread(text: Sequence[Paragraph], found: Fit, room: float) -> float:
    """Return the space that there is between the points if what is left goes there, little more than a line at most.

    `room` is the frame's height. It is 0 where points keep their distances: they have others below them, or heads.
    """
    rest = room - found.measured.height
    first = level_of(text[0], found.levels)
    close = any(one.level != text[0].level for one in text) or any(heads([one]) for one in text)
    if len(text) == 1 or rest <= AIR or close or not first.after:  # lines of code have nothing between them
        return 0.0
    return whole(min(first.leading * _BETWEEN, first.after + rest / (len(text) - 1)) * 10) / 10


def spaced(text: Sequence[Paragraph], ruler: Ruler, found: Fit, after: float, room: float) -> Fit:
    """Put a space between the points, if it is more than they have and they fit with it."""
    number = min(text[0].level, len(found.levels)) - 1
    levels = tuple(
        level.model_copy(update={"after": after}) if at == number and after > level.after else level
        for at, level in enumerate(found.levels)
    )
    measured = ruler.measure(text, levels)
    fits = levels != found.levels and measured.height <= room + AIR
    return replace(found, levels=levels, measured=measured, shrunk=True) if fits else found

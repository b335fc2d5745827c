"""A text over one slide or several: as large as the fewest slides allow, and in even pieces."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from sys import maxsize
from typing import TYPE_CHECKING

from coursepack.render.slides.measure import growth, items, split
from coursepack.render.slides.measure.fit import Fit, Measured, ruler_of, sizes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coursepack.render.slides.inline import Paragraph
    from coursepack.render.slides.layouts import Frame, Level
    from coursepack.render.slides.measure.faces import Faces
    from coursepack.render.slides.measure.fit import Ruler
    from coursepack.render.slides.measure.items import Item
    from coursepack.render.slides.measure.split import Height

Levels = tuple["Level", ...]


@dataclass(frozen=True)
class Flow:
    """A text's paragraphs slide by slide, and how they are set on all of them."""

    pieces: tuple[tuple[Paragraph, ...], ...]
    fit: Fit


@dataclass(frozen=True)
class _Column:
    """A text beside others: what measures it, what it may be cut into, and the height of its frame in points."""

    ruler: Ruler
    text: tuple[Paragraph, ...]
    things: list[Item]
    room: float

    def height(self, levels: Levels) -> Height:
        """Return what measures the things from one number up to another; it remembers what it was asked."""
        return cache(lambda start, end: self.ruler.stack(items.rows(self.things[start:end], self.ruler), levels))

    def slides(self, levels: Levels) -> int:
        """Return how many slides the text takes; more than any text does where a thing does not go on one."""
        height = self.height(levels)
        count = len(self.things)
        if any(height(number, number + 1) > self.room + split.AIR for number in range(count)):
            return maxsize
        return split.fewest(count, height, self.room)

    def pieces(self, levels: Levels, slides: int) -> tuple[tuple[Paragraph, ...], ...]:
        """Share the text out over so many slides, or fewer where it has not so many things."""
        prices = [thing.price for thing in self.things]
        number = min(slides, len(self.things))
        slices = split.even(len(self.things), self.height(levels), self.room, number, prices)
        return tuple(items.join(self.things[start:end]) for start, end in slices)


def flow(texts: Sequence[tuple[tuple[Paragraph, ...], Frame]], floor: float, faces: Faces) -> list[Flow]:
    """Set texts that stand side by side: all at the same step of their sizes, and over as many slides as the longest.

    What does not fit at one size is set smaller, down to the floor, and split only then.
    """
    rulers = [ruler_of(frame, faces) for _, frame in texts]
    grown = _grown(texts, rulers)
    if grown:
        return grown
    steps = list(zip(*(sizes(frame.levels, floor) for _, frame in texts), strict=False))
    for step in steps:
        whole = _whole(texts, rulers, step)
        if whole:
            return whole
    columns = [
        _Column(ruler, text, items.cut(text, items.Bench(ruler, levels, frame.room[1])), frame.room[1])
        for ruler, (text, frame), levels in zip(rulers, texts, steps[-1], strict=True)
    ]
    return _split(columns, steps)


def _grown(texts: Sequence[tuple[tuple[Paragraph, ...], Frame]], rulers: Sequence[Ruler]) -> list[Flow]:
    """Set texts of few words larger than the layout does, if that reads well."""
    for step in growth.steps(texts):
        reads = all(
            growth.reads(text, ruler, levels, frame.levels)
            for (text, frame), ruler, levels in zip(texts, rulers, step, strict=True)
        )
        whole = _whole(texts, rulers, step) if reads else []
        if whole:
            return whole
    return []


def _whole(
    texts: Sequence[tuple[tuple[Paragraph, ...], Frame]], rulers: Sequence[Ruler], step: tuple[Levels, ...]
) -> list[Flow]:
    """Set each text on one slide at a step of their sizes; nothing where one of them does not fit."""
    step = tuple(
        growth.close(levels) if frame.larger else levels for (_, frame), levels in zip(texts, step, strict=True)
    )
    found = [ruler.measure(text, levels) for ruler, (text, _), levels in zip(rulers, texts, step, strict=True)]
    if not all(_fits(one, frame) for one, (_, frame) in zip(found, texts, strict=True)):
        return []
    fits = [
        Fit(levels, one, levels != frame.levels, fits=True, grown=levels[0].size > frame.levels[0].size)
        for (_, frame), levels, one in zip(texts, step, found, strict=True)
    ]
    # Points that stand side by side have the same distances: the least that one of their texts has room for.
    spaces = [
        growth.spread(text, fit, frame.room[1]) if frame.larger else 0.0
        for (text, frame), fit in zip(texts, fits, strict=True)
    ]
    after = min(filter(None, spaces), default=0.0)
    return [
        Flow((text,), growth.spaced(text, ruler, fit, after, frame.room[1]) if space else fit)
        for (text, frame), ruler, fit, space in zip(texts, rulers, fits, spaces, strict=True)
    ]


def _fits(found: Measured, frame: Frame) -> bool:
    return found.height <= frame.room[1] + split.AIR and not found.wide


def _split(columns: Sequence[_Column], steps: Sequence[tuple[Levels, ...]]) -> list[Flow]:
    """Find the largest size that takes as few slides as the floor does."""
    slides = _slides(columns, steps[-1])
    for step in steps:
        wide = any(column.ruler.measure(column.text, levels).wide for column, levels in zip(columns, step, strict=True))
        if not wide and _slides(columns, step) == slides:
            break
    return [
        _flow(column, levels, slides, first != levels)
        for column, levels, first in zip(columns, step, steps[0], strict=True)
    ]


def _slides(columns: Sequence[_Column], step: tuple[Levels, ...]) -> int:
    return max(column.slides(levels) for column, levels in zip(columns, step, strict=True))


def _flow(column: _Column, levels: Levels, slides: int, shrunk: bool) -> Flow:  # noqa: FBT001 (private)
    pieces = column.pieces(levels, slides)
    whole = column.ruler.measure(column.text, levels)
    highest = max(column.ruler.measure(piece, levels).height for piece in pieces) if pieces else 0.0
    fits = highest <= column.room + split.AIR and not whole.wide
    return Flow(pieces, Fit(levels, Measured(highest, whole.wide, whole.missing), shrunk, fits))

"""The names of several lines on a slide: at the lines' ends, or beside the curves of those that run out. Inches."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coursepack.render.geometry import Box
from coursepack.render.labelling.settle import settle
from coursepack.render.labelling.spread import spread
from coursepack.render.slides.plots.plot import Label

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from coursepack.render.geometry import Point
    from coursepack.render.slides.plots.ground import Ground
    from coursepack.render.slides.plots.plot import Row

_AIR = 0.06  # between a line's end and its name


def named(rows: Sequence[Row], out: frozenset[int], positions: Sequence[float], ground: Ground) -> tuple[Row, ...]:
    """Name several lines; `out` are the numbers of those that run out.

    Returns:
        The lines; none if a line that runs out has no place for its name.
    """
    points = [_points(row, positions, ground) for row in rows]
    ends = _at_ends({number: row for number, row in enumerate(rows) if number not in out}, points, ground)
    beside = _beside({number: rows[number] for number in sorted(out)}, points, ground)
    if len(beside) < len(out):
        return ()
    labels = {**ends, **beside}
    return tuple(_with(row, labels[number]) for number, row in enumerate(rows))


def _points(row: Row, positions: Sequence[float], ground: Ground) -> dict[int, Point]:
    return {index: ground.at(positions[index], value) for index, value in enumerate(row.values) if value is not None}


def _with(row: Row, name: Label) -> Row:
    others = (label for label in row.labels if label.index != name.index)
    return replace(row, labels=(*others, name))


def _at_ends(rows: Mapping[int, Row], points: Sequence[Mapping[int, Point]], ground: Ground) -> dict[int, Label]:
    """Name lines to the right of their last points, moved apart where they would meet."""
    ends = {number: max(points[number].items(), default=(0, ground.at(0, 0))) for number in rows}
    names = {number: ground.canvas.named(row.name) for number, row in rows.items()}
    extents = [ground.canvas.extent(name) for name in names.values()]
    heights = [height for _, height in extents]
    places = spread([at.y for _, at in ends.values()], heights, 0, ground.plot.bottom)
    labels = {}
    for (number, (index, at)), place, (width, height) in zip(ends.items(), places, extents, strict=True):
        shift = (_AIR / ground.canvas.width, (place - at.y) / ground.canvas.whole)
        labels[number] = Label(index, names[number], "r", shift)
        left = at.x + 2 * _AIR
        ground.taken.append(Box(left, place - height / 2, left + width, place + height / 2))
    return labels


def _beside(rows: Mapping[int, Row], points: Sequence[Mapping[int, Point]], ground: Ground) -> dict[int, Label]:
    """Name lines beside their curves, at points that have no label yet; a line without a place is left out."""
    names = {number: ground.canvas.named(row.name) for number, row in rows.items()}
    free = {
        number: {index: at for index, at in points[number].items() if index not in {one.index for one in row.labels}}
        for number, row in rows.items()
    }
    found = settle([ground.places_beside_line(free[number], number, names[number]) for number in rows])
    return {
        number: ground.named(place, points[number][place.index], names[number])
        for number, place in zip(rows, found, strict=True)
        if place
    }

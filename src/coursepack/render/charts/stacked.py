"""Stacked bars: two or three parts of a whole, told apart by solid, hatch and white, and named beside a bar."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from coursepack.render.charts.columns import NAME_TOP, Value, all_said, columns, under_bars, values
from coursepack.render.charts.hatch import hatch
from coursepack.render.charts.head import head, height
from coursepack.render.charts.limits import all_placed
from coursepack.render.charts.number import sums, totals
from coursepack.render.charts.scale import Scale
from coursepack.render.charts.stacknames import ROOM, series_name, spots
from coursepack.render.geometry import Box, Point, Segment
from coursepack.render.labelling.settle import settle

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from coursepack.chart import Chart
    from coursepack.render.charts.columns import Columns
    from coursepack.render.charts.label import Block, Run
    from coursepack.render.charts.lettering import Lettering
    from coursepack.render.charts.spot import Spot

_LOWEST = 188.0  # pt: parts of bars want more height than bars
_HEADROOM = 18.0  # pt below the unit: a total above the highest bar
_FLAT = 0.01  # pt: a part that is lower is not drawn
_HATCHED = 1  # the series with the hatch


@dataclass(frozen=True)
class StackedDrawing:
    """A chart of stacked bars, ready to draw (pt): the parts by series from the foot up, and the second one's hatch."""

    width: float
    height: float
    runs: tuple[Run, ...]
    parts: tuple[tuple[Box, ...], ...]
    hatch: tuple[Segment, ...]
    axis: Segment
    leaders: tuple[Segment, ...]
    unsaid: int = 0


@dataclass(frozen=True)
class _Trial:
    """Bars with room kept free in some places, and the places that the names of the series then find."""

    at: Columns
    foot: float
    parts: tuple[tuple[Box, ...], ...]
    runs: tuple[Run, ...]
    names: tuple[Spot | None, ...]
    blocks: tuple[Block, ...]
    unsaid: int

    @property
    def unnamed(self) -> int:
        """How many series have no place for their name."""
        return self.names.count(None)


def layout(chart: Chart, width: float, lettering: Lettering) -> StackedDrawing:
    """Lay out stacked bars; room is made beside a bar only if the names find none among the bars.

    Raises:
        LimitError: a name has no place.
    """
    unit, top = head(chart.unit, width, lettering)
    frame = Box(0, top, width, height(width, _LOWEST))
    trials = (_trial(chart, frame, room, lettering) for room in _rooms(chart, lettering))
    best = next(trials)
    for trial in trials:
        if not best.unnamed:
            break
        best = min(best, trial, key=lambda one: one.unnamed)
    all_placed(zip(best.blocks, best.names, strict=True))
    return all_said(chart, _drawing(frame, unit, best))


def _rooms(chart: Chart, lettering: Lettering) -> Iterator[Mapping[int, float]]:
    """Yield where room could be kept free: nowhere, after the last bar, after the largest part of a series, of all."""
    shown = [series for series in chart.series if any(series.values)]
    if not shown:
        yield {}
        return
    room = max(series_name(series.name, lettering).width for series in shown) + ROOM
    largest = [max(range(len(row.values)), key=lambda index: row.values[index] or 0) for row in shown]
    yield {}
    yield {len(chart.categories) - 1: room}
    for index in largest:
        yield {index: room}
    yield dict.fromkeys(largest, room)


def _trial(chart: Chart, frame: Box, room: Mapping[int, float], lettering: Lettering) -> _Trial:
    at = columns(len(chart.categories), frame.width, room)
    under, depth = under_bars(chart, at, frame.width, lettering)
    foot = frame.bottom - NAME_TOP - depth
    parts = _parts(chart, at, foot, frame.top + _HEADROOM)
    wholes = [Box(stack[0].left, stack[-1].top, stack[0].right, foot) for stack in zip(*parts, strict=True)]
    inside = Box(0, frame.top + 2, frame.right, foot - 2)
    above = _totals(chart, wholes)
    tops = values(above, inside, lettering).values()
    taken = (*wholes, *(run.box for run in tops))
    shown = [(series, row) for series, row in zip(chart.series, parts, strict=True) if any(series.values)]
    blocks = tuple(series_name(series.name, lettering) for series, _ in shown)
    choices = [spots(block, row, taken, inside) for block, (_, row) in zip(blocks, shown, strict=True)]
    moved = tuple(run.moved(foot + NAME_TOP) for run in under)
    return _Trial(at, foot, parts, (*moved, *tops), settle(choices), blocks, len(above) - len(tops))


def _parts(chart: Chart, at: Columns, foot: float, top: float) -> tuple[tuple[Box, ...], ...]:
    """Return the boxes of the parts by series; a part without a figure is flat."""
    rows = [[value or 0 for value in series.values] for series in chart.series]
    stacks = [list(accumulate(stack, initial=0.0)) for stack in zip(*rows, strict=True)]
    y = Scale(0, max(stack[-1] for stack in stacks) or 1, foot, top)
    boxes = [
        [at.box(index, y.at(upper), y.at(lower)) for lower, upper in pairwise(stack)]
        for index, stack in enumerate(stacks)
    ]
    return tuple(tuple(row) for row in zip(*boxes, strict=True))


def _totals(chart: Chart, wholes: list[Box]) -> list[Value]:
    """Return the totals of the bars for which there is a figure."""
    found = zip(sums(chart), wholes, totals(chart), strict=True)
    return [Value(text, whole, hangs=False, weight=value or 0) for text, whole, value in found if text]


def _drawing(frame: Box, unit: tuple[Run, ...], trial: _Trial) -> StackedDrawing:
    labels = [spot for spot in trial.names if spot]
    parts = tuple(tuple(part for part in row if part.height > _FLAT) for row in trial.parts)
    hatched = parts[_HATCHED] if len(parts) > _HATCHED else ()
    return StackedDrawing(
        frame.width,
        frame.bottom,
        runs=(*unit, *trial.runs, *(run for spot in labels for run in spot.runs)),
        parts=parts,
        hatch=tuple(line for part in hatched for line in hatch(part)),
        axis=Segment(Point(0, trial.foot), Point(trial.at.right, trial.foot)),
        leaders=tuple(spot.leader for spot in labels if spot.leader),
        unsaid=trial.unsaid,
    )

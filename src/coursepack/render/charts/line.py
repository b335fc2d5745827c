"""Line charts: values over time, to scale, with their key points labelled."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from coursepack.render.charts.errorbar import all_upright, capped
from coursepack.render.charts.head import flattened, head, height
from coursepack.render.charts.keypoints import NAME_WIDTH, dots
from coursepack.render.charts.limits import all_placed
from coursepack.render.charts.plane import plane, positions
from coursepack.render.charts.pointspots import DOT, spots
from coursepack.render.geometry import Box, Point, Segment
from coursepack.render.labelling.ground import Ground
from coursepack.render.labelling.linenames import runs_out
from coursepack.render.labelling.settle import settle

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coursepack.chart import Chart, Series
    from coursepack.render.charts.keypoints import Dot
    from coursepack.render.charts.label import Run
    from coursepack.render.charts.lettering import Lettering
    from coursepack.render.charts.plane import Plane
    from coursepack.render.charts.spot import Spot

_HEADROOM = 17.0  # pt below the unit: one label above the highest point
_STEP = 11.0  # pt: a chart grows by a line of labels at a time
_STEPS = (1, 2, 3, 4, 8, 14, 22)
_FEW_STEPS = 3  # as far does a chart grow to save a leader; farther only for a label without a place
_HIGHER = 5.0  # what a step costs
_NO_PLACE = 1e4
_NAME_GAP = 16.0  # pt between the end of a line and its name: room for a leader
_CUT = 2.0  # pt of air where a gridline stops for a label
_FEW = 2


@dataclass(frozen=True)
class LineDrawing:
    """A line chart, ready to draw (pt). `paths` are the pieces of each series, `lone` points without a neighbour."""

    width: float
    height: float
    runs: tuple[Run, ...]
    grid: tuple[Segment, ...]
    axis: Segment
    zero: Segment | None
    ticks: tuple[Point, ...]
    paths: tuple[tuple[tuple[Point, ...], ...], ...]
    lone: tuple[Point, ...]
    dots: tuple[Point, ...]
    open_dots: tuple[Point, ...]
    leaders: tuple[Segment, ...]
    errors: tuple[Segment, ...] = ()


@dataclass(frozen=True)
class _Trial:
    """A chart of one height, and the places its labels got."""

    step: int
    plane: Plane
    bottom: float
    dots: tuple[Dot, ...]
    spots: tuple[Spot | None, ...]

    @property
    def labels(self) -> list[tuple[Dot, Spot | None]]:
        """The labels that the chart shows; an optional one has gone if it found no place."""
        pairs = zip(self.dots, self.spots, strict=True)
        return [(dot, spot) for dot, spot in pairs if spot or not dot.point.optional]

    @property
    def lack(self) -> float:
        """How much the labels lack: leaders, cut gridlines, missing places; a higher chart is a lack too."""
        costs = (_NO_PLACE if spot is None else spot.cost for _, spot in self.labels)
        return sum(costs) + self.step * _HIGHER

    @property
    def is_complete(self) -> bool:
        """Say whether all labels have places."""
        return all(spot for _, spot in self.labels)

    @property
    def is_best(self) -> bool:
        """Say whether a higher chart would be no better: no label needs a leader."""
        return self.is_complete and not any(spot and spot.leader and not dot.point.is_end for dot, spot in self.labels)


def layout(chart: Chart, width: float, lettering: Lettering) -> LineDrawing:
    """Lay out a line chart; it grows in height until its labels have good places.

    Raises:
        LimitError: a label has no place in a chart that is still of use.
    """
    runs, top = head(chart.unit, width, lettering)
    best = _trial(chart, width, top, 0, lettering)
    for step in _STEPS:
        if best.is_best or (best.is_complete and step > _FEW_STEPS):
            break
        best = min(best, _trial(chart, width, top, step, lettering), key=lambda trial: trial.lack)
    all_placed((dot.point.block, spot) for dot, spot in best.labels)
    return _drawing(chart, width, runs, best)


def _trial(chart: Chart, width: float, top: float, step: int, lettering: Lettering) -> _Trial:
    extra = step * _STEP
    bottom = height(width) * flattened(width) + extra
    frame = Box(0, top + _HEADROOM + extra, width, bottom)
    drawn = plane(chart, lettering, frame, _margin(chart, lettering))
    points = dots(chart, drawn, lettering)
    curves = tuple(tuple(_line(pieces)) for pieces in _paths(chart, drawn))
    ground = Ground(
        frame=Box(drawn.area.left + 1, top + 3, width, drawn.area.bottom - 2),
        boxes=tuple(_around(dot.point.at) for dot in points if dot.point.has_dot),
        lines=(*chain(*curves), *((drawn.zero,) if drawn.zero else ()), *all_upright(chart, drawn.x, drawn.y)),
        grid=drawn.grid,
        curves=curves,
    )
    choices = [spots(dot.point, ground, all_of_them=step > _FEW_STEPS) for dot in points]
    return _Trial(step, drawn, bottom, points, settle(choices))


def _drawing(chart: Chart, width: float, unit: tuple[Run, ...], trial: _Trial) -> LineDrawing:
    labels = [spot for _, spot in trial.labels if spot]
    paths = _paths(chart, trial.plane)
    ticks = trial.plane.ticks
    label_runs = tuple(run for spot in labels for run in spot.runs)
    return LineDrawing(
        width,
        trial.bottom,
        runs=(*unit, *trial.plane.numbers, *(run for tick in ticks for run in tick.runs), *label_runs),
        grid=tuple(piece for line in trial.plane.grid for piece in _cut(line, [spot.box for spot in labels])),
        axis=trial.plane.axis,
        zero=trial.plane.zero,
        ticks=tuple(Point(tick.x, trial.plane.axis.start.y) for tick in ticks),
        paths=tuple(tuple(piece for piece in path if len(piece) > 1) for path in paths),
        lone=tuple(piece[0] for path in paths for piece in path if len(piece) == 1),
        dots=tuple(dot.point.at for dot, _ in trial.labels if dot.point.has_dot and not dot.is_open),
        open_dots=tuple(dot.point.at for dot, _ in trial.labels if dot.is_open),
        leaders=tuple(spot.leader for spot in labels if spot.leader),
        errors=tuple(line for bar in all_upright(chart, trial.plane.x, trial.plane.y) for line in capped(bar)),
    )


def _margin(chart: Chart, lettering: Lettering) -> float:
    """Return the room (pt) for the names of several lines at their ends."""
    if len(chart.series) < _FEW:
        return 0
    ended = (series for series in chart.series if not runs_out(series.values))
    names = (lettering.whole(series.name, NAME_WIDTH, 3) for series in ended)
    return max((lettering.widest(lines, bold=True) + _NAME_GAP for lines in names), default=0)


def _paths(chart: Chart, drawn: Plane) -> tuple[tuple[tuple[Point, ...], ...], ...]:
    return tuple(_pieces(chart, series, drawn) for series in chart.series)


def _pieces(chart: Chart, series: Series, drawn: Plane) -> tuple[tuple[Point, ...], ...]:
    """Return a series as runs of points: where there is no figure, the line is broken."""
    pieces: list[list[Point]] = [[]]
    for position, value in zip(positions(chart), series.values, strict=True):
        if value is None:
            pieces.append([])
        else:
            pieces[-1].append(drawn.at(position, value))
    return tuple(tuple(piece) for piece in pieces if piece)


def _line(pieces: Sequence[Sequence[Point]]) -> list[Segment]:
    return [Segment(start, end) for piece in pieces for start, end in pairwise(piece)]


def _around(point: Point) -> Box:
    return Box(point.x, point.y, point.x, point.y).grown(DOT + 0.4)


def _cut(line: Segment, boxes: list[Box]) -> list[Segment]:
    """Return the pieces of a gridline that run beside the labels."""
    y, left, pieces = line.start.y, line.start.x, []
    across = (box.grown(_CUT) for box in boxes if box.top - _CUT / 2 < y < box.bottom + _CUT / 2)
    for box in sorted(across, key=lambda box: box.left):
        if box.left > left:
            pieces.append(Segment(Point(left, y), Point(box.left, y)))
        left = max(left, box.right)
    if left < line.end.x:
        pieces.append(Segment(Point(left, y), line.end))
    return pieces

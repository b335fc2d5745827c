"""Bar charts: the value above each bar, no axis of numbers; bars of several series stand in groups."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from coursepack.render.charts.columns import NAME_TOP, Columns, Value, all_said, columns, under_bars, values
from coursepack.render.charts.errorbar import capped, upright
from coursepack.render.charts.hatch import hatch
from coursepack.render.charts.head import flattened, head, height
from coursepack.render.charts.label import Block, Line, block
from coursepack.render.charts.lettering import LEADING
from coursepack.render.charts.limits import all_placed
from coursepack.render.charts.number import scaled
from coursepack.render.charts.scale import Scale
from coursepack.render.geometry import Box, Point, Segment
from coursepack.render.labelling.groupnames import places_over_bars
from coursepack.render.labelling.settle import settle

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coursepack.chart import Chart, Series
    from coursepack.render.charts.label import Run
    from coursepack.render.charts.lettering import Lettering
    from coursepack.render.labelling.groupnames import BarNamePlace

_HEADROOM = 18.0  # pt below the unit: a value above the highest bar
_BELOW = 14.0  # pt under the lowest bar that hangs: its value
_FLAT = 0.01  # pt: a bar that is lower is not drawn
_GROUP = 1.25  # times as wide as a bar of its own is a group
_NAME_WIDTH, _MOST_LINES = 84.0, 3  # pt: a longer name of a series is broken
_GAP = 2.5  # pt from a bar to the label that names its series
_WIDEST_GROUP = 0.84  # of its slot
_STEPS = (0, 1, 2, 3, 5, 8, 12)  # lines by which a chart grows for the names of series
_HATCHED = 1  # the series with the hatch


@dataclass(frozen=True)
class BarDrawing:
    """A bar chart, ready to draw (pt): the bars by series, and the second one's hatch.

    `unsaid` counts the bars whose numbers found no room.
    """

    width: float
    height: float
    runs: tuple[Run, ...]
    bars: tuple[tuple[Box, ...], ...]
    hatch: tuple[Segment, ...]
    axis: Segment
    leaders: tuple[Segment, ...]
    errors: tuple[Segment, ...] = ()
    unsaid: int = 0


@dataclass(frozen=True)
class _Bar:
    """A bar with a value: whose it is, the words at it, and its error bar from the upper end to the lower."""

    series: int
    box: Box
    value: float
    text: str
    error: Segment | None = None

    @property
    def reach(self) -> Box:
        """The bar with its error bar, which its label keeps clear of."""
        if self.error is None:
            return self.box
        high, low = self.error.start.y, self.error.end.y
        return Box(self.box.left, min(self.box.top, high), self.box.right, max(self.box.bottom, low))

    @property
    def hangs(self) -> bool:
        """Say whether the bar hangs from the foot."""
        return self.value < 0


@dataclass(frozen=True)
class _Trial:
    """Bars below some headroom, their values, and the places that the names of several series then find."""

    frame: Box
    under: tuple[Run, ...]
    axis: Segment
    bars: tuple[_Bar, ...]
    values: dict[int, Run]
    names: tuple[tuple[Series, BarNamePlace | None], ...]


def layout(chart: Chart, width: float, lettering: Lettering) -> BarDrawing:
    """Lay out a bar chart; it grows in height until the names of several series have places.

    Raises:
        LimitError: a name has no place.
    """
    unit, top = head(chart.unit, width, lettering)
    for step in _STEPS:
        frame = Box(0, top, width, height(width) * flattened(width) + step * LEADING)
        trial = _trial(chart, frame, step * LEADING, lettering)
        if all(place for _, place in trial.names):
            break
    all_placed((_name(series, lettering), place) for series, place in trial.names)
    return all_said(chart, _drawing(trial, unit, lettering))


def _trial(chart: Chart, frame: Box, headroom: float, lettering: Lettering) -> _Trial:
    at = columns(len(chart.categories), frame.width, {})
    under, depth = under_bars(chart, at, frame.width, lettering)
    foot = frame.bottom - NAME_TOP - depth
    y = _scale([end for series in chart.series for end in series.extent], frame.top + headroom, foot)
    bars = _bars(chart, at, y)
    inside = Box(0, frame.top, frame.width, foot)
    labels = [Value(bar.text, bar.reach, bar.hangs, bar.value) for bar in bars]
    shown = values(labels, inside, lettering)
    return _Trial(
        frame,
        tuple(run.moved(foot + NAME_TOP) for run in under),
        Segment(Point(0, y.at(0)), Point(at.right, y.at(0))),
        bars,
        shown,
        _named(chart, bars, shown, inside, lettering) if len(chart.series) > 1 else (),
    )


def _scale(numbers: list[float], top: float, foot: float) -> Scale:
    """Return the scale of the bars, which always holds 0; room is kept for the values above and below."""
    low, high = min(0, *numbers, 0), max(0, *numbers, 0)
    stands = any(number >= 0 for number in numbers)
    if high == low:
        return Scale(0, 1, foot, top + _HEADROOM)
    return Scale(low, high, foot - (_BELOW if low < 0 else 0), top + (_HEADROOM if stands else _BELOW / 2))


def _bars(chart: Chart, at: Columns, y: Scale) -> tuple[_Bar, ...]:
    """Return the bars from left to right."""
    texts = [scaled(series.values, chart.divide, chart.language) for series in chart.series]
    found: list[_Bar] = []
    for index, _ in enumerate(chart.categories):
        for number, series in enumerate(chart.series):
            value = series.values[index]
            if value is not None:
                left, right = _sides(at, index, number, len(chart.series))
                top, bottom = sorted((y.at(0), y.at(value)))
                box = Box(left, top, right, bottom)
                ends = upright(box.centre.x, value, series.reach(index), y)
                found.append(_Bar(number, box, value, texts[number][index], ends))
    return tuple(found)


def _sides(at: Columns, index: int, number: int, count: int) -> tuple[float, float]:
    """Return the edges of a bar in its group; bars of one series are groups of their own."""
    width = at.bar if count == 1 else min(at.bar * _GROUP, at.slot * _WIDEST_GROUP)
    left = at.centres[index] - width / 2
    return left + width * number / count, left + width * (number + 1) / count


def _named(
    chart: Chart, bars: tuple[_Bar, ...], shown: Mapping[int, Run], frame: Box, lettering: Lettering
) -> tuple[tuple[Series, BarNamePlace | None], ...]:
    """Find a place for the name of each series, over one of its bars."""
    choices: list[list[BarNamePlace]] = []
    series = [(number, one) for number, one in enumerate(chart.series) if any(bar.series == number for bar in bars)]
    for number, one in series:
        own = {index: bar.reach for index, bar in enumerate(bars) if bar.series == number}
        sizes = {index: _label(one, bars[index], lettering).size for index in own}
        taken = {
            index: (
                *(bar.reach for other, bar in enumerate(bars) if other != index),
                *(run.box for other, run in shown.items() if other != index),
            )
            for index in own
        }
        choices.append(places_over_bars(own, sizes, taken, frame, _GAP))
    return tuple(zip((one for _, one in series), settle(choices), strict=True))


def _name(series: Series, lettering: Lettering) -> Block:
    return block(lettering, *lettering.whole(series.name, _NAME_WIDTH, _MOST_LINES))


def _label(series: Series, bar: _Bar, lettering: Lettering) -> Block:
    """Write the name of a series over a bar, with its value; a bar that hangs has its value below it."""
    value = () if bar.hangs else (Line(bar.text, bold=True),)
    return Block((*_name(series, lettering).lines, *value), lettering)


def _drawing(trial: _Trial, unit: tuple[Run, ...], lettering: Lettering) -> BarDrawing:
    places = [(series, place) for series, place in trial.names if place]
    said = {place.index for _, place in places if not trial.bars[place.index].hangs}
    labels = [_label(series, trial.bars[place.index], lettering).runs(place.box, "middle") for series, place in places]
    rows = tuple(
        tuple(bar.box for bar in trial.bars if bar.series == number and bar.box.height > _FLAT)
        for number in range(max((bar.series for bar in trial.bars), default=0) + 1)
    )
    return BarDrawing(
        trial.frame.width,
        trial.frame.bottom,
        runs=(
            *unit,
            *trial.under,
            *(run for index, run in trial.values.items() if index not in said),
            *chain(*labels),
        ),
        bars=rows,
        hatch=tuple(line for row in rows[_HATCHED : _HATCHED + 1] for box in row for line in hatch(box)),
        axis=trial.axis,
        leaders=tuple(place.leader for _, place in places if place.leader),
        errors=tuple(line for bar in trial.bars if bar.error for line in capped(bar.error)),
        unsaid=len(trial.bars) - len({*trial.values, *said}),
    )

"""Where the labels of a timeline stand: to scale along the axis, at two or three heights on each side. Inches."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count
from math import ceil
from typing import TYPE_CHECKING

from coursepack.render.geometry import Box

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coursepack.render.slides.content import Era, Event, Timeline
    from coursepack.render.slides.layouts import Frame, Level, TimelineLook
    from coursepack.render.slides.measure.faces import Faces

# Years between ticks, each with the least spread of the timeline that has them: decades, years, months, days.
_TICKS = ((10.0, 10.0), (1.0, 2.0), (1 / 12, 0.17), (1 / 365, 0.0))
_BEYOND = 0.03  # of the span: the axis runs on after the last event
_PATIENCE = 20_000  # trials before a crowded side counts as full
_SLIDE, _ABOVE = 0.1, 0.06  # inches: steps of a remark along the axis, and its distance from the dots


@dataclass(frozen=True)
class Spot:
    """An event on the axis: its label's box, and whether the label stands left of its stem."""

    event: Event
    x: float
    box: Box
    stem: Box
    turned: bool

    @property
    def date(self) -> float:
        """When it is: labels are heard in this order, whichever way the axis runs."""
        return self.event.date


@dataclass(frozen=True)
class Remark:
    """An era's words above the axis."""

    era: Era
    x: float
    box: Box

    @property
    def date(self) -> float:
        """When it begins."""
        return self.era.date


@dataclass(frozen=True)
class TimelineLayout:
    """A timeline laid out: decades on the axis, events, eras; `whole` says that nothing overlaps."""

    ticks: tuple[float, ...]
    spots: tuple[Spot, ...]
    remarks: tuple[Remark, ...]
    whole: bool
    level: Level


@dataclass(frozen=True)
class Scale:
    """Years along the axis, the frame around it, and the faces that labels are measured with."""

    low: float
    high: float
    look: TimelineLook
    frame: Frame
    faces: Faces

    def at(self, date: float) -> float:
        """Return where a date stands."""
        along = (date - self.low) / (self.high - self.low) * (self.look.right - self.look.left)
        return self.look.right - along if self.look.leftward else self.look.left + along


def plan(timeline: Timeline, frame: Frame, look: TimelineLook, faces: Faces) -> TimelineLayout:
    """Lay out a timeline."""
    dates = [event.date for event in timeline.events] + [era.date for era in timeline.eras]
    low, high = min(dates), max(dates)
    scale = Scale(low, high + (high - low or 1) * _BEYOND, look, frame, faces)
    sides = [_side(timeline, lane, heights, scale) for lane, heights in ((1, look.above), (2, look.below))]
    spots = [spot for side, _ in sides for spot in side]
    remarks = list(_remarks(timeline.eras, spots, scale))
    ticks = tuple(scale.at(year) for year in _ticks(low, scale.high))
    whole = all(fits for _, fits in sides) and len(remarks) == len(timeline.eras)
    return TimelineLayout(ticks, tuple(spots), tuple(remarks), whole, frame.levels[0])


def _ticks(low: float, high: float) -> Iterator[float]:
    """Yield where the axis is marked: at whole decades, years or months, or at days."""
    step = next(step for step, least in _TICKS if high - low >= least)
    first = ceil(round(low / step, 6))
    yield from (number * step for number in range(first, int(high / step) + 1))


def _side(timeline: Timeline, lane: int, heights: Sequence[tuple[float, ...]], scale: Scale) -> tuple[list[Spot], bool]:
    """Place the labels of a lane: at two heights if that does, else at three."""
    events = sorted((event for event in timeline.events if event.lane == lane), key=lambda event: event.date)
    choices: list[list[Spot]] = []
    for tops in heights:
        choices = [list(_choices(event, tops, scale)) for event in events]
        found = _search(choices, [], scale.look.between, count()) if all(choices) else None
        if found is not None:
            return found, True
    return [spot for choice in choices for spot in choice[:1]], False


def _choices(event: Event, tops: tuple[float, ...], scale: Scale) -> Iterator[Spot]:
    """Yield the places of a label in the frame, the best first: near before far, after its stem before before it."""
    look, type_, faces = scale.look, scale.frame.levels[0], scale.faces
    width = max(faces.width(event.head, type_.size, bold=True), faces.width(event.text, type_.size))
    height = type_.leading / 72 * 2
    x = scale.at(event.date)
    found = []
    for turned in (look.leftward, not look.leftward):
        left = x - look.gap - width if turned else x + look.gap
        for top in tops:
            box = Box(left, top, left + width, top + height)
            end = top if top < look.axis else top + height
            stem = Box(x, min(end, look.axis), x, max(end, look.axis))
            found.append(Spot(event, x, box, stem, turned))
    left, _, width, _ = scale.frame.at
    yield from (spot for spot in found if spot.box.left >= left and spot.box.right <= left + width)


def _search(choices: list[list[Spot]], taken: list[Spot], air: float, trials: Iterator[int]) -> list[Spot] | None:
    """Try the places in order, and go back where a later label finds none."""
    if len(taken) == len(choices):
        return taken
    for spot in choices[len(taken)]:
        if next(trials) > _PATIENCE:
            return None
        if not any(_clash(spot, other, air) for other in taken):
            found = _search(choices, [*taken, spot], air, trials)
            if found is not None:
                return found
    return None


def _clash(one: Spot, other: Spot, air: float) -> bool:
    labels = one.box.nears(other.box, air)
    return labels or one.stem.nears(other.box, air / 2) or other.stem.nears(one.box, air / 2)


def _remarks(eras: Sequence[Era], spots: Sequence[Spot], scale: Scale) -> Iterator[Remark]:
    """Set each era's words as near to its date as they stand free of stems and labels."""
    look, type_ = scale.look, scale.frame.levels[0]
    bottom = look.axis - look.dot / 2 - _ABOVE
    taken = [box for spot in spots for box in (spot.box, spot.stem)]
    for era in eras:
        x, width = scale.at(era.date), scale.faces.width(era.text, type_.size, italic=True)
        for left in _lefts(x, width, scale):
            box = Box(left, bottom - type_.leading / 72, left + width, bottom)
            if not any(box.nears(other, look.gap) for other in taken):
                taken.append(box)
                yield Remark(era, x, box)
                break


def _lefts(x: float, width: float, scale: Scale) -> list[float]:
    """Return where a remark may begin: right of its date, left of it, over it, then farther off."""
    start, _, room, _ = scale.frame.at
    last, gap = start + room - width, scale.look.gap
    steps = [start + _SLIDE * step for step in range(int((last - start) / _SLIDE) + 1)]
    beyond = sorted(steps, key=lambda left: abs(left + width / 2 - x))
    return [left for left in (x + gap, x - gap - width, x - width / 2, *beyond) if start <= left <= last]

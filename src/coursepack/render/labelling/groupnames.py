"""The names of series over bars that stand in groups: right above a bar, or higher with a leader. Any unit will do."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from coursepack.render.geometry import Point, Segment
from coursepack.render.labelling.ground import MIDDLE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from coursepack.render.geometry import Box
    from coursepack.render.labelling.ground import Size

_APART = 0.3  # of a label's height: what lies between two
_TRIED = 10  # of the bars of a series: the highest
_STEP = 0.3  # of a label's height, from one place to the next above it
_SLIDES = (MIDDLE, 0.2, 0.8)  # of a label sideways, at a leader
_LOWER = 20.0  # what it costs to name a low bar and not the series' highest
_OFF = 100.0  # what it costs to be off the middle of the bar by a label's width: the value seems another bar's
_RISEN = 6.0  # the same for a leader, and again for each height of the label


@dataclass(frozen=True)
class BarNamePlace:
    """A place for the name of a series over a bar: its box, and the leader from the bar if it stands higher."""

    index: int
    box: Box
    leader: Segment | None
    cost: float

    def allows(self, other: BarNamePlace) -> bool:
        """Say whether two names may both be set: neither they nor their leaders meet."""
        crossed = (self.leader and other.box.crossed_by(self.leader)) or (
            other.leader and self.box.crossed_by(other.leader)
        )
        return not (crossed or self.box.grown(_APART * self.box.height).overlaps(other.box))


def places_over_bars(
    bars: Mapping[int, Box], sizes: Mapping[int, Size], taken: Mapping[int, Sequence[Box]], frame: Box, gap: float
) -> list[BarNamePlace]:
    """Return the free places over the bars of a series.

    Arguments:
        bars: those that have a value, by their position.
        sizes: how large the label would be at each position.
        taken: what the label at each position keeps clear of.
        frame: what labels stay inside.
        gap: the distance of a label from its bar.
    """
    highest = sorted(bars, key=lambda index: -bars[index].height)[:_TRIED]
    found: list[BarNamePlace] = []
    for index in highest:
        low = _LOWER * (1 - bars[index].height / (bars[highest[0]].height or 1))
        places = _above(index, bars[index], sizes[index], frame, gap)
        found += [replace(one, cost=one.cost + low) for one in places if _is_free(one, taken[index], frame)]
    return found


def _above(index: int, bar: Box, size: Size, frame: Box, gap: float) -> Iterator[BarNamePlace]:
    """Yield the place right above a bar, and those above that, up to the frame's top."""
    (x, _), foot, last = bar.centre, bar.top - gap, frame.right - size.width
    left = min(max(frame.left, x - size.width * MIDDLE), last)
    yield BarNamePlace(
        index, size.box(left, foot - size.height), None, _OFF * abs(left + size.width * MIDDLE - x) / size.width
    )
    bottom = foot - size.height * _STEP
    while bottom - size.height >= frame.top:
        leader = Segment(Point(x, bottom + gap / 2), Point(x, foot))
        for slide in _SLIDES:
            left = min(max(frame.left, x - size.width * slide), last)
            off = _OFF * abs(left + size.width * MIDDLE - x) / size.width
            rise = _RISEN * (1 + leader.length / size.height)
            yield BarNamePlace(index, size.box(left, bottom - size.height), leader, off + rise)
        bottom -= size.height * _STEP


def _is_free(place: BarNamePlace, taken: Sequence[Box], frame: Box) -> bool:
    return place.box.within(frame) and not any(
        place.box.overlaps(one) or (place.leader and one.crossed_by(place.leader)) for one in taken
    )

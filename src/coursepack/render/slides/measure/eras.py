"""A timeline with more labels than one slide holds: several, one after the other in time."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from operator import itemgetter
from typing import TYPE_CHECKING

from coursepack.render.slides.measure import growth
from coursepack.render.slides.measure.lanes import plan

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coursepack.render.slides.content import Era, Event, Timeline
    from coursepack.render.slides.layouts import Frame, TimelineLook
    from coursepack.render.slides.measure.faces import Faces
    from coursepack.render.slides.measure.lanes import TimelineLayout


def parted(timeline: Timeline, frame: Frame, look: TimelineLook, faces: Faces) -> list[tuple[Timeline, TimelineLayout]]:
    """Lay a timeline out on as few slides as its labels take.

    It is cut where an era begins, if that does; else into the same number of events a slide. Where no cut helps,
    because a label is too long by itself, it stays whole.
    """
    for (levels,) in growth.steps([(timeline.events, frame)]):
        larger = plan(timeline, frame.model_copy(update={"levels": levels}), look, faces)
        if larger.whole and _is_inside(larger, frame, look):
            return [(timeline, larger)]
    whole = plan(timeline, frame, look, faces)
    if whole.whole:
        return [(timeline, whole)]
    for parts in _cuts(timeline):
        drawn = [(part, plan(part, frame, look, faces)) for part in parts]
        if all(drawing.whole for _, drawing in drawn):
            return drawn
    return [(timeline, whole)]


def _is_inside(found: TimelineLayout, frame: Frame, look: TimelineLook) -> bool:
    """Say whether labels, which are higher where they are larger, stay in the frame and off the axis."""
    top, bottom = frame.at[1], frame.at[1] + frame.at[3]
    boxes = [spot.box for spot in found.spots]
    clear = all(box.bottom <= look.axis - look.gap or box.top >= look.axis + look.gap for box in boxes)
    return clear and all(top <= box.top and box.bottom <= bottom for box in boxes)


def _cuts(timeline: Timeline) -> Iterator[list[Timeline]]:
    """Yield ways to cut a timeline, those with fewer parts first."""
    events = sorted(timeline.events, key=lambda event: event.date)
    dates = sorted(era.date for era in timeline.eras)
    eras = [[event for event in events if low <= event.date < high] for low, high in pairwise([-1e9, *dates, 1e9])]
    for count in range(2, len(events) + 1):
        if count == len(eras) and all(eras):
            yield _parts(timeline, eras)
        ends = [round(len(events) * number / count) for number in range(count + 1)]
        yield _parts(timeline, [events[start:end] for start, end in pairwise(ends)])


def _parts(timeline: Timeline, groups: Sequence[Sequence[Event]]) -> list[Timeline]:
    """Give each group of events the eras that fall into its time, and an alternative text of its own."""
    starts = [-1e9, *(group[0].date for group in groups[1:]), 1e9]
    return [
        _part(timeline, tuple(group), tuple(era for era in timeline.eras if start <= era.date < end))
        for group, (start, end) in zip(groups, pairwise(starts), strict=True)
    ]


def _part(timeline: Timeline, events: tuple[Event, ...], eras: tuple[Era, ...]) -> Timeline:
    """Return what a slide has of a timeline, described in the order of its dates."""
    said = [*((one.date, f"{one.head} {one.text}") for one in events), *((one.date, one.text) for one in eras)]
    said.sort(key=itemgetter(0))  # of one date they are told as their author has them
    return replace(timeline, events=events, eras=eras, alt="; ".join(text for _, text in said))

"""Labels of a timeline: to scale along the axis, and none over another."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import pytest

from coursepack.render.slides.content import Era, Event, Timeline
from coursepack.render.slides.measure.lanes import plan

if TYPE_CHECKING:
    from collections.abc import Callable

    from coursepack.render.slides.layouts import Design
    from coursepack.render.slides.measure.faces import Faces
    from coursepack.render.slides.measure.lanes import TimelineLayout


@pytest.fixture
def draw(design: Design, twins: Faces) -> Callable[..., TimelineLayout]:
    frame = design.layouts["timeline"].frames["timeline"]

    def one(events: list[tuple[float, int, str]], eras: list[tuple[float, str]] | None = None) -> TimelineLayout:
        listed = tuple(Event(date, lane, str(int(date)), text) for date, lane, text in events)
        remarks = tuple(Era(date, text) for date, text in eras or [])
        return plan(Timeline(listed, remarks, "alt"), frame, design.timeline, twins)

    return one


def test_dates_stand_to_scale(draw: Callable[..., TimelineLayout]) -> None:
    drawing = draw([(1950, 1, "a"), (1975, 2, "b"), (2000, 1, "c")])
    x = {spot.event.text: spot.x for spot in drawing.spots}
    assert x["b"] - x["a"] == pytest.approx(x["c"] - x["b"])
    assert len(drawing.ticks) == 6


@pytest.mark.parametrize(
    ("first", "last", "ticks"),
    [(1945, 1999, 6), (2000.5, 2004.5, 4), (1990.5, 1991.25, 10), (1990 + 182 / 365, 1990 + 189 / 365, 8)],
)
def test_the_axis_is_marked_by_decades_years_months_or_days(
    draw: Callable[..., TimelineLayout], first: float, last: float, ticks: int
) -> None:
    assert len(draw([(first, 1, "a"), (last, 2, "b")]).ticks) == ticks


def test_the_first_lane_is_above_the_axis_and_the_second_below(
    draw: Callable[..., TimelineLayout], design: Design
) -> None:
    above, below = draw([(1950, 1, "a"), (1960, 2, "b")]).spots
    assert above.box.bottom < design.timeline.axis < below.box.top


@pytest.mark.parametrize("lane", [1, 2])
def test_crowded_labels_do_not_overlap(draw: Callable[..., TimelineLayout], lane: int) -> None:
    crowd = [(year, lane, "Some event") for year in (1945, 1949, 1956, 1990, 1991, 1993, 2011)]
    drawing = draw([*crowd, (2023, lane, "The last one")])
    assert drawing.whole
    for one, other in combinations(drawing.spots, 2):
        assert not one.box.nears(other.box)
        assert not one.stem.nears(other.box)
        assert not other.stem.nears(one.box)


def test_a_remark_stands_clear_of_stems_and_labels(draw: Callable[..., TimelineLayout]) -> None:
    drawing = draw([(1945, 1, "a"), (1990, 1, "Kuwait mandate"), (2020, 1, "b")], [(1989, "The Cold War ends")])
    (remark,) = drawing.remarks
    assert not any(remark.box.nears(box) for spot in drawing.spots for box in (spot.box, spot.stem))


def test_two_events_of_one_day_are_both_drawn(draw: Callable[..., TimelineLayout]) -> None:
    drawing = draw([(1949, 1, "One"), (1949, 1, "Other")])
    assert drawing.whole
    assert not drawing.spots[0].box.nears(drawing.spots[1].box)


def test_no_label_or_remark_leaves_the_frame(draw: Callable[..., TimelineLayout], design: Design) -> None:
    """The last event stands at the right end: its label has room on the left of its stem alone."""
    left, _, width, _ = design.layouts["timeline"].frames["timeline"].at
    long = "An event with a name of some length"
    drawing = draw([(1900, 1, long), (1999, 1, long), (2000, 2, long)], [(1998, "An era that begins late")])
    assert drawing.whole
    for box in (*(spot.box for spot in drawing.spots), *(remark.box for remark in drawing.remarks)):
        assert left <= box.left
        assert box.right <= left + width
    assert [spot.turned for spot in drawing.spots] == [False, True, True]


def test_a_label_longer_than_the_frame_is_no_whole_drawing(draw: Callable[..., TimelineLayout]) -> None:
    assert not draw([(1900, 1, "Much too long. " * 30), (2000, 2, "Short")]).whole


def test_ticks_are_the_decades_between_the_first_and_the_last_event(draw: Callable[..., TimelineLayout]) -> None:
    assert len(draw([(1945, 1, "a"), (1991, 2, "b")]).ticks) == 5  # 1950 to 1990
    assert len(draw([(1950, 1, "a"), (1960, 2, "b")]).ticks) == 2

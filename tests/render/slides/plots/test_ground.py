"""Where points of a line stand in a plot, and on which side of one a label is free. Inches; y runs downwards."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from coursepack.chart import Chart, Series
from coursepack.render.geometry import Box, Point
from coursepack.render.slides.plots.ground import Ground, error_boxes
from coursepack.render.slides.plots.plot import Axis

if TYPE_CHECKING:
    from coursepack.render.slides.plots.plot import Canvas

PLOT = Box(1, 0.5, 9, 3.5)  # 8 by 3 inches
LINES = (("40", True),)


@pytest.fixture
def ground(canvas: Canvas) -> Ground:
    return Ground(canvas, PLOT, Axis(2000, 2040, 10), Axis(-10, 50, 10))


def test_a_point_stands_to_both_scales(ground: Ground) -> None:
    assert ground.at(2000, -10) == Point(1, 3.5)
    assert ground.at(2040, 50) == Point(9, 0.5)
    assert ground.at(2010, 20) == Point(3, 2)


def test_a_label_stands_above_its_point_and_below_a_trough(ground: Ground) -> None:
    assert ground.label(0, ground.at(2010, 20), LINES, trough=False).position == "t"
    assert ground.label(1, ground.at(2030, 20), LINES, trough=True).position == "b"


def test_a_label_keeps_clear_of_those_before_it_and_of_the_lines(ground: Ground) -> None:
    at = ground.at(2010, 20)
    sides = [ground.label(index, at, LINES, trough=False).position for index in range(3)]
    assert sides == ["t", "b", "t"]  # beside its point the third would meet both: then it stands where it would first
    rising = replace(ground, taken=[], curves=((ground.at(2010, -10), ground.at(2010, 50)),))
    assert rising.label(0, at, LINES, trough=False).position in "lr"


def test_a_label_at_the_edge_is_moved_into_the_plot(ground: Ground) -> None:
    at, width = ground.at(2000, 20), ground.canvas.extent(LINES)[0]
    label = ground.label(0, at, LINES, trough=False)
    assert label.shift
    # Its left edge would be half its width outside; it is .06 inches inside.
    assert label.shift[0] * ground.canvas.width == pytest.approx(width / 2 + 0.06)
    assert ground.label(0, ground.at(2020, 20), LINES, trough=False).shift is None


def test_a_label_stands_beyond_the_end_of_an_error_bar(ground: Ground) -> None:
    below, above = ground.reach((5, 10))
    assert (below, above) == pytest.approx((0.25, 0.5))  # 60 of the scale are 3 inches
    label = ground.label(0, ground.at(2020, 20), LINES, trough=False, reach=(below, above))
    assert label.position == "t"
    assert label.shift
    assert label.shift[1] * ground.canvas.whole == pytest.approx(-0.5)


def test_error_bars_take_what_they_reach(ground: Ground) -> None:
    series = Series("Rain", (20, 30, None), ((10, 5), None, (1, 1)))
    chart = Chart("line", ("a", "b", "c"), (series,), "mm", "en")
    (box,) = error_boxes(chart, (2010, 2020, 2030), ground)
    assert (box.top, box.bottom) == pytest.approx((ground.at(0, 25).y, ground.at(0, 10).y))
    assert box.centre.x == pytest.approx(3)


def test_the_name_of_a_line_that_runs_out_stands_beside_it_clear_of_all_lines(ground: Ground) -> None:
    own = {0: ground.at(2000, 0), 1: ground.at(2010, 10), 2: ground.at(2020, 20)}
    other = (ground.at(2000, 45), ground.at(2040, 45))
    lined = replace(ground, curves=(tuple(own.values()), other))
    places = lined.places_beside_line(own, 0, LINES)
    assert places
    for place in places:
        assert place.box.right <= ground.canvas.width
        assert not any(place.box.holds_some_of(curve) for curve in lined.curves)
    best = min(places, key=lambda one: one.cost)
    label = lined.named(best, own[best.index], LINES)
    assert label.index == best.index
    assert label.position == {"above": "t", "below": "b", "left": "l", "right": "r"}[best.side]

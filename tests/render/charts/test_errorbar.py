"""Error bars: from the upper end to the lower, with caps at both. Points; y runs downwards."""

from __future__ import annotations

from coursepack.chart import Chart, Series
from coursepack.render.charts.errorbar import all_upright, capped, upright
from coursepack.render.charts.scale import Scale
from coursepack.render.geometry import Point, Segment

Y = Scale(0, 100, 200, 0)  # two points a unit
X = Scale(2000, 2010, 0, 100)


def test_a_bar_reaches_below_and_above_its_value() -> None:
    assert upright(5, 50, (10, 20), Y) == Segment(Point(5, 60), Point(5, 120))
    assert upright(5, 50, (0, 20), Y) == Segment(Point(5, 60), Point(5, 100))
    assert upright(5, 50, (0, 0), Y) is None


def test_caps_stand_across_both_ends() -> None:
    bar = Segment(Point(5, 60), Point(5, 120))
    assert capped(bar) == (bar, Segment(Point(2.4, 60), Point(7.6, 60)), Segment(Point(2.4, 120), Point(7.6, 120)))


def test_all_bars_of_a_chart_stand_at_their_places() -> None:
    series = (Series("a", (50, None, 10), ((10, 10), (1, 1), None)), Series("b", (1, 20, 3), (None, (5, 5), None)))
    chart = Chart("line", ("2000", "2005", "2010"), series, "mm", "en", positions=(2000, 2005, 2010))
    assert all_upright(chart, X, Y) == (Segment(Point(0, 80), Point(0, 120)), Segment(Point(50, 150), Point(50, 170)))

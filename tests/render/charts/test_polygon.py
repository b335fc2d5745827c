from __future__ import annotations

from itertools import pairwise
from math import hypot, sqrt

import pytest

from coursepack.render.charts.polygon import hatched, on_circle, wedge
from coursepack.render.geometry import Point

SQUARE = (Point(0, 0), Point(20, 0), Point(20, 20), Point(0, 20))


@pytest.mark.parametrize("falling", [False, True])
def test_lines_at_45_degrees_stand_4_2_points_apart_and_end_on_the_rim(*, falling: bool) -> None:
    lines = hatched(SQUARE, falling=falling)
    sign = -1 if falling else 1
    sums = sorted(sign * start.x + start.y for start, _ in lines)
    assert all(sign * end.x + end.y == pytest.approx(sign * start.x + start.y) for start, end in lines)
    apart = [(after - before) / sqrt(2) for before, after in pairwise(sums)]
    assert apart == pytest.approx([4.2] * len(apart))
    ends = [point for line in lines for point in line]
    assert all(min(abs(x), abs(y), abs(x - 20), abs(y - 20)) < 1e-6 for x, y in ends)


def test_a_polygon_inside_another_is_a_hole() -> None:
    hole = (Point(5, 5), Point(15, 5), Point(15, 15), Point(5, 15))
    lines = hatched(SQUARE, hole)
    middles = [((start.x + end.x) / 2, (start.y + end.y) / 2) for start, end in lines]
    assert len(lines) > len(hatched(SQUARE))
    assert not [1 for x, y in middles if 5 < x < 15 and 5 < y < 15]


def test_the_hatching_of_all_polygons_is_in_step() -> None:
    moved = tuple(Point(x + 7, y) for x, y in SQUARE)
    pitch = 4.2 * sqrt(2)
    for start, _ in [*hatched(SQUARE), *hatched(moved)]:
        assert (start.x + start.y) / pitch == pytest.approx(round((start.x + start.y) / pitch))


def test_a_polygon_with_a_bay_is_filled_on_both_sides_of_it() -> None:
    outline = ((0, 0), (10, 0), (10, 30), (20, 30), (20, 0), (30, 0), (30, 40), (0, 40))
    lines = hatched(tuple(Point(*at) for at in outline))
    middles = [((start.x + end.x) / 2, (start.y + end.y) / 2) for start, end in lines]
    assert not [at for at in middles if 10 < at[0] < 20 and at[1] < 30]
    assert [at for at in middles if at[0] < 10]
    assert [at for at in middles if at[0] > 20]


def test_turns_begin_at_the_top_and_go_clockwise() -> None:
    centre = Point(50, 50)
    for turn, place in ((0, (50, 40)), (0.25, (60, 50)), (0.5, (50, 60)), (0.75, (40, 50))):
        assert on_circle(centre, 10, turn) == pytest.approx(place)


def test_a_wedge_has_the_middle_and_a_whole_pie_has_not() -> None:
    centre = Point(0, 0)
    quarter, whole = wedge(centre, 10, 0, 0.25), wedge(centre, 10, 0, 1)
    assert quarter[0] == centre
    assert quarter[1] == pytest.approx((0, -10))
    assert quarter[-1] == pytest.approx((10, 0))
    assert centre not in whole
    assert all(hypot(*point) == pytest.approx(10) for point in whole)
    assert len(whole) == 181  # a step of two degrees

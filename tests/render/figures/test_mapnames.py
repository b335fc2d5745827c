"""Names on maps: inside their country where they fit, else beside it, and off all dots."""

from __future__ import annotations

from itertools import product
from math import dist

from chart_cases import lettering

from coursepack.render.charts.label import Block, Line
from coursepack.render.figures.mapnames import of_country, of_place
from coursepack.render.geometry import Box, Point

FRAME = Box(0, 0, 400, 400)


def square(left: float, top: float, side: float) -> tuple[Point, ...]:
    return tuple(Point(left + x * side, top + y * side) for x, y in ((0, 0), (1, 0), (1, 1), (0, 1)))


NAME = Block((Line("Mali"),), lettering())


def test_a_name_stands_in_the_largest_part_of_its_country() -> None:
    spots = of_country(NAME, [square(10, 10, 20), square(100, 100, 200)], FRAME, [])
    best = min(spots, key=lambda spot: spot.cost)
    assert best.leader is None
    assert best.box.within(Box(100, 100, 300, 300))
    # Of ten places across, one of the middle two.
    assert dist(best.box.centre, Point(200, 200)) < 200 / 11


def test_where_a_country_is_too_small_the_name_is_beside_it_at_a_leader() -> None:
    best = min(of_country(NAME, [square(200, 200, 4)], FRAME, []), key=lambda spot: spot.cost)
    assert best.leader is not None
    assert not best.box.overlaps(Box(200, 200, 204, 204))


def test_no_name_lies_on_a_dot_or_leaves_the_frame() -> None:
    dots = [Box(195, 195, 205, 205)]
    found = [*of_country(NAME, [square(100, 100, 200)], FRAME, dots), *of_place(NAME, Point(200, 200), FRAME, dots)]
    assert found
    assert not [spot for spot, dot in product(found, dots) if spot.box.overlaps(dot)]
    assert of_place(NAME, Point(200, 200), Box(199, 199, 201, 201), []) == []


def test_a_place_is_named_at_its_right_if_there_is_room() -> None:
    best = min(of_place(NAME, Point(200, 200), FRAME, []), key=lambda spot: spot.cost)
    assert (best.box.left, best.align) == (204, "start")
    edge = min(of_place(NAME, Point(395, 200), FRAME, []), key=lambda spot: spot.cost)
    assert (edge.box.right, edge.align) == (391, "end")

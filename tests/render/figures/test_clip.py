"""Polygons and lines at the edges of a box."""

from __future__ import annotations

from coursepack.render.figures import clip
from coursepack.render.geometry import Box, Point

BOX = Box(0, 0, 10, 10)


def points(*places: tuple[float, float]) -> tuple[Point, ...]:
    return tuple(Point(*place) for place in places)


def test_a_polygon_inside_stays_and_one_outside_goes() -> None:
    inside = points((1, 1), (9, 1), (5, 9))
    assert set(clip.polygon(inside, BOX)) == set(inside)
    assert clip.polygon(points((11, 1), (19, 1), (15, 9)), BOX) == ()


def test_a_polygon_is_cut_at_the_edges() -> None:
    cut = clip.polygon(points((-5, 5), (5, -5), (15, 5), (5, 15)), BOX)
    assert set(cut) == set(points((0, 0), (10, 0), (10, 10), (0, 10)))
    assert clip.polygon(points((-5, -5), (15, -5), (15, 15), (-5, 15)), BOX)


def test_a_line_is_cut_into_the_pieces_that_are_seen() -> None:
    line = points((-5, 5), (5, 5), (5, 15), (8, 15), (8, 5))
    assert clip.line(line, BOX) == (points((0, 5), (5, 5), (5, 10)), points((8, 10), (8, 5)))
    assert clip.line(points((-5, 5), (-1, 5)), BOX) == ()

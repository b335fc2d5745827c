"""Plane geometry, by hand on small numbers and beside a walk along each line in small steps."""

from __future__ import annotations

from math import sqrt
from random import Random

import pytest

from coursepack.render.geometry import Box, Point, Segment, bounding_box

BOX = Box(10, 10, 30, 20)


def line(x1: float, y1: float, x2: float, y2: float) -> Segment:
    return Segment(Point(x1, y1), Point(x2, y2))


def test_a_box_knows_its_sides_and_its_middle() -> None:
    assert (BOX.width, BOX.height, BOX.centre) == (20, 10, Point(20, 15))
    assert BOX.grown(2) == Box(8, 8, 32, 22)


@pytest.mark.parametrize(
    ("other", "overlaps", "nears"),
    [
        (Box(15, 12, 20, 15), True, True),  # inside
        (Box(30, 10, 40, 20), True, False),  # edge to edge
        (Box(30, 20, 40, 30), True, False),  # corner to corner
        (Box(31, 10, 40, 20), False, False),
        (Box(10, 21, 30, 30), False, False),
        (Box(0, 0, 40, 40), True, True),  # around it
        (Box(0, 14, 40, 16), True, True),  # across it
    ],
)
def test_touching_is_overlapping_and_is_not_near(other: Box, overlaps: bool, nears: bool) -> None:  # noqa: FBT001 a case
    assert BOX.overlaps(other) == other.overlaps(BOX) == overlaps
    assert BOX.nears(other) == other.nears(BOX) == nears


def test_air_counts_sideways_alone() -> None:
    assert BOX.nears(Box(33, 10, 40, 20), 4)
    assert not BOX.nears(Box(34, 10, 40, 20), 4)
    assert not BOX.nears(Box(10, 20, 30, 25), 4)


@pytest.mark.parametrize(("other", "within"), [(BOX, True), (Box(9, 0, 31, 21), True), (Box(11, 0, 40, 40), False)])
def test_a_box_is_within_what_holds_all_of_it(other: Box, within: bool) -> None:  # noqa: FBT001 a case
    assert BOX.within(other) == within


@pytest.mark.parametrize(
    ("segment", "crosses"),
    [
        (line(0, 15, 40, 15), True),
        (line(20, 0, 20, 40), True),
        (line(0, 0, 40, 30), True),
        (line(12, 12, 14, 14), True),  # inside
        (line(20, 15, 99, 99), True),  # from inside
        (line(30, 0, 30, 40), True),  # along its edge
        (line(0, 25, 40, 25), False),
        (line(0, 0, 9, 40), False),
        (line(0, 18, 18, 40), False),  # past its corner, inside its rows and columns
        (line(31, 9, 32, 8), False),
    ],
)
def test_a_line_through_a_box(segment: Segment, crosses: bool) -> None:  # noqa: FBT001 a case
    assert BOX.crossed_by(segment) == BOX.crossed_by(Segment(segment.end, segment.start)) == crosses


@pytest.mark.parametrize(
    "seed", [*range(6), *(pytest.param(seed, marks=pytest.mark.thorough) for seed in range(6, 20))]
)
def test_lines_cross_the_boxes_that_a_walk_along_them_comes_through(seed: int) -> None:
    random = Random(seed)  # noqa: S311 a test's chance
    for _ in range(30):
        segment = line(*(random.uniform(0, 40) for _ in range(4)))
        walked = [Point(*(a + (b - a) * step / 400 for a, b in zip(*segment, strict=True))) for step in range(401)]
        inside = any(BOX.nearest(point) == point for point in walked)
        near = any(BOX.grown(0.2).nearest(point) == point for point in walked)
        assert not inside or BOX.crossed_by(segment)
        assert near or not BOX.crossed_by(segment)
        far = min(Segment(point, BOX.nearest(point)).length for point in walked)
        assert BOX.distance(segment) == pytest.approx(far, abs=0.2)


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        (line(0, 0, 10, 10), line(0, 10, 10, 0), True),
        (line(0, 0, 10, 0), line(10, 0, 10, 5), True),  # at an end
        (line(0, 0, 10, 0), line(5, 0, 15, 0), True),  # along each other
        (line(0, 0, 10, 0), line(11, 0, 15, 0), False),  # in one row, apart
        (line(0, 0, 10, 0), line(0, 1, 10, 1), False),
        (line(0, 0, 4, 4), line(0, 10, 10, 0), False),  # would meet farther on
    ],
)
def test_two_lines_that_meet(one: Segment, other: Segment, meet: bool) -> None:  # noqa: FBT001 a case
    assert one.meets(other) == other.meets(one) == meet


def test_lengths_and_distances_are_those_of_pythagoras() -> None:
    assert line(0, 0, 3, 4).length == 5
    assert line(0, 0, 10, 0).distance(Point(5, 3)) == 3
    assert line(0, 0, 10, 0).distance(Point(13, 4)) == 5  # beyond its end
    assert line(2, 2, 2, 2).distance(Point(5, 6)) == 5  # a point
    assert BOX.distance(line(0, 0, 7, 6)) == pytest.approx(5)
    assert BOX.distance(line(0, 35, 40, 10)) == 0
    assert BOX.distance(line(31, 0, 40, 9)) == pytest.approx(sqrt(60.5))


def test_a_line_is_cut_at_both_ends_along_its_way() -> None:
    assert line(0, 0, 30, 40).trimmed(5, 10) == line(3, 4, 24, 32)
    assert line(7, 7, 7, 7).trimmed(1, 1) == line(7, 7, 7, 7)


def test_bounds_are_the_same_whichever_way_a_line_goes() -> None:
    assert line(3, 9, 1, 2).bounds == line(1, 2, 3, 9).bounds == Box(1, 2, 3, 9)


def test_a_curve_that_only_touches_a_box_is_not_in_it() -> None:
    assert BOX.holds_some_of([(0, 15), (40, 15)])
    assert BOX.holds_some_of([(0, 0), (20, 15), (40, 0)])
    assert not BOX.holds_some_of([(0, 10), (40, 10)])
    assert not BOX.holds_some_of([(0, 0), (9, 40)])


def test_the_box_around_some_holds_all_of_them() -> None:
    assert bounding_box([Box(1, 5, 2, 6), Box(0, 7, 1, 8)]) == Box(0, 5, 2, 8)

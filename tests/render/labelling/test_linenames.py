from __future__ import annotations

from itertools import pairwise

import pytest

from coursepack.render.geometry import Box, Point, Segment
from coursepack.render.labelling.ground import Ground, Size
from coursepack.render.labelling.linenames import Name, places_beside_line, runs_out

FRAME = Box(0, 0, 200, 100)


def curve(*points: tuple[float, float]) -> tuple[Segment, ...]:
    return tuple(Segment(Point(*start), Point(*end)) for start, end in pairwise(points))


def ground(*curves: tuple[Segment, ...]) -> Ground:
    return Ground(FRAME, (), tuple(line for one in curves for line in one), (), curves)


def ends(line: tuple[Segment, ...]) -> dict[int, Point]:
    return dict(enumerate((*(piece.start for piece in line), line[-1].end)))


@pytest.mark.parametrize("values", [(100.0, 357.0, 8.0, 0.0), (100.0, 40.0, 5.0, None)])
def test_a_line_runs_out_that_comes_down_to_a_twentieth_of_its_highest(values: tuple[float | None, ...]) -> None:
    assert runs_out(values)


@pytest.mark.parametrize("values", [(100.0, 40.0, 6.0), (0.0, 0.0), (-3.0, -1.0), (None,), ()])
def test_no_other_line_runs_out(values: tuple[float | None, ...]) -> None:
    assert not runs_out(values)


def test_a_name_stands_right_of_the_top_where_it_is_free() -> None:
    line = curve((10, 90), (40, 20), (60, 90))
    best = min(places_beside_line(ends(line), Name(Size(50, 8), 0, 4), ground(line)), key=lambda place: place.cost)
    assert (best.index, best.side) == (1, "right")


def test_no_place_is_hardly_nearer_to_the_own_curve_than_to_another() -> None:
    line, other = curve((10, 50), (190, 50)), curve((10, 44), (190, 44))
    places = places_beside_line(ends(line), Name(Size(20, 8), 0, 4), ground(line, other))
    assert places
    assert all(place.side in ("below", "left", "right") or place.box.top > 50 for place in places)
    between = curve((10, 50), (190, 50)), curve((10, 44), (190, 44)), curve((10, 56), (190, 56))
    assert places_beside_line({0: Point(100, 50)}, Name(Size(20, 8), 0, 4), ground(*between)) == []


def test_a_name_keeps_off_boxes_and_in_the_frame() -> None:
    line = curve((10, 90), (40, 20), (60, 90))
    bare = Ground(FRAME, (Box(41, 0, 200, 60),), line, (), (line,))
    places = places_beside_line(ends(line), Name(Size(50, 8), 0, 4), bare)
    assert all((place.box.within(FRAME) and place.box.left < 41) or place.box.top > 60 for place in places)

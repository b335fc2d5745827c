"""Projections: the numbers of their sources, and areas that stay true."""

from __future__ import annotations

from math import cos, pi, radians, sqrt

import pytest

from coursepack.render.figures.projection import azimuthal, equal_earth, projected, projection, unrolled


def test_the_azimuthal_one_gives_the_numbers_of_its_source() -> None:
    point = azimuthal(-100, 40)(100, -20)
    assert point
    # Snyder's example (page 332) has a radius of 3, and y upwards.
    assert (3 * point.x, -3 * point.y) == pytest.approx((-4.2339303, 4.0257775), abs=1e-6)


def test_equal_earth_gives_the_extent_of_its_source() -> None:
    place = equal_earth(0)
    assert place(180, 0).x == pytest.approx(2 * pi / sqrt(3) / 1.340264)  # type: ignore[union-attr]
    assert -place(0, 90).y == pytest.approx(1.3173627591574)  # type: ignore[union-attr]
    assert place(180, 90).x / place(180, 0).x == pytest.approx(0.5929, abs=0.001)  # type: ignore[union-attr]


@pytest.mark.parametrize("place", [azimuthal(15, 50), equal_earth(0)])
@pytest.mark.parametrize(("east", "north"), [(15, 50), (-40, 10), (60, 70), (20, -30)])
def test_areas_are_true(place: object, east: float, north: float) -> None:
    step = 0.01
    corners = [(east, north), (east + step, north), (east + step, north + step), (east, north + step)]
    (x1, y1), (x2, y2), (x3, y3), (x4, y4) = [place(*corner) for corner in corners]  # type: ignore[operator]
    area = abs((x3 - x1) * (y4 - y2) - (x4 - x2) * (y3 - y1)) / 2
    assert area == pytest.approx(radians(step) ** 2 * cos(radians(north + step / 2)), rel=1e-5)


def test_the_world_has_another_projection_than_a_part_of_it() -> None:
    assert projection(-170, -60, 180, 80)(5, 0) == equal_earth(5)(5, 0)
    assert projection(0, 40, 30, 60)(20, 45) == azimuthal(15, 50)(20, 45)


def test_a_line_bends_and_what_lies_behind_is_left_out() -> None:
    line = projected([(-30, 60), (30, 60)], azimuthal(0, 60))
    assert len(line) == 31
    middle, end = line[15], line[0]
    assert middle.y > end.y + 0.05
    assert projected([(180, -60)], azimuthal(0, 60)) == ()


def test_the_next_place_is_reached_by_the_shorter_way() -> None:
    assert list(unrolled([(170, 1), (-170, 2), (175, 3), (-20, 4)])) == [(170, 1), (190, 2), (175, 3), (340, 4)]
    assert list(unrolled([(-170, 0), (170, 0)])) == [(-170, 0), (-190, 0)]

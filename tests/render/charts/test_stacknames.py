"""Names of a stack's parts: beside a part that is large, at the end of a leader, and over nothing. Points."""

from __future__ import annotations

import pytest
from chart_cases import lettering

from coursepack.render.charts.stacknames import ROOM, series_name, spots
from coursepack.render.geometry import Box

FRAME = Box(0, 0, 400, 300)
LARGE, SMALL = Box(100, 100, 140, 180), Box(200, 100, 240, 108)


def test_a_name_is_bold_and_broken_over_three_lines_at_most() -> None:
    own = lettering()
    assert [line.text for line in series_name("Rain", own).lines] == ["Rain"]
    assert all(line.bold for line in series_name("Rain", own).lines)
    long = series_name("Contributions of the members to peacekeeping in all years since then", own)
    assert 1 < len(long.lines) <= 3


def test_the_best_place_is_level_with_the_middle_of_its_part_on_the_right() -> None:
    name = series_name("Rain", lettering())
    best = min(spots(name, [LARGE], [LARGE], FRAME), key=lambda spot: spot.cost)
    assert best.align == "start"
    assert best.box.left > LARGE.right
    assert best.box.centre.y == pytest.approx(LARGE.centre.y)
    assert best.leader
    assert (best.leader.start.y, best.leader.end.y) == pytest.approx((LARGE.centre.y, LARGE.centre.y))


def test_it_stands_on_the_left_where_the_right_is_taken() -> None:
    name, wall = series_name("Rain", lettering()), Box(145, 0, 400, 300)
    found = spots(name, [LARGE], [LARGE, wall], FRAME)
    assert found
    assert {spot.align for spot in found} == {"end"}
    assert all(spot.box.right < LARGE.left for spot in found)


def test_a_large_part_is_named_before_a_small_one() -> None:
    name = series_name("Rain", lettering())
    best = min(spots(name, [SMALL, LARGE], [SMALL, LARGE], FRAME), key=lambda spot: spot.cost)
    assert best.leader
    assert best.leader.start.x < SMALL.left


def test_a_part_of_nothing_has_no_name_beside_it() -> None:
    assert spots(series_name("Rain", lettering()), [Box(100, 100, 140, 100)], [], FRAME) == []


def test_no_place_leaves_the_frame_or_lies_on_a_bar() -> None:
    name = series_name("Rain", lettering())
    for spot in spots(name, [LARGE, SMALL], [LARGE, SMALL], FRAME):
        assert spot.box.within(FRAME)
        assert not any(spot.box.overlaps(bar) for bar in (LARGE, SMALL))


def test_the_room_beside_a_bar_is_just_enough() -> None:
    name = series_name("Rain", lettering())
    wide = LARGE.right + name.width + ROOM
    assert spots(name, [LARGE], [LARGE], Box(LARGE.left, 0, wide, 300))
    assert not spots(name, [LARGE], [LARGE], Box(LARGE.left, 0, wide - 5, 300))

"""Spots around a labelled point. The ground is 200 by 200 pt, the label two dozen pt wide at most."""

from __future__ import annotations

import pytest
from chart_cases import lettering

from coursepack.render.charts.label import block
from coursepack.render.charts.pointspots import DOT, KeyPoint, spots
from coursepack.render.geometry import Box, Point, Segment
from coursepack.render.labelling.ground import Ground, Side

FRAME = Box(0, 0, 200, 200)
AT = Point(100, 100)


def point(side: Side = "above", at: Point = AT, **more: bool) -> KeyPoint:
    return KeyPoint(at, block(lettering(), "2015"), side, **more)


def ground(*boxes: Box, lines: tuple[Segment, ...] = (), grid: tuple[Segment, ...] = ()) -> Ground:
    return Ground(FRAME, boxes, lines, grid)


def level(y: float, left: float = 0, right: float = 200) -> Segment:
    return Segment(Point(left, y), Point(right, y))


@pytest.mark.parametrize("side", ["above", "below", "left", "right"])
def test_the_best_spot_is_near_the_middle_of_the_side_that_is_liked(side: Side) -> None:
    best = min(spots(point(side), ground(), all_of_them=False), key=lambda spot: spot.cost)
    (x, y) = best.box.centre
    away = {"above": (0, -1), "below": (0, 1), "left": (-1, 0), "right": (1, 0)}[side]
    assert best.leader is None
    assert [(place > 0.1) - (place < -0.1) for place in (x - AT.x, y - AT.y)] == list(away)
    gap = {"above": AT.y - best.box.bottom, "below": best.box.top - AT.y}
    gap |= {"left": AT.x - best.box.right, "right": best.box.left - AT.x}
    assert DOT < gap[side] < 3 * DOT
    assert best.align == {"above": "middle", "below": "middle", "left": "end", "right": "start"}[side]


def test_every_spot_is_in_the_frame_and_off_dots_and_lines() -> None:
    line, dot = level(92), Box(110, 90, 130, 110)
    found = spots(point(), ground(dot, lines=(line,)), all_of_them=True)
    assert found
    for spot in found:
        assert spot.box.within(FRAME)
        assert not spot.box.overlaps(dot)
        assert spot.box.distance(line) > 2.5


def hemmed() -> Ground:
    """All is full for 30 pt around the point, but for a gap at its upper right."""
    return ground(*(Box(*edges) for edges in ((70, 60, 98, 130), (98, 104, 130, 130), (104, 90, 130, 104))))


def test_where_there_is_no_room_near_a_leader_leads_to_the_label_unless_it_can_be_left_out() -> None:
    found = spots(point(), hemmed(), all_of_them=True)
    assert found
    assert all(spot.leader is not None for spot in found)
    assert spots(point(optional=True), hemmed(), all_of_them=True) == []


def test_a_leader_leaves_its_dot_free_and_runs_into_no_other() -> None:
    for spot in spots(point(), hemmed(), all_of_them=True):
        assert spot.leader
        assert spot.leader.length > 0
        assert Segment(AT, spot.leader.start).length > DOT
        assert not any(box.crossed_by(spot.leader) for box in hemmed().boxes)


def test_a_spot_whose_leader_crosses_a_line_is_the_last_to_be_taken() -> None:
    barrier = Segment(Point(0, 55), Point(200, 55))
    found = spots(point(), Ground(FRAME, hemmed().boxes, (barrier,), ()), all_of_them=True)
    across = [spot.cost for spot in found if spot.leader and spot.leader.meets(barrier)]
    rest = [spot.cost for spot in found if spot.leader and not spot.leader.meets(barrier)]
    assert across
    assert rest
    assert min(across) > min(rest) + 50


def test_a_gridline_behind_a_label_is_rather_avoided() -> None:
    plain = {(spot.box, spot.cost) for spot in spots(point(), ground(), all_of_them=False)}
    grid = level(85)
    for spot in spots(point(), ground(grid=(grid,)), all_of_them=False):
        (before,) = [cost for box, cost in plain if box == spot.box]
        assert spot.cost > before if spot.box.crossed_by(grid) else spot.cost >= before


def test_a_label_at_the_edge_is_moved_into_the_frame_and_set_flush_with_it() -> None:
    for x, align in ((1, "start"), (199, "end")):
        found = spots(point(at=Point(x, 100)), ground(), all_of_them=False)
        moved = [spot for spot in found if x in (1, 199) and spot.box.left * (200 - spot.box.right) == 0]
        assert moved
        assert {spot.align for spot in moved if spot.box.bottom < 100 or spot.box.top > 100} == {align}


def test_the_name_at_a_lines_end_stands_at_its_right() -> None:
    found = spots(point(at=Point(150, 100), is_end=True), ground(), all_of_them=False)
    assert all(spot.box.left > 150 and spot.align == "start" for spot in found)
    best = min(found, key=lambda spot: spot.cost)
    assert best.leader is None
    assert best.box.centre.y == pytest.approx(100)
    assert any(spot.leader for spot in found)

"""Places of a chart's labels: two may be taken together if neither boxes nor leaders meet. Points."""

from __future__ import annotations

from chart_cases import lettering

from coursepack.render.charts.label import Block
from coursepack.render.charts.spot import Spot
from coursepack.render.geometry import Box, Point, Segment

NAME = Block((), lettering())


def spot(left: float, top: float, leader: tuple[float, float, float, float] | None = None) -> Spot:
    """Return a place of 20 by 10, with a leader from one point to another."""
    line = Segment(Point(*leader[:2]), Point(*leader[2:])) if leader else None
    return Spot(NAME, Box(left, top, left + 20, top + 10), "start", line, 0)


def both(one: Spot, other: Spot) -> bool:
    """Ask both, who have to agree."""
    assert one.allows(other) is other.allows(one)
    return one.allows(other)


def test_two_labels_have_2_2_points_between_them() -> None:
    assert both(spot(0, 0), spot(0, 12.3))
    assert not both(spot(0, 0), spot(0, 12.1))
    assert both(spot(0, 0), spot(22.3, 0))
    assert not both(spot(0, 0), spot(22.1, 0))


def test_no_leader_crosses_the_other_label() -> None:
    assert not both(spot(0, 0, (25, 50, 65, 50)), spot(35, 45))
    assert both(spot(0, 0, (25, 50, 30, 50)), spot(35, 45))


def test_no_leaders_cross() -> None:
    assert not both(spot(0, 0, (30, 30, 50, 50)), spot(80, 0, (30, 50, 50, 30)))
    assert both(spot(0, 0, (30, 30, 50, 50)), spot(80, 0, (60, 50, 75, 30)))

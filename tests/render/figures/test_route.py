"""Lines of diagrams: from the side of one box to the side of another, and never through a third."""

from __future__ import annotations

from itertools import pairwise

import pytest

from coursepack.render.figures.route import Arrow, Link, Node, route
from coursepack.render.geometry import Box, Point, Segment

TOP, LEFT, BOTTOM, RIGHT = range(4)


def node(name: str, x: float, y: float, wide: float = 40, high: float = 20) -> Node:
    """Return a box around a place."""
    return Node(name, Box(x - wide / 2, y - high / 2, x + wide / 2, y + high / 2), (name,))


def lines(*arrows: str, nodes: list[Node], right: bool = True) -> list[Link]:
    """Route arrows without words, each written as two names of one letter."""
    made = [Arrow(arrow[0], arrow[1], "->", "") for arrow in arrows]
    return route(made, [((), 0.0, 0.0)] * len(made), {one.id: one for one in nodes}, right=right)


def pieces(link: Link) -> list[Segment]:
    return [Segment(*pair) for pair in pairwise(link.points)]


def test_a_line_to_the_right_goes_from_the_right_side_to_the_left_one() -> None:
    (link,) = lines("ab", nodes=[node("a", 20, 10), node("b", 120, 10)])
    assert link.sides == (RIGHT, LEFT)
    assert link.points == (Point(40, 10), Point(100, 10))
    assert link.is_level


def test_a_line_down_goes_from_the_lower_side_to_the_upper_one() -> None:
    (link,) = lines("ab", nodes=[node("a", 20, 10), node("b", 20, 90)], right=False)
    assert link.sides == (BOTTOM, TOP)
    assert link.points == (Point(20, 20), Point(20, 80))
    assert not link.is_level


def test_lines_to_two_boxes_below_leave_from_beneath() -> None:
    made = lines(
        "ab",
        "ac",
        nodes=[node("a", 120, 13, 104, 27), node("b", 64, 70, 96, 40), node("c", 174, 70, 100, 40)],
        right=False,
    )
    assert [link.sides for link in made] == [(BOTTOM, TOP)] * 2


@pytest.mark.parametrize(("right", "sides"), [(True, (LEFT, RIGHT)), (False, (TOP, BOTTOM))])
def test_a_line_back_leaves_at_the_other_side(right: bool, sides: tuple[int, int]) -> None:  # noqa: FBT001 a case
    far = node("b", 120, 10) if right else node("b", 20, 90)
    (link,) = lines("ba", nodes=[node("a", 20, 10), far], right=right)
    assert link.sides == sides


def test_a_line_never_runs_through_a_box_between_its_ends() -> None:
    nodes = [node("a", 20, 10), node("c", 120, 10), node("b", 220, 10)]
    (link,) = lines("ab", nodes=nodes)
    assert len(link.points) == 4
    assert link.sides[0] == link.sides[1]
    assert not any(nodes[1].box.crossed_by(piece) for piece in pieces(link))
    assert link.points[0].x == 20
    assert link.points[-1].x == 220


def test_a_line_around_runs_beyond_everything_on_its_way() -> None:
    high = node("c", 120, 10, high=100)
    (link,) = lines("ab", nodes=[node("a", 20, 10), high, node("b", 220, 10)])
    outermost = {point.y for point in link.points[1:3]}
    assert len(outermost) == 1
    assert outermost.pop() in {-40 - 14, 60 + 14}  # 14 from the high box, above or below


def test_there_and_back_are_two_lines_and_not_one() -> None:
    nodes = [node("a", 20, 10), node("b", 120, 10)]
    there, back = lines("ab", "ba", nodes=nodes)
    assert there.sides == (RIGHT, LEFT)
    assert back.sides != (LEFT, RIGHT)
    assert set(there.points) != set(back.points)


def test_words_stand_in_the_middle_of_their_line() -> None:
    arrows = [Arrow("a", "b", "--", "runs to")]
    nodes = {one.id: one for one in (node("a", 20, 10), node("b", 120, 10))}
    (link,) = route(arrows, [(("runs to",), 30.0, 12.0)], nodes, right=True)
    assert link.words
    assert link.words.box == Box(55, 4, 85, 16)  # the middle is at 70, 10
    assert (link.kind, link.words.lines) == ("--", ("runs to",))


def test_words_of_a_line_around_stand_on_its_longest_stretch() -> None:
    arrows = [Arrow("a", "b", "->", "over")]
    nodes = {one.id: one for one in (node("a", 20, 10), node("c", 120, 10), node("b", 220, 10))}
    (link,) = route(arrows, [(("over",), 20.0, 12.0)], nodes, right=True)
    assert link.words
    assert link.words.box.centre.x == 120
    assert link.words.box.centre.y == link.points[1].y == link.points[2].y


def test_a_turn_is_a_share_of_the_way_from_end_to_end() -> None:
    """As `adj1` of a bent connector has it: of its width where it leaves sideways, else of its height."""
    level = Link("a", "b", (RIGHT, RIGHT), (Point(0, 0), Point(30, 0), Point(30, 50), Point(20, 50)), "->", None)
    upright = Link("a", "b", (BOTTOM, BOTTOM), (Point(0, 0), Point(0, 15), Point(50, 15), Point(50, 10)), "->", None)
    assert level.bend == pytest.approx(1.5)
    assert upright.bend == pytest.approx(1.5)
    assert level.bounds == Box(0, 0, 20, 50)


def test_a_turn_of_a_line_between_boxes_of_one_height_is_its_distance() -> None:
    """A share of nothing would be no number: the way counts as one."""
    (link,) = lines("ab", nodes=[node("a", 20, 10), node("c", 120, 10), node("b", 220, 10)])
    assert not link.is_level
    assert abs(link.bend) == 14


def test_lines_of_a_ring_meet_no_box() -> None:
    nodes = [node("a", 50, 10), node("b", 150, 60), node("c", 100, 150), node("d", 10, 150), node("e", 70, 80)]
    for link in lines("ab", "bc", "cd", "da", "ac", "bd", nodes=nodes):
        others = (one.box for one in nodes if one.id not in (link.start, link.end))
        assert not any(box.crossed_by(piece) for box in others for piece in pieces(link)), (link.start, link.end)

"""Diagrams laid out: boxes that hold their words and keep apart, in the direction that is asked for."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest

from coursepack.render.figures.graph import Graph, Laid, Size, lay_out
from coursepack.render.figures.route import Arrow
from coursepack.render.geometry import Box

LINE = 12.0
Groups = tuple[tuple[str, tuple[str, ...]], ...]


def measure(text: str, *, bold: bool) -> Size:
    """Every letter is 6 wide, or 7 if it is bold; a bar begins a new line."""
    lines = tuple(text.split("|"))
    return lines, max(map(len, lines)) * (7.0 if bold else 6.0), LINE * len(lines)


def laid(
    *arrows: tuple[str, str, str], right: bool = False, groups: tuple[tuple[str, tuple[str, ...]], ...] = ()
) -> Laid:
    names = dict.fromkeys(name for start, end, _ in arrows for name in (start, end))
    made = tuple(Arrow(start, end, "->", text) for start, end, text in arrows)
    return lay_out(Graph(tuple((name, name) for name in names), made, groups, right), measure, LINE)


WATER = (("spring", "brook", ""), ("brook", "river|and its banks", ""), ("river|and its banks", "sea", ""))


@pytest.mark.parametrize("right", [True, False])
def test_boxes_follow_their_arrows_in_the_direction_that_is_asked_for(right: bool) -> None:  # noqa: FBT001 a case
    places = [one.box.centre.x if right else one.box.centre.y for one in laid(*WATER, right=right).nodes]
    across = {round(one.box.centre.y if right else one.box.centre.x) for one in laid(*WATER, right=right).nodes}
    assert places == sorted(places)
    assert len(across) == 1


def test_a_language_from_the_right_has_its_diagrams_mirrored() -> None:
    arrows = (Arrow("spring", "sea", "->", ""), Arrow("spring", "lake", "->", ""))
    graph = Graph(tuple((name, name) for name in ("spring", "sea", "lake")), arrows, (("Water", ("sea",)),), right=True)
    there, here = (lay_out(replace(graph, leftward=leftward), measure, LINE) for leftward in (False, True))
    for one, other in zip((*there.nodes, *there.frames), (*here.nodes, *here.frames), strict=True):
        assert (other.box.left, other.box.right) == pytest.approx(
            (there.width - one.box.right, there.width - one.box.left)
        )
        assert (other.box.top, other.box.bottom) == (one.box.top, one.box.bottom)
    assert [link.sides for link in there.links] == [(3, 1)] * 2
    assert [link.sides for link in here.links] == [(1, 3)] * 2
    assert here.links[0].points[0].x == pytest.approx(here.nodes[0].box.left)


def test_a_box_holds_its_words_with_air_around_them() -> None:
    for node in laid(*WATER).nodes:
        lines, wide, high = measure(node.id, bold=False)
        assert node.lines == lines
        assert node.box.width > wide + LINE
        assert node.box.height > high + LINE / 2


def test_boxes_keep_apart_and_inside_the_drawing() -> None:
    made = laid(*WATER, ("spring", "lake", ""), ("lake", "sea", ""), ("sea", "spring", "rain"))
    whole = Box(0, 0, made.width, made.height).grown(0.01)
    assert all(node.box.within(whole) for node in made.nodes)
    assert not any(one.box.overlaps(other.box) for one, other in combinations(made.nodes, 2))
    for link in made.links:
        assert all(whole.nearest(point) == point for point in link.points)


def test_the_words_of_lines_that_run_around_stand_inside_the_drawing() -> None:
    arrows = (("a", "b", "meet"), ("b", "c", "yes"), ("b", "d", "yes"), ("a", "c", "mandates"), ("a", "d", "no|never"))
    made = laid(*arrows, right=True)
    whole = Box(0, 0, made.width, made.height).grown(0.01)
    assert [link.words.box for link in made.links if link.words and not link.words.box.within(whole)] == []


FORK = Graph(
    (("un", "un"), ("one", "one"), ("two", "two")),
    (Arrow("un", "one", "->", "may authorise it"), Arrow("un", "two", "->", "may support it")),
    (),
    right=False,
)


def test_boxes_move_apart_where_words_of_two_lines_would_meet() -> None:
    drawing = lay_out(FORK, measure, LINE)
    one, other = (link.words.box for link in drawing.links if link.words)
    assert not one.overlaps(other)
    narrow = lay_out(FORK, measure, LINE, (drawing.width - 1, drawing.height))
    assert narrow.width < drawing.width - 1
    assert len(narrow.links) == 2


def test_the_order_of_boxes_and_arrows_is_the_authors() -> None:
    made = laid(*WATER, ("sea", "spring", "rain"))
    assert [node.id for node in made.nodes] == ["spring", "brook", "river|and its banks", "sea"]
    assert [(link.start, link.end) for link in made.links][-1] == ("sea", "spring")
    assert made.links[-1].words
    assert made.links[-1].words.lines == ("rain",)


def test_a_frame_is_around_its_group_alone_and_has_room_for_its_title() -> None:
    made = laid(*WATER, groups=(("on land", ("spring", "brook")),))
    (frame,) = made.frames
    inside = [node.id for node in made.nodes if node.box.within(frame.box)]
    assert inside == ["spring", "brook"]
    assert not any(node.box.overlaps(frame.box) for node in made.nodes if node.id not in inside)
    assert frame.words.box.within(frame.box)
    assert frame.words.box.width == 7 * len("on land")
    assert not any(frame.words.box.overlaps(node.box) for node in made.nodes)


def test_ids_with_signs_of_graphviz_do_no_harm() -> None:
    made = laid(('a"];b', "node", ""), ("node", "x -> y", "{l}"))
    assert [node.id for node in made.nodes] == ['a"];b', "node", "x -> y"]

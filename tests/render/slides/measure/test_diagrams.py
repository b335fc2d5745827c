"""Diagrams over slides: as large as they go, turned, or in the pieces that their arrows join."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest

from coursepack.render.figures.graph import Graph
from coursepack.render.figures.route import Arrow
from coursepack.render.slides.content import DiagramFigure
from coursepack.render.slides.measure.diagrams import fitted, parted

if TYPE_CHECKING:
    from coursepack.render.look.theme import Floor
    from coursepack.render.slides.layouts import Design, Frame
    from coursepack.render.slides.measure.faces import Faces

FLOORS: dict[Floor, float] = {"body": 18, "source": 14}


@pytest.fixture
def frame(design: Design) -> Frame:
    return design.layouts["diagram"].frames["diagram"]


def chain(names: str, words: str = "{} thing") -> Graph:
    nodes = tuple((name, words.format(name.upper())) for name in names)
    arrows = tuple(Arrow(start, end, "->", "") for start, end in itertools.pairwise(names))
    return Graph(nodes, arrows, (), right=True)


def test_a_small_diagram_has_large_words_and_a_long_row_of_boxes_smaller_ones(frame: Frame, twins: Faces) -> None:
    assert fitted(chain("ab"), frame, FLOORS, twins).size == 28
    found = fitted(chain("abcdef"), frame, FLOORS, twins)
    assert found.fits
    assert found.size < 28


def test_what_no_arrow_joins_is_parted_only_where_it_has_no_room_together(frame: Frame, twins: Faces) -> None:
    two = Graph(chain("ab").nodes + chain("cd").nodes, chain("ab").arrows + chain("cd").arrows, (), right=True)
    assert [part for part, _ in parted(DiagramFigure(two, "x"), frame, FLOORS, twins)] == [DiagramFigure(two, "x")]
    tall = frame.model_copy(update={"at": (*frame.at[:3], 0.8)})
    found = parted(DiagramFigure(two, "x"), tall, FLOORS, twins)
    assert [[name for name, _ in part.graph.nodes] for part, _ in found] == [["a", "b"], ["c", "d"]]
    assert [part.alt for part, _ in found] == ["x (1/2)", "x (2/2)"]
    assert all(fit.fits for _, fit in found)


def test_a_frame_around_boxes_joins_them(frame: Frame, twins: Faces) -> None:
    joined = Graph(chain("ab").nodes, (), (("Both", ("a", "b")),), right=True)
    low = frame.model_copy(update={"at": (*frame.at[:2], 1.0, 0.3)})
    ((part, fit),) = parted(DiagramFigure(joined, "x"), low, FLOORS, twins)
    assert part.graph == joined
    assert not fit.fits


def test_on_a_smaller_slide_the_smallest_words_are_as_much_smaller(frame: Frame, twins: Faces) -> None:
    """What just goes on our slide goes on one of half its size, in words that look as large there."""
    long = chain("abcdef", "{} thing of some length")
    half = frame.model_copy(update={"at": tuple(part / 2 for part in frame.at)})
    found = fitted(long, half, {"body": 9, "source": 7}, twins)
    assert fitted(long, frame, FLOORS, twins).fits
    assert not fitted(long, half, FLOORS, twins).fits
    assert found.fits
    assert 7 <= found.size <= 14
    assert found.plain == 9


def test_on_a_larger_slide_the_largest_words_are_as_much_larger(frame: Frame, twins: Faces) -> None:
    large = frame.model_copy(update={"at": (0, 0, 24, 12)})
    assert fitted(chain("ab"), large, {"body": 36, "source": 28}, twins).size == pytest.approx(56)


def test_lines_are_longer_where_height_is_scarce_and_shorter_where_width_is(frame: Frame, twins: Faces) -> None:
    """Four long boxes above each other stand in one line each; five in a row stand in three."""
    words = {name: f"{name.upper()}: missing in one country or another" for name in "abcd"} | {"e": "All"}
    into_one = Graph(tuple(words.items()), tuple(Arrow(name, "e", "->", "") for name in "abcd"), (), right=True)
    stack = fitted(into_one, frame, FLOORS, twins)
    assert stack.laid is not None
    assert {len(node.lines) for node in stack.laid.nodes} == {1}
    row = fitted(chain("abcde", "{} measures without force"), frame, FLOORS, twins)
    assert row.laid is not None
    assert {len(node.lines) for node in row.laid.nodes} == {3}
    assert not row.turned


@pytest.mark.parametrize(("height", "sizes"), [(4.5, (28, 28)), (3.4, (18, 27))])
def test_words_of_two_arrows_stand_clear_of_each_other(
    frame: Frame, twins: Faces, height: float, sizes: tuple[float, float]
) -> None:
    """From one box two arrows go to boxes above each other: folded short, their words would be read as one text.

    Boxes move apart for them; where there is no room for that, letters are smaller.
    """
    nodes = (("a", "An alliance"), ("b", "The UN"), ("c", "An operation"), ("d", "A regional body"))
    arrows = (
        Arrow("a", "b", "->", "informs"),
        Arrow("b", "c", "->", "may authorise"),
        Arrow("b", "d", "->", "may support"),
    )
    low = frame.model_copy(update={"at": (*frame.at[:3], height)})
    found = fitted(Graph(nodes, arrows, (), right=True), low, FLOORS, twins)
    assert found.laid is not None
    first, second = (link.words.box for link in found.laid.links[1:] if link.words)
    assert second.top - first.bottom >= 0.2 * found.size
    assert sizes[0] <= found.size <= sizes[1]

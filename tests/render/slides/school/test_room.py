"""Room beside what a template draws."""

from __future__ import annotations

from dataclasses import astuple
from random import Random
from typing import TYPE_CHECKING

import pytest
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE
from pptx.util import Inches

from coursepack.render.geometry import Box
from coursepack.render.slides.school import recipe
from coursepack.render.slides.school.room import clear, free, size
from coursepack.render.slides.school.survey import survey

if TYPE_CHECKING:
    from jinja2 import Environment

ROOM = Box(0, 0, 10, 5)


@pytest.mark.parametrize(
    ("drawn", "wanted"),
    [
        ([], ROOM),
        ([Box(9, 0, 10, 1)], Box(0, 0, 8.94, 5)),  # a logo at the right: a tenth is lost, not a fifth
        ([Box(0, 4.5, 10, 6)], Box(0, 0, 10, 4.44)),  # a bar at the foot
        ([Box(0, 0, 0.5, 5)], Box(0.56, 0, 10, 5)),  # a bar at the left
        ([Box(0, 0, 10, 1)], Box(0, 1.06, 10, 5)),  # a bar at the head
        ([Box(10, 0, 12, 5)], ROOM),  # it only touches
        ([Box(9, 0, 10, 1), Box(0, 4, 10, 5)], Box(0, 0, 8.94, 3.94)),
    ],
)
def test_a_room_is_cut_where_least_is_lost_and_words_keep_off_what_is_drawn(drawn: list[Box], wanted: Box) -> None:
    assert astuple(clear(ROOM, drawn)) == pytest.approx(astuple(wanted))


@pytest.mark.parametrize("seed", range(20))
def test_what_is_left_meets_nothing_that_is_drawn_and_is_part_of_the_room(seed: int) -> None:
    random = Random(seed)  # noqa: S311 a test's chance
    drawn = []
    for _ in range(4):
        left, top = random.uniform(-1, 10), random.uniform(-1, 5)
        drawn.append(Box(left, top, left + random.uniform(0.1, 3), top + random.uniform(0.1, 2)))
    left_over = clear(ROOM, drawn)
    assert left_over.within(ROOM)
    assert size(left_over) == 0 or not any(left_over.nears(box) for box in drawn)


@pytest.mark.parametrize(
    ("places", "cut"),
    [
        ([(8.5, 2)], True),  # a disc at the right: the room ends where it begins
        ([(8.5, 2), (1, 5), (5, 3), (3, 2)], False),  # discs all over: there is no room beside them
    ],
)
def test_what_is_strewn_all_over_a_layout_takes_no_room(
    places: list[tuple[float, float]], templates: Environment, *, cut: bool
) -> None:
    deck = Presentation()
    layout = deck.slide_layouts.get_by_name("Title Only")
    for left, top in places:
        made = deck.slides.add_slide(layout).shapes.add_shape(
            MSO_SHAPE.OVAL, Inches(left), Inches(top), Inches(1), Inches(1)
        )
        layout.shapes._spTree.append(made._element)  # noqa: SLF001 python-pptx has no other way to its XML
    native = next(one for natives in survey(deck) for one in natives if one.name == "Title Only")
    (title,) = (slot.box for slot in native.of("title"))
    found = free(native, title, recipe.load(templates))
    assert (found.right < 8.51) is cut
    assert found.height > 4


def test_a_box_turned_inside_out_has_no_area() -> None:
    assert size(Box(0, 0, 2, 3)) == 6
    assert size(Box(3, 0, 2, 3)) == size(Box(3, 5, 2, 3)) == 0


@pytest.mark.parametrize(("top", "below"), [(1, True), (3.4, True), (4.5, False)])
def test_room_below_a_title_is_taken_unless_that_over_it_is_much_larger(
    top: float, templates: Environment, *, below: bool
) -> None:
    deck = Presentation()  # 7.5 inches high, with a foot from 6.95
    native = next(one for natives in survey(deck) for one in natives if one.name == "Title Only")
    found = free(native, Box(0.5, top, 9.5, top + 1), recipe.load(templates))
    assert (found.top > top) is below

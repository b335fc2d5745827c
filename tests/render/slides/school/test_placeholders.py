"""Frames in a template's placeholders: which goes where, and how large. Inches, on a slide 13.33 wide."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from coursepack.render.geometry import Box
from coursepack.render.slides.school.backdrop import Layer
from coursepack.render.slides.school.placeholders import Task, aligned, fixed, flowing, seat_in, slots_for, spared
from coursepack.render.slides.school.rungs import Rung

if TYPE_CHECKING:
    from collections.abc import Callable

    from coursepack.render.slides.layouts import Design
    from coursepack.render.slides.school.survey import Native

    Make = Callable[..., Task]


def boxes(made: Task) -> dict[str, Box]:
    return {name: seat.frame.box for name, seat in fixed(made)}


def test_the_title_stands_in_the_templates_and_a_footer_only_if_the_slide_has_one(task: Make) -> None:
    made = task("content", "Title and Content")
    ((name, seat),) = fixed(made)
    slot = made.native.title
    assert slot
    assert (name, seat.slot, seat.moved) == ("title", slot, False)
    found, inner = seat.frame.box, slot.inner
    assert (found.left, found.top, found.right, found.bottom) == pytest.approx(
        (inner.left, inner.top, inner.right, inner.bottom)
    )
    assert set(boxes(task("content", "Title and Content", "footer", "page"))) == {"title", "footer", "page"}


def test_what_the_template_centres_is_filled_so_and_pictures_keep_their_side(task: Make) -> None:
    ((_, seat),) = fixed(task("content", "Title and Content"))
    assert seat.align == seat.filled.align == "ctr"
    assert replace(seat, align="l").filled.align == "l"
    assert replace(seat, frame=seat.frame.model_copy(update={"type": "pic", "align": "r"})).filled.align == "r"


def test_a_title_that_is_too_narrow_gets_the_width_of_the_slide(task: Make, natives: dict[str, Native]) -> None:
    made = task("content", "Title Only")
    slot = made.native.title
    assert slot
    narrow = replace(slot, box=Box(6, 5, 8, 6))  # two inches of 13.33, and low
    moved = replace(made, native=replace(natives["Title Only"], slots=(narrow,)))
    ((_, seat),) = fixed(moved)
    found = seat.frame.box
    assert (found.left, found.right) == pytest.approx((0.4, 13.333 - 0.4), abs=0.001)
    assert found.top == pytest.approx(7.5 / 4)
    assert seat.moved


def test_a_title_grows_towards_the_nearer_edge_for_two_lines(task: Make, natives: dict[str, Native]) -> None:
    """Lines of the smallest title are 1.2 of its size high."""
    made = task("content", "Title Only")
    slot, line = made.native.title, made.floors["title"] * 1.2 / 72
    assert slot
    style = replace(slot.style, insets=(0, 0, 0, 0))

    def title(top: float) -> Box:
        low = replace(slot, box=Box(1, top, 12, top + 1.5 * line), style=style)
        given = replace(made, native=replace(natives["Title Only"], slots=(low,)), rung=Rung(lines=2))
        return boxes(given)["title"]

    assert (title(1).top, title(1).bottom) == pytest.approx((1 - 0.5 * line, 1 + 1.5 * line))
    assert (title(5).top, title(5).bottom) == pytest.approx((5 - 0.5 * line, 5 + 1.5 * line))
    # At the upper edge there is .2 of margin: it grows up to that, and then down.
    assert (title(0.25).top, title(0.25).bottom) == pytest.approx((0.2, 0.2 + 2 * line))


def test_on_the_loose_rung_a_title_in_the_middle_moves_up(task: Make) -> None:
    made = task("unit", "Section Header")
    loose = replace(made, rung=Rung(lines=2, loose=True))
    assert boxes(made)["title"].top > 7.5 * 0.12
    assert boxes(loose)["title"].top == pytest.approx(7.5 * 0.12)
    assert slots_for(loose) == {}


def test_a_logo_that_reaches_in_draws_a_placeholder_in_if_little_is_lost(task: Make) -> None:
    made = task("content", "Title Only")

    def drawn(box: Box) -> Box:
        layers = (made.native.backdrop.layers[0], Layer(box, ("000000",)))
        native = replace(made.native, backdrop=replace(made.native.backdrop, layers=layers))
        return spared(Box(1, 1, 11, 2), replace(made, native=native))

    # Its words stand a little off the logo.
    assert drawn(Box(10, 0, 12, 3)) == Box(1, 1, 9.94, 2)
    assert drawn(Box(7, 0, 9, 3)) == Box(1, 1, 11, 2)  # six tenths are not most of it: it stays


def test_the_largest_placeholder_of_a_fitting_kind_is_taken(task: Make, natives: dict[str, Native]) -> None:
    made = task("content", "Two Content", "body")
    small, large = natives["Two Content"].content
    grown = replace(large, box=large.box.grown(0.1))
    native = replace(natives["Two Content"], slots=(small, grown))
    assert slots_for(replace(made, native=native)) == {"body": grown}
    pictured = replace(native, slots=(small, replace(grown, kind="picture")))
    assert slots_for(replace(made, native=pictured)) == {"body": small}
    assert slots_for(task("content", "Two Content")) == {}  # the slide has no text


def test_two_columns_and_their_heads_take_the_templates_pairs(task: Make, natives: dict[str, Native]) -> None:
    sides = ("body-left", "body-right")
    found = slots_for(task("two-columns", "Comparison", *sides, "head-left", "head-right"))
    assert {name: (slot.box.left < 6, slot.box.height > 1.5) for name, slot in found.items()} == {
        "body-left": (True, True),
        "body-right": (False, True),
        "head-left": (True, False),
        "head-right": (False, False),
    }
    # One head alone takes none: the other would stand empty.
    assert set(slots_for(task("two-columns", "Comparison", *sides, "head-left"))) == set(sides)
    left, right = natives["Two Content"].content
    assert slots_for(task("two-columns", "Two Content", *sides)) == {"body-left": left, "body-right": right}


def test_text_takes_the_templates_size_in_the_proportion_of_running_text(task: Make, design: Design) -> None:
    made = task("content", "Title and Content", "body")
    (slot,) = made.native.content
    usual = design.layouts["content"].frames["body"].levels[0].size
    double = replace(slot, style=replace(slot.style, size=usual * 2, align="just"))
    seat = seat_in(made, "body", double, slot.inner, moved=True)
    assert seat.frame.levels[0].size == usual * 2
    assert (seat.align, aligned("ctr")) == ("l", "ctr")
    tiny = replace(slot, style=replace(slot.style, size=4))
    assert seat_in(made, "body", tiny, slot.inner, moved=True).frame.levels[0].size == made.floor("body")


def test_only_text_goes_on_over_several_slides(task: Make) -> None:
    made = task("picture", "Title and Content", "picture")
    (slot,) = made.native.content
    picture = seat_in(made, "picture", slot, slot.inner, moved=True)
    assert flowing(picture) is picture
    text = seat_in(task("content", "Title and Content", "body"), "body", slot, slot.inner, moved=True)
    assert flowing(replace(text, frame=text.frame.model_copy(update={"flow": False}))).frame.flow

"""Boxes of what is to be chosen: two beside each other where their words are short, and as wide as the room."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.render.slides.content import Choices, Text
from coursepack.render.slides.inline import Paragraph, Run
from coursepack.render.slides.layouts import Level
from coursepack.render.slides.measure.choices import grid, is_rtl, places

if TYPE_CHECKING:
    from coursepack.render.slides.layouts import Design
    from coursepack.render.slides.measure.faces import Faces

LEVEL = Level(size=30, leading=36, hang=0.55)
AT = (0.8, 3.0, 11.733, 2.0)


def choices(*words: str, marks: tuple[str, ...] = (), apart: bool = False, rtl: bool = False) -> Choices:
    items = tuple(Text((Paragraph((Run(one),), rtl=rtl),)) for one in words)
    return Choices(items, marks or ("",) * len(words), apart)


@pytest.mark.parametrize(
    ("words", "columns"),
    [
        (("one", "two", "three", "four"), 2),
        (("one", "two", "three"), 1),
        (("the plan had to be written anew before the country accepted it", "two"), 1),
    ],
)
def test_short_words_stand_side_by_side_unless_that_leaves_a_gap(
    twins: Faces, design: Design, words: tuple[str, ...], columns: int
) -> None:
    assert grid(choices(*words), AT[2], LEVEL, design.choices, twins).columns == columns


def test_what_is_judged_stands_in_rows(twins: Faces, design: Design) -> None:
    found = grid(choices("one", "two", marks=("True", "False"), apart=True), AT[2], LEVEL, design.choices, twins)
    assert (found.columns, found.fits) == (1, True)


def test_the_room_of_answers_is_as_wide_as_the_widest(twins: Faces, design: Design) -> None:
    plain = grid(choices("one", "two", marks=("\u2713", "")), AT[2], LEVEL, design.choices, twins)
    words = grid(choices("one", "two", marks=("not decided", "")), AT[2], LEVEL, design.choices, twins)
    assert plain.end == design.choices.end < words.end


def test_boxes_fill_the_width_and_do_not_touch(twins: Faces, design: Design) -> None:
    given = choices("one", "two", "three", "four")
    boxes = places(grid(given, AT[2], LEVEL, design.choices, twins), given, AT, design.choices, 0.1)
    assert boxes[0][0] == AT[0]
    assert boxes[1][0] + boxes[1][2] == pytest.approx(AT[0] + AT[2])
    assert boxes[1][0] - boxes[0][0] - boxes[0][2] == pytest.approx(design.choices.between)
    assert boxes[2][1] - boxes[0][1] - boxes[0][3] == pytest.approx(design.choices.between)
    assert boxes[0][3] == pytest.approx(36 / 72 + 2 * design.choices.pad[0] + 0.1)


def test_from_right_to_left_the_first_box_is_the_right_one(twins: Faces, design: Design) -> None:
    given = choices("one", "two", rtl=True)
    first, second = places(grid(given, AT[2], LEVEL, design.choices, twins), given, AT, design.choices, 0.0)
    assert is_rtl(given)
    assert first[0] > second[0] == pytest.approx(AT[0])

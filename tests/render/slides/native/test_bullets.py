"""Bullets and numbers of lists, read from DrawingML."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from lxml.etree import Element
from pptx.oxml.ns import qn

from coursepack.render.slides import layouts
from coursepack.render.slides.inline import Paragraph, Run
from coursepack.render.slides.native.bullets import add_bullet, first_numbers, places

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2 import Environment
    from lxml.etree import _Element

    from coursepack.render.slides.layouts import Design

    Bullet = Callable[..., _Element]


def item(level: int = 1, number: int = 0, *, continued: bool = False) -> Paragraph:
    return Paragraph((Run("x"),), level, "number", number=number, continued=continued)


PLAIN = Paragraph((Run("x"),))
LISTED = [PLAIN, item(), item()]


def test_a_list_that_begins_with_one_needs_no_number() -> None:
    assert first_numbers([item(number=1), item(number=2), PLAIN]) == [0, 0, 0]


def test_a_list_that_goes_on_says_in_every_item_where_it_began() -> None:
    """PowerPoint counts on as long as all say the same."""
    assert first_numbers([item(number=4), item(number=5), item(number=6)]) == [4, 4, 4]


def test_a_list_inside_begins_anew_under_each_item() -> None:
    text = [item(number=3), item(2, number=1), item(2, number=2), item(number=4), item(2, number=1)]
    assert first_numbers(text) == [3, 0, 0, 3, 0]


def test_lists_with_something_between_begin_with_their_own_numbers() -> None:
    other = replace(item(), marker="bullet")
    assert first_numbers([item(number=1), other, item(number=2), other, item(number=6), item(number=7)]) == [
        *(0, 0, 2, 0),
        *(6, 6),
    ]
    assert first_numbers([item(number=3), item(number=1), item(), item(number=5)]) == [3, 0, 0, 5]


def test_what_goes_on_from_the_slide_before_begins_no_list() -> None:
    assert first_numbers([item(number=2, continued=True), item(number=3)]) == [0, 3]


@pytest.fixture
def bullet(design: Design) -> Bullet:
    level = design.layouts["content"].frames["body"].levels[0]

    def written(paragraph: Paragraph, start: int = 0) -> _Element:
        properties = Element(qn("a:pPr"))
        add_bullet(properties, paragraph, level, design, (start, paragraph.number))
        return properties

    return written


def kinds(properties: _Element) -> list[str]:
    return [one.tag.rpartition("}")[2] for one in properties]


def test_a_list_like_the_layouts_own_writes_nothing(bullet: Bullet) -> None:
    assert kinds(bullet(Paragraph((Run("x"),), 1, "bullet"))) == []


def test_a_numbered_list_is_counted_by_powerpoint(bullet: Bullet) -> None:
    made = bullet(item(number=1))
    assert kinds(made) == ["buClr", "buFontTx", "buAutoNum"]
    assert made[2].get("startAt") is None


def test_a_numbered_list_that_goes_on_begins_with_its_number(bullet: Bullet) -> None:
    made = bullet(item(number=5), 4)
    assert made.find(qn("a:buAutoNum")).get("startAt") == "4"


def test_numbers_of_two_digits_have_room_in_every_item_of_their_list(bullet: Bullet) -> None:
    """Ten stood at its words, and so did they all on a template with little room for bullets."""
    level = Paragraph((Run("x"),), 1, "number", last=12)
    assert kinds(bullet(level)) == ["buClr", "buFontTx", "buAutoNum"]
    assert int(bullet(level).get("marL")) > 1.2 * 12700 * 24
    assert bullet(Paragraph((Run("x"),), 1, "number", last=9)).get("marL") is None


@pytest.mark.parametrize("way", ["alphaUcParenBoth", "romanLcPeriod"])
def test_letters_and_brackets_have_room_and_what_goes_on_from_the_slide_before_stands_as_far_in(
    bullet: Bullet, way: str
) -> None:
    """(A) lay over the first letter of its words, and so did viii."""
    one = Paragraph((Run("x"),), 1, "number", numbering=way, last=8)
    hung, on = bullet(one), bullet(replace(one, continued=True))
    assert int(hung.get("marL")) == -int(hung.get("indent")) > 1.4 * 12700 * 24
    assert (on.get("marL"), on.get("indent"), kinds(on)) == (hung.get("marL"), "0", ["buNone"])


@pytest.mark.parametrize(("small", "painted"), [({}, "accent1"), ({"small accent": "tx1"}, "tx1")])
def test_what_counts_is_read_so_that_a_colour_that_does_for_dots_may_be_too_pale(
    design: Design, small: dict[str, str], painted: str
) -> None:
    """Option letters in a school's accent had 4.0 to 1, where words of their size need 4.5."""
    level = design.layouts["content"].frames["body"].levels[0]
    school = design.model_copy(update={"scheme": {**design.scheme, "accent": "accent1", **small}})
    made = Element(qn("a:pPr"))
    add_bullet(made, item(number=1), level, school)
    assert made.find(f"{qn('a:buClr')}/{qn('a:schemeClr')}").get("val") == painted


def test_text_beside_a_list_and_text_that_goes_on_have_no_bullet(bullet: Bullet) -> None:
    for paragraph in (PLAIN, item(number=2, continued=True)):
        made = bullet(paragraph)
        assert kinds(made) == ["buNone"]
        assert made.get("indent") == "0"
    assert bullet(PLAIN).get("marL") == "0"


def test_letters_that_powerpoint_does_not_count_with_are_written_one_by_one(templates: Environment) -> None:
    design = layouts.load(templates, "ru", "xyz")
    level = design.layouts["choice"].frames["body"].levels[0]
    made = [Element(qn("a:pPr")) for _ in range(3)]
    for properties, paragraph, place in zip(made, LISTED, places(LISTED), strict=True):
        add_bullet(properties, paragraph, level, design, place)
    assert [one.find(qn("a:buChar")).get("char") for one in made[1:]] == ["x", "y"]
    assert kinds(made[0]) == ["buNone"]


@pytest.mark.parametrize(
    ("written", "shown"),
    [("هـ", "\N{ARABIC LETTER HEH INITIAL FORM}"), ("دـ", "د"), ("xـ", "x"), ("\ue000ـ", "\ue000")],
)
def test_a_letter_with_its_joining_stroke_is_one_character_for_programs_show_no_more_of_a_bullet(
    templates: Environment, written: str, shown: str
) -> None:
    """LibreOffice leaves the stroke out; PowerPoint's own name for a bullet is the number of one character."""
    design = layouts.load(templates, "ar", ("أ", written))
    level = design.layouts["choice"].frames["body"].levels[0]
    made = Element(qn("a:pPr"))
    add_bullet(made, item(number=2), level, design, (0, 2))
    assert made.find(qn("a:buChar")).get("char") == shown


def test_the_box_of_a_task_stands_where_the_dash_does(bullet: Bullet) -> None:
    made = bullet(Paragraph((Run("x"),), 1, "bullet", sign="\u25a1"))
    assert [one.get("char") for one in made.iter(qn("a:buChar"))] == ["\u25a1"]

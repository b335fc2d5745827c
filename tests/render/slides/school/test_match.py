"""Which of a template's layouts serves for one of ours; PowerPoint's own eleven are named by what they are for."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest
import schools
from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.util import Inches

from coursepack.course import Template
from coursepack.problem import Span
from coursepack.render.slides.school import recipe
from coursepack.render.slides.school.match import columns, kind, named, ranked
from coursepack.render.slides.school.survey import survey

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2 import Environment
    from pptx.slide import SlideLayout

    from coursepack.render.slides.school.recipe import Book
    from coursepack.render.slides.school.survey import Native

# What each of the eleven layouts of an empty presentation is, as PowerPoint describes it. "Content with Caption" has
# three placeholders and "Picture with Caption" a text beside its picture: neither shows one thing under its title.
STOCK = {
    "Title Slide": "cover",
    "Title and Content": "content",
    "Section Header": "section",
    "Two Content": "two",
    "Comparison": "four",
    "Title Only": "only",
    "Blank": "",
}


@pytest.fixture(scope="module")
def book(templates: Environment) -> Book:
    return recipe.load(templates)


def layouts(data: bytes) -> list[Native]:
    return [native for master in survey(Presentation(BytesIO(data))) for native in master]


def changed(change: Callable[[SlideLayout], None], of: str = "Title and Content") -> Native:
    """Return one of the stock layouts with a change."""
    deck = Presentation()
    layout = next(one for one in deck.slide_layouts if one.name == of)
    change(layout)
    return next(native for master in survey(deck) for native in master if native.name == of)


@pytest.mark.parametrize(("name", "wanted"), STOCK.items())
def test_a_layout_is_what_powerpoint_says_it_is_for(name: str, wanted: str, book: Book) -> None:
    (native,) = [one for one in layouts(schools.classic()) if one.name == name]
    assert kind(native, book) == wanted


def test_names_are_not_looked_at(book: Book) -> None:
    """The same in German, and with names that say nothing in another order."""
    stock = [kind(one, book) for one in layouts(schools.classic())]
    assert [kind(one, book) for one in layouts(schools.german())] == stock
    assert sorted(kind(one, book) for one in layouts(schools.renamed())) == sorted(stock)


@pytest.mark.parametrize("sort", ["tbl", "chart", "pic"])
def test_one_large_placeholder_of_a_kind_makes_a_layout_of_that_kind(sort: str, book: Book) -> None:
    def change(layout: SlideLayout) -> None:
        marks = [mark for mark in layout.element.iter(qn("p:ph")) if mark.get("type") is None]
        marks[0].set("type", sort)

    assert kind(changed(change), book) == {"tbl": "table", "chart": "chart", "pic": "picture"}[sort]


def test_a_title_that_is_narrow_makes_no_layout_to_build_on(book: Book) -> None:
    def change(layout: SlideLayout) -> None:
        title = next(shape for shape in layout.placeholders if shape.placeholder_format.type == 1)
        title.left, title.top, title.width, title.height = Inches(1), Inches(1), Inches(3), Inches(1)

    assert kind(changed(change), book) == ""


def test_a_title_in_the_middle_of_the_slide_parts_and_heads_nothing(book: Book) -> None:
    def change(layout: SlideLayout) -> None:
        title = next(shape for shape in layout.placeholders if shape.placeholder_format.type == 1)
        title.left, title.top, title.width, title.height = Inches(0.5), Inches(3), Inches(9), Inches(1.2)

    assert kind(changed(change, "Title Only"), book) == "section"


def test_a_line_over_the_title_makes_no_other_layout(book: Book) -> None:
    kinds = {one.name: kind(one, book) for one in layouts(schools.kickered())}
    assert (kinds["Title and Content"], kinds["Title Only"], kinds["Two Content"]) == ("content", "only", "two")


def test_of_two_large_placeholders_the_left_one_is_first(book: Book) -> None:
    (two,) = [one for one in layouts(schools.classic()) if kind(one, book) == "two"]
    left, right = columns(two.content)
    assert left.box.right <= right.box.left


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("title", "Title Slide"),
        ("unit", "Section Header"),
        ("content", "Title and Content"),
        ("two-columns", "Two Content"),
        ("timeline", "Title Only"),
        ("table", "Title and Content"),
        ("break", "Section Header"),
    ],
)
def test_ours_find_theirs(ours: str, theirs: str, book: Book) -> None:
    found = next(iter(ranked(book.layouts[ours], layouts(schools.classic()), book)), None)
    assert found
    assert found.name == theirs


def test_the_next_best_serves_where_the_best_is_lacking(book: Book) -> None:
    """Without a layout of two, the one of four; without that, one content."""
    stock = layouts(schools.classic())
    wanted = book.layouts["two-columns"]
    fewer = [one for one in stock if kind(one, book) != "two"]
    assert next(iter(ranked(wanted, fewer, book)), None).name == "Comparison"  # type: ignore[union-attr]
    fewer = [one for one in fewer if kind(one, book) != "four"]
    assert next(iter(ranked(wanted, fewer, book)), None).name == "Title and Content"  # type: ignore[union-attr]


def test_of_two_that_serve_the_one_with_more_room_is_taken(book: Book) -> None:
    def change(layout: SlideLayout) -> None:
        body = next(shape for shape in layout.placeholders if shape.placeholder_format.idx == 1)
        body.left, body.top, body.width, body.height = Inches(0.5), Inches(2), Inches(6), Inches(4)

    small = changed(change)
    (large,) = [one for one in layouts(schools.classic()) if one.name == "Title and Content"]
    for given in ([small, large], [large, small]):
        assert next(iter(ranked(book.layouts["content"], given, book)), None) is large


def test_a_layout_with_nothing_but_a_title_of_the_masters_is_the_last_resort(book: Book) -> None:
    stock = layouts(schools.classic())
    (blank,) = [one for one in stock if one.name == "Blank"]
    assert next(iter(ranked(book.layouts["content"], [blank], book)), None) is blank
    assert next(iter(ranked(book.layouts["content"], [], book)), None) is None


def test_a_name_in_course_yaml_wins_and_a_wrong_one_is_a_problem_with_a_proposal() -> None:
    at = Span("course.yaml", 3, 11)
    places = {name: Span("course.yaml", number, 5) for number, name in enumerate(("content", "tabel", "quote"), 5)}
    wish = {"content": "Title Only", "tabel": "Blank", "quote": "Two Contents"}
    chosen, problems = named(
        Template(b"", at, wish, places), ["content", "table", "quote"], [layouts(schools.classic())]
    )
    assert {name: native.name for name, native in chosen.items()} == {"content": "Title Only"}
    assert [(one.code, one.span.line, one.help) for one in problems] == [
        ("unknown-layout", 6, "did you mean `table`?"),
        ("unknown-layout", 7, "did you mean `Two Content`?"),
    ]


def test_of_layouts_with_one_name_the_first_masters_counts() -> None:
    both = [layouts(schools.classic()), layouts(schools.german())]
    for native in both[1]:
        native.layout.name = "Title Only"
    wish = Template(b"", Span("course.yaml", 1, 1), {"content": "Title Only"}, {})
    chosen, _ = named(wish, ["content"], both)
    assert chosen["content"] in both[0]


def test_a_layout_for_a_large_number_comes_after_others_of_its_kind(book: Book) -> None:
    """Google's has a title of 120 points and a text below, and would head units and questions."""

    def change(layout: SlideLayout) -> None:
        next(iter(layout.element.iter(qn("a:defRPr")))).set("sz", "12000")

    figure, usual = changed(change, "Section Header"), changed(lambda _: None, "Section Header")
    unit = book.layouts["unit"]
    assert ranked(unit, [figure, usual], book) == [usual, figure]
    assert ranked(unit, [figure], book) == [figure]

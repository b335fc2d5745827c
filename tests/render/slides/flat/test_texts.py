"""Texts of slides as HTML, read back with a parser: lists, their marks, the marks inside lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

import pytest
from lxml import html
from markupsafe import Markup

from coursepack.problem import Span
from coursepack.render.slides.content import Slide, Text
from coursepack.render.slides.flat.texts import paragraphs, placed, prose, runs, text
from coursepack.render.slides.inline import Paragraph, Run
from coursepack.render.slides.layouts import Frame, Level
from coursepack.render.slides.measure.fit import Fit, Measured

if TYPE_CHECKING:
    from coursepack.render.slides.native.page import Kit

LEVELS = (Level(size=24, leading=36, after=12, hang=0.5, bullet="dash"), Level(size=20, leading=30, bullet="letter"))
FIT = Fit(LEVELS, Measured(0, "", ""), shrunk=False, fits=True)
TITLE = Frame(type="title", at=(1, 1, 8, 1), levels=(Level(size=30, leading=36),))


def said(words: str, level: int = 1, marker: Literal["", "bullet", "number"] = "bullet", number: int = 0) -> Paragraph:
    return Paragraph((Run(words),), level, marker, number=number)


def read(markup: str) -> html.HtmlElement:
    return html.fragment_fromstring(markup, create_parent="div")


NESTED = [said("a"), said("b", 2, "number"), said("c", 2, "number"), said("d"), said("end", marker="")]


def test_lists_stand_in_the_items_that_they_belong_to(kit: Kit) -> None:
    for made in (read(prose(NESTED)), read(paragraphs(NESTED, FIT, kit))):
        assert [one.tag for one in made] == ["ul", "p"]
        first, last = made[0]
        assert (first.tag, last.tag, last.text_content()[-1]) == ("li", "li", "d")
        (inner,) = first.iter("ol")
        assert [one.text_content()[-1] for one in inner] == ["b", "c"]


def test_an_item_begins_where_the_deck_has_it_however_deep_it_stands(kit: Kit) -> None:
    """What it stands in has its own place: the second level begins an inch from the frame, not from its item."""
    levels = (LEVELS[0], LEVELS[1].model_copy(update={"indent": 0.75, "hang": 0.25}))
    made = read(paragraphs([said("a"), said("b", 2)], Fit(levels, FIT.measured, shrunk=False, fits=True), kit))
    starts = [re.findall(r"padding-left:([\d.]+)rem", one.get("style", "")) for one in made.iter("li")]
    marks = [re.findall(r"left:([\d.]+)rem", one.get("style", "")) for one in made.find_class("mark")]
    assert (starts, marks) == ([["0.5000"], ["0.5000"]], [["0.0000"], ["0.2500"]])


def test_a_list_of_another_kind_is_a_list_of_its_own(kit: Kit) -> None:
    given = [said("a"), said("b", 2), said("c", 2, "number"), said("d", 1, "number")]
    for made in (read(prose(given)), read(paragraphs(given, FIT, kit))):
        assert [one.tag for one in made] == ["ul", "ol"]
        (item,) = made[0]
        assert [one.tag for one in item if one.tag in {"ul", "ol"}] == ["ul", "ol"]


def test_notes_count_as_their_author_does() -> None:
    given = [said("c", 1, "number", 3), said("d", 1, "number", 4)]
    assert [one.get("style") for one in read(prose(given)).iter("li")] == [
        "list-style-type:'3. '",
        "list-style-type:'4. '",
    ]
    assert [one.get("style") for one in read(prose(NESTED)).iter("li")] == [None] * 4
    lettered = [Paragraph((Run("x"),), 1, "number", numbering="alphaLcParenBoth")] * 2
    assert [one.get("style") for one in read(prose(lettered)).iter("li")] == [
        "list-style-type:'(a) '",
        "list-style-type:'(b) '",
    ]


def test_every_item_has_the_mark_of_its_list_and_what_goes_on_has_none(kit: Kit) -> None:
    given = [
        said("dash"),
        said("letter", 2, "number"),
        said("letter", 2, "number"),
        said("number", 1, "number"),
        Paragraph((Run("goes on"),), 1, "bullet", continued=True),
    ]
    made = read(paragraphs(given, FIT, kit))
    marks = [[mark.text for mark in one.find_class("mark") if mark.getparent() is one] for one in made.iter("li")]
    assert marks == [["\u2013"], ["a."], ["b."], ["1"], []]


def test_points_come_one_by_one_on_the_outermost_level_alone(kit: Kit) -> None:
    made = read(paragraphs(NESTED, FIT, kit, build=True))
    assert [one.text_content()[-1] for one in made.find_class("fragment")] == ["c", "d"]  # a holds b and c
    assert not read(paragraphs(NESTED, FIT, kit)).find_class("fragment")


@pytest.mark.parametrize(("layout", "tag"), [("unit", "h1"), ("title", "h1"), ("content", "h2")])
def test_a_title_is_a_heading_of_the_first_level_where_a_part_begins(kit: Kit, layout: str, tag: str) -> None:
    slide = Slide(layout, Span("a.md"), "", "", "en", {"title": Text((said("Rivers", marker=""),))}, ())
    assert [one.text for one in read(text("title", slide, TITLE, FIT, kit)).iter(tag)] == ["Rivers"]


def test_marks_of_a_line_are_elements_and_its_words_are_words() -> None:
    given = [
        Run("1 < 2", bold=True, italic=True),
        Run("2", shift=-1),
        Run("3", shift=1),
        Run("\n"),
        Run("x", struck=True),
    ]
    assert runs(given) == "<strong><em>1 &lt; 2</em></strong><sub>2</sub><sup>3</sup><br><s>x</s>"
    assert runs([Run("là", language="fr")]) == '<span lang="fr">là</span>'


def test_only_what_lies_outside_the_deck_is_a_link() -> None:
    assert runs([Run("UN", href="https://un.org")]) == '<a href="https://un.org">UN</a>'
    assert runs([Run("UN", href="#unit-2"), Run("!", href="javascript:alert()")]) == "UN!"


def test_a_frame_with_a_ground_keeps_its_text_off_both_edges() -> None:
    bare = read(placed(TITLE, Markup(), "title"))[0].get("style")
    assert "left:1.0000rem;top:1.0000rem;width:8.0000rem;height:1.0000rem" in bare
    assert "padding" not in bare
    filled = TITLE.model_copy(update={"fill": "pale", "inset": 0.25})
    style = read(placed(filled, Markup(), "title"))[0].get("style")
    assert "padding:0 0.2500rem;width:7.5000rem" in style


def test_a_paragraph_stands_at_the_side_that_its_column_has(kit: Kit) -> None:
    sides: list[Literal["l", "ctr", "r"]] = ["l", "ctr", "r"]
    made = read(paragraphs([Paragraph((Run("a"),), align=side) for side in sides], FIT, kit))
    assert [one.get("style").rpartition("text-align:")[2] for one in made] == ["left", "center", "right"]


def test_what_an_item_begins_with_is_its_label_and_says_how_its_list_counts(kit: Kit) -> None:
    """Without that, a listener hears "1Alliance" and "-Bases", and the words of the foot after every slide."""
    given = [said("a"), said("b", 2, "number", 1), said("c", 1, "number", 1)]
    made = read(paragraphs(given, FIT, kit))
    assert [one.get("data-pdf") for one in made.find_class("mark")] == ["Lbl"] * 3
    assert [one.get("data-numbering") for one in made.iter("ul", "ol")] == ["Disc", "Decimal", "Decimal"]
    lettered = Paragraph((Run("d"),), 1, "number", number=1, numbering="alphaLcPeriod")
    assert read(paragraphs([lettered], FIT, kit))[0].get("data-numbering") == "LowerAlpha"
    foot = Frame(type="ftr", at=(1, 7, 8, 1), levels=(Level(size=14, leading=18),))
    assert read(placed(foot, Markup(), "footer"))[0].get("aria-hidden") == "true"
    assert read(placed(TITLE, Markup(), "title"))[0].get("aria-hidden") is None

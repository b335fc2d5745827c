"""Rules of a deck as a whole, on decks that python-pptx makes."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest
from pptx import Presentation
from pptx.oxml import parse_xml

from coursepack.render.slides.audit.outline import order, sections, titles
from coursepack.render.slides.audit.view import View, views

if TYPE_CHECKING:
    from pptx.presentation import Presentation as Deck

    from coursepack.render.slides.content import Slide

P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"


def deck(*named: str) -> Deck:
    made = Presentation()
    for title in named:
        made.slides.add_slide(made.slide_layouts[1]).shapes.title.text = title
    return made


def group(made: Deck, **groups: list[int]) -> None:
    """Put slides into sections, by their numbers from 0."""
    ids = [slide.slide_id for slide in made.slides]
    listed = "".join(
        f'<p14:section name="{name.replace("_", " ").strip()}"><p14:sldIdLst>'
        + "".join(f'<p14:sldId id="{ids[place]}"/>' for place in places)
        + "</p14:sldIdLst></p14:section>"
        for name, places in groups.items()
    )
    made.element.append(parse_xml(f'<p14:sectionLst xmlns:p14="{P14}">{listed}</p14:sectionLst>'))


def said(made: Deck) -> list[str]:
    return [one.message for one in sections(made)]


def test_slides_in_sections_with_names_are_silent() -> None:
    made = deck("A", "B", "C")
    group(made, Rivers=[0, 1], Seas=[2])
    assert said(made) == []


def test_slides_outside_of_all_sections_are_counted() -> None:
    made = deck("A", "B", "C")
    group(made, Rivers=[1])
    assert said(made) == ["2 slides are in no section"]


@pytest.mark.parametrize("name", ["_", "Default_Section", "Untitled_Section"])
def test_a_section_that_nobody_named_is_counted(name: str) -> None:
    made = deck("A")
    group(made, **{name: [0]})
    assert said(made) == ["1 sections have no name"]


def test_titles_are_there_and_each_is_its_own_whatever_its_capitals() -> None:
    made = deck("Rivers", "", "RIVERS", "Seas")
    found = [(view.number, one.rule) for view, one in titles(list(views(made, ["Rivers", "", "RIVERS", "Seas"])))]
    assert found == [(1, "title-twice"), (2, "title"), (3, "title-twice")]


def read(*names: str) -> View:
    """Return a slide whose shapes are read in this order."""
    made = Presentation()
    slide = made.slides.add_slide(made.slide_layouts[6])
    for name in names:
        slide.shapes.add_textbox(0, 0, 9, 9).name = name
    return next(views(made, [""]))


@pytest.mark.parametrize(
    ("shapes", "parts", "wrong"),
    [
        (("title", "body"), ("title", "body"), False),
        (("title", "left", "right"), ("left", "right", "title"), False),  # a title is read first, wherever it stands
        (("title", "right", "left"), ("title", "left", "right"), True),
        (("body", "title"), ("title", "body"), True),
        (("title", "Plate", "body"), ("title", "body", "footer"), False),  # what is only on one side does not count
    ],
)
def test_a_slide_is_read_as_it_is_written(shapes: tuple[str, ...], parts: tuple[str, ...], *, wrong: bool) -> None:
    source = cast("Slide", SimpleNamespace(parts=dict.fromkeys(parts)))
    assert [one.rule for one in order(read(*shapes), source)] == ["order"] * wrong

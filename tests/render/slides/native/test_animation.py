"""What comes while one speaks: the clicks that PowerPoint reads, by shape and paragraph."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

import pytest
from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.util import Inches

from coursepack.render.slides.content import Choices
from coursepack.render.slides.native.animation import add, reveal

if TYPE_CHECKING:
    from jinja2 import Environment
    from pptx.slide import Slide

    from coursepack.render.slides.native.page import Page


@pytest.fixture
def made() -> Slide:
    deck = Presentation()
    return deck.slides.add_slide(deck.slide_layouts[6])


def box(made: Slide, name: str, *levels: int) -> str:
    """Add a shape with a paragraph for each level; return its number."""
    shape = made.shapes.add_textbox(Inches(1), Inches(1), Inches(4), Inches(4))
    shape.name = name
    for place, level in enumerate(levels):
        frame = shape.text_frame
        paragraph = frame.add_paragraph() if place else frame.paragraphs[0]
        paragraph.text, paragraph.level = f"{place}", level
    return str(shape.shape_id)


def page(made: Slide, templates: Environment, *parts: Any) -> Page:  # noqa: ANN401 stand-ins
    slide = SimpleNamespace(parts=dict(enumerate(parts)))
    kit = SimpleNamespace(templates=templates)
    return cast("Page", SimpleNamespace(tree=made.shapes._spTree, made=made, kit=kit, slide=slide))  # noqa: SLF001 python-pptx has no other way to its XML


def clicks(made: Slide) -> list[list[tuple[str, str]]]:
    """Return what each click shows: the number of a shape, and a paragraph, or nothing for the whole of it."""
    timing = made.element.find(qn("p:timing"))
    if timing is None:
        return []
    steps = timing.find(f".//{qn('p:seq')}/{qn('p:cTn')}/{qn('p:childTnLst')}")
    found = []
    for step in steps:
        shown = {}
        for target in step.iter(qn("p:spTgt")):
            within = target.find(f".//{qn('p:pRg')}")
            shown[target.get("spid"), "" if within is None else within.get("st")] = None
        found.append(list(shown))
    return found


def test_points_come_each_with_what_is_below_it(made: Slide, templates: Environment) -> None:
    body = box(made, "body", 0, 0, 1, 0)
    add(page(made, templates))
    assert clicks(made) == [[(body, "0")], [(body, "1"), (body, "2")], [(body, "3")]]


def test_columns_come_one_after_the_other_and_no_other_shape_does(made: Slide, templates: Environment) -> None:
    left = box(made, "body-left", 0)
    box(made, "title", 0)
    right = box(made, "body-right", 0, 1)
    add(page(made, templates))
    assert clicks(made) == [[(left, "0")], [(right, "0"), (right, "1")]]


def test_one_point_alone_is_there_from_the_beginning(made: Slide, templates: Environment) -> None:
    box(made, "body", 0, 1, 1)
    add(page(made, templates))
    assert clicks(made) == []


def test_all_that_answers_comes_at_one_click(made: Slide, templates: Environment) -> None:
    box(made, "body", 0, 0)
    first, second = box(made, "Answer a", 0), box(made, "Answer b", 0)
    reveal(page(made, templates))
    assert clicks(made) == [[(first, ""), (second, "")]]


def test_answers_to_several_questions_come_at_a_click_each(made: Slide, templates: Environment) -> None:
    first, second = box(made, "Answer a", 0), box(made, "Answer b", 0)
    reveal(page(made, templates, Choices((), (), apart=True)))
    assert clicks(made) == [[(first, "")], [(second, "")]]


def test_without_an_answer_nothing_moves(made: Slide, templates: Environment) -> None:
    box(made, "body", 0)
    reveal(page(made, templates))
    assert clicks(made) == []

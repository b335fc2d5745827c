"""A school's template as the base of a deck, or what is said of one that can't serve."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import schoolparts
import schools
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE as RT

from coursepack.course import Template
from coursepack.problem import Problem, Severity, Span
from coursepack.render.slides.content import Slide, Text
from coursepack.render.slides.inline import Paragraph, Run
from coursepack.render.slides.school.borrow import borrow

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2 import Environment

    from coursepack.render.look.theme import Theme
    from coursepack.render.slides.base import Base
    from coursepack.render.slides.layouts import Design

    Borrow = Callable[[bytes], tuple[Base | None, list[Problem]]]

AT = Span("course.yaml", 7, 13)


@pytest.fixture
def borrowed(design: Design, theme: Theme, templates: Environment) -> Borrow:
    return lambda data: borrow(Template(data, AT, {}, {}), design, theme, templates, "en")


def test_a_template_that_serves_is_a_deck_without_slides_and_nothing_is_said(borrowed: Borrow) -> None:
    base, problems = borrowed(schools.wide())
    assert base
    assert problems == []
    assert len(base.deck.slides) == 0
    assert base.problems() == []


def test_one_that_can_not_be_opened_is_an_error_at_its_line_with_advice(borrowed: Borrow) -> None:
    base, (problem,) = borrowed(b"no deck")
    assert base is None
    assert (problem.code, problem.severity, problem.span) == ("template-unfit", Severity.ERROR, AT)
    assert problem.help.startswith("Save")


def test_a_template_without_any_title_serves_nobody(borrowed: Borrow) -> None:
    deck = Presentation()
    for page in schoolparts.pages(deck):
        schoolparts.drop(page, lambda mark: mark.get("type") in {"title", "ctrTitle"})
    base, (problem,) = borrowed(schoolparts.saved(deck))
    assert base is None
    assert (problem.code, problem.severity) == ("template-unfit", Severity.ERROR)
    assert "title" in problem.message


def test_of_two_masters_the_one_with_titles_serves(borrowed: Borrow) -> None:
    base, problems = borrowed(schools.two_masters())
    assert base
    assert problems == []
    slide = Slide("content", AT, "", "", "en", {"title": Text((Paragraph((Run("Rivers"),)),))}, ())
    stage, _ = next(iter(base.stages(slide)))
    assert stage.native.slide_master.part.partname == base.deck.slide_masters[1].part.partname


def test_a_layout_that_the_template_has_not_is_an_error_where_it_is_named(
    design: Design, theme: Theme, templates: Environment
) -> None:
    named = Span("course.yaml", 9, 5)
    template = Template(schools.wide(), AT, {"content": "Our contents"}, {"content": named})
    base, (problem,) = borrow(template, design, theme, templates, "en")
    assert base is None
    assert (problem.severity, problem.span) == (Severity.ERROR, named)
    assert "Our contents" in problem.message


def test_what_the_template_only_links_to_is_named_once_and_does_not_stop(borrowed: Borrow) -> None:
    deck = Presentation()
    deck.slide_master.part.relate_to("https://school.example/logo.png", RT.IMAGE, is_external=True)
    base, problems = borrowed(schoolparts.saved(deck))
    assert base
    assert problems == []
    (said,) = base.problems()
    assert (said.code, said.severity, said.span) == ("template-links", Severity.NOTE, AT)
    assert "https://school.example/logo.png" in said.message

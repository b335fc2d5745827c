"""Figures that stood among a slide's paragraphs: beside its text, or on slides of their own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coursepack.problem import Span
from coursepack.render.slides.content import Equation, Picture, Slide, Text
from coursepack.render.slides.inline import Paragraph, Run
from coursepack.render.slides.measure.spreading import apart, spread

if TYPE_CHECKING:
    from coursepack.render.slides.content import Content
    from coursepack.render.slides.layouts import Design

AT = Span("units/01-water.md", 7, 1)
RING, PATH = Picture("ring.svg", "A ring"), Picture("path.svg", "A path")


def text(words: str) -> Text:
    return Text((Paragraph((Run(words),)),))


def slide(*figures: Content, **parts: str) -> Slide:
    made = {name: text(words) for name, words in {"title": "Rivers", "footer": "Foot", **parts}.items()}
    return Slide("content", AT, "", "own", "en", made, (Paragraph((Run("Said."),)),), figures, build=True)


def shown(slides: list[Slide]) -> list[tuple[str, set[str]]]:
    return [(one.layout, set(one.parts)) for one in slides]


def test_the_first_stands_beside_the_text_and_the_others_follow_it(design: Design) -> None:
    made = spread(slide(RING, PATH, body="Point", source="S"), design, lambda _: True)
    assert shown(made) == [
        (design.layouts["content"].beside, {"title", "footer", "body", "source", "figure"}),
        ("figure", {"title", "footer", "figure"}),
    ]
    assert [one.parts["figure"] for one in made] == [RING, PATH]
    assert [bool(one.notes) for one in made] == [True, False]
    assert [one.id for one in made] == ["own", ""]


def test_where_it_has_no_room_there_it_has_a_slide_before_the_text_and_takes_the_source(design: Design) -> None:
    made = spread(slide(RING, body="Point", source="S"), design, lambda _: False)
    assert shown(made) == [
        ("figure", {"title", "footer", "source", "figure"}),
        ("content", {"title", "footer", "body"}),
    ]
    assert [one.id for one in made] == ["own", ""]  # links lead to the first of them
    assert [bool(one.notes) for one in made] == [False, True]


def test_without_text_it_has_the_slide_to_itself_with_the_notes(design: Design) -> None:
    (alone,) = spread(slide(RING), design, lambda _: True)
    assert (alone.layout, alone.parts["figure"], alone.id, bool(alone.notes)) == ("figure", RING, "own", True)


def test_an_equation_and_code_have_frames_of_their_own(design: Design) -> None:
    equation, code = Equation("x", "x"), text("x = 1")
    assert "equation" in spread(slide(equation, body="Point"), design, lambda _: True)[0].parts
    assert spread(slide(code, body="Point"), design, lambda _: True)[0].parts["code"] == code
    before, _ = spread(slide(equation, body="Point"), design, lambda _: False)
    assert before.layout == "equation"


def test_an_equation_that_stands_over_points_becomes_a_figure_of_them() -> None:
    equation = Equation("x", "x")
    given = slide(body="Point")
    made = apart(replace(given, layout="equation", parts={**given.parts, "equation": equation}))
    assert (made.layout, made.figures, set(made.parts)) == ("content", (equation,), {"title", "footer", "body"})

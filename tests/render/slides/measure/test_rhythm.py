"""Which slides stand on the accent: never two running, and none whose words would be lost on it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from coursepack.problem import Problem, Span
from coursepack.render.slides.content import Slide, Text
from coursepack.render.slides.inline import Paragraph, Run
from coursepack.render.slides.measure.pagination import TypesetSlide
from coursepack.render.slides.measure.rhythm import accented

if TYPE_CHECKING:
    from coursepack.render.slides.layouts import Design

PROBLEM = Problem(Span("x.md"), "slide-shrunk", "It is set smaller", "Say less")


def typeset(layout: str, line: int, run: Run | None = None) -> TypesetSlide:
    parts = {"title": Text((Paragraph((run or Run("Words"),)),))}
    return TypesetSlide(Slide(layout, Span("x.md", line), "", "", "en", parts, ()), {})


def shown(design: Design, *slides: TypesetSlide, said: tuple[Problem, ...] = (), count: int = 1) -> list[str]:
    found = accented(slides, design, lambda slide: ([TypesetSlide(slide, {})] * count, list(said)))
    return [one.slide.layout for one in found]


def test_every_other_of_slides_that_may_is_on_the_accent(design: Design) -> None:
    slides = [typeset("statement", line) for line in range(4)]
    assert shown(design, *slides) == ["statement-accent", "statement", "statement-accent", "statement"]


@pytest.mark.parametrize("layout", ["unit", "summary"])
def test_none_is_beside_a_surface_that_is_there_anyway(design: Design, layout: str) -> None:
    loud, free = typeset(layout, 1), typeset("number", 2)
    assert shown(design, loud, free) == [layout, "number"]
    assert shown(design, free, loud) == ["number", layout]
    assert shown(design, loud, typeset("content", 3), free) == [layout, "content", "number-accent"]


def test_a_bar_and_a_tab_are_no_surface(design: Design) -> None:
    assert shown(design, typeset("source", 1), typeset("statement", 2)) == ["source", "statement-accent"]
    names = {name for name, layout in design.layouts.items() if layout.has_surface}
    assert names == {"unit", "summary"} | {name for name in design.layouts if name.endswith("-accent")}


@pytest.mark.parametrize(
    "run", [Run("a", colour="accent"), Run("a", href="#b"), Run("a", latex="a"), Run("a", code=True)]
)
def test_words_with_a_colour_of_their_own_stay_on_white(design: Design, run: Run) -> None:
    assert shown(design, typeset("statement", 1, run)) == ["statement"]


def test_what_is_set_smaller_there_or_split_stays_as_it_is(design: Design) -> None:
    assert shown(design, typeset("question", 1), said=(PROBLEM,)) == ["question"]
    assert shown(design, typeset("question", 1), count=2) == ["question"]


def test_a_question_and_its_answer_stay_alike(design: Design) -> None:
    asked, answered = typeset("question", 1), typeset("question", 1)
    assert shown(design, asked, answered) == ["question", "question"]
    other = replace(answered, slide=replace(answered.slide, at=Span("x.md", 2)))
    assert shown(design, asked, other) == ["question-accent", "question"]


def test_the_text_of_a_surface_is_in_paper(design: Design) -> None:
    """Each frame that lies on a surface has the colour of paper, or a fill of its own."""
    for name, layout in design.layouts.items():
        grounds = [(0.0, 0.0, 13.34, 7.5)] if layout.ground == "accent" else []
        grounds += [box.at for box in layout.ornaments if box.is_surface]
        for frame in layout.frames.values():
            inside = any(_holds(ground, frame.at) for ground in grounds)
            assert (frame.colour == "paper") == inside or frame.fill, (name, frame.prompt)


def _holds(ground: tuple[float, ...], at: tuple[float, ...]) -> bool:
    return (
        ground[0] <= at[0]
        and ground[1] <= at[1]
        and at[0] + at[2] <= ground[0] + ground[2]
        and at[1] + at[3] <= ground[1] + ground[3]
    )

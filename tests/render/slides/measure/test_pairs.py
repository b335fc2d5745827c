"""A question and its answer are set alike: nothing moves between the two slides."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest

from coursepack.render.slides.content import Text
from coursepack.render.slides.inline import Paragraph, Run
from coursepack.render.slides.layouts import Level
from coursepack.render.slides.measure.fit import Fit, Measured
from coursepack.render.slides.measure.pagination import TypesetSlide
from coursepack.render.slides.measure.pairs import aligned

if TYPE_CHECKING:
    from collections.abc import Callable

    from pptx.presentation import Presentation as Deck

    from coursepack.problem import Problem
    from coursepack.render.slides.content import Slide

    Build = Callable[..., tuple[Deck, list[Problem]]]

OPTIONS = Text((Paragraph((Run("Options"),)),))


def fit(size: float) -> Fit:
    return Fit((Level(size=size, leading=size),), Measured(0, "", ""), shrunk=False, fits=True)


def typeset(layout: str, **sizes: float) -> TypesetSlide:
    slide = cast("Slide", SimpleNamespace(layout=layout, at="x.md:3:1", parts={"body": OPTIONS}))
    return TypesetSlide(slide, {name: fit(size) for name, size in sizes.items()})


def sizes(cut: list[TypesetSlide]) -> list[dict[str, float]]:
    return [
        {name: found.levels[0].size for name, found in one.settings.items() if isinstance(found, Fit)} for one in cut
    ]


def test_what_both_have_takes_the_smaller_size_of_the_two() -> None:
    asked, answered = typeset("choice", title=30, body=24), typeset("reveal", title=28, body=24, reason=20)
    assert sizes(aligned([asked, answered])) == [{"title": 28, "body": 24}, {"title": 28, "body": 24, "reason": 20}]
    assert sizes(aligned([typeset("choice", body=20), typeset("reveal", body=24)])) == [{"body": 20}, {"body": 20}]


def test_other_neighbours_are_left_as_they_are() -> None:
    for layouts in (("content", "reveal"), ("choice", "content"), ("reveal", "choice"), ("choice", "choice")):
        given = [typeset(layouts[0], body=20), typeset(layouts[1], body=24)]
        assert sizes(aligned(given)) == [{"body": 20}, {"body": 24}]


def test_pairs_in_a_row_do_not_touch_each_other() -> None:
    cut = [
        typeset("choice", body=20),
        typeset("reveal", body=22),
        typeset("choice", body=24),
        typeset("reveal", body=23),
    ]
    assert sizes(aligned(cut)) == [{"body": 20}, {"body": 20}, {"body": 23}, {"body": 23}]


def exercise(layout: str, body: str, answered: str) -> str:
    texts = (("Which?", body), ("Which? (the answer)", answered))
    return "".join(
        f'<section data-layout="{layout}" data-at="x.md:3:1"><h2 data-ph="title">{title}</h2>'
        f'<div data-ph="body">{text}</div></section>'
        for title, text in texts
    )


def shown(made: Deck) -> list[set[str]]:
    """Return the sizes that each slide's body names; none where they are the layout's."""
    bodies = (next(one.element for one in slide.placeholders if one.name == "body") for slide in made.slides)
    return [{str(one.get("sz")) for one in body.iter() if one.get("sz")} for body in bodies]


LONG = "<p>" + "Because so it was and so it is written. " * 14 + "</p>"
LIST = "<ol class='options'><li>One thing to judge</li><li>Another thing to judge</li></ol>"


@pytest.mark.parametrize("layout", ["question", "question-bank"])
def test_an_answer_with_a_reason_sets_its_question_as_small(layout: str, slides: Build) -> None:
    made, _ = slides(exercise(layout, LIST, LIST.replace("judge", "judge <b>True</b>") + LONG))
    asked, answered = shown(made)[:2]
    assert asked
    assert asked <= answered


def test_an_answer_that_is_another_text_leaves_its_question_as_large_as_it_is(slides: Build) -> None:
    alone, _ = slides(exercise("question", "<p>Why?</p>", "<p>So.</p>"))
    made, _ = slides(exercise("question", "<p>Why?</p>", LONG))
    assert shown(made)[0] == shown(alone)[0]
    assert shown(made)[0] != shown(made)[1]

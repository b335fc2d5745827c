"""A question and its answer are set alike: nothing moves between the two slides."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

from coursepack.render.slides.layouts import Level
from coursepack.render.slides.measure.fit import Fit, Measured
from coursepack.render.slides.measure.pagination import TypesetSlide
from coursepack.render.slides.measure.pairs import aligned

if TYPE_CHECKING:
    from coursepack.render.slides.markup import Slide


def fit(size: float) -> Fit:
    return Fit((Level(size=size, leading=size),), Measured(0, "", ""), shrunk=False, fits=True)


def typeset(layout: str, **sizes: float) -> TypesetSlide:
    slide = cast("Slide", SimpleNamespace(layout=layout))
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

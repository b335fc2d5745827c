from __future__ import annotations

from typing import TYPE_CHECKING

from laidpages import full, line, page

if TYPE_CHECKING:
    from collections.abc import Callable


def test_a_heading_has_something_below_it(said: Callable[..., list[tuple[str, int]]]) -> None:
    heading = line(590, role="H3", element=5)
    assert said("heading-alone", page(1, line(0), heading), full(2))[0][0] == "page 1 ends with a heading"
    assert said("heading-alone", page(1, line(0), heading, line(604, element=6)), full(2)) == []
    assert said("heading-alone", page(1, line(0), heading, rows=[604]), full(2)) == []


def test_a_heading_whose_text_is_not_in_the_copy_is_not_alone(said: Callable[..., list[tuple[str, int]]]) -> None:
    short = page(1, line(0), line(590, role="H3", element=5))
    for role, alone in (("H3", 0), ("H2", 0), ("H4", 1), ("P", 1)):
        assert len(said("heading-alone", short, page(2, line(0, role=role), line(300, element=2)))) == alone
    # An exercise is what a heading may stand for.
    exercise = page(2, line(0, role="H3"), line(300, element=2))
    assert len(said("heading-alone", short, exercise, anchors={"ex-lengths": (2, 0.0)})) == 1

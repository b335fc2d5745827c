"""Equations over slides: smaller, then without the points below, then line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.render.slides.content import Equation
from coursepack.render.slides.measure.formulas import fitted, parted, roomy
from coursepack.render.words import latex

if TYPE_CHECKING:
    from coursepack.render.slides.layouts import Design, Frame

FLOOR = 18.0
LINE = r"x &= \frac{a}{b}"


def lines(count: int) -> Equation:
    inside = r" \\ ".join([LINE] * count)
    return Equation(rf"\begin{{aligned}}{inside}\end{{aligned}}", "x")


@pytest.fixture
def frame(design: Design) -> Frame:
    return design.layouts["equation"].frames["equation"]


def test_a_small_formula_has_the_size_of_its_layout_and_a_larger_one_a_smaller(frame: Frame) -> None:
    usual = frame.levels[0].size
    assert fitted(lines(1), frame, FLOOR).size == usual
    smaller = fitted(Equation("+".join(["abc"] * 12), ""), frame, FLOOR)
    assert smaller.fits
    assert FLOOR <= smaller.size < usual


def test_a_formula_is_never_set_below_the_floor(frame: Frame) -> None:
    found = fitted(Equation("+".join(["abc"] * 60), ""), frame, FLOOR)
    assert (found.size, found.fits) == (FLOOR, False)


def test_a_formula_has_the_room_of_the_points_that_are_not_there(design: Design, frame: Frame) -> None:
    below = design.layouts["equation"].frames["body"]
    both = roomy(frame, below)
    assert both.at[:3] == frame.at[:3]
    assert both.at[1] + both.at[3] == pytest.approx(below.at[1] + below.at[3])
    assert roomy(frame, None) == frame
    beside = design.layouts["figure-points"].frames
    assert roomy(beside["figure"], beside["body"]) == beside["figure"]


def test_lines_are_parted_over_as_few_slides_as_hold_them_at_one_size(frame: Frame) -> None:
    found = parted(lines(14), frame, FLOOR)
    assert len(found) > 1
    assert sum(len(latex.lines(part.latex).rows) for part, _ in found) == 14
    assert {fit for _, fit in found} == {found[0][1]}
    assert found[0][1].fits
    assert not all(fitted(lines(-(-14 // (len(found) - 1))), frame, FLOOR).fits for _ in found)


def test_what_has_no_lines_stays_whole_and_does_not_fit(frame: Frame) -> None:
    wide = Equation("+".join(["abc"] * 60), "")
    ((part, fit),) = parted(wide, frame, FLOOR)
    assert part == wide
    assert not fit.fits


def test_parts_share_the_size_of_the_one_that_needs_the_smallest(frame: Frame) -> None:
    wide = "+".join(["abc"] * 14)
    found = parted(Equation(r" \\ ".join([*["x"] * 6, *[wide] * 6]), ""), frame, FLOOR)
    assert len(found) > 1
    assert {fit.size for _, fit in found} == {min(fitted(part, frame, FLOOR).size for part, _ in found)}
    assert len({fitted(part, frame, FLOOR).size for part, _ in found}) > 1

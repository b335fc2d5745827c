"""The line that names the unit, the height of a drawing, and how coordinates are written. Points."""

from __future__ import annotations

import pytest
from chart_cases import lettering

from coursepack.render.charts.head import coordinate, flattened, head, height
from coursepack.render.charts.lettering import ASCENT, DESCENT, LEADING


@pytest.mark.parametrize(("width", "expected"), [(200, 172), (340, 172), (408, 181), (476, 190), (2000, 206)])
def test_a_wide_chart_is_higher_up_to_a_bound(width: float, expected: float) -> None:
    """136 points wider is 18 points higher."""
    assert height(width) == pytest.approx(expected)


def test_the_lowest_may_be_higher() -> None:
    assert height(340, 188) == 188
    assert height(476, 200) == 206


@pytest.mark.parametrize(("width", "expected"), [(400, 1), (334, 1), (321.5, 0.83), (254, 0.66)])
def test_a_chart_with_large_letters_is_flatter(width: float, expected: float) -> None:
    assert flattened(width) == pytest.approx(expected)


def test_a_unit_stands_at_the_upper_left_on_as_many_lines_as_it_needs() -> None:
    (line,), below = head("mm a year", 340, lettering())
    assert (line.text, line.box.left) == ("mm a year", 0)
    assert line.box.top == pytest.approx(1.6)
    assert below == pytest.approx(1.6 + ASCENT + DESCENT)
    two, lower = head("millimetres a year and a month", 80, lettering())
    assert len(two) == 2
    assert lower == pytest.approx(below + LEADING)


def test_no_unit_takes_no_room() -> None:
    assert head("  ", 340, lettering()) == ((), 0)


@pytest.mark.parametrize(
    ("place", "written"), [(1, "1.00"), (2.345, "2.35"), (2.344, "2.34"), (-0.001, "0.00"), (-1.5, "-1.50")]
)
def test_a_coordinate_has_two_decimals_and_no_negative_nought(place: float, written: str) -> None:
    assert coordinate(place) == written

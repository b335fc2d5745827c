from __future__ import annotations

import pytest

from coursepack.render.charts.scale import Scale, round_values, years


def test_a_scale_runs_either_way() -> None:
    assert Scale(0, 10, 100, 0).at(2.5) == 75


def test_a_scale_of_one_number_puts_it_in_the_middle() -> None:
    assert Scale(5, 5, 0, 100).at(5) == 50


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (0, 107.088, (50, 100)),
        (0, 22126, (10000, 20000)),
        (0, 8.3, (4, 8)),
        (0, 67, (25, 50)),
        (0, 0.47, (0.2, 0.4)),
        (-4, 5, (-4, 4)),
        (-30, 0, (-30, -15)),
        (0, 30, (15, 30)),
        (0, 0.3, (0.15, 0.3)),
        (0, 0, ()),
    ],
)
def test_gridlines_stand_at_round_numbers(low: float, high: float, expected: tuple[float, ...]) -> None:
    assert round_values(low, high, 2, whole=False) == expected


def test_counted_things_have_no_gridline_at_a_half() -> None:
    assert round_values(0, 1, 2, whole=True) == (1,)
    assert round_values(0, 1, 2, whole=False) == (0.5, 1)


@pytest.mark.parametrize("high", [0.003, 1, 2, 7, 13, 99.5, 640, 123456, 9e7])
def test_there_are_one_or_two_gridlines(high: float) -> None:
    assert len(round_values(0, high, 2, whole=False)) == 2
    assert len(round_values(-high, high * 0.7, 2, whole=False)) in (1, 2)


def test_years_stand_at_steps_that_leave_room_for_their_labels() -> None:
    assert years(1992, 2024.5, 9.6, 29) == (1992, 1996, 2000, 2004, 2008, 2012, 2016, 2020, 2024)
    assert years(1946, 2022, 4, 29) == (1950, 1960, 1970, 1980, 1990, 2000, 2010, 2020)
    assert years(2018, 2021, 80, 29) == (2018, 2019, 2020, 2021)


def test_years_are_marked_so_that_the_ends_of_an_axis_are_among_them() -> None:
    """Both steps have room: every fourth year would be neither 1990 nor 2020."""
    assert years(1990, 2020, 9.6, 29) == (1990, 1995, 2000, 2005, 2010, 2015, 2020)

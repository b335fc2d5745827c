from __future__ import annotations

import pytest

from coursepack.chart import Chart, Series


def chart(*categories: str, dates: bool = False) -> Chart:
    return Chart("bar", categories, (), "mm", "en", dates=dates)


def test_a_scale_holds_the_values_and_the_ends_of_their_error_bars() -> None:
    series = Series("Rain", (5, None, 8), ((1, 2), None, None))
    assert sorted(series.extent) == [4, 5, 7, 8, 8, 8]
    assert sorted(Series("Rain", (-3,), ((0.5, 4),)).extent) == [-3.5, -3, 1]


def test_a_value_without_an_error_bar_reaches_nowhere() -> None:
    series = Series("Rain", (5, 6), ((1, 2), None))
    assert [series.reach(index) for index in (0, 1)] == [(1, 2), (0, 0)]
    assert Series("Rain", (5,)).reach(0) == (0, 0)


@pytest.mark.parametrize(
    ("values", "alone"),
    [
        ((1, 2, 3), ()),
        ((1, None, 3, 4), (0,)),
        ((1, 2, None, 4), (3,)),
        ((None, 2, None), (1,)),
        ((7,), (0,)),
        ((1, None, 0, None), (0, 2)),  # nought is a value
    ],
)
def test_a_value_with_no_other_beside_it_is_alone(values: tuple[float | None, ...], alone: tuple[int, ...]) -> None:
    assert Series("Rain", values).alone == alone


@pytest.mark.parametrize(
    "names",
    [
        ("1990", "1995"),
        ("2003/04", "2004/05"),
        ("0\u20139", "10\u201319", "80+"),
        ("< 5 km", "≥ 50 km"),
        ("\u22125", "-2", "0.5%"),
        ("1,000", "2,000"),
    ],
)
def test_numbers_years_and_ranges_are_in_an_order(names: tuple[str, ...]) -> None:
    assert chart(*names).is_ordered


@pytest.mark.parametrize("names", [("Rome", "Bern"), ("1990", "Bern"), ("5 people", "6 people"), ("G7", "G20")])
def test_names_are_in_none_unless_they_are_dates(names: tuple[str, ...]) -> None:
    assert not chart(*names).is_ordered
    assert chart(*names, dates=True).is_ordered

from __future__ import annotations

from coursepack.chart import Apart, Chart, Series
from coursepack.render.charts.power import readable


def test_atoms_are_counted_in_powers_of_ten_which_the_unit_says() -> None:
    chart = Chart("bar", ("virus", "atom"), (Series("m", (1e-7, 1e-10), ((2e-8, 1e-8), None)),), "m", "en")
    made = readable(chart)
    assert made.unit == "\u00d7\u00a010⁻⁹ m"
    assert made.series[0].values == (100, 0.1)
    assert made.series[0].errors == ((20, 10), None)


def test_the_largest_numbers_a_file_can_hold_are_drawn() -> None:
    made = readable(Chart("stacked", ("A", "B"), (Series("a", (1e308, 1.5e308)), Series("b", (1e308, 0))), "", "en"))
    assert (made.unit, made.series[0].values) == ("\u00d7\u00a010³⁰⁶", (100, 150))


def test_what_can_be_read_stays_as_it_is() -> None:
    chart = Chart("line", ("1990", "2020"), (Series("a", (0.004, 9e11)),), "t", "en", positions=(1990, 2020))
    assert readable(chart) is chart


def test_places_along_the_foot_have_a_power_of_their_own_and_days_have_none() -> None:
    dots = Series("a", (1.0, 2.0))
    made = readable(Chart("scatter", ("", ""), (dots,), "", "en", positions=(1e-9, 4e-9), apart=(Apart(2e-9, 1, ""),)))
    assert (made.positions, made.apart[0].x, made.across) == ((1, 4), 2, "\u00d7\u00a010⁻⁹")
    days = Chart("line", ("", ""), (dots,), "", "en", positions=(738000.0, 738100.0), dates=True)
    assert readable(days) is days

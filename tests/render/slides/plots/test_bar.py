"""Upright bars on a slide: their scale, their values and the names of their series."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from coursepack.chart import Chart, Kind, Series
from coursepack.render.slides.plots.bar import has_room, plan, unsaid

if TYPE_CHECKING:
    from coursepack.render.slides.plots.plot import Canvas

RIVERS = ("Rhine", "Elbe", "Oder")


def chart(kind: Kind, *rows: tuple[float | None, ...], names: tuple[str, ...] = RIVERS, divide: float = 1) -> Chart:
    series = tuple(Series(name, row) for name, row in zip(("length", "depth"), rows, strict=False))
    return Chart(kind, names, series, "km", "en", divide=divide)


def test_the_scale_is_from_nought_to_the_highest_bar_and_every_bar_bears_its_value(canvas: Canvas) -> None:
    made = plan(chart("bar", (12, 30, 21)), canvas)
    assert (made.up.low, made.up.high) == (0, 30)
    (row,) = made.rows
    assert [(label.index, label.position, label.lines) for label in row.labels] == [
        (index, "outEnd", ()) for index in range(3)
    ]


def test_bars_that_hang_have_room_for_their_values_below_them(canvas: Canvas) -> None:
    made = plan(chart("bar", (10, -10, None)), canvas)
    assert (made.up.low, made.up.high) == (pytest.approx(-10 - 0.14 * 20), 10)
    assert [label.index for label in made.rows[0].labels] == [0, 1]


def test_values_have_the_decimals_that_they_have_on_paper(canvas: Canvas) -> None:
    made = plan(chart("bar", (12000, 30000, 2500), divide=1000), canvas)
    assert {label.format for label in made.rows[0].labels} == {"#,##0,"}  # a comma divides by a thousand
    assert made.up.high == 30000


def test_where_bars_are_too_many_the_first_the_highest_and_the_last_are_said(canvas: Canvas) -> None:
    values = tuple(10_000.0 + (500 if number == 20 else number) for number in range(60))
    given = chart("bar", values, names=tuple(str(1960 + number) for number in range(60)))
    assert [label.index for label in plan(given, canvas).rows[0].labels] == [0, 20, 59]
    assert unsaid(given, canvas) == 57
    assert has_room(given, canvas)  # years may do without
    assert not has_room(chart("bar", values, names=tuple(f"Settlement {number}" for number in range(60))), canvas)


def test_each_of_several_series_is_named_once_with_the_value_of_its_bar(canvas: Canvas) -> None:
    made = plan(chart("bar", (12, 30, 21), (8, 4, 16)), canvas)
    for row, values in zip(made.rows, (("12", "30", "21"), ("8", "4", "16")), strict=True):
        (named,) = [label for label in row.labels if label.lines]
        assert [text for text, _ in named.lines] == [row.name, values[named.index]]
        assert [label.index for label in row.labels] == [0, 1, 2]
    assert made.inner[1] * canvas.whole >= 0.42 + canvas.line  # room for the names above the bars


def test_stacks_have_the_scale_of_their_sums_and_totals_above_them(canvas: Canvas) -> None:
    made = plan(chart("stacked", (12, 30, 25), (8, 10, None)), canvas)
    assert (made.up.low, made.up.high) == (0, 40)
    assert made.totals
    assert made.totals.values == (20, 40, 25)
    assert [label.index for label in made.totals.labels] == [0, 1, 2]
    assert [len(row.labels) for row in made.rows] == [1, 1]  # their names


def test_totals_that_mean_nothing_are_left_out(canvas: Canvas) -> None:
    made = plan(replace(chart("stacked", (12, 30, 25), (8, 10, None)), totals=False), canvas)
    assert made.totals
    assert made.totals.labels == ()
    assert (made.up.low, made.up.high) == (0, 40)


def test_few_bars_do_not_grow_into_blocks(canvas: Canvas) -> None:
    """A bar is 1.3 inches at most: its gap is what the rest of its slot is, in per cent of it."""
    two = plan(chart("bar", (1, 2), names=RIVERS[:2]), canvas)
    slot = canvas.width / 2
    assert slot / (1 + two.gap / 100) == pytest.approx(1.3, abs=0.01)
    many = plan(chart("bar", tuple(range(1, 13)), names=tuple("abcdefghijkl")), canvas)
    assert many.gap == canvas.look.gap

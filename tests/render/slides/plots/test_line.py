"""Lines on a slide: their scales, the labels of their points, and the names at their ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.chart import Apart, Chart, Mark, Series
from coursepack.render.slides.plots.line import plan

if TYPE_CHECKING:
    from coursepack.render.slides.plots.plot import Canvas, Label

YEARS = (1990.0, 2000.0, 2010.0, 2020.0)


def chart(
    *rows: tuple[float | None, ...],
    marks: tuple[Mark, ...] = (),
    apart: tuple[Apart, ...] = (),
    positions: tuple[float, ...] = YEARS,
    divide: float = 1,
) -> Chart:
    series = tuple(Series(name, row) for name, row in zip(("Rain", "Snow"), rows, strict=False))
    names = tuple(f"{year:.0f}" for year in YEARS)
    return Chart("line", names, series, "mm", "en", positions=positions, marks=marks, apart=apart, divide=divide)


def words(label: Label) -> list[str]:
    return [text for text, _ in label.lines]


def test_the_upright_scale_begins_at_nought_and_ends_just_above_the_highest_point(canvas: Canvas) -> None:
    made = plan(chart((10, 40, 20, 30)), canvas)
    assert made.up.low == 0
    assert 40 < made.up.high < 42
    assert made.up.step == 20


def test_a_scale_that_goes_below_nought_begins_at_a_mark(canvas: Canvas) -> None:
    up = plan(chart((-10, 40, 20, 30)), canvas).up
    assert up.low <= -10
    assert up.low / up.step == pytest.approx(round(up.low / up.step))


def test_years_stand_to_scale_from_a_marked_year(canvas: Canvas) -> None:
    across = plan(chart((10, 40, 20, 30)), canvas).across
    assert across
    assert (across.low, across.high) == (1990, 2020)
    assert across.low % across.step == 0
    assert plan(chart((10, 40, 20, 30)), canvas).across_format == "0"  # no comma in a year


def test_categories_that_are_no_years_have_a_step_each(canvas: Canvas) -> None:
    across = plan(chart((10, 40, 20, 30), positions=()), canvas).across
    assert across
    assert (across.low, across.high, across.step) == (0.5, 4.5, 1)


def test_a_line_alone_has_its_last_value_and_the_authors_marks(canvas: Canvas) -> None:
    (row,) = plan(chart((10, 40, 20, 30), marks=(Mark(2, "Drought"),)), canvas).rows
    assert [(label.index, words(label)) for label in row.labels] == [(2, ["20", "Drought"]), (3, ["30"])]
    assert row.labels[0].position == "b"  # below a trough
    assert row.dots == (2, 3)


def test_the_highest_point_says_its_year_where_nothing_else_is_said(canvas: Canvas) -> None:
    (row,) = plan(chart((10, 20, 30, 40)), canvas).rows
    assert [words(label) for label in row.labels] == [["40 in 2020"]]
    (row,) = plan(chart((1000, 2000, 3000, 40_000), divide=1000), canvas).rows
    assert [words(label) for label in row.labels] == [["40 in 2020"]]


def test_a_point_without_a_neighbour_bears_its_value(canvas: Canvas) -> None:
    (row,) = plan(chart((10, None, 20, 30)), canvas).rows
    assert [(label.index, words(label)) for label in row.labels] == [(0, ["10"]), (3, ["30 in 2020"])]
    assert 0 in row.dots


def test_several_lines_are_named_at_their_ends_with_room_at_the_right(canvas: Canvas) -> None:
    made = plan(chart((10, 20, 20, 40), (40, 30, 20, 10)), canvas)
    assert [[(label.index, words(label)[0]) for label in row.labels] for row in made.rows] == [
        [(3, "Rain")],
        [(3, "Snow")],
    ]
    right = (made.inner[0] + made.inner[2]) * canvas.width
    widest = max(canvas.extent(canvas.named(name))[0] for name in ("Rain", "Snow"))
    assert widest < canvas.width - right < widest + 0.5


def test_a_dot_apart_has_its_place_its_value_and_its_words(canvas: Canvas) -> None:
    made = plan(chart((10, 40, 20, 30), apart=(Apart(1995.5, 60, "Survey"),)), canvas)
    assert made.apart
    assert (made.apart.values, made.apart_positions) == ((60,), (1995.5,))
    assert words(made.apart.labels[0]) == ["60", "Survey"]
    assert made.up.high > 60
    # A series takes columns A and B; the places of dots apart are in the next but one, their values behind them.
    assert (made.apart_column, made.apart.column) == ("D", "E")

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from coursepack.chart import Chart, Series
from coursepack.render.slides.plots.area import plan

if TYPE_CHECKING:
    from coursepack.render.slides.plots.plot import Canvas


def area(*rows: tuple[float, ...], divide: float = 1) -> Chart:
    series = tuple(Series(f"part {number}", row) for number, row in enumerate(rows, 1))
    years = tuple(str(2000 + number) for number in range(len(rows[0])))
    return Chart("area", years, series, "TWh", "en", divide=divide)


def test_the_scale_holds_the_sum_of_all_parts(canvas: Canvas) -> None:
    made = plan(area((10, 20, 30), (5, 25, 40)), canvas)
    assert made.up.low == 0
    assert 70 <= made.up.high < 80
    assert made.up.step in {20, 25, 50}


def test_names_hang_at_the_middle_of_their_parts_end_with_its_last_value(canvas: Canvas) -> None:
    """The ends are 0 to 30 and 30 to 70: their middles are 15 and 50 of the scale."""
    made = plan(area((10, 20, 30), (5, 25, 40)), canvas)
    assert [[text for text, _ in row.labels[0].lines] for row in made.names] == [["part 1", "30"], ["part 2", "40"]]
    assert [row.values[-1] for row in made.names] == [pytest.approx(15), pytest.approx(50)]


def test_thin_parts_have_names_that_do_not_meet(canvas: Canvas) -> None:
    """A label stands at its point, moved by its shift; three names are about as high as each other."""
    made = plan(area((100, 100), (1, 1), (1, 1)), canvas)
    needed = canvas.extent(made.names[1].labels[0].lines)[1]
    per_unit = made.inner[3] * canvas.whole / made.up.high
    shifts = [row.labels[0].shift or (0, 0) for row in made.names]
    heights = [
        (row.values[-1] or 0) * per_unit - shift[1] * canvas.whole
        for row, shift in zip(made.names, shifts, strict=True)
    ]
    assert all(higher - lower >= needed - 0.01 for lower, higher in pairwise(heights))


def test_a_chart_of_one_area_shows_its_value_alone(canvas: Canvas) -> None:
    (name,) = plan(area((1000, 2500), divide=1000), canvas).names
    assert [text for text, _ in name.labels[0].lines] == ["2.5"]


def test_categories_that_would_meet_are_named_every_so_many(canvas: Canvas) -> None:
    assert plan(area(tuple(range(1, 4))), canvas).skip == 1
    assert plan(area(tuple(range(1, 60))), canvas).skip > 2

"""Charts of a slide for languages that are read from right to left."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.chart import Chart, Series
from coursepack.render.slides.plots import line, pie
from coursepack.render.slides.plots.mirror import mirrored

if TYPE_CHECKING:
    from coursepack.render.slides.plots.plot import Canvas


def test_axis_and_names_change_sides(canvas: Canvas) -> None:
    series = (Series("Rain", (5, 9, 7)), Series("Snow", (1, 2, 1)))
    plot = line.plan(Chart("line", ("1990", "1995", "2000"), series, "mm", "ar", (1990, 1995, 2000)), canvas)
    made = mirrored(plot)
    assert made.leftward
    left, top, width, height = plot.inner
    assert made.inner == pytest.approx((1 - left - width, top, width, height))
    for before, after in zip(plot.rows, made.rows, strict=True):
        for one, other in zip(before.labels, after.labels, strict=True):
            assert (one.position, other.position) in {("r", "l"), ("l", "r"), ("t", "t"), ("b", "b"), ("ctr", "ctr")}
            assert (one.shift or (0, 0))[0] == -(other.shift or (0, 0))[0]
            assert (one.shift or (0, 0))[1] == (other.shift or (0, 0))[1]
        assert before.values == after.values
    assert [label.position for row in made.rows for label in row.labels] == ["l", "l"]


def test_a_pie_stays_as_it_is(canvas: Canvas) -> None:
    plot = pie.plan(Chart("pie", ("Bern", "Rome"), (Series("Rain", (5, 9)),), "mm", "ar"), canvas)
    assert mirrored(plot) == plot

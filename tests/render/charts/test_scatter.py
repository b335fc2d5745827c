"""Dots over two scales, read back from the drawing. Points; y runs downwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from chart_cases import lettering

from coursepack.chart import Chart, Mark, Series
from coursepack.render.charts.scatter import ScatterDrawing, layout

if TYPE_CHECKING:
    from coursepack.render.geometry import Box

WIDTH = 340.0
PLACES = (10.0, 20.0, 40.0)


def drawn(
    *rows: tuple[float | None, ...],
    marks: tuple[Mark, ...] = (),
    errors: tuple[tuple[float, float] | None, ...] = (),
    divide: float = 1,
) -> ScatterDrawing:
    series = tuple(Series(name, row, errors) for name, row in zip(("Lakes", "Rivers"), rows, strict=False))
    names = tuple(f"{place:g}" for place in PLACES)
    chart = Chart("scatter", names, series, "mm", "en", positions=PLACES, marks=marks, divide=divide)
    return layout(chart, WIDTH, lettering())


def said(found: ScatterDrawing) -> dict[str, Box]:
    return {run.text: run.box for run in found.runs}


def test_a_dot_stands_where_its_two_numbers_say() -> None:
    found = drawn((100, 200, 300))
    first, second, third = found.dots[0]
    assert (second.x - first.x) * 2 == pytest.approx(third.x - second.x)  # 10 and 20 of the scale along the foot
    assert first.y - second.y == pytest.approx(second.y - third.y)
    assert first.y > third.y


def test_the_numbers_of_the_scales_stand_at_their_places() -> None:
    found = drawn((100, 200, 300))
    boxes = said(found)
    assert boxes["40"].centre.x == pytest.approx(found.dots[0][2].x)
    assert boxes["200"].centre.y == pytest.approx(found.dots[0][1].y)
    assert boxes["20"].top > found.axes[0].start.y
    assert boxes["200"].right < found.axes[1].start.x


def test_numbers_are_divided_and_dots_stay_where_they_were() -> None:
    found = drawn((1000, 2000, 3000), divide=1000)
    assert said(found)["2"].centre.y == pytest.approx(found.dots[0][1].y)
    assert "2,000" not in said(found)


def test_the_axes_meet_at_the_lower_left_and_gridlines_run_between_them() -> None:
    found = drawn((100, 200, 300))
    foot, upright = found.axes
    assert foot.start == upright.end
    assert foot.end.x > foot.start.x
    assert upright.start.y < upright.end.y
    assert all(upright.start.y <= line.start.y < foot.start.y for line in found.grid)
    assert [(tick.y, foot.start.x <= tick.x <= foot.end.x) for tick in found.ticks] == [(foot.start.y, True)] * len(
        found.ticks
    )


def test_what_has_no_figure_is_no_dot() -> None:
    found = drawn((100, None, 300), (None, 200, None))
    assert [len(row) for row in found.dots] == [2, 1]


def test_each_series_is_named_at_the_dot_farthest_from_the_others() -> None:
    found = drawn((100, 200, 900), (110, 210, 100))
    lakes, rivers = said(found)["Lakes"], said(found)["Rivers"]
    for label, dot in ((lakes, found.dots[0][2]), (rivers, found.dots[1][2])):
        every = [one for row in found.dots for one in row]
        assert min(every, key=lambda one: (one.x - label.centre.x) ** 2 + (one.y - label.centre.y) ** 2) == dot
    assert "Lakes" not in said(drawn((100, 200, 300)))


def test_a_mark_has_its_words_beside_its_dot() -> None:
    found = drawn((100, 200, 300), marks=(Mark(1, "Geneva"),))
    label, dot = said(found)["Geneva"], found.dots[0][1]
    assert 0 < label.left - dot.x < 12
    assert label.top < dot.y < label.bottom


def test_an_error_bar_reaches_as_far_as_it_says() -> None:
    found = drawn((100, 200, 300), errors=(None, (50, 100), None))
    line = found.errors[0]
    first, dot, _ = found.dots[0]
    one = (first.y - dot.y) / 100
    assert (line.start.x, dot.y - line.start.y, line.end.y - dot.y) == pytest.approx((dot.x, 100 * one, 50 * one))

"""Lines over time, read back from the drawing. Points; y runs downwards."""

from __future__ import annotations

import pytest
from chart_cases import lettering

from coursepack.chart import Apart, Chart, Mark, Series
from coursepack.render.charts.line import LineDrawing, layout
from coursepack.render.geometry import Box, Point, bounding_box

WIDTH = 340.0
YEARS = (1990.0, 2000.0, 2010.0, 2020.0)


def drawn(
    *rows: tuple[float | None, ...],
    marks: tuple[Mark, ...] = (),
    apart: tuple[Apart, ...] = (),
    errors: tuple[tuple[float, float] | None, ...] = (),
) -> LineDrawing:
    series = tuple(Series(name, row, errors) for name, row in zip(("Rain", "Snow"), rows, strict=False))
    names = tuple(f"{year:.0f}" for year in YEARS)
    chart = Chart("line", names, series, "mm", "en", positions=YEARS, marks=marks, apart=apart)
    return layout(chart, WIDTH, lettering())


def said(found: LineDrawing) -> dict[str, Box]:
    return {run.text: run.box for run in found.runs}


def at(found: LineDrawing, year: float, share: float) -> Point:
    """Where a value stands that is a share of the highest one, by the ends of the axis and of the line."""
    (line,) = found.paths[0]
    left, right, foot = line[0].x, line[-1].x, found.axis.start.y
    top = min(point.y for point in line)
    return Point(left + (year - 1990) / 30 * (right - left), foot - share * (foot - top))


def test_a_line_goes_through_its_values_both_axes_to_scale() -> None:
    found = drawn((10, 40, 20, 30))
    (line,) = found.paths[0]
    expected = [at(found, year, value / 40) for year, value in zip(YEARS, (10, 40, 20, 30), strict=True)]
    assert [coordinate for point in line for coordinate in point] == pytest.approx(
        [coordinate for point in expected for coordinate in point]
    )


def test_a_line_is_broken_where_there_is_no_figure_and_a_point_alone_is_a_dot() -> None:
    found = drawn((10, 40, None, 30))
    assert [len(piece) for piece in found.paths[0]] == [2]
    assert len(found.lone) == 1
    assert found.lone[0].x == pytest.approx(found.ticks[-1].x)


def test_several_lines_are_named_at_their_right_ends() -> None:
    found = drawn((10, 20, 20, 40), (40, 30, 20, 10))
    for name, paths in zip(("Rain", "Snow"), found.paths, strict=True):
        end = paths[-1][-1]
        label = said(found)[name]
        assert label.left > end.x
        assert abs(label.centre.y - end.y) < 12
    assert said(found)["Rain"].right <= WIDTH


def test_a_mark_has_its_words_near_its_point_and_a_dot_apart_is_open() -> None:
    found = drawn((10, 40, 20, 30), marks=(Mark(2, "Drought"),), apart=(Apart(1995, 30, "Survey"),))
    trough = found.paths[0][0][2]
    assert trough in found.dots
    assert abs(said(found)["Drought"].centre.x - trough.x) < said(found)["Drought"].width
    (survey,) = found.open_dots
    assert (survey.x, survey.y) == pytest.approx(at(found, 1995, 30 / 40))


def test_a_gridline_stops_where_a_label_stands_and_goes_on_behind_it() -> None:
    found = drawn((10, 17, 12, 40), marks=(Mark(1, "Flood"),))
    label = bounding_box([box for words, box in said(found).items() if words == "Flood" or "17" in words])
    before, after = (line for line in found.grid if label.top < line.start.y < label.bottom)
    assert before.start.x == found.axis.start.x
    assert label.left - 3 < before.end.x < label.left
    assert label.right < after.start.x < label.right + 3
    assert after.end.x == found.axis.end.x


def test_no_gridline_runs_between_the_lines_of_a_label() -> None:
    for value in range(20, 40):
        found = drawn((10, 17, 12, 50), apart=(Apart(2016, value, "Survey"),))
        label = bounding_box([said(found)["Survey"], said(found)[str(value)]])
        assert not [line for line in found.grid if label.crossed_by(line)]


def test_years_stand_below_the_axis_and_nought_has_a_line_where_values_go_below_it() -> None:
    found = drawn((-10, 40, 20, 30))
    assert found.zero
    assert found.zero.start.y < found.axis.start.y
    assert drawn((10, 40, 20, 30)).zero is None
    assert all(tick.y == found.axis.start.y for tick in found.ticks)
    years = [(int(run.text), run.box) for run in found.runs if run.text.startswith(("199", "200", "201", "202"))]
    assert len(years) == len(found.ticks) > 2
    for (year, box), tick in zip(years, found.ticks, strict=True):
        assert box.top > tick.y
        assert tick.x == pytest.approx(at(found, year, 0).x)


def test_an_error_bar_reaches_as_far_as_it_says() -> None:
    found = drawn((10, 40, 20, 30), errors=(None, None, (5, 10), None))
    line = found.errors[0]
    point = found.paths[0][0][2]
    one = (found.axis.start.y - point.y) / 20
    assert (line.start.x, point.y - line.start.y, line.end.y - point.y) == pytest.approx((point.x, 10 * one, 5 * one))

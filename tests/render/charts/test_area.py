"""Parts of a whole over time, read back from the drawing. Points; y runs downwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from chart_cases import lettering

from coursepack.chart import Chart, Series
from coursepack.render.charts.area import AreaDrawing, layout
from coursepack.render.charts.limits import LimitError

if TYPE_CHECKING:
    from coursepack.render.geometry import Box

WIDTH = 340.0
YEARS = (2000.0, 2010.0, 2020.0)
NAMES = ("Coal", "Gas", "Wind")


def drawn(*rows: tuple[float, ...], names: tuple[str, ...] = NAMES, divide: float = 1) -> AreaDrawing:
    series = tuple(Series(name, row) for name, row in zip(names, rows, strict=False))
    years = tuple(f"{year:.0f}" for year in YEARS)
    chart = Chart("area", years, series, "TWh", "en", positions=YEARS, divide=divide)
    return layout(chart, WIDTH, lettering())


def said(found: AreaDrawing) -> dict[str, Box]:
    return {run.text: run.box for run in found.runs}


def test_areas_lie_on_each_other_from_the_foot_in_one_scale() -> None:
    found = drawn((40, 20, 10), (20, 20, 30))
    coal, gas = found.areas
    foot = found.axis.start.y
    # An area goes along its upper edge and back along its lower one.
    assert [point.y for point in coal[3:]] == pytest.approx([foot] * 3)
    assert gas[3:] == tuple(reversed(coal[:3]))
    one = (foot - coal[0].y) / 40
    assert [foot - point.y for point in coal[:3]] == pytest.approx([40 * one, 20 * one, 10 * one])
    assert [foot - point.y for point in gas[:3]] == pytest.approx([60 * one, 40 * one, 40 * one])


def test_years_stand_at_their_places_along_the_foot() -> None:
    found = drawn((40, 20, 10))
    xs = [point.x for point in found.areas[0][:3]]
    assert xs[1] - xs[0] == pytest.approx(xs[2] - xs[1])
    assert (xs[0], xs[2]) == pytest.approx((found.axis.start.x, found.axis.end.x))
    assert {tick.x for tick in found.ticks} >= {xs[0], xs[2]}
    assert said(found)["2000"].top > found.axis.start.y


def test_a_name_and_the_last_value_stand_right_of_the_area_at_its_height() -> None:
    found = drawn((40, 20, 30), (20, 20, 30))
    for name, area, leader in zip(NAMES, found.areas, found.leaders, strict=False):
        middle = (area[2].y + area[3].y) / 2
        assert said(found)[name].left > found.axis.end.x
        assert leader.start.y == pytest.approx(middle)
        assert leader.start.x < leader.end.x < said(found)[name].left
    assert said(found)["Gas"].centre.y < said(found)["Coal"].centre.y
    assert [run.text for run in found.runs].count("30") == 2


def test_an_area_alone_is_not_named_and_its_value_is_divided() -> None:
    found = drawn((4000, 2000, 1000), divide=1000)
    texts = [run.text for run in found.runs]
    assert "Coal" not in texts
    assert "1.0" in texts
    assert "1,000" not in texts


def test_the_second_area_alone_is_hatched() -> None:
    found = drawn((40, 20, 10), (20, 20, 30), (5, 5, 5))
    gas = found.areas[1]
    top, bottom = min(point.y for point in gas), max(point.y for point in gas)
    assert found.hatch
    assert all(top - 0.01 <= end.y <= bottom + 0.01 for line in found.hatch for end in line)
    assert drawn((40, 20, 10)).hatch == ()


def test_names_that_are_higher_than_the_chart_are_refused() -> None:
    long = " ".join(["unreasonably"] * 40)
    with pytest.raises(LimitError, match="beside them"):
        drawn((40, 20, 10), (20, 20, 30), names=(long, long))

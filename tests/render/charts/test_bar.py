"""Upright bars of one or several series, read back from the drawing. Points; y runs downwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from chart_cases import lettering

from coursepack.chart import Chart, Series
from coursepack.render.charts.bar import BarDrawing, layout

if TYPE_CHECKING:
    from coursepack.render.geometry import Box

WIDTH = 340.0
PLACES = ("Bern", "Rome", "Oslo")
NAMES = ("Rain", "Snow", "Hail")


def drawn(*rows: tuple[float | None, ...], errors: tuple[tuple[float, float] | None, ...] = ()) -> BarDrawing:
    series = tuple(Series(name, row, errors) for name, row in zip(NAMES, rows, strict=False))
    return layout(Chart("bar", PLACES, series, "mm", "en"), WIDTH, lettering())


def said(found: BarDrawing) -> dict[str, Box]:
    return {run.text: run.box for run in found.runs}


def test_bars_stand_on_one_foot_as_high_as_their_values() -> None:
    found = drawn((10, 30, 20))
    (bars,) = found.bars
    foot = found.axis.start.y
    assert [bar.bottom for bar in bars] == pytest.approx([foot] * 3)
    assert [bar.height / bars[0].height for bar in bars] == pytest.approx([1, 3, 2])
    assert [bar.centre.x for bar in bars] == sorted(bar.centre.x for bar in bars)


def test_a_value_below_nought_hangs_from_the_foot_with_its_number_below() -> None:
    found = drawn((10, -5, None))
    up, down = found.bars[0]
    assert (up.bottom, down.top) == pytest.approx((found.axis.start.y,) * 2)
    assert up.height == pytest.approx(2 * down.height)
    assert said(found)["\u22125"].top > down.bottom
    assert said(found)["10"].bottom < up.top


def test_bars_of_several_series_stand_in_groups_in_the_order_of_the_series() -> None:
    found = drawn((10, 30, 20), (20, 10, 5))
    for place, rain, snow in zip(PLACES, *found.bars, strict=True):
        assert rain.right == pytest.approx(snow.left)
        assert rain.width == pytest.approx(snow.width)
        assert said(found)[place].centre.x == pytest.approx(rain.right)


def test_each_series_is_named_once_over_a_bar_of_its_own() -> None:
    found = drawn((10, 30, 20), (25, 10, 5))
    texts = [run.text for run in found.runs]
    for name, bars in zip(NAMES, found.bars, strict=False):
        assert texts.count(name) == 1
        label = said(found)[name]
        nearest = min((bar for row in found.bars for bar in row), key=lambda bar: abs(bar.centre.x - label.centre.x))
        assert nearest in bars
    # The number of a bar with a name is said with the name, and no second time.
    assert sorted(text for text in texts if text.isdigit()) == ["10", "10", "20", "25", "30", "5"]
    assert found.unsaid == 0


def test_the_second_series_alone_is_hatched() -> None:
    found = drawn((10, 30, 20), (25, 10, 5))
    assert found.hatch
    assert all(any(line.bounds.within(bar.grown(0.01)) for bar in found.bars[1]) for line in found.hatch)
    assert drawn((10, 30, 20)).hatch == ()


def test_an_error_bar_reaches_as_far_as_it_says_and_the_number_keeps_clear_of_it() -> None:
    found = drawn((10, 20, 30), errors=((5, 2.5), None, None))
    (bar, *_), (line, *caps) = found.bars[0], found.errors
    one = bar.height / 10
    assert line.start.x == pytest.approx(bar.centre.x)
    assert (bar.top - line.start.y, line.end.y - bar.top) == pytest.approx((2.5 * one, 5 * one))
    assert [cap.start.y for cap in caps] == pytest.approx([line.start.y, line.end.y])
    assert said(found)["10"].bottom < line.start.y


def test_nought_is_said_and_not_drawn() -> None:
    found = drawn((0, 5, None))
    assert len(found.bars[0]) == 1
    assert "0" in said(found)
    assert drawn((None, 0, None)).bars == ((),)

"""Stacked bars, read back from the drawing. Points; y runs downwards."""

from __future__ import annotations

import pytest
from chart_cases import lettering

from coursepack.chart import Chart, Series
from coursepack.render.charts.stacked import StackedDrawing, layout

WIDTH = 340.0
YEARS = ("2000", "2010", "2020")


def drawn(*rows: tuple[float | None, ...]) -> StackedDrawing:
    series = tuple(Series(name, row) for name, row in zip(("Girls", "Boys", "Not said"), rows, strict=False))
    return layout(Chart("stacked", YEARS, series, "pupils", "en"), WIDTH, lettering())


def test_parts_stand_on_each_other_from_the_foot_in_one_scale() -> None:
    found = drawn((40, 20, 10), (20, 20, 30))
    girls, boys = found.parts
    assert [part.bottom for part in girls] == pytest.approx([found.axis.start.y] * 3)
    assert [part.bottom for part in boys] == pytest.approx([part.top for part in girls])
    inch = girls[0].height / 40
    assert [part.height / inch for part in (*girls, *boys)] == pytest.approx([40, 20, 10, 20, 20, 30])


def test_totals_stand_over_the_bars_and_years_under_them() -> None:
    found = drawn((40, 20, 10), (20, 20, 35))
    said = {run.text: run.box for run in found.runs}
    for total, year, top in zip(("60", "40", "45"), YEARS, found.parts[1], strict=True):
        assert said[total].bottom < top.top
        assert said[total].centre.x == pytest.approx(top.centre.x)
        assert said[year].top > found.axis.start.y


def test_each_series_is_named_once_beside_a_part_of_its_own() -> None:
    found = drawn((40, 20, 10), (20, 20, 30))
    said = {run.text: run.box for run in found.runs}
    assert len(found.leaders) == 2
    for name, parts in (("Girls", found.parts[0]), ("Boys", found.parts[1])):
        leader = min(found.leaders, key=lambda one: abs(one.end.y - said[name].centre.y))
        assert any(part.top <= leader.start.y <= part.bottom for part in parts)
    every = [part for row in found.parts for part in row]
    assert not [1 for name in ("Girls", "Boys") for part in every if said[name].overlaps(part)]


def test_what_has_no_figure_or_nought_is_not_drawn_and_a_series_of_nothing_not_named() -> None:
    found = drawn((40, None, 10), (0, 20, 30), (None, 0, None))
    assert [len(row) for row in found.parts] == [2, 2, 0]
    assert "Not said" not in {run.text for run in found.runs}
    assert {"Girls", "Boys"} <= {run.text for run in found.runs}


def test_only_the_second_series_is_hatched_and_only_inside_its_parts() -> None:
    found = drawn((40, 20, 10), (20, 20, 30))
    assert found.hatch
    for line in found.hatch:
        assert any(line.bounds.within(part.grown(0.01)) for part in found.parts[1])
    assert drawn((40, 20, 10)).hatch == ()


def test_bars_without_any_figure_are_drawn_as_none() -> None:
    assert drawn((None, 0, None)).parts == ((),)

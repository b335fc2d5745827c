"""Drawings for languages that are read from right to left, beside those of the same numbers in English."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

import pytest
from chart_cases import lettering

from coursepack.chart import Chart, Kind, Series
from coursepack.render.charts.bar import BarDrawing
from coursepack.render.charts.draw import formed
from coursepack.render.charts.pie import PieDrawing
from coursepack.render.charts.ranked import RankedDrawing
from coursepack.render.geometry import Point

Drawing = TypeVar("Drawing")
WIDTH = 340.0
PLACES = ("Bern", "Rome", "Oslo")


def chart(kind: Kind, tag: str = "ar") -> Chart:
    return Chart(kind, PLACES, (Series("Rain", (50, 30, 20)),), "mm", tag)


def drawn(kind: type[Drawing], given: Chart) -> Drawing:
    _, drawing, _ = formed(given, WIDTH, lettering())
    assert isinstance(drawing, kind)
    return drawing


def test_upright_bars_follow_each_other_from_the_right() -> None:
    (there,) = drawn(BarDrawing, chart("bar", "en")).bars
    (here,) = drawn(BarDrawing, chart("bar")).bars
    assert [bar.left for bar in here] == pytest.approx([WIDTH - bar.right for bar in there])
    assert here[0].centre.x > here[1].centre.x > here[2].centre.x


def test_words_are_moved_with_what_they_name_and_not_turned() -> None:
    there, here = ({run.text: run for run in drawn(BarDrawing, chart("bar", tag)).runs} for tag in ("en", "ar"))
    assert here["mm"].box.right == pytest.approx(WIDTH)
    for text, run in there.items():
        assert here[text].box.left == pytest.approx(WIDTH - run.box.right)
        starts = [[x - one.xs[0] for x in one.xs] for one in (run, here[text])]
        assert starts[0] == pytest.approx(starts[1])


def test_lying_bars_grow_leftward_from_their_names() -> None:
    found = drawn(RankedDrawing, chart("ranked"))
    boxes = {run.text: run.box for run in found.runs}
    for bar, name, value in zip(found.bars[0], PLACES, ("50", "30", "20"), strict=True):
        assert boxes[value].right < bar.left < bar.right < boxes[name].left
    assert max(box.right for box in boxes.values()) == pytest.approx(WIDTH)


def test_the_parts_of_a_pie_follow_each_other_clockwise_everywhere() -> None:
    there, here = (drawn(PieDrawing, chart("pie", tag)) for tag in ("en", "ar"))
    for one, other in zip(there.parts, here.parts, strict=True):
        assert {(round(x, 3), round(y, 3)) for x, y in one} == {(round(x, 3), round(y, 3)) for x, y in other}
    boxes = {run.text: run.box for run in here.runs}
    assert boxes["Bern"].left > WIDTH / 2 > boxes["Rome"].right
    assert boxes["mm"].right == pytest.approx(WIDTH)


def test_years_run_leftward_and_the_two_scales_of_a_plane_do_not() -> None:
    line = Chart("line", ("1990", "2000"), (Series("Rain", (5, 9)),), "mm", "ar", (1990, 2000))
    (path,) = formed(line, WIDTH, lettering())[1].paths  # type: ignore[union-attr]
    (first, *_, last) = path[0]
    assert first.x > last.x
    dots = formed(replace(line, kind="scatter"), WIDTH, lettering())[1].dots  # type: ignore[union-attr]
    assert [isinstance(dot, Point) for dot in dots[0]] == [True, True]
    assert dots[0][0].x < dots[0][1].x  # type: ignore[union-attr]

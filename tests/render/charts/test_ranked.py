"""Lying bars, read back from the drawing: places in points, y downwards."""

from __future__ import annotations

from itertools import pairwise

import pytest
from chart_cases import lettering

from coursepack.chart import Chart, Series
from coursepack.render.charts.ranked import RankedDrawing, layout

WIDTH = 340.0
RIVERS = ("Danube", "Rhine", "Elbe")


def drawn(*rows: tuple[float | None, ...], kind: str = "ranked", **more: object) -> RankedDrawing:
    series = tuple(Series(name, row) for name, row in zip(("Girls", "Boys"), rows, strict=False))
    return layout(Chart(kind, RIVERS, series, "km", "en", **more), WIDTH, lettering())  # type: ignore[arg-type]


def test_bars_are_as_long_as_their_numbers_from_one_axis() -> None:
    found = drawn((3000, 1500, 750))
    (bars,) = found.bars
    assert [bar.left for bar in bars] == pytest.approx([found.axis.start.x] * 3)
    assert [bar.width / bars[0].width for bar in bars] == pytest.approx([1, 0.5, 0.25])
    assert [bar.top for bar in bars] == sorted(bar.top for bar in bars)


def test_each_row_has_its_name_at_the_left_and_its_number_at_the_end_inside_the_width() -> None:
    found = drawn((3000, 1500, 750))
    said = {run.text: run.box for run in found.runs}
    for name, number, bar in zip(RIVERS, ("3,000", "1,500", "750"), found.bars[0], strict=True):
        assert said[name].right < bar.left
        assert said[number].left > bar.right
        assert said[number].right <= WIDTH + 0.01
        for text in (name, number):
            assert said[text].top < bar.centre.y < said[text].bottom
    assert said["km"].bottom < said["Danube"].top
    assert found.height >= said["Elbe"].bottom


def test_bars_below_nought_run_to_the_left_with_their_number_beyond() -> None:
    found = drawn((30, -15, 0))
    up, down = found.bars[0]  # a bar of no length is not drawn
    assert down.right == pytest.approx(found.axis.start.x) == pytest.approx(up.left)
    assert down.width == pytest.approx(up.width / 2)
    said = {run.text: run.box for run in found.runs}
    minus = said["\u221215"]
    assert minus.right < down.left
    assert said["0"].left > found.axis.start.x
    assert max(said[name].right for name in RIVERS) < minus.left


def test_a_row_without_a_figure_has_its_name_and_nothing_else() -> None:
    found = drawn((30, None, 10))
    assert len(found.bars[0]) == 2
    assert sorted(run.text for run in found.runs) == ["10", "30", "Danube", "Elbe", "Rhine", "km"]


def test_all_nought_is_drawn_without_dividing_by_it() -> None:
    assert drawn((0, 0, 0)).bars == ((),)


def test_bars_of_several_series_lie_in_groups_below_a_key() -> None:
    found = drawn((30, 20, 10), (15, 10, 5), kind="rows")
    girls, boys = found.bars
    assert len(girls) == len(boys) == 1 + 3
    said = {run.text: run.box for run in found.runs}
    for key, name in ((girls[0], "Girls"), (boys[0], "Boys")):
        assert key.right < said[name].left
        assert key.top < said[name].centre.y < said[name].bottom
    pairs = list(zip(girls[1:], boys[1:], strict=True))
    assert all(
        other.top == pytest.approx(one.bottom) and other.width == pytest.approx(one.width / 2) for one, other in pairs
    )
    assert all(before[1].bottom < after[0].top for before, after in pairwise(pairs))
    assert found.hatch
    assert all(any(bar.grown(0.01).distance(line) == 0 for bar in boys) for line in found.hatch)


def test_stacked_parts_follow_each_other_with_the_total_at_the_end() -> None:
    found = drawn((30, 20, None), (15, 10, 5), kind="piles")
    girls, boys = found.bars[0][1:], found.bars[1][1:]
    assert [one.right for one in girls] == pytest.approx([one.left for one in boys[:2]])
    assert boys[2].left == pytest.approx(found.axis.start.x)
    numbers = [run for run in found.runs if run.text in {"45", "30", "5"}]
    assert [run.text for run in numbers] == ["45", "30", "5"]
    assert all(run.box.left > bar.right for run, bar in zip(numbers, boys, strict=True))


def test_parts_of_a_whole_say_their_share() -> None:
    said = [run.text for run in drawn((30, 15, 5), whole=50).runs]
    assert {"30 (60%)", "15 (30%)", "5 (10%)"} <= set(said)


def test_charts_side_by_side_keep_one_scale() -> None:
    alone, beside = drawn((30, 20, 10)), drawn((30, 20, 10), reach=(0.0, 60.0))
    assert beside.bars[0][0].width < alone.bars[0][0].width

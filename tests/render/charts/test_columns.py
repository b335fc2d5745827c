"""Bars along the foot: their places, and what stands under and over them. Points."""

from __future__ import annotations

from itertools import pairwise

import pytest
from chart_cases import lettering

from coursepack.chart import Chart, Series
from coursepack.render.charts.columns import Columns, Value, all_said, columns, every_name, names, under_bars, values
from coursepack.render.charts.limits import LimitError
from coursepack.render.geometry import Box

WIDTH = 300.0
FRAME = Box(0, 0, WIDTH, 200)
RIVERS = ("Rhine", "Elbe", "Danube", "Oder", "Weser", "Meuse")


def chart(*categories: str) -> Chart:
    return Chart("bar", categories, (Series("a", (1.0,) * len(categories)),), "km", "en")


def test_bars_share_the_width_and_keep_off_each_other() -> None:
    found = columns(5, WIDTH, {})
    edges = [(found.box(index, 0, 1).left, found.box(index, 0, 1).right) for index in range(5)]
    assert all(right < left for (_, right), (left, _) in pairwise(edges))
    assert edges[0][0] > 0
    assert edges[-1][1] < WIDTH
    assert [after - before for before, after in pairwise(found.centres)] == pytest.approx([found.slot] * 4)
    assert found.right == pytest.approx(WIDTH)


def test_few_bars_are_no_planks() -> None:
    found = columns(2, WIDTH, {})
    assert found.slot == 84
    assert found.right < WIDTH


def test_room_after_a_bar_moves_those_that_follow_it() -> None:
    plain, opened = columns(6, WIDTH, {}), columns(6, WIDTH, {1: 30.0})
    gaps = [after - before for before, after in pairwise(opened.centres)]
    assert gaps[1] == pytest.approx(opened.slot + 30)
    assert [*gaps[:1], *gaps[2:]] == pytest.approx([opened.slot] * 4)
    assert opened.slot == pytest.approx(plain.slot - 5)


def test_no_bar_at_all_divides_by_nothing() -> None:
    assert columns(0, WIDTH, {}).centres == ()


def test_years_may_be_left_out_at_even_steps_and_names_may_not() -> None:
    years = tuple(map(str, range(1990, 2020)))
    lines, _ = under_bars(chart(*years), columns(30, WIDTH, {}), WIDTH, lettering())
    shown = [int(line.text) for line in lines]
    assert shown[0] == 1990
    assert len({after - before for before, after in pairwise(shown)}) == 1
    words = tuple(f"{name} {word}" for name in RIVERS for word in ("upper", "middle", "lower", "mouth", "delta"))
    with pytest.raises(LimitError):
        under_bars(chart(*words), columns(30, WIDTH, {}), WIDTH, lettering())


def test_names_stand_under_their_bars_inside_the_width_and_apart() -> None:
    at = columns(6, WIDTH, {})
    lines, height = names(RIVERS, at, WIDTH, lettering())
    assert tuple(line.text for line in lines) == RIVERS
    assert [line.box.centre.x for line in lines] == pytest.approx(list(at.centres))
    assert all(left.box.right < right.box.left for left, right in pairwise(lines))
    assert max(line.box.bottom for line in lines) == pytest.approx(height)


def test_names_too_wide_for_one_level_stand_on_two_in_turn() -> None:
    long = ("Switzerland", "Liechtenstein", "Luxembourg", "Netherlands", "Scandinavia", "Montenegro")
    at = columns(6, 220, {})
    found = every_name(long, at, 220, lettering())
    assert found
    lines, height = found
    tops = {line.text: line.box.top for line in lines}
    assert sorted(tops) == sorted(long)
    upper, lower = [tops[name] for name in long[::2]], [tops[name] for name in long[1::2]]
    assert max(upper) < min(lower)
    boxes = [line.box for line in lines]
    assert not [one for one in boxes for other in boxes if one is not other and one.overlaps(other)]
    assert height == pytest.approx(max(box.bottom for box in boxes))


def bars(*heights: float, at: Columns) -> list[Value]:
    return [
        Value(f"{high:g}", at.box(index, 100 - max(high, 0), 100 - min(high, 0)), high < 0, high)
        for index, high in enumerate(heights)
    ]


def test_a_value_stands_over_its_bar_and_under_one_that_hangs() -> None:
    at = columns(2, WIDTH, {})
    found = values(bars(40, -40, at=at), FRAME, lettering())
    assert [found[index].text for index in (0, 1)] == ["40", "-40"]
    assert found[0].box.bottom < 60
    assert found[1].box.top > 140
    assert [found[index].box.centre.x for index in (0, 1)] == pytest.approx(list(at.centres))


def test_where_numbers_are_too_many_the_highest_and_the_ends_are_said_first() -> None:
    heights = [50.125 + step for step in range(30)]
    heights[12] = 95.125
    found = values(bars(*heights, at=columns(30, WIDTH, {})), FRAME, lettering())
    assert 2 < len(found) < 30
    assert {0, 12, 29} <= set(found)
    assert list(found) == sorted(found)
    boxes = [run.box for run in found.values()]
    assert not [one for one in boxes for other in boxes if one is not other and one.overlaps(other)]


def test_a_named_bar_without_its_number_is_not_drawn() -> None:
    class Drawing:
        unsaid = 1

    drawing = Drawing()
    assert all_said(chart("1990", "1991"), drawing) is drawing
    with pytest.raises(LimitError):
        all_said(chart("Rhine", "Elbe"), drawing)

"""The plane of a line chart: where values stand, which numbers and years mark its axes. Points; y runs downwards."""

from __future__ import annotations

from itertools import pairwise

import pytest
from chart_cases import lettering

from coursepack.chart import Apart, Chart, Series
from coursepack.render.charts.plane import Plane, plane, positions
from coursepack.render.geometry import Box

FRAME = Box(0, 10, 340, 200)


def years(first: float, *values: float | None, **more: object) -> Chart:
    places = tuple(first + number for number in range(len(values)))
    names = tuple(f"{place:g}" for place in places)
    return Chart("line", names, (Series("a", values),), "km", "en", places, **more)  # type: ignore[arg-type]


def made(chart: Chart, margin: float = 0) -> Plane:
    return plane(chart, lettering(), FRAME, margin)


def test_the_foot_is_nought_and_the_highest_value_the_top() -> None:
    found = made(years(2000, 20, 80, 50))
    assert found.at(2001, 80).y == pytest.approx(FRAME.top)
    assert found.at(2001, 0).y == pytest.approx(found.axis.start.y) == pytest.approx(found.area.bottom)
    assert found.at(2001, 40).y == pytest.approx((found.at(2001, 0).y + found.at(2001, 80).y) / 2)
    assert found.zero is None


def test_first_and_last_place_are_the_ends_of_the_axis() -> None:
    found = made(years(2000, 1, 2, 3), margin=70)
    assert found.at(2000, 0).x == pytest.approx(found.area.left)
    assert found.at(2002, 0).x == pytest.approx(FRAME.right - 70)
    assert made(years(2000, 1, 2, 3)).area.right < FRAME.right


def test_below_nought_there_is_a_line_at_nought_and_room_below_the_trough() -> None:
    found = made(years(2000, 30, -10, 20))
    assert found.zero
    assert found.zero.start.y == found.zero.end.y == pytest.approx(found.at(2000, 0).y)
    assert found.at(2001, -10).y < found.axis.start.y
    assert found.at(2001, -10).y > found.zero.start.y


def test_gridlines_are_round_numbers_each_with_its_number_at_the_left() -> None:
    found = made(years(2000, 12_000, 69_000, 45_000, divide=1000))
    said = {run.text: run for run in found.numbers}
    assert set(said) == {"0", "25", "50"} or set(said) == {"0", "30", "60"}
    assert len(found.grid) == len(said) - 1
    levels = [found.at(2000, int(text) * 1000).y for text in said]
    for level, run in zip(levels, said.values(), strict=True):
        assert run.box.top < level < run.box.bottom
        assert run.box.right < found.area.left
    assert [line.start.y for line in found.grid] == pytest.approx(levels[1:])
    assert len({round(run.box.right, 6) for run in found.numbers}) == 1  # flush right


def test_people_are_not_halved() -> None:
    assert {run.text for run in made(years(2000, 0, 1, 1)).numbers} == {"0", "1"}
    assert "0.5" in {run.text for run in made(years(2000, 0.2, 1, 1)).numbers}


def test_a_chart_of_nothing_still_has_a_scale() -> None:
    found = made(years(2000, 0, 0, None))
    assert found.at(2000, 0).y == pytest.approx(found.area.bottom)


def test_a_point_apart_and_an_error_bar_are_within_the_scales() -> None:
    chart = years(2000, 1, 2, 3, apart=(Apart(2004.5, 9, "later"),))
    found = made(chart)
    assert found.at(2004.5, 9) == pytest.approx((found.area.right, FRAME.top))
    barred = Chart("line", chart.categories, (Series("a", (1, 2, 3), (None, (1, 4), None)),), "", "en", chart.positions)
    assert made(barred).at(2001, 6).y == pytest.approx(FRAME.top)


def test_whole_years_mark_the_axis_with_air_between_them() -> None:
    found = made(years(1950, *range(1, 70)))
    said = [int(tick.runs[0].text) for tick in found.ticks]
    assert len({after - before for before, after in pairwise(said)}) == 1
    assert all(year % (said[1] - said[0]) == 0 for year in said)
    for year, tick in zip(said, found.ticks, strict=True):
        assert tick.x == pytest.approx(found.at(year, 0).x)
    boxes = [tick.runs[0].box for tick in found.ticks]
    assert all(left.right < right.left for left, right in pairwise(boxes))
    assert all(box.top > found.axis.start.y and box.right <= FRAME.right for box in boxes)


def test_categories_that_are_no_years_stand_one_after_the_other_under_their_names() -> None:
    chart = Chart("line", ("spring", "summer", "autumn", "winter"), (Series("a", (1, 2, 3, 4)),), "m", "en")
    assert positions(chart) == (0, 1, 2, 3)
    found = made(chart)
    assert [tick.runs[0].text for tick in found.ticks] == list(chart.categories)
    assert [tick.x for tick in found.ticks] == pytest.approx([found.at(place, 0).x for place in range(4)])
    crowded = Chart("line", ("a very long season",) * 20, (Series("a", (1,) * 20),), "m", "en")
    boxes = [tick.runs[0].box for tick in made(crowded).ticks]
    assert 1 < len(boxes) < 20
    assert all(left.right < right.left for left, right in pairwise(boxes))

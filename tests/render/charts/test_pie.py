"""Parts of a pie, read back from the drawing. Points; y runs downwards, and a turn is clockwise from the top."""

from __future__ import annotations

from itertools import pairwise
from math import atan2, pi

import pytest
from chart_cases import lettering

from coursepack.chart import Chart, Series
from coursepack.render.charts.limits import LimitError
from coursepack.render.charts.pie import FILLS, PieDrawing, layout
from coursepack.render.geometry import Box, Point

WIDTH = 340.0
NAMES = ("Sea", "Ice", "Lakes", "Rivers", "Air", "Soil")


def drawn(*values: float, names: tuple[str, ...] = NAMES) -> PieDrawing:
    return layout(Chart("pie", names[: len(values)], (Series("", values),), "", "en"), WIDTH, lettering())


def said(found: PieDrawing) -> dict[str, Box]:
    return {run.text: run.box for run in found.runs}


def turn(found: PieDrawing, at: Point) -> float:
    """The turn at which a place stands from the middle, which every part has as a corner."""
    (middle,) = set.intersection(*({(round(x, 6), round(y, 6)) for x, y in part} for part in found.parts))
    return atan2(at.x - middle[0], middle[1] - at.y) / (2 * pi) % 1


def area(part: tuple[Point, ...]) -> float:
    return abs(sum(one.x * two.y - two.x * one.y for one, two in pairwise((*part, part[0])))) / 2


def test_parts_are_as_large_as_their_shares_and_go_round_from_the_top() -> None:
    found = drawn(10, 20, 70)
    sizes = [area(part) for part in found.parts]
    assert [size / sum(sizes) for size in sizes] == pytest.approx([0.1, 0.2, 0.7], abs=0.002)
    middles = [turn(found, leader.start) for leader in found.leaders]
    assert sorted(middles) == pytest.approx([0.05, 0.2, 0.65], abs=1e-6)


def test_labels_stand_on_the_side_of_their_part() -> None:
    found = drawn(30, 30, 40)  # the middles are at 0.15, 0.45 and 0.8 of a turn
    right = {name: said(found)[name].left > WIDTH / 2 for name in NAMES[:3]}
    assert right == {"Sea": True, "Ice": True, "Lakes": False}


def test_a_part_says_its_name_its_value_and_its_share() -> None:
    texts = [run.text for run in drawn(10, 30).runs]
    assert texts.index("Sea") + 1 == next(place for place, text in enumerate(texts) if "10" in text)
    assert any("25" in text and "%" in text for text in texts)
    assert any("75" in text and "%" in text for text in texts)


def test_a_leader_goes_from_the_rim_to_its_own_label() -> None:
    found = drawn(25, 25, 25, 25)
    for leader, name in zip(found.leaders, ("Sea", "Ice", "Lakes", "Rivers"), strict=True):
        label = said(found)[name]
        assert min(abs(leader.end.x - label.left), abs(leader.end.x - label.right)) == pytest.approx(2.6, abs=0.01)
        assert label.top <= leader.end.y <= label.bottom + 11  # its second line stands below
        assert (leader.end.x < WIDTH / 2) is (leader.start.x < WIDTH / 2)


def test_neighbours_have_other_fills_the_last_and_the_first_too() -> None:
    for count in range(2, 7):
        fills = drawn(*[10] * count).fills
        assert all(one != other for one, other in pairwise((*fills, fills[0])))
    assert len(FILLS) == 6


def test_hatching_stays_inside_its_own_part_and_a_solid_or_white_one_has_none() -> None:
    found = drawn(40, 30, 30)
    assert found.fills == ("solid", "hatch", "white")
    for line in found.hatch:
        middle = Point((line.start.x + line.end.x) / 2, (line.start.y + line.end.y) / 2)
        assert 0.4 < turn(found, middle) < 0.7


def test_names_that_are_higher_than_the_pie_are_refused() -> None:
    long = " ".join(["unreasonably"] * 60)
    with pytest.raises(LimitError, match="beside the pie"):
        drawn(50, 50, names=(long, long))

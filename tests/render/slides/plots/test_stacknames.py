"""Names of stacked parts, worked out on bars an inch wide. Inches; y runs downwards."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import pytest

from coursepack.render.geometry import Box
from coursepack.render.slides.plots.plot import Axis, Row
from coursepack.render.slides.plots.stacknames import Stacks, at_large_parts, at_last

if TYPE_CHECKING:
    from coursepack.render.slides.plots.plot import Canvas, Label

PLOT = Box(0.5, 0.5, 8.5, 4.5)


def stacks(*rows: tuple[float | None, ...], plot: Box = PLOT) -> Stacks:
    slot = plot.width / len(rows[0])
    made = tuple(Row(name, row, "B") for name, row in zip(("Rhine", "Elbe", "Oder"), rows, strict=False))
    return Stacks(made, plot, slot, slot * 0.4, Axis(0, 100, 25))


def box(label: Label, part: Box, canvas: Canvas) -> Box:
    """Return where a label stands: moved from the middle of its part by shares of the chart."""
    assert label.shift
    width, height = canvas.extent(label.lines)
    x, y = part.centre.x + label.shift[0] * canvas.width, part.centre.y + label.shift[1] * canvas.whole
    return Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2)


def test_parts_stand_on_each_other_from_the_foot_up() -> None:
    given = stacks((50, 20), (25, None), (25, 10))
    assert [given.part(number, 0) for number in range(3)] == [
        Box(1.7, 2.5, 3.3, 4.5),
        Box(1.7, 1.5, 3.3, 2.5),
        Box(1.7, 0.5, 3.3, 1.5),
    ]
    assert given.part(1, 1).height == 0
    assert given.part(2, 1).bottom == given.part(0, 1).top == pytest.approx(3.7)
    assert given.whole(1) == Box(5.7, given.part(2, 1).top, 7.3, 4.5)


def test_names_stand_right_of_the_last_bar_at_the_height_of_their_parts(canvas: Canvas) -> None:
    given = stacks((9, 40), (9, 30), (9, 30))
    rows = at_last(given, canvas, leaders=False)
    assert [row.name for row in rows] == ["Rhine", "Elbe", "Oder"]
    for number, row in enumerate(rows):
        (label,) = row.labels
        part = given.part(number, 1)
        name = box(label, part, canvas)
        assert (label.index, row.leaders) == (1, False)
        assert part.right < name.left < part.right + 0.3
        assert part.top < name.centre.y < part.bottom


def test_a_name_moved_off_its_part_needs_a_leader_and_where_there_are_none_no_name_is_written(canvas: Canvas) -> None:
    given = stacks((9, 96), (9, 2), (9, 2))
    assert at_last(given, canvas, leaders=False) == ()
    rows = at_last(given, canvas, leaders=True)
    assert any(row.leaders for row in rows)
    assert not rows[0].leaders
    names = [box(row.labels[0], given.part(number, 1), canvas) for number, row in enumerate(rows)]
    assert not [
        1 for one, other in combinations(names, 2) if one.bottom - 1e-6 > other.top and other.bottom - 1e-6 > one.top
    ]
    assert [name.top for name in names] == sorted((name.top for name in names), reverse=True)  # in the bars' order


def test_a_name_stands_beside_the_bar_where_its_part_is_large(canvas: Canvas) -> None:
    given = stacks((60, 5, 5, 5), (5, 5, 60, 5))
    rows = at_large_parts(given, canvas, ["", "", "", ""])
    assert [row.labels[0].index for row in rows] == [0, 2]
    for number, row in enumerate(rows):
        name = box(row.labels[0], given.part(number, row.labels[0].index), canvas)
        others = [given.whole(index) for index in range(4) if index != row.labels[0].index]
        assert not any(name.overlaps(bar) for bar in [*others, given.whole(row.labels[0].index)])
        assert name.within(Box(0, 0, canvas.width, PLOT.bottom))


def test_a_series_of_nothing_has_no_name_and_one_without_a_place_takes_all_names_away(canvas: Canvas) -> None:
    given = stacks((60, 5, 5, 5), (None, 0, None, 0))
    rows = at_large_parts(given, canvas, [""] * 4)
    assert [len(row.labels) for row in rows] == [1, 0]
    crowded = stacks((60,) * 14, (30,) * 14, plot=Box(0, 0.5, canvas.width, 4.5))
    assert at_large_parts(crowded, canvas, [""] * 14) == ()


def test_a_name_keeps_off_the_totals(canvas: Canvas) -> None:
    """The total above the second bar reaches out to the middle of the first one's height."""
    given, totals = stacks((80, 35, 10, 10)), ["", "1,000,000,000", "", ""]
    bar, (width, height) = given.whole(1), canvas.extent([(totals[1], True)])
    total = Box(bar.centre.x - width / 2, bar.top - height, bar.centre.x + width / 2, bar.top)
    for said in ([""] * 4, totals):
        ((label,),) = [row.labels for row in at_large_parts(given, canvas, said)]
        assert label.index == 0
        assert box(label, given.part(0, 0), canvas).overlaps(total) == (said != totals)

"""Lying bars on a slide. Inches, except where points are said."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from coursepack.chart import Chart, Form, Series
from coursepack.render.slides.plots.rows import plan, sizes

if TYPE_CHECKING:
    from coursepack.render.slides.plots.plot import Canvas, Plot

RIVERS = ("Rhine", "Elbe", "Oder")


def chart(kind: Form, *rows: tuple[float | None, ...], names: tuple[str, ...] = RIVERS) -> Chart:
    series = tuple(Series(name, row) for name, row in zip(("length", "depth", "width"), rows, strict=False))
    return Chart(kind, names, series, "km", "en")


def ends(made: Plot, canvas: Canvas) -> tuple[float, float]:
    left, _, width, _ = made.inner
    return left * canvas.width, (left + width) * canvas.width


def test_names_stand_left_of_the_bars_and_the_longest_bar_leaves_room_for_its_value(canvas: Canvas) -> None:
    made = plan(chart("ranked", (1230, 1090, 840)), canvas)
    left, right = ends(made, canvas)
    widest = max(canvas.faces.width(name, canvas.look.axis) for name in RIVERS)
    assert widest < left < widest + 0.5
    longest = left + (right - left) * 1230 / made.up.high
    value = canvas.faces.width("1,230", canvas.look.label, bold=True)
    assert longest + value < canvas.width < longest + value + 0.5
    assert [[label.index for label in row.labels] for row in made.rows] == [[0, 1, 2]]


def test_a_bar_that_runs_below_nought_has_room_for_its_value_there(canvas: Canvas) -> None:
    made = plan(chart("ranked", (100, -50, 20)), canvas)
    left, right = ends(made, canvas)
    assert made.up.high == 100
    assert made.up.low < -50
    room = (-50 - made.up.low) / (made.up.high - made.up.low) * (right - left)
    assert room > canvas.faces.width("\u221250", canvas.look.label, bold=True)


def test_a_long_name_is_folded_and_takes_no_more_than_its_share(canvas: Canvas) -> None:
    names = (" ".join(["tributaries"] * 12), "Elbe", "Oder")
    left, _ = ends(plan(chart("ranked", (3, 2, 1), names=names), canvas), canvas)
    assert left == pytest.approx(canvas.width * 0.4 + 0.24)


def test_the_names_of_several_series_stand_at_their_first_bars(canvas: Canvas) -> None:
    made = plan(chart("rows", (3, 2, 1), (30, 20, 10)), canvas)
    said = [[(label.index, label.lines[0][0] if label.lines else "") for label in row.labels] for row in made.rows]
    assert said == [[(0, "3\u2002length"), (1, ""), (2, "")], [(0, "30\u2002depth"), (1, ""), (2, "")]]
    assert not made.key
    assert made.inner[1] == 0


def test_names_that_leave_the_bars_no_room_stand_in_a_key_above_them(canvas: Canvas) -> None:
    given = chart("rows", (3, 2, 1), (30, 20, 10))
    named = replace(given, series=tuple(replace(one, name=" ".join(["measured"] * 10)) for one in given.series))
    made = plan(named, canvas)
    assert made.key
    assert made.inner[1] * canvas.whole == pytest.approx(2 * 0.5)  # a line of the key for each
    # What the key takes no row has: an inch.
    high = canvas.height / sizes(given, canvas).rows
    assert sizes(named, canvas).rows == pytest.approx(sizes(given, canvas).rows - 1 / high, abs=1)
    assert sizes(named, canvas).rows < sizes(given, canvas).rows


def test_stacked_bars_have_the_names_of_their_parts_above_the_first_and_totals_at_their_ends(canvas: Canvas) -> None:
    made = plan(chart("piles", (30, 20, 10), (60, 20, 5)), canvas)
    assert made.stacked
    assert [[label.lines for label in row.labels] for row in made.rows] == [[(("length", True),)], [(("depth", True),)]]
    assert made.totals
    assert [label.lines[0][0] for label in made.totals.labels] == ["90", "40", "15"]
    assert set(made.totals.values) == {0}
    left, right = ends(made, canvas)
    per_unit = (right - left) / (made.up.high - made.up.low)
    # Each name at the middle of its part: 15 and 60 of 90, as there is room.
    for row in made.rows:
        (label,) = row.labels
        assert label.shift
        assert label.shift[0] == pytest.approx(0)
        assert label.shift[1] < 0
    assert left + 90 * per_unit < canvas.width


def test_names_of_thin_parts_move_apart(canvas: Canvas) -> None:
    made = plan(chart("piles", (100, 20, 10), (1, 20, 5), (1, 2, 3)), canvas)
    left, right = ends(made, canvas)
    inch = (right - left) / (made.up.high - made.up.low)
    middles = [left + middle * inch for middle in (50, 100.5, 101.5)]
    names = [
        (middle + (row.labels[0].shift or (0, 0))[0] * canvas.width, canvas.extent(row.labels[0].lines)[0])
        for middle, row in zip(middles, made.rows, strict=True)
    ]
    for (one, wide), (other, broad) in itertools.pairwise(names):
        assert one + wide / 2 <= other - broad / 2
    assert names[-1][0] + names[-1][1] / 2 <= canvas.width
    assert names[0][0] == pytest.approx(middles[0])  # that of a broad part stays


def test_rows_are_as_many_as_their_numbers_are_high(canvas: Canvas) -> None:
    """A number of 22 points on lines of 1.2, with 6 per cent of air, is .389 inches: ten in 4.2 inches."""
    assert (canvas.look.label, round(canvas.height, 2)) == (22, 4.2)
    few, many = (sizes(chart("ranked", tuple(range(count)), names=("a",) * count), canvas) for count in (10, 11))
    assert (few.label, few.rows) == (22, 10)
    assert many.label < 22  # smaller, rather than a second slide for one row
    assert many.rows >= 11

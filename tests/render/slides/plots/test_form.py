"""Charts on slides whose names and numbers would have no room: another form, and more slides."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from coursepack.chart import Chart, Kind, Series
from coursepack.render.slides.plots import bar, line, rows
from coursepack.render.slides.plots.form import formed
from coursepack.render.slides.plots.plot import dated, in_serials

if TYPE_CHECKING:
    from coursepack.render.slides.plots.plot import Canvas

PROVINCES = tuple(f"Province of the river {number}" for number in range(30))
NUMBERS = tuple(float(number * number) for number in range(30))


def bars(kind: Kind, names: tuple[str, ...], *values: tuple[float | None, ...]) -> Chart:
    return Chart(kind, names, tuple(Series(f"h{number}", row) for number, row in enumerate(values)), "t", "en")


@pytest.mark.parametrize("kind", ["bar", "stacked", "ranked"])
def test_many_names_take_several_slides_and_none_is_lost(canvas: Canvas, kind: Kind) -> None:
    found = formed(bars(kind, PROVINCES, NUMBERS), canvas)
    assert len(found.parts) in {3, 4}
    assert [name for part in found.parts for name in part.categories] == list(PROVINCES)
    assert len({rows.plan(part, canvas).up for part in found.parts}) == 1
    for part in found.parts:
        high = canvas.height / len(part.categories) * 72
        assert high >= rows.sizes(part, canvas).label


def test_twelve_names_stand_on_two_levels_below_their_bars(canvas: Canvas) -> None:
    chart = bars("bar", tuple(f"Settlement {letter}" for letter in "ABCDEFGHIJKL"), tuple(range(1, 13)))
    (part,) = formed(chart, canvas).parts
    assert part.kind == "bar"
    made = bar.plan(part, canvas)
    assert made.feet
    assert {label.shift[1] for label in made.feet.labels if label.shift} == {
        label.shift[1] for label in made.feet.labels[:2] if label.shift
    }


def test_each_number_has_the_decimals_that_it_has_on_paper(canvas: Canvas) -> None:
    (row,) = bar.plan(bars("bar", ("a", "b"), (5.0, -5.5)), canvas).rows
    assert [label.format for label in row.labels] == ["#,##0", "#,##0.0"]


def test_stacks_that_lie_have_their_names_above_and_their_totals_at_their_ends(canvas: Canvas) -> None:
    chart = Chart("piles", ("one", "two"), (Series("a", (1.0, 3.0)), Series("b", (2.0, None))), "t", "en")
    made = rows.plan(chart, canvas)
    assert [row.labels[0].lines for row in made.rows] == [(("a", True),), (("b", True),)]
    assert made.totals
    assert [label.lines[0][0] for label in made.totals.labels] == ["3", "3"]


def test_a_point_without_neighbours_has_a_dot_and_its_number(canvas: Canvas) -> None:
    chart = Chart(
        "line", ("1", "2", "3", "4"), (Series("a", (1.0, None, 3.0, 4.0)),), "t", "en", positions=(1, 2, 3, 4)
    )
    (row,) = line.plan(chart, canvas).rows
    assert row.dots == (0, 3)
    assert [label.index for label in row.labels] == [0, 3]


def test_days_before_1900_are_marked_by_words_of_their_own(canvas: Canvas) -> None:
    days = tuple(float(date(year, 2, 28).toordinal()) for year in (1793, 1804, 1815))
    chart = in_serials(Chart("line", ("", "", ""), (Series("a", (1.0, 2.0, 3.0)),), "t", "en", days, dates=True))
    made = dated(line.plan(chart, canvas), chart, canvas)
    assert made.ticks
    assert "1800" in {text for label in made.ticks.labels for text, _ in label.lines}
    assert len(made.positions) == len(made.rows[0].values) >= len(made.tick_positions)


@pytest.mark.parametrize("values", [(0.0, 0.0), (5.0, 5.0), (-5.0, -1.0), (1.0, None)])
def test_scales_hold_zero_and_have_a_length(canvas: Canvas, values: tuple[float | None, ...]) -> None:
    chart = Chart("line", ("1", "2"), (Series("a", values),), "t", "en", positions=(1, 2))
    for made in (line.plan(chart, canvas).up, bar.plan(bars("bar", ("a", "b"), values), canvas).up):
        assert made.low <= 0 <= made.high
        assert made.low < made.high

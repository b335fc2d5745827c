"""The names of several lines: at their ends, or beside the curves of those that run out. Inches; y runs downwards."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from coursepack.render.geometry import Box
from coursepack.render.slides.plots.ground import Ground
from coursepack.render.slides.plots.linenames import named
from coursepack.render.slides.plots.plot import Axis, Label, Row

if TYPE_CHECKING:
    from coursepack.render.slides.plots.plot import Canvas

PLACES = (0.0, 1.0, 2.0, 3.0)


@pytest.fixture
def ground(canvas: Canvas) -> Ground:
    return Ground(canvas, Box(0.5, 0.5, 8.5, 3.5), Axis(0, 3, 1), Axis(0, 30, 10))


def row(name: str, *values: float | None, labels: tuple[Label, ...] = ()) -> Row:
    return Row(name, values, "B", labels=labels)


def heights(rows: tuple[Row, ...], ground: Ground) -> list[tuple[float, float]]:
    """Where each name's middle stands, and how high it is."""
    found = []
    for one in rows:
        label = one.labels[-1]
        assert label.shift
        at = ground.at(PLACES[label.index], one.values[label.index] or 0)
        found.append((at.y + label.shift[1] * ground.canvas.whole, ground.canvas.extent(label.lines)[1]))
    return found


def test_a_name_stands_right_of_the_last_point_at_its_height(ground: Ground) -> None:
    rows = named([row("Rain", 5, 10, 10, 25), row("Snow", 30, 20, 10, None)], frozenset(), PLACES, ground)
    assert [(one.labels[-1].index, one.labels[-1].position) for one in rows] == [(3, "r"), (2, "r")]
    assert [one.labels[-1].lines for one in rows] == [(("Rain", True),), (("Snow", True),)]
    assert [middle for middle, _ in heights(rows, ground)] == pytest.approx([ground.at(0, 25).y, ground.at(0, 10).y])


def test_names_of_lines_that_end_together_move_apart(ground: Ground) -> None:
    rows = named([row("Rain", 5, 5, 5, 15), row("Snow", 9, 9, 9, 15)], frozenset(), PLACES, ground)
    (first, high), (second, low) = heights(rows, ground)
    assert abs(first - second) >= (high + low) / 2 - 1e-6
    assert min(first, second) <= ground.at(0, 15).y <= max(first, second)


def test_a_name_takes_the_place_of_the_value_at_its_point_and_leaves_the_others(ground: Ground) -> None:
    own = (Label(1, (("10", True),)), Label(3, (("25", True),)))
    (found, _) = named([row("Rain", 5, 10, 10, 25, labels=own), row("Snow", 1, 1, 1, 1)], frozenset(), PLACES, ground)
    assert [(label.index, label.lines[0][0]) for label in found.labels] == [(1, "10"), (3, "Rain")]


def test_a_line_that_runs_out_is_named_beside_its_curve_at_a_point_without_a_label(ground: Ground) -> None:
    out, other = row("Snow", 30, 20, 1, 0, labels=(Label(0, (("30", True),)),)), row("Rain", 2, 2, 2, 2)
    curves = tuple(tuple(ground.at(x, y or 0) for x, y in zip(PLACES, one.values, strict=True)) for one in (out, other))
    (snow, rain) = named([out, other], frozenset({0}), PLACES, replace(ground, curves=curves))
    assert snow.labels[-1].lines == (("Snow", True),)
    assert snow.labels[-1].index != 0
    assert rain.labels[-1].index == 3


def test_if_one_that_runs_out_has_no_place_nothing_is_named(ground: Ground) -> None:
    low = Ground(ground.canvas, Box(0.5, 0.1, 8.5, 0.3), ground.across, ground.up)
    out = row("Snow", 30, 20, 1, 0)
    curves = (tuple(low.at(x, y or 0) for x, y in zip(PLACES, out.values, strict=True)),)
    assert named([out], frozenset({0}), PLACES, replace(low, curves=curves)) == ()

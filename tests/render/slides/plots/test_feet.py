"""The names under bars: on one line, on two, each at a place of its own, or in turn. Inches and points."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest

from coursepack.chart import Chart
from coursepack.render.slides.plots.feet import feet, standing
from coursepack.render.slides.plots.plot import Axis, Plot

if TYPE_CHECKING:
    from coursepack.render.slides.plots.feet import Feet
    from coursepack.render.slides.plots.plot import Canvas

LINE = 0.42


def names(*said: str) -> Chart:
    return Chart("bar", said, (), "mm", "en")


def under(canvas: Canvas, slot: float, *said: str) -> Feet:
    return feet(names(*said), slot, canvas)


def test_names_that_fit_stand_on_one_line_in_the_usual_size(canvas: Canvas) -> None:
    found = under(canvas, canvas.width / 3, "Rhine", "Elbe", "Oder")
    assert (found.height, found.size, found.labels, found.is_whole) == (LINE, canvas.look.axis, (), True)


def test_names_that_nearly_fit_are_set_a_little_smaller(canvas: Canvas) -> None:
    wide = canvas.axis("Danube")
    found = under(canvas, wide * 0.95 + 0.12, "Danube", "Elbe")
    assert found.size == pytest.approx(canvas.look.axis * 0.95)
    assert found.height == LINE


def test_names_of_two_words_take_two_lines_and_longer_ones_three_at_places_of_their_own(canvas: Canvas) -> None:
    slot = canvas.axis("Danube") + 0.13
    two = under(canvas, slot, "Danube Danube", "Elbe")
    assert (two.height, two.labels) == (pytest.approx(LINE + canvas.line), ())
    three = under(canvas, slot, "Danube Danube Danube", "Elbe")
    assert three.height == pytest.approx(LINE + 2 * canvas.line)
    assert [[text for text, _ in label.lines] for label in three.labels] == [["Danube"] * 3, ["Elbe"]]
    assert three.is_whole
    assert not under(canvas, slot, "Danube Danube Danube Danube", "Elbe").is_whole


def test_years_that_have_no_room_are_left_out_at_even_steps(canvas: Canvas) -> None:
    slot = canvas.axis("2000") * 0.6
    found = under(canvas, slot, *(str(1990 + number) for number in range(12)))
    indices = [label.index for label in found.labels]
    steps = {after - before for before, after in itertools.pairwise(indices)}
    assert indices[0] == 0
    assert len(steps) == 1
    (step,) = steps
    # Each has so many slots: not one fewer would do.
    assert slot * step >= canvas.axis("2000") > (slot - 0.12) * (step - 1)


def test_words_wider_than_a_slot_stand_on_two_levels_in_turn(canvas: Canvas) -> None:
    said = ("Mississippi", "Yangtze", "Mississippi", "Yangtze")
    found = under(canvas, canvas.axis("Mississippi") * 0.8, *said)
    downs = [round((label.shift or (0, 0))[1] * canvas.whole, 3) for label in found.labels]
    assert downs[0] == downs[2] < downs[1] == downs[3]
    assert downs[1] - downs[0] == pytest.approx(canvas.line, abs=0.002)
    assert found.height == pytest.approx(LINE + canvas.line)
    assert found.is_whole


def test_the_first_and_the_last_of_them_are_moved_into_the_frame(canvas: Canvas) -> None:
    slot = canvas.axis("Mississippi") * 0.8
    found = under(canvas, slot, "Mississippi", "Elbe", "Elbe", "Mississippi")
    out = canvas.axis("Mississippi") / 2 - slot / 2
    across = [(label.shift or (0, 0))[0] * canvas.width for label in found.labels]
    assert across == pytest.approx([out, 0, 0, -out])


def test_names_with_places_of_their_own_hang_at_points_on_the_axis(canvas: Canvas) -> None:
    plot = Plot("bar", (0, 0, 1, 1), ("a", "b"), (), "0", Axis(-5, 10, 5))
    assert standing(plot, under(canvas, 5, "a", "b"), 1).feet is None
    assert standing(plot, under(canvas, 5, "a", "b"), 1).axis_size == canvas.look.axis
    slot = canvas.axis("Danube") + 0.13
    made = standing(plot, under(canvas, slot, "Danube Danube Danube", "Elbe"), 2)
    assert made.feet
    # Two series are in B and C; one column parts the feet from them, on the axis's low end.
    assert (made.feet.values, made.feet.column) == ((-5, -5), "E")

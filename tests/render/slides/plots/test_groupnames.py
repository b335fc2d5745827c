"""Groups of bars: which bears its value, and which the name of its series. Inches; y runs downwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.render.geometry import Box
from coursepack.render.slides.plots.groupnames import Groups, labelled
from coursepack.render.slides.plots.plot import Axis, Label, Row

if TYPE_CHECKING:
    from coursepack.render.slides.plots.plot import Canvas

PLOT = Box(0.5, 1.5, 8.5, 3.5)  # two inches high
Errors = tuple[tuple[str, tuple[float, ...]], ...]


def groups(*rows: tuple[float | None, ...], low: float = 0, errors: Errors = ()) -> Groups:
    slot = PLOT.width / len(rows[0])
    made = tuple(Row(name, row, "B", errors=errors) for name, row in zip(("Rhine", "Elbe"), rows, strict=False))
    texts = tuple(tuple("" if value is None else f"{value:g}" for value in row) for row in rows)
    return Groups(made, PLOT, slot, slot / (len(rows) + 1), Axis(low, 100, 25), texts)


def test_bars_of_a_group_stand_beside_each_other_in_the_middle_of_their_slot() -> None:
    given = groups((50, 100), (25, None))
    rhine, elbe = given.bare(0), given.bare(1)
    third = 4 / 3
    assert rhine[0] == Box(pytest.approx(2.5 - third), 2.5, pytest.approx(2.5), 3.5)
    assert elbe[0] == Box(pytest.approx(2.5), 3, pytest.approx(2.5 + third), 3.5)
    assert (rhine[1].top, rhine[1].right) == (1.5, pytest.approx(6.5))
    assert 1 not in elbe


def test_a_bar_below_nought_hangs_from_it() -> None:
    bar = groups((-50, 50), low=-100).bare(0)[0]
    assert (bar.top, bar.bottom) == pytest.approx((2.5, 3))


def test_an_error_bar_is_part_of_what_a_bar_takes_and_raises_its_value(canvas: Canvas) -> None:
    given = groups((50, 20), errors=(("E", (25, 0)), ("F", (10, 0))))
    assert given.boxes(0)[0].top == pytest.approx(2)
    raised = given.raised(Label(0, position="outEnd"), 0, canvas)
    assert raised.shift
    assert raised.shift[1] * canvas.whole == pytest.approx(-0.5)
    assert given.raised(Label(1, position="outEnd"), 0, canvas).shift is None


def test_every_series_is_named_once_with_its_value_and_all_other_bars_bear_theirs(canvas: Canvas) -> None:
    rows, is_complete = labelled(groups((50, 90, 30), (40, 30, 70)), canvas, every=True)
    assert is_complete
    for row, texts in zip(rows, (("50", "90", "30"), ("40", "30", "70")), strict=True):
        assert [label.index for label in row.labels] == [0, 1, 2]
        (named,) = [label for label in row.labels if label.lines]
        assert [text for text, _ in named.lines] == [row.name, texts[named.index]]


def test_a_name_prefers_the_highest_bar_of_its_series(canvas: Canvas) -> None:
    rows, _ = labelled(groups((50, 90, 30), (10, 20, 80)), canvas, every=True)
    assert [label.index for row in rows for label in row.labels if label.lines] == [1, 2]


def test_where_not_all_have_room_the_first_the_highest_and_the_last_are_said(canvas: Canvas) -> None:
    rows, _ = labelled(groups((50, 60, 90, 40, 30), (1, 1, 1, 1, 1)), canvas, every=False)
    assert [label.index for label in rows[0].labels] == [0, 2, 4]


def test_a_name_without_a_place_stands_over_the_highest_bar_and_is_said_to_lack_one(canvas: Canvas) -> None:
    low = Box(PLOT.left, 0.05, PLOT.right, 3.5)  # bars up to the frame's top
    given = groups((100, 100), (100, 100))
    rows, is_complete = labelled(
        Groups(given.rows, low, given.slot, given.bar, given.scale, given.texts), canvas, every=True
    )
    assert not is_complete
    assert [[label.index for label in row.labels if label.lines] for row in rows] == [[0], [0]]

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from coursepack.chart import Chart, Series
from coursepack.render.slides.plots.pie import plan

if TYPE_CHECKING:
    from coursepack.render.slides.plots.plot import Canvas


def pie(*values: float, names: tuple[str, ...] = ("Bus", "Bicycle", "Foot", "Train", "Car", "Tram")) -> Chart:
    return Chart("pie", names[: len(values)], (Series("way", values),), "pupils", "en")


def words(lines: tuple[tuple[str, bool], ...]) -> list[str]:
    return [text for text, _ in lines]


def test_a_pie_is_round_and_in_the_middle(canvas: Canvas) -> None:
    left, top, width, height = plan(pie(1, 1), canvas).inner
    assert width * canvas.width == pytest.approx(height * canvas.whole)
    assert left + width / 2 == pytest.approx(0.5)
    assert top + height / 2 == pytest.approx(0.5)


def test_each_part_has_its_name_its_value_and_its_share(canvas: Canvas) -> None:
    (row,) = plan(pie(52, 104, 52), canvas).rows
    assert [words(label.lines) for label in row.labels] == [
        ["Bus", "52 (25%)"],
        ["Bicycle", "104 (50%)"],
        ["Foot", "52 (25%)"],
    ]


def test_parts_of_a_hundred_are_shares_already(canvas: Canvas) -> None:
    (row,) = plan(pie(40, 60), canvas).rows
    assert [words(label.lines)[-1] for label in row.labels] == ["40", "60"]


def test_labels_with_room_stay_where_a_program_sets_them(canvas: Canvas) -> None:
    (row,) = plan(pie(1, 1), canvas).rows
    assert [label.shift for label in row.labels] == [None, None]
    assert {label.position for label in row.labels} == {"outEnd"}


def test_labels_of_thin_parts_are_moved_apart_and_outwards(canvas: Canvas) -> None:
    """Three parts of a hundredth at the end stand at the upper left, where their labels would meet."""
    (row,) = plan(pie(95, 90, 3, 3, 3, 3), canvas).rows
    moved = [label for label in row.labels if label.shift]
    assert len(moved) >= 2
    # All are on the left: outwards is to the left, and the later a part the higher it stands.
    assert all(label.shift and label.shift[0] < 0 for label in moved)
    assert all(one.index < other.index for one, other in pairwise(row.labels))


def test_the_workbook_has_the_numbers_of_the_data(canvas: Canvas) -> None:
    (row,) = plan(pie(52, 104.5), canvas).rows
    assert row.values == (52, 104.5)

"""Hatching: lines at 45 degrees, 4.2 pt apart, cut to their boxes."""

from __future__ import annotations

from itertools import pairwise
from math import sqrt

import pytest

from coursepack.render.charts.hatch import hatch
from coursepack.render.geometry import Box

BOX = Box(10, 20, 70, 50)


def test_lines_rise_at_45_degrees_from_edge_to_edge() -> None:
    for line in hatch(BOX):
        assert line.end.x - line.start.x == pytest.approx(line.start.y - line.end.y)
        for x, y in line:
            on_edge = [x - BOX.left, BOX.right - x, y - BOX.top, BOX.bottom - y]
            assert min(on_edge) == pytest.approx(0, abs=1e-9)
            assert line.bounds.within(BOX.grown(1e-9))


def test_they_are_as_far_apart_as_is_said_and_leave_no_corner_empty() -> None:
    sums = [line.start.x + line.start.y for line in hatch(BOX)]
    assert {round((after - before) / sqrt(2), 6) for before, after in pairwise(sums)} == {4.2}
    assert sums[0] - (BOX.left + BOX.top) < 4.2 * sqrt(2)
    assert BOX.right + BOX.bottom - sums[-1] < 4.2 * sqrt(2)


def test_lines_of_two_boxes_beside_each_other_are_in_step() -> None:
    other = Box(70, 20, 90, 50)
    sums = {round(line.start.x + line.start.y, 6) for line in hatch(BOX)}
    assert sums & {round(line.start.x + line.start.y, 6) for line in hatch(other)}
    assert hatch(Box(0, 0, 0.5, 0.5)) == hatch(Box(0, 0, 0.5, 0.5))

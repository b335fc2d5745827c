from __future__ import annotations

from itertools import pairwise

import pytest

from coursepack.render.labelling.spread import spread


def test_labels_with_room_stay_where_they_are() -> None:
    assert spread([10, 50, 90], [10, 10, 10], 0, 100) == [10, 50, 90]


def test_two_on_one_spot_stand_one_below_the_other() -> None:
    assert spread([50, 50], [10, 10], 0, 100, air=2) == [50, 62]


def test_at_the_end_the_earlier_ones_give_way() -> None:
    assert spread([95, 95], [10, 10], 0, 100, air=2) == [83, 95]


def test_none_leaves_the_upper_end() -> None:
    assert spread([0], [10], 0, 100) == [5]


def test_the_order_of_the_labels_is_that_of_their_places() -> None:
    found = spread([60, 20, 61, 22], [8, 8, 8, 8], 0, 100, air=1)
    assert [found[number] for number in (1, 3, 0, 2)] == sorted(found)
    assert all(low - high >= 9 for high, low in pairwise(sorted(found)))


@pytest.mark.parametrize("heights", [[10] * 10, [5, 15] * 5])
def test_labels_that_just_fill_the_room_fill_it(heights: list[float]) -> None:
    found = spread([50] * 10, heights, 0, 100)
    edges = [(place - high / 2, place + high / 2) for place, high in zip(found, heights, strict=True)]
    assert edges[0][0] == pytest.approx(0)
    assert edges[-1][1] == pytest.approx(100)

"""Labels find their places: none meets another, none is left out without need, and the best places win."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import product
from random import Random

import pytest

from coursepack.render.labelling.settle import settle


@dataclass(frozen=True)
class Seat:
    """A place on a line; two labels need a distance of one."""

    at: float
    cost: float = 0.0

    def allows(self, other: Seat) -> bool:
        return abs(self.at - other.at) >= 1


def seats(*places: tuple[float, float]) -> list[Seat]:
    return [Seat(at, cost) for at, cost in places]


def test_a_label_alone_has_its_best_place() -> None:
    assert settle([seats((3, 5), (1, 2), (2, 9))]) == (Seat(1, 2),)


def test_two_that_want_one_place_share_out_what_costs_least() -> None:
    """Where the first has it, the two cost 9; where the second has it, 1."""
    first, second = seats((0, 0), (5, 1)), seats((0, 0), (9, 9))
    assert settle([first, second]) == (Seat(5, 1), Seat(0, 0))


def test_a_label_without_a_place_is_left_out_and_the_others_stay() -> None:
    assert settle([seats((0, 0)), [], seats((3, 0))]) == (Seat(0), None, Seat(3))


def test_nobody_is_left_out_where_turning_out_others_helps() -> None:
    """Twenty labels in a row, each of which can give way to one side: the last one needs the first one's place."""
    many = [seats((number, 0), (number + 1, 1)) for number in range(20)]
    found = settle([*many, seats((0, 0))])
    assert None not in found
    assert len({seat.at for seat in found if seat}) == 21


def test_two_for_one_place_leave_one_out() -> None:
    found = settle([seats((0, 0)), seats((0, 0)), seats((7, 0))])
    assert sorted(seat is None for seat in found) == [False, False, True]
    assert found[2] == Seat(7)


@pytest.mark.parametrize("seed", range(30))
def test_few_labels_are_placed_as_well_as_all_ways_tried_out(seed: int) -> None:
    random = Random(seed)  # noqa: S311 a test's chance
    choices = [[Seat(random.randint(0, 4), random.randint(0, 9)) for _ in range(3)] for _ in range(3)]
    found = settle(choices)
    best = min(map(worth, product(*([*spots, None] for spots in choices))))
    assert worth(found) <= best + 9
    assert found.count(None) == round(best // 1000)


def worth(chosen: tuple[Seat | None, ...]) -> float:
    """Return what a way costs: labels that are left out before all else; infinity where two meet."""
    taken = [seat for seat in chosen if seat]
    if any(not one.allows(other) for number, one in enumerate(taken) for other in taken[:number]):
        return float("inf")
    return sum(1000 if seat is None else seat.cost for seat in chosen)


def test_the_same_choices_give_the_same_places() -> None:
    random = Random(7)  # noqa: S311 a test's chance
    choices = [[Seat(random.uniform(0, 9), random.randint(0, 3)) for _ in range(5)] for _ in range(8)]
    assert settle(choices) == settle(choices)


def test_two_places_are_compared_once_however_many_orders_are_tried() -> None:
    asked = Counter[tuple[int, int]]()

    class Place:
        cost = 1.0

        def allows(self, other: Place) -> bool:
            asked[id(self), id(other)] += 1
            return self is other

    settle([[Place(), Place()] for _ in range(5)])
    assert set(asked.values()) == {1}

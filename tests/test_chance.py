"""Draws: what follows from a seed and an id alone, and how variants differ."""

from __future__ import annotations

from itertools import pairwise

import pytest

from coursepack.chance import Draw, name_of

COUNTS = [2, 3, 4, 5, 6, 7, 8]


def order(seed: str, name: str, variant: int, count: int) -> tuple[int, ...]:
    return Draw(seed, name, variant, {}).order([False] * count)


def test_the_same_seed_and_id_give_the_same_order() -> None:
    assert order("s", "ex", 0, 5) == order("s", "ex", 0, 5) == (4, 1, 0, 2, 3)


def test_another_seed_or_another_id_gives_another_order() -> None:
    assert len({order(seed, name, 0, 8) for seed in "abc" for name in ("x", "y", "z")}) == 9


def test_every_order_is_drawn_about_as_often_as_the_others() -> None:
    drawn = [order(str(seed), "ex", 0, 3) for seed in range(600)]
    assert len(set(drawn)) == 6
    assert all(70 < drawn.count(one) < 130 for one in set(drawn))


@pytest.mark.parametrize("count", COUNTS)
@pytest.mark.parametrize("seed", ["", "a", "b"])
def test_neighbouring_variants_have_nothing_in_the_same_place(count: int, seed: str) -> None:
    orders = [order(seed, "ex", variant, count) for variant in range(4)]
    for one, other in [*pairwise(orders), (orders[3], orders[0])]:
        assert not [place for place in range(count) if one[place] == other[place]]


@pytest.mark.parametrize("count", [4, 5, 6, 7, 8])
def test_four_variants_share_no_place_where_there_are_four(count: int) -> None:
    places = [[order("", "ex", variant, count).index(thing) for variant in range(4)] for thing in range(count)]
    assert all(len(set(row)) == 4 for row in places)


def test_what_is_fixed_keeps_its_place_in_every_variant() -> None:
    for variant in range(4):
        drawn = Draw("s", "ex", variant, {}).order([False, True, False, False, True])
        assert (drawn[1], drawn[4]) == (1, 4)
        assert sorted(drawn) == [0, 1, 2, 3, 4]


def test_one_of_some_things_is_another_for_the_neighbours() -> None:
    for count in COUNTS:
        drawn = [Draw("s", "ex", variant, {}).one_of(count, "n") for variant in range(4)]
        assert all(0 <= place < count for place in drawn)
        assert all(one != other for one, other in pairwise(drawn))
    assert Draw("s", "ex", 3, {}).one_of(1, "n") == 0


def test_parts_of_an_exercise_draw_apart() -> None:
    draw = Draw("s", "ex", 0, {})
    assert draw.part("a").number("n") != draw.part("b").number("n")
    assert 0 <= draw.share("n") < 1


def test_variants_are_called_by_letters() -> None:
    assert [name_of(variant) for variant in range(4)] == ["A", "B", "C", "D"]


def test_two_things_change_places_from_variant_to_variant_over_all_of_them() -> None:
    orders = [order("s", "ex", variant, 2) for variant in range(26)]
    assert all(one != other for one, other in pairwise(orders))

"""Partial credit: how points are shared out over what is right."""

from __future__ import annotations

from coursepack.credit import Credit, credit


def test_points_are_shared_out_in_halves_and_all_right_earns_all() -> None:
    assert credit("each", 2, 3).scale == ((3, 2), (2, 1.5), (1, 0.5))
    assert credit("each", 3, 3).scale == ((3, 3), (2, 2), (1, 1))
    assert credit("neighbours", 1, 3).scale == ((3, 1), (2, 0.5), (1, 0.5))


def test_all_points_are_for_all_that_is_right() -> None:
    assert credit("neighbours", 1, 4).scale == ((4, 1), (3, 0.5), (2, 0.5), (1, 0.5))


def test_points_with_a_quarter_are_shared_out_in_quarters() -> None:
    assert credit("each", 1.25, 2).scale == ((2, 1.25), (1, 0.75))


def test_a_quarter_for_each_is_counted_in_quarters() -> None:
    assert credit("each", 1, 4).scale == ((4, 1), (3, 0.75), (2, 0.5), (1, 0.25))


def test_all_or_nothing_has_one_step() -> None:
    assert credit("all-or-nothing", 2, 3).scale == ((3, 2),)


def test_what_is_worth_nothing_has_no_scale() -> None:
    assert credit("each", 0, 3).scale == ()


def test_a_point_for_each_needs_no_words() -> None:
    assert credit("each", 3, 3).is_plain
    assert not credit("each", 2, 3).is_plain
    assert not credit("neighbours", 3, 3).is_plain


def test_without_the_key_only_the_rule_is_left() -> None:
    assert credit("each", 2, 3).without_key() == Credit("each")

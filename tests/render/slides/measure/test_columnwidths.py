"""Widths of columns, worked out by hand; a need is what a column has on one line, and its widest word."""

from __future__ import annotations

from random import Random

import pytest

from coursepack.render.slides.measure.columnwidths import relative, share


def test_with_room_for_all_the_rest_is_shared_evenly() -> None:
    assert share([(100, 50), (200, 50)], 400) == (150, 250)


def test_a_narrow_column_keeps_what_it_needs_and_the_wide_one_folds() -> None:
    assert share([(60, 60), (900, 80)], 400) == (60, 340)


def test_of_two_that_fold_the_longer_has_more() -> None:
    """Both have their words, 100 each; of the 200 left, 300 and 900 more are wanted: a quarter and the rest."""
    assert share([(400, 100), (1000, 100)], 400) == pytest.approx((150, 250))


def test_a_word_that_has_no_room_in_its_even_share_is_not_cut() -> None:
    """The second column's word takes 320: the first cannot have the 150 that an even share would give it."""
    found = share([(150, 60), (900, 320)], 400)
    assert found[1] >= 320
    assert found[0] >= 60


def test_where_not_even_the_words_have_room_all_are_cut_in_proportion() -> None:
    assert share([(500, 300), (500, 100)], 200) == (150, 50)


@pytest.mark.parametrize("seed", range(20))
def test_the_room_is_used_up_and_every_word_that_can_be_is_whole(seed: int) -> None:
    random = Random(seed)  # noqa: S311 a test's chance
    words = [random.uniform(20, 90) for _ in range(random.randint(2, 7))]
    needs = [(word * random.choice((1, 2, 9)), word) for word in words]
    room = sum(words) * random.uniform(1.01, 4)
    found = share(needs, room)
    assert sum(found) == pytest.approx(room)
    assert all(width >= word - 1e-6 for width, word in zip(found, words, strict=True))


def test_what_the_author_says_is_taken_in_proportion() -> None:
    assert relative([1, 2, 1], 400) == (100, 200, 100)

"""The ladder on which a school's own form is given up: each step gives up more, and none takes anything back."""

from __future__ import annotations

from itertools import pairwise

import pytest

from coursepack.render.slides.school.rungs import FIRST, LADDER, Rung


def given(rung: Rung) -> tuple[float, ...]:
    """Return how much is given up, of each thing."""
    return rung.lines, rung.loose, rung.flows, -rung.title, -rung.share, rung.breaks


def test_the_first_step_gives_up_nothing() -> None:
    assert LADDER[0] is FIRST
    assert given(FIRST) == (1, False, False, -1, -1, False)


def test_each_step_gives_up_more_and_none_takes_anything_back() -> None:
    for rung, higher in pairwise(LADDER):
        assert rung != higher
        assert all(less <= more for less, more in zip(given(rung), given(higher), strict=True))


def test_a_title_is_large_as_long_as_a_text_keeps_its_size() -> None:
    """Of 28 points, 24 are left: what is large may have the template's colour where smaller words need another."""
    assert min(28 * rung.title for rung in LADDER if rung.share == 1) == pytest.approx(24)


def test_a_text_keeps_its_size_as_long_as_it_may_go_on_over_slides_and_words_are_cut_last() -> None:
    assert all(rung.flows for rung in LADDER if rung.share < 1)
    assert [rung.breaks for rung in LADDER] == [False] * (len(LADDER) - 1) + [True]

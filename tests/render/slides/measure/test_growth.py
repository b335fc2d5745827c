"""Few words are set larger, never at the price of a broken line more than need be; what is left goes between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.render.slides.inline import Paragraph, Run
from coursepack.render.slides.layouts import Frame, Level
from coursepack.render.slides.measure.flow import flow

if TYPE_CHECKING:
    from coursepack.render.slides.measure.faces import Faces
    from coursepack.render.slides.measure.fit import Fit

FRAME = Frame(
    type="body",
    at=(0, 0, 11.733, 4.25),
    flow=True,
    larger={2: 60, 3: 44, 4: 36, 6: 32},
    levels=(Level(size=32, leading=39, after=18, hang=0.42, bullet="dash"),),
)
SHORT = "Deltas grow"
LONG = "Deltas grow where a river slows down at the edge of the sea"


def points(*words: str) -> tuple[Paragraph, ...]:
    return tuple(Paragraph((Run(one),), 1, "bullet") for one in words)


def fitted(twins: Faces, *words: str) -> Fit:
    (found,) = flow([(points(*words), FRAME)], 18, twins)
    assert len(found.pieces) == 1
    return found.fit


@pytest.mark.parametrize(("count", "size"), [(1, 60), (2, 60), (3, 44), (4, 36), (5, 32), (6, 32)])
def test_the_fewer_points_the_larger_their_type(twins: Faces, count: int, size: float) -> None:
    found = fitted(twins, *[SHORT] * count)
    assert found.levels[0].size == size
    assert found.grown == (size > 32)


def test_many_words_are_set_as_the_layout_has_them(twins: Faces) -> None:
    assert fitted(twins, *[LONG] * 4).levels[0].size == 32
    assert 32 < fitted(twins, *[LONG] * 2).levels[0].size < 60


def test_a_size_that_leaves_a_word_alone_on_a_line_is_not_taken(twins: Faces) -> None:
    """At 40 and 44 pt the last word or two would stand alone."""
    line = "Deltas grow where a river slows down and then on"
    size = fitted(twins, line, SHORT, SHORT).levels[0].size
    assert size == 36


def test_what_is_left_goes_between_the_points_and_nothing_runs_over(twins: Faces) -> None:
    four, two = fitted(twins, *[SHORT] * 4), fitted(twins, SHORT, SHORT)
    assert 0.9 * FRAME.room[1] < four.measured.height <= FRAME.room[1]
    assert two.levels[0].after == pytest.approx(1.25 * two.levels[0].leading, abs=0.1)


def test_space_between_points_is_given_up_before_their_size(twins: Faces) -> None:
    frame = FRAME.model_copy(update={"larger": {}})
    (plain,) = flow([(points(*[SHORT] * 7), frame)], 18, twins)
    assert fitted(twins, *[SHORT] * 7).levels[0].size > plain.fit.levels[0].size


def test_deeper_levels_grow_with_the_first(twins: Faces) -> None:
    levels = (*FRAME.levels, Level(size=24, leading=30, after=10, hang=0.34, indent=0.42))
    text = (*points(SHORT), Paragraph((Run(SHORT),), 2, "bullet"), *points(SHORT))
    (found,) = flow([(text, FRAME.model_copy(update={"levels": levels}))], 18, twins)
    first, second = found.fit.levels
    assert (first.size, second.size) == (44, 33)
    assert second.indent == pytest.approx(0.42 * 44 / 32, abs=0.001)


def test_points_with_points_below_keep_their_distances(twins: Faces) -> None:
    levels = (*FRAME.levels, Level(size=24, leading=30, after=10, hang=0.34, indent=0.42))
    text = (*points(SHORT), Paragraph((Run(SHORT),), 2, "bullet"), *points(SHORT))
    (found,) = flow([(text, FRAME.model_copy(update={"levels": levels}))], 18, twins)
    first = found.fit.levels[0]
    assert first.after < first.leading / 2


def test_prose_grows_where_it_breaks_into_more_lines_and_its_head_stays_close(twins: Faces) -> None:
    text = (Paragraph((Run("Yes", bold=True),)), Paragraph((Run(f"{LONG}. " * 2),)))
    (found,) = flow([(text, FRAME.model_copy(update={"larger": {2: 44}}))], 18, twins)
    (level,) = found.fit.levels
    assert level.size == 44
    assert level.after < level.leading / 2


def test_points_side_by_side_have_the_distances_of_the_fuller_text(twins: Faces) -> None:
    left, right = flow([(points(*[SHORT] * 3), FRAME), (points(*[SHORT] * 4), FRAME)], 18, twins)
    (alone,) = flow([(points(*[SHORT] * 4), FRAME)], 18, twins)
    assert left.fit.levels[0].after == right.fit.levels[0].after == alone.fit.levels[0].after


CODE = Frame(type="body", at=(0, 0, 11, 4), flow=True, larger={4: 32.5}, levels=(Level(size=20, leading=25),))


def test_lines_of_code_grow_and_stay_together(twins: Faces) -> None:
    text = tuple(Paragraph((Run("print(1)", code=True),)) for _ in range(3))
    (found,) = flow([(text, CODE)], 14, twins)
    assert (found.fit.levels[0].size, found.fit.levels[0].after) == (32.5, 0)


@pytest.mark.parametrize(("letters", "size"), [(28, 32.5), (40, 30), (60, 20)])
def test_a_line_of_code_is_never_broken_for_larger_type(twins: Faces, letters: int, size: float) -> None:
    text = tuple(Paragraph((Run("x" * 9 + " " + "y" * (letters - 10), code=True),)) for _ in range(2))
    (found,) = flow([(text, CODE)], 14, twins)
    assert found.fit.levels[0].size == size

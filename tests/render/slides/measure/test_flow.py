"""Texts side by side: one step of sizes for all, and as many slides as the longest takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursepack.render.slides.inline import Paragraph, Run
from coursepack.render.slides.layouts import Frame, Level
from coursepack.render.slides.measure.flow import flow

if TYPE_CHECKING:
    from coursepack.render.slides.measure.faces import Faces

# Six lines of the largest type, seven of 20, and nine of the smallest.
FRAME = Frame(type="body", at=(0, 0, 6, 2), levels=(Level(size=24, leading=24),), flow=True)
FLOOR = 16


def lines(count: int) -> tuple[Paragraph, ...]:
    return tuple(Paragraph((Run(f"line {number}"),), 1, "bullet") for number in range(count))


def test_all_are_set_smaller_together_before_any_is_split(twins: Faces) -> None:
    short, long = flow([(lines(2), FRAME), (lines(7), FRAME)], FLOOR, twins)
    assert short.fit.levels == long.fit.levels
    assert 16 <= short.fit.levels[0].size < 24
    assert short.fit.shrunk
    assert [len(one.pieces) for one in (short, long)] == [1, 1]
    (alone,) = flow([(lines(2), FRAME)], FLOOR, twins)
    assert (alone.fit.levels, alone.fit.shrunk) == (FRAME.levels, False)


def test_a_long_text_takes_the_fewest_slides_at_the_largest_size_that_does(twins: Faces) -> None:
    """Twelve lines are two slides at any size: six and six at the largest. Thirteen need a smaller one."""
    (twelve,) = flow([(lines(12), FRAME)], FLOOR, twins)
    assert ([len(piece) for piece in twelve.pieces], twelve.fit.shrunk) == ([6, 6], False)
    (thirteen,) = flow([(lines(13), FRAME)], FLOOR, twins)
    assert sorted(len(piece) for piece in thirteen.pieces) == [6, 7]
    assert thirteen.fit.shrunk
    assert thirteen.fit.fits


def test_no_line_is_lost_and_none_changes_its_place(twins: Faces) -> None:
    for count in (1, 9, 10, 31):
        (found,) = flow([(lines(count), FRAME)], FLOOR, twins)
        assert [one.text for piece in found.pieces for one in piece] == [one.text for one in lines(count)]
        assert found.fit.fits


def test_a_short_text_beside_a_long_one_goes_on_as_far_as_it_has_something(twins: Faces) -> None:
    long, short, single = flow([(lines(30), FRAME), (lines(3), FRAME), (lines(1), FRAME)], FLOOR, twins)
    assert len(long.pieces) == 4
    assert len(short.pieces) <= 4
    assert len(single.pieces) == 1
    assert sum(map(len, short.pieces)) == 3


def test_a_paragraph_beside_a_longer_text_is_set_as_small_as_it_has_to_be(twins: Faces) -> None:
    """Eight lines that nothing parts go on a slide only at the floor; twelve others take two slides at any size."""
    whole = (Paragraph((Run("\n".join(f"line {number}" for number in range(8))),)),)
    longer, beside = flow([(lines(12), FRAME), (whole, FRAME)], FLOOR, twins)
    assert (longer.fit.fits, beside.fit.fits) == (True, True)
    assert [len(one.pieces) for one in (longer, beside)] == [2, 1]


def test_what_no_slide_holds_is_said_not_to_fit(twins: Faces) -> None:
    (found,) = flow([((Paragraph((Run("w" * 99),)),), FRAME)], FLOOR, twins)
    assert not found.fit.fits
    assert found.fit.measured.wide == "w" * 99

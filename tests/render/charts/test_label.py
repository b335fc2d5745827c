"""Labels: as wide as their widest line, as high as their lines, and each line where its side says. Points."""

from __future__ import annotations

import pytest
from chart_cases import lettering

from coursepack.render.charts.label import Block, Line, block
from coursepack.render.charts.lettering import ASCENT, DESCENT, LEADING


def test_a_block_is_as_wide_as_its_widest_line_and_as_high_as_all() -> None:
    own = lettering()
    made = Block((Line("iii", bold=True), Line("mmmm")), own)
    assert made.width == own.width("mmmm") > own.width("iii", bold=True)
    assert made.height == ASCENT + LEADING + DESCENT
    assert (made.size.width, made.size.height) == (made.width, made.height)


def test_a_block_without_lines_takes_no_room() -> None:
    empty = Block((), lettering())
    assert (empty.width, empty.height, empty.runs(empty.box(5, 5))) == (0, 0, ())


def test_a_box_is_that_of_the_block_at_its_upper_left() -> None:
    made = block(lettering(), "Rain")
    box = made.box(10, 20)
    assert (box.left, box.top, box.right, box.bottom) == pytest.approx((10, 20, 10 + made.width, 20 + ASCENT + DESCENT))


def test_lines_stand_at_the_left_in_the_middle_or_at_the_right_of_a_box() -> None:
    made = block(lettering(), "i", "mmmm")
    box = made.box(10, 20)
    spare = made.width - lettering().width("i")
    for align, left in (("start", 10), ("middle", 10 + spare / 2), ("end", 10 + spare)):
        short, long = made.runs(box, align)  # type: ignore[arg-type]
        assert (short.box.left, short.xs[0]) == pytest.approx((left, left))
        assert (long.box.left, long.box.right) == pytest.approx((10, box.right))


def test_baselines_are_one_leading_apart_and_letters_lie_in_the_box() -> None:
    made = block(lettering(), "one", "two", bold=True)
    box = made.box(0, 100)
    first, second = made.runs(box)
    assert (first.y, second.y) == pytest.approx((100 + ASCENT, 100 + ASCENT + LEADING))
    assert (first.box.top, second.box.bottom) == pytest.approx((box.top, box.bottom))
    assert first.bold
    assert second.bold


def test_a_line_is_moved_whole() -> None:
    (run,) = block(lettering(), "Rain").runs(block(lettering(), "Rain").box(10, 20))
    moved = run.moved(7)
    assert (moved.y, moved.box.top, moved.box.bottom) == pytest.approx((run.y + 7, run.box.top + 7, run.box.bottom + 7))
    assert (moved.text, moved.xs, moved.box.left) == (run.text, run.xs, run.box.left)

"""Lines outside of pages, read as the operators of PDF that they are."""

from __future__ import annotations

import re

from coursepack.press.marks import MM, marks, room


def lines(drawn: bytes) -> tuple[list[tuple[float, ...]], list[tuple[float, ...]]]:
    """Return the lines that are whole and those that are dashed: x and y of both ends, in mm."""
    found = [
        [tuple(round(float(number) / MM, 2) for number in ends) for ends in re.findall(_LINE, part)]
        for part in drawn.decode().split("[2 2] 0 d")
    ]
    return found[0], found[1]


_LINE = r"([\d.-]+) ([\d.-]+) m ([\d.-]+) ([\d.-]+) l S"
CELLS = [(20 * MM, 60 * MM), (60 * MM, 100 * MM)]
ROW = [(20 * MM, 80 * MM)]


def test_no_mark_is_on_a_page() -> None:
    whole, dashed = lines(marks(CELLS, ROW, folded=False))
    assert not dashed
    assert len(whole) == 2 * (4 + 2)
    for x0, y0, x1, y1 in whole:
        outside = max(y0, y1) <= 16 or min(y0, y1) >= 84 or max(x0, x1) <= 16 or min(x0, x1) >= 104
        assert outside
        assert abs(x1 - x0) + abs(y1 - y0) == 5


def test_a_fold_is_dashed_and_not_cut() -> None:
    whole, dashed = lines(marks(CELLS, ROW, folded=True))
    assert {x0 for x0, _, x1, _ in whole if x0 == x1} == {20, 100}
    assert {x0 for x0, *_ in dashed} == {60}


def test_no_mark_is_in_what_bleeds() -> None:
    """From 4 mm on pictures ran through them."""
    whole, _ = lines(marks(CELLS, ROW, folded=False, bleed=6 * MM))
    assert all(
        max(y0, y1) <= 13 or min(y0, y1) >= 87 or max(x0, x1) <= 13 or min(x0, x1) >= 107 for x0, y0, x1, y1 in whole
    )
    assert min(min(ends) for ends in whole) >= 20 - room(6 * MM) / MM

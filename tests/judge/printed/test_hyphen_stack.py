from __future__ import annotations

from typing import TYPE_CHECKING

from laidpages import line, page

if TYPE_CHECKING:
    from collections.abc import Callable


def test_two_hyphens_in_a_row_are_enough(said: Callable[..., list[tuple[str, int]]]) -> None:
    lines = [line(14 * row, "of bound\u2010") for row in range(3)]
    assert said("hyphen-stack", page(1, *lines))[0][0] == "page 1 has 3 lines in a row that end with a hyphen"
    assert said("hyphen-stack", page(1, *lines[:2], line(28))) == []
    assert said("hyphen-stack", page(1, *lines[:2], line(28, "of bound\u2010", element=2))) == []

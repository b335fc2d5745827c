from __future__ import annotations

from typing import TYPE_CHECKING

from laidpages import full, line, page

if TYPE_CHECKING:
    from collections.abc import Callable


def test_a_heading_has_something_below_it(said: Callable[..., list[tuple[str, int]]]) -> None:
    heading = line(590, role="H3", element=5)
    assert said("heading-alone", page(1, line(0), heading), full(2))[0][0] == "page 1 ends with a heading"
    assert said("heading-alone", page(1, line(0), heading, line(604, element=6)), full(2)) == []
    assert said("heading-alone", page(1, line(0), heading, rows=[604]), full(2)) == []

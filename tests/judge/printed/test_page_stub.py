from __future__ import annotations

from typing import TYPE_CHECKING

from laidpages import full, line, page

if TYPE_CHECKING:
    from collections.abc import Callable


def test_a_few_lines_at_the_end_of_a_unit_are_a_stub(said: Callable[..., list[tuple[str, int]]]) -> None:
    ended = {"springs": (1, 0.0)}
    two = (line(0), line(14))
    assert said("page-stub", full(1), page(2, *two), anchors=ended) == [("page 2 holds 2 lines and no more", 9)]
    assert said("page-stub", full(1), page(2, *two, line(120))) == []
    # What begins there is as long as it is; what goes on is none; lines to write on fill a page.
    assert said("page-stub", full(1), page(2, line(0, role="H1"))) == []
    assert said("page-stub", full(1), page(2, *two), full(3)) == []
    assert said("page-stub", full(1), page(2, *two, rows=range(40, 600, 23))) == []

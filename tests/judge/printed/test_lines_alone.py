from __future__ import annotations

from typing import TYPE_CHECKING

from laidpages import full, line, page

if TYPE_CHECKING:
    from collections.abc import Callable


def test_a_few_lines_to_write_on_do_not_begin_a_page(said: Callable[..., list[tuple[str, int]]]) -> None:
    before, told = page(1, line(0), line(560), rows=[580]), line(200)
    assert said("lines-alone", before, page(2, told, rows=[0, 22])) == [("page 2 begins with 2 lines to write on", 1)]
    assert said("lines-alone", before, page(2, told, rows=range(0, 190, 22))) == []
    assert said("lines-alone", before, page(2, line(0), rows=[22, 44])) == []
    # What holds words is a box of code, as high as a line.
    assert said("lines-alone", before, page(2, line(6), told, rows=[0])) == []
    # Those of a page that begins with a table are no rest of others.
    assert said("lines-alone", full(1), page(2, told, rows=[0, 22])) == []

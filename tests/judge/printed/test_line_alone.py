from __future__ import annotations

from typing import TYPE_CHECKING

from laidpages import full, line, page

if TYPE_CHECKING:
    from collections.abc import Callable


def test_one_line_of_a_paragraph_is_told_on_either_page(said: Callable[..., list[tuple[str, int]]]) -> None:
    last, more = line(0, more=True), line(14, more=True)
    foot = page(1, line(0, element=3), line(590, more=True))
    assert said("line-alone", full(1), page(2, last, line(40, element=2)))[0][0] == (
        "page 2 begins with the last line of a paragraph"
    )
    assert said("line-alone", foot, page(2, line(0, element=2)))[0][0] == (
        "page 1 ends with the first line of a paragraph"
    )
    assert said("line-alone", full(1), page(2, last, more, line(40, element=2))) == []
    # A cell and a note beside the text are no paragraphs.
    assert said("line-alone", full(1), page(2, line(0, role="TD", more=True), line(40, element=2))) == []
    assert said("line-alone", full(1), page(2, line(0, role="Note", more=True), line(40, element=2))) == []

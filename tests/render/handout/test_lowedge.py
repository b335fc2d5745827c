"""Lines to write on at the end of a page. Pages are 200 by 100 pt with a margin of 10."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from coursepack.render.handout.laying import Laying

CSS = ".write-line {box-sizing: border-box; height: 10pt; border-bottom: 1pt solid}"


@pytest.mark.parametrize(
    ("before", "laid"),
    [
        (9.5, [7, 4]),
        # Of the seventh the border alone would be below the page's end.
        (10.5, [6, 5]),
        # So would some of the line itself.
        (12, [6, 5]),
    ],
)
def test_lines_stay_where_the_border_of_the_last_is_too_low(
    laying: Callable[..., Laying], page: Callable[[str], str], before: float, laid: list[int]
) -> None:
    line = '<div class="write-line"></div>'
    ruled = f"<div><div>{line * 11}</div></div>"
    document, *_ = laying(CSS).bench().layout(page(f'<p style="height:{before}pt"></p>{ruled}'), "", 1)
    boxes = [list(one._page_box.descendants()) for one in document.pages]  # noqa: SLF001 the boxes have no public name
    assert [
        sum(box.element is not None and box.element.get("class") == "write-line" for box in each) for each in boxes
    ] == laid

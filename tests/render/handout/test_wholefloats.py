"""What text runs beside goes over a page's end as a whole. Pages are 200 by 100 pt with a margin of 10: eight lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from coursepack.render.handout.laying import Laying

CSS = """p {line-height: 10pt} .beside {float: right; width: 50pt} .whole {break-inside: avoid} .own {height: 35pt}
.high {height: 75pt}"""
LINE = "<p>A line</p>"


def _figure(kind: str, high: str = "own") -> str:
    return f'{LINE * 5}<div class="beside {kind}"><p>Named</p><div class="{high}"></div></div>{LINE * 5}'


@pytest.mark.parametrize(
    ("source", "place", "whole"),
    [
        # After five lines there is room for its name alone.
        (_figure("whole"), 1, True),
        (_figure(""), 0, False),
        # What is hardly lower than a page is torn.
        (_figure("whole", "high"), 0, False),
    ],
)
def test_a_name_and_its_picture_stand_on_one_page(
    laying: Callable[..., Laying],
    page: Callable[[str], str],
    source: str,
    place: int,
    whole: bool,  # noqa: FBT001 a parameter
) -> None:
    bench = laying(CSS).bench()
    document, _ = bench._layout(bench._source(page(source)), "")  # noqa: SLF001 pages that nothing is done to
    pages = [list(one._page_box.descendants()) for one in document.pages]  # noqa: SLF001 the boxes have no public name
    named = [any(getattr(box, "text", "") == "Named" for box in boxes) for boxes in pages]
    assert named.index(True) == place
    drawn = {box.element.get("class") for box in pages[place] if box.element is not None}
    assert bool(drawn & {"own", "high"}) == whole

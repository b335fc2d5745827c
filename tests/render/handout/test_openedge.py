"""The lower edges of what goes on overleaf. Pages are 200 by 100 pt with a margin of 10: eight lines of 10 pt."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from weasyprint.formatting_structure import boxes

if TYPE_CHECKING:
    from collections.abc import Callable

    from coursepack.render.handout.laying import Laying

CSS = """p, li {line-height: 10pt} ul {margin: 0; padding: 0; list-style: none; border: solid; border-width: 2pt 0}
li {break-inside: avoid} .led {break-before: avoid}"""


@pytest.mark.parametrize(
    ("before", "rules"),
    [
        # All of it is on the first page.
        (3, [(2, 2)]),
        # What ends it must not begin a page, nor must what it is led by: it is parted before its last line.
        (4, [(2, 0), (0, 2)]),
        (6, [(2, 0), (0, 2)]),
    ],
)
def test_what_goes_on_overleaf_has_no_rule_at_the_foot_of_its_page(
    laying: Callable[..., Laying], page: Callable[[str], str], before: int, rules: list[tuple[float, float]]
) -> None:
    parted = f'<ul>{"<li>A</li>" * 3}</ul><p class="led">B</p>'
    document, *_ = laying(CSS).bench().layout(page("<p>Before</p>" * before + parted), "", 1)
    laid = [box for one in document.pages for box in one._page_box.descendants()]  # noqa: SLF001 the boxes have no public name
    lists = [box for box in laid if isinstance(box, boxes.BlockBox) and box.element_tag == "ul"]
    assert [(box.border_top_width * 0.75, box.border_bottom_width * 0.75) for box in lists] == rules


@pytest.mark.parametrize("before", [3, 4, 6])
def test_the_bar_beside_what_goes_on_overleaf_ends_with_its_words(
    laying: Callable[..., Laying], page: Callable[[str], str], before: int
) -> None:
    """Its last line goes over with what must not begin a page, though there was room for that line."""
    source = f'<div><ul>{"<li>A</li>" * 3}</ul></div><p class="led">B</p>'
    css = f"{CSS} div {{border-left: 2pt solid; padding-bottom: 1pt}} ul {{border: none}}"
    document, *_ = laying(css).bench().layout(page("<p>Before</p>" * before + source), "", 1)
    laid = [box for one in document.pages for box in one._page_box.descendants()]  # noqa: SLF001 as above
    barred = [box for box in laid if isinstance(box, boxes.BlockBox) and box.element_tag == "div"]
    lines = [sum(isinstance(one, boxes.LineBox) for one in box.descendants()) for box in barred]
    assert [round(box.height * 0.75, 3) for box in barred] == [10 * count for count in lines]
    assert sum(lines) == 3

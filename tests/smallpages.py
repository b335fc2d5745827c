"""What tests of pages that would stay half empty lay out.

They are 200 by 100 pt with a margin of 10: eight lines of 10 pt.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from weasyprint import Page

    from coursepack.render.handout.laying import Laying


CSS = """p, td, h2, h4 {line-height: 10pt; padding: 0; break-after: auto} table {border-spacing: 0}
h2, h4 {break-after: avoid}
.table, .choose, .figure, .rubric, .grading {break-inside: avoid} [data-parted] {break-inside: auto !important}
.high tr:first-child {break-after: avoid} [data-parted=freely] tr:first-child {break-after: auto}
.low tr:nth-last-child(2) {break-after: avoid} [data-parted=wholly] tr {break-after: auto !important}
[data-closer] td {line-height: 8pt} .room {height: 50pt}
.far {break-inside: avoid; margin-top: 4pt} .far[data-closer] {margin-top: 0}"""
LINE = "<p>A line</p>"
TABLE = f'<div class="table"><table><tbody>{"<tr><td>A row</td></tr>" * 6}</tbody></table></div>'
FIGURE = '<div class="figure"><p id="rhine">Figure 1</p><div class="room"></div></div>'


def rows(count: int) -> str:
    return f"<table><tbody>{'<tr><td>A row</td></tr>' * count}</tbody></table>"


def boxes_of(page: Page) -> list[Any]:
    return list(page._page_box.descendants())  # noqa: SLF001 the boxes have no public name


def lines(before: str, bench: Callable[..., Laying], page: Callable[[str], str]) -> list[int]:
    """Return how many lines each page has."""
    document, *_ = bench(CSS).bench().layout(page(before), "", 1)
    return [sum(type(box).__name__ == "LineBox" for box in boxes_of(one)) for one in document.pages]


def said(one: Page) -> str:
    """Return what the lines of a page say, by their first letters."""
    return "".join(box.text[0] for box in boxes_of(one) if type(box).__name__ == "TextBox")


def order(source: str, bench: Callable[..., Laying], page: Callable[[str], str]) -> list[str]:
    """Return what the lines of each page say."""
    document, *_ = bench(CSS).bench().layout(page(source), "", 1)
    return [said(one) for one in document.pages]

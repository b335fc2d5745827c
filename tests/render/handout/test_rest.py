"""What pages leave free is ruled for notes. Pages are 180 by 180 mm within their margins."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from coursepack.render.handout.rest import MM, rule, spread
from coursepack.render.handout.walk import find

if TYPE_CHECKING:
    from weasyprint.document import Document

CSS_TEXT = """@page {size: 200mm 200mm; margin: 10mm} @page :left {margin-left: 5mm; margin-right: 15mm}
body, p {margin: 0; font-size: 0} .exercise {break-inside: avoid} .exercise.long {break-inside: auto}
.rest-room {position: absolute} .write-line {height: 8mm}"""
REST = '<div class="rest"><p>Notes</p><div class="write-line"></div></div>'


def laid(body: str) -> Document:
    fonts = FontConfiguration()
    return HTML(string=body).render(stylesheets=[CSS(string=CSS_TEXT, font_config=fonts)], font_config=fonts)


def ruled(body: str) -> list[list[Any]]:
    """Return the lines for notes on each page."""
    pages = [page._page_box for page in laid(body).pages]  # noqa: SLF001 the boxes have no public name
    spread(pages)
    for page in pages:
        rule(page)
    return [list(find(page, "write-line")) for page in pages]


def high(*millimetres: int, name: str = "exercise") -> str:
    inner = "".join(f'<div style="height:{one}mm;break-inside:avoid"></div>' for one in millimetres)
    return f'<div class="{name}">{inner}</div>'


def sheet(*exercises: str, name: str = "worksheet") -> str:
    return f'<section class="{name}">{"".join(exercises)}<div class="rest-room">{REST}</div></section>'


def foot(lines: list[Any]) -> float:
    return max(box.position_y + box.margin_height() for box in lines) / MM


def test_the_rest_of_a_page_is_ruled_to_its_foot() -> None:
    [lines] = ruled(REST)
    assert 190 - 8 < foot(lines) <= 190
    assert len({box.position_y for box in lines}) == len(lines) == 22


def test_the_rest_is_not_ruled_over_the_notes_at_the_foot() -> None:
    note = '<span style="float: footnote; display: block; height: 40mm">or do not</span>'
    [lines] = ruled(f'<p style="font-size:10px">As all know{note}.</p>{REST}')
    assert 190 - 60 < foot(lines) <= 190 - 40


def test_a_little_rest_is_left_empty() -> None:
    assert ruled(high(140) + REST) == [[]]


@pytest.mark.parametrize(
    ("source", "counts"),
    [
        # What follows has no room on the first page; on the last one little is left.
        (sheet(high(58), high(150)), [15, 0]),
        (sheet(high(58), high(150), high(98)), [15, 0, 10]),
        # Less than two fifths are white.
        (sheet(high(112), high(150)), [0, 0]),
        # The exercise goes on overleaf.
        (sheet(high(60, 150, name="exercise long")), [0, 0]),
        # In a pack it would be notes in the midst of a text.
        (sheet(high(60), high(150), name="unit"), [0, 0]),
    ],
)
def test_a_worksheet_is_ruled_where_what_follows_leaves_much_white(source: str, counts: list[int]) -> None:
    assert [len(lines) for lines in ruled(source)] == counts


def test_what_is_ruled_stands_below_the_exercises_and_in_the_measure_of_its_page() -> None:
    first, second, third = ruled(sheet(high(100), high(100), high(98)))
    assert [min(box.position_y for box in lines) / MM for lines in (first, second, third)] == pytest.approx(
        [10 + 100, 10 + 100, 10 + 98]
    )
    assert [lines[0].position_x / MM for lines in (first, second, third)] == pytest.approx([10, 5, 10])


def test_each_page_is_heard_to_be_ruled() -> None:
    first, second, third = ruled(sheet(high(100), high(100), high(98)))
    assert len({lines[0].element for lines in (first, second, third)}) == 3

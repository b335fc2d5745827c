"""Indents at the right of what is read from there: where WeasyPrint's lines end."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from weasyprint import CSS, HTML
from weasyprint.layout import inline
from weasyprint.text.fonts import FontConfiguration

from coursepack.render.handout.indent import from_the_right
from coursepack.render.look.theme import font_path

if TYPE_CHECKING:
    from collections.abc import Iterator

FACE = font_path("manimgx_fonts:NotoSansHebrew[wght].ttf")
WORDS = "\u05de\u05d9\u05dd " * 24


def rights(style: str) -> list[float]:
    """Set words 300 px wide; return where their lines end, in px from the right edge of what is inside the padding."""
    fonts = FontConfiguration()
    css = f"@font-face{{font-family:T;src:url({FACE.as_uri()})}} @page{{size:500px;margin:100px}} body{{margin:0}}"
    css += f"p{{margin:0;font:20px T;{style}}}"
    with from_the_right():
        page = HTML(string=f'<html dir="rtl"><p>{WORDS}</p></html>').render(
            stylesheets=[CSS(string=css, font_config=fonts)], font_config=fonts
        )
    found = [one for one in boxes(page.pages[0]._page_box) if type(one).__name__ == "LineBox"]  # noqa: SLF001 the boxes have no public name
    return [line.position_x + line.width - 400 for line in found]


def boxes(box: object) -> Iterator[object]:
    yield box
    for child in getattr(box, "children", ()) or ():
        yield from boxes(child)


@pytest.mark.parametrize(
    ("style", "seen"),
    [("", (0, 0)), ("text-indent:30px", (-30, 0)), ("padding-right:30px;text-indent:-30px", (0, -30))],
)
def test_the_first_line_begins_where_it_is_to(style: str, seen: tuple[float, float]) -> None:
    assert rights(style)[:2] == [pytest.approx(place, abs=0.05) for place in seen]


def test_the_engines_own_way_is_put_back() -> None:
    before = inline.text_align
    with from_the_right():
        assert inline.text_align is not before
    assert inline.text_align is before

"""Lines that are remembered: the same pages, broken once; what makes another line is another one."""

from __future__ import annotations

import inspect
import re
from typing import TYPE_CHECKING, Any

import pytest
from weasyprint import CSS, HTML
from weasyprint.layout import inline
from weasyprint.text import line_break
from weasyprint.text.fonts import FontConfiguration, get_font_description

from coursepack.render.handout import remembered
from coursepack.render.handout.remembered import Lines
from coursepack.render.look.theme import font_path
from coursepack.replaced import replaced

if TYPE_CHECKING:
    from collections.abc import Iterator

FACE = font_path("coursepack:fonts/Carlito-Regular.ttf")
STYLE = "@page{size:300px 400px;margin:9px} p{margin:0;font:16px T;width:200px;hyphens:auto}"
WORDS = "Responsibility for international peace is a matter of many words, and of <b>incomprehensibilities</b>."


@pytest.fixture
def fonts() -> FontConfiguration:
    return FontConfiguration()


@pytest.fixture
def broken() -> Iterator[list[str]]:
    """The texts whose lines the engine was asked for."""
    found: list[str] = []
    original = inline.split_first_line

    def noted(text: str, *more: Any, **named: Any) -> Any:  # noqa: ANN401 WeasyPrint has no types
        found.append(text)
        return original(text, *more, **named)

    with replaced(inline, split_first_line=noted):
        yield found


def laid(fonts: FontConfiguration, lines: Lines, more: str = "", words: str = WORDS) -> list[Any]:
    """Lay out a paragraph; return its texts."""
    css = CSS(string=f"@font-face{{font-family:T;src:url({FACE.as_uri()})}}{STYLE} p{{{more}}}", font_config=fonts)
    with lines.remembered():
        made = HTML(string=f"<html lang=en><p>{words}").render(stylesheets=[css], font_config=fonts)
    return [box for box in made.pages[0]._page_box.descendants() if hasattr(box, "pango_layout")]  # noqa: SLF001 the boxes


def places(texts: list[Any]) -> list[tuple[object, ...]]:
    return [(box.text, box.position_x, box.position_y, box.width, box.height, box.baseline) for box in texts]


def test_a_line_is_broken_once_and_stands_where_it_stood(fonts: FontConfiguration, broken: list[str]) -> None:
    lines = Lines()
    first = laid(fonts, lines)
    assert len(first) > 3
    assert len(broken) >= len(first)
    broken.clear()
    assert places(laid(fonts, lines)) == places(first) == places(laid(fonts, Lines()))
    assert broken.count(broken[0]) == 1


@pytest.mark.parametrize(
    "more",
    ["width:210px", "font-size:17px", "hyphens:none", "letter-spacing:.5px", "word-spacing:2px", "font-weight:700"],
)
def test_what_makes_another_line_is_asked_for(fonts: FontConfiguration, broken: list[str], more: str) -> None:
    lines = Lines()
    laid(fonts, lines)
    broken.clear()
    assert places(laid(fonts, lines, more)) == places(laid(fonts, Lines(), more))
    assert broken


def test_a_line_comes_of_all_that_the_engine_asks_a_style_for() -> None:
    asking = (line_break.split_first_line, line_break.first_line_metrics, line_break.line_size, line_break.Layout)
    source = "".join(map(inspect.getsource, (*asking, line_break.create_layout, get_font_description)))
    assert set(re.findall(r"style\['(\w+)'\]", source)) == set(remembered._ASKED)  # noqa: SLF001 what is compared


def test_another_language_has_other_hyphens(fonts: FontConfiguration, broken: list[str]) -> None:
    lines, german = Lines(), "<i lang=de>Verantwortungsbewusstsein und Verhandlungsbereitschaft</i>"
    laid(fonts, lines, words=german.replace("=de", "=en"))
    broken.clear()
    assert places(laid(fonts, lines, words=german)) == places(laid(fonts, Lines(), words=german))
    assert broken


def test_each_box_has_a_line_of_its_own(fonts: FontConfiguration) -> None:
    """One that fills its line has wider blanks than the same words elsewhere."""
    lines = Lines()
    one, other = laid(fonts, lines), laid(fonts, lines)
    assert one[0].pango_layout is not other[0].pango_layout
    one[0].pango_layout.text = "Others."
    assert laid(fonts, lines)[0].pango_layout.text == other[0].pango_layout.text != "Others."


def test_no_more_are_remembered_than_have_room(fonts: FontConfiguration, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembered, "_MOST", 2)
    lines = Lines()
    assert places(laid(fonts, lines)) == places(laid(fonts, Lines()))
    assert len(lines.found) <= 2

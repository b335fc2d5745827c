"""Quotation marks that hang in the margin: where the words of WeasyPrint's lines begin, and where its marks do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from coursepack.render.handout.hanging import hanging_quotes
from coursepack.render.look.theme import font_path

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coursepack.render.look.design import Design

FACE = font_path("coursepack:fonts/Carlito-Regular.ttf")
# The advance of “ in Carlito, 857 of 2048 units, at 20 px.
MARK = 857 / 2048 * 20


def lines(markup: str, style: str = "--quotes-hang: yes", rules: str = "") -> list[float]:
    """Set markup on a page with a margin of 50 px; return where the texts of its lines begin, in px from it.

    `rules` are those of a style sheet.
    """
    fonts = FontConfiguration()
    css = (
        f"@font-face{{font-family:T;src:url({FACE.as_uri()})}} @page{{size:500px;margin:50px}} body{{margin:0;{style}}}"
    )
    css += f"p{{margin:0;font:20px T;width:300px}}{rules}"
    with hanging_quotes():
        page = HTML(string=f"<html>{markup}</html>").render(
            stylesheets=[CSS(string=css, font_config=fonts)], font_config=fonts
        )
    found = [box for box in boxes(page.pages[0]._page_box) if type(box).__name__ == "LineBox"]  # noqa: SLF001 the boxes have no public name
    return [next(one.position_x for one in boxes(line) if type(one).__name__ == "TextBox") - 50 for line in found]


def boxes(box: object) -> Iterator[object]:
    yield box
    for child in getattr(box, "children", ()) or ():
        yield from boxes(child)


@pytest.mark.parametrize("markup", ["<p>“Peace” is a word.</p>", "<p><b><i>“Peace</i></b>” is a word.</p>"])
def test_a_mark_hangs_by_its_own_width(markup: str) -> None:
    assert lines(markup) == [pytest.approx(-MARK, abs=0.05)]


def test_it_hangs_on_whatever_line_it_begins() -> None:
    first, second = lines("<p>They called this agreement a<br>“peace” that was none.</p>")
    assert (first, second) == (0, pytest.approx(-MARK, abs=0.05))


def test_an_indent_stays() -> None:
    assert lines('<p style="text-indent:30px">“Peace” is a word.</p>') == [pytest.approx(30 - MARK, abs=0.05)]


@pytest.mark.parametrize(
    "markup",
    [
        "<p>Peace is a “word”.</p>",
        "<p>(Peace) is a word.</p>",
        '<p style="--quotes-hang: no">“Peace” is a word.</p>',
    ],
    ids=["inside", "bracket", "told not to"],
)
def test_what_does_not_hang(markup: str) -> None:
    assert lines(markup) == [0]


def test_a_box_in_a_line_holds_its_mark() -> None:
    # It would stand in the word before.
    line, inside = lines('<p>So: <span style="display:inline-block">“Peace”</span></p>')
    assert inside > line + 20


def test_nothing_hangs_unless_it_is_asked_for() -> None:
    assert lines("<p>“Peace” is a word.</p>", style="") == [0]


def test_a_centred_line_stays_in_the_middle() -> None:
    (centred,) = lines('<p style="text-align:center">“Peace” is a word.</p>')
    (plain,) = lines('<p style="text-align:center;--quotes-hang: no">“Peace” is a word.</p>')
    assert centred == plain


def test_from_right_to_left_it_hangs_to_the_right() -> None:
    (hung,) = lines('<p dir="rtl" style="direction:rtl">“Peace”</p>')
    (plain,) = lines('<p dir="rtl" style="direction:rtl;--quotes-hang: no">“Peace”</p>')
    assert hung - plain == pytest.approx(MARK, abs=0.05)


@pytest.mark.parametrize(
    ("markup", "hung"),
    [("<p>“Peace”</p>", MARK), ('<div class="code"><p>“Peace”</p></div>', 0), ("<ul><li><p>“Peace”</p></li></ul>", 0)],
    ids=["text", "code", "item"],
)
def test_where_pages_ask_for_it(own_design: Design, markup: str, hung: float) -> None:
    loader = own_design.templates.loader
    assert loader
    source = loader.get_source(own_design.templates, "print.css.j2")[0]
    rules = "".join(line for line in source.split("\n") if "--quotes-hang" in line)
    shown = lines(f'<div class="prose">{markup}</div>', "", f"{rules} ul{{padding:0}}")
    assert shown[-1:] == [pytest.approx(-hung, abs=0.05)]

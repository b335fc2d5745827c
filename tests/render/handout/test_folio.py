"""Margins are made last: the same pages, with the numbers that they have in the whole."""

from __future__ import annotations

from contextlib import suppress
from io import BytesIO

import pypdfium2
import pytest
from weasyprint import CSS, HTML, layout

from coursepack.render.handout import folio

STYLE = (
    "@page{size:200pt 100pt;margin:20pt;@bottom-center{content:counter(page) ' ' string(head)}}"
    "p{break-before:page;margin:0;string-set:head content()}"
)
THREE = "<p>one</p><p>two</p><p>three</p>"


def words(more: int) -> list[str]:
    """Lay three pages out without their margins, and say that so many stand before them."""
    with folio.empty() as margins:
        laid = HTML(string=THREE).render(stylesheets=[CSS(string=STYLE)])
    pages = pypdfium2.PdfDocument(BytesIO(margins.filled(laid, more).write_pdf()))
    return [" ".join(page.get_textpage().get_text_range().split()) for page in pages]


@pytest.mark.parametrize("more", [0, 41])
def test_pages_have_their_numbers_and_say_what_stands_on_them(more: int) -> None:
    assert words(more) == [f"{word} {number + more} {word}" for number, word in enumerate(("one", "two", "three"), 1)]


def test_weasyprint_s_own_way_is_put_back_even_after_a_fault() -> None:
    own = layout.make_margin_boxes
    with suppress(ZeroDivisionError), folio.empty():
        assert layout.make_margin_boxes is not own
        raise ZeroDivisionError
    assert layout.make_margin_boxes is own


@pytest.mark.parametrize(("text", "counted"), [("", False), ("p::after{content:counter(page)}", True)])
def test_a_text_that_says_its_own_page_is_laid_out_with_its_number(text: str, counted: bool) -> None:  # noqa: FBT001 a row
    with folio.empty() as margins:
        HTML(string=THREE).render(stylesheets=[CSS(string=STYLE + text)])
    assert margins.counted is counted


def test_nothing_is_held_when_it_is_done() -> None:
    with folio.empty() as margins:
        HTML(string=THREE).render(stylesheets=[CSS(string=STYLE)])
    (context, _, _), *_ = margins.left
    margins.done()
    assert (margins.left, vars(context)) == ([], {})


def test_a_letter_that_goes_on_in_the_next_column_is_said_once_on_a_page() -> None:
    style = "@page{size:200pt 100pt;margin:20pt;@top-left{content:string(letters, all-once)}} section{columns:3}"
    style += "p{margin:0;font-size:10pt} div{string-set:letters ' ' attr(id)}"
    index = "".join(f'<div id="{letter}">{"<p>word</p>" * lines}</div>' for letter, lines in (("A", 8), ("B", 15)))
    with folio.empty() as margins:
        laid = HTML(string=f"<section>{index}</section>").render(stylesheets=[CSS(string=style)])
    pages = pypdfium2.PdfDocument(BytesIO(margins.filled(laid, 0).write_pdf()))
    heads = [page.get_textpage().get_text_range().replace("word", "").split() for page in pages]
    assert heads == [["A", "B"], ["B"]]


def test_the_last_of_three_sections_is_said_though_it_is_named_like_the_first() -> None:
    style = (
        "@page{size:200pt 100pt;margin:20pt;@top-left{content:string(said, last)}} h2{string-set:said content(text)}"
    )
    with folio.empty() as margins:
        laid = HTML(string="<h2>Task</h2><h2>Text</h2><h2>Task</h2>").render(
            stylesheets=[CSS(string=f"{style} h2{{margin:0;font-size:10pt}}")]
        )
    (page,) = pypdfium2.PdfDocument(BytesIO(margins.filled(laid, 0).write_pdf()))
    assert page.get_textpage().get_text_range().split() == ["Task", "Text", "Task", "Task"]

"""Rules of shapes, on decks that python-pptx makes."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, cast

import pytest
import resvg_py
from lxml.etree import SubElement
from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.util import Inches

from coursepack.render.slides.audit.shapes import check
from coursepack.render.slides.audit.view import views

if TYPE_CHECKING:
    from lxml.etree import _Element
    from pptx.presentation import Presentation as Deck
    from pptx.slide import Slide

PLACE = (Inches(1), Inches(2), Inches(4), Inches(1))


@pytest.fixture
def deck() -> Deck:
    made = Presentation()
    made.slides.add_slide(made.slide_layouts[5]).shapes.title.text = "Rivers"
    return made


@pytest.fixture
def slide(deck: Deck) -> Slide:
    return deck.slides[0]


def found(deck: Deck) -> list[str]:
    (view,) = views(deck, ["Rivers"])
    return [one.rule for one in check(view)]


def add_picture(slide: Slide, alt: str) -> _Element:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"></svg>'
    shape = slide.shapes.add_picture(BytesIO(bytes(resvg_py.svg_to_bytes(svg))), *PLACE)
    next(shape._element.iter(qn("p:cNvPr"))).set("descr", alt)  # noqa: SLF001 no public name
    return cast("_Element", shape._element)  # noqa: SLF001 no public name


@pytest.mark.parametrize(("alt", "rules"), [("A spring", []), ("", ["alt"]), (" ", ["alt"])])
def test_a_picture_says_what_it_shows(deck: Deck, slide: Slide, alt: str, rules: list[str]) -> None:
    add_picture(slide, alt)
    assert found(deck) == rules


def test_a_shape_without_words_is_described_and_one_with_words_need_not_be(deck: Deck, slide: Slide) -> None:
    slide.shapes.add_shape(1, *PLACE)
    slide.shapes.add_textbox(*PLACE).text_frame.text = "Words"
    assert found(deck) == ["alt"]


def test_a_table_has_a_row_of_heads(deck: Deck, slide: Slide) -> None:
    frame = slide.shapes.add_table(2, 2, *PLACE)
    next(frame._element.iter(qn("p:cNvPr"))).set("descr", "Lengths")  # noqa: SLF001 no public name
    assert found(deck) == []
    frame.table.first_row = False
    assert found(deck) == ["header"]


def test_heads_are_not_merged_and_cells_below_may_be(deck: Deck, slide: Slide) -> None:
    frame = slide.shapes.add_table(3, 3, *PLACE)
    next(frame._element.iter(qn("p:cNvPr"))).set("descr", "Lengths")  # noqa: SLF001 no public name
    frame.table.cell(1, 0).merge(frame.table.cell(1, 1))
    assert found(deck) == []
    frame.table.cell(0, 0).merge(frame.table.cell(0, 1))
    assert found(deck) == ["merged"]


def test_a_head_over_two_rows_is_merged(deck: Deck, slide: Slide) -> None:
    frame = slide.shapes.add_table(3, 3, *PLACE)
    next(frame._element.iter(qn("p:cNvPr"))).set("descr", "Lengths")  # noqa: SLF001 no public name
    frame.table.cell(0, 0).merge(frame.table.cell(1, 0))
    assert found(deck) == ["merged"]


def test_what_is_heard_is_found(deck: Deck, slide: Slide) -> None:
    shape = add_picture(slide, "A brook")
    SubElement(next(shape.iter(qn("p:nvPr"))), qn("a:audioFile"), {qn("r:link"): "rId9"})
    assert found(deck) == ["media"]

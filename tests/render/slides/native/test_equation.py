"""Formulas on slides: native for PowerPoint, with something in its place for programs that set none."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest
from lxml.etree import Element, SubElement
from pptx.oxml.ns import qn
from pptx.util import Inches

from coursepack.render.slides.inline import Run
from coursepack.render.slides.native import equation
from coursepack.render.words.equation import draw

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element
    from pptx.presentation import Presentation as Deck

    from coursepack.problem import Problem
    from coursepack.render.slides.layouts import Design
    from coursepack.render.slides.native.page import Page

    Build = Callable[..., tuple[Deck, list[Problem]]]

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
A14 = "{http://schemas.microsoft.com/office/drawing/2010/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"


def body() -> tuple[_Element, _Element]:
    """A text of one paragraph."""
    text = Element(qn("p:txBody"))
    SubElement(text, qn("a:lstStyle"))
    return text, SubElement(text, qn("a:p"))


def test_a_formula_in_a_line_is_office_mathematics_beside_the_words() -> None:
    _, paragraph = body()
    SubElement(paragraph, qn("a:r"))
    equation.set_inline(paragraph, Run("x²", latex="x^2"), 0)
    run, holder = paragraph
    assert (run.tag, holder.tag) == (qn("a:r"), f"{A14}m")
    assert "".join(holder.itertext()) == "x2"
    assert list(holder.iter(f"{M}sSup"))


@pytest.mark.parametrize(("side", "wanted"), [("l", "left"), ("ctr", "center"), ("r", "right")])
def test_a_formula_with_a_line_to_itself_is_a_math_paragraph_on_the_side_of_its_text(side: str, wanted: str) -> None:
    """Office displays what stands between two ends of lines, and centres it where nothing is said."""
    _, paragraph = body()
    equation.set_inline(paragraph, Run("x²", latex="x^2", displayed=True), 0, side)
    (holder,) = paragraph
    ((properties, formula),) = holder
    assert [one.get(f"{M}val") for one in properties] == [wanted]
    assert (properties[0].tag, formula.tag) == (f"{M}jc", f"{M}oMath")


def test_a_size_is_written_into_the_style_of_the_level_once() -> None:
    text, paragraph = body()
    SubElement(paragraph, qn("a:pPr"), {"lvl": "1"})
    equation.set_inline(paragraph, Run("x", latex="x"), 20.5)
    equation.set_inline(paragraph, Run("y", latex="y"), 20.5)
    (style,) = text.iter(qn("a:lstStyle"))
    assert [(one.tag, one[0].get("sz")) for one in style] == [(qn("a:lvl2pPr"), "2050")]


def test_levels_stand_in_their_order() -> None:
    text, first = body()
    second = SubElement(text, qn("a:p"))
    SubElement(second, qn("a:pPr"), {"lvl": "1"})
    equation.set_inline(second, Run("x", latex="x"), 20)
    equation.set_inline(first, Run("y", latex="y"), 24)
    (style,) = text.iter(qn("a:lstStyle"))
    assert [one.tag for one in style] == [qn("a:lvl1pPr"), qn("a:lvl2pPr")]


def test_a_shape_with_formulas_gets_a_row_of_signs_for_others() -> None:
    tree = Element(qn("p:spTree"))
    shape = SubElement(tree, qn("p:sp"))
    SubElement(shape, qn("p:cNvPr"), {"id": "7"})
    text, paragraph = body()
    shape.append(text)
    equation.set_inline(paragraph, Run("x²", latex="x^2"), 20)
    other = SubElement(tree, qn("p:sp"))
    equation.finish(cast("Page", SimpleNamespace(tree=tree, slide=SimpleNamespace(language="fr"))))
    both, last = tree
    assert (both.tag, last) == (f"{MC}AlternateContent", other)
    choice, fallback = both
    # The prefix is none that LibreOffice knows: it takes the fallback.
    assert (choice.get("Requires"), choice.nsmap["formula"]) == ("formula", A14.strip("{}"))
    assert choice[0] is shape
    assert not [one.attrib for one in choice.iter(f"{A14}m") if one.attrib]
    assert not list(fallback.iter(f"{A14}m"))
    (run,) = fallback.iter(qn("a:r"))
    assert "".join(run.itertext()) == "x²"
    assert dict(run[0].attrib) == {"lang": "fr", "i": "1", "sz": "2000"}
    ids = [one.get("id") for one in tree.iter(qn("p:cNvPr"))]
    assert len(set(ids)) == 2


SLIDE = (
    '<section data-layout="equation" data-at="a.md:5:1"><h2 data-ph="title">T</h2>'
    '<div data-ph="equation" data-latex="{}" data-alt="two over three"></div></section>'
)


@pytest.fixture(scope="module")
def latex() -> str:
    return r"\frac{2}{3}"


def test_an_equation_is_a_formula_with_a_picture_in_its_place(slides: Build, design: Design, latex: str) -> None:
    deck, problems = slides(SLIDE.format(latex))
    assert problems == []
    (both,) = deck.slides[0].element.iter(f"{MC}AlternateContent")
    choice, fallback = both
    (formula,) = choice.iter(f"{M}oMathPara")
    assert [part.tag for part in formula.iter(f"{M}num", f"{M}den")] == [f"{M}num", f"{M}den"]
    assert list(fallback.iter(qn("a:blip")))
    assert {one.get("descr") for one in both.iter(qn("p:cNvPr"))} == {"two over three"}
    frame, drawn = design.layouts["equation"].frames["equation"], draw(latex, inline=False)
    offset, extent = next(fallback.iter(qn("a:xfrm")))
    sides = [int(one.get(name, "")) for one, names in ((offset, "x y"), (extent, "cx cy")) for name in names.split()]
    size = frame.levels[0].size
    expected = [
        Inches(frame.at[0]),
        Inches(frame.at[1]),
        Inches(drawn.width * size / 72),
        Inches(drawn.height * size / 72),
    ]
    assert sides == pytest.approx(expected, abs=20)


def test_an_array_with_lines_across_is_a_picture_that_is_read_out(slides: Build) -> None:
    made, problems = slides(SLIDE.format(r"\begin{array}{c} 2 \\ \hline 3 \end{array}"))
    assert problems == []
    slide = made.slides[0].element
    assert not list(slide.iter(f"{MC}AlternateContent"))
    (picture,) = slide.iter(qn("p:pic"))
    assert [one.get("descr") for one in picture.iter(qn("p:cNvPr"))] == ["two over three"]

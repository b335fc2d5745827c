"""What a shape says to someone who cannot see it, as python-pptx reads it back."""

from __future__ import annotations

import pytest
from lxml import etree
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn

from coursepack.render.slides.native.alt import decorate, describe, lead

DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"


@pytest.fixture
def shape() -> etree._Element:
    said = '<p:nvSpPr><p:cNvPr id="2" name="figure" descr="photo-17.png"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr>'
    return parse_xml(f"<p:sp {nsdecls('p', 'a', 'r')}>{said}<p:spPr/></p:sp>")


def properties(shape: etree._Element) -> etree._Element:
    return next(shape.iter(qn("p:cNvPr")))


def test_words_take_the_place_of_the_file_s_name(shape: etree._Element) -> None:
    describe(shape, "A spring")
    assert properties(shape).get("descr") == "A spring"


def test_what_only_adorns_has_no_words_and_says_so(shape: etree._Element) -> None:
    decorate(shape)
    assert properties(shape).get("descr") == ""
    assert [mark.get("val") for mark in properties(shape).iter(DECORATIVE)] == ["1"]


def test_a_link_comes_before_what_else_is_said_of_a_shape(shape: etree._Element) -> None:
    """The order of ECMA-376 part 1, 20.1.2.2.8: `hlinkClick`, then `extLst`."""
    decorate(shape)
    lead(shape, {"id": "rId7"})
    assert [etree.QName(one).localname for one in properties(shape)] == ["hlinkClick", "extLst"]
    assert properties(shape)[0].get(qn("r:id")) == "rId7"


def test_without_a_target_there_is_no_link(shape: etree._Element) -> None:
    lead(shape, {})
    assert len(properties(shape)) == 0

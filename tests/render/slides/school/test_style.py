"""What a placeholder's text inherits: the nearest that says something is right. Points and inches."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls

from coursepack.render.slides.school.colour import Palette
from coursepack.render.slides.school.style import Style, style, typeface

if TYPE_CHECKING:
    from lxml.etree import _Element

OFFICE = Palette({"tx1": "000000", "accent1": "4472C4"})


def shape(level: str = "", body: str = "", properties: str = "", prompt: str = "") -> _Element:
    """A placeholder with a first level, attributes of its body, a fill, and a prompt."""
    words = f"<a:p><a:r>{prompt}<a:t>Click</a:t></a:r></a:p>" if prompt else "<a:p/>"
    found: _Element = parse_xml(
        f"<p:sp {nsdecls('p', 'a')}><p:spPr>{properties}</p:spPr><p:txBody><a:bodyPr {body}/>"
        f"<a:lstStyle>{level}</a:lstStyle>{words}</p:txBody></p:sp>"
    )
    return found


def general(inside: str, attributes: str = "") -> _Element:
    found: _Element = parse_xml(
        f"<p:bodyStyle {nsdecls('p', 'a')}><a:lvl1pPr {attributes}>{inside}</a:lvl1pPr></p:bodyStyle>"
    )
    return found


def read(*shapes: _Element, below: _Element | None = None) -> Style:
    return style(shapes, below, OFFICE)


MASTER = '<a:buChar char="•"/><a:defRPr sz="2400" b="1"><a:solidFill><a:srgbClr val="112233"/></a:solidFill></a:defRPr>'


def test_where_nothing_is_said_the_formats_own_values_hold() -> None:
    found = read(shape())
    assert (found.size, found.bold, found.italic, found.align, found.bullet) == (18, False, False, "l", "")
    assert (found.colour, found.fill, found.upright) == ("000000", "", True)
    assert found.insets == (0.1, 0.05, 0.1, 0.05)


def test_a_placeholder_inherits_what_it_does_not_say_itself() -> None:
    own = shape('<a:lvl1pPr algn="ctr"><a:defRPr sz="3200" i="0"/></a:lvl1pPr>')
    found = read(own, below=general(MASTER, 'algn="r"'))
    assert (found.size, found.bold, found.italic, found.align) == (32, True, False, "ctr")
    assert (found.colour, found.bullet) == ("112233", "own")


def test_the_nearest_of_several_placeholders_comes_first() -> None:
    layout, master = (shape(f'<a:lvl1pPr><a:defRPr sz="{size}"/></a:lvl1pPr>') for size in (2000, 4000))
    assert read(layout, master).size == 20
    assert read(shape('<a:lvl1pPr><a:defRPr i="1"/></a:lvl1pPr>'), master).italic
    assert read(shape(), master).size == 40


def test_no_bullet_and_no_fill_are_said_and_not_open() -> None:
    filled = shape(properties='<a:solidFill><a:schemeClr val="accent1"/></a:solidFill>')
    assert read(shape("<a:lvl1pPr><a:buNone/></a:lvl1pPr>"), below=general(MASTER)).bullet == ""
    assert read(shape(), filled).fill == "4472C4"
    assert read(shape(properties="<a:noFill/>"), filled).fill == ""


def test_insets_are_those_of_the_nearest_body_side_by_side() -> None:
    own, master = shape(body='lIns="0"'), shape(body='lIns="914400" bIns="457200"')
    assert read(own, master).insets == (0, 0.05, 0.1, 0.5)


@pytest.mark.parametrize(("turn", "upright"), [("horz", True), ("vert", False), ("vert270", False)])
def test_text_that_is_turned_does_not_stand_upright(turn: str, upright: bool) -> None:  # noqa: FBT001 a case
    assert read(shape(body=f'vert="{turn}"')).upright is upright


def test_a_size_that_only_the_prompt_says_counts_before_the_formats_own() -> None:
    assert read(shape(prompt='<a:rPr sz="2800"/>')).size == 28
    styled = shape('<a:lvl1pPr><a:defRPr sz="2000"/></a:lvl1pPr>', prompt='<a:rPr sz="2800"/>')
    assert read(styled).size == 20


def test_a_family_is_the_nearest_that_is_named_or_the_themes() -> None:
    named = shape('<a:lvl1pPr><a:defRPr><a:latin typeface="Georgia"/></a:defRPr></a:lvl1pPr>')
    below = general('<a:defRPr><a:latin typeface="+mn-lt"/></a:defRPr>')
    assert typeface([named], below, "Arial") == "Georgia"
    assert typeface([shape()], below, "Arial") == "+mn-lt"
    assert typeface([shape()], None, "Arial") == "Arial"

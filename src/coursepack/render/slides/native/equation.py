"""Equations on a slide: native for PowerPoint, with a picture or a row of signs for programs that set no formulas.

Both stand in one `mc:AlternateContent`. LibreOffice takes the first choice whose prefix it has in a list of its own
("a14" is in it), and then shows nothing for want of its formula module. So the namespace has another prefix here:
PowerPoint looks at the namespace and takes the formula, LibreOffice takes the fallback.
"""

from __future__ import annotations

from copy import deepcopy
from io import BytesIO
from itertools import takewhile
from typing import TYPE_CHECKING

from lxml.etree import Element, SubElement
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn

from coursepack.render.slides.measure.formulas import FormulaFit
from coursepack.render.slides.native.fast import next_id
from coursepack.render.slides.native.omml import omml
from coursepack.render.slides.native.picture import fallback, vector
from coursepack.render.words.equation import draw, native

if TYPE_CHECKING:
    from lxml.etree import _Element

    from coursepack.render.slides.content import Equation
    from coursepack.render.slides.inline import Run
    from coursepack.render.slides.native.page import Page

_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_A14 = "http://schemas.microsoft.com/office/drawing/2010/main"
_M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
_PREFIX = "formula"
_AFTER_TITLE = 3
# Notes on a formula until its slide is finished.
_LINEAR, _SIZE = "linear", "size"
# A paragraph's sides as a math paragraph has them.
_SIDES = {"l": "left", "ctr": "center", "r": "right"}


def fill(name: str, equation: Equation, page: Page) -> None:
    """Put an equation into its region, at the size that it was fitted to."""
    frame, setting = page.layout.frames[name], page.settings[name]
    size = setting.size if isinstance(setting, FormulaFit) else frame.levels[0].size
    drawn = draw(equation.latex, inline=False)
    at = (frame.at[0], frame.at[1], drawn.width * size / 72, drawn.height * size / 72)
    page.tree.insert(_position(name, page), _shape(name, equation, at, size, page))


def _position(name: str, page: Page) -> int:
    """Return where a shape stands in the order of reading: after those of the frames before its own."""
    before = set(takewhile(lambda one: one != name, page.layout.frames))
    found = (place for place, shape in enumerate(page.tree) if _name(shape) in before)
    return max((place + 1 for place in found), default=_AFTER_TITLE)


def _name(shape: _Element) -> str:
    named = next(shape.iter(qn("p:cNvPr")), None)
    return "" if named is None else named.get("name", "")


def _shape(name: str, equation: Equation, at: tuple[float, ...], size: float, page: Page) -> _Element:
    xml = page.kit.templates.get_template("deck/equation.xml.j2").render(
        name=name,
        design=page.kit.design,
        at=at,
        drawn=draw(equation.latex, inline=False),
        id=next_id(page.tree),
        alt=equation.alt,
        language=page.slide.language,
        size=size,
        embed=_pictures(equation.latex, at, page),
    )
    made: _Element = parse_xml(xml.encode())
    if not native(equation.latex):
        (picture,) = made.iter(qn("p:pic"))
        return picture
    (place,) = made.iter(f"{{{_M}}}oMathPara")
    place.append(omml(equation.latex))
    return made


def _pictures(latex: str, at: tuple[float, ...], page: Page) -> tuple[str, str]:
    """Store the drawing as PNG and SVG, for a place in inches; return the ids of their relations."""
    svg = draw(latex, inline=False).svg.encode()
    _, png = page.made.part.get_or_add_image_part(BytesIO(fallback(svg, page.kit.theme, at[2], at[3])))
    return png, vector(svg, page)


def set_inline(parent: _Element, run: Run, size: float, side: str = "l") -> None:
    """Append a formula to a paragraph; its text is what stands there where no formula can.

    One that has its line to itself is a math paragraph, with the side of its text: Office displays it in any case, and
    in the middle if nothing says where. A size (points) other than the layout's is written into the style of the text:
    a formula takes it from there.
    """
    holder = SubElement(parent, f"{{{_A14}}}m", {_LINEAR: run.text}, nsmap={"a14": _A14})
    (_paragraph(holder, side) if run.displayed else holder).append(omml(run.latex))
    if size:
        holder.set(_SIZE, str(round(size * 100)))
        _set_size(parent, str(round(size * 100)))


def _paragraph(holder: _Element, side: str) -> _Element:
    made = SubElement(holder, f"{{{_M}}}oMathPara", nsmap={"m": _M})
    properties = SubElement(made, f"{{{_M}}}oMathParaPr")
    SubElement(properties, f"{{{_M}}}jc", {f"{{{_M}}}val": _SIDES[side]})
    return made


def _set_size(paragraph: _Element, size: str) -> None:
    body = paragraph.getparent()
    style = None if body is None else body.find(qn("a:lstStyle"))
    properties = paragraph.find(qn("a:pPr"))
    level = 1 + int("0" if properties is None else properties.get("lvl", "0"))
    if style is not None and style.find(qn(f"a:lvl{level}pPr")) is None:
        made = style.makeelement(qn(f"a:lvl{level}pPr"))
        SubElement(made, qn("a:defRPr"), {"sz": size})
        style.insert(sum(one.tag < made.tag for one in style), made)


def finish(page: Page) -> None:
    """Give every shape with formulas in its text a fallback that has them as rows of signs."""
    for shape in list(page.tree):
        found = [one for one in shape.iter(f"{{{_A14}}}m") if _LINEAR in one.attrib]
        if not found or shape.tag == f"{{{_MC}}}AlternateContent":
            continue
        plain = deepcopy(shape)
        for one in list(plain.iter(f"{{{_A14}}}m")):
            _replace(one, page.slide.language)
        for one in found:
            del one.attrib[_LINEAR]
            one.attrib.pop(_SIZE, "")
        both = Element(f"{{{_MC}}}AlternateContent", nsmap={"mc": _MC})
        shape.addprevious(both)
        choice = SubElement(both, f"{{{_MC}}}Choice", {"Requires": _PREFIX}, nsmap={_PREFIX: _A14})
        choice.append(shape)
        SubElement(both, f"{{{_MC}}}Fallback").append(plain)
        for mark in plain.iter(qn("p:cNvPr")):
            mark.set("id", str(next_id(page.tree)))


def _replace(holder: _Element, language: str) -> None:
    run = holder.makeelement(qn("a:r"))
    properties = {"lang": language, "i": "1"}
    size = holder.get(_SIZE)
    SubElement(run, qn("a:rPr"), properties | ({"sz": size} if size else {}))
    SubElement(run, qn("a:t")).text = holder.get(_LINEAR)
    holder.addprevious(run)
    parent = holder.getparent()
    if parent is not None:
        parent.remove(holder)

"""Alternative text: what a shape says to someone who cannot see it, or that it has nothing to say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml.etree import SubElement
from pptx.oxml.ns import qn

if TYPE_CHECKING:
    from lxml.etree import _Element

_ADEC = "http://schemas.microsoft.com/office/drawing/2017/decorative"
_DECORATIVE = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"


def describe(shape: _Element, alt: str) -> None:
    """Give a shape its alternative text, in place of what python-pptx guesses from a file's name."""
    next(shape.iter(qn("p:cNvPr"))).set("descr", alt)


def lead(shape: _Element, link: dict[str, str]) -> None:
    """Make a shape lead to a target of its slide."""
    if link:
        properties = next(shape.iter(qn("p:cNvPr")))
        properties.insert(0, properties.makeelement(qn("a:hlinkClick"), {qn("r:id"): link["id"]}))


def decorate(shape: _Element) -> None:
    """Mark a shape as one that a screen reader passes over."""
    describe(shape, "")
    properties = next(shape.iter(qn("p:cNvPr")))
    extension = SubElement(SubElement(properties, qn("a:extLst")), qn("a:ext"), {"uri": _DECORATIVE})
    SubElement(extension, f"{{{_ADEC}}}decorative", {"val": "1"}, nsmap={"adec": _ADEC})

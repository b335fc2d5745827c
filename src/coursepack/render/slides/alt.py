"""Alternative text: what a shape says to someone who cannot see it, or that it says nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml.etree import SubElement
from pptx.oxml.ns import qn

if TYPE_CHECKING:
    from lxml.etree import _Element

_ADEC = "http://schemas.microsoft.com/office/drawing/2017/decorative"
_DECORATIVE = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"


def describe(shape: _Element, alt: str) -> None:
    """Give a shape its alternative text; without any it is marked as decorative."""
    properties = next(shape.iter(qn("p:cNvPr")))
    properties.set("descr", alt)
    if not alt:
        extension = SubElement(SubElement(properties, qn("a:extLst")), qn("a:ext"), {"uri": _DECORATIVE})
        SubElement(extension, f"{{{_ADEC}}}decorative", {"val": "1"}, nsmap={"adec": _ADEC})

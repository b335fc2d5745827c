"""Bullets: the layout's own, unless the markup's list is of the other kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml.etree import SubElement
from pptx.oxml.ns import qn

if TYPE_CHECKING:
    from lxml.etree import _Element

    from coursepack.render.slides.inline import Paragraph
    from coursepack.render.slides.layouts import Design, Level

_EMU = 914400


def add_bullet(properties: _Element, paragraph: Paragraph, level: Level, design: Design) -> None:
    """Write a bullet into `a:pPr` where the layout's does not suit; text beside a list stands without one."""
    if not level.bullet:
        return
    numbered = bool(design.bullets[level.bullet].numbering)
    if not paragraph.marker:
        properties.set("marL", str(round(level.indent * _EMU)))
        properties.set("indent", "0")
        SubElement(properties, qn("a:buNone"))
    elif numbered != (paragraph.marker == "number"):
        bullet = design.bullets["dash" if numbered else "number"]
        SubElement(properties, qn("a:buFontTx"))
        if bullet.numbering:
            SubElement(properties, qn("a:buAutoNum"), {"type": bullet.numbering})
        else:
            SubElement(properties, qn("a:buChar"), {"char": bullet.character})

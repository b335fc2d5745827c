"""Bullets: the layout's own, unless the markup's list is of the other kind."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from lxml.etree import SubElement
from pptx.oxml.ns import qn

from coursepack.render.slides.measure.fit import hang_of
from coursepack.render.slides.units import EMU

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element

    from coursepack.render.slides.inline import Paragraph
    from coursepack.render.slides.layouts import Design, Level


def first_numbers(text: Iterable[Paragraph]) -> list[int]:
    """Return for each paragraph the number that its list begins with on this slide; 0 where that is 1, or it has none.

    PowerPoint counts on from item to item as long as all of them say the same.
    """
    firsts: dict[int, int] = defaultdict(int)
    found = []
    for paragraph in text:
        for level in [level for level in firsts if level > paragraph.level]:
            del firsts[level]
        if paragraph.marker == "number" and not paragraph.continued:
            firsts[paragraph.level] = firsts[paragraph.level] or paragraph.number
        found.append(firsts[paragraph.level] if firsts[paragraph.level] > 1 else 0)
    return found


def add_bullet(properties: _Element, paragraph: Paragraph, level: Level, design: Design, start: int = 0) -> None:
    """Write a bullet into `a:pPr` where the layout's does not suit; text beside a list stands without one.

    A numbered list that goes on from another slide begins with `start`.
    """
    if not level.bullet:
        return
    numbered = bool(design.bullets[level.bullet].numbering)
    if paragraph.continued:
        properties.set("indent", "0")
        SubElement(properties, qn("a:buNone"))
    elif (start or paragraph.numbering) and paragraph.marker == "number":
        hang = hang_of(paragraph, level)
        if hang > level.hang:
            properties.set("marL", str(round((level.indent + hang) * EMU)))
            properties.set("indent", str(-round(hang * EMU)))
        kind = paragraph.numbering or design.bullets[level.bullet if numbered else "number"].numbering
        SubElement(properties, qn("a:buFontTx"))
        SubElement(properties, qn("a:buAutoNum"), {"type": kind, **({"startAt": str(start)} if start else {})})
    elif not paragraph.marker:
        properties.set("marL", str(round(level.indent * EMU)))
        properties.set("indent", "0")
        SubElement(properties, qn("a:buNone"))
    elif numbered != (paragraph.marker == "number"):
        bullet = design.bullets["dash" if numbered else "number"]
        SubElement(properties, qn("a:buFontTx"))
        if bullet.numbering:
            SubElement(properties, qn("a:buAutoNum"), {"type": bullet.numbering})
        else:
            SubElement(properties, qn("a:buChar"), {"char": bullet.character})

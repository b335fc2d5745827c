"""Boxes of what is to be chosen, and over them what answers it: shapes named "Answer …", which come at a click.

Who prints the deck for students takes these shapes away; in the students' own deck there are none.
"""

from __future__ import annotations

from string import ascii_lowercase
from typing import TYPE_CHECKING

from lxml.etree import SubElement
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn

from coursepack.languages.number import lettered
from coursepack.render.slides.measure.choices import TICK, is_rtl
from coursepack.render.slides.native import paragraphs
from coursepack.render.slides.native.animation import ANSWER
from coursepack.render.slides.native.bullets import add_number
from coursepack.render.slides.native.fast import next_id
from coursepack.render.slides.units import EMU

if TYPE_CHECKING:
    from lxml.etree import _Element

    from coursepack.render.slides.content import Choices
    from coursepack.render.slides.inline import Paragraph
    from coursepack.render.slides.measure.choices import ChoicesFit
    from coursepack.render.slides.native.page import Page


def fill(given: Choices, found: ChoicesFit, page: Page) -> None:
    """Draw the boxes with their letters, then the answers."""
    turned = is_rtl(given)
    bullet = page.kit.design.bullets["letter"]
    letters = [lettered(number, bullet.letters or ascii_lowercase) for number in range(len(given.items))]
    xml = page.kit.templates.get_template("deck/choices.xml.j2").render(
        design=page.kit.design,
        boxes=list(zip(found.places, given.marks, letters, strict=True)),
        answer=ANSWER,
        said=given.said,
        tick=TICK,
        found=found,
        turned=turned,
        first=next_id(page.tree),
        language=page.slide.language,
    )
    shapes = list(parse_xml(xml.encode()))
    for shape in shapes:
        page.tree.append(shape)
    for number, (shape, item) in enumerate(zip(shapes, given.items, strict=False), 1):
        body = paragraphs.body_of(shape)
        for at, one in enumerate(item.paragraphs):
            _write(body, one, 0 if at else number, found, page)


def _write(body: _Element, given: Paragraph, number: int, found: ChoicesFit, page: Page) -> None:
    """Append a paragraph of a box, its first with its letter."""
    level = found.level
    element = SubElement(body, qn("a:p"))
    where = {"marL": str(round(level.hang * EMU)), "indent": str(-round(level.hang * EMU) if number else 0)}
    direction = {"algn": "r", "rtl": "1"} if given.rtl else {"algn": "l"}
    properties = SubElement(element, qn("a:pPr"), {**where, **direction})
    paragraphs.space_lines(properties, given, level)
    if number:
        add_number(properties, page.kit.design.bullets["letter"], page.kit.design, number, number)
    paragraphs.add_runs(element, paragraphs.inked(given), page, level.size)

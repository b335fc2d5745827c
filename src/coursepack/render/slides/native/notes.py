"""Speaker notes: paragraphs and lists on the notes page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml.etree import SubElement
from pptx.oxml.ns import qn

from coursepack.render.slides.native.bullets import first_numbers
from coursepack.render.slides.native.paragraphs import add_field, body_of, run_attributes

if TYPE_CHECKING:
    from lxml.etree import _Element
    from pptx.slide import NotesSlide

    from coursepack.render.slides.content import Slide
    from coursepack.render.slides.inline import Paragraph

# A list's step, in EMU: a quarter of an inch.
_STEP = 228600
_NUMBER = "{BB5E49A5-4136-284D-997B-48E1D791AD67}"


def fill(notes: NotesSlide, slide: Slide, number: int) -> None:
    """Write what is said at a slide, and the page's number."""
    for shape in notes.element.iter(qn("p:sp")):
        kind = next(shape.iter(qn("p:ph"))).get("type")
        if kind == "body":
            body = body_of(shape)
            for paragraph, first in zip(slide.notes, first_numbers(slide.notes), strict=True):
                _add(body, paragraph, slide.language, first)
        elif kind == "sldNum":
            add_field(body_of(shape), "slidenum", str(number), _NUMBER, slide.language)


def _add(body: _Element, paragraph: Paragraph, language: str, first: int) -> None:
    """Append a paragraph. Links stay as words: a notes page is read, not clicked."""
    element = SubElement(body, qn("a:p"))
    _indent(SubElement(element, qn("a:pPr")), paragraph, first)
    for run in paragraph.runs:
        made = SubElement(element, qn("a:br" if run.text == "\n" else "a:r"))
        SubElement(made, qn("a:rPr"), run_attributes(run, language, 0, italic=False))
        if run.text != "\n":
            SubElement(made, qn("a:t")).text = run.text


def _indent(properties: _Element, paragraph: Paragraph, first: int) -> None:
    """Hang the items of a list; the notes master itself has no bullets."""
    if not paragraph.marker:
        return
    depth = max(paragraph.level - 1, 1)
    properties.set("marL", str(depth * _STEP))
    properties.set("indent", str(-_STEP))
    if paragraph.marker == "number":
        begin = {"startAt": str(first)} if first else {}
        SubElement(properties, qn("a:buAutoNum"), {"type": paragraph.numbering or "arabicPeriod", **begin})
    else:
        SubElement(properties, qn("a:buChar"), {"char": "•"})

"""One slide: each frame of its layout gets what the markup has for it, and what stays empty goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.oxml.ns import qn
from pptx.oxml.shapes.autoshape import CT_Shape

from coursepack.render.slides import chart, notes, picture, table, text, timeline
from coursepack.render.slides.fast import next_id
from coursepack.render.slides.inline import Paragraph, Run
from coursepack.render.slides.markup import Figure, Picture, Table, Text, Timeline

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element

    from coursepack.problem import Problem
    from coursepack.render.slides.layouts import Frame
    from coursepack.render.slides.markup import Content, Slide
    from coursepack.render.slides.page import Page

_NUMBER = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"
_LATENT = {"ftr": PP_PLACEHOLDER.FOOTER, "sldNum": PP_PLACEHOLDER.SLIDE_NUMBER}


def fill(page: Page, number: int) -> list[Problem]:
    """Fill every frame of a slide in reading order, then its notes page."""
    problems: list[Problem] = []
    parts = _parts(page.slide)
    shapes = _shapes(page.tree)
    for index, name, frame in _frames(page):
        content = parts.get(name, Text(()))
        shape = shapes.get(index)
        if frame.type == "sldNum":
            body = text.body_of(_latent(page, index, name, frame))
            text.add_field(body, "slidenum", str(number), _NUMBER, page.slide.language)
        elif content != Text(()):
            problems += _put(shape, index, name, content, page)
        elif shape is not None:
            page.tree.remove(shape)
    if page.slide.notes:
        notes.fill(page.kit.press.add_notes(page.made), page.slide, number)
    return problems


def _shapes(tree: _Element) -> dict[int, _Element]:
    """Return a slide's placeholders by their index; the title's is 0."""
    found = {int(mark.get("idx", "0")): mark for mark in tree.iter(qn("p:ph"))}
    return {index: next(mark.iterancestors(qn("p:sp"))) for index, mark in found.items()}


def _parts(slide: Slide) -> Mapping[str, Content]:
    """Return what the markup has, and the unit of a chart, which the chart carries."""
    figure = slide.parts.get("chart")
    if not isinstance(figure, Figure) or not figure.chart.unit:
        return slide.parts
    return {"unit": Text((Paragraph((Run(figure.chart.unit),)),)), **slide.parts}


def _frames(page: Page) -> Iterator[tuple[int, str, Frame]]:
    """Yield the layout's frames with the index of their placeholders, as `layout.xml.j2` numbers them."""
    index = 10
    for name, frame in page.layout.frames.items():
        yield (0 if frame.type == "title" else -1 if frame.type == "region" else index), name, frame
        index += frame.type != "region"


def _put(shape: _Element | None, index: int, name: str, content: Content, page: Page) -> list[Problem]:
    """Put what there is into a frame, by its kind."""
    frame = page.layout.frames[name]
    if shape is not None:
        next(shape.iter(qn("p:cNvPr"))).set("name", name)
    match content:
        case Text():
            target = _latent(page, index, name, frame) if shape is None else shape
            return text.fill(target, name, content, frame, page)
        case Picture():
            picture.fill(page.made.placeholders[index], content, frame, page)
            return []
        case Table():
            return table.fill(page.made.placeholders[index], name, content, page)
        case Figure():
            chart.fill(page.made.placeholders[index], content, frame, page)
            return []
        case Timeline():
            return timeline.fill(name, content, frame, page)


def _latent(page: Page, index: int, name: str, frame: Frame) -> _Element:
    """Add a footer or a number: python-pptx leaves these to the layout, and PowerPoint then shows none."""
    kind = _LATENT[frame.type]
    shape: _Element = CT_Shape.new_placeholder_sp(next_id(page.tree), name, kind, "horz", "quarter", index)
    page.tree.append(shape)
    return shape

"""One slide: each frame of its layout gets what the markup has for it, and what stays empty goes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lxml.etree import SubElement
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.oxml.ns import qn
from pptx.oxml.shapes.autoshape import CT_Shape

from coursepack.render.slides.content import (
    ChartFigure,
    Choices,
    DiagramFigure,
    Equation,
    MapFigure,
    Panels,
    Picture,
    Table,
    Text,
    Timeline,
)
from coursepack.render.slides.measure.choices import ChoicesFit
from coursepack.render.slides.measure.diagrams import DiagramFit
from coursepack.render.slides.measure.lanes import TimelineLayout
from coursepack.render.slides.measure.tabling import Plan
from coursepack.render.slides.native import (
    animation,
    chart,
    choices,
    diagram,
    equation,
    mapped,
    notes,
    panels,
    paragraphs,
    picture,
    table,
    timeline,
)
from coursepack.render.slides.native.fast import next_id
from coursepack.render.slides.native.loose import Loose
from coursepack.render.slides.units import EMU

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lxml.etree import _Element

    from coursepack.problem import Problem
    from coursepack.render.slides.content import Content
    from coursepack.render.slides.layouts import Frame
    from coursepack.render.slides.native.page import Page

_NUMBER = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"
# What is added at the end of a slide's shapes, where it has a region and no placeholder.
_LOOSE = (Choices, Panels, Picture, Table, ChartFigure, MapFigure)
_LATENT = {"ftr": PP_PLACEHOLDER.FOOTER, "sldNum": PP_PLACEHOLDER.SLIDE_NUMBER}


def fill(page: Page, number: int) -> list[Problem]:
    """Fill every frame of a slide in reading order, then its notes page."""
    problems: list[Problem] = []
    parts = page.slide.parts
    shapes = _shapes(page.tree)
    for index, name, frame in _frames(page):
        content = parts.get(name, Text(()))
        shape = shapes.get(index)
        if frame.type == "sldNum":
            body = paragraphs.body_of(_latent(page, index, name, frame) if shape is None else shape)
            paragraphs.add_field(body, "slidenum", str(number), _NUMBER, page.slide.language)
        elif content != Text(()):
            before = len(page.tree)
            problems += _put(shape, index, name, content, page)
            if isinstance(content, _LOOSE) and frame.type == "region":
                _move(list(page.tree)[before:], name, shapes, page)
        elif shape is not None:
            page.tree.remove(shape)
    equation.finish(page)
    if page.slide.build:
        animation.add(page)
    else:
        animation.reveal(page)
    if page.slide.notes:
        notes.fill(page.kit.press.add_notes(page.made), page.slide, number)
    return problems


def _move(added: Sequence[_Element], name: str, shapes: Mapping[int, _Element], page: Page) -> None:
    """Put shapes that stand on the slide itself before what is read after them."""
    order = list(page.layout.frames)
    later = {index for index, other, _ in _frames(page) if order.index(other) > order.index(name)}
    behind = [shape for index, shape in shapes.items() if index in later and shape.getparent() is page.tree]
    if behind:
        first = min(behind, key=page.tree.index)
        for shape in added:
            first.addprevious(shape)


def _shapes(tree: _Element) -> dict[int, _Element]:
    """Return a slide's placeholders by their index; the title's is 0."""
    found = {int(mark.get("idx", "0")): mark for mark in tree.iter(qn("p:ph"))}
    return {index: next(mark.iterancestors(qn("p:sp"))) for index, mark in found.items()}


def _frames(page: Page) -> Iterator[tuple[int, str, Frame]]:
    """Yield the layout's frames with the index of their placeholders, as `layout.xml.j2` numbers them."""
    index = 10
    for name, frame in page.layout.frames.items():
        usual = 0 if frame.type == "title" else -1 if frame.type == "region" else index
        yield (usual if frame.index is None else frame.index), name, frame
        index += frame.type != "region"


def _put(  # noqa: C901 (a case a kind of content)
    shape: _Element | None, index: int, name: str, content: Content, page: Page
) -> list[Problem]:
    """Put what there is into a frame, by its kind."""
    frame = page.layout.frames[name]
    if shape is not None:
        answers = name in page.slide.answers
        next(shape.iter(qn("p:cNvPr"))).set("name", f"{animation.ANSWER} {name}" if answers else name)
        if name in page.layout.stack or frame.over or page.slide.columns:
            _stand(shape, frame)
    match content:
        case Text():
            paragraphs.fill(_latent(page, index, name, frame) if shape is None else shape, name, content, frame, page)
        case Picture():
            return picture.fill(_holder(index, frame, page), content, frame, page)
        case Panels():
            return panels.fill(content, frame, page)
        case Table() if isinstance(plan := page.settings[name], Plan):
            table.fill(_holder(index, frame, page), plan, frame, page)
        case ChartFigure():
            chart.fill(_holder(index, frame, page), content, frame, page)
        case Choices() if isinstance(boxes := page.settings[name], ChoicesFit):
            choices.fill(content, boxes, page)
        case Equation():
            equation.fill(name, content, page)
        case MapFigure():
            return mapped.fill(_holder(index, frame, page), content, frame, page)
        case DiagramFigure() if isinstance(found := page.settings[name], DiagramFit):
            diagram.fill(name, content, found, frame, page)
        case Timeline() if isinstance(lanes := page.settings[name], TimelineLayout):
            timeline.fill(name, lanes, content.alt, frame, page)
    return []


def _stand(shape: _Element, frame: Frame) -> None:
    """Write where a placeholder stands on this slide; a school's would set its text inside its own insets there."""
    properties = next(shape.iter(qn("p:spPr")))
    old = properties.find(qn("a:xfrm"))
    if old is not None:
        properties.remove(old)
    left, top, width, height = (str(round(length * EMU)) for length in frame.at)
    place = properties.makeelement(qn("a:xfrm"))
    SubElement(place, qn("a:off"), {"x": left, "y": top})
    SubElement(place, qn("a:ext"), {"cx": width, "cy": height})
    properties.insert(0, place)
    if frame.index is not None:
        beside = str(round(frame.inset * EMU))
        next(shape.iter(qn("a:bodyPr"))).attrib.update({"lIns": beside, "tIns": "0", "rIns": beside, "bIns": "0"})


def _holder(index: int, frame: Frame, page: Page) -> Any:  # noqa: ANN401 python-pptx has no type for what both have
    """Return what takes a picture, table or chart: a placeholder, or in a region the slide itself."""
    return page.made.placeholders[index] if frame.type != "region" else Loose(page.made.shapes, frame.at)


def _latent(page: Page, index: int, name: str, frame: Frame) -> _Element:
    """Add a footer or a number: python-pptx leaves these to the layout, and PowerPoint then shows none."""
    kind = _LATENT[frame.type]
    shape: _Element = CT_Shape.new_placeholder_sp(next_id(page.tree), name, kind, "horz", "quarter", index)
    page.tree.append(shape)
    return shape

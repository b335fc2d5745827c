"""Lists that are built up while one speaks: a click a point, as PowerPoint's own animation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml.etree import XMLParser, fromstring
from pptx.oxml.ns import qn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from coursepack.render.slides.native.page import Page

_LISTS = ("body", "body-left", "body-right")


def add(page: Page) -> None:
    """Let a slide's points come one by one, each with what is below it; columns one after the other."""
    shapes = {number: shape for shape in page.tree.iter(qn("p:sp")) for number in _numbers(shape)}
    steps = [step for number, shape in shapes.items() for step in _steps(number, shape)]
    if len(steps) <= 1:
        return
    xml = page.kit.templates.get_template("deck/timing.xml.j2").render(steps=steps, shapes=list(shapes))
    timing = fromstring(xml.encode(), XMLParser(remove_blank_text=True))
    page.made.element.find(qn("p:clrMapOvr")).addnext(timing)


def _numbers(shape: _Element) -> Iterator[str]:
    """Yield the number of a shape that is a list of points."""
    mark = next(shape.iter(qn("p:cNvPr")))
    if mark.get("name") in _LISTS:
        yield mark.get("id", "")


def _steps(number: str, shape: _Element) -> Iterator[list[tuple[str, int]]]:
    """Yield the clicks that a list takes: a paragraph of the first level, and those below it."""
    step: list[tuple[str, int]] = []
    for index, paragraph in enumerate(shape.iter(qn("a:p"))):
        properties = paragraph.find(qn("a:pPr"))
        if step and (properties is None or properties.get("lvl", "0") == "0"):
            yield step
            step = []
        step.append((number, index))
    if step:
        yield step

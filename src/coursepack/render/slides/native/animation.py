"""What comes while one speaks: the points of a list, a click each, and what answers a question. PowerPoint's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml.etree import XMLParser, fromstring
from pptx.oxml.ns import qn

from coursepack.render.slides.content import Choices

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from coursepack.render.slides.native.page import Page

# What the names of shapes begin with that answer what the slide asks.
ANSWER = "Answer"
_LISTS = ("body", "body-left", "body-right")
# In place of a paragraph's number: the whole shape.
_WHOLE = -1


def add(page: Page) -> None:
    """Let a slide's points come one by one, each with what is below it; columns one after the other."""
    shapes = {number: shape for shape in page.tree.iter(qn("p:sp")) for number in _numbers(shape)}
    steps = [step for number, shape in shapes.items() for step in _steps(number, shape)]
    if len(steps) > 1:
        _write(page, steps, list(shapes), "p")


def reveal(page: Page) -> None:
    """Let what answers the slide's question come at a click, or at a click each where it answers several."""
    marks = [mark for mark in page.tree.iter(qn("p:cNvPr")) if mark.get("name", "").startswith(f"{ANSWER} ")]
    groups: dict[str, list[tuple[str, int]]] = {}
    apart = any(isinstance(part, Choices) and part.apart for part in page.slide.parts.values())
    for mark in marks:
        groups.setdefault(mark.get("name", "") if apart else ANSWER, []).append((mark.get("id", ""), _WHOLE))
    if groups:
        _write(page, list(groups.values()), [mark.get("id", "") for mark in marks], "whole")


def _write(page: Page, steps: list[list[tuple[str, int]]], shapes: list[str], build: str) -> None:
    """Write the clicks of a slide."""
    page_xml = page.kit.templates.get_template("deck/timing.xml.j2")
    xml = page_xml.render(steps=steps, shapes=shapes, build=build)
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

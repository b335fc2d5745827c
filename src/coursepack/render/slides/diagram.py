"""Diagrams on a slide: native boxes with connectors glued to them, in one group that a screen reader reads as one."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from pptx.oxml import parse_xml

from coursepack.problem import Problem, Severity
from coursepack.render.graph import lay_out
from coursepack.render.slides.fast import next_id

if TYPE_CHECKING:
    from coursepack.render.graph import Laid
    from coursepack.render.route import Lines
    from coursepack.render.slides.layouts import Frame
    from coursepack.render.slides.markup import Drawing
    from coursepack.render.slides.page import Page

_SIZES = (28, 26, 24, 22, 20, 18)  # pt, the largest that fits: nothing is set smaller
_LEADING = 1.2
_WIDER = 1.03  # for programs whose letters are a little wider
_FOLDS = (11.0, 7.0)  # em: longer words are folded, and sooner where room is scarce
# A slide's tree begins with two elements of its own, then its title.
_AFTER_TITLE = 3


def fill(name: str, drawing: Drawing, frame: Frame, page: Page) -> list[Problem]:
    """Draw a diagram into its region, with the largest words that it has room for."""
    width, height = frame.room
    for size, fold in product(_SIZES, _FOLDS):
        laid = _laid(drawing, size, fold, page)
        if laid.width <= width and laid.height <= height:
            break
    fits = laid.width <= width and laid.height <= height
    xml = page.kit.templates.get_template("deck/diagram.xml.j2").render(
        design=page.kit.design,
        laid=laid,
        origin=(frame.at[0], frame.at[1] + max(0.0, height - laid.height) / 2 / 72),
        size=size,
        leading=size * _LEADING,
        alt=drawing.alt,
        name=name,
        first=next_id(page.tree),
        language=page.slide.language,
    )
    page.tree.insert(_AFTER_TITLE, parse_xml(xml.encode()))
    if fits:
        return []
    message = f"this diagram does not fit, even at {size} pt"
    advice = "show fewer boxes, or shorten their words; `direction` turns it"
    return [Problem(page.slide.at, "slide-overflow", message, advice, Severity.WARNING)]


def _laid(drawing: Drawing, size: float, fold: float, page: Page) -> Laid:
    """Lay a diagram out with words of a size, in points."""
    faces = page.kit.faces

    def measure(text: str, *, bold: bool) -> tuple[Lines, float, float]:
        lines = [""]
        for word in text.split():
            longer = f"{lines[-1]} {word}".strip()
            fits = not lines[-1] or faces.width(longer, size, bold=bold) * 72 <= fold * size
            lines = [*lines[:-1], longer] if fits else [*lines, word]
        widest = max(faces.width(line, size, bold=bold) for line in lines) * 72
        return tuple(lines), widest * _WIDER, size * _LEADING * len(lines)

    return lay_out(drawing.graph, measure, size * _LEADING)

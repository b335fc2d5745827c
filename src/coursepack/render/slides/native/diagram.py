"""Diagrams on a slide: native boxes with connectors glued to them, in one group that a screen reader reads as one."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING

from pptx.oxml import parse_xml

from coursepack.problem import Problem, Severity
from coursepack.render.figures.graph import lay_out
from coursepack.render.labelling.fold import fold
from coursepack.render.slides.native.fast import next_id

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coursepack.problem import Span
    from coursepack.render.figures.graph import Graph, Laid
    from coursepack.render.figures.route import Lines
    from coursepack.render.slides.layouts import Frame
    from coursepack.render.slides.markup import DiagramFigure
    from coursepack.render.slides.native.page import Page

# pt, the largest that fits: the usual sizes as the author drew it, then turned, and only then what is hardly read from
# the last row.
_USUAL, _SMALL = (28, 26, 24, 22, 20, 18), (16, 14)
_PLAIN = 18  # pt: what is smaller is said
_LEADING = 1.2
_WIDER = 1.03  # for programs whose letters are a little wider
_FOLDS = (11.0, 7.0)  # em: longer words are folded, and sooner where room is scarce
# A slide's tree begins with two elements of its own, then its title.
_AFTER_TITLE = 3


def fill(name: str, figure: DiagramFigure, frame: Frame, page: Page) -> list[Problem]:
    """Draw a diagram into its region, with the largest words that it has room for."""
    width, height = frame.room
    ways = (figure.graph, replace(figure.graph, right=not figure.graph.right))
    for sizes, graph in product((_USUAL, _SMALL), ways):
        found = _fitting(graph, sizes, (width, height), page)
        if found:
            break
    else:
        message, advice = "this diagram does not fit on a slide", "show fewer boxes, or shorten their words"
        return [Problem(page.slide.at, "slide-overflow", message, advice)]
    laid, size = found
    xml = page.kit.templates.get_template("deck/diagram.xml.j2").render(
        design=page.kit.design,
        laid=laid,
        origin=(frame.at[0], frame.at[1] + max(0.0, height - laid.height) / 2 / 72),
        size=size,
        leading=size * _LEADING,
        alt=figure.alt,
        name=name,
        first=next_id(page.tree),
        language=page.slide.language,
    )
    page.tree.insert(_AFTER_TITLE, parse_xml(xml.encode()))
    return list(_said(page.slide.at, size, turned=graph is not figure.graph))


def _said(at: Span, size: int, *, turned: bool) -> Iterator[Problem]:
    if turned:
        message = "this diagram is turned on its slide, where it has more room"
        yield Problem(at, "slide-turned", message, "`direction` turns it on paper too", Severity.NOTE)
    if size < _PLAIN:
        message = f"the words of this diagram are set at {size} pt instead of {_PLAIN} pt"
        yield Problem(at, "slide-shrunk", message, "show fewer boxes, or shorten their words", Severity.NOTE)


def _fitting(graph: Graph, sizes: tuple[int, ...], room: tuple[float, float], page: Page) -> tuple[Laid, int] | None:
    """Return a diagram with the largest words at which it goes into the room (points), and their size."""
    for size, most in product(sizes, _FOLDS):
        laid = _laid(graph, size, most, page)
        if laid.width <= room[0] and laid.height <= room[1]:
            return laid, size
    return None


def _laid(graph: Graph, size: float, most: float, page: Page) -> Laid:
    """Lay a diagram out with words of a size, in points; lines are `most` em wide."""
    faces = page.kit.faces

    def measure(text: str, *, bold: bool) -> tuple[Lines, float, float]:
        lines = fold(text, lambda line: faces.width(line, size, bold=bold) * 72 <= most * size)
        widest = max(faces.width(line, size, bold=bold) for line in lines) * 72
        return lines, widest * _WIDER, size * _LEADING * len(lines)

    return lay_out(graph, measure, size * _LEADING)

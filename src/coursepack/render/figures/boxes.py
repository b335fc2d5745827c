"""Diagrams on paper: what the block says, laid out and drawn as an SVG in the look of the charts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursepack.render.charts.head import coordinate
from coursepack.render.charts.label import Block, Line
from coursepack.render.charts.lettering import BOLD, FAMILY, LEADING, REGULAR, SIZE, Lettering
from coursepack.render.figures.graph import Graph, lay_out
from coursepack.render.figures.route import Arrow

if TYPE_CHECKING:
    from jinja2 import Environment

    from coursepack.blocks.diagram import Diagram
    from coursepack.render.charts.label import Run
    from coursepack.render.figures.route import Lines
    from coursepack.render.geometry import Box
    from coursepack.render.look.theme import Theme

_WIDTH = 110.0  # pt: longer words are folded
_MOST_LINES = 5
_EDGE = 0.5  # pt: half an outline


class WideError(ValueError):
    """Raised when a diagram is wider than its measure."""


def graph(diagram: Diagram) -> Graph:
    """Return what the block says."""
    return Graph(
        tuple((str(name), str(text)) for name, text in diagram.nodes.items()),
        tuple(Arrow(edge.start, edge.end, edge.kind, edge.text) for edge in diagram.edges),
        tuple((group.title, group.nodes) for group in diagram.groups),
        right=diagram.direction == "right",
    )


def draw(diagram: Diagram, width: float, theme: Theme, templates: Environment) -> str:
    """Draw a diagram at its natural size, in the middle of a measure `width` pt wide.

    Raises:
        WideError: it is wider.
    """
    return draw_graph(graph(diagram), width, theme, templates)


def draw_graph(given: Graph, width: float, theme: Theme, templates: Environment) -> str:
    """Draw what a diagram says, as `draw` does."""
    lettering = Lettering.of(theme)

    def measure(text: str, *, bold: bool) -> tuple[Lines, float, float]:
        lines = lettering.squeeze(text, _WIDTH, _MOST_LINES, bold=bold)
        return lines, lettering.widest(lines, bold=bold), LEADING * len(lines)

    laid = lay_out(given, measure, LEADING)
    if laid.width + 2 * _EDGE > width:
        message = f"this diagram is {laid.width:.0f} pt wide, its measure {width:.0f}"
        raise WideError(message)
    centred = [(node.lines, node.box, False) for node in laid.nodes]
    centred += [(link.words.lines, link.words.box, False) for link in laid.links if link.words]
    centred += [(frame.words.lines, frame.words.box, True) for frame in laid.frames]
    return templates.get_template("charts/diagram.svg.j2").render(
        laid=laid,
        width=width,
        shift=(width - laid.width) / 2,
        edge=_EDGE,
        runs=[run for lines, box, bold in centred for run in _runs(lines, box, lettering, bold=bold)],
        colours=theme.colours,
        type={"family": FAMILY, "size": SIZE, "regular": REGULAR, "bold": BOLD},
        at=coordinate,
    )


def _runs(lines: Lines, box: Box, lettering: Lettering, *, bold: bool) -> tuple[Run, ...]:
    words = Block(tuple(Line(line, bold) for line in lines), lettering)
    left, top = box.centre.x - words.width / 2, box.centre.y - words.height / 2
    return words.runs(words.box(left, top), "middle")

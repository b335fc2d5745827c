"""Diagrams on paper: what the block says, laid out and drawn as an SVG in the look of the charts."""

from __future__ import annotations

from dataclasses import replace
from math import inf
from typing import TYPE_CHECKING

from coursepack.render.charts.head import coordinate
from coursepack.render.charts.label import Block, Line
from coursepack.render.charts.lettering import BOLD, FAMILY, LEADING, REGULAR, SIZE, Lettering
from coursepack.render.figures.graph import Graph, lay_out
from coursepack.render.figures.route import Arrow
from coursepack.render.look.further import families

if TYPE_CHECKING:
    from jinja2 import Environment

    from coursepack.blocks.diagram import Diagram
    from coursepack.render.charts.label import Run
    from coursepack.render.figures.graph import Laid, Measure
    from coursepack.render.figures.route import Lines
    from coursepack.render.geometry import Box
    from coursepack.render.look.theme import Theme

_WIDTHS = (110.0, 84.0, 62.0)  # pt: longer words are folded, closer where a diagram is too wide
_MOST_LINES = 5
_EDGE = 0.5  # pt: half an outline


class WideError(ValueError):
    """Raised when a diagram is wider than its measure."""


def graph(diagram: Diagram, *, leftward: bool = False) -> Graph:
    """Return what the block says."""
    return Graph(
        tuple((str(name), str(text)) for name, text in diagram.nodes.items()),
        tuple(Arrow(edge.start, edge.end, edge.kind, edge.text) for edge in diagram.edges),
        tuple((group.title, group.nodes) for group in diagram.groups),
        right=diagram.direction == "right",
        leftward=leftward,
    )


def draw(given: Graph, width: float, theme: Theme, templates: Environment, size: float = SIZE) -> str:
    """Draw a diagram at its natural size, in the middle of a measure `width` pt wide; its words are `size` pt high.

    Raises:
        WideError: it is wider.
    """
    lettering, growth = Lettering.of(theme), size / SIZE
    width = width / growth
    laid = _laid(given, width, growth, lettering)
    centred = [(node.lines, node.box, False) for node in laid.nodes]
    centred += [(link.words.lines, link.words.box, False) for link in laid.links if link.words]
    centred += [(frame.words.lines, frame.words.box, True) for frame in laid.frames]
    return templates.get_template("charts/diagram.svg.j2").render(
        laid=laid,
        width=width,
        growth=growth,
        shift=(width - laid.width) / 2,
        edge=_EDGE,
        runs=[run for lines, box, bold in centred for run in _runs(lines, box, lettering, bold=bold)],
        colours=theme.colours,
        type={"family": families(theme, FAMILY), "size": SIZE, "regular": REGULAR, "bold": BOLD},
        at=coordinate,
    )


def _laid(given: Graph, width: float, growth: float, lettering: Lettering) -> Laid:
    """Lay a diagram out as it is written; in a narrow measure with its words in shorter lines, and else turned down."""
    ways = [(given, most) for most in _WIDTHS]
    if given.right:
        ways += [(replace(given, right=False), most) for most in _WIDTHS]
    found = []
    for graph, most in ways:
        found.append(lay_out(graph, _folding(lettering, most), LEADING, (width - 2 * _EDGE, inf)))
        if found[-1].width + 2 * _EDGE <= width:
            return found[-1]
    message = f"this diagram is {found[0].width * growth:.0f} pt wide, its measure {width * growth:.0f}"
    raise WideError(message)


def _folding(lettering: Lettering, most: float) -> Measure:
    """Return what folds words to lines of `most` pt and measures them."""

    def measure(text: str, *, bold: bool) -> tuple[Lines, float, float]:
        lines = lettering.squeeze(text, most, _MOST_LINES, bold=bold)
        return lines, lettering.widest(lines, bold=bold), LEADING * len(lines)

    return measure


def _runs(lines: Lines, box: Box, lettering: Lettering, *, bold: bool) -> tuple[Run, ...]:
    words = Block(tuple(Line(line, bold) for line in lines), lettering)
    left, top = box.centre.x - words.width / 2, box.centre.y - words.height / 2
    return words.runs(words.box(left, top), "middle")

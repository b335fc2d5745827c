"""Draws no line of a drawing thinner than is seen on the copy of a copy, however small the drawing is on its page.

A copier softens what it sees and prints what is dark enough of that, so that a thin line counts by its ink: one in a
colour has to be wider than a black one. What is pale, as a gridline or the white between two countries, stays as it is.
"""

from __future__ import annotations

from contextlib import contextmanager
from math import sqrt
from typing import TYPE_CHECKING, Any

from weasyprint.matrix import Matrix
from weasyprint.pdf.stream import Stream
from weasyprint.svg import SVG, Pattern
from weasyprint.svg.utils import color, normalize

from coursepack.render.handout.black import light
from coursepack.replaced import replaced

if TYPE_CHECKING:
    from collections.abc import Iterator

# The least width of a black line, that of a dashed one, of which a copy takes the ends, and the least length of its
# dashes (pt); the least share of black in a colour that is no pale one, and how many times as thick a line becomes at
# most: what is drawn much finer is dense, and would blot.
_LEAST, _DASHED, _DASH, _INK, _MOST = 0.6, 0.75, 1.2, 0.5, 3.5
_GROUP, _STATE = Stream.add_group, SVG.set_graphical_state


def _add_group(stream: Any, *box: float) -> Any:  # noqa: ANN401 WeasyPrint has no types
    """Make a stream of its own for what is drawn as one, which remembers where it stands."""
    group = _GROUP(stream, *box)
    group.around = _placed(stream)
    return group


def _placed(stream: Any) -> Any:  # noqa: ANN401 WeasyPrint has no types
    return stream.ctm @ getattr(stream, "around", Matrix())


def _state(svg: Any, node: Any, font_size: float, context: Any = None) -> tuple[Any, Any]:  # noqa: ANN401 WeasyPrint has no types
    fill, stroke = _STATE(svg, node, font_size, context)
    # An outline in the colour of what it is around makes that bolder; a pattern is drawn in measures of its own.
    if isinstance(stroke, str) and stroke != fill and not isinstance(svg, Pattern):
        _widen(svg, node, font_size, stroke)
    return fill, stroke


def _widen(svg: Any, node: Any, font_size: float, stroke: str) -> None:  # noqa: ANN401 WeasyPrint has no types
    def length(name: str, usual: str) -> tuple[float, ...]:
        given = normalize(node.get(name, usual)).split()
        return tuple(svg.length(one, font_size) for one in given if one != "none")

    scale = sqrt(abs(_placed(svg.stream).determinant))
    ink = (1 - light(*color(stroke).to("srgb").coordinates)) * color(stroke).alpha
    if ink < _INK or not scale:
        return
    (width,), dashes = length("stroke-width", "1px"), length("stroke-dasharray", "none")
    if (more := _times(width * scale, (_DASHED if dashes else _LEAST) / ink)) > 1:
        svg.stream.set_line_width(width * more)
    if dashes and (more := _times(min(dashes) * scale, _DASH)) > 1:
        svg.stream.set_dash([dash * more for dash in dashes], 0)


def _times(given: float, least: float) -> float:
    """Return how many times as large a length has to be."""
    return min(least / given, _MOST) if given > 0 else 1


@contextmanager
def seen() -> Iterator[None]:
    """Draw so."""
    with replaced(Stream, add_group=_add_group), replaced(SVG, set_graphical_state=_state):
        yield

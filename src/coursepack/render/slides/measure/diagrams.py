"""Diagrams over slides: with the largest words that go into their frame, turned, or in pieces that no arrow joins."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import combinations, product
from math import ceil
from typing import TYPE_CHECKING

from coursepack.render.figures.graph import lay_out
from coursepack.render.labelling.fold import fold
from coursepack.render.slides.content import DiagramFigure

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from coursepack.render.figures.graph import Graph, Laid
    from coursepack.render.figures.route import Lines
    from coursepack.render.look.theme import Floor
    from coursepack.render.slides.layouts import Frame
    from coursepack.render.slides.measure.faces import Faces

_LARGEST = 14 / 9  # of the least running text, which goes with the slide: 28 pt of 18
_STEP = 2  # pt: from one size to the next
LEADING = 1.2
_WIDER = 1.03  # for programs whose letters are a little wider
_FOLDS = (11.0, 7.0, 5.0, 22.0)  # em: longer words are folded, sooner where width is scarce, later where height is
_BESIDE = 0.2  # em: nearer to each other, the words of two arrows are read as one text


@dataclass(frozen=True)
class DiagramFit:
    """How a diagram is drawn: laid out in points at a size of its words; not at all where no size fits.

    What is smaller than `plain` is hardly read from the last row.
    """

    laid: Laid | None
    size: float
    plain: float
    turned: bool = False

    @property
    def fits(self) -> bool:
        """Whether it goes into its frame."""
        return self.laid is not None


def parted(
    figure: DiagramFigure, frame: Frame, floors: Mapping[Floor, float], faces: Faces
) -> Sequence[tuple[DiagramFigure, DiagramFit]]:
    """Draw a diagram whole, or what its arrows join slide by slide; where that does not help either, not at all."""
    whole = fitted(figure.graph, frame, floors, faces)
    pieces = [] if whole.fits else list(_pieces(figure.graph))
    found = [
        (_piece(figure, number, pieces), fitted(graph, frame, floors, faces)) for number, graph in enumerate(pieces)
    ]
    return found if len(found) > 1 and all(fit.fits for _, fit in found) else [(figure, whole)]


def fitted(graph: Graph, frame: Frame, floors: Mapping[Floor, float], faces: Faces) -> DiagramFit:
    """Draw a diagram with the largest words that its frame has room for.

    The sizes of running text come first, as the author drew it, then turned; only then those of a source. Words of
    arrows rather stand clear of each other.
    """
    plain, least = floors["body"], floors["source"]
    usual, small = _sizes(_LARGEST * plain, plain), _sizes(plain - _STEP, least)
    width, height = frame.room
    ways = (graph, replace(graph, right=not graph.right))
    for sizes, way, asked in product((usual, small), ways, (True, False)):
        for size, most in product(sizes, _FOLDS):
            laid = _laid(way, size, most, faces, frame.room)
            if laid.width <= width and laid.height <= height and not (asked and _crowded(laid, size)):
                return DiagramFit(laid, size, plain, turned=way is not graph)
    return DiagramFit(None, least, plain)


def _crowded(laid: Laid, size: float) -> bool:
    """Say whether words of two arrows stand close to each other or over each other."""
    said = [link.words.box.grown(_BESIDE * size / 2) for link in laid.links if link.words]
    return any(one.overlaps(other) for one, other in combinations(said, 2))


def _sizes(largest: float, least: float) -> list[float]:
    """Return sizes from one down to another, both of them included."""
    steps = ceil((largest - least) / _STEP)
    return [*(largest - _STEP * number for number in range(steps)), least]


def _piece(figure: DiagramFigure, number: int, pieces: Sequence[Graph]) -> DiagramFigure:
    return DiagramFigure(pieces[number], f"{figure.alt} ({number + 1}/{len(pieces)})")


def _pieces(graph: Graph) -> Iterator[Graph]:
    """Yield what arrows and frames join, in the author's order."""
    together = [{arrow.start, arrow.end} for arrow in graph.arrows] + [set(members) for _, members in graph.groups]
    left = [name for name, _ in graph.nodes]
    while left:
        found = {left[0]}
        while more := [one for one in together if one & found and not one <= found]:
            found = found.union(*more)
        left = [name for name in left if name not in found]
        yield replace(
            graph,
            nodes=tuple(node for node in graph.nodes if node[0] in found),
            arrows=tuple(arrow for arrow in graph.arrows if arrow.start in found),
            groups=tuple(group for group in graph.groups if found.issuperset(group[1])),
        )


def _laid(graph: Graph, size: float, most: float, faces: Faces, room: tuple[float, float]) -> Laid:
    """Lay a diagram out with words of a size, in points; lines are `most` em wide, the whole should go into a room."""

    def measure(text: str, *, bold: bool) -> tuple[Lines, float, float]:
        lines = fold(text, lambda line: faces.width(line, size, bold=bold) * 72 <= most * size)
        widest = max(faces.width(line, size, bold=bold) for line in lines) * 72
        return lines, widest * _WIDER, size * LEADING * len(lines)

    return lay_out(graph, measure, size * LEADING, room)

"""Diagrams laid out: Graphviz says where boxes and groups stand, lines go straight between the sides of boxes.

Graphviz runs as WebAssembly inside Python: it needs no program of the machine's, and gives the same everywhere. It is
told the size of every label; where it asks for letters, it gets as many of a fixed-width face as are as wide.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib import import_module
from itertools import combinations
from math import ceil, inf
from typing import TYPE_CHECKING, Any, Protocol

from coursepack.render.charts.mirror import mirrored
from coursepack.render.figures.route import Link, Node, Words, route
from coursepack.render.geometry import Box, Point

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coursepack.render.figures.route import Arrow, Lines

Size = tuple["Lines", float, float]


class Measure(Protocol):
    """Folds words and measures them: their lines, the width of the widest, the height of all."""

    def __call__(self, text: str, *, bold: bool) -> Size:
        """Measure words."""


# All in heights of a line.
_PAD = (0.7, 0.5)  # in a box, beside and above the words
_APART, _RANKS = (0.9, 3.0, 6.0, 12.0), 1.6  # boxes are further apart where words of two lines would meet
_BESIDE = 0.5  # between the words of two lines
_FIXED = 0.6  # em: the width of a letter of Courier
_LEADING = 1.2
_INCH = 72
_OPPOSITE = (0, 3, 2, 1)  # of a box's sides, as one sees them from behind


@dataclass(frozen=True)
class Graph:
    """A diagram as written: boxes by id, arrows, and groups by title; `leftward` in a language read from the right."""

    nodes: tuple[tuple[str, str], ...]
    arrows: tuple[Arrow, ...]
    groups: tuple[tuple[str, tuple[str, ...]], ...]
    right: bool
    leftward: bool = False


@dataclass(frozen=True)
class Frame:
    """A frame around a group, and its title."""

    box: Box
    words: Words


@dataclass(frozen=True)
class Laid:
    """A diagram laid out; y runs downwards."""

    width: float
    height: float
    nodes: tuple[Node, ...]
    links: tuple[Link, ...]
    frames: tuple[Frame, ...]


def lay_out(graph: Graph, measure: Measure, line: float, room: tuple[float, float] = (inf, inf)) -> Laid:
    """Lay a diagram out; `measure` folds words (bold or not), and `line` is the height of one of their lines.

    One whose boxes need more than its `room` (width and height) gets no lines: they take most of the time.
    """
    tried = (_laid(graph, measure, line, room, apart) for apart in _APART)
    first = next(tried)
    return (
        first if _is_clear(first, line) else next((one for one in tried if one.links and _is_clear(one, line)), first)
    )


def _is_clear(laid: Laid, line: float) -> bool:
    """Tell whether the words of no two lines meet, or are read as one text."""
    said = [link.words.box.grown(_BESIDE * line / 2) for link in laid.links if link.words]
    return not any(one.overlaps(other) for one, other in combinations(said, 2))


def _laid(graph: Graph, measure: Measure, line: float, room: tuple[float, float], apart: float) -> Laid:
    """Lay a diagram out, its boxes `apart` beside each other."""
    sizes = {name: measure(text, bold=False) for name, text in graph.nodes}
    labels = [measure(arrow.text, bold=False) if arrow.text else ((), 0.0, 0.0) for arrow in graph.arrows]
    titles = [measure(title, bold=True) for title, _ in graph.groups]
    placed = _placed("\n".join(_dot(graph, sizes, labels, titles, line, apart)))
    left, bottom, right, top = _box(placed["bb"])
    objects = {str(one["name"]): one for one in placed.get("objects", ())}
    nodes = {
        name: Node(name, _around(objects[f"n{number}"], sizes[name], line, top), sizes[name][0])
        for number, (name, _) in enumerate(graph.nodes)
    }
    frames = [_frame(_box(objects[f"cluster_{number}"]["bb"]), title, top, line) for number, title in enumerate(titles)]
    fits = right - left <= room[0] and top - bottom <= room[1]
    links = route(graph.arrows, labels, nodes, right=graph.right) if fits else []
    laid = _whole((right - left, top - bottom), tuple(nodes.values()), tuple(links), tuple(frames))
    return _mirrored(laid) if graph.leftward else laid


def _mirrored(laid: Laid) -> Laid:
    """Return a diagram as one sees it from behind: its lines leave their boxes at the other sides."""
    turned = mirrored(laid)
    links = (replace(link, sides=(_OPPOSITE[link.sides[0]], _OPPOSITE[link.sides[1]])) for link in turned.links)
    return replace(turned, links=tuple(links))


@lru_cache(maxsize=256)
def _placed(dot: str) -> dict[str, Any]:
    # Few courses have a diagram: what runs Graphviz is imported for the first one.
    graphviz = import_module("coursepack.render.figures.graphviz")
    return json.loads(graphviz.render(dot))  # type: ignore[no-any-return] # Graphviz writes an object


def _dot(  # noqa: PLR0913, PLR0917 all that Graphviz is told
    graph: Graph,
    sizes: dict[str, Size],
    labels: Sequence[Size],
    titles: Sequence[Size],
    line: float,
    apart: float,
) -> Iterator[str]:
    """Write the diagram for Graphviz: numbers for names, and every size in inches."""
    yield f"digraph {{ rankdir={'LR' if graph.right else 'TB'}; splines=line;"
    yield f"nodesep={apart * line / _INCH:.4f}; ranksep={_RANKS * line / _INCH:.4f};"
    yield f'node [shape=box, fixedsize=true, label=""]; edge [fontname=Courier, fontsize={line / _LEADING:.4f}];'
    number_of = {name: number for number, (name, _) in enumerate(graph.nodes)}
    for name, number in number_of.items():
        _, width, height = sizes[name]
        wide, high = (width + 2 * _PAD[0] * line) / _INCH, (height + 2 * _PAD[1] * line) / _INCH
        yield f"n{number} [width={wide:.4f}, height={high:.4f}];"
    for number, ((_, members), title) in enumerate(zip(graph.groups, titles, strict=True)):
        inside = " ".join(f"n{number_of[name]};" for name in members)
        look = f"fontname=Courier; fontsize={line / _LEADING:.4f}; labeljust=l; margin={0.6 * line:.4f};"
        yield f'subgraph cluster_{number} {{ {look} label="{_dummy(title, line)}"; {inside} }}'
    for arrow, label in zip(graph.arrows, labels, strict=True):
        words = f' [label="{_dummy(label, line)}"]' if label[0] else ""
        yield f"n{number_of[arrow.start]} -> n{number_of[arrow.end]}{words};"
    yield "}"


def _dummy(words: Size, line: float) -> str:
    """Return letters of Courier that are as wide and as many lines as some words."""
    lines, width, _ = words
    return "\\n".join(["0" * (ceil(width / (_FIXED * line / _LEADING)) + 1)] * len(lines))


def _box(written: object) -> tuple[float, float, float, float]:
    left, bottom, right, top = (float(number) for number in str(written).split(","))
    return left, bottom, right, top


def _around(placed: dict[str, Any], size: Size, line: float, top: float) -> Box:
    x, y = (float(number) for number in str(placed["pos"]).split(","))
    wide, high = size[1] / 2 + _PAD[0] * line, size[2] / 2 + _PAD[1] * line
    return Box(x - wide, top - y - high, x + wide, top - y + high)


def _frame(around: tuple[float, float, float, float], title: Size, top: float, line: float) -> Frame:
    left, bottom, right, upper = around
    x, y = left + 0.4 * line, top - upper + 0.25 * line
    return Frame(Box(left, top - upper, right, top - bottom), Words(title[0], Box(x, y, x + title[1], y + title[2])))


def _whole(
    size: tuple[float, float], nodes: tuple[Node, ...], links: tuple[Link, ...], frames: tuple[Frame, ...]
) -> Laid:
    """Return the diagram with room for the lines that run around its boxes, and for their words."""
    said = [link.words.box for link in links if link.words]
    boxes = [Box(0.0, 0.0, *size), *said, *(Box(*point, *point) for link in links for point in link.points)]
    left, top = min(box.left for box in boxes), min(box.top for box in boxes)
    right, bottom = max(box.right for box in boxes), max(box.bottom for box in boxes)

    def moved(box: Box) -> Box:
        return Box(box.left - left, box.top - top, box.right - left, box.bottom - top)

    def words(one: Words) -> Words:
        return Words(one.lines, moved(one.box))

    return Laid(
        right - left,
        bottom - top,
        tuple(replace(node, box=moved(node.box)) for node in nodes),
        tuple(
            replace(
                link,
                points=tuple(Point(x - left, y - top) for x, y in link.points),
                words=words(link.words) if link.words else None,
            )
            for link in links
        ),
        tuple(Frame(moved(frame.box), words(frame.words)) for frame in frames),
    )

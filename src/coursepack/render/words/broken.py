"""Formulas that are wider than their room, broken: displays into lines that stand behind each other's relation.

A display breaks before a sign, and what goes on stands at the first relation or, after an operator, further in; below
a long left side it hangs. A formula in a line of text breaks after a sign, and the page engine chooses where.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import accumulate, pairwise
from math import inf
from typing import TYPE_CHECKING

from lxml.etree import Element, SubElement

from coursepack.render.words.breaks import places, row, space
from coursepack.render.words.propped import copied

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from lxml.etree import _Element

    from coursepack.render.words.breaks import Place, Row

    Measured = Callable[[Row], float]

# What a line costs, an empty one besides, each em that one is too wide, and each line that its author has aligned.
_LINE, _RAGGED, _OVER, _ALIGNED = 25.0, 10.0, 10_000.0, 60.0
# Em: how far a line goes in that goes on with an operator, or hangs.
_IN = 1.5
# How much wider a row is at most than its parts: a letter's room is more than its ink.
_LOOSER = 1.02
# The most of its room that a left side may have beside what follows, and em of a right side that stays with its sign.
_LEFT, _SHORT = 0.4, 3.5


@dataclass(frozen=True)
class _Parts:
    """A row in the smallest parts that it breaks into; where (em) each begins in one line, and how wide it is."""

    found: Row
    between: Sequence[Place]
    starts: Sequence[float]
    widths: Sequence[float]

    def part(self, first: int, last: int) -> Row:
        """Return the elements from one part to another."""
        start = self.between[first - 1].start if first else 0
        return self.found[start : self.between[last].end if last < len(self.between) else len(self.found)]

    def width(self, first: int, last: int) -> float:
        """Return how wide they are in one line."""
        return self.starts[last] + self.widths[last] - self.starts[first]

    def cost(self, first: int, last: int, room: float) -> float:
        """Return what a line of them costs, with the break after it."""
        free = room - self.width(first, last)
        turn = self.between[last].cost if last < len(self.between) else 0.0
        return _LINE + turn + (_RAGGED * (free / room) ** 2 if free >= 0 else -_OVER * free)

    def best(self, rooms: Sequence[float]) -> tuple[float, tuple[int, ...]]:
        """Return what the best lines cost, and the last part of each; `rooms` are those of one from each part on."""
        best: list[tuple[float, tuple[int, ...]]] = [(0.0, ())]
        for first in reversed(range(len(self.widths))):
            last, ways = first, [(self.cost(first, first, rooms[first]) + best[0][0], (first, *best[0][1]))]
            while last + 1 < len(self.widths) and self.width(first, last + 1) <= rooms[first]:
                last += 1
                cost, ends = best[last - first]
                ways.append((self.cost(first, last, rooms[first]) + cost, (last, *ends)))
            best.insert(0, min(ways))
        return best[0]


def _parts(found: Row, between: Sequence[Place], measured: Measured) -> _Parts:
    bare = _Parts(found, between, (), ())
    widths = [_LOOSER * measured(bare.part(number, number)) for number in range(len(between) + 1)]
    spaces = (space(found[one.end : one.start]) for one in between)
    starts = accumulate((width + more for width, more in zip(widths, spaces, strict=False)), initial=0.0)
    return _Parts(found, between, list(starts), widths)


@dataclass(frozen=True)
class _Lines:
    """The lines of a formula: a left side, a right side, how far (em) it goes in; and how much too wide they are."""

    lines: Sequence[tuple[Row, Row, float]]
    over: float
    cost: float


def broken(tree: _Element, most: float, measured: Measured) -> _Element:
    """Return a formula as a table of lines no wider than `most` em, or as near to that as can be."""
    best = _Lines([], inf, inf)
    for deep in (False, True):
        sides = list(_sides(tree, deep=deep))
        made = (way(sides, most, measured) for way in (_behind, _hanging))
        best = min(best, *made, key=lambda one: (one.over, one.cost))
        if not best.over:
            break
    return _table(best.lines)


def _sides(tree: _Element, *, deep: bool) -> Iterator[tuple[Row, Row]]:
    """Yield the left and the right side of each line that a formula is written in."""
    found = row(tree, deep=deep)
    if not found or found[0].tag != "mtable" or found[0].get("displaystyle") != "true":
        first = next((one.end for one in places(found, after=False) if one.is_relation), 0)
        yield found[:first], found[first:]
        return
    for number, line in enumerate(found[0], 1):
        cells = [row(cell, deep=deep) for cell in line]
        rest = found[1:] if number == len(found[0]) else []
        yield cells[0], [*(one for cell in cells[1:] for one in cell), *rest]


def _behind(sides: Sequence[tuple[Row, Row]], most: float, measured: Measured) -> _Lines:
    """Set right sides behind the widest left one, if that leaves them room."""
    lead = max(measured(left) if left else 0.0 for left, _ in sides)
    if not lead or lead > _LEFT * most or not all(right for _, right in sides):
        return _Lines([], inf, inf)
    return _all(
        [
            _lines(left, right, most - lead, measured, lambda place: 0.0 if place.is_relation else _IN)
            for left, right in sides
        ]
    )


def _hanging(sides: Sequence[tuple[Row, Row]], most: float, measured: Measured) -> _Lines:
    """Let all lines but the first hang; lines that were written are no longer aligned then."""
    made = _all([_lines([], [*left, *right], most, measured, lambda _: _IN) for left, right in sides])
    return replace(made, cost=made.cost + _ALIGNED * (len(sides) - 1))


def _lines(left: Row, right: Row, room: float, measured: Measured, goes: Callable[[Place], float]) -> _Lines:
    """Return the best lines of a row, behind its left side; `goes` says how far in one begins at a place."""
    parts = _parts(right, places(right, after=False), measured)
    further = [0.0, *map(goes, parts.between)]
    cost, ends = parts.best([room - one for one in further])
    spans = [(first, after - 1) for first, after in pairwise([0, *(end + 1 for end in ends)])]
    over = max(parts.width(*span) - room + further[span[0]] for span in spans)
    lines = [([] if span[0] else left, parts.part(*span), further[span[0]]) for span in spans]
    return _Lines(lines, max(0.0, over), cost)


def _all(found: Sequence[_Lines]) -> _Lines:
    lines = [line for one in found for line in one.lines]
    return _Lines(lines, max(one.over for one in found), sum(one.cost for one in found))


def _table(lines: Sequence[tuple[Row, Row, float]]) -> _Element:
    """Return lines as the table that `aligned` makes, right sides behind left ones."""
    made = Element("math", display="block")
    table = SubElement(SubElement(made, "mrow"), "mtable", displaystyle="true", columnspacing="0em")
    for left, right, goes in lines:
        line = SubElement(table, "mtr")
        SubElement(line, "mtd", columnalign="right").extend(copied(left))
        cell = SubElement(line, "mtd", columnalign="left")
        cell.extend([Element("mi"), Element("mspace", width=f"{goes:.3f}em"), *copied(right)])
    return made


def pieces(tree: _Element, most: float, measured: Measured) -> list[tuple[_Element, str]]:
    """Return what a formula in a line of text is broken into, with the blank after each where a wide space stood.

    At the least places that leave no piece wider than `most` em, or as near to that as can be.
    """
    ways = (_pieces(row(tree, deep=deep), most, measured) for deep in (False, True))
    best = next(ways)
    return (min(best, next(ways), key=lambda one: one[0]) if best[0] else best)[1]


def _pieces(found: Row, most: float, measured: Measured) -> tuple[float, list[tuple[_Element, str]]]:
    """Return how much too wide the widest piece of a row is, and all of them."""
    parts = _parts(found, places(found, after=True), measured)
    spans = _spans(parts, most)
    over = max(0.0, *(parts.width(*span) - most for span in spans))
    ends = [*(parts.between[last] for _, last in spans[:-1]), None]
    blanks = (" " * bool(end and end.start > end.end) for end in ends)
    return over, [(piece(parts.part(*span)), blank) for span, blank in zip(spans, blanks, strict=True)]


def _spans(parts: _Parts, most: float) -> list[tuple[int, int]]:
    """Return the first and the last part of each piece."""
    spans = [(0, len(parts.between))]
    for cost in sorted({one.cost for one in parts.between}):
        spans = [one for span in spans for one in (_split(parts, span, cost) if parts.width(*span) > most else [span])]
    joined = spans[:1]
    for first, last in spans[1:]:
        is_short = parts.between[first - 1].is_relation and parts.width(first, last) <= _SHORT
        if is_short and parts.width(joined[-1][0], last) <= most:
            joined[-1] = (joined[-1][0], last)
        else:
            joined.append((first, last))
    return joined


def _split(parts: _Parts, span: tuple[int, int], cost: float) -> Iterator[tuple[int, int]]:
    """Yield the pieces of a piece that breaks wherever that costs no more."""
    first, last = span
    starts = [first, *(at + 1 for at in range(first, last) if parts.between[at].cost <= cost), last + 1]
    yield from ((start, after - 1) for start, after in pairwise(starts))


def piece(found: Row) -> _Element:
    """Return a formula of some elements; nothing at its ends lets a sign there keep its room."""
    made = Element("math", display="inline")
    SubElement(made, "mrow").extend([Element("mi"), *copied(found), Element("mi")])
    return made

"""Lines of a table drawn: the library that draws MathML sets its cells, and these go between them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from coursepack.render.words.ruled import across, down, is_ruled

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element

# Spaces in the library's em, 4/3 of ours: between columns and rows of a table with lines, where a line stands and where
# none does, and what each further line beside it takes.
_COLUMN, _COLUMN_RULED, _ROW, _ROW_RULED, _FURTHER = 0.5, 0.8, 0.225, 0.4, 0.13


def space(table: _Element) -> bool:
    """Make room for the lines of a table, if it has any; say whether it has."""
    columns, rows = max(map(len, table), default=0), len(table)
    beside, lines = down(table, columns), _levels(table, rows)
    if not any(beside) and not any(lines):
        return False
    table.set("columnspacing", _spaces(beside[1:columns], _COLUMN, _COLUMN_RULED))
    table.set("rowspacing", _spaces(lines[1:rows], _ROW, _ROW_RULED))
    return True


def _spaces(counts: Sequence[int], bare: float, around: float) -> str:
    found = (around + _FURTHER * (count - 1) if count else bare for count in counts)
    return " ".join(f"{one:.3f}em" for one in found) or f"{bare}em"


def _levels(table: Any, rows: int) -> list[int]:  # noqa: ANN401 (an element of either library)
    """Return how many lines stand above each other before each row of a table, and after the last."""
    lines = across(table)
    return [max((lines.count(one) for one in lines if one.row == row), default=0) for row in range(rows + 1)]


def mend(table: Any, shapes: Any) -> None:  # noqa: ANN401 (a library's class and module)
    """Let the library's tables draw their lines."""
    whole = table._setup  # noqa: SLF001 where its cells get their places

    def ruled(self: Any, **named: Any) -> None:  # noqa: ANN401 ziamath has no types
        whole(self, **named)
        if is_ruled(self.element):
            _rule(self, shapes, phantom=named.get("phantom", False))

    table._setup = ruled  # noqa: SLF001 ziamath has no other way in


@dataclass(frozen=True)
class _Lines:
    """Where lines stand: the places of their middles, and how many stand at each; how thick and how far apart."""

    places: tuple[float, ...]
    counts: tuple[int, ...]
    thick: float
    step: float

    def half(self, at: int) -> float:
        """Return how far the lines of a place reach to either side of it."""
        return (self.step * (self.counts[at] - 1) + self.thick) / 2 if self.counts[at] else 0.0

    def ends(self, first: int = 0, last: int = -1) -> tuple[float, float]:
        """Return from where to where a line goes that meets these at both ends."""
        return self.places[first] - self.half(first), self.places[last] + self.half(last)

    def each(self, at: int, count: int) -> Iterator[float]:
        """Yield the middles of so many lines at a place."""
        return (self.places[at] + self.step * (number - (count - 1) / 2) for number in range(count))


def _rule(table: Any, shapes: Any, *, phantom: bool) -> None:  # noqa: ANN401 ziamath has no types
    """Add the lines of a table between its cells, and make room for those at its edges."""
    beside, over = _grid(table)
    (left, right), (top, bottom) = beside.ends(), over.ends()
    look = {"style": table.style, "phantom": phantom}
    for column, count in enumerate(beside.counts):
        for x in beside.each(column, count):
            _add(table, shapes.VLine(bottom - top, beside.thick, **look), x, top)
    lines = across(table.element)
    for line in dict.fromkeys(lines):
        start, end = beside.ends(line.first - 1, line.last)
        for y in over.each(line.row, lines.count(line)):
            _add(table, shapes.HLine(end - start, over.thick, **look), start, y - over.thick / 2)
    table.nodexy = [(x - left, y) for x, y in table.nodexy]
    table.bbox = type(table.bbox)(0, right - left, -bottom, -top)


def _grid(table: Any) -> tuple[_Lines, _Lines]:  # noqa: ANN401 ziamath has no types
    """Return the lines of a table that go down, and those that go across."""
    cells = _cells(table)
    columns = [[row[at] for row in cells if at < len(row)] for at in range(max(map(len, cells)))]
    beside, levels = down(table.element, len(columns)), _levels(table.element, len(cells))
    edge, high, step = (table.size_px(f"{one}em") for one in (_COLUMN_RULED / 2, _ROW_RULED / 2, _FURTHER))
    thick = table.units_to_points(table.font.math.consts.fractionRuleThickness)
    xs = _between([(min(x for x, *_ in one), max(x for _, x, *_ in one)) for one in columns], edge, edge)
    rows = [(min(y for *_, y, _ in one), max(y for *_, y in one)) for one in cells]
    ys = _between(rows, high * bool(levels[0]), high * bool(levels[-1]))
    return _Lines(xs, tuple(beside), thick, step), _Lines(ys, tuple(levels), thick, step)


def _cells(table: Any) -> list[list[tuple[float, float, float, float]]]:  # noqa: ANN401 ziamath has no types
    """Return where each cell of a table begins and ends, across and down, by rows."""
    placed = iter(zip(table.nodes, table.nodexy, strict=True))
    return [
        [(x, x + one.bbox.xmax - one.bbox.xmin, y - one.bbox.ymax, y - one.bbox.ymin) for one, (x, y) in cells]
        for cells in ([next(placed) for _ in row] for row in table.element)
    ]


def _between(parts: Sequence[tuple[float, float]], before: float, after: float) -> tuple[float, ...]:
    """Return the places before the first part, amid each two, and after the last."""
    middles = ((one[1] + two[0]) / 2 for one, two in pairwise(parts))
    return (parts[0][0] - before, *middles, parts[-1][1] + after)


def _add(table: Any, line: Any, x: float, y: float) -> None:  # noqa: ANN401 ziamath has no types
    table.nodes.append(line)
    table.nodexy.append((x, y))

"""A table's cells as both outputs set them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING

from markupsafe import Markup

from coursepack.merge import Cell, merged
from coursepack.render.look.measure import LETTER
from coursepack.resolve import passages
from coursepack.text import Rich, plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from coursepack.blocks.table import Table
    from coursepack.pack import Pack
    from coursepack.render.look.measure import Measure


@dataclass(frozen=True)
class Grid:
    """Header cells, rows of cells, and the widths of the columns in per cent (none: as the content asks)."""

    columns: Sequence[Rich]
    rows: Sequence[Sequence[Cell]]
    widths: Sequence[float]

    def leads(self, place: int) -> bool:
        """Tell whether a row is a heading of those after it: beside what names it, all that it says is bold."""
        return [_is_heading(row) for row in self.rows[place : place + 2]] == [True, False]


def _is_heading(row: Sequence[Cell]) -> bool:
    """Tell whether all cells of a row that hold words, but for its first, hold bold ones alone."""
    said = [list(_words(cell.text)) for cell in row[1:] if cell.text.plain()]
    return bool(said) and all(kinds[0] == "strong_open" and kinds[-1] == "strong_close" for kinds in said)


def _words(text: Rich) -> Iterator[str]:
    """Yield the kinds of the tokens of a text that hold something."""
    yield from (
        token.type for run in text.inlines() for token in run.children or () if token.type != "text" or token.content
    )


# Between two columns, in pt at the base of the scale.
_BETWEEN = 8
# The share of a page that a row may take and still be kept whole: one that is higher leaves too much of a page empty.
_WHOLE = 0.4


def is_tall(row: Sequence[Cell], cells: Grid, width: float, size: Measure) -> bool:
    """Tell whether a row of a table of some width (pt) is so high that it goes on over a page's end."""
    return is_high([0 if cell.join else len(cell.text.plain()) for cell in row], cells.widths, width, size)


def is_high(letters: Sequence[int], widths: Sequence[float], width: float, size: Measure) -> bool:
    """Tell the same of cells with so many letters; columns without widths are equally wide."""
    shares, step = widths or [100 / len(letters)] * len(letters), size.steps["table"]
    set_wide = [many * LETTER * step.size * 100 / max(share, 1) for many, share in zip(letters, shares, strict=False)]
    return max(set_wide, default=0) / width * step.leading > size.height * _WHOLE


def is_crowded(cells: Grid, longest: Callable[[Rich], float], width: float, size: Measure) -> bool:
    """Tell whether large letters leave the columns of a table of some width (pt) no room for their longest words (pt).

    Letters of the usual size are hyphenated in such a table, which those who need large ones could not read. Cells that
    reach over several have no row or column of their own.
    """
    if size.growth <= 1 or any(cell.join or cell.down > 1 or cell.across > 1 for row in cells.rows for cell in row):
        return False
    columns = zip_longest(cells.columns, *([cell.text for cell in row] for row in cells.rows), fillvalue=plain(""))
    return sum(max(map(longest, column)) + size.grown(_BETWEEN) for column in columns) > width


def alignment(cell: Rich) -> Markup:
    """Return the style of a cell whose column is set to a side or centred: one of a table drawn with bars."""
    side = next((inline.meta.get("align") for inline in cell.inlines()), None)
    return Markup(' style="text-align:{}"').format(side) if side else Markup()


def grid(table: Table, pack: Pack) -> Grid:
    """Return the cells of a table block, from its rows or its data file."""
    if table.drawn:
        (drawn,) = passages.of(table.drawn)
        head, *rows = passages.cells(drawn)
        return Grid(head, merged(rows), drawn.tokens[0].meta.get("widths", ()))
    total = sum(table.widths)
    widths = [round(share / total * 100, 2) for share in table.widths]
    if not table.data:
        return Grid(table.columns, merged(table.rows), widths)
    data = pack.course.tables[table.data]
    return Grid(
        [plain(name) for name in data.columns], [[Cell(plain(cell)) for cell in row] for row in data.rows], widths
    )

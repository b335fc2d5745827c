"""A table's cells as both outputs set them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from coursepack.merge import Cell, merged
from coursepack.resolve import passages
from coursepack.text import Rich, plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coursepack.blocks.table import Table
    from coursepack.pack import Pack


@dataclass(frozen=True)
class Grid:
    """Header cells, rows of cells, and the widths of the columns in per cent (none: as the content asks)."""

    columns: Sequence[Rich]
    rows: Sequence[Sequence[Cell]]
    widths: Sequence[float]


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

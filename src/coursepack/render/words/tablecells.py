"""A table's cells as both outputs set them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import TYPE_CHECKING

from markdown_it.token import Token
from markupsafe import Markup

from coursepack.blocks.table import Table
from coursepack.merge import Cell, merged
from coursepack.render.words.equation import Room
from coursepack.resolve import passages
from coursepack.text import Rich, plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from coursepack.pack import Pack
    from coursepack.render.look.measure import Measure


@dataclass(frozen=True)
class Grid:
    """Header cells, rows of cells, and the widths of the columns in per cent (none: as the content asks)."""

    columns: Sequence[Rich]
    rows: Sequence[Sequence[Cell]]
    widths: Sequence[float]

    def share(self, row: Sequence[Cell], cell: Cell) -> float:
        """Return what share of the width (per cent) a cell of a row has."""
        first = next(at for at, one in enumerate(row) if one is cell)
        return sum(self.widths[first : first + cell.across]) or cell.across * 100 / max(1, len(row))

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


# The room that a word takes which is written by hand, and a line for a few, in low strokes.
_WRITTEN, _LINE = 12, 30
# Between two columns, in pt at the base of the scale.
_BETWEEN = 8


def is_crowded(cells: Grid, longest: Callable[[Rich], float], width: float, size: Measure) -> bool:
    """Tell whether large letters leave the columns of a table of some width (pt) no room for their longest words (pt).

    Letters of the usual size are hyphenated in such a table, which those who need large ones could not read. Cells that
    reach over several have no row or column of their own.
    """
    if size.growth <= 1 or any(cell.join or cell.down > 1 or cell.across > 1 for row in cells.rows for cell in row):
        return False
    columns = zip_longest(cells.columns, *([cell.text for cell in row] for row in cells.rows), fillvalue=plain(""))
    return sum(max(map(longest, column)) + size.grown(_BETWEEN) for column in columns) > width


def celled(width: float, size: Measure) -> Room:
    """Return the room of formulas in a column of some width (pt)."""
    step = size.steps["table"]
    return Room(max(1.0, (width - size.grown(_BETWEEN)) / step.size), size.upright)


def set_apart(rich: Rich, tokens: Sequence[Token], is_crowded: Callable[[Grid], bool]) -> list[Token]:
    """Return a text's tokens with a table block in the place of each of its tables whose columns are crowded."""
    made = list(tokens)
    for first in [place for place, token in enumerate(tokens) if token.type == "table_open"][::-1]:
        last = next(place for place in range(first, len(tokens)) if tokens[place].type == "table_close")
        own = made[first : last + 1]
        table = _block(rich, _open(own, _WRITTEN)) if _is_plain(own) else None
        if table and is_crowded(Grid(table.columns, merged(table.rows), table.widths)):
            made[first : last + 1] = [passages.standing(_block(rich, _open(own, _LINE)) or table)]
    return made


def _open(table: Sequence[Token], letters: int) -> Sequence[Token]:
    """Return a table with low strokes, so many, in the cells that are to be filled in."""
    if not table[0].meta.get("open"):
        return table
    strokes = "_" * letters
    return [
        token.copy(content=strokes, children=[Token("text", "", 0, content=strokes)])
        if token.type == "inline" and not token.content
        else token
        for token in table
    ]


def _is_plain(table: Sequence[Token]) -> bool:
    """Tell whether a table has one row of heads, and cells of one run of words each."""
    kinds = Counter(token.type for token in table)
    cells = kinds["th_open"] + kinds["td_open"]
    is_headed = [token.type for token in table[1:3]] == ["thead_open", "tr_open"]
    return is_headed and cells == kinds["inline"] and not kinds["joined"]


def _block(rich: Rich, table: Sequence[Token]) -> Table | None:
    """Return a table of a text as a block that stands in it; none where a row is longer or shorter than its head."""
    head, *rows = ([replace(cell, footnotes=rich.footnotes) for cell in row] for row in _cells(rich, table))
    if {len(row) for row in rows} != {len(head)}:
        return None
    made = Table.model_construct(columns=tuple(head), rows=tuple(map(tuple, rows)))
    made.placed_at(rich.row(table[0]))
    return made


def _cells(rich: Rich, table: Sequence[Token]) -> list[tuple[Rich, ...]]:
    return passages.cells(passages.Passage(rich, "table", tuple(table)))


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

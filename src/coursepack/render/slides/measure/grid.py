"""A table measured: its columns by what the cells hold, its rows as high as their text. In points."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from coursepack import merge
from coursepack.render.slides.content import Text
from coursepack.render.slides.measure import columnwidths, items, split
from coursepack.render.slides.measure.fit import Measured, Ruler
from coursepack.render.slides.measure.lines import Gauge, Style, gauge, natural

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coursepack.render.slides.content import Table
    from coursepack.render.slides.inline import Paragraph
    from coursepack.render.slides.layouts import Level, TableLook
    from coursepack.render.slides.measure.columnwidths import Need
    from coursepack.render.slides.measure.faces import Faces

Levels = tuple["Level", ...]
# The paragraphs of a cell with their widths.
Cell = list[tuple["Paragraph", Gauge]]

# A head that leaves fewer lines than this to a row does not let it be cut.
_LINES = 2
# The number of a row below the head.
_BELOW = 1


@dataclass(frozen=True)
class Grid:
    """A table whose cells are measured, in a frame `width` wide."""

    table: Table
    cells: tuple[tuple[Cell, ...], ...]
    width: float
    look: TableLook
    faces: Faces

    @cached_property
    def opened(self) -> Grid:
        """The same with every row as it is where a slide begins with it: with what is merged with the row above."""
        rows = tuple(_opening(self.table.rows, number) for number in range(len(self.table.rows)))
        if rows == self.table.rows:
            return self
        return grid(replace(self.table, rows=rows), self.width, self.look, self.faces)

    def needs(self, levels: Levels) -> list[Need]:
        """Return what each column needs."""
        count = max(len(row) for row in self.cells)
        return [self._need(column, levels[0].size) for column in range(count)]

    def _need(self, column: int, size: float) -> Need:
        # What goes over several columns says nothing of one.
        rows = zip(self.cells, self.table.all_rows, strict=True)
        alone = [row[column] for row, texts in rows if column < len(row) and texts[column].across == 1]
        found = [natural(one, size) for cell in alone for _, one in cell]
        pad = self._pad(column)
        return max((whole for whole, _ in found), default=0) + pad, max((word for _, word in found), default=0) + pad

    def _pad(self, column: int) -> float:
        """Return the padding of a cell: the first column stands flush with the title."""
        return self.look.pad * 72 * (1 if column == 0 else 2)

    def columns(self, levels: Levels) -> tuple[float, ...]:
        """Share the width out: as the author says, else by what the cells hold."""
        needs = self.needs(levels)
        if len(self.table.widths) == len(needs):
            return columnwidths.relative(self.table.widths, self.width)
        return columnwidths.share(needs, self.width)

    def slides(self, levels: Levels, room: float) -> int:
        """Return how many slides it takes at least: if no cell has more than a line. It is known without measuring."""
        row = levels[0].leading + 2 * self.look.margin * 72
        head = row if self.table.head else 0.0
        return -(-len(self.table.rows) // max(1, int((room - head + split.AIR) / row)))

    def rows(self, levels: Levels, widths: tuple[float, ...]) -> list[Measured]:
        """Measure the rows: each as high as its highest cell, with the margins above and below."""
        rows = zip(self.cells, self.table.all_rows, strict=True)
        return [self._row(row, tuple(text.across for text in texts), levels, widths) for row, texts in rows]

    def _row(
        self, row: tuple[Cell, ...], across: tuple[int, ...], levels: Levels, widths: tuple[float, ...]
    ) -> Measured:
        height, wide, missing = levels[0].leading, "", ""
        for column, cell in enumerate(row):
            ruler = self._ruler(column, widths, across=across[column])
            height = max(height, ruler.stack(cell, levels))
            for _, one in cell:
                wide = max(wide, one.wide(levels[0].size, ruler.width), key=len)
                missing += one.missing
        return Measured(height + 2 * self.look.margin * 72, wide, missing)

    def _ruler(self, column: int, widths: tuple[float, ...], *, across: int = 1) -> Ruler:
        style = _style(head=self.table.is_head(_BELOW, column))
        return Ruler(style, sum(widths[column : column + across]) - self._pad(column), self.faces)

    def part(self, row: tuple[Text, ...], levels: Levels, room: float) -> Iterator[tuple[Text, ...]]:
        """Cut a row that is higher than `room` into rows: each cell goes on where it has more."""
        widths = self.columns(levels)
        inside = room - 2 * self.look.margin * 72
        if inside < _LINES * levels[0].leading:
            yield row
            return
        cells = [self._part(cell, items.Bench(self._ruler(n, widths), levels, inside)) for n, cell in enumerate(row)]
        for number in range(max(map(len, cells))):
            yield tuple(self._going_on(column, number, cell) for column, cell in enumerate(cells))

    def _part(self, cell: Text, bench: items.Bench) -> list[Text]:
        things = items.cut(cell.paragraphs, bench)

        def height(start: int, end: int) -> float:
            return bench.ruler.stack(items.rows(things[start:end], bench.ruler), bench.levels)

        slides = split.fewest(len(things), height, bench.room)
        slices = split.even(len(things), height, bench.room, slides, [thing.price for thing in things])
        return [Text(items.join(things[start:end])) for start, end in slices]

    def _going_on(self, column: int, number: int, cell: list[Text]) -> Text:
        """Return a cell of a row that goes on; a first cell that is whole names the row once more."""
        again = column == 0 and len(cell) == 1
        return cell[0 if again else number] if again or number < len(cell) else Text(())

    def groups(self, levels: Levels) -> list[Table]:
        """Part a table that has too many columns: the first one, which names the rows, comes in every part."""
        first, *rest = (least for _, least in self.needs(levels))
        room = self.width - first

        def width(start: int, end: int) -> float:
            return sum(rest[start:end])

        parts = split.fewest(len(rest), width, room)
        slices = split.even(len(rest), width, room, parts, [0.0] * len(rest))
        return [_columns(self.table, [0, *range(start + 1, end + 1)]) for start, end in slices]


def grid(table: Table, width: float, look: TableLook, faces: Faces) -> Grid:
    """Measure the cells of a table, at no size."""
    rows = (
        tuple(
            [(one, gauge(one, _style(head=table.is_head(number, column)), faces)) for one in cell.paragraphs]
            for column, cell in enumerate(row)
        )
        for number, row in enumerate(table.all_rows)
    )
    return Grid(table, tuple(rows), width, look, faces)


def _opening(rows: Sequence[tuple[Text, ...]], number: int) -> tuple[Text, ...]:
    """Return a row with the cells that cover some of it from above in their places."""
    return tuple(_cover(rows, number, column) for column in range(len(rows[number])))


def _cover(rows: Sequence[tuple[Text, ...]], number: int, column: int) -> Text:
    while number and rows[number][column].join == merge.UP:
        number -= 1
    return rows[number][column]


def _style(*, head: bool) -> Style:
    """Heads are bold."""
    return Style("body", head, italic=False)


def _columns(table: Table, chosen: list[int]) -> Table:
    """Return a table with some of its columns."""
    head, *rows = (
        tuple(row[column] if column < len(row) else Text(()) for column in chosen) for row in (table.head, *table.rows)
    )
    widths = tuple(table.widths[column] for column in chosen) if len(table.widths) > max(chosen) else ()
    return replace(table, head=head if table.head else (), rows=tuple(rows), widths=widths)

"""Data of charts and tables: a header, and rows as long as it, with the place of every cell."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from coursepack.load import sheet
from coursepack.load.cell import Cell
from coursepack.load.decimals import Habit, evidence, number
from coursepack.problem import Problem, Severity, Span, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coursepack.load.cell import Source


@dataclass(frozen=True)
class Table:
    """A data file: the cells of its header, its rows, as long as the header, and how it writes decimals."""

    file: str
    header: tuple[Cell, ...]
    cells: tuple[tuple[Cell, ...], ...]
    habit: Habit

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(cell.text for cell in self.header)

    @property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        """The rows as words."""
        return tuple(tuple(cell.text for cell in row) for row in self.cells)

    def at(self, row: int, column: int) -> Span:
        """Return the place of a cell's words."""
        return self.cells[row][column].span

    def position(self, name: str, at: Span, problems: list[Problem]) -> int | None:
        """Return the position of the column `name`, or report at `at` that there is none."""
        if name in self.columns:
            return self.columns.index(name)
        known = ", ".join(f"`{column}`" for column in self.columns)
        message = f"{self.file} has no column `{name}`"
        help_text = did_you_mean(name, self.columns) or f"Use one of {known}"
        problems.append(Problem(at, "unknown-column", message, help_text))
        return None

    def numbers(self, column: int, problems: list[Problem]) -> tuple[float | None, ...]:
        """Return a column as numbers; an empty cell is `None`, any other word is reported at its cell."""
        cells = [row[column] for row in self.cells]
        mark = self.habit.mark(cells)
        return tuple(number(cell, mark, problems) for cell in cells)


def read(data: bytes, source: Source, problems: list[Problem]) -> Table | None:
    """Read a table with a header row; report rows of another length and columns of the same name."""
    found = list[Problem]()
    read = sheet.read(data, source, found)
    problems += found
    if any(problem.severity is Severity.ERROR for problem in found):
        return None
    if len(read.rows) < 2:  # noqa: PLR2004 a header and one row
        at = Span(source.place)
        problems.append(Problem(at, "empty-data", "the file holds no rows", "Write a header row and the data"))
        return None
    used = max(last for row in read.rows for last, cell in enumerate(row.cells, 1) if cell.text)
    header = read.rows[0].cells[:used]
    problems += _twice(header)
    body = [_fitted(row.cells, len(header)) for row in read.rows[1:]]
    problems += [_ragged(row, len(header), read.delimiter) for row in body if len(row) != len(header)]
    whole = tuple(row for row in body if len(row) == len(header))
    shown = evidence(cell.text for row in whole for cell in row if cell.value is None)
    return Table(source.place, header, whole, Habit(shown, read.delimiter, source.language))


def _twice(header: Sequence[Cell]) -> Iterator[Problem]:
    """Yield the names that several columns have."""
    names = [cell.text for cell in header]
    for name, times in Counter(names).items():
        if times > 1:
            message, at = f"{times} columns have the name `{name}`", header[names.index(name)].span
            yield Problem(_line(at), "duplicate-column", message, "Give each a name of its own")


def _line(at: Span) -> Span:
    """Return the place of the row that a cell is in; that of a workbook is the cell's."""
    return at if at.cell else Span(at.file, at.line)


def _fitted(cells: tuple[Cell, ...], width: int) -> tuple[Cell, ...]:
    """Return the cells of a row without empty ones beyond the header; a workbook leaves out those at a row's end."""
    while len(cells) > width and not cells[-1].text:
        cells = cells[:-1]
    last = cells[-1].span
    missing = range(last.column + 1, width + 1) if last.cell else ()
    return (*cells, *(Cell("", replace(last, column=column)) for column in missing))


_SIGNS = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}


def _ragged(row: Sequence[Cell], wanted: int, delimiter: str) -> Problem:
    has, sign = len(row), _SIGNS.get(delimiter, "delimiter")
    message = f"this row has {has} cell{'' if has == 1 else 's'}, the header has {wanted}"
    more = f"Quote a cell that holds a {sign}" if delimiter else "Name the column, or delete the cell"
    return Problem(_line(row[0].span), "ragged-row", message, more if has > wanted else "Write a cell for every column")

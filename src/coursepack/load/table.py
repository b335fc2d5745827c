"""Data of charts and tables: a header, and rows as long as it, with the place of every cell."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coursepack.load import sheet
from coursepack.load.decimals import Habit, evidence, number
from coursepack.problem import Problem, Severity, Span, did_you_mean

if TYPE_CHECKING:
    from coursepack.load.cell import Cell, Row, Source


@dataclass(frozen=True)
class Table:
    """A data file: the names of its columns, its rows, as long as the header, and how it writes decimals."""

    file: str
    columns: tuple[str, ...]
    cells: tuple[tuple[Cell, ...], ...]
    habit: Habit

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
    rows = sheet.read(data, source, found)
    problems += found
    if any(problem.severity is Severity.ERROR for problem in found):
        return None
    if len(rows) < 2:  # noqa: PLR2004 a header and one row
        at = Span(source.place)
        problems.append(Problem(at, "empty-data", "the file holds no rows", "Write a header row and the data"))
        return None
    width = max(last for row in rows for last, cell in enumerate(row.cells, 1) if cell.text)
    header = [cell.text for cell in rows[0].cells[:width]]
    for name, times in Counter(header).items():
        if times > 1:
            message = f"{times} columns have the name `{name}`"
            at = rows[0].cells[header.index(name)].span
            problems.append(Problem(_line(at), "duplicate-column", message, "Give each a name of its own"))
    body = [_trimmed(row, len(header)) for row in rows[1:]]
    problems += [_ragged(row, len(header)) for row in body if len(row) != len(header)]
    whole = tuple(row for row in body if len(row) == len(header))
    shown = evidence(cell.text for row in whole for cell in row if cell.value is None)
    return Table(source.place, tuple(header), whole, Habit(shown, sheet.delimiter(data, source), source.language))


def _line(at: Span) -> Span:
    """Return the place of a row, which in a workbook is its first cell."""
    return at if at.cell else Span(at.file, at.line)


def _trimmed(row: Row, width: int) -> tuple[Cell, ...]:
    """Return the cells of a row; programs write empty ones behind the last column, and none behind a workbook's."""
    cells = row.cells
    while len(cells) > width and not cells[-1].text:
        cells = cells[:-1]
    return cells


def _ragged(row: tuple[Cell, ...], wanted: int) -> Problem:
    has = len(row)
    message = f"this row has {has} cell{'' if has == 1 else 's'}, the header has {wanted}"
    help_text = "Quote a cell that holds a comma" if has > wanted else "Write a cell for every column"
    return Problem(_line(row[0].span), "ragged-row", message, help_text)

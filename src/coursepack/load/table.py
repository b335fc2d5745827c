"""Data files: CSV as rows of text, with the place of every cell."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from dataclasses import dataclass

from coursepack.problem import Problem, Span, did_you_mean

_NUMBER = re.compile(r"[-+]?(\d+(\.\d*)?|\.\d+)([eE][-+]?\d+)?")
# A cell as it is written: quoted, with doubled quotes inside, or plain.
_CELL = re.compile(r'"(?:[^"]|"")*"|[^,]*')


@dataclass(frozen=True)
class Table:
    """A data file: the names of its columns, its rows as text, as long as the header, and the lines they stand on."""

    file: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    lines: tuple[int, ...]
    source: tuple[str, ...]

    def at(self, row: int, column: int) -> Span:
        """Return the place of a cell's words."""
        line = self.lines[row]
        position = 0
        for _ in range(column):
            found = _CELL.match(self.source[line - 1], position)
            position = (found.end() if found else position) + 1
        cell = self.rows[row][column]
        start = self.source[line - 1].find(cell.strip(), position)
        return Span(self.file, line, max(start, position) + 1, max(1, len(cell.strip())))

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
        values: list[float | None] = []
        for row, cells in enumerate(self.rows):
            text = cells[column].strip()
            good = _NUMBER.fullmatch(text)
            if text and not good:
                help_text = "Write digits with a decimal point, and no thousands separator"
                problems.append(Problem(self.at(row, column), "not-a-number", f"`{text}` is not a number", help_text))
            values.append(float(text) if good else None)
        return tuple(values)


def read(text: str, file: str, problems: list[Problem]) -> Table | None:
    """Read a CSV file with a header row; report rows of another length and columns of the same name."""
    reader = csv.reader(io.StringIO(text), strict=True)
    try:
        rows = [(reader.line_num, tuple(row)) for row in reader if row]
    except csv.Error as error:
        span = Span(file, reader.line_num)
        problems.append(Problem(span, "bad-csv", f"this is not valid CSV: {error}", "Close the quotes"))
        return None
    if len(rows) < 2:  # noqa: PLR2004 a header and one row
        problems.append(Problem(Span(file), "empty-data", "the file holds no rows", "Write a header row and the data"))
        return None
    header = tuple(name.strip() for name in rows[0][1])
    for name, times in Counter(header).items():
        if times > 1:
            message = f"{times} columns have the name `{name}`"
            problems.append(Problem(Span(file, rows[0][0]), "duplicate-column", message, "Give each a name of its own"))
    for line, row in rows[1:]:
        if len(row) != len(header):
            problems.append(_ragged(Span(file, line), len(row), len(header)))
    body = [(line, row) for line, row in rows[1:] if len(row) == len(header)]
    lines = tuple(line for line, _ in body)
    return Table(file, header, tuple(row for _, row in body), lines, tuple(text.split("\n")))


def _ragged(span: Span, has: int, wanted: int) -> Problem:
    message = f"this row has {has} cell{'' if has == 1 else 's'}, the header has {wanted}"
    help_text = "Quote a cell that holds a comma" if has > wanted else "Write a cell for every column"
    return Problem(span, "ragged-row", message, help_text)

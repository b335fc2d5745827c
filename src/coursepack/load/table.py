"""Data files: CSV as rows of text, with the place of every cell."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass

from coursepack.problem import Problem, Span, did_you_mean


@dataclass(frozen=True)
class Table:
    """A data file: the names of its columns, and its rows as text, as long as the header."""

    file: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    lines: tuple[int, ...]

    def at(self, row: int, column: int) -> Span:
        """Return the place of a cell (exact to the line; the column is found by its text)."""
        before = sum(len(cell) + 1 for cell in self.rows[row][:column])
        return Span(self.file, self.lines[row], before + 1, max(1, len(self.rows[row][column])))

    def position(self, name: str, at: Span, problems: list[Problem]) -> int | None:
        """Return the position of the column `name`, or report at `at` that there is none."""
        if name in self.columns:
            return self.columns.index(name)
        known = ", ".join(f"`{column}`" for column in self.columns)
        message = f"{self.file} has no column `{name}`"
        problems.append(
            Problem(at, "unknown-column", message, did_you_mean(name, self.columns) or f"Use one of {known}")
        )
        return None

    def numbers(self, column: int, problems: list[Problem]) -> tuple[float | None, ...]:
        """Return a column as numbers; an empty cell is `None`, any other word is reported at its cell."""
        values: list[float | None] = []
        for row, cells in enumerate(self.rows):
            text = cells[column].strip()
            try:
                values.append(float(text) if text else None)
            except ValueError:
                help_text = "Write digits with a decimal point, and no thousands separator"
                problems.append(Problem(self.at(row, column), "not-a-number", f"`{text}` is not a number", help_text))
                values.append(None)
        return tuple(values)


def read(text: str, file: str, problems: list[Problem]) -> Table | None:
    """Read a CSV file with a header row; report rows of another length."""
    reader = csv.reader(io.StringIO(text), strict=True)
    try:
        rows = [(reader.line_num, tuple(row)) for row in reader if row]
    except csv.Error as error:
        problems.append(
            Problem(Span(file, reader.line_num), "bad-csv", f"this is not valid CSV: {error}", "Close the quotes")
        )
        return None
    if len(rows) < 2:  # noqa: PLR2004 a header and one row
        problems.append(Problem(Span(file), "empty-data", "the file holds no rows", "Write a header row and the data"))
        return None
    header = tuple(name.strip() for name in rows[0][1])
    for line, row in rows[1:]:
        if len(row) != len(header):
            message = f"this row has {len(row)} cells, the header has {len(header)}"
            problems.append(Problem(Span(file, line), "ragged-row", message, "Quote a cell that holds a comma"))
    body = [(line, row) for line, row in rows[1:] if len(row) == len(header)]
    return Table(file, header, tuple(row for _, row in body), tuple(line for line, _ in body))

"""What a spreadsheet is made of: cells in rows, each with its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coursepack.problem import Span


@dataclass(frozen=True)
class Source:
    """Where a table is read from: the file as problems name it, and the sheet (the first, if none is named).

    `at` is where the author names it. `language` is the course's: it decides what a file leaves open.
    """

    place: str
    sheet: str = ""
    at: Span | None = None
    language: str = "en"


@dataclass(frozen=True, repr=False)
class Cell:
    """A cell: its words as they are shown, white put right, and where they stand.

    `value` is the number behind them where the file says that it is one.
    """

    text: str
    span: Span
    value: float | None = None


@dataclass(frozen=True, repr=False)
class Row:
    """A row, by its number in the spreadsheet."""

    number: int
    cells: tuple[Cell, ...]

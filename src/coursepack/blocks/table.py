"""A table of words or numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from pydantic import Field

from coursepack import merge
from coursepack.block import Block, Id
from coursepack.blocks.slide import Pointed
from coursepack.problem import Problem
from coursepack.text import Line, Passage

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from coursepack.load.table import Table as Data
    from coursepack.problem import Span


class TableSlide(Pointed):
    """A smaller table for the slide; without `rows` the whole table is shown."""

    columns: tuple[Line, ...] = ()
    rows: tuple[tuple[Line, ...], ...] = ()
    widths: tuple[float, ...] = Field((), description="Relative widths of its columns, where it has its own")


class Table(Block):
    """A numbered table: a header row, and a first column that heads the rows."""

    counter: ClassVar[str | None] = "table"

    id: Id | None = Field(None, description="A table with an id and a title is numbered")
    title: Line | None = Field(None, description="A table without a title has no number and no caption")
    measure: Line | None = None
    columns: tuple[Line, ...] = ()
    rows: tuple[tuple[Passage, ...], ...] = ()
    data: str | None = Field(None, description="A CSV file to print in place of columns and rows")
    source: Line | None = None
    width: Literal["text", "wide"] = "text"
    widths: tuple[float, ...] = Field((), description="Relative widths of the columns")
    slide: TableSlide | None = None

    def files(self) -> Iterable[tuple[str, Span, Literal["data", "media"]]]:
        """The data file, if any."""
        if self.data:
            yield self.data, self.at("data"), "data"

    def check(self, tables: Mapping[str, Data]) -> Iterable[Problem]:  # noqa: ARG002 any data will do
        """Rows are as long as the header; a table has rows or a data file."""
        if bool(self.rows) == bool(self.data):
            yield Problem(self.span, "empty-table", "a table has `rows` or a `data` file", "Write one of them")
        yield from self._ragged(("rows",), self.columns, self.rows)
        yield from self._uneven(("widths",), self.widths, self.columns)
        if self.slide:
            columns = self.slide.columns or self.columns
            yield from self._uneven(("slide", "widths"), self.slide.widths, columns)
            yield from self._ragged(("slide", "rows"), columns, self.slide.rows)
            yield from self._merges(("slide",), columns, self.slide.rows)
        yield from self._merges((), self.columns, self.rows)

    @property
    def shown_widths(self) -> tuple[float, ...]:
        """The widths of the columns on its slide: those of the table, where that is shown as it is."""
        own = self.slide and (self.slide.widths or self.slide.columns or self.slide.rows)
        return self.slide.widths if self.slide and own else self.widths

    def _uneven(self, path: tuple[str, ...], widths: tuple[float, ...], columns: tuple[Line, ...]) -> Iterable[Problem]:
        if widths and columns and len(widths) != len(columns):
            message = f"there are {len(widths)} widths for {len(columns)} columns"
            yield Problem(self.at(*path), "wrong-length", message, "Give one width a column")

    def _merges(
        self, path: tuple[str, ...], columns: tuple[Line, ...], rows: tuple[tuple[Line, ...], ...]
    ) -> Iterable[Problem]:
        """Cells are merged into rectangles, and never in the header row: a screen reader would lose its columns."""
        for index, cell in enumerate(columns):
            if cell.source.strip() in {merge.UP, merge.LEFT}:
                at = self.at(*path, "columns", index)
                yield Problem(at, "merged-header", "cells of the header row are not merged", "Name every column")
        if all(len(row) == len(columns) for row in rows):
            for (row, column), why in merge.mistakes(rows):
                advice = r"Merge a rectangle, or write `\^` and `\<` for the signs themselves"
                yield Problem(self.at(*path, "rows", row, column), "bad-merge", why, advice)

    def _ragged(
        self, path: tuple[str, ...], columns: tuple[Line, ...], rows: tuple[tuple[Line, ...], ...]
    ) -> Iterable[Problem]:
        for index, row in enumerate(rows):
            if len(row) != len(columns):
                message = f"this row has {len(row)} cells, the header has {len(columns)}"
                yield Problem(self.at(*path, index), "ragged-row", message, "Give each row a cell for every column")

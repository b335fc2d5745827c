"""A table of words or numbers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

from pydantic import Field

from coursepack import merge
from coursepack.block import Block
from coursepack.blocks.slide import Pointed
from coursepack.model import Id
from coursepack.problem import Problem
from coursepack.text import Line, Passage, Prose

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from coursepack.load.table import Table as Data
    from coursepack.problem import Span
    from coursepack.text import Rich


# What a text that is nothing but a table is made of.
_DRAWN = ["table_open", "table_close"]
# Their sum is a number.
Widths = tuple[Annotated[float, Field(gt=0, le=1_000_000)], ...]


class TableSlide(Pointed):
    """A smaller table for the slide; without `rows` the whole table is shown."""

    columns: tuple[Line, ...] = ()
    rows: tuple[tuple[Line, ...], ...] = ()
    widths: Widths = Field((), description="Relative widths of its columns, where it has its own")


class Table(Block):
    """A numbered table: a header row, and a first column that heads the rows."""

    counter: ClassVar[str | None] = "table"

    id: Id | None = Field(None, description="A table with an id and a title is numbered")
    title: Line | None = Field(None, description="A table without a title has no number and no caption")
    measure: Line | None = None
    columns: tuple[Line, ...] = ()
    rows: tuple[tuple[Passage, ...], ...] = ()
    data: str | None = Field(None, description="A CSV file to print in place of columns and rows")
    body: Prose | None = Field(None, description="A table drawn with bars, in place of columns and rows")
    source: Line | None = None
    width: Literal["text", "wide"] = "text"
    widths: Widths = Field((), description="Relative widths of the columns")
    slide: TableSlide | None = None

    def files(self) -> Iterable[tuple[str, Span, Literal["data", "media"]]]:
        """The data file, if any."""
        if self.data:
            yield self.data, self.at("data"), "data"

    def check(self, tables: Mapping[str, Data]) -> Iterable[Problem]:  # noqa: ARG002 any data will do
        """Rows are as long as the header; a table has rows, a data file, or is drawn."""
        if sum(map(bool, (self.rows, self.data, self.body))) != 1:
            message = "a table has `rows`, a `data` file or a `body`"
            yield Problem(self.span, "empty-table", message, "Write one of them")
        shown = [token.type for token in self.body.tokens if not token.level] if self.body else _DRAWN
        if shown != _DRAWN:
            message, advice = (
                "this is no table drawn with bars",
                "Write `| a | b |`, then `|---|---|`, and nothing else",
            )
            yield Problem(self.at("body"), "empty-table", message, advice)
        yield from self._ragged(("rows",), self.columns, self.rows)
        yield from self._uneven(("widths",), self.widths, self.columns)
        if self.slide:
            columns = self.slide.columns or self.columns
            yield from self._uneven(("slide", "widths"), self.slide.widths, columns)
            yield from self._ragged(("slide", "rows"), columns, self.slide.rows)
            yield from self._merges(("slide",), columns, self.slide.rows)
        yield from self._merges((), self.columns, self.rows)

    @property
    def drawn(self) -> Rich | None:
        """The table that is drawn with bars, with the widths that the block gives it."""
        if not (self.body and self.widths):
            return self.body
        shares = tuple(100 * one / sum(self.widths) for one in self.widths)
        first, *rest = self.body.tokens
        return replace(self.body, tokens=(first.copy(meta={**first.meta, "widths": shares}), *rest))

    @property
    def shown_widths(self) -> tuple[float, ...]:
        """The widths of the columns on its slide: those of the table, where that is shown as it is."""
        own = self.slide and (self.slide.widths or self.slide.columns or self.slide.rows)
        if self.slide and own:
            return self.slide.widths
        return tuple(self.drawn.tokens[0].meta.get("widths", ())) if self.drawn else self.widths

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

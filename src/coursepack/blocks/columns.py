"""Texts side by side, as wide as their author says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from coursepack import columnshares
from coursepack.block import Block, SlideForm
from coursepack.columnshares import ColumnWidth
from coursepack.load import unspaced
from coursepack.model import Model
from coursepack.problem import Problem, Severity
from coursepack.text import Prose

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from coursepack.load.table import Table

# Letters of running text that go into a whole line of A4, and those that two columns leave free between them.
_LINE, _BETWEEN = 72, 3
_PAIR = 2


class TextColumn(Model):
    """A text beside others; without a body it is a gap between them."""

    body: Prose | None = None
    width: ColumnWidth | None = Field(None, description="Its share of the text's width: 40%")


class Columns(Block):
    """Texts that stand side by side, on paper and on a slide."""

    columns: Annotated[tuple[TextColumn, ...], Field(min_length=1, max_length=12)]
    slide: SlideForm | None = None

    @property
    def shares(self) -> tuple[columnshares.Share, ...]:
        """Where the columns stand, in per cent of the width of all."""
        return columnshares.shares([one.width for one in self.columns])

    @property
    def pair(self) -> tuple[tuple[columnshares.Share, TextColumn], ...]:
        """The two columns that hold something, each with its place; nothing if there are more, or one."""
        found = tuple(one for one in zip(self.shares, self.columns, strict=True) if one[1].body)
        return found if len(found) == _PAIR else ()

    def check(self, tables: Mapping[str, Table]) -> Iterable[Problem]:  # noqa: ARG002 no data here
        """Columns go into the width of a page, and their words into the columns."""
        places = [self.at("columns", number, "width") for number in range(len(self.columns))]
        yield from columnshares.faults([one.width for one in self.columns], places)
        for number, ((_, share), column) in enumerate(zip(self.shares, self.columns, strict=True)):
            word = max(_words(column), key=len, default="")
            if word and len(word) > share / 100 * _LINE - _BETWEEN:
                message = f"“{word}” has no room in a column of {share:g} %, and is broken"
                yield Problem(places[number], "columns-narrow", message, "Write a larger `width`", Severity.WARNING)


def _words(column: TextColumn) -> Iterator[str]:
    """Yield the pieces of a column's words that no line parts."""
    for inline in column.body.inlines() if column.body else ():
        for token in inline.children or []:
            if token.type == "text":
                # Scripts without blanks end a line at any letter.
                yield from unspaced.LETTER.sub(" ", token.content).replace("-", " ").replace("/", " ").split()

"""A chart drawn from a data file."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Field

from coursepack import chart as drawn
from coursepack.block import Block, Id, Model, SlideForm, Words
from coursepack.problem import Problem
from coursepack.text import Line

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from coursepack.load.table import Table
    from coursepack.problem import Span


_EVEN = 0.01


def _columns(value: object) -> object:
    values = value if isinstance(value, list) else [value]
    return [item if isinstance(item, dict) else {"column": item} for item in values]


class SeriesColumn(Model):
    """A column of the data file and what it is called in the chart."""

    column: str
    label: str = ""


class MarkAt(Model):
    """A point of a line to label, and a word on it."""

    x: Annotated[str, BeforeValidator(str)]
    text: str = ""


class ApartAt(Model):
    """An open dot beside the line."""

    x: float
    y: float
    text: str


class Chart(Block):
    """A numbered chart: vector on paper, native and editable in the deck, from one data file."""

    counter: ClassVar[str | None] = "figure"

    id: Id
    type_: drawn.Kind = Field(alias="kind")
    data: str
    x: str = Field(description="The column along the axis")
    y: Annotated[tuple[SeriesColumn, ...], BeforeValidator(_columns), Field(min_length=1, max_length=3)]
    unit: str = Field(description="A line of words above the axis")
    across: str = Field("", description="Words under the axis along the foot, such as its unit")
    divide: float = Field(1, gt=0, description="1000 shows 70 for 69961 on the axis")
    title: Line = Field(description="The claim of the caption")
    measure: Line | None = None
    marks: tuple[MarkAt, ...] = ()
    apart: tuple[ApartAt, ...] = ()
    source: Line | None = None
    alt: Words = Field(description="The numbers that matter, in words")
    width: Literal["text", "wide"] = "text"
    slide: SlideForm | None = None

    def files(self) -> Iterable[tuple[str, Span, Literal["data", "media"]]]:
        """The data file."""
        yield self.data, self.at("data"), "data"

    def check(self, tables: Mapping[str, Table]) -> Iterable[Problem]:
        """The columns exist, their cells are numbers, and the marks lie on the axis."""
        problems: list[Problem] = []
        most = drawn.MOST_SERIES[self.type_]
        if len(self.y) > most:
            message = f"a {self.type_} chart shows {most} column, not {len(self.y)}"
            problems.append(Problem(self.at("y"), "too-many-series", message, "Name one column, or use another kind"))
        table = tables.get(self.data)
        if table is None:
            return problems
        x = table.position(self.x, self.at("x"), problems)
        for index, series in enumerate(self.y):
            column = table.position(series.column, self.at("y", index, "column"), problems)
            if column is not None:
                table.numbers(column, problems)
        if x is not None:
            problems += self._check_x(table, x)
        return problems

    def _check_x(self, table: Table, x: int) -> list[Problem]:
        problems: list[Problem] = []
        if self.type_ in drawn.TO_SCALE:
            table.numbers(x, problems)
            problems += [_empty(table.at(row, x)) for row, cells in enumerate(table.rows) if not cells[x]]
        if self.type_ == "area" and not problems:
            problems += self._check_steps(table, x)
        names = {row[x].strip() for row in table.rows}
        for index, mark in enumerate(self.marks):
            if mark.x not in names:
                message = f"the axis has no `{mark.x}`"
                problems.append(
                    Problem(self.at("marks", index, "x"), "unknown-mark", message, f"Use a value of `{self.x}`")
                )
        return problems

    def _check_steps(self, table: Table, x: int) -> list[Problem]:
        """Areas are drawn over even steps: a deck knows no others."""
        places = [value or 0 for value in table.numbers(x, [])]
        steps = [after - before for before, after in pairwise(places)]
        if steps and min(steps) > 0 and max(steps) - min(steps) <= min(steps) * _EVEN:
            return []
        message = f"the steps of `{self.x}` are not even"
        return [Problem(self.at("x"), "uneven-steps", message, "Use `kind: line`, or give a row for every step")]

    def chart(self, tables: Mapping[str, Table], language: str, labels: Mapping[str, Any]) -> drawn.Chart:
        """Return what is drawn, in a language and its words; `check` has found nothing wrong."""
        table, ignored = tables[self.data], list[Problem]()
        x = table.columns.index(self.x)
        names = tuple(row[x].strip() for row in table.rows)
        series = tuple(
            drawn.Series(item.label or item.column, table.numbers(table.columns.index(item.column), ignored))
            for item in self.y
        )
        return drawn.Chart(
            kind=self.type_,
            categories=names,
            series=series,
            unit=self.unit,
            language=language,
            positions=_numbers(table, x) if self.type_ in drawn.TO_SCALE else (),
            divide=self.divide,
            marks=tuple(drawn.Mark(names.index(mark.x), mark.text) for mark in self.marks),
            apart=tuple(drawn.Apart(dot.x, dot.y, dot.text) for dot in self.apart),
            across=self.across,
            in_year=labels["in_year"],
        )


def _empty(at: Span) -> Problem:
    return Problem(at, "no-value", "this row has no place on the axis", "Write its number, or delete the row")


def _numbers(table: Table, column: int) -> tuple[float, ...]:
    return tuple(value for value in table.numbers(column, []) if value is not None)

"""A chart drawn from a data file."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Field

from coursepack import chart as drawn
from coursepack.block import Block
from coursepack.blocks.slide import Pointed
from coursepack.languages import day
from coursepack.languages.language import dated
from coursepack.load import pictures
from coursepack.model import Id, Model, Words
from coursepack.problem import Problem
from coursepack.text import Line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from coursepack.load.table import Table
    from coursepack.problem import Span


_EVEN = 0.01
_MONTH, _DAY = 2, 3  # parts of a date that are known
# Kinds whose values have room for error bars.
_WITH_ERRORS = frozenset({"line", "bar", "scatter"})
_A_DATE = "Write it as 2024, 2024-01 or 2024-01-05"
_ON_AXIS = "Write digits, dates as 2024-01-05, or `x: {{column: {}, type: name}}` for names at even steps"


def _columns(value: object) -> object:
    values = value if isinstance(value, list) else [value]
    return [item if isinstance(item, dict) else {"column": item} for item in values]


def _list(value: object) -> object:
    return value if isinstance(value, list) else [value]


def _column(value: object) -> object:
    return value if isinstance(value, dict) else {"column": value}


# One column, how far a bar reaches below and above its value; or two, below and above.
Errors = Annotated[tuple[str, ...], BeforeValidator(_list), Field(max_length=2)]


class SeriesColumn(Model):
    """A column of the data file, what it is called in the chart, and the column or two of its error bars."""

    column: str
    label: str = ""
    error: Errors = ()


class Along(Model):
    """The column along the axis, and what it holds if that is not to be told from its cells."""

    column: str
    type: Literal["number", "date", "name"] | None = None


class MarkAt(Model):
    """A point of a line to label, and a word on it."""

    x: Annotated[str, BeforeValidator(str)]
    text: str = ""


class ApartAt(Model):
    """An open dot beside the line."""

    x: Annotated[str, BeforeValidator(str)]
    y: float
    text: str


class Chart(Block):
    """A chart from one data file: vector on paper, native and editable in the deck; numbered with an id and a title."""

    counter: ClassVar[str | None] = "figure"

    id: Id | None = Field(None, description="A chart with an id and a title is numbered")
    type_: drawn.Kind = Field(alias="kind")
    data: str
    x: Annotated[Along, BeforeValidator(_column)] = Field(description="The column along the axis")
    y: Annotated[tuple[SeriesColumn, ...], BeforeValidator(_columns), Field(min_length=1, max_length=3)]
    error: Errors = Field((), description="The column of error bars, or two: below and above")
    unit: str = Field(description="A line of words above the axis")
    across: str = Field("", description="Words under the axis along the foot, such as its unit")
    divide: float = Field(1, gt=0, description="1000 shows 70 for 69961 on the axis")
    totals: bool = Field(True, description="stacked: the sum of each bar stands at its end")  # noqa: FBT003 pydantic's own form
    title: Line | None = Field(None, description="The claim of the caption")
    measure: Line | None = None
    marks: tuple[MarkAt, ...] = ()
    apart: tuple[ApartAt, ...] = ()
    note: Line | None = Field(None, description="A line below the chart: what one must know to read it")
    source: Line | None = None
    alt: Words | None = Field(None, description="The numbers that matter, in words; left out, some of them are heard")
    width: Literal["text", "wide"] = "text"
    slide: Pointed | None = None

    def files(self) -> Iterable[tuple[str, Span, Literal["data", "media"]]]:
        """The data file."""
        yield self.data, self.at("data"), "data"

    def check(self, tables: Mapping[str, Table]) -> Iterable[Problem]:
        """The columns exist, their cells are numbers, and the marks lie on the axis."""
        problems = [] if self.alt else [pictures.unheard(self.span, "chart", "its numbers")]
        most = drawn.MOST_SERIES[self.type_]
        if len(self.y) > most:
            message = f"a {self.type_} chart shows {most} column, not {len(self.y)}"
            problems.append(Problem(self.at("y"), "too-many-series", message, "Name one column, or use another kind"))
        problems += self._check_errors()
        table = tables.get(self.data)
        if table is None:
            return problems
        x = table.position(self.x.column, self.at("x"), problems)
        for index, series in enumerate(self.y):
            column = table.position(series.column, self.at("y", index, "column"), problems)
            if column is not None:
                problems += _check_values(table, column, self.at("y", index, "column"))
            for name, at in self._errors(index):
                problems += _check_reach(table, name, at)
        if x is not None:
            problems += self._check_x(table, x)
        return problems

    def _errors(self, index: int) -> list[tuple[str, Span]]:
        """Return the columns of a series' error bars with the places that name them."""
        own = [(name, self.at("y", index, "error", place)) for place, name in enumerate(self.y[index].error)]
        return own or [(name, self.at("error", place)) for place, name in enumerate(self.error if not index else ())]

    def _check_errors(self) -> Iterator[Problem]:
        at = self.at("error") if self.error else next((self.at("y", *rest) for rest in self._with_errors()), None)
        if at is not None and self.type_ not in _WITH_ERRORS:
            yield Problem(at, "error-bars", f"a {self.type_} chart has no error bars", "Use line, bar or scatter")
        elif self.error and len(self.y) > 1:
            message = "`error` does not say which column its error bars belong to"
            yield Problem(at or self.span, "error-bars", message, "Write it in `y`: `{column: height, error: sd}`")

    def _with_errors(self) -> Iterator[tuple[int, str]]:
        return ((index, "error") for index, series in enumerate(self.y) if series.error)

    def _check_x(self, table: Table, x: int) -> list[Problem]:
        problems: list[Problem] = []
        kind = self._kind_of(table, x)
        if self.type_ in drawn.TO_SCALE and kind == "number":
            found: list[Problem] = []
            table.numbers(x, found)
            problems += [replace(one, help=_ON_AXIS.format(self.x.column)) for one in found]
        if kind == "date":
            problems += [
                Problem(table.at(row, x), "not-a-date", f"`{cells[x]}` is no date", _A_DATE)
                for row, cells in enumerate(table.rows)
                if cells[x] and not day.parsed(cells[x])
            ]
        if self.type_ in drawn.TO_SCALE:
            problems += [_empty(table.at(row, x)) for row, cells in enumerate(table.rows) if not cells[x]]
        if not problems:
            problems += self._check_apart(kind)
        if self.type_ == "area" and not problems:
            problems += self._check_steps(table, x)
        names = {row[x].strip() for row in table.rows}
        for index, mark in enumerate(self.marks):
            if mark.x not in names:
                message = f"the axis has no `{mark.x}`"
                problems.append(
                    Problem(self.at("marks", index, "x"), "unknown-mark", message, f"Use a value of `{self.x.column}`")
                )
        return problems

    def _kind_of(self, table: Table, x: int) -> Literal["number", "date", "name"]:
        """Say what stands along the axis: dates, if a cell is one and not all are numbers."""
        if self.x.type:
            return self.x.type
        cells = [row[x] for row in table.rows if row[x]]
        days = [day.parsed(cell) for cell in cells]
        if any(one is not None and one.parts >= _MONTH for one in days):
            return "date" if self.type_ in drawn.TO_SCALE or None not in days else "name"
        return "number" if self.type_ in drawn.TO_SCALE else "name"

    def _check_apart(self, kind: str) -> Iterator[Problem]:
        for index, dot in enumerate(self.apart):
            if _place(dot.x, kind) is None:
                wanted = "date" if kind == "date" else "number"
                help_text = _A_DATE if kind == "date" else "Write digits with a decimal point"
                yield Problem(self.at("apart", index, "x"), f"not-a-{wanted}", f"`{dot.x}` is no {wanted}", help_text)

    def _check_steps(self, table: Table, x: int) -> list[Problem]:
        """Areas are drawn over even steps: a deck knows no others."""
        steps = [after - before for before, after in pairwise(self._steps(table, x))]
        if not steps or (min(steps) > 0 and max(steps) - min(steps) <= min(steps) * _EVEN):
            return []
        message = f"the steps of `{self.x.column}` are not even"
        return [Problem(self.at("x"), "uneven-steps", message, "Use `kind: line`, or give a row for every step")]

    def _steps(self, table: Table, x: int) -> list[float]:
        """Return the categories of an area as numbers: months count as months, however many days they have."""
        kind = self._kind_of(table, x)
        if kind == "name":
            return []
        if kind == "number":
            return [value or 0 for value in table.numbers(x, [])]
        days = [found for row in table.rows for found in [day.parsed(row[x])] if found]
        if all(one.parts < _DAY for one in days):
            return [one.date.year * 12 + one.date.month for one in days]
        return [one.ordinal for one in days]

    def chart(self, tables: Mapping[str, Table], language: str, labels: Mapping[str, Any]) -> drawn.Chart:
        """Return what is drawn, in a language and its words; `check` has found nothing wrong."""
        table, ignored = tables[self.data], list[Problem]()
        x = table.columns.index(self.x.column)
        kind = self._kind_of(table, x)
        names = tuple(row[x].strip() for row in table.rows)
        series = tuple(
            drawn.Series(
                item.label or item.column,
                table.numbers(table.columns.index(item.column), ignored),
                _reaches(table, [name for name, _ in self._errors(index)]),
            )
            for index, item in enumerate(self.y)
        )
        return drawn.Chart(
            kind=self.type_,
            categories=tuple(_said(name, language) for name in names) if kind == "date" else names,
            series=series,
            unit=self.unit,
            language=language,
            positions=_positions(table, x, kind) if self.type_ in drawn.TO_SCALE else (),
            divide=self.divide,
            totals=self.totals,
            marks=tuple(drawn.Mark(names.index(mark.x), mark.text) for mark in self.marks),
            apart=tuple(drawn.Apart(_place(dot.x, kind) or 0.0, dot.y, dot.text) for dot in self.apart),
            across=self.across,
            in_year=labels["in_year"],
            dates=kind == "date",
        )


def _check_values(table: Table, column: int, at: Span) -> list[Problem]:
    problems: list[Problem] = []
    values = table.numbers(column, problems)
    if not problems and all(value is None for value in values):
        message = f"the column `{table.columns[column]}` holds no number"
        problems.append(Problem(at, "no-value", message, "Fill it in, or leave it out"))
    return problems


def _check_reach(table: Table, name: str, at: Span) -> list[Problem]:
    """Find what is wrong with a column of error bars: they reach 0 or more to each side."""
    problems: list[Problem] = []
    column = table.position(name, at, problems)
    if column is None:
        return problems
    values = table.numbers(column, problems)
    message = "an error bar cannot reach less than 0 from its value"
    help_text = "Write how far it reaches, not where it ends"
    problems += [
        Problem(table.at(row, column), "error-bars", message, help_text)
        for row, value in enumerate(values)
        if value is not None and value < 0
    ]
    return problems


def _reaches(table: Table, names: Sequence[str]) -> tuple[tuple[float, float] | None, ...]:
    """Return how far error bars reach below and above their values; one column says both."""
    if not names:
        return ()
    columns = [table.numbers(table.columns.index(name), []) for name in names]
    pairs = zip(columns[0], columns[-1], strict=True)
    return tuple(None if low is None and high is None else (low or 0.0, high or 0.0) for low, high in pairs)


def _place(text: str, kind: str) -> float | None:
    """Return where something stands on the axis: the day of a date, or a number."""
    if kind == "date":
        found = day.parsed(text)
        return float(found.ordinal) if found else None
    try:
        return float(text)
    except ValueError:
        return None


def _said(text: str, language: str) -> str:
    """Write a date in a language."""
    found = day.parsed(text)
    return dated(language, found.date, found.pattern) if found else text


def _empty(at: Span) -> Problem:
    return Problem(at, "no-value", "this row has no place on the axis", "Write its number, or delete the row")


def _positions(table: Table, column: int, kind: str) -> tuple[float, ...]:
    """Return where the rows stand along an axis to scale: names stand nowhere."""
    if kind == "name":
        return ()
    if kind == "date":
        return tuple(_place(row[column], kind) or 0.0 for row in table.rows)
    return tuple(value for value in table.numbers(column, []) if value is not None)

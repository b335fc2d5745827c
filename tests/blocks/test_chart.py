"""A chart of a data file: what is wrong with its columns, and what of them is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.languages.day import parsed
from coursepack.load import table
from coursepack.load.cell import Source
from fenced import block, said

if TYPE_CHECKING:
    from coursepack.chart import Chart
    from coursepack.load.table import Table

# Fields take lines 1 to 5; what a test adds begins in line 6.
HEAD = "id: rain\ndata: rain.csv\nunit: mm\ntitle: T\nalt: A\n"


def data(text: str) -> dict[str, Table]:
    problems: list[object] = []
    read = table.read(text.encode(), Source("rain.csv"), problems)  # type: ignore[arg-type]
    assert read
    assert problems == []
    return {"rain.csv": read}


def drawn(fields: str, text: str) -> Chart:
    made: Chart = block("chart", HEAD + fields).chart(data(text), "en", {"in_year": "{number} in {year}"})
    return made


def wrong(fields: str, text: str) -> list[tuple[str, int]]:
    return said("chart", HEAD + fields, data(text))


def test_numbers_along_the_axis_are_drawn_to_scale_and_gaps_stay_gaps() -> None:
    made = drawn("kind: line\nx: year\ny: [{column: mm, label: Rain}, days]", "year,mm,days\n1990,5,1\n2000,,2\n")
    assert made.categories == ("1990", "2000")
    assert made.positions == (1990, 2000)
    assert [(one.name, one.values) for one in made.series] == [("Rain", (5, None)), ("days", (1, 2))]
    assert not made.dates


def test_names_along_the_axis_stand_at_no_numbers() -> None:
    assert drawn("kind: bar\nx: year\ny: mm", "year,mm\n1990,5\n2000,6\n").positions == ()
    assert drawn("kind: line\nx: {column: year, type: name}\ny: mm", "year,mm\na,5\nb,6\n").positions == ()


def test_dates_stand_at_their_days_and_are_said_as_the_language_does() -> None:
    made = drawn("kind: line\nx: when\ny: mm", "when,mm\n2024-01-05,5\n2024-03,6\n")
    assert made.dates
    assert made.categories == ("Jan 5, 2024", "Mar 2024")
    assert made.positions[1] - made.positions[0] == 27 + 29  # to the first of March of a leap year


def test_marks_and_dots_stand_where_the_file_has_their_row() -> None:
    fields = "kind: line\nx: year\ny: mm\nmarks: [{x: 2000, text: Flood}]\napart: [{x: 1995.5, y: 3, text: Then}]"
    made = drawn(fields, "year,mm\n1990,5\n2000,6\n")
    assert [(mark.index, mark.text) for mark in made.marks] == [(1, "Flood")]
    assert [(dot.x, dot.y, dot.text) for dot in made.apart] == [(1995.5, 3, "Then")]


def test_one_column_of_errors_reaches_both_ways_and_two_reach_below_and_above() -> None:
    text = "year,mm,low,high\n1990,5,1,2\n2000,6,,3\n2010,7,,\n"
    both = drawn("kind: line\nx: year\ny: mm\nerror: high", text)
    assert both.series[0].errors == ((2, 2), (3, 3), None)
    each = drawn("kind: line\nx: year\ny: {column: mm, error: [low, high]}", text)
    assert each.series[0].errors == ((1, 2), (0, 3), None)


@pytest.mark.parametrize(
    ("fields", "text", "expected"),
    [
        ("kind: bar\nx: year\ny: mn", "year,mm\n1990,5\n", ("unknown-column", 8)),
        ("kind: pie\nx: year\ny: [mm, days]", "year,mm,days\n1990,5,1\n", ("too-many-series", 8)),
        ("kind: bar\nx: year\ny: mm", "year,mm\n1990,\n2000,\n", ("no-value", 8)),
        ("kind: pie\nx: year\ny: mm\nerror: sd", "year,mm,sd\n1990,5,1\n", ("error-bars", 9)),
        ("kind: bar\nx: year\ny: [mm, days]\nerror: sd", "year,mm,days,sd\n1990,5,1,1\n", ("error-bars", 9)),
        ("kind: bar\nx: year\ny: mm\nmarks: [{x: 1991}]", "year,mm\n1990,5\n", ("unknown-mark", 9)),
        ("kind: line\nx: year\ny: mm\napart: [{x: late, y: 1, text: t}]", "year,mm\n1990,5\n", ("not-a-number", 9)),
        ("kind: area\nx: year\ny: mm", "year,mm\n1990,5\n1991,5\n1993,5\n", ("uneven-steps", 7)),
    ],
)
def test_a_mistake_in_the_fields_is_said_where_it_stands(fields: str, text: str, expected: tuple[str, int]) -> None:
    assert wrong(fields, text) == [expected]


@pytest.mark.parametrize(
    ("fields", "text", "code", "line", "column"),
    [
        ("kind: bar\nx: year\ny: mm\nerror: sd", "year,mm,sd\n1990,5,1\n2000,5,-1\n", "error-bars", 3, 8),
        ("kind: line\nx: when\ny: mm", "when,mm\n2024-01-05,5\n2024-02-30,6\n", "not-a-date", 3, 1),
        ("kind: line\nx: year\ny: mm", "year,mm\n1990,5\n,6\n", "no-value", 3, 1),
    ],
)
def test_a_mistake_in_the_file_is_said_at_its_cell(fields: str, text: str, code: str, line: int, column: int) -> None:
    (found,) = block("chart", HEAD + fields).check(data(text))
    assert (found.code, found.span.file, found.span.line, found.span.column) == (code, "rain.csv", line, column)


def test_months_are_even_steps_however_many_days_they_have() -> None:
    months = "when,mm\n2023-12,1\n2024-01,2\n2024-02,3\n"
    assert wrong("kind: area\nx: when\ny: mm", months) == []
    assert wrong("kind: area\nx: when\ny: mm", months + "2024-04,4\n") == [("uneven-steps", 7)]
    assert parsed("2024-02-30") is None

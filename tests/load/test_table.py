from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.load import table
from coursepack.load.cell import Source
from coursepack.problem import Problem, Span

if TYPE_CHECKING:
    from coursepack.load.table import Table

AT = Span("a.md", 4, 8)


def read(text: str) -> tuple[Table | None, list[Problem]]:
    problems: list[Problem] = []
    return table.read(text.encode(), Source("a.csv"), problems), problems


def good(text: str) -> Table:
    found, problems = read(text)
    assert found
    assert problems == []
    return found


def test_a_file_is_a_header_and_rows() -> None:
    found = good('month, rain\nMay,90\n"June, wet",85\n')
    assert found.columns == ("month", "rain")
    assert found.rows == (("May", "90"), ("June, wet", "85"))


def test_empty_lines_are_left_out_and_lines_stay_right() -> None:
    found = good("a,b\n\n1,2\n\n3,4\n")
    assert [found.at(row, 0).line for row in (0, 1)] == [3, 5]
    assert found.at(1, 1) == Span("a.csv", 5, 3)


def test_a_cell_of_several_lines_does_not_shift_the_next_row() -> None:
    found = good('a,b\n"one\ntwo",2\n3,x\n')
    problems: list[Problem] = []
    found.numbers(1, problems)
    assert [problem.span for problem in problems] == [Span("a.csv", 4, 3)]


def test_a_cell_after_a_quoted_one_has_its_own_place() -> None:
    assert good('a,b\n"x, y",word\n').at(0, 1) == Span("a.csv", 2, 8, 4)


@pytest.mark.parametrize("text", ["", "a,b\n"])
def test_a_file_without_rows_is_reported(text: str) -> None:
    found, problems = read(text)
    assert found is None
    assert [problem.code for problem in problems] == ["empty-data"]


def test_rows_of_another_length_are_reported_and_left_out() -> None:
    found, problems = read("a,b\n1\n1,2\n1,2,3\n")
    assert found
    assert found.rows == (("1", "2"),)
    assert [(problem.code, problem.span.line) for problem in problems] == [("ragged-row", 2), ("ragged-row", 4)]


def test_a_quote_that_is_never_closed_is_reported() -> None:
    found, problems = read('a,b\n1,"2\n')
    assert found is None
    assert [problem.code for problem in problems] == ["bad-csv"]


def test_a_column_is_found_by_its_name() -> None:
    problems: list[Problem] = []
    found = good("month,rain\nMay,90\n")
    assert found.position("rain", AT, problems) == 1
    assert found.position("rains", AT, problems) is None
    assert [(problem.span, problem.help) for problem in problems] == [(AT, "did you mean `rain`?")]


@pytest.mark.parametrize(("cell", "value"), [("90", 90.0), (" -1.5 ", -1.5), ("1e3", 1000.0), ("", None)])
def test_a_cell_is_a_number_or_empty(cell: str, value: float | None) -> None:
    problems: list[Problem] = []
    assert good(f"a,b\n{cell},x\n").numbers(0, problems) == (value,)
    assert problems == []


@pytest.mark.parametrize("cell", ["many", "1 000", "1_000", "nan", "inf", "-Infinity", "90 mm"])
def test_every_other_word_is_reported(cell: str) -> None:
    problems: list[Problem] = []
    good(f"a,b\n{cell},x\n").numbers(0, problems)
    assert [problem.code for problem in problems] == ["not-a-number"]


def test_two_columns_of_one_name_are_reported() -> None:
    """Else one of them could never be named."""
    _, problems = read("a,a\n1,2\n")
    assert [problem.code for problem in problems] == ["duplicate-column"]

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.load import table
from coursepack.load.cell import Source

if TYPE_CHECKING:
    from coursepack.problem import Problem


def numbers(text: str, language: str = "en") -> tuple[tuple[float | None, ...], list[Problem]]:
    """Read the last column."""
    problems: list[Problem] = []
    found = table.read(text.encode(), Source("a.csv", language=language), problems)
    assert found
    return found.numbers(len(found.columns) - 1, problems), problems


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("x;y\n2020;1,5\n2021;2,75\n2022;1.234,5\n", (1.5, 2.75, 1234.5)),
        ("x\ty\n1\t-0,5\n2\t1 234,25\n3\t7\n", (-0.5, 1234.25, 7)),
        ("x;y\n1;1,5\n2;1,234\n3;1.234\n", (1.5, 1.234, 1234)),
        ("x;y\n1;1.5\n2;1.234\n", (1.5, 1.234)),
        # A comma between cells needs quotes around numbers.
        ('x,y\n1,"1,5"\n2,"0,25"\n', (1.5, 0.25)),
        ("x,y\n1,1.234\n2,0.125\n", (1.234, 0.125)),
        # Another column shows how the file writes.
        ("x;z;y\n1;1,5;1,234\n", (1.234,)),
        ("x;y\n1;1.234.567\n2;12\n", (1234567, 12)),
    ],
)
def test_decimals_are_read_as_the_file_writes_them(text: str, values: tuple[float, ...]) -> None:
    assert numbers(text) == (values, [])


@pytest.mark.parametrize(("cell", "language"), [("1,234", "en"), ("1.234", "de")])
def test_what_may_be_thousands_is_a_problem_where_nothing_tells(cell: str, language: str) -> None:
    values, problems = numbers(f"x;y\n1;{cell}\n", language)
    assert values == (None,)
    assert [(one.code, str(one.span)) for one in problems] == [("doubtful-number", "a.csv:2:3")]


@pytest.mark.parametrize(("cell", "language"), [("1,234", "de"), ("1.234", "en")])
def test_the_courses_language_tells_where_its_own_mark_is_written(cell: str, language: str) -> None:
    assert numbers(f"x;y\n1;{cell}\n", language) == ((1.234,), [])


def test_a_decimal_point_among_commas_is_a_problem() -> None:
    _, problems = numbers("x;y\n1;1,5\n2;2,5\n3;2.5\n")
    assert [(one.code, str(one.span)) for one in problems] == [("not-a-number", "a.csv:4:3")]
    assert problems[0].help == "Write digits with a decimal comma, as the file does"

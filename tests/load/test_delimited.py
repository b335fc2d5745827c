from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.load.delimited import delimiter, read, tidy

if TYPE_CHECKING:
    from coursepack.problem import Problem


def rows(text: str, problems: list[Problem] | None = None) -> list[list[str]]:
    return [[cell.text for cell in row] for row in read(text, "a.csv", problems if problems is not None else [])]


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("a;b\n1,5;2\n", ";"),
        ("a,b\n1,2\n", ","),
        ("a\tb\n1\t2\n", "\t"),
        ("a|b\n1|2\n", "|"),
        ('"x;y",b\n"z;w",c\n', ","),
        ("sep=|\na;b|c\n", "|"),
        ("alone\n", ";"),
    ],
)
def test_the_delimiter_is_what_most_lines_have_equally_many_of(text: str, sign: str) -> None:
    assert delimiter(text) == sign


def test_cells_may_be_quoted_and_hold_all_that_parts_cells() -> None:
    assert rows('a,"b, c"\n"say ""no""","two\nlines"\n') == [["a", "b, c"], ['say "no"', "two lines"]]


def test_lines_may_end_in_any_way_and_be_empty() -> None:
    assert rows("a,b\r\n\r1,2\n,") == [["a", "b"], [""], ["1", "2"], ["", ""]]


def test_every_cell_knows_its_place() -> None:
    made = list(read('sep=;\na; b\n"c\nd";e\n', "a.csv", []))
    places = [[(cell.span.line, cell.span.column) for cell in row] for row in made]
    assert places == [[(2, 1), (2, 4)], [(3, 2), (4, 4)]]


def test_quotes_that_are_not_closed_are_said_and_nothing_is_lost() -> None:
    problems: list[Problem] = []
    assert rows('a,"b\nc,d\n', problems) == [["a", '"b'], ["c", "d"]]
    assert [(one.code, one.span.line, one.span.column) for one in problems] == [("bad-csv", 1, 3)]


def test_a_sign_that_prints_nothing_is_said_where_it_stands() -> None:
    problems: list[Problem] = []
    rows("a,b\nc,d\x07\n", problems)
    assert [(one.code, one.span.line, one.span.column) for one in problems] == [("unprintable", 2, 3)]
    assert "U+0007" in problems[0].message


def test_white_is_put_right_but_a_no_break_space_stays() -> None:
    assert tidy("  a \t b\u00a0c\u00a0 d ") == "a b\u00a0c d"
    assert tidy("e\u0301") == "é"

"""Tables: rows as long as their header, of words or of a file, and cells merged into rectangles."""

from __future__ import annotations

import pytest

from fenced import block, read, said


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("columns: [a, b]\nrows: [[c, d], [e, f]]", []),
        ("columns: [a, b]\nrows:\n- [c, d]\n- [e]\n- [f, g, h]", [("ragged-row", 4), ("ragged-row", 5)]),
        ("columns: [a, b]", [("empty-table", 0)]),
        ("columns: [a]\nrows: [[b]]\ndata: a.csv", [("empty-table", 0)]),
        ("columns: [a, b]\nrows: [[c, d]]\nwidths: [1, 2]", []),
        ("columns: [a, b]\nrows: [[c, d]]\nwidths: [1]", [("wrong-length", 3)]),
        ("data: a.csv\nwidths: [1]", []),  # the file says how many there are
    ],
)
def test_rows_are_as_long_as_the_header(fields: str, expected: list[tuple[str, int]]) -> None:
    assert said("table", fields) == expected


def test_a_slides_rows_are_measured_by_its_own_header_or_the_tables() -> None:
    table = "columns: [a, b]\nrows: [[c, d]]\n"
    assert said("table", f"{table}slide: {{rows: [[e, f]]}}") == []
    assert said("table", f"{table}slide: {{rows: [[e]]}}") == [("ragged-row", 3)]
    assert said("table", f"{table}slide: {{columns: [a], rows: [[e]]}}") == []


def test_cells_are_merged_into_rectangles_and_never_in_the_header() -> None:
    assert said("table", "columns: [a, b]\nrows:\n- [c, <]\n- [^, <]") == []
    assert said("table", "columns: [a, <]\nrows: [[c, d]]") == [("merged-header", 1)]
    assert said("table", "columns: [a, b]\nrows:\n- [^, c]\n- [d, e]") == [("bad-merge", 3)]


def test_a_table_of_a_file_names_it() -> None:
    assert [(name, kind) for name, _, kind in block("table", "data: a.csv").files()] == [("a.csv", "data")]
    assert list(block("table", "columns: [a]\nrows: [[b]]").files()) == []


def test_a_slide_has_the_widths_of_the_table_that_it_shows() -> None:
    table = "columns: [a, b]\nrows: [[c, d]]\nwidths: [1, 2]\n"
    assert block("table", f"{table}slide: {{title: T}}").shown_widths == (1, 2)
    assert block("table", f"{table}slide: {{columns: [a, c], rows: [[e, f]]}}").shown_widths == ()
    assert block("table", f"{table}slide: {{rows: [[e, f]], widths: [3, 1]}}").shown_widths == (3, 1)
    assert said("table", f"{table}slide: {{widths: [3]}}") == [("wrong-length", 4)]


def test_a_table_may_be_drawn_with_bars() -> None:
    drawn = "body: |\n  | a | b |\n  |---|--:|\n  | ^ | c |\nwidths: [1, 3]\n"
    made = block("table", drawn)
    assert (made.drawn.tokens[0].meta["widths"], made.shown_widths, said("table", drawn)) == ((25, 75), (25, 75), [])
    assert said("table", "body: |\n  Words.\n") == [("empty-table", 1)]
    assert said("table", "body: |\n  | a |\n  |---|\nrows: [[b]]\ncolumns: [a]\n") == [("empty-table", 0)]


def test_a_column_has_some_width() -> None:
    _, problems = read("table", "columns: [a, b]\nrows: [[c, d]]\nwidths: [0, 1]\n")
    assert [problem.span.line - 9 for problem in problems] == [3]

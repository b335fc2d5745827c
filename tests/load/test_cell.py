"""Cells: a row of a roster is made of them, so their words show in no log."""

from __future__ import annotations

from coursepack.load.cell import Cell, Row, Source
from coursepack.problem import Span

CELL = Cell("Okafor", Span("class.csv", 2, 5))


def test_no_words_show_where_cells_and_rows_are_printed() -> None:
    assert "Okafor" not in f"{CELL!r} {Row(2, (CELL,))!r}"


def test_cells_with_the_same_words_in_the_same_place_are_equal_and_a_number_makes_another() -> None:
    assert Cell("7", Span("a.csv", 2, 5)) == Cell("7", Span("a.csv", 2, 5))
    assert Cell("7", Span("a.csv", 2, 5)) != Cell("7", Span("a.csv", 2, 5), 7.0)
    assert Cell("7", Span("a.csv", 2, 5)) != Cell("7", Span("a.csv", 3, 5))


def test_a_table_of_which_nothing_is_said_is_the_first_sheet_and_english() -> None:
    found = Source("data/rain.xlsx")
    assert (found.sheet, found.at, found.language) == ("", None, "en")

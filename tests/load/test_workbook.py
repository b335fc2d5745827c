from __future__ import annotations

import io
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook

from coursepack.load import sheet, table, workbook
from coursepack.load.cell import Source
from coursepack.problem import Span

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coursepack.load.cell import Row
    from coursepack.problem import Problem


def book(sheets: Mapping[str, list[list[Any]]], formats: Mapping[str, str] | None = None) -> bytes:
    """Write a workbook; `formats` are those of cells in its first sheet."""
    made, file = Workbook(), io.BytesIO()
    made.remove(made.worksheets[0])
    for name, rows in sheets.items():
        one = made.create_sheet(name)
        for row in rows:
            one.append(row)
    for cell, code in (formats or {}).items():
        made.worksheets[0][cell].number_format = code
    made.save(file)
    return file.getvalue()


def read(data: bytes, name: str = "", language: str = "en") -> tuple[tuple[Row, ...], list[Problem]]:
    problems: list[Problem] = []
    return sheet.read(data, Source("a.xlsx", name, Span("u.md", 3), language), problems).rows, problems


def shown(value: object, code: str = "General", language: str = "en") -> str:
    (row,), problems = read(book({"S": [[value]]}, {"A1": code}), language=language)
    assert problems == []
    return row.cells[0].text


def test_the_first_sheet_is_read_and_another_by_its_name() -> None:
    data = book({"One": [["a"]], "Two": [["b"]]})
    assert [read(data, name)[0][0].cells[0].text for name in ("", "One", "Two")] == ["a", "a", "b"]


def test_a_sheet_that_is_not_there_is_a_problem_where_it_is_named() -> None:
    rows, problems = read(book({"Results": [["a"]]}), "Result")
    assert rows == ()
    assert [(one.code, one.span, one.help) for one in problems] == [
        ("unknown-sheet", Span("u.md", 3), "did you mean `Results`?")
    ]


def test_a_cell_has_its_address() -> None:
    rows, _ = read(book({"My data": [["a", "b"], [], [None, "c"]]}))
    assert rows[1].number == 3
    assert str(rows[1].cells[1].span) == "a.xlsx, sheet “My data”, cell B3"


@pytest.mark.parametrize(
    ("value", "code", "language", "text"),
    [
        (2020, "General", "en", "2020"),
        (0.1 + 0.2, "General", "en", "0.3"),
        (1.5, "General", "de", "1,5"),
        (-1.5, "General", "en", "−1.5"),
        (7, "000", "en", "007"),
        (1234.5, "#,##0.00", "en", "1,234.50"),
        (1234.5, "#,##0.00", "de", "1.234,50"),
        (-1234.5, "0.0;(0.0)", "en", "(1234.5)"),
        (0.255, "0.0%", "en", "25.5%"),
        (5, '#,##0.00 "€"', "de", "5,00 €"),
        (5, "[$€-407] 0", "en", "€ 5"),
        (1.25, "0.##", "en", "1.25"),
        (1e-7, "0.00E+00", "en", "0.0000001"),
        (True, "General", "en", "TRUE"),
        (date(2024, 1, 5), "dd/mm/yyyy", "en", "2024-01-05"),
        (date(2024, 1, 5), "mmm yyyy", "en", "2024-01"),
        (datetime(2024, 1, 5, 13, 30), "d/m/yy h:mm", "en", "2024-01-05 13:30"),  # noqa: DTZ001 a workbook has no zones
        (time(9, 5), "h:mm", "en", "09:05"),
        (timedelta(minutes=95), "[h]:mm", "en", "1:35"),
        ("  Zoe\u0308 _x000D_ B. ", "General", "en", "Zoë B."),
    ],
)
def test_a_value_is_shown_as_its_format_says(value: object, code: str, language: str, text: str) -> None:
    assert shown(value, code, language) == text


def test_numbers_of_a_workbook_need_no_reading() -> None:
    problems: list[Problem] = []
    data = book({"S": [["x", "y", "z"], [1, 1234.5, 0.25], [2, None, 0.5]]}, {"B2": "#,##0.00", "C2": "0%", "C3": "0%"})
    found = table.read(data, Source("a.xlsx", language="de"), problems)
    assert found
    assert (found.numbers(1, problems), found.numbers(2, problems)) == ((1234.5, None), (25, 50))
    assert found.rows[0] == ("1", "1.234,50", "25%")
    assert problems == []


def test_rows_that_end_early_are_not_ragged() -> None:
    problems: list[Problem] = []
    found = table.read(book({"S": [["x", "y"], [1, 2], [3]]}), Source("a.xlsx"), problems)
    assert found
    assert problems == []
    assert found.rows[1] == ("3", "")


def test_what_has_no_value_is_a_problem_at_its_cell() -> None:
    _, problems = read(book({"S": [["a", "=1+1"], ["#DIV/0!", "b\tc"]]}))
    assert [(one.code, one.span.cell) for one in problems] == [
        ("no-value", "sheet “S”, cell B1"),
        ("no-value", "sheet “S”, cell A2"),
    ]


def test_a_word_that_is_no_number_is_a_problem_at_its_cell() -> None:
    problems: list[Problem] = []
    found = table.read(book({"S": [["x", "y"], [1, "lots"]]}), Source("a.xlsx"), problems)
    assert found
    found.numbers(1, problems)
    assert [str(one.span) for one in problems] == ["a.xlsx, sheet “S”, cell B2"]


def packed(parts: Mapping[str, bytes]) -> bytes:
    file = io.BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as made:
        for name, data in parts.items():
            made.writestr(name, data)
    return file.getvalue()


ENTITY = b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (packed({"xl/workbook.xml": b" " * (workbook.MOST_BYTES + 1)}), "too-much-data"),
        (packed({"xl/workbook.xml": ENTITY}), "bad-workbook"),
        (packed({"xl/workbook.xml": ENTITY.decode().encode("utf-16")}), "bad-workbook"),
        (packed({"xl/workbook.xml": b"<a"}), "bad-workbook"),
        (packed({"content.xml": b"<a/>"}), "bad-workbook"),
        (b"PK\x03\x04 and no more", "bad-workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "bad-workbook"),
    ],
)
def test_what_is_no_workbook_or_too_large_is_a_problem(data: bytes, code: str) -> None:
    rows, problems = read(data)
    assert rows == ()
    assert [one.code for one in problems] == [code]


def test_a_cell_far_away_does_not_make_a_million_rows() -> None:
    made, file = Workbook(), io.BytesIO()
    made.worksheets[0]["XFD1048576"] = 1
    made.save(file)
    assert [one.code for one in read(file.getvalue())[1]] == ["too-much-data"]

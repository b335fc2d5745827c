from __future__ import annotations

import codecs
from typing import TYPE_CHECKING

import pytest

from coursepack.load.sheet import read

if TYPE_CHECKING:
    from coursepack.problem import Problem

WORDS = "name{0}id\r\nŽoë Müller{0}7\r\nÉ{0}8\r\n"
ENCODINGS = {
    "UTF-8": ("utf-8", b""),
    "UTF-8 with its mark": ("utf-8-sig", b""),
    "UTF-16 of a spreadsheet": ("utf-16-le", codecs.BOM_UTF16_LE),
    "UTF-16, big end first": ("utf-16-be", codecs.BOM_UTF16_BE),
    "UTF-16 without a mark": ("utf-16-le", b""),
    "Windows-1252": ("cp1252", b""),
}


def cells(data: bytes) -> list[list[str]]:
    problems: list[Problem] = []
    rows = read(data, "r.csv", problems)
    assert not problems
    return [[cell.text for cell in row.cells] for row in rows]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ENCODINGS)
def test_what_spreadsheets_write_is_read(encoding: str, delimiter: str) -> None:
    name, mark = ENCODINGS[encoding]
    data = mark + WORDS.format(delimiter).encode(name)
    assert cells(data) == [["name", "id"], ["Žoë Müller", "7"], ["É", "8"]]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_in_any_way_and_the_last_may_not(end: str) -> None:
    assert cells(f"a,b{end}c,d".encode()) == [["a", "b"], ["c", "d"]]


def test_quotes_hold_delimiters_quotes_and_line_ends() -> None:
    assert cells(b'name;id\n"Doe; ""J"" \n Jr" ;1\n') == [["name", "id"], ['Doe; "J" Jr', "1"]]


def test_a_delimiter_that_a_quoted_header_holds_is_not_the_files() -> None:
    assert cells(b'"name, of all, kinds";id\nA;1\n')[1] == ["A", "1"]


def test_excels_line_about_the_delimiter_is_no_row() -> None:
    assert cells(b"sep=|\r\na|b\r\nc,c|d\r\n") == [["a", "b"], ["c,c", "d"]]


def test_white_is_put_right_and_letters_are_composed() -> None:
    assert cells("a,b\n  Zoe\u0308 \u00a0 B. ,2\n".encode())[1] == ["Zoë B.", "2"]


def test_rows_keep_their_number_in_the_spreadsheet_and_empty_ones_are_left_out() -> None:
    rows = read(b"a;b\n;\nc;d\n\n\ne;f\n", "r.csv", [])
    assert [row.number for row in rows] == [1, 3, 6]


def test_every_cell_knows_its_place() -> None:
    rows = read(b'name;id\n"A\nB";  "x" \n C;y\n', "r.csv", [])
    places = [[(cell.span.line, cell.span.column) for cell in row.cells] for row in rows]
    assert places == [[(1, 1), (1, 6)], [(2, 2), (3, 7)], [(4, 2), (4, 4)]]


def test_quotes_that_are_not_closed_are_a_problem_at_their_place() -> None:
    problems: list[Problem] = []
    read(b'name,id\nA,1\n"B,2\n', "r.csv", problems)
    assert [(problem.code, str(problem.span)) for problem in problems] == [("bad-csv", "r.csv:3:1")]


@pytest.mark.parametrize("data", [b"name,id\n\x81\x8d,1\n", codecs.BOM_UTF16_LE + b"a"])
def test_bytes_of_no_known_encoding_are_a_problem(data: bytes) -> None:
    problems: list[Problem] = []
    assert read(data, "r.csv", problems) == []
    assert [problem.code for problem in problems] == ["unknown-encoding"]


def test_a_row_shows_nothing_in_a_log() -> None:
    (row,) = read(b"Amara,1\n", "r.csv", [])
    assert "Amara" not in repr(row) + repr(row.cells)

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING

import pytest

from coursepack.load import sheet
from coursepack.load.cell import Source

if TYPE_CHECKING:
    from coursepack.load.cell import Row
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


def read(data: bytes, place: str, problems: list[Problem], language: str = "en") -> tuple[Row, ...]:
    return sheet.read(data, Source(place, language=language), problems).rows


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


@pytest.mark.parametrize("data", [bytes(range(128, 256)), codecs.BOM_UTF16_LE + b"a"])
def test_bytes_of_no_known_encoding_are_a_problem(data: bytes) -> None:
    problems: list[Problem] = []
    assert read(data, "r.csv", problems) == ()
    assert [problem.code for problem in problems] == ["unknown-encoding"]


def test_a_row_shows_nothing_in_a_log() -> None:
    (row,) = read(b"Amara,1\n", "r.csv", [])
    assert "Amara" not in repr(row) + repr(row.cells)


@pytest.mark.parametrize(("text", "sign"), [("a title; of, the, list\nname,id\nA,1\n", ","), ("x;y\n1,5;2,5\n", ";")])
def test_the_delimiter_is_what_most_lines_agree_on(text: str, sign: str) -> None:
    assert sheet.read(text.encode(), Source("r.csv"), []).delimiter == sign


def test_letters_that_two_encodings_read_as_well_are_a_problem_at_their_cell() -> None:
    problems: list[Problem] = []
    read("word;n\nx;1\nnaïve;2\n".encode("cp1252"), "r.csv", problems)
    assert [(problem.code, str(problem.span)) for problem in problems] == [("doubtful-encoding", "r.csv:3:1")]
    assert "`ï` in Western European (Windows-1252) or `ď` in Central European (Windows-1250)" in problems[0].message
    # It may be somebody's name.
    assert "naïve" not in problems[0].message


def test_the_courses_language_decides_between_them() -> None:
    problems: list[Problem] = []
    assert read("lumière;1\n".encode("cp1252"), "r.csv", problems, "fr")[0].cells[0].text == "lumière"
    assert problems == []


@pytest.mark.parametrize("sign", ["\x00", "\x07", "\x1b", "\x7f", "\x85"])
def test_a_control_character_is_a_problem_at_its_cell(sign: str) -> None:
    problems: list[Problem] = []
    read(f"a,b\nc,d{sign}e\n".encode(), "r.csv", problems)
    assert [(problem.code, str(problem.span)) for problem in problems] == [("unprintable", "r.csv:2:3")]


def test_more_cells_than_anybody_can_read_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheet, "MOST_CELLS", 100)
    problems: list[Problem] = []
    assert read(b"a,b\n" + b"1,2\n" * 49, "r.csv", problems)
    assert problems == []
    read(b"a,b\n" + b"1,2\n" * 50, "r.csv", problems)
    assert [problem.code for problem in problems] == ["too-much-data"]


def test_a_file_of_many_megabytes_is_refused() -> None:
    problems: list[Problem] = []
    assert read(b"a" * (sheet.MOST_BYTES + 1), "r.csv", problems) == ()
    assert [problem.code for problem in problems] == ["too-much-data"]


@pytest.mark.parametrize(
    ("path", "parts"),
    [
        ("data/x.xlsx", ("data/x.xlsx", "")),
        ("data/x.xlsx#Sheet 2", ("data/x.xlsx", "Sheet 2")),
        ("data/X.XLSX#a#b", ("data/X.XLSX", "a#b")),
        ("data/a#b.csv", ("data/a#b.csv", "")),
    ],
)
def test_a_path_names_a_sheet_behind_a_workbook(path: str, parts: tuple[str, str]) -> None:
    assert sheet.parted(path) == parts

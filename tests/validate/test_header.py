"""The header of a roster: found below titles, and its columns by their words, in any order and case."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.load.cell import Source
from coursepack.load.sheet import read
from coursepack.validate.header import Columns, Words, columns, plain, text

if TYPE_CHECKING:
    from coursepack.problem import Problem

WORDS = Words(
    name=["student", "full name"],
    first=["first name", "given name"],
    last=["last name", "surname"],
    either=["name of student"],
    id=["matriculation", "id"],
    seat=["desk"],
    variant=["version"],
    nobody=["average", "points possible"],
    last_first=["hu"],
)


def found(sheet: str) -> tuple[Columns | None, list[Problem]]:
    problems: list[Problem] = []
    return columns(read(sheet.encode(), Source("r.csv"), []).rows, WORDS, problems), problems


def made(sheet: str) -> Columns:
    columns, problems = found(sheet)
    assert columns
    assert problems == []
    return columns


def test_columns_are_known_by_any_of_their_words_however_they_are_written() -> None:
    known = made("Version,DESK,Id:,full_name\nA,12,7,Ada\n")
    assert (known.of("variant"), known.of("seat"), known.of("id"), known.names) == (0, 1, 2, (3,))


def test_the_header_is_the_row_with_the_most_known_columns_near_the_top() -> None:
    known = made("Class 7b,,\nprinted on Monday,,\nname,id,seat\nAda,1,2\n")
    assert [cell.text for cell in known.header.cells] == ["name", "id", "seat"]
    assert [text(row, 0) for row in known.rows] == ["Ada"]


def test_of_two_rows_that_know_as_much_the_upper_is_the_header() -> None:
    known = made("name,id\nstudent,id\n")
    assert [text(row, 0) for row in known.rows] == ["student"]


@pytest.mark.parametrize(
    ("header", "names"),
    [
        ("name,id", (0,)),
        ("surname,given name,id", (1, 0)),
        ("first name,last name,name,id", (0, 1)),
        ("surname,id", (0,)),
        ("name of student,id", (0,)),
    ],
)
def test_a_name_is_one_column_or_the_first_and_the_last_name(header: str, names: tuple[int, ...]) -> None:
    assert made(f"{header}\n" + ",".join("abcd"[: header.count(",") + 1]) + "\n").names == names


def test_a_column_that_is_a_name_or_a_last_name_is_what_its_words_say() -> None:
    """Some languages have one word for both: it is the whole name if it holds the first name in every row."""
    assert made("name of student,first name,id\nAda King,Ada,1\nBen Ohm,Ben,2\n").names == (0,)
    assert made("name of student,first name,id\nKing,Ada,1\nOhm,Ben,2\n").names == (1, 0)


def test_of_several_numbers_the_best_that_holds_anything_is_read() -> None:
    assert made("name,id,matriculation\nAda,1,77\n").of("id") == 2
    assert made("name,id,matriculation\nAda,1,\n").of("id") == 1


def test_two_columns_for_one_thing_are_a_problem_at_the_second() -> None:
    _, (problem,) = found("name,student,id\nAda,Ada,1\n")
    assert (problem.code, problem.span.column, problem.private) == ("duplicate-column", 6, True)
    assert "`name`" in problem.message


def test_a_column_that_is_missing_is_named_and_so_is_the_one_that_may_be_meant() -> None:
    columns, problems = found("student,matriculaton\nAda,1\n")
    assert columns is None
    (problem,) = problems
    assert (problem.code, problem.span.column) == ("missing-column", 9)
    assert problem.help == "did you mean `id`?"
    _, both = found("seat\n12\n")
    assert ["`name`" in one.message or "`id`" in one.message for one in both] == [True, True]
    assert all(one.help.startswith("Name a column") for one in both)


def test_rows_that_programs_add_are_nobody() -> None:
    assert WORDS.is_nobody("Points  Possible:")
    assert not WORDS.is_nobody("Ada Average")


def test_a_short_row_says_nothing_in_the_columns_that_it_lacks() -> None:
    known = made("name,id,seat\nAda  King,1\n")
    assert [text(known.rows[0], place) for place in (0, 1, 2, None)] == ["Ada King", "1", "", ""]


def test_words_are_compared_without_case_blanks_and_signs() -> None:
    assert plain("E-Mail_Adresse: ") == plain("emailadresse")
    assert plain("STRASSE") == plain("Straße")

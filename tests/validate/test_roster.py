from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.load.sheet import read
from coursepack.problem import ContentError, Problem, describe
from coursepack.render.look import glyphs
from coursepack.render.look.foot import foot
from coursepack.render.words.nameline import faces
from coursepack.validate.roster import Rules, roster

if TYPE_CHECKING:
    from coursepack.render.look.design import Design
    from coursepack.roster import Student


def students(text: str, design: Design, variants: int = 4) -> tuple[tuple[Student, ...], list[Problem]]:
    own = foot(design, [])
    assert own
    rules = Rules(variants, design.labels, glyphs.characters(faces(design, own).values()))
    problems: list[Problem] = []
    return roster(read(text.encode(), "r.csv", problems), "r.csv", rules, problems), problems


@pytest.mark.parametrize(
    "header",
    [
        "name,id,seat,variant",
        "Name, ID ,SEAT,Variant:",
        "Student,Student ID,Desk,Version",
        "Schüler/in,Matrikelnummer,Platz,Gruppe",
        "Nom,Numéro,Siège,Sujet",
    ],
)
def test_columns_are_known_by_usual_names(header: str, own_design: Design) -> None:
    (one,), problems = students(f"{header}\nAmara Okafor,17,B2,c\n", own_design)
    assert not problems
    assert (one.row, one.name, one.id, one.seat, one.variant) == (2, "Amara Okafor", "17", "B2", 2)


def test_columns_come_in_any_order_and_others_are_left_alone(own_design: Design) -> None:
    (one,), problems = students("e-mail;id;name\nx@example.org;17;Amara Okafor\n", own_design)
    assert not problems
    assert (one.name, one.id, one.seat, one.variant) == ("Amara Okafor", "17", "", None)


BAD = """\
name,id,seat,variant
Amara Okafor,1,1,A
,2,2,
Zoë Müller,,3
José Ñandú,1,4,B
Ingrid Sørensen,5,5,E
Haddad, Tariq,6,6,A
አበበ,7,7,
Mei Wong,8,8
"""


def test_every_bad_row_is_a_problem_at_its_cell_in_one_run(own_design: Design) -> None:
    _, problems = students(BAD, own_design)
    assert [(problem.code, str(problem.span)) for problem in problems] == [
        ("no-name", "r.csv:3:1"),
        ("no-id", "r.csv:4:12"),
        ("duplicate-id", "r.csv:5:12"),
        ("unknown-variant", "r.csv:6:21"),
        ("ragged-row", "r.csv:7:19"),
        ("no-glyph", "r.csv:8:1"),
    ]
    assert problems[2].message == "this id stands on line 2 too"
    assert problems[3].message == "the variants are A, B, C, D"


def test_no_report_shows_a_row(own_design: Design) -> None:
    _, problems = students(BAD, own_design)
    said = "\n".join(describe(problem, BAD) for problem in ContentError(problems).problems)
    assert not [word for word in ("Amara", "Zoë", "José", "Ingrid", "Tariq", "Haddad", "Mei") if word in said]


@pytest.mark.parametrize(
    ("header", "code", "column", "advice"),
    [
        ("name,seat", "missing-column", 1, "Name a column `id` in the first row"),
        ("seat,nmae,id", "missing-column", 6, "did you mean `name`?"),
        ("name,id,Student", "duplicate-column", 9, "Name one of them otherwise"),
    ],
)
def test_a_column_that_is_missing_or_there_twice(
    header: str, code: str, column: int, advice: str, own_design: Design
) -> None:
    _, problems = students(f"{header}\na,b,c\n", own_design)
    assert [(one.code, one.span.column, one.help) for one in problems] == [(code, column, advice)]


@pytest.mark.parametrize("text", ["", "name,id\n", "name,id\n,\n"])
def test_a_roster_without_students(text: str, own_design: Design) -> None:
    assert [problem.code for problem in students(text, own_design)[1]] == ["empty-roster"]


@pytest.mark.parametrize(
    "name", ["Łucja Wiśniewska", "Борис Іваненко", "Νίκος", "Nguyễn Thị Ánh", "ليلى", "山田 花子", "김하늘", "שרה"]
)
def test_names_of_many_scripts_have_glyphs(name: str, own_design: Design) -> None:
    assert students(f"name,id\n{name},1\n", own_design)[1] == []

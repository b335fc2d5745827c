from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest

from coursepack.load.cell import Source
from coursepack.load.sheet import read
from coursepack.problem import ContentError, Problem, Severity, describe
from coursepack.render.look import glyphs
from coursepack.render.look.design import data
from coursepack.render.look.foot import foot
from coursepack.render.words.nameline import faces
from coursepack.validate.header import Words
from coursepack.validate.roster import Rules, roster

if TYPE_CHECKING:
    from collections.abc import Callable

    from coursepack.render.look.design import Design
    from coursepack.roster import Student


def students(
    text: str, design: Design, variants: int = 4, language: str = "en"
) -> tuple[tuple[Student, ...], list[Problem]]:
    own = foot(design, [])
    assert own
    problems: list[Problem] = []
    words = data(design.templates, "packs/roster.yaml", Words, problems)
    assert words
    bringing = partial(glyphs.uninstalled, theme=design.theme)
    rules = Rules(variants, words, glyphs.characters(faces(design, own).values()), language, bringing)
    rows = read(text.encode(), Source("r.csv"), problems).rows
    return roster(rows, "r.csv", rules, problems), problems


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


@pytest.mark.parametrize(
    ("text", "name", "own"),
    [
        ("First name,Last name,ID number,Email address\nZoë,Müller,007,z@example.org\n", "Zoë Müller", "007"),
        ("First name;Surname;ID number\nZoë;Müller;007\n", "Zoë Müller", "007"),
        ("Nachname;Vorname;Schülernummer\nMüller;Zoë;007\n", "Zoë Müller", "007"),
        ("Name;Vorname;Matrikelnummer\nMüller;Zoë;007\n", "Zoë Müller", "007"),
        ("Nom;Prénom;Numéro\nMüller;Zoë;007\n", "Zoë Müller", "007"),
        ("Name;Vorname;ID\nZoë Müller;Zoë;007\n", "Zoë Müller", "007"),
        ('Student,ID,SIS User ID,SIS Login ID,Section\n"Müller, Zoë",101,s7,zm,A\n', "Müller, Zoë", "s7"),
        ('Student,ID,SIS User ID\n"Müller, Zoë",101,\n', "Müller, Zoë", "101"),
        ("Class list 9b;\n;\nname;id\nZoë Müller;007\n", "Zoë Müller", "007"),
        ("Prénom,Nom,Adresse de courriel\nZoë,Müller,z@example.org\n", "Zoë Müller", "z@example.org"),
    ],
)
def test_lists_of_usual_programs_are_understood(text: str, name: str, own: str, own_design: Design) -> None:
    (one,), problems = students(text, own_design)
    assert problems == []
    assert (one.name, one.id) == (name, own)


def test_a_language_that_says_the_last_name_first_joins_it_so(own_design: Design) -> None:
    (one,), _ = students("Utónév;Vezetéknév;id\nÖdön;Kiss;1\n", own_design, language="hu")
    assert one.name == "Kiss Ödön"


def test_rows_that_are_nobodys_are_left_out_and_said(own_design: Design) -> None:
    text = 'Student,ID,Section\n    Points Possible,,\n"Doe, Jo",1,A\n"Student, Test",,A\n'
    (one,), problems = students(text, own_design)
    assert (one.row, one.name) == (3, "Doe, Jo")
    assert [(it.code, it.severity, it.span.line) for it in problems] == [
        ("no-student", Severity.WARNING, 2),
        ("no-student", Severity.WARNING, 4),
    ]


@pytest.mark.parametrize("sign", ["\u200b", "\u2066", "\ufeff", "\u00ad", "\u070f", "\U0001d173", "\U000e0041"])
def test_signs_that_are_not_seen_are_a_problem_at_their_cell(sign: str, own_design: Design) -> None:
    _, problems = students(f"name,id\nAma{sign}ra,1\nJo,2{sign}\n", own_design)
    assert [(one.code, str(one.span)) for one in problems] == [
        ("invisible-sign", "r.csv:2:1"),
        ("invisible-sign", "r.csv:3:4"),
    ]


@pytest.mark.parametrize("sign", ["\u200d", "\u200b", "\u2063", "\u00ad", "\ufe0f"])
def test_ids_that_differ_by_what_is_not_seen_are_the_same(sign: str, own_design: Design) -> None:
    _, problems = students(f"name,id\nAmara,12\nJo,1{sign}2\n", own_design)
    assert [one.code for one in problems] == ["duplicate-id", "invisible-sign"]


@pytest.mark.parametrize(("one", "other"), [("A 1", "A\u00a01"), ("A 1", "A\u202f 1"), ("\u00e91", "e\u03011")])
def test_ids_that_look_alike_are_the_same(one: str, other: str, own_design: Design) -> None:
    _, problems = students(f"name,id\nAmara,{one}\nJo,{other}\n", own_design)
    assert [one.code for one in problems] == ["duplicate-id"]


def test_joiners_that_shape_a_name_stay(own_design: Design) -> None:
    (one,), problems = students("name,id\nعلی\u200cرضا,1\n", own_design)
    assert problems == []
    assert "\u200c" in one.name


def test_a_name_whose_face_is_not_installed_says_what_brings_it(
    own_design: Design, without: Callable[[str], None]
) -> None:
    without("cvttf_NotoSansCJK_Regular")
    (problem,) = students("name,id\n山田 花子,1\n", own_design)[1]
    assert problem.code == "no-glyph"
    assert problem.help == "Run `pip install cvttf-notosanscjk-regular` in coursepack's environment"


@pytest.mark.parametrize("sign", ["\u202e", "\u0007", "\u001b", "\u202a", "\x7f", "\x85", "\ufffa"])
def test_signs_that_no_text_may_hold_are_said_once(sign: str, own_design: Design) -> None:
    _, problems = students(f"name,id\nAma{sign}ra,1\n", own_design)
    assert [(one.code, str(one.span)) for one in problems] == [("unprintable", "r.csv:2:1")]


@pytest.mark.parametrize("kind", ["name", "id", "seat"])
def test_what_is_too_long_for_the_foot_is_a_problem_at_its_cell(kind: str, own_design: Design) -> None:
    long, most = (
        {"name": "A", "id": "1", "seat": "", kind: "x" * 61},
        {"name": "B", "id": "2", "seat": "", kind: "y" * 60},
    )
    _, problems = students(f"name,id,seat\n{','.join(long.values())}\n{','.join(most.values())}\n", own_design)
    column = 1 + ",".join(long.values()).index("xx")
    assert [(one.code, str(one.span)) for one in problems] == [("long-cell", f"r.csv:2:{column}")]


def test_a_name_of_many_words_is_no_shorter(own_design: Design) -> None:
    _, problems = students(f"name,id\n{'Ama ' * 15}A,1\n{'Amara ' * 10},2\n", own_design)
    assert [(one.code, str(one.span)) for one in problems] == [("long-cell", "r.csv:2:1")]

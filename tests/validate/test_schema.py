from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from coursepack import values
from coursepack.blocks.map import Group
from coursepack.course import UnitFront
from coursepack.coursefile import CourseFile
from coursepack.load.markdown import parser
from coursepack.validate.schema import model

if TYPE_CHECKING:
    from coursepack.problem import Problem

COURSE = "title: Rivers\nlanguage: en\nunits: [a.md]\n"


def check(source: str, kind: type[Any] = CourseFile) -> tuple[Any, list[Problem]]:
    problems: list[Problem] = []
    read = values.read(source, "a.yaml", 1, problems)
    assert read
    return model(kind, read, parser(), problems), problems


def test_good_values_become_a_model() -> None:
    made, problems = check(COURSE)
    assert problems == []
    assert (made.title, made.units) == ("Rivers", ("a.md",))


def test_every_mistake_is_found_at_once() -> None:
    made, problems = check("title: [a]\nunits: []\ncolour: red\n")
    assert made is None
    assert {problem.code for problem in problems} == {"wrong-type", "wrong-value", "unknown-field"}


@pytest.mark.parametrize("field", ["titel", "unit", "languge"])
def test_a_misspelt_field_is_placed_at_its_key_with_a_suggestion(field: str) -> None:
    _, problems = check(f"{COURSE}{field}: x\n")
    assert [(problem.span.line, problem.span.column, problem.span.length) for problem in problems] == [
        (4, 1, len(field))
    ]
    assert problems[0].help.startswith("did you mean `")


def test_words_that_are_too_long_are_counted() -> None:
    _, problems = check(f"name: {'a' * 81}\ncountries: [EGY]\n", Group)
    assert [(one.code, one.message, one.help) for one in problems] == [
        ("wrong-value", "`name`: at most 80 letters are wanted, not 81", "Write fewer words")
    ]


def test_a_mistake_in_a_list_of_models_is_placed_at_its_field() -> None:
    front = "id: a\ntitle: A\nquestion: B\nminutes: 5\nobjectives: [c]\nplan:\n  - {do: Read, what: it, minutes: 5}\n"
    _, problems = check(f"{front}  - {{do: Talk, wat: it, minutes: -5}}\n", UnitFront)
    assert {(problem.code, problem.span.line, problem.span.column) for problem in problems} == {
        ("missing-field", 8, 5),
        ("unknown-field", 8, 16),
        ("wrong-value", 8, 34),
    }


@pytest.mark.parametrize(
    "source",
    [
        "[1, 2]",
        "a text",
        "12",
        "title: {a: b}\nlanguage: 1\nunits: a\n",
        "title: a\nlanguage: en\nunits: [1, [2], {a: b}]\nopening: [x]\nkeywords: {a: b}\n",
        "? [a, b]\n: c\n",
        "title: a\nlanguage: en\nunits: [a.md]\n1: 2\n",
    ],
)
def test_values_of_any_shape_are_reported_in_words_that_authors_know(source: str) -> None:
    made, problems = check(source)
    assert made is None
    assert problems
    for problem in problems:
        said = f"{problem.message} {problem.help}"
        assert not [word for word in ("tuple", "dict", "instance", "input", "pattern", "``") if word in said], said

"""What `course.yaml` may say, and what is said where it can't be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack import values
from coursepack.coursefile import MOST, CourseFile
from coursepack.load.markdown import parser
from coursepack.validate.schema import model

if TYPE_CHECKING:
    from coursepack.problem import Problem

UNITS = "title: Rivers\nunits: [a.md]\n"


def read(more: str = "") -> tuple[CourseFile | None, list[Problem]]:
    problems: list[Problem] = []
    found = values.read(f"{UNITS}{more}", "course.yaml", 1, problems)
    assert found
    return model(CourseFile, found, parser(), problems), problems


def good(more: str = "") -> CourseFile:
    made, problems = read(more)
    assert made
    assert problems == []
    return made


def bad(more: str) -> list[int]:
    """Return the lines of the problems; what is added begins in the third."""
    return [problem.span.line for problem in read(more)[1]]


def test_a_language_is_a_tag_however_it_is_parted() -> None:
    assert good("language: pt_BR").language == "pt-BR"
    assert good().language == "en"
    _, (problem,) = read("language: Portuguese, of Brazil")
    assert (problem.span.line, problem.help) == (3, "Write a tag: `en-GB`, `fr`, `pt-BR`")


def test_one_aid_or_one_shared_folder_needs_no_list() -> None:
    made = good("shared: ../common\nexam: {aids: atlas}")
    assert made.exam
    assert (made.shared, made.exam.aids) == (("../common",), ("atlas",))
    assert good("shared: [../a, ../b]").shared == ("../a", "../b")


def test_a_symbol_with_a_pattern_that_cannot_be_is_said() -> None:
    assert good("bind: {whole: [ISO/*]}").bind.whole == ("ISO/*",)
    assert bad("bind:\n  whole: ['*']") == [4]


def test_what_is_not_said_leaves_a_course_as_most_are() -> None:
    made = good()
    assert (made.paper, made.ink, made.tint, made.slides, made.works) == ("full", "colour", "white", "auto", "end")
    assert (made.notes_page, made.deck, made.exam, made.lesson, made.seed) == (True, None, None, None, "")


def test_names_of_two_words_are_parted_by_a_hyphen() -> None:
    made = good("notes-page: false\nlogo: a.svg\nlogo-alt: The school")
    assert (made.notes_page, made.logo_alt) == (False, "The school")


@pytest.mark.parametrize(
    "line",
    ["paper: thin", "lesson: 0", "works: nowhere", "exam: {duration: -5}", "deck: {references: often}", "colour: red"],
)
def test_what_cannot_be_is_said_at_its_line(line: str) -> None:
    assert bad(line) == [3]


def test_a_seed_may_be_a_number() -> None:
    assert good("seed: 2026").seed == "2026"


def test_a_group_of_units_has_some() -> None:
    assert bad("parts:\n  - title: One\n    units: []") == [5]


def test_words_that_are_bound_have_an_end() -> None:
    assert len(good(f"bind: {{before: [{', '.join(['Article'] * MOST)}]}}").bind.before) == MOST
    assert bad(f"bind: {{before: [{', '.join(['Article'] * (MOST + 1))}]}}") == [3]


def test_what_is_said_at_the_first_slides_is_in_no_students_copy() -> None:
    made = good("opening: Said first.")
    assert made.opening
    assert made.opening.plain() == "Said first."
    assert not made.told().opening

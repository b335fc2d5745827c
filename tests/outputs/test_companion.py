"""What all companions of the handout share: how much paper they take, and whether there is anything to print."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.build import ready
from coursepack.outputs import key, variants
from coursepack.outputs.companion import made, paper_of, require
from coursepack.problem import ContentError, Problem, Severity, Span
from coursepack.render.handout.pages import Printed
from reading import Reading

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from coursepack.build import Ready

NOTE = Problem(Span("a.md"), "layout", "said", "", Severity.WARNING)


@pytest.mark.parametrize(
    ("pages", "sheets"),
    [("1 page", "1 sheet"), ("2 pages", "1 sheet"), ("3 pages", "2 sheets"), ("97 pages", "49 sheets")],
)
def test_a_leaf_has_two_sides(pages: str, sheets: str) -> None:
    assert made(Printed(b"%PDF", int(pages.split(maxsplit=1)[0]), {}, [])).size == f"{pages}, {sheets} on both sides"


def test_what_is_to_be_said_goes_with_the_file_and_an_error_stops_it() -> None:
    assert made(Printed(b"%PDF", 1, {}, [NOTE])).notices == (NOTE,)
    wrong = Problem(Span("a.md"), "no-glyph", "said", "")
    with pytest.raises(ContentError) as caught:
        made(Printed(b"%PDF", 1, {}, [NOTE, wrong]))
    assert wrong in caught.value.problems


@pytest.mark.parametrize("name", ["a4", "letter"])
def test_a_paper_is_found_by_its_name(golden_course: Ready, name: str) -> None:
    assert paper_of(golden_course, name) is golden_course.design.theme.papers[name]


@pytest.mark.parametrize(
    ("name", "advice"),
    [("leter", "did you mean `letter`?"), ("quarto", "Use one of a4, letter, a5, half-letter, thrifty, black, cream")],
)
def test_an_unknown_paper_is_a_problem_with_a_suggestion(golden_course: Ready, name: str, advice: str) -> None:
    with pytest.raises(ContentError) as caught:
        paper_of(golden_course, name)
    (problem,) = caught.value.problems
    assert (problem.code, problem.help) == ("unknown-paper", advice)


def test_a_companion_without_anything_in_it_is_a_problem_of_its_unit(unit: Callable[..., Path]) -> None:
    course = ready(unit("A river begins at a spring.\n"))
    with pytest.raises(ContentError) as caught:
        require(course, None, "exercises", lambda item: item.task is not None)
    (problem,) = caught.value.problems
    assert (problem.code, problem.message) == ("nothing-to-print", "there are no exercises here")
    assert problem.span.file.endswith("01-water.md")
    require(course, course.unit("1"), "texts", lambda item: item.kind == "text")


def test_a_key_needs_an_exercise_or_a_solution_and_variants_need_an_exercise(unit: Callable[..., Path]) -> None:
    course = ready(unit("::: challenge\nWhere does it end?\n\n::: solution\nIn a lake.\n:::\n:::\n"))
    for one in (None, course.unit("1")):
        assert "In a lake." in Reading(key.make(course, one, "a4").data).text
        with pytest.raises(ContentError) as caught:
            variants.make(course, one, "a4", variants=2)
        assert [problem.message for problem in caught.value.problems] == ["there are no exercises here"]

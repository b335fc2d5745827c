from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.build import ready
from coursepack.outputs import pdf
from coursepack.press.sides import Sides
from coursepack.problem import ContentError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from coursepack.build import Ready


def test_it_says_how_much_paper_it_takes(course: Callable[..., Path]) -> None:
    made = pdf.make(ready(course()), None, "a4")
    pages, sheets = (int(word) for word in made.size.replace(",", "").split() if word.isdigit())
    assert made.size == f"{pages} pages, {sheets} sheets on both sides"
    assert sheets == (pages + 1) // 2
    assert made.data.startswith(b"%PDF-")


def test_an_unknown_paper_is_a_problem_with_a_suggestion(golden_course: Ready) -> None:
    with pytest.raises(ContentError) as caught:
        pdf.make(golden_course, None, "lettre")
    (problem,) = caught.value.problems
    assert (problem.code, problem.help) == ("unknown-paper", "did you mean `letter`?")


def test_a_course_of_the_least_content_prints_without_a_complaint(course: Callable[..., Path]) -> None:
    """No glossary, no works, no index, no pages: what is empty is not printed."""
    made = pdf.make(ready(course()), None, "a4")
    assert made.notices == ()
    assert made.size == "4 pages, 2 sheets on both sides"  # cover, contents, opener, text


def test_it_says_what_copies_take_and_what_takes_less(course: Callable[..., Path]) -> None:
    made = pdf.make(ready(course()), None, "a4", copies=30)
    (_, taken, cheaper) = made.size.split("\n")
    assert taken.startswith("30 copies: 120 sides, 60 sheets on both sides (120 on one), ")
    assert "PAPER=thrifty" in cheaper
    grey = pdf.make(ready(course(), None, "letter-black"), None, "letter-black", copies=1)
    assert "PAPER=letter-thrifty-black, on fewer pages" in grey.size
    frugal = pdf.make(ready(course(), None, "thrifty-black"), None, "thrifty-black", copies=2)
    assert "0 sides in colour (0 a copy)" in frugal.size
    assert "PAPER" not in frugal.size


TOO = ", counting the back of its last sheet"


@pytest.mark.parametrize(
    ("one", "copies", "said"),
    [
        (Sides(4, 2, 1), 1, "1 copy: 4 sides, 2 sheets on both sides (4 on one), 2 sides in colour (2 a copy), 1 side"),
        (Sides(1, 1, 0), 1, "1 copy: 1 side, 1 sheet on both sides (1 on one), 1 side in colour (1 a copy), 1 side"),
        (Sides(4, 0, 1), 1, "1 side with nothing to read (1 a copy)\n"),
        (Sides(7, 0, 0), 1, f"1 side with nothing to read (1 a copy){TOO}\n"),
        (Sides(7, 0, 1), 1000, f"2,000 sides with nothing to read (2 a copy){TOO}\n"),
        (
            Sides(7, 0, 1),
            1000,
            "1,000 copies: 7,000 sides, 4,000 sheets on both sides (7,000 on one), 0 sides in colour",
        ),
    ],
)
def test_what_copies_take_is_counted(one: Sides, copies: int, said: str, golden_course: Ready) -> None:
    assert said in pdf.run(one, copies, "a4", golden_course.design.theme)

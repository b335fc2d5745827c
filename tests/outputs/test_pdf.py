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
    assert "30 copies: 120 sides, 60 sheets on both sides (120 on one)" in taken
    assert "PAPER=thrifty" in cheaper
    grey = pdf.make(ready(course(), None, "letter-black"), None, "letter-black", copies=1)
    assert "PAPER=letter-thrifty-black takes" in grey.size
    frugal = pdf.make(ready(course(), None, "thrifty-black"), None, "thrifty-black", copies=2)
    assert "0 colour pages (0 a copy)" in frugal.size
    assert "PAPER" not in frugal.size


@pytest.mark.parametrize(
    ("pages", "silent", "blank"), [(4, 1, "1 blank side ("), (7, 0, "1 blank side ("), (7, 1, "2 b")]
)
def test_the_back_of_a_last_sheet_is_a_blank_side(pages: int, silent: int, blank: str, golden_course: Ready) -> None:
    theme = golden_course.design.theme
    assert f" {blank}" in pdf.run(Sides(pages, 0, silent), 1, "a4", theme)

from __future__ import annotations

from typing import TYPE_CHECKING

from laidpages import full, line, page

if TYPE_CHECKING:
    from collections.abc import Callable

# As the exercise says it, and what comes after.
ASKED = "Which is the longest"
REST = "the longest river of it"


def test_what_is_asked_stands_on_one_page(said: Callable[..., list[tuple[str, int]]]) -> None:
    torn = [page(1, line(0), line(600, ASKED, element=2)), page(2, line(0, REST), line(40, "Another text."))]
    exercise = {"ex-lengths": (1, 590.0)}
    assert said("wording-torn", *torn, anchors=exercise) == [("page 2 begins with the rest of a question", 24)]
    assert said("wording-torn", torn[0], full(2), anchors=exercise) == []
    assert said("wording-torn", *torn, anchors={"ex-lengths": (2, 0.0)}) == []


def test_what_takes_most_of_a_page_goes_on_overleaf(said: Callable[..., list[tuple[str, int]]]) -> None:
    torn = [page(1, line(0), line(600, ASKED, element=2)), page(2, line(0, REST), line(14, REST), line(300, REST))]
    assert said("wording-torn", *torn, anchors={"ex-lengths": (1, 400.0)}, leading=30) == []


def test_it_is_worth_more_white_where_pages_hold_few_lines(said: Callable[..., list[tuple[str, int]]]) -> None:
    torn = [page(1, line(0), line(600, ASKED, element=2)), page(2, line(0, REST), line(40, "Another text."))]
    assert said("wording-torn", *torn, anchors={"ex-lengths": (1, 400.0)}) == []
    assert len(said("wording-torn", *torn, anchors={"ex-lengths": (1, 400.0)}, leading=30)) == 1

from __future__ import annotations

from typing import TYPE_CHECKING

from laidpages import full, line, page

if TYPE_CHECKING:
    from collections.abc import Callable

ROWS = range(20, 200, 22)


def test_an_answer_stands_on_the_page_of_its_question(said: Callable[..., list[tuple[str, int]]]) -> None:
    asked, rest = page(1, line(0), line(560, element=2), rows=[580, 602]), page(2, line(240), rows=ROWS)
    found = said("answer-overleaf", asked, rest, anchors={"ex-lengths": (1, 550.0)})
    assert found == [("page 2 begins with 9 lines to write on whose question is over the leaf", 24)]
    # It began higher, or is no question; the page has words first.
    assert said("answer-overleaf", asked, rest, anchors={"ex-lengths": (1, 300.0)}) == []
    assert said("answer-overleaf", asked, rest, anchors={"lengths": (1, 550.0)}) == []
    assert said("answer-overleaf", asked, page(2, line(0), rows=ROWS), anchors={"ex-lengths": (1, 550.0)}) == []


def test_the_page_beside_a_question_is_no_other_leaf(said: Callable[..., list[tuple[str, int]]]) -> None:
    asked, rest = page(2, line(0), line(560, element=2), rows=[580, 602]), page(3, line(240), rows=ROWS)
    assert said("answer-overleaf", full(1), asked, rest, anchors={"ex-lengths": (2, 550.0)}) == []


def test_what_is_longer_than_a_page_goes_on_over_a_leaf(said: Callable[..., list[tuple[str, int]]]) -> None:
    asked, rest = page(1, line(0), line(460, element=2), rows=[480, 620]), page(2, line(640), rows=range(20, 620, 22))
    assert said("answer-overleaf", asked, rest, anchors={"ex-lengths": (1, 450.0)}) == []

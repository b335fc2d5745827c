"""Equations on paper: one picture, or several where a page cannot hold them."""

from __future__ import annotations

import re

import pytest
from lxml import html

from coursepack.render.words.drawing import display, formula, in_line
from coursepack.render.words.equation import Room, draw

FOUR = r"a &= 1 \\ b &= 2 \\ c &= 3 \\ d &= 4"


def names(latex: str, high: float) -> list[str]:
    return [
        str(one.get("alt"))
        for one in html.fromstring(f"<p>{display(latex, 'four lines', Room(99), high)}</p>").iter("img")
    ]


def test_a_formula_that_a_page_holds_is_one_picture() -> None:
    assert names(FOUR, draw(FOUR, inline=False).height) == ["four lines"]


def test_a_higher_one_is_parted_between_its_lines_and_read_out_once() -> None:
    assert names(FOUR, draw(FOUR, inline=False).height * 0.6) == ["four lines", "(2/2)"]


def test_what_has_no_lines_is_never_parted() -> None:
    cases = r"f = \begin{cases}1 \\ 2 \\ 3\end{cases}"
    assert names(cases, 1.0) == ["four lines"]


def test_no_part_is_higher_than_a_page_where_lines_do_not_share_evenly() -> None:
    three = r"a &= 1 \\ b &= 2 \\ c &= 3"
    high = draw(three, inline=False).height / 1.95
    made = html.fromstring(f"<p>{display(three, 'x', Room(99), high)}</p>")
    heights = [float(re.findall(r"height:([\d.]+)em", str(one.get("style")))[0]) for one in made.iter("img")]
    assert len(heights) == 3
    assert max(heights) <= high


def test_a_formula_that_a_page_holds_is_drawn_as_it_is_written() -> None:
    latex = r"f = \begin{cases}1 & a \\ 2 & b\end{cases}"
    assert display(latex, "x", Room(99), 99) == formula(latex, "x", inline=False)


def test_a_formula_that_no_line_makes_narrower_is_smaller_in_the_same_proportions() -> None:
    root = r"\sqrt{a + b + c + d}"
    drawn = draw(root, inline=False)
    (made,) = html.fromstring(f"<p>{display(root, 'x', Room(drawn.width * 0.8), 99)}</p>").iter("img")
    measures = [float(one) for one in re.findall(r"(-?[\d.]+)em", str(made.get("style")))]
    assert measures == pytest.approx([0.8 * one for one in (drawn.width, drawn.height, -drawn.depth)], abs=0.001)


def test_a_wide_formula_of_a_line_is_one_in_pieces_that_no_listener_hears_of() -> None:
    made = html.fromstring(f"<p>{in_line('a + b + c', 'sum', Room(1.5))}</p>")
    (whole,) = made.iter("span")
    assert (whole.get("alt"), [one.get("alt") for one in whole]) == ("sum", [None] * 3)
    assert in_line("a + b + c", "sum", Room(99)) == formula("a + b + c", "sum")

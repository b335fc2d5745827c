"""Drawings made of signs: what they are told by, and how much smaller they are set."""

from __future__ import annotations

import pytest

from coursepack.render.words.signs import is_drawn, shrunk

BOX = "\u250c\u2500\u2500\u2500\u2510\n\u2502sea\u2502\n\u2514\u2500\u2500\u2500\u2518"
TREE = "course\n\u251c\u2500\u2500 units\n\u2514\u2500\u2500 media"


@pytest.mark.parametrize("source", [BOX, TREE, "\u2588\u2588 60\n\u2588 30"])
def test_boxes_trees_and_bars_are_drawings(source: str) -> None:
    assert is_drawn(source)


@pytest.mark.parametrize("source", ["x = 1", "# \u2500\u2500 Data \u2500\u2500\nx = 1", "a\n\u2550\u2550\u2550"])
def test_level_lines_of_comments_and_titles_are_none(source: str) -> None:
    assert not is_drawn(source)


def test_a_drawing_is_set_as_much_smaller_as_it_needs() -> None:
    assert [shrunk(BOX, most) for most in (9, 5, 4, 3)] == [1, 1, 0.8, 0.6]


def test_what_would_be_less_than_half_as_large_keeps_its_size() -> None:
    assert shrunk(BOX, 2) == 1


def test_code_keeps_its_size() -> None:
    assert shrunk("x = 1", 4) == 1

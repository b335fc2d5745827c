"""Formulas that are wider than their room: lines of a display, and pieces of one in a line of text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.render.words.broken import broken, pieces
from coursepack.render.words.equation import tree
from formulasigns import seen

if TYPE_CHECKING:
    from lxml.etree import _Element

TERMS = " + ".join(f"a_{{{n}}}" for n in range(9))


def signs(row: list[_Element]) -> float:
    """Measure a row whose every sign is an em wide."""
    return sum(map(len, map(seen, row)))


def lines(latex: str, most: float) -> list[list[str]]:
    """Return the cells of the lines of a display, each sign being an em wide."""
    made = broken(tree(latex), most, signs)
    return [[seen(cell) for cell in line] for line in made.iter("mtr")]


def parted(latex: str, most: float) -> list[tuple[str, str]]:
    """Return the pieces of a formula in a line of text, each with the blank after it."""
    return [(seen(piece), blank) for piece, blank in pieces(tree(latex), most, signs)]


def test_lines_stand_behind_the_first_relation() -> None:
    assert lines("a = b + c = d + e", 5.2) == [["a", "=b+c"], ["", "=d+e"]]


def test_lines_are_as_few_and_as_even_as_can_be() -> None:
    assert lines(f"w = {TERMS}", 20) == [["w", "=a0+a1+a2+a3+a4"], ["", "+a5+a6+a7+a8"]]


def test_what_goes_on_with_an_operator_stands_further_in() -> None:
    made = broken(tree("a = b + c + d"), 5.5, signs)
    indents = [float(str(one.get("width")).removesuffix("em")) for one in made.iter("mspace")]
    assert indents[0] == 0 < indents[1]


def test_below_a_long_left_side_lines_hang() -> None:
    assert lines("a + b + c + d = e + f", 8) == [["", "a+b+c+d"], ["", "=e+f"]]


def test_lines_that_are_written_stay_aligned() -> None:
    made = lines(r"\begin{aligned} a &= b + c + d + e \\ f &= g \end{aligned}", 7)
    assert made == [["a", "=b+c"], ["", "+d+e"], ["f", "=g"]]


def test_a_bracket_breaks_where_nothing_else_helps() -> None:
    assert lines(r"a = (b + c) + (d + e)", 9) == [["a", "=(b+c)"], ["", "+(d+e)"]]
    assert lines(r"a = \left(b + c + d + e + f\right)", 9) == [["a", "=(b+c+d"], ["", "+e+f)"]]


def test_a_formula_in_a_line_breaks_at_relations_and_only_then_at_operators() -> None:
    assert parted("aaaa = bbbb = c + dddd", 8) == [("aaaa=", ""), ("bbbb=", ""), ("c+dddd", "")]
    assert parted("aaaa = b + c + d", 6) == [("aaaa=", ""), ("b+c+d", "")]
    assert parted("aaaa = b + c + d", 5) == [("aaaa=", ""), ("b+", ""), ("c+", ""), ("d", "")]


def test_a_product_breaks_where_its_sum_is_too_wide() -> None:
    assert parted(r"a \times b + c \times d", 5) == [("a\u00d7b+", ""), ("c\u00d7d", "")]
    assert parted(r"aaa \times bbb + c", 5) == [("aaa\u00d7", ""), ("bbb+", ""), ("c", "")]


def test_brackets_that_are_parted_are_as_high_as_what_stood_between_them() -> None:
    made = pieces(tree(r"a \left(\frac{b}{c} + dddd + e\right)"), 6, signs)
    props = [[seen(one[0]) or len(list(one.iter("mfrac"))) for one in piece.iter("mpadded")] for piece, _ in made]
    assert [(seen(piece), prop) for (piece, _), prop in zip(made, props, strict=True)] == [
        ("a(bc+", [1]),
        ("dddd+", []),
        ("e)", [1]),
    ]


def test_a_short_right_side_stays_with_its_relation() -> None:
    assert parted("aaaa + bbbb = 7", 9) == [("aaaa+", ""), ("bbbb=7", "")]


def test_a_wide_space_is_a_blank_between_lines() -> None:
    assert parted(r"a = b \quad c = dddd", 6.2) == [("a=b", " "), ("c=dddd", "")]


@pytest.mark.parametrize("latex", [r"\frac{a + b}{c}", r"\sqrt{a + b + c}"])
def test_what_has_no_place_is_one_piece(latex: str) -> None:
    assert len(pieces(tree(latex), 0.1, signs)) == 1

"""Where a formula may break, and what that costs."""

from __future__ import annotations

import pytest

from coursepack.render.words.breaks import APART, BRACKET, COMMA, OPERATOR, RELATION, WORD, places, row
from coursepack.render.words.equation import tree
from formulasigns import seen


def broken(latex: str, *, after: bool = False, deep: bool = False) -> list[tuple[str, float]]:
    """Return what stands before each place of a formula, with what a break costs there."""
    found = row(tree(latex), deep=deep)
    texts = [seen(one) for one in found]
    return [("".join(texts[: place.end]), place.cost) for place in places(found, after=after)]


def test_a_display_breaks_before_its_signs_and_a_line_of_text_after_them() -> None:
    assert broken("a = b + c") == [("a", RELATION), ("a=b", OPERATOR)]
    assert broken("a = b + c", after=True) == [("a=", RELATION), ("a=b+", OPERATOR)]


def test_a_bracket_holds_what_is_in_it_together() -> None:
    assert broken("a = (b + c)") == [("a", RELATION), ("a=(b", OPERATOR + BRACKET)]
    assert broken("|a - b| < c") == [("|a", OPERATOR + BRACKET), ("|a−b|", RELATION)]
    assert broken("(a)^2 + b") == [("(a)2", OPERATOR)]


def test_brackets_that_grow_are_looked_into_only_if_that_is_asked() -> None:
    latex = r"\left(a + b\right)^2 = c"
    assert broken(latex) == [("(a+b)2", RELATION)]
    assert broken(latex, deep=True) == [("(a", OPERATOR + BRACKET), ("(a+b)2", RELATION)]


def test_statements_part_before_their_relations() -> None:
    assert broken(r"a = 1, \quad b = 2") == [("a", RELATION), ("a=1,", COMMA), ("a=1,", APART), ("a=1,b", OPERATOR)]
    assert broken(r"a = b \Rightarrow c") == [("a", RELATION), ("a=b", APART)]


def test_words_stay_with_what_they_introduce() -> None:
    latex = r"a \qquad \text{subject to} \quad b"
    assert broken(latex) == [("a", APART), ("asubject\u00a0", WORD), ("asubject\u00a0to", OPERATOR)]


def test_factors_part_behind_a_bracket() -> None:
    assert broken("f(a)g(b)") == [("f(a)", WORD)]


@pytest.mark.parametrize("latex", ["-a", r"\frac{a + b}{c}", r"\sqrt{a = b}", r"1\,000", "x_{a + b}", "="])
def test_what_is_no_place_for_a_break(latex: str) -> None:
    assert broken(latex) == broken(latex, after=True) == []

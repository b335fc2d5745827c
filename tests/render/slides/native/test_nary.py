"""How far big operators reach, read from the parts of an equation and from the Office element made of it."""

from __future__ import annotations

import pytest

from coursepack.render.slides.native.nary import operands, sign
from coursepack.render.slides.native.omml import omml
from coursepack.render.words.equation import said, tree

M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"


def reach(latex: str) -> tuple[str, str]:
    """Return the signs inside the first operator's operand in Office's form, and those that follow the operator."""
    whole = omml(latex)
    operator = next(whole.iter(f"{M}nary"))
    after = "".join("".join(one.itertext()) for one in operator.itersiblings())
    return "".join(operator.find(f"{M}e").itertext()), after


@pytest.mark.parametrize(
    ("latex", "inside", "after"),
    [
        (r"\sum_{i=1}^n x_i = S", "xi", "=S"),
        (r"\sum_i a_i < b", "ai", "<b"),
        (r"\sum x \geq 1", "x", "≥1"),
        (r"\sum_i a_i + c", "ai", "+c"),
        (r"\sum_i a_i - c", "ai", "−c"),
        (r"\bigcup_i A_i \subseteq B", "Ai", "⊆B"),
        (r"\sum_i a_i, b", "ai", ",b"),
        (r"\sum x \to 1", "x", "→1"),
    ],
)
def test_a_sum_does_not_swallow_what_follows_a_relation_or_a_term(latex: str, inside: str, after: str) -> None:
    assert reach(latex) == (inside, after)


@pytest.mark.parametrize(
    ("latex", "inside"),
    [
        (r"\sum_i (x_i + 1) = c", "(xi+1)"),
        (r"\sum_i (x_i - m)^2 + c", "(xi−m)2"),
        (r"\sum_i ((a + b)c + d) = 1", "((a+b)c+d)"),
        (r"\sum_i [x + 1] + c", "[x+1]"),
        (r"\sum_i \{x + 1\} + c", "{x+1}"),
        (r"\sum_i |x_i - m| + c", "|xi−m|"),
        (r"\sum_i |x_i - m|^2 + c", "|xi−m|2"),
        (r"\sum_i |a - b| |c - d| = 1", "|a−b||c−d|"),
        (r"\sum_x P(x|y) = 1", "P(x|y)"),
        (r"\sum_i \frac{a + b}{c} = 1", "a+bc"),
    ],
)
def test_signs_inside_brackets_bars_and_fractions_end_nothing(latex: str, inside: str) -> None:
    assert reach(latex)[0] == inside


def test_a_minus_may_be_the_first_sign_of_what_is_summed() -> None:
    assert reach(r"\sum_i -x_i + y") == ("−xi", "+y")


def test_a_second_operator_stands_inside_the_first() -> None:
    (outer, inner) = omml(r"\sum_i \sum_j a_{ij} = 1").iter(f"{M}nary")
    assert inner.getparent().getparent() is outer
    assert reach(r"\sum_i \sum_j a_{ij} = 1")[1] == "=1"


def test_an_integral_reaches_to_its_differential() -> None:
    inside, after = reach(r"\int_0^1 f(x)\,dx = F")
    assert "".join(inside.split()) == "f(x)dx"
    assert after == "=F"


@pytest.mark.parametrize("latex", [r"\sum = 5", r"\sum_{i=1}^n"])
def test_an_operator_that_works_on_nothing_gets_no_empty_box(latex: str) -> None:
    assert list(omml(latex).iter(f"{M}nary")) == []
    assert "∑" in "".join(omml(latex).itertext())


@pytest.mark.parametrize(
    ("latex", "found"), [(r"\sum", "∑"), (r"\prod_i^n", "∏"), (r"\int_0", "∫"), ("x_i", ""), ("+", "")]
)
def test_only_big_operators_are_operators_with_or_without_limits(latex: str, found: str) -> None:
    assert sign(tree(latex)[0][0]) == found


def test_a_lone_bar_does_not_hide_the_end() -> None:
    parts = list(tree("f | y = 2")[0])
    assert [said(one) for one in operands(parts)] == ["f", "|", "y"]


@pytest.mark.parametrize(("latex", "place"), [(r"\sum_{i=1}^n x", "undOvr"), (r"\int_0^1 x", "subSup")])
def test_limits_stand_under_a_sum_and_beside_an_integral(latex: str, place: str) -> None:
    operator = next(omml(latex).iter(f"{M}nary"))
    assert operator.find(f"{M}naryPr/{M}limLoc").get(f"{M}val") == place


def test_a_limit_that_is_not_there_is_hidden() -> None:
    properties = next(omml(r"\sum_i x").iter(f"{M}naryPr"))
    assert properties.find(f"{M}supHide") is not None
    assert properties.find(f"{M}subHide") is None


@pytest.mark.parametrize("latex", ["-x", "(-x)", "a = -b", "+-x"])
def test_a_sign_before_a_number_encloses_nothing(latex: str) -> None:
    assert not list(omml(latex).iter(f"{M}d"))

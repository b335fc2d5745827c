"""Formulas between any of the marks that teachers write: what is one, what has a label, and what is a price."""

from __future__ import annotations

import pytest

from coursepack.load.formulas import one_line
from coursepack.load.markdown import parser


def labelled(source: str) -> list[tuple[str, str]]:
    return [(one.meta["id"], one.meta["latex"]) for one in parser().parse(source) if one.type == "formula"]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("$$\na = b\n$$ (eq:sum)\n", [("eq-sum", "a = b")]),
        ("$$ a = b $$ {#eq-sum}\n", [("eq-sum", "a = b")]),
        ("$$\n- a\n- b = c\n$$ (dif)\n", [("dif", "- a - b = c")]),
        ("Words\n$$\na\n$$ (b_c)\nmore", [("b-c", "a")]),
        ("> $$\n> a\n> $$ (b)\n", [("b", "a")]),
        ("$$\na = b\n$$\n", []),
        ("$$ a $$ and (b)\n", []),
        ("$$\na\n\n$$ (b)\n", []),
        ("$$ $$ (b)\n", []),
    ],
)
def test_a_formula_with_a_label_behind_it_is_a_block(source: str, expected: list[tuple[str, str]]) -> None:
    assert labelled(source) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("as $ \\pi_l$ is", ["\\pi_l"]),
        ("as $\\pi_l $ and $ x \\leq y $.", ["\\pi_l", "x \\leq y"]),
        ("from $ 5 to $ 10", []),
        ("costs $5, and $\\alpha$ is", ["\\alpha"]),
        ("$ \\alpha\nover lines $", []),
    ],
)
def test_blanks_inside_the_dollars_are_no_harm_to_a_command(source: str, expected: list[str]) -> None:
    (inline,) = (token for token in parser().parse(source) if token.type == "inline")
    assert [one.content for one in inline.children or [] if one.type == "math"] == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Then\n$$\n\\begin{aligned}\na\n\\end{aligned}\n$$\nholds", ["math_block"]),
        ("Then\n$$\n\\begin{align}\na\n\\end{align}\n$$\nholds", ["math_block"]),
        ("1. Then\n$$\n\\begin{aligned}\na\n\\end{aligned}\n$$\nholds.\n2. So", ["math_block"]),
        ("- Then\n  $$\n  \\begin{aligned}\n  a\n  \\end{aligned}\n  $$\n", ["math_block"]),
        ("Then\n$$\na\n$$\n\\begin{align}\nb\n\\end{align}\n", ["math_block", "math_block"]),
        ("Then\n\\begin{align}\na\n\\end{align}\n", ["math_block"]),
    ],
)
def test_an_environment_between_dollars_inside_a_paragraph_is_its_formula(source: str, expected: list[str]) -> None:
    found = [one for token in parser().parse(source) for one in (token, *(token.children or []))]
    assert [one.type for one in found if "math" in one.type or one.type == "environment"] == expected


@pytest.mark.parametrize("latex", ["A", "ABC", "sin x", "a, b", "5 kg", "n mod m", r"2 \text{ cm long}", "v = the way"])
def test_a_letter_or_a_name_in_round_brackets_is_a_formula(latex: str) -> None:
    (inline,) = (token for token in parser().parse(f"so \\({latex}\\) it") if token.type == "inline")
    assert [token.content for token in inline.children or [] if token.type == "math"] == [latex]


@pytest.mark.parametrize("latex", ["x", "1 + 1", "ab", "\\pi", "n!"])
def test_a_short_formula_in_brackets_is_one(latex: str) -> None:
    (inline,) = (token for token in parser().parse(f"so \\[{latex}\\] it") if token.type == "inline")
    assert [token.content for token in inline.children or [] if token.type == "math"] == [latex]


def test_a_comment_may_follow_the_end_of_a_line() -> None:
    latex = "a &= b \\\\% c\\\\\n&= d \\\\\\\\% e\n&= 5\\% \\\\\n% f\n\\end{align}"
    assert one_line(latex) == r"a &= b \\ &= d \\\\ &= 5\% \\ \end{align}"


def test_names_that_html_has_for_signs_are_the_signs() -> None:
    assert one_line("a &lt; b &amp;= c &gt; d & e") == "a < b &= c > d & e"


def test_the_number_of_a_figure_of_libretexts_is_its_number() -> None:
    assert parser().render(r"Figure \(\PageIndex{3}\) and \\(\PageIndex{4a}\\)") == "<p>Figure 3 and 4a</p>\n"

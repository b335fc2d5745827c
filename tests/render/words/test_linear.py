"""Formulas in a row: the signs as they are, and brackets wherever a row would be read as another formula."""

from __future__ import annotations

import re
from math import sqrt

import pytest

from coursepack.render.words.linear import linear


def row(latex: str) -> str:
    """Return a row with plain blanks."""
    return linear(latex).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("latex", "value"),
    [
        (r"\frac{1+3}{2}", 2),
        (r"\frac{6}{2+1}", 2),
        (r"\frac{12}{2 \times 3}", 2),
        (r"\frac{1}{(1+1)(2+2)}", 0.125),
        (r"\frac{(1+2)-(3+5)}{2}", -2.5),
        (r"\frac{(1+1)(2+4)}{3}", 4),
        (r"\frac{1}{\frac{1}{4}}", 4),
        (r"\frac{\frac{1}{2}}{4}", 0.125),
        (r"\sqrt{2 \times 8}", 4),
        (r"\sqrt{9}+1", 4),
        (r"2\sqrt{\frac{1}{4}}", 1),
        (r"\left(1+2\right)^2", 9),
        (r"2^{1+2}", 8),
        (r"10^{-1}", 0.1),
        (r"1 - 2 + 3", 2),
    ],
)
def test_read_by_the_rules_of_arithmetic_a_row_has_the_value_of_its_formula(latex: str, value: float) -> None:
    assert arithmetic(row(latex)) == pytest.approx(value)


def arithmetic(text: str) -> float:
    """Read a row of numbers as a pupil does: powers, products and quotients from left to right, sums."""
    high = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻", "0123456789+-", strict=True))
    raised = re.sub(f"[{''.join(high)}]+", lambda m: f"**({''.join(high[sign] for sign in m[0])})", text)
    plain = raised.replace(" ", "").replace("−", "-").replace("×", "*")
    rooted = re.sub(r"√(\d+)", r"√(\1)", plain)
    joined = re.sub(r"(?<=[\d)])(?=[(√])", "*", rooted).replace("√", "sqrt")
    return float(eval(joined, {"__builtins__": {}, "sqrt": sqrt}))  # noqa: S307 a test's own sums


@pytest.mark.parametrize(
    ("latex", "wanted"),
    [
        (r"\frac{a}{bc}", "a/(bc)"),
        (r"\frac{ab}{c}", "ab/c"),
        (r"\frac{\text{way}}{\text{time}}", "way/time"),
        (r"\frac{1}{12}", "1/12"),
        (r"\sqrt{2x}", "√(2x)"),
        (r"\sqrt{1.5}", "√1.5"),
        (r"\sqrt[3]{x}", "³√x"),
        (r"e^{i\pi}", "e^(iπ)"),
        (r"x_{ij}", "x_(ij)"),
    ],
)
def test_only_one_sign_one_number_and_one_word_stand_without_brackets(latex: str, wanted: str) -> None:
    assert row(latex) == wanted


@pytest.mark.parametrize(
    ("latex", "wanted"),
    [
        (r"x_i^2", "xᵢ²"),
        (r"\sum_{i=1}^n x_i", "∑ᵢ₌₁ⁿxᵢ"),
        (r"a_{n+1}", "aₙ₊₁"),
        (r"f'(x)", "f′(x)"),
        (r"x''", "x″"),
        (r"90^\circ", "90°"),
        (r"x^{y}", "x^y"),
        (r"x_{b}", "x_b"),
    ],
)
def test_indices_and_powers_are_small_where_unicode_has_the_signs(latex: str, wanted: str) -> None:
    assert row(latex) == wanted


@pytest.mark.parametrize(
    ("latex", "wanted"),
    [(r"\hat{p}", "p\u0302"), (r"\bar{x}", "x\u0304"), (r"\vec{v}", "v\u20d7"), (r"\overline{AB}", "A\u0304B\u0304")],
)
def test_a_sign_over_letters_joins_every_one_of_them(latex: str, wanted: str) -> None:
    assert row(latex) == wanted


def test_a_binomial_coefficient_is_no_quotient() -> None:
    assert row(r"\binom{n}{k}") == "(n¦k)"


def test_cells_of_a_matrix_stay_apart_and_its_rows_too() -> None:
    assert row(r"\begin{pmatrix}a&b\\c&d\end{pmatrix}") == "(a b; c d)"


def test_a_brace_is_not_among_the_signs() -> None:
    assert row(r"\underbrace{a+b}_{n}") == "(a + b)ₙ"


def test_a_row_does_not_break_and_its_relations_have_air() -> None:
    assert linear(r"a+b \le c") == "a\u00a0+\u00a0b\u00a0≤\u00a0c"
    assert linear(r"3 - 2") == "3\u00a0−\u00a02"

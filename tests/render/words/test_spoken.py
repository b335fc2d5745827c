"""Formulas read out: what is heard must lead back to one formula."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import pytest

from coursepack.render.words.spoken import spoken

if TYPE_CHECKING:
    from collections.abc import Callable

    from coursepack.render.look.design import Design


@pytest.fixture(scope="session")
def read(own_design: Design) -> Callable[[str], str]:
    words = own_design.labels["spoken"]
    return lambda latex: spoken(latex, words)


@pytest.mark.parametrize(
    ("latex", "words"),
    [
        (r"\frac{a}{b}", "a over b"),
        (r"\frac{a+b}{c}", "the fraction a plus b over c end,"),
        (r"\sqrt{x}+1", "the square root of x end, plus 1"),
        (r"\sqrt[n]{x}", "n th root of x end,"),
        (r"x^2+y^3", "x squared plus y cubed"),
        (r"x^{n+1}", "x to the power of n plus 1 end,"),
        (r"x_i^2", "x sub i squared"),
        (r"\int_0^1 x", "the integral from 0 to 1 of x"),
        (r"\prod_{i=1}^n x_i", "the product from i equals 1 to n of x sub i"),
        (r"\bar{x} \approx \mu", "x bar is about mu"),
        (r"P(A \mid B) \ge 0", "P open bracket A given B close bracket is at least 0"),
        (r"3 - 2", "3 minus 2"),
        (r"\bm{v} = |v|", "v in bold equals bar v bar"),
        (r"x \in \mathbb{R}", "x in R"),
        (r"\neg p \land q \lor r", "not p and q or r"),
        (r"\mathcal{L}(x)", "L open bracket x close bracket"),
        (r"\binom{n}{k}", "open bracket n choose k close bracket"),
    ],
)
def test_a_formula_is_said_as_a_teacher_says_it(latex: str, words: str, read: Callable[[str], str]) -> None:
    assert read(latex) == words


ALIKE = [
    r"\frac{a}{b}+c", r"\frac{a}{b+c}", r"\frac{a+c}{b}", r"\frac{\frac{a}{b}}{c}", r"\frac{a}{\frac{b}{c}}",
    r"\sqrt{a+b}", r"\sqrt{a}+b", r"a^{b+c}", r"a^b+c", r"\sqrt{\frac{a}{b}}", r"\frac{\sqrt{a}}{b}", r"\binom{a}{b}",
    r"a_b^2", r"\left(a+b\right)^2", r"a+b^2",
]  # fmt: skip


@pytest.mark.parametrize("latex", ["f := 2", "f =: 2"])
def test_what_defines_is_said_as_one_sign(latex: str, read: Callable[[str], str]) -> None:
    assert read(latex) == "f equals by definition 2"


def test_no_two_formulas_sound_the_same(read: Callable[[str], str]) -> None:
    for one, other in combinations(ALIKE, 2):
        assert read(one) != read(other), (one, other)


@pytest.mark.parametrize(
    ("latex", "words"), [(r"f'(x)", "f prime open bracket x close bracket"), (r"x''", "x prime prime")]
)
def test_a_prime_is_no_power(latex: str, words: str, read: Callable[[str], str]) -> None:
    assert read(latex) == words


def test_no_row_is_announced_that_does_not_come(read: Callable[[str], str]) -> None:
    words = "open bracket a b next row, c d close bracket"
    assert read(r"\begin{pmatrix}a&b\\c&d\end{pmatrix}") == words


def test_signs_that_only_group_are_silent(read: Callable[[str], str]) -> None:
    assert read(r"\underbrace{a+b}") == "a plus b"


def test_a_sign_that_the_language_has_no_word_for_is_said_as_it_is(read: Callable[[str], str]) -> None:
    assert read(r"a \oplus b") == "a ⊕ b"

"""Decimal commas in formulas."""

from __future__ import annotations

import pytest

from coursepack.load import commas
from coursepack.load.markdown import parser


@pytest.mark.parametrize(
    ("latex", "expected"),
    [
        ("7,5 : 3 = 2,5", "7{,}5 : 3 = 2{,}5"),
        (r"\frac{0,5}{x^{1,25}}", r"\frac{0{,}5}{x^{1{,}25}}"),
        (r"0,\overline{6}", r"0{,}\overline{6}"),
        ("0,5, 0,75", "0{,}5, 0{,}75"),
        ("(1,5 + 2)", "(1{,}5 + 2)"),
    ],
)
def test_a_comma_between_digits_is_one_of_a_number(latex: str, expected: str) -> None:
    assert commas.closed(latex) == expected


@pytest.mark.parametrize(
    "latex",
    ["1,2,3", r"1,2,\dots", "x,1,2", "(1,2)", r"\{0,1\}", "a_{1,2}", "0, 5", "0{,}5", r"\text{1,5 kg}", r"\SI{1,5}{m}"],
)
def test_others_are_of_a_list_or_stay_as_they_are(latex: str) -> None:
    assert commas.closed(latex) == latex


def test_a_text_has_them_where_its_language_has_decimal_commas() -> None:
    source = "So $0,5$ and\n\n$$\n1,5\n$$\n"

    def formulas(*, comma: bool) -> list[str]:
        tokens = parser(comma=comma).parse(source)
        return [one.content for token in tokens for one in (token, *(token.children or [])) if "math" in one.type]

    assert formulas(comma=True) == ["0{,}5", "1{,}5"]
    assert formulas(comma=False) == ["0,5", "1,5"]

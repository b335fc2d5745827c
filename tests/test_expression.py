from __future__ import annotations

import pytest

from coursepack import expression as module
from coursepack.expression import _OPERATORS, FUNCTIONS, ExpressionError, FormError, evaluate


def test_names_are_those_that_are_given_and_two_constants() -> None:
    assert evaluate("2 * n + pi - pi", {"n": 3}) == 6
    assert evaluate("e", {}) == pytest.approx(2.718281828)


@pytest.mark.parametrize("expression", ["1 / 0", "1 % 0", "sqrt(-1)", "log(0)", "(-8) ** (1 / 3)", "exp(1000)"])
def test_what_has_no_number_is_an_error(expression: str) -> None:
    with pytest.raises(ExpressionError):
        evaluate(expression, {})


@pytest.mark.parametrize(
    "expression",
    [
        "", " ", "n = 1", "import os", "().__class__", "''", "'a' * 9", "[1] * 9", "(1, 2)", "{1: 2}", "lambda: 1",
        "1 if 1 else 2", "1 < 2", "1 and 2", "not 1", "~1", "1 << 2", "1 // 2", "7 ^ 2", "True", "None", "2j", "1; 2",
        "sqrt", "sqrt()", "sqrt(1, 2)", "sqrt(x=1)", "sqrt(*n)", "max(key=1)", "eval('1')", "open", "n.real", "n[0]",
        "f'{n}'", "x", "f(1)", "2 n", "..", "1 +", "[x for x in n]", "(n := 2)", "\x00",
    ],
)  # fmt: skip
def test_what_is_no_expression_of_numbers_is_an_error_of_form(expression: str) -> None:
    with pytest.raises(FormError):
        evaluate(expression, {"n": 1.0})


@pytest.mark.parametrize(
    "expression",
    [
        "9 ** 9 ** 9 ** 9",
        "99999999 ** 99999999",
        "(10 ** 300) * (10 ** 300)",
        "1e999",
        f"1{'0' * 190}",
        "-" * 199 + "1",
        "(" * 99 + "1" + ")" * 99,
        "+".join(["1"] * 5000),
        "round(2, 10 ** 9)",
        "floor(10 ** 300)",
        "2 ** -9999999",
    ],
)
def test_nothing_takes_long(expression: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is worked out is as short as what may be written, and no number grows: each has a point that floats."""
    asked, places = list[tuple[float, ...]](), [0]
    for table in (_OPERATORS, FUNCTIONS):
        for name, work in table.items():
            monkeypatch.setitem(table, name, lambda *values, work=work: asked.append(values) or work(*values))
    monkeypatch.setattr(module, "rounded", lambda value, count: places.append(count) or value)
    try:
        evaluate(expression, {})
    except ExpressionError as error:
        assert str(error)  # noqa: PT017 some of them have a number
    assert len(asked) <= 200
    assert all(isinstance(value, float) for values in asked for value in values)
    assert max(map(abs, places)) <= 10

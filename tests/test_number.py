from __future__ import annotations

import pytest

from coursepack.number import latex, percent, rounded, signed, written


@pytest.mark.parametrize(
    ("value", "places", "expected"),
    [
        (2.675, 2, 2.68),
        (0.5, 0, 1),
        (-2.5, 0, -3),
        (0.1 + 0.2, 1, 0.3),
        (1.15 * 3, 1, 3.5),
        (-0.04, 1, 0),
        (1234, -2, 1200),
    ],
)
def test_numbers_are_rounded_as_people_do(value: float, places: int, expected: float) -> None:
    assert rounded(value, places) == expected
    assert str(rounded(value, places))[0] != "-" or expected < 0


def test_per_cent_stand_as_in_the_language() -> None:
    assert [percent(2.5, language) for language in ("en", "de", "fr")] == ["2.5%", "2,5\u202f%", "2,5\u202f%"]


def test_numbers_with_marks_are_texts_in_formulas() -> None:
    assert [latex(value, "en") for value in (5, -0.5, 1234, -1234.5)] == [
        "5",
        "-0.5",
        r"\text{1,234}",
        r"-\text{1,234.5}",
    ]
    assert latex(2.5, "de") == r"\text{2,5}"
    assert written(-1234.5, "de") == "\u22121.234,5"


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("x^2 + -3x", "x^2 - 3x"),
        ("x - -3", "x + 3"),
        ("x+-3", "x- 3"),
        ("(-3)", "(-3)"),
        ("2 \\cdot -3", "2 \\cdot -3"),
    ],
)
def test_no_sign_follows_another(formula: str, expected: str) -> None:
    assert signed(formula) == expected

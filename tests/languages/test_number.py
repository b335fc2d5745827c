from __future__ import annotations

import pytest

from coursepack.languages.number import Form, as_fraction, lettered, percent, rounded, signed, written


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
    assert [Form().latex(value, "en") for value in (5, -0.5, 1234, -1234.5)] == [
        "5",
        "-0.5",
        r"\text{1,234}",
        r"-\text{1,234.5}",
    ]
    assert Form().latex(2.5, "de") == r"\text{2,5}"
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


def test_places_have_letters_beyond_z() -> None:
    assert [lettered(place) for place in (0, 25, 26, 27, 52, 701, 702)] == ["a", "z", "aa", "ab", "ba", "zz", "aaa"]
    assert [lettered(place, "xyz") for place in (0, 2, 3, 11, 12)] == ["x", "z", "xx", "zz", "xxx"]


def test_what_is_very_long_or_would_be_noughts_has_a_power_of_ten() -> None:
    assert Form(0).text(6.02e23, "en") == "6.02 \u00d7 10²³"
    assert Form(2).text(-1.6e-19, "de") == "\u22121,6 \u00d7 10⁻¹⁹"
    assert Form().text(1e-7, "en") == "1 \u00d7 10⁻⁷"
    assert Form(0).text(6.02e23 * 2 / 3, "en") == "4.01 \u00d7 10²³"
    assert Form().latex(6.02e23, "en") == r"6.02 \times 10^{23}"
    assert [Form().text(value, "en") for value in (1234567, 0.00001, 0)] == ["1,234,567", "0.00001", "0"]


def test_significant_digits_are_kept_with_their_noughts() -> None:
    three = Form(digits=3)
    said = {
        0.0123: "0.0123",
        2: "2.00",
        9.996: "10.0",
        123456: "123,000",
        3e8: "3.00 \u00d7 10⁸",
        -99950: "\u2212100,000",
    }
    assert {value: three.text(value, "en") for value in said} == said


def test_a_fraction_is_in_its_lowest_terms() -> None:
    fraction = Form(fraction=True)
    assert [fraction.text(value, "en") for value in (2 / 6, -0.75, 3, 0)] == ["1/3", "\u22123/4", "3", "0"]
    assert fraction.latex(-0.75, "en") == r"-\frac{3}{4}"
    assert as_fraction(2**0.5) is None

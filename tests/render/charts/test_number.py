from __future__ import annotations

from dataclasses import replace

import pytest

from coursepack.chart import Chart, Series
from coursepack.render.charts.number import dated, decimals, scaled, share, sums, total, written


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "107,088"),
        ("en-GB", "107,088"),
        ("de", "107.088"),
        ("de-CH", "107\u2019088"),
        ("fr", "107\u202f088"),
        ("sv", "107\u00a0088"),
        ("xx", "107,088"),
    ],
)
def test_thousands_are_marked_as_the_language_does(language: str, text: str) -> None:
    assert written(107088, language) == text


@pytest.mark.parametrize(
    ("value", "language", "text"),
    [
        (3.2, "en", "3.2"),
        (3.2, "de", "3,2"),
        (20.004, "fr", "20,004"),
        (22.0, "en", "22"),
        (0, "en", "0"),
        (-0.6, "en", "\u22120.6"),
        (-1234.5, "de", "\u22121.234,5"),
        (0.1 + 0.2, "en", "0.3"),
    ],
)
def test_decimals_stand_as_in_the_data(value: float, language: str, text: str) -> None:
    assert written(value, language) == text


def test_what_is_not_zero_is_never_written_as_zero() -> None:
    assert [written(value, "en", 1) for value in (-0.04, 0, 12.34, 0.96)] == ["\u22120.04", "0.0", "12.3", "1.0"]
    assert [written(value, "de") for value in (1.67e-27, -2.5e-9, 6.02e23, 0.0004)] == [
        "1,67\u00a0\u00d7\u00a010⁻²⁷",
        "\u22122,5\u00a0\u00d7\u00a010⁻⁹",
        "6,02\u00a0\u00d7\u00a010²³",
        "0,0004",
    ]


def test_a_share_that_is_not_zero_is_never_zero_and_not_all_never_all() -> None:
    assert [share(value, "en") for value in (0, 0.0005, 0.25, 0.9991, 1)] == ["0%", "0.1%", "25%", "99.9%", "100%"]


def test_a_year_is_said_in_words_and_other_categories_in_brackets() -> None:
    english = Chart("line", (), (), "", "en")
    french = Chart("line", (), (), "", "fr", in_year="{number} en {year}")
    assert dated(107088, "2015", english) == "107,088 in 2015"
    assert dated(107088, "2015", french) == "107\u202f088 en 2015"
    assert dated(8.3, "2015/16", english) == "8.3 in 2015/16"
    assert dated(21626, "end 2017", english) == "21,626 (end 2017)"


def test_divided_values_are_rounded_alike() -> None:
    assert scaled((69961, 107088, None), 1000, "en") == ("70", "107", "")
    assert scaled((2170, 8300), 1000, "en") == ("2.2", "8.3")
    assert scaled((2, 30), 1000, "de") == ("0,002", "0,030")
    assert scaled((2.17, 3.2), 1, "en") == ("2.17", "3.2")


def test_a_total_has_the_decimals_of_its_parts() -> None:
    assert total((0.1, 0.2, None)) == 0.3
    assert decimals(total((1.25, 2.5))) == 2


def test_the_sums_of_stacks_are_written_unless_they_mean_nothing() -> None:
    series = (Series("one", (1.5, None, 3)), Series("two", (2, None, None)))
    chart = Chart("stacked", ("a", "b", "c"), series, "answers", "de")
    assert sums(chart) == ("3,5", "", "3")
    assert sums(replace(chart, totals=False)) == ("", "", "")

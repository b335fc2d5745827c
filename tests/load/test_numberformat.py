"""What a workbook shows, by the codes of ECMA-376 part 1, 18.8.31."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from coursepack.load.numberformat import day, shown

MINUS = "\N{MINUS SIGN}"


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (1234.5, "General", "1234.5"),
        (0.1 + 0.2, "General", "0.3"),
        (-4, "General", f"{MINUS}4"),
        (3, "0.00", "3.00"),
        (3.14159, "0.0#", "3.14"),
        (3.1, "0.0#", "3.1"),
        (2.5, "0", "3"),
        (7, "000", "007"),
        (1234567, "#,##0", "1,234,567"),
        (0.256, "0%", "26%"),
        (0.256, "0.0%", "25.6%"),
        (-5, "0.0", f"{MINUS}5.0"),
        (-0.01, "0.0", "0.0"),
        (-5, "0;(0)", "(5)"),
        (0, "0;-0;\\n\\o\\n\\e", "0"),
        (12, '0" km"', "12 km"),
        (12, "0\\!", "12!"),
        (12, "[$€-407] 0", "€ 12"),
        (12, "[Red]0_)", "12"),
        (0.5, "# ?/?", "0.5"),
    ],
)
def test_a_number_is_written_as_its_format_shows_it(value: float, code: str, text: str) -> None:
    assert shown(value, code, "en") == text


def test_the_marks_are_the_language_s() -> None:
    assert shown(1234.5, "#,##0.0", "de") == "1.234,5"
    assert shown(0.5, "General", "de") == "0,5"


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (date(2026, 3, 1), "dd.mm.yyyy", "2026-03-01"),
        (date(2026, 3, 1), "mmm yy", "2026-03"),
        (date(2026, 3, 1), "yyyy", "2026"),
        (datetime(2026, 3, 1, 9, 5), "dd/mm/yyyy hh:mm", "2026-03-01 09:05"),  # noqa: DTZ001 cells have no zone
        (datetime(2026, 3, 1), "dd/mm/yyyy", "2026-03-01"),  # noqa: DTZ001 cells have no zone
        (time(9, 5), "hh:mm", "09:05"),
        (time(9, 5, 7), "hh:mm:ss", "09:05:07"),
    ],
)
def test_a_date_is_as_exact_as_its_format(value: date | time, code: str, text: str) -> None:
    assert day(value, code) == text

from __future__ import annotations

import pytest

from coursepack.languages.day import parsed


@pytest.mark.parametrize("text", ["2024-02-29", "1789-07-14", "476", "2024-12"])
def test_a_year_a_month_and_a_day_are_dates(text: str) -> None:
    assert parsed(text)


@pytest.mark.parametrize(
    "text", ["2023-02-29", "1900-02-29", "2024-13", "05/01/2024", "0000-01-01", "12345", "May", ""]
)
def test_a_day_that_no_calendar_has_is_none(text: str) -> None:
    assert parsed(text) is None


def test_days_of_a_leap_year_are_closer() -> None:
    found = [day.year for text in ("2024-07-01", "2023-07-01", "2024-12-31") for day in [parsed(text)] if day]
    assert found == [pytest.approx(2024 + 182 / 366), pytest.approx(2023 + 181 / 365), pytest.approx(2024 + 365 / 366)]

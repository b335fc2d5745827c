from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from coursepack.render.labelling.days import begun, marks


def day(text: str) -> float:
    return float(date.fromisoformat(text).toordinal())


def said(first: str, last: str, language: str = "en-GB", width: float = 340) -> list[str]:
    low, high = day(first), day(last)
    found = marks(begun(low, high), high, language, lambda text: len(text) * 4.5 + 12, width / ((high - low) or 1))
    return [f"{mark.text}/{mark.year}".rstrip("/") for mark in found]


def test_a_week_in_august_has_its_days_and_the_year_once() -> None:
    assert said("1990-08-02", "1990-08-09")[:3] == ["2 Aug/1990", "3 Aug", "4 Aug"]
    assert len(said("1990-08-02", "1990-08-09")) == 8


def test_a_spring_has_months_from_the_one_of_its_first_day() -> None:
    assert said("2024-01-05", "2024-04-20") == ["Jan/2024", "Feb", "Mar", "Apr"]


def test_a_year_stands_where_it_begins() -> None:
    assert "Jan/2023" in said("2022-01-01", "2023-12-01")


def test_years_long_past_are_marked_by_round_numbers() -> None:
    assert said("1793-01-21", "1815-06-18", width=150) == ["1795", "1800", "1805", "1810", "1815"]


def test_a_single_day_is_said_in_full() -> None:
    assert said("2024-02-29", "2024-02-29") == ["29 Feb 2024"]


@pytest.mark.parametrize("width", [60, 120, 340, 800])
@pytest.mark.parametrize("last", ["0001-01-09", "0004-01-01", "0033-01-01", "0900-01-01", "9999-12-31"])
def test_no_two_marks_meet_however_long_the_time(last: str, width: float) -> None:
    low, high = day("0001-01-01"), day(last)
    pitch = width / (high - low)
    found = marks(low, high, "de", lambda text: len(text) * 4.5, pitch)
    assert found
    for one, other in pairwise(found):
        assert (other.day - one.day) * pitch >= (len(one.text) + len(other.text)) * 4.5 / 2

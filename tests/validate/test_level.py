from __future__ import annotations

import pytest

from coursepack.validate.level import years

KNOWN = ["primary 6", "lower secondary 9", "secondary 12", "university 16"]


@pytest.mark.parametrize(
    ("level", "found"),
    [
        ("Lower secondary", [9]),
        ("Upper secondary and first-year university", [12, 16]),
        ("Lower secondary to upper secondary", [9, 12]),
        ("Anybody", []),
    ],
)
def test_a_level_is_the_years_that_its_words_name(level: str, found: list[int]) -> None:
    assert years(level, KNOWN) == found

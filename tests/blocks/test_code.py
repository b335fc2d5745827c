"""A piece of a program: the lines that matter are there, in whatever form they are named."""

from __future__ import annotations

import pytest

from fenced import block, said

CODE = "code: |\n  one\n  two\n\n  four\n"


@pytest.mark.parametrize(
    ("written", "lines"),
    [("2", (2,)), ("[1, 4]", (1, 4)), ("'2-4'", (2, 3, 4)), ("['1-2', 4]", (1, 2, 4)), ("'1, 3-4'", (1, 3, 4))],
)
def test_lines_are_named_by_numbers_and_ranges(written: str, lines: tuple[int, ...]) -> None:
    fields = f"{CODE}emphasis: {written}"
    assert block("code", fields).emphasis == lines
    assert said("code", fields) == []


@pytest.mark.parametrize(
    ("written", "places"), [("[4, 5]", [6]), ("0", [6]), ("'4-6'", [6, 6]), ("\n  - 1\n  - 9", [8])]
)
def test_a_line_that_is_not_there_is_said_at_its_number_if_it_has_a_place(written: str, places: list[int]) -> None:
    assert said("code", f"{CODE}emphasis: {written}") == [("unknown-line", place) for place in places]


def test_lines_at_the_end_that_are_blank_are_none() -> None:
    assert said("code", "code: |+\n  one\n\n\nemphasis: 2") == [("unknown-line", 5)]

from __future__ import annotations

import re

import pytest

from coursepack.symbol import LONGEST, bound, mistake, whole


def found(pattern: str, text: str) -> list[str]:
    return [match[0] for match in re.finditer(whole((pattern,)), text)]


@pytest.mark.parametrize(
    ("text", "symbols"),
    [
        ("see ISO/8601-1, and", ["ISO/8601-1"]),
        ("(ISO/80.) ISO/81.", ["ISO/80", "ISO/81"]),
        ("by ISO/7(2) and", ["ISO/7(2)"]),
        ("EISO/8 A/ISO/9", []),
    ],
)
def test_a_symbol_is_found_whole_without_the_full_stop_after_it(text: str, symbols: list[str]) -> None:
    assert found("ISO/*", text) == symbols


def test_blanks_in_a_symbol_are_found_bound_or_not() -> None:
    pattern = bound(("law # (#)",))
    assert pattern
    assert [match[0] for match in pattern.finditer("law 7 (1990), law\u00a08 (1991), law 9")] == [
        "law 7 (1990)",
        "law\u00a08 (1991)",
    ]
    assert bound(("ISO/*",)) is None


def test_a_pattern_is_no_regular_expression() -> None:
    assert found("a.c+/*", "abcc/1 a.c+/2") == ["a.c+/2"]


@pytest.mark.parametrize("pattern", ["", "*", "*/A", "/A", " A", "A" * (LONGEST + 1)])
def test_a_pattern_that_is_found_everywhere_or_nowhere_is_refused(pattern: str) -> None:
    assert mistake(pattern)


def test_a_wildcard_gives_nothing_back_and_takes_no_more_than_its_limit() -> None:
    """So the work grows with the text alone: nothing is tried again, no run is read from each of its signs."""
    assert found("A*B", "A1B") == []
    assert len(found("A*", "A" + "-a" * 200)[0]) == LONGEST + 1

"""Widths of columns: those that are given, what is left over, and more than there is."""

from __future__ import annotations

import pytest

from coursepack.columnshares import faults, shares
from coursepack.problem import Severity, Span


@pytest.mark.parametrize(
    ("widths", "expected"),
    [
        (["40%", "60%"], ((0, 40), (40, 60))),
        (["40%", "10%", "30%"], ((0, 40), (40, 10), (50, 30))),
        (["40%", None], ((0, 40), (40, 60))),
        ([None, None, None, None], ((0, 25), (25, 25), (50, 25), (75, 25))),
        (["60%", None, "20%", None], ((0, 60), (60, 10), (70, 20), (90, 10))),
        (["80%", "80%"], ((0, 50), (50, 50))),
    ],
)
def test_columns_stand_where_those_before_them_end(
    widths: list[str | None], expected: tuple[tuple[float, float], ...]
) -> None:
    for share, (start, wide) in zip(shares(widths), expected, strict=True):
        assert share == pytest.approx((start, wide))


def test_what_is_too_wide_is_said_where_it_goes_beyond_the_whole() -> None:
    places = [Span("a.md", line) for line in (3, 4, 5)]
    assert list(faults(["33.4%", "33.4%", "33.4%"], places)) == []
    (found,) = faults(["60%", "50%", "10%"], places)
    assert (found.span, found.severity) == (places[1], Severity.WARNING)
    assert "120 %" in found.message
    (found,) = faults(["50%", "45%", None], places)
    assert found.span == places[2]

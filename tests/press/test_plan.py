"""Cells on sheets, worked out by hand."""

from __future__ import annotations

import pytest

from coursepack.press.marks import MM
from coursepack.press.plan import plan
from coursepack.press.scheme import SCHEMES, SHEETS, Wish

A5, A4 = ((148 * MM, 210 * MM), (210 * MM, 297 * MM))


def test_a_booklet_of_a5_is_on_a4_lying() -> None:
    found = plan(A5, SCHEMES["booklet"], Wish())
    assert (found.width, found.height) == pytest.approx((296 * MM, 210 * MM))
    assert (found.grid.columns, found.grid.rows, found.scale, found.gap) == (2, 1, 1, 0)
    assert [end for column in found.columns() for end in column] == pytest.approx([0, 148 * MM, 148 * MM, 296 * MM])
    assert found.usual == "short"


def test_a_booklet_of_a4_on_a4_is_smaller() -> None:
    found = plan(A4, SCHEMES["booklet"], Wish(sheet=SHEETS["a4"]))
    assert (found.width, found.height) == pytest.approx((297 * MM, 210 * MM))
    assert found.scale == pytest.approx(148.5 / 210, abs=1e-3)


@pytest.mark.parametrize(
    ("up", "grid", "scale", "lies"), [(2, (2, 1), 148.5 / 210, True), (4, (2, 2), 0.5, False), (1, (1, 1), 1, False)]
)
def test_so_many_are_as_large_as_can_be(up: int, grid: tuple[int, int], scale: float, lies: bool) -> None:  # noqa: FBT001 a row
    found = plan(A4, SCHEMES["n-up"], Wish("n-up", up=up))
    assert (found.grid.columns, found.grid.rows) == grid
    assert found.scale == pytest.approx(scale, abs=1e-3)
    assert (found.width > found.height) is lies


def test_what_is_cut_has_its_bleed_between_and_its_marks_around() -> None:
    found = plan(A5, SCHEMES["stack"], Wish("stack", up=2, bleed=3, marks=True))
    assert found.scale == 1
    assert found.gap == pytest.approx(6 * MM)
    (first, second) = found.columns() if found.grid.columns == 2 else found.rows()
    assert second[0] - first[1] == pytest.approx(6 * MM)
    assert first[0] == pytest.approx(10 * MM)

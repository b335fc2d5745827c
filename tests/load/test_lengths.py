"""How wide or high a picture is, as it is written."""

from __future__ import annotations

import pytest

from coursepack.load.lengths import WIDTH, high


@pytest.mark.parametrize(
    ("width", "known"), [("40%", True), ("12.5mm", True), ("6cm", True), ("300px", True), ("4", False), ("4em", False)]
)
def test_widths_are_shares_or_lengths_on_paper(width: str, *, known: bool) -> None:
    assert bool(WIDTH.fullmatch(width)) == known


def test_a_height_alone_is_a_length_and_no_width_is_one() -> None:
    assert high("2cm high") == pytest.approx(56.69, abs=0.01)
    assert high("2cm") is None

"""Lengths of a slide in CSS: a `rem` is an inch."""

from __future__ import annotations

import pytest

from coursepack.render.slides.flat.lengths import inches, points


@pytest.mark.parametrize(("length", "written"), [(1, "1.0000rem"), (0.5, "0.5000rem"), (-0.125, "-0.1250rem")])
def test_inches_are_written_to_a_ten_thousandth(length: float, written: str) -> None:
    assert inches(length) == written


@pytest.mark.parametrize(("length", "written"), [(72, "1.0000rem"), (18, "0.2500rem"), (0, "0.0000rem")])
def test_seventy_two_points_are_an_inch(length: float, written: str) -> None:
    assert points(length) == written

"""The title of an axis: below the drawing, flush right, and cut where it is wider than the drawing. Points."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from chart_cases import lettering

from coursepack.render.charts.axistitle import with_title

if TYPE_CHECKING:
    from coursepack.render.charts.label import Run


@dataclass(frozen=True)
class Drawn:
    width: float
    height: float
    runs: tuple[Run, ...] = ()


def test_it_stands_three_points_below_at_the_right_and_makes_the_drawing_higher() -> None:
    made = with_title(Drawn(200, 100), "Years", lettering())
    (run,) = made.runs
    assert (run.box.top, run.box.right) == pytest.approx((103, 200))
    assert made.height == pytest.approx(run.box.bottom)


def test_what_is_drawn_already_stays() -> None:
    first = with_title(Drawn(200, 100), "Years", lettering())
    assert with_title(first, "More", lettering()).runs[:1] == first.runs

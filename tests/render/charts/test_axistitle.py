"""The title of an axis: below the drawing, flush right, in more lines where it is wider than the drawing. Points."""

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


def test_one_that_is_wider_than_the_drawing_has_more_lines_and_all_its_words() -> None:
    words = "Cubic metres of water that the river carries in a second"
    made = with_title(Drawn(100, 100), words, lettering())
    assert " ".join(run.text for run in made.runs) == words
    assert all(run.box.left >= 0 and run.box.right == pytest.approx(100) for run in made.runs)
    assert made.height == pytest.approx(max(run.box.bottom for run in made.runs))


def test_what_is_drawn_already_stays() -> None:
    first = with_title(Drawn(200, 100), "Years", lettering())
    assert with_title(first, "More", lettering()).runs[:1] == first.runs

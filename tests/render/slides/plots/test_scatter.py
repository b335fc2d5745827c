from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.chart import Chart, Mark, Series
from coursepack.render.slides.plots.scatter import plan

if TYPE_CHECKING:
    from coursepack.render.slides.plots.plot import Canvas

HEIGHTS = (150.0, 160.0, 170.0, 180.0)
PEOPLE = ("Amara", "Ben", "Chiara", "Dana")


def scatter(*rows: tuple[float | None, ...], marks: tuple[Mark, ...] = ()) -> Chart:
    series = tuple(Series(name, row) for name, row in zip(("first", "second"), rows, strict=False))
    return Chart("scatter", PEOPLE, series, "kg", "en", positions=HEIGHTS, marks=marks)


def test_both_scales_hold_all_values_and_end_at_marks(canvas: Canvas) -> None:
    made = plan(scatter((48, 55, 66, 81)), canvas)
    assert made.across
    for axis, low, high in ((made.across, 150, 180), (made.up, 48, 81)):
        assert axis.low <= low
        assert axis.high >= high
        steps = (axis.high - axis.low) / axis.step
        assert steps == pytest.approx(round(steps))


def test_a_mark_has_its_words_at_its_dot_and_no_other_dot_has_any(canvas: Canvas) -> None:
    (row,) = plan(scatter((48, 55, 66, 81), marks=(Mark(2, "the tallest in May"),)), canvas).rows
    (label,) = row.labels
    assert (label.index, " ".join(text for text, _ in label.lines)) == (2, "the tallest in May")


def test_several_series_are_named_at_the_dots_that_are_farthest_from_the_others(canvas: Canvas) -> None:
    """The first runs away from the second at its end, and the second from the first."""
    first, second = plan(scatter((50, 50, 50, 90), (50, 50.5, 51, 40)), canvas).rows
    assert [(label.index, label.lines[0][0]) for label in first.labels] == [(3, "first")]
    assert [(label.index, label.lines[0][0]) for label in second.labels] == [(3, "second")]


def test_a_value_that_is_missing_has_no_dot_and_bears_no_name(canvas: Canvas) -> None:
    first, second = plan(scatter((50, 50, 50, None), (90, None, 91, 92)), canvas).rows
    assert first.values[3] is None
    assert first.labels[0].index != 3
    assert second.labels[0].index != 1

"""What a kind of chart can show at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursepack.chart import MOST_SERIES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coursepack.chart import Chart
    from coursepack.render.charts.label import Block

MOST_PARTS = 6  # of a pie
_FEWEST = 2


class LimitError(ValueError):
    """Raised when a chart holds what its kind cannot show."""


def all_placed(labels: Iterable[tuple[Block, object]]) -> None:
    """Refuse a chart that would lose a label.

    Raises:
        LimitError: a label has found no place.
    """
    lost = [" ".join(line.text for line in label.lines) for label, spot in labels if spot is None]
    if lost:
        message = f"no room for the label “{'”, “'.join(lost)}”: mark fewer points, or say less about them"
        raise LimitError(message)


def check(chart: Chart) -> None:
    """Hold a chart to what can be drawn.

    Raises:
        LimitError: it has no categories, too many series, or a negative part of a stacked bar.
    """
    number, most = len(chart.series), MOST_SERIES[chart.kind]
    if not chart.categories:
        message = f"a {chart.kind} chart needs one category or more"
        raise LimitError(message)
    if not 0 < number <= most:
        message = f"a {chart.kind} chart shows 1 to {most} series, not {number}"
        raise LimitError(message)
    why = _parts(chart)
    if why:
        raise LimitError(why)


def _parts(chart: Chart) -> str:
    """Say what is wrong with the parts of a whole."""
    values = [value for series in chart.series for value in series.values]
    negative = any(value is not None and value < 0 for value in values)
    match chart.kind:
        case "stacked" if negative:
            return "the parts of a stacked bar cannot be negative"
        case "area" | "pie" if negative or None in values:
            return f"the parts of {'an area' if chart.kind == 'area' else 'a pie'} are numbers from 0 up, without gaps"
        case "area" if len(chart.categories) < _FEWEST:
            return "an area chart needs two categories or more"
        case "pie" if not _FEWEST <= len(values) <= MOST_PARTS:
            return f"a pie has 2 to {MOST_PARTS} parts, not {len(values)}: more are read better as ranked bars"
        case "pie" if 0 in values:
            return "a part of a pie cannot be 0"
        case _:
            return ""

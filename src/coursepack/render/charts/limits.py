"""What a kind of chart can show at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coursepack.chart import Chart, Kind
    from coursepack.render.charts.label import Block
    from coursepack.render.charts.place import Spot

MOST_SERIES: dict[Kind, int] = {"line": 4, "bar": 1, "stacked": 3, "ranked": 1}


class LimitError(ValueError):
    """Raised when a chart holds what its kind cannot show."""


def all_placed(labels: Iterable[tuple[Block, Spot | None]]) -> None:
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
    values = (value for series in chart.series for value in series.values if value is not None)
    if chart.kind == "stacked" and any(value < 0 for value in values):
        message = "the parts of a stacked bar cannot be negative"
        raise LimitError(message)

"""The form that a chart takes: as its author wants it, or another one where that could not be read.

Upright bars whose names or numbers find no room beside each other lie; so do parts of a pie that are slivers. What
lies grows with its rows, and goes on over several drawings where one is too high.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from math import ceil
from typing import TYPE_CHECKING

from coursepack.render.charts.number import total, totals

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coursepack.chart import Chart, Form

_LYING: dict[Form, Form] = {"bar": "rows", "stacked": "piles", "pie": "ranked"}
LYING = frozenset({"ranked", "rows", "piles"})
_SLIVER = 0.02  # of a pie: a part that is less is no more than a line

TURNED = "its names or numbers have no room, so its bars lie"
SLIVERS = "a part of this pie is a sliver, so it is drawn as lying bars"


def slivers(chart: Chart) -> bool:
    """Say whether a pie has parts that one cannot see."""
    values = [value or 0 for series in chart.series for value in series.values]
    return chart.kind == "pie" and any(0 < value < _SLIVER * sum(values) for value in values)


def lying(chart: Chart) -> Chart | None:
    """Return the chart as lying bars; nothing if it has no such form."""
    form = _LYING.get(chart.kind)
    if form is None:
        return None
    whole = total(chart.series[0].values) if chart.kind == "pie" else 0
    return replace(chart, kind=form, whole=whole)


def parts(chart: Chart, count: int) -> Iterator[Chart]:
    """Yield a chart of lying bars in so many parts, as even as can be, all on one scale."""
    rows = len(chart.categories)
    ends = [ceil(rows * number / count) for number in range(count + 1)]
    for start, end in pairwise(ends):
        series = tuple(replace(one, values=one.values[start:end], errors=one.errors[start:end]) for one in chart.series)
        yield replace(chart, categories=chart.categories[start:end], series=series, reach=reach(chart))


def reach(chart: Chart) -> tuple[float, float]:
    """Return the ends of the scale of lying bars, which holds 0."""
    if chart.reach:
        return chart.reach
    if chart.kind == "piles":
        ends = [whole or 0 for whole in totals(chart)]
    else:
        ends = [end for series in chart.series for end in series.extent]
    return min(0, *ends, 0), max(0, *ends, 0)

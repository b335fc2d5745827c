"""The form of a chart on a slide, and the slides that it takes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from coursepack.render.charts.form import LYING, SLIVERS, TURNED, lying, parts, slivers
from coursepack.render.slides.plots import bar, rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coursepack.chart import Chart
    from coursepack.render.slides.plots.plot import Canvas


class Formed(NamedTuple):
    """A chart as it is drawn, on one slide or several, and what is to be said of its form."""

    parts: Sequence[Chart]
    said: str = ""


def formed(chart: Chart, canvas: Canvas) -> Formed:
    """Give a chart the form in which its names and numbers can be read."""
    chart, said = _turned(chart, canvas)
    if chart.kind not in LYING or not chart.categories:
        return Formed([chart], said)
    count = -(-len(chart.categories) // rows.sizes(chart, canvas).rows)
    return Formed([chart] if count == 1 else list(parts(chart, count)), said)


def _turned(chart: Chart, canvas: Canvas) -> tuple[Chart, str]:
    """Lay a chart down where its kind cannot be read."""
    flat = lying(chart)
    if flat and slivers(chart):
        return flat, SLIVERS
    if not flat or chart.kind == "pie" or not chart.categories:
        return chart, ""
    if not bar.has_room(chart, canvas):
        return flat, TURNED
    unsaid = bar.unsaid(chart, canvas)
    return chart, f"{unsaid} of its bars have no room for their number" if unsaid else ""

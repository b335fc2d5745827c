"""Draw a chart: its kind's layout in pt, set by the template of that kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from coursepack.render.charts import bar, line, ranked, stacked
from coursepack.render.charts.head import coordinate
from coursepack.render.charts.lettering import BOLD, FAMILY, REGULAR, SIZE, Lettering
from coursepack.render.charts.limits import check

if TYPE_CHECKING:
    from jinja2 import Environment

    from coursepack.chart import Chart
    from coursepack.render.theme import Theme

    Drawing = line.LineDrawing | bar.BarDrawing | stacked.StackedDrawing | ranked.RankedDrawing


def draw(chart: Chart, width: float, theme: Theme, templates: Environment) -> str:
    """Return a chart as an SVG, `width` pt wide: 340 for the text's measure, 476 for the wide one.

    Raises:
        LimitError: the chart holds what its kind cannot show.
    """
    check(chart)
    return templates.get_template(f"charts/{chart.kind}.svg.j2").render(
        drawing=lay_out(chart, width, Lettering.of(theme)),
        colours=theme.colours,
        type={"family": FAMILY, "size": SIZE, "regular": REGULAR, "bold": BOLD},
        at=coordinate,
    )


def lay_out(chart: Chart, width: float, lettering: Lettering) -> Drawing:
    """Compute the places (pt) of everything in a chart."""
    match chart.kind:
        case "line":
            return line.layout(chart, width, lettering)
        case "bar":
            return bar.layout(chart, width, lettering)
        case "stacked":
            return stacked.layout(chart, width, lettering)
        case "ranked":
            return ranked.layout(chart, width, lettering)
        case _:
            assert_never(chart.kind)

"""Draw a chart: its kind's layout in pt, set by the template of that kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursepack.render.charts import area, bar, line, pie, ranked, scatter, stacked
from coursepack.render.charts.axistitle import with_title
from coursepack.render.charts.head import coordinate
from coursepack.render.charts.lettering import BOLD, FAMILY, REGULAR, SIZE, Lettering
from coursepack.render.charts.limits import check

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2 import Environment

    from coursepack.chart import Chart, Kind
    from coursepack.render.look.theme import Theme

    Drawing = (
        line.LineDrawing
        | bar.BarDrawing
        | stacked.StackedDrawing
        | ranked.RankedDrawing
        | area.AreaDrawing
        | scatter.ScatterDrawing
        | pie.PieDrawing
    )


_LAYOUTS: dict[Kind, Callable[[Chart, float, Lettering], Drawing]] = {
    "line": line.layout,
    "bar": bar.layout,
    "stacked": stacked.layout,
    "ranked": ranked.layout,
    "area": area.layout,
    "scatter": scatter.layout,
    "pie": pie.layout,
}


def draw(chart: Chart, width: float, theme: Theme, templates: Environment, size: float = SIZE) -> str:
    """Return a chart as an SVG, `width` pt wide, its words `size` pt high: all its lengths grow with them.

    Raises:
        LimitError: the chart holds what its kind cannot show.
    """
    check(chart)
    return templates.get_template(f"charts/{chart.kind}.svg.j2").render(
        drawing=_titled(chart, width * SIZE / size, Lettering.of(theme)),
        growth=size / SIZE,
        colours=theme.colours,
        type={"family": FAMILY, "size": SIZE, "regular": REGULAR, "bold": BOLD},
        at=coordinate,
    )


def _titled(chart: Chart, width: float, lettering: Lettering) -> Drawing:
    drawing = lay_out(chart, width, lettering)
    return with_title(drawing, chart.across, lettering) if chart.across.strip() else drawing


def lay_out(chart: Chart, width: float, lettering: Lettering) -> Drawing:
    """Compute the places (pt) of everything in a chart."""
    return _LAYOUTS[chart.kind](chart, width, lettering)

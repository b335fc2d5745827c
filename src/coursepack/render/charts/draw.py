"""Draw a chart: its kind's layout in pt, set by the template of that kind."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from coursepack.render.charts import area, bar, form, line, pie, ranked, scatter, stacked
from coursepack.render.charts.axistitle import with_title
from coursepack.render.charts.head import coordinate
from coursepack.render.charts.lettering import BOLD, FAMILY, REGULAR, SIZE, Lettering
from coursepack.render.charts.limits import LimitError, check
from coursepack.render.charts.mirror import mirrored
from coursepack.render.look.further import families

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2 import Environment

    from coursepack.chart import Chart, Form
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


_LAYOUTS: dict[Form, Callable[[Chart, float, Lettering], Drawing]] = {
    "line": line.layout,
    "bar": bar.layout,
    "stacked": stacked.layout,
    "ranked": ranked.layout,
    "area": area.layout,
    "scatter": scatter.layout,
    "pie": pie.layout,
    "rows": ranked.layout,
    "piles": ranked.layout,
}


class Drawn(NamedTuple):
    """A chart as one SVG or several, one below the other, and what is to be said of its form."""

    pieces: tuple[str, ...]
    said: str = ""


def draw(chart: Chart, width: float, theme: Theme, templates: Environment, size: float = SIZE) -> str:
    """Return a chart as an SVG, `width` pt wide, its words `size` pt high: all its lengths grow with them.

    Raises:
        LimitError: the chart holds what its kind cannot show.
    """
    return drawn(chart, width, theme, templates, size=size).pieces[0]


def drawn(  # noqa: PLR0913 what is drawn, and what it is drawn with
    chart: Chart,
    width: float,
    theme: Theme,
    templates: Environment,
    *,
    size: float = SIZE,
    most: float = float("inf"),
) -> Drawn:
    """Draw a chart in the form that it has room for; what is higher than `most` pt goes on in further pieces.

    Raises:
        LimitError: the chart holds what its kind cannot show.
    """
    check(chart)
    growth, lettering = size / SIZE, Lettering.of(theme)
    chart, drawing, said = formed(chart, width / growth, lettering)
    drawings = [drawing]
    if drawing.height * growth > most:
        drawings = _pieces(chart, width / growth, most / growth, lettering)
    template = templates.get_template(f"charts/{'ranked' if chart.kind in form.LYING else chart.kind}.svg.j2")
    type_ = {"family": families(theme, FAMILY), "size": SIZE, "regular": REGULAR, "bold": BOLD}
    pieces = tuple(
        template.render(drawing=one, growth=growth, colours=theme.colours, type=type_, at=coordinate)
        for one in drawings
    )
    return Drawn(pieces, said)


def formed(chart: Chart, width: float, lettering: Lettering) -> tuple[Chart, Drawing, str]:
    """Lay a chart out as its author wants it, or lying where that cannot be read.

    Returns:
        The chart as it is drawn, its places (pt), and what is to be said of its form.

    Raises:
        LimitError: a label has no place, and the chart has no other form.
    """
    flat = form.lying(chart)
    if flat and form.slivers(chart):
        return flat, _titled(flat, width, lettering), form.SLIVERS
    try:
        drawing = _titled(chart, width, lettering)
    except LimitError:
        if flat is None:
            raise
        return flat, _titled(flat, width, lettering), form.TURNED
    unsaid = getattr(drawing, "unsaid", 0)
    return chart, drawing, f"{unsaid} of its bars have no room for their number" if unsaid else ""


def _pieces(chart: Chart, width: float, most: float, lettering: Lettering) -> list[Drawing]:
    """Lay lying bars out in as many pieces as they take, each no higher than `most` pt, or one row."""
    rows = len(chart.categories) if chart.kind in form.LYING else 1
    whole = _titled(chart, width, lettering).height
    for count in range(min(rows, ceil(whole / most)), rows + 1):
        pieces = [_titled(part, width, lettering) for part in form.parts(chart, count)]
        if all(piece.height <= most for piece in pieces):
            break
    return pieces


def _titled(chart: Chart, width: float, lettering: Lettering) -> Drawing:
    drawing = lay_out(chart, width, lettering)
    if chart.across.strip():
        drawing = with_title(drawing, chart.across, lettering)
    return mirrored(drawing) if chart.leads_right else drawing


def lay_out(chart: Chart, width: float, lettering: Lettering) -> Drawing:
    """Compute the places (pt) of everything in a chart."""
    return _LAYOUTS[chart.kind](chart, width, lettering)

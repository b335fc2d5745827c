"""Charts: native and editable, with their numbers in an embedded workbook."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING

from xlsxwriter import Workbook  # type: ignore[import-untyped] # it has no types

from coursepack.languages.language import ENGLISH, lcid, marks
from coursepack.render.slides.native.alt import describe
from coursepack.render.slides.native.package import repack
from coursepack.render.slides.plots import area, bar, line, pie, rows, scatter
from coursepack.render.slides.plots.mirror import mirrored
from coursepack.render.slides.plots.plot import Canvas, dated, in_serials

if TYPE_CHECKING:
    from pptx.shapes.placeholder import ChartPlaceholder

    from coursepack.chart import Chart
    from coursepack.render.slides.content import ChartFigure
    from coursepack.render.slides.layouts import Frame
    from coursepack.render.slides.native.page import Kit, Page
    from coursepack.render.slides.plots.plot import Plot

_TITLE = 1.5  # em: the room of the title of the axis along the foot
_PLANS = {
    "line": line.plan,
    "area": area.plan,
    "scatter": scatter.plan,
    "pie": pie.plan,
    "ranked": rows.plan,
    "rows": rows.plan,
    "piles": rows.plan,
}
# A cell is what it says, never a formula or a link.
_AS_WRITTEN = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_DAY = datetime(1980, 1, 1)  # noqa: DTZ001 (a workbook's dates have no zone)


@dataclass(frozen=True)
class _Drawing:
    """What python-pptx asks of chart data: the chart's part and its workbook."""

    xml: bytes
    xlsx_blob: bytes

    def xml_bytes(self, _kind: object) -> bytes:
        """Return the chart's part."""
        return self.xml


def fill(placeholder: ChartPlaceholder, figure: ChartFigure, frame: Frame, page: Page) -> None:
    """Put a chart into its placeholder."""
    plot = plan(figure.chart, frame, page)
    # PowerPoint takes charts whose axes bear the same ids for one and the same.
    number = page.kit.press.count("/ppt/charts/chart%d.xml")
    xml = page.kit.templates.get_template("deck/chart.xml.j2").render(
        design=page.kit.design,
        faces=page.kit.faces,
        plot=plot,
        language=page.slide.language,
        axes=(number * 2 + 1, number * 2 + 2),
        marked=_marked(figure.chart.language),
    )
    made = placeholder.insert_chart(None, _Drawing(xml.encode(), _workbook(plot)))  # type: ignore[no-untyped-call] # it has no types
    describe(made.element, figure.alt)


def _marked(language: str) -> str:
    """Return what begins a format of numbers that are marked otherwise than English ones."""
    number = 0 if marks(language).point == marks(ENGLISH).point else lcid(language)
    return f"[$-{number:X}]" if number else ""


def plan(chart: Chart, frame: Frame, page: Page) -> Plot:
    """Lay out a chart of any kind in its frame."""
    own = canvas(chart, frame, page.kit)
    to_scale = chart.dates and bool(chart.positions)
    plot = _PLANS.get(chart.kind, bar.plan)(in_serials(chart) if to_scale else chart, own)
    plot = replace(dated(plot, chart, own) if to_scale else plot, title=chart.across)
    return mirrored(plot) if chart.leads_right else plot


def canvas(chart: Chart, frame: Frame, kit: Kit) -> Canvas:
    """Return the frame of a chart above the title of the axis along its foot."""
    look = kit.design.chart
    high = max(_TITLE, kit.faces.leading(chart.across, bold=False))
    foot = look.axis / 72 * high if chart.across else 0.0
    return Canvas(frame.at[2], frame.at[3] - foot, look, kit.faces, foot)


def _workbook(plot: Plot) -> bytes:
    """Write the numbers: categories in column A, a series in each column that the chart refers to."""
    stream = BytesIO()
    with Workbook(stream, _AS_WRITTEN) as book:
        book.set_properties({"created": _DAY})
        sheet = book.add_worksheet("Sheet1")
        sheet.write_column("A2", plot.positions or plot.categories)
        for row in (
            *plot.rows,
            *([plot.totals] if plot.totals else []),
            *([plot.apart] if plot.apart else []),
            *([plot.ticks] if plot.ticks else []),
            *([plot.feet] if plot.feet else []),
            *plot.names,
        ):
            sheet.write(f"{row.column}1", row.name)
            sheet.write_column(f"{row.column}2", row.values)
        if plot.apart:
            sheet.write_column(f"{plot.apart_column}2", plot.apart_positions)
        if plot.ticks:
            sheet.write_column(f"{plot.ticks_column}2", plot.tick_positions)
        for letter, reach in (one for row in plot.rows for one in row.errors):
            sheet.write_column(f"{letter}2", reach)
    return repack(stream.getvalue())

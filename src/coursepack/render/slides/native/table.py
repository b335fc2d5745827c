"""Tables: native, with the columns, rows and type that were planned for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pptx.oxml.ns import qn

from coursepack.render.slides.native import cells
from coursepack.render.slides.native.alt import describe
from coursepack.render.slides.units import EMU, POINT

if TYPE_CHECKING:
    from pptx.shapes.placeholder import TablePlaceholder
    from pptx.table import Table as Grid

    from coursepack.render.slides.layouts import Frame
    from coursepack.render.slides.measure.tabling import Plan
    from coursepack.render.slides.native.page import Page

_NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # PowerPoint's "No Style, No Grid"


def fill(placeholder: TablePlaceholder, plan: Plan, frame: Frame, page: Page) -> None:
    """Put a table, or a slide's part of one, into its placeholder."""
    made = placeholder.insert_table(len(plan.rows), len(plan.columns))  # type: ignore[no-untyped-call] # python-pptx has no types
    made.left, made.top, made.width = (round(value * EMU) for value in frame.at[:3])
    made.height = round(sum(plan.rows) * POINT)
    describe(made.element, plan.table.alt)
    _set(made.table, plan)
    next(made.element.iter(qn("a:tableStyleId"))).text = _NO_STYLE
    for number, element in enumerate(made.element.iter(qn("a:tr"))):
        cells.fill(element, number, plan, page)
    _merge(made.table, plan)


def _merge(grid: Grid, plan: Plan) -> None:
    """Merge the cells that take more than one place on this slide."""
    rows = plan.table.all_rows
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            high = cells.down(rows, number, column)
            if not text.join and (high > 1 or text.across > 1):
                grid.cell(number, column).merge(grid.cell(number + high - 1, column + text.across - 1))


def _set(grid: Grid, plan: Plan) -> None:
    """Write the flags that tell a screen reader the heads, and the sizes."""
    grid.first_row, grid.first_col, grid.horz_banding = bool(plan.table.head), plan.table.row_heads, False
    if plan.is_rtl:
        next(grid._tbl.iter(qn("a:tblPr"))).set("rtl", "1")  # noqa: SLF001 (python-pptx has no public name for it)
    for number, width in enumerate(plan.columns):
        grid.columns[number].width = round(width * POINT)
    for number, height in enumerate(plan.rows):
        grid.rows[number].height = round(height * POINT)

"""Tables: native, columns measured from their words, rows as high as their text, smaller where it must be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pptx.oxml.ns import qn

from coursepack.render.slides import cells
from coursepack.render.slides.alt import describe
from coursepack.render.slides.columns import widths
from coursepack.render.slides.fit import Fit, Measured, measure, sizes
from coursepack.render.slides.lines import Style
from coursepack.render.slides.page import findings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pptx.shapes.placeholder import TablePlaceholder
    from pptx.table import Table as Grid

    from coursepack.problem import Problem
    from coursepack.render.slides.layouts import Frame, Level
    from coursepack.render.slides.markup import Table, Text
    from coursepack.render.slides.page import Page

_EMU = 914400
_POINT = 12700
_NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # PowerPoint's "No Style, No Grid"


@dataclass(frozen=True)
class Plan:
    """How a table is set: columns and rows in points, and the type."""

    columns: tuple[float, ...]
    rows: tuple[float, ...]
    found: Fit


def fill(placeholder: TablePlaceholder, name: str, table: Table, page: Page) -> list[Problem]:
    """Put a table into its placeholder, smaller where it must be, and say so."""
    frame = page.layout.frames[name]
    plan = _plan(table, frame, page)
    made = placeholder.insert_table(len(table.all_rows), len(plan.columns))  # type: ignore[no-untyped-call]
    made.left, made.top, made.width = (round(value * _EMU) for value in frame.at[:3])
    made.height = round(sum(plan.rows) * _POINT)
    describe(made.element, table.alt)
    _set(made.table, plan, headed=bool(table.head))
    next(made.element.iter(qn("a:tableStyleId"))).text = _NO_STYLE
    for number, element in enumerate(made.element.iter(qn("a:tr"))):
        cells.fill(element, number, table, plan.found, page)
    size = plan.found.levels[0].size
    return findings(page, name, plan.found.measured, fits=plan.found.fits, sizes=(frame.levels[0].size, size))


def _set(grid: Grid, plan: Plan, *, headed: bool) -> None:
    """Write the flags that tell a screen reader the heads, and the sizes."""
    grid.first_row, grid.first_col, grid.horz_banding = headed, True, False
    for number, width in enumerate(plan.columns):
        grid.columns[number].width = round(width * _POINT)
    for number, height in enumerate(plan.rows):
        grid.rows[number].height = round(height * _POINT)


def _plan(table: Table, frame: Frame, page: Page) -> Plan:
    """Find the largest size at which all rows go into the frame."""
    look = page.kit.design.table
    room, height = frame.room
    for levels in sizes(frame.levels, page.floor(frame)):
        columns = widths(table, levels, room, page.kit)
        found = _rows(table, columns, levels, page)
        needed = [measured.height + 2 * look.margin * 72 for measured in found]
        wide = next((measured.wide for measured in found if measured.wide), "")
        fits = sum(needed) <= height and not wide
        if fits:
            break
    missing = "".join(sorted({sign for measured in found for sign in measured.missing}))
    fit = Fit(levels, Measured(sum(needed), wide, missing), levels != frame.levels, fits)
    return Plan(columns, _heights(needed, look.height * 72, height), fit)


def _heights(needed: Sequence[float], usual: float, room: float) -> tuple[float, ...]:
    """Give every row its usual height or what it needs; take from the low ones where that is too much in all."""
    heights = [max(need, usual) for need in needed]
    excess = sum(heights) - room
    spare = sum(heights) - sum(needed)
    share = min(1.0, excess / spare) if excess > 0 and spare > 0 else 0.0
    return tuple(height - (height - need) * share for height, need in zip(heights, needed, strict=True))


def _rows(table: Table, columns: Sequence[float], levels: tuple[Level, ...], page: Page) -> list[Measured]:
    return [
        _row(row, columns, levels, page, strong=bool(table.head) and number == 0)
        for number, row in enumerate(table.all_rows)
    ]


def _row(
    row: tuple[Text, ...], columns: Sequence[float], levels: tuple[Level, ...], page: Page, *, strong: bool
) -> Measured:
    """Measure a row: as high as its highest cell. Heads and first cells are bold."""
    pad = page.kit.design.table.pad * 72
    found = []
    for number, (cell, width) in enumerate(zip(row, columns, strict=False)):
        style = Style("body", strong or number == 0, italic=False)
        room = width - pad * (1 if number == 0 else 2)
        found.append(measure(cell.paragraphs, levels, style, room, page.kit.faces))
    height = max((cell.height for cell in found), default=0)
    wide = next((cell.wide for cell in found if cell.wide), "")
    return Measured(max(height, levels[0].leading), wide, "".join(cell.missing for cell in found))

"""Widths of a table's columns: as the author gives them, or shared out by what the cells hold. In points."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursepack.render.slides.lines import Style, natural

if TYPE_CHECKING:
    from coursepack.render.slides.layouts import Level
    from coursepack.render.slides.markup import Table
    from coursepack.render.slides.page import Kit


def widths(table: Table, levels: tuple[Level, ...], room: float, kit: Kit) -> tuple[float, ...]:
    """Share `room` out: relative widths first; else each column what it needs, and what is left over evenly."""
    columns = max(len(row) for row in table.all_rows)
    if len(table.widths) == columns:
        return tuple(room * width / sum(table.widths) for width in table.widths)
    needs = [_need(table, column, levels, kit) for column in range(columns)]
    wanted, least = [need[0] for need in needs], [need[1] for need in needs]
    if sum(wanted) <= room:
        return tuple(want + (room - sum(wanted)) / columns for want in wanted)
    if sum(least) >= room:
        return tuple(room * low / sum(least) for low in least)
    share = (room - sum(least)) / (sum(wanted) - sum(least))
    return tuple(low + (want - low) * share for want, low in zip(wanted, least, strict=True))


def _need(table: Table, column: int, levels: tuple[Level, ...], kit: Kit) -> tuple[float, float]:
    """Return the width of a column with every paragraph on one line, and that of its widest word."""
    pad = kit.design.table.pad * 72 * (1 if column == 0 else 2)
    wanted = least = 0.0
    for number, row in enumerate(table.all_rows):
        style = Style("body", column == 0 or (bool(table.head) and number == 0), italic=False)
        for paragraph in row[column].paragraphs if column < len(row) else ():
            whole, word = natural(paragraph, levels[0].size, style, kit.faces)
            wanted, least = max(wanted, whole), max(least, word)
    return wanted + pad, least + pad

"""Sheets that are folded, or cut: what their leaves say when they are turned."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coursepack.press.orders import Grid, Sheet


def folded(signature: Sequence[Sheet]) -> Iterator[int]:
    """Fold sheets, the outermost first, and turn the leaves: in along the right halves, out along the left ones."""
    for sheet in signature:
        yield from (sheet.front[1], sheet.back[0])
    for sheet in reversed(signature):
        yield from (sheet.back[1], sheet.front[0])


def signatures(sheets: Sequence[Sheet]) -> list[list[Sheet]]:
    found: list[list[Sheet]] = []
    for sheet in sheets:
        if sheet.within == 0:
            found.append([])
        assert sheet.within == len(found[-1])
        found[-1].append(sheet)
    return found


def cut(sheets: Sequence[Sheet], grid: Grid) -> Iterator[int]:
    """Cut the pile, lay the piles on each other, and turn the leaves: behind a cell is the one at the other side."""
    for cell in range(grid.cells):
        row, column = divmod(cell, grid.columns)
        for sheet in sheets:
            yield from (sheet.front[cell], sheet.back[row * grid.columns + grid.columns - 1 - column])

"""Where cells are on a sheet, which way the sheet lies, and how much pages are scaled."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coursepack.press.marks import MM, room
from coursepack.press.orders import Grid

if TYPE_CHECKING:
    from coursepack.press.marks import Edges
    from coursepack.press.scheme import Scheme, Wish

# Sizes of pages are rounded: what is scaled by less than this is not scaled.
_WHOLE = 0.999


@dataclass(frozen=True)
class Plan:
    """Cells on a sheet, in pt: how large both are, how far cells stand apart, and how much pages are scaled."""

    grid: Grid
    width: float
    height: float
    across: float
    down: float
    gap: float
    scale: float

    @property
    def usual(self) -> str:
        """The edge that the sheet's upright middle line goes along."""
        return "long" if self.height >= self.width else "short"

    def columns(self) -> list[Edges]:
        """Return where columns begin and end."""
        return _spread(self.width, self.across, self.gap, self.grid.columns)

    def rows(self) -> list[Edges]:
        """Return where rows begin and end, from the bottom."""
        return _spread(self.height, self.down, self.gap, self.grid.rows)


def _spread(whole: float, each: float, gap: float, count: int) -> list[Edges]:
    start = (whole - count * each - (count - 1) * gap) / 2
    return [(start + number * (each + gap), start + number * (each + gap) + each) for number in range(count)]


def plan(page: tuple[float, float], scheme: Scheme, wish: Wish) -> Plan:
    """Choose grid and sheet for pages (pt): pages as large as can be, on a sheet as small as can be."""
    up = wish.up or scheme.up[0]
    found = [
        _laid(Grid(columns, up // columns), page, scheme, wish, lying=lying)
        # A fold is upright.
        for columns in ([up] if scheme.folded else range(1, up + 1))
        if up % columns == 0
        for lying in (False, True)
    ]
    return max(found, key=lambda plan: (round(plan.scale, 6), -plan.width - plan.height))


def _laid(grid: Grid, page: tuple[float, float], scheme: Scheme, wish: Wish, *, lying: bool) -> Plan:
    """Lay cells out on the sheet, upright or lying; nothing is enlarged."""
    gap = 0 if scheme.folded else 2 * wish.bleed * MM
    around = room(wish.bleed * MM) if wish.marks else wish.bleed * MM
    between = ((grid.columns - 1) * gap, (grid.rows - 1) * gap)
    block = (grid.columns * page[0] + between[0], grid.rows * page[1] + between[1])
    own = [side + 2 * around for side in (block if scheme.grows else page)]
    sheet = [length * MM for length in wish.sheet] if wish.sheet else own
    width, height = (max(sheet), min(sheet)) if lying else (min(sheet), max(sheet))
    across = (width - 2 * around - between[0]) / grid.columns
    down = (height - 2 * around - between[1]) / grid.rows
    scale = min(across / page[0], down / page[1])
    scale = 1 if scale > _WHOLE else scale
    # What is cut or folded is as large as its page; what is read as it stands has the room that there is.
    if scheme.grows or wish.marks:
        across, down = page[0] * scale, page[1] * scale
    return Plan(grid, width, height, across, down, gap, scale)

"""Ways to impose: a table of them, the papers that have names, and what may be wished."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coursepack.press import orders

if TYPE_CHECKING:
    from collections.abc import Callable

    from coursepack.press.orders import Grid, Sheet

# Papers to print on, in mm; any other is said as its width and height.
SHEETS = {
    "a3": (297, 420),
    "a4": (210, 297),
    "a5": (148, 210),
    "letter": (215.9, 279.4),
    "legal": (215.9, 355.6),
    "tabloid": (279.4, 431.8),
    "sra3": (320, 450),
}


@dataclass(frozen=True)
class Scheme:
    """A way to impose: its order, and how many pages a side it may have, the usual number first.

    A sheet of which nothing is said `grows` with its pages, or is as large as one of them. What is `folded` is cut at
    its outside alone.
    """

    help: str
    order: Callable[[int, Grid, int], list[Sheet]]
    up: tuple[int, ...]
    grows: bool = False
    folded: bool = False


_UP = (2, 1, 3, 4, 6, 8, 9, 12, 16)
SCHEMES = {
    "booklet": Scheme("two pages a side, to be folded", orders.booklet, (2,), grows=True, folded=True),
    "n-up": Scheme("several pages a side, to be read as they stand", orders.n_up, _UP),
    "stack": Scheme("several pages a side, to be cut as one pile and stacked", orders.stack, _UP, grows=True),
}


@dataclass(frozen=True)
class Wish:
    """How pages are to be imposed. Lengths are mm.

    `up` are the pages a side (0: as the scheme has them), `sheet` is the paper (none: as the scheme has it),
    `signature` the most sheets that are folded into each other, `creep` how much further inside a sheet's pages stand
    than those of the sheet around it, `flip` the edge about which the printer turns a sheet (none: the one that its
    upright middle line goes along).
    """

    scheme: str = "booklet"
    up: int = 0
    sheet: tuple[float, float] | None = None
    signature: int = 20
    creep: float = 0.1
    flip: str = ""
    bleed: float = 0
    marks: bool = False

"""Which page stands where on a sheet: orders of pages for folding, for reading and for cutting.

All are for a sheet that is turned about its upright middle line, as a leaf of a book is.
"""

from __future__ import annotations

from dataclasses import dataclass

# Pages in the cells of a side, from 0: rows from the top, each from the left. Numbers that no page has stay empty.
Side = tuple[int, ...]


@dataclass(frozen=True)
class Grid:
    """The cells of a side."""

    columns: int
    rows: int

    @property
    def cells(self) -> int:
        """How many there are."""
        return self.columns * self.rows

    def mirrored(self, side: Side) -> Side:
        """Return a side with every row the other way round."""
        rows = (side[start : start + self.columns] for start in range(0, self.cells, self.columns))
        return tuple(page for row in rows for page in reversed(row))


@dataclass(frozen=True)
class Sheet:
    """A sheet of paper; `within` is how many others are folded around it."""

    front: Side
    back: Side
    within: int = 0


def booklet(pages: int, _grid: Grid, signature: int) -> list[Sheet]:
    """Return the sheets of a booklet, two pages a side, the outermost first.

    More than `signature` sheets are folded in several signatures, as equal as they can be.
    """
    sheets = -(-pages // 4)
    signatures = -(-sheets // signature)
    made: list[Sheet] = []
    for number in range(signatures):
        own, first = sheets // signatures + (number < sheets % signatures), 4 * len(made)
        last = first + 4 * own - 1
        made += [
            Sheet((last - deep, first + deep), (first + deep + 1, last - deep - 1), deep // 2)
            for deep in range(0, 2 * own, 2)
        ]
    return made


def n_up(pages: int, grid: Grid, _signature: int) -> list[Sheet]:
    """Return sheets whose pages are read as they stand: along the rows, front before back."""
    cells = grid.cells
    return [
        Sheet(tuple(range(first, first + cells)), tuple(range(first + cells, first + 2 * cells)))
        for first in range(0, pages, 2 * cells)
    ]


def stack(pages: int, grid: Grid, _signature: int) -> list[Sheet]:
    """Return sheets that are cut as one pile: the cells' piles, laid on each other, are in order."""
    sheets = -(-pages // (2 * grid.cells))
    made = []
    for sheet in range(sheets):
        front = tuple(2 * (cell * sheets + sheet) for cell in range(grid.cells))
        made.append(Sheet(front, grid.mirrored(tuple(page + 1 for page in front))))
    return made

"""Cells of a table that are merged with a neighbour: `^` with the one above, `<` with the one at the left."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from coursepack.text import Rich

Place = tuple[int, int]

UP, LEFT = "^", "<"


@dataclass(frozen=True)
class Cell:
    """A cell with how many rows and columns it takes; `join` is the sign of one that another covers."""

    text: Rich
    down: int = 1
    across: int = 1
    join: str = ""


def merged(rows: Sequence[Sequence[Rich]]) -> list[list[Cell]]:
    """Return the cells of the rows below a table's head; `mistakes` has found nothing wrong with them."""
    owner = _owners(rows)
    parts = _parts(owner)
    downs = {place: len({row for row, _ in cells}) for place, cells in parts.items()}
    acrosses = {place: len({column for _, column in cells}) for place, cells in parts.items()}
    return [
        [
            Cell(text, downs[row, column], acrosses[row, column])
            if owner[row, column] == (row, column)
            else Cell(rows[owner[row, column][0]][owner[row, column][1]], join=text.source.strip())
            for column, text in enumerate(cells)
        ]
        for row, cells in enumerate(rows)
    ]


def mistakes(rows: Sequence[Sequence[Rich]]) -> list[tuple[Place, str]]:
    """Return the cells that cannot be merged as they say, and why."""
    wrong = [
        (
            (row, column),
            f"`{text.source.strip()}` has no cell {'above' if text.source.strip() == UP else 'at its left'}",
        )
        for row, cells in enumerate(rows)
        for column, text in enumerate(cells)
        if (text.source.strip() == UP and row == 0) or (text.source.strip() == LEFT and column == 0)
    ]
    if wrong:
        return wrong
    parts = _parts(_owners(rows))
    odd = sorted(place for place, cells in parts.items() if _box(cells) != len(cells))
    return [(max(parts[place]), "the merged cells are no rectangle") for place in odd]


def _owners(rows: Sequence[Sequence[Rich]]) -> dict[Place, Place]:
    """Say for each cell which one it is a part of."""
    owner: dict[Place, Place] = {}
    for row, cells in enumerate(rows):
        for column, text in enumerate(cells):
            sign = text.source.strip()
            near = (row - 1, column) if sign == UP else (row, column - 1) if sign == LEFT else (row, column)
            owner[row, column] = owner.get(near, (row, column))
    return owner


def _parts(owner: Mapping[Place, Place]) -> dict[Place, list[Place]]:
    """Return all cells of each one, in the order of reading."""
    parts: dict[Place, list[Place]] = {}
    for one, other in owner.items():
        parts.setdefault(other, []).append(one)
    return parts


def _box(cells: Sequence[Place]) -> int:
    """Count the cells of the smallest rectangle that holds some."""
    rows, columns = zip(*cells, strict=True)
    return int((max(rows) - min(rows) + 1) * (max(columns) - min(columns) + 1))

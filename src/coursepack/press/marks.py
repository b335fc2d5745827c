"""Marks outside of pages: where sheets are cut, and where they are folded."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

MM = 72 / 25.4
# How far from the pages marks begin and end (pt): outside any usual bleed.
_NEAR, _FAR = 4 * MM, 9 * MM
# What they want on every side (pt).
ROOM = 10 * MM

# Where a cell begins and ends (pt).
Edges = tuple[float, float]


def marks(columns: Sequence[Edges], rows: Sequence[Edges], *, folded: bool) -> bytes:
    """Draw a line at every edge of the cells, outside of all of them; a fold between two of them is dashed.

    `columns` and `rows` are where cells begin and end (pt).
    """
    left, right, bottom, top = columns[0][0], columns[-1][1], rows[0][0], rows[-1][1]
    cuts = (left, right) if folded else [edge for column in columns for edge in column]
    lines = [_upright(x, bottom, top) for x in cuts]
    lines += [_level(y, left, right) for row in rows for y in row]
    folds = [_upright(column[1], bottom, top) for column in columns[:-1]] if folded else []
    return b"q 0.25 w 0 G [] 0 d %b [2 2] 0 d %b Q" % (b" ".join(lines), b" ".join(folds))


def _upright(x: float, bottom: float, top: float) -> bytes:
    ends = ((bottom - _FAR, bottom - _NEAR), (top + _NEAR, top + _FAR))
    return b" ".join(b"%.3f %.3f m %.3f %.3f l S" % (x, start, x, end) for start, end in ends)


def _level(y: float, left: float, right: float) -> bytes:
    ends = ((left - _FAR, left - _NEAR), (right + _NEAR, right + _FAR))
    return b" ".join(b"%.3f %.3f m %.3f %.3f l S" % (start, y, end, y) for start, end in ends)

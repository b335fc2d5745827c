"""Marks outside of pages: where sheets are cut, and where they are folded."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

MM = 72 / 25.4
# How far from the pages marks begin (pt), outside any usual bleed, and from what bleeds further; how long they are.
_NEAR, _CLEAR, _LONG = 4 * MM, 1 * MM, 5 * MM
# What stays white around them (pt).
_AROUND = 1 * MM

# Where a cell begins and ends (pt).
Edges = tuple[float, float]


def room(bleed: float) -> float:
    """Return what marks want on every side of pages that bleed so far (all pt)."""
    return _near(bleed) + _LONG + _AROUND


def marks(columns: Sequence[Edges], rows: Sequence[Edges], *, folded: bool, bleed: float = 0) -> bytes:
    """Draw a line at every edge of the cells, outside of all of them and of what bleeds; a fold of two is dashed.

    `columns` and `rows` are where cells begin and end (pt).
    """
    near = _near(bleed)
    left, right, bottom, top = columns[0][0], columns[-1][1], rows[0][0], rows[-1][1]
    cuts = (left, right) if folded else [edge for column in columns for edge in column]
    lines = [_upright(x, bottom - near, top + near) for x in cuts]
    lines += [_level(y, left - near, right + near) for row in rows for y in row]
    folds = [_upright(column[1], bottom - near, top + near) for column in columns[:-1]] if folded else []
    return b"q 0.25 w 0 G [] 0 d %b [2 2] 0 d %b Q" % (b" ".join(lines), b" ".join(folds))


def _near(bleed: float) -> float:
    return max(_NEAR, bleed + _CLEAR)


def _upright(x: float, bottom: float, top: float) -> bytes:
    ends = ((bottom - _LONG, bottom), (top, top + _LONG))
    return b" ".join(b"%.3f %.3f m %.3f %.3f l S" % (x, start, x, end) for start, end in ends)


def _level(y: float, left: float, right: float) -> bytes:
    ends = ((left - _LONG, left), (right, right + _LONG))
    return b" ".join(b"%.3f %.3f m %.3f %.3f l S" % (start, y, end, y) for start, end in ends)

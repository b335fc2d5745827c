"""What all kinds share: the line that names the unit, the height of a drawing, and how coordinates are written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursepack.render.charts.label import block

if TYPE_CHECKING:
    from coursepack.render.charts.label import Run
    from coursepack.render.charts.lettering import Lettering

LOWEST, HIGHEST = 172.0, 206.0  # pt: a chart that need not hold more is as high as that
_TOP = 1.6  # pt: room for the accents of capitals
_NARROW, _RISE = 340.0, 18 / 136  # pt: a chart that is wider than that is higher, by a share of what it has more
# pt: one that has larger letters and so a narrower measure than this is flatter, down to a share of its height here.
_FLATTER, _FLATTEST, _SHARE = 333.0, 310.0, 0.66


def height(width: float, lowest: float = LOWEST) -> float:
    """Return the usual height (pt) of a drawing: `lowest` where it is narrow, more where it is wide."""
    return min(HIGHEST, lowest + _RISE * max(0.0, width - _NARROW))


def flattened(width: float) -> float:
    """Return the share of its usual height that a drawing of this width (pt) has, where it may grow with what it holds.

    Large print and what is easy to read have large letters: as high as it is else, one drawing would fill half a page.
    """
    return min(1.0, max(_SHARE, 1 - (1 - _SHARE) * (_FLATTER - width) / (_FLATTER - _FLATTEST)))


def head(unit: str, width: float, lettering: Lettering) -> tuple[tuple[Run, ...], float]:
    """Set the unit at the top left; return its lines and the place (pt) below them."""
    if not unit.strip():
        return (), 0.0
    lines = block(lettering, *lettering.whole(unit, width, 2))
    box = lines.box(0, _TOP)
    return lines.runs(box), box.bottom


def coordinate(place: float) -> str:
    """Write a coordinate with two decimals, the same for the same drawing; never a negative zero."""
    return f"{round(place, 2) + 0.0:.2f}"

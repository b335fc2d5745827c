"""Pages as they are read back from a finished PDF, made by hand: A4, lengths in pt below the head of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursepack.press.laid import Box, Laid, Line, Run

if TYPE_CHECKING:
    from collections.abc import Sequence

# The text of a page is between these heights.
TOP, FOOT = (297 - 27) * 72 / 25.4, 32.9 * 72 / 25.4


def line(top: float, words: str = "Water", role: str = "P", element: int = 1, *, more: bool = False) -> Line:
    """Return a line of 10 pt, so far below the head of the text (pt)."""
    return Line((Run(Box(200, TOP - top - 10, 400, TOP - top), words),), role, element, more)


def page(number: int, *lines: Line, rows: Sequence[float] = ()) -> Laid:
    """Return a page with these lines, and with lines to write on that begin so far below the head."""
    drawn = tuple(Box(200, TOP - top - 22.7, 400, TOP - top) for top in rows)
    return Laid(number, 595, 842, lines, drawn, drawn)


def full(number: int, *lines: Line) -> Laid:
    """Return a page that is written on down to its foot."""
    return page(number, line(0, element=90), *lines, line(TOP - FOOT - 12, element=91))

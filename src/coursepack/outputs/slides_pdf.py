"""The deck, printed: a slide a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursepack.outputs.made import PLAIN, Made, Order
from coursepack.outputs.printed import printed

if TYPE_CHECKING:
    from coursepack.build import Ready
    from coursepack.pack import PackPart


def make(ready: Ready, unit: PackPart | None, paper: str, order: Order = PLAIN) -> Made:
    """Print the deck of the course, or of one unit."""
    return printed(ready, unit, paper, order, "slides")

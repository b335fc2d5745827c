"""Worksheets: the exercises alone, for the class."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursepack.outputs.made import PLAIN, Made, Order
from coursepack.outputs.sheets import sheets

if TYPE_CHECKING:
    from coursepack.build import Ready
    from coursepack.pack import PackPart


def make(ready: Ready, unit: PackPart | None, paper: str, order: Order = PLAIN) -> Made:  # noqa: ARG001
    """Print the exercises of every unit, or of one."""
    return sheets(ready, unit, paper, "worksheets")

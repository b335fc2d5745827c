"""The key: every exercise's answer and points."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursepack.outputs.made import PLAIN, Made, Order
from coursepack.outputs.sheets import sheets

if TYPE_CHECKING:
    from coursepack.build import Ready
    from coursepack.pack import PackPart


def make(ready: Ready, unit: PackPart | None, paper: str, order: Order = PLAIN) -> Made:  # noqa: ARG001
    """Print the key to the course, or to one unit."""
    return sheets(ready, unit, paper, "key", ready.copy("key"))

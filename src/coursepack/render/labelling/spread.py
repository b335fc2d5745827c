"""Labels one below the other, each as near to its place as there is room."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def spread(centres: Sequence[float], heights: Sequence[float], low: float, high: float, air: float = 0) -> list[float]:
    """Move the centres of labels apart until there is `air` between any two, and keep the labels between two ends."""
    order = sorted(range(len(centres)), key=lambda index: centres[index])
    placed, floor = list(centres), low
    for index in order:
        placed[index] = max(placed[index], floor + heights[index] / 2)
        floor = placed[index] + heights[index] / 2 + air
    ceiling = high
    for index in reversed(order):
        placed[index] = min(placed[index], ceiling - heights[index] / 2)
        ceiling = placed[index] - heights[index] / 2 - air
    return placed

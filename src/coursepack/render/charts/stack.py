"""Labels one below the other, each as near to its place as there is room."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_AIR = 2.4  # pt between two labels


def spread(centres: Sequence[float], heights: Sequence[float], low: float, high: float) -> list[float]:
    """Move the centres of labels apart until none overlap, and keep them between two ends (pt)."""
    order = sorted(range(len(centres)), key=lambda index: centres[index])
    placed, floor = list(centres), low
    for index in order:
        placed[index] = max(placed[index], floor + heights[index] / 2)
        floor = placed[index] + heights[index] / 2 + _AIR
    ceiling = high
    for index in reversed(order):
        placed[index] = min(placed[index], ceiling - heights[index] / 2)
        ceiling = placed[index] - heights[index] / 2 - _AIR
    return placed
